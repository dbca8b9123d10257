"""The sense of a response beside its questionnaire: one rule, one generator; `RULES` lists them.

Only answers that `answers.entry_problems` lets through can be built, counted and looked at together.
"""

from collections.abc import Callable, Iterator, Mapping, Set
from typing import Final, NamedTuple

from assess.documents import Document
from assess.model import Answer, Question, Questionnaire, Value
from assess.model.arithmetic import Uncomputable
from assess.model.standings import standings
from assess.normalisation import share_of
from assess.problems import Problem
from assess.validation.values import date_problems, link_problems, order_problems, reserved_problems
from assess.validation.wording import in_words


class Case(NamedTuple):
    """The sound answers of a response, beside what they are checked against.

    `unsound` holds the questions whose answers did not pass `entry_problems`: nothing is said about what hangs on them.
    """

    document: Document
    questionnaire: Questionnaire
    answers: Mapping[str, Answer]
    unsound: Set[str]
    standings: Mapping[str, str]


def case_of(document: Document, questionnaire: Questionnaire, kind: str, unsound: Set[str]) -> Case:
    """Return the case of a document whose answers passed `entry_problems`, save those to the questions in `unsound`."""
    entries = document.data["answers"]
    answers = {key: Answer.from_data(entry) for key, entry in entries.items() if key not in unsound}
    asked = standings(questionnaire, kind, answers)
    return Case(document=document, questionnaire=questionnaire, answers=answers, unsound=unsound, standings=asked)


def reserved_id(case: Case) -> Iterator[Problem]:
    """The period does not have a name that the site or an operating system needs."""
    yield from reserved_problems(case.document, ("period",), case.document.data["period"])


def answer_not_asked(case: Case) -> Iterator[Problem]:
    """No answer is to a question that is not asked of this agency, or that is closed."""
    for key in case.answers:
        standing = case.standings[key]
        if standing == "not_asked":
            yield case.document.key_problem("answer-not-asked", ("answers", key), question=key)
        elif standing == "closed":
            when = case.questionnaire.questions[key].when
            if when is not None and case.unsound.isdisjoint(when.questions()):
                facts = {
                    "question": key,
                    "condition_vi": in_words(when, "vi"),
                    "condition_en": in_words(when, "en"),
                }
                yield case.document.key_problem("answer-closed", ("answers", key), **facts)


def answer_not_counted(case: Case) -> Iterator[Problem]:
    """No answer is to a question that is taken from the survey alone."""
    surveyed = case.questionnaire.surveyed
    for key in case.answers if surveyed else ():
        if key in surveyed:
            yield case.document.key_problem("answer-not-counted", ("answers", key), question=key)


def not_applicable_never(case: Case) -> Iterator[Problem]:
    """Only where the questionnaire allows it does a question not apply."""
    for key, answer in case.answers.items():
        if answer.state == "not_applicable" and not case.questionnaire.questions[key].not_applicable:
            yield case.document.key_problem("not-applicable-never", ("answers", key, "not_applicable"), question=key)


def evidence_missing(case: Case) -> Iterator[Problem]:
    """An answer that earns points names the evidence that its question, or its option, requires."""
    for key, answer in case.answers.items():
        question = case.questionnaire.questions[key]
        if not answer.evidence and answer.value is not None and question.scored and requires_evidence(question, answer):
            yield case.document.key_problem("evidence-missing", ("answers", key), question=key)


def dates_and_links(case: Case) -> Iterator[Problem]:
    """Dates are in the calendar and in order; links are public."""
    document = case.document
    if "submission" in document.data:
        yield from date_problems(document, ("submission", "date"), document.data["submission"].get("date"))
    for key, answer in case.answers.items():
        for n, evidence in enumerate(answer.evidence):
            at = ("answers", key, "evidence", n)
            if evidence.issued is not None:
                yield from date_problems(document, (*at, "issued"), evidence.issued)
            if evidence.expires is not None:
                yield from date_problems(document, (*at, "expires"), evidence.expires)
                yield from order_problems(document, (*at, "expires"), evidence.issued, evidence.expires)
            if evidence.url is not None:
                yield from link_problems(document, (*at, "url"), evidence.url)


RULES: Final[tuple[Callable[[Case], Iterator[Problem]], ...]] = (
    reserved_id,
    answer_not_asked,
    answer_not_counted,
    not_applicable_never,
    evidence_missing,
    dates_and_links,
)


def requires_evidence(question: Question, answer: Answer) -> bool:
    """Return whether an answer must name evidence: its option says so, else its question, where it earns points."""
    value = answer.value
    rule = question.evidence
    if isinstance(value, str) and value in question.options:
        rule = question.options[value].evidence or rule
    elif isinstance(value, tuple):
        rules = {question.options[each].evidence or rule for each in value}
        rule = "required" if "required" in rules else "none"
    return rule == "required" and value is not None and _earns(question, value)


def _earns(question: Question, value: Value) -> bool:
    """Return whether an answer earns points; what takes a group to say is taken to."""
    if question.relative or question.prepare:
        return True
    try:
        return share_of(question, value) > 0
    except Uncomputable:
        return False
