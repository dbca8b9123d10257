"""ScoreRule, Preparation, Over …: how an answer, or the value of a node, becomes a share of its points."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple

from assess.model.arithmetic import ONE, ZERO, compared
from assess.model.texts import Data, decimal_of


class Step(NamedTuple):
    """From this value on, or above it, an answer earns this share, 0 to 1, of the question's points."""

    start: Decimal
    share: Decimal


class Range(NamedTuple):
    """The values that an answer may have, both ends included; None is open."""

    start: Decimal | None
    end: Decimal | None


class Span(NamedTuple):
    """Two ends: what the shares 0 and 1 are stretched to, or the percentiles that values are held between."""

    start: Decimal
    end: Decimal


class Over(NamedTuple):
    """The group that something is relative to: submitted responses of the same version.

    `kinds` None is the agency's own kind, empty is all. `family` names a family of the register's groups; "parent" is
    those below the same parent. `period` and `channel` None are those that are being scored.
    """

    kinds: frozenset[str] | None = None
    family: str | None = None
    period: str | None = None
    channel: str | None = None

    @classmethod
    def from_data(cls, data: Data) -> "Over":
        """Build from checked data."""
        kind = data.get("kind", "same")
        listed = frozenset((kind,) if isinstance(kind, str) else kind) - {"all"}
        return cls(
            kinds=None if kind == "same" else listed,
            family=data.get("groups"),
            period=data.get("period"),
            channel=data.get("channel"),
        )


class Bound(NamedTuple):
    """Where a share is 0, or 1: at the number `amount` (`by` is ""), or where the values of a group say.

    `by` percentile: that percentile of the values, ascending; mean_of_best, mean_of_worst: the mean of so many values.
    """

    by: str
    amount: Decimal

    @classmethod
    def from_data(cls, data: Any) -> "Bound":
        """Build from checked data: a number, or a map of one key."""
        [(by, amount)] = data.items() if isinstance(data, dict) else [("", data)]
        return cls(by, Decimal(amount))


class ScoreRule(NamedTuple):
    """How an answer, or the value of a node, becomes a share. Goalposts and steps are numbers; dates count in days.

    Each rule looks at some of the fields only; `over` is there for those that are relative to a group. `worst` and
    `best` None are the group's own. `wanted` is "value", or the group's mean or median; `reach` None is the greatest
    distance within the group.
    """

    rule: str
    start: Decimal = ZERO
    end: Decimal = ONE
    cap: str = "both"
    steps: tuple[Step, ...] = ()
    side: str = "from"
    transform: str | None = None
    direction: str = "higher"
    onto: Span | None = None
    target: Decimal = ONE
    method: int = 2
    wanted: str = "value"
    value: Decimal = ZERO
    reach: Decimal | None = ONE
    of: Decimal | None = None
    over: Over | None = None
    deviation: str = "population"
    mean: Decimal = ZERO
    sd: Decimal = ONE
    reference: str = ""
    worst: Bound | None = None
    best: Bound | None = None

    @classmethod
    def from_data(cls, data: Data, maximum: Decimal) -> "ScoreRule":
        """Build from checked data; points of a step are turned into a share of `maximum`."""
        name = data["rule"]
        onto = data.get("onto")
        bounds: Data = data if name == "minmax" else {}
        posts: Data = {} if name == "minmax" else data
        return cls(
            rule=name,
            start=number(posts.get("from", 0)),
            end=number(posts.get("to", 1)),
            cap=data.get("cap", "both" if bounds.keys() & {"from", "to"} else CAPS.get(name, "both")),
            steps=tuple(_step(each, maximum) for each in data.get("steps", ())),
            side=data.get("side", "from"),
            transform=data.get("transform"),
            direction=data.get("direction", "higher"),
            onto=Span(Decimal(onto["from"]), Decimal(onto["to"])) if onto else None,
            target=Decimal(data.get("target", 1)),
            method=int(data.get("method", 2)),
            wanted=data["value"] if data.get("value") in CENTRES else "value",
            value=ZERO if data.get("value") in CENTRES else Decimal(data.get("value", 0)),
            reach=None if data.get("reach") == FARTHEST else Decimal(data.get("reach", 1)),
            of=decimal_of(data, "of"),
            over=Over.from_data(data.get("over", {})) if is_relative(data) else None,
            deviation=data.get("deviation", "population"),
            mean=Decimal(data.get("mean", 0)),
            sd=Decimal(data.get("sd", 1)),
            reference=data.get("reference", ""),
            worst=Bound.from_data(bounds["from"]) if "from" in bounds else None,
            best=Bound.from_data(bounds["to"]) if "to" in bounds else None,
        )

    @property
    def bounded(self) -> bool:
        """Whether it says by itself where 0 or 1 is, in place of the group's worst and best value."""
        return self.worst is not None or self.best is not None


