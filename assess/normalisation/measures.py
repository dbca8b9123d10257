"""Rules that make a number a share by bounds that the questionnaire states.

Each takes the rule and a number and returns a share, usually from 0 to 1 (beyond it only where a rule is not capped).
`MEASURES` names them as questionnaires do. Whoever calls stands in the exact context.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from assess.model import ScoreRule
from assess.model.arithmetic import ONE, ZERO, Uncomputable, compared

_HALF: Final = Decimal("0.5")


def linear(rule: ScoreRule, value: Decimal) -> Decimal:
    """Return how far `value` lies on the way from goalpost `start` (0) to goalpost `end` (1), in either direction.

    With `transform` log, all three are taken by their natural logarithms, as income is in the Human Development Index.

    Raises:
        Uncomputable: "not-positive", the logarithm of a number that is not above 0.
    """
    if rule.transform is None:
        share = (value - rule.start) / (rule.end - rule.start)
    elif value <= 0:
        raise Uncomputable("not-positive")
    else:
        share = (value / rule.start).ln() / (rule.end / rule.start).ln()
    return stretched(rule, capped(rule.cap, share))


def steps(rule: ScoreRule, value: Decimal) -> Decimal:
    """Return the share of the highest step that `value` reaches, 0 below the first.

    A step's start belongs to it; with `side` above only that of the first one does.
    """
    looked_at, above = compared(value), rule.side == "above"
    reached = [
        step.share
        for n, step in enumerate(rule.steps)
        if (looked_at > step.start if above and n else looked_at >= step.start)
    ]
    return reached[-1] if reached else ZERO


def target(rule: ScoreRule, value: Decimal) -> Decimal:
    """Return what `value` comes to against a target, by one of `METHODS`.

    The achievement is value / target, or target / value where less is better. Where less is better, a value of 0 or
    below meets the target, by no number.

    Raises:
        Uncomputable: "zero-divisor", by method 1, less is better and the value is 0 or below.
    """
    if rule.direction == "lower" and value <= 0:
        if rule.method == 1:
            raise Uncomputable("zero-divisor")
        return ONE
    achieved = value / rule.target if rule.direction == "higher" else rule.target / value
    return METHODS[rule.method](achieved)


def distance(rule: ScoreRule, value: Decimal) -> Decimal:
    """Return 1 at the value wanted, 0 from `reach` away from it on, on either side."""
    return nearness(value, rule.value, rule.reach or ONE)


def scale(rule: ScoreRule, value: Decimal) -> Decimal:
    """Return (x - start) / (end - start), never capped."""
    return stretched(rule, (value - rule.start) / (rule.end - rule.start))


def count(rule: ScoreRule, value: Decimal) -> Decimal:
    """Return the share of so many things, of which at most `of` count."""
    most = rule.of or ONE
    return min(most, value) / most


def nearness(value: Decimal, wanted: Decimal, reach: Decimal) -> Decimal:
    """Return 1 - |x - wanted| / reach, not below 0."""
    return max(ZERO, ONE - abs(value - wanted) / reach)


def capped(cap: str, share: Decimal) -> Decimal:
    """Return a share stopped at 0 (cap low), at 1 (high), at both ends, or at none."""
    if share < ZERO and cap in ("low", "both"):
        return ZERO
    return ONE if share > ONE and cap in ("high", "both") else share


def stretched(rule: ScoreRule, share: Decimal) -> Decimal:
    """Return a share on the span that the rule stretches 0 to 1 to."""
    return share if rule.onto is None else rule.onto.start + share * (rule.onto.end - rule.onto.start)


def as_achieved(achievement: Decimal) -> Decimal:
    """Return the achievement as it is; it may exceed 1."""
    return achievement


def at_most_met(achievement: Decimal) -> Decimal:
    """Return the achievement, at most 1."""
    return min(ONE, achievement)


def in_halves(achievement: Decimal) -> Decimal:
    """Return 1 if the target is met or exceeded, 0.5 if more than half of it is, else 0; so exactly half is 0."""
    if compared(achievement) >= ONE:
        return ONE
    return _HALF if compared(achievement) > _HALF else ZERO


METHODS: Final[Mapping[int, Callable[[Decimal], Decimal]]] = {1: as_achieved, 2: at_most_met, 3: in_halves}
"""What an achievement, a share of a target, counts for: the methods of PEMANDU's ETP Scorecard (annual report 2012).

That page leaves two boundaries open, which are settled here: exactly met is met, and exactly half of a target is not
"more than half".
"""

MEASURES: Final[Mapping[str, Callable[[ScoreRule, Decimal], Decimal]]] = {
    "linear": linear,
    "steps": steps,
    "target": target,
    "distance": distance,
    "scale": scale,
    "count": count,
}
