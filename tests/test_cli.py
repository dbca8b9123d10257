"""The commands as a person or a script meets them: exit codes, where output goes, both languages, every format."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import unquote

import jsonschema
import pytest
from referencing import Registry, Resource

from assess import __version__
from assess.cli import main
from assess.cli.parser import COMMANDS
from assess.cli.words import SAID
from assess.documents import read
from assess.loading import load_questionnaire, open_workspace
from assess.model import Question, Questionnaire
from assess.model.response import Answer
from assess.model.standings import standings
from assess.presentation.explaining.words import WORDS as EXPLAINED
from assess.publishing.resources import words
from assess.scoring import REASONS
from tests.workspaces import outcome, register_of, sample_workspace

ROOT: Final = Path(__file__).parents[1]
LANGUAGES: Final = ("vi", "en")
SAMPLE: Final = "responses/2026/sample/so-mau-a.yaml"
VIETNAMESE: Final = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a command did."""

    code: int
    out: str
    err: str


class Assess(Protocol):
    """Runs a command in a folder."""

    def __call__(self, *arguments: str, cwd: Path | None = None) -> Run: ...


@pytest.fixture
def assess(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Assess:
    """Run commands in this process: quicker, and their faults can be made."""
    monkeypatch.delenv("ASSESS_LANG", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)

    def run(*arguments: str, cwd: Path | None = None) -> Run:
        if cwd is not None:
            monkeypatch.chdir(cwd)
        capsys.readouterr()
        code, out, err = outcome(capsys, *arguments)
        return Run(code=code, out=out, err=err)

    return run


def process(*arguments: str, cwd: Path, **environment: str) -> Run:
    """Run a command as a process of its own."""
    kept = {key: value for key, value in os.environ.items() if key not in ("ASSESS_LANG", "NO_COLOR")}
    done = subprocess.run(
        [sys.executable, "-m", "assess", *arguments],
        cwd=cwd,
        env=kept | environment,
        capture_output=True,
        timeout=60,
        check=False,
    )
    found = Run(code=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())
    assert "Traceback" not in found.out + found.err
    return found


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample workspace, to be changed at will."""
    return sample_workspace(tmp_path)


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace as `assess init` makes it; to be copied, not changed."""
    folder = tmp_path_factory.mktemp("fresh") / "demo"
    assert main(["init", str(folder)]) == 0
    return folder


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


# ------------------------------------------------------------------------------------------------ help and use


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_help_in_both_languages(command: str, assess: Assess) -> None:
    said = {}
    for language in LANGUAGES:
        run = assess(*([command] if command else []), f"--lang={language}", "--help")
        assert (run.code, run.err) == (0, "")
        said[language] = run.out
    assert VIETNAMESE.search(said["vi"])
    assert not VIETNAMESE.search(said["en"])
    assert not re.search(r"\b(usage|options|positional arguments|show this help)\b", said["vi"])
    options = [re.findall(r"--[a-z]+", text) for text in said.values()]
    assert options[0] == options[1]
    assert all(len(line) <= 105 for text in said.values() for line in text.splitlines())
    if not command:
        assert all(re.search(rf"^\s+{name}\s", text, re.MULTILINE) for name in COMMANDS for text in said.values())


def test_both_languages_say_the_same_things() -> None:
    for said in (SAID, EXPLAINED):
        assert said["vi"].keys() == said["en"].keys()
        for key, text in said["vi"].items():
            fields = [sorted(re.findall(r"(?<!{){(\w+)", each)) for each in (text, said["en"][key])]
            assert fields[0] == fields[1], key
            assert not VIETNAMESE.search(re.sub('"[^"]*"', "", said["en"][key])), key  # numbers of documents may be


def test_every_reason_for_having_no_score_is_said_in_words_everywhere() -> None:
    described = (ROOT / "assess/schemas/scores.schema.json").read_text(encoding="utf-8")
    for language in ("vi", "en"):
        pages = words(language)
        for reason in REASONS:
            assert SAID[language][f"reasons_{reason}"]
            assert EXPLAINED[language][reason]
            assert pages[f"no_score_{reason.replace('-', '_')}"]
            assert reason in described


def test_the_language_comes_from_the_option_then_the_environment(
    assess: Assess, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert VIETNAMESE.search(assess("--help").out)
    monkeypatch.setenv("ASSESS_LANG", "en")
    assert not VIETNAMESE.search(assess("--help").out)
    assert VIETNAMESE.search(assess("check", "--lang", "vi", "--help").out)
    monkeypatch.setenv("ASSESS_LANG", "fr")
    assert VIETNAMESE.search(assess("--help").out)


WRONG: Final[Mapping[str, Sequence[str]]] = {
    "nothing": [],
    "unknown command": ["publish"],
    "unknown option": ["check", "--colour"],
    "unknown option before": ["--colour", "check"],
    "shortened option": ["check", "--form", "json"],
    "too many": ["init", "a", "b"],
    "missing argument": ["score"],
    "missing options": ["new", "so-mau-a"],
    "missing value": ["score", SAMPLE, "--explain"],
    "value for a flag": ["build", "--strict=1"],
    "bad choice": ["check", "--format", "xml"],
    "bad choice of another": ["score", SAMPLE, "--format", "sarif"],
    "bad language": ["check", "--lang", "fr"],
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG)
def test_wrong_use_is_told_in_two_lines_of_the_users_language(
    arguments: Sequence[str], language: str, sample: Path, monkeypatch: pytest.MonkeyPatch, assess: Assess
) -> None:
    monkeypatch.setenv("ASSESS_LANG", language)
    run = assess(*arguments, cwd=sample)
    assert (run.code, run.out) == (2, "")
    first, second = run.err.splitlines()
    assert first.startswith("assess: ")
    assert second.endswith("--help")
    english = re.compile(r"required|invalid|unrecognized|expected|ignored|choose|argument [^ ]+:|ambiguous")
    if language == "vi":
        assert VIETNAMESE.search(first)
        assert not english.search(first)
    else:
        assert not VIETNAMESE.search(first)


def test_the_version_is_told() -> None:
    assert process("--version", cwd=ROOT).out == f"assess {__version__}\n"


@pytest.mark.parametrize("readme", ["README.md", "README.vi.md"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str, readme: str) -> None:
    path = ROOT / readme
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if not text.strip():
        pytest.skip(f"{readme} is not written yet")
    assert re.search(rf"\bassess {command}\b", text)


# -------------------------------------------------------------------------------------------------- exit codes

IN_A_WORKSPACE: Final[Mapping[str, Sequence[str]]] = {
    "communes": ["communes", "ha-noi"],
    "new": ["new", "so-mau-b", "--questionnaire", "sample", "--period", "2026"],
    "check": ["check"],
    "score": ["score", SAMPLE],
    "rank": ["rank"],
    "items": ["items"],
    "targets": ["targets"],
    "export": ["export", "out"],
    "compare": ["compare", "so-mau-a", "xa-mau"],
    "freeze": ["freeze", "sample", "1"],
    "build": ["build"],
    "serve": ["serve"],
    "schema": ["schema"],
}


def test_every_command_is_tried_here() -> None:
    assert {"init", *IN_A_WORKSPACE} == set(COMMANDS)


@pytest.mark.parametrize("command", IN_A_WORKSPACE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_outside_a_workspace_the_code_is_2(command: str, language: str, tmp_path: Path, assess: Assess) -> None:
    arguments = [each.replace(SAMPLE, "here.yaml") for each in IN_A_WORKSPACE[command]]
    (tmp_path / "here.yaml").write_text("format: 1\n", encoding="utf-8")
    run = assess(*arguments, "--lang", language, cwd=tmp_path)
    assert (run.code, run.out) == (2, "")
    assert "assess.yaml" in run.err
    run = assess(*arguments, "--lang", language, "--workspace", "nowhere")
    assert (run.code, run.out) == (2, "")
    assert "nowhere" in run.err


def test_the_workspace_may_be_named_before_the_command_or_behind_it(
    sample: Path, tmp_path_factory: pytest.TempPathFactory, assess: Assess
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    before = assess("--workspace", str(sample), "check", cwd=elsewhere)
    behind = assess("check", "--workspace", str(sample), cwd=elsewhere)
    assert (before.code, before.out) == (behind.code, behind.out)
    assert before.code == 0


UNUSABLE: Final[Mapping[str, tuple[str, bytes | None]]] = {
    "wrong key": ("assess.yaml", b"format: 1\ntitel: x\n"),
    "not YAML": ("assess.yaml", b"format: ["),
    "not UTF-8": ("assess.yaml", b"title: \xff\xfe"),
    "empty": ("assess.yaml", b""),
    "no register": ("agencies.yaml", None),
    "bad register": ("agencies.yaml", b"format: 1\nkinds: []\nagencies: []\n"),
}


@pytest.mark.parametrize("command", IN_A_WORKSPACE)
@pytest.mark.parametrize(("name", "content"), UNUSABLE.values(), ids=UNUSABLE)
def test_an_unusable_workspace_is_told_with_its_places_and_the_code_is_2(
    command: str, name: str, content: bytes | None, sample: Path, assess: Assess
) -> None:
    (sample / name).unlink()
    if content is not None:
        (sample / name).write_bytes(content)
    before = tree(sample)
    run = assess(*IN_A_WORKSPACE[command], "--lang", "en", cwd=sample)
    assert run.code == 2
    places, last = run.out + run.err, run.err.splitlines()[-1]
    assert re.search(rf"^{name}:\d+:\d+: [a-z0-9-]+ ", places, re.MULTILINE)
    assert "cannot be used" in last
    assert tree(sample) == before


@pytest.mark.parametrize("command", ["check", "score"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_path_that_is_not_there_is_told_and_the_code_is_2(
    command: str, language: str, sample: Path, assess: Assess
) -> None:
    run = assess(command, SAMPLE, "responses/2026/sample/nobody.yaml", "--lang", language, cwd=sample)
    assert (run.code, run.out) == (2, "")
    assert run.err == SAID[language]["no_path"].format(path="responses/2026/sample/nobody.yaml") + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_is_never_read_is_not_called_sound(language: str, sample: Path, assess: Assess) -> None:
    (sample / "so-mau-a.yaml").write_text("format: 1\n", encoding="utf-8")
    run = assess("check", "so-mau-a.yaml", "--lang", language, cwd=sample)
    assert (run.code, run.out) == (2, "")
    assert "so-mau-a.yaml" in run.err
    assert "responses/<" in run.err
    (sample / "empty").mkdir()
    assert assess("check", "empty").code == 0


@pytest.mark.parametrize("path", ["agencies.yaml", "responses", "../outside.yaml", "questionnaires/sample/1"])
def test_only_responses_can_be_scored(path: str, sample: Path, assess: Assess) -> None:
    (sample.parent / "outside.yaml").write_text("format: 1\n", encoding="utf-8")
    run = assess("score", path, "--workspace", ".", "--lang", "en", cwd=sample)
    assert (run.code, run.out) == (2, "")
    assert "is not a response" in run.err


def test_nothing_wrong_is_0_and_a_problem_is_1(sample: Path, assess: Assess) -> None:
    for command in ("check", "score", "rank"):
        assert assess(*IN_A_WORKSPACE[command], cwd=sample).code == 0
    edit(sample / SAMPLE, "open-sets: 12", "open-sets: 1.5")
    for command in ("check", "score", "rank"):
        run = assess(*IN_A_WORKSPACE[command], cwd=sample)
        assert run.code == 1
        assert f"{SAMPLE}:17:14: wrong-answer " in run.out + run.err


def test_a_reminder_leaves_the_code_at_0(sample: Path, assess: Assess) -> None:
    edit(sample / SAMPLE, "https://example.gov.vn/12.pdf", "http://example.gov.vn/12.pdf")
    run = assess("check", cwd=sample)
    assert run.code == 0
    assert " plain-http " in run.out


@pytest.mark.parametrize("command", [*IN_A_WORKSPACE, "init"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fault_of_the_tool_is_3_and_one_line_unless_debugging(
    command: str, language: str, sample: Path, assess: Assess, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(options: object) -> int:
        raise ZeroDivisionError("the moon")

    monkeypatch.setattr(import_module(COMMANDS[command]), "run", broken)
    arguments = [*IN_A_WORKSPACE.get(command, ["init", "new"]), "--lang", language]
    run = assess(*arguments, cwd=sample)
    assert (run.code, run.out) == (3, "")
    assert run.err == SAID[language]["fault"].format(fault="ZeroDivisionError: the moon") + "\n"
    with pytest.raises(ZeroDivisionError):
        assess(*arguments, "--debug")


def test_a_fault_in_the_depths_is_told_the_same_way(sample: Path) -> None:
    program = (
        "import sys, assess.scoring as scoring; scoring.combine = None\n"
        "from assess.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    ends = []
    for debug in ([], ["--debug"]):
        command = [sys.executable, "-c", program, "score", SAMPLE, "--lang", "en", *debug]
        done = subprocess.run(command, cwd=sample, capture_output=True, encoding="utf-8", timeout=60, check=False)
        ends.append((done.returncode, done.stdout, "Traceback" in done.stderr))
        assert "TypeError" in done.stderr
    assert ends == [(3, "", False), (1, "", True)]


def test_an_interrupted_command_is_130(sample: Path, assess: Assess, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(import_module(COMMANDS["check"]), "run", interrupted)
    run = assess("check", cwd=sample)
    assert (run.code, run.out, run.err) == (130, "", "")


def test_a_reader_that_stops_reading_meets_no_traceback(sample: Path) -> None:
    edit(sample / SAMPLE, "answers:", "answers:\n" + "".join(f"  nobody-{n}: 1\n" for n in range(5000)))
    command = [sys.executable, "-m", "assess", "check", "--format", "json"]
    with subprocess.Popen(command, cwd=sample, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_cannot_be_written_meets_no_traceback(sample: Path) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123  # a device
        command = [sys.executable, "-m", "assess", "score", SAMPLE]
        done = subprocess.run(
            command, cwd=sample, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", timeout=60, check=False
        )
    assert done.returncode != 0
    assert "Traceback" not in done.stderr


# --------------------------------------------------------------------------------- where output goes, and how


def test_a_file_in_the_folder_of_another_questionnaire_is_told_of_once(sample: Path, assess: Assess) -> None:
    misplaced = "responses/2026/other/so-mau-a.yaml"
    (sample / misplaced).parent.mkdir()
    (sample / SAMPLE).rename(sample / misplaced)
    run = assess("score", misplaced, "--lang", "en", cwd=sample)
    assert run.code == 1
    assert [line.split(" ")[1] for line in run.err.splitlines() if line.startswith(misplaced)] == ["path-disagrees"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_data_go_to_standard_output_and_messages_to_standard_error(language: str, sample: Path, assess: Assess) -> None:
    shutil.copy(sample / SAMPLE, sample / "responses/2026/sample/so-mau-b.yaml")
    for arguments in (["score", SAMPLE, "responses/2026/sample/so-mau-b.yaml"], ["rank"]):
        run = assess(*arguments, "--format", "json", "--lang", language, cwd=sample)
        assert run.code == 1
        json.loads(run.out)
        assert re.match(r"responses/2026/sample/so-mau-b.yaml:2:9: path-disagrees ", run.err)
    run = assess("check", "--lang", language)
    assert re.fullmatch(r"responses/2026/sample/so-mau-b.yaml:2:9: path-disagrees .+\n", run.out)
    assert len(run.err.splitlines()) == 1
    assert bool(VIETNAMESE.search(run.err)) == (language == "vi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_speaks_one_language(language: str, sample: Path, assess: Assess) -> None:
    for arguments in (["score", SAMPLE], ["score", SAMPLE, "--format", "markdown"], ["rank"]):
        out = assess(*arguments, "--lang", language, cwd=sample).out
        own = {"vi": "Sở Mẫu A", "en": "Sample Department A"}[language]
        assert own in out
        assert bool(VIETNAMESE.search(out)) == (language == "vi")
        assert ("," if language == "vi" else ".") in re.findall(r"\d([.,])\d\b", out.replace("(2026.1)", ""))
    assert not re.search(r"\b(not_applicable|not_asked|unknown|missing|closed|None)\b", out)


def test_a_table_shows_bars_levels_coverage_gaps_and_what_is_missing(sample: Path, assess: Assess) -> None:
    out = assess("score", SAMPLE, "--lang", "en", cwd=sample).out
    lines = out.splitlines()
    assert lines[1].startswith("Score: ")
    bars = [line for line in lines if re.search("[█░]{20} ", line)]
    assert len(bars) == 5
    assert all(re.search(r" +(\d+\.\d|–)  ", line) for line in bars)
    assert sum("Level" in line for line in bars) >= 4
    assert "Largest gaps:" in lines
    assert any(line.startswith("Not answered: ") for line in lines)
    assert any(line.startswith("No figure yet: staff") for line in lines)
    widths = {sum(not unicodedata.combining(each) for each in line.split("█")[0].split("░")[0]) for line in bars}
    assert len(widths) == 1


def _columns(text: str) -> set[int]:
    return {line.index("[") for line in text.splitlines() if "[" in line}


def _terminal(*arguments: str, cwd: Path, **environment: str) -> str:
    """Run a command on a terminal and return what it shows, as bytes read one to one."""
    import pty

    master, slave = pty.openpty()
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "ASSESS_LANG", "TERM")}
    with subprocess.Popen(
        [sys.executable, "-m", "assess", *arguments],
        cwd=cwd,
        env=kept | {"TERM": "xterm"} | environment,
        stdout=slave,
        stderr=slave,
        stdin=slave,
    ) as running:
        os.close(slave)
        shown = b""
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not piece:
                break
            shown += piece
    os.close(master)
    assert running.returncode in (0, 1)
    assert b"Traceback" not in shown
    return shown.decode("latin-1")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_colours_are_for_terminals_that_want_them(sample: Path) -> None:
    assert "\x1b[" in _terminal("score", SAMPLE, cwd=sample)
    assert "\x1b" not in _terminal("score", SAMPLE, cwd=sample, NO_COLOR="1")
    assert "\x1b" not in _terminal("score", SAMPLE, cwd=sample, TERM="dumb")
    edit(sample / SAMPLE, "open-sets: 12", "open-sets: 1.5")
    assert "\x1b[31mwrong-answer" in _terminal("check", cwd=sample)
    assert "\x1b" not in _terminal("check", cwd=sample, NO_COLOR="1")
    assert "\x1b" not in process("check", cwd=sample, TERM="xterm").out
    assert "\x1b" not in process("score", SAMPLE, cwd=sample, TERM="xterm").out


ASCII: Final = {
    "PYTHONIOENCODING": "ascii",
    "LANG": "C",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_without_other_letters_shows_what_it_can(sample: Path) -> None:
    shown = _terminal("score", SAMPLE, "--lang", "en", cwd=sample, NO_COLOR="1", **ASCII)
    assert shown.isascii()
    assert re.search(r"#{3,20}\.* ", shown)
    assert "Score: " in shown
    assert "\\u1ebf" in _terminal("--help", cwd=sample, **ASCII)  # ế


@pytest.mark.parametrize("arguments", [["score", SAMPLE], ["rank"], ["schema"], ["check", "--format", "json"]])
def test_files_and_pipes_get_utf_8_whatever_the_locale(arguments: Sequence[str], sample: Path) -> None:
    plain, bare = process(*arguments, cwd=sample), process(*arguments, cwd=sample, **ASCII)
    assert plain == bare
    assert not plain.out.isascii() or arguments[0] == "check"


def test_scoring_loads_nothing_heavy(sample: Path) -> None:
    program = (
        "import sys\nfrom assess.cli import main\n"
        "code = main(sys.argv[1:])\nprint(code, *sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "score", SAMPLE],
        cwd=sample,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    code, *modules = done.stderr.split()
    assert code == "0"
    heavy = {"numpy", "jinja2", "markupsafe", "mkdocs", "material", "jsonschema", "referencing", "click", "ctypes"}
    assert heavy & {each.partition(".")[0] for each in modules} == set()
    assert {each for each in modules if each.startswith("assess.publishing")} == set()
    assert "jsonschema_rs" in modules


# ------------------------------------------------------------------------------------------------ init and new


KINDS: Final = ("ministry", "province", "commune")


def _filled(root: Path, path: Path, kind: str, pick: Callable[[Sequence[Any]], Any]) -> tuple[set[str], set[str]]:
    """Uncomment and answer each question of a template as a person would, from top to bottom.

    Return the questions that the template asks, and those that were answered (all but those that are closed).
    """
    data = read(path, path.name).data
    questionnaire, _ = load_questionnaire(
        root, data["questionnaire"], data["questionnaire_version"], register_of(*KINDS)
    )
    assert questionnaire is not None
    lines, asked, known = [], [], dict[str, Answer]()
    for line in path.read_text(encoding="utf-8").splitlines():
        found = re.fullmatch(r"  # ([A-Za-z0-9][A-Za-z0-9._-]*):( .*)?", line)
        key = found[1] if found else ""
        if key in questionnaire.questions:
            asked.append(key)
            if standings(questionnaire, kind, known)[key] == "asked":
                value = _value(questionnaire.questions[key], pick)
                known[key] = Answer.from_data({"value": value})
                entry = {"value": value, "evidence": [{"title": "Giấy tờ"}]}
                line = f"  {key}: {json.dumps(entry, ensure_ascii=False)}"
        lines.append(line)
    assert [key for key, count in Counter(asked).items() if count > 1] == []
    expected = {key for key, kinds in questionnaire.asked_of.items() if kind in kinds}
    assert set(asked) == expected
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return set(asked), set(known)


def _value(question: Question, pick: Callable[[Sequence[Any]], Any]) -> Any:
    options = sorted(question.options.values(), key=lambda each: each.points)
    low, high = question.range.start, question.range.end
    numbers = [float(low) if low is not None else 0, float(high) if high is not None else 100]
    values: dict[str, Any] = {
        "choice": [each.id for each in options],
        "choices": [[options[-1].id], [each.id for each in options]] if options else [],
        "yes_no": [False, True],
        "number": numbers,
        "percent": [0, 100],
        "count": [int(each) for each in numbers],
        "ratio": [{"part": 0, "of": 12}, {"part": 12, "of": 12}],
        "date": ["2020-02-29", "2024-01-01"],
        "text": ["Chữ", "Dòng một\nDòng hai"],
    }
    return pick(values[question.type])


def _templates() -> list[Any]:
    found: list[Any] = []
    workspace, problems = open_workspace(ROOT)
    assert workspace is not None, problems
    first = {agency.kind: agency.id for agency in reversed(list(workspace.register.agencies.values()))}
    for name, version in [("six-messages", "2026.1"), ("task-groups", "2026.1")]:
        questionnaire, _ = load_questionnaire(ROOT, name, version, workspace.register)
        assert questionnaire is not None
        found += [
            pytest.param(name, kind, first[kind], id=f"{name}-{kind}") for kind in sorted(questionnaire.applies_to)
        ]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("questionnaire", "kind", "agency"), _templates())
def test_a_template_passes_the_check_empty_and_with_every_question_answered(
    language: str, questionnaire: str, kind: str, agency: str, tmp_path: Path, assess: Assess
) -> None:
    for name in ("assess.yaml", "agencies.yaml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "questionnaires", tmp_path / "questionnaires")
    seen = set()
    for period, pick in (("2030", lambda values: values[0]), ("2031", lambda values: values[-1])):
        arguments = ["new", agency, "--questionnaire", questionnaire, "--period", period, "--lang", language]
        run = assess(*arguments, cwd=tmp_path)
        path = tmp_path / "responses" / period / questionnaire / f"{agency}.yaml"
        assert (run.code, run.err) == (0, "")
        assert path.relative_to(tmp_path).as_posix() in run.out
        text = path.read_text(encoding="utf-8")
        assert all(len(line) <= 250 for line in text.splitlines())
        assert assess("check", str(path)).code == 0
        asked, answered = _filled(tmp_path, path, kind, pick)
        seen |= answered
        run = assess("check", str(path), "--lang", "en")
        assert (run.code, run.out) == (0, "")
        edit(path, "status: draft", "status: submitted")
        [result] = json.loads(assess("score", str(path), "--format", "json").out)["results"]
        assert result["coverage"] == "1"
        assert result["status"] == "submitted"
    assert seen == asked  # what one set of answers closes, the other opens


def test_a_template_lists_every_option_with_its_points(sample: Path, assess: Assess) -> None:
    assert assess("new", "so-mau-b", "--questionnaire", "sample", "--period", "2027", "--version", "1").code == 2
    run = assess("new", "so-mau-b", "--questionnaire", "sample", "--period", "2027", "--version", "1", cwd=sample)
    assert run.code == 0
    text = (sample / "responses/2027/sample/so-mau-b.yaml").read_text(encoding="utf-8")
    for line in ("- none: Chưa có (0 điểm)", "- issued: Đã ban hành (2 điểm, minh chứng bắt buộc)", "- web: Trang web"):
        assert f"\n  # {line}" in text
    assert "(chỉ trả lời khi" in text or "chỉ trả lời khi" in text.casefold()
    assert "village-head" not in text  # asked of communes only
    assert text.count("# === ") == 5


def test_the_latest_version_is_the_one_that_is_new(sample: Path, assess: Assess) -> None:
    folder = sample / "questionnaires/sample"
    shutil.copytree(folder / "2", folder / "10")
    edit(folder / "10/questionnaire.yaml", 'version: "2"', 'version: "10"')
    (folder / "10/mapping.yaml").unlink()
    assert assess(*IN_A_WORKSPACE["new"], cwd=sample).code == 0
    text = (sample / "responses/2026/sample/so-mau-b.yaml").read_text(encoding="utf-8")
    assert 'questionnaire_version: "10"' in text


def test_text_of_a_questionnaire_cannot_leave_the_comments_of_a_template(sample: Path, assess: Assess) -> None:
    (sample / "questionnaires/sample/1/frozen.yaml").unlink()
    path = sample / "questionnaires/sample/1/dimensions/plans.yaml"
    edit(path, "text: Cơ quan đã ban hành kế hoạch chưa?", 'text: "A\\nstatus: submitted\\nanswers: {plan: issued}"')
    edit(path, "help: Nêu số và ngày của văn bản.", 'help: "B\\r\\n  plan: issued\\t # C"')
    assert assess(*IN_A_WORKSPACE["new"], "--version", "1", cwd=sample).code == 0
    found = read(sample / "responses/2026/sample/so-mau-b.yaml", "x").data
    assert found["status"] == "draft"
    assert not found["answers"]
    assert assess("check", cwd=sample).code == 0


def test_new_never_overwrites(sample: Path, assess: Assess) -> None:
    before = tree(sample)
    for language in LANGUAGES:
        arguments = ["new", "so-mau-a", "--questionnaire", "sample", "--period", "2026", "--lang", language]
        run = assess(*arguments, cwd=sample)
        assert (run.code, run.out) == (2, "")
        assert SAMPLE in run.err
    assert tree(sample) == before
    (sample / "responses/2026/sample/so-mau-b.yaml").symlink_to(sample / "elsewhere.yaml")
    assert assess(*IN_A_WORKSPACE["new"], cwd=sample).code == 2
    assert tree(sample) == before


NOT_NEW: Final[Mapping[str, tuple[Sequence[str], str]]] = {
    "agency": (["so-mau-aa", "--questionnaire", "sample", "--period", "2026"], "so-mau-a"),
    "questionnaire": (["so-mau-b", "--questionnaire", "simple", "--period", "2026"], "sample"),
    "version": (["so-mau-b", "--questionnaire", "sample", "--period", "2026", "--version", "3"], "1, 2"),
    "kind": (["cong-ty-mau", "--questionnaire", "sample", "--period", "2026"], "enterprise"),
    "period above": (["so-mau-b", "--questionnaire", "sample", "--period", "../.."], "../.."),
    "period with a slash": (["so-mau-b", "--questionnaire", "sample", "--period", "2026/x"], "2026/x"),
    "period with a line": (["so-mau-b", "--questionnaire", "sample", "--period", "2026\n"], "2026"),
    "period of a device": (["so-mau-b", "--questionnaire", "sample", "--period", "con"], "con"),
    "period of the site": (["so-mau-b", "--questionnaire", "sample", "--period", "assets"], "assets"),
    "questionnaire above": (["so-mau-b", "--questionnaire", "../sample", "--period", "2026"], "../sample"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("arguments", "named"), NOT_NEW.values(), ids=NOT_NEW)
def test_new_refuses_what_is_not_there_or_cannot_be(
    arguments: Sequence[str], named: str, language: str, sample: Path, assess: Assess
) -> None:
    before = tree(sample.parent)
    run = assess("new", *arguments, "--lang", language, cwd=sample)
    assert (run.code, run.out) == (2, "")
    assert named in run.err
    assert tree(sample.parent) == before


def test_new_tells_where_the_schema_is_once_it_is_written(sample: Path, assess: Assess) -> None:
    assert assess("schema", "--output", "schemas", cwd=sample).code == 0
    assert assess(*IN_A_WORKSPACE["new"], "--version", "1").code == 0
    path = sample / "responses/2026/sample/so-mau-b.yaml"
    named = re.match(r"# yaml-language-server: \$schema=(.+)\n", path.read_text(encoding="utf-8"))
    assert named is not None
    assert (path.parent / named[1]).resolve() == (sample / "schemas/sample-1.schema.json").resolve()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fresh_workspace_works_with_the_commands_that_init_names(
    language: str, tmp_path: Path, assess: Assess
) -> None:
    run = assess("init", "Sở Mẫu", "--lang", language, cwd=tmp_path)
    assert (run.code, run.err) == (0, "")
    first, *rest = run.out.splitlines()
    assert "Sở Mẫu" in first
    folder, commands = tmp_path / "Sở Mẫu", [line.split() for line in rest]
    assert [command[:2] for command in commands if command[0] == "assess"] == [["assess", "new"], ["assess", "build"]]
    assert assess("check", "--lang", language, cwd=folder).code == 0
    for command in commands:
        if command[0] == "assess":
            done = assess(*command[1:], "--lang", language, cwd=folder)
            assert (done.code, done.err) == (0, ""), command
    response = next((folder / "responses").rglob("*.yaml"))
    edit(response, "status: draft", "status: submitted")
    done = assess("build", "--lang", language, cwd=folder)
    assert done.code == 0
    page = folder.joinpath("site", *response.relative_to(folder).with_suffix("").parts[1:][1::-1], response.stem)
    assert (page / "index.html").is_file()
    assert assess("rank", "--lang", language, cwd=folder).code == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_init_only_fills_a_new_or_an_empty_folder(language: str, tmp_path: Path, assess: Assess) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / ".keep").write_text("mine", encoding="utf-8")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    before = tree(tmp_path)
    for name in ("full", "file", "file/below"):
        run = assess("init", name, "--lang", language, cwd=tmp_path)
        assert (run.code, run.out) == (2, "")
        assert name in run.err
    assert tree(tmp_path) == before
    (tmp_path / "empty").mkdir()
    assert assess("init", "empty").code == 0
    assert assess("check", cwd=tmp_path / "empty").code == 0


def test_what_init_writes_names_nobody_and_publishes_what_it_brings(fresh: Path, assess: Assess) -> None:
    workspace, problems = open_workspace(fresh)
    assert (workspace is not None, problems) == (True, ())
    assert workspace is not None
    assert {each.questionnaire for each in workspace.settings.publish} == {"six-messages", "task-groups"}
    assert list(workspace.register.agencies) == ["co-quan-mau"]
    assert not workspace.settings.invented
    assert not list(fresh.rglob("*.png"))
    assert not (fresh / "docs" / "decisions").exists()


# ----------------------------------------------------------------------------------------------------- formats

BROKEN: Final = """\
format: 1
agency: so-mau-b
questionnaire: sample
questionnaire_version: "1"
period: "2026"
status: submitted
answers:
  plan: finished
  open-sets: 1.5
  share-online: "50%, or: so"
"""


@pytest.fixture
def broken(sample: Path) -> Path:
    """The sample workspace with problems in two files and a reminder in a third."""
    folder = sample / "responses/2026/sample"
    (folder / "so-mau-b.yaml").write_text(BROKEN, encoding="utf-8")
    (folder / "a, b: 100% [c].yaml").write_text("format: 1\n", encoding="utf-8")
    edit(sample / SAMPLE, "https://example.gov.vn/12.pdf", "http://example.gov.vn/12.pdf")
    return sample


def _told(run: Run) -> list[tuple[str, int, int, str, str]]:
    return [
        (each["path"], each["line"], each["column"], each["code"], each["severity"])
        for each in json.loads(run.out)["problems"]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_tells_the_same_problems(language: str, broken: Path, assess: Assess) -> None:
    runs = {
        form: assess("check", "--format", form, "--lang", language, cwd=broken)
        for form in ("text", "json", "github", "sarif")
    }
    assert {run.code for run in runs.values()} == {1}
    assert {run.err for form, run in runs.items() if form != "text"} == {""}
    told = _told(runs["json"])
    assert len(told) >= 9
    assert ("responses/2026/sample/so-mau-b.yaml", 9, 14, "wrong-answer", "error") in told
    text = re.findall(r"^(.+?):(\d+):(\d+): ([a-z-]+) (.+)$", runs["text"].out, re.MULTILINE)
    assert [(path, int(line), int(column), code) for path, line, column, code, _ in text] == [each[:4] for each in told]
    sarif = json.loads(runs["sarif"].out)
    assert sarif["version"] == "2.1.0"
    [run] = sarif["runs"]
    rules = {each["id"]: each for each in run["tool"]["driver"]["rules"]}
    assert rules.keys() == {code for _, _, _, code, _ in told}
    assert all(each["shortDescription"]["text"] and each["fullDescription"]["text"] for each in rules.values())
    results = []
    for each in run["results"]:
        place = each["locations"][0]["physicalLocation"]
        region = place["region"]
        path = unquote(place["artifactLocation"]["uri"])
        assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", place["artifactLocation"]["uri"])
        results.append((path, region["startLine"], region["startColumn"], each["ruleId"], each["level"]))
    assert results == told
    messages = [each["message"]["text"] for each in run["results"]]
    reminder = f"{SAID[language]['reminder']}: "
    said = [
        message if severity == "error" else reminder + message
        for (*_, severity), message in zip(told, messages, strict=True)
    ]
    assert said == [each[4] for each in text]
    assert [_annotation(line) for line in runs["github"].out.splitlines()] == [
        (*each, message) for each, message in zip(told, messages, strict=True)
    ]


def _annotation(line: str) -> tuple[str, int, int, str, str, str]:
    """Read a line as GitHub does: no property may hold a bare comma or colon, nothing a bare percent sign."""
    found = re.fullmatch(r"::(error|warning) file=([^,:]+),line=(\d+),col=(\d+),title=([^,:]+)::(.+)", line)
    assert found is not None, line
    assert not re.search(r"%(?!25|0D|0A|3A|2C)", line), line

    def plain(text: str) -> str:
        return (
            text.replace("%3A", ":").replace("%2C", ",").replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
        )

    return plain(found[2]), int(found[3]), int(found[4]), plain(found[5]), found[1], plain(found[6])


def test_problems_stand_in_the_order_of_the_files(broken: Path, assess: Assess) -> None:
    edit(broken / "questionnaires/sample/1/locale/en.yaml", "  remark:", "  remarc:")
    (broken / "responses/2026/zzz.yaml").write_text("x: 1\n", encoding="utf-8")
    told = _told(assess("check", "--format", "json", cwd=broken))
    paths = list(dict.fromkeys(path for path, *_ in told))
    assert [path for n, (path, *_) in enumerate(told) if n == 0 or told[n - 1][0] != path] == paths
    assert [path.split("/")[0] for path in paths] == sorted(path.split("/")[0] for path in paths)
    answers = [path for path in paths if path.startswith("responses")]
    assert answers == sorted(answers)
    for path in paths:
        places = [(line, column) for each, line, column, *_ in told if each == path]
        assert places == sorted(places)


def test_only_what_is_asked_for_is_told(broken: Path, assess: Assess) -> None:
    every = _told(assess("check", "--format", "json", cwd=broken))
    for path in (SAMPLE, "responses/2026", "responses/2026/sample/so-mau-b.yaml", "."):
        expected = [each for each in every if path == "." or each[0] == path or each[0].startswith(f"{path}/")]
        assert _told(assess("check", path, "--format", "json", cwd=broken)) == expected
        assert expected
    assert _told(assess("check", "questionnaires", "--format", "json", cwd=broken)) == []
    below = _told(assess("check", "--format", "json", cwd=broken / "responses" / "2026"))
    assert [each[3] for each in below] == [each[3] for each in every]
    assert "sample/so-mau-a.yaml" in [each[0] for each in below]


@pytest.mark.parametrize(("language", "more"), [("vi", "và 15 lỗi nữa"), ("en", "and 15 more")])
def test_a_person_is_told_the_first_problems_of_each_file_and_how_many_more(
    language: str, more: str, broken: Path, assess: Assess
) -> None:
    path = broken / "responses/2026/sample/so-mau-b.yaml"
    lines = "".join(f"  nobody-{n}: 1\n" for n in range(35))
    path.write_text(BROKEN.partition("  plan")[0] + lines, encoding="utf-8")
    run = assess("check", "--lang", language, cwd=broken)
    mine = [line for line in run.out.splitlines() if line.startswith("responses/2026/sample/so-mau-b.yaml")]
    assert len(mine) == 21
    assert mine[-1] == f"responses/2026/sample/so-mau-b.yaml: {more}"
    assert SAMPLE in run.out  # the other files are told all the same
    told = _told(assess("check", "--format", "json", cwd=broken))
    assert sum(each[0] == "responses/2026/sample/so-mau-b.yaml" for each in told) == 35


def _validator(name: str) -> jsonschema.Draft202012Validator:
    schemas = {
        path.name: json.loads(path.read_text(encoding="utf-8"))
        for path in (ROOT / "assess" / "schemas").glob("*.schema.json")
    }
    registry: Registry[Any] = Registry().with_resources(
        [(key, Resource.from_contents(each)) for key, each in schemas.items()]
    )
    return jsonschema.Draft202012Validator(schemas[f"{name}.schema.json"], registry=registry)


def _decimals(data: Any) -> Iterator[str]:
    if isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from _decimals(each)
    elif isinstance(data, str) and re.fullmatch(r"-?\d+\.\d+", data):
        yield data


def test_scores_as_json_have_a_schema_of_their_own_and_exact_numbers(assess: Assess) -> None:
    files = sorted(str(path) for path in (ROOT / "responses").rglob("bo-*.yaml"))
    run = assess("score", *files, "--format", "json", cwd=ROOT)
    assert (run.code, run.err) == (0, "")
    found = json.loads(run.out)
    _validator("scores").validate(found)
    assert [f"{each['period']}/{each['questionnaire']}/{each['agency']}" for each in found["results"]] == [
        str(Path(each).relative_to(ROOT / "responses").with_suffix("")) for each in files
    ]
    numbers = list(_decimals([each["dimensions"] for each in found["results"]]))
    assert max(len(each.replace(".", "").lstrip("-0")) for each in numbers) == 28
    english = assess("score", *files, "--format", "json", "--lang", "en").out
    wordless = [re.sub(r'"condition": "[^"]*(?:\\"[^"]*)*"', "", each) for each in (run.out, english)]
    assert wordless[0] == wordless[1]  # save for conditions, which are told in words


def test_scores_as_csv_hold_every_node_and_question(sample: Path, assess: Assess) -> None:
    run = assess("score", SAMPLE, "responses/2026/sample/xa-mau.yaml", "--format", "csv", cwd=sample)
    rows = list(csv.DictReader(io.StringIO(run.out), strict=True))
    results = json.loads(assess("score", SAMPLE, "--format", "json").out)["results"]
    mine = [row for row in rows if row["agency"] == "so-mau-a"]
    assert Counter(row["kind"] for row in mine) == {"total": 1, "dimension": 5, "question": 12}
    assert mine[0]["score"] == results[0]["score"]
    assert {row["node"]: row["state"] for row in mine}["staff"] == "unknown"
    assert {row["node"]: row["state"] for row in mine}["village-head"] == "not_asked"
    assert all(re.fullmatch(r"(-?\d+(\.\d+)?)?", row[name]) for row in rows for name in ("score", "coverage", "weight"))
    assert {row["status"] for row in rows} == {"submitted", "draft"}


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_a_question_called_as_its_dimension_does_not_take_its_place(form: str, sample: Path, assess: Assess) -> None:
    before = assess("score", SAMPLE, "--format", form, cwd=sample)
    (sample / "questionnaires/sample/1/frozen.yaml").unlink()
    shutil.rmtree(sample / "questionnaires/sample/2")
    edit(sample / "questionnaires/sample/1/dimensions/plans.yaml", "id: channels", "id: plans")
    edit(sample / "questionnaires/sample/1/dimensions/plans.yaml", "question: channels", "question: plans")
    edit(sample / "questionnaires/sample/1/locale/en.yaml", "  channels:", "  plans:")
    edit(sample / SAMPLE, "  channels:", "  plans:")

    assert before.code == 0
    assert assess("score", SAMPLE, "--format", form).out == before.out


def test_a_spreadsheet_takes_no_cell_for_a_formula() -> None:
    from assess.cli.cells import csv_line

    cells = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "a=b", "-3.5", 'a"b,c', "", "dòng\nhai"]
    [read_back] = csv.reader(io.StringIO(csv_line(cells), newline=""))
    assert read_back == ["'=1+1", "'+1", "-1", "'@SUM(A1)", "'\t=1", "a=b", "-3.5", 'a"b,c', "", "dòng\nhai"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_tables_keep_their_columns(language: str, sample: Path, assess: Assess) -> None:
    (sample / "questionnaires/sample/1/frozen.yaml").unlink()
    edit(sample / "agencies.yaml", "name: Sở Mẫu A", "name: 'Sở | *Mẫu* <b> A'")
    edit(sample / "agencies.yaml", "en: Sample Department A", "en: 'Sample | *Department* <b> A'")
    edit(sample / "questionnaires/sample/1/dimensions/plans.yaml", "title: Kế hoạch", "title: 'A | B [c](d)'")
    edit(sample / "questionnaires/sample/1/locale/en.yaml", "{title: Plans}", "{title: 'A | B [c](d)'}")
    for arguments in (["score", SAMPLE], ["rank"]):
        out = assess(*arguments, "--format", "markdown", "--lang", language, cwd=sample).out
        rows = [line for line in out.splitlines() if line.startswith("|")]
        columns = {len(re.findall(r"(?<!\\)\|", line)) for line in rows}
        assert len(columns) == 1
        assert len(rows) >= 3
        assert "\\*" in out
        assert "<b>" not in out.replace("\\<b", "")
        assert not re.search(r"(?<!\\)\[c", out)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_ranking_for_machines_is_the_same_in_every_language(form: str, assess: Assess) -> None:
    outputs = {
        assess("rank", "--questionnaire", "six-messages", "--format", form, "--lang", each, cwd=ROOT).out
        for each in LANGUAGES
    }
    [out] = outputs
    if form == "json":
        found = json.loads(out)
        assert (found["questionnaire"], found["period"]) == ("six-messages", "2026")  # the latest
        rows = found["ranking"]
    else:
        rows = list(csv.DictReader(io.StringIO(out), strict=True))
    assert len(rows) > 70
    by_kind: dict[str, list[int]] = {}
    for row in rows:
        if row["rank"]:
            by_kind.setdefault(row["kind"], []).append(int(row["rank"]))
    assert all(ranks == sorted(ranks) and ranks[0] == 1 for ranks in by_kind.values())


def test_how_sure_ranks_are_is_the_same_in_every_language_process_and_number_of_threads(assess: Assess) -> None:
    arguments = ("rank", "--uncertainty", "--draws", "50", "--format", "json")
    runs = [  # everything differs at once: no two of these may make a difference, alone or together
        process(*arguments, "--lang", "vi", cwd=ROOT, PYTHONHASHSEED="0", OPENBLAS_NUM_THREADS="1"),
        process(*arguments, "--lang", "en", cwd=ROOT, PYTHONHASHSEED="7", OPENBLAS_NUM_THREADS="4"),
    ]
    assert {(run.code, run.err) for run in runs} == {(0, "")}
    [out] = {run.out for run in runs}
    groups = json.loads(out)["groups"]
    assert [each["group"] for each in groups] == ["ministry", "province", "commune"]
    for group in groups:
        size = len(group["agencies"])
        for each in group["agencies"]:
            for interval in (each["weights"], each["choices"]):
                assert 1 <= interval["low"] <= interval["median"] <= interval["high"] <= size
        weights = [each.keys() - {"weight"} for each in group["effective_weights"]]
        assert weights.count({"dimension"}) + weights.count({"question"}) == len(weights)
        assert {each["dimension"] for each in group["without"]} <= {
            each["dimension"] for each in group["effective_weights"] if "dimension" in each
        }
        assert {each["choice"] for each in group["shifts"]} >= {"weights", "geometric", "minmax", "skip", "equal"}
        assert len(group["without"]) == 6
    other = assess(*arguments, "--seed", "2", cwd=ROOT).out
    assert other != out
    assert json.loads(other)["groups"][0]["seed"] == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_sure_ranks_are_is_told_in_words(language: str, sample: Path, assess: Assess) -> None:
    every = ("--uncertainty", "--draws", "20", "--lang", language)
    run = assess("rank", *every, cwd=ROOT)
    assert (run.code, run.err) == (0, "")
    assert SAID[language]["average_shift"] in run.out
    assert SAID[language]["choice_without"].format(part="1 ") in run.out
    assert re.search(r"^ +1  .+ 1 \[1–[12]\] +1 \[1–[12]\]$", run.out, re.MULTILINE)
    text = assess("rank", *every, "--format", "markdown", cwd=ROOT).out
    tables = [line.count("|") - line.count("\\|") for line in text.splitlines() if line.startswith("|")]
    assert set(tables) == {5, 3}
    rows = list(csv.DictReader(io.StringIO(assess("rank", *every, "--format", "csv", cwd=ROOT).out), strict=True))
    assert len(rows) > 70
    assert all(int(row["weights_low"]) <= int(row["weights_median"]) <= int(row["weights_high"]) for row in rows)
    run = assess("rank", *every, cwd=sample)
    assert (run.code, run.out) == (0, SAID[language]["nobody_to_compare"] + "\n")


NAMESAKES: Final = """\
format: 1
id: same
version: "1"
language: vi
title: Trùng mã
applies_to: [department]
dimensions:
  - id: same
    title: Một
    weight: 3
    questions: [{id: same, text: Hỏi?, type: percent}, {id: more, text: Hỏi?, type: percent}]
  - {id: other, title: Hai, questions: [{id: other, text: Hỏi?, type: percent}]}
"""


@pytest.fixture
def namesakes(tmp_path: Path) -> Path:
    """Return a workspace whose questionnaire, dimensions and questions share their ids, with three answers to it."""
    files = {
        "assess.yaml": "format: 1\ntitle: A\npublisher: {name: A}\nlanguages: [vi]\npublish:\n"
        '  - {questionnaire: same, period: "1", version: "1", channel: declared, agencies: all, comments: false}\n',
        "agencies.yaml": "format: 1\nkinds: [{id: department, name: Sở}]\nagencies:\n"
        + "".join(f"  - {{id: a{n}, name: A{n}, kind: department}}\n" for n in range(3)),
        "questionnaires/same/1/questionnaire.yaml": NAMESAKES,
    }
    for n, answers in enumerate(("{same: 90, more: 70, other: 5}", "{same: 40, other: 95}", "{same: 55, other: 60}")):
        head = f'format: 1\nagency: a{n}\nquestionnaire: same\nquestionnaire_version: "1"\nperiod: "1"\n'
        files[f"responses/1/same/a{n}.yaml"] = f"{head}status: submitted\nanswers: {answers}\n"
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_no_part_is_lost_to_another_of_its_id(namesakes: Path, assess: Assess) -> None:
    run = assess("rank", "--uncertainty", "--draws", "5", "--format", "json", cwd=namesakes)
    assert run.code == 0
    [group] = json.loads(run.out)["groups"]
    assert group["effective_weights"] == [
        {"dimension": "same", "weight": "0.75"},
        {"question": "same", "weight": "0.375"},
        {"question": "more", "weight": "0.375"},
        {"dimension": "other", "weight": "0.25"},
        {"question": "other", "weight": "0.25"},
    ]
    alphas = [{key: name for key, name in each.items() if key != "alpha"} for each in group["alphas"]]
    assert alphas == [{"questionnaire": "same"}, {"dimension": "same"}]
    assert [each["dimension"] for each in group["without"]] == ["same", "other"]
    [correlation] = group["correlations"]
    assert correlation["between"] == [{"dimension": "same"}, {"dimension": "other"}]


TRIED: Final = {
    "vi": (
        "40 lần thử (số khởi tạo 7), mỗi trọng số thay đổi ngẫu nhiên trong khoảng ±20%; hạng trung vị [phân vị 5–95%]",
        "Các cách tính lần lượt được thử: gộp như bộ câu hỏi quy định, gộp bằng trung bình nhân (phần dưới 0,05 tính "
        "là 0,05); giữ nguyên điểm từng câu hỏi; câu chưa trả lời tính như bộ câu hỏi quy định",
    ),
    "en": (
        "40 draws (seed 7), each weight changed by chance within ±20%; median rank [5th–95th percentile]",
        "Choices tried in turn: parts put together as the questionnaire says, geometric mean (parts below 0.05 count "
        "as 0.05); each question as it is; what is not answered counts as the questionnaire says",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_questionnaire_lists_is_tried_and_said(language: str, namesakes: Path, assess: Assess) -> None:
    path = namesakes / "questionnaires/same/1/questionnaire.yaml"
    lists = "aggregates: [own, geometric], normalisations: [none], missing: [own]"
    tried = f"robustness: {{draws: 40, seed: 7, spread: 0.20, floor: 0.050, {lists}}}"
    edit(path, "dimensions:\n", f"{tried}\ndimensions:\n")
    arguments = ("rank", "--uncertainty", "--lang", language, "--format")
    for form in ("table", "markdown"):
        out = assess(*arguments, form, cwd=namesakes).out
        assert "\n".join(TRIED[language]) in out
        assert "0,01" not in out.replace(".", ",")
    out = assess(*arguments, "json", cwd=namesakes).out
    [group] = json.loads(out)["groups"]
    assert list(group.items())[1:8] == [
        ("draws", 40),
        ("seed", 7),
        ("spread", "0.2"),
        ("floor", "0.05"),
        ("aggregates", ["own", "geometric"]),
        ("normalisations", ["none"]),
        ("missing", ["own"]),
    ]
    assert [each["choice"] for each in group["shifts"]] == ["weights", "geometric", "equal"]
    [asked] = json.loads(assess(*arguments, "json", "--draws=5", "--seed=0", cwd=namesakes).out)["groups"]
    assert (asked["draws"], asked["seed"], asked["floor"]) == (5, 0, "0.05")


def test_choices_are_listed_only_where_they_are_not_the_usual_ones(namesakes: Path, assess: Assess) -> None:
    path = namesakes / "questionnaires/same/1/questionnaire.yaml"
    before = [assess("rank", "--uncertainty", "--format", form, cwd=namesakes).out for form in ("table", "json")]
    edit(path, "dimensions:\n", "robustness: {}\ndimensions:\n")
    after = [assess("rank", "--uncertainty", "--format", form, cwd=namesakes).out for form in ("table", "json")]
    assert before == after
    [group] = json.loads(after[1])["groups"]
    assert list(group)[1:5] == ["draws", "seed", "spread", "agencies"]
    assert "lần lượt" not in after[0]
    edit(path, "robustness: {}", "robustness: {aggregates: [mean, geometric]}")
    out = assess("rank", "--uncertainty", cwd=namesakes).out
    assert "Các cách tính lần lượt được thử: gộp bằng trung bình cộng, " in out
    assert "trung bình điều hòa" not in out, "averages that are listed are all that is tried"


@pytest.mark.parametrize("wrong", [("--draws", "0"), ("--draws", "100001"), ("--draws", "ten"), ("--seed", "-1")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_draws_and_seed_are_whole_numbers_within_bounds(wrong: Sequence[str], language: str, assess: Assess) -> None:
    run = assess("rank", "--uncertainty", f"{wrong[0]}={wrong[1]}", "--lang", language, cwd=ROOT)
    assert (run.code, run.out) == (2, "")
    assert f"{wrong[0]}: “{wrong[1]}”" in run.err


def test_a_ranking_alone_does_not_load_numpy() -> None:
    program = "import sys\nfrom assess.cli import main\nmain(sys.argv[1:])\nsys.exit('numpy' in sys.modules)"
    subprocess.run([sys.executable, "-c", program, "rank"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL, timeout=60)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_ranking_of_what_is_not_published_is_told(language: str, sample: Path, assess: Assess) -> None:
    for arguments in (["--period", "1999"], ["--questionnaire", "nobody"]):
        run = assess("rank", *arguments, "--lang", language, cwd=sample)
        assert (run.code, run.out) == (2, "")
        assert arguments[1] in run.err


TARGETS: Final = """\
format: 1
targets:
  - {id: rank, title: Thứ hạng, titles: {en: Rank}, of: nation, direction: lower, unit: bậc, units: {en: places},
     by_period: [{period: "2030", target: 70}], actuals: [{period: "2024", value: 71}, {period: "2022", value: 86}]}
  - {id: staff, title: =Cán bộ, of: {question: staff}, method: 3, by_period: [{period: "2026", target: 80}]}
  - {id: later, title: Về sau, of: nation, by_period: [{period: "2030", target: 5}], actuals: []}
"""


@pytest.fixture
def aiming(sample: Path) -> Path:
    """The sample workspace with targets."""
    (sample / "targets.yaml").write_text(TARGETS, encoding="utf-8")
    return sample


@pytest.mark.parametrize("language", LANGUAGES)
def test_targets_are_told_in_one_language_and_one_table_each(language: str, aiming: Path, assess: Assess) -> None:
    run = assess("targets", "--lang", language, cwd=aiming)
    assert (run.code, run.err) == (0, "")
    rank, staff, later = run.out.split("\n\n")
    assert rank.splitlines()[0].startswith({"vi": "Thứ hạng (bậc) · ", "en": "Rank (places) · "}[language])
    assert ("99%" in rank, "2*" in rank, "▲" in rank) == (True, True, True)
    assert "3*" in staff
    assert len(later.splitlines()) == 2
    for table in (rank, staff):
        starts = {line.index({"vi": "Phải", "en": "Targ"}[language]) for line in table.splitlines()[1:2]}
        assert len(starts) == 1
    if language == "en":
        assert not VIETNAMESE.search(rank)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_targets_for_machines_are_exact_and_the_same_in_every_language(form: str, aiming: Path, assess: Assess) -> None:
    [out] = {assess("targets", "--format", form, "--lang", each, cwd=aiming).out for each in LANGUAGES}
    if form == "json":
        found = json.loads(out)["targets"]
        assert [each["id"] for each in found] == ["rank", "staff", "later"]
        assert found[1]["of"] == {"questionnaire": "sample", "question": "staff"}
        rows = [{"id": each["id"], **result} for each in found for result in each["results"]]
    else:
        rows = [{key: value or None for key, value in each.items()} for each in csv.DictReader(io.StringIO(out))]
    last = next(each for each in rows if each["period"] == "2024")
    assert last["achievement"] == last["method_1"] == "0.9859154929577464788732394366"
    assert (last["target_period"], last["method_3"], last["light"], last["trend"]) == (
        "2030",
        "0.5",
        "yellow",
        "better",
    )
    assert {each["agency"] for each in rows if each["id"] == "staff"} == {"so-mau-a"}  # the other is a draft


@pytest.mark.parametrize("language", LANGUAGES)
def test_targets_of_a_period_without_figures_are_told(language: str, aiming: Path, assess: Assess) -> None:
    out = assess("targets", "--period", "2022", "--format", "csv", cwd=aiming).out
    assert [line.split(",")[:2] for line in out.splitlines()[1:]] == [["rank", "2022"]]
    run = assess("targets", "--period", "1999", "--lang", language, cwd=aiming)
    assert (run.code, run.out) == (2, "")
    assert "1999" in run.err
    assert "2022, 2024, 2026" in run.err


def test_a_workspace_without_targets_says_so_and_nothing_is_wrong(sample: Path, assess: Assess) -> None:
    run = assess("targets", "--format", "json", "--lang", "en", cwd=sample)
    assert (run.code, json.loads(run.out)) == (0, {"format": 1, "targets": []})
    assert "targets.yaml" in run.err


def test_what_a_target_could_look_at_is_listed_in_the_questionnaires_order(aiming: Path, assess: Assess) -> None:
    path = aiming / "targets.yaml"
    head = "format: 1\ntargets:\n"
    wrong = ("{question: zzzz, questionnaire: sample}", "{questionnaire: zzzz}")
    rows = [
        f"  - {{id: t{n}, title: M, of: {of}, by_period: [{{period: '2026', target: 1}}]}}\n"
        for n, of in enumerate(wrong)
    ]
    path.write_text(head + "".join(rows), encoding="utf-8")
    runs = {process("check", "--lang", "en", cwd=aiming, PYTHONHASHSEED=each).out for each in ("0", "1", "2")}
    [out] = runs
    questionnaire, _ = load_questionnaire(aiming, "sample", "1", register_of("department", "commune"))
    assert isinstance(questionnaire, Questionnaire)
    assert ", ".join(list(questionnaire.questions)[:8]) in out


def test_refused_targets_stop_nothing_else(aiming: Path, assess: Assess) -> None:
    edit(aiming / "targets.yaml", "target: 70", "target: -70")
    run = assess("targets", "--lang", "en", cwd=aiming)
    assert (run.code, run.out) == (1, "")
    assert "target-division" in run.err
    assert assess("check", "targets.yaml", cwd=aiming).code == 1
    run = assess("rank", "--format", "csv", cwd=aiming)
    assert (run.code, run.err) == (0, "")
    assert len(run.out.splitlines()) > 1


def test_figures_beyond_measure_are_no_fault_of_the_tool(aiming: Path, assess: Assess) -> None:
    edit(aiming / "targets.yaml", "value: 71", "value: 0." + "0" * 37 + "1")
    edit(aiming / "targets.yaml", "target: 70", "target: " + "9" * 40)
    run = assess("targets", cwd=aiming)
    assert (run.code, run.err) == (0, "")
    assert "> 100000000%" in run.out


def test_a_schema_accepts_what_the_check_accepts(tmp_path: Path, assess: Assess) -> None:
    run = assess("schema", "--output", str(tmp_path), cwd=ROOT)
    assert (run.code, run.err) == (0, "")
    names = ["six-messages-2026.1.schema.json", "task-groups-2026.1.schema.json"]
    assert [path.name for path in sorted(tmp_path.iterdir())] == sorted([*names, "reviews", "surveys"])
    for path in sorted(tmp_path.glob("*.json")):
        own = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(own)
        assert all(reference.startswith("#/") for reference in re.findall(r'"\$ref": "(.+?)"', json.dumps(own)))
        validator = jsonschema.Draft202012Validator(own)
        name = path.name.rpartition("-")[0]
        responses = list((ROOT / "responses").glob(f"*/{name}/bo-*.yaml"))
        assert len(responses) > 20
        for response in responses:
            data = json.loads(json.dumps(read(response, response.name).data, default=float))
            validator.validate(data)
            assert not validator.is_valid(data | {"answers": {**data["answers"], "nobody": 1}})
            assert not validator.is_valid(data | {"questionnaire": "other"})


def test_one_schema_is_printed_by_name_or_by_version(sample: Path, assess: Assess) -> None:
    schemas = [json.loads(assess("schema", each, cwd=sample).out) for each in ("sample", "sample@2", "sample@1")]
    assert [each["properties"]["questionnaire_version"]["const"] for each in schemas] == ["2", "2", "1"]
    assert schemas[0] == schemas[1]
    choices = json.dumps(schemas[2]["properties"]["answers"]["properties"]["plan"], ensure_ascii=False)
    assert all(each in choices for each in ("draft", "Đang xây dựng", "In preparation"))
    for wrong in ("nobody", "sample@9", "@", "sample@../1"):
        run = assess("schema", wrong, cwd=sample)
        assert (run.code, run.out) == (2, "")


# ------------------------------------------------------------------------------------- one bad file, and --strict


def test_one_bad_file_stops_no_other(broken: Path, assess: Assess) -> None:
    files = [SAMPLE, "responses/2026/sample/so-mau-b.yaml", "responses/2026/sample/xa-mau.yaml"]
    run = assess("score", *files, "--format", "json", cwd=broken)
    assert run.code == 1
    assert [each["agency"] for each in json.loads(run.out)["results"]] == ["so-mau-a", "xa-mau"]
    run = assess("rank", "--format", "json", cwd=broken)
    assert run.code == 1
    assert [each["agency"] for each in json.loads(run.out)["ranking"]] == ["so-mau-a"]


def test_a_refused_questionnaire_stops_only_its_own_responses(sample: Path, assess: Assess) -> None:
    edit(sample / "questionnaires/sample/2/questionnaire.yaml", "type: percent", "type: percents")
    edit(sample / "responses/2026/sample/xa-mau.yaml", 'version: "1"', 'version: "2"')
    run = assess("score", SAMPLE, "--format", "json", cwd=sample)
    assert (run.code, run.err) == (0, "")
    assert len(json.loads(run.out)["results"]) == 1
    run = assess("score", SAMPLE, "responses/2026/sample/xa-mau.yaml", "--format", "json")
    assert run.code == 1
    assert len(json.loads(run.out)["results"]) == 1
    assert "questionnaires/sample/2/questionnaire.yaml" in run.err


def test_a_command_tells_only_of_what_it_shows(aiming: Path, assess: Assess) -> None:
    edit(aiming / "questionnaires/measured/1/questionnaire.yaml", "applies_to:", "applies_too:")
    folder = aiming / "responses/2025/measured"
    folder.mkdir(parents=True)
    (folder / "so-mau-a.yaml").write_text("format: 1\n", encoding="utf-8")
    edit(aiming / "questionnaires/sample/2/questionnaire.yaml", "type: percent", "type: percents")
    assert assess("check", cwd=aiming).code == 1
    commands = (["score", SAMPLE], ["rank"], ["targets"], ["compare", "so-mau-a", "xa-mau"])
    for arguments in commands:
        run = assess(*arguments)
        assert (run.code, run.err) == (0, ""), arguments
    edit(aiming / SAMPLE, "https://example.gov.vn/12.pdf", "http://example.gov.vn/12.pdf")
    edit(aiming / "assess.yaml", 'url: "https:', 'url: "http:')
    for arguments in commands:
        run = assess(*arguments)
        assert [line.split(":")[0] for line in run.err.splitlines()] == ["assess.yaml", SAMPLE], arguments


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sum_of_a_build_adds_up_and_strict_stops(
    language: str, fresh: Path, tmp_path: Path, assess: Assess
) -> None:
    root = Path(shutil.copytree(fresh, tmp_path / "workspace"))
    head = "  - {id: co-quan-mau,"
    more = "".join(f"  - {{id: co-quan-{n}, name: Cơ quan {n}, kind: province}}\n" for n in range(6))
    edit(root / "agencies.yaml", head, more + head)
    for n in range(6):
        arguments = [f"co-quan-{n}", "--questionnaire", "six-messages", "--period", "2026"]
        assert assess("new", *arguments, cwd=root).code == 0
        if n < 4:
            edit(root / f"responses/2026/six-messages/co-quan-{n}.yaml", "status: draft", "status: submitted")
    (root / "responses/2026/six-messages/co-quan-0.yaml").write_bytes(b"\xff")
    run = assess("build", "--lang", language, cwd=root)
    found = re.search(r"(\d+)[^\d=]*= (\d+) [^\d]+ \+ (\d+) [^\d]+ \+ (\d+) ", run.out)
    assert found is not None
    assert [int(each) for each in found.groups()] == [6, 3, 1, 2]
    assert (run.code, "co-quan-0.yaml:1:1: not-utf8" in run.err) == (1, True)
    before = tree(root / "site")
    edit(root / "responses/2026/six-messages/co-quan-1.yaml", "status: submitted", "status: draft")
    run = assess("build", "--strict", "--lang", language, cwd=root)
    assert (run.code, run.out) == (1, "")
    assert "--strict" in run.err
    assert tree(root / "site") == before
    (root / "responses/2026/six-messages/co-quan-0.yaml").unlink()
    assert assess("build", "--strict", "--lang", language, cwd=root).code == 0
    assert tree(root / "site") != before


# ------------------------------------------------------------------------------------ strange names and places


def _spaces(root: Path) -> None:
    (root / "responses/2026/sample/so mau.yaml").write_text("format: 1\n", encoding="utf-8")


def _line_break(root: Path) -> None:
    (root / "responses/2026/sample/a\nb: 1.yaml").write_text("format: 1\n", encoding="utf-8")


def _escapes(root: Path) -> None:
    (root / "responses/2026/sample/\x1b[31m\x07\u202ered.yaml").write_text("format: 1\n", encoding="utf-8")


def _not_utf_8(root: Path) -> None:
    with open(os.fsencode(root) + b"/responses/2026/sample/\xff\xfe.yaml", "wb") as file:  # noqa: PTH123
        file.write(b"format: 1\n")


def _long_name(root: Path) -> None:
    (root / "responses/2026/sample" / ("a" * 250 + ".yaml")).write_text("format: 1\n", encoding="utf-8")


def _folder_with_a_line(root: Path) -> None:
    (root / "responses/20\n26/sam ple").mkdir(parents=True)
    (root / "responses/20\n26/sam ple/x.yaml").write_text("format: 1\n", encoding="utf-8")


def _linked_response(root: Path) -> None:
    (root / "responses/2026/sample/so-mau-b.yaml").symlink_to("so-mau-a.yaml")


def _linked_secret(root: Path) -> None:
    (root.parent / "secret.yaml").write_text("canary: 1\n", encoding="utf-8")
    (root / "responses/2026/sample/so-mau-b.yaml").symlink_to(root.parent / "secret.yaml")


def _dead_link(root: Path) -> None:
    (root / "responses/2026/sample/so-mau-b.yaml").symlink_to("nowhere.yaml")


def _loop(root: Path) -> None:
    (root / "responses/2026/sample/so-mau-b.yaml").symlink_to("so-mau-b.yaml")


def _linked_period(root: Path) -> None:
    (root / "responses/2027").symlink_to("2026", target_is_directory=True)


def _linked_to_itself(root: Path) -> None:
    (root / "responses/2026/again").symlink_to("..", target_is_directory=True)


def _folder_of_that_name(root: Path) -> None:
    (root / "responses/2026/sample/so-mau-b.yaml").mkdir()


def _pipe(root: Path) -> None:
    os.mkfifo(root / "responses/2026/sample/so-mau-b.yaml")


STRANGE: Final = (
    *(_spaces, _line_break, _escapes, _not_utf_8, _long_name, _folder_with_a_line, _linked_response, _linked_secret),
    *(_dead_link, _loop, _linked_period, _linked_to_itself, _folder_of_that_name, _pipe),
)


@pytest.mark.skipif(sys.platform != "linux", reason="these names and files are Linux's")
@pytest.mark.parametrize("make", STRANGE)
def test_strange_names_and_files_are_told_on_one_line_and_stop_nothing(
    make: Callable[[Path], None], sample: Path, assess: Assess
) -> None:
    plain = json.loads(assess("rank", "--format", "json", cwd=sample).out)
    make(sample)
    run = assess("check", "--lang", "en", cwd=sample)
    lines = run.out.splitlines()
    assert all(re.match(r"[^\s:].*:\d+:\d+: [a-z-]+ ", line) for line in lines)
    assert lines
    assert run.code == 1
    assert all(char.isprintable() for line in lines for char in line)
    assert "canary" not in run.out
    for form in ("json", "sarif", "github"):
        told = assess("check", "--lang", "en", "--format", form)
        assert told.code == 1
        assert len(told.out.splitlines()) == len(lines) or form != "github"
        assert all(char.isprintable() for line in told.out.splitlines() for char in line)
        told.out.encode()
    concerned = any(line.startswith("responses/2026/sample/") for line in lines)
    run = assess("rank", "--format", "json")
    assert (run.code, json.loads(run.out)) == (int(concerned), plain)


def _no_responses(root: Path) -> None:
    shutil.rmtree(root / "responses")


def _responses_is_a_file(root: Path) -> None:
    _no_responses(root)
    (root / "responses").write_text("x", encoding="utf-8")


def _questionnaires_is_a_file(root: Path) -> None:
    shutil.rmtree(root / "questionnaires")
    (root / "questionnaires").write_text("x", encoding="utf-8")


def _settings_is_a_folder(root: Path) -> None:
    (root / "assess.yaml").unlink()
    (root / "assess.yaml").mkdir()


def _settings_is_a_pipe(root: Path) -> None:
    (root / "assess.yaml").unlink()
    os.mkfifo(root / "assess.yaml")


def _register_is_a_link(root: Path) -> None:
    (root / "agencies.yaml").rename(root / "other.yaml")
    (root / "agencies.yaml").symlink_to("other.yaml")


def _questionnaire_is_a_link(root: Path) -> None:
    (root / "questionnaires/sample").rename(root / "elsewhere")
    (root / "questionnaires/sample").symlink_to("../elsewhere", target_is_directory=True)


@pytest.mark.skipif(sys.platform == "win32", reason="these files are not Windows'")
@pytest.mark.parametrize("command", ["check", "score", "rank", "targets", "build", "schema", "new"])
@pytest.mark.parametrize(
    "make",
    [
        _no_responses,
        _responses_is_a_file,
        _questionnaires_is_a_file,
        _settings_is_a_folder,
        _settings_is_a_pipe,
        _register_is_a_link,
        _questionnaire_is_a_link,
    ],
)
def test_a_workspace_of_strange_parts_is_no_fault_of_the_tool(
    make: Callable[[Path], None], command: str, sample: Path, assess: Assess
) -> None:
    make(sample)
    run = assess(*IN_A_WORKSPACE[command], "--workspace", ".", "--lang", "en", cwd=sample)
    assert run.code in (0, 1, 2)
    assert run.code == 0 or run.err or run.out


@pytest.mark.parametrize("name", ["Sở Mẫu · 2026", "a'b", "x%20y", "a&b;c"])
def test_a_workspace_may_stand_in_a_folder_of_any_name(name: str, tmp_path: Path, assess: Assess) -> None:
    root = sample_workspace(tmp_path).rename(tmp_path / name)
    assert assess("check", cwd=root).code == 0
    assert assess("score", str(root / SAMPLE), cwd=tmp_path).code == 0
    assert assess("rank", "--workspace", name, cwd=tmp_path).code == 0


# -------------------------------------------------------------------------------------------------- explanations

SUMS: Final = """\
format: 1
id: sums
version: "1"
language: vi
title: Các phép gộp
applies_to: [department]
scale: {from: 0, to: 100, decimals: 2}
scoring: {aggregate: mean, missing: skip}
dimensions:
  - {id: equal, title: Bằng nhau, questions: [
      {id: e1, text: Câu, type: percent}, {id: e2, text: Câu, type: percent}, {id: e3, text: Câu, type: yes_no}]}
  - {id: weighted, title: Trọng số, weight: 2.5, questions: [
      {id: w1, text: Câu, type: percent, weight: 2}, {id: w2, text: Câu, type: percent, weight: 0.5},
      {id: w3, text: Câu, type: ratio, weight: 3}]}
  - {id: added, title: Cộng điểm, scoring: {aggregate: sum}, questions: [
      {id: a1, text: Câu, type: percent, points: 7}, {id: a2, text: Câu, type: ratio, points: 3},
      {id: a3, text: Câu, type: yes_no, points: 2}]}
  - {id: multiplied, title: Nhân, scoring: {aggregate: geometric}, questions: [
      {id: g1, text: Câu, type: percent, weight: 2}, {id: g2, text: Câu, type: ratio, weight: 1}]}
  - {id: least, title: Nhỏ nhất, scoring: {aggregate: min}, questions: [
      {id: l1, text: Câu, type: percent}, {id: l2, text: Câu, type: ratio},
      {id: l3, text: Câu, type: yes_no, weight: 0}]}
  - {id: greatest, title: Lớn nhất, scoring: {aggregate: max}, questions: [
      {id: h1, text: Câu, type: percent}, {id: h2, text: Câu, type: ratio},
      {id: h3, text: Câu, type: yes_no, weight: 0}]}
  - {id: zeroes, title: Thiếu là không, scoring: {missing: zero}, questions: [
      {id: z1, text: Câu, type: percent}, {id: z2, text: Câu, type: percent, weight: 2}]}
  - {id: skipped, title: Thiếu thì bỏ, scoring: {missing: skip}, questions: [
      {id: s1, text: Câu, type: percent}, {id: s2, text: Câu, type: percent, weight: 2}]}
  - {id: void, title: Thiếu là cả phần không, scoring: {missing: zero_node}, questions: [
      {id: v1, text: Câu, type: percent}, {id: v2, text: Câu, type: percent, weight: 2}]}
  - {id: nothing, title: Không điểm, scoring: {missing: null}, questions: [
      {id: n1, text: Câu, type: percent}, {id: n2, text: Câu, type: percent}]}
"""
SUMMED: Final = """\
format: 1
agency: so-mau-a
questionnaire: sums
questionnaire_version: "1"
period: "2026"
status: submitted
answers: {e1: 33.3, e2: 50, e3: true, w1: 12.5, w2: 99.9, w3: {part: 1, of: 3}, a1: 41, a2: {part: 2, of: 3},
  a3: false, g1: 62.5, g2: {part: 2, of: 3}, l1: 44, l2: {part: 2, of: 3}, l3: false, h1: 44, h2: {part: 2, of: 3},
  h3: true, z1: 70, s1: 70, v1: 70, n1: 70}
"""
NODES: Final = re.findall(r"^  - {id: (\w+)", SUMS, re.MULTILINE)


Sum = Fraction | float


class _Sum:
    """Reads a sum as a person writes it, and works it out."""

    def __init__(self, text: str) -> None:
        self._tokens = re.findall(r"\d+(?:\.\d+)?|min|max|[-+×/^();]", text.replace("−", "-"))
        assert "".join(self._tokens) == text.replace("−", "-").replace(" ", ""), text

    def value(self) -> Sum:
        found = self._added()
        assert not self._tokens
        return found

    def _take(self, *wanted: str) -> str:
        return self._tokens.pop(0) if self._tokens and self._tokens[0] in wanted else ""

    def _added(self) -> Sum:
        total = self._multiplied()
        while sign := self._take("+", "-"):
            other = self._multiplied()
            total = total + other if sign == "+" else total - other
        return total

    def _multiplied(self) -> Sum:
        total = self._power()
        while sign := self._take("×", "/"):
            other = self._power()
            total = total * other if sign == "×" else total / other
        return total

    def _power(self) -> Sum:
        base = self._atom()
        return float(base) ** float(self._power()) if self._take("^") else base

    def _atom(self) -> Sum:
        if name := self._take("min", "max"):
            assert self._take("(")
            parts = [self._added()]
            while self._take(";"):
                parts.append(self._added())
            assert self._take(")")
            return min(parts) if name == "min" else max(parts)
        if self._take("("):
            inner = self._added()
            assert self._take(")")
            return inner
        return Fraction(self._tokens.pop(0))


def _explained(text: str, language: str) -> list[tuple[Sum, Fraction, bool]]:
    """Return each printed sum of a node worked out, what it says it comes to, and whether it is exact."""
    found = []
    for line in text.splitlines():
        exact = "≈" not in line and "^" not in line
        plain = line.replace(" ≈ ", " = ").replace("≈", "")
        if language == "vi":
            plain = re.sub(r"(\d),(\d)", r"\1.\2", plain)
        sums = re.fullmatch(r"  (?:Coverage: |Độ phủ: )?((?:\(|min|max).*) = (−?[\d.]+)(%)?", plain)
        if sums:
            value = _Sum(sums[1]).value()
            found.append((value * (100 if sums[3] else 1), Fraction(sums[2].replace("−", "-")), exact))
    return found


def _near(value: Sum, says: Fraction, exact: bool) -> bool:
    return value == says if exact else abs(float(value - says)) <= 2e-4


def _sums_workspace(sample: Path, scale: str) -> None:
    folder = sample / "questionnaires/sums/1"
    folder.mkdir(parents=True)
    text = SUMS.replace("scale: {from: 0, to: 100", f"scale: {{{scale}")
    (folder / "questionnaire.yaml").write_text(text, encoding="utf-8")
    (sample / "responses/2026/sums").mkdir()
    (sample / "responses/2026/sums/so-mau-a.yaml").write_text(SUMMED, encoding="utf-8")


def _scores(result: Any) -> dict[str, str | None]:
    found = {result["questionnaire"]: result["score"]}
    rest = list(result["dimensions"])
    while rest:
        each = rest.pop()
        found[each["id"]] = each["score"]
        rest += each["dimensions"]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", ["from: 0, to: 100", "from: 1, to: 5"])
@pytest.mark.parametrize("node", ["sums", *NODES])
def test_the_sum_of_an_explanation_comes_to_the_score(
    node: str, scale: str, language: str, sample: Path, assess: Assess
) -> None:
    _sums_workspace(sample, scale)
    path = "responses/2026/sums/so-mau-a.yaml"
    result = json.loads(assess("score", path, "--format", "json", cwd=sample).out)["results"][0]
    score = _scores(result)[node]
    run = assess("score", path, "--explain", node, "--lang", language)
    assert (run.code, run.err) == (0, "")
    sums = _explained(run.out, language)
    assert len(sums) == (1 if node in ("void", "nothing") else 2)  # the score, where there is a sum; the coverage
    for value, says, exact in sums:
        assert _near(value, says, exact), run.out
    shown = run.out.splitlines()[2].replace("≈", "")
    if score is None:
        assert SAID[language]["reasons_no-score"].split()[0][:2].casefold() in run.out.casefold()
        assert not re.search(r"\d", shown)
    else:
        number = re.match(r"  = (−?[\d.,]+)", shown)
        assert number is not None
        assert abs(Fraction(number[1].replace(",", ".").replace("−", "-")) - Fraction(score)) <= Fraction(1, 10**6)
        if node != "void":
            assert sums[0][1] == Fraction(number[1].replace(",", "."))


@pytest.mark.parametrize("name", ["six-messages", "task-groups"])
def test_the_sums_of_shipped_questionnaires_add_up(name: str, assess: Assess) -> None:
    path = f"responses/2026/{name}/tinh-mau-song-trang.yaml"
    result = json.loads(assess("score", path, "--format", "json", cwd=ROOT).out)["results"][0]
    scores = _scores(result)
    assert sum(score is None for score in scores.values()) <= 1  # what ministries alone are asked
    for node, score in scores.items():
        for language in LANGUAGES if score is not None else ():
            run = assess("score", path, "--explain", node, "--lang", language)
            sums = _explained(run.out, language)
            assert len(sums) == 2, run.out
            assert all(_near(value, says, exact) for value, says, exact in sums), run.out
            assert score is not None
            assert abs(sums[0][1] - Fraction(score)) <= Fraction(1, 10**6)


def test_a_question_is_explained_by_its_answer_and_its_rule(sample: Path, assess: Assess) -> None:
    lines = assess("score", SAMPLE, "--explain", "on-time", "--lang", "en", cwd=sample).out.splitlines()
    assert len(lines) == 3
    assert "9 / 12" in lines[1]
    assert "3 / 4 points; 3 / 4 × 100 = 75" in lines[1]
    assert lines[2] == "  (0.75 − 0) / (1 − 0) = 0.75"
    for key, said in (("village-head", "not asked"), ("remark", "recorded only"), ("staff", "no figure yet")):
        assert said in assess("score", SAMPLE, "--explain", key, "--lang", "en").out


@pytest.mark.parametrize("language", LANGUAGES)
def test_explaining_what_is_not_there_suggests_what_is(language: str, sample: Path, assess: Assess) -> None:
    run = assess("score", SAMPLE, "--explain", "on-tine", "--lang", language, cwd=sample)
    assert (run.code, run.out) == (2, "")
    assert "“on-tine”" in run.err
    assert "“on-time”" in run.err


def test_questionnaires_are_shown_in_the_language_asked_for(sample: Path, assess: Assess) -> None:
    questionnaire, _ = load_questionnaire(sample, "sample", "1", register_of("department", "commune"))
    assert isinstance(questionnaire, Questionnaire)
    out = assess("score", SAMPLE, "--explain", "sample", "--lang", "en", cwd=sample).out
    assert "Sample questionnaire" in out
    assert questionnaire.title.text not in out


# ------------------------------------------------------------------------------------- points, levels in stages

POINTS: Final = """\
format: 1
id: points
version: "1"
language: vi
title: Cộng điểm
applies_to: [department, commune]
scale: {from: 0, to: 1000, decimals: 2}
levels:
  bands: [{id: low, title: Thấp}, {id: high, title: Cao}]
  requires: {high: {question: a1, at_least: 50}}
scoring: {aggregate: sum}
ranking: {within: all, min_group: 1, min_coverage: 0}
dimensions:
  - {id: main, number: "1", title: Chính, scoring: {aggregate: sum}, questions: [
      {id: a1, text: Câu, type: percent, points: 150}, {id: a2, text: Câu, type: percent, points: 50}]}
  - {id: other, number: "2", title: Khác, points: 800, questions: [{id: b1, text: Câu, type: percent}]}
"""
POINTED: Final = SUMMED.replace("questionnaire: sums", "questionnaire: points")[: SUMMED.index("answers:") + 2]


@pytest.fixture
def pointed(sample: Path) -> Path:
    """The sample workspace with a questionnaire whose points are added up, and whose levels are all staged."""
    folder = sample / "questionnaires/points/1"
    folder.mkdir(parents=True)
    (folder / "questionnaire.yaml").write_text(POINTS, encoding="utf-8")
    (sample / "responses/2026/points").mkdir()
    answers = "answers: {a1: 62.5, a2: 80, b1: 50}\n"
    (sample / "responses/2026/points/so-mau-a.yaml").write_text(POINTED + answers, encoding="utf-8")
    published = (
        '  - {questionnaire: points, period: "2026", version: "1", channel: declared, agencies: all}\nwithdrawn:'
    )
    edit(sample / "assess.yaml", "withdrawn:", published)
    return sample


@pytest.mark.parametrize("language", LANGUAGES)
def test_parts_that_are_added_up_are_shown_by_their_points(language: str, pointed: Path, assess: Assess) -> None:
    path = "responses/2026/points/so-mau-a.yaml"
    for form in ("table", "markdown"):
        out = assess("score", path, "--format", form, "--lang", language, cwd=pointed).out
        assert {"vi": "133,75 / 200 điểm", "en": "133.75 / 200 points"}[language] in out
        assert {"vi": "400,00 / 800 điểm", "en": "400.00 / 800 points"}[language] in out
    rows = {each["node"]: each for each in csv.DictReader(io.StringIO(assess("score", path, "--format", "csv").out))}
    assert [rows[each]["weight"] for each in ("main", "other", "a1", "a2", "b1")] == ["200", "800", "150", "50", "1"]
    assert (rows["main"]["points"], rows["main"]["of"], rows["a1"]["points"]) == ("133.75", "200", "93.75")
    told = assess("score", path, "--explain", "whole", "--lang", language).out.replace(",", ".").splitlines()
    assert any(line.endswith("(133.75 + 400) / (200 + 800) × 1000 = 533.75") for line in told)
    assert [re.findall(r"[\d.]+ / \d+", line) for line in told if line.startswith("  · ")] == [
        ["133.75 / 200"],
        ["400 / 800"],
    ]
    assert "668" not in "".join(told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_staged_level_stands_beside_the_band(language: str, pointed: Path, assess: Assess) -> None:
    path = "responses/2026/points/so-mau-a.yaml"
    staged = {"vi": "theo bậc: high Cao", "en": "staged: high Cao"}[language]
    for form in ("table", "markdown"):
        for arguments in (["score", path], ["rank", "--questionnaire", "points"]):
            out = assess(*arguments, "--format", form, "--lang", language, cwd=pointed).out
            assert staged in out
            assert SAID[language]["no_level"] not in out
    for arguments in (["score", path], ["rank", "--questionnaire", "points"]):
        rows = list(csv.DictReader(io.StringIO(assess(*arguments, "--format", "csv").out)))
        assert rows[0]["staged"] == "high"
    ranking = json.loads(assess("rank", "--questionnaire", "points", "--format", "json").out)["ranking"]
    assert [each["staged"] for each in ranking] == ["high"]
    edit(pointed / path, "a1: 62.5", "a1: 40")
    assert {"vi": "theo bậc: low Thấp", "en": "staged: low Thấp"}[language] in assess(
        "rank", "--questionnaire", "points", "--lang", language
    ).out


DUELS: Final = """\
format: 1
id: duels
version: "1"
language: vi
title: So từng cặp
applies_to: [department, commune]
scoring: {aggregate: copeland, over: {kind: all}}
adjust: [{plus: 1, if: {question: a1, at_least: 50}, reason: Thưởng}]
dimensions:
  - {id: main, title: Chính, questions: [{id: a1, text: Câu, type: percent}]}
"""


@pytest.fixture
def duelling(sample: Path) -> Path:
    """The sample workspace with a questionnaire that compares agencies two by two, with three responses."""
    (sample / "questionnaires/duels/1").mkdir(parents=True)
    (sample / "questionnaires/duels/1/questionnaire.yaml").write_text(DUELS, encoding="utf-8")
    (sample / "responses/2026/duels").mkdir()
    for agency, share in (("so-mau-a", 60), ("so-mau-b", 60), ("xa-mau", 20)):
        head = POINTED.replace("so-mau-a", agency).replace("questionnaire: points", "questionnaire: duels")
        path = sample / f"responses/2026/duels/{agency}.yaml"
        path.write_text(f"{head}answers: {{a1: {share}}}\n", encoding="utf-8")
    return sample


def test_duels_are_told_with_the_agencies_by_name(duelling: Path, assess: Assess) -> None:
    path = "responses/2026/duels/so-mau-a.yaml"
    run = assess("score", path, "--format", "json", cwd=duelling)
    [result] = json.loads(run.out)["results"]
    _validator("scores").validate(json.loads(run.out))
    first = result["steps"][0]
    assert [first[key] for key in ("ahead_of", "level_with", "behind")] == [["xa-mau"], ["so-mau-b"], []]
    lines = assess("score", path, "--explain", "whole", "--lang", "en").out.splitlines()
    assert "  Ahead of: xa-mau" in lines
    assert "  Level with: so-mau-b" in lines
    assert not any("Behind" in line for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_says_conditions_in_the_language_asked_for(language: str, duelling: Path, assess: Assess) -> None:
    path = "responses/2026/duels/so-mau-a.yaml"
    run = assess("score", path, "--format", "json", "--lang", language, cwd=duelling)
    [step] = [each for each in json.loads(run.out)["results"][0]["steps"] if each["step"] == "adjust"]
    assert ("at least" in step["condition"]) == (language == "en")


RECKONED: Final = """\
format: 1
id: points
version: "1"
language: vi
title: Phép tính
applies_to: [department, commune]
scale: {from: 1, to: 5, decimals: 2}
scoring: {aggregate: median}
dimensions:
  - {id: main, title: Chính, score: {rule: linear, from: 0.2, to: 0.6}, questions: [
      {id: full, text: Câu, type: number, score: {rule: linear, from: 10, to: 20}},
      {id: free, text: Câu, type: number, score: {rule: scale, from: 10, to: 20, onto: {from: 0, to: 0.5}}},
      {id: logs, text: Câu, type: number, score: {rule: linear, from: 1, to: 100, transform: log}}]}
  - {id: other, title: Khác, adjust: [{zero: true}], questions: [
      {id: each, text: Câu, type: number, prepare: [{divide_by: population, times: 10000}],
       score: {rule: linear, from: 0, to: 8}}]}
"""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("full", "(25 − 10) / (20 − 10) = 1,5; cắt ở 1"),
        ("free", "(25 − 10) / (20 − 10) = 1,5; 0 + 1,5 × (0,5 − 0) = 0,75"),
        ("logs", "(ln(10) − ln(1)) / (ln(100) − ln(1)) = (≈2,302585 − 0) / (≈4,605170 − 0) = 0,5"),
        ("full", "1 / 1 điểm; 1 / 1 × 4 + 1 = 5"),
        ("other", "điểm bằng 1: luôn áp dụng; 3 → 1"),
        ("main", "(0,75 − 0,2) / (0,6 − 0,2) = 1,375; cắt ở 1"),
        ("points", "trung vị(5; 1) = 3"),
        ("other", "chia cho population: 48 / 120000 × 10000 = 4"),
    ],
)
def test_a_rule_is_told_as_a_sum_that_can_be_worked_out(
    name: str, expected: str, pointed: Path, assess: Assess
) -> None:
    (pointed / "questionnaires/points/1/questionnaire.yaml").write_text(RECKONED, encoding="utf-8")
    path = "responses/2026/points/so-mau-a.yaml"
    answers = "answers: {full: 25, free: 25, logs: 10, each: 48}\n"
    (pointed / path).write_text(POINTED + answers, encoding="utf-8")
    run = assess("score", path, "--explain", name, "--lang", "vi", cwd=pointed)
    assert run.code == 0
    assert expected in run.out
