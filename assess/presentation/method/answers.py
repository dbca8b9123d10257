"""How answers earn points: every rule that the questionnaire uses in words, with a question worked through."""

from collections.abc import Iterator, Mapping, Sequence

from assess.model import Question
from assess.presentation import pages
from assess.presentation.addresses import way
from assess.presentation.edition import question_anchor
from assess.presentation.explaining.questions import question_steps_told
from assess.presentation.method.example import Example
from assess.presentation.pages.method import AnswerRule, WorkedAnswer
from assess.presentation.rules import channels_text, option_points, prepare_rule, rounding_text, score_rule
from assess.presentation.wording import plain_number, plain_text, said


def answer_rules(example: Example, here: str, asked: str) -> Iterator[AnswerRule]:
    """Yield the rules in the order in which they are first used; questions stand at the address `asked`."""
    words = example.edition.words
    for name, questions in _used(example).items():
        scored = [each for each in questions if example.question(each) is not None]
        yield AnswerRule(
            anchor=f"r-{name}",
            title=words[f"kind_{name}"],
            text=words[f"kind_{name}_text"],
            count=words["kind_count"].format(count=len(questions)),
            example=_worked(example, scored[0], here, asked) if scored else None,
        )


def rules_of(question: Question) -> Iterator[str]:
    """Yield what is done to the answer to a question, each by the name that its words go by."""
    if question.type == "yes_no":
        yield "yes_no"
    elif question.rule.rule == "points":
        yield question.type
    elif question.rule.rule == "count":
        yield "count_chosen" if question.options else "counted"
    elif question.rule.rule == "linear" and question.rule.transform:
        yield "log"
    else:
        yield question.rule.rule
    done = {"prepare": question.prepare, "combine": question.combine, "channels": question.channels}
    yield from (name for name, each in done.items() if each)
    if question.round is not None:
        yield "round"


def _used(example: Example) -> Mapping[str, Sequence[Question]]:
    """Return the scored questions by what is done to their answers; the rules first, then what goes with them."""
    rules: dict[str, list[Question]] = {}
    more: dict[str, list[Question]] = {}
    for question in example.edition.questionnaire.questions.values():
        if question.scored:
            first, *others = rules_of(question)
            rules.setdefault(first, []).append(question)
            for each in others:
                more.setdefault(each, []).append(question)
    return rules | more


def _worked(example: Example, question: Question, here: str, asked: str) -> WorkedAnswer:
    entry, telling = example.question(question), example.telling
    assert entry is not None, "asked for where there is one"  # noqa: S101
    text = plain_text(said(question.text, example.edition.language))
    return WorkedAnswer(
        question=pages.Link(
            text=f"{question.number} {text}".strip(), href=way(here, f"{asked}#{question_anchor(question.id)}")
        ),
        rule=" ".join(_rule(example, question)),
        answer=example.answer(question),
        result=telling.worth(entry),
        lines=tuple(question_steps_told(entry, question, telling)),
    )


def _rule(example: Example, question: Question) -> Iterator[str]:
    """Yield the question's own rule: what each option earns, or its goalposts; then what goes with it."""
    speaker = example.speaker
    rule = score_rule(question, speaker)
    if question.options:
        points = [
            f"{plain_text(said(each.text, speaker.language))}: {option_points(question, each, speaker)}"
            for each in question.options.values()
        ]
        yield "; ".join(points) + "."
    if rule:
        yield rule[0].upper() + rule[1:] + ("" if rule.endswith(".") else ".")
    if question.rule.rule == "steps":
        yield speaker.says("kind_most", points=plain_number(question.maximum, speaker.language))
    if question.prepare:
        yield f"{speaker.words['prepare']}: {prepare_rule(question, speaker)}."
    if question.channels:
        yield channels_text(question.channels, speaker)
    if question.round is not None:
        yield speaker.says("rule_round_question", rule=rounding_text(question.round, speaker))
