"""The example workspace has no problems, and its rows come out as they were published."""

import re
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from assess.cli import main
from assess.loading import load_dossier, load_versions, open_workspace, response_files
from assess.model import Register
from assess.model.arithmetic import rounded
from assess.ranking import rank, record_of
from assess.scoring import Assessment, assess, on_scale
from tests.workspaces import every_problem

ROOT: Final = Path(__file__).parents[1] / "examples"
OFF_BY_ROUNDING: Final = {("dti", "ho-chi-minh"): "0.7164"}
"""Worked out from main indicators with four decimals; 0.7163 was published."""


class Row(NamedTuple):
    """A typed row: what was published stands in the second line of its file."""

    assessment: Assessment
    published: str
    place: int


class Rows(NamedTuple):
    """Every row by questionnaire and agency, and the register that they are in."""

    register: Register
    every: dict[tuple[str, str], Row]


@pytest.fixture(scope="module")
def rows() -> Rows:
    workspace, problems = open_workspace(ROOT)
    assert workspace is not None
    assert not problems
    versions, _ = load_versions(ROOT, workspace.register)
    found = {}
    for file in response_files(ROOT):
        dossier = load_dossier(workspace, versions, file)[0]
        questionnaire = versions[file.questionnaire, "2022"]
        assert dossier is not None
        assert questionnaire is not None
        told = re.search(r"Published: \w+ ([0-9.]+), .* rank ([0-9]+)/", file.path.read_text(encoding="utf-8"))
        assert told, file.path
        found[file.questionnaire, file.agency] = Row(assess(questionnaire, dossier), told[1], int(told[2]))
    return Rows(workspace.register, found)


def test_the_examples_have_no_problems() -> None:
    assert not every_problem(ROOT)


def test_every_row_comes_out_as_published(rows: Rows) -> None:
    shown = {}
    for key, row in rows.every.items():
        value, scale = row.assessment.score.value, row.assessment.questionnaire.scale
        shown[key] = None if value is None else str(rounded(on_scale(scale, value), scale.decimals))
    assert shown == {key: row.published for key, row in rows.every.items()} | OFF_BY_ROUNDING
    assert len(shown) == 15


@pytest.mark.parametrize("name", ["egdi", "hdi", "dti"])
def test_the_order_is_that_of_the_published_ranks(name: str, rows: Rows) -> None:
    chosen = {agency: row for (questionnaire, agency), row in rows.every.items() if questionnaire == name}
    records = [record_of(row.assessment, row.assessment.dossier.agency.kind) for row in chosen.values()]
    ranks = rank(records, next(iter(chosen.values())).assessment.questionnaire, rows.register)
    places = sorted(row.place for row in chosen.values())
    assert {key: each.rank for key, each in ranks.items()} == {
        key: places.index(row.place) + 1 for key, row in chosen.items()
    }


def test_the_examples_make_a_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--workspace", str(ROOT), "--output", str(tmp_path / "site"), "--strict"]) == 0
    assert "0,726" in (tmp_path / "site/hdi/2022/viet-nam/index.html").read_text(encoding="utf-8")
    assert "0.726" in (tmp_path / "site/en/hdi/2022/viet-nam/index.html").read_text(encoding="utf-8")
