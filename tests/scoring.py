"""Questionnaires, responses and groups made from plain data as a test writes them, through the same gate as real ones.

What a case leaves out is filled in, so that it says only what it is about.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any, Final

from assess.model import Agency, Dossier, Questionnaire, Register, Response, Review, Survey
from assess.problems import Problem
from assess.problems.catalogue import message
from assess.scoring import ALONE, Assessment, Learnt, assess
from assess.scoring.learning import learn
from assess.validation import questionnaires, registers, responses
from assess.validation.answers import entry_problems
from assess.validation.drafts import Draft, Spot
from assess.validation.responses import case_of
from assess.validation.shape import shape_problems
from tests.workspaces import document_of

Data = Mapping[str, Any]

KIND: Final = "department"
WHO: Final = "so-mau-a"
PERIOD: Final = "2026"
_HEAD: Final = {"format": 1, "id": "case", "version": "1", "language": "vi", "title": "Mẫu", "applies_to": [KIND]}
_SENT: Final = {"format": 1, "questionnaire": "case", "questionnaire_version": "1"}
_OF_THE_REGISTER: Final = ("id", "kind", "parent", "groups", "attributes")


def questionnaire_of(data: Data) -> Questionnaire:
    """Build a questionnaire whose dimensions are written in it; what is left out of its head is filled in."""
    _refuse(questionnaire_problems(data))
    return Questionnaire.from_data(filled_in(data), data["dimensions"])


def filled_in(data: Data) -> Data:
    """Return the data of a questionnaire with what is left out of its head."""
    return {**_HEAD, **data}


def questionnaire_problems(data: Data) -> list[Problem]:
    """Return what the gate has against a questionnaire whose dimensions are written in it."""
    head = document_of(filled_in(data))
    shape = list(shape_problems("questionnaire", head))
    if shape:
        return shape
    spots = [Spot(head, ("dimensions", n), each) for n, each in enumerate(head.data["dimensions"])]
    draft = Draft(head=head, dimensions=spots)
    return list(chain.from_iterable(rule(draft) for rule in questionnaires.RULES))


def register_of(agencies: Sequence[Data], groups: Sequence[Data] = ()) -> Mapping[str, Agency]:
    """Return agencies by id, built from what a case says of each; parents that it names are put beside them."""
    listed = [{"name": each["id"], "kind": KIND, **each} for each in agencies]
    parents = {each["parent"] for each in listed if "parent" in each} - {each["id"] for each in listed}
    listed += [{"id": each, "name": each, "kind": KIND} for each in sorted(parents)]
    kinds = [{"id": each, "name": each} for each in sorted({each["kind"] for each in listed})]
    named = {"groups": [{"name": each["id"], **each} for each in groups]} if groups else {}
    document = document_of({"format": 1, "kinds": kinds, **named, "agencies": listed})
    _refuse(shape_problems("register", document))
    _refuse(chain.from_iterable(rule(document) for rule in registers.RULES))
    return Register.from_data(document.data).agencies


def response_of(
    questionnaire: Questionnaire, answers: Data, kind: str = KIND, agency: str = WHO, **sent: str
) -> Response:
    """Build a response from its answers; `sent` may name its period and its status."""
    head = {**_SENT, "agency": agency, "period": PERIOD, "status": "submitted", **sent}
    document = document_of({**head, "answers": answers})
    _refuse(shape_problems("response", document))
    for key, entry in answers.items():
        _refuse(entry_problems(document, questionnaire, key, entry))
    case = case_of(document, questionnaire, kind, set())
    _refuse(chain.from_iterable(rule(case) for rule in responses.RULES))
    return Response.from_data(document.data)


def dossier_of(questionnaire: Questionnaire, agency: Agency, data: Data) -> Dossier:
    """Build what was received on an agency: its `answers`, `review` and `survey`, their `period` and `status`."""
    sent = {key: data[key] for key in ("period", "status") if key in data}
    return Dossier(
        agency=agency,
        response=response_of(questionnaire, data.get("answers", {}), agency.kind, agency.id, **sent),
        review=Review.from_data(data["review"]) if "review" in data else None,
        survey=Survey.from_data(data["survey"]) if "survey" in data else None,
    )


def assessments(questionnaire: Questionnaire, case: Data, groups: Sequence[Data] = ()) -> Mapping[str, Assessment]:
    """Score the agency of a case, and the others of its group if it names any, in one channel; by agency's id."""
    who = {"id": WHO, **case.get("agency", {})}
    entries = [{**case, **who}, *case.get("others", ())]
    agencies = {each["id"]: {key: each[key] for key in _OF_THE_REGISTER if key in each} for each in reversed(entries)}
    register = register_of(list(agencies.values()), groups)
    dossiers = [dossier_of(questionnaire, register[each["id"]], each) for each in entries]
    channel = case.get("channel", "declared")
    group = group_of(questionnaire, dossiers, channel) if "others" in case else ALONE
    of_now = {each.agency.id: each for each in dossiers if each.response.period == PERIOD}
    return {name: assess(questionnaire, each, group, channel) for name, each in of_now.items()}


def group_of(questionnaire: Questionnaire, dossiers: Iterable[Dossier], channel: str = "declared") -> Learnt:
    """Return what a group comes to in the period of the cases."""
    known = list(dossiers)
    return learn(questionnaire, PERIOD, channel, lambda: known)


def assessed(questionnaire: Questionnaire, answers: Data, kind: str = KIND, agency: str = WHO) -> Assessment:
    """Score answers, without a group."""
    case = {"agency": {"id": agency, "kind": kind}, "answers": answers}
    return assessments(questionnaire, case)[agency]


def score_of(questionnaire: Questionnaire, answers: Data) -> Decimal:
    """Score answers that have a score."""
    value = assessed(questionnaire, answers).score.value
    assert value is not None
    return value


def _refuse(problems: Any) -> None:
    found: list[Problem] = [each for each in problems if each.refuses]
    assert not found, "\n".join(message(each, "en") for each in found)
