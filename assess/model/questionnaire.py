"""Questionnaire, Dimension, Grouping …: the whole instrument of one version."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, localcontext
from typing import NamedTuple

from assess.model.arithmetic import EXACT
from assess.model.questions import Question
from assess.model.rules import Level, RankingRule, Scale, Scoring, levels_of, ranking_of, scale_of
from assess.model.texts import Data, Text, decimal_of, text_of


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
            description=text_of(data, "description", language),
            weight=Decimal(data.get("weight", 1)),
            points=decimal_of(data, "points"),
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
            description=text_of(data, "description", language),
            tiers=_titled(data.get("tiers", ()), language),
            applies_to=frozenset(data["applies_to"]),
            scale=scale_of(data),
            sources=_sources(data, language),
            commitments=_commitments(data, language),
            groupings=_groupings(data, language),
            levels=levels_of(levels, language),
            levels_on=levels.get("on", "exact"),
            levels_side=levels.get("side", "from"),
            scoring=scoring,
            ranking=ranking_of(data.get("ranking", {})),
            dimensions=parts,
            questions={each.id: each for part in parts for each in part.every_question()},
            asked_of=dict(reach for part in parts for reach in _reach(part, frozenset(data["applies_to"]))),
        )


def _reach(part: Dimension, kinds: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield for each question the kinds of agency that it and everything above it apply to."""
    kinds = kinds if part.applies_to is None else kinds & part.applies_to
    for question in part.questions:
        yield question.id, kinds if question.applies_to is None else kinds & question.applies_to
    for each in part.dimensions:
        yield from _reach(each, kinds)


def _titled(data: Sequence[Data], language: str) -> tuple[Titled, ...]:
    return tuple(Titled(id=each["id"], title=Text(each["title"], language)) for each in data)


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
