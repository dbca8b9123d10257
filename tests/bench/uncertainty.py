"""Rank uncertainty on invented shares: ours, and the same by drawing, multiplying and sorting."""

import json
import os
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, NamedTuple

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before NumPy is there

import numpy as np

from assess.robustness import Tree, Weighed, leaf_weights, weigh
from assess.robustness.chance import UNIT, factors
from assess.robustness.places import intervals_of, ranks_of, step_of

AGENCIES: Final = 11_000
INDICATORS: Final = 40
DRAWS: Final = 10_000
SPREAD: Final = Decimal("0.25")
ROUNDS: Final = 3
_TREE: Final = Tree((-1, *([0] * INDICATORS)), (Decimal(1),) * (INDICATORS + 1))


class Figures(NamedTuple):
    """Wall seconds of each way, and by how many ranks the ends of our intervals lie off, at most and on average."""

    ours: float
    ranks: float
    order: float
    off: int
    mean_off: float


def shares() -> Any:
    """Return shares of which some are an agency's own, some an indicator's."""
    own, each = factors(5, 0, AGENCIES, 1, Decimal("0.6")), factors(6, 0, AGENCIES, INDICATORS, Decimal("0.9"))
    return (own * 2 + each) / (6 * UNIT)


def ours() -> Weighed:
    """Return intervals and the average shift by counting."""
    return weigh(shares(), _TREE, SPREAD, DRAWS, 1)


def measure(rounds: int) -> Figures:
    """Measure each way in turn, and compare intervals with those of unrounded scores of the same draws."""
    values = shares()
    times = [
        (_wall(ours), _wall(lambda: _sorting(values, 2)), _wall(lambda: _sorting(values, 1))) for _ in range(rounds)
    ]
    step = step_of(AGENCIES, DRAWS)
    exact = np.concatenate([_exact(values, draw) for draw in range(0, DRAWS, step)])
    pairs = zip(ours().intervals, intervals_of(exact), strict=True)
    off = [abs(a - b) for one, other in pairs for a, b in zip(one, other, strict=True)]
    least = [min(column) for column in zip(*times, strict=True)]
    return Figures(least[0], least[1], least[2], max(off), sum(off) / len(off))


def _wall(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _sorting(values: Any, times: int) -> None:
    """Draw, multiply and `argsort` in the fastest way: once for the order, twice for the ranks."""
    chance = np.random.default_rng(1)
    columns = np.ascontiguousarray(values.T)
    for _ in range(0, DRAWS, 50):
        weights = chance.uniform(0.75, 1.25, (50, INDICATORS))
        order = -(weights / weights.sum(axis=1, keepdims=True) @ columns)
        for _ in range(times):
            order = order.argsort(axis=1)


def _exact(values: Any, draw: int) -> Any:
    return ranks_of(leaf_weights(_TREE, factors(1, draw, 1, INDICATORS + 1, SPREAD)) @ values.T)


def main() -> None:
    """Do it once, for its memory to be measured; or measure, and print the figures as JSON."""
    if sys.argv[1:] == ["once"]:
        ours()
    else:
        print(json.dumps(measure(ROUNDS)._asdict()))


if __name__ == "__main__":
    main()
