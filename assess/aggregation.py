"""From parts to a whole: one formula, one pure function, one signature.

Each function takes the parts' values and as many weights, and returns one value. Weights are not negative and add up
to more than 0; a part without weight has no say. Values are shares, usually from 0 to 1. `FORMULAS` names them as
questionnaires do; `formula_of` also binds the power of a power mean. All means lie between their least and their
greatest part to the last digit, whatever rounding does.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Context, Decimal, localcontext
from functools import partial
from typing import Final

from assess.model import Scoring
from assess.model.arithmetic import EXACT, ONE, ZERO, Uncomputable, compared

Formula = Callable[[Sequence[Decimal], Sequence[Decimal]], Decimal]
_WIDE: Final = Context(prec=EXACT.prec + 15, rounding=EXACT.rounding)  # so that the square root of 4 is 2, not 1.99…


def mean(values: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal:
    """Return the weighted arithmetic mean, Σ wᵢxᵢ / Σ wᵢ."""
    total = sum((weight * value for value, weight in zip(values, weights, strict=True)), ZERO)
    return _between(total / sum(weights, ZERO), values)


def geometric(values: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal:
    """Return the weighted geometric mean, exp(Σ wᵢ ln xᵢ / Σ wᵢ); 0 where a part is 0.

    Decimal's `ln` and `exp` are correctly rounded, so that every machine finds the same digits. Raises Uncomputable
    ("negative-part").
    """
    known, own = _counted(values, weights)
    if min(known) < 0:
        raise Uncomputable("negative-part")
    if not min(known):
        return ZERO
    with localcontext(_WIDE):
        logarithm = sum((weight * value.ln() for value, weight in zip(known, own, strict=True)), ZERO) / sum(own, ZERO)
        result = logarithm.exp()
    return _between(EXACT.plus(result), known)


def harmonic(values: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal:
    """Return the weighted harmonic mean, Σ wᵢ / Σ (wᵢ / xᵢ). Raises Uncomputable ("zero-part", "negative-part")."""
    known, own = _counted(values, weights)
    _only_positive(known)
    total = sum((weight / value for value, weight in zip(known, own, strict=True)), ZERO)
    return _between(sum(own, ZERO) / total, known)


def power_mean(values: Sequence[Decimal], weights: Sequence[Decimal], power: Decimal = ONE) -> Decimal:
    """Return the weighted power mean (Σ wᵢ xᵢ^p / Σ wᵢ)^(1/p); `power` p is not 0.

    1 is the arithmetic, -1 the harmonic mean; the greater p, the nearer to the greatest part. Parts are taken relative
    to the greatest (p > 0) or the least (p < 0), so that no power is too large to be worked out. Raises Uncomputable
    ("negative-part" unless p = 1; "zero-part" where p < 0).
    """
    if power == ONE:
        return mean(values, weights)
    known, own = _counted(values, weights)
    if power < 0:
        _only_positive(known)
    if min(known) < 0:
        raise Uncomputable("negative-part")
    unit = max(known) if power > 0 else min(known)
    if not unit:
        return ZERO
    with localcontext(_WIDE) as wide:
        wide.prec += max(0, -power.adjusted())  # the nearer p is to 0, the nearer its powers are to 1
        total = sum((weight * (value / unit) ** power for value, weight in zip(known, own, strict=True)), ZERO)
        result = unit * ((total / sum(own, ZERO)).ln() / power).exp()
    return _between(EXACT.plus(result), known)


def least(values: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal:
    """Return the least value."""
    return min(_counted(values, weights)[0])


def greatest(values: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal:
    """Return the greatest value."""
    return max(_counted(values, weights)[0])


def median(values: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal:
    """Return the weighted median: the least value that, with those below it, has more than half of the weight.

    Where the values up to one have exactly half, it is the mean of that value and the next, as with an even number of
    equal weights.
    """
    ordered = sorted(zip(*_counted(values, weights), strict=True))
    half = compared(sum((weight for _, weight in ordered), ZERO) / 2)
    below = ZERO
    for n, (value, weight) in enumerate(ordered):
        below += weight
        if compared(below) > half:
            return value
        if compared(below) == half:
            return _between((value + ordered[n + 1][0]) / 2, (value, ordered[n + 1][0]))
    return ordered[-1][0]


def product(values: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal:
    """Return the product of the values. Weights have no other say than that a part without one is left out."""
    result = ONE
    for value in _counted(values, weights)[0]:
        result *= value
    return result


def copeland(
    own: Sequence[Decimal | None], others: Iterable[Sequence[Decimal | None]], weights: Sequence[Decimal]
) -> int:
    """Return wins minus losses of one row against each of the others, by majority of the columns' weight.

    A pair is won where the weight of the columns in which `own` is the greater, with half the weight of those that are
    equal, is above half of the weight of the columns in which both have a value; lost where it is below. Values are as
    `compared` gives them. Source: Copeland's rule as in the Handbook on Constructing Composite Indicators (OECD/JRC
    2008), chapter on non-compensatory aggregation.
    """
    return sum(_duel(own, other, weights) for other in others)


def _duel(own: Sequence[Decimal | None], other: Sequence[Decimal | None], weights: Sequence[Decimal]) -> int:
    """Return 1, 0 or -1. Half the equal weight on either side, so the weights for and against decide."""
    balance = ZERO
    for mine, theirs, weight in zip(own, other, weights, strict=True):
        if mine is not None and theirs is not None and mine != theirs:
            balance += weight if mine > theirs else -weight
    return (balance > 0) - (balance < 0)


def _counted(values: Sequence[Decimal], weights: Sequence[Decimal]) -> tuple[Sequence[Decimal], Sequence[Decimal]]:
    """Return the values that have weight, and their weights."""
    known = [value for value, weight in zip(values, weights, strict=True) if weight]
    return known, [weight for weight in weights if weight]


def _only_positive(values: Sequence[Decimal]) -> None:
    if min(values) < 0:
        raise Uncomputable("negative-part")
    if not min(values):
        raise Uncomputable("zero-part")


def _between(value: Decimal, values: Sequence[Decimal]) -> Decimal:
    """Return a value, or the bound that rounding has carried it over."""
    return min(max(value, min(values)), max(values))


FORMULAS: Final[Mapping[str, Formula]] = {
    "mean": mean,
    "sum": mean,  # points added up are a mean of shares weighted by the points
    "geometric": geometric,
    "harmonic": harmonic,
    "power": power_mean,
    "min": least,
    "max": greatest,
    "median": median,
    "product": product,
}


AGGREGATES: Final = (*FORMULAS, "copeland")
"""What a questionnaire may name; Copeland's rule is no formula of one agency's parts, it takes the whole group's."""


def formula_of(scoring: Scoring) -> Formula:
    """Return the formula that a node names, with its power where it has one."""
    formula = FORMULAS[scoring.aggregate]
    return partial(power_mean, power=scoring.power) if formula is power_mean else formula