def is_relative(data: Data) -> bool:
    """Return whether a rule as written compares with a group: some always do, distance where it takes its numbers."""
    return data.get("rule") in RELATIVE or data.get("value") in CENTRES or data.get("reach") == FARTHEST


CENTRES: Final = ("mean", "median")
"""What a distance may be measured from besides a number."""

FARTHEST: Final = "farthest"
"""The reach that is the greatest distance within the group."""

CAPS: Final[Mapping[str, str]] = {
    "scale": "none",
    "minmax": "none",
    "distance_to_reference": "high",
    "distance_to_target": "none",
}
"""Where a rule stops if nothing is said; every other one stops at both ends, and so does minmax with bounds."""

RELATIVE: Final = frozenset(
    {
        "minmax",
        "zscore",
        "rank",
        "percentile",
        "borda",
        "best",
        "distance_to_max",
        "distance_to_reference",
        "distance_to_target",
        "fraction_of_max",
    }
)
"""The rules that always compare with a group."""


class Preparation(NamedTuple):
    """One step that makes an answer ready for its rule: `step` is divide_by, impute, winsorise or log.

    `attribute` and `times` belong to divide_by; `by` (mean, median, number) and `number` to impute; the limits of
    skewness and kurtosis, and `at_most` values, to the treatment of outliers, or else the `percentiles` that they are
    held between. `over` None: no group is looked at.
    """

    step: str
    attribute: str = ""
    times: Decimal = ONE
    by: str = ""
    number: Decimal = ZERO
    skew: Decimal = ZERO
    kurtosis: Decimal = ZERO
    at_most: int = 0
    over: Over | None = None
    percentiles: Span | None = None

    @classmethod
    def from_data(cls, data: Data) -> "Preparation":
        """Build from checked data."""
        if "divide_by" in data:
            return cls("divide_by", attribute=data["divide_by"], times=Decimal(data.get("times", 1)))
        over = Over.from_data(data.get("over", {}))
        if "impute" in data:
            return _imputation(data, over)
        step = "winsorise" if "winsorise" in data else "log"
        limits = data[step]
        if "percentiles" in limits:
            return cls(step, over=over, percentiles=Span(*map(Decimal, limits["percentiles"])))
        return cls(
            step,
            skew=Decimal(limits["skew"]),
            kurtosis=Decimal(limits["kurtosis"]),
            at_most=int(limits.get("at_most", 0)),
            over=over,
        )


def number(value: Any) -> Decimal:
    """Return a goalpost or an answer as a number; a date (`2026-03-31`) as its day number."""
    return Decimal(date.fromisoformat(value).toordinal()) if isinstance(value, str) else Decimal(value)


def _step(data: Data, maximum: Decimal) -> Step:
    share = Decimal(data["share"]) if "share" in data else Decimal(data["points"]) / maximum
    return Step(start=compared(number(data["from"])), share=share)


def _imputation(data: Data, over: Over) -> Preparation:
    by = data["impute"]
    if not isinstance(by, str):
        return Preparation("impute", by="number", number=Decimal(by))
    if by.startswith("group_"):
        family = data["group"]
        over = over._replace(kinds=None) if family == "kind" else over._replace(family=family)
    return Preparation("impute", by=by.removeprefix("group_"), over=over)
