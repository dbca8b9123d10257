"""The demonstration: what its generator writes, that nobody can take it for real, and that it looks like life."""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from statistics import mean, median
from typing import Any, Final

import pytest

from assess.cli import main
from assess.documents import read
from assess.loading import Workspace, open_workspace, response_files
from tests.demonstration.abilities import NATURES, PERIODS
from tests.demonstration.agreeing import agreeing
from tests.demonstration.workspace import ABSENT, AWAITING, DRAFTS, QUESTIONNAIRES, VERIFIED, write_demonstration

ROOT: Final = Path(__file__).parents[1]
REAL: Final = ROOT / "assess" / "registers" / "vietnam.yaml"
WRITTEN: Final = ("responses", "reviews")

Results = Mapping[tuple[str, str, str], Any]
"""What `assess score` says of each questionnaire, period and agency."""


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    found, problems = open_workspace(ROOT)
    assert found is not None, problems
    return found


@pytest.fixture(scope="module")
def results() -> Results:
    files = [str(each.path) for each in response_files(ROOT)]
    command = [sys.executable, "-m", "assess", "--workspace", str(ROOT), "score", *files, "--format", "json"]
    run = subprocess.run(command, capture_output=True, check=True, timeout=120, encoding="utf-8")
    found = json.loads(run.stdout)["results"]
    return {(each["questionnaire"], each["period"], each["agency"]): each for each in found}


def submitted(results: Results, name: str, period: str) -> dict[str, Any]:
    return {key[2]: each for key, each in results.items() if key[:2] == (name, period) and key not in DRAFTS}


