"""Where an agency's page says that it stands: among its peers, over time, and on its way to a higher score."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest

from assess.charts import Band, dumbbell, interval, spread, trend
from assess.presentation.agency.peers import Quartiles, dimension_quartiles, quartiles, question_medians
from assess.publishing.collecting import Collected, collect
from assess.publishing.filling import Filling
from assess.publishing.surroundings import intervals_of
from tests.test_channels import cells
from tests.test_publishing import Element, tree
from tests.workspaces import BARE

SETTINGS: Final = """\
format: 1
title: Thử
publisher: {name: Sở Thử}
languages: [vi, en]
publish:
  - {questionnaire: way, period: "2026", version: "1"}
  - {questionnaire: way, period: "2025", version: "1"}
"""
REGISTER: Final = """\
format: 1
kinds: [{id: province, name: Tỉnh, names: {en: Province}}, {id: commune, name: Xã, names: {en: Commune}}]
agencies:
""" + "".join(f"  - {{id: tinh-{each}, name: Tỉnh {each.upper()}, kind: province}}\n" for each in "abcde")
QUESTIONNAIRE: Final = """\
format: 1
id: way
version: "1"
language: vi
title: Đường đi
applies_to: [province, commune]
sources: [{id: plan, title: Kế hoạch, year: 2025}]
commitments: {M1: {source: plan, text: Có kế hoạch và kinh phí.}}
levels: {bands: [{id: low, title: Thấp, from: 0}, {id: high, title: Cao, from: 60}]}
ranking: {within: kind, min_coverage: 0, min_group: 3}
dimensions:
  - id: one
    number: "1"
    title: Kế hoạch
    questions:
      - id: a
        number: "1.1"
        text: Kế hoạch đến đâu?
        type: choice
        commitments: [M1]
        options:
          - {id: none, text: Chưa có, points: 0, next: Soạn dự thảo.}
          - {id: draft, text: Dự thảo, points: 1, next: Trình duyệt.}
          - {id: issued, text: Đã duyệt, points: 2}
      - {id: b, number: "1.2", text: Bao nhiêu hồ sơ?, type: percent}
  - id: two
    number: "2"
    title: Phục vụ
    questions: [{id: c, number: "2.1", text: Có phục vụ?, type: yes_no}]
"""
ANSWERS: Final = {
    ("2026", "tinh-a"): "{a: issued, b: 100, c: true}",
    ("2026", "tinh-b"): "{a: draft, b: 50, c: true}",
    ("2026", "tinh-c"): "{a: none, b: 50, c: true}",
    ("2026", "tinh-d"): "{a: draft, b: 90, c: false}",
    ("2026", "tinh-e"): "{a: none, b: 10, c: false}",
    ("2026", "xa-x"): "{a: issued, b: 50, c: false}",
    ("2025", "tinh-a"): "{a: issued, b: 100, c: true}",
    ("2025", "tinh-b"): "{a: draft, b: 50, c: true}",
    ("2025", "tinh-d"): "{a: none, b: 90, c: false}",
}
TARGETS: Final = """\
format: 1
targets:
  - {id: files, of: {question: b, questionnaire: way}, owner: Phòng Mẫu, owners: {en: Sample Desk},
     by_period: [{period: "2027", target: 95}]}
"""


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collected]:
    root = tmp_path_factory.mktemp("way")
    files = {
        "assess.yaml": SETTINGS,
        "agencies.yaml": REGISTER + "  - {id: xa-x, name: Xã X, kind: commune}\n",
        "targets.yaml": TARGETS,
        "questionnaires/way/1/questionnaire.yaml": QUESTIONNAIRE,
    }
    for (period, agency), answers in ANSWERS.items():
        files[f"responses/{period}/way/{agency}.yaml"] = (
            f'format: 1\nagency: {agency}\nquestionnaire: way\nquestionnaire_version: "1"\n'
            f'period: "{period}"\nstatus: submitted\nanswers: {answers}\n'
        )
    _write(root, files)
    found = collect(root)
    assert [each for each in found.problems if each.refuses] == []
    yield found
    found.spool.close()


def _write(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def site(collected: Collected) -> Mapping[str, Element]:
    """Make the bodies of all agencies' pages."""
    made = Filling(collected, dict.fromkeys(("vi", "en"), BARE)).pages()
    return {address: tree(make()) for address, make in made if re.search(r"way/20\d\d/(tinh|xa)-", address)}


def text(page: Element, class_: str) -> str:
    return next(page.every(class_=class_)).text()


def test_quartiles_are_those_of_definition_7() -> None:
    values = [Decimal(each) for each in ("0.4", "0.1", "0.8", "0.2")]
    expected = [Decimal(each) for each in ("0.1", "0.175", "0.3", "0.5", "0.8")]
    assert list(quartiles(values)) == expected


