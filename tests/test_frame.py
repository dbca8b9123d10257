"""What stands around every page: its policy, its place in search engines and other sites, what servers send with it."""

import base64
import hashlib
import re
import shutil
import struct
from collections import Counter
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from assess.presentation.wording import shortened
from assess.publishing import sitemap
from assess.publishing.filling import DESCRIPTION
from assess.publishing.finishing import mended
from assess.publishing.headers import HEADERS, nginx
from assess.publishing.policy import guarded, policy
from assess.publishing.stubs import StubError
from tests.markup import wrong
from tests.screenshots import PAGES, PREFIXES, ROOT, SOCIAL_BYTES, SOCIAL_SIZE
from tests.test_publishing import SETTINGS, SMALL, Element, Site, built, changed, edit, pages, tree, workspace

BASE = "https://example.gov.vn/so/"
_SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_LINK = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(workspace(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small site, of which it is known where it will stand."""
    root = workspace(tmp_path_factory.mktemp("placed"))
    edit(root / "mkdocs.yml", "docs_dir:", f"site_url: {BASE}\ndocs_dir:")
    return built(root)


@pytest.fixture(scope="module")
def placed_pages(placed: Site) -> Mapping[str, Element]:
    return pages(placed)


def _parsed(content: bytes | str) -> ElementTree.Element:
    return ElementTree.fromstring(content)  # noqa: S314  # our own


def _address(name: str) -> str:
    return name.removesuffix("index.html")


def _meta(page: Element, key: str) -> list[str]:
    named = [each.attributes for each in page.every("meta")]
    return [
        each["content"] for each in named if key in (each.get("property"), each.get("name"), each.get("http-equiv"))
    ]


# ------------------------------------------------------------------------------------------------------- policy


def test_every_page_begins_with_a_policy_that_lets_its_own_scripts_run_and_no_others(small: Site) -> None:
    for name, content in small.items():
        if not name.endswith(".html"):
            continue
        text = content.decode()
        head, policies = text.partition("<head>")[2], _meta(tree(content), "Content-Security-Policy")
        assert head.startswith('<meta http-equiv="Content-Security-Policy"'), name
        assert len(policies) == 1, name
        rules = dict(each.split(" ", 1) for each in policies[0].split("; "))
        scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
        hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(each.encode()).digest()).decode()}'" for each in scripts]
        assert hashes, name
        assert rules.pop("script-src").split() == ["'self'", *hashes], name
        assert rules.pop("default-src") == rules.pop("base-uri") == rules.pop("form-action") == "'none'", name
        assert rules.pop("img-src") == "'self' data:", name
        assert set(rules.values()) == {"'self'"}, name
        assert "unsafe" not in policies[0], name


def test_pages_at_different_depths_have_scripts_and_policies_of_their_own(small: Site) -> None:
    policies = {_meta(tree(small[name]), "Content-Security-Policy")[0] for name in ("index.html", "small/index.html")}
    assert len(policies) == 2


def test_a_policy_knows_inline_scripts_and_nothing_else() -> None:
    page = (
        '<html><head></head><script src="a.js"></script><script type="application/json">{"a": 1}</script>'
        "<SCRIPT >run()</SCRIPT ><script>run()</script></html>"
    )
    digest = base64.b64encode(hashlib.sha256(b"run()").digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in policy(page)
    assert "script-src 'self';" in policy("<html><head></head></html>")


@pytest.mark.parametrize("text", ["<p>", "<head></head><head></head>", "<head><script>a = '[[assess:title]]'</script>"])
def test_a_page_that_no_policy_can_be_put_into_is_refused(text: str) -> None:
    with pytest.raises(StubError, match=r"page\.html"):
        guarded(text, "page.html")


# ------------------------------------------------------------------------------------------------------ headers


def test_servers_are_told_what_no_page_can_say(small: Site) -> None:
    rules, apache = small["_headers"].decode(), small[".htaccess"].decode()
    assert HEADERS["Content-Security-Policy"] == "frame-ancestors 'none'"
    for name, value in HEADERS.items():
        assert f"  {name}: {value}\n" in rules.partition("/assets/")[0]
        assert f'  Header always set {name} "{value}"\n' in apache


def test_what_is_kept_for_ever_has_a_digest_in_its_name_and_all_such_are_kept(small: Site) -> None:
    kept = re.findall(r"^/(\S+)\*\n  Cache-Control: .*immutable$", small["_headers"].decode(), re.MULTILINE)
    named = [name for name in small if re.search(r"\.[0-9a-f]{8}\.min\.(css|js)$", name)]
    assert len(named) == 8
    assert [name for name in named if not name.startswith(tuple(kept))] == []
    others = [name for name in small if name.startswith(tuple(kept)) and not name.endswith(".map")]
    assert set(others) == set(named)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_guide_gives_the_same_for_nginx(language: str) -> None:
    guide = (ROOT / f"docs/{language}/guide/running.md").read_text(encoding="utf-8")
    assert f"```nginx\n{nginx()}```" in guide


def test_a_workspace_may_bring_its_own(tmp_path: Path) -> None:
    own = {f"docs/vi/{name}": "own\n" for name in ("robots.txt", "_headers")}
    site = built(workspace(tmp_path, SMALL | own))
    assert site["robots.txt"] == site["_headers"] == b"own\n"


# ----------------------------------------------------------------------------------------------- search engines


def test_a_sitemap_names_every_page_once_with_its_other_languages(placed: Site) -> None:
    entries = _parsed(placed["sitemap.xml"]).findall(f"{_SITEMAPS}url")
    named: dict[str, dict[str, str]] = {}
    for entry in entries:
        place = entry.findtext(f"{_SITEMAPS}loc") or ""
        named[place] = {each.attrib["hreflang"]: each.attrib["href"] for each in entry.findall(_LINK)}
    assert len(named) == len(entries)
    expected = {BASE + _address(name) for name in placed if name.endswith("/index.html") or name == "index.html"}
    assert named.keys() == expected
    for place, others in named.items():
        address = place.removeprefix(BASE).removeprefix("en/")
        vietnamese, english = f"{BASE}{address}", f"{BASE}en/{address}"
        assert others == {"vi": vietnamese, "en": english, "x-default": vietnamese}, place
    assert b"lastmod" not in placed["sitemap.xml"]
    assert not {"sitemap.xml.gz", "en/sitemap.xml", "en/sitemap.xml.gz"} & placed.keys()
    assert placed["robots.txt"].decode().endswith(f"\nSitemap: {BASE}sitemap.xml\n")


def test_without_an_address_there_is_no_sitemap_and_nothing_names_a_host(small: Site) -> None:
    assert not [name for name in small if "sitemap" in name]
    assert small["robots.txt"] == b"User-agent: *\nDisallow:\n"
    page = tree(small["small/2026/index.html"])
    assert not _meta(page, "og:image")
    assert not _meta(page, "og:url")


def test_many_pages_are_shared_out_among_sitemaps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST", 2)
    files = sitemap.sitemaps("https://a.vn/", {"vi": ["", "a&b/"], "en": [""]}, {"vi": "", "en": "en/"})
    assert sorted(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    index = _parsed(files["sitemap.xml"])
    assert [each.text for each in index.iter(f"{_SITEMAPS}loc")] == [f"https://a.vn/sitemap-{n}.xml" for n in (1, 2)]
    first, second = (_parsed(files[f"sitemap-{n}.xml"]) for n in (1, 2))
    assert [each.text for each in first.iter(f"{_SITEMAPS}loc")] == ["https://a.vn/", "https://a.vn/a&b/"]
    assert [len(entry.findall(_LINK)) for entry in [*first, *second]] == [3, 0, 3]


def test_in_one_language_there_are_no_others(tmp_path: Path) -> None:
    files = {name: text for name, text in SMALL.items() if not name.startswith("docs/en/")}
    root = workspace(tmp_path, files | {"assess.yaml": SETTINGS.replace("[vi, en]", "[vi]")})
    (root / "mkdocs.en.yml").unlink()
    edit(root / "mkdocs.yml", "docs_dir:", f"site_url: {BASE}\ndocs_dir:")
    site = built(root)
    assert b"hreflang" not in site["sitemap.xml"] + site["index.html"]


def test_every_page_says_where_it_stands_and_where_its_other_languages_do(placed_pages: Mapping[str, Element]) -> None:
    for name, page in placed_pages.items():
        if name.endswith("404.html"):
            continue
        links = [each.attributes for each in page.every("link")]
        canonical = [each["href"] for each in links if each["rel"] == "canonical"]
        latest = name.replace("small/index.html", "small/versions/1/index.html")
        assert canonical == [BASE + _address(latest)], name
        assert _meta(page, "og:url") == canonical, name
        address = _address(name).removeprefix("en/")
        others = {each["hreflang"]: each["href"] for each in links if "alternate" in each["rel"].split()}
        there = {"vi": f"{BASE}{address}", "en": f"{BASE}en/{address}"}
        assert others == {**there, "x-default": there["vi"]}, name


def test_every_page_is_described_and_no_two_alike(placed_pages: Mapping[str, Element]) -> None:
    said: Counter[str] = Counter()
    for name, page in placed_pages.items():
        if name.endswith("404.html"):
            continue
        descriptions = _meta(page, "description")
        assert len(descriptions) == 1, name
        generated = next(page.every("article")).attributes.get("id") == "content"
        assert (20 if generated else 1) < len(descriptions[0]) <= DESCRIPTION + 1, name
        latest = name.endswith("small/index.html")  # the same as at its version's own address
        said.update(descriptions if generated and not latest else [])
    assert {text: count for text, count in said.items() if count > 1} == {}


def test_text_is_cut_after_a_word() -> None:
    assert shortened("một hai\n ba", 20) == "một hai ba"
    assert shortened("một hai, ba bốn", 10) == "một hai…"
    assert shortened("m" * 30, 10) == "m" * 10 + "…"


# ------------------------------------------------------------------------------------------------- other sites


def test_other_sites_are_told_a_title_a_summary_and_a_picture(
    placed: Site, placed_pages: Mapping[str, Element]
) -> None:
    for name, page in placed_pages.items():
        if name.endswith("404.html"):
            continue
        title = next(next(page.every("head")).every("title")).text()
        assert title.startswith(_meta(page, "og:title")[0]), name
        assert _meta(page, "og:description") == _meta(page, "description"), name
        assert _meta(page, "og:locale") == ["en_GB" if name.startswith("en/") else "vi_VN"], name
        assert _meta(page, "twitter:card") == ["summary_large_image"], name
        (picture,) = _meta(page, "og:image")
        assert urlsplit(picture).path.removeprefix("/so/") in placed, name
        assert [*_meta(page, "og:image:width"), *_meta(page, "og:image:height")] == [str(each) for each in SOCIAL_SIZE]
        assert _meta(page, "og:image:alt"), name


def test_the_picture_is_as_large_as_it_is_said_to_be(small: Site) -> None:
    picture = small["assets/assess/social.png"]
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == SOCIAL_SIZE
    assert len(picture) <= SOCIAL_BYTES


def test_names_and_titles_cannot_leave_their_attributes(tmp_path: Path) -> None:
    name = '"><b id=x>&'
    root = workspace(
        tmp_path,
        SMALL
        | {
            "agencies.yaml": SMALL["agencies.yaml"].replace("name: Tỉnh A", f"name: '{name}'"),
            "docs/vi/other.md": '# Về "đây" & đó\n\nĐoạn "đầu" <b>có</b> & chữ.\n',
        },
    )
    edit(root / "mkdocs.yml", "docs_dir:", f"site_url: {BASE}\ndocs_dir:")
    site = built(root)
    agency, other = tree(site["small/2026/tinh-a/index.html"]), tree(site["other/index.html"])
    assert not [each for each in agency.every() if each.attributes.get("id") == "x"]
    assert unescape(_meta(agency, "og:title")[0]).startswith(name)
    assert _meta(other, "og:title") == ['Về "đây" & đó']
    assert _meta(other, "description") == _meta(other, "og:description") == ['Đoạn "đầu" có & chữ.']


# ------------------------------------------------------------------------------------------------- valid HTML


@pytest.fixture(scope="module")
def kinds(own_site: Path) -> Mapping[str, Element]:
    """A page of each kind in the repository's own site, and all hand-written ones, in each language."""
    written = [
        path.relative_to(ROOT / "docs/vi").with_suffix("").as_posix().removesuffix("index").rstrip("/")
        for path in sorted((ROOT / "docs/vi").rglob("*.md"))
    ]
    addresses = {*PAGES.values(), *(f"{each}/" for each in written)}
    names = ["404.html", *(f"{prefix}{each}index.html" for prefix in PREFIXES.values() for each in sorted(addresses))]
    return {name: tree((own_site / name).read_bytes()) for name in names}


def test_pages_of_every_kind_are_valid(kinds: Mapping[str, Element]) -> None:
    found = {name: list(wrong(page)) for name, page in kinds.items()}
    assert {name: each for name, each in found.items() if each} == {}
    assert len(found) > 40


@pytest.mark.parametrize(
    "text",
    [
        "<p><div></div></p>",
        "<ul><p></p></ul>",
        "<table><tr></tr></table>",
        "<ul>a<li></li></ul>",
        "<a href='x'><button type='button'></button></a>",
        "<p style='color: red'></p>",
        "<p onclick='x()'></p>",
        "<label tabindex=''></label>",
        "<p id='a b'></p>",
        "<a href='a b'></a>",
        "<img src='x.png'>",
        "<button>x</button>",
        "<input type='checkbox' autocomplete='off'>",
        "<button type='button' popovertarget='x' aria-expanded='false'></button>",
    ],
)
def test_what_is_not_valid_is_seen(text: str) -> None:
    assert len(set(wrong(tree(text.encode())))) == 1


def test_mistakes_of_the_theme_are_put_right() -> None:
    assert mended('<td style="text-align: right;">') == '<td class="to-right">'
    assert mended('<input class="md-toggle" id="x" autocomplete="off">') == '<input class="md-toggle" id="x">'
    assert mended('<label class="md-nav__link " tabindex="">') == '<label class="md-nav__link ">'
    assert (
        mended('<pre><code class="x">')
        == mended(mended('<pre><code class="x">'))
        == '<pre><code class="x" tabindex="0">'
    )
    assert mended("<p>&lt;td style</p>") == "<p>&lt;td style</p>"


# ------------------------------------------------------------------------------------------- only what depends on it


KEPT = ("agencies.yaml", "assess.yaml", "mkdocs*.yml", "targets.yaml", "questionnaires", "responses", "reviews", "docs")


def test_one_response_rewrites_only_pages_of_its_results_or_of_its_agency(tmp_path: Path, own_site: Path) -> None:
    for path in (each for name in KEPT for each in ROOT.glob(name)):
        if path.is_dir():
            shutil.copytree(path, tmp_path / path.name)
        else:
            shutil.copyfile(path, tmp_path / path.name)
    shutil.copytree(own_site, tmp_path / "site")
    edit(tmp_path / "responses/2026/task-groups/xa-mau-ben-cau.yaml", "{part: 109, of: 120}", "{part: 12, of: 120}")
    result, touched = changed(tmp_path)
    written = {name.removeprefix("en/") for name in touched if name.endswith(".html")}
    own = {name for name in written if name.startswith("task-groups/2026/")}
    assert {"task-groups/2026/index.html", "task-groups/2026/xa-mau-ben-cau/index.html"} <= own
    assert len(touched) < result.pages / 3
    for name in written - own:
        said = (tmp_path / "site" / name).read_text(encoding="utf-8")
        assert name in ("index.html", "data/index.html") or "Xã Mẫu Bến Cầu" in said, name
    assert result.written == len(touched)
