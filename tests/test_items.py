"""`assess items`: alpha, item–rest correlations and spread by hand, what is marked, and how it is told."""

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest

from assess.cli import main
from assess.cli.words import SAID
from assess.model.arithmetic import EXACT, ONE, ZERO, compared
from assess.model.robustness import BOUNDS
from assess.robustness import Item, Items, every_part, items_of
from assess.robustness.items import FLAGS, REASONS
from assess.scoring import Score
from tests.scoring import assessments, questionnaire_of
from tests.test_cli import process

NOT_ASKED: Final = "not asked"
LANGUAGES: Final = ("vi", "en")


def scored(*shares: str | Decimal | None) -> list[Score]:
    """Return the scores of a question: shares, None for no answer."""
    return [_score(each) for each in shares]


def _score(share: str | Decimal | None) -> Score:
    value = None if share in (None, NOT_ASKED) else Decimal(share or 0)
    coverage = None if share == NOT_ASKED else ZERO if share is None else ONE
    return Score("q", "answered", value, None, ONE, ONE, coverage)


def close(found: Decimal | None, wanted: str) -> bool:
    return found is not None and compared(found) == compared(Decimal(wanted))


# ------------------------------------------------------------------------------------------------ worked by hand

ONE_WAY: Final = scored("0", "0.5", "0.5", "1")
ALIKE: Final = scored("0", "0.5", "1", "0.5")
REVERSED: Final = scored("1", "0.5", "0.5", "0")


def test_alpha_and_correlation_of_two_questions_are_as_by_hand() -> None:
    # Each varies by 0.5 / 3 = 1/6, both together by 0.25 / 3 = 1/12: alpha 2/1 · (1 − (2/6) / (2/6 + 2/12)) = 2/3.
    found = items_of([ONE_WAY, ALIKE])
    assert found.reason is None
    assert close((found.alpha or ZERO) * 3, "2")
    assert all(close(each.correlation, "0.5") for each in found.parts)  # (1/12) / (1/6)
    assert [each.flags for each in found.parts] == [(), ()]


def test_a_question_is_held_against_the_mean_of_the_others_without_itself() -> None:
    # Variances 3/6, covariances 1/12, −1/6, −1/12 and each again: alpha 3/2 · (1 − (1/2) / (1/2 − 1/3)) = −3.
    # The first against (0.5, 0.5, 0.75, 0.25): −0.125 / √(0.5 · 0.125). The second against 0.5 everywhere.
    # The third against (0, 0.5, 0.75, 0.75): −0.375 / √(0.5 · 0.375) = −√0.75.
    found = items_of([ONE_WAY, ALIKE, REVERSED])
    assert close(found.alpha, "-3")
    one, two, three = found.parts
    assert one.correlation == Decimal("-0.5")
    assert (two.correlation, two.reason, two.flags) == (None, "no-spread", ())
    assert close((three.correlation or ZERO) ** 2, "0.75")
    assert one.flags == three.flags == ("low-correlation",)


def test_the_rest_is_the_mean_of_what_an_agency_has() -> None:
    # With the third missing in the last two agencies the rest of the first is (0.5, 0.5, 1, 0.5). It is unlike
    # the others in the third alone, where the first stands at its mean.
    third = scored("1", "0.5", None, None)
    found = items_of([ONE_WAY, ALIKE, third])
    assert found.parts[0].correlation == 0
    assert found.parts[0].flags == ("low-correlation",)


def test_spread_is_told_by_mean_deviation_and_who_stands_where() -> None:
    [item] = items_of([scored("0", "0.5", "0.5", "1", None, NOT_ASKED)]).parts
    assert (item.asked, item.answered) == (5, 4)
    assert (item.zero, item.between, item.full) == (1, 2, 1)
    assert item.mean == Decimal("0.5")
    assert close((item.deviation or ZERO) ** 2 * 6, "1")
    [beyond] = items_of([scored("-0.5", "3", "0.5")]).parts
    assert (beyond.zero, beyond.between, beyond.full) == (1, 1, 1)


def test_only_those_who_were_asked_and_answered_count() -> None:
    alone = items_of([ONE_WAY, ALIKE])
    wide = items_of([[*scored(NOT_ASKED, None), *ONE_WAY], [*scored("1", "0"), *ALIKE]])
    assert wide.parts[0].correlation == alone.parts[0].correlation
    filled = Score("q", "missing", Decimal("0.9"), None, ONE, ONE, ZERO)  # imputed
    [item] = items_of([[filled, *ONE_WAY]]).parts
    assert (item.answered, item.mean) == (4, Decimal("0.5"))


