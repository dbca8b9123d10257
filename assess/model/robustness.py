"""Plan, Interval, Bounds: what is tried to tell how sure the ranks are, and where a question asks to be looked at."""

from decimal import Decimal
from typing import Final, NamedTuple

from assess.model.texts import Data


class Plan(NamedTuple):
    """What is tried to tell how sure the ranks are; it changes no score.

    Each of `draws`, by chance that starts from `seed`, multiplies every weight by a number from 1 − to 1 + `spread`.
    The draws take turns among `aggregates`, `normalisations` and `missing`, each with each; "own" and "none" leave a
    questionnaire as it is. `alone` are averages that are tried one at a time only. Where a geometric or harmonic mean
    takes the place of another, parts below `floor`, a share from 0 to 1, count as it.
    """

    draws: int = 1_000
    seed: int = 1
    spread: Decimal = Decimal("0.25")
    floor: Decimal = Decimal("0.01")
    aggregates: tuple[str, ...] = ("mean", "geometric")
    normalisations: tuple[str, ...] = ("none", "minmax", "percentile")
    missing: tuple[str, ...] = ("zero", "skip")
    alone: tuple[str, ...] = ("harmonic",)

    @classmethod
    def from_data(cls, data: Data) -> "Plan":
        """Build from checked data; what is not said is as usual. Averages that are listed are all that is tried."""
        usual = cls()
        return cls(
            draws=int(data.get("draws", usual.draws)),
            seed=int(data.get("seed", usual.seed)),
            spread=Decimal(data.get("spread", usual.spread)),
            floor=Decimal(data.get("floor", usual.floor)),
            aggregates=tuple(data.get("aggregates", usual.aggregates)),
            normalisations=tuple(data.get("normalisations", usual.normalisations)),
            missing=tuple(data.get("missing", usual.missing)),
            alone=() if "aggregates" in data else usual.alone,
        )


class Interval(NamedTuple):
    """The middle rank over all draws, and the ranks that one draw in twenty betters, and one in twenty falls short of.

    Of n ranks in order, best first, each is the one in place 0.5·n, 0.05·n and 0.95·n, rounded up.
    """

    median: int
    low: int
    high: int


class Bounds(NamedTuple):
    """Where a question asks to be looked at; it changes no score.

    With fewer `agencies` nothing is worked out of it: two always lie on a line. A share of answers below `answered`,
    and an item–rest correlation below `correlation`, are marked.
    """

    agencies: int = 3
    answered: Decimal = Decimal("0.5")
    correlation: Decimal = Decimal("0.1")


BOUNDS: Final = Bounds()
"""The bounds of the tool; `assess items` tells them with its help and above its results."""
