"""Writes invented responses to real questionnaires, and reviews of some: the same from the same seed, on every machine.

`python -m tests.generate` writes the responses and reviews of the repository's own workspace anew.
"""

import random
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from assess.documents import parse
from assess.loading import load_questionnaire, open_workspace
from assess.model import Agency, Option, Question, Questionnaire
from assess.model.digest import answers_sha256
from assess.model.response import Answer
from assess.model.standings import standings
from assess.normalisation import share_of

ROOT = Path(__file__).parents[1]
PERIODS = ("2025", "2026")
ABSENT = {
    ("task-groups", "2026", "xa-mau-doi-thong"),
    ("six-messages", "2026", "xa-mau-doi-thong"),
    ("six-messages", "2025", "xa-mau-doi-thong"),
    ("task-groups", "2025", "xa-mau-doi-thong"),
}
REVIEWED = {
    ("six-messages", "2026", "bo-mau-hai-dang"): "declared",
    ("six-messages", "2026", "tinh-mau-song-trang"): "declared",
    ("six-messages", "2026", "xa-mau-ben-cau"): "zero",
    ("task-groups", "2025", "bo-mau-hai-dang"): "declared",
    ("task-groups", "2025", "bo-mau-canh-dieu"): "declared",
    ("task-groups", "2025", "bo-mau-den-long"): "zero",
    ("task-groups", "2025", "tinh-mau-song-trang"): "declared",
    ("task-groups", "2025", "tinh-mau-nui-may"): "declared",
    ("task-groups", "2025", "tinh-mau-dong-gio"): "missing",
    ("task-groups", "2025", "tinh-mau-bien-sao"): "declared",
    ("task-groups", "2025", "xa-mau-ben-cau"): "declared",
    ("task-groups", "2025", "xa-mau-dau-nguon"): "declared",
    ("task-groups", "2025", "xa-mau-vuon-chim"): "declared",
}
"""Whose answers were verified, and what stands for those that were not.

Of task-groups in 2025, which is published as verified, nobody has looked at one province yet.
"""
LOOKED_AT = {"declared": 0.3, "missing": 0.9, "zero": 0.9}
"""The share of the answers that a verifier looks at, by what stands for the others."""
DRAFTS = {("task-groups", "2026", "bo-mau-den-long")}
REASONS = ("Chưa có số liệu thống kê.", "Đang tổng hợp từ các đơn vị trực thuộc.", "Chưa kết thúc kỳ báo cáo.")
COMMENTS = (
    "Số liệu do văn phòng tổng hợp từ báo cáo quý.",
    "Đã rà soát cùng các đơn vị trực thuộc.",
    "Sẽ cập nhật khi có kết quả kiểm tra.",
)
FINDINGS = ("Minh chứng chưa nêu phạm vi áp dụng.", "Văn bản đã hết hiệu lực trong kỳ đánh giá.")
COUNTED = "Số liệu đối chiếu thấp hơn số liệu cơ quan khai."
PAPERS = ("Quyết định ban hành", "Báo cáo kết quả", "Kế hoạch thực hiện", "Biên bản nghiệm thu")


@dataclass(frozen=True, slots=True, kw_only=True)
class Temper:
    """How an agency answers: how far it is (0 to 1), and how often it leaves something out."""

    ability: float
    gaps: float


def responses(questionnaire: Questionnaire, agency: Agency, period: str, temper: Temper, seed: int) -> str:
    """Return the YAML of one response as an official would write it."""
    chance = random.Random(f"{seed}/{questionnaire.id}/{period}/{agency.id}")
    answers: dict[str, Any] = {}
    known: dict[str, Answer] = {}
    for key, question in questionnaire.questions.items():
        if standings(questionnaire, agency.kind, known)[key] == "asked":
            entry = _entry(question, agency, period, temper, chance)
            if entry is not None:
                answers[key] = entry
                known[key] = Answer.from_data(entry)
    sent = f"{period}-{4 + chance.randrange(3):02}-{1 + chance.randrange(28):02}"
    head = [
        "format: 1",
        f"agency: {agency.id}",
        f"questionnaire: {questionnaire.id}",
        f'questionnaire_version: "{questionnaire.version}"',
        f'period: "{period}"',
        "status: draft" if (questionnaire.id, period, agency.id) in DRAFTS else "status: submitted",
        f'submission: {{number: {10 + chance.randrange(300)}/BC-MAU, date: "{sent}", signed_by: Thủ trưởng cơ quan}}',
        "answers:",
    ]
    return "\n".join([*head, *(line for key, entry in answers.items() for line in _lines(key, entry))]) + "\n"


