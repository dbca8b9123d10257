"""The arithmetic of scores: decimal, 50 significant digits, half-even; the same digits on every machine."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import (
    ROUND_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)
from functools import lru_cache
from typing import Final

ONE: Final = Decimal(1)
ZERO: Final = Decimal(0)
EXACT: Final = Context(prec=50, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero, Overflow])
_COMPARED: Final = Context(prec=30, rounding=ROUND_HALF_EVEN)
_WRITTEN: Final = Context(prec=28, rounding=ROUND_HALF_EVEN)
_QUANTA: Final = tuple(Decimal(1).scaleb(-decimals) for decimals in range(10))
_WIDE: Final = Context(prec=100)
_REACH: Final = 40
_LONGEST: Final = 70  # digits before the point: with those beyond it, more than `_WIDE` has; none is shown
MODES: Final[Mapping[str, str]] = {
    "half_up": ROUND_HALF_UP,
    "half_even": ROUND_HALF_EVEN,
    "down": ROUND_DOWN,
    "up": ROUND_UP,
}
"""How an index rounds, where it does: the name in YAML, and what Decimal calls it. Up is away from 0, down to it."""


class Uncomputable(Exception):
    """A value that does not exist: a division by zero, a logarithm of zero … `reason` says why, as scores do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def in_reach(value: Decimal) -> Decimal:
    """Return a value that is no larger than the numbers that a file can hold: below 10 to the power of 40.

    Raises:
        Uncomputable: "too-large".
    """
    if value and value.adjusted() >= _REACH:
        raise Uncomputable("too-large")
    return value


def compared(value: Decimal) -> Decimal:
    """Return a value as ranks, bands and conditions look at it: 30 significant digits, so that equal fractions tie."""
    return _COMPARED.plus(value)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Return a value as it is displayed: rounded half up, once, from its 30 digits; never -0."""
    result = _COMPARED.plus(value)
    if result and result.adjusted() > _LONGEST:
        return result
    result = result.quantize(_QUANTA[decimals], ROUND_HALF_UP, _WIDE)
    return result or abs(result)


def rounded_to(value: Decimal, decimals: int, mode: str) -> Decimal:
    """Return a value rounded as an index does it between its steps: by one of `MODES`, from its 30 digits; never -0."""
    result = _COMPARED.plus(value)
    if result and result.adjusted() > _LONGEST:
        return result
    result = result.quantize(Decimal(1).scaleb(-decimals), MODES[mode], _WIDE)
    return result or abs(result)


@lru_cache(maxsize=4096)
def written(value: Decimal) -> str:
    """Return a value as a decimal string of at most 28 significant digits, without exponent or needless zeros.

    Data repeat the same few numbers by the thousand: points, weights, shares of options.
    """
    text = f"{_WRITTEN.plus(value):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def median(values: Iterable[Decimal]) -> Decimal:
    """Return the middle one of values, of which there is one at least, or the mean of the two in the middle."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return EXACT.divide(EXACT.add(ordered[middle - 1], ordered[middle]), Decimal(2))


def percentile(ascending: Sequence[Decimal], percent: Decimal) -> Decimal:
    """Return a percentile, from 0 to 100, of ascending values, of which there is one at least.

    It stands at place 1 + (n - 1) p / 100, between two values where that is no whole number: definition 7 of Hyndman
    and Fan (1996), as in R.
    """
    place = EXACT.divide(EXACT.multiply(Decimal(len(ascending) - 1), percent), Decimal(100))
    below = int(place)
    above = min(below + 1, len(ascending) - 1)
    gap = EXACT.subtract(ascending[above], ascending[below])
    return EXACT.fma(EXACT.subtract(place, Decimal(below)), gap, ascending[below])
