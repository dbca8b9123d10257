"""Whether a question is asked of an agency: by its kind, and by `when`."""

from collections.abc import Mapping
from decimal import Decimal

from assess.model.arithmetic import EXACT, compared
from assess.model.questionnaire import Questionnaire
from assess.model.questions import Condition
from assess.model.response import Answer, Ratio


def standings(questionnaire: Questionnaire, kind: str, answers: Mapping[str, Answer]) -> Mapping[str, str]:
    """Return for each question "asked", "closed" (its `when` is false) or "not_asked" (not meant for this kind).

    A test on a question that is closed, not asked, or does not apply is false. A test on one that is asked but has no
    value yet cannot be decided; a question whose `when` cannot be decided is asked, so that nothing is gained by
    leaving out the answer that it hangs on.
    """
    known: dict[str, str] = {}
    for key in questionnaire.questions:
        if key not in known:
            known[key] = _standing(key, questionnaire, kind, answers, known)
    return known


def _standing(
    key: str, questionnaire: Questionnaire, kind: str, answers: Mapping[str, Answer], known: dict[str, str]
) -> str:
    if kind not in questionnaire.asked_of[key]:
        return "not_asked"
    condition = questionnaire.questions[key].when
    if condition is None:
        return "asked"
    counted: dict[str, Answer | None] = {}
    for each in condition.questions():
        if each not in known:
            known[each] = _standing(each, questionnaire, kind, answers, known)
        if known[each] == "asked":
            counted[each] = answers.get(each)
    return "closed" if holds(condition, counted) is False else "asked"


def holds(condition: Condition, answers: Mapping[str, Answer | None]) -> bool | None:
    """Return whether a condition is true of the questions that are asked; None where that cannot be decided yet."""
    if condition.every or condition.some:
        parts = [holds(each, answers) for each in condition.every or condition.some]
        decisive = not condition.every  # one False decides `all`, one True decides `any`
        if decisive in parts:
            return decisive
        return None if None in parts else not decisive
    if condition.negated is not None:
        inner = holds(condition.negated, answers)
        return None if inner is None else not inner
    question = condition.question or ""
    return _passes(condition, answers[question]) if question in answers else False


def _passes(test: Condition, answer: Answer | None) -> bool | None:
    value = None if answer is None else answer.value
    if test.answered is not None:
        return (value is not None) is test.answered
    if value is None:
        return False if answer is not None and answer.state == "not_applicable" else None
    if test.values is not None:
        chosen = value if isinstance(value, tuple) else (value,)
        return any(each == wanted and type(each) is type(wanted) for each in chosen for wanted in test.values)
    number = compared(EXACT.divide(value.part, value.of) if isinstance(value, Ratio) else Decimal(value))  # type: ignore[arg-type]  # the gate lets at_least and at_most test numbers only
    return (test.at_least is None or number >= test.at_least) and (test.at_most is None or number <= test.at_most)
