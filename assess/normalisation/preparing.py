"""What is done to a number before its rule: divided by an attribute, imputed, outliers drawn in or logged.

A step that looks at a group first learns from it, then is done to each agency, whether it belongs to the group or not.
Skewness and kurtosis are the sample-adjusted ones (G1 and G2 of Joanes and Gill 1998).
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple

from assess.model import Agency, Preparation
from assess.model.arithmetic import EXACT, ZERO, Uncomputable, percentile
from assess.normalisation.group import Facts

_SHIFT: Final = Decimal("0.01")


class Bounds(NamedTuple):
    """What winsorising learnt: values beyond are set to these (None: there was no outlier).

    `moved` says in how many steps, or how many of the group's `size` values lie beyond percentiles.
    """

    low: Decimal | None
    high: Decimal | None
    moved: int
    size: int


class Logged(NamedTuple):
    """What logging learnt: whether it is done, and the ends of the values as they were."""

    done: bool
    low: Decimal
    high: Decimal


def prepared(
    step: Preparation, number: Decimal | None, untreated: Decimal | None, agency: Agency, known: Any
) -> tuple[Decimal | None, Decimal | None]:
    """Return a number after one step, and as it would be had no outlier been drawn in.

    `known` is what the step learnt from the group: `Facts`, `Bounds` or `Logged`; None where it needs none.
    """
    if step.step == "impute":
        filled = imputed(step, known) if number is None else number
        return filled, filled if number is None else untreated
    if number is None:
        return None, None
    if step.step == "divide_by":
        value = divided(step, number, agency)
        return value, value
    if step.step == "winsorise":
        raised = number if known.low is None else max(number, known.low)
        return raised if known.high is None else min(raised, known.high), untreated
    if known.done:
        value = logarithm(number if untreated is None else untreated, known)
        return value, value
    return number, untreated


def divided(step: Preparation, value: Decimal, agency: Agency) -> Decimal:
    """Return a number by head, by area …: over an attribute of the agency.

    Raises:
        Uncomputable: "no-attribute", the register has none; "zero-divisor", it is 0.
    """
    attribute = agency.attributes.get(step.attribute)
    if attribute is None:
        raise Uncomputable("no-attribute")
    if not attribute:
        raise Uncomputable("zero-divisor")
    return value / attribute * step.times


def imputed(step: Preparation, group: Facts | None) -> Decimal:
    """Return what stands for a missing number."""
    if step.by == "number":
        return step.number
    if group is None:
        raise Uncomputable("no-group")
    return group.mean if step.by == "mean" else group.median


def winsorised(step: Preparation, values: Sequence[Decimal]) -> Bounds:
    """Return the bounds that outliers are drawn in to.

    While both skewness and kurtosis are beyond their limits, the most extreme value takes that of the next one, from
    the upper end where the values are skewed upwards, else from the lower; at most `at_most` times. Where the step
    names percentiles, they are the bounds.
    """
    ordered = sorted(values)
    if step.percentiles is not None:
        lower, upper = (percentile(ordered, each) for each in step.percentiles)
        beyond = sum(1 for each in ordered if not lower <= each <= upper)
        return Bounds(lower, upper, beyond, len(ordered))
    for moved in range(step.at_most + 1):
        skew, kurtosis = moments(ordered)
        if moved == step.at_most or not _beyond(step, skew, kurtosis):
            break
        ordered = _drawn_in(ordered, upper=skew > 0)
    low = None if ordered[0] == min(values) else ordered[0]
    return Bounds(low, None if ordered[-1] == max(values) else ordered[-1], moved, len(ordered))


def logged(step: Preparation, values: Sequence[Decimal], untreated: Sequence[Decimal]) -> Logged:
    """Return whether values are logged: where their skewness and kurtosis are still beyond the limits."""
    skew, kurtosis = moments(values)
    done = _beyond(step, skew, kurtosis) and max(untreated) > min(untreated)
    return Logged(done, min(untreated), max(untreated))


def logarithm(value: Decimal, known: Logged) -> Decimal:
    """Return ln(x - min + 0.01 (max - min)).

    Raises:
        Uncomputable: "not-positive", for a value too far below the group's.
    """
    shifted = value - known.low + _SHIFT * (known.high - known.low)
    if shifted <= 0:
        raise Uncomputable("not-positive")
    return shifted.ln()


def moments(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """Return skewness and excess kurtosis, adjusted for the size of the sample; 0 of fewer than four, or of equals."""
    n = len(values)
    mean = sum(values, ZERO) / n
    second = sum(((each - mean) ** 2 for each in values), ZERO) / n
    if n < 4 or not second:
        return ZERO, ZERO
    third = sum(((each - mean) ** 3 for each in values), ZERO) / n
    fourth = sum(((each - mean) ** 4 for each in values), ZERO) / n
    skew = third / (second * second.sqrt(EXACT)) * (Decimal(n) * (n - 1)).sqrt(EXACT) / (n - 2)
    kurtosis = ((n + 1) * (fourth / second**2 - 3) + 6) * (n - 1) / ((n - 2) * Decimal(n - 3))
    return skew, kurtosis


def _beyond(step: Preparation, skew: Decimal, kurtosis: Decimal) -> bool:
    return abs(skew) > step.skew and kurtosis > step.kurtosis


def _drawn_in(ordered: Sequence[Decimal], *, upper: bool) -> list[Decimal]:
    """Return ascending values with those at one end set to the next one."""
    extreme = ordered[-1] if upper else ordered[0]
    rest = [each for each in ordered if each != extreme]
    if not rest:
        return list(ordered)
    nearest = rest[-1] if upper else rest[0]
    return sorted(nearest if each == extreme else each for each in ordered)
