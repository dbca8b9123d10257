"""The register that a workspace may begin with, and the communes that are added to it."""

import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from assess.loading import open_workspace
from assess.model import Register
from tests.workspaces import outcome

PROVINCES: Final = 34
COMMUNES: Final = 3321
"""Decision 19/2025/QD-TTg: 2,621 communes, 687 wards and 13 special zones."""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str) -> tuple[int, str, str]:
        return outcome(capsys, *arguments)

    return command


@pytest.fixture
def root(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("ASSESS_LANG", raising=False)
    folder = tmp_path / "workspace"
    code, out, _ = run("init", str(folder), "--register", "vietnam")
    assert code == 0
    assert "assess new ha-noi" in out
    monkeypatch.chdir(folder)
    return folder


def register(root: Path) -> Register:
    workspace, problems = open_workspace(root)
    assert workspace is not None, problems
    return workspace.register


def test_a_workspace_begins_with_the_ministries_and_provinces(root: Path, run: Run) -> None:
    assert run("check")[0] == 0
    agencies = register(root).agencies.values()
    assert Counter(each.kind for each in agencies) == {"ministry": 17, "province": PROVINCES}
    codes = [each.code for each in agencies if each.kind == "province"]
    assert codes == sorted(set(codes), key=str)
    for each in agencies:
        assert set(each.names) == {"en"}, each.id
        assert each.names["en"].isascii(), each.id


def test_the_first_step_it_names_can_be_taken(root: Path, run: Run) -> None:
    assert run("new", "ha-noi", "--questionnaire", "six-messages", "--period", "2026")[0] == 0


def test_every_commune_can_be_added(root: Path, run: Run) -> None:
    provinces = [each.id for each in register(root).agencies.values() if each.kind == "province"]
    code, out, err = run("communes", *provinces)
    assert (code, err) == (0, "")
    assert f"đã thêm {COMMUNES} xã, phường, đặc khu" in out
    assert run("check")[0] == 0
    communes = [each for each in register(root).agencies.values() if each.kind == "commune"]
    types = Counter(re.match("Xã|Phường|Đặc khu", each.name)[0] for each in communes)  # type: ignore[index]  # each is
    assert types == {"Xã": 2621, "Phường": 687, "Đặc khu": 13}
    assert {each.parent for each in communes} == set(provinces)
    for each in communes:
        assert re.fullmatch("[0-9]{5}", each.code or ""), each.id
        assert each.id.endswith(f"-{each.code}")
        assert each.names["en"].isascii(), each.names["en"]


def test_what_is_there_stays_as_it_is_and_is_not_added_again(root: Path, run: Run) -> None:
    path = root / "agencies.yaml"
    own = '  - {id: ba-dinh, name: Ba Đình, kind: commune, parent: ha-noi, code: "00004"}  # mã của tôi\n'
    path.write_text(path.read_text(encoding="utf-8") + own, encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    code, out, _ = run("communes", "ha-noi", "01", "--lang", "en")
    assert (code, out) == (0, "Hà Nội: added 125 communes, wards and special zones to agencies.yaml\n")
    assert path.read_text(encoding="utf-8").startswith(before)
    after = path.read_bytes()
    assert run("communes", "01")[:2] == (0, "Hà Nội: đã thêm 0 xã, phường, đặc khu vào agencies.yaml\n")
    assert path.read_bytes() == after
    assert sorted(each.name for each in root.iterdir() if "agencies" in each.name) == ["agencies.yaml"]


def test_lines_end_as_the_others_do_and_keys_behind_the_list_stay_there(root: Path, run: Run) -> None:
    path = root / "agencies.yaml"
    text = (
        "format: 1\r\nagencies:\r\n- id: hue\r\n  name: Huế\r\n  kind: province\r\n  code: '46'\r\n"
        "kinds:\r\n- {id: province, name: Tỉnh}\r\n- {id: commune, name: Xã}  # không xuống dòng"
    )
    path.write_bytes(text.encode())
    assert run("communes", "hue")[0] == 0
    found = path.read_bytes().decode()
    assert found.count("\n") == found.count("\r\n")
    assert "code: '46'\r\n- {id: phuong-" in found
    assert found.rstrip("\r\n").endswith("# không xuống dòng")
    assert len(register(root).agencies) == 41


@pytest.mark.parametrize(
    ("text", "arguments", "said"),
    [
        ("format: 1\nkinds: [{id: commune, name: Xã}]\nagencies: [{id: hue, name: Huế, kind: commune, code: '46'}]\n",
         ["hue"], "assess: không thêm được vào agencies.yaml: agencies cần viết mỗi cơ quan một dòng"),
        ("format: 1\nkinds: [{id: city, name: Tỉnh}]\nagencies:\n- {id: hue, name: Huế, kind: city, code: '46'}\n",
         ["hue"], "assess: agencies.yaml chưa có loại cơ quan commune; thêm vào kinds: {id: commune, name: Xã}"),
        ("format: 1\nkinds: [{id: commune, name: Xã}]\nagencies:\n- {id: hue, name: Huế, kind: commune}\n",
         ["hue"], "assess: không có xã, phường, đặc khu nào của hue (mã chính thức: –)."),
        ("format: 1\nkinds: [{id: commune, name: Xã}]\nagencies:\n- {id: hue, name: Huế, kind: commune, code: '99'}\n",
         ["hue"], "assess: không có xã, phường, đặc khu nào của hue (mã chính thức: 99)."),
        ("format: 1\nkinds: [{id: commune, name: Xã}]\nagencies:\n- {id: hue, name: Huế, kind: commune, code: '46'}\n",
         ["hua"], "assess: không có cơ quan “hua” trong agencies.yaml. Có phải là “hue”?"),
    ],
    ids=["one-line", "no-kind", "no-code", "wrong-code", "unknown"],
)  # fmt: skip
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    root: Path, run: Run, text: str, arguments: list[str], said: str
) -> None:
    path = root / "agencies.yaml"
    path.write_text(text, encoding="utf-8")
    code, out, err = run("communes", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(said), err
    assert path.read_text(encoding="utf-8") == text


def test_an_id_that_is_taken_by_another_is_a_problem_and_nothing_is_written(root: Path, run: Run) -> None:
    path = root / "agencies.yaml"
    taken = "  - {id: phuong-ba-dinh-00004, name: Nơi khác, kind: commune}\n"
    path.write_text(path.read_text(encoding="utf-8") + taken, encoding="utf-8")
    before = path.read_bytes()
    code, _, err = run("communes", "ha-noi")
    assert code == 1
    assert "duplicate-id" in err
    assert path.read_bytes() == before


def test_without_the_package_it_says_which_to_install(root: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vietnamadminunits.database", None)
    code, _, err = run("communes", "ha-noi", "--lang", "en")
    assert code == 2
    assert "pip install vietnamadminunits==1.0.4" in err
