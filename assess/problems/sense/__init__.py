"""Rules of sense: what a schema cannot see, because it takes more than one value to see it."""

from collections.abc import Mapping
from typing import Final

from assess.problems.rule import Rule, gathered
from assess.problems.sense.conditions import CONDITIONS
from assess.problems.sense.files import FILES
from assess.problems.sense.questionnaires import QUESTIONNAIRES
from assess.problems.sense.references import REFERENCES
from assess.problems.sense.registers import REGISTERS
from assess.problems.sense.responses import RESPONSES
from assess.problems.sense.reviews import REVIEWS
from assess.problems.sense.scoring import SCORING
from assess.problems.sense.targets import TARGETS
from assess.problems.sense.translations import TRANSLATIONS
from assess.problems.sense.values import VALUES
from assess.problems.sense.versions import VERSIONS
from assess.problems.sense.workspaces import WORKSPACES

SENSE: Final[Mapping[str, Rule]] = gathered(
    VALUES,
    FILES,
    REFERENCES,
    WORKSPACES,
    REGISTERS,
    QUESTIONNAIRES,
    CONDITIONS,
    SCORING,
    TRANSLATIONS,
    VERSIONS,
    RESPONSES,
    REVIEWS,
    TARGETS,
)