def test_peers_are_those_with_a_rank_and_never_fewer_than_the_group_must_have(collected: Collected) -> None:
    this, before = collected.cohorts
    one, two = dimension_quartiles(this)["province"]
    assert one == Quartiles(*map(Decimal, ("0.05", "0.25", "0.5", "0.7", "1")))
    assert two == Quartiles(*map(Decimal, "00111"))
    assert question_medians(this)["province"] == {"a": Decimal("0.5"), "b": Decimal("0.5"), "c": 1}
    assert "commune" not in dimension_quartiles(this)
    assert "commune" not in question_medians(this)
    assert before.records.keys() == {"tinh-a", "tinh-b", "tinh-d"}


@pytest.mark.parametrize(
    ("prefix", "reached", "rest"),
    [
        (
            "",
            "Tỉnh D đạt 35,0 trên 100 điểm, mức Thấp; đứng thứ 4 trong 5 cơ quan cùng loại",
            "So với kỳ 2025, điểm tăng 12,5. Cao nhất là “Kế hoạch” (70,0 điểm), thấp nhất là “Phục vụ” (0,0 điểm).",
        ),
        (
            "en/",
            "Tỉnh D scores 35.0 out of 100, level Thấp, and ranks 4 of 5 agencies of this kind",
            "Since 2025 the score has risen by 12.5. Highest is “Kế hoạch” (70.0), lowest “Phục vụ” (0.0).",
        ),
    ],
    ids=["vi", "en"],
)
def test_the_summary_tells_level_rank_change_and_the_ends(
    site: Mapping[str, Element], collected: Collected, prefix: str, reached: str, rest: str
) -> None:
    found = intervals_of(collected.cohorts[0])["tinh-d"]
    said = "" if (found.low, found.high) == (4, 4) else f", khoảng hạng từ {found.low} đến {found.high}"
    if prefix and said:
        said = f", with a rank interval from {found.low} to {found.high}"
    assert text(site[f"{prefix}way/2026/tinh-d/"], "summary") == f"{reached}{said}. {rest}"


def test_the_summary_says_when_nothing_changed_and_nothing_of_what_is_not_known(site: Mapping[str, Element]) -> None:
    assert "So với kỳ 2025, điểm không đổi." in text(site["way/2026/tinh-a/"], "summary")
    assert "So với kỳ" not in text(site["way/2026/tinh-c/"], "summary")
    assert "So với kỳ" not in text(site["way/2025/tinh-d/"], "summary")


def _table(page: Element, caption: str) -> Sequence[Sequence[str]]:
    for table in page.every("table"):
        if next(table.every("caption")).text() == caption:
            return [[each.text() for each in row.parts if isinstance(each, Element)] for row in table.every("tr")]
    raise AssertionError(caption)


def test_the_spread_of_the_peers_stands_beside_the_chart(site: Mapping[str, Element]) -> None:
    page = site["way/2026/tinh-d/"]
    _, one, two = _table(page, "So với 5 cơ quan được xếp hạng cùng")
    assert one == ["Kế hoạch", "70,0", "5,0", "25,0", "50,0", "70,0", "100,0"]
    assert two == ["Phục vụ", "0,0", "0,0", "0,0", "100,0", "100,0", "100,0"]
    chart = next(page.every("svg", "spread"))
    assert next(chart.every("desc")).text() == (
        "Kế hoạch: 70,0, trung vị của nhóm 50,0; Phục vụ: 0,0, trung vị của nhóm 100,0"
    )


def test_a_group_that_is_too_small_shows_nothing_of_peers(site: Mapping[str, Element]) -> None:
    page = site["way/2026/xa-x/"]
    assert not list(page.every("svg", "spread"))
    assert not list(page.every("svg", "interval"))
    assert "Không có nhóm đủ lớn để so sánh" in page.text()
    strong, weak = page.every("ol", "outs")
    assert strong.text() == "1.1 Kế hoạch đến đâu? 2 / 2"
    assert weak.text() == "2.1 Có phục vụ? 0 / 1"


def test_the_trend_has_its_numbers_in_a_table(site: Mapping[str, Element]) -> None:
    rows = _table(site["way/2026/tinh-d/"], "Từ 22,5 (2025) đến 35,0 (2026)")
    assert rows == [["Kỳ", "Cơ quan này", "Trung vị cùng nhóm"], ["2025", "22,5", "75,0"], ["2026", "35,0", "62,5"]]
    assert not list(site["way/2026/tinh-c/"].every("svg", "trend"))


def test_strengths_and_gaps_are_furthest_from_the_median(site: Mapping[str, Element]) -> None:
    strong, weak = site["way/2026/tinh-d/"].every("ol", "outs")
    assert strong.text() == "1.2 Bao nhiêu hồ sơ? 0,9 / 1 trung vị 0,5"
    assert weak.text() == "2.1 Có phục vụ? 0 / 1 trung vị 1"
    assert [each.attributes["href"] for each in strong.every("a")] == ["#q-b"]
    assert "Không có câu nào tụt lại." in site["way/2026/tinh-a/"].text()
    assert "Không có câu nào nổi trội." in site["way/2026/tinh-e/"].text()


