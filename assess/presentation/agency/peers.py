"""Where the peers of an agency stand, in each dimension and question: worked out once for each cohort."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from assess.model.arithmetic import ZERO, median, percentile
from assess.ranking import Cohort, Record

COHORTS_KEPT: Final = 64
_QUARTER: Final = (Decimal(25), Decimal(75))


class Quartiles(NamedTuple):
    """The lowest of some shares, their quartiles with the median between them, and the highest."""

    low: Decimal
    lower: Decimal
    middle: Decimal
    upper: Decimal
    high: Decimal


def quartiles(values: Sequence[Decimal]) -> Quartiles:
    """Return the quartiles of shares, of which there is one at least; definition 7 of Hyndman and Fan (1996)."""
    ordered = sorted(values)
    lower, upper = (percentile(ordered, each) for each in _QUARTER)
    return Quartiles(ordered[0], lower, median(ordered), upper, ordered[-1])


@lru_cache(maxsize=COHORTS_KEPT)
def dimension_quartiles(cohort: Cohort) -> Mapping[str, tuple[Quartiles | None, ...]]:
    """Return for each group the quartiles of the questionnaire's own dimensions, over the agencies that have a rank.

    None where fewer than the questionnaire's `min_group` have a value.
    """
    least = max(1, cohort.questionnaire.ranking.min_group)
    found = {}
    for group, records in _ranked(cohort).items():
        columns = zip(*(each.dimensions for each in records), strict=True)
        known = [[value for value in column if value is not None] for column in columns]
        found[group] = tuple(quartiles(each) if len(each) >= least else None for each in known)
    return found


@lru_cache(maxsize=COHORTS_KEPT)
def question_medians(cohort: Cohort) -> Mapping[str, Mapping[str, Decimal]]:
    """Return for each group the median share that a question earns, over the agencies with a rank that it counts for.

    Left out are questions that count for fewer than the questionnaire's `min_group`.
    """
    least = max(1, cohort.questionnaire.ranking.min_group)
    found: dict[str, Mapping[str, Decimal]] = {}
    for group, records in _ranked(cohort).items():
        shares: dict[str, list[Decimal]] = {}
        for record in records:
            for key, value in question_shares(cohort, record).items():
                shares.setdefault(key, []).append(value)
        found[group] = {key: median(values) for key, values in shares.items() if len(values) >= least}
    return found


def question_shares(cohort: Cohort, record: Record) -> Mapping[str, Decimal]:
    """Return the share that each question earns which counts for an agency, in the questionnaire's order.

    One without a value earns nothing where its dimension says so, and is left out elsewhere.
    """
    if record.profile is None or cohort.shape is None:
        return {}
    found = {}
    for key, column in _columns(cohort):
        value = record.profile.values[column]
        if value is None and key in _zeros(cohort):
            value = ZERO
        if value is not None and record.profile.weights[column]:
            found[key] = value
    return found


def _ranked(cohort: Cohort) -> Mapping[str, Sequence[Record]]:
    """Return the records that have a rank, by their group."""
    found: dict[str, list[Record]] = {}
    for record in cohort.records.values():
        standing = cohort.standings[record.agency]
        if standing.rank is not None:
            found.setdefault(standing.group, []).append(record)
    return found


@lru_cache(maxsize=COHORTS_KEPT)
def _columns(cohort: Cohort) -> Sequence[tuple[str, int]]:
    """Return each question with its column in the profiles."""
    keys = cohort.shape.keys if cohort.shape else ()
    return [(key, n) for n, key in enumerate(keys) if key in cohort.questionnaire.questions]


@lru_cache(maxsize=COHORTS_KEPT)
def _zeros(cohort: Cohort) -> frozenset[str]:
    """Return the questions that earn nothing where they have no value."""
    nodes = cohort.questionnaire.nodes.values()
    return frozenset(each.id for node in nodes if node.scoring.missing == "zero" for each in node.questions)
