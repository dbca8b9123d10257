"""Rules that make several chosen options a share. Each takes the question and the ids chosen. `CHOICES` names them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from assess.model import Question
from assess.model.arithmetic import ONE, ZERO


def points(question: Question, chosen: Sequence[str]) -> Decimal:
    """Return the points of all that is chosen, at most the question's maximum."""
    earned = sum((question.options[each].points for each in chosen), ZERO)
    return min(question.maximum, earned) / question.maximum


def highest(question: Question, chosen: Sequence[str]) -> Decimal:
    """Return the share of the best option that is chosen."""
    return max((question.shares[each] for each in chosen), default=ZERO)


def some(question: Question, chosen: Sequence[str]) -> Decimal:
    """Return 1 where an option with points is chosen."""
    return ONE if _earning(question, chosen) else ZERO


def every(question: Question, chosen: Sequence[str]) -> Decimal:
    """Return 1 where all options with points are chosen."""
    return ONE if _earning(question, chosen) == _offered(question) else ZERO


def count(question: Question, chosen: Sequence[str]) -> Decimal:
    """Return how many options with points are chosen, of those that count."""
    most = question.rule.of or Decimal(_offered(question))
    return min(most, Decimal(_earning(question, chosen))) / most


def fraction(question: Question, chosen: Sequence[str]) -> Decimal:
    """Return how many of the options with points are chosen (k of n)."""
    return Decimal(_earning(question, chosen)) / _offered(question)


def _offered(question: Question) -> int:
    """Return how many options have points; an unscored question, which conditions may look at, can do without any."""
    return _earning(question, question.options) or 1


def _earning(question: Question, options: Iterable[str]) -> int:
    return sum(1 for each in options if question.options[each].points)


CHOICES: Final[Mapping[str, Callable[[Question, Sequence[str]], Decimal]]] = {
    "points": points,
    "highest": highest,
    "any": some,
    "all": every,
    "count": count,
    "fraction": fraction,
}
