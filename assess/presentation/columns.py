"""The dimensions that agencies are held against each other in: those at the top in which somebody has a score."""

from collections.abc import Collection
from decimal import Decimal
from typing import NamedTuple

from assess.model.conditions import key_of
from assess.presentation.amounts import share_text
from assess.presentation.edition import Branch, Edition
from assess.presentation.surroundings import Surroundings
from assess.ranking import Cohort, Record


class Column(NamedTuple):
    """A dimension and its place among those at the top; `key` is that of its column in the records' profiles."""

    place: int
    branch: Branch
    key: int


def dimension_columns(edition: Edition, cohort: Cohort, records: Collection[Record]) -> tuple[Column, ...]:
    """Return the dimensions at the top that count and in which one of the records has a score."""
    if cohort.shape is None:
        return ()
    keys = {key: place for place, key in enumerate(cohort.shape.keys)}
    tops = [each for each in edition.branches if each.depth == 0]
    return tuple(
        Column(place, branch, keys[key_of(branch.dimension.id)])
        for place, branch in enumerate(tops)
        if branch.counts and any(each.dimensions[place] is not None for each in records)
    )


def has_dimension_columns(around: Surroundings, cohort: Cohort) -> bool:
    """Return whether anybody has a score in a dimension: not so where the whole mixes channels."""
    return bool(dimension_columns(around.edition(cohort), cohort, cohort.records.values()))


def column_text(edition: Edition, column: Column, record: Record) -> str:
    """Return an agency's score in a dimension: on the scale, or in points where points are added up; empty for none.

    The most points stand beside it only where they are fewer than others can earn, because parts were left out.
    """
    value = record.dimensions[column.place]
    if value is None or not column.branch.adds:
        return share_text(edition, value, None)
    most = _most(column, record)
    text = share_text(edition, value, most)
    if most == column.branch.most:
        return text
    whole = share_text(edition, Decimal(1), most)
    return edition.words["points_of"].format(points=text, of=whole)


def _most(column: Column, record: Record) -> Decimal:
    weight = None if record.profile is None else record.profile.weights[column.key]
    return column.branch.most if weight is None else weight
