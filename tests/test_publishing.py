"""The site as files: what stands in it and what never does, and that a reader never meets half of it."""

import csv
import errno
import io
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urldefrag, urljoin

import pytest
import yaml

from assess.cli import main
from assess.documents import read
from assess.loading.checking import check_workspace
from assess.problems.catalogue import RULES
from assess.publishing import filling, templates
from assess.publishing.files import MARKER, Beside, beside
from assess.publishing.resources import frame_file
from assess.publishing.site import Built, build_site
from tests.workspaces import CASES, is_of_few, sample_workspace

ROOT: Final = Path(__file__).parents[1]
LANGUAGES: Final = ("", "en/")
CANARY: Final = "Bí-mật-7"
"""Stands in every text that must never be published."""

Site = Mapping[str, bytes]
"""A built site: the bytes of each file by its address."""

# ------------------------------------------------------------------------------------- a small workspace

SETTINGS: Final = """\
format: 1
title: Trang thử
titles: {en: Test site}
publisher: {name: Văn phòng Thử, names: {en: Test Office}}
languages: [vi, en]
invented: true
publish:
  - {questionnaire: small, period: "2026", version: "1", channel: declared, agencies: all, comments: true}
  - {questionnaire: small, period: "2025", version: "1", agencies: [tinh-a, tinh-b, tinh-c, tinh-d], comments: false}
withdrawn:
  - {questionnaire: small, period: "2026", agency: tinh-g, on: "2026-06-01", reason: Nhập nhầm.,
     reasons: {en: Mixed up.}}
  - {questionnaire: small, period: "2025", agency: tinh-d, on: "2025-06-01", reason: Sai số liệu.}
"""
REGISTER: Final = """\
format: 1
kinds:
  - {id: province, name: Tỉnh, names: {en: Province}}
  - {id: commune, name: Xã, names: {en: Commune}}
agencies:
  - {id: tinh-a, name: Tỉnh A, names: {en: Province A}, kind: province}
  - {id: tinh-b, name: Tỉnh B, names: {en: Province B}, kind: province}
  - {id: tinh-c, name: Tỉnh C, names: {en: Province C}, kind: province}
  - {id: tinh-d, name: Tỉnh D, names: {en: Province D}, kind: province}
  - {id: tinh-e, name: Tỉnh E, names: {en: Province E}, kind: province}
  - {id: tinh-f, name: Tỉnh F, names: {en: Province F}, kind: province}
  - {id: tinh-g, name: Tỉnh G, names: {en: Province G}, kind: province}
  - {id: xa-a, name: Xã A, names: {en: Commune A}, kind: commune, parent: tinh-a}
  - {id: xa-b, name: Xã B, names: {en: Commune B}, kind: commune, parent: tinh-b}
"""
QUESTIONNAIRE: Final = """\
format: 1
id: small
version: "1"
language: vi
title: Bộ câu hỏi nhỏ
applies_to: [province, commune]
scale: {from: 0, to: 100, decimals: 1}
levels: {bands: [{id: "1", title: Khởi đầu, from: 0}, {id: "2", title: Dẫn dắt, from: 50}]}
ranking: {within: kind, min_coverage: 0, min_group: 3}
dimensions:
  - id: plans
    number: "1"
    title: Kế hoạch
    weight: 2
    questions:
      - {id: plan, number: "1.1", text: Đã có kế hoạch chưa?, type: choice, options: [
          {id: none, text: Chưa có, points: 0, next: Bắt đầu soạn.}, {id: draft, text: Đang soạn, points: 1},
          {id: issued, text: Đã ban hành, points: 2}]}
      - {id: share, number: "1.2", text: Tỷ lệ hồ sơ trực tuyến?, type: percent}
  - id: services
    number: "2"
    title: Dịch vụ
    questions:
      - {id: open, number: "2.1", text: Có dữ liệu mở không?, type: yes_no}
      - {id: note, number: "2.2", text: Ghi thêm điều gì?, type: text, scored: false}
"""
TRANSLATION: Final = """\
format: 1
questionnaire: small
version: "1"
language: en
title: Small questionnaire
levels: {"1": {title: Beginning}, "2": {title: Leading}}
dimensions: {plans: {title: Plans}, services: {title: Services}}
questions:
  plan:
    text: Is there a plan?
    options: {none: {text: No plan, next: Begin drafting.}, draft: {text: Draft}, issued: {text: Issued}}
  share: {text: Which share is online?}
  open: {text: Is there open data?}
  note: {text: Anything to add?}
"""
GUIDE: Final = ("answering", "verifying", "running", "questionnaire")
NOTES: Final = ("method/six-messages", "method/task-groups")
DOCS: Final = ("guide/index", *(f"guide/{name}" for name in GUIDE), "method", *NOTES, "indices", "about")
HIDDEN: Final = QUESTIONNAIRE.replace("id: small", "id: hidden").replace("Bộ câu hỏi nhỏ", CANARY)


def _response(agency: str, period: str, answers: str, *, status: str = "submitted", name: str = "small") -> str:
    return (
        f'format: 1\nagency: {agency}\nquestionnaire: {name}\nquestionnaire_version: "1"\nperiod: "{period}"\n'
        f"status: {status}\nanswers: {{{answers}}}\n"
    )


def _answers(plan: str, share: str, open_data: str, said: str = "Chờ duyệt") -> str:
    return (
        f"plan: {{value: {plan}, comment: {said}, internal_note: {CANARY}}}, share: {share}, open: {open_data},"
        f" note: {said}"
    )


PUBLISHED: Final = {
    "responses/2026/small/tinh-a.yaml": _response("tinh-a", "2026", _answers("issued", "90", "true")),
    "responses/2026/small/tinh-b.yaml": _response("tinh-b", "2026", _answers("draft", "60", "true")),
    "responses/2026/small/tinh-c.yaml": _response("tinh-c", "2026", _answers("draft", "60", "true")),
    "responses/2026/small/tinh-d.yaml": _response("tinh-d", "2026", _answers("none", "40", "false")),
    "responses/2026/small/xa-a.yaml": _response("xa-a", "2026", _answers("issued", "10", "false")),
    **{
        f"responses/2025/small/tinh-{each}.yaml": _response(
            f"tinh-{each}", "2025", _answers(plan, "20", "true").replace("comment: Chờ duyệt", f"comment: {CANARY}")
        )
        for each, plan in (("a", "draft"), ("b", "draft"), ("c", "none"))
    },
}
SECRET: Final = {
    "responses/2026/small/tinh-e.yaml": _response(
        "tinh-e", "2026", _answers("issued", "97.25", "true", CANARY), status="draft"
    ),
    "responses/2026/small/tinh-g.yaml": _response("tinh-g", "2026", _answers("issued", "98.25", "true", CANARY)),
    "responses/2025/small/tinh-d.yaml": _response("tinh-d", "2025", _answers("issued", "99.25", "true", CANARY)),
    "responses/2025/small/tinh-e.yaml": _response("tinh-e", "2025", _answers("issued", "96.25", "true", CANARY)),
    "responses/2025/small/xa-a.yaml": _response("xa-a", "2025", _answers("issued", "95.25", "true", CANARY)),
    "responses/2024/small/tinh-a.yaml": _response("tinh-a", "2024", _answers("issued", "94.25", "true", CANARY)),
    "responses/2026/hidden/tinh-a.yaml": _response(
        "tinh-a", "2026", _answers("issued", "93.25", "true", CANARY), name="hidden"
    ),
    "questionnaires/hidden/1/questionnaire.yaml": HIDDEN,
}
"""A draft, two withdrawn, two that are not named, a period and a questionnaire that are not named."""

