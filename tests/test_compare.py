"""`assess compare`: two agencies or two periods, on what ground, and what stands apart."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assess.cli import main
from tests.history import MAP, workspace_with_history

Compare = Callable[..., str]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(workspace_with_history(tmp_path))
    return Path.cwd()


@pytest.fixture
def compare(root: Path, capsys: pytest.CaptureFixture[str]) -> Compare:
    """Return what a comparison writes, in English; with its messages where these are wanted."""

    def run(*arguments: str, code: int = 0, messages: bool = False) -> str:
        assert main(["compare", *arguments, "--lang", "en"]) == code
        out, err = capsys.readouterr()
        return out + err if messages else out

    return run


def found_in(compare: Compare, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(compare(*arguments, "--format", "json"))
    return found


def test_two_agencies_are_compared_in_the_latest_period_that_both_have(compare: Compare) -> None:
    found = found_in(compare, "so-a", "so-moi")
    assert [(each["agency"], each["period"], each["score"]) for each in found["sides"]] == [
        ("so-a", "2026", "37.5"),
        ("so-moi", "2026", "70"),
    ]
    assert found["compared"] == "same-version"
    assert [(each["id"], each["scores"], each["difference"]) for each in found["rows"]] == [
        ("short", ["37.5", "70"], "32.5"),
        ("d", ["37.5", "70"], "32.5"),
    ]


def test_two_agencies_are_compared_in_the_period_asked_for(compare: Compare) -> None:
    found = found_in(compare, "so-a", "so-c", "--period", "2024", "--questionnaire", "short")
    assert [each["period"] for each in found["sides"]] == ["2024", "2024"]


@pytest.mark.parametrize(
    "arguments",
    [["so-a", "--periods", "2025", "2026"], ["so-a", "2025", "2026"], ["2025", "2026", "so-a"]],
    ids=" ".join,
)
def test_one_agency_is_compared_in_two_periods_however_they_are_named(arguments: list[str], compare: Compare) -> None:
    found = found_in(compare, *arguments)
    assert [(each["agency"], each["period"]) for each in found["sides"]] == [("so-a", "2025"), ("so-a", "2026")]
    assert found["rows"][0]["difference"] == "2.5"


def test_the_latest_two_periods_are_compared_where_none_is_named(compare: Compare) -> None:
    assert [each["period"] for each in found_in(compare, "so-a")["sides"]] == ["2026", "2027"]


def test_mapped_versions_are_compared_over_what_they_have_in_common_and_it_says_so(compare: Compare) -> None:
    found = found_in(compare, "so-a", "2024", "2026")
    assert found["compared"] == "common-questions"
    assert found["common"] == {"by_version": "2", "questions": 2, "left_out": {"1": 1, "2": 0}}
    assert [each["score"][:5] for each in found["sides"]] == ["53.33", "37.5"], "as each was published"
    assert found["rows"][0] == {"id": "short", "scores": ["25", "37.5"], "difference": "12.5"}
    text = compare("so-a", "2024", "2026")
    assert "scores both again by version 2" in text
    assert "left out of version 1: 1, of version 2: 0" in text
    assert "(version 1, as declared): score 53.3" in text


@pytest.mark.parametrize("form", ["table", "csv", "markdown"])
def test_versions_without_a_mapping_are_not_compared_and_it_says_why(form: str, compare: Compare) -> None:
    text = compare("so-a", "2026", "2027", "--format", form, messages=True)
    assert "no usable mapping.yaml leads from one to the other" in text.replace("\\", "")
    assert "22.5" not in text, "60 less 37.5"
    assert "Difference" not in text


def test_versions_without_a_mapping_have_no_rows(compare: Compare) -> None:
    found = found_in(compare, "so-a", "2026", "2027")
    assert (found["compared"], found["common"], found["rows"]) == ("not-comparable", None, [])


def test_a_mapping_with_mistakes_compares_nothing(root: Path, compare: Compare) -> None:
    mapping = root / "questionnaires/short/2/mapping.yaml"
    mapping.write_text(MAP.replace("was: old", "was: older"), encoding="utf-8")
    text = compare("so-a", "2024", "2026", code=1, messages=True)
    assert "unknown-id" in text
    assert "they are not compared" in text


def test_results_from_before_a_merger_stand_apart(compare: Compare) -> None:
    found = found_in(compare, "so-moi", "2025", "2026")
    assert found["compared"] == "one-missing"
    first, second = found["sides"]
    assert [first["score"], first["channel"], second["channel"]] == [None, None, "declared"]
    assert list(first) == list(second) == list(found["before_merger"][0])
    assert found["rows"][0] == {"id": "short", "scores": [None, "70"], "difference": None}
    assert [(each["agency"], each["period"], each["score"]) for each in found["before_merger"]] == [
        ("so-b", "2025", "20")
    ]
    text = compare("so-moi", "2024", "2026")
    assert "New Department, period 2024: nothing received" in text
    assert "Before the merger into New Department – each apart, neither added up nor averaged:" in text
    assert "  Sở C, period 2024 (version 1, as declared): score 10.0" in text


def test_a_table_keeps_its_columns_and_csv_its_numbers(compare: Compare) -> None:
    rows = list(csv.reader(compare("so-a", "2024", "2026", "--format", "csv").splitlines()))
    assert rows[:2] == [["node", "so-a 2024", "so-a 2026", "difference"], ["short", "25", "37.5", "12.5"]]
    lines = compare("so-a", "2024", "2026").splitlines()[2:5]
    assert len({len(each) for each in lines}) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["so-a", "so-b", "so-c"], "two agencies are needed"),
        (["so-a", "--period", "2026"], "two agencies are needed"),
        (["so-a", "so-b", "--periods", "2025", "2026"], "two agencies are needed"),
        (["2025", "2026"], "two agencies are needed"),
        (["so-a", "so-x"], "there is no agency “so-x”"),
        (["so-a", "so-b", "--period", "2030"], "there is no period “2030”"),
        (["so-a", "so-b", "--period", "2026"], "There are: short 2024"),
        (["so-a", "so-b", "--questionnaire", "shorter"], "no two responses like that"),
        (["so-c"], "There are: short 2024"),
        (["so-moi", "2024", "2025"], "There are: short 2026"),
    ],
    ids=str,
)
def test_what_cannot_be_compared_is_told(arguments: list[str], said: str, compare: Compare) -> None:
    assert said in compare(*arguments, code=2, messages=True)


def test_a_response_with_problems_is_not_compared(root: Path, compare: Compare) -> None:
    path = root / "responses/2026/short/so-a.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("a: 60", "a: 600"), encoding="utf-8")
    text = compare("so-a", "so-moi", code=1, messages=True)
    assert "out-of-range" in text
    assert "nothing is compared" in text


def test_drafts_are_compared_and_called_so(root: Path, compare: Compare) -> None:
    path = root / "responses/2026/short/so-a.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("submitted", "draft"), encoding="utf-8")
    assert "(version 2, draft): score 37.5" in compare("so-a", "so-moi")


def test_agencies_of_different_kinds_are_compared_within_one_version_alone(root: Path, compare: Compare) -> None:
    register = root / "agencies.yaml"
    text = register.read_text(encoding="utf-8").replace("name: Sở}]", "name: Sở}, {id: commune, name: Xã}]")
    register.write_text(text.replace("New Department}, kind: department", "New Department}, kind: commune"), "utf-8")
    for version in ("1", "2", "3"):
        head = root / f"questionnaires/short/{version}/questionnaire.yaml"
        head.write_text(head.read_text(encoding="utf-8").replace("[department]", "[department, commune]"), "utf-8")
    said = "they were not asked the same questions"
    assert said in compare("so-a", "so-moi")
    assert said not in compare("so-a", "so-c", "--period", "2024")
    response = root / "responses/2026/short/so-a.yaml"
    before = (root / "responses/2024/short/so-a.yaml").read_text(encoding="utf-8")
    response.write_text(before.replace('"2024"', '"2026"'), encoding="utf-8")
    assert found_in(compare, "so-a", "so-moi")["compared"] == "not-comparable"
