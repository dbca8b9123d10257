"""Ranks of many draws, and between which of them an agency lies."""

from decimal import Decimal
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from assess.model import Interval
from assess.model.arithmetic import EXACT
from assess.robustness.arrays import Numbers, Whole

LOW: Final = Decimal("0.05")
HIGH: Final = Decimal("0.95")
_APART: Final = 2.0**-34
KEPT: Final = 11_500_000
"""So many ranks are kept for intervals: of 10,000 draws all for 1,150 agencies, those of every tenth for 11,000."""


def ranks_of(scores: Numbers) -> Whole:
    """Return competition ranks (1, 2, 2, 4), the greatest first; a row for each draw, a column for each agency.

    Scores less than 2^-34 apart are equal: they are rounded at every node, so equal fractions need not stay the same.
    """
    ranks = np.empty(scores.shape, np.int64)
    size = scores.shape[1]
    for row, own in zip(scores, ranks, strict=True):
        np.subtract(size + 1, np.searchsorted(np.sort(row), row + _APART, side="right"), out=own)
    return ranks


def step_of(agencies: int, draws: int) -> int:
    """Return of how many draws one is kept, evenly spread, so that no more than KEPT ranks are."""
    return max(1, -(-agencies * draws // KEPT))


def intervals_of(ranks: npt.NDArray[Any]) -> list[Interval]:
    """Return each agency's interval from its ranks, a row for each draw."""
    ordered = np.ascontiguousarray(ranks.T)
    ordered.sort(axis=1)
    places = [int(-(-share * ranks.shape[0] // 1)) - 1 for share in (Decimal("0.5"), LOW, HIGH)]
    return [Interval(*(int(each) for each in row)) for row in ordered[:, places]]


def shift_of(reference: Whole, ranks: Whole) -> Decimal:
    """Return the average shift in rank, R_S = 1/M Σ |rank_ref − rank| over M agencies (and over all draws).

    Source: Handbook on Constructing Composite Indicators (OECD/JRC 2008), equation 38.
    """
    return EXACT.divide(Decimal(int(np.abs(ranks - reference).sum())), Decimal(ranks.size))
