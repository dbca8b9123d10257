"""What pages say of indices of every kind: points added up, parts left out, choices, staged levels, ties."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from assess.cli import main
from tests.test_channels import cells, filled, response, rows, written
from tests.test_publishing import Element, tree

SETTINGS: Final = """\
format: 1
title: Thử
titles: {en: Test}
publisher: {name: Văn phòng Thử}
languages: [vi, en]
publish:
  - {questionnaire: points, period: "2026", version: "1"}
  - {questionnaire: parts, period: "2026", version: "1"}
  - {questionnaire: staged, period: "2026", version: "1"}
"""
REGISTER: Final = "format: 1\nkinds: [{id: province, name: Tỉnh}]\nagencies:\n" + "".join(
    f"  - {{id: tinh-{each}, name: Tỉnh {each.upper()}, kind: province}}\n" for each in "abcdefgh"
)
POINTS: Final = """\
format: 1
id: points
version: "1"
language: vi
title: Chỉ số cộng điểm
tiers: [{id: group, title: Nhóm, round: {to: 2}}]
applies_to: [province]
scale: {from: 0, to: 1000, decimals: 2}
scoring: {aggregate: sum, missing: zero}
adjust: [{plus: {dimension: bonus}}]
levels: {bands: [{id: low, title: Thấp, from: 0}, {id: high, title: Cao, from: 500}]}
ranking: {within: kind, min_coverage: 0, min_group: 1}
dimensions:
  - id: base
    number: A
    title: Nền tảng
    points: 200
    questions: [{id: base-1, text: Nền?, type: percent, points: 3}, {id: base-2, text: Mạng?, type: percent}]
  - id: serve
    number: B
    title: Phục vụ
    points: 300
    questions: [{id: serve-1, text: Phục vụ?, type: percent}]
  - id: whole-c
    number: C
    title: Kết quả
    dimensions:
      - {id: c-1, number: C.1, title: Kinh tế, points: 400, questions: [{id: c-1-1, text: Kinh tế?, type: percent}]}
      - {id: c-2, number: C.2, title: Xã hội, questions: [{id: c-2-1, text: Xã hội?, type: percent, points: 100}]}
  - id: bonus
    number: G
    title: Điểm thưởng
    scored: false
    adjust: [{cap: 20, reason: Tối đa 20 điểm}]
    questions:
      - {id: bonus-1, text: Sáng kiến?, type: yes_no, points: 30}
      - {id: bonus-2, text: Giải thưởng?, type: yes_no, points: 17.5}
"""
PARTS: Final = """\
format: 1
id: parts
version: "1"
language: vi
title: Bốn phần
applies_to: [province]
scale: {from: 1, to: 5, decimals: 1}
scoring: {aggregate: mean, missing: skip, min_parts: 0.375}
ranking: {within: kind, min_coverage: 0, min_group: 1, ties: fractional}
dimensions:
  - {id: one, number: "1", title: Một, questions: [{id: x, text: X?, type: percent, weight: 2},
      {id: x-2, text: X2?, type: percent}, {id: x-3, text: X3?, type: text, scored: false}]}
  - {id: two, number: "2", title: Hai, questions: [{id: y, text: Y?, type: percent}]}
  - {id: three, number: "3", title: Ba, questions: [{id: z, text: Z?, type: percent}]}
  - {id: four, number: "4", title: Bốn, adjust: [{if: {not: {question: z, answered: true}}, zero: true}],
      questions: [{id: w, text: W?, type: percent}]}
  - {id: aside, number: "5", title: Ghi nhận, scored: false, questions: [{id: v, text: V?, type: percent}]}
"""
STAGED: Final = """\
format: 1
id: staged
version: "1"
language: vi
title: Theo bậc
applies_to: [province]
scale: {from: 0, to: 400, decimals: 0}
levels:
  bands: [{id: "1", title: Khởi đầu}, {id: "2", title: Hình thành}]
  requires: {"2": {question: some, points: {at_least: 1}}}
