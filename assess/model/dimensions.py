"""Dimension: a part of a questionnaire, with all that stands below it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from assess.model.arithmetic import ONE
from assess.model.conditions import key_of
from assess.model.nodes import Adjustment, Rounding, Scoring
from assess.model.questions import Question, channels_of
from assess.model.rules import ScoreRule
from assess.model.texts import Data, Text, decimal_of, text_of


class Dimension(NamedTuple):
    """A part of a questionnaire; it holds dimensions or questions. `points` is its maximum where parts are added up.

    Its value is what `scoring` makes of its parts, then what `rule` makes of that, then `adjust`, then `round`. It is
    worked out in each of `channels`, by weight; empty is the channel that is being scored. Where it is not `scored`,
    it is shown and never counted. `levels` say, by level, what an agency does in it.
    """

    id: str
    number: str
    title: Text
    description: Text | None
    levels: Mapping[str, Text]
    weight: Decimal
    points: Decimal | None
    scored: bool
    scoring: Scoring
    rule: ScoreRule | None
    adjust: tuple[Adjustment, ...]
    round: Rounding | None
    channels: Mapping[str, Decimal]
    applies_to: frozenset[str] | None
    dimensions: tuple["Dimension", ...]
    questions: tuple[Question, ...]

    @classmethod
    def from_data(
        cls,
        data: Data,
        language: str,
        option_sets: Mapping[str, Sequence[Data]],
        default: Scoring,
        tiers: Sequence[Data] = (),
    ) -> "Dimension":
        """Build from checked data; `tiers` are those from its own depth down."""
        below = tiers[1:]
        scoring = Scoring.from_data(data.get("scoring", {}), default)
        asked = data.get("questions", ())
        parts = [cls.from_data(each, language, option_sets, default, below) for each in data.get("dimensions", ())]
        return cls(
            id=data["id"],
            number=data.get("number", ""),
            title=Text(data["title"], language),
            description=text_of(data, "description", language),
            levels={key: Text(text, language) for key, text in data.get("levels", {}).items()},
            weight=Decimal(data.get("weight", 1)),
            points=decimal_of(data, "points"),
            scored=data.get("scored", True),
            scoring=scoring,
            rule=ScoreRule.from_data(data["score"], ONE) if "score" in data else None,
            adjust=tuple(Adjustment.from_data(each, language) for each in data.get("adjust", ())),
            round=Rounding.from_data(data) or (Rounding.from_data(tiers[0]) if tiers else None),
            channels=channels_of(data),
            applies_to=frozenset(data["applies_to"]) if "applies_to" in data else None,
            dimensions=tuple(parts),
            questions=tuple(Question.from_data(each, language, option_sets, scoring.missing) for each in asked),
        )

    @property
    def parts(self) -> tuple["Dimension | Question", ...]:
        """The dimensions or the questions it holds, in order."""
        return self.dimensions or self.questions

    @property
    def relative(self) -> int:
        """How many times, one after the other, its own value is made relative to a group: by its formula, its rule."""
        return (self.scoring.over is not None) + (self.rule is not None and self.rule.over is not None)

    def rests_on(self) -> Iterator[str]:
        """Yield the keys of its parts, and of what its adjustments look at."""
        for part in self.parts:
            yield part.id if isinstance(part, Question) else key_of(part.id)
        for each in self.adjust:
            if each.of is not None:
                yield each.of
            if each.condition is not None:
                yield from each.condition.measured()

    def every_question(self) -> Iterator[Question]:
        """Yield all questions below, in order."""
        yield from self.questions
        for each in self.dimensions:
            yield from each.every_question()

    def every_dimension(self) -> Iterator["Dimension"]:
        """Yield this dimension and all below, in order."""
        yield self
        for each in self.dimensions:
            yield from each.every_dimension()
