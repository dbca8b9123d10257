"""Question, Option, Condition: what is asked, what may be answered, and whether it is asked at all."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from assess.model.arithmetic import ONE, ZERO
from assess.model.rules import Range, ScoreRule
from assess.model.texts import Data, Text, decimal_of, text_of


class Option(NamedTuple):
    """An answer on offer. `points` are out of the question's maximum."""

    id: str
    text: Text
    points: Decimal
    evidence: str | None
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
            next=text_of(data, "next", language),
        )


class Condition(NamedTuple):
    """Whether a question is asked: all, any or not of others, or a test on the answer to one question."""

    every: tuple["Condition", ...] = ()
    some: tuple["Condition", ...] = ()
    negated: "Condition | None" = None
    question: str | None = None
    values: tuple[Any, ...] | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    answered: bool | None = None

    @classmethod
    def from_data(cls, data: Data) -> "Condition":
        """Build from checked data."""
        return cls(
            every=tuple(cls.from_data(each) for each in data.get("all", ())),
            some=tuple(cls.from_data(each) for each in data.get("any", ())),
            negated=cls.from_data(data["not"]) if "not" in data else None,
            question=data.get("question"),
            values=tuple(map(_comparable, data["is"])) if "is" in data else None,
            at_least=decimal_of(data, "at_least"),
            at_most=decimal_of(data, "at_most"),
            answered=data.get("answered"),
        )

    def questions(self) -> Iterator[str]:
        """Yield the ids of all questions that the condition looks at."""
        if self.question is not None:
            yield self.question
        for each in (*self.every, *self.some, *((self.negated,) if self.negated else ())):
            yield from each.questions()


class Question(NamedTuple):
    """What is asked. `maximum` is the most points it can earn; `applies_to` None means every kind of agency.

    `shares` holds for each option its share, from 0 to 1, of the maximum.
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
    range: Range
    commitments: tuple[str, ...]
    groupings: Mapping[str, str]
    applies_to: frozenset[str] | None
    when: Condition | None
    evidence: str
    not_applicable: bool
    scored: bool

    @classmethod
    def from_data(cls, data: Data, language: str, option_sets: Mapping[str, Sequence[Data]]) -> "Question":
        """Build from checked data."""
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
            range=_range(data),
            commitments=tuple(data.get("commitments", ())),
            groupings=data.get("groupings", {}),
            applies_to=frozenset(data["applies_to"]) if "applies_to" in data else None,
            when=Condition.from_data(data["when"]) if "when" in data else None,
            evidence=data.get("evidence", "none"),
            not_applicable=data.get("not_applicable") == "allowed",
            scored=data.get("scored", True),
        )


def maximum_of(data: Data, offered: Sequence[Data]) -> Decimal:
    """Return the most points of a question: as written, else its best option (all for choices), else 1."""
    if "points" in data:
        return Decimal(data["points"])
    points = [Decimal(each["points"]) for each in offered if "points" in each]
    return (sum(points, ZERO) if data["type"] == "choices" else max(points, default=ZERO)) or ONE


def _rule(data: Data, maximum: Decimal) -> ScoreRule:
    if "score" in data:
        return ScoreRule.from_data(data["score"], maximum)
    if data["type"] == "percent":
        return ScoreRule(rule="linear", end=Decimal(100))
    return ScoreRule(rule="linear") if data["type"] == "ratio" else ScoreRule(rule="points")


def _range(data: Data) -> Range:
    ends = {"percent": (ZERO, Decimal(100)), "count": (ZERO, None), "ratio": (ZERO, ONE)}
    start, end = ends.get(data["type"], (None, None))
    written = data.get("range", {})
    return Range(
        start=Decimal(written["from"]) if "from" in written else start,
        end=Decimal(written["to"]) if "to" in written else end,
    )


def _comparable(value: Any) -> Any:
    """Return a value of a test as answers hold it: numbers as decimals."""
    return Decimal(value) if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else value
