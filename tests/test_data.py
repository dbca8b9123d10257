"""Open data: tables that agree with the results, files that describe them, and responses that can be read again."""

import csv
import hashlib
import io
import json
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from assess.cli import main
from assess.presentation.data.cells import csv_row, text_cell
from assess.presentation.data.page import script_json, size_text
from assess.publishing.site import build_site
from tests.everything import RESPONSES, write_everything
from tests.test_explaining import validator
from tests.test_publishing import SMALL, TARGETS, Site, built, edit, site_in, stamps, workspace
from tests.workspaces import outcome

ROOT: Final = Path(__file__).parents[1]
HOSTILE: Final = "=1+1"
Rows = Sequence[Mapping[str, str]]


def table(site: Site, name: str) -> Rows:
    """Return the rows of a table, by the names of its columns."""
    text = site[name].decode("utf-8-sig")
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small workspace with targets, a licence, and an answer that a spreadsheet would work out."""
    root = workspace(tmp_path_factory.mktemp("data"), SMALL | {"targets.yaml": TARGETS})
    edit(root / "assess.yaml", "languages: [vi, en]", "licence: CC-BY-4.0\nlanguages: [vi, en]")
    edit(root / "responses/2026/small/tinh-b.yaml", "note: Chờ duyệt", f'note: "{HOSTILE}, \\"hai\\"\\nba"')
    return built(root)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every rule at once, channels that are mixed among them, with its open data in `data`."""
    root = write_everything(tmp_path_factory.mktemp("everything"))
    assert main(["export", str(root / "data"), "--workspace", str(root)]) == 0
    return root


# ------------------------------------------------------------------------------------------------ the tables


def test_a_row_of_scores_says_what_the_ranking_says(site: Site) -> None:
    rows = table(site, "data/small/2026/scores.csv")
    assert [row["agency"] for row in rows] == ["tinh-a", "tinh-b", "tinh-c", "tinh-d", "xa-a"]
    first = rows[0]
    assert (first["name_vi"], first["name_en"], first["kind"]) == ("Tỉnh A", "Province A", "province")
    assert (first["rank"], first["tied"], first["of"], first["unranked"]) == ("1", "false", "4", "")
    assert (first["score"], first["level"], first["coverage"]) == ("96.66666666666666666666666667", "2", "1")
    assert (first["since"], first["change"]) == ("2025", "40")
    assert [rows[n]["rank"] for n in (1, 2, 3, 4)] == ["2", "2", "4", ""]
    assert (rows[1]["tied"], rows[4]["unranked"], rows[4]["rank_low"]) == ("true", "small-group", "")
    assert int(first["rank_low"]) <= 1 <= int(first["rank_high"])


def test_answers_say_what_was_given_and_what_it_earned(site: Site) -> None:
    rows = {(row["agency"], row["question"]): row for row in table(site, "data/small/2026/answers.csv")}
    plan, share, open_data, note = (rows["tinh-b", key] for key in ("plan", "share", "open", "note"))
    assert [plan[key] for key in ("state", "value", "points", "of", "share")] == ["answered", "draft", "1", "2", "0.5"]
    assert [share[key] for key in ("value", "points", "of")] == ["60", "0.6", "1"]
    assert [open_data["value"], note["state"], note["of"]] == ["true", "unscored", ""]
    assert (plan["comment"], table(site, "data/small/2025/answers.csv")[0]["comment"]) == ("Chờ duyệt", "")


def test_no_cell_is_a_formula_and_no_text_is_lost(site: Site) -> None:
    rows = {(row["agency"], row["question"]): row for row in table(site, "data/small/2026/answers.csv")}
    assert rows["tinh-b", "note"]["value"] == f'\'{HOSTILE}, "hai"\nba'
    response = yaml.safe_load(site["small/2026/tinh-b/tinh-b.yaml"])
    assert response["answers"]["note"] == f'{HOSTILE}, "hai"\nba'
    for name in (each for each in site if each.endswith(".csv")):
        assert not [cell for row in table(site, name) for cell in row.values() if re.match("[=+@\t\r]", cell)], name


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1"])
def test_text_that_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert text_cell(text) == f"'{text}"
    assert next(csv.reader(io.StringIO(csv_row([text_cell(text), "b"]), newline=""))) == [f"'{text}", "b"]


