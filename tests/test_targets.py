"""How far targets are reached: the worked examples in cases/targets, and what holds for every target."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.cli import main
from assess.documents import read
from assess.loading import load_versions, open_workspace
from assess.loading.targets import load_targets
from assess.model import Agency, Target
from assess.model.arithmetic import EXACT, compared, written
from assess.normalisation.measures import METHODS
from assess.scoring import assess
from assess.targets import Followed, Reading, Result, follow, reading_of
from assess.validation.targets import RULES
from tests.scoring import KIND, Data, dossier_of, questionnaire_of
from tests.test_channels import files, filled
from tests.test_channels import written as written_to
from tests.test_publishing import tree
from tests.workspaces import CASES, SHIPPED, document_of, every_problem, sample_workspace

_FIELDS: Final = frozenset(Result._fields) | {"score"}


class Example(NamedTuple):
    target: Data
    questionnaire: Data
    responses: Sequence[Data]
    expect: Sequence[Data]


def _examples() -> dict[str, Example]:
    found = {}
    for path in sorted((CASES / "targets").iterdir()):
        document = read(path, str(path))
        assert not document.problems, document.problems
        data = document.data
        assert data.keys() <= {"about", "target", "questionnaire", "responses", "cases"}, path.name
        for case in data["cases"]:
            assert case.keys() == {"name", "target", "expect"}, f"{path.name}: {case['name']}"
            target = {**data["target"], **case["target"]}
            given_ = Example(target, data.get("questionnaire", {}), data.get("responses", ()), case["expect"])
            found[f"{path.stem}: {case['name']}"] = given_
    return found


EXAMPLES: Final = _examples()


def target_of(data: Data) -> Target:
    """Build a target; what is left out of it is filled in."""
    whole = {"id": "case", "title": "Mẫu", **data}
    document = document_of({"format": 1, "targets": [whole]})
    assert not [each for rule in RULES for each in rule(document)]
    return Target.from_data(whole, "case")


def followed(example: Example) -> Followed:
    target = target_of(example.target)
    if not example.responses:
        return follow(target, ())
    questionnaire = questionnaire_of(example.questionnaire)
    readings = []
    for each in example.responses:
        agency = Agency.from_data({"id": each["agency"], "name": each["agency"], "kind": KIND})
        dossier = dossier_of(questionnaire, agency, each)
        readings.append(reading_of(target, assess(questionnaire, dossier, channel=each.get("channel", "declared"))))
    return follow(target, [each for each in readings if each is not None])


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_comes_out_as_worked_out_by_hand(name: str) -> None:
    example = EXAMPLES[name]
    target, results = followed(example)
    assert all(each.keys() <= _FIELDS for each in example.expect)
    assert len(results) == len(example.expect)
    found = [
        {key: _fact(target, result, key) for key in wanted}
        for result, wanted in zip(results, example.expect, strict=True)
    ]
    assert found == [{key: _wanted(key, value) for key, value in each.items()} for each in example.expect]


def _fact(target: Target, result: Result, key: str) -> Any:
    value = result.score(target) if key == "score" else getattr(result, key)
    if key == "goal":
        return result.goal and result.goal.period
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    return _written(value) if isinstance(value, Decimal) else value


def _wanted(key: str, value: Any) -> Any:
    if isinstance(value, list):
        return [_fraction(each) for each in value]
    return _fraction(value) if key in ("actual", "achievement", "change", "score") else value


def _written(value: Decimal | None) -> str | None:
    return None if value is None else written(compared(value))


def _fraction(text: str | None) -> str | None:
    if text is None:
        return None
    above, _, below = text.partition("/")
    return _written(EXACT.divide(Decimal(above), Decimal(below or 1)))


numbers = st.decimals(min_value=Decimal("0.01"), max_value=1000, places=2)


@given(goal=numbers, actual=numbers, lower=st.booleans())
def test_the_three_methods_agree_on_what_is_met(goal: Decimal, actual: Decimal, lower: bool) -> None:
    data = {"of": "nation", "direction": "lower" if lower else "higher", "by_period": [{"period": "a", "target": goal}]}
    [result] = follow(target_of({**data, "actuals": [{"period": "a", "value": actual}]}), ()).results
    first, second, third = result.methods
    assert first is not None
    met = actual <= goal if lower else actual >= goal
    assert (first >= 1) == (second == 1) == (third == 1) == (result.light == "green") == met
    assert second == min(first, Decimal(1))
    assert third in (0, Decimal("0.5"), 1)


@given(goal=numbers, actuals=st.lists(numbers, min_size=2, max_size=2), lower=st.booleans())
def test_a_better_actual_never_has_a_lower_score(goal: Decimal, actuals: list[Decimal], lower: bool) -> None:
    worse, better = sorted(actuals, reverse=lower)
    data = {"of": "nation", "direction": "lower" if lower else "higher", "by_period": [{"period": "b", "target": goal}]}
    written_ = [{"period": "a", "value": worse}, {"period": "b", "value": better}]
    first, second = follow(target_of({**data, "actuals": written_}), ()).results
    assert all(a is not None and b is not None and a <= b for a, b in zip(first.methods, second.methods, strict=True))
    assert second.trend == ("same" if worse == better else "better")


def test_the_methods_of_the_schema_are_those_that_there_are() -> None:
    from assess.validation.schemas import schema

    properties = schema("targets")["properties"]["targets"]["items"]["properties"]
    assert properties["method"]["enum"] == list(METHODS)


def test_readings_come_in_any_order() -> None:
    target = target_of({"of": {"question": "q"}, "by_period": [{"period": "2026", "target": 80}]})
    readings = [Reading(str(period), name, Decimal(period)) for period in (2025, 2026) for name in ("a", "b")]
    assert follow(target, readings) == follow(target, reversed(readings))


# ------------------------------------------------------------------------------------------------- the file


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    workspace = sample_workspace(tmp_path)
    monkeypatch.chdir(workspace)
    return workspace


def targets_in(root: Path, of: str) -> Mapping[str, Target]:
    line = f'{{id: t, title: T, of: {of}, by_period: [{{period: "2026", target: 80}}]}}'
    (root / "targets.yaml").write_text(f"format: 1\ntargets: [{line}]\n", encoding="utf-8")
    workspace, _ = open_workspace(root)
    assert workspace is not None
    versions, _ = load_versions(root, workspace.register)
    return {each.id: each for each in load_targets(workspace, versions)[0]}


def second_questionnaire(root: Path) -> Path:
    """Put a copy of the sample's second version in place under another name."""
    copy = root / "questionnaires/other/1/questionnaire.yaml"
    copy.parent.mkdir(parents=True)
    text = (root / "questionnaires/sample/2/questionnaire.yaml").read_text(encoding="utf-8")
    copy.write_text(text.replace("id: sample", "id: other").replace('version: "2"', 'version: "1"'), encoding="utf-8")
    return copy


