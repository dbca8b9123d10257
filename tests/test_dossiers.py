"""Dossiers: what stands beside a response is loaded with it, never without it, and never for other answers."""

import json
import shutil
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from assess.loading import (
    ResponseFile,
    Workspace,
    load_dossier,
    load_versions,
    open_workspace,
    response_files,
)
from assess.loading.checking import check_workspace
from assess.loading.dossiers import lone_files, side_files
from assess.model import Answer, Dossier
from assess.model.digest import answers_sha256
from assess.problems import Problem
from assess.publishing.spool import Spool
from tests.workspaces import CASES, every_problem, sample_workspace

RESPONSE: Final = "responses/2026/sample/so-mau-a.yaml"
REVIEW: Final = "reviews/2026/sample/so-mau-a.yaml"
SURVEY: Final = "surveys/2026/sample/so-mau-a.yaml"
VALID: Final[Mapping[str, str]] = {REVIEW: "review-complete.yaml", SURVEY: "survey-complete.yaml"}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    workspace = sample_workspace(tmp_path)
    monkeypatch.chdir(workspace)
    return workspace


@pytest.fixture
def full(root: Path) -> Path:
    """Return a workspace with a review and a survey."""
    for place, case in VALID.items():
        (root / place).parent.mkdir(parents=True)
        shutil.copy(CASES / "valid" / case, root / place)
    return root


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def loaded(root: Path, agency: str = "so-mau-a") -> tuple[Dossier | None, Mapping[str, Any], tuple[Problem, ...]]:
    workspace, versions = _opened(root)
    path = root / "responses/2026/sample" / f"{agency}.yaml"
    return load_dossier(workspace, versions, ResponseFile(path, "2026", "sample", agency))


def _opened(root: Path) -> tuple[Workspace, Any]:
    workspace, _ = open_workspace(root)
    assert workspace is not None
    return workspace, load_versions(root, workspace.register)[0]


def test_a_response_alone_is_a_dossier(root: Path) -> None:
    dossier, data, problems = loaded(root)
    assert dossier is not None
    assert (dossier.agency.id, dossier.review, dossier.survey, problems) == ("so-mau-a", None, None, ())
    assert data.keys() == {"response"}
    assert dossier.answers("verified") == dossier.answers("survey") == {}


def test_a_review_and_a_survey_come_with_their_response(full: Path) -> None:
    dossier, data, problems = loaded(full)
    assert dossier is not None
    assert dossier.review is not None
    assert dossier.survey is not None
    assert problems == ()
    assert data.keys() == {"response", "review", "survey"}
    assert dossier.review.reasons["plan"] == "Minh chứng chưa nêu phạm vi áp dụng."
    assert dossier.answers("declared")["plan"].value == "issued"
    verified = dossier.answers("verified")
    assert (verified["plan"].value, verified["share-online"].value) == ("draft", Decimal("61.25"))
    assert verified["open-data"].evidence[0].title == "Biên bản"
    assert verified["on-time"] == Answer("not_applicable", None, "Sở không nhận hồ sơ.", None, ())
    assert verified["remark"].value == "Không có gì thêm."  # not reviewed: as declared
    assert dossier.answers("survey").keys() == {"channels", "open-data", "on-time", "share-online", "staff"}
    assert (dossier.survey.respondents, dossier.survey.method) == (412, "Phiếu hỏi phát tại bộ phận một cửa.")


@pytest.mark.parametrize(
    ("policy", "plan", "open_sets", "staff"),
    [
        ("declared", "answered", "answered", "unknown"),
        ("missing", "answered", None, None),
        ("zero", "answered", "unreviewed", "unknown"),
    ],
)
def test_what_was_not_reviewed_stands_as_the_review_says(
    policy: str, plan: str, open_sets: str | None, staff: str | None, full: Path
) -> None:
    edit(full / REVIEW, "unreviewed: declared", f"unreviewed: {policy}")
    edit(full / REVIEW, "  staff: {unknown: Chưa có danh sách lớp.}\n", "")
    dossier, _, problems = loaded(full)
    assert dossier is not None
    assert problems == ()
    states = {key: each.state for key, each in dossier.answers("verified").items()}
    assert [states.get(key) for key in ("plan", "open-sets", "staff")] == [plan, open_sets, staff]


def test_a_dossier_is_the_same_from_its_data_and_from_the_spool(full: Path) -> None:
    dossier, data, _ = loaded(full)
    assert dossier is not None
    json.dumps(data, default=str)
    spool = Spool()
    spool.put("key", dossier)
    for again in (Dossier.from_data(dossier.agency, data), spool.get("key", dossier.agency)):
        assert repr(_without_ratios(again)) == repr(_without_ratios(dossier))
    spool.close()


def _without_ratios(dossier: Dossier) -> Dossier:
    """Return a dossier whose ratios, which know no equality, are written as text."""
    parts: dict[str, Any] = {}
    for name in ("response", "review", "survey"):
        part = getattr(dossier, name)
        answers = {key: _plain(answer) for key, answer in part.answers.items()}
        parts[name] = part._replace(answers=answers)
    return dossier._replace(**parts)


