"""An invented response that the worked example scores: the middle of everything that may be answered.

Nothing in it comes from an agency, and no chance is in it: the same questionnaire gives the same sums.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from assess.model import Agency, Answer, Dossier, Evidence, Question, Questionnaire, Ratio, Register, Response, Value
from assess.model.arithmetic import EXACT, ONE, ZERO, rounded
from assess.model.review import Review, Survey
from assess.scoring import Assessment, assess
from assess.scoring.learning import learn, periods_of

HALF: Final = Decimal("0.5")
PERIOD: Final = "0"
NAMES: Final = ("A", "B", "C", "D", "E")
"""The invented agencies of a kind: they answer at none, a quarter, half, three quarters and all of what is possible."""

_THE_ONE: Final = "C"
_DIVISOR: Final = Decimal(10_000)
_WHOLES: Final = (4, 5, 8, 10, 20, 40, 50, 100, 200, 1000)
_SOME: Final = (Decimal(20), Decimal(100))
"""Between what values lie where no goalpost and no range says it."""


def sample(questionnaire: Questionnaire, register: Register) -> Assessment:
    """Return what an agency that answers the middle of everything comes to, among four others like it.

    It is of the kind that is asked most. Where channels are mixed, the verifier found less than was declared, and the
    survey more.
    """
    kind = kind_asked_most(questionnaire, register)
    periods = sorted({PERIOD, *periods_of(questionnaire, PERIOD)})
    dossiers = [each for period in periods for each in _all(questionnaire, period, kind)]
    learnt = learn(questionnaire, PERIOD, "declared", lambda: dossiers)
    own = next(each for each in dossiers if (each.agency.id, each.response.period) == (_THE_ONE, PERIOD))
    return assess(questionnaire, own, learnt)


def kind_asked_most(questionnaire: Questionnaire, register: Register) -> str:
    """Return the kind of agency that is asked the most questions; the first in the register of those alike."""
    kinds = [each for each in register.kinds if each in questionnaire.applies_to]
    reach = questionnaire.asked_of.values()
    return max(kinds or sorted(questionnaire.applies_to), key=lambda kind: sum(kind in each for each in reach))


def _all(questionnaire: Questionnaire, period: str, own: str) -> Iterator[Dossier]:
    """Yield the dossiers of the invented agencies: five of each kind, and in its own kind those that rules refer to."""
    last = len(NAMES) - 1
    for kind in sorted(questionnaire.applies_to):
        for place, name in enumerate(NAMES):
            named = name if kind == own else f"{name}-{kind}"
            yield _dossier(questionnaire, _agency(questionnaire, named, kind), period, Decimal(place) / last)
    for name in sorted(_references(questionnaire)):
        yield _dossier(questionnaire, _agency(questionnaire, name, own), period, Decimal(last - 1) / last)


def _references(questionnaire: Questionnaire) -> set[str]:
    rules = [each.rule for each in questionnaire.questions.values()]
    rules += [each.rule for each in questionnaire.nodes.values() if each.rule is not None]
    return {each.reference for each in rules if each.reference}


def _agency(questionnaire: Questionnaire, name: str, kind: str) -> Agency:
    overs = [each.rule.over for each in questionnaire.questions.values()]
    overs += [step.over for each in questionnaire.questions.values() for step in each.prepare]
    overs += [each.scoring.over for each in questionnaire.nodes.values()]
    overs += [each.rule.over for each in questionnaire.nodes.values() if each.rule]
    families = {each.family: "" for each in overs if each is not None and each.family}
    divisors = {step.attribute for each in questionnaire.questions.values() for step in each.prepare if step.attribute}
    return Agency.from_data({"id": name, "name": name, "kind": kind, "parent": "parent"})._replace(
        families=dict.fromkeys(families, "group"), attributes=dict.fromkeys(divisors, _DIVISOR)
    )


def _dossier(questionnaire: Questionnaire, agency: Agency, period: str, fraction: Decimal) -> Dossier:
    less, more = fraction / 2, (fraction + ONE) / 2
    response = Response(
        agency=agency.id,
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        period=period,
        status="submitted",
        submission=None,
        answers=_answers(questionnaire, fraction),
    )
    review = Review(None, None, "declared", _answers(questionnaire, less), {})
    return Dossier(agency, response, review, Survey(None, None, _answers(questionnaire, more)))


def _answers(questionnaire: Questionnaire, fraction: Decimal) -> Mapping[str, Answer]:
    return {key: _answer(each, fraction) for key, each in questionnaire.questions.items() if each.type != "text"}


def _answer(question: Question, fraction: Decimal) -> Answer:
    if question.combine is None:
        return Answer("answered", _value(question, fraction), None, None, ())
    values = (_value(question, fraction), _value(question, ONE))
    pieces = [Evidence(str(n), None, None, None, None, each) for n, each in enumerate(values, 1)]
    return Answer("answered", None, None, None, tuple(pieces))


def _value(question: Question, fraction: Decimal) -> Value:
    """Return the answer that lies at a fraction of what the question reaches."""
    if question.type == "yes_no":
        return fraction >= HALF
    if question.type == "choice":
        return list(question.options)[_place(fraction, len(question.options))]
    if question.type == "choices":
        return _chosen(question, fraction)
    return _measured(question, fraction)


def _place(fraction: Decimal, count: int) -> int:
    """Return which of so many things lies at a fraction, from 0; of two in the middle the later one."""
    return int((fraction * (count - 1)).quantize(ONE, ROUND_HALF_UP))


def _chosen(question: Question, fraction: Decimal) -> tuple[str, ...]:
    worth = [each.id for each in question.options.values() if each.points]
    needed = min(len(worth), int(question.rule.of or len(worth)))
    count = _place(fraction, needed + 1)
    nothing = tuple(each for each in question.options if each not in worth)[:1]
    return tuple(worth[:count]) if count else nothing


def _measured(question: Question, fraction: Decimal) -> Value:
    start, end = _reach(question)
    value = start + fraction * (end - start)
    if question.rule.rule == "steps":
        value = _at_step(question, fraction)
    for step in question.prepare:
        if step.step == "divide_by":
            value = EXACT.divide(EXACT.multiply(value, _DIVISOR), step.times)
    low, high = question.range.start, question.range.end
    value = value if low is None else max(low, value)
    value = value if high is None else min(high, value)
    if question.type == "ratio":
        return _ratio(value)
    if question.type == "date":
        return date.fromordinal(int(value)).isoformat()
    return rounded(value, 0 if question.type == "count" else 2)


def _reach(question: Question) -> tuple[Decimal, Decimal]:
    """Return between what values the answers of the invented agencies lie: where the rule earns nothing, and all."""
    rule = question.rule
    if rule.rule in ("linear", "scale"):
        return rule.start, rule.end
    if rule.rule == "target":
        return (rule.target * 2, rule.target) if rule.direction == "lower" else (ZERO, rule.target)
    if rule.rule == "distance" and rule.wanted == "value":
        return rule.value - (rule.reach or ONE), rule.value
    if rule.rule == "count":
        return ZERO, rule.of or ONE
    if question.type == "date":
        return Decimal(date(2026, 1, 1).toordinal()), Decimal(date(2026, 12, 31).toordinal())
    low, high = question.range.start, question.range.end
    if low is not None and high is not None:
        return low + (high - low) / 10, high
    return _SOME if low is None else (low + _SOME[0], low + _SOME[1])


def _at_step(question: Question, fraction: Decimal) -> Decimal:
    """Return a value inside the step that lies at a fraction of the steps: where it begins, or half-way to the next."""
    starts = [each.start for each in question.rule.steps]
    place = _place(fraction, len(starts))
    if question.rule.side == "from" or place == len(starts) - 1:
        return starts[place] + (ONE if question.rule.side == "above" else ZERO)
    return (starts[place] + starts[place + 1]) / 2


def _ratio(share: Decimal) -> Ratio:
    """Return a share as so many of a whole that is as small as it can be."""
    whole = next((each for each in _WHOLES if share * each == int(share * each)), _WHOLES[-1])
    return Ratio(rounded(share * whole, 0), Decimal(whole))
