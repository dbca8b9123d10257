"""How a group moved since the earlier period: its median, and each agency, over those that are ranked in both."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from assess.model.arithmetic import EXACT, median, rounded
from assess.presentation.changes import values_since
from assess.presentation.surroundings import Surroundings
from assess.ranking import Cohort


class Move(NamedTuple):
    """An agency's share now and before, as they may be compared: over what the two versions have in common.

    `group` is the id of the group that it is ranked in now.
    """

    agency: str
    group: str
    now: Decimal
    before: Decimal

    @property
    def change(self) -> Decimal:
        """Return by what share the agency rose; below 0 where it fell."""
        return EXACT.subtract(self.now, self.before)


class Shift(NamedTuple):
    """The median of a group now and before, over the agencies that are compared; `of` is how many these are."""

    now: Decimal
    before: Decimal
    of: int

    @property
    def change(self) -> Decimal:
        """Return by what share the median rose; below 0 where it fell."""
        return EXACT.subtract(self.now, self.before)


def moves_since(around: Surroundings, cohort: Cohort, other: Cohort) -> tuple[Move, ...]:
    """Return how each agency moved that is ranked in both periods and has scores that may be compared, by agency.

    Who is not ranked in one of them (too little was answered) would seem to rise or fall by what was left out.
    """
    agencies = around.register.agencies
    found = []
    for name in cohort.records:
        before, standing = other.standings.get(name), cohort.standings[name]
        if standing.rank is None or before is None or before.rank is None:
            continue
        pair = values_since(around, cohort, other, agencies[name])
        if pair is not None and pair[0] is not None and pair[1] is not None:
            found.append(Move(name, standing.group, pair[0], pair[1]))
    return tuple(found)


def shift_of(moves: Sequence[Move], least: int) -> Shift | None:
    """Return how the median of these moved; None where fewer than `least` are compared."""
    if not moves or len(moves) < least:
        return None
    return Shift(median([each.now for each in moves]), median([each.before for each in moves]), len(moves))


def direction(change: Decimal, decimals: int, span: Decimal) -> int:
    """Return 1 where a change is shown as a rise on a scale of that span and decimals, -1 as a fall, 0 as neither."""
    shown = rounded(EXACT.multiply(change, span), decimals)
    return (shown > 0) - (shown < 0)
