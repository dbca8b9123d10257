"""Whether a question is asked of an agency: by its kind, and by `when`."""

from collections.abc import Mapping
from decimal import Decimal

from assess.model.arithmetic import EXACT, compared
from assess.model.questionnaire import Condition, Questionnaire
from assess.model.response import Answer, Ratio


def standings(questionnaire: Questionnaire, kind: str, answers: Mapping[str, Answer]) -> Mapping[str, str]:
    """Return for each question "asked", "closed" (its `when` is false) or "not_asked" (not meant for this kind).

    A test on a question that is not itself asked, or that has no value, is false.
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
    counted = {}
    for each in condition.questions():
        if each not in known:
            known[each] = _standing(each, questionnaire, kind, answers, known)
        if known[each] == "asked" and each in answers:
            counted[each] = answers[each]
    return "asked" if holds(condition, counted) else "closed"


def holds(condition: Condition, answers: Mapping[str, Answer]) -> bool:
    """Return whether a condition is true of the answers that count."""
    if condition.every:
        return all(holds(each, answers) for each in condition.every)
    if condition.some:
        return any(holds(each, answers) for each in condition.some)
    if condition.negated is not None:
        return not holds(condition.negated, answers)
    return _passes(condition, answers.get(condition.question or ""))


def _passes(test: Condition, answer: Answer | None) -> bool:
    value = None if answer is None else answer.value
    if test.answered is not None:
        return (value is not None) is test.answered
    if value is None:
        return False
    if test.values is not None:
        chosen = value if isinstance(value, tuple) else (value,)
        return any(each == wanted and type(each) is type(wanted) for each in chosen for wanted in test.values)
    number = compared(EXACT.divide(value.part, value.of) if isinstance(value, Ratio) else Decimal(value))  # type: ignore[arg-type]  # the gate lets at_least and at_most test numbers only
    return (test.at_least is None or number >= test.at_least) and (test.at_most is None or number <= test.at_most)
