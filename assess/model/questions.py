"""Question, Option: what is asked, and what may be answered."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from assess.model.arithmetic import ONE, ZERO
from assess.model.conditions import Condition
from assess.model.nodes import Rounding
from assess.model.rules import Preparation, Range, ScoreRule
from assess.model.texts import Data, Text, text_of

MEASURED: Final = ("number", "percent", "count", "ratio")
"""The types of question whose answers are numbers."""


class Option(NamedTuple):
    """An answer on offer. `points` are out of the question's maximum."""

    id: str
    text: Text
    points: Decimal
    evidence: str | None
    shown_by: Text | None
    next: Text | None

    @classmethod
    def from_data(cls, data: Data, language: str, maximum: Decimal) -> "Option":
        """Build from checked data; a `share` is turned into points of `maximum`."""
        points = Decimal(data.get("points", 0))
        return cls(
            id=data["id"],
            text=Text(data["text"], language),
            points=Decimal(data["share"]) * maximum if "share" in data else points,
            evidence=data.get("evidence"),
            shown_by=text_of(data, "shown_by", language),
            next=text_of(data, "next", language),
        )


class Question(NamedTuple):
    """What is asked. `maximum` is the most points it can earn; `applies_to` None means every kind of agency.

    `shares` holds for each option its share, from 0 to 1, of the maximum. `prepare` makes a number ready for `rule`.
    `combine` (any, all, mean, best) says how the answers given for each piece of evidence become one. Empty
    `channels` stand for the channel that is being scored; else each has its weight, and `missing`, which is that of the
    dimension, says what becomes of one without an answer.
    """

    id: str
    number: str
    text: Text
    help: Text | None
    definition: Text | None
    unit: Text | None
    data_source: Text | None
    verified_by: Text | None
    type: str
    options: Mapping[str, Option]
    option_set: str | None
    shares: Mapping[str, Decimal]
    maximum: Decimal
    weight: Decimal
    rule: ScoreRule
    prepare: tuple[Preparation, ...]
    combine: str | None
    round: Rounding | None
    channels: Mapping[str, Decimal]
    missing: str
    range: Range
    commitments: tuple[str, ...]
    groupings: Mapping[str, str]
    applies_to: frozenset[str] | None
    when: Condition | None
    evidence: str
    not_applicable: bool
    scored: bool

    @classmethod
    def from_data(
        cls, data: Data, language: str, option_sets: Mapping[str, Sequence[Data]], missing: str
    ) -> "Question":
        """Build from checked data; `missing` is the policy of the dimension that holds it."""
        named = data.get("options")
        offered: Sequence[Data] = option_sets[named] if isinstance(named, str) else named or ()
        maximum = maximum_of(data, offered)
        options = [Option.from_data(each, language, maximum) for each in offered]
        return cls(
            id=data["id"],
            number=data.get("number", ""),
            text=Text(data["text"], language),
            help=text_of(data, "help", language),
            definition=text_of(data, "definition", language),
            unit=text_of(data, "unit", language),
            data_source=text_of(data, "data_source", language),
            verified_by=text_of(data, "verified_by", language),
            type=data["type"],
            options={each.id: each for each in options},
            option_set=named if isinstance(named, str) else None,
            shares={each.id: each.points / maximum for each in options},
            maximum=maximum,
            weight=Decimal(data.get("weight", 1)),
            rule=_rule(data, maximum),
            prepare=tuple(Preparation.from_data(each) for each in data.get("prepare", ())),
            combine=data.get("combine"),
            round=Rounding.from_data(data),
            channels=channels_of(data),
            missing=missing,
            range=range_of(data),
            commitments=tuple(data.get("commitments", ())),
            groupings=data.get("groupings", {}),
            applies_to=frozenset(data["applies_to"]) if "applies_to" in data else None,
            when=Condition.from_data(data["when"]) if "when" in data else None,
            evidence=data.get("evidence", "none"),
            not_applicable=data.get("not_applicable") == "allowed",
            scored=data.get("scored", True),
        )

    @property
    def comes_to_points(self) -> bool:
        """Whether answers can be scored at all: an unscored question may be text, or a number without a rule."""
        return self.rule.rule != "points" or self.type in ("choice", "choices", "yes_no")

    @property
    def relative(self) -> bool:
        """Whether its score is relative to a group."""
        return self.rule.over is not None or any(each.over is not None for each in self.prepare)


def maximum_of(data: Data, offered: Sequence[Data]) -> Decimal:
    """Return the most points of a question: as written, else as its rule says.

    That is its best option; of choices that are added up, all of them; of those that are counted, how many count; or 1.
    """
    if "points" in data:
        return Decimal(data["points"])
    points = [Decimal(each["points"]) for each in offered if "points" in each]
    rule = data.get("score", {}).get("rule", "points")
    if data["type"] == "choices" and rule == "count":
        return Decimal(data["score"].get("of", sum(1 for each in points if each))) or ONE
    return (sum(points, ZERO) if data["type"] == "choices" and rule in _ADDED else max(points, default=ZERO)) or ONE


_ADDED: Final = ("points", "fraction")


def channels_of(data: Data) -> Mapping[str, Decimal]:
    """Return the weight of each channel that a node mixes; empty where it takes the one that is being scored."""
    return {key: Decimal(each) for key, each in data.get("channels", {}).items()}


def range_of(data: Data) -> Range:
    """Return the values that the answer to a question may have: as written, else as its type says."""
    ends = {"percent": (ZERO, Decimal(100)), "count": (ZERO, None), "ratio": (ZERO, ONE)}
    start, end = ends.get(data["type"], (None, None))
    written = data.get("range", {})
    return Range(
        start=Decimal(written["from"]) if "from" in written else start,
        end=Decimal(written["to"]) if "to" in written else end,
    )


def _rule(data: Data, maximum: Decimal) -> ScoreRule:
    if "score" in data:
        return ScoreRule.from_data(data["score"], maximum)
    if data["type"] == "percent":
        return ScoreRule(rule="linear", end=Decimal(100))
    return ScoreRule(rule="linear") if data["type"] == "ratio" else ScoreRule(rule="points")
