"""Rankings, heatmaps and tile maps as pages: intervals, trends and changes, scores by dimension, places on a grid."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from assess.charts import Tile, gauge, rank_range, sparkline, tiles
from assess.presentation.ranking.places import short_names
from tests import test_pages
from tests.test_channels import cells, filled, response, written
from tests.test_publishing import Element, tree

HOSTILE: Final = "<script>alert(1)</script> \"'><img src=x>"
SETTINGS: Final = """\
format: 1
title: Thử
titles: {en: Test}
publisher: {name: Văn phòng Thử}
languages: [vi, en]
publish:
  - {questionnaire: q, period: "2026", version: "1"}
  - {questionnaire: q, period: "2025", version: "1", channel: verified}
  - {questionnaire: q, period: "2024", version: "1"}
  - {questionnaire: alone, period: "2026", version: "1"}
"""
NAMES: Final = {"a": "Tỉnh Mẫu Á", "b": "Tỉnh Mẫu Đá Bạc", "c": "Tỉnh Mẫu Cỏ", "d": "Tỉnh Mẫu Dừa", "e": "Tỉnh Mẫu Em"}
PLACES: Final = {"a": "[2, 1]", "b": "[1, 1]", "c": "[3, 2]", "d": "[1, 3]", "e": "[1, 3]", "f": "[3, 3]"}
REGISTER: Final = (
    "format: 1\nkinds: [{id: province, name: Tỉnh}, {id: commune, name: Xã}]\n"
    "groups: [{id: north, name: Bắc, of: region}, {id: south, name: Nam, names: {en: South}, of: region}]\nagencies:\n"
    + "".join(
        f"  - {{id: tinh-{each}, name: {name}, kind: province, grid: {PLACES[each]},"
        f" groups: [{'north' if each in 'ab' else 'south'}]}}\n"
        for each, name in (NAMES | {"f": "Tỉnh Mẫu Gió"}).items()
    )
    + "".join(f"  - {{id: xa-{each}, name: Xã X, kind: commune, parent: tinh-{each}}}\n" for each in "ab")
)
QUESTIONNAIRE: Final = """\
format: 1
id: {id}
version: "1"
language: vi
title: Bộ câu hỏi {id}
applies_to: [province, commune]
levels: {{bands: [{{id: "1", title: Khởi đầu, from: 0}}, {{id: "2", title: Dẫn dắt, from: 50}}]}}
ranking: {{within: kind, min_coverage: 0.5, min_group: 3}}
robustness: {{spread: 0.5, draws: 200}}
dimensions:
  - {{id: one, number: "1", title: Một, weight: 2, questions: [{{id: x, text: X?, type: percent}}]}}
  - id: two
    number: "2"
    title: Hai
    dimensions:
      - {{id: inner, number: "2.1", title: Trong, questions: [{{id: y, text: Y?, type: percent}}]}}
  - {{id: three, number: "3", title: Ba, questions: [{{id: z, text: Z?, type: percent, applies_to: [commune]}}]}}
  - {{id: aside, number: "4", title: Ghi nhận, scored: false, questions: [{{id: v, text: V?, type: percent}}]}}
