"""What is done to a node's score once its parts are put together: zero, cap, floor, times, plus, minus; rounding."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Protocol, TypeAlias

from assess.model import Adjustment, Condition, Dimension, Rounding, Scale, Scoring
from assess.model.arithmetic import ZERO, rounded_to
from assess.scoring.scores import Fact, Score, Trace

Unit: TypeAlias = tuple[Decimal, Decimal]
"""What the shares 0 and 1 of a node are shown as: the ends of the scale, or 0 and its points."""


class Looking(Protocol):
    """What an adjustment needs to see of the rest of the dossier."""

    def holds(self, condition: Condition) -> bool | None:
        """Return whether a condition is true; None where that cannot be decided."""

    def earned(self, key: str) -> Decimal:
        """Return the points that a question or a dimension earned."""

    def at_most(self, key: str) -> Decimal:
        """Return the points that it may have earned: what is missing in it counts in full."""


def unit_of(scoring: Scoring, score: Score, scale: Scale) -> Unit:
    """Return the unit in which a node is adjusted and rounded: points where they are added up, else the scale."""
    return (ZERO, score.points) if scoring.aggregate == "sum" else (scale.start, scale.end)


def adjusted(score: Score, dimension: Dimension, scale: Scale, looking: Looking) -> Score:
    """Return a score, which has a value, after the steps that fire, in order; the trail tells of each, fired or not.

    A step that lowers fires unless its condition is known to be false, one that raises only if it is known to be true;
    and what a part takes away, it takes in full where it is not answered: nothing is gained by leaving an answer out.
    """
    unit = unit_of(dimension.scoring, score, scale)
    for place, step in enumerate(dimension.adjust, 1):
        holds = True if step.condition is None else looking.holds(step.condition)
        fires = bool(holds) or (holds is None and step.lowers)
        facts: dict[str, Fact] = {"place": place, "condition": _HOLDS[holds], "fired": fires}
        score = _step(score, step, unit, looking, facts)
    return score


def rounded_in(score: Score, rounding: Rounding, unit: Unit) -> Score:
    """Return a score rounded in its unit."""
    if score.value is None or unit[0] == unit[1]:
        return score
    exact = _shown(score.value, unit)
    value = rounded_to(exact, rounding.to, rounding.mode)
    trace = Trace("round", value, {"of": exact, "to": rounding.to, "mode": rounding.mode})
    return score._replace(value=_share(value, unit), trail=(*score.trail, trace))


def _step(score: Score, step: Adjustment, unit: Unit, looking: Looking, facts: Mapping[str, Fact]) -> Score:
    """Return a score after one step, or as it is where the step has not `fired`; either way the trail tells of it."""
    before = _shown(score.value or ZERO, unit)
    known = step.amount if step.of is None else looking.earned(step.of)
    known = unit[0] if step.action == "zero" else known
    amount = known if step.of is None or step.action != "minus" else looking.at_most(step.of)
    after = {
        "zero": amount,
        "cap": min(before, amount),
        "floor": max(before, amount),
        "times": before * amount,
        "plus": before + amount,
        "minus": before - amount,
    }[step.action]
    reason = step.reason.text if step.reason else None
    told: dict[str, Fact] = {"of": before, "by": step.action, "amount": amount, "earned": step.of, "reason": reason}
    if amount != known:
        told["supposed"] = amount - known
    if not facts["fired"]:
        return score._replace(trail=(*score.trail, Trace("adjust", before, {**told, **facts})))
    score = score._replace(
        value=_share(after, unit) if unit[0] != unit[1] else score.value,
        trail=(*score.trail, Trace("adjust", after, {**told, **facts})),
    )
    return score if step.round is None else rounded_in(score, step.round, unit)


_HOLDS: Final = {True: "holds", False: "fails", None: "undecided"}


def _shown(value: Decimal, unit: Unit) -> Decimal:
    return unit[0] + value * (unit[1] - unit[0])


def _share(shown: Decimal, unit: Unit) -> Decimal:
    return (shown - unit[0]) / (unit[1] - unit[0])
