"""From a checked answer to its number, and to the share that it earns by a rule that looks at nothing else."""

from collections.abc import Sequence
from decimal import Decimal

from assess.model import Question, Ratio, Value
from assess.model.arithmetic import ONE, ZERO, in_reach
from assess.model.rules import number
from assess.normalisation.choices import CHOICES
from assess.normalisation.measures import MEASURES


def share_of(question: Question, value: Value) -> Decimal:
    """Return the share of the question's points that a checked answer earns.

    Raises:
        Uncomputable: the rule gives no number for this answer.
    """
    if isinstance(value, bool):
        return ONE if value else ZERO
    if isinstance(value, str) and value in question.shares:
        return question.shares[value]
    if isinstance(value, tuple):
        return CHOICES[question.rule.rule](question, value)
    return in_reach(MEASURES[question.rule.rule](question.rule, measured(value)))


def combined(how: str, shares: Sequence[Decimal]) -> Decimal:
    """Return what the shares that several pieces of evidence earn come to: the best, their mean, any or all in full."""
    if how == "mean":
        return sum(shares, ZERO) / len(shares)
    if how == "best":
        return max(shares)
    enough = any if how == "any" else all
    return ONE if enough(each >= ONE for each in shares) else ZERO


def measured(value: Value) -> Decimal:
    """Return an answer as a number: a ratio as part over whole, a date as its day number."""
    if isinstance(value, Decimal):
        return value
    return value.part / value.of if isinstance(value, Ratio) else number(value)
