"""A group at a glance on the first page: medians, their change, who moved most, and the spread over the levels.

Five provinces and two communes answered two questions in two periods. By hand, of (a + b) / 2:

    2025  a 20, b 30, c 40, d 50, e 60       2026  a 32, b 30, c 41, d 44, e 70, f 90 (which answered nothing in 2025)

Over the five of both periods the median rose from 40 to 41; over all six of 2026 it is (41 + 44) / 2 = 42.5.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Final

import pytest

from assess.charts import SHAPES, ThenNow, dots, shifts, stacks
from assess.presentation.changes import earlier
from assess.presentation.home import home_page
from assess.presentation.movement import Move, direction, moves_since, shift_of
from assess.presentation.surroundings import Surroundings
from assess.publishing.collecting import collect
from assess.publishing.resources import words
from assess.publishing.surroundings import surroundings_of
from assess.publishing.templates import drawer, render

SETTINGS: Final = """\
format: 1
title: Trang mẫu
publisher: {name: Sở Mẫu}
languages: [vi, en]
publish:
  - {questionnaire: short, period: "2026", version: "%s", channel: %s}
  - {questionnaire: short, period: "2025", version: "1"}
"""
REGISTER: Final = """\
format: 1
kinds: [{id: province, name: Tỉnh, names: {en: Province}}, {id: commune, name: Xã, names: {en: Commune}}]
agencies:
"""
QUESTIONNAIRE: Final = """\
format: 1
id: short
version: "%s"
language: vi
title: Ngắn
applies_to: [province, commune]
levels:
  bands: [{id: "1", title: Thấp, from: 0}, {id: "2", title: Vừa, from: 35}, {id: "3", title: Cao, from: 60}]
ranking: {within: kind, min_group: %s, min_coverage: 0.5}
dimensions:
  - {id: one, title: Một, questions: [{id: x, text: X?, type: percent}]}
  - {id: two, title: Hai, questions: [{id: y, text: Y?, type: percent}]}
