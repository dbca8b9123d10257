"""A small valid workspace to put a case into, the check of a whole workspace, and documents without a file."""

import shutil
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from assess.cli import main
from assess.documents import Document
from assess.loading.checking import check_workspace
from assess.model import Register
from assess.problems import Problem
from assess.publishing.filling import DEPTHS
from assess.publishing.stubs import Stub

FEW = (
    *("bo-mau-den-long", "tinh-mau-song-trang", "tinh-mau-cua-gio", "tinh-mau-hung-dong", "tinh-mau-rung-suong"),
    *("tinh-mau-sao-hom", "xa-mau-bai-cat", "xa-mau-ben-cau", "xa-mau-doi-thong", "xa-mau-hang-oc-bien"),
)
"""Agencies of the repository that show every case: leading, lagging, merged, awaited, withdrawn, not ranked."""
BARE: Final = dict.fromkeys(DEPTHS, Stub(constants=(b"", b""), slots=("body",)))
"""Stubs of a frame that is not there: a page filled into them is its body alone."""
CASES = Path(__file__).parent / "cases"
SHIPPED = Path(__file__).parents[1] / "questionnaires"


def sample_workspace(folder: Path) -> Path:
    """Copy the sample workspace below `folder` and return its root."""
    return Path(shutil.copytree(CASES / "workspace", folder / "workspace"))


def outcome(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[Any, str, str]:
    """Run a command in this process; return its exit code, and what it wrote to standard output and error."""
    try:
        code: Any = main(list(arguments))
    except SystemExit as stop:
        code = stop.code
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return code, out, err


def every_problem(root: Path) -> tuple[Problem, ...]:
    """Return the problems of all files of a workspace, as far as it can be opened."""
    _, problems, _ = check_workspace(root)
    return problems


def is_of_few(address: str) -> bool:
    """Return whether a page is of no agency of the repository, or of one of the few."""
    return "-mau-" not in address or any(f"/{each}/" in address for each in FEW)


def register_of(*kinds: str) -> Register:
    """Return a register of these kinds, without agencies: for a questionnaire that names nothing else of it."""
    return Register.from_data({"kinds": [{"id": kind, "name": kind} for kind in kinds], "agencies": []})


class _Mark(NamedTuple):
    line: int
    column: int


def document_of(data: Any, path: str = "case.yaml") -> Document:
    """Return data as if read from a file; every place in it is its first line and column."""
    return Document(path, data, (), [_Mark(0, 0)] * (2 * _size(data)))


def _size(data: Any) -> int:
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return 1 + sum(map(_size, parts))