SMALL: Final = {
    "assess.yaml": SETTINGS,
    "agencies.yaml": REGISTER,
    "questionnaires/small/1/questionnaire.yaml": QUESTIONNAIRE,
    "questionnaires/small/1/locale/en.yaml": TRANSLATION,
    **{f"docs/vi/{page}.md": f"# Trang {page}\n\nChữ.\n" for page in DOCS},
    **{f"docs/en/{page}.md": f"# Page {page}\n\nWords.\n" for page in DOCS},
    **PUBLISHED,
    **SECRET,
}


def workspace(folder: Path, files: Mapping[str, str] = SMALL) -> Path:
    """Write a workspace with the frame that every new one begins with."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copyfile(frame_file(name), folder / name)
    return folder


def site_in(folder: Path) -> Site:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def built(root: Path) -> Site:
    build_site(root, root / "site")
    return site_in(root / "site")


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Return which file stands at each address, and when it was written: the same only if nobody wrote it again."""
    found = {each: each.stat() for each in folder.rglob("*") if each.is_file()}
    return {path.relative_to(folder).as_posix(): (status.st_ino, status.st_mtime_ns) for path, status in found.items()}


def changed(root: Path) -> tuple[Built, set[str]]:
    """Build again and return the addresses that were written, came or went."""
    before = stamps(root / "site")
    result = build_site(root, root / "site")
    after = stamps(root / "site")
    return result, {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="session")
def small_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace, built once; to be read only."""
    root = workspace(tmp_path_factory.mktemp("small"))
    build_site(root, root / "site")
    return root


@pytest.fixture(scope="session")
def small(small_root: Path) -> Site:
    """The site of the small workspace."""
    return site_in(small_root / "site")


@pytest.fixture(scope="session")
def own(own_site: Path) -> Site:
    """The bytes of the repository's own site."""
    return site_in(own_site)


@pytest.fixture
def root(tmp_path: Path, small_root: Path) -> Path:
    """A small workspace that a test may spoil, with its site."""
    return Path(shutil.copytree(small_root, tmp_path / "workspace"))


# ------------------------------------------------------------------------------------------ pages as trees

VOID: Final = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


@dataclass(slots=True)
class Element:
    """An element of a page, with its parts in order."""

    tag: str
    attributes: dict[str, str]
    parts: list["Element | str"] = field(default_factory=list)

    def every(self, tag: str = "", class_: str = "") -> Iterator["Element"]:
        """Yield this element and those in it, in order: all, or those of a tag, or with a class."""
        if tag in ("", self.tag) and (not class_ or class_ in self.attributes.get("class", "").split()):
            yield self
        for part in self.parts:
            if isinstance(part, Element):
                yield from part.every(tag, class_)

    def text(self) -> str:
        """Return the text in it on one line."""
        return " ".join("".join(self._pieces()).split())

    def _pieces(self) -> Iterator[str]:
        for part in self.parts:
            if isinstance(part, str):
                yield part
            else:
                yield from part._pieces()


class _Reader(HTMLParser):
    """Builds the tree of a page; `astray` are end tags that close nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.astray: list[str] = []
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        assert len(element.attributes) == len(attrs), f"an attribute stands twice: {attrs}"
        self._open[-1].parts.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1].tag == tag:
            self._open.pop()
            return
        self.astray.append(f"</{tag}> in <{self._open[-1].tag}>")
        if tag in [each.tag for each in self._open]:
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].parts.append(data)

    def handle_comment(self, data: str) -> None:
        self._open[-1].parts.append(Element("!", {"": data}))


def tree(content: bytes) -> Element:
    """Return a page as a tree."""
    reader = _Reader()
    reader.feed(content.decode())
    reader.close()
    assert not reader.astray
    return reader.root


def pages(site: Site) -> dict[str, Element]:
    """Return the trees of all pages by address."""
    return {name: tree(content) for name, content in site.items() if name.endswith(".html")}


@pytest.fixture(scope="session")
def small_pages(small: Site) -> dict[str, Element]:
    return pages(small)


@pytest.fixture(scope="session")
def own_pages(own: Site) -> dict[str, Element]:
    """The trees of the repository's own pages: of the hundreds of agencies' pages, those that differ in kind."""
    return pages({name: content for name, content in own.items() if is_of_few(name)})


def ranking(page: Element, kind: str) -> list[list[str]]:
    """Return the cells of a ranking's rows, in order."""
    group = next(each for each in page.every("section") if each.attributes.get("id") == f"k-{kind}")
    table = next(group.every("table", "rank-t"))
    body = next(table.every("tbody"))
    return [[cell.text() for cell in row.parts if isinstance(cell, Element)] for row in body.every("tr")]


# ------------------------------------------------------------------------------------------------ addresses


def test_the_site_holds_these_pages_and_no_others(small: Site) -> None:
    agencies_2026 = [f"small/2026/{each}/" for each in ("tinh-a", "tinh-b", "tinh-c", "tinh-d", "tinh-g", "xa-a")]
    agencies_2025 = [f"small/2025/{each}/" for each in ("tinh-a", "tinh-b", "tinh-c", "tinh-d")]
    expected = [
        *("", "small/", "small/versions/1/", "small/2026/", "small/2025/", *agencies_2026, *agencies_2025),
        *("small/2026/heatmap/", "small/2025/heatmap/"),
        *(f"small/{period}/dimensions/{each}" for period in ("2026", "2025") for each in ("", "plans/", "services/")),
        *(
            f"small/{period}/questions/{each}"
            for period in ("2026", "2025")
            for each in ("", "plan/", "share/", "open/", "note/")
        ),
        *("places/", "places/tinh-a/", "places/tinh-b/"),
        *(
            "guide/",
            *(f"guide/{name}/" for name in GUIDE),
            "method/",
            *(f"{each}/" for each in NOTES),
            "indices/",
            "about/",
        ),
        *("agencies/", "compare/"),
        *("problems/", *(f"problems/{code}/" for code in RULES)),
        *("small/versions/1/method/", "small/2026/numbers/", "small/2025/numbers/", "sources/", "accessibility/"),
        "data/",
    ]
    addresses = [f"{language}{each}index.html" for language in LANGUAGES for each in expected]
    addresses += ["404.html", "en/404.html"]
    assert sorted(name for name in small if name.endswith(".html")) == sorted(addresses)


def test_the_rest_is_the_theme_the_search_index_our_assets_and_data(small: Site) -> None:
    others = [name.removeprefix("en/") for name in small if not name.endswith(".html")]
    own = {f"assets/assess/{name}" for name in ("assess.css", "assess.js", "agencies.js", "social.png")}
    own |= {"search/search_index.json", "search/search_index.js", "compare/small/2025.js", "compare/small/2026.js"}
    theme = re.compile(r"assets/(images|javascripts|stylesheets)/")
    servers = {"_headers", ".htaccess", "robots.txt"}
    data = {each for each in others if each.startswith("data/") or each.endswith((".yaml", ".csv"))}
    downloads = {each.replace(".yaml", ".json") for each in data}
    assert {name for name in others if not theme.match(name)} - data - downloads == own | servers | {MARKER}
    assert Counter(others)["assets/assess/assess.css"] == len(LANGUAGES)


def test_a_workspace_in_one_language_builds_one_language(tmp_path: Path) -> None:
    files = {name: text for name, text in SMALL.items() if not name.startswith("docs/en/")}
    root = workspace(tmp_path, files | {"assess.yaml": SETTINGS.replace("[vi, en]", "[vi]")})
    (root / "mkdocs.en.yml").unlink()
    site = built(root)
    assert not any(name.startswith("en/") for name in site)
    assert not any("hreflang" in each.attributes for each in tree(site["index.html"]).every("a"))


