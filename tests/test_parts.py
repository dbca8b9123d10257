"""The pages of dimensions, questions, groupings and places, with numbers that were worked out by hand."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from assess.charts import histogram
from assess.model.conditions import WHOLE
from assess.presentation.parts.pools import pool_of, pools_of
from assess.presentation.parts.spreads import leading_quarter, spread_of
from assess.publishing.collecting import collect
from assess.ranking import Cohort
from tests.test_channels import cells, filled, response, written
from tests.test_channels import files as channel_files
from tests.test_pages import files as points_files
from tests.test_publishing import Element, tree

SETTINGS: Final = """\
format: 1
title: Thử
publisher: {name: Văn phòng Thử}
languages: [vi, en]
publish:
  - {questionnaire: q, period: "2026", version: "1"}
  - {questionnaire: q, period: "2025", version: "1"}
"""
REGISTER: Final = (
    "format: 1\nkinds: [{id: ministry, name: Bộ}, {id: province, name: Tỉnh}, {id: commune, name: Xã}]\nagencies:\n"
    + "".join(f"  - {{id: tinh-{each}, name: Tỉnh {each.upper()}, kind: province}}\n" for each in "abcdefgh")
    + "  - {id: bo-a, name: Bộ A, kind: ministry}\n"
    + "".join(f"  - {{id: xa-{each}, name: Xã {each.upper()}, kind: commune, parent: tinh-b}}\n" for each in "abc")
    + '  - {id: xa-d, name: Xã D, kind: commune, parent: tinh-c, valid_to: "2020-12-31"}\n'
)
QUESTIONNAIRE: Final = """\
format: 1
id: q
version: "1"
language: vi
title: Bộ câu hỏi thử
tiers: [{id: part, title: Phần}]
applies_to: [ministry, province, commune]
sources: [{id: s, title: Văn bản}]
commitments: {C1: {source: s, text: Ban hành kế hoạch.}}
groupings:
  - {id: pillar, title: Trụ cột, values: [{id: gov, title: Chính phủ số}, {id: eco, title: Kinh tế số}]}
levels: {bands: [{id: "1", title: Khởi đầu, from: 0}, {id: "2", title: Dẫn dắt, from: 50}]}
ranking: {within: kind, min_coverage: 0, min_group: 2}
dimensions:
  - id: base
    number: "1"
    title: Nền tảng
    levels: {"1": Mới bắt tay vào làm., "2": Đã làm thường xuyên.}
    questions:
      - {id: plan, number: "1.1", text: Có kế hoạch chưa?, help: Xét ngày cuối kỳ., type: choice, commitments: [C1],
         groupings: {pillar: gov}, options: [{id: none, text: Chưa có, points: 0, next: Bắt đầu soạn.},
         {id: draft, text: Đang soạn, points: 1}, {id: issued, text: Đã ban hành, points: 2, shown_by: Văn bản.}]}
      - {id: share, number: "1.2", text: Tỷ lệ bao nhiêu?, type: percent, groupings: {pillar: eco},
         applies_to: [ministry, province]}
  - id: serve
    number: "2"
    title: Phục vụ
    questions:
      - {id: open, number: "2.1", text: Mở dữ liệu không?, type: yes_no, groupings: {pillar: gov}}
      - {id: tools, number: "2.2", text: Công cụ nào?, type: choices, groupings: {pillar: eco},
         options: [{id: a, text: Loại A, points: 1}, {id: b, text: Loại B, points: 1}]}
  - id: easy
    number: "3"
    title: Việc dễ
    questions: [{id: simple, number: "3.1", text: Đã làm chưa?, type: yes_no}]
  - {id: aside, number: "4", title: Ghi nhận, scored: false, questions: [{id: extra, text: Thêm?, type: percent}]}
  - {id: said, number: "5", title: Lời kể, questions: [{id: told, text: Kể?, type: text, scored: false}]}