def test_what_several_questionnaires_ask_needs_the_questionnaire(root: Path) -> None:
    second_questionnaire(root)
    assert targets_in(root, "{question: share-online-full}") == {}
    assert [(each.code, each.line, each.column) for each in every_problem(root)] == [("target-form", 2, 44)]
    found = targets_in(root, "{question: share-online-full, questionnaire: other}")["t"]
    assert found.measure is not None
    assert found.measure.questionnaire == "other"
    assert not every_problem(root)


def test_a_question_is_found_in_the_only_questionnaire_that_asks_it(root: Path) -> None:
    second_questionnaire(root)
    found = targets_in(root, "{question: staff}")["t"]
    assert found.measure is not None
    assert found.measure.questionnaire == "sample"


def test_a_refused_questionnaire_is_not_blamed_on_the_targets(root: Path) -> None:
    second_questionnaire(root).write_text("format: 1\n", encoding="utf-8")
    for of in ("{question: nobody-knows}", "{question: nobody-knows, questionnaire: other}"):
        assert "t" in targets_in(root, of)
        assert {Path(each.path).name for each in every_problem(root)} == {"questionnaire.yaml"}
    assert targets_in(root, "{question: nobody-knows, questionnaire: sample}") == {}


def test_every_commitment_that_is_shipped_is_asked_about_or_watched() -> None:
    workspace, _ = open_workspace(SHIPPED.parent)
    assert workspace is not None
    versions, _ = load_versions(SHIPPED.parent, workspace.register)
    targets, problems = load_targets(workspace, versions)
    assert not problems
    watched = {name for each in targets if each.source for name in each.source.commitments}
    for questionnaire in versions.values():
        assert questionnaire is not None
        asked = {name for each in questionnaire.questions.values() for name in each.commitments}
        assert questionnaire.commitments.keys() - asked - watched == set()