"""
MAP: Final = 'from: "1"\nkept: [x]\nchanged: [{was: y, now: y, comparable: false}]\n'
THEN: Final = {"a": (20, 20), "b": (30, 30), "c": (40, 40), "d": (50, 50), "e": (60, 60), "k": (10, 10), "l": (20, 20)}
NOW: Final = {
    "a": (24, 40),
    "b": (30, 30),
    "c": (42, 40),
    "d": (40, 48),
    "e": (70, 70),
    "f": (90, 90),
    "k": (10, 10),
    "l": (30, 30),
}


def write(root: Path, least: int = 3, version: str = "1", channel: str = "declared", mapping: str = "") -> Path:
    """Write the workspace; `version` and `channel` are those of 2026."""
    files = {
        "assess.yaml": SETTINGS % (version, channel),
        "agencies.yaml": REGISTER
        + "".join(
            f"  - {{id: {each}, name: Cơ quan {each.upper()}, kind: {'commune' if each in 'kl' else 'province'}}}\n"
            for each in NOW
        ),
        "questionnaires/short/1/questionnaire.yaml": QUESTIONNAIRE % ("1", least),
        f"questionnaires/short/{version}/questionnaire.yaml": QUESTIONNAIRE % (version, least),
    }
    if mapping:
        files[f"questionnaires/short/{version}/mapping.yaml"] = mapping
    for period, answers, used in (("2025", {**THEN, "f": None}, "1"), ("2026", NOW, version)):
        for agency, pair in answers.items():
            said = "{}" if pair is None else f"{{x: {pair[0]}, y: {pair[1]}}}"
            files[f"responses/{period}/short/{agency}.yaml"] = (
                f'format: 1\nagency: {agency}\nquestionnaire: short\nquestionnaire_version: "{used}"\n'
                f'period: "{period}"\nstatus: submitted\nanswers: {said}\n'
            )
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def around_of(root: Path, language: str = "vi") -> Surroundings:
    collected = collect(root)
    collected.spool.close()
    assert [each for each in collected.problems if each.refuses] == []
    return surroundings_of(collected, language, drawer(words(language)))


def text_of(around: Surroundings) -> str:
    body = render("home.html", home_page(around), around.words)
    return " ".join(unescape(re.sub("<[^>]*>", " ", body)).split())


def moved(around: Surroundings) -> Mapping[str, Move]:
    cohort = around.cohorts[0]
    other = earlier(around, cohort)
    assert other is not None
    return {each.agency: each for each in moves_since(around, cohort, other)}


def test_only_who_is_ranked_in_both_periods_is_compared(tmp_path: Path) -> None:
    """The two communes are too few to be ranked, and f was not in 2025: it had answered nothing."""
    moves = moved(around_of(write(tmp_path)))
    assert {key: each.change * 100 for key, each in moves.items()} == {"a": 12, "b": 0, "c": 1, "d": -6, "e": 10}


def test_the_change_of_the_median_is_over_the_agencies_of_both_periods(tmp_path: Path) -> None:
    found = shift_of(list(moved(around_of(write(tmp_path))).values()), 3)
    assert found is not None
    assert [each * 100 for each in (found.before, found.now, found.change)] == [40, 41, 1]
    assert found.of == 5


def test_a_median_of_too_few_is_not_told(tmp_path: Path) -> None:
    moves = list(moved(around_of(write(tmp_path))).values())
    assert shift_of(moves[:2], 3) is None
    assert shift_of([], 0) is None


def test_the_page_tells_it_in_vietnamese(tmp_path: Path) -> None:
    found = text_of(around_of(write(tmp_path)))
    assert "Trung vị điểm: Tỉnh 42,5" in found
    assert "Trung vị của Tỉnh tăng 1,0 điểm so với kỳ 2025" in found
    assert "Tính trên các cơ quan được xếp hạng ở cả hai kỳ: Tỉnh 5." in found
    assert "3 trong 5 cơ quan tăng điểm so với kỳ 2025" in found
    assert "Giảm: 1; không đổi: 1." in found
    assert "Chưa đủ 3 kết quả để tính trung vị và phân bố: Xã (2)." in found


def test_the_page_tells_it_in_english(tmp_path: Path) -> None:
    found = text_of(around_of(write(tmp_path), "en"))
    assert "Median scores: Province 42.5" in found
    assert "The median of Province rose by 1.0 points since 2025" in found
    assert "3 of 5 agencies scored higher than in 2025" in found
    assert "Fewer than 3 results, too few for a median or a distribution: Commune (2)." in found


def test_who_moved_most_stands_first_and_who_stayed_in_neither_list(tmp_path: Path) -> None:
    card = home_page(around_of(write(tmp_path))).cards[0]
    assert card.overview.movers is not None
    up, down = card.overview.movers.lists
    assert [(each.name[-1], each.change, each.score) for each in up.rows] == [
        ("A", "+12,0", "32,0"),
        ("E", "+10,0", "70,0"),
        ("C", "+1,0", "41,0"),
    ]
    assert [(each.name[-1], each.change) for each in down.rows] == [("D", "−6,0")]
    assert up.rows[0].href == "short/2026/a/"


def test_who_shares_the_last_change_is_shown_or_counted(tmp_path: Path) -> None:
    """Ten more provinces rise by (30 − 10) / 2 = 10, as much as e does: a alone rose by more."""
    root = write(tmp_path)
    register = (root / "agencies.yaml").read_text(encoding="utf-8")
    for n in range(10):
        register += f"  - {{id: m{n}, name: Cơ quan M{n}, kind: province}}\n"
        for period, x in (("2025", 10), ("2026", 30)):
            text = (root / f"responses/{period}/short/b.yaml").read_text(encoding="utf-8")
            path = root / f"responses/{period}/short/m{n}.yaml"
            path.write_text(text.replace("x: 30", f"x: {x}").replace("agency: b", f"agency: m{n}"), encoding="utf-8")
    (root / "agencies.yaml").write_text(register, encoding="utf-8")
    movers = home_page(around_of(root)).cards[0].overview.movers
    assert movers is not None
    assert [each.name[-2:] for each in movers.lists[0].rows] == [" A", " E", "M0", "M1"]
    assert movers.lists[0].more == "và 8 cơ quan nữa thay đổi bằng cơ quan cuối danh sách"


def test_the_spread_counts_each_kind_and_no_kind_that_is_too_small(tmp_path: Path) -> None:
    """Below 35: a 32, b 30; below 60: c 41, d 44; from 60: e 70, f 90."""
    found = home_page(around_of(write(tmp_path))).cards[0].overview.spread
    assert found is not None
    assert found.heading == "2 trong 6 cơ quan đạt mức 3 (Cao)"
    assert [(row.name, row.cells) for row in found.rows] == [("Tỉnh · 6 cơ quan", ("2 (33%)", "2 (33%)", "2 (33%)"))]


def test_two_groups_stand_side_by_side(tmp_path: Path) -> None:
    """Communes: medians 15 then and 20 now; provinces as before."""
    found = home_page(around_of(write(tmp_path, least=2))).cards[0].overview
    assert found.dimensions is not None
    assert found.shift is not None
    assert found.dimensions.rows[0].cells == ("42,5", "20,0")
    assert found.dimensions.rows[1].cells == ("41,0", "20,0")  # x: (40 + 42) / 2, (10 + 30) / 2
    assert found.shift.heading == "Trung vị tăng ở cả 2 nhóm so với kỳ 2025, nhiều nhất là Xã: 5,0 điểm"
    assert [row.cells for row in found.shift.rows] == [("5", "40,0", "41,0", "+1,0"), ("2", "15,0", "20,0", "+5,0")]


def test_across_versions_it_is_over_what_they_have_in_common(tmp_path: Path) -> None:
    """Only x is comparable: 24 − 20, 30 − 30, 42 − 40, 40 − 50, 70 − 60; medians 40 and 40."""
    around = around_of(write(tmp_path, version="2", mapping=MAP))
    assert {key: each.change * 100 for key, each in moved(around).items()} == {
        "a": 4,
        "b": 0,
        "c": 2,
        "d": -10,
        "e": 10,
    }
    assert "Trung vị của Tỉnh không đổi so với kỳ 2025" in text_of(around)


def test_versions_that_nothing_connects_are_not_compared_and_the_page_says_so(tmp_path: Path) -> None:
    found = text_of(around_of(write(tmp_path, version="2")))
    assert "Chưa so với kỳ 2025, vì hai kỳ dùng hai phiên bản bộ câu hỏi khác nhau" in found
    assert "tăng điểm so với kỳ" not in found
    assert "câu hỏi 2 trong 1 bộ câu hỏi" in found  # the third figure then


def test_too_few_results_give_no_statistic_at_all(tmp_path: Path) -> None:
    found = home_page(around_of(write(tmp_path, least=9))).cards[0]
    shown = found.overview
    assert (shown.spread, shown.dimensions, shown.shift, shown.movers, found.leaders[0].heading) == (None,) * 4 + (
        "Kết quả: Tỉnh",
    )
    assert shown.notes == (
        "Chưa đủ 9 kết quả để tính trung vị và phân bố: Tỉnh (6); Xã (2).",
        "Chưa so với kỳ 2025, vì không có cơ quan nào được xếp hạng ở cả hai kỳ.",
    )


def test_the_figures_at_the_head_count_agencies_answers_and_rises(tmp_path: Path) -> None:
    found = home_page(around_of(write(tmp_path))).figures
    assert [each.value for each in found] == ["8", "30", "3"]  # 2 × (7 + 8) answers
    assert found[0].note == "trong 8 cơ quan thuộc diện đánh giá"


@pytest.mark.parametrize(("change", "way"), [("0.0004", 0), ("0.0005", 1), ("-0.0004", 0), ("-0.0005", -1)])
def test_a_change_too_small_to_be_shown_is_none(change: str, way: int) -> None:
    assert direction(Decimal(change), 1, Decimal(100)) == way


def test_the_bars_of_a_spread_are_cut_by_share() -> None:
    svg = stacks(prefix="p", title="T", description="D", labels=("A", "B"), steps=(1, 5), counts=[(1, 3), (2, 0)])
    assert re.findall(r'<rect class="s(\d)" x="([\d.]+)" y="\d+" width="([\d.]+)"', svg) == [
        ("1", "0.0", "85.0"),
        ("5", "85.0", "255.0"),
        ("1", "0.0", "340.0"),
    ]
    assert re.findall(r'<text class="on[^>]*>([^<]*)', svg) == ["1", "3", "2"]


def test_a_number_that_does_not_fit_its_piece_is_left_out() -> None:
    svg = stacks(prefix="p", title="T", description="D", labels=("A",), steps=(1, 5), counts=[(1, 99)])
    assert re.findall(r'<text class="on[^>]*>([^<]*)', svg) == ["99"]


def test_then_and_now_stand_where_their_values_are() -> None:
    svg = shifts(prefix="p", title="T", description="D", labels=("A",), rows=[ThenNow(0, 100, "+<")], ends=("0", "100"))
    assert re.findall(r'<circle class="(\w+)" cx="([\d.]+)"', svg) == [("then", "6.0"), ("dot", "264.0")]
    assert "+&lt;" in svg


def test_each_group_has_a_shape_and_too_many_have_no_chart() -> None:
    def drawn(groups: int) -> str:
        values = [[50.0] * groups]
        return dots(prefix="p", title="T", description="D", labels=("A",), values=values, texts=[["50"] * groups])

    assert len(set(re.findall(r'class="(k\d)"', drawn(len(SHAPES))))) == len(SHAPES)
    assert drawn(len(SHAPES) + 1) == ""
