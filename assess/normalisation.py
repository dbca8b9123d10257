"""From an answer to a share of the question's points: one rule, one pure function, one signature.

Each function takes a rule and a number and returns a share, usually from 0 to 1 (beyond it only where a rule is not
capped). `RULES` names them as questionnaires do.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from assess.model import Question, Ratio, ScoreRule, Value
from assess.model.arithmetic import ONE, ZERO
from assess.model.rules import number


def linear(rule: ScoreRule, value: Decimal) -> Decimal:
    """Return how far `value` lies on the way from goalpost `start` (0) to goalpost `end` (1), in either direction."""
    share = (value - rule.start) / (rule.end - rule.start)
    if share < ZERO and rule.cap in ("low", "both"):
        return ZERO
    if share > ONE and rule.cap in ("high", "both"):
        return ONE
    return share


def steps(rule: ScoreRule, value: Decimal) -> Decimal:
    """Return the share of the highest step that `value` reaches (a step's start belongs to it), 0 below the first."""
    reached = [step.share for step in rule.steps if value >= step.start]
    return reached[-1] if reached else ZERO


RULES: Final[Mapping[str, Callable[[ScoreRule, Decimal], Decimal]]] = {"linear": linear, "steps": steps}


def share_of(question: Question, value: Value) -> Decimal:
    """Return the share of the question's points that a checked answer earns."""
    if value.__class__ is str and value in question.shares:
        return question.shares[value]
    if isinstance(value, bool):
        return ONE if value else ZERO
    if isinstance(value, tuple):
        points = sum((question.options[each].points for each in value), ZERO)
        return min(question.maximum, points) / question.maximum
    return RULES[question.rule.rule](question.rule, measured(value))


def measured(value: Value) -> Decimal:
    """Return an answer as a number: a ratio as part over whole, a date as its day number."""
    if isinstance(value, Ratio):
        return value.part / value.of
    return number(value)
