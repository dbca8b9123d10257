"""The steps from an answer to its share of the question's points."""

from collections.abc import Iterator
from decimal import Decimal, localcontext
from typing import Any, Final

from assess.model import Answer, Evidence, Question, Ratio
from assess.model.arithmetic import EXACT, ZERO, written
from assess.normalisation import measured
from assess.presentation.data.results import Account
from assess.presentation.exact import exact
from assess.presentation.steps.rules import rule_numbers
from assess.presentation.steps.tracing import Step, before_rounding, mix_steps, step_of
from assess.scoring import Score


def question_steps(account: Account, question: Question, score: Score) -> Iterator[Step]:
    """Yield the steps from an answer to its share of the question's points."""
    if score.channels:
        yield from mix_steps(score, question.channels, question.missing)
        return
    answer = account.answers.get(question.id)
    yield from _answer_steps(question, answer, score)
    for trace in score.trail:
        if trace.step not in ("piece", "round"):
            yield step_of(trace)
    value = before_rounding(score, (ZERO, question.maximum))
    if question.combine is not None and score.state == "answered":
        yield {"step": "combine", "by": question.combine, "value": exact(value)}
    elif value is not None and score.state != "unreviewed":
        number = _number_of(question, answer, score)
        yield {"step": "rule", **_of_rule(question, answer, number), "value": written(value)}
    elif score.reason is not None:
        yield {"step": "rule", **rule_numbers(question.rule), "value": None}
    for trace in score.trail:
        if trace.step == "round":
            yield {**step_of(trace), "unit": "points"}


def _answer_steps(question: Question, answer: Answer | None, score: Score) -> Iterator[Step]:
    if score.state != "answered" or answer is None:
        yield {"step": "answer", "state": score.state, **(_given(question, answer) if answer else {})}
    elif question.combine is not None:
        yield from _piece_steps(question, answer, score)
    else:
        yield {"step": "answer", **_given(question, answer)}


def _piece_steps(question: Question, answer: Answer, score: Score) -> Iterator[Step]:
    """Yield each answer given for a piece of evidence, with what it earns."""
    pieces = [each for each in answer.evidence if each.value is not None]
    values = [each.value for each in score.trail if each.step == "piece"]
    for n, (piece, value) in enumerate(zip(pieces, values, strict=False), 1):
        given = _given(question, piece)
        yield {"step": "answer", "piece": str(n), "title": piece.title, **given}
        yield {
            "step": "rule",
            "piece": str(n),
            **_of_rule(question, piece, _measured(question, piece)),
            "value": exact(value),
        }


def _given(question: Question, answer: Answer | Evidence) -> Step:
    """Return an answer as it was given: an option or more with their points, yes or no, a number, a ratio."""
    value = answer.value
    if isinstance(value, tuple):
        chosen = [{"id": each, "points": written(question.options[each].points)} for each in value]
        return {"given": list(value), "chosen": chosen}
    if isinstance(value, Ratio):
        return {"part": written(value.part), "whole": written(value.of), "value": exact(_measured(question, answer))}
    if isinstance(value, Decimal):
        return {"given": written(value), "value": written(value)}
    if isinstance(value, str) and value in question.options:
        chosen = [{"id": value, "points": written(question.options[value].points)}]
        return {"given": value, "chosen": chosen}
    if isinstance(value, str) and question.type == "date":
        return {"given": value, "value": exact(_measured(question, answer))}
    return {} if value is None else {"given": value}


def _measured(question: Question, answer: Answer | Evidence | None) -> Decimal | None:
    """Return the number that was answered; None for options, yes or no, and text."""
    if answer is None or answer.value is None or isinstance(answer.value, (tuple, bool)):
        return None
    if question.options or question.type == "text":
        return None
    with localcontext(EXACT):
        return measured(answer.value)


def _number_of(question: Question, answer: Answer | None, score: Score) -> Decimal | None:
    """Return the number that a question's rule is given: as answered, or as it was prepared last."""
    prepared = [each.value for each in score.trail if each.step in _PREPARING]
    return prepared[-1] if prepared else _measured(question, answer)


_PREPARING: Final = ("divide_by", "impute", "winsorise", "log")


def _of_rule(question: Question, answer: Answer | Evidence | None, number: Decimal | None) -> dict[str, Any]:
    """Return the rule of a question with its own numbers, and what it is given."""
    value = None if answer is None else answer.value
    options = question.options.values()
    if number is not None:
        return {"of": written(number), **rule_numbers(question.rule)}
    if isinstance(value, bool):
        return {
            "rule": "points",
            "earned": written(question.maximum if value else ZERO),
            "most": written(question.maximum),
        }
    if isinstance(value, tuple) and question.rule.rule in _COUNTED:
        chosen = sum(1 for each in value if question.options[each].points)
        offered = sum(1 for each in options if each.points)
        most = question.rule.of or Decimal(offered)
        return {"rule": question.rule.rule, "earned": str(chosen), "offered": str(offered), "most": written(most)}
    chosen_points = [question.options[each].points for each in value] if isinstance(value, tuple) else []
    if isinstance(value, str) and value in question.options:
        chosen_points = [question.options[value].points]
    added = question.rule.rule != "highest"
    earned = sum(chosen_points, ZERO) if added else max(chosen_points, default=ZERO)
    return {"rule": question.rule.rule, "earned": written(earned), "most": written(question.maximum)}


_COUNTED: Final = ("any", "all", "count", "fraction")