@pytest.mark.parametrize("cells", [["a", "b"], ["a,b", ""], ['"', "x\r\ny"], ["", "", ","], ["dòng\nhai"]])
def test_a_line_of_csv_reads_back(cells: list[str]) -> None:
    assert list(csv.reader(io.StringIO(csv_row(cells), newline=""), strict=True)) == [cells]


def test_targets_are_those_that_are_published(site: Site) -> None:
    rows = table(site, "data/targets.csv")
    assert {row["target"] for row in rows} == {"rank", "share"}
    assert {row["agency"] for row in rows if row["period"] == "2026"} == {
        *("tinh-a", "tinh-b", "tinh-c", "tinh-d", "xa-a"),
    }


def test_withdrawn_and_unpublished_results_have_no_files(site: Site) -> None:
    assert [each for each in site if "tinh-g" in each and not each.endswith("index.html")] == []
    assert [each for each in site if "tinh-e" in each] == []
    listed = {row["agency"] for row in table(site, "data/agencies.csv")}
    assert listed == {"tinh-a", "tinh-b", "tinh-c", "tinh-d", "xa-a"}


# --------------------------------------------------------------------------------------------- what describes


def _package(site: Site, folder: str = "data/") -> dict[str, Any]:
    package: dict[str, Any] = json.loads(site[f"{folder}datapackage.json"])
    return package


