"""Rules that make a number a share by what the group comes to.

Each takes the rule, a number and the group's facts and returns a share; rank and borda return plain numbers. `RELATIVE`
names them as questionnaires do. Where less is better, values are negated first, save where a function says otherwise.
Formulas: OECD and JRC, Handbook on Constructing Composite Indicators (2008), section 5.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from assess.model import ScoreRule
from assess.model.arithmetic import ONE, Uncomputable, compared
from assess.normalisation.group import Facts
from assess.normalisation.measures import capped, nearness, stretched


def minmax(rule: ScoreRule, value: Decimal, group: Facts) -> Decimal:
    """Return (x - worst) / (best - worst), by the group's values or by the rule's own bounds.

    Raises:
        Uncomputable: "few-values", a bound takes more values than the group has; "crossed-bounds", they stand the
            other way round than is better, as a target or a reference may, too.
    """
    if group.worst is None or group.best is None:
        raise Uncomputable("few-values")
    return stretched(rule, capped(rule.cap, (value - group.worst) / _way(rule, group.best, group.worst)))


def zscore(rule: ScoreRule, value: Decimal, group: Facts) -> Decimal:
    """Return how many standard deviations x lies above the mean, put on the mean and deviation that the rule states."""
    _spread(group.high, group.low)
    z = (value - group.mean) / _divisor(group.deviation(rule.deviation))
    return rule.mean + rule.sd * (z if rule.direction == "higher" else -z)


def rank(rule: ScoreRule, value: Decimal, group: Facts) -> Decimal:
    """Return the rank, 1 for the worst; equal values take the lowest of their ranks."""
    return borda(rule, value, group) + ONE


def borda(rule: ScoreRule, value: Decimal, group: Facts) -> Decimal:
    """Return how many agencies are worse. Values are looked at by 30 digits, so that equal fractions tie."""
    if rule.direction == "higher":
        return Decimal(bisect_left(group.values, compared(value)))
    return Decimal(group.size - bisect_right(group.values, compared(value)))


def percentile(rule: ScoreRule, value: Decimal, group: Facts) -> Decimal:
    """Return the share of the other agencies that are worse: (rank - 1) / (n - 1), at most 1."""
    return stretched(rule, min(ONE, borda(rule, value, group) / _spread(Decimal(group.size), ONE)))


def best(rule: ScoreRule, value: Decimal, group: Facts) -> Decimal:
    """Return x as a share of the group's best; where less is better, the best as a share of x.

    Raises:
        Uncomputable: "not-positive", below 0 such a share would grow as the value gets worse.
    """
    if rule.direction == "higher":
        return value / _divisor(_from_nothing(group.high))
    return _from_nothing(group.low) / _divisor(_from_nothing(value))


def distance_to_max(rule: ScoreRule, value: Decimal, group: Facts) -> Decimal:
    """Return 1 - (max - x) / (max - min)."""
    worst, top = _ends(rule, group)
    return ONE - (top - value) / _spread(top, worst)


def distance_to_reference(rule: ScoreRule, value: Decimal, group: Facts) -> Decimal:
    """Return 1 - (reference - x) / (reference - min), the reference being one agency's value.

    Raises:
        Uncomputable: "no-reference", the agency has no value.
    """
    if group.reference is None:
        raise Uncomputable("no-reference")
    worst, _ = _ends(rule, group)
    return capped(rule.cap, ONE - (group.reference - value) / _way(rule, group.reference, worst))


def distance_to_target(rule: ScoreRule, value: Decimal, group: Facts) -> Decimal:
    """Return (x - min) / (target - min); where less is better, (max - x) / (max - target)."""
    worst, _ = _ends(rule, group)
    return capped(rule.cap, (value - worst) / _way(rule, rule.target, worst))


def distance(rule: ScoreRule, value: Decimal, group: Facts) -> Decimal:
    """Return 1 at the value wanted, 0 from `reach` away from it on, on either side."""
    wanted, reach = aim(rule, group)
    if rule.reach is None:
        _spread(wanted + reach, wanted)
    return nearness(value, wanted, reach)


def aim(rule: ScoreRule, group: Facts) -> tuple[Decimal, Decimal]:
    """Return the value wanted and how far away from it nothing is earned, as the rule says or as the group has it."""
    wanted = {"mean": group.mean, "median": group.median}.get(rule.wanted, rule.value)
    return wanted, max(group.high - wanted, wanted - group.low) if rule.reach is None else rule.reach


def fraction_of_max(rule: ScoreRule, value: Decimal, group: Facts) -> Decimal:
    """Return x / max, both negated where less is better, as COINr has it: the worst then has most.

    Raises:
        Uncomputable: "not-positive", more is better and the greatest value is below 0.
    """
    if rule.direction == "higher":
        return value / _divisor(_from_nothing(group.high))
    return value / _divisor(group.low)


def _ends(rule: ScoreRule, group: Facts) -> tuple[Decimal, Decimal]:
    """Return the worst and the best value of the group."""
    return (group.low, group.high) if rule.direction == "higher" else (group.high, group.low)


def _spread(upper: Decimal, lower: Decimal) -> Decimal:
    """Return the difference of two values, unless they are equal as values are compared."""
    if compared(upper) == compared(lower):
        raise Uncomputable("no-spread")
    return upper - lower


def _way(rule: ScoreRule, end: Decimal, worst: Decimal) -> Decimal:
    """Return the difference from the worst value to an end, which has to lie where it is better."""
    way = _spread(end, worst)
    if (way > 0) != (rule.direction == "higher"):
        raise Uncomputable("crossed-bounds")
    return way


def _from_nothing(value: Decimal) -> Decimal:
    if value < 0:
        raise Uncomputable("not-positive")
    return value


def _divisor(value: Decimal) -> Decimal:
    if not value:
        raise Uncomputable("zero-divisor")
    return value


RELATIVE: Final[Mapping[str, Callable[[ScoreRule, Decimal, Facts], Decimal]]] = {
    "minmax": minmax,
    "zscore": zscore,
    "rank": rank,
    "percentile": percentile,
    "borda": borda,
    "best": best,
    "distance_to_max": distance_to_max,
    "distance_to_reference": distance_to_reference,
    "distance_to_target": distance_to_target,
    "fraction_of_max": fraction_of_max,
    "distance": distance,
}