"""
ANSWERS: Final = {
    "a": "  plan: issued\n  share: 100\n  open: true\n  tools: [a, b]\n",
    "b": "  plan: issued\n  share: 90\n  open: true\n  tools: [a]\n",
    "c": "  plan: draft\n  share: 80\n  open: true\n  tools: [a]\n",
    "d": "  plan: draft\n  share: 60\n  open: false\n  tools: [a]\n",
    "e": "  plan: draft\n  share: 40\n  open: false\n  tools: []\n",
    "f": "  plan: none\n  share: 20\n  open: false\n  tools: [b]\n",
    "g": "  plan: none\n  share: 0\n  open: false\n  tools: {unknown: Chưa rõ.}\n",
    "h": "  share: {unknown: Chưa có số.}\n  open: false\n",
}
COMMUNES: Final = {
    "a": "  plan: issued\n  open: true\n  tools: [a, b]\n",
    "b": "  plan: none\n  open: false\n  tools: []\n",
}
EARLIER: Final = {
    "tinh-a": "  plan: draft\n  share: 50\n  open: true\n",
    "tinh-b": "  plan: none\n  share: 0\n",
    "tinh-c": "  plan: draft\n  share: 30\n",
    "tinh-d": "  plan: none\n  share: 20\n",
    "xa-a": "  plan: draft\n  open: false\n  simple: true\n",
}


def files() -> Mapping[str, str]:
    """Return a workspace of eight provinces, two communes of three below one of them, and one ministry."""
    found = {
        "assess.yaml": SETTINGS,
        "agencies.yaml": REGISTER,
        "questionnaires/q/1/questionnaire.yaml": QUESTIONNAIRE,
        "responses/2026/q/bo-a.yaml": response("bo-a", "2026", ANSWERS["a"]),
    }
    own = {f"tinh-{each}": text for each, text in ANSWERS.items()}
    own |= {f"xa-{each}": text for each, text in COMMUNES.items()}
    for agency, text in own.items():
        found[f"responses/2026/q/{agency}.yaml"] = response(agency, "2026", f"{text}  simple: true\n")
    for agency, text in EARLIER.items():
        found[f"responses/2025/q/{agency}.yaml"] = response(agency, "2025", text)
    return found


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("parts"), files())


@pytest.fixture(scope="module")
def site(root: Path) -> Mapping[str, bytes]:
    return filled(root)


@pytest.fixture(scope="module")
def cohort(root: Path) -> Cohort:
    collected = collect(root)
    collected.spool.close()
    return collected.cohorts[0]


@cache
def _tree(content: bytes) -> Element:
    return tree(content)


def section(page: Element, name: str) -> Element:
    return next(each for each in page.every("section") if each.attributes.get("id") == name)


def leaders(page: Element) -> list[list[str]]:
    """Return place, name and score of everybody in the first list of leaders."""
    rows = next(page.every("ol", "leaders")).every("li")
    return [[each.text() for each in row.parts if isinstance(each, Element)] for row in rows]


def figures(page: Element) -> dict[str, str]:
    found = next(page.every("dl", "figures")).every("div")
    return {next(each.every("dt")).text(): next(each.every("dd")).text() for each in found}


def table(page: Element, class_: str) -> Sequence[Sequence[str]]:
    return [list(row) for row in cells(page, class_)]


# ------------------------------------------------------------------------------------------------------ dimensions


def test_a_dimension_tells_median_quartiles_and_change(site: Mapping[str, bytes]) -> None:
    """Scores are 100, 95, 65, 55, 45, 10, 0, 0; a quarter stands at place 2.75: 0 + ¾ · 10. Before: 50, 40, 10, 0."""
    found = figures(section(_tree(site["q/2026/dimensions/base/"]), "k-province"))
    assert found == {
        "Trung vị": "50,0",
        "Một nửa số cơ quan ở giữa": "7,5 – 72,5",
        "Trung vị thay đổi": "+25,0 so với kỳ 2025",
        "Cơ quan được tính": "8 trong 8 cơ quan được xếp hạng",
    }
    english = figures(section(_tree(site["en/q/2026/dimensions/base/"]), "k-province"))
    assert (english["Median"], english["Middle half of the agencies"]) == ("50.0", "7.5 – 72.5")
    assert "Trung vị thay đổi" not in figures(section(_tree(site["q/2025/dimensions/base/"]), "k-province"))


def test_a_dimension_tells_how_many_lie_where_and_at_which_level(site: Mapping[str, bytes]) -> None:
    group = section(_tree(site["q/2026/dimensions/base/"]), "k-province")
    tables = [
        [[each.text() for each in row.every()][1:] for row in one.every("tr")] for one in group.every("table", "t")
    ]
    counts = {row[0]: row[1:] for row in tables[0][1:]}
    assert [row[0] for row in counts.values()] == ["2", "1", "0", "0", "1", "1", "1", "0", "0", "2"]
    assert counts["0 – < 10"] == ["2", "25%"]
    assert counts["90 – 100"] == ["2", "25%"]
    drawn = next(group.every("svg", "histogram"))
    assert [each.text() for each in drawn.every("text", "value")] == ["2", "1", "1", "1", "1", "2"]
    assert "Trung vị 50,0; một nửa số cơ quan ở giữa từ 7,5 đến 72,5." in next(drawn.every("desc")).text()
    levels = next(group.every("svg", "columns"))
    assert [each.text() for each in levels.every("text", "value")] == ["4", "4"]
    meanings = [each.text() for each in _tree(site["q/2026/dimensions/base/"]).every("dl", "meanings")]
    assert meanings == ["1 Khởi đầuMới bắt tay vào làm. 2 Dẫn dắtĐã làm thường xuyên."]


def test_those_who_lead_stand_with_their_place_and_lead_to_their_answers(site: Mapping[str, bytes]) -> None:
    group = section(_tree(site["q/2026/dimensions/base/"]), "k-province")
    assert leaders(group) == [["1", "Tỉnh A", "100,0"], ["2", "Tỉnh B", "95,0"], ["3", "Tỉnh C", "65,0"]]
    links = [each.attributes["href"] for each in next(group.every("ol", "leaders")).every("a")]
    assert links == [f"../../../../q/2026/tinh-{each}/#d-base" for each in "abc"]
    served = leaders(section(_tree(site["q/2026/dimensions/serve/"]), "k-province"))
    assert [row[0] for row in served] == ["1", "=2", "=2"]
    below = leaders(section(_tree(site["q/2026/dimensions/base/"]), "k-commune"))
    assert below[0] == ["1", "Xã A", "Tỉnh B", "100,0"], "its parent tells it apart from others of its name"
    easy = section(_tree(site["q/2026/dimensions/easy/"]), "k-province")
    assert [row[0] for row in leaders(easy)] == ["=1"] * 3
    assert "và 5 cơ quan nữa cùng hạng 1" in easy.text()


def test_what_the_best_do_is_where_the_first_quarter_stands_furthest_above_the_rest(site: Mapping[str, bytes]) -> None:
    """A and B lead. Of the others 0 of 6 issued a plan, 3 of 6 draft one; their median share is 40, against 95."""
    page = _tree(site["q/2026/dimensions/base/"])
    rows = table(section(page, "k-province"), "best")[1:]
    assert rows == [
        [
            "1.1 Có kế hoạch chưa?2 trong 2 cơ quan dẫn đầu: “Đã ban hành”; các cơ quan còn lại: 0 trong 6.",
            "100%",
            "0%",
        ],
        [
            "1.2 Tỷ lệ bao nhiêu?Trung vị phần số điểm đạt được: 95% ở cơ quan dẫn đầu, 40% ở các cơ quan còn lại.",
            "95%",
            "40%",
        ],
    ]
    assert not list(section(page, "k-commune").every("table", "best")), "one of two is no group"
    assert not list(_tree(site["q/2026/dimensions/easy/"]).every("table", "best")), "where all are alike nobody leads"


def test_the_tables_have_a_column_for_each_kind_that_is_large_enough(site: Mapping[str, bytes]) -> None:
    page = _tree(site["q/2026/dimensions/base/"])
    questions = table(section(page, "questions"), "pool-t")
    assert questions == [
        ["Câu hỏi", "Tỉnh", "Xã"],
        ["1.1 Có kế hoạch chưa?", "50% 2/8", "50% 1/2"],
        ["1.2 Tỷ lệ bao nhiêu?", "60% 1/8", "–"],
    ]
    assert "Chưa đủ cơ quan được xếp hạng để nêu số liệu chung: Bộ." in page.text()
    assert "Bộ A" not in page.text()
    every = table(_tree(site["q/2026/dimensions/"]), "pool-t")
    assert every[1] == ["1 Nền tảng", "50,0", "50,0"]
    assert every[4] == ["4 Ghi nhận", "–", "–"]


def test_a_dimension_that_is_only_recorded_is_compared_with_nothing(site: Mapping[str, bytes]) -> None:
    page = _tree(site["q/2026/dimensions/aside/"])
    assert "Nội dung này chỉ được ghi nhận" in page.text()
    assert not list(page.every("svg", "chart"))


# ------------------------------------------------------------------------------------------------------- questions


def test_a_question_counts_each_answer_and_who_gave_none(site: Mapping[str, bytes]) -> None:
    page = _tree(site["q/2026/questions/plan/"])
    assert table(section(page, "answers"), "pool-t") == [
        ["Câu trả lời", "Điểm", "Tỉnh", "Xã"],
        ["Chưa có", "0", "25% 2 cơ quan", "50% 1 cơ quan"],
        ["Đang soạn", "1", "38% 3 cơ quan", "0%"],
        ["Đã ban hành", "2", "25% 2 cơ quan", "50% 1 cơ quan"],
        ["Chưa trả lời", "", "13% 1 cơ quan", "0%"],
    ]
    ticks = [[each.attributes["d"] for each in row.every("path")] for row in next(page.every("tbody")).every("tr")]
    assert ticks == [[], [], ["M100.0 0V10"], []], "both of those who lead have issued theirs; one of two is no group"
    group = section(page, "k-province")
    assert figures(group) == {"Trung vị số điểm": "1 / 2", "Đạt điểm tối đa": "2 / 8", "Đã trả lời": "7 / 8"}
    assert leaders(group) == [["=1", "Tỉnh A", "2 / 2"], ["=1", "Tỉnh B", "2 / 2"]]
    assert [each.attributes["href"] for each in next(group.every("ol", "leaders")).every("a")] == [
        "../../../../q/2026/tinh-a/#q-plan",
        "../../../../q/2026/tinh-b/#q-plan",
    ]
    assert "2 trong 2 cơ quan dẫn đầu: “Đã ban hành”; các cơ quan còn lại: 0 trong 6." in group.text()


def test_a_question_says_what_is_asked_and_leads_to_its_commitments(site: Mapping[str, bytes]) -> None:
    page = _tree(site["q/2026/questions/plan/"])
    assert next(page.every("h1")).text() == "1.1. Có kế hoạch chưa?"
    assert next(page.every("p", "lead")).text() == "Xét ngày cuối kỳ."
    links = {each.text(): each.attributes["href"] for each in page.every("a")}
    assert links["Ban hành kế hoạch."] == "../../../../q/versions/1/#c-C1"
    assert links["1. Nền tảng"] == "../../../../q/2026/dimensions/base/"
    assert links["1.2. Tỷ lệ bao nhiêu?"] == "../../../../q/2026/questions/share/"
    assert "1.1. Có kế hoạch chưa?" not in links
    options = table(next(page.every("section", "asked")), "stack")
    assert options[1:] == [
        ["Chưa có", "", "Bắt đầu soạn."],
        ["Đang soạn", "", ""],
        ["Đã ban hành", "Văn bản.", ""],
    ]


def test_a_measure_is_drawn_over_the_share_of_its_points(site: Mapping[str, bytes]) -> None:
    page = _tree(site["q/2026/questions/share/"])
    group = section(page, "k-province")
    assert figures(group)["Trung vị số điểm"] == "0,6 / 1"
    drawn = next(group.every("svg", "histogram"))
    assert [each.text() for each in drawn.every("text", "value")] == ["1", "1", "1", "1", "1", "2"]
    assert table(section(page, "answers"), "pool-t")[1:] == [
        ["Có câu trả lời", "88% 7 cơ quan"],
        ["Chưa có số liệu", "13% 1 cơ quan"],
    ]
    assert "không được hỏi" in section(page, "k-commune").text()


def test_several_options_are_counted_each_and_none_of_them_too(site: Mapping[str, bytes]) -> None:
    page = _tree(site["q/2026/questions/tools/"])
    rows = {row[0]: row[2] for row in table(section(page, "answers"), "pool-t")}
    assert rows["Loại A"] == "50% 4 cơ quan"
    assert rows["Loại B"] == "25% 2 cơ quan"
    assert rows["Không chọn phương án nào"] == "13% 1 cơ quan"
    assert "có thể vượt 100%" in page.text()


def test_many_who_do_as_well_are_counted(site: Mapping[str, bytes]) -> None:
    group = section(_tree(site["q/2026/questions/simple/"]), "k-province")
    assert [row[0] for row in leaders(group)] == ["=1"] * 5
    assert "và 3 cơ quan nữa cũng đạt như vậy" in group.text()


def test_what_one_agency_alone_answered_is_not_told(site: Mapping[str, bytes]) -> None:
    page = _tree(site["q/2025/questions/open/"])
    assert not [each for each in page.every("section") if each.attributes.get("id") == "answers"]
    assert "Có ít hơn 2 cơ quan" in section(page, "k-province").text()


def test_what_was_not_asked_is_no_zero_of_the_group(tmp_path: Path) -> None:
    text = QUESTIONNAIRE.replace("levels: {bands", "scoring: {inapplicable: zero}\nlevels: {bands")
    collected = collect(written(tmp_path, {**files(), "questionnaires/q/1/questionnaire.yaml": text}))
    collected.spool.close()
    assert spread_of(collected.cohorts[0], "commune", "share") is None
    assert spread_of(collected.cohorts[0], "commune", "plan") is not None


def test_what_earns_no_points_has_no_figures(site: Mapping[str, bytes]) -> None:
    page = _tree(site["q/2026/questions/told/"])
    assert "không tính điểm, nên không có số liệu chung" in page.text()
    assert not list(page.every("section", "sides"))


# ------------------------------------------------------------------------------------------------------- groupings


def test_a_grouping_tells_medians_leaders_and_everybody(site: Mapping[str, bytes]) -> None:
    """Government: 100, 100, 75, 25, 25, 0, 0, 0; economy: 100, 70, 65, 55, 35, 20, 0, 0."""
    page = _tree(site["q/2026/groupings/pillar/"])
    assert figures(page) == {"Chính phủ số": "2 câu hỏi", "Kinh tế số": "2 câu hỏi"}
    group = section(page, "k-province")
    assert table(group, "t")[1:] == [["Chính phủ số", "25,0"], ["Kinh tế số", "45,0"]]
    lists = [[row.text() for row in each.every("li")] for each in group.every("ol", "leaders")]
    assert lists == [["=1Tỉnh A100,0", "=1Tỉnh B100,0", "3Tỉnh C75,0"], ["1Tỉnh A100,0", "2Tỉnh B70,0", "3Tỉnh C65,0"]]
    rows = table(group, "reads")
    assert rows[0] == ["Hạng", "Cơ quan", "Điểm", "Chính phủ số", "Kinh tế số"]
    assert rows[2][1:] == ["Tỉnh B", "90,0", "100,0", "70,0"]
    assert len(rows) == 9


# ---------------------------------------------------------------------------------------------------------- places


def test_a_place_lists_those_below_it_with_rank_change_and_who_sent_nothing(site: Mapping[str, bytes]) -> None:
    page = _tree(site["places/tinh-b/"])
    found = section(page, "q-q")
    assert figures(found)["Điểm của chính cơ quan này"] == "90,0"
    assert figures(found)["Cơ quan trực thuộc có kết quả"] == "2 trong 3 cơ quan"
    rows = table(found, "rank-t")
    assert rows[1:] == [
        ["1", "Xã A", "100,0", "2 Dẫn dắt", "+50,0"],
        ["2", "Xã B", "33,3", "1 Khởi đầu", "–"],
    ]
    assert [each.text() for each in found.every("ul", "names")] == ["Xã C"]
    assert [each.text() for each in next(found.every("svg", "columns")).every("text", "value")] == ["1", "1"]


def test_only_those_with_somebody_to_show_are_places(site: Mapping[str, bytes]) -> None:
    assert {each for each in site if each.startswith("places/")} == {"places/", "places/tinh-b/"}
    assert table(_tree(site["places/"]), "places")[1:] == [["Tỉnh B", "2 / 3"]]


# ------------------------------------------------------------------------------------------ other questionnaires


def test_where_points_are_added_up_a_dimension_is_told_in_points(tmp_path: Path) -> None:
    """Points: A earns 132.22 of 200, B, C and D 48.06 each, E 40.56: the median and half of the rest are 48.06."""
    made = filled(written(tmp_path, points_files()))
    page = _tree(made["points/2026/dimensions/base/"])
    found = figures(page)
    assert (found["Trung vị"], found["Một nửa số cơ quan ở giữa"]) == ("48,06 / 200", "48,06 – 48,06")
    assert leaders(page)[0] == ["1", "Tỉnh A", "132,22 / 200"]
    counted = [row[:2] for row in table(next(page.every("figure", "chart-box")), "t")]
    assert counted[1:5] == [["0 – < 20", "0"], ["20 – < 40", "0"], ["40 – < 60", "4"], ["60 – < 80", "0"]]
    assert "chỉ được ghi nhận" in _tree(made["points/2026/dimensions/bonus/"]).text()
    staged = _tree(made["staged/2026/dimensions/only/"])
    assert list(staged.every("svg", "histogram"))
    assert not list(staged.every("svg", "columns")), "levels that are reached in stages are of the whole alone"


def test_where_lower_is_better_the_lowest_lead(tmp_path: Path) -> None:
    text = QUESTIONNAIRE.replace("within: kind,", "within: kind, order: lowest,")
    made = filled(written(tmp_path, {**files(), "questionnaires/q/1/questionnaire.yaml": text}))
    group = section(_tree(made["q/2026/dimensions/base/"]), "k-province")
    assert leaders(group) == [["=1", "Tỉnh G", "0,0"], ["=1", "Tỉnh H", "0,0"], ["3", "Tỉnh F", "10,0"]]


def test_what_is_told_channel_by_channel_has_no_one_figure(tmp_path: Path) -> None:
    made = filled(written(tmp_path, channel_files()))
    mixed = {name: _tree(page) for name, page in made.items() if name.startswith("whole/2025/dimensions/")}
    apart = [page for name, page in mixed.items() if name != "whole/2025/dimensions/"]
    assert apart
    assert all("tính riêng theo từng nguồn" in page.text() for page in apart)
    assert not any(list(page.every("svg", "histogram")) for page in apart)


def test_medians_of_other_channels_are_not_compared(tmp_path: Path) -> None:
    made = filled(written(tmp_path, channel_files()))
    found = [_tree(made[f"q/{period}/dimensions/plain/"]).text() for period in ("2024", "2025", "2026")]
    assert all("Trung vị" in each for each in found)
    assert not any("Trung vị thay đổi" in each for each in found)


# ----------------------------------------------------------------------------------------------- views and numbers


def test_the_views_say_which_one_is_open(site: Mapping[str, bytes]) -> None:
    for address, opened in {
        "q/2026/dimensions/": "Các nội dung",
        "q/2026/dimensions/base/": "Các nội dung",
        "q/2026/questions/plan/": "Câu hỏi",
        "q/2026/groupings/pillar/": "Trụ cột",
    }.items():
        links = list(next(_tree(site[address]).every("nav", "views")).every("a"))
        assert {"Xếp hạng", "Các nội dung", "Câu hỏi", "Trụ cột"} <= {each.text() for each in links}
        assert [each.text() for each in links if "aria-current" in each.attributes] == [opened]


def test_medians_are_those_of_the_cohort(cohort: Cohort) -> None:
    for place, dimension in enumerate(cohort.questionnaire.dimensions, 1):
        spread = spread_of(cohort, "province", f"{dimension.id}/")
        assert (spread and spread.median) == cohort.medians["province"][place], dimension.id


def test_a_quarter_is_rounded_up_and_takes_in_who_ties(cohort: Cohort) -> None:
    assert [each.id for each in pools_of(cohort)] == ["province", "commune"]
    assert [each.agency for each in pool_of(cohort, "commune").records] == ["xa-a", "xa-b"]
    assert leading_quarter(cohort, "province", WHOLE) == frozenset(("tinh-a", "tinh-b"))
    assert leading_quarter(cohort, "province", "serve/") == frozenset(("tinh-a", "tinh-b", "tinh-c"))
    assert leading_quarter(cohort, "province", "easy/") is None
    assert leading_quarter(cohort, "commune", WHOLE) is None


def test_with_many_groups_all_are_told_of_together(tmp_path: Path) -> None:
    """One kind of seven is not asked for the share; the first quarter of fourteen are four, who all drafted a plan."""
    kinds = [f"k{n}" for n in range(7)]
    named = ", ".join(f"{{id: {each}, name: {each}}}" for each in kinds)
    text = QUESTIONNAIRE.replace("[ministry, province, commune]", f"[{', '.join(kinds)}]")
    found = {
        "assess.yaml": SETTINGS,
        "agencies.yaml": f"format: 1\nkinds: [{named}]\nagencies:\n"
        + "".join(f"  - {{id: a{n}, name: Cơ quan {n}, kind: k{n % 7}}}\n" for n in range(14)),
        "questionnaires/q/1/questionnaire.yaml": text.replace("[ministry, province]", f"[{', '.join(kinds[1:])}]"),
    }
    for n in range(14):
        plan = "issued" if n > 11 else "draft" if n > 9 else "none"
        given = f"  share: {n}\n" if n % 7 else ""
        found[f"responses/2026/q/a{n}.yaml"] = response(f"a{n}", "2026", f"  plan: {plan}\n{given}")
    made = filled(written(tmp_path, found))
    page = _tree(made["q/2026/questions/plan/"])
    assert [each.text() for each in section(page, "k-all").every("h2")] == ["Tất cả cơ quan"]
    told = "4 trong 4 cơ quan dẫn đầu: “Đang soạn” trở lên; các cơ quan còn lại: 0 trong 10."
    assert told in page.text()
    share = section(_tree(made["q/2026/questions/share/"]), "k-all")
    assert figures(share)["Đã trả lời"] == "12 / 12"


def test_a_histogram_keeps_what_lies_beyond_its_ends_and_the_words_at_its_edges() -> None:
    drawn = histogram(
        prefix="x",
        title="T",
        description="D",
        counts=[1] + [0] * 8 + [2],
        ends=("0", "50", "100"),
        median=0.0,
        median_text="Trung vị 0,0",
        middle=(0.0, 100.0),
    )
    assert 'text-anchor="start">Trung vị 0,0<' in drawn
    assert drawn.count('<rect class="own"') == 2
    assert Decimal(re.findall(r'class="half" x="([\d.]+)"', drawn)[0]) == 5
