"""What the page that compares is given: the same numbers as on all other pages, ready to be shown."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from assess.presentation.comparing import TEXTS, compare_page
from assess.publishing.collecting import Collected
from tests.history import workspace_with_history
from tests.test_channels import cells, written
from tests.test_channels import files as files_of_channels
from tests.test_finding import around_of, filling_of, gathered, handed_over
from tests.test_pages import files as files_of_indices
from tests.test_publishing import tree

CELLS = ("id", "score", "level", "rank", "group", "coverage", "change")


class Site:
    """The pages and files of a workspace, made when they are asked for."""

    def __init__(self, collected: Collected) -> None:
        self.collected = collected
        filling = filling_of(collected)
        self.pages, self.files = dict(filling.pages()), dict(filling.files())

    def data(self, path: str) -> Any:
        return handed_over(self.files[path]())[1]

    def row(self, path: str, agency: str) -> tuple[Mapping[str, str], list[str]]:
        row = next(each for each in self.data(path)["rows"] if each.startswith(f"{agency}|")).split("|")
        return dict(zip(CELLS, row, strict=False)), row[len(CELLS) :]


@pytest.fixture(scope="module")
def indices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with gathered(written(tmp_path_factory.mktemp("comparing"), files_of_indices())) as collected:
        yield Site(collected)


@pytest.fixture
def history(tmp_path: Path) -> Iterator[Site]:
    with gathered(workspace_with_history(tmp_path)) as collected:
        yield Site(collected)


@pytest.fixture
def channels(tmp_path: Path) -> Iterator[Site]:
    with gathered(written(tmp_path, files_of_channels())) as collected:
        yield Site(collected)


def test_points_are_those_of_the_agency_page(indices: Site) -> None:
    page = tree(indices.pages["points/2026/tinh-a/"]())
    shown = [row[1].split(" / ")[0] for row in cells(page, "dims")[1:]]
    own, values = indices.row("compare/points/2026.js", "tinh-a")
    assert values == shown
    assert own == {
        "id": "tinh-a",
        "score": "552,22",
        "level": "1",
        "rank": "1",
        "group": "0",
        "coverage": own["coverage"],
        "change": "",
    }
    assert own["coverage"] in page.text()
    data = indices.data("en/compare/points/2026.js")
    assert data["dimensions"][0] == ["base", "A", "Nền tảng", 0, "200", 1]
    assert data["dimensions"][-1][3:] == [0, "47.5", 0]
    assert data["groups"] == [["Tỉnh", "5"]]


def test_scores_are_those_of_the_agency_page(indices: Site) -> None:
    for agency in ("tinh-a", "tinh-b"):
        page = tree(indices.pages[f"parts/2026/{agency}/"]())
        own, values = indices.row("compare/parts/2026.js", agency)
        assert next(page.every("p", "big")).text().startswith(own["score"])
        assert [each or "–" for each in values] == [row[1] for row in cells(page, "dims")[1:]]
    assert indices.row("compare/parts/2026.js", "tinh-b")[0]["rank"] == "=1,5"
    assert indices.data("compare/parts/2026.js")["scale"] == ["1", "5"]


def test_what_mixes_channels_has_no_single_value_below_it(channels: Site) -> None:
    whole = channels.data("compare/whole/2025.js")
    assert whole["rows"]
    assert all(not any(row.split("|")[len(CELLS) :]) for row in whole["rows"])
    assert whole["origin"]
    mixed = channels.data("compare/q/2025.js")
    assert any(any(row.split("|")[len(CELLS) :]) for row in mixed["rows"])


def test_a_change_is_that_of_the_agency_page_and_says_over_what(history: Site) -> None:
    site = history
    data = site.data("compare/short/2026.js")
    assert (data["before"], data["common"]) == ("2025", False)
    assert site.row("compare/short/2026.js", "so-a")[0]["change"] == "+2,5"
    assert "+2,5" in tree(site.pages["short/2026/so-a/"]()).text()
    assert site.data("compare/short/2025.js")["common"] is True
    assert site.data("compare/short/2024.js")["before"] == ""
    assert site.row("compare/short/2027.js", "so-a")[0]["change"] == "", "no mapping leads there"


def test_the_page_offers_what_is_published_with_its_words(indices: Site) -> None:
    for language in ("vi", "en"):
        page = compare_page(around_of(indices.collected, language))
        assert [each.id for each in page.choices] == ["points/2026", "parts/2026", "staged/2026"]
        assert page.choices[0].data == "../compare/points/2026.js"
        assert json.loads(page.texts).keys() == set(TEXTS)
        assert page.example.startswith("assess compare tinh-")
