"""What verifiers find of the answers: most are right, some are lower than declared, some cannot be shown."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from assess.model import Agency, Question
from assess.model.arithmetic import Uncomputable
from assess.model.response import Answer
from assess.model.standings import standings
from assess.normalisation import share_of
from tests.demonstration.abilities import nature_of
from tests.demonstration.answers import MEASURED, Round, level_in
from tests.demonstration.chance import chance, one_of
from tests.demonstration.values import value_of

LOOKED_AT: Final = {"declared": 0.45, "missing": 0.9, "zero": 0.9}
"""The share of the answers that a verifier looks at, by what stands for the others."""
ON_PAPERS: Final = (
    "Minh chứng chưa nêu phạm vi áp dụng.",
    "Văn bản đã hết hiệu lực trong kỳ đánh giá.",
    "Văn bản gửi kèm mới là dự thảo, chưa có chữ ký.",
    "Quyết định chưa giao rõ đơn vị chịu trách nhiệm.",
    "Kiểm tra thực tế cho thấy mới làm ở một phần số đơn vị.",
    "Đường dẫn minh chứng không mở được, cơ quan chưa gửi bổ sung.",
)
ON_FIGURES: Final = (
    "Số liệu đối chiếu thấp hơn số liệu cơ quan khai.",
    "Cơ quan tính cả phần phát sinh sau ngày cuối kỳ.",
    "Hệ thống của đơn vị đầu mối ghi nhận con số khác.",
    "Mẫu số chưa tính các đơn vị mới sáp nhập.",
    "Một phần số lượt bị đếm hai lần.",
)
NOT_SHOWN: Final = (
    "Chưa có số liệu để đối chiếu.",
    "Không có danh sách kèm theo.",
    "Cơ quan chưa cung cấp được văn bản gốc.",
)


def findings(
    the_round: Round, agency: Agency, period: str, answers: Mapping[str, Any], unreviewed: str
) -> dict[str, Any]:
    """Return what is written of each answer that was looked at."""
    questionnaire = the_round.questionnaire
    known = {key: Answer.from_data(entry) for key, entry in answers.items()}
    found = {}
    for key, question in questionnaire.questions.items():
        looked = chance("looked at", period, agency.id, key) < LOOKED_AT[unreviewed]
        if not (looked and key in known and question.scored and question.combine is None):
            continue
        if standings(questionnaire, agency.kind, known)[key] == "asked":
            found[key] = _finding(the_round, agency, period, question, answers[key])
            known[key] = Answer.from_data(
                {"value" if name == "verified" else name: found[key][name] for name in found[key]}
            )
    return found


def _finding(the_round: Round, agency: Agency, period: str, question: Question, entry: Any) -> dict[str, Any]:
    answer = Answer.from_data(entry)
    if answer.value is None:
        return {answer.state: answer.reason}
    key = (period, agency.id, question.id)
    value = entry["value"] if isinstance(entry, dict) and "part" not in entry else entry
    if chance("wrong", *key) < _doubt(agency):
        if chance("not shown", *key) < 0.15:
            return {"unknown": one_of(NOT_SHOWN, "why not shown", *key)}
        for lower in _lower(the_round, agency, period, question):
            if _earns_less(question, lower, value):
                reasons = ON_FIGURES if question.type in MEASURED else ON_PAPERS
                return {"verified": lower, "reason": one_of(reasons, "what is wrong", *key)}
    return {"verified": value}


def _doubt(agency: Agency) -> float:
    """Return the share of answers that are put right; those who are far say what is so."""
    return 0.12 + 0.8 * max(0.0, 1 - nature_of(agency).start) * chance("boasts", agency.id)


def _lower(the_round: Round, agency: Agency, period: str, question: Question) -> Iterator[Any]:
    """Yield what the agency would have answered, had it been a little less far, then a little less still."""
    level, tries = level_in(the_round, agency, period, question), the_round.tries[question.id]
    for less in (0.08, 0.16, 0.26, 0.4):
        yield value_of(question, max(0.0, level - less), agency, period, tries)


def _earns_less(question: Question, one: Any, other: Any) -> bool:
    """Return whether an answer earns less than another, as far as that can be told without a group."""
    values = [Answer.from_data({"value": each}).value for each in (one, other)]
    if question.relative or question.prepare or None in values:
        return False
    try:
        first, second = (share_of(question, each) for each in values if each is not None)
    except Uncomputable:
        return False
    return first < second