ranking: {within: kind, min_coverage: 0, min_group: 1}
option_sets:
  four: [{id: a, text: Một, points: 1}, {id: b, text: Hai, points: 1}, {id: c, text: Ba, points: 1},
    {id: d, text: Bốn, points: 1}, {id: none, text: Không, points: 0}]
dimensions:
  - id: only
    number: "1"
    title: Lựa chọn
    questions:
""" + "".join(
    f"      - {{id: {name}, text: Chọn?, type: choices, options: four, points: 100, score: {{rule: {rule}}}}}\n"
    for name, rule in {
        "fraction": "fraction",
        "count": "count",
        "two": "count, of: 2",
        "some": "any",
        "every": "all",
        "best": "highest",
        "added": "points",
    }.items()
)
POINTS_ANSWERS: Final = (
    "  base-1: {one}\n  base-2: 66.111111\n  serve-1: 50\n  c-1-1: 40\n  c-2-1: 90\n  bonus-1: true\n"
)
PARTS_ANSWERS: Final = {
    "a": "  x: 25\n  x-2: 25\n  y: 50\n  w: 75\n  v: 100\n",
    "b": "  x: 50\n  y: 50\n  z: 50\n  w: 50\n",
    "c": "  x: 50\n  y: 50\n  z: 50\n  w: 50\n",
}
CHOSEN: Final = "".join(f"  {each}: [a]\n" for each in ("fraction", "count", "two", "best", "added"))


def files() -> Mapping[str, str]:
    """Return a workspace with an index of each kind."""
    found = {"assess.yaml": SETTINGS, "agencies.yaml": REGISTER}
    for name, text in {"points": POINTS, "parts": PARTS, "staged": STAGED}.items():
        found[f"questionnaires/{name}/1/questionnaire.yaml"] = text
    for each, share in {"a": "66.111111", "b": "10", "c": "10", "d": "10", "e": "5"}.items():
        answers = POINTS_ANSWERS.format(one=share)
        found[f"responses/2026/points/tinh-{each}.yaml"] = response(f"tinh-{each}", "2026", answers, "points")
    for each, answers in PARTS_ANSWERS.items():
        found[f"responses/2026/parts/tinh-{each}.yaml"] = response(f"tinh-{each}", "2026", answers, "parts")
    chosen = CHOSEN + "  some: []\n  every: [a, b, c]\n"
    found["responses/2026/staged/tinh-a.yaml"] = response("tinh-a", "2026", chosen, "staged")
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return filled(written(tmp_path_factory.mktemp("pages"), files()))


@cache
def _tree(content: bytes) -> Element:
    return tree(content)


def test_what_adds_points_up_shows_points_and_their_maximum(site: Mapping[str, bytes]) -> None:
    table = {row[0][:3].strip(): row[1:] for row in cells(_tree(site["points/2026/tinh-a/"]), "dims")}
    assert table["Nội"] == ["Điểm", "Mức", "Trung vị cùng nhóm", "Độ phủ", "Điểm tối đa"]
    assert (table["A N"][0], table["A N"][2], table["A N"][4]) == ("132,22 / 200", "48,06", "200")
    assert (table["C K"][0], table["C K"][4]) == ("250 / 500", "500")
    assert (table["C.2"][0], table["C.2"][4]) == ("90 / 100", "100")
    english = _tree(site["en/points/2026/tinh-a/"])
    assert cells(english, "dims")[0][5] == "Maximum"
    assert cells(english, "dims")[1][1] == "132.22 / 200"
    assert next(english.every("p", "part-score")).text().startswith("132.22 / 200")
    own = [row[2:4] for row in cells(_tree(site["points/versions/1/method/"]), "tree")]
    assert own == [
        ["Điểm tối đa", "Tỷ trọng trong toàn bộ"],
        *(["200", "20,0%"], ["300", "30,0%"], ["500", "50,0%"], ["400", "40,0%"], ["100", "10,0%"], ["–", "–"]),
    ]
    medians = next(each for each in _tree(site["points/2026/"]).every("table", "t") if "48,06 / 200" in each.text())
    assert "Điểm thưởng" not in medians.text()
    charts = [each.text() for each in _tree(site["points/2026/"]).every("svg", "bars")]
    assert charts == [charts[0]]
    assert "Nền tảngPhục vụKết quả48,06150250" in charts[0]  # no room for the maximum


def test_the_sum_is_told_with_the_points_that_it_adds(site: Mapping[str, bytes]) -> None:
    explained = next(each for each in _tree(site["points/2026/tinh-a/"]).every("section", "note"))
    assert "3 nội dung (132,22 / 200; 150 / 300; 250 / 500): 532,22 / 1000, quy ra thang điểm là 532,22." in (
        explained.text()
    )


def test_parts_that_are_only_recorded_are_marked_and_compared_with_nothing(site: Mapping[str, bytes]) -> None:
    page = _tree(site["points/2026/tinh-a/"])
    bonus = cells(page, "dims")[-1]
    assert "Không tính điểm" in bonus[0]
    assert bonus[1:] == ["20 / 20", "", "", "63%", ""]
    assert [each.attributes["width"] for each in page.every("rect") if "y" in each.attributes][-1] == "100.0"
    assert "Không tính điểm" in [each.text() for each in page.every("p", "part-score")][-1]
    summary = next(page.every("p", "summary")).text()
    assert (
        "So với điểm tối đa, cao nhất là “Nền tảng” (132,22 / 200 điểm), thấp nhất là “Phục vụ” (150 / 300 điểm)."
        in (summary)
    )
    drawn = next(each for each in page.every("figure", "chart-box")).text()
    assert "Phục vụ" in drawn
    assert "Điểm thưởng" not in drawn
    assert "Cao nhất là “Hai”" in next(_tree(site["parts/2026/tinh-a/"]).every("p", "summary")).text()


def test_the_explanation_counts_only_parts_that_were_counted(site: Mapping[str, bytes]) -> None:
    text = _tree(site["parts/2026/tinh-a/"]).text()
    assert "trung bình có trọng số của 3 nội dung (2,0; 3,0; 1,0) và bằng 2,0." in text
    assert "weighted mean of 1 dimension (58), which is 58." in _tree(site["en/staged/2026/tinh-a/"]).text()


def test_beside_an_option_stand_the_points_that_it_earns(site: Mapping[str, bytes], tmp_path: Path) -> None:
    page = _tree(site["staged/"])
    shown = [[each.text() for each in table.every("td")] for table in page.every("table", "opts")]
    assert shown == [
        ["25", "25", "25", "25", "0"],
        ["25", "25", "25", "25", "0"],
        ["50", "50", "50", "50", "0"],
        ["100", "100", "100", "100", "0"],
        ["được tính", "được tính", "được tính", "được tính", "0"],
        ["1", "1", "1", "1", "0"],
        ["1", "1", "1", "1", "0"],
    ]
    root = written(tmp_path, files())
    main(["new", "tinh-b", "--questionnaire", "staged", "--period", "2026", "--workspace", str(root)])
    text = (root / "responses/2026/staged/tinh-b.yaml").read_text(encoding="utf-8")
    assert re.findall(r"- a: Một \((.*)\)", text) == [
        *("25 điểm", "25 điểm", "50 điểm", "100 điểm", "được tính", "1 điểm", "1 điểm")
    ]


def test_the_next_step_adds_what_the_rule_gives(site: Mapping[str, bytes]) -> None:
    found = rows(_tree(site["staged/2026/tinh-a/"]))
    gains = {key: text.split()[-2] for key, text in found.items() if "Bước tiếp theo" in text}
    assert gains == {"fraction": "+25", "count": "+25", "two": "+50", "some": "+100", "every": "+100", "added": "+1"}


def test_a_question_that_weighs_more_than_another_says_so(site: Mapping[str, bytes]) -> None:
    page = _tree(site["parts/"])
    asked = {each.attributes["id"]: each.text() for each in page.every("li") if "id" in each.attributes}
    assert "Trọng số2 (tổng trọng số các câu cùng nội dung: 3)" in asked["q-x"]
    assert "Trọng số1 (tổng trọng số các câu cùng nội dung: 3)" in asked["q-x-2"]
    assert "Trọng số" not in asked["q-x-3"] + asked["q-y"]


def test_levels_are_told_only_where_there_are_any(site: Mapping[str, bytes]) -> None:
    def summary(address: str) -> str:
        return next(_tree(site[address]).every("p", "summary")).text()

    assert summary("points/2026/tinh-a/").startswith("Tỉnh A đạt 552,22 trên 1000 điểm, mức Cao; đứng thứ 1 trong 5")
    assert summary("en/points/2026/tinh-b/").startswith(
        "Tỉnh B scores 468.06 out of 1000, level Thấp, and shares rank 2"
    )
    assert summary("parts/2026/tinh-b/").startswith("Tỉnh B đạt 3,0 điểm trên thang từ 1 đến 5; đồng hạng 1,5 trong 3")
    assert summary("parts/2026/tinh-a/").startswith("Tỉnh A đạt 2,0 điểm trên thang từ 1 đến 5; đứng thứ 3 trong 3")
    assert summary("staged/2026/tinh-a/").startswith("Tỉnh A đạt 58 trên 400 điểm, mức 1, Khởi đầu; đứng")
    assert "Số cơ quan theo mức trưởng thành" not in _tree(site["parts/2026/"]).text()
    spread = next(each for each in _tree(site["staged/2026/"]).every("table", "t") if "100%" in each.text())
    assert [each.text() for each in spread.every("tr")][1:] == ["1 Khởi đầu1100%", "2 Hình thành00%"]
    method = _tree(site["points/versions/1/method/"])
    assert [each.text() for each in method.every("span", "lv")] == ["Thấp", "Cao"]


def test_thresholds_are_told_with_all_their_decimals(site: Mapping[str, bytes]) -> None:
    text = _tree(site["parts/"]).text()
    assert "chiếm dưới 37,5% trọng số" in text
    assert "Cần độ phủ" not in text
    assert "Điểm bằng 1 nếu câu “Z?” chưa có câu trả lời." in text


def test_what_is_left_out_is_not_said_to_earn_nothing(site: Mapping[str, bytes]) -> None:
    found = rows(_tree(site["parts/2026/tinh-a/"]))
    assert found["z"] == "Z? Chưa trả lời"
    assert "0,25 / 1" in found["x"]


def test_all_who_share_the_last_place_shown_at_home_are_shown_or_counted(site: Mapping[str, bytes]) -> None:
    first = next(_tree(site[""]).every("section", "card"))
    assert [each.text()[:2] for each in next(first.every("ol", "leaders")).every("li")] == ["1T", "=2", "=2", "=2"]


def test_who_shares_the_last_place_with_many_is_counted(tmp_path: Path) -> None:
    found = dict(files())
    for each in "abcdefgh":
        answers = POINTS_ANSWERS.format(one="20" if each == "a" else "10")
        found[f"responses/2026/points/tinh-{each}.yaml"] = response(f"tinh-{each}", "2026", answers, "points")
    made = filled(written(tmp_path, found))
    first = next(_tree(made[""]).every("section", "card"))
    assert [each.text()[:2] for each in next(first.every("ol", "leaders")).every("li")] == ["1T", "=2", "=2"]
    assert next(first.every("p", "hint")).text() == "và 5 cơ quan nữa cùng hạng 2"
    assert "and 5 more that share rank 2" in _tree(made["en/"]).text()