def files_in(root: Path) -> dict[str, bytes]:
    paths = [root / "assess.yaml", root / "agencies.yaml"]
    paths += [path for folder in WRITTEN for path in (root / folder).rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def test_written_anew_it_is_the_same_to_the_byte(tmp_path: Path) -> None:
    shutil.copy(ROOT / "assess.yaml", tmp_path)
    shutil.copytree(ROOT / "questionnaires", tmp_path / "questionnaires")
    count = write_demonstration(tmp_path)
    anew, here = files_in(tmp_path), files_in(ROOT)
    assert count == len(here)
    assert sorted(anew) == sorted(here)
    assert [name for name in here if anew[name] != here[name]] == [], "run python -m tests.demonstration"


def test_nothing_is_wrong_with_it() -> None:
    assert main(["check", "--workspace", str(ROOT)]) == 0


def test_there_are_so_many_of_each_kind_in_regions_and_on_tiles(workspace: Workspace) -> None:
    agencies = workspace.register.agencies.values()
    today = [each for each in agencies if each.valid_to is None]
    assert Counter(each.kind for each in today) == {"ministry": 12, "province": 34, "commune": 40}
    tiles = [each.grid for each in agencies if each.grid is not None]
    assert len(set(tiles)) == len(tiles) == 34
    assert {each.kind for each in agencies if each.grid} == {"province"}
    assert all(each.groups and each.attributes["population"] > 0 for each in agencies if each.kind != "ministry")
    provinces = {each.id for each in today if each.kind == "province"}
    assert {each.parent for each in agencies if each.kind == "commune"} <= provinces
    assert [each.kind for each in agencies if not each.ranked] == ["commune"]


def test_two_provinces_became_one(workspace: Workspace, results: Results) -> None:
    old = [each for each in workspace.register.agencies.values() if each.successor]
    [new] = {each.successor for each in old}
    assert len(old) == 2
    assert workspace.register.agencies[str(new)].valid_from == "2025-01-01"
    for name in QUESTIONNAIRES:
        assert all({key[1] for key in results if key[::2] == (name, each.id)} == {"2024"} for each in old)
        assert {key[1] for key in results if key[::2] == (name, new)} == {"2025", "2026"}


def test_nobody_can_take_them_for_real(workspace: Workspace) -> None:
    assert workspace.settings.invented
    real = read(REAL, REAL.name).data["agencies"]
    names = {name.casefold() for each in real for name in (each["name"], each["names"]["en"])}
    for agency in workspace.register.agencies.values():
        first, rest = agency.name.split(" Mẫu ")
        assert first == workspace.register.kinds[agency.kind].name
        assert not {rest.casefold(), f"{first} {rest}".casefold()} & names
        assert agency.names["en"].startswith("Sample ")
    texts = "".join(content.decode() for content in files_in(ROOT).values())
    assert set(re.findall(r"https?://[^/\"]*", texts)) == {"https://example.gov.vn"}


def test_drafts_gaps_withdrawals_corrections_and_reviews_are_among_them(workspace: Workspace, results: Results) -> None:
    statuses = {(each.questionnaire, each.period, each.agency): _status(each.path) for each in response_files(ROOT)}
    assert {key for key, status in statuses.items() if status == "draft"} == DRAFTS
    assert {period for _, period, _ in DRAFTS} == {PERIODS[-1]}
    assert not ABSENT & statuses.keys()
    assert all(agency in workspace.register.agencies for _, _, agency in (*ABSENT, *DRAFTS))
    assert NATURES.keys() <= workspace.register.agencies.keys()
    taken = {(each.questionnaire, each.period, each.agency) for each in workspace.settings.withdrawn}
    mended = {(each.questionnaire, each.period, each.agency) for each in workspace.settings.corrections}
    assert len(taken) == len(mended) == 1
    assert taken | mended <= results.keys()
    reviewed = {path.stem for path in (ROOT / "reviews" / VERIFIED[1] / VERIFIED[0]).glob("*.yaml")}
    assert submitted(results, *VERIFIED).keys() - reviewed == {AWAITING}


def test_some_answers_are_verified_lower_than_declared() -> None:
    folder = ROOT / "reviews" / VERIFIED[1] / VERIFIED[0]
    found = [each for path in folder.glob("*.yaml") for each in read(path, path.name).data["answers"].values()]
    lower = [each for each in found if "reason" in each]
    assert 0.05 < len(lower) / len(found) < 0.4
    assert len({each["reason"] for each in lower}) > 8


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("name", QUESTIONNAIRES)
def test_everyone_does_not_earn_the_same_for_any_question(name: str, period: str, results: Results) -> None:
    earned: dict[str, set[str]] = defaultdict(set)
    for each in submitted(results, name, period).values():
        for question in _questions(each):
            if question["state"] not in ("unscored", "not_asked", "closed", "not_applicable", "missing", "unknown"):
                earned[question["id"]].add(question["points"])
    assert earned
    assert [key for key, points in earned.items() if len(points) < 2] == []


@pytest.mark.parametrize("name", QUESTIONNAIRES)
@pytest.mark.parametrize("period", PERIODS)
def test_every_question_goes_with_the_rest_and_every_dimension_with_the_whole(
    name: str, period: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["items", "--questionnaire", name, "--period", period, "--format", "json"]
    assert main(["--workspace", str(ROOT), *command]) == 0
    nodes = json.loads(capsys.readouterr().out)["nodes"]
    assert [part for node in nodes for part in node["parts"] if part["flags"]] == []
    assert Decimal(nodes[0]["alpha"]) > Decimal("0.8")
    assert all(Decimal(part["correlation"]) > Decimal("0.5") for part in nodes[0]["parts"])


@pytest.mark.parametrize("name", QUESTIONNAIRES)
def test_it_looks_like_life(name: str, results: Results) -> None:
    by_period = [submitted(results, name, period) for period in PERIODS]
    for each in by_period:
        coverages = [Decimal(one["coverage"]) for one in each.values()]
        assert 2 <= sum(coverage < Decimal("0.5") for coverage in coverages) <= 10
        assert median(coverages) > Decimal("0.9")
        scores = {key: Decimal(one["score"]) for key, one in each.items()}
        assert max(scores.values()) > 90
        assert min(scores.values()) < 15
        kinds = [mean(scores[key] for key in scores if key.startswith(start)) for start in ("bo-", "tinh-", "xa-")]
        assert kinds == sorted(kinds, reverse=True)
    medians = [median(Decimal(one["score"]) for one in each.values()) for each in by_period]
    assert medians[0] + 3 < medians[1] < medians[2] - 3
    first, *_, last = (each["tinh-mau-dong-co-lau"]["score"] for each in by_period)
    assert Decimal(last) < Decimal(first) - 10
    first, *_, last = (each["xa-mau-ngo-nang"]["score"] for each in by_period)
    assert Decimal(last) > Decimal(first) + 30


@pytest.mark.parametrize("name", QUESTIONNAIRES)
def test_one_is_far_in_one_dimension_only(name: str, results: Results) -> None:
    parts = [Decimal(each["score"]) for each in results[name, PERIODS[-1], "tinh-mau-thac-ngan-ha"]["dimensions"]]
    best, *others = sorted(parts, reverse=True)
    assert best > max(others) + 20


def test_answers_about_the_same_thing_agree() -> None:
    for file in response_files(ROOT):
        data = read(file.path, file.path.name).data
        assert agreeing(data["answers"]) == data["answers"], file.path.name


def test_responses_are_small_and_their_evidence_is_of_the_period() -> None:
    sizes = [each.path.stat().st_size for each in response_files(ROOT)]
    assert mean(sizes) < 5 * 1024
    for each in response_files(ROOT):
        issued = re.findall(r'issued: "(\d+)', each.path.read_text(encoding="utf-8"))
        assert set(issued) <= {each.period}


ANY: Final = """\
format: 1
id: {name}
version: "{version}"
language: vi
title: Mọi loại câu hỏi
applies_to: [ministry, province, commune]
option_sets:
  how: [{{id: "no", text: Chưa, points: 0}}, {{id: half, text: Nửa, share: 0.5}},
        {{id: full, text: Xong, points: 4, evidence: required}}]
  what: [{{id: x, text: X, points: 1}}, {{id: y, text: Y, points: 2}}, {{id: none, text: Không, points: 0}}]
dimensions:
  - id: words
    title: Chữ
    questions:
      - {{id: a1, text: A?, type: choice, options: how, points: 4, evidence: optional}}
      - {{id: a2, text: A?, type: choices, options: what, evidence: required, not_applicable: allowed}}
      - {{id: a3, text: A?, type: choices, options: what, score: {{rule: all}}}}
      - {{id: a4, text: A?, type: choice, options: [{{id: x, text: X}}, {{id: y, text: Y}}], scored: false}}
      - {{id: a5, text: A?, type: yes_no, evidence: required}}
      - {{id: a6, text: A?, type: yes_no, combine: all, evidence: required}}
      - {{id: a7, text: A?, type: date, score: {{rule: linear, from: "2020-01-01", to: "2025-01-01"}}}}
      - {{id: a8, text: A?, type: text, scored: false}}
  - id: numbers
    title: Số
    questions:
      - {{id: b1, text: B?, type: percent, when: {{question: a1, is: [full]}}}}
      - {{id: b2, text: B?, type: percent, combine: mean, evidence: required}}
      - {{id: b3, text: B?, type: percent, score: {{rule: distance, value: 50, reach: 50}}}}
      - {{id: b4, text: B?, type: number, range: {{from: 1, to: 100000}}, evidence: required,
         score: {{rule: linear, transform: log, from: 100, to: 75000}}}}
      - {{id: b5, text: B?, type: number, score: {{rule: linear, from: 0, to: 50}}, applies_to: [province, commune],
         prepare: [{{divide_by: population, times: 1000}}]}}
      - {{id: b6, text: B?, type: number, score: {{rule: minmax, direction: lower}}}}
      - {{id: b7, text: B?, type: count, score: {{rule: count, of: 5}}}}
      - {{id: b8, text: B?, type: count, points: 4, evidence: required,
         score: {{rule: steps, steps: [{{from: 0, points: 0}}, {{from: 1, points: 2}}, {{from: 3, points: 4}}]}}}}
      - {{id: b9, text: B?, type: ratio, score: {{rule: percentile}}, when: {{question: a2, is: [x]}}}}
      - {{id: b10, text: B?, type: percent, channels: {{survey: 1}}}}
"""


def test_the_newest_version_of_any_questionnaire_is_answered(tmp_path: Path) -> None:
    for name in QUESTIONNAIRES:
        for version in ("2030.9", "2030.10"):
            folder = tmp_path / "questionnaires" / name / version
            folder.mkdir(parents=True)
            text = ANY.format(name=name, version=version)
            (folder / "questionnaire.yaml").write_text(text, encoding="utf-8", newline="\n")
    shutil.copy(ROOT / "assess.yaml", tmp_path)
    write_demonstration(tmp_path)
    assert main(["check", "--workspace", str(tmp_path)]) == 0
    response = read(tmp_path / "responses/2026/six-messages/tinh-mau-nui-may.yaml", "response").data
    assert response["questionnaire_version"] == "2030.10"
    assert len(response["answers"]) > 12


def _status(path: Path) -> str:
    return str(read(path, path.name).data["status"])


def _questions(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    inner: Sequence[Mapping[str, Any]] = node["dimensions"]
    for each in inner:
        yield from _questions(each)
    yield from node.get("questions", ())
