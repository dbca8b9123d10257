"""How the parts of an index hang together: effective weights, correlations, Cronbach's alpha. Exact decimals."""

from collections.abc import Sequence
from decimal import Decimal, localcontext

from assess.model.arithmetic import EXACT, ONE, ZERO

Column = Sequence[Decimal | None]


def effective_weights(parents: Sequence[int], weights: Column) -> list[Decimal]:
    """Return what each column of a tree weighs in the whole: the shares among siblings, multiplied down the tree.

    Wholes stand before their parts; `parents` holds the place of each one's whole, -1 for the first. What has no weight
    (None) weighs nothing, and its weight goes to its siblings.
    """
    with localcontext(EXACT):
        totals: dict[int, Decimal] = {}
        for parent, weight in zip(parents, weights, strict=True):
            totals[parent] = totals.get(parent, ZERO) + (weight or ZERO)
        effective: list[Decimal] = []
        for parent, weight in zip(parents, weights, strict=True):
            above = ONE if parent < 0 else effective[parent]
            effective.append(above * (weight or ZERO) / totals[parent] if totals[parent] else ZERO)
        return effective


def correlation(one: Column, other: Column) -> Decimal | None:
    """Return Pearson's coefficient of the agencies that have both values; None where one of the two does not vary."""
    with localcontext(EXACT):
        shared = _covariance(one, other)
        spread, other_spread = _covariance(one, one, other), _covariance(other, other, one)
        if shared is None or not spread or not other_spread:
            return None
        return shared / (spread * other_spread).sqrt()


def cronbach(columns: Sequence[Column]) -> Decimal | None:
    """Return Cronbach's alpha, k/(k − 1) · (1 − Σ variances / Σ of all covariances); None where it has no meaning.

    Each covariance is over the agencies that have both values, as in COINr. Source: Handbook on Constructing
    Composite Indicators (OECD/JRC 2008), chapter on multivariate analysis.
    """
    count = len(columns)
    with localcontext(EXACT):
        table = [[_covariance(one, other) for other in columns] for one in columns]
        known = [each for row in table for each in row if each is not None]
        total = sum(known, ZERO)
        if count < 2 or len(known) < count * count or not total:
            return None
        own = sum((row[n] or ZERO for n, row in enumerate(table)), ZERO)
        return Decimal(count) / (count - 1) * (1 - own / total)


def _covariance(one: Column, other: Column, beside: Column | None = None) -> Decimal | None:
    """Return the sample's covariance over the rows in which all are known; None of fewer than two."""
    rows = [
        (a, b)
        for a, b, c in zip(one, other, one if beside is None else beside, strict=True)
        if a is not None and b is not None and c is not None
    ]
    if len(rows) < 2:
        return None
    size = Decimal(len(rows))
    middle, other_middle = sum((a for a, _ in rows), ZERO) / size, sum((b for _, b in rows), ZERO) / size
    return sum(((a - middle) * (b - other_middle) for a, b in rows), ZERO) / (size - 1)
