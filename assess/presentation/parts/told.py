"""What the agencies of a pool answered to a question, counted; and in what those who lead stand above the rest."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from assess.model import Question
from assess.model.arithmetic import EXACT, compared, median
from assess.model.conditions import WHOLE
from assess.presentation.parts.pools import columns_of, places_of, pool_of, told_apart
from assess.presentation.parts.spreads import SPREADS_KEPT, leading_quarter, least_of
from assess.ranking import YES, Chosen, Cohort, Record

Sides: TypeAlias = tuple[Sequence[Record], Sequence[Record]]
"""Those who lead, and the rest."""

OUT: Final = frozenset(("closed", "not_asked", "not_applicable", "unscored", ""))
"""The states of a question that an agency is not expected to answer."""


class Told(NamedTuple):
    """How a pool answered: `asked` are those who were expected to, `answered` those who did.

    `options` counts them by option, "yes" and "no" among these, "" for none of those on offer; `states` counts those
    without an answer, by its state.
    """

    asked: int
    answered: int
    options: Mapping[str, int]
    states: Mapping[str, int]


class Practice(NamedTuple):
    """In what those who lead stand above the rest: how many of them took an option, or a step after it.

    `option` is its id ("yes" too), `higher` whether steps after it count as well. Where a question has no options,
    it is "": then `shares` are the median shares of the two; else those of the `counts`. `of` is how many were asked.
    """

    question: str
    option: str
    higher: bool
    counts: tuple[int, int]
    of: tuple[int, int]
    shares: tuple[Decimal, Decimal]

    @property
    def gap(self) -> Decimal:
        """How far those who lead stand above the rest, as a share."""
        return EXACT.subtract(*self.shares)


@lru_cache(maxsize=SPREADS_KEPT)
def told_by(cohort: Cohort, pool: str, name: str) -> Told | None:
    """Return how a pool answered a question; None where fewer than `min_group` did, or it is told apart."""
    place = places_of(cohort)[name]
    found = [each.answers[place] for each in pool_of(cohort, pool).records]
    states = Counter(each for each in found if isinstance(each, str))
    answered = len(found) - states.total() + states.pop("answered", 0)
    if name in told_apart(cohort) or not answered or answered < least_of(cohort):
        return None
    options = Counter(option for each in found if not isinstance(each, str) for option in each or ("",))
    out = sum(count for state, count in states.items() if state in OUT)
    return Told(len(found) - out, answered, options, states)


@lru_cache(maxsize=SPREADS_KEPT)
def leading_options(cohort: Cohort, pool: str, name: str) -> Mapping[str, Decimal]:
    """Return the share of each option among the quarter that leads by overall score; nothing where it is too small."""
    leading, _ = _sides(cohort, pool, WHOLE, name)
    if len(leading) < max(1, least_of(cohort)):
        return {}
    place = places_of(cohort)[name]
    given = [each.answers[place] for each in leading]
    found = Counter(option for each in given if not isinstance(each, str) for option in each or ("",))
    return {option: share_of_agencies(count, len(leading)) for option, count in found.items()}


@lru_cache(maxsize=SPREADS_KEPT)
def practice_of(cohort: Cohort, pool: str, key: str, name: str) -> Practice | None:
    """Return in what those who lead in a part, by key, stand furthest above the rest at a question.

    None where they do not, or where fewer than `min_group` of either were asked.
    """
    sides, place = _sides(cohort, pool, key, name), places_of(cohort)[name]
    if min(map(len, sides)) < max(1, least_of(cohort)):
        return None
    steps = list(_steps(cohort.questionnaire.questions[name]))
    found = [_took(name, place, option, counted, sides) for option, counted in steps] or _medians(cohort, name, sides)
    best = max(found, key=lambda each: each.gap, default=None)
    return best if best is not None and best.gap > 0 else None


def _sides(cohort: Cohort, pool: str, key: str, name: str) -> Sides:
    """Return those who lead in a part, and the rest, as far as they were asked a question; nobody where none lead."""
    first = leading_quarter(cohort, pool, key)
    if first is None or name in told_apart(cohort):
        return [], []
    place = places_of(cohort)[name]
    asked = [each for each in pool_of(cohort, pool).records if each.answers[place] not in OUT]
    return [each for each in asked if each.agency in first], [each for each in asked if each.agency not in first]


def share_of_agencies(count: int, total: int) -> Decimal:
    """Return a share of agencies, from 0 to 1."""
    return EXACT.divide(Decimal(count), Decimal(total or 1))


def _steps(question: Question) -> Iterator[tuple[str, Collection[str]]]:
    """Yield each option that earns points, the best first, with all that count as it: itself and the steps after."""
    if question.combine is not None:
        return
    if question.type == "yes_no":
        yield YES, (YES,)
    for name, share in sorted(question.shares.items(), key=lambda each: -each[1]):
        if share > 0:
            several = question.type == "choices"
            yield name, (name,) if several else [each for each, own in question.shares.items() if own >= share]


def _took(name: str, place: int, option: str, counted: Collection[str], sides: Sides) -> Practice:
    """Return how many of either took an option, or one that counts as it."""
    first, second = (sum(_has_taken(each.answers[place], counted) for each in side) for side in sides)
    of = (len(sides[0]), len(sides[1]))
    shares = (share_of_agencies(first, of[0]), share_of_agencies(second, of[1]))
    return Practice(name, option, len(counted) > 1, (first, second), of, shares)


def _has_taken(answer: Chosen, counted: Collection[str]) -> bool:
    return not isinstance(answer, str) and any(each in counted for each in answer)


def _medians(cohort: Cohort, name: str, sides: Sides) -> Sequence[Practice]:
    """Return the median shares of the points that either earned; nothing where too few of them have any."""
    column = columns_of(cohort)[name]
    known = [
        [value for each in side if each.profile and (value := each.profile.values[column]) is not None]
        for side in sides
    ]
    counts = (len(known[0]), len(known[1]))
    if min(counts) < max(1, least_of(cohort)):
        return ()
    shares = (compared(median(known[0])), compared(median(known[1])))
    return (Practice(name, "", False, counts, counts, shares),)
