"""How the agencies of a pool spread over a part: median, quartiles, who leads. Worked out once for all languages."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from assess.model.arithmetic import ONE, compared, median, percentile
from assess.model.conditions import WHOLE, is_node_key, key_of
from assess.presentation.parts.pools import Pool, columns_of, places_of, pool_of, told_apart
from assess.ranking import Cohort, Record
from assess.scoring import level_of

BINS: Final = 10
SPREADS_KEPT: Final = 16_384
QUARTERS_KEPT: Final = 64
LEADERS: Final = 3
BEST: Final = 5
LEADERS_AT_MOST: Final = 6
"""So many are shown where several share the last place; with more of them, the rest of those are only counted."""

Valued: TypeAlias = tuple[Decimal, str]
"""A share, as it is compared, and the agency that has it."""


class Leader(NamedTuple):
    """An agency near the head of its pool in one part; `place` is shared where it is `tied`."""

    agency: str
    value: Decimal
    place: int
    tied: bool


class Spread(NamedTuple):
    """How those of a pool that have a value in a part spread; values are shares.

    `bins` counts them by tenths of the scale. `leaders` are the first ones, `more` how many others share the place of
    the last of them; `best` are the first few of the `alike` who have the best value. `full` is how many have all there
    is.
    """

    size: int
    median: Decimal
    quartiles: tuple[Decimal, Decimal]
    bins: tuple[int, ...]
    leaders: tuple[Leader, ...]
    more: int
    best: tuple[Leader, ...]
    alike: int
    full: int


@lru_cache(maxsize=SPREADS_KEPT)
def spread_of(cohort: Cohort, pool: str, key: str) -> Spread | None:
    """Return how a pool spreads over a dimension or a question, by key; None where fewer than `min_group` have it."""
    return _spread(cohort, _ordered(cohort, _values(cohort, pool_of(cohort, pool), key)))


@lru_cache(maxsize=SPREADS_KEPT)
def levels_of(cohort: Cohort, pool: str, key: str) -> Mapping[str | None, int]:
    """Return how many of a pool reach each level in a dimension, by id; None is for those who reach none."""
    found = _values(cohort, pool_of(cohort, pool), key)
    reached = [level_of(cohort.questionnaire, value) for value, _ in found if value is not None]
    return Counter(each.id if each else None for each in reached)


@lru_cache(maxsize=SPREADS_KEPT)
def spread_of_reading(cohort: Cohort, pool: str, place: int) -> Spread | None:
    """Return how a pool spreads over a value of a grouping, by its place in `Record.groupings`."""
    records = pool_of(cohort, pool).records
    return _spread(cohort, _ordered(cohort, ((each.groupings[place], each.agency) for each in records)))


@lru_cache(maxsize=QUARTERS_KEPT)
def leading_quarter(cohort: Cohort, pool: str, key: str) -> frozenset[str] | None:
    """Return the quarter of a pool that leads in a part, with all who tie with its last.

    None where it, or the rest, is smaller than `min_group`, or where so many tie that they are more than a half.
    """
    found = _ordered(cohort, _values(cohort, pool_of(cohort, pool), key))
    if not found:
        return None
    last = found[(len(found) - 1) // 4][0]
    first = [place for place, (value, _) in enumerate(found) if value == last][-1] + 1
    least = max(1, least_of(cohort))
    return (
        frozenset(agency for _, agency in found[:first]) if least <= first <= len(found) - max(least, first) else None
    )


def least_of(cohort: Cohort) -> int:
    """Return how many agencies a statistic takes at least."""
    return cohort.questionnaire.ranking.min_group


def _values(cohort: Cohort, pool: Pool, key: str) -> Iterator[tuple[Decimal | None, str]]:
    """Yield the share of each agency of a pool in a part: of questions, only where these are answered."""
    if key == WHOLE:
        return ((each.value, each.agency) for each in pool.records)
    column = columns_of(cohort).get(key)
    if column is None or key in told_apart(cohort):
        return iter(())
    if not is_node_key(key):
        place = places_of(cohort)[key]
        return (
            (_column(each, column), each.agency)
            for each in pool.records
            if each.answers[place] == "answered" or not isinstance(each.answers[place], str)
        )
    node = cohort.questionnaire.nodes[key]
    kinds = cohort.questionnaire.kinds_asked(node)
    tops = [key_of(each.id) for each in cohort.questionnaire.dimensions]
    if key in tops:  # as the medians of the cohort take them
        top = tops.index(key)
        return ((each.dimensions[top], each.agency) for each in pool.records)
    return ((_column(each, column), each.agency) for each in pool.records if each.kind in kinds)


def _column(record: Record, column: int) -> Decimal | None:
    return None if record.profile is None else record.profile.values[column]


def _ordered(cohort: Cohort, values: Iterator[tuple[Decimal | None, str]]) -> Sequence[Valued]:
    """Return those that have a value, best first; equal ones by rank."""
    found = [(compared(value), agency) for value, agency in values if value is not None]
    found.sort(key=_value_of, reverse=cohort.questionnaire.ranking.order == "highest")
    return found


def _value_of(valued: Valued) -> Decimal:
    return valued[0]


def _spread(cohort: Cohort, found: Sequence[Valued]) -> Spread | None:
    if not found or len(found) < least_of(cohort):
        return None
    ascending = sorted(value for value, _ in found)
    bins = Counter(min(max(int(value * BINS), 0), BINS - 1) for value in ascending)
    values = [value for value, _ in found]
    alike = values.count(values[0])
    count = _count_leading(values)
    shown = count if count <= LEADERS_AT_MOST else LEADERS
    return Spread(
        size=len(found),
        median=median(ascending),
        quartiles=(percentile(ascending, Decimal(25)), percentile(ascending, Decimal(75))),
        bins=tuple(bins[n] for n in range(BINS)),
        leaders=tuple(_leaders(found[:shown], values)),
        more=count - shown,
        best=tuple(_leaders(found[: min(alike, BEST)], values)),
        alike=alike,
        full=sum(value >= ONE for value in ascending),
    )


def _count_leading(values: Sequence[Decimal]) -> int:
    """Return how many lead: the first ones, and all who share the place of the last of them."""
    first = values[:LEADERS]
    return len(first) + values[LEADERS:].count(first[-1])


def _leaders(found: Sequence[Valued], values: Sequence[Decimal]) -> Iterator[Leader]:
    for value, agency in found:
        yield Leader(agency, value, values.index(value) + 1, values.count(value) > 1)
