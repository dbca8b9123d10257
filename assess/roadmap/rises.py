"""Rise: one answer a step up. What is answered then, and what it earns."""

from decimal import Decimal
from typing import NamedTuple

from assess.model import Question, Ratio, Value
from assess.model.arithmetic import ONE, Uncomputable, rounded
from assess.normalisation import share_of


class Rise(NamedTuple):
    """An answer one step up: `option` is the one that it adds, None for yes and for a number.

    `share` is what it then earns of the question's points, `points` how many more these are than before.
    """

    value: Value
    option: str | None
    share: Decimal
    points: Decimal


def rise_of(question: Question, share: Decimal, value: Value | None) -> Rise | None:
    """Return the least step up from an answer that earns a share: the next option, one more option, or yes.

    None where there is none, or where no single answer earns the points: it is given piece by piece, or rounded
    afterwards.
    """
    if share >= 1 or question.combine is not None or question.round is not None:
        return None
    if question.type == "yes_no":
        return Rise(True, None, ONE, question.maximum - share * question.maximum)
    several = question.type == "choices"
    taken = value if isinstance(value, tuple) else ()
    rises = []
    for option in question.options.values():
        if option.id not in taken:
            then: Value = (*taken, option.id) if several else option.id
            earned = share_of(question, then)
            more = rounded(earned * question.maximum - share * question.maximum, 6)
            if more > 0:
                rises.append((more, option.points, Rise(then, option.id, earned, more)))
    return min(rises, key=lambda each: each[:2])[2] if rises else None


def rise_to(question: Question, share: Decimal, goal: Decimal) -> Rise | None:
    """Return the step up to a number, where a question is answered with one; None where it would earn no more."""
    if question.relative or question.prepare or question.combine is not None or question.round is not None:
        return None
    then: Value = Ratio(goal, ONE) if question.type == "ratio" else goal
    try:
        earned = share_of(question, then)
    except Uncomputable:
        return None
    more = rounded(earned * question.maximum - share * question.maximum, 6)
    return Rise(then, None, earned, more) if more > 0 else None
