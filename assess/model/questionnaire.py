"""Questionnaire, Grouping, Source …: the whole instrument of one version."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import localcontext
from typing import Final, NamedTuple, TypeAlias

from assess.model.arithmetic import EXACT
from assess.model.dimensions import Dimension
from assess.model.levels import Level, RankingRule, Scale, levels_of, ranking_of, scale_of
from assess.model.nodes import Scoring
from assess.model.questions import Question
from assess.model.robustness import Plan
from assess.model.texts import Data, Text, text_of
from assess.model.trees import by_depth, looked_at, nodes_of, reach_of, stages_of, surveyed_in


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

    `whole` puts the questionnaire's own dimensions together, as any dimension does with its parts; its id is the
    questionnaire's, its key is "/". `asked_of` holds for each question the kinds of agency that it, and every dimension
    above it, apply to. `surveyed` are the questions that an agency's own answer never counts for: they, or the nearest
    part above that mixes channels, take the survey alone, and no condition looks at them. `nodes` are all dimensions,
    and the whole, by key. `stages` are the keys of what is relative to a group: those of a stage can be worked out for
    the whole group once the stages before are known.
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
    glossary: Mapping[str, Text]
    levels: tuple[Level, ...]
    levels_on: str
    levels_side: str
    whole: Dimension
    ranking: RankingRule
    robustness: Plan
    questions: Mapping[str, Question]
    nodes: Mapping[str, Dimension]
    asked_of: Mapping[str, frozenset[str]]
    surveyed: frozenset[str]
    stages: tuple[tuple[str, ...], ...]

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The questionnaire's own dimensions, in order."""
        return self.whole.dimensions

    @property
    def scoring(self) -> Scoring:
        """How the questionnaire's own dimensions are put together."""
        return self.whole.scoring

    @property
    def in_points(self) -> frozenset[str]:
        """The dimensions, by id, that are shown in points: the node above adds these up, so they have no scale."""
        adding = (each for each in self.nodes.values() if each.scoring.aggregate == "sum")
        return frozenset(part.id for each in adding for part in each.dimensions)

    def kinds_asked(self, dimension: Dimension) -> frozenset[str]:
        """Return the kinds of agency that are asked anything below a dimension."""
        return frozenset[str]().union(*(self.asked_of[each.id] for each in dimension.every_question()))

    def by_depth(self) -> Iterator[tuple[Dimension, int]]:
        """Yield all dimensions in order, each with how deep it stands, from 0."""
        return by_depth(self.dimensions, 0)

    def put_together(self, whole: Dimension) -> "Questionnaire":
        """Return the questionnaire with other dimensions or other words: same ids, same rules."""
        questions = {each.id: each for each in whole.every_question()}
        return self._replace(whole=whole, questions=questions, nodes=nodes_of(whole))

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
        tiers = data.get("tiers", ())
        parts = tuple(Dimension.from_data(each, language, sets, scoring, tiers) for each in dimensions)
        head = {key: data[key] for key in _OF_THE_WHOLE if key in data}
        whole = Dimension.from_data(head, language, sets, Scoring())._replace(dimensions=parts)
        levels = data.get("levels", {})
        bands = levels_of(levels, language)
        return cls(
            id=data["id"],
            version=data["version"],
            language=language,
            title=Text(data["title"], language),
            description=text_of(data, "description", language),
            tiers=_titled(tiers, language),
            applies_to=frozenset(data["applies_to"]),
            scale=scale_of(data),
            sources=_sources(data, language),
            commitments=_commitments(data, language),
            groupings=_groupings(data, language),
            glossary={key: Text(text, language) for key, text in data.get("glossary", {}).items()},
            levels=bands,
            levels_on=levels.get("on", "exact"),
            levels_side=levels.get("side", "from"),
            whole=whole,
            ranking=ranking_of(data.get("ranking", {})),
            robustness=Plan.from_data(data.get("robustness", {})),
            questions={each.id: each for part in parts for each in part.every_question()},
            nodes=nodes_of(whole),
            asked_of=dict(reach for part in parts for reach in reach_of(part, frozenset(data["applies_to"]))),
            surveyed=frozenset(surveyed_in(whole, ())) - looked_at(whole, bands),
            stages=stages_of(whole),
        )


Versions: TypeAlias = Mapping[tuple[str, str], Questionnaire | None]
"""Questionnaires by id and version; None stands for one that was refused."""

_OF_THE_WHOLE: Final = ("id", "title", "scoring", "score", "adjust", "round", "channels")
"""The keys of a questionnaire's head that say how its dimensions are put together, as those of a dimension do."""


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
