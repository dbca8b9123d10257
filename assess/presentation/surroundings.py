"""What a page shows of the rest of the site: the register, and all that is published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assess.model import Agency, Register, Settings
from assess.presentation.edition import Edition
from assess.ranking import Cohort
from assess.targets import Followed


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What an agency's page shows of the rest of the site, in one language.

    `cohorts` are all published ones, latest period first; `editions` are by questionnaire and version; `followed` are
    the targets with their results.
    """

    settings: Settings
    register: Register
    cohorts: Sequence[Cohort]
    editions: Mapping[tuple[str, str], Edition]
    children: Mapping[str, Sequence[Agency]]
    followed: Sequence[Followed] = ()

    def edition(self, cohort: Cohort) -> Edition:
        """Return the edition that a cohort answered."""
        return self.editions[cohort.publication.questionnaire, cohort.publication.version]


def kind_name(around: Surroundings, kind: str, language: str) -> str:
    """Return the name of a kind of agency in a language."""
    return around.register.kinds[kind].name_in(language)