# -------------------------------------------------------------------------------------------- marks and reasons


def test_everyone_the_same_is_marked_even_where_fractions_differ_in_their_last_digit() -> None:
    with localcontext(EXACT):
        third = ONE / 3
        same = scored(third, third + Decimal("1E-50"), third)
    one, _ = items_of([same, scored("0", "0.5", "1")]).parts
    assert one.deviation == 0
    assert (one.correlation, one.reason, one.flags) == (None, "no-spread", ("same",))
    nearly = items_of([scored("0.3", "0.3", "0.300001"), scored("0", "0.5", "1")]).parts[0]
    assert nearly.flags == ()


def test_fewer_than_half_of_those_asked_are_marked_and_half_are_not() -> None:
    half = [*scored(None, None, None, NOT_ASKED, NOT_ASKED), *scored("0", "0.5", "1")]
    other = scored("0", "0", "0", "0", "0", "0", "0.5", "1")
    assert items_of([half, other]).parts[0].flags == ()
    assert items_of([[*half, *scored(None)], [*other, *scored("0")]]).parts[0].flags == ("few-answers",)
    [nobody] = items_of([scored(NOT_ASKED, NOT_ASKED)]).parts
    assert nobody.flags == ()


def test_a_correlation_of_exactly_the_bound_is_not_marked() -> None:
    # Deviations (1, −1, 0 …) and (1, −1, 9, −9, 3, −3, 3, −3): 2 / √(2 · 200) = 0.1.
    def shares(*deviations: int) -> list[Score]:
        return scored(*(Decimal("0.5") + Decimal(each) / 20 for each in deviations))

    first = shares(1, -1, 0, 0, 0, 0, 0, 0)
    on = items_of([first, shares(1, -1, 9, -9, 3, -3, 3, -3)]).parts[0]
    assert (on.correlation, on.flags) == (BOUNDS.correlation, ())
    below = items_of([first, shares(1, -1, 9, -9, 3, -3, 3, -4)]).parts[0]
    assert below.flags == ("low-correlation",)


REASONED: Final = {
    "few-parts": [ONE_WAY],
    "few-agencies": [scored("0", "1", None), scored("0", "1", "1")],
    "few-shared": [scored("0", "1", "0.5", None, None), scored(None, "1", "0.5", "0", "1")],
    "no-spread": [scored("0", "0.5", "1"), scored("1", "0.5", "0")],
}


@pytest.mark.parametrize("reason", REASONED)
def test_where_there_is_no_alpha_the_reason_is_told(reason: str) -> None:
    found = items_of(REASONED[reason])
    assert (found.alpha, found.reason) == (None, reason)
    assert REASONED.keys() == set(REASONS)


def test_where_there_is_no_correlation_the_reason_is_told() -> None:
    def first(*parts: Sequence[Score]) -> tuple[Decimal | None, str | None]:
        item = items_of(parts).parts[0]
        return item.correlation, item.reason

    assert first(ONE_WAY) == (None, "few-parts")
    assert first(*REASONED["few-agencies"]) == (None, "few-agencies")
    assert first(*REASONED["few-shared"]) == (None, "few-shared")
    [few, _] = items_of(REASONED["few-agencies"]).parts
    assert (few.mean, few.deviation, few.zero, few.full, few.flags) == (None, None, 1, 1, ())
    assert items_of([]) == Items(None, "few-parts", ())


def test_a_part_below_mixed_channels_is_mixed_as_they_are() -> None:
    # Declared 100 and verified 40, at 1 : 3: 0.25 · 1 + 0.75 · 0.4 = 0.55.
    questions = [{"id": each, "text": "?", "type": "percent"} for each in ("a", "b")]
    inner = {"id": "inner", "title": "Trong", "questions": questions}
    case = {
        "dimensions": [{"id": "d", "title": "Ngoài", "channels": {"declared": 1, "verified": 3}, "dimensions": [inner]}]
    }
    questionnaire = questionnaire_of(case)
    review = {
        "reviewer": "x",
        "reviewed_on": "2026-05-20",
        "answers_sha256": "0" * 64,
        "answers": {"a": {"verified": 40, "reason": "?"}},
    }
    [assessment] = assessments(questionnaire, {"answers": {"a": 100, "b": 20}, "review": review}).values()
    with localcontext(EXACT):
        found = dict(every_part(questionnaire.whole, assessment.score))
    assert [*found] == ["d/", "inner/", "a", "b"]
    assert [found[key].value for key in ("a", "b")] == [Decimal("0.55"), Decimal("0.2")]
    assert found["inner/"].value == found["d/"].value == Decimal("0.375")


