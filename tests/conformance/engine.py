"""The one door to the engine: questionnaires through the gate, rows as dossiers, and what a group of them comes to."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any, Final

from assess.loading import load_questionnaire
from assess.loading.responses import check_entries
from assess.model import Agency, Dossier, Kind, Questionnaire, Register
from assess.model.arithmetic import EXACT, rounded
from assess.model.digest import answers_sha256
from assess.problems.catalogue import message
from assess.ranking import Standing, rank, record_of
from assess.scoring import Assessment, Score, assess, on_scale
from assess.scoring.learning import learn
from assess.validation.reviews import NAMED
from assess.validation.shape import shape_problems
from tests.scoring import response_of
from tests.workspaces import document_of

HERE: Final = Path(__file__).parent
EXAMPLES: Final = HERE.parents[1] / "examples"
REGISTER: Final = Register(
    kinds={each: Kind(id=each, name=each, names={}) for each in ("nation", "province")}, groups={}, agencies={}
)
"""The kinds of agency that the questionnaires ask; their agencies come from the data."""


def questionnaire_at(name: str, version: str, root: Path = HERE) -> Questionnaire:
    """Load a questionnaire that has no problem at all."""
    questionnaire, problems = load_questionnaire(root, name, version, REGISTER)
    assert questionnaire is not None, "\n".join(f"{each.path}:{each.line} {message(each, 'en')}" for each in problems)
    assert not problems
    return questionnaire


def agency_of(name: str, kind: str, families: Mapping[str, str] | None = None, **more: Any) -> Agency:
    """Return an agency as the register would hold it; `families` holds the family of each group."""
    return Agency.from_data({"id": name, "name": name, "kind": kind, **more}, families)


def dossier_of(questionnaire: Questionnaire, agency: Agency, answers: Mapping[str, Any], period: str) -> Dossier:
    """Return what one agency declared, checked as a file would be."""
    response = response_of(questionnaire, answers, agency.kind, agency.id)
    named = response._replace(questionnaire=questionnaire.id, version=questionnaire.version, period=period)
    return Dossier(agency, named)


def with_channels(
    questionnaire: Questionnaire, dossier: Dossier, verified: Mapping[str, Any], survey: Mapping[str, Any]
) -> Dossier:
    """Return a dossier with a verifier's answers and a survey's beside the declared ones, checked as files would be."""
    response = dossier.response
    head = {"format": 1, "agency": response.agency, "questionnaire": questionnaire.id, "period": response.period}
    head["questionnaire_version"] = questionnaire.version
    review = {
        "answers_sha256": answers_sha256({}),
        "unreviewed": "missing",
        "answers": {key: {"verified": value, "reason": "Điểm thẩm định."} for key, value in verified.items()},
    }
    for kind, data in (("review", head | review), ("survey", head | {"answers": survey})):
        document = document_of(data)
        problems = [*shape_problems(kind, document), *check_entries(document, questionnaire, NAMED[kind])[0]]
        assert not problems, "\n".join(message(each, "en") for each in problems)
        dossier = dossier.beside(kind, document.data)
    return dossier


def assessed(questionnaire: Questionnaire, dossiers: Sequence[Dossier]) -> dict[str, Assessment]:
    """Score dossiers of one period as one group; by agency."""
    group = learn(questionnaire, dossiers[0].response.period, "declared", lambda: dossiers)
    return {each.agency.id: assess(questionnaire, each, group) for each in dossiers}


def ranked(questionnaire: Questionnaire, dossiers: Sequence[Dossier]) -> Mapping[str, Standing]:
    """Rank dossiers of one period as one group; by agency."""
    agencies = {each.agency.id: each.agency for each in dossiers}
    kinds = {each.kind: Kind(id=each.kind, name=each.kind, names={}) for each in agencies.values()}
    records = [record_of(each, agencies[key].kind) for key, each in assessed(questionnaire, dossiers).items()]
    return rank(records, questionnaire, Register(kinds=kinds, groups={}, agencies=agencies))


def score_in(assessment: Assessment, value: Decimal | None) -> Decimal | None:
    """Return a share on the questionnaire's scale."""
    return None if value is None else on_scale(assessment.questionnaire.scale, value)


def shown_in(assessment: Assessment) -> Decimal | None:
    """Return the whole's score as it is displayed."""
    score = score_in(assessment, assessment.score.value)
    return None if score is None else rounded(score, assessment.questionnaire.scale.decimals)


def points_in(score: Score) -> Decimal | None:
    """Return the points that a part earned."""
    with localcontext(EXACT):
        return None if score.value is None else score.value * score.points


def parts_of(assessment: Assessment) -> dict[str, Score]:
    """Return every score of an assessment by its id; the first of two equal ones is the node above."""
    found: dict[str, Score] = {}
    for each in assessment.score.every():
        found.setdefault(each.id, each)
    return found


def rank_text(standing: Standing) -> str:
    """Return a rank as the tables of indices print it; nothing where there is none."""
    return "" if standing.rank is None else str(standing.rank)