def review(questionnaire: Questionnaire, agency: Agency, period: str, answers: Mapping[str, Any], seed: int) -> str:
    """Return the YAML of a review as a verifier would write it: some of the answers, of which some put right."""
    chance = random.Random(f"review/{seed}/{questionnaire.id}/{period}/{agency.id}")
    unreviewed = REVIEWED[questionnaire.id, period, agency.id]
    share = LOOKED_AT[unreviewed] if period == "2025" else 0.2
    head = [
        "format: 1",
        f"agency: {agency.id}",
        f"questionnaire: {questionnaire.id}",
        f'questionnaire_version: "{questionnaire.version}"',
        f'period: "{period}"',
        f'answers_sha256: "{answers_sha256(answers)}"',
        f"reviewer: to-tham-dinh-{1 + chance.randrange(4):02}",
        f'reviewed_on: "{period}-0{7 + chance.randrange(2)}-{1 + chance.randrange(28):02}"',
        f"unreviewed: {unreviewed}",
        "answers:",
    ]
    known = {key: Answer.from_data(entry) for key, entry in answers.items()}
    lines = []
    for key, question in questionnaire.questions.items():
        asked = standings(questionnaire, agency.kind, known)[key] == "asked"
        if asked and question.scored and key in known and chance.random() < share:
            found = _found(question, answers[key], chance)
            known[key] = Answer.from_data({"value" if name == "verified" else name: found[name] for name in found})
            lines.append(f"  {key}: {_inline(found)}")
    return "\n".join([*head, *lines]) + "\n"


def write_workspace_responses(root: Path, seed: int = 2018) -> int:
    """Write the responses and reviews of the repository's own workspace; return how many files."""
    workspace, problems = open_workspace(root)
    if workspace is None:
        raise SystemExit(str(problems))
    count = 0
    for name in ("six-messages", "task-groups"):
        questionnaire, problems = load_questionnaire(root, name, "2025.1", workspace.register)
        if questionnaire is None:
            raise SystemExit(str(problems))
        for period in PERIODS:
            for agency in workspace.register.agencies.values():
                if (name, period, agency.id) in ABSENT:
                    continue
                temper = _temper(agency, period, seed)
                text = responses(questionnaire, agency, period, temper, seed)
                _write_below(root, "responses", period, name, agency, text)
                count += 1
                if (name, period, agency.id) in REVIEWED:
                    answers = parse(text, "response").data["answers"]
                    text = review(questionnaire, agency, period, answers, seed)
                    _write_below(root, "reviews", period, name, agency, text)
                    count += 1
    return count


def _write_below(root: Path, folder: str, period: str, name: str, agency: Agency, text: str) -> None:
    path = root / folder / period / name / f"{agency.id}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, text)


def write_large_workspace(root: Path, agencies: int, questions: int = 80, seed: int = 2018) -> None:
    """Write a workspace with one questionnaire of `questions` questions and as many communes as asked.

    A response has as many answers as there are questions, on every second one with evidence.
    """
    (root / "questionnaires/large/1/dimensions").mkdir(parents=True)
    dimensions = [f"part-{n}" for n in range(1, 9)]
    _write(root / "questionnaires/large/1/questionnaire.yaml", _LARGE.format(dimensions=", ".join(dimensions)))
    for n, dimension in enumerate(dimensions, 1):
        numbers = range(n, questions + 1, len(dimensions))
        text = "".join(_large_question(dimension, place, number) for place, number in enumerate(numbers, 1))
        head = f'id: {dimension}\nnumber: "{n}"\ntitle: Nội dung thứ {n} của bộ câu hỏi lớn\nquestions:\n'
        _write(root / f"questionnaires/large/1/dimensions/{dimension}.yaml", head + text)
    _write(root / "assess.yaml", _LARGE_SETTINGS)
    names = [f"xa-mau-{n:05}" for n in range(1, agencies + 1)]
    rows = [
        f"  - {{id: {name}, name: Xã Mẫu số {n}, names: {{en: Sample Commune {n}}}, kind: commune}}\n"
        for n, name in enumerate(names, 1)
    ]
    _write(
        root / "agencies.yaml",
        "format: 1\nkinds: [{id: commune, name: Xã, names: {en: Commune}}]\nagencies:\n" + "".join(rows),
    )
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copyfile(ROOT / name, root / name)
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("decisions", "*.png"))
    folder = root / "responses/2026/large"
    folder.mkdir(parents=True)
    for name in names:
        _write(folder / f"{name}.yaml", _large_response(name, questions, seed))


