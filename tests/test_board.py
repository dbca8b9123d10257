"""The board of targets: each at a glance, and the way to it over the periods.

By hand, of question x (see `test_overview`): in 2026 24, 30, 42, 40, 70, 90, 10 and 30, median (30 + 40) / 2 = 35; in
2025 20, 30, 40, 50, 60, 10 and 20, median 30. Of a target of 40, four have all (green), 24, 30 and 30 at least half
(yellow), 10 less (red). Since 2025 a, c, e and l rose, d fell, b and k stayed, and f had no figure.
"""

import re
from pathlib import Path
from typing import Final

import pytest

from assess.charts import Mark, trajectory
from assess.presentation import pages
from assess.presentation.targets import sections, targets_page
from assess.publishing.templates import render
from tests.test_overview import around_of, write

TARGETS: Final = """\
format: 1
targets:
  - {id: rank, title: Thứ hạng, of: nation, direction: lower, unit: hạng, from_baseline: true,
     baseline: {period: "2020", value: 86}, by_period: [{period: "2030", target: 70}],
     actuals: [{period: "2022", value: 86}, {period: "2024", value: 71}]}
  - {id: unmeasured, title: Chưa đo, of: nation, standing: draft, actuals: [],
     by_period: [{period: "2025", target: 20}]}
  - {id: online, title: Trực tuyến, of: {question: x, questionnaire: short}, owner: Văn phòng,
     by_period: [{period: "2025", target: 30}, {period: "2026", target: 40}]}
"""


@pytest.fixture
def page(tmp_path: Path) -> pages.TargetsPage:
    (tmp_path / "targets.yaml").write_text(TARGETS, encoding="utf-8")
    return targets_page(around_of(write(tmp_path)))


def counts(lights: tuple[pages.LightCount, ...]) -> dict[str, str]:
    return {each.light.colour: each.count for each in lights}


def test_the_nation_and_agencies_have_boards_of_their_own(page: pages.TargetsPage) -> None:
    nation, agencies = page.boards
    assert [each.title for each in nation.rows] == ["Thứ hạng", "Chưa đo"]
    assert [each.title for each in agencies.rows] == ["Trực tuyến"]
    assert counts(nation.lights) == {"green": "0", "yellow": "1", "red": "0", "": "1"}


def test_a_target_of_the_nation_shows_its_last_figure(page: pages.TargetsPage) -> None:
    """(71 − 86) / (70 − 86) = 93.75 %, shown as 94 %, which is yellow."""
    row = page.boards[0].rows[0]
    assert (row.actual, row.when, row.goal, row.due, row.achieved) == ("71", "2024", "70", "2030", "94%")
    assert row.light is not None
    assert (row.light.text, row.trend) == ("Vàng", "−15 so với 2022: tốt hơn")


def test_a_target_without_a_figure_says_so(page: pages.TargetsPage) -> None:
    row = page.boards[0].rows[1]
    assert (row.actual, row.standing, row.achieved) == ("–", "dự thảo", "")
    assert row.reason == "Chưa có số liệu thực hiện."
    assert page.sections[1].course is None


def test_a_target_of_agencies_counts_their_lights(page: pages.TargetsPage) -> None:
    row = page.boards[1].rows[0]
    assert counts(row.lights) == {"green": "4", "yellow": "3", "red": "1"}
    assert (row.actual, row.when, row.goal, row.due, row.owner) == ("35%", "2026", "40%", "2026", "Văn phòng")
    assert row.achieved == "50% (4/8 cơ quan)"
    assert row.trend == "Tốt hơn kỳ trước: 4; kém hơn: 1; không đổi: 2; không so được: 1"


