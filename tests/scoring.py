"""Questionnaires and responses made from plain data as a test writes them, through the same gate as real ones."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import chain
from typing import Any, Final

from assess.model import Agency, Dossier, Questionnaire, Response
from assess.problems import Problem
from assess.problems.catalogue import message
from assess.scoring import Assessment, assess
from assess.validation import questionnaires, responses
from assess.validation.drafts import Draft, Spot
from assess.validation.responses import case_of
from assess.validation.shape import shape_problems
from tests.workspaces import document_of

Data = Mapping[str, Any]

KIND: Final = "department"
_HEAD: Final = {"format": 1, "id": "case", "version": "1", "language": "vi", "title": "Mẫu", "applies_to": [KIND]}
_SENT: Final = {
    "format": 1,
    "agency": "so-mau-a",
    "questionnaire": "case",
    "questionnaire_version": "1",
    "period": "2026",
    "status": "submitted",
}


def questionnaire_of(data: Data) -> Questionnaire:
    """Build a questionnaire whose dimensions are written in it; what is left out of its head is filled in."""
    head = document_of({**_HEAD, **data})
    _refuse(shape_problems("questionnaire", head))
    spots = [Spot(head, ("dimensions", n), each) for n, each in enumerate(head.data["dimensions"])]
    draft = Draft(head=head, dimensions=spots)
    _refuse(chain.from_iterable(rule(draft) for rule in questionnaires.RULES))
    return Questionnaire.from_data(head.data, head.data["dimensions"])


def response_of(questionnaire: Questionnaire, answers: Data, kind: str = KIND, agency: str = "so-mau-a") -> Response:
    """Build a response from its answers."""
    document = document_of({**_SENT, "agency": agency, "answers": answers})
    _refuse(shape_problems("response", document))
    for key, entry in answers.items():
        _refuse(responses.entry_problems(document, questionnaire, key, entry))
    case = case_of(document, questionnaire, kind, set())
    _refuse(chain.from_iterable(rule(case) for rule in responses.RULES))
    return Response.from_data(document.data)


def assessed(questionnaire: Questionnaire, answers: Data, kind: str = KIND, agency: str = "so-mau-a") -> Assessment:
    """Score answers."""
    who = Agency.from_data({"id": agency, "name": agency, "kind": kind})
    return assess(questionnaire, Dossier(agency=who, response=response_of(questionnaire, answers, kind, agency)))


def score_of(questionnaire: Questionnaire, answers: Data) -> Decimal:
    """Score answers that have a score."""
    value = assessed(questionnaire, answers).score.value
    assert value is not None
    return value


def _refuse(problems: Any) -> None:
    found: list[Problem] = list(problems)
    assert not found, "\n".join(message(each, "en") for each in found)
