"""From parts to a whole: one formula, one pure function, one signature.

Each function takes the parts' values and as many weights, and returns one value. Weights are not negative and add up
to more than 0. Values are shares, usually from 0 to 1. `FORMULAS` names them as questionnaires do.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from assess.model.arithmetic import ZERO

Formula = Callable[[Sequence[Decimal], Sequence[Decimal]], Decimal]


def mean(values: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal:
    """Return the weighted arithmetic mean, Σ wᵢxᵢ / Σ wᵢ."""
    return sum((weight * value for value, weight in zip(values, weights, strict=True)), ZERO) / sum(weights, ZERO)


def geometric(values: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal:
    """Return the weighted geometric mean, exp(Σ wᵢ ln xᵢ / Σ wᵢ); 0 where a part with weight is 0.

    Decimal's `ln` and `exp` are correctly rounded, so that every machine finds the same digits.
    """
    counted = [(value, weight) for value, weight in zip(values, weights, strict=True) if weight]
    if any(value <= 0 for value, _ in counted):
        return ZERO
    return (sum((weight * value.ln() for value, weight in counted), ZERO) / sum(weights, ZERO)).exp()


def least(values: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal:
    """Return the least value among the parts with weight."""
    return min(value for value, weight in zip(values, weights, strict=True) if weight)


def greatest(values: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal:
    """Return the greatest value among the parts with weight."""
    return max(value for value, weight in zip(values, weights, strict=True) if weight)


FORMULAS: Final[Mapping[str, Formula]] = {
    "mean": mean,
    "sum": mean,  # points added up are a mean of shares weighted by the points
    "geometric": geometric,
    "min": least,
    "max": greatest,
}
