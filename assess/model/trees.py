"""What follows from a questionnaire's tree: its nodes by key, whom a question reaches, what is relative to a group."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from decimal import Decimal

from assess.model.conditions import WHOLE, key_of
from assess.model.dimensions import Dimension
from assess.model.levels import Level


def nodes_of(whole: Dimension) -> dict[str, Dimension]:
    """Return the whole and every dimension in it, by key."""
    below = {key_of(each.id): each for part in whole.dimensions for each in part.every_dimension()}
    return {WHOLE: whole, **below}


def by_depth(dimensions: Sequence[Dimension], depth: int) -> Iterator[tuple[Dimension, int]]:
    """Yield dimensions and all inside them in order, each with how deep it stands."""
    for each in dimensions:
        yield each, depth
        yield from by_depth(each.dimensions, depth + 1)


def reach_of(part: Dimension, kinds: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield for each question the kinds of agency that it and everything above it apply to."""
    kinds = kinds if part.applies_to is None else kinds & part.applies_to
    for question in part.questions:
        yield question.id, kinds if question.applies_to is None else kinds & question.applies_to
    for each in part.dimensions:
        yield from reach_of(each, kinds)


def surveyed_in(part: Dimension, above: Collection[str]) -> Iterator[str]:
    """Yield the questions that only the survey is heard on; `above` are the channels that are heard of a part.

    A review is of what the agency answered, so its answer counts where the verified channel does.
    """
    heard = _heard(part.channels) or above
    for question in part.questions:
        if set(_heard(question.channels) or heard) == {"survey"}:
            yield question.id
    for each in part.dimensions:
        yield from surveyed_in(each, heard)


def looked_at(whole: Dimension, bands: Sequence[Level]) -> Set[str]:
    """Return the questions that some condition looks at."""
    nodes = nodes_of(whole).values()
    conditions = [each.when for each in whole.every_question()]
    conditions += [step.condition for node in nodes for step in node.adjust]
    conditions += [band.requires for band in bands]
    added = {step.of for node in nodes for step in node.adjust if step.of is not None}
    return added | {key for each in conditions if each is not None for key in each.questions()}


def stages_of(whole: Dimension) -> tuple[tuple[str, ...], ...]:
    """Return the keys of what is relative to a group, in stages: each comes after all that it rests on."""
    nodes = nodes_of(whole)
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


def _heard(channels: Mapping[str, Decimal]) -> Collection[str]:
    return [key for key, weight in channels.items() if weight]
