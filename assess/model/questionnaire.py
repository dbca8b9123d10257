"""Questionnaire, Grouping, Source …: the whole instrument of one version."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from decimal import Decimal, localcontext
from typing import Final, NamedTuple, TypeAlias

from assess.model.arithmetic import EXACT
from assess.model.conditions import WHOLE, key_of
from assess.model.dimensions import Dimension
from assess.model.levels import Level, RankingRule, Scale, levels_of, ranking_of, scale_of
from assess.model.nodes import Scoring
from assess.model.questions import Question
from assess.model.robustness import Plan
from assess.model.texts import Data, Text, text_of


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
        return _by_depth(self.dimensions, 0)

    def put_together(self, whole: Dimension) -> "Questionnaire":
        """Return the questionnaire with other dimensions or other words: same ids, same rules."""
        questions = {each.id: each for each in whole.every_question()}
        return self._replace(whole=whole, questions=questions, nodes=_nodes(whole))

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
            nodes=_nodes(whole),
            asked_of=dict(reach for part in parts for reach in _reach(part, frozenset(data["applies_to"]))),
            surveyed=frozenset(_surveyed(whole, ())) - _looked_at(whole, bands),
            stages=stages_of(whole),
        )


Versions: TypeAlias = Mapping[tuple[str, str], Questionnaire | None]
"""Questionnaires by id and version; None stands for one that was refused."""

_OF_THE_WHOLE: Final = ("id", "title", "scoring", "score", "adjust", "round", "channels")
"""The keys of a questionnaire's head that say how its dimensions are put together, as those of a dimension do."""


def stages_of(whole: Dimension) -> tuple[tuple[str, ...], ...]:
    """Return the keys of what is relative to a group, in stages: each comes after all that it rests on."""
    nodes = _nodes(whole)
    questions = {each.id: each for each in whole.every_question()}
    heights: dict[str, int] = {}

    def height(key: str) -> int:
        """Return after how many stages a question or node is known, its own among them."""
        if key not in heights:
            if key in questions:
                heights[key] = int(questions[key].relative)
            else:
                node = nodes[key]
                heights[key] = max(map(height, node.rests_on()), default=0) + node.relative
        return heights[key]

    height(WHOLE)
    steps = {key: int((questions.get(key) or nodes[key]).relative) for key in (*questions, *nodes) if key in heights}
    return tuple(
        tuple(key for key, own in steps.items() if heights[key] - own < n <= heights[key])
        for n in range(1, max(heights.values()) + 1)
    )


def _by_depth(dimensions: Sequence[Dimension], depth: int) -> Iterator[tuple[Dimension, int]]:
    for each in dimensions:
        yield each, depth
        yield from _by_depth(each.dimensions, depth + 1)


def _nodes(whole: Dimension) -> dict[str, Dimension]:
    below = {key_of(each.id): each for part in whole.dimensions for each in part.every_dimension()}
    return {WHOLE: whole, **below}


def _reach(part: Dimension, kinds: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield for each question the kinds of agency that it and everything above it apply to."""
    kinds = kinds if part.applies_to is None else kinds & part.applies_to
    for question in part.questions:
        yield question.id, kinds if question.applies_to is None else kinds & question.applies_to
    for each in part.dimensions:
        yield from _reach(each, kinds)


def _surveyed(part: Dimension, above: Collection[str]) -> Iterator[str]:
    """Yield the questions that only the survey is heard on; `above` are the channels that are heard of a part.

    A review is of what the agency answered, so its answer counts where the verified channel does.
    """
    heard = _heard(part.channels) or above
    for question in part.questions:
        if set(_heard(question.channels) or heard) == {"survey"}:
            yield question.id
    for each in part.dimensions:
        yield from _surveyed(each, heard)


def _looked_at(whole: Dimension, bands: Sequence[Level]) -> Set[str]:
    """Return the questions that some condition looks at."""
    nodes = _nodes(whole).values()
    conditions = [each.when for each in whole.every_question()]
    conditions += [step.condition for node in nodes for step in node.adjust]
    conditions += [band.requires for band in bands]
    added = {step.of for node in nodes for step in node.adjust if step.of is not None}
    return added | {key for each in conditions if each is not None for key in each.questions()}


def _heard(channels: Mapping[str, Decimal]) -> Collection[str]:
    return [key for key, weight in channels.items() if weight]


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
