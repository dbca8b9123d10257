"""Chance that is the same everywhere: numbers worked out from a seed and a count, by integers alone.

NumPy promises the same stream only for a release of its own; here the numbers are SplitMix64's (Steele, Lea and Flood,
Fast Splittable Pseudorandom Number Generators, 2014), unsigned 64-bit integers that wrap around. Draw 17 is the same
however many are drawn, and however they are shared out.
"""

from decimal import Decimal
from typing import Final

import numpy as np

from assess.robustness.arrays import Numbers

UNIT: Final = 1 << 20
"""What stands for 1 in a factor."""

_STEP: Final = np.uint64(0x9E3779B97F4A7C15)
_MIX: Final = ((np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)), (np.uint64(27), np.uint64(0x94D049BB133111EB)))


def factors(seed: int, first: int, draws: int, columns: int, spread: Decimal) -> Numbers:
    """Return what weights are multiplied by: a row for each draw from `first` on, whole numbers, UNIT being 1.

    They are even between 1 − `spread` and 1 + `spread`, which is from 0 to less than 1; none is 0.
    """
    least = max(1, int(UNIT * (1 - spread)))
    choice = np.uint64(2 * (UNIT - least) + 1)
    counts = np.arange(first * columns + 1, (first + draws) * columns + 1, dtype=np.uint64)
    state = (counts + np.uint64(seed % (1 << 32)) * np.uint64(1 << 32)) * _STEP
    for shift, mix in _MIX:
        state = (state ^ (state >> shift)) * mix
    high = (state ^ (state >> np.uint64(31))) >> np.uint64(32)
    drawn: Numbers = (np.float64(least) + ((high * choice) >> np.uint64(32))).reshape(draws, columns)
    return drawn
