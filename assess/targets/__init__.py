"""How far targets are reached: the achievement in each period, its score by three methods, light and trend.

The methods are those of the rule `target` (`normalisation.measures.METHODS`). The bounds of the light, and their sides,
stand in targets.yaml.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, localcontext
from typing import Final, NamedTuple

from assess.model import Target, TargetValue
from assess.model.arithmetic import EXACT, ONE, ZERO, compared
from assess.model.periods import period_end, period_order
from assess.normalisation.measures import METHODS
from assess.targets.readings import Reading, measured_in, reading_of

__all__ = ["Followed", "Reading", "Result", "follow", "goal_of", "measured_in", "reading_of"]

BEYOND: Final = Decimal("Infinity")
"""Stands for a target that is exceeded where the division has no number."""


class Result(NamedTuple):
    """How far a target is reached in one period.

    `goal` is the stated value that the actual is held against: that of the period, or the nearest later one; None
    after the last. `achievement` is a share of the target (1 is all of it) or, from the baseline, of the way to it;
    None for the `reason`. `methods` are the scores by methods 1, 2 and 3. `change` is the difference to the actual of
    the period `since`; `trend` is "better", "worse" or "same", or "not-compared" where the two come from different
    channels, `channel` and `since_channel`. `light` is "green", "yellow" or "red".

    Reasons: those of a reading, "no-actual" (nothing written), "no-target" (the last target lies before the period),
    "zero-divisor", "not-positive" (lower is better, and the actual is below 0), "no-baseline" (the agency has no actual
    in the baseline's period), "baseline-channel" (that actual comes from another channel), "baseline-met" (it was at
    the target from the start).
    """

    period: str
    agency: str | None
    actual: Decimal | None
    goal: TargetValue | None
    achievement: Decimal | None
    reason: str | None
    methods: tuple[Decimal | None, Decimal | None, Decimal | None]
    light: str | None
    since: str | None
    change: Decimal | None
    trend: str | None
    channel: str | None
    since_channel: str | None

    def score(self, target: Target) -> Decimal | None:
        """Return the score by the target's own method."""
        return self.methods[target.method - 1]


class Followed(NamedTuple):
    """A target with its results, period by period, agencies by id."""

    target: Target
    results: tuple[Result, ...]


def follow(target: Target, readings: Iterable[Reading]) -> Followed:
    """Return the results of a target; `readings` are of the agencies, and none for a target of the nation."""
    if target.measure is None:
        readings = [Reading(each.period, None, each.value) for each in target.actuals]
    known: dict[str, dict[str, Reading]] = {}
    for each in readings:
        known.setdefault(each.agency or "", {})[each.period] = each
    with localcontext(EXACT):
        results = [each for by_period in known.values() for each in _results(target, by_period)]
    return Followed(target, tuple(sorted(results, key=lambda each: (period_order(each.period), each.agency or ""))))


def goal_of(target: Target, period: str) -> TargetValue | None:
    """Return the stated value of a period, or the nearest later one; None after the last."""
    return next((each for each in target.by_period if period_end(each.period) >= period_end(period)), None)


def _results(target: Target, readings: Mapping[str, Reading]) -> Iterator[Result]:
    """Yield the results of the nation or of one agency, in the order of the periods."""
    start = _start(target, readings)
    before: Reading | None = None
    for reading in sorted(readings.values(), key=lambda each: period_order(each.period)):
        yield _result(target, reading, start, before)
        before = before if reading.value is None else reading


def _start(target: Target, readings: Mapping[str, Reading]) -> Reading | None:
    """Return the baseline: as written, or the agency's own actual of that period."""
    if target.baseline is None:
        return None
    if target.baseline.value is not None:
        return Reading(target.baseline.period, None, target.baseline.value)
    return readings.get(target.baseline.period)


def _result(target: Target, reading: Reading, start: Reading | None, before: Reading | None) -> Result:
    goal = goal_of(target, reading.period)
    achievement: Decimal | None = None
    standing: Decimal | None = None
    reason: str | None = "no-target"
    if reading.value is None:
        reason = reading.reason
    elif goal is not None and target.from_baseline and start is not None and _channels_differ(start, reading):
        reason = "baseline-channel"
    elif goal is not None:
        achievement, standing, reason = _achieved(target, reading.value, goal.value, start and start.value)
    since, change, trend = _trend(target, reading, before)
    return Result(
        period=reading.period,
        agency=reading.agency,
        actual=reading.value,
        goal=goal,
        achievement=achievement,
        reason=reason,
        methods=_methods(achievement, standing),
        light=None if standing is None else _light(target, standing),
        since=since,
        change=change,
        trend=trend,
        channel=reading.channel,
        since_channel=before.channel if before and since else None,
    )


def _achieved(
    target: Target, actual: Decimal, goal: Decimal, start: Decimal | None
) -> tuple[Decimal | None, Decimal | None, str | None]:
    """Return the achievement, where it stands beside the bounds, and why there is no achievement.

    A target that is met stands at 1 or beyond also where the division has no number.
    """
    lower = target.direction == "lower"
    if target.from_baseline:
        return _from_baseline(actual, goal, start, lower)
    if not lower:
        return _both(actual / goal)
    if actual > ZERO:
        return _both(goal / actual)
    return None, ONE if actual == goal else BEYOND, "not-positive" if actual else "zero-divisor"


def _from_baseline(
    actual: Decimal, goal: Decimal, start: Decimal | None, lower: bool
) -> tuple[Decimal | None, Decimal | None, str | None]:
    if start is None:
        return None, None, "no-baseline"
    if start <= goal if lower else start >= goal:
        met = actual <= goal if lower else actual >= goal
        return None, ONE if met else None, "baseline-met"
    return _both((actual - start) / (goal - start))


def _both(achievement: Decimal) -> tuple[Decimal, Decimal, None]:
    return achievement, achievement, None


def _methods(
    achievement: Decimal | None, standing: Decimal | None
) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    if standing is None:
        return None, None, None
    return achievement, METHODS[2](standing), METHODS[3](standing)


def _light(target: Target, standing: Decimal) -> str:
    if target.light.green.reached(compared(standing)):
        return "green"
    return "yellow" if target.light.yellow.reached(compared(standing)) else "red"


def _trend(target: Target, reading: Reading, before: Reading | None) -> tuple[str | None, Decimal | None, str | None]:
    """Return the earlier period with an actual, the change since then, and what it means for the target.

    Figures of different channels are not compared.
    """
    if before is None or before.value is None or reading.value is None:
        return None, None, None
    if _channels_differ(before, reading):
        return before.period, None, "not-compared"
    change = reading.value - before.value
    if not compared(change):
        return before.period, change, "same"
    return before.period, change, "better" if (change < 0) == (target.direction == "lower") else "worse"


def _channels_differ(earlier: Reading, reading: Reading) -> bool:
    """Return whether two figures come from different channels; one written in targets.yaml comes from none."""
    return None not in (earlier.channel, reading.channel) and earlier.channel != reading.channel