def _check_package(site: Site, folder: str) -> None:
    """Assert that a descriptor is true of its files: sizes, hashes, columns, types, keys and what they refer to."""
    package = _package(site, folder)
    rows = {}
    names = [each["name"] for each in package["resources"]]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9._-]*", each) for each in names)
    for each in package["resources"]:
        content = site[folder + each["path"]]
        assert each["bytes"] == len(content)
        assert each["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        if "schema" in each:
            rows[each["name"]] = found = table(site, folder + each["path"])
            fields = each["schema"]["fields"]
            assert [field["name"] for field in fields] == next(csv.reader(io.StringIO(content.decode(), newline="")))
            for field in fields:
                kind = re.compile(TYPES[field["type"]])
                assert [row for row in found if not kind.fullmatch(row[field["name"]])] == [], field
            key = each["schema"].get("primaryKey", [])
            assert not key or len({tuple(row[part] for part in key) for row in found}) == len(found), each["name"]
    for each in package["resources"]:
        for link in each.get("schema", {}).get("foreignKeys", []):
            there = {row[link["reference"]["fields"]] for row in rows[link["reference"]["resource"]]}
            assert {row[link["fields"]] for row in rows[each["name"]]} <= there | {""}


TYPES: Final = {
    "string": r"(?s:.*)",
    "number": r"(-?[0-9]+(\.[0-9]+)?)?",
    "integer": r"(-?[0-9]+)?",
    "boolean": r"(true|false)?",
    "date": r"([0-9]{4}-[0-9]{2}-[0-9]{2})?",
}


def test_the_package_is_true_of_its_files(site: Site) -> None:
    _check_package(site, "data/")
    package = _package(site)
    assert package["titles"] == {"vi": "Trang thử", "en": "Test site"}
    licence = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC-BY-4.0"}
    assert package["licenses"] == [licence]
    assert "giả định" in package["description"], "data that are made up say so"
    linked = {
        link["reference"]["resource"]
        for each in package["resources"]
        for link in each.get("schema", {}).get("foreignKeys", [])
    }
    assert linked == {"agencies", *(f"small.versions.1.{each}" for each in ("dimension-list", "questions"))}


def test_the_package_holds_where_channels_are_mixed(everything: Path) -> None:
    _check_package(site_in(everything / "data"), "")
    rows = table(site_in(everything / "data"), "everything/2026/answers.csv")
    assert {row["channel"] for row in rows} >= {"declared", "verified", "mixed"}
    validator().validate(json.loads((everything / "data/everything/2026/results.json").read_bytes()))


def test_checksums_are_those_of_all_other_files(site: Site) -> None:
    lines = site["data/checksums.txt"].decode().splitlines()
    told = {path: digest for digest, path in (line.split("  ") for line in lines)}
    files = {each.removeprefix("data/") for each in site if each.startswith("data/")} - {"checksums.txt", "index.html"}
    assert told == {each: hashlib.sha256(site[f"data/{each}"]).hexdigest() for each in files}


def test_the_catalogue_has_a_dataset_for_each_period(site: Site) -> None:
    catalogue = json.loads(site["data/dcat.jsonld"])
    found = {each["@id"]: each for each in catalogue["dcat:dataset"]}
    assert found.keys() == {"#shared", "#small.2026", "#small.2025"}
    spans = found["#small.2025"]["dct:temporal"]
    assert [spans[key]["@value"] for key in ("dcat:startDate", "dcat:endDate")] == ["2025-01-01", "2025-12-31"]
    files = [each["dcat:downloadURL"]["@id"] for data in found.values() for each in data["dcat:distribution"]]
    assert sorted(files) == sorted(each["path"] for each in _package(site)["resources"])


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_page_holds_a_dataset_for_search_engines(site: Site, prefix: str) -> None:
    page = site[f"{prefix}data/index.html"].decode()
    [linked] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    data = json.loads(linked)
    assert (data["@type"], data["temporalCoverage"]) == ("Dataset", "2025-01-01/2026-12-31")
    there = {each["contentUrl"].rpartition("../")[2].removeprefix("data/") for each in data["distribution"]}
    assert there == {each["path"] for each in _package(site)["resources"]}


def test_json_in_a_page_ends_no_script() -> None:
    text = script_json({"a": "</script><!-- & \u2028\u2029"})
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == {"a": "</script><!-- & \u2028\u2029"}


@pytest.mark.parametrize(
    ("size", "said"), [(0, "0 B"), (999, "999 B"), (1000, "1,0 kB"), (20_450, "20,5 kB"), (1_234_567, "1,2 MB")]
)
def test_sizes_in_words(size: int, said: str) -> None:
    assert size_text(size, "vi") == said
    assert size_text(size, "en") == said.replace(",", ".")


# ------------------------------------------------------------------------------------------- one result alone


def test_every_result_in_json_fits_the_schema_and_is_the_one_of_the_command(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (each for each in site if each.endswith("results.json")):
        validator().validate(json.loads(site[name]))
    whole = {each["agency"]: each for each in json.loads(site["data/small/2026/results.json"])["results"]}
    root = workspace(tmp_path)
    for agency in ("tinh-a", "xa-a"):
        path = root / f"responses/2026/small/{agency}.yaml"
        _, out, _ = outcome(capsys, "score", str(path), "--format", "json")
        [own] = json.loads(site[f"small/2026/{agency}/{agency}.json"])["results"]
        assert own == whole[agency] == _without_steps(json.loads(out)["results"][0])


def _without_steps(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _without_steps(each) for key, each in data.items() if key != "steps"}
    return [_without_steps(each) for each in data] if isinstance(data, list) else data


def test_a_downloaded_response_can_be_checked_and_scored_again(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = workspace(tmp_path)
    for name in (each for each in site if each.endswith(".yaml")):
        _, period, _, file = name.split("/")
        (root / "responses" / period / "small" / file).write_bytes(site[name])
    assert outcome(capsys, "check", "--workspace", str(root))[0] == 0
    for each in json.loads(site["data/small/2026/results.json"])["results"]:
        path = root / f"responses/2026/small/{each['agency']}.yaml"
        assert b"internal_note" not in path.read_bytes()
        _, out, _ = outcome(capsys, "score", str(path), "--format", "json")
        assert _without_steps(json.loads(out)["results"][0]) == each


def test_a_downloaded_response_keeps_answers_of_every_kind(
    everything: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(shutil.copytree(everything, tmp_path / "again"))
    from assess.loading import load_dossier, load_versions, open_workspace, response_files
    from assess.presentation.data.responses import response_lines

    opened, _ = open_workspace(root)
    assert opened is not None
    versions, _ = load_versions(root, opened.register)
    for file in response_files(root):
        before = load_dossier(opened, versions, file)[0]
        assert before is not None
        text = "\n".join(response_lines(before.response, comments=True)) + "\n"
        file.path.write_text(text, encoding="utf-8")
        after, _, problems = load_dossier(opened, versions, file)
        assert [each for each in problems if each.code != "stale-review" and each.refuses] == []
        assert after is not None
        assert str(_plain(after.response)) == str(_plain(before.response))
    assert len(RESPONSES) > 2


def _plain(value: Any) -> Any:
    """Return a noun by what it holds: two ratios are equal if their parts are."""
    if hasattr(value, "_asdict"):
        return {key: _plain(each) for key, each in value._asdict().items()}
    if hasattr(value, "part"):
        return (value.part, value.of)
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def test_a_table_of_one_result_opens_in_a_spreadsheet_and_says_what_was_asked(site: Site) -> None:
    content = site["small/2026/tinh-a/tinh-a.csv"]
    assert content.startswith(b"\xef\xbb\xbfquestion,number,text_vi,text_en,channel,")
    [plan] = [row for row in table(site, "small/2026/tinh-a/tinh-a.csv") if row["question"] == "plan"]
    assert [plan[key] for key in ("number", "text_en", "value", "points")] == ["1.1", "Is there a plan?", "issued", "2"]


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_page_of_a_result_leads_to_its_files(site: Site, prefix: str) -> None:
    page = site[f"{prefix}small/2026/tinh-a/index.html"].decode()
    up = "../../../" + "../" * bool(prefix)
    for ending in ("yaml", "json", "csv"):
        assert f'href="{up}small/2026/tinh-a/tinh-a.{ending}" download' in page


# ------------------------------------------------------------------------------------------------ assess export


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace(tmp_path / "workspace", SMALL | {"targets.yaml": TARGETS})


def test_an_export_is_what_the_site_has(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build_site(root, root / "site")
    code, out, err = outcome(capsys, "export", str(root / "out"), "--workspace", str(root), "--lang", "en")
    assert code == 0
    assert "not-frozen" in err, "reminders are told and stop nothing"
    assert re.fullmatch(
        r"Data written: .*out\n  agencies: 5 · files: 17 \(written: 18\) · version: [0-9a-f]{12}\n", out
    )
    exported, shown = site_in(root / "out"), site_in(root / "site" / "data")
    assert exported.keys() ^ shown.keys() == {".assess-data", "index.html"}
    assert [each for each in shown if each in exported and exported[each] != shown[each]] == []
    before = stamps(root / "out")
    assert "0 tệp mới ghi" in outcome(capsys, "export", str(root / "out"), "--workspace", str(root))[1]
    assert stamps(root / "out") == before


def test_an_export_may_be_of_one_questionnaire_and_period(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["export", str(root / "out"), "--workspace", str(root), "--questionnaire", "small", "--period", "2025"]
    assert outcome(capsys, *arguments)[0] == 0
    exported = site_in(root / "out")
    assert {each.split("/")[1] for each in exported if each.startswith("small/")} == {"2025", "versions"}
    assert {row["agency"] for row in table(exported, "agencies.csv")} == {"tinh-a", "tinh-b", "tinh-c"}
    assert {row["period"] for row in table(exported, "targets.csv")} == {"2025"}
    _check_package(exported, "")


@pytest.mark.parametrize(("language", "said"), [("vi", "không phải dữ liệu"), ("en", "is not data written by")])
@pytest.mark.parametrize("marker", ["thesis.txt", ".assess-site"])
def test_an_export_replaces_nothing_else(
    root: Path, language: str, said: str, marker: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "out").mkdir()
    (root / "out" / marker).write_text("mine", encoding="utf-8")
    code, out, err = outcome(capsys, "export", str(root / "out"), "--workspace", str(root), "--lang", language)
    assert (code, out) == (2, "")
    assert said in err
    assert site_in(root / "out") == {marker: b"mine"}


def test_what_is_not_published_is_not_exported(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = outcome(capsys, "export", str(root / "out"), "--workspace", str(root), "--period", "2024")
    assert (code, out) == (2, "")
    assert "small 2026" in err
    assert not (root / "out").exists()


def test_an_export_tells_of_refused_files_and_writes_the_others(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(root / "responses/2026/small/tinh-b.yaml", "share: 60", "share: 600")
    code, _, err = outcome(capsys, "export", str(root / "out"), "--workspace", str(root))
    assert code == 1
    assert "tinh-b.yaml" in err
    assert "tinh-b" not in {row["agency"] for row in table(site_in(root / "out"), "small/2026/scores.csv")}


def test_an_export_that_fails_leaves_the_old_one(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("export", str(root / "out"), "--workspace", str(root))
    assert outcome(capsys, *arguments)[0] == 0
    before = stamps(root / "out")
    edit(root / "responses/2026/small/tinh-b.yaml", "share: 60", "share: 61")

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("assess.publishing.data.data_package", broken)
    code, out, err = outcome(capsys, *arguments)
    assert (code, out) == (2, "")
    assert "No space left on device" in err
    assert stamps(root / "out") == before
