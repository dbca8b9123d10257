"""Scoring, Adjustment, Rounding: how the parts of a node become its score."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from assess.model.arithmetic import ONE, ZERO, compared
from assess.model.conditions import Condition, key_of
from assess.model.rules import Over
from assess.model.texts import Data, Text, text_of


class Rounding(NamedTuple):
    """Rounding between the steps of an index: to how many decimals, and how (a name of `arithmetic.MODES`)."""

    to: int
    mode: str

    @classmethod
    def from_data(cls, data: Data) -> "Rounding | None":
        """Build from the checked data around a key `round`; None where there is none."""
        return cls(int(data["round"]["to"]), data["round"].get("mode", "half_up")) if "round" in data else None


class Scoring(NamedTuple):
    """How the parts of a node become its score.

    `power` goes with the power mean, `over` with Copeland's rule. `min_coverage` looks at what was answered, while
    `min_parts`, a share of the weight, and `min_count` look at the parts that have a value. `inapplicable` says what
    becomes of parts that are closed, not asked or not applicable: they leave, or earn zero.
    """

    aggregate: str = "mean"
    missing: str = "zero"
    min_coverage: Decimal = ZERO
    power: Decimal = ONE
    min_parts: Decimal = ZERO
    min_count: int = 0
    inapplicable: str = "leave"
    over: Over | None = None

    @classmethod
    def from_data(cls, data: Data, default: "Scoring") -> "Scoring":
        """Build from checked data; what is not said is as in `default`. In YAML, `missing: null` reads as nothing."""
        aggregate = data.get("aggregate", default.aggregate)
        over = Over.from_data(data["over"]) if "over" in data else default.over or Over()
        return cls(
            aggregate=aggregate,
            missing=(data["missing"] or "null") if "missing" in data else default.missing,
            min_coverage=compared(Decimal(data.get("min_coverage", default.min_coverage))),
            power=Decimal(data.get("power", default.power)),
            min_parts=compared(Decimal(data.get("min_parts", default.min_parts))),
            min_count=int(data.get("min_count", default.min_count)),
            inapplicable=data.get("inapplicable", default.inapplicable),
            over=over if aggregate == "copeland" else None,
        )


class Adjustment(NamedTuple):
    """A step after aggregating: zero, cap, floor, times, plus or minus, if a condition holds (None: always).

    `amount` is on the questionnaire's scale, or in points where the node adds points up; for plus and minus it may be
    what the part `of` (a key) earned, in points. `round` is done after it.
    """

    action: str
    amount: Decimal
    of: str | None
    condition: Condition | None
    round: Rounding | None
    reason: Text | None
    reasons: Mapping[str, str]

    @classmethod
    def from_data(cls, data: Data, language: str) -> "Adjustment":
        """Build from checked data."""
        action = next(each for each in ACTIONS if each in data)
        told = data[action]
        of = None
        if isinstance(told, Mapping):
            of = told["question"] if "question" in told else key_of(told["dimension"])
        return cls(
            action=action,
            amount=ZERO if of or action == "zero" else Decimal(told),
            of=of,
            condition=Condition.from_data(data["if"]) if "if" in data else None,
            round=Rounding.from_data(data),
            reason=text_of(data, "reason", language),
            reasons=data.get("reasons", {}),
        )

    @property
    def lowers(self) -> bool:
        """Whether the step can only take away."""
        return {
            "zero": True,
            "cap": True,
            "floor": False,
            "times": self.amount < ONE,
            "plus": self.of is None and self.amount < ZERO,
            "minus": self.of is not None or self.amount > ZERO,
        }[self.action]


ACTIONS: Final = ("zero", "cap", "floor", "times", "plus", "minus")
"""What an adjustment can do."""
