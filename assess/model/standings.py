"""Whether a question is asked of an agency: by its kind, and by `when`."""

from collections.abc import Mapping

from assess.model.conditions import holds, unmeasured
from assess.model.questionnaire import Questionnaire
from assess.model.response import Answer


def standings(questionnaire: Questionnaire, kind: str, answers: Mapping[str, Answer]) -> Mapping[str, str]:
    """Return for each question "asked", "closed" (its `when` is false) or "not_asked" (not meant for this kind).

    A test on a question that is closed, not asked, or does not apply is false. A test on one that is asked but has no
    value yet cannot be decided; a question whose `when` cannot be decided is asked, so that nothing is gained by
    leaving out the answer that it hangs on.
    """
    questions = questionnaire.questions
    known = {
        key: "asked" if kind in kinds else "not_asked"
        for key, kinds in questionnaire.asked_of.items()
        if questions[key].when is None
    }
    if len(known) < len(questions):
        for key in questions:
            if key not in known:
                known[key] = _standing(key, questionnaire, kind, answers, known)
    return known


def _standing(
    key: str, questionnaire: Questionnaire, kind: str, answers: Mapping[str, Answer], known: dict[str, str]
) -> str:
    condition = questionnaire.questions[key].when
    assert condition is not None, "the standings of all others are known"  # noqa: S101
    if kind not in questionnaire.asked_of[key]:
        return "not_asked"
    counted: dict[str, Answer | None] = {}
    for each in condition.questions():
        if each not in known:
            known[each] = _standing(each, questionnaire, kind, answers, known)
        if known[each] == "asked":
            counted[each] = answers.get(each)
    return "closed" if holds(condition, counted, unmeasured) is False else "asked"
