"""The sense of a review and of a survey: alone as of a response, then beside the response they stand with.

They are seen as their channel sees them: a question is closed to a verifier where the answers of the verified channel
close it. Evidence is never required.
"""

from collections.abc import Callable, Iterator, Mapping, Set
from typing import Final

from assess.documents import Document
from assess.model import Dossier, Questionnaire
from assess.model.standings import standings
from assess.problems import Problem
from assess.validation.responses import Case, answer_not_asked, dates_and_links, not_applicable_never
from assess.validation.values import date_problems, order_problems

NAMED: Final[Mapping[str, str]] = {"review": "verified", "survey": "value"}
"""The key of a value in the long form of an answer, by kind of file."""

_CHANNELS: Final[Mapping[str, str]] = {"review": "verified", "survey": "survey"}


def other_version(document: Document, version: str) -> Iterator[Problem]:
    """It is of the version that the response answers."""
    value = document.data["questionnaire_version"]
    if value != version:
        yield document.problem("other-version", ("questionnaire_version",), value=value, version=version)


def stale_review(document: Document, digest: str) -> Iterator[Problem]:
    """A review is of the answers that the response holds now, whose digest is given."""
    reviewed = document.data["answers_sha256"]
    if reviewed != digest:
        facts = {"reviewed": reviewed[:12], "present": digest[:12], "digest": digest}
        yield document.problem("stale-review", ("answers_sha256",), **facts)


def case_of(kind: str, document: Document, questionnaire: Questionnaire, dossier: Dossier, unsound: Set[str]) -> Case:
    """Return the case of a document whose answers passed `entry_problems`, save those to the questions in `unsound`.

    `dossier` holds the response that it stands beside.
    """
    sound = {key: entry for key, entry in document.data["answers"].items() if key not in unsound}
    answers = dossier.beside(kind, {**document.data, "answers": sound}).answers(_CHANNELS[kind])
    asked = standings(questionnaire, dossier.agency.kind, answers)
    own = {key: answers[key] for key in sound}
    return Case(document=document, questionnaire=questionnaire, answers=own, unsound=unsound, standings=asked)


def dates(case: Case) -> Iterator[Problem]:
    """The dates of the head are in the calendar, and in order."""
    document = case.document
    for key in ("reviewed_on", "from", "to"):
        yield from date_problems(document, (key,), document.data.get(key))
    yield from order_problems(document, ("to",), document.data.get("from"), document.data.get("to"))


RULES: Final[tuple[Callable[[Case], Iterator[Problem]], ...]] = (
    dates,
    answer_not_asked,
    not_applicable_never,
    dates_and_links,
)
