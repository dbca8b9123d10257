"""Learnt: what the agencies that something is relative to come to, each sort of agency with those it compares with."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeAlias

from assess.model import Agency, Over, ScoreRule
from assess.model.arithmetic import ZERO, Uncomputable, compared, median, percentile
from assess.model.rules import Bound

RANKING: Final = ("rank", "borda", "percentile")
"""The rules that look at every value of a group, not only at its numbers."""

Peers: TypeAlias = tuple[str, ...]
"""Which agencies compare with each other: their kind (or "" for all), and the group that they share (or "")."""


class Facts(NamedTuple):
    """A group's numbers, exact to 50 digits. `squares` is the sum of the squared distances from the mean.

    `reference` is the value of the agency that the rule names, if it has one. `worst` and `best` are the bounds of
    minmax; None where the group has fewer values than a bound takes. `values`, ascending and as they are compared, are
    there for rules that rank.
    """

    size: int
    low: Decimal
    high: Decimal
    mean: Decimal
    median: Decimal
    squares: Decimal
    reference: Decimal | None
    worst: Decimal | None
    best: Decimal | None
    values: Sequence[Decimal]

    def deviation(self, kind: str) -> Decimal:
        """Return the standard deviation, of a population (÷ n) or of a sample (÷ n - 1); 0 where there is none."""
        divisor = self.size - (kind == "sample")
        return (self.squares / divisor).sqrt() if divisor else ZERO


class Learnt:
    """What is known of the groups of one questionnaire and period, by channel, by what is relative, and by peers.

    What stands under `(channel, key, step, peers)`: for a step of preparing, its number and what it learnt; for a rule,
    "rule" and `Facts`; for Copeland's rule, "parts" and the rows of all agencies.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, int | str, Peers], Any] = {}

    def keep(self, channel: str, key: str, step: int | str, peers: Peers, known: Any) -> None:
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


ALONE: Final = Learnt()
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


def facts_of(values: Mapping[str, Decimal], rule: ScoreRule | None) -> Facts:
    """Return the facts of a group from its agencies' values, by id and in the order of ids, of which there is one."""
    mean = sum(values.values(), ZERO) / len(values)
    ascending = sorted(values.values())
    worst, best = _bounds(rule, ascending) if rule else (None, None)
    return Facts(
        size=len(ascending),
        low=ascending[0],
        high=ascending[-1],
        mean=mean,
        median=median(ascending),
        squares=sum(((each - mean) ** 2 for each in values.values()), ZERO),
        reference=values.get(rule.reference) if rule else None,
        worst=worst,
        best=best,
        values=[compared(each) for each in ascending] if rule and rule.rule in RANKING else (),
    )


def _bounds(rule: ScoreRule, ascending: Sequence[Decimal]) -> tuple[Decimal | None, Decimal | None]:
    """Return what earns 0 and what earns 1 by a rule's own bounds, else the worst and the best value."""
    up = rule.direction == "higher"
    worst, best = (ascending[0], ascending[-1]) if up else (ascending[-1], ascending[0])
    return (
        worst if rule.worst is None else _bound(rule.worst, ascending, up),
        best if rule.best is None else _bound(rule.best, ascending, up),
    )


def _bound(bound: Bound, ascending: Sequence[Decimal], up: bool) -> Decimal | None:
    """Return where a bound stands among values, the last of which are the best if it goes `up`."""
    if not bound.by:
        return bound.amount
    if bound.by == "percentile":
        return percentile(ascending, bound.amount)
    count = int(bound.amount)
    if count > len(ascending):
        return None
    last = up == (bound.by == "mean_of_best")
    return sum(ascending[-count:] if last else ascending[:count], ZERO) / count
