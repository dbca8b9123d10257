"""What an agency's page says of other periods, of other versions, and of agencies that were merged into this one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from assess.cli import main
from assess.presentation.elsewhere import other_periods
from assess.presentation.surroundings import Surroundings
from assess.publishing.collecting import Collected, collect
from assess.publishing.filling import Filling
from assess.publishing.surroundings import surroundings_of
from assess.ranking import Cohort
from tests.history import MAP, workspace_with_history
from tests.workspaces import BARE


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace_with_history(tmp_path)


def texts(root: Path, language: str = "en") -> Mapping[str, str]:
    """Return the text of every generated page in a language, by address; tags leave a space."""
    collected = collect(root)
    assert [each for each in collected.problems if each.refuses] == []
    filling = Filling(collected, dict.fromkeys(("vi", "en"), BARE))
    prefix = "" if language == "vi" else f"{language}/"
    made = {address: make().decode() for address, make in filling.pages() if address.startswith(f"{prefix}short/20")}
    collected.spool.close()
    return {address.removeprefix(prefix): _text(body) for address, body in made.items()}


def _text(body: str) -> str:
    return " ".join(unescape(re.sub("<[^>]*>", " ", body)).split())


def after(text: str, heading: str, length: int = 400) -> str:
    assert heading in text
    return text.partition(heading)[2][:length]


def test_within_one_version_the_page_says_the_difference(root: Path) -> None:
    found = after(texts(root)["short/2026/so-a/"], "Other periods")
    assert "2025 35.0 this period +2.5 against 2025" in found


def test_across_versions_the_difference_is_over_what_is_comparable_and_the_page_says_so(root: Path) -> None:
    """2024 comes to (40 + 3·20) / 4 = 25 by the later weights, not to the 53.3 that it was published with."""
    found = texts(root)
    said = "worked out again over 2 comparable questions (1 left out), this period is"
    assert f"2024 53.3 version 1; {said} +10.0 against 2024" in found["short/2025/so-a/"]
    assert f"2025 35.0 version 2; {said} −10.0 against 2025" in found["short/2024/so-a/"]
    assert f"2026 37.5 version 2; {said} −12.5 against 2026" in found["short/2024/so-a/"]


def test_across_versions_without_a_mapping_the_page_says_that_they_are_not_comparable(root: Path) -> None:
    found = texts(root)
    assert "2027 60.0 version 3, not comparable with this period" in found["short/2026/so-a/"]
    assert "2026 37.5 version 2, not comparable with this period" in found["short/2027/so-a/"]


def test_a_mapping_with_mistakes_compares_nothing(root: Path) -> None:
    mapping = root / "questionnaires/short/2/mapping.yaml"
    mapping.write_text(MAP.replace("was: old", "was: older"), encoding="utf-8")
    collected = collect(root)
    assert [each.code for each in collected.problems if each.refuses] == ["unknown-id"]
    assert collected.recounts.common("short", "1", "2", "department") is None
    collected.spool.close()


def test_results_from_another_channel_are_not_compared(root: Path) -> None:
    collected = collect(root)
    this, that = (each for each in collected.cohorts if each.publication.period in ("2025", "2026"))
    other = replace(that, publication=that.publication._replace(channel="verified"))
    around = _around(collected, [this, other])
    agency = around.register.agencies["so-a"]
    found = list(other_periods(around, this, agency, "", this.records["so-a"].value))
    assert [(each.score, each.change) for each in found] == [
        ("35.0", "another source of data, not compared with this period")
    ]
    collected.spool.close()


def test_the_page_of_a_successor_shows_each_earlier_result_apart(root: Path) -> None:
    found = after(texts(root)["short/2026/so-moi/"], "Before the merger")
    assert "Sở B Period 2025 20.0" in found
    assert "Sở C Period 2024 10.0" in found
    assert found.index("Sở B") < found.index("Sở C")
    assert "Rank =" not in found
    assert "15" not in found.partition("Answers")[0], "results of agencies are never averaged"


def test_the_page_of_a_merged_agency_leads_to_its_successor(root: Path) -> None:
    found = texts(root)
    assert "Merged into New Department" in found["short/2025/so-b/"]
    assert "Merged into Sở B" in found["short/2024/so-c/"]
    assert "Merged into" not in found["short/2026/so-moi/"]
    assert "Before the merger" not in found["short/2026/so-a/"]


def test_the_same_is_said_in_vietnamese(root: Path) -> None:
    found = texts(root, "vi")
    said = "tính lại trên 2 câu hỏi so sánh được (bỏ ra 1 câu), kỳ này +10,0 so với kỳ 2024"
    assert f"2024 53,3 phiên bản 1; {said}" in found["short/2025/so-a/"]
    assert "Đã hợp nhất vào Sở Mới" in found["short/2025/so-b/"]
    assert "Trước khi hợp nhất" in found["short/2026/so-moi/"]


def _around(collected: Collected, cohorts: Sequence[Cohort]) -> Surroundings:
    return replace(surroundings_of(collected, "en", lambda template, record: ""), cohorts=cohorts)


GROUPS = """\
groups:
  - {id: north, name: Miền Bắc, names: {en: The North}, of: region}
  - {id: south, name: Miền Nam, names: {en: The South}, of: region}
agencies:
"""


def test_a_ranking_goes_by_the_groups_that_the_questionnaire_names(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register, head = root / "agencies.yaml", root / "questionnaires/short/2/questionnaire.yaml"
    text = register.read_text(encoding="utf-8").replace("agencies:\n", GROUPS)
    register.write_text(text.replace("{id: so-a,", "{id: so-a, groups: [south],"), encoding="utf-8")
    rule = "ranking: {within: region, ties: fractional}\ndimensions:"
    head.write_text(head.read_text(encoding="utf-8").replace("dimensions:", rule), encoding="utf-8")
    found = texts(root)
    assert "The North" not in found["short/2026/"]
    assert "The South" in found["short/2026/"]
    assert "Agencies in no group" in found["short/2026/"]
    assert "Not ranked: in no group to be ranked in" in found["short/2026/"]
    assert "take the mean of the ranks that they occupy" in found["short/2026/"]
    assert "Rank 1 of 1 agency in the group The South" in found["short/2026/so-a/"]
    assert "ranks 1 of 1 agency in the group The South" in found["short/2026/so-a/"]
    assert main(["rank", "--workspace", str(root), "--period", "2026", "--format", "csv"]) == 0
    rows = [line.split(",")[:5] for line in capsys.readouterr().out.splitlines()]
    assert rows[1:] == [["so-a", "department", "south", "1", "false"], ["so-moi", "department", "", "", "false"]]