_LARGE = """\
format: 1
id: large
version: "1"
language: vi
title: Bộ câu hỏi lớn
tiers: [{{id: part, title: Nội dung}}]
applies_to: [commune]
scale: {{from: 0, to: 100, decimals: 1}}
option_sets:
  step:
    - {{id: none, text: Chưa có, points: 0, next: Lập kế hoạch và phân công đơn vị chủ trì.}}
    - {{id: draft, text: Đang xây dựng, points: 1, next: Hoàn thiện và trình phê duyệt.}}
    - {{id: issued, text: Đã ban hành, points: 2, next: Rà soát kết quả hằng năm.}}
    - {{id: reviewed, text: Đã ban hành và rà soát hằng năm, points: 3, next: Duy trì.}}
levels:
  bands:
    - {{id: "1", title: Khởi đầu, from: 0}}
    - {{id: "2", title: Hình thành, from: 20}}
    - {{id: "3", title: Vận hành, from: 40}}
    - {{id: "4", title: Nâng cao, from: 60}}
    - {{id: "5", title: Dẫn đầu, from: 80}}
ranking: {{within: kind, min_coverage: 0.5, min_group: 5}}
dimensions: [{dimensions}]
"""
_LARGE_SETTINGS = """\
format: 1
title: Bộ dữ liệu đo tốc độ
publisher: {name: Văn phòng Mẫu}
languages: [vi, en]
invented: true
publish: [{questionnaire: large, period: "2026", version: "1"}]
"""


def _large_question(dimension: str, place: int, number: int) -> str:
    kind = ("type: choice\n    options: step", "type: percent", "type: choice\n    options: step", "type: ratio")[
        number % 4
    ]
    return (
        f'  - id: q{number}\n    number: "{dimension[5:]}.{place}"\n'
        f"    text: Cơ quan đã thực hiện công việc thứ {number} của kế hoạch chuyển đổi số đến bước nào?\n"
        f"    help: Căn cứ văn bản còn hiệu lực vào ngày cuối kỳ đánh giá; nêu số và ngày của văn bản.\n    {kind}\n"
    )


def _large_response(name: str, questions: int, seed: int) -> str:
    chance = random.Random(f"{seed}/{name}")
    lines = [f'format: 1\nagency: {name}\nquestionnaire: large\nquestionnaire_version: "1"\nperiod: "2026"']
    lines.append("status: submitted\nanswers:")
    for number in range(1, questions + 1):
        whole = chance.randrange(10, 90)
        value = (
            chance.choice(("none", "draft", "issued", "reviewed")),
            f"{chance.randrange(1000) / 10}",
            chance.choice(("none", "draft", "issued", "reviewed")),
            f"{{part: {chance.randrange(whole)}, of: {whole}}}",
        )[number % 4]
        lines.append(f"  q{number}:\n    value: {value}")
        if chance.random() < 0.5:
            title, number, month = chance.choice(PAPERS), chance.randrange(400), 1 + chance.randrange(9)
            paper = f'{{title: {title}, number: {number}/QĐ-MAU, issued: "2025-0{month}-15"}}'
            lines.append(f"    evidence:\n      - {paper}")
    return "\n".join(lines) + "\n"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _temper(agency: Agency, period: str, seed: int) -> Temper:
    chance = random.Random(f"{seed}/{agency.id}")
    ability = 0.25 + 0.6 * chance.random()
    gaps = 0.02 + 0.12 * chance.random()
    return Temper(ability=min(0.97, ability + 0.08 * (period == "2026")), gaps=gaps)


def _entry(question: Question, agency: Agency, period: str, temper: Temper, chance: random.Random) -> Any:
    if chance.random() < temper.gaps:
        return None if chance.random() < 0.5 else {"unknown": chance.choice(REASONS)}
    if question.not_applicable and chance.random() < 0.12:
        return {"not_applicable": "Không thuộc chức năng, nhiệm vụ của cơ quan."}
    value = _value(question, temper, chance)
    answer = Answer.from_data({"value": value}).value
    assert answer is not None
    entry: dict[str, Any] = {"value": value}
    earns = question.scored and share_of(question, answer) > 0
    if earns and (_required(question, value) or (question.evidence == "optional" and chance.random() < 0.5)):
        entry["evidence"] = list(_evidence(agency, period, chance))
    if chance.random() < 0.06:
        entry["comment"] = chance.choice(COMMENTS)
    if chance.random() < 0.03:
        entry["internal_note"] = "Chờ xác nhận của bộ phận chuyên môn."
    return entry if len(entry) > 1 else value


def _found(question: Question, entry: Any, chance: random.Random) -> dict[str, Any]:
    """Return what a verifier finds of an answer: mostly what the agency said, else a little less, with a reason."""
    answer = Answer.from_data(entry)
    if answer.value is None:
        return {answer.state: answer.reason}
    value = entry["value"] if isinstance(entry, dict) and "part" not in entry else entry
    lower = _lower(question, value)
    if lower == value or chance.random() < 0.5:
        return {"verified": value}
    if chance.random() < 0.2:
        return {"unknown": "Chưa có số liệu để đối chiếu."}
    return {"verified": lower, "reason": chance.choice(FINDINGS) if isinstance(value, (str, bool)) else COUNTED}