def test_the_first_language_stands_at_the_root_whichever_it_is(tmp_path: Path) -> None:
    site = built(workspace(tmp_path, SMALL | {"assess.yaml": SETTINGS.replace("[vi, en]", "[en, vi]")}))
    trees = pages(site)
    assert _dead_links(site, trees)[0] == set()
    for name, page in trees.items():
        assert next(page.every("html")).attributes["lang"] == ("vi" if name.startswith("vi/") else "en"), name
    assert next(trees["small/2026/tinh-a/index.html"].every("h1")).text() == "Province A"
    assert next(trees["vi/small/2026/tinh-a/index.html"].every("h1")).text() == "Tỉnh A"


# -------------------------------------------------------------------------------------- same input, same bytes


def _environment(**changes: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key not in ("SOURCE_DATE_EPOCH", "ASSESS_LANG")}
    return kept | {"PYTHONDONTWRITEBYTECODE": "1"} | changes


def _assess(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "assess", *arguments],
        cwd=cwd,
        env=_environment(**environment),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def _compare(one: Site, other: Site) -> None:
    """Assert that two sites are the same to the byte; name what differs where they are not."""
    assert one.keys() ^ other.keys() == set()
    assert [name for name in one if one[name] != other[name]] == []


def test_no_folder_language_time_zone_hash_seed_or_date_changes_a_byte(tmp_path: Path, small: Site) -> None:
    one = workspace(tmp_path / "one")
    other = workspace(tmp_path / "a b" / "hai · two", dict(reversed(SMALL.items())))
    first = _assess("build", cwd=one, PYTHONHASHSEED="1", TZ="Asia/Ho_Chi_Minh", LC_ALL="C.UTF-8")
    second = _assess(
        *("build", "--lang", "en", "--workspace", str(other), "--output", str(tmp_path / "elsewhere" / "out")),
        cwd=tmp_path,
        PYTHONHASHSEED="4242",
        TZ="America/Anchorage",
        LC_ALL="C",
        LANGUAGE="en",
        SOURCE_DATE_EPOCH="1000000000",
    )
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    site = site_in(one / "site")
    _compare(site, site_in(tmp_path / "elsewhere" / "out"))
    _compare(site, small)


def test_the_site_does_not_tell_where_it_was_built(root: Path) -> None:
    site = site_in(root / "site")
    names = [str(root), str(Path.home()) + "/", str(Path(sys.prefix))]
    told = [(name, each) for each in names for name, content in site.items() if each.encode() in content]
    assert told == []


# ----------------------------------------------------------------------------------------- only what changed


def test_a_second_build_writes_nothing(root: Path) -> None:
    result, touched = changed(root)
    assert (result.written, touched) == (0, set())
    assert result.pages > 100


DESCRIBING: Final = {
    *(f"data/{each}" for each in ("index.html", "datapackage.json", "dcat.jsonld", "checksums.txt")),
    "en/data/index.html",
}
"""What names the size and the checksum of every file of open data."""


def test_a_comment_rewrites_only_what_holds_it(root: Path) -> None:
    path = root / "responses/2026/small/tinh-b.yaml"
    edit(path, "comment: Chờ duyệt", "comment: Đã duyệt")
    result, touched = changed(root)
    mine = {f"small/2026/tinh-b/{each}" for each in ("index.html", "tinh-b.yaml", "tinh-b.csv")}
    assert touched == {*mine, "en/small/2026/tinh-b/index.html", "data/small/2026/answers.csv", *DESCRIBING}
    assert result.written == len(touched)
    assert "Đã duyệt" in (root / "site/en/small/2026/tinh-b/index.html").read_text(encoding="utf-8")


def test_an_answer_rewrites_only_what_is_compared_with_it(root: Path) -> None:
    edit(root / "responses/2026/small/tinh-d.yaml", "share: 40", "share: 41")
    result, touched = changed(root)
    pages_2026 = {f"small/2026/tinh-{each}/index.html" for each in "abcd"}
    expected = pages_2026 | {"small/2026/index.html", "index.html", "small/2025/tinh-d/index.html"}
    expected |= {"small/2026/heatmap/index.html"}
    expected |= {
        f"small/2026/{each}/index.html" for each in ("dimensions", "dimensions/plans", "questions", "questions/share")
    }
    expected |= {"compare/small/2026.js", "search/search_index.json", "search/search_index.js"}
    own = {f"small/2026/tinh-d/tinh-d.{each}" for each in ("yaml", "json", "csv")}
    data = {f"data/small/2026/{each}" for each in ("scores.csv", "dimensions.csv", "answers.csv", "results.json")}
    assert {name.removeprefix("en/") for name in touched - DESCRIBING} <= expected | own | data
    assert touched >= own | data | DESCRIBING
    assert {"small/2026/tinh-d/index.html", "en/small/2026/index.html"} <= touched
    assert result.written == len(touched)


def test_a_page_that_is_no_longer_published_goes(root: Path) -> None:
    edit(root / "responses/2026/small/xa-a.yaml", "status: submitted", "status: draft")
    _, touched = changed(root)
    gone = {"small/2026/xa-a/index.html", "en/small/2026/xa-a/index.html"}
    assert gone <= touched
    assert not gone & site_in(root / "site").keys()


# ------------------------------------------------------------------------------------- the old site stays whole


def _spoil_frame(root: Path) -> None:
    edit(root / "mkdocs.yml", "name: material", "name: no-such-theme")


def _break_yaml(root: Path) -> None:
    (root / "mkdocs.en.yml").write_text("theme: [", encoding="utf-8")


def _remove_frame(root: Path) -> None:
    (root / "mkdocs.en.yml").unlink()


def _remove_docs(root: Path) -> None:
    shutil.rmtree(root / "docs/en")


def _remove_plugin(root: Path) -> None:
    edit(root / "mkdocs.yml", "  assess: {}\n", "")


def _break_template(root: Path) -> None:
    (root / "theme").mkdir()
    (root / "theme" / "main.html").write_text("{% broken", encoding="utf-8")
    (root / "theme" / "stub.html").write_text("{% broken", encoding="utf-8")
    edit(root / "mkdocs.yml", "name: material", "name: material\n  custom_dir: theme")
    _remove_plugin(root)


def _break_settings(root: Path) -> None:
    edit(root / "assess.yaml", "format: 1", "format: 2")


def _break_register(root: Path) -> None:
    (root / "agencies.yaml").unlink()


