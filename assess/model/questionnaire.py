"""Questionnaire, Dimension, Question, Option: the whole instrument of one version, with its scoring rules."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, localcontext
from typing import Any, NamedTuple

from assess.model.arithmetic import EXACT

Data = Mapping[str, Any]

ONE = Decimal(1)
ZERO = Decimal(0)


class Text(NamedTuple):
    """Words for people, and the language they are written in."""

    text: str
    language: str


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
            next=_text(data, "next", language),
        )


class Step(NamedTuple):
    """From this value on (inclusive) an answer earns this share, 0 to 1, of the question's points."""

    start: Decimal
    share: Decimal


class ScoreRule(NamedTuple):
    """How an answer becomes a share of the question's points. Goalposts and steps are numbers; dates count in days."""

    rule: str
    start: Decimal = ZERO
    end: Decimal = ONE
    cap: str = "both"
    steps: tuple[Step, ...] = ()

    @classmethod
    def from_data(cls, data: Data, maximum: Decimal) -> "ScoreRule":
        """Build from checked data; points of a step are turned into a share of `maximum`."""
        steps = [
            Step(
                start=number(each["from"]),
                share=Decimal(each["share"]) if "share" in each else Decimal(each["points"]) / maximum,
            )
            for each in data.get("steps", ())
        ]
        return cls(
            rule=data["rule"],
            start=number(data.get("from", 0)),
            end=number(data.get("to", 1)),
            cap=data.get("cap", "both"),
            steps=tuple(steps),
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
            at_least=_decimal(data, "at_least"),
            at_most=_decimal(data, "at_most"),
            answered=data.get("answered"),
        )

    def questions(self) -> Iterator[str]:
        """Yield the ids of all questions that the condition looks at."""
        if self.question is not None:
            yield self.question
        for each in (*self.every, *self.some, *((self.negated,) if self.negated else ())):
            yield from each.questions()


class Range(NamedTuple):
    """The values that an answer may have, both ends included; None is open."""

    start: Decimal | None
    end: Decimal | None


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
            help=_text(data, "help", language),
            definition=_text(data, "definition", language),
            unit=_text(data, "unit", language),
            data_source=_text(data, "data_source", language),
            verified_by=_text(data, "verified_by", language),
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


class Scoring(NamedTuple):
    """How the parts of a node become its score."""

    aggregate: str = "mean"
    missing: str = "zero"
    min_coverage: Decimal = ZERO

    @classmethod
    def from_data(cls, data: Data, default: "Scoring") -> "Scoring":
        """Build from checked data; what is not said is as in `default`. In YAML, `missing: null` reads as nothing."""
        return cls(
            aggregate=data.get("aggregate", default.aggregate),
            missing=(data["missing"] or "null") if "missing" in data else default.missing,
            min_coverage=Decimal(data.get("min_coverage", default.min_coverage)),
        )


class Dimension(NamedTuple):
    """A part of a questionnaire; it holds dimensions or questions. `points` is its maximum where parts are added up."""

    id: str
    number: str
    title: Text
    description: Text | None
    weight: Decimal
    points: Decimal | None
    scoring: Scoring
    applies_to: frozenset[str] | None
    dimensions: tuple["Dimension", ...]
    questions: tuple[Question, ...]

    @classmethod
    def from_data(
        cls, data: Data, language: str, option_sets: Mapping[str, Sequence[Data]], default: Scoring
    ) -> "Dimension":
        """Build from checked data."""
        parts = [cls.from_data(each, language, option_sets, default) for each in data.get("dimensions", ())]
        return cls(
            id=data["id"],
            number=data.get("number", ""),
            title=Text(data["title"], language),
            description=_text(data, "description", language),
            weight=Decimal(data.get("weight", 1)),
            points=_decimal(data, "points"),
            scoring=Scoring.from_data(data.get("scoring", {}), default),
            applies_to=frozenset(data["applies_to"]) if "applies_to" in data else None,
            dimensions=tuple(parts),
            questions=tuple(Question.from_data(each, language, option_sets) for each in data.get("questions", ())),
        )

    @property
    def parts(self) -> tuple["Dimension | Question", ...]:
        """The dimensions or the questions it holds, in order."""
        return self.dimensions or self.questions

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


class Titled(NamedTuple):
    """An id with its title: a tier, or a value of a grouping."""

    id: str
    title: Text


class Level(NamedTuple):
    """A named band of scores. `start` is on the questionnaire's scale."""

    id: str
    title: Text
    start: Decimal
    description: Text | None


class Scale(NamedTuple):
    """What a fraction from 0 to 1 is shown on, and with how many decimals."""

    start: Decimal = ZERO
    end: Decimal = Decimal(100)
    decimals: int = 1


class RankingRule(NamedTuple):
    """How agencies are ranked: within what, on which value, and who is left out."""

    within: str = "kind"
    on: str = "exact"
    min_coverage: Decimal = ZERO
    min_group: int = 1


class Source(NamedTuple):
    """A document that the questionnaire is drawn from. `date` is ISO, or a year."""

    id: str
    title: Text
    publisher: str | None
    date: str | None
    url: str | None


class Commitment(NamedTuple):
    """Something that a source commits to."""

    id: str
    source: str
    text: Text


class Grouping(NamedTuple):
    """Another reading of the same questions: each question names at most one of the values."""

    id: str
    title: Text
    values: tuple[Titled, ...]


