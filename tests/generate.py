"""Writes a large invented workspace to measure speed on: the same from the same seed."""

import random
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAPERS = ("Quyết định ban hành", "Báo cáo kết quả", "Kế hoạch thực hiện", "Biên bản nghiệm thu")


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
