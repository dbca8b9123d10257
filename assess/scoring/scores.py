"""Score, Trace, Assessment: what a response comes to, with the parts it came from and the steps between."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from assess.model import Condition, Dossier, Level, Questionnaire, Response

Fact: TypeAlias = Decimal | int | str | bool | tuple[str, ...] | None


class Trace(NamedTuple):
    """One step on the way to a value, where there is more to tell than the rule and the formula say.

    `step` is divide_by, impute, winsorise, log, group, piece, formula, channel, rule, adjust or round; `value` is what
    it came to, in the unit of the step; `facts` are the numbers and names that it used, by name. An adjustment that
    did not fire is told as well, as not `fired`.
    """

    step: str
    value: Decimal | None
    facts: Mapping[str, Fact]


REASONS: Final = (
    "nothing-counts",
    "no-weight",
    "nothing-answered",
    "part-missing",
    "low-coverage",
    "low-parts",
    "no-group",
    "no-spread",
    "no-reference",
    "few-values",
    "crossed-bounds",
    "no-attribute",
    "zero-divisor",
    "zero-part",
    "negative-part",
    "not-positive",
    "too-large",
)
"""Why there is no value."""


class Score(NamedTuple):
    """What a question, a dimension or the whole comes to.

    `value` is a share of its points or of its scale, usually from 0 to 1, or None for the `reason`, one of `REASONS`
    (None where the state of the answer says it). `weight` is relative to the siblings; `points` is the maximum where
    parts are added up. `coverage`, from 0 to 1, is the share of the weight that was answered; None where it leaves the
    denominator. `state` is the state of an answer; for a node it is "node". What is `recorded` is shown and never
    counted. `trail` are the steps, in order; `channels` holds what it came to in each channel that it mixes.
    """

    id: str
    state: str
    value: Decimal | None
    reason: str | None
    weight: Decimal
    points: Decimal
    coverage: Decimal | None
    parts: tuple["Score", ...] = ()
    recorded: bool = False
    trail: tuple[Trace, ...] = ()
    channels: tuple[tuple[str, "Score"], ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it stands in the denominator of the node above."""
        return self.coverage is not None and not self.recorded

    def every(self) -> Iterator["Score"]:
        """Yield this score and all below, in order."""
        yield self
        for part in self.parts:
            if part.parts:
                yield from part.every()
            else:
                yield part


class Stage(NamedTuple):
    """A staged level that was looked at, from the lowest up. `holds` is None where it cannot be decided.

    `unmet` are the conditions, of those that have to hold together, that do not hold or cannot be decided.
    """

    level: Level
    holds: bool | None
    unmet: tuple[Condition, ...] = ()


class Assessment(NamedTuple):
    """A dossier with its score in one channel. `groupings` holds for each grouping the score of each of its values.

    `level` is the band that the score reaches; `staged` the level whose requirements are met, and those of all below.
    `declared` is the score of the agency's own answers, where another channel is scored. `stages` are the levels looked
    at for `staged`, of which only the last may not be met.
    """

    questionnaire: Questionnaire
    dossier: Dossier
    channel: str
    score: Score
    level: Level | None
    staged: Level | None
    groupings: Mapping[str, tuple[Score, ...]]
    declared: Score | None = None
    stages: tuple[Stage, ...] = ()

    @property
    def response(self) -> Response:
        """The agency's own answers."""
        return self.dossier.response

    @property
    def reached(self) -> Level | None:
        """The band that the score reaches; the staged level where no band has bounds."""
        bounded = any(each.start is not None for each in self.questionnaire.levels)
        return self.level if bounded else self.staged