def _lower(question: Question, value: Any) -> Any:
    """Return the next answer below, as far as there is one."""
    if question.type == "choice":
        options = [each.id for each in sorted(question.options.values(), key=lambda each: each.points)]
        return options[max(0, options.index(value) - 1)]
    if question.type == "percent":
        return max(Decimal(0), value - Decimal("7.5"))
    if question.type == "ratio":
        return {**value, "part": max(0, value["part"] - 2)}
    return False if question.type == "yes_no" else value


def _required(question: Question, value: Any) -> bool:
    chosen: Sequence[str] = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    rules = {question.options[each].evidence or question.evidence for each in chosen if each in question.options}
    return "required" in (rules or {question.evidence})


def _value(question: Question, temper: Temper, chance: random.Random) -> Any:
    level = min(1.0, max(0.0, chance.gauss(temper.ability, 0.22)))
    return _VALUES[question.type](question, level, chance)


def _choice(question: Question, level: float, chance: random.Random) -> str:
    options: list[Option] = sorted(question.options.values(), key=lambda each: each.points)
    return options[min(len(options) - 1, int(level * len(options)))].id


def _choices(question: Question, level: float, chance: random.Random) -> list[str]:
    return [each for each in question.options if chance.random() < level]


def _yes_no(question: Question, level: float, chance: random.Random) -> bool:
    return chance.random() < level


def _percent(question: Question, level: float, chance: random.Random) -> Decimal:
    return Decimal(f"{level * 100:.1f}")


def _number(question: Question, level: float, chance: random.Random) -> Decimal:
    low = float(question.range.start or 0)
    high = float(question.range.end) if question.range.end is not None else low + 20
    goal = float(question.rule.end) if question.rule.rule == "linear" else high
    if question.rule.rule == "steps":
        goal = float(question.rule.steps[-1].start) * 1.2
    value = min(high, max(low, low + level * (goal - low)))
    return Decimal(f"{value:.0f}" if question.type == "count" or high - low > 50 else f"{value:.1f}")


def _ratio(question: Question, level: float, chance: random.Random) -> dict[str, int]:
    whole = chance.choice((8, 12, 20, 40, 64, 120))
    return {"part": round(level * whole), "of": whole}


def _date(question: Question, level: float, chance: random.Random) -> str:
    return f"{2021 + round(level * 4)}-{1 + chance.randrange(12):02}-{1 + chance.randrange(28):02}"


def _text(question: Question, level: float, chance: random.Random) -> str:
    return chance.choice(
        (
            "Tập trung số hóa hồ sơ lưu trữ và bồi dưỡng kỹ năng cho cán bộ.",
            "Cần thêm kinh phí cho hạ tầng và nhân lực chuyên trách.",
            "Kết quả rõ nhất là rút ngắn thời gian xử lý hồ sơ.",
        )
    )


_VALUES: Mapping[str, Any] = {
    "choice": _choice,
    "choices": _choices,
    "yes_no": _yes_no,
    "number": _number,
    "percent": _percent,
    "count": _number,
    "ratio": _ratio,
    "date": _date,
    "text": _text,
}


def _evidence(agency: Agency, period: str, chance: random.Random) -> Iterator[dict[str, str]]:
    for n in range(1 + (chance.random() < 0.2)):
        number = f"{1 + chance.randrange(400)}/QĐ-MAU"
        issued = f"{int(period) - 1}-{1 + chance.randrange(12):02}-{1 + chance.randrange(28):02}"
        paper = {"title": chance.choice(PAPERS), "number": number, "issued": issued}
        if chance.random() < 0.4:
            paper["url"] = f"https://example.gov.vn/{agency.id}/{period}/{n + 1}-{chance.randrange(9999)}.pdf"
        yield paper


def _lines(key: str, entry: Any) -> Iterator[str]:
    if not isinstance(entry, dict) or "part" in entry:
        yield f"  {key}: {_inline(entry)}"
        return
    yield f"  {key}:"
    for name, value in entry.items():
        if name == "evidence":
            yield "    evidence:"
            yield from (f"      - {_inline(each)}" for each in value)
        else:
            yield f"    {name}: {_inline(value)}"


def _inline(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_inline(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    if isinstance(value, str) and (value[:1].isdigit() or "," in value or ":" in value):
        return f'"{value}"'
    return str(value)


if __name__ == "__main__":
    print(write_workspace_responses(ROOT))
