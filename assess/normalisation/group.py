"""Group: what the agencies that something is relative to come to, each sort of agency with those it compares with."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeAlias

from assess.model import Agency, Over
from assess.model.arithmetic import ZERO, Uncomputable

Peers: TypeAlias = tuple[str, ...]
"""Which agencies compare with each other: their kind (or "" for all), and the group that they share (or "")."""


class Facts(NamedTuple):
    """A group's numbers: `values` ascend; `mean` and the sum of squared distances from it are exact to 50 digits.

    `by_agency` holds them once more, for a rule that names an agency.
    """

    values: Sequence[Decimal]
    mean: Decimal
    squares: Decimal
    by_agency: Mapping[str, Decimal]

    @property
    def size(self) -> int:
        """How many agencies have a value."""
        return len(self.values)

    @property
    def low(self) -> Decimal:
        """The least value."""
        return self.values[0]

    @property
    def high(self) -> Decimal:
        """The greatest value."""
        return self.values[-1]

    @property
    def median(self) -> Decimal:
        """The middle value, or the mean of the two in the middle."""
        middle = self.size // 2
        return self.values[middle] if self.size % 2 else (self.values[middle - 1] + self.values[middle]) / 2

    def deviation(self, kind: str) -> Decimal:
        """Return the standard deviation, of a population (÷ n) or of a sample (÷ n - 1); 0 where there is none."""
        divisor = self.size - (kind == "sample")
        return (self.squares / divisor).sqrt() if divisor else ZERO


class Group:
    """What is known of the groups of one questionnaire and period, by channel, by what is relative, and by peers.

    What stands under `(channel, key, step, peers)`: for a step of preparing, its number and what it learnt; for a rule,
    "rule" and `Facts`; for Copeland's rule, "parts" and the rows of all agencies.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, int | str, Peers], Any] = {}

    def learn(self, channel: str, key: str, step: int | str, peers: Peers, known: Any) -> None:
        """Keep what a group comes to."""
        self._known[channel, key, step, peers] = known

    def of(self, channel: str, key: str, step: int | str, over: Over, agency: Agency) -> Any:
        """Return what the group that an agency compares with comes to.

        Raises:
            Uncomputable: "no-group", nothing is known of one.
        """
        peers = peers_of(over, agency)
        found = None if peers is None else self._known.get((channel, key, step, peers))
        if found is None:
            raise Uncomputable("no-group")
        return found


ALONE: Final = Group()
"""No group at all: for what is scored by itself."""


def peers_of(over: Over, agency: Agency) -> Peers | None:
    """Return which group an agency compares with; None where it belongs to no group of that family."""
    kind = agency.kind if over.kinds is None else ""
    if over.family is None:
        return (kind, "")
    shared = agency.parent if over.family == "parent" else agency.families.get(over.family)
    return None if shared is None else (kind, shared)


def is_member(over: Over, agency: Agency) -> bool:
    """Return whether an agency is of the kinds that a group is made of."""
    return not over.kinds or agency.kind in over.kinds


def facts_of(values: Iterable[tuple[str, Decimal]]) -> Facts:
    """Return the facts of a group from its agencies' values, of which there is at least one."""
    by_agency = dict(sorted(values))
    mean = sum(by_agency.values(), ZERO) / len(by_agency)
    squares = sum(((each - mean) ** 2 for each in by_agency.values()), ZERO)
    return Facts(values=sorted(by_agency.values()), mean=mean, squares=squares, by_agency=by_agency)
