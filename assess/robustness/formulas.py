"""The formulas of `aggregation` and ways of normalising, for all agencies and many draws at once, in floating point."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from typing import Final, NamedTuple, TypeAlias

import numpy as np

from assess.model import Scoring
from assess.robustness.arrays import Marks, Numbers, exponential, logarithm, on_grid


class Cells(NamedTuple):
    """A column: values and which of them are there; for each agency, or for each draw and agency."""

    values: Numbers
    known: Marks


class Part(NamedTuple):
    """A column as a part of its whole: its weight for each draw and agency, 0 where it has none."""

    values: Numbers
    known: Marks
    weights: Numbers


Formula: TypeAlias = Callable[[Sequence[Part], Numbers, Scoring], Cells]
"""Makes a node's values of its parts, the total of their weights, and what the node says of its power."""


def total_of(terms: Iterator[Numbers]) -> Numbers:
    """Return a sum in the order of its terms."""
    return reduce(np.add, terms)


def _mean(parts: Sequence[Part], total: Numbers, scoring: Scoring) -> Cells:
    values = total_of(part.weights * part.values for part in parts) / total
    return Cells(values, np.ones(values.shape, bool))


def _geometric(parts: Sequence[Part], total: Numbers, scoring: Scoring) -> Cells:
    logarithms = total_of(part.weights * logarithm(_positive(part.values)) for part in parts)
    values = np.where(_any(parts, np.equal), 0.0, exponential(logarithms / total))
    return Cells(values, ~_any(parts, np.less))


def _harmonic(parts: Sequence[Part], total: Numbers, scoring: Scoring) -> Cells:
    inverse = total_of(part.weights / _positive(part.values) for part in parts)
    return Cells(total / np.where(inverse > 0, inverse, 1.0), ~_any(parts, np.less_equal))


def _power(parts: Sequence[Part], total: Numbers, scoring: Scoring) -> Cells:
    """The power mean, its parts relative to the greatest (p > 0) or the least (p < 0): see `aggregation`."""
    power = float(scoring.power)
    if power == 1:
        return _mean(parts, total, scoring)
    below = _any(parts, np.less if power > 0 else np.less_equal)
    extreme = _greatest if power > 0 else _least
    unit = _positive(extreme(parts, total, scoring).values)
    powers = []
    for part in parts:
        raised = exponential(np.maximum(logarithm(_positive(part.values / unit)) * power, _TINIEST))
        powers.append(part.weights * np.where(part.values > 0, raised, 0.0))
    mean = total_of(iter(powers)) / total
    values = unit * exponential(logarithm(_positive(mean)) / power)
    return Cells(np.where(mean > 0, values, 0.0), ~below)


def _least(parts: Sequence[Part], total: Numbers, scoring: Scoring) -> Cells:
    values = reduce(np.minimum, (np.where(part.weights > 0, part.values, np.inf) for part in parts))
    return Cells(np.where(np.isfinite(values), values, 0.0), np.isfinite(values))


def _greatest(parts: Sequence[Part], total: Numbers, scoring: Scoring) -> Cells:
    values = reduce(np.maximum, (np.where(part.weights > 0, part.values, -np.inf) for part in parts))
    return Cells(np.where(np.isfinite(values), values, 0.0), np.isfinite(values))


def _product(parts: Sequence[Part], total: Numbers, scoring: Scoring) -> Cells:
    values = reduce(np.multiply, (np.where(part.weights > 0, part.values, 1.0) for part in parts))
    return Cells(values, np.ones(values.shape, bool))


def _median(parts: Sequence[Part], total: Numbers, scoring: Scoring) -> Cells:
    """The weighted median, as in `aggregation`: parts in order of value, until they have half of the weight."""
    weights = np.stack([part.weights for part in parts])
    values = np.where(weights > 0, np.stack([np.broadcast_to(part.values, total.shape) for part in parts]), np.inf)
    order = np.argsort(values, axis=0, kind="stable")
    values, weights = np.take_along_axis(values, order, axis=0), np.take_along_axis(weights, order, axis=0)
    result, below, open_ = np.zeros(total.shape), np.zeros(total.shape), np.ones(total.shape, bool)
    for n, (value, weight) in enumerate(zip(values, weights, strict=True)):
        below = below + weight
        half = on_grid(below / total * 2) - 1
        after = values[min(n + 1, len(values) - 1)]
        middle = (value + np.where(np.isfinite(after), after, value)) / 2
        result = np.where(open_ & (half >= 0), np.where(half > 0, value, middle), result)
        open_ &= half < 0
    return Cells(result, ~open_)


def _any(parts: Sequence[Part], test: Callable[[Numbers, float], Marks]) -> Marks:
    """Return whether the test holds of some part with weight, against 0."""
    found: Marks = reduce(np.logical_or, ((part.weights > 0) & test(part.values, 0.0) for part in parts))
    return found


def _positive(values: Numbers) -> Numbers:
    """Return values, and 1 in place of what is not above 0."""
    return np.where(values > 0, values, 1.0)


def _as_they_are(cells: Cells, counted: Marks) -> Cells:
    return cells


def _minmax(cells: Cells, counted: Marks) -> Cells:
    """Stretch the shares of the group to 0 and 1; where all are equal they stay."""
    own = cells.values[cells.known & counted]
    if not len(own) or own.min() == own.max():
        return cells
    return Cells((cells.values - own.min()) / (own.max() - own.min()), cells.known)


def _percentile(cells: Cells, counted: Marks) -> Cells:
    """Take the place in the group, (rank − 1)/(n − 1) from the lowest, equal shares the lower; of one it stays."""
    own = np.sort(cells.values[cells.known & counted])
    if len(own) < 2:
        return cells
    return Cells(np.searchsorted(own, cells.values, side="left") / (len(own) - 1), cells.known)


def _zscore(cells: Cells, counted: Marks) -> Cells:
    """Take 0.5, and 0.1 for each standard deviation from the group's mean; where all are equal they stay.

    That is the T score, 50 + 10 z, on a scale of 100. `fsum` rounds once, so that every machine finds the same.
    """
    own = cells.values[cells.known & counted]
    if not len(own) or own.min() == own.max():
        return cells
    mean = math.fsum(own) / len(own)
    gaps = own - mean
    deviation = math.sqrt(math.fsum(gaps * gaps) / len(own))
    return Cells(0.5 + (cells.values - mean) / deviation / 10, cells.known)


_TINIEST: Final = -700.0  # what e is raised to before the result is nothing
FORMULAS: Final[Mapping[str, Formula]] = {
    "mean": _mean,
    "sum": _mean,
    "geometric": _geometric,
    "harmonic": _harmonic,
    "power": _power,
    "min": _least,
    "max": _greatest,
    "median": _median,
    "product": _product,
}
"""The formulas by their names in questionnaires."""

NORMALISED: Final[Mapping[str | None, Callable[[Cells, Marks], Cells]]] = {
    None: _as_they_are,
    "minmax": _minmax,
    "percentile": _percentile,
    "zscore": _zscore,
}
"""Ways of normalising a question's shares in the group, by name; None leaves them as they are."""
