"""`assess new --review` and `--survey`: what they write is right as it is, and right when it is uncommented."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest

from assess.documents import read
from assess.loading import ResponseFile, load_dossier, load_versions, open_workspace
from assess.model import Dossier
from tests.workspaces import CASES, every_problem, outcome, sample_workspace

ROOT: Final = Path(__file__).parents[1]
ASKED: Final = ["so-mau-a", "--questionnaire", "sample", "--period", "2026"]
RESPONSE: Final = "responses/2026/sample/so-mau-a.yaml"
REVIEW: Final = "reviews/2026/sample/so-mau-a.yaml"
SURVEY: Final = "surveys/2026/sample/so-mau-a.yaml"
LANGUAGES: Final = ("vi", "en")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    workspace = sample_workspace(tmp_path)
    monkeypatch.chdir(workspace)
    monkeypatch.delenv("ASSESS_LANG", raising=False)
    return workspace


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str) -> tuple[int, str, str]:
        return outcome(capsys, *arguments)

    return command


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def uncomment(path: Path, values: Mapping[str, str]) -> None:
    """Take the # from the line of every answer, as a verifier would who confirms it; `values` fills empty ones in."""
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        found = re.fullmatch(r"  # ([a-z-]+): (.*)", line)
        lines.append(f"  {found[1]}: {values.get(found[1], found[2])}" if found else line)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def dossier_of(root: Path) -> Dossier:
    workspace, _ = open_workspace(root)
    assert workspace is not None
    versions, _ = load_versions(root, workspace.register)
    dossier, _, problems = load_dossier(
        workspace, versions, ResponseFile(root / RESPONSE, "2026", "sample", "so-mau-a")
    )
    assert dossier is not None
    assert problems == ()
    return dossier


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_review_that_confirms_everything_says_what_the_agency_said(language: str, root: Path, run: Run) -> None:
    code, out, err = run("new", *ASKED, "--review", "--lang", language)
    assert (code, err) == (0, "")
    assert REVIEW in out
    assert every_problem(root) == ()
    dossier = dossier_of(root)
    assert dossier.review is not None
    assert dict(dossier.review.answers) == {}
    assert dossier.answers("verified") == dossier.answers("declared")

    uncomment(root / REVIEW, {"budget": "{unknown: Không rõ.}", "anything": "{verified: false}"})
    review = dossier_of(root).review
    assert review is not None
    assert set(review.answers) == {*dossier.response.answers, "budget", "anything"}
    for key, declared in dossier.response.answers.items():
        verified = review.answers[key]
        assert (verified.state, verified.reason) == (declared.state, declared.reason)
        if key != "on-time":
            assert verified.value == declared.value
    on_time: Any = review.answers["on-time"].value
    assert (on_time.part, on_time.of) == (9, 12)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_survey_can_be_filled_in(language: str, root: Path, run: Run) -> None:
    code, out, err = run("new", *ASKED, "--survey", "--lang", language)
    assert (code, err) == (0, "")
    assert SURVEY in out
    assert every_problem(root) == ()
    edit(root / SURVEY, "# respondents: 400", "respondents: 400")
    edit(root / SURVEY, '# from: "2026-04-01"', 'from: "2026-04-01"')
    edit(root / SURVEY, "  # open-data:", "  open-data: true")
    edit(root / SURVEY, "  # channels: []", "  channels: [web]")
    survey = dossier_of(root).survey
    assert survey is not None
    assert survey.respondents == 400
    assert {key: each.value for key, each in survey.answers.items()} == {"open-data": True, "channels": ("web",)}
    assert "issued" in (root / SURVEY).read_text(encoding="utf-8")
    assert "12/QĐ-SMA" not in (root / SURVEY).read_text(encoding="utf-8")  # a survey does not look at evidence


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_survey_alone_is_asked_stands_in_a_survey_only(language: str, root: Path, run: Run) -> None:
    asked = ["so-mau-a", "--questionnaire", "measured", "--period", "2026", "--lang", language]
    texts = []
    for kind in ((), ("--review",), ("--survey",)):
        assert run("new", *asked, *kind)[0] == 0
        folder = {"--review": "reviews", "--survey": "surveys"}.get("".join(kind), "responses")
        texts.append((root / folder / "2026/measured/so-mau-a.yaml").read_text(encoding="utf-8"))
    assert [re.findall(r"^  # (content|asked-too|checked|opens|opened):", text, re.MULTILINE) for text in texts] == [
        ["asked-too", "checked", "opens"],
        ["asked-too", "checked", "opens"],
        ["content", "asked-too", "checked", "opens", "opened"],
    ]
    assert [text.count(": content, opened") for text in texts] == [1, 1, 0]


def test_a_review_shows_the_evidence_and_the_comment_but_no_internal_note(root: Path, run: Run) -> None:
    assert run("new", *ASKED, "--review")[0] == 0
    text = (root / REVIEW).read_text(encoding="utf-8")
    assert "# Minh chứng của cơ quan: Quyết định, 12/QĐ-SMA, 2026-03-02, https://example.gov.vn/12.pdf" in text
    assert "# Ghi chú của cơ quan: Ban hành tháng 3." in text
    assert "Chờ bản ký số" not in text
    assert text.count("Cơ quan chưa trả lời.") == 2


