"""How sure the order of a group is, from the ranks between which each agency lies."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from assess.model import Interval
from assess.model.arithmetic import EXACT, ZERO
from assess.ranking import Record


class Sureness(NamedTuple):
    """How sure an order is. All counts are of agencies that have a rank and an interval, best first.

    `width` is the middle width of their intervals, in places (the upper one of two in the middle); `wider` counts those
    whose interval is wider than `places`, a tenth of the group. Of the `pairs` of neighbours, those that `overlap` have
    ranks in common. `gap` is the greatest difference, as a share, of two agencies whose intervals overlap: None where
    none do.
    """

    ranked: int
    width: int
    places: int
    wider: int
    pairs: int
    overlap: int
    gap: Decimal | None


def sureness_of(records: Sequence[Record], intervals: Mapping[str, Interval]) -> Sureness | None:
    """Return how sure the order of records is, best first; None for fewer than two with an interval."""
    found = [(each, intervals[each.agency]) for each in records if each.agency in intervals]
    if len(found) < 2:
        return None
    widths = sorted(held.high - held.low for _, held in found)
    places = -(-len(found) // 10)
    neighbours = list(pairwise(found))
    return Sureness(
        ranked=len(found),
        width=widths[len(widths) // 2],
        places=places,
        wider=sum(width > places for width in widths),
        pairs=len(neighbours),
        overlap=sum(_overlap(one[1], other[1]) for one, other in neighbours),
        gap=_gap(found),
    )


def _overlap(one: Interval, other: Interval) -> bool:
    return one.low <= other.high and other.low <= one.high


def _gap(found: Sequence[tuple[Record, Interval]]) -> Decimal | None:
    """Return the greatest difference between two whose intervals overlap.

    For each, the furthest behind whose interval still begins before its own ends: with the least beginning of all from
    each place on, that place is found by halving.
    """
    least = [held.low for _, held in found]
    for place in range(len(least) - 2, -1, -1):
        least[place] = min(least[place], least[place + 1])
    gaps = []
    for place, (record, held) in enumerate(found):
        last = bisect_right(least, held.high) - 1
        if last > place:
            own, other = record.value or ZERO, found[last][0].value or ZERO
            gaps.append(abs(EXACT.subtract(own, other)))
    return max(gaps, default=None)