@pytest.mark.parametrize(
    "spoil",
    [
        _spoil_frame,
        _break_yaml,
        _remove_frame,
        _remove_docs,
        _remove_plugin,
        _break_template,
        _break_settings,
        _break_register,
    ],
)
def test_a_build_that_cannot_begin_leaves_the_old_site(
    root: Path, spoil: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    before = stamps(root / "site")
    spoil(root)
    assert main(["build", "--workspace", str(root), "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err
    assert "Traceback" not in err
    assert stamps(root / "site") == before
    assert not list(root.glob(".site.new"))


class _Stop(Exception):
    """What a test throws into a build."""


@pytest.mark.parametrize("at", [1, 2, 40, 140])
def test_a_fault_in_the_middle_leaves_the_old_site(root: Path, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stamps(root / "site")
    edit(root / "responses/2026/small/tinh-d.yaml", "share: 40", "share: 41")
    calls = iter(range(1, 1000))
    render = templates.render

    def failing(*arguments: Any) -> str:
        if next(calls) == at:
            raise _Stop
        return render(*arguments)

    monkeypatch.setattr(filling, "render", failing)
    with pytest.raises(_Stop):
        build_site(root, root / "site")
    assert stamps(root / "site") == before
    assert not (root / ".site.new").exists()
    monkeypatch.undo()
    assert changed(root)[0].written > 0


@pytest.mark.parametrize("at", [1, 30, 200])
def test_a_full_disk_is_told_in_one_line_and_leaves_the_old_site(
    root: Path, at: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = stamps(root / "site")
    edit(root / "assess.yaml", "Trang thử", "Trang khác")
    calls = iter(range(1, 1000))
    put = Beside.put

    def full(self: Beside, name: str, content: bytes) -> None:
        if next(calls) == at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        put(self, name, content)

    monkeypatch.setattr(Beside, "put", full)
    assert main(["build", "--workspace", str(root), "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(r"assess: .*site cannot be written: .+\n", err)
    assert stamps(root / "site") == before


def test_strict_stops_and_leaves_the_old_site(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = stamps(root / "site")
    edit(root / "responses/2026/small/tinh-d.yaml", "share: 40", "share: 400")
    assert main(["build", "--workspace", str(root), "--strict"]) == 1
    assert "--strict" in capsys.readouterr().err
    assert stamps(root / "site") == before
    assert main(["build", "--workspace", str(root)]) == 1
    assert "small/2026/tinh-d/index.html" not in stamps(root / "site")


KILLED: Final = """
import json, os, shutil, signal, sys, tempfile
from pathlib import Path
from assess.publishing import files, site
from assess.publishing.collecting import collect
from assess.publishing.surroundings import intervals_of

root, target, old, two_steps = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4] == "two"
collected = collect(root)

class Few(site.Filling):
    def files(self, data=None):
        return (each for n, each in enumerate(super().files(data)) if n % 16 == 0)

site.Filling = Few
for cohort in collected.cohorts:
    intervals_of(cohort)  # with NumPy, once and not in every child
frames, warnings = site.build_frames(collected, root, Path(tempfile.mkdtemp(dir=target.parent)))
if two_steps:
    files._exchange = lambda one, other: False

def snapshot():
    return {p.relative_to(target).as_posix(): p.read_bytes() for p in target.rglob("*") if p.is_file()}

def publish(moment, tell=None):
    seen = 0
    def ticking(function):
        def call(*arguments, **named):
            tick()
            result = function(*arguments, **named)
            tick()
            return result
        return call
    def tick():
        nonlocal seen
        seen += 1
        if seen == moment:
            os.kill(os.getpid(), signal.SIGKILL)
    for place, name in ((files.Beside, "put"), (files.Beside, "growing"), (files.Beside, "swap"),
                        (files, "_exchange"), (files.shutil, "rmtree"), (files.Path, "rename")):
        setattr(place, name, ticking(getattr(place, name)))
    with tempfile.TemporaryDirectory() as folder:
        own = {key: Path(folder) / key for key in frames}
        for key, frame in frames.items():
            shutil.copytree(frame, own[key])  # publishing changes them where they are
        site.publish(collected, own, [], target, strict=False)
    if tell is not None:
        os.write(tell, str(seen).encode())

def child(*arguments):
    number = os.fork()
    if number == 0:
        try:
            publish(*arguments)
        finally:
            os._exit(0)
    return os.waitpid(number, 0)[1]

reading, writing = os.pipe()
before = snapshot()
child(0, writing)
last = int(os.read(reading, 20))
after = snapshot()
assert before != after
swap = range(last - 13, last + 1)
moments = sorted({*range(1, last, max(1, last // 8)), *swap})
told = []
for moment in moments:
    for name in (target, target.with_name(".site.new"), target.with_name(".site.old")):
        shutil.rmtree(name, ignore_errors=True)
    shutil.copytree(old, target, copy_function=os.link)
    status = child(moment)
    found = snapshot()
    state = "old" if found == before else "new" if found == after else "none" if not found else "mixed"
    if moment == 1 or moment in swap:
        child(0)
        found = snapshot()
    told.append([moment, os.WIFSIGNALED(status), state, found == after, sorted(
        each.name for each in target.parent.iterdir() if each.name in (".site.new", ".site.old"))])
print(json.dumps(told))
"""
"""Kills a build at many moments: at the files it puts, and at every step of the swap."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
@pytest.mark.parametrize("steps", ["one", "two"])
def test_a_killed_build_leaves_the_old_site_or_the_new_one(root: Path, tmp_path: Path, steps: str) -> None:
    old = shutil.copytree(root / "site", tmp_path / "old")
    edit(root / "assess.yaml", "Trang thử", "Trang khác")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(root), str(root / "site"), str(old), steps],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert len(told) >= 20
    assert all(killed for _, killed, *_ in told)
    states = [state for _, _, state, *_ in told]
    if steps == "one":
        assert set(states) == {"old", "new"}
    else:  # where a system cannot exchange two folders, there is a moment between the two steps
        assert set(states) == {"old", "none", "new"}
        assert states.count("none") <= 3
    mended = [(whole, left) for moment, *_, whole, left in told if moment == 1 or moment > told[-1][0] - 13]
    assert set(map(str, mended)) == {"(True, [])"}


def test_a_build_killed_at_any_time_leaves_a_whole_site(root: Path) -> None:
    before = site_in(root / "site")
    edit(root / "assess.yaml", "Trang thử", "Trang khác")
    for seconds in (0.2, 0.6, 0.9):
        process = subprocess.Popen([sys.executable, "-m", "assess", "build"], cwd=root, stdout=subprocess.DEVNULL)
        time.sleep(seconds)
        process.kill()
        process.wait()
    found = site_in(root / "site")
    assert _assess("build", cwd=root).returncode == 0
    after = site_in(root / "site")
    assert found in (before, after)
    assert before != after


# ------------------------------------------------------------------------------------------ whose folder it is


def _own_file(target: Path) -> None:
    target.mkdir()
    (target / "thesis.txt").write_text("mine", encoding="utf-8")


def _own_git(target: Path) -> None:
    (target / ".git").mkdir(parents=True)


def _plain_file(target: Path) -> None:
    target.write_text("mine", encoding="utf-8")


def _link(target: Path) -> None:
    (target.parent / "real").mkdir()
    target.symlink_to("real", target_is_directory=True)


def _dead_link(target: Path) -> None:
    target.symlink_to("nowhere")


@pytest.mark.parametrize("make", [_own_file, _own_git, _plain_file, _link, _dead_link])
def test_what_is_not_our_site_is_never_replaced(
    root: Path, tmp_path: Path, make: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out"
    make(target)
    before = sorted(tmp_path.glob("out/**/*")), os.lstat(target).st_ino
    assert main(["build", "--workspace", str(root), "--output", str(target), "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert (out, "is not replaced" in err) == ("", True)
    assert (sorted(tmp_path.glob("out/**/*")), os.lstat(target).st_ino) == before


def test_the_workspace_itself_is_never_replaced(root: Path) -> None:
    assert main(["build", "--workspace", str(root), "--output", str(root)]) == 2
    assert (root / "assess.yaml").is_file()


def test_an_empty_folder_is_built_into(root: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert main(["build", "--workspace", str(root), "--output", str(tmp_path / "out")]) == 0
    _compare(site_in(tmp_path / "out"), site_in(root / "site"))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_build_beside_another_is_told_so(root: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = stamps(root / "site")
    with beside(root / "site"):
        assert main(["build", "--workspace", str(root), "--lang", language]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert {"vi": "đang chạy", "en": "another build is at work"}[language] in err
    assert stamps(root / "site") == before
    assert main(["build", "--workspace", str(root)]) == 0


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_page_of_results_comes_before_a_hand_written_one_at_its_address(
    root: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = built(root)["small/index.html"]
    (root / "docs/vi/small.md").write_text("# Trang riêng\n", encoding="utf-8")
    assert built(root)["small/index.html"] == before
    assert main(["build", "--workspace", str(root), "--lang", language]) == 0
    assert "/small/: địa chỉ này là của một trang kết quả" in capsys.readouterr().err
    assert main(["build", "--workspace", str(root), "--strict"]) == 1


def test_builds_at_once_end_in_one_whole_site(root: Path) -> None:
    edit(root / "assess.yaml", "Trang thử", "Trang khác")
    command = [sys.executable, "-m", "assess", "build", "--lang", "en"]
    running = [
        subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
        for _ in range(3)
    ]
    ends = [(process.communicate(timeout=60)[1], process.returncode) for process in running]
    assert 0 in [code for _, code in ends]
    assert all(code == 0 or (code == 2 and "another build is at work" in said) for said, code in ends), ends
    found = site_in(root / "site")
    shutil.rmtree(root / "site")
    _compare(found, built(root))


# --------------------------------------------------------------------------------------- what is not published


def test_what_is_not_published_leaves_no_trace(tmp_path: Path, small: Site) -> None:
    without = workspace(tmp_path, {name: text for name, text in SMALL.items() if name not in SECRET})
    _compare(built(without), small)


def test_notes_comments_and_names_that_are_not_public_appear_nowhere(small: Site) -> None:
    assert [name for name, content in small.items() if CANARY.encode() in content] == []
    shares = re.compile(rb"9[3-8][.,]25")
    assert [
        name for name, content in small.items() if name.endswith((".html", "index.json")) and shares.search(content)
    ] == []
    shown = [name for name, content in small.items() if "Chờ duyệt".encode() in content]
    results = [f"small/2026/{each}/" for each in ("tinh-a", "tinh-b", "tinh-c", "tinh-d", "xa-a")]
    results += [f"small/2025/{each}/" for each in ("tinh-a", "tinh-b", "tinh-c")]
    expected = [f"{language}{each}index.html" for language in LANGUAGES for each in results]
    data = [f"{each}{each.split('/')[2]}.{ending}" for each in results for ending in ("yaml", "csv")]
    data += [f"data/small/{period}/answers.csv" for period in ("2026", "2025")]
    assert sorted(shown) == sorted([*expected, *data])  # the answers in words; comments only in 2026
    commented = [name for name in expected if any(tree(small[name]).every("p", "c"))]
    assert sorted(commented) == sorted(name for name in expected if "/2026/" in name)
    times = {name: small[name].count("Chờ duyệt".encode()) for name in data if name.endswith(("yaml", "b.csv"))}
    assert set(times.values()) == {1, 2}
    assert all(count == 1 + ("/2026/" in name) for name, count in times.items())


TARGETS: Final = f"""\
format: 1
targets:
  - {{id: rank, title: Thứ hạng, titles: {{en: Rank}}, of: nation, direction: lower,
     by_period: [{{period: "2030", target: 70}}], actuals: [{{period: "2024", value: 71, note: Đã đo.}}]}}
  - {{id: share, title: Trực tuyến, titles: {{en: Online}}, of: {{question: share, questionnaire: small}},
     by_period: [{{period: "2026", target: 80}}]}}
  - {{id: unpublished, title: {CANARY}, of: {{question: share, questionnaire: hidden}},
     by_period: [{{period: "2026", target: 80}}]}}
"""


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_targets_have_a_page_that_holds_what_is_published_and_no_more(tmp_path: Path, prefix: str) -> None:
    site = built(workspace(tmp_path, SMALL | {"targets.yaml": TARGETS}))
    assert [name for name, content in site.items() if CANARY.encode() in content] == []
    page = tree(site[f"{prefix}targets/index.html"])
    rank, share = (next(each.every("table", "aims")) for each in page.every("section", "sect"))
    cells = [each.text() for each in rank.every("td")]
    assert cells[:6] == ["71", "70 (2030)", "99%", "99%", "50%", {"": "Vàng", "en/": "Yellow"}[prefix]]
    named = [next(each.every("a")) for each in next(share.every("tbody")).every("tr")]
    agencies = {"": ["Tỉnh A", "Tỉnh B", "Tỉnh C", "Tỉnh D", "Xã A"], "en/": [f"Province {n}" for n in "ABCD"]}
    names = [each.text() for each in named]
    assert names == (agencies[""] if not prefix else ["Commune A", *agencies["en/"]])
    assert {_path_of(f"{prefix}targets/index.html", each.attributes["href"]) for each in named} <= site.keys()
    home = tree(site[f"{prefix}index.html"])
    assert "targets/" in [each.attributes["href"] for each in home.every("a")]


def _path_of(name: str, link: str) -> str:
    return _target(name, link)[0]


def test_targets_of_nothing_published_have_no_page(tmp_path: Path, small: Site) -> None:
    head, *_, last = TARGETS.split("  - ")
    site = built(workspace(tmp_path, SMALL | {"targets.yaml": f"{head}  - {last}"}))
    assert not [name for name in site if "targets/" in name]
    _compare(site, small)


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_a_withdrawn_page_stays_without_its_numbers(small_pages: Mapping[str, Element], prefix: str) -> None:
    page = small_pages[f"{prefix}small/2026/tinh-g/index.html"]
    text = next(page.every("article")).text()
    assert ("Nhập nhầm." if not prefix else "Mixed up.") in text
    assert ("01/06/2026" if not prefix else "1 June 2026") in text
    assert not list(page.every("table"))
    assert not [each for each in page.every("svg") if "chart" in each.attributes.get("class", "")]
    assert not re.findall(r"\d+[.,]\d", text)
    assert not any("score" in each.attributes.get("class", "").split() for each in page.every())
    rankings = small_pages[f"{prefix}small/2026/index.html"]
    assert "tinh-g" not in [row[1] for row in ranking(rankings, "province")]
    assert [each for each in rankings.every("a") if each.attributes["href"].endswith("tinh-g/")]


@pytest.mark.parametrize(("prefix", "names"), [("", "Tỉnh E|Tỉnh F|Xã B"), ("en/", "Province E|Province F|Commune B")])
def test_who_is_registered_but_sent_nothing_is_listed(
    small_pages: Mapping[str, Element], prefix: str, names: str
) -> None:
    draft, nothing, commune = names.split("|")

    def listed(period: str) -> list[str]:
        page = small_pages[f"{prefix}small/{period}/index.html"]
        return [each.text() for part in page.every("ul", "names") for each in part.every("li")]

    province_b = "Tỉnh B" if not prefix else "Province B"
    assert listed("2026") == [draft, nothing, f"{commune} ({province_b})"]
    assert listed("2025") == []  # only the agencies named in assess.yaml could be


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_equal_scores_share_a_rank_as_in_competitions(small_pages: Mapping[str, Element], prefix: str) -> None:
    rows = ranking(small_pages[f"{prefix}small/2026/index.html"], "province")
    assert [row[0] for row in rows] == ["1", "=2", "=2", "4"]
    assert [row[2][-1] for row in rows] == ["A", "B", "C", "D"]
    home = small_pages[f"{prefix}index.html"]
    assert [each.text() for each in home.every("span", "rank")] == ["1", "=2", "=2"]
    facts = next(small_pages[f"{prefix}small/2026/tinh-c/index.html"].every("dl", "facts"))
    assert "=2" in [each.text() for each in facts.every("b")]
    communes = ranking(small_pages[f"{prefix}small/2026/index.html"], "commune")
    assert [row[0] for row in communes] == ["–"]  # a group of one is not ranked


def test_a_parent_lists_those_below_it(small_pages: Mapping[str, Element]) -> None:
    def listed(name: str) -> list[tuple[str, list[str]]]:
        page = small_pages[name]
        title = next(each for each in page.every("h2") if each.attributes.get("id") == "children")
        section = next(each for each in page.every("section") if title in each.parts)
        return [
            (row.text(), [_target(name, each.attributes["href"])[0] for each in row.every("a")])
            for row in section.every("li")
        ]

    [(said, links)] = listed("small/2026/tinh-a/index.html")
    assert said.startswith("Xã A")
    assert links == ["small/2026/xa-a/index.html"]
    [(said, links)] = listed("en/small/2026/tinh-b/index.html")
    assert said.startswith("Commune B")
    assert links == []
    child = small_pages["small/2026/xa-a/index.html"]
    assert "small/2026/tinh-a/index.html" in [
        _target("small/2026/xa-a/index.html", each.attributes["href"])[0]
        for each in next(child.every("p", "eyebrow")).every("a")
    ]


def test_one_bad_response_stops_no_other(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(root / "responses/2026/small/tinh-b.yaml", "status: submitted", "status: sent")
    assert main(["build", "--workspace", str(root), "--lang", "en"]) == 1
    out, err = capsys.readouterr()
    found = re.search(r"(\d+) = (\d+) published \+ (\d+) refused \+ (\d+) not published", out)
    assert found is not None
    assert [int(each) for each in found.groups()] == [15, 7, 1, 7]
    assert "tinh-b.yaml" in err
    rows = ranking(tree((root / "site/small/2026/index.html").read_bytes()), "province")
    assert [[row[0], row[2]] for row in rows] == [["1", "Tỉnh A"], ["2", "Tỉnh C"], ["3", "Tỉnh D"]]


# ------------------------------------------------------------------------------------------ under MkDocs itself


def _mkdocs(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=cwd,
        env=_environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_mkdocs_build_gives_the_same_site(tmp_path: Path, small: Site) -> None:
    root = workspace(tmp_path)
    done = _mkdocs("build", "--quiet", cwd=root)
    assert done.returncode == 0, done.stderr
    _compare(site_in(root / "site"), small)
    before = stamps(root / "site")
    assert _mkdocs("build", "--strict", cwd=root).returncode == 0
    assert stamps(root / "site") == before
    edit(root / "responses/2026/small/tinh-b.yaml", "share: 60", "share: 600")
    failed = _mkdocs("build", "--strict", cwd=root)
    assert failed.returncode != 0
    assert stamps(root / "site") == before


@pytest.mark.parametrize("generator", ["properdocs", "zensical"])
def test_other_generators_give_the_same_pages(tmp_path: Path, small: Site, generator: str) -> None:
    pytest.importorskip(generator, reason=f"{generator} is not installed")
    root = workspace(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", generator, "build"], cwd=root, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert site_in(root / "site").keys() >= {name for name in small if name.endswith("index.html")}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A workspace under `assess serve`, on a free port of this computer."""
    root = workspace(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with (tmp_path / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "assess", "serve", "--address", address],
            cwd=root,
            env=_environment(),
            stdout=log,
            stderr=log,
        )
        try:
            _until(f"http://{address}/", lambda text: bool(text))
            yield root, f"http://{address}/"
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
    said = (tmp_path / "log.txt").read_text(encoding="utf-8", errors="replace")
    assert "Traceback" not in said, said


def _page(url: str) -> str:
    """Return a page, or "" while there is none."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310  # our own server
            found: bytes = answer.read()
            return found.decode()
    except urllib.error.HTTPError as error:
        error.close()
        return ""
    except OSError:
        return ""


def _until(url: str, fits: Callable[[str], bool], seconds: float = 30) -> str:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        text = _page(url)
        if fits(text):
            return text
        time.sleep(0.1)
    raise AssertionError(f"{url} did not become what it should be: {text[:2000]}")


def test_serving_fills_a_page_when_it_is_asked_for_and_follows_the_files(served: tuple[Path, str], small: Site) -> None:
    root, url = served
    for name in ("small/2026/tinh-b/", "en/small/2026/tinh-b/", "small/2026/", "en/problems/duplicate-key/", "method/"):
        text = _until(f"{url}{name}", lambda text: bool(text), 5)
        shown = next(tree(text.encode()).every("article"))
        assert shown.text() == next(tree(small[f"{name}index.html"]).every("article")).text()
    for name in ("data/small/2026/answers.csv", "small/2026/tinh-b/tinh-b.yaml", "data/checksums.txt"):
        assert _page(f"{url}{name}") == small[name].decode(), name
    assert "Dữ liệu mở" in _page(f"{url}data/")
    assert _page(f"{url}small/2026/tinh-e/") == ""  # a draft
    edit(root / "responses/2026/small/tinh-b.yaml", "comment: Chờ duyệt", "comment: Vừa sửa")
    _until(f"{url}small/2026/tinh-b/", lambda text: "Vừa sửa" in text)
    _until(f"{url}en/small/2026/tinh-b/", lambda text: "Vừa sửa" in text)
    edit(root / "agencies.yaml", "name: Tỉnh B", "name: Tỉnh Bê")
    _until(f"{url}small/2026/", lambda text: "Tỉnh Bê" in text)
    edit(root / "responses/2026/small/tinh-e.yaml", "status: draft", "status: submitted")
    _until(f"{url}small/2026/tinh-e/", lambda text: "97,25" in text)


# ----------------------------------------------------------------------------------------------- hostile text

HOSTILE: Final = (
    """<script>alert(1)</script> "><img src=x onerror=alert(2)> ' onmouseover='alert(3) </title></textarea></svg>
# Đầu đề

* **đậm** [liên kết](javascript:alert(4)) ![ảnh](http://x.example/y.png) <!-- <style>*{display:none}</style> ]]>
| a | b |
| - | - |
--8<-- "assess.yaml"
{{ 7*7 }} {% raw %} ${7*7} #{7*7} [[assess:body]] [[assess:title]] &lt;b&gt; &amp;nbsp; \\u003c שלום Đắk Lắk 𝔘
""",
    "<img src=x onerror=alert(1)>\"'><b onclick=x>{{ 7*7 }}[[assess:body]]</title><!-- &lt; *a* [b](javascript:c)",
    "</h1><b a=\"'>{{7*7}}[[assess:title]]&lt;",
    "<i x=\"'&{{7*7}}",
    "[[assess:body]]",
)
"""Texts to be shown as they are, longest first: markup, script, quotes, templates, Markdown, our own slots."""
Slot = tuple[str, tuple[str | int, ...], str]
"""A file, the way to a text in it, and what is put there."""

LONG_WORD: Final = "Nghiêng" * 26
_NARROW, _WIDE = "'()[]/;:!|.,-", "&%@"
_HARMLESS: Final = str.maketrans(
    dict.fromkeys(_NARROW, "i") | dict.fromkeys(_WIDE, "w") | dict.fromkeys('<>"{}=*#_`~$\\+?^', "x")
)
"""A harmless letter, as wide in a chart, for each character that could mean something."""


def _strings(data: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every text of a document with the way to it."""
    if isinstance(data, str):
        yield way, data
    elif isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _strings(value, (*way, key))


def _with(data: Any, way: Sequence[str | int], text: str) -> Any:
    """Return a document with another text in one place."""
    if not way:
        return text
    first, *rest = way
    if isinstance(data, dict):
        return data | {first: _with(data[first], rest, text)}
    return [_with(each, rest, text) if n == first else each for n, each in enumerate(data)]


def _write(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, default=float), encoding="utf-8")  # JSON is YAML too


def _refused(root: Path) -> bool:
    usable, problems, _ = check_workspace(root)
    return not usable or any(each.refuses for each in problems)


def _full_workspace(folder: Path) -> Path:
    """Return the sample workspace with everything that it leaves out, and with a frame."""
    root = sample_workspace(folder)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copyfile(frame_file(name), root / name)
    for name, text in SMALL.items():
        if name.startswith("docs/"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
    edit(root / "assess.yaml", "comments: false", "comments: true")
    edit(
        root / "assess.yaml",
        "corrections: []",
        'corrections: [{questionnaire: sample, period: "2026", agency: so-mau-a, on: "2026-05-02", reason: Sửa.,'
        " reasons: {en: Mended.}}]",
    )
    edit(root / "responses/2026/sample/xa-mau.yaml", "status: draft", "status: submitted")
    shutil.copyfile(CASES / "valid" / "targets-complete.yaml", root / "targets.yaml")
    (root / "questionnaires/sample/1/frozen.yaml").unlink()  # its text is what hostile people change
    return root


@pytest.fixture(scope="session")
def slots(tmp_path_factory: pytest.TempPathFactory) -> list[Slot]:
    """Every place in a workspace's files whose text may be anything, and what is put there.

    Found by trying: into each text of each file, the longest hostile text that the gate lets through.
    """
    root = _full_workspace(tmp_path_factory.mktemp("slots"))
    found: list[Slot] = []
    short = 0
    for path in sorted(root.rglob("*.yaml")):
        if path.parent.name == "2":  # not published
            continue
        data = read(path, path.name).data
        for way, text in _strings(data):
            for n in range(len(HOSTILE)):
                # the two shortest in turn, because where one fits the other does too
                hostile = HOSTILE[n] if n < 3 else HOSTILE[3 + (n + short) % 2]
                _write(path, _with(data, way, f"{text} {hostile}"))
                if not _refused(root):
                    found.append((path.relative_to(root).as_posix(), way, f"{text} {hostile}"))
                    short += n >= 3
                    break
        _write(path, data)
    return found


def test_there_are_hostile_texts_in_every_kind_of_place(
    slots: Sequence[Slot],
) -> None:
    keys = {str(way[-1]) for _, way, _ in slots} | {str(way[-2]) for _, way, _ in slots if len(way) > 1}
    assert keys >= {
        *("title", "titles", "name", "names", "publisher", "licence", "reason", "reasons", "description", "number"),
        *("text", "help", "next", "definition", "unit", "data_source", "verified_by", "M1-plan", "signed_by"),
        *("owner", "owners", "unit", "units", "note", "notes", "validated_by", "validators"),
        *("comment", "internal_note", "unknown", "not_applicable", "remark", "sources", "commitments", "tiers"),
    }
    assert len({path for path, *_ in slots}) >= 7
    assert {hostile for hostile in HOSTILE for *_, text in slots if text.endswith(hostile)} == set(HOSTILE)


def _harmless(text: str) -> str:
    return text.translate(_HARMLESS)


def _same(one: "Element | str", other: "Element | str", way: str = "") -> None:
    """Assert that two parts of pages are the same, but for harmless letters in place of others."""
    if isinstance(one, str) or isinstance(other, str):
        assert isinstance(one, str), f"{way}: an element where there should be text"
        assert isinstance(other, str), f"{way}: text where there should be an element"
        assert _harmless(one) == _harmless(other), way
        return
    way = f"{way}/{one.tag}"
    assert one.tag == other.tag, way
    assert one.attributes.keys() == other.attributes.keys(), way
    for key in one.attributes:
        assert _harmless(one.attributes[key]) == _harmless(other.attributes[key]), f"{way}@{key}"
    assert len(one.parts) == len(other.parts), f"{way}: {one.parts} {other.parts}"
    for own, others in zip(one.parts, other.parts, strict=True):
        _same(own, others, way)


def _every_text(part: Element) -> Iterator[str]:
    for element in part.every():
        yield from element.attributes.values()
        yield from (each for each in element.parts if isinstance(each, str))


def _unmeasured(site: Site, name: str) -> str:
    """Return a text of a site without what tells the sizes and checksums of its files, and without JSON-LD."""
    text = site[name].decode().replace(json.loads(site["data/datapackage.json"])["version"], "version")
    text = re.sub(r"\b[0-9a-f]{64}\b", "checksum", re.sub(r"\d+([.,]\d+)? [kM]?B\b", "size", text))
    text = re.sub(r'("bytes": |"@value": ")\d+', r"\1size", text)
    return re.sub(r'(<script type="application/ld\+json">).*?(?=</script>)', r"\1", text, flags=re.DOTALL)


def _texts(site: Site, name: str) -> list[str]:
    """Return the texts in a file of data, in order."""
    text = _unmeasured(site, name)
    if name.endswith(".csv"):
        return [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    data = yaml.safe_load(text) if name.endswith(".yaml") else json.loads(text.replace(": size", ": 0"))
    return [each for _, each in _strings(data)]


def _linked(page: bytes) -> list[str]:
    """Return the texts in a page's JSON-LD; it ends where a browser takes it to end."""
    found = re.findall(rb'<script type="application/ld\+json">(.*?)</script', page, re.DOTALL | re.IGNORECASE)
    assert not any(char in each for each in found for char in (b"<", b">", b"&"))
    return [text for each in found for _, text in _strings(json.loads(each)) if not re.search("[0-9]", text)]


def _filled(folder: Path, slots: Sequence[Slot], text: Callable[[str], str]) -> Site:
    root = _full_workspace(folder)
    for path in {name for name, *_ in slots}:
        data = read(root / path, path).data
        for _, way, hostile in (each for each in slots if each[0] == path):
            data = _with(data, way, text(hostile))
        _write(root / path, data)
    assert not _refused(root)
    return built(root)


def _shown_in_index(content: bytes) -> list[Element]:
    """Return what the search shows of each page, without the hidden words beside it."""
    shown = [(each["title"], each["text"]) for each in json.loads(content)["docs"]]
    return [tree(re.sub("<span hidden>[^<]*</span>", "", part).encode()) for each in shown for part in each]


def _handed_over(content: bytes) -> Any:
    """Return the data of a file that is handed to scripts."""
    return json.loads(content[content.index(b",") + 1 :].removesuffix(b");\n"))


def test_hostile_text_is_shown_as_it_is_and_does_nothing(tmp_path: Path, slots: Sequence[Slot]) -> None:
    hostile = _filled(tmp_path / "hostile", slots, lambda text: text)
    control = _filled(tmp_path / "control", slots, _harmless)
    assert hostile.keys() == control.keys()
    shown = 0
    for name in control:
        if name.endswith(".html"):
            page = tree(_unmeasured(hostile, name).encode())
            _same(page, tree(_unmeasured(control, name).encode()), name)
            shown += sum("onerror=alert" in text for text in _every_text(page))
            assert [*map(_harmless, _linked(hostile[name]))] == [*map(_harmless, _linked(control[name]))]
        elif name.endswith("search_index.json"):
            for own, other in zip(*(_shown_in_index(site[name]) for site in (hostile, control)), strict=True):
                _same(own, other, name)
        elif name.endswith("search_index.js"):
            assert hostile[name] == b"var __index=" + hostile[f"{name}on"] + b";\n"
        elif name.endswith("agencies.js") or "compare/" in name:
            texts = [[text for _, text in _strings(_handed_over(site[name]))] for site in (hostile, control)]
            assert [_harmless(text) for text in texts[0]] == [_harmless(text) for text in texts[1]]
        elif name.endswith((".json", ".jsonld", ".csv", ".yaml")):
            texts = [[_harmless(text) for text in _texts(site, name)] for site in (hostile, control)]
            assert texts[0] == texts[1], name
        elif name.endswith("checksums.txt"):
            assert _unmeasured(hostile, name) == _unmeasured(control, name)
        else:
            assert hostile[name] == control[name], name
    assert shown > 300
    assert not any(b">49<" in content or b" 49 " in content for content in hostile.values() if b"7*7" in content)


def test_a_long_word_is_kept_whole(tmp_path: Path, slots: Sequence[Slot]) -> None:
    # Titles, names and comments; that it does not widen the page is for the browser to see.
    names = [(path, way, f"{text[:10]} {LONG_WORD}") for path, way, text in slots if way[-1] in ("comment", "remark")]
    assert names
    site = _filled(tmp_path, names, lambda text: text)
    assert LONG_WORD in next(tree(site["sample/2026/so-mau-a/index.html"]).every("article")).text()


# --------------------------------------------------------------------------- every page of the repository's site


def _target(page: str, link: str) -> tuple[str, str]:
    """Return the file and the anchor that a link leads to."""
    address, anchor = urldefrag(urljoin(f"https://site.example/{page}", link))
    path = unquote(address.removeprefix("https://site.example/"))
    return (f"{path}index.html" if path.endswith("/") or not path else path), unquote(anchor)


def _is_internal(link: str) -> bool:
    return not re.match(r"[a-z][a-z0-9+.-]*:|//", link)


def _dead_links(site: Site, trees: Mapping[str, Element]) -> tuple[set[tuple[str, str]], int]:
    """Return every link that leads nowhere, with its page, and how many were followed."""
    anchors = {
        name: {each.attributes["id"] for each in page.every() if "id" in each.attributes}
        for name, page in trees.items()
    }
    dead, seen = set(), 0
    for name, page in trees.items():
        for element in page.every():
            for link in (element.attributes[key] for key in ("href", "src") if key in element.attributes):
                if not _is_internal(link):
                    continue
                path, anchor = _target(name, link)
                seen += 1
                if path.endswith("compare/index.html"):
                    anchor = ""  # what stands after the # is chosen there: a questionnaire, a period, agencies
                if path not in site or (anchor and path in anchors and anchor not in anchors[path]):
                    dead.add((name, link))
    return dead, seen


def test_every_link_and_anchor_leads_somewhere(own: Site, own_pages: Mapping[str, Element]) -> None:
    dead, seen = _dead_links(own, own_pages)
    assert dead == set()
    assert seen > 10_000


def test_links_lead_to_no_other_place_than_https(own_pages: Mapping[str, Element]) -> None:
    others = {
        link
        for page in own_pages.values()
        for element in page.every()
        for key, link in element.attributes.items()
        if key in ("href", "src", "action", "formaction") and not _is_internal(link) and not link.startswith("https://")
    }
    assert others == set()
    loaded = {
        element.attributes[key]
        for page in own_pages.values()
        for tag, key in (("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src"))
        for element in page.every(tag)
        if key in element.attributes and element.attributes.get("rel") != "canonical"
    }
    assert {link for link in loaded if not _is_internal(link)} == set()


def test_the_language_switcher_leads_to_the_same_page(own_pages: Mapping[str, Element]) -> None:
    for name, page in own_pages.items():
        if name.endswith("404.html"):
            continue
        here = "en" if name.startswith("en/") else "vi"
        other = f"en/{name}" if here == "vi" else name.removeprefix("en/")
        switcher = next(page.every("ul", "languages"))
        links = [each.attributes for each in switcher.every("a")]
        assert [(each["hreflang"], _target(name, each["href"])[0]) for each in links] == [
            ("vi" if here == "en" else "en", other)
        ], name
        alternates = [each.attributes for each in page.every("link") if "hreflang" in each.attributes]
        places = {each["hreflang"]: _target(name, each["href"])[0] for each in alternates}
        vietnamese = name if here == "vi" else other
        assert places == {here: name, ("vi" if here == "en" else "en"): other, "x-default": vietnamese}, name


def test_every_page_has_one_heading_a_title_of_its_own_and_its_language(own_pages: Mapping[str, Element]) -> None:
    titles: dict[tuple[str, str], list[str]] = {}
    for name, page in own_pages.items():
        language = "en" if name.startswith("en/") else "vi"
        assert [each.attributes["lang"] for each in page.every("html")] == [language], name
        assert len(list(page.every("h1"))) == 1, name
        assert next(page.every("h1")).text(), name
        title = [each.text() for each in page.every("head") for each in each.every("title")]
        assert len(title) == 1, name
        titles.setdefault((language, title[0]), []).append(name)
        described = [each for each in page.every("meta") if each.attributes.get("name") == "description"]
        if next(page.every("article")).attributes.get("id") == "content":
            assert len(described) == 1, name
            assert described[0].attributes["content"], name
    twice = {title: names for title, names in titles.items() if len(names) > 1}
    latest = [
        ["six-messages/index.html", "six-messages/versions/2026.1/index.html"],
        ["task-groups/index.html", "task-groups/versions/2026.1/index.html"],
    ]  # the latest version stands at both addresses
    allowed = [*latest, *([f"en/{each}" for each in names] for names in latest)]
    assert {title: names for title, names in twice.items() if sorted(names) not in allowed} == {}


def test_every_id_is_unique_and_every_reference_to_one_leads_to_it(own_pages: Mapping[str, Element]) -> None:
    for name, page in own_pages.items():
        ids = Counter(each.attributes["id"] for each in page.every() if "id" in each.attributes)
        assert [each for each, count in ids.items() if count > 1] == [], name
        named = ("aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "for")
        wanted = set(
            chain.from_iterable(each.attributes.get(key, "").split() for each in page.every() for key in named)
        )
        assert wanted - ids.keys() == set(), name


def test_every_table_of_ours_is_named_and_its_headings_say_what_they_head(own_pages: Mapping[str, Element]) -> None:
    tables = 0
    for name, page in own_pages.items():
        for table in chain.from_iterable(each.every("table") for each in page.every("article", "assess")):
            tables += 1
            assert len(list(table.every("caption"))) == 1, name
            assert next(table.every("caption")).text(), name
            assert all(each.attributes.get("scope") in ("col", "row") for each in table.every("th")), name
            widths = {len([cell for cell in row.parts if isinstance(cell, Element)]) for row in table.every("tr")}
            assert len(widths) == 1, name
    assert tables > 200


def test_every_chart_is_named_and_its_numbers_stand_beside_it(own_pages: Mapping[str, Element]) -> None:
    charts = 0
    for name, page in own_pages.items():
        for chart in page.every("svg", "chart"):
            charts += 1
            assert chart.attributes["role"] == ("group" if "tiles" in chart.attributes["class"] else "img"), name
            assert all(each.text() for each in (next(chart.every("title")), next(chart.every("desc")))), name
        for figure in page.every("figure", "chart-box"):
            if not next(figure.every("svg"), None):
                continue
            beside = [*figure.every("table"), *page.every("table", "dims"), *page.every("table", "rank-t")]
            shown = " ".join(each.text() for each in beside)
            for value in next(figure.every("svg")).every("text", "value"):
                assert value.text() in shown, f"{name}: {value.text()}"
    assert charts > 90


def test_the_banner_of_invented_data_stands_on_every_page(
    own: Site, own_pages: Mapping[str, Element], tmp_path: Path
) -> None:
    for name, page in own_pages.items():
        assert len(list(page.every("p", "notice"))) == 1, name
    for name, content in own.items():
        assert not name.endswith(".html") or content.count(b'<p class="notice') == 1, name
    root = workspace(tmp_path, SMALL | {"assess.yaml": SETTINGS.replace("invented: true\n", "")})
    assert not any(list(page.every("p", "notice")) for page in pages(built(root)).values())


@pytest.mark.parametrize(
    ("prefix", "invented", "nation", "real"),
    [
        ("", "các cơ quan được đánh giá ở đây và số liệu của các cơ quan ấy", "Số liệu quốc gia", "Số liệu thật"),
        ("en/", "the agencies assessed here and their figures", "Figures of the nation", "A real figure"),
    ],
)
def test_the_banner_calls_no_figure_of_the_nation_invented(
    own_pages: Mapping[str, Element], prefix: str, invented: str, nation: str, real: str
) -> None:
    page = own_pages[f"{prefix}targets/index.html"]
    assert f": {invented} " in next(page.every("p", "notice")).text()
    sections = [each for each in page.every("section", "sect") if next(each.every("p", "eyebrow")).text() == nation]
    tables = [table for each in sections for table in each.every("table", "aims")]
    figures = [row for table in tables for body in table.every("tbody") for row in body.every("tr")]
    notes = [note.text() for each in sections for note in each.every("p", "cited")]
    assert len(figures) == len(notes) > 1
    assert all(real in each for each in notes)


def test_no_page_is_large(own: Site) -> None:
    large = {name: len(content) for name, content in own.items() if name.endswith(".html") and len(content) > 300_000}
    assert large == {}
    assert all(len(own[f"{prefix}search/search_index.json"]) < 2_000_000 for prefix in LANGUAGES)