def test_the_roadmap_tells_steps_with_what_they_add_who_and_when(site: Mapping[str, Element]) -> None:
    """Yes is half of the whole; the choice lacks 1 of 2 points in a quarter of it; 90 to 95 is 5/100 of a quarter."""
    page = site["way/2026/tinh-d/"]
    assert cells(page, "road")[1:] == [
        ["1", "2.1 Có phục vụ? Có", "+50,00", "85,0 Cao", ""],
        ["2", "1.1 Kế hoạch đến đâu? Đã duyệt Trình duyệt.", "+12,50", "97,5", ""],
        ["3", "1.2 Bao nhiêu hồ sơ? Đạt mục tiêu 95%", "+1,25", "98,8", "Phòng Mẫu, đến kỳ 2027"],
    ]
    assert "Chỉ một bước đầu tiên là đủ để lên mức Cao: điểm chung khi đó là 85,0." in page.text()
    english = site["en/way/2026/tinh-d/"]
    assert cells(english, "road")[3][1:] == [
        "1.2 Bao nhiêu hồ sơ? Reach the target of 95%",
        "+1.25",
        "98.8",
        "Sample Desk, by period 2027",
    ]
    assert "The first step alone is enough to reach level Cao: the score is then 85.0." in english.text()


def test_the_roadmap_says_where_it_leads(site: Mapping[str, Element]) -> None:
    assert "Lộ trình" not in site["way/2026/tinh-a/"].text()
    assert "Kết quả đã ở mức cao nhất." in site["way/2026/tinh-b/"].text()
    assert "2 bước đầu là đủ để lên mức Cao: điểm chung khi đó là 73,8." in site["way/2026/tinh-e/"].text()


def test_each_question_says_how_it_is_scored_and_where_it_comes_from(site: Mapping[str, Element]) -> None:

    sources = [each.text() for each in site["way/2026/tinh-d/"].every("p", "s")]
    assert sources == [
        "Cam kết: Có kế hoạch và kinh phí.",
        "Cách chấm: Từ 0 điểm tại 0% đến 1 điểm tại 100%, tăng đều",
    ]
    link = next(next(site["way/2026/tinh-d/"].every("p", "s")).every("a"))
    assert link.attributes["href"] == "../../versions/1/#c-M1"


def test_the_jumps_lead_to_parts_that_are_there(site: Mapping[str, Element]) -> None:
    for page in site.values():
        ids = {each.attributes["id"] for each in page.every() if "id" in each.attributes}
        jumps = [each.attributes["href"] for each in next(page.every("nav", "jump")).every("a")]
        assert len(jumps) >= 4
        assert {each.removeprefix("#") for each in jumps} <= ids


# ------------------------------------------------------------------------------------------------------------ charts


def _drawn(svg: str) -> Element:
    return next(tree(svg.encode()).every("svg"))


def test_a_spread_draws_the_band_and_the_agency() -> None:
    svg = _drawn(
        spread(
            prefix="x",
            title="T",
            description="D",
            labels=("Một", "Hai"),
            values=[50.0, None],
            texts=["50", "–"],
            bands=(Band(0, 25, 50, 75, 100), None),
            ends=("0", "100"),
        )
    )
    assert [each.attributes["cx"] for each in svg.every("circle")] == ["173.0"]  # 8 + 330 / 2
    assert [(each.attributes["x"], each.attributes["width"]) for each in svg.every("rect")] == [
        ("8.0", "330.0"),
        ("90.5", "165.0"),
    ]


def test_a_trend_breaks_where_there_is_no_value() -> None:
    svg = _drawn(
        trend(
            prefix="x",
            title="T",
            description="D",
            periods=("1", "2", "3", "4"),
            values=[50.0, None, 60.0, 70.0],
            texts=["50", "", "60", "70"],
            peers=[None, None, 40.0, 40.0],
            peer_texts=["", "", "40", "40"],
        )
    )
    own = next(svg.every("path", "own")).attributes["d"]
    assert own.count("M") == 1
    assert len(list(svg.every("circle"))) == 3
    assert [each.text() for each in svg.every("text", "value")] == ["50", "60", "70"]


def test_a_dumbbell_draws_both_ends_where_there_are_two() -> None:
    svg = _drawn(
        dumbbell(
            prefix="x",
            title="T",
            description="D",
            labels=("Một", "Hai"),
            before=[100.0, None],
            after=[0.0, 50.0],
            texts=["0", "50"],
        )
    )
    assert next(svg.every("path", "way")).attributes["d"].startswith("M338.0")
    assert len(list(svg.every("circle", "before"))) == 1
    assert len(list(svg.every("circle", "dot"))) == 2


def test_an_interval_spans_its_ranks() -> None:
    svg = _drawn(interval(prefix="x", title="T", description="D", rank=1, low=1, high=3, of=5))
    band = next(svg.every("rect")).attributes
    assert (band["x"], band["width"]) == ("10.0", "94.0")  # from 14 - 4 to 14 + 2 * 43 + 4