def test_of_too_many_agencies_those_furthest_are_shown_and_all_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Furthest from 40 are k with 10 and a with 24; by name a stands first."""
    monkeypatch.setattr(sections, "MOST_ROWS", 2)
    (tmp_path / "targets.yaml").write_text(TARGETS, encoding="utf-8")
    section = targets_page(around_of(write(tmp_path))).sections[2]
    assert [each.title for each in section.rows] == ["Cơ quan A", "Cơ quan K"]
    assert section.more == "Bảng chỉ nêu 2 cơ quan còn xa mục tiêu nhất; đèn ở trên tính đủ 8 cơ quan."
    assert counts(section.lights) == {"green": "4", "yellow": "3", "red": "1"}


def test_the_way_to_a_target_is_that_of_the_median(page: pages.TargetsPage) -> None:
    course = page.sections[2].course
    assert course is not None
    assert course.heading == "Trung vị 35% ở kỳ 2026; phải đạt 40% vào kỳ 2026"
    assert [(row.name, row.cells) for row in course.rows] == [("2025", ("30%", "30%")), ("2026", ("35%", "40%"))]


def test_the_way_of_the_nation_begins_at_the_baseline(page: pages.TargetsPage) -> None:
    course = page.sections[0].course
    assert course is not None
    assert course.heading == "71 ở kỳ 2024; phải đạt 70 vào kỳ 2030"
    assert [(row.name, *row.cells) for row in course.rows] == [
        ("2020", "86 (Số gốc)", "–"),
        ("2022", "86", "–"),
        ("2024", "71", "–"),
        ("2030", "–", "70"),
    ]


def test_the_median_of_too_few_is_not_told(tmp_path: Path) -> None:
    (tmp_path / "targets.yaml").write_text(TARGETS, encoding="utf-8")
    found = targets_page(around_of(write(tmp_path, least=9)))
    assert found.boards[1].rows[0].actual == "–"
    assert found.sections[2].course is None


def test_the_figures_of_agencies_are_not_joined_across_channels(tmp_path: Path) -> None:
    def lines(channel: str, folder: Path) -> list[str]:
        root = write(folder, channel=channel)
        (root / "targets.yaml").write_text(TARGETS, encoding="utf-8")
        for path in root.glob("responses/2026/short/*.yaml") if channel == "survey" else ():
            survey = root / "surveys/2026/short" / path.name
            survey.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text(encoding="utf-8").replace("status: submitted\n", "")
            survey.write_text(text, encoding="utf-8")
        course = targets_page(around_of(root)).sections[2].course
        assert course is not None
        return re.findall(r'<path class="line" d="([^"]*)"', course.chart)

    assert "L" in lines("declared", tmp_path / "one")[0]
    assert "L" not in lines("survey", tmp_path / "other")[0]


def test_lights_on_the_board_are_said_in_words(page: pages.TargetsPage, tmp_path: Path) -> None:
    around = around_of(tmp_path, "en")
    text = render("targets.html", targets_page(around), around.words)
    assert 'class="light yellow">Yellow<' in text
    assert "Targets of the nation" in text
    assert "Better than the period before: 4; worse: 1; unchanged: 2; not comparable: 1" in text


def _drawn(**told: list[Mark | None]) -> str:
    return trajectory(
        prefix="p",
        title="T",
        description="D",
        periods=["2024", "2025", "2026"],
        places=[0.0, 0.5, 1.0],
        reached=told["reached"],
        goals=told["goals"],
    )


def test_marks_stand_between_the_least_and_the_most() -> None:
    svg = _drawn(reached=[Mark(0, "0"), None, Mark(50, "50")], goals=[None, None, Mark(100, "<100")])
    assert re.findall(r'<circle class="dot" cx="([\d.]+)" cy="([\d.]+)"', svg) == [("26.0", "150.0"), ("314.0", "88.0")]
    assert '<path class="goal" d="M308.0 26.0l6 -6' in svg
    assert "&lt;100" in svg


@pytest.mark.parametrize(("values", "shown"), [([0, 1, 2], [2, 1, 0]), ([1, 1, 1], [2, 0])])
def test_a_text_that_would_stand_over_another_is_left_out(values: list[float], shown: list[int]) -> None:
    marks: list[Mark | None] = [Mark(value, f"một số rất dài {n}") for n, value in enumerate(values)]
    svg = _drawn(reached=marks, goals=[None, None, None])
    texts = re.findall(r'<text class="value"[^>]*>([^<]*)', svg)
    assert texts == [f"một số rất dài {n}" for n in shown]
