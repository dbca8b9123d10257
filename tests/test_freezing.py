"""Freezing: what counts as the content of a version, and what becomes of one that was changed."""

import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from assess.cli import main
from assess.model.digest import content_sha256
from tests.workspaces import every_problem, sample_workspace

ROOT: Final = Path(__file__).parents[1]
VERSION: Final = "questionnaires/sample/1"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(sample_workspace(tmp_path))
    return Path.cwd()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def codes(root: Path) -> list[tuple[str, str]]:
    return [(each.path, each.code) for each in every_problem(root)]


def test_the_digest_is_that_of_canonical_json() -> None:
    """Worked out by hand: printf '%s' '{"a":[1,"ă",null,true],"dimensions":[{"b":{"decimal":"2.5"}}]}' | sha256sum."""
    found = content_sha256({"dimensions": ["x"], "a": [Decimal("1.0"), "ă", None, True]}, [{"b": Decimal("2.50")}])
    assert found == "2b6292556d27fdc99605fccbfc8cfcbdd4fad2c8b10fd3b9208693198a1b1586"


@pytest.mark.parametrize(
    "other",
    [{"a": 2}, {"a": None}, {"a": "1"}, {"a": True}, {"a": [1]}, {"b": 1}, {"a": 1, "b": None}],
    ids=str,
)
def test_everything_that_says_something_else_has_another_digest(other: dict[str, Any]) -> None:
    assert content_sha256(other, []) != content_sha256({"a": 1}, [])


def test_numbers_that_differ_in_their_last_digit_have_different_digests() -> None:
    """A file may hold forty digits: more than numbers keep unless told."""
    one, other = (Decimal(f"0.{'1' * 37}{last}") for last in "12")

    assert content_sha256({"a": one}, []) != content_sha256({"a": other}, [])


def test_the_order_of_dimensions_counts_and_that_of_keys_does_not() -> None:
    one, two = {"id": "one", "title": "A"}, {"id": "two"}
    assert content_sha256({}, [one, two]) != content_sha256({}, [two, one])
    assert content_sha256({}, [{"title": "A", "id": "one"}]) == content_sha256({}, [one])


def _comment(root: Path) -> None:
    edit(root / VERSION / "questionnaire.yaml", "format: 1", "format: 1   # một chú thích")


def _line_ends(root: Path) -> None:
    path = root / VERSION / "dimensions/plans.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def _translation(root: Path) -> None:
    edit(root / VERSION / "locale/en.yaml", "{title: Plans}", "{title: Planning}")


def _into_the_head(root: Path) -> None:
    path = root / VERSION / "dimensions/extra.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    inline = "\n".join([f"  - {lines[0]}", *(f"    {line}" for line in lines[1:])])
    edit(root / VERSION / "questionnaire.yaml", "  - extra", inline)
    path.unlink()


def _what_is_tried(root: Path) -> None:
    edit(root / VERSION / "questionnaire.yaml", "dimensions:", "robustness: {spread: 0.1}\ndimensions:")


@pytest.mark.parametrize("change", [_comment, _line_ends, _translation, _into_the_head, _what_is_tried])
def test_what_says_the_same_may_change(change: Callable[[Path], None], root: Path) -> None:
    change(root)
    assert codes(root) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("questionnaire.yaml", "missing: zero", "missing: skip"),
        ("questionnaire.yaml", "title: Khởi đầu", "title: Bắt đầu"),
        ("questionnaire.yaml", "  - plans\n  - services", "  - services\n  - plans"),
        ("dimensions/plans.yaml", "weight: 2", "weight: 2.5"),
        ("dimensions/services.yaml", "Ghi thêm điều gì?", "Ghi thêm điều gì nữa?"),
    ],
)
def test_a_change_of_a_frozen_version_is_a_problem_and_nothing_is_scored_by_it(
    file: str, old: str, new: str, root: Path
) -> None:
    edit(root / VERSION / file, old, new)
    assert codes(root) == [(f"{VERSION}/questionnaire.yaml", "frozen-changed")]
    assert main(["score", "responses/2026/sample/so-mau-a.yaml"]) == 1


def test_freezing_writes_a_record_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = root / VERSION / "frozen.yaml"
    before = record.read_bytes()
    assert main(["freeze", "sample", "1", "--lang", "en"]) == 0
    assert "was frozen before" in capsys.readouterr().out
    assert record.read_bytes() == before
    record.unlink()
    assert [code for _, code in codes(root)] == ["not-frozen"]
    assert main(["freeze", "sample", "1", "--lang", "en"]) == 0
    assert "Froze sample 1" in capsys.readouterr().out
    assert record.read_bytes() == before
    assert codes(root) == []


def test_freezing_never_overwrites_a_record_that_differs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = root / VERSION / "frozen.yaml"
    before = record.read_bytes()
    edit(root / VERSION / "dimensions/plans.yaml", "weight: 2", "weight: 3")
    assert main(["freeze", "sample", "1", "--lang", "en"]) == 1
    assert "frozen-changed" in capsys.readouterr().err
    assert record.read_bytes() == before


def test_a_version_with_problems_is_not_frozen(root: Path) -> None:
    edit(root / "questionnaires/sample/2/questionnaire.yaml", "type: percent", "type: percents")
    assert main(["freeze", "sample", "2"]) == 1
    assert not (root / "questionnaires/sample/2/frozen.yaml").exists()


@pytest.mark.parametrize(("name", "version"), [("sampel", "1"), ("sample", "3")])
def test_freezing_what_is_not_there_is_wrong_use(name: str, version: str, root: Path) -> None:
    assert main(["freeze", name, version]) == 2


def test_a_copy_for_the_next_version_says_what_to_do(root: Path) -> None:
    after = root / "questionnaires/sample/3"
    shutil.copytree(root / VERSION, after)
    edit(after / "questionnaire.yaml", 'version: "1"', 'version: "3"')
    edit(after / "locale/en.yaml", 'version: "1"', 'version: "3"')
    assert codes(root) == [("questionnaires/sample/3/questionnaire.yaml", "frozen-changed")]
    (after / "frozen.yaml").unlink()
    assert codes(root) == []


@pytest.mark.parametrize("folder", sorted((ROOT / "questionnaires").glob("*/*")), ids=lambda path: path.parent.name)
def test_what_is_shipped_is_frozen_and_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where this fails, a published questionnaire was changed: make a new version of it instead."""
    monkeypatch.chdir(ROOT)
    assert (folder / "frozen.yaml").is_file()
    assert main(["freeze", folder.parent.name, folder.name]) == 0


def test_a_new_workspace_begins_with_frozen_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["init", str(tmp_path / "new")]) == 0
    monkeypatch.chdir(tmp_path / "new")
    assert every_problem(Path()) == ()
