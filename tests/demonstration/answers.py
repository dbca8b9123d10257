"""What everybody answers to one questionnaire, over all periods: values, gaps, evidence, comments."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any, Final, NamedTuple

from assess.model import Agency, Question, Questionnaire
from assess.model.response import Answer
from assess.model.standings import standings
from assess.normalisation import measured, share_of
from assess.validation.responses import requires_evidence
from tests.demonstration.abilities import PERIODS, gaps_of, level_of
from tests.demonstration.agreeing import agreeing
from tests.demonstration.chance import chance, one_of, whole
from tests.demonstration.values import value_of

UNKNOWN: Final = (
    "Chưa có số liệu thống kê.",
    "Đang tổng hợp từ các đơn vị trực thuộc.",
    "Chưa kết thúc kỳ báo cáo của ngành.",
    "Hệ thống đang nâng cấp nên chưa kết xuất được số liệu.",
    "Đơn vị đầu mối mới được giao, chưa rà soát xong.",
    "Số liệu các phòng gửi về chưa khớp nhau.",
)
NOT_APPLICABLE: Final = (
    "Không thuộc chức năng, nhiệm vụ của cơ quan.",
    "Trong kỳ không phát sinh công việc này.",
    "Nhiệm vụ này do cơ quan cấp trên thực hiện.",
)
ON_FIGURES: Final = (
    "Số liệu do văn phòng tổng hợp từ báo cáo quý.",
    "Đã đối chiếu với số liệu của các đơn vị trực thuộc.",
    "Tính đến hết tháng trước khi nộp báo cáo.",
    "Số liệu lấy từ hệ thống báo cáo, chưa gồm hai đơn vị mới chuyển về.",
    "Lấy số liệu tại ngày chốt kỳ, có bảng kê kèm theo.",
)
ON_MUCH: Final = (
    "Đã rà soát cùng các đơn vị trực thuộc.",
    "Thực hiện từ đầu năm, đến nay chưa gặp vướng mắc lớn.",
    "Lãnh đạo cơ quan trực tiếp theo dõi hằng tháng.",
    "Đã sơ kết vào cuối quý I, các đơn vị đánh giá tốt.",
)
ON_LITTLE: Final = (
    "Đang lấy ý kiến các đơn vị, dự kiến xong trong quý tới.",
    "Mới làm ở một số đơn vị, sẽ mở rộng khi có kinh phí.",
    "Đã giao đơn vị đầu mối, chưa có người phụ trách riêng.",
    "Vướng về kinh phí, đã đề xuất đưa vào dự toán năm sau.",
)
NOTES: Final = (
    "Chờ xác nhận của bộ phận chuyên môn.",
    "Hỏi lại văn phòng về số văn bản.",
    "Con số này cần lãnh đạo duyệt trước khi gửi.",
)
PAPERS: Final = (
    ("Quyết định ban hành", "QĐ"),
    ("Quyết định phê duyệt", "QĐ"),
    ("Kế hoạch thực hiện", "KH"),
    ("Công văn triển khai", "CV"),
    ("Báo cáo kết quả", "BC"),
    ("Thông báo kết luận họp", "TB"),
)
TABLES: Final = (
    ("Báo cáo kết quả", "BC"),
    ("Bảng tổng hợp số liệu", "BTH"),
    ("Báo cáo thống kê của hệ thống", "BC"),
    ("Biên bản kiểm tra", "BB"),
)
MEASURED: Final = ("number", "percent", "count", "ratio")
HURRIED: Final = 0.35
"""How much more of a draft is still open."""

Answers = Mapping[tuple[str, str], dict[str, Any]]
"""The answers of each period and agency, as they are written, by question."""


class Round(NamedTuple):
    """A questionnaire, who answers it in which period, which of these are drafts, and what was drawn how often."""

    questionnaire: Questionnaire
    agencies: Mapping[str, Sequence[Agency]]
    drafts: Set[tuple[str, str]]
    dimensions: Mapping[str, str]
    tries: dict[str, int]


def begin(
    questionnaire: Questionnaire, agencies: Mapping[str, Sequence[Agency]], drafts: Set[tuple[str, str]]
) -> Round:
    """Return what is to be answered; `drafts` are periods and agencies."""
    dimensions = {each.id: part.id for part in questionnaire.dimensions for each in part.every_question()}
    return Round(questionnaire, agencies, drafts, dimensions, dict.fromkeys(questionnaire.questions, 0))


def draw(the_round: Round) -> Answers:
    """Return everybody's answers. What all would earn the same for is drawn again, for everybody and every period."""
    for _ in range(30):
        found = {
            (period, each.id): _answers(the_round, each, period)
            for period, asked in the_round.agencies.items()
            for each in asked
        }
        dull = list(_dull(the_round, found))
        if not dull:
            return found
        for key in dull:
            the_round.tries[key] += 1
    raise SystemExit(f"{the_round.questionnaire.id}: everybody earns the same for {', '.join(dull)}")