def test_hostile_answers_stay_comments_and_mean_the_same_uncommented(root: Path, run: Run) -> None:
    hostile = 'remark: "x\\nunreviewed: zero\\n  plan: {verified: none} # \\\\ \\" \\t{}[]"'
    edit(root / RESPONSE, "remark: Không có gì thêm.", hostile)
    edit(root / RESPONSE, "comment: Ban hành tháng 3.", 'comment: "A\\nanswers: {plan: none}"')
    edit(root / RESPONSE, "staff: {unknown: Chưa có số liệu thống kê.}", 'staff: {unknown: "no"}')
    assert run("new", *ASKED, "--review")[0] == 0
    data = read(root / REVIEW, "x").data
    assert (data["unreviewed"], data["answers"]) == ("declared", None)
    uncomment(root / REVIEW, {"budget": "{unknown: Không rõ.}", "anything": "{verified: false}"})
    dossier = dossier_of(root)
    assert dossier.review is not None
    assert dossier.review.answers["remark"].value == dossier.response.answers["remark"].value
    assert dossier.review.answers["staff"].reason == "no"


@pytest.mark.parametrize("kind", ["review", "survey"])
def test_nothing_is_overwritten(kind: str, root: Path, run: Run) -> None:
    assert run("new", *ASKED, f"--{kind}")[0] == 0
    path = root / {"review": REVIEW, "survey": SURVEY}[kind]
    path.write_text("mine", encoding="utf-8")
    code, out, err = run("new", *ASKED, f"--{kind}")
    assert (code, out) == (2, "")
    assert path.name in err
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["review", "survey"])
def test_without_a_sound_response_there_is_nothing_to_begin(kind: str, language: str, root: Path, run: Run) -> None:
    arguments = ["new", *ASKED, f"--{kind}", "--lang", language]
    code, out, err = run(*arguments, "--version", "2")
    assert (code, out) == (2, "")
    assert "“1”" in err
    edit(root / RESPONSE, "open-sets: 12", "open-sets: many")
    code, out, err = run(*arguments)
    assert (code, out) == (1, "")
    assert "wrong-answer" in err
    (root / RESPONSE).unlink()
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert RESPONSE in err
    assert not (root / REVIEW).exists()
    assert not (root / SURVEY).exists()


def test_a_file_is_of_one_kind(root: Path, run: Run) -> None:
    for language, words in (("vi", "không dùng cùng với"), ("en", "cannot be used together with")):
        code, out, err = run("new", *ASKED, "--review", "--survey", "--lang", language)
        assert (code, out) == (2, "")
        assert words in err


@pytest.mark.parametrize(("kind", "folder"), [("review", "reviews"), ("survey", "surveys")])
def test_an_editor_checks_what_is_written(kind: str, folder: str, root: Path, run: Run) -> None:
    assert run("schema", "--output", "schemas")[0] == 0
    assert run("new", *ASKED, f"--{kind}")[0] == 0
    path = root / folder / "2026/sample/so-mau-a.yaml"
    named = re.match(r"# yaml-language-server: \$schema=(.+)\n", path.read_text(encoding="utf-8"))
    assert named is not None
    assert (path.parent / named[1]).resolve() == (root / "schemas" / folder / "sample-1.schema.json").resolve()
    own = json.loads((path.parent / named[1]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(own)
    assert all(each.startswith("#/") for each in re.findall(r'"\$ref": "(.+?)"', json.dumps(own)))
    validator = jsonschema.Draft202012Validator(own)
    for each in (CASES / "valid" / f"{kind}-complete.yaml", path):
        data = json.loads(json.dumps(read(each, each.name).data, default=float))
        validator.validate(data)
        others: list[Any] = [{"nobody": {}}, {"plan": "nought"}, {"plan": {"verified": "nought", "value": "nought"}}]
        for wrong in others:
            assert not validator.is_valid(data | {"answers": wrong})
        assert not validator.is_valid(data | {"questionnaire": "other"})


def test_an_editor_accepts_the_reviews_of_this_repository(run: Run, root: Path) -> None:
    assert run("schema", "--output", str(root / "schemas"), "--workspace", str(ROOT))[0] == 0
    reviews = sorted((ROOT / "reviews").glob("*/*/bo-*.yaml"))
    assert len(reviews) > 10
    for path in reviews:
        data = json.loads(json.dumps(read(path, path.name).data, default=float))
        name = f"{path.parent.name}-{data['questionnaire_version']}.schema.json"
        own = (root / "schemas/reviews" / name).read_text(encoding="utf-8")
        jsonschema.Draft202012Validator(json.loads(own)).validate(data)


def test_a_stale_review_is_mended_as_its_problem_says(root: Path, run: Run) -> None:
    assert run("new", *ASKED, "--review")[0] == 0
    edit(root / RESPONSE, "open-sets: 12", "open-sets: 13")
    code, out, _ = run("check", REVIEW, "--lang", "en")
    assert code == 1
    found = re.search(r'stale-review .* write (answers_sha256: "[0-9a-f]{64}")', out)
    assert found is not None
    path = root / REVIEW
    text = re.sub(r"answers_sha256: .*", found[1], path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    assert run("check")[0] == 0
