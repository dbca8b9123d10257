"""The arrays of this chapter, and the few operations on them that every machine carries out alike.

Adding, subtracting, multiplying and dividing two numbers is exact to the last bit by IEEE 754; adding up many is not,
because the order is the library's own, nor is a logarithm. So sums are either of whole numbers small enough to be
exact, or made part by part in a stated order, and `logarithm` and `exponential` are made of these four.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]

_GRID: Final = 40
_LN2: Final = 0.6931471805599453
_ODD: Final = tuple(1 / n for n in range(23, 0, -2))
_RECIPROCALS: Final = tuple(1 / n for n in range(16, 0, -1))


def on_grid(values: Numbers) -> Numbers:
    """Return values rounded to 2^-40, so that what differs by rounding only is a tie."""
    rounded: Numbers = np.ldexp(np.rint(np.ldexp(values, _GRID)), -_GRID)
    return rounded


def logarithm(values: Numbers) -> Numbers:
    """Return natural logarithms of numbers above 0: ln m = 2 artanh((m − 1)/(m + 1)), m between √½ and √2."""
    mantissa, exponent = np.frexp(values)
    low = mantissa < 0.7071067811865476
    mantissa = np.where(low, mantissa * 2, mantissa)
    power = exponent.astype(np.float64) - low
    ratio = (mantissa - 1) / (mantissa + 1)
    square = ratio * ratio
    total = np.zeros_like(ratio)
    for each in _ODD:
        total = total * square + each
    result: Numbers = power * _LN2 + ratio * total * 2
    return result


def exponential(values: Numbers) -> Numbers:
    """Return e to the power of each: 2^n times the Taylor series of what is left, at most ln 2 / 2."""
    power = np.rint(values / _LN2)
    rest = values - power * _LN2
    total = np.ones_like(rest)
    for each in _RECIPROCALS:
        total = total * rest * each + 1
    scaled: Numbers = np.ldexp(total, power.astype(np.int64))
    return scaled
