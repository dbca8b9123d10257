"""Whom the results of a part are told of: the agencies that are ranked together, pool by pool."""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from assess.model.conditions import key_of
from assess.presentation.surroundings import Surroundings, group_name
from assess.ranking import ALL, Cohort, Record

COHORTS_KEPT: Final = 64
POOLS_AT_MOST: Final = 6
"""With more groups that are ranked apart, all their agencies are told of together: pages would have no end."""


class Pool(NamedTuple):
    """Agencies whose results are told of together, by rank. `id` is that of their group, or "all" for all groups."""

    id: str
    records: tuple[Record, ...]


@lru_cache(maxsize=COHORTS_KEPT)
def pools_of(cohort: Cohort) -> tuple[Pool, ...]:
    """Return the pools of a cohort, in the order of the register: those who have a rank, as medians take them."""
    pools = [Pool(each.id, _by_rank(cohort, each.agencies)) for each in cohort.groups]
    pools = [each for each in pools if each.records]
    if len(pools) <= POOLS_AT_MOST:
        return tuple(pools)
    return (Pool(ALL, _by_rank(cohort, [record.agency for each in pools for record in each.records])),)


def unranked_groups(cohort: Cohort) -> Collection[str]:
    """Return the groups with results none of which is ranked; nothing where all groups are told of together."""
    received = {each.id for each in cohort.groups if cohort.of_group(each)}
    pools = {each.id for each in pools_of(cohort)}
    return () if ALL in pools - received else received - pools


def pool_of(cohort: Cohort, name: str) -> Pool:
    """Return a pool by its id."""
    return next(each for each in pools_of(cohort) if each.id == name)


def pool_title(around: Surroundings, cohort: Cohort, pool: Pool) -> str:
    """Return what a pool is called."""
    grouped = any(each.id == pool.id for each in cohort.groups)
    language = around.edition(cohort).language
    return group_name(around, cohort, pool.id, language) if grouped else around.words["all_agencies"]


@lru_cache(maxsize=COHORTS_KEPT)
def columns_of(cohort: Cohort) -> Mapping[str, int]:
    """Return the column of every dimension and question, by key, in the cohort's profiles; nothing without records."""
    keys = cohort.shape.keys if cohort.shape else ()
    return {key: column for column, key in enumerate(keys)}


@lru_cache(maxsize=COHORTS_KEPT)
def places_of(cohort: Cohort) -> Mapping[str, int]:
    """Return the place of every question in the answers of a record."""
    return {name: place for place, name in enumerate(cohort.questionnaire.questions)}


@lru_cache(maxsize=COHORTS_KEPT)
def told_apart(cohort: Cohort) -> Collection[str]:
    """Return the keys of all that stands below a node that mixes channels: it has no one value, but one in each."""
    found: set[str] = set()
    for node in cohort.questionnaire.nodes.values():
        if len(node.channels) > 1:
            found |= {key_of(each.id) for each in node.every_dimension() if each is not node}
            found |= {each.id for each in node.every_question()}
    return found


def _by_rank(cohort: Cohort, agencies: Collection[str]) -> tuple[Record, ...]:
    ranked = [each for each in agencies if each in cohort.records and cohort.standings[each].rank is not None]
    return tuple(cohort.records[each] for each in sorted(ranked, key=lambda each: (cohort.standings[each].rank, each)))