"""
SCORES: Final[Mapping[str, Mapping[str, tuple[int | None, int]]]] = {
    "2024": {"a": (60, 50), "b": (50, 44), "c": (80, 10)},
    "2026": {"a": (90, 80), "b": (45, 55), "c": (60, 20), "d": (10, 30), "e": (None, 30)},
}


def files() -> Mapping[str, str]:
    """Return a workspace: provinces in their places, in three periods of which one is scored as verified."""
    found = {"assess.yaml": SETTINGS, "agencies.yaml": REGISTER}
    for name in ("q", "alone"):
        found[f"questionnaires/{name}/1/questionnaire.yaml"] = QUESTIONNAIRE.format(id=name)
    for period, scores in SCORES.items():
        for each, (x, y) in scores.items():
            answers = ("" if x is None else f"  x: {x}\n") + f"  y: {y}\n"
            found[f"responses/{period}/q/tinh-{each}.yaml"] = response(f"tinh-{each}", period, answers)
    for each in "ab":
        found[f"responses/2026/q/xa-{each}.yaml"] = response(f"xa-{each}", "2026", "  x: 70\n  y: 70\n  z: 10\n")
    found["responses/2026/alone/tinh-a.yaml"] = response("tinh-a", "2026", "  x: 70\n", "alone")
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return filled(written(tmp_path_factory.mktemp("rankings"), files()))


@cache
def _tree(content: bytes) -> Element:
    return tree(content)


def _section(page: Element, name: str) -> Element:
    return next(each for each in page.every("section") if each.attributes.get("id") == name)


# ---------------------------------------------------------------------------------------------------------- ranking


@pytest.mark.parametrize(
    ("prefix", "headings", "to"),
    [("", ["Điểm 2024–2026", "Độ phủ"], "đến"), ("en/", ["Score 2024–2026", "Coverage"], "to")],
)
def test_a_row_tells_rank_interval_score_trend_and_coverage(
    site: Mapping[str, bytes], prefix: str, headings: list[str], to: str
) -> None:
    page = _tree(site[f"{prefix}q/2026/"])
    table = cells(page, "rank-t")
    assert table[0][-2:] == headings  # no change: the period before was scored in another way
    assert [row[0] for row in table[1:]] == ["1", "2", "3", "4", "–"]
    assert [row[2] for row in table[1:5]] == ["Tỉnh Mẫu Á", "Tỉnh Mẫu Đá Bạc", "Tỉnh Mẫu Cỏ", "Tỉnh Mẫu Dừa"]
    spans = [row[1] for row in table[1:]]
    assert spans[0] == "1"
    assert spans[1] == spans[2] == f"2 {to} 3"  # 48.3 and 46.7: weights decide
    assert spans[4] == ""
    trends = [each.attributes["aria-label"] for each in page.every("svg", "spark")]
    decimal = "." if prefix else ","
    assert trends[:3] == [
        f"2024: 56{decimal}7; 2026: 86{decimal}7",
        f"2024: 48{decimal}0; 2026: 48{decimal}3",
        f"2024: 56{decimal}7; 2026: 46{decimal}7",
    ]
    assert re.findall("(?:không so sánh|no comparison) .*?2025", page.text(), re.IGNORECASE)


def test_the_change_is_since_the_period_before_and_says_so(tmp_path: Path) -> None:
    settings = SETTINGS.replace('  - {questionnaire: q, period: "2025", version: "1", channel: verified}\n', "")
    made = filled(written(tmp_path, {**files(), "assess.yaml": settings}))
    table = cells(_tree(made["q/2026/"]), "rank-t")
    assert table[0][-2] == "So với 2024"
    assert [row[-2] for row in table[1:]] == ["+30,0", "+0,3", "−10,0", "", ""]
    assert cells(_tree(made["en/q/2026/"]), "rank-t")[0][-2] == "Since 2024"
    assert cells(_tree(made["q/2024/"]), "rank-t")[0] == ["Hạng", "Khoảng hạng 90%", "Cơ quan", "Điểm", "Mức", "Độ phủ"]


def test_later_periods_leave_no_trace_in_an_earlier_ranking(site: Mapping[str, bytes]) -> None:
    assert list(_tree(site["q/2024/"]).every("svg", "spark")) == []


def test_how_the_interval_is_made_is_said_once(site: Mapping[str, bytes]) -> None:
    notes = next(_tree(site["q/2026/"]).every("section", "note")).text()
    assert notes.count("tính lại 200 lần, mỗi lần tăng hoặc giảm ngẫu nhiên từng trọng số nhiều nhất 50%") == 1
    assert "worked out 200 times over" in _tree(site["en/q/2026/"]).text()
    assert "Khoảng hạng" not in _tree(site["alone/2026/"]).text()  # nobody is ranked


def test_rows_are_filtered_by_what_they_differ_in(site: Mapping[str, bytes]) -> None:
    page = _tree(site["en/q/2026/"])
    box = next(each for each in page.every("div", "filter"))
    assert "hidden" in box.attributes
    chosen = {
        each.attributes["name"]: [(option.attributes["value"], option.text()) for option in each.every("option")]
        for each in box.every("select")
    }
    assert chosen == {
        "level": [("", "All"), ("1", "1 Khởi đầu"), ("2", "2 Dẫn dắt")],
        "group": [("", "All"), ("north", "Bắc"), ("south", "South")],
        "parent": [("", "All"), ("tinh-a", "Tỉnh Mẫu Á"), ("tinh-b", "Tỉnh Mẫu Đá Bạc")],
    }
    rows = [each.attributes for each in page.every("tr") if "data-g" in each.attributes or "data-p" in each.attributes]
    assert [each.get("data-g") for each in rows] == ["north", "north", "south", "south", "south", None, None]
    assert sorted(each["data-p"] for each in rows[5:]) == ["tinh-a", "tinh-b"]
    marks = {each.text() for each in page.every("span", "lv")}
    assert marks <= {text for _, text in chosen["level"]}  # by its text the script knows the level of a row
    assert list(_tree(site["alone/2026/"]).every("select")) == []


def test_the_tabs_lead_to_and_fro(site: Mapping[str, bytes]) -> None:
    for address, current in {"q/2026/": "Xếp hạng", "q/2026/heatmap/": "Bảng nhiệt"}.items():
        links = list(next(_tree(site[address]).every("nav", "views")).every("a"))
        named = ["Xếp hạng", "Bảng nhiệt", "Các nội dung", "Câu hỏi", "Về các con số"]
        assert [each.text() for each in links] == named
        back, ways = "../" * address.count("/"), ("", "heatmap/", "dimensions/", "questions/", "numbers/")
        assert [each.attributes["href"] for each in links] == [f"{back}q/2026/{each}" for each in ways]
        assert [each.text() for each in links if "aria-current" in each.attributes] == [current]


def test_a_row_of_a_long_table_is_short(site: Mapping[str, bytes]) -> None:
    rows = re.findall("<tr[^>]*><td>.*?</tr>", site["q/2026/"].decode())
    assert len(rows) == 7
    assert max(len(each.encode()) for each in rows) < 700


# ---------------------------------------------------------------------------------------------------------- heatmap


def test_a_heatmap_shows_every_agency_in_every_dimension_at_the_top(site: Mapping[str, bytes]) -> None:
    page = _tree(site["q/2026/heatmap/"])
    table = cells(page, "heat")
    assert table[0] == ["Cơ quan", "Hạng", "Điểm chung", "1 Một", "2 Hai"]  # 3 asks provinces nothing, 4 only records
    assert table[1] == ["Trung vị", "", "47,5", "52,5", "42,5"]
    assert table[2:5] == [
        ["Tỉnh Mẫu Á", "1", "86,7", "90,0", "80,0"],
        ["Tỉnh Mẫu Đá Bạc", "2", "48,3", "45,0", "55,0"],
        ["Tỉnh Mẫu Cỏ", "3", "46,7", "60,0", "20,0"],
    ]
    shown = next(page.every("table", "heat"))
    steps = [[each.attributes.get("class") for each in row.every("td")] for row in shown.every("tr")]
    assert steps[2:5] == [[None, "s5", "s5", "s5"], [None, "s1", "s1", "s5"], [None, "s1", "s5", "s1"]]
    commune = next(_section(page, "k-commune").every("table", "heat"))
    assert [each.text() for each in commune.every("th")][:6] == [
        *("Cơ quan", "Hạng", "Điểm chung", "1 Một", "2 Hai"),
        "3 Ba",
    ]
    assert "Trung vị" not in commune.text()  # two communes are too few
    assert [each.attributes["href"] for each in commune.every("a")] == [
        "../../../q/2026/xa-a/",
        "../../../q/2026/xa-b/",
    ]


def test_a_heatmap_shows_points_where_points_are_added(tmp_path: Path) -> None:
    found = filled(written(tmp_path, test_pages.files()))
    table = cells(_tree(found["points/2026/heatmap/"]), "heat")
    assert table[0] == [
        *("Cơ quan", "Hạng", "Điểm chung"),
        *("A Nền tảng tối đa 200", "B Phục vụ tối đa 300", "C Kết quả tối đa 500"),
    ]
    assert table[2] == ["Tỉnh A", "1", "552,22", "132,22", "150", "250"]
    assert table[1][3:] == ["48,06", "150", "250"]


def test_where_the_whole_mixes_channels_there_is_no_heatmap(tmp_path: Path) -> None:
    from tests.test_channels import files as mixed

    made = filled(written(tmp_path, mixed()))
    assert "whole/2025/" in made
    assert "whole/2025/heatmap/" not in made
    (tabs,) = _tree(made["whole/2025/"]).every("nav", "views")
    assert "Bảng nhiệt" not in tabs.text()


# --------------------------------------------------------------------------------------------------------- tile map


def test_a_tile_leads_to_its_agency_and_says_its_level(site: Mapping[str, bytes]) -> None:
    page = _tree(site["q/2026/"])
    chart = next(page.every("svg", "tiles"))
    links = list(chart.every("a"))
    assert [each.attributes["href"] for each in links] == [f"../../q/2026/tinh-{each}/" for each in "bacd"]
    assert [each.attributes["aria-label"] for each in links][:2] == [
        "Tỉnh Mẫu Đá Bạc: 48,3 điểm, mức 1 Khởi đầu",
        "Tỉnh Mẫu Á: 86,7 điểm, mức 2 Dẫn dắt",
    ]
    assert [each.attributes["class"] for each in links] == ["s1", "s5", "s1", "s1"]
    texts = [[line.text() for line in (*each.every("text", "value"), *each.every("tspan"))] for each in links]
    assert texts == [["1", "Đá Bạc"], ["2", "Á"], ["1", "Cỏ"], ["1", "Dừa"]]
    without = next(each for each in chart.every("g"))
    assert without.attributes["aria-label"] == "Tỉnh Mẫu Gió: chưa có kết quả"
    assert list(_section(page, "k-commune").every("svg", "tiles")) == []
    assert list(_tree(site["alone/2026/"]).every("svg", "tiles")) == []  # one is fewer than the smallest group


def test_tiles_stand_where_the_grid_says_and_hostile_names_stay_text() -> None:
    one = Tile(4, 2, "x/", HOSTILE, HOSTILE, "5", 5)
    drawn = tiles(prefix="p", title=HOSTILE, description="d", places=[one, Tile(5, 4, "", "Hai", "Hai: –", "–", 0)])
    assert "<script" not in drawn
    assert "<img" not in drawn
    shown = tree(drawn.encode())
    assert [(each.attributes["x"], each.attributes["y"]) for each in shown.every("rect")] == [("0", "0"), ("70", "148")]
    assert "many" in tiles(
        prefix="p", title="", description="", places=[Tile(n, 0, "", "", "", "", 0) for n in range(7)]
    )


def test_names_are_shortened_by_what_all_of_them_begin_with() -> None:
    assert list(short_names(["Tỉnh Mẫu A", "Tỉnh Mẫu B C", "Tỉnh Mẫu B"])) == ["A", "B C", "B"]
    assert list(short_names(["Hà Nội", "Hà Tĩnh"])) == ["Nội", "Tĩnh"]
    assert list(short_names(["Huế", "Hà Nội"])) == ["Huế", "Hà Nội"]
    assert list(short_names(["Tỉnh A"])) == ["Tỉnh A"]
    assert list(short_names([])) == []


# ------------------------------------------------------------------------------------------------ drawings in cells


def test_a_sparkline_breaks_where_a_number_is_missing() -> None:
    def path(*values: float | None) -> str:
        return next(tree(sparkline("x", values, 1.0).encode()).every("path")).attributes["d"]

    assert path(0.0, 1.0) == "M3 21L67 3"
    assert path(0.5, 0.5, 0.5) == "M3 12L35 12L67 12"
    assert path(0.0, None, 1.0) == "M3 21h0M67 3h0"
    assert path(None, 0.0, 1.0) == "M35 21L67 3"
    assert "circle" not in sparkline("x", (1.0, None), 1.0)
    assert sparkline('"<', (1.0,), 0.0).count('aria-label="&quot;&lt;"') == 1


def test_bars_in_cells_are_as_long_as_their_numbers() -> None:
    assert 'width="42.1%"' in gauge(42.123)
    drawn = rank_range(2, 6, 3, 20)
    assert 'x="5%" width="25%"' in drawn
    assert 'cx="12.5%"' in drawn
    assert "circle" not in rank_range(1, 1, None, 1)