ADDED: Final = """\
format: 1
id: added
version: "1"
language: vi
title: Cộng điểm
applies_to: [province]
scoring: {aggregate: sum}
ranking: {within: kind}
dimensions:
  - id: d
    title: Nội dung
    questions:
      - {id: share, text: Tỷ lệ?, type: percent, points: 200}
      - {id: days, text: Bao lâu?, type: number, unit: ngày, points: 50, score: {rule: linear, from: 9, to: 4}}
"""


def added(folder: Path, target: str) -> Path:
    """Write a workspace of one province with one target; `target` is the rest of it."""
    return written_to(
        folder,
        {
            "assess.yaml": "format: 1\ntitle: T\npublisher: {name: P}\nlanguages: [vi, en]\n"
            'publish: [{questionnaire: added, period: "2026", version: "1"}]\n',
            "agencies.yaml": "format: 1\nkinds: [{id: province, name: Tỉnh}]\n"
            "agencies: [{id: tinh-a, name: Tỉnh A, kind: province}]\n",
            "questionnaires/added/1/questionnaire.yaml": ADDED,
            "questionnaires/added/1/locale/en.yaml": 'format: 1\nquestionnaire: added\nversion: "1"\nlanguage: en\n'
            "questions: {share: {text: What share?}}\n",
            "responses/2026/added/tinh-a.yaml": 'format: 1\nagency: tinh-a\nquestionnaire: added\nperiod: "2026"\n'
            'questionnaire_version: "1"\nstatus: submitted\nanswers: {share: 75, days: 6.75}\n',
            "targets.yaml": f'format: 1\ntargets: [{{id: t, {target}, by_period: [{{period: "2026", target: 8}}]}}]\n',
        },
    )


