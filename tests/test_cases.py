"""Every file under cases/invalid and cases/valid is a test: cases/README.md says how such a file is written."""

import json
import os
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from assess.documents import read
from assess.problems import WARNINGS, Problem
from assess.problems.catalogue import RULES, message
from tests.workspaces import CASES, every_problem, sample_workspace

SECONDS: Final = 2.0
PLACES: Final = {
    "workspace": "assess.yaml",
    "register": "agencies.yaml",
    "questionnaire": "questionnaires/case/1/questionnaire.yaml",
    "dimension": "questionnaires/sample/1/dimensions/extra.yaml",
    "translation": "questionnaires/sample/1/locale/en.yaml",
    "mapping": "questionnaires/sample/2/mapping.yaml",
    "frozen": "questionnaires/sample/1/frozen.yaml",
    "response": "responses/2026/sample/so-mau-a.yaml",
    "review": "reviews/2026/sample/so-mau-a.yaml",
    "survey": "surveys/2026/sample/so-mau-a.yaml",
    "targets": "targets.yaml",
    "yaml": "any.yaml",
}
UNREACHED: Final = {"wrong-shape"}
"""Said only where a schema uses a keyword that we have no words for: see test_shape.py."""

Expected = tuple[str, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case file: its bytes, and what its first comment lines say."""

    content: bytes
    kind: str
    place: str
    make: str
    expected: tuple[Expected, ...]
    says: tuple[str, ...]
    reads: tuple[str, ...]


def case_in(path: Path) -> Case:
    """Read a case file."""
    content = path.read_bytes()
    said: dict[str, list[str]] = {}
    for line in re.split(r"\r\n|\r|\n", content.decode("utf-8-sig", errors="replace")):
        if not line.startswith("#"):
            break
        key, colon, value = line.lstrip("# ").partition(": ")
        if colon and key in ("kind", "at", "make", "expect", "says", "reads"):
            said.setdefault(key, []).append(value.strip())
    kind = said["kind"][0]
    expected = [each for each in said["expect"] if each != "nothing"]
    assert (not expected) == ("nothing" in said["expect"]), f"{path.name} expects nothing and something"
    return Case(
        content=content,
        kind=kind,
        place=said.get("at", [PLACES[kind]])[0],
        make=said.get("make", [""])[0],
        expected=tuple(_expected(each) for each in expected),
        says=tuple(said.get("says", ())),
        reads=tuple(said.get("reads", ())),
    )


def _expected(said: str) -> Expected:
    found = re.fullmatch(r"([a-z0-9-]+) ([0-9]+):([0-9]+)", said)
    assert found, f"“expect: {said}” is not “expect: <code> <line>:<column>”"
    return found[1], int(found[2]), int(found[3])


def _no_file(file: Path, content: bytes) -> None:
    file.unlink()


def _no_bytes(file: Path, content: bytes) -> None:
    file.write_bytes(b"")


def _link(file: Path, content: bytes) -> None:
    file.rename(file.with_suffix(".moved"))
    file.symlink_to(file.with_suffix(".moved"))


def _link_to_folder(file: Path, content: bytes) -> None:
    file.symlink_to("2026", target_is_directory=True)


def _folder(file: Path, content: bytes) -> None:
    file.unlink(missing_ok=True)
    file.mkdir()


def _pipe(file: Path, content: bytes) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    file.unlink()
    os.mkfifo(file)


def _utf_16(file: Path, content: bytes) -> None:
    file.write_bytes(content.decode().encode("utf-16"))


def _repeated(file: Path, content: bytes, times: int) -> None:
    """Write the last line `times` times, each time with its own number for {n}."""
    *first, last = content.decode().rstrip("\n").split("\n")
    repeated = [last.replace("{n}", str(n)) for n in range(times)]
    file.write_text("\n".join([*first, *repeated, ""]), encoding="utf-8")


MAKERS: Final[Mapping[str, Callable[[Path, bytes], None]]] = {
    "no file": _no_file,
    "no bytes": _no_bytes,
    "link": _link,
    "link to a folder": _link_to_folder,
    "folder": _folder,
    "pipe": _pipe,
    "utf-16": _utf_16,
}


def put(case: Case, root: Path) -> Path:
    """Put a case into its place in a workspace."""
    file = root / case.place
    file.parent.mkdir(parents=True, exist_ok=True)
    times = re.fullmatch(r"last line ([0-9,]+) times", case.make)
    if times:
        _repeated(file, case.content, int(times[1].replace(",", "")))
    elif case.make:
        MAKERS[case.make](file, case.content)
    else:
        file.write_bytes(case.content)
    return file


def problems_of(case: Case, root: Path) -> list[Problem]:
    """Return the problems of the case's file, in the order in which they are told."""
    found = read(root / case.place, case.place).problems if case.kind == "yaml" else every_problem(root)
    return [each for each in found if each.path == case.place]


def told(problems: list[Problem]) -> str:
    return "\n".join(f"{each.code} {each.line}:{each.column}  {message(each, 'en')}" for each in problems)


INVALID: Final = {path.stem: path for path in sorted((CASES / "invalid").iterdir())}
VALID: Final = {path.stem: path for path in sorted((CASES / "valid").iterdir())}


def check(path: Path, root: Path) -> Case:
    """Put a case into its place, and hold its problems against what it expects."""
    case = case_in(path)
    put(case, root)
    begun = time.process_time()
    found = problems_of(case, root)
    seconds = time.process_time() - begun
    assert [(each.code, each.line, each.column) for each in found] == list(case.expected), told(found)
    messages = "\n".join(message(each, language) for each in found for language in ("vi", "en"))
    for words in case.says:
        assert words in messages
    assert seconds < SECONDS
    return case


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    workspace = sample_workspace(tmp_path)
    monkeypatch.chdir(workspace)
    return workspace


@pytest.mark.parametrize("name", INVALID)
def test_an_invalid_file_is_refused_with_every_mistake_at_its_place(name: str, root: Path) -> None:
    assert check(INVALID[name], root).expected


@pytest.mark.parametrize("name", VALID)
def test_a_valid_file_is_read_as_it_was_meant(name: str, root: Path) -> None:
    case = check(VALID[name], root)
    assert {code for code, _, _ in case.expected} <= WARNINGS
    document = read(root / case.place, case.place)
    for words in case.reads:
        way, _, value = words.partition(" = ")
        wanted = json.loads(value, parse_float=Decimal)
        assert repr(_at(document.data, way.split("/"))) == repr(wanted)


def _at(data: Any, way: list[str]) -> Any:
    for key in way:
        data = data[int(key)] if isinstance(data, list) else data[key]
    return data


def test_the_files_of_a_run_come_one_after_the_other(root: Path) -> None:
    for name in ("shape-unknown-key-far", "sense-circular-when", "sense-unknown-id-translation", "syntax-tab"):
        put(case_in(INVALID[name]), root)
    paths = [each.path for each in every_problem(root)]
    assert len(set(paths)) > 1
    assert paths == sorted(paths, key=paths.index), "each file is gone through once"


def test_one_bad_file_does_not_hide_another(root: Path) -> None:
    put(case_in(INVALID["syntax-tab"]), root)
    other = root / "responses/2026/sample/xa-mau.yaml"
    other.write_text(other.read_text(encoding="utf-8").replace("plan: none", "plan: nought"), encoding="utf-8")
    assert [(Path(each.path).stem, each.code) for each in every_problem(root)] == [
        ("so-mau-a", "yaml-syntax"),
        ("xa-mau", "unknown-option"),
    ]


def test_a_long_way_up_the_register_that_ends_in_a_circle_is_walked_once(root: Path) -> None:
    lines = [f"  - {{id: a{n}, name: A, kind: department, parent: a{min(n + 1, 1999)}}}" for n in range(2000)]
    head = "format: 1\nkinds: [{id: department, name: Sở}]\nagencies:\n"
    (root / "agencies.yaml").write_text(head + "\n".join(lines), encoding="utf-8")
    begun = time.process_time()
    found = [(each.code, each.facts["id"]) for each in every_problem(root) if each.code == "parent-circle"]
    assert time.process_time() - begun < SECONDS
    assert found == [("parent-circle", "a1999")]


def test_the_sample_workspace_itself_has_no_problems(root: Path) -> None:
    assert told(list(every_problem(root))) == ""


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    shown = {code for path in (*INVALID.values(), *VALID.values()) for code, _, _ in case_in(path).expected}
    assert shown == RULES.keys() - UNREACHED


def test_every_kind_of_file_has_invalid_and_valid_cases() -> None:
    for cases in (INVALID, VALID):
        assert {case_in(path).kind for path in cases.values()} >= PLACES.keys() - {"yaml"}
