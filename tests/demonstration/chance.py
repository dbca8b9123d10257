"""Chance that is the same everywhere: every number comes from a hash of what it is drawn for.

So no number depends on which were drawn before, on the version of Python, or on a machine's mathematics.
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import Final, TypeVar

SEED: Final = 2018
WHOLE: Final = 2**52
T = TypeVar("T")


def chance(*what: object) -> float:
    """Return a number from 0 to below 1, all alike."""
    return _numbers(what)[0] / WHOLE


def bell(*what: object) -> float:
    """Return a number around 0, with a standard deviation of 1 and never beyond 3.5."""
    return (sum(_numbers(what)) / WHOLE - 2) * 1.732


def one_of(things: Sequence[T], *what: object) -> T:
    """Return one of some things, each as likely as the others."""
    return things[int(chance(*what) * len(things))]


def whole(low: int, high: int, *what: object) -> int:
    """Return a whole number, both ends included."""
    return low + int(chance(*what) * (high + 1 - low))


def _numbers(what: Sequence[object]) -> list[int]:
    """Return four whole numbers; as such they add up alike everywhere, which fractions do not before Python 3.12."""
    digest = sha256("/".join(map(str, (SEED, *what))).encode()).digest()
    return [int.from_bytes(digest[n : n + 8], "big") >> 12 for n in (0, 8, 16, 24)]