# ------------------------------------------------------------------------------------------------- the command

QUESTIONNAIRE: Final = """\
format: 1
id: q
version: "1"
language: vi
title: Bộ câu hỏi
applies_to: [department, commune]
dimensions:
  - id: good
    number: "1"
    title: Tốt
    questions:
      - {id: one, number: "1.1", text: "Một | hai?", type: percent}
      - {id: two, number: "1.2", text: Hai?, type: percent}
      - {id: note, text: Ghi chú?, type: text, scored: false}
  - id: poor
    number: "2"
    title: Kém
    questions:
      - {id: same, text: Như nhau?, type: choice, options: [
          {id: none, text: Không, points: 0}, {id: some, text: Có, points: 1}, {id: more, text: Nữa, points: 1}]}
      - {id: rare, text: Ít?, type: percent}
      - {id: ours, text: Của xã?, type: percent, applies_to: [commune]}
  - {id: aside, title: Ngoài lề, scored: false, questions: [{id: lone, text: Một mình?, type: yes_no}]}
"""
ANSWERS: Final = (
    ("department", "{one: 0, two: 0, same: some, rare: 10}"),
    ("department", "{one: 50, two: 50, same: more, lone: true}"),
    ("commune", "{one: 50, two: 100, same: some, ours: 70}"),
    ("commune", "{one: 100, two: 50, same: more, ours: 30}"),
)

Run = Callable[..., str]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace of four agencies, also the current folder."""
    files = {
        "assess.yaml": "format: 1\ntitle: A\npublisher: {name: A}\nlanguages: [vi]\npublish:\n"
        '  - {questionnaire: q, period: "2026", version: "1"}\n  - {questionnaire: q, period: "2025", version: "1"}\n',
        "agencies.yaml": "format: 1\nkinds: [{id: department, name: Sở}, {id: commune, name: Xã}]\nagencies:\n"
        + "".join(f"  - {{id: a{n}, name: A{n}, kind: {kind}}}\n" for n, (kind, _) in enumerate(ANSWERS)),
        "questionnaires/q/1/questionnaire.yaml": QUESTIONNAIRE,
    }
    for n, (_, answers) in enumerate(ANSWERS):
        head = f'format: 1\nagency: a{n}\nquestionnaire: q\nquestionnaire_version: "1"\nperiod: "2026"\n'
        files[f"responses/2026/q/a{n}.yaml"] = f"{head}status: submitted\nanswers: {answers}\n"
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def items(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what the command writes; with its messages where these are wanted."""

    def run(*arguments: str, code: int = 0, messages: bool = False) -> str:
        capsys.readouterr()
        assert main(["items", *arguments]) == code
        out, err = capsys.readouterr()
        return err if messages else out

    return run


def test_json_tells_each_node_and_each_of_its_parts(items: Run) -> None:
    found: dict[str, Any] = json.loads(items("--format", "json", "--questionnaire", "q", "--period", "2026"))
    nodes = found.pop("nodes")
    assert found == {
        "format": 1,
        "questionnaire": "q",
        "questionnaire_version": "1",
        "period": "2026",
        "channel": "declared",
        "kind": None,
        "agencies": 4,
        "bounds": {"agencies": 3, "answered": "0.5", "correlation": "0.1"},
    }
    whole, good, poor, aside = nodes
    assert [next(iter(each)) for each in nodes] == ["questionnaire", "dimension", "dimension", "dimension"]
    assert [each["dimension"] for each in whole["parts"]] == ["good", "poor"], "what is only recorded is no part"
    assert [each["question"] for each in good["parts"]] == ["one", "two"]
    assert (good["dimension"], good["alpha"], good["reason"]) == ("good", "0." + "6" * 27 + "7", None)
    assert good["parts"][0] == {
        "question": "one",
        "asked": 4,
        "answered": 4,
        "zero": 1,
        "between": 2,
        "full": 1,
        "mean": "0.5",
        "deviation": "0.4082482904638630163662140125",  # √(1/6)
        "correlation": "0.5",
        "reason": None,
        "flags": [],
    }
    same, rare, ours = poor["parts"]
    assert (same["flags"], same["options"]) == (["same"], {"none": 0, "some": 2, "more": 2})
    assert (rare["asked"], rare["answered"], rare["flags"], rare["mean"]) == (4, 1, ["few-answers"], None)
    assert (ours["asked"], ours["answered"], ours["reason"]) == (2, 2, "few-agencies")
    assert (poor["alpha"], poor["reason"]) == (None, "few-agencies")
    assert [each["question"] for each in aside["parts"]] == ["lone"]
    assert aside["reason"] == "few-parts"