class Questionnaire(NamedTuple):
    """The whole instrument of one version.

    `asked_of` holds for each question the kinds of agency that it, and every dimension above it, apply to.
    """

    id: str
    version: str
    language: str
    title: Text
    description: Text | None
    tiers: tuple[Titled, ...]
    applies_to: frozenset[str]
    scale: Scale
    sources: Mapping[str, Source]
    commitments: Mapping[str, Commitment]
    groupings: tuple[Grouping, ...]
    levels: tuple[Level, ...]
    levels_on: str
    levels_side: str
    scoring: Scoring
    ranking: RankingRule
    dimensions: tuple[Dimension, ...]
    questions: Mapping[str, Question]
    asked_of: Mapping[str, frozenset[str]]

    @classmethod
    def from_data(cls, data: Data, dimensions: Sequence[Data]) -> "Questionnaire":
        """Build from the checked data of questionnaire.yaml and of its dimensions, in the questionnaire's order."""
        with localcontext(EXACT):
            return cls._from_data(data, dimensions)

    @classmethod
    def _from_data(cls, data: Data, dimensions: Sequence[Data]) -> "Questionnaire":
        language = data["language"]
        scoring = Scoring.from_data(data.get("scoring", {}), Scoring())
        sets = data.get("option_sets", {})
        parts = tuple(Dimension.from_data(each, language, sets, scoring) for each in dimensions)
        levels = data.get("levels", {})
        return cls(
            id=data["id"],
            version=data["version"],
            language=language,
            title=Text(data["title"], language),
            description=_text(data, "description", language),
            tiers=_titled(data.get("tiers", ()), language),
            applies_to=frozenset(data["applies_to"]),
            scale=_scale(data),
            sources=_sources(data, language),
            commitments=_commitments(data, language),
            groupings=_groupings(data, language),
            levels=_levels(levels, language),
            levels_on=levels.get("on", "exact"),
            levels_side=levels.get("side", "from"),
            scoring=scoring,
            ranking=_ranking(data.get("ranking", {})),
            dimensions=parts,
            questions={each.id: each for part in parts for each in part.every_question()},
            asked_of=dict(reach for part in parts for reach in _reach(part, frozenset(data["applies_to"]))),
        )


def number(value: Any) -> Decimal:
    """Return a goalpost or an answer as a number; a date (`2026-03-31`) as its day number."""
    return Decimal(date.fromisoformat(value).toordinal()) if isinstance(value, str) else Decimal(value)


def maximum_of(data: Data, offered: Sequence[Data]) -> Decimal:
    """Return the most points of a question: as written, else its best option (all for choices), else 1."""
    if "points" in data:
        return Decimal(data["points"])
    points = [Decimal(each["points"]) for each in offered if "points" in each]
    return (sum(points, ZERO) if data["type"] == "choices" else max(points, default=ZERO)) or ONE


def _reach(part: Dimension, kinds: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield for each question the kinds of agency that it and everything above it apply to."""
    kinds = kinds if part.applies_to is None else kinds & part.applies_to
    for question in part.questions:
        yield question.id, kinds if question.applies_to is None else kinds & question.applies_to
    for each in part.dimensions:
        yield from _reach(each, kinds)


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


def _text(data: Data, key: str, language: str) -> Text | None:
    return Text(data[key], language) if key in data else None


def _decimal(data: Data, key: str) -> Decimal | None:
    return Decimal(data[key]) if key in data else None


def _titled(data: Sequence[Data], language: str) -> tuple[Titled, ...]:
    return tuple(Titled(id=each["id"], title=Text(each["title"], language)) for each in data)


def _scale(data: Data) -> Scale:
    scale = data.get("scale")
    if not scale:
        return Scale()
    return Scale(start=Decimal(scale["from"]), end=Decimal(scale["to"]), decimals=int(scale["decimals"]))


def _sources(data: Data, language: str) -> Mapping[str, Source]:
    return {
        each["id"]: Source(
            id=each["id"],
            title=Text(each["title"], language),
            publisher=each.get("publisher"),
            date=each.get("date") or (str(int(each["year"])) if "year" in each else None),
            url=each.get("url"),
        )
        for each in data.get("sources", ())
    }


def _commitments(data: Data, language: str) -> Mapping[str, Commitment]:
    return {
        key: Commitment(id=key, source=each["source"], text=Text(each["text"], language))
        for key, each in data.get("commitments", {}).items()
    }


def _groupings(data: Data, language: str) -> tuple[Grouping, ...]:
    return tuple(
        Grouping(id=each["id"], title=Text(each["title"], language), values=_titled(each["values"], language))
        for each in data.get("groupings", ())
    )


def _levels(data: Data, language: str) -> tuple[Level, ...]:
    return tuple(
        Level(
            id=each["id"],
            title=Text(each["title"], language),
            start=Decimal(each["from"]),
            description=_text(each, "description", language),
        )
        for each in data.get("bands", ())
    )


def _ranking(data: Data) -> RankingRule:
    return RankingRule(
        within=data.get("within", "kind"),
        on=data.get("on", "exact"),
        min_coverage=Decimal(data.get("min_coverage", 0)),
        min_group=int(data.get("min_group", 1)),
    )


def _comparable(value: Any) -> Any:
    """Return a value of a test as answers hold it: numbers as decimals."""
    return Decimal(value) if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else value