def level_in(the_round: Round, agency: Agency, period: str, question: Question) -> float:
    """Return how far an agency is with what a question asks."""
    parts = [each.id for each in the_round.questionnaire.dimensions]
    lifted = one_of(parts, "lifted", agency.id, the_round.questionnaire.id)
    part = the_round.dimensions[question.id]
    return level_of(agency, period, question, part, lifted, the_round.tries[question.id])


def _answers(the_round: Round, agency: Agency, period: str) -> dict[str, Any]:
    """Return the answers to all that is asked; what another answer closes is taken out until nothing more closes."""
    questionnaire = the_round.questionnaire
    drawn = {
        key: _entry(the_round, agency, period, question)
        for key, question in questionnaire.questions.items()
        if agency.kind in questionnaire.asked_of[key] and key not in questionnaire.surveyed
    }
    answers = agreeing({key: entry for key, entry in drawn.items() if entry is not None})
    while True:
        known = {key: Answer.from_data(entry) for key, entry in answers.items()}
        asked = standings(questionnaire, agency.kind, known)
        still = {key: entry for key, entry in answers.items() if asked[key] == "asked"}
        if len(still) == len(answers):
            return answers
        answers = still


def _entry(the_round: Round, agency: Agency, period: str, question: Question) -> Any:
    key = (agency.id, question.id)
    if question.not_applicable and chance("does not apply", *key) < 0.05:
        return {"not_applicable": one_of(NOT_APPLICABLE, "why not", *key)}
    gaps = gaps_of(agency, period) + (HURRIED if (period, agency.id) in the_round.drafts else 0)
    if chance("gap", *key) < gaps:
        return {"unknown": one_of(UNKNOWN, "why unknown", *key, period)} if chance("said", *key) < 0.3 else None
    level = level_in(the_round, agency, period, question)
    tries = the_round.tries[question.id]
    if question.combine is not None:
        return {"evidence": list(_pieces(question, level, agency, period, tries))}
    value = value_of(question, level, agency, period, tries)
    entry = {"value": value, **_beside(question, value, level, agency, period)}
    return value if len(entry) == 1 else entry


def _beside(question: Question, value: Any, level: float, agency: Agency, period: str) -> dict[str, Any]:
    key = (period, agency.id, question.id)
    found: dict[str, Any] = {}
    if _shown(question, value, key):
        count = 2 if chance("two papers", *key) < 0.08 else 1
        found["evidence"] = [paper(question, agency, period, n) for n in range(count)]
    if chance("comment", *key) < 0.05:
        said = ON_FIGURES if question.type in MEASURED else ON_MUCH if level > 0.5 else ON_LITTLE
        found["comment"] = one_of(said, "which comment", *key)
    if chance("note", *key) < 0.015:
        found["internal_note"] = one_of(NOTES, "which note", *key)
    return found


def _shown(question: Question, value: Any, key: Sequence[object]) -> bool:
    """Return whether an answer names evidence: where it must, and sometimes where it may."""
    answer = Answer.from_data({"value": value})
    if question.scored and requires_evidence(question, answer):
        return True
    return question.evidence == "optional" and bool(value) and chance("shown", *key) < 0.3


def _pieces(question: Question, level: float, agency: Agency, period: str, tries: int) -> Iterator[dict[str, Any]]:
    """Yield pieces of evidence with a value each, some further and some less."""
    for n in range(whole(1, 3, "pieces", agency.id, question.id)):
        off = 0.3 * (chance("piece", agency.id, question.id, n) - 0.5)
        value = value_of(question, min(1.1, max(0.0, level + off)), agency, period, tries)
        yield {**paper(question, agency, period, n), "value": value}


def paper(question: Question, agency: Agency, period: str, n: int) -> dict[str, str]:
    """Return a document issued in the first half of the period."""
    key = (period, agency.id, question.id, n)
    title, sign = one_of(TABLES if question.type in MEASURED else PAPERS, "paper", *key)
    issued = f"{period}-{whole(1, 6, 'month', *key):02}-{whole(1, 28, 'day', *key):02}"
    found = {"title": title, "number": f"{whole(1, 480, 'number', *key)}/{sign}-MAU", "issued": issued}
    if chance("link", *key) < 0.12:
        found["url"] = f"https://example.gov.vn/{agency.id}/{period}/{question.id}-{n + 1}.pdf"
    return found


def _dull(the_round: Round, found: Answers) -> Iterator[str]:
    """Yield the scored questions that, in some period, all who answered them earn the same for."""
    for key, question in the_round.questionnaire.questions.items():
        if question.scored and key not in the_round.questionnaire.surveyed:
            for period in PERIODS:
                sent = [each for at, each in found.items() if at[0] == period and at not in the_round.drafts]
                if len({_worth(question, each[key]) for each in sent if key in each} - {""}) < 2:
                    yield key
                    break


def _worth(question: Question, entry: Any) -> str:
    """Return what tells apart what answers earn; "" for an answer without a value."""
    answer = Answer.from_data(entry)
    if answer.value is None:
        return repr(entry) if question.combine is not None else ""
    relative = question.relative or question.prepare
    return str(measured(answer.value) if relative else share_of(question, answer.value))