def _plain(answer: Answer) -> Answer:
    value: Any = answer.value
    return answer._replace(value=f"{value.part}/{value.of}") if hasattr(value, "part") else answer


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("open-sets: 12", "open-sets: 13"),
        ("number: 12/QĐ-SMA", "number: 13/QĐ-SMA"),
        ("comment: Ban hành tháng 3.", "comment: Ban hành tháng 4."),
        ("staff: {unknown: Chưa có số liệu thống kê.}", "staff: 30"),
        ("  remark: Không có gì thêm.\n", ""),
    ],
)
def test_a_changed_answer_makes_the_review_stale_and_unused(old: str, new: str, full: Path) -> None:
    before, _, _ = loaded(full)
    edit(full / RESPONSE, old, new)
    dossier, data, problems = loaded(full)
    assert before is not None
    assert dossier is not None
    assert before.review is not None
    assert dossier.review is None
    assert dossier.survey is not None
    assert "review" not in data
    assert dossier.answers("verified") == {}
    assert [(each.code, each.path, each.line, each.column) for each in problems] == [("stale-review", REVIEW, 10, 17)]
    assert problems[0].facts["present"] == answers_sha256(data["response"]["answers"])[:12]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("internal_note: Chờ bản ký số.", "internal_note: Đã có bản ký số."),
        ("  open-sets: 12\n  share-online: 62.5\n", "  share-online: 62.50   # làm tròn\n  open-sets: {value: 12.0}\n"),
        ("signed_by: Giám đốc", "signed_by: Phó Giám đốc"),
        (", expires: null", ""),
        ("\n", "\r\n"),
    ],
)
def test_a_file_that_was_only_tidied_keeps_its_review(old: str, new: str, full: Path) -> None:
    edit(full / RESPONSE, old, new)
    dossier, _, problems = loaded(full)
    assert dossier is not None
    assert (dossier.review is None, problems) == (False, ())


@pytest.mark.parametrize("place", [REVIEW, SURVEY])
def test_a_refused_side_leaves_the_rest_of_the_dossier(place: str, full: Path) -> None:
    edit(full / place, "answers:", "answers: {nobody: 1}\nsomething:")
    dossier, data, problems = loaded(full)
    assert dossier is not None
    assert {each.path for each in problems} == {place}
    assert (dossier.review is None, dossier.survey is None) == (place == REVIEW, place == SURVEY)
    assert len(data) == 2


def test_a_refused_response_takes_its_review_along_but_hides_no_problem_of_it(full: Path) -> None:
    edit(full / RESPONSE, "open-sets: 12", "open-sets: many")
    edit(full / REVIEW, "plan: {verified: draft,", "plan: {verified: drafted,")
    dossier, _, problems = loaded(full)
    assert dossier is None
    assert [(each.code, each.path) for each in problems] == [("wrong-answer", RESPONSE), ("unknown-option", REVIEW)]


def test_a_review_of_a_refused_questionnaire_has_no_problem_of_its_own(full: Path) -> None:
    edit(
        full / "questionnaires/sample/1/questionnaire.yaml", "scale: {from: 0, to: 100", "scale: {from: 0, to: hundred"
    )
    dossier, _, problems = loaded(full)
    assert (dossier, problems) == (None, ())


def test_what_stands_alone_is_told_once_and_counts_as_no_response(full: Path) -> None:
    (full / RESPONSE).unlink()
    [file] = lone_files(full)
    assert file == (full / RESPONSE, "2026", "sample", "so-mau-a")
    found = [(each.code, each.path) for each in every_problem(full)]
    assert found == [("no-response", REVIEW), ("no-response", SURVEY)]


def test_links_are_not_followed(full: Path, tmp_path: Path) -> None:
    workspace, _ = _opened(full)
    [file] = [each for each in response_files(full) if each.agency == "so-mau-a"]
    assert side_files(workspace.root, file).keys() == {"review", "survey"}
    elsewhere = tmp_path / "elsewhere"
    (full / "reviews/2026").rename(elsewhere)
    (full / "reviews/2026").symlink_to(elsewhere, target_is_directory=True)
    dossier, _, _ = loaded(full)
    assert dossier is not None
    assert (dossier.review, dossier.survey is None) == (None, False)
    assert [(each.code, each.path) for each in every_problem(full)] == [("not-a-regular-file", "reviews/2026")]


def test_the_check_counts_and_tells_what_it_is_asked_for(full: Path) -> None:
    usable, problems, every = check_workspace(full)
    assert (usable, problems) == (True, ())
    (full / REVIEW).unlink()
    assert check_workspace(full)[2] == every - 1
    edit(full / RESPONSE, "open-sets: 12", "open-sets: many")
    edit(full / SURVEY, "share-online: 87.5", "share-online: 870.5")
    codes = {RESPONSE: "wrong-answer", SURVEY: "out-of-range"}
    for place, code in codes.items():
        usable, problems, files = check_workspace(full, [full / place])
        assert (usable, [each.code for each in problems], files) == (True, [code], 1)
    assert [each.code for each in check_workspace(full, [full / "surveys"])[1]] == ["out-of-range"]
    assert [each.path for each in check_workspace(full)[1]] == [RESPONSE, SURVEY]