def test_dimensions_are_held_against_the_mean_of_the_others(items: Run) -> None:
    whole = json.loads(items("--format", "json"))["nodes"][0]
    # What is missing counts as 0, and of departments two questions are asked, of communes three.
    poor = [Fraction(11, 20), Fraction(1, 2), Fraction(17, 30), Fraction(13, 30)]
    good = [Fraction(0), Fraction(1, 2), Fraction(3, 4), Fraction(3, 4)]
    gaps = [(a - sum(good) / 4, b - sum(poor) / 4) for a, b in zip(good, poor, strict=True)]
    squared = sum(a * b for a, b in gaps) ** 2 / (sum(a * a for a, _ in gaps) * sum(b * b for _, b in gaps))
    for part in whole["parts"]:
        assert float(part["correlation"]) ** 2 == pytest.approx(float(squared), abs=1e-12)
        assert float(part["correlation"]) < 0
        assert part["flags"] == ["low-correlation"]
    assert float(whole["alpha"]) < 0


SEVERAL: Final = {
    "channels of the question": ("type: choice, ", "type: choice, channels: {declared: 1, survey: 1}, "),
    "channels above it": ("title: Kém\n", "title: Kém\n    channels: {declared: 1, verified: 1}\n"),
    "evidence": ("type: choice, ", "type: choice, evidence: optional, combine: mean, "),
}


@pytest.mark.parametrize("where", SEVERAL)
def test_where_an_agency_has_several_answers_options_are_not_counted(where: str, root: Path, items: Run) -> None:
    path, (old, new) = root / "questionnaires/q/1/questionnaire.yaml", SEVERAL[where]
    assert QUESTIONNAIRE.count(old) == 1
    path.write_text(QUESTIONNAIRE.replace(old, new), encoding="utf-8")
    if where == "evidence":
        for file in (root / "responses/2026/q").iterdir():
            text = re.sub(
                r"same: (\w+)", r"same: {evidence: [{title: A, value: \1}]}", file.read_text(encoding="utf-8")
            )
            file.write_text(text, encoding="utf-8")
    [same, *_] = json.loads(items("--format", "json"))["nodes"][2]["parts"]
    assert "options" not in same
    assert (same["answered"], same["flags"]) == (4, ["same"])


def test_csv_has_a_line_for_each_part_with_the_same_figures(items: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(items("--format", "csv")), strict=True))
    assert [*rows[0]] == ["node", "id", "part", "part_id", *Item._fields, "options", "alpha", "alpha_reason"]
    nodes = json.loads(items("--format", "json"))["nodes"]
    assert len(rows) == sum(len(each["parts"]) for each in nodes) == 8
    told = {(row["node"], row["id"], row["part"], row["part_id"]): row for row in rows}
    for node in nodes:
        [named] = [(key, node[key]) for key in ("questionnaire", "dimension") if key in node]
        for part in node["parts"]:
            [inner] = [(key, part[key]) for key in ("dimension", "question") if key in part]
            row = told[(*named, *inner)]
            for field in set(Item._fields) - {"flags"}:
                assert row[field] == ("" if part[field] is None else str(part[field]))
            assert row["flags"].split() == part["flags"]
            assert (row["alpha"], row["alpha_reason"]) == (node["alpha"] or "", node["reason"] or "")
    assert told["dimension", "poor", "question", "same"]["options"] == "none=0 some=2 more=2"


@pytest.mark.parametrize("form", ["json", "csv"])
def test_data_are_the_same_in_every_language_and_process(form: str, root: Path) -> None:
    runs = [
        process("items", "--format", form, "--lang", language, cwd=root, PYTHONHASHSEED=seed)
        for language, seed in zip(LANGUAGES, ("0", "7"), strict=True)
    ]
    assert {run.code for run in runs} == {0}
    assert len({run.out for run in runs}) == 1