@pytest.mark.parametrize(
    ("of", "known", "unit", "figure"),
    [
        ("{dimension: d}", "points", ("điểm đạt được", "points earned"), "172,5"),
        ("{questionnaire: added}", "scale", ("điểm trên thang từ 0 đến 100", "score on the scale from 0 to 100"), "69"),
        ("{question: days}", "answer", ("ngày", "ngày"), "6,75"),
        ("{question: share}", "answer", ("", ""), "75%"),
    ],
)
def test_the_unit_of_what_a_target_looks_at_is_shown(
    of: str, known: str, unit: tuple[str, str], figure: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = added(tmp_path, f"title: T, of: {of}")
    site = filled(root)
    for prefix, said in zip(("", "en/"), unit, strict=True):
        page = tree(site[f"{prefix}targets/"])
        facts = dict(zip(*([each.text() for each in page.every(tag)] for tag in ("dt", "dd")), strict=True))
        assert facts.get("Unit" if prefix else "Đơn vị", "") == said
    assert next(next(tree(site["targets/"]).every("table", "aims")).every("td")).text() == figure
    for language, said in zip(("vi", "en"), unit, strict=True):
        assert main(["targets", "--workspace", str(root), "--lang", language]) == 0
        assert capsys.readouterr().out.startswith(f"T ({said}) · t" if said else "T · t")
    assert main(["targets", "--workspace", str(root), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["targets"][0]["measured_in"] == known


@pytest.mark.parametrize(
    ("of", "titles"),
    [
        ("{question: share}", ("Tỷ lệ?", "What share?")),
        ("{dimension: d}", ("Nội dung", "Nội dung")),
        ("{questionnaire: added}", ("Cộng điểm", "Cộng điểm")),
    ],
)
def test_a_target_without_a_title_is_called_as_what_it_looks_at(
    of: str, titles: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = added(tmp_path, f"of: {of}")
    site = filled(root)
    for language, prefix, title in zip(("vi", "en"), ("", "en/"), titles, strict=True):
        assert next(next(tree(site[f"{prefix}targets/"]).every("section", "sect")).every("h2")).text() == title
        assert main(["targets", "--workspace", str(root), "--lang", language]) == 0
        assert capsys.readouterr().out.startswith(title)
    assert main(["targets", "--workspace", str(root), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["targets"][0]["title"] == titles[0]


@pytest.mark.parametrize(
    ("standing", "words"), [("draft", ("dự thảo", "draft")), ("proposal", ("đề xuất", "proposal"))]
)
def test_what_is_not_decided_yet_is_said_to_be_so(
    standing: str, words: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = added(tmp_path, f"title: T, of: {{question: share}}, standing: {standing}")
    site = filled(root)
    for language, prefix, word in zip(("vi", "en"), ("", "en/"), words, strict=True):
        page = tree(site[f"{prefix}targets/"])
        assert next(page.every("section", "sect")).text().partition(" T ")[0].endswith(f"· {word}")
        assert {"": "Hiệu lực", "en/": "Standing"}[prefix] in [each.text() for each in page.every("dt")]
        assert main(["targets", "--workspace", str(root), "--lang", language]) == 0
        assert f" · {word} · t" in capsys.readouterr().out
    assert main(["targets", "--workspace", str(root), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["targets"][0]["standing"] == standing


def test_figures_of_different_channels_are_not_compared_and_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In 2024 the province's own answers are published, in 2025 what was verified, in 2026 what a survey says."""
    head = "format: 1\ntargets:\n"
    targets = "".join(
        f"  - {{id: {name}, title: T, of: {{question: {name}, questionnaire: q}}, agencies: [tinh-a],"
        ' by_period: [{period: "2026", target: 90}]}\n'
        for name in ("share", "happy")
    )
    contents = {**files(), "targets.yaml": head + targets}
    del contents["reviews/2025/q/tinh-f.yaml"]  # which is stale, and so a problem
    root = written_to(tmp_path, contents)
    site = filled(root)
    for prefix, trend, reason in (
        ("", "Không so với 2024 vì khác nguồn: kỳ đó tự khai, kỳ này khảo sát", "tính riêng theo từng nguồn"),
        ("en/", "Not compared with 2024, as the sources differ: declared then, survey now", "for each source"),
    ):
        tables = tree(site[f"{prefix}targets/"]).every("table", "aims")
        share, happy = (next(each.every("tbody")) for each in tables)
        assert list(share.every("td"))[-1].text() == trend
        assert reason in happy.text()
        assert main(["targets", "--workspace", str(root), "--lang", prefix[:2] or "vi"]) == 0
        assert trend in capsys.readouterr().out
    assert main(["targets", "--workspace", str(root), "--format", "json"]) == 0
    share = json.loads(capsys.readouterr().out)["targets"][0]["results"]
    told = [[each[key] for key in ("period", "channel", "since", "since_channel", "trend")] for each in share]
    assert told == [
        ["2024", "declared", None, None, None],
        ["2025", None, None, None, None],  # the verifier found no number
        ["2026", "survey", "2024", "declared", "not-compared"],
    ]


def test_a_workspace_without_targets_has_none(root: Path) -> None:
    workspace, _ = open_workspace(root)
    assert workspace is not None
    assert load_targets(workspace, {}) == ((), ())