SHOWN: Final = {
    "vi": (
        "Đánh dấu ▲",
        "chưa đến 50%",
        "dưới 0,1",
        "dưới 3 cơ quan",
        "1 Tốt · alpha 0,67",
        "4 cơ quan · số liệu tự khai",
    ),
    "en": (
        "▲ marks",
        "fewer than 50%",
        "below 0.1",
        "fewer than 3 agencies",
        "1 Tốt · alpha 0.67",
        "agencies: 4 · as declared",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_tells_the_bounds_what_is_marked_and_why_a_number_is_missing(language: str, items: Run) -> None:
    out = items("--lang", language)
    for text in SHOWN[language]:
        assert text in out
    said, facts = SAID[language], {"agencies": 3, "answered": 50, "correlation": "0,1" if language == "vi" else "0.1"}
    lines = out.splitlines()
    assert f"    ▲ {said['items_flag_same']}" in lines
    assert f"    ▲ {said['items_flag_few-answers'].format_map(facts)}" in lines
    assert f"    – {said['items_item_few-agencies'].format_map(facts)}" in lines
    assert "    none 0 · some 2 · more 2" in lines
    assert f"2 Kém · alpha – ({said['items_alpha_few-agencies'].format_map(facts)})" in lines
    [row] = [line for line in lines if line.startswith("1.1 ")]
    half = "0,50" if language == "vi" else "0.50"
    assert row.split()[-8:] == ["4", "4", "50%", "41%", "1", "2", "1", half]


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_has_whole_tables(language: str, items: Run) -> None:
    out = items("--format", "markdown", "--lang", language)
    rows = [line for line in out.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in rows} == {11}
    assert len(rows) == 8 + 2 * 4
    assert "1.1 Một \\| hai?" in out


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_tells_the_bounds(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["items", "--help", "--lang", language])
    text = " ".join(capsys.readouterr().out.split())
    assert all(each in text for each in SHOWN[language][:4])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_and_reason_has_words(language: str) -> None:
    said = SAID[language]
    assert all(said[f"items_flag_{each}"] for each in FLAGS)
    assert all(said[f"items_{what}_{each}"] for what in ("item", "alpha") for each in REASONS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_documented_is_what_is_told(language: str, items: Run) -> None:
    guide = (Path(__file__).parents[1] / f"docs/{language}/guide/running.md").read_text(encoding="utf-8")
    section = guide.partition("{#items}")[2].partition("\n## ")[0]
    shape = json.loads(section.partition("```json")[2].partition("```")[0])
    found = json.loads(items("--format", "json"))
    assert shape.keys() == found.keys()
    assert shape["bounds"] == found["bounds"]
    assert shape["nodes"][0].keys() == found["nodes"][1].keys()
    assert shape["nodes"][0]["parts"][0].keys() == found["nodes"][2]["parts"][0].keys()
    assert all(f"`{each}`" in section for each in (*FLAGS, *REASONS, *Item._fields))


def test_one_kind_is_told_alone_with_what_it_is_asked(items: Run) -> None:
    found = json.loads(items("--kind", "commune", "--format", "json"))
    assert (found["kind"], found["agencies"]) == ("commune", 2)
    nodes = {node.get("dimension"): [part["question"] for part in node["parts"]] for node in found["nodes"][1:]}
    assert nodes == {"good": ["one", "two"], "poor": ["same", "rare", "ours"], "aside": ["lone"]}
    found = json.loads(items("--kind", "department", "--format", "json"))
    poor = next(node for node in found["nodes"] if node.get("dimension") == "poor")
    assert [(part["question"], part["asked"]) for part in poor["parts"]] == [("same", 2), ("rare", 2)]
    assert items("--kind", "department", "--lang", "en").startswith("Sở · ")
    assert "Allowed: commune, department." in items("--kind", "village", "--lang", "en", code=2, messages=True)


def test_the_exit_code_tells_what_was_wrong(root: Path, items: Run) -> None:
    assert "1999" in items("--period", "1999", code=2, messages=True)
    path = root / "responses/2026/q/a3.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("one: 100", "one: 101"), encoding="utf-8")
    assert json.loads(items("--format", "json", code=1))["agencies"] == 3
    assert "a3.yaml" in items(code=1, messages=True)


def test_a_period_without_responses_is_told_without_figures(items: Run) -> None:
    found = json.loads(items("--period", "2025", "--format", "json"))
    assert found["agencies"] == 0
    parts = [part for node in found["nodes"] for part in node["parts"]]
    assert {(part["asked"], part["mean"], part["reason"]) for part in parts} == {(0, None, "few-agencies")}
    assert all(part["flags"] == [] for part in parts)
