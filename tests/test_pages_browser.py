"""The repository's own site in a real Chromium, served under the strictest policy that it is meant to bear."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from assess.loading import load_questionnaire
from assess.publishing.site import build_site
from tests.browsing import LOOKS, TOO_WIDE, every_kind, every_language, violations, watched
from tests.screenshots import PAGES, PREFIXES, ROOT, SCHEMES, opened, serving
from tests.test_publishing import LONG_WORD, REGISTER, SMALL, workspace
from tests.workspaces import is_of_few, register_of

pytestmark = pytest.mark.browser

NARROW: Final = (320, 360)
MOST_TABS: Final = 120
SHEET_PX: Final = 688
"""How wide the text of an A4 sheet is."""
STATES: Final = ("answered", "unknown", "missing", "not_applicable", "closed", "not_asked", "unscored")
KINDS: Final = ("ministry", "province", "commune")
ALIKE: Final = {"exclude": [[".sect ~ .sect ~ .sect"], ["[data-alike]"]]}
"""Sections after the second one, and rows that are as others before: looked at once, at 1280 px in light colours."""


@pytest.fixture
def phone(browser: Browser, url: str) -> Iterator[Page]:
    with watched(browser, url, width=320) as found:
        yield found


# ---------------------------------------------------------------------------------------------------- what guards


def test_the_guards_see_what_they_should(browser: Browser, url: str) -> None:
    for script, said in (
        ("console.error('x')", "console: x"),
        ("setTimeout(() => { throw Error('y') })", "error: y"),
        ("document.body.insertAdjacentHTML('beforeend', '<img src=\"http://127.0.0.2:9/\">')", "http://127.0.0.2:9/"),
        ("document.body.setAttribute('style', 'color: red')", "Content Security Policy"),
        ("document.body.insertAdjacentHTML('beforeend', '<b onclick=alert(1)>x</b>')", "Content Security Policy"),
        ("document.body.insertAdjacentHTML('beforeend', '<img src=x.png>')", "404"),
    ):
        with pytest.raises(AssertionError, match=re.escape(said)):
            _run(browser, url, script)


def _run(browser: Browser, url: str, script: str) -> None:
    with watched(browser, url) as page:
        page.goto(f"{url}about/")
        page.evaluate(f"() => {{ {script} }}")
        page.wait_for_timeout(100)


# ----------------------------------------------------------------------------------------------------------- axe


@every_language
@every_kind
def test_axe_finds_nothing(browser: Browser, url: str, kind: str, language: str) -> None:
    found = {}
    for scheme, widths in LOOKS[language].items():
        with watched(browser, url, scheme) as page:  # the theme keeps the scheme that a reader came with
            page.goto(f"{url}{PREFIXES[language]}{PAGES[kind]}")
            assert page.evaluate("document.body.dataset.mdColorScheme") == ("default" if scheme == "light" else "slate")
            page.evaluate(_ROWS_MARKED)
            for width in widths:
                page.set_viewport_size({"width": width, "height": 900})
                found[scheme, width] = violations(page, None if (scheme, width) == ("light", 1280) else ALIKE)
    assert {key: each for key, each in found.items() if each} == {}


_ROWS_MARKED: Final = """() => {
  const times = new Map();
  for (const each of document.querySelectorAll('article :is(tr, li, dt, dd)')) {
    const own = each.outerHTML.replace(/>[^<]+</g, '><').replace(/ (?!class|role|aria-(?!label))[\\w-]+="[^"]*"/g, '');
    const around = [];
    for (let other = each; other.tagName !== 'ARTICLE'; other = other.parentElement) around.push(other.className);
    const shape = [own, ...around].join(' in ');
    times.set(shape, (times.get(shape) ?? 0) + 1);
    each.toggleAttribute('data-alike', times.get(shape) > 3);
  }
}"""
"""Marks rows of tables and lists after the third one that differs in words and numbers only."""


def test_rows_that_differ_in_more_than_words_are_not_alike(page: Page, url: str) -> None:
    page.goto(f"{url}about/")
    rows = "".join(f'<li><a href="{n}" class="{each}">{n}</a></li>' for n, each in enumerate("aaaabaa"))
    page.evaluate("rows => { document.querySelector('article').innerHTML = `<ul>${rows}</ul>` }", rows)
    page.evaluate(_ROWS_MARKED)
    assert page.locator("[data-alike]").all_inner_texts() == ["3", "5", "6"]


def test_axe_would_find_something(page: Page, url: str) -> None:
    page.goto(f"{url}about/")
    page.evaluate("document.querySelector('h1').innerHTML = '<a href=\"#\"></a><img src=\"data:,\">'")
    assert {rule for rule, *_ in violations(page)} >= {"image-alt", "link-name"}


# -------------------------------------------------------------------------------------------------- narrow screens


@every_language
@every_kind
def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, url: str, kind: str, language: str) -> None:
    with watched(browser, url, width=NARROW[0]) as page:
        page.goto(f"{url}{PREFIXES[language]}{PAGES[kind]}")
        for width in NARROW:
            page.set_viewport_size({"width": width, "height": 640})
            assert page.evaluate(TOO_WIDE) == [], width


@pytest.mark.parametrize(
    "kind", ["agency-verified", "dimension", "heatmap", "grouping", "numbers", "places", "targets"]
)
def test_what_stands_in_a_table_is_whole_on_a_phone(browser: Browser, url: str, kind: str) -> None:
    """Only the heatmap is moved sideways; no bar, heading or number of another table lies beyond the edge."""
    with watched(browser, url, width=320) as page:
        page.goto(f"{url}{PAGES[kind]}")
        cut = page.evaluate(
            """() => [...document.querySelectorAll('.scroll > .t:not(.heat) :is(td, .meter, .gauge)')].filter(each => {
                const right = each.closest('.scroll').getBoundingClientRect().right, box = each.getBoundingClientRect();
                return !each.closest('details') && box.width > 2 && box.right > right + 1;
            }).map(each => each.outerHTML.slice(0, 120))"""
        )
        assert cut == []
        heads = page.locator("#k-ministry .heat thead tr:first-child th")
        tops = set(heads.evaluate_all("all => all.map(each => each.getBoundingClientRect().top)"))
        assert len(tops) == (kind == "heatmap"), "its headings stand in one row"


def test_long_words_do_not_widen_a_page(browser: Browser, tmp_path: Path) -> None:
    long_name = REGISTER.replace("name: Tỉnh A", f"name: {LONG_WORD[:190]}")
    files = {
        name: text.replace("Chờ duyệt", LONG_WORD).replace("title: Kế hoạch", f"title: {LONG_WORD}")
        for name, text in (SMALL | {"agencies.yaml": long_name}).items()
    }
    root = workspace(tmp_path, files)
    build_site(root, root / "site")
    with serving(root / "site") as url, watched(browser, url, width=320) as page:
        for address in ("", "small/2026/", "small/2026/tinh-a/", "small/", "small/2026/xa-a/"):
            page.goto(f"{url}{address}")
            assert page.evaluate(TOO_WIDE) == [], address


def test_text_may_be_twice_as_large(page: Page, url: str) -> None:
    for kind in ("home", "ranking", "agency"):
        page.goto(f"{url}{PAGES[kind]}")
        page.set_viewport_size({"width": 640, "height": 450})  # what 1280 px leaves at 200 %
        assert page.evaluate(TOO_WIDE) == [], kind


# ------------------------------------------------------------------------------------------------------- languages


@every_kind
def test_the_switcher_stays_on_the_page_both_ways(page: Page, url: str, kind: str) -> None:
    page.goto(f"{url}{PAGES[kind]}")
    heading = page.locator("h1").inner_text()
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(f"{url}en/{PAGES[kind]}")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Tiếng Việt", exact=True).click()
    expect(page).to_have_url(f"{url}{PAGES[kind]}")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.locator("h1")).to_have_text(heading)


# -------------------------------------------------------------------------------------------------- what scripts add


def _cells(page: Page, column: int) -> list[str]:
    return page.locator(f"#k-province .rank-t tbody tr > :nth-child({column})").all_inner_texts()


def test_a_ranking_sorts_by_its_buttons_and_says_how(page: Page, url: str) -> None:
    page.goto(f"{url}{PAGES['ranking']}")
    names = [each.split("\n")[0] for each in _cells(page, 3)]
    ranked = [name for name, rank in zip(names, _cells(page, 1), strict=True) if rank[0].isdigit()]
    table = page.locator("#k-province .rank-t")

    def sorted_by(name: str) -> list[str]:
        table.get_by_role("button", name=name, exact=True).click()
        heading = table.locator("th", has_text=name).first
        assert heading.get_attribute("aria-sort") in ("ascending", "descending")
        assert table.locator("th[aria-sort]").count() == 1
        return [each.split("\n")[0] for each in _cells(page, 3)]

    alphabet = ["Tỉnh Mẫu Biển Sao", "Tỉnh Mẫu Đồng Gió", "Tỉnh Mẫu Núi Mây", "Tỉnh Mẫu Rừng Sương"]
    by_name = sorted_by("Cơ quan")
    assert [each for each in by_name if each in alphabet] == alphabet
    assert set(by_name) == set(names)
    assert sorted_by("Cơ quan") == by_name[::-1]
    by_score = sorted_by("Điểm")
    assert [each for each in by_score if each in ranked] == ranked  # others have a score too
    assert sorted_by("Điểm") == by_score[::-1]
    assert sorted_by("Hạng")[: len(ranked)] == ranked
    coverage = sorted_by("Độ phủ")
    assert set(coverage) == set(names)
    shares = [int(each.rstrip("%")) for each in _cells(page, 8)]
    assert shares == sorted(shares, reverse=True)


def test_a_ranking_is_narrowed_by_name(page: Page, url: str) -> None:
    page.goto(f"{url}{PAGES['ranking']}")
    page.locator("[data-filter] input").fill("bai cat")
    expect(page.locator(".rank-t tbody tr:visible th")).to_have_text([re.compile("Xã Mẫu Bãi Cát")])


def test_a_grouping_sorts_by_each_of_its_values_and_is_narrowed_by_name(page: Page, url: str) -> None:
    page.goto(f"{url}{PAGES['grouping']}")
    table = page.locator("#k-province .reads")
    table.get_by_role("button", name="Kinh tế số", exact=True).click()
    shown = table.locator("tbody tr > :nth-child(5)").all_inner_texts()
    scores = [float(each.replace(",", ".")) for each in shown]
    assert len(scores) > 20
    assert scores == sorted(scores, reverse=True)
    page.locator("[data-filter] input").fill("song trang")
    expect(page.locator(".reads tbody tr:visible th")).to_have_text(["Tỉnh Mẫu Sông Trăng"])


def test_the_site_search_opens_closes_and_gives_the_focus_back(page: Page, url: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{url}{PAGES['hand-written']}")
    button = page.locator(".search-button")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("YAML")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


# --------------------------------------------------------------------------------------------------- without scripts


@every_language
def test_everything_can_be_read_without_scripts(browser: Browser, url: str, language: str) -> None:
    prefix = PREFIXES[language]
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    try:
        for kind, address in PAGES.items():
            page.goto(f"{url}{prefix}{address}")
            expect(page.locator("h1")).to_be_visible()
            assert len(page.locator("article").first.inner_text()) > 100, kind
            expect(page.locator("ul.languages a")).to_be_visible()
        page.goto(f"{url}{prefix}{PAGES['ranking']}")
        expect(page.locator("[data-filter]")).to_be_hidden()
        assert page.locator(".rank-t button").count() == 0
        for table in page.locator(".rank-t").all():
            ranks = [
                int(each.lstrip("=")) for each in table.locator("tbody td:first-child").all_inner_texts() if each != "–"
            ]
            assert ranks == sorted(ranks)
            assert ranks[0] == 1
            expect(table.locator("tbody a").first).to_be_visible()
        page.goto(f"{url}{prefix}{PAGES['agency']}")
        assert page.locator("ol.qs > li:visible").count() == page.locator("ol.qs > li").count() > 20
        page.goto(f"{url}{prefix}")
        expect(page.locator(".finder input")).to_be_hidden()
        page.locator(".finder a").click()
        expect(page.locator(".listed li").last).to_be_visible()
        page.set_viewport_size({"width": 320, "height": 640})
        page.locator(".menu-button").click()
        expect(page.locator("#menu a").first).to_be_visible()
    finally:
        context.close()


# --------------------------------------------------------------------------------------------------------- keyboard


def _tab_to(page: Page, selector: str, most: int = 12) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"{most} tabs do not reach {selector}")


@every_language
@every_kind
def test_the_menu_is_reached_opened_and_closed_by_keyboard(phone: Page, url: str, kind: str, language: str) -> None:
    phone.goto(f"{url}{PREFIXES[language]}{PAGES[kind]}")
    button, menu = phone.locator(".menu-button"), phone.locator("#menu")
    expect(menu).to_be_hidden()
    _tab_to(phone, ".menu-button", 3)
    expect(button).to_have_attribute("aria-expanded", "false")
    phone.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    _tab_to(phone, "#menu a", 3)
    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


_FOCUSED: Final = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
  const e = document.activeElement, header = document.querySelector('.md-header').getBoundingClientRect();
  const boxes = [...e.getClientRects()], own = e.closest('.md-header, [popover], .md-skip');
  const box = boxes.find(each => each.bottom > (own ? 0 : header.bottom)) || e.getBoundingClientRect();
  const drawn = box.width > 0 && box.height > 0 && getComputedStyle(e).visibility === 'visible'
    && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
  const clear = own || box.top >= header.bottom + 12 || box.height > innerHeight - header.bottom - 36;
  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
  const y = (Math.max(box.top, own ? 0 : header.bottom) + Math.min(box.bottom, innerHeight)) / 2;
  const above = document.elementFromPoint(x, y), covered = !e.matches('.md-option') // its label stands over it
    && !(above && (e.contains(above) || above.contains(e)));
  done([e === document.body, drawn && clear && !covered, e.outerHTML.slice(0, 160)]);
})))"""


@pytest.mark.parametrize("width", [1280, 320])
@every_kind
def test_whatever_has_the_focus_is_to_be_seen(browser: Browser, url: str, kind: str, width: int) -> None:
    with watched(browser, url, width=width) as page:
        page.goto(f"{url}{PAGES[kind]}")
        for _ in range(MOST_TABS):
            page.keyboard.press("Tab")
            ended, seen, what = page.evaluate(_FOCUSED)
            if ended:
                break
            assert seen, what


def test_the_first_tab_offers_to_skip_to_the_content(page: Page, url: str) -> None:
    for kind in PAGES:
        page.goto(f"{url}{PAGES[kind]}")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.md-skip')"), kind
        page.keyboard.press("Enter")
        target = page.evaluate("document.activeElement.hash || location.hash")
        assert page.locator(target).count() == 1, kind


# ----------------------------------------------------------------------------------------------------------- charts

_MEASURED: Final = """async addresses => {
  const found = [], boxes = [];
  const article = document.querySelector('article');
  const apart = (a, b) => a.x1 <= b.x0 + 1 || b.x1 <= a.x0 + 1 || a.y1 <= b.y0 + .5 || b.y1 <= a.y0 + .5;
  let charts = 0, texts = 0;
  for (const address of addresses) {
    const other = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
    for (const figure of other.querySelectorAll('figure.chart-box')) {
      article.replaceChildren(document.importNode(figure, true));
      const svg = article.querySelector('svg.chart'), view = svg.viewBox.baseVal, lines = [];
      charts += 1;
      for (const text of svg.querySelectorAll('text')) {
        const size = parseFloat(getComputedStyle(text).fontSize), own = new Map();
        const written = text.getNumberOfChars();
        for (let n = 0; n < written; n++) {
          const y = Math.round(text.getStartPositionOfChar(n).y * 10) / 10, place = text.getExtentOfChar(n);
          const line = own.get(y) || {x0: Infinity, x1: -Infinity, y0: y - .75 * size, y1: y + .22 * size, size: size};
          line.x0 = Math.min(line.x0, place.x);
          line.x1 = Math.max(line.x1, place.x + place.width);
          line.said = text.textContent;
          own.set(y, line);
        }
        lines.push(...own.values());
      }
      texts += lines.length;
      for (const line of lines) {
        if (line.x0 < view.x - .5 || line.x1 > view.x + view.width + .5 || line.y0 - .15 * line.size < view.y - .5
            || line.y1 > view.y + view.height + .5) found.push([address, 'clipped', line.said]);
      }
      lines.forEach((a, n) => lines.slice(n + 1).forEach(b => {
        if (!apart(a, b)) found.push([address, 'overlap', a.said, b.said]);
      }));
    }
  }
  return {found, charts, texts};
}"""


@every_language
def test_no_text_of_any_chart_is_clipped_or_over_another(page: Page, url: str, own_site: Path, language: str) -> None:
    prefix = PREFIXES[language]
    folder = own_site / prefix
    addresses = [f"{url}{prefix}{each}" for each in ("", "targets/", PAGES["method"], PAGES["method-of-groups"])] + [
        f"{url}{prefix}{path.parent.relative_to(folder).as_posix()}/"
        for name in ("six-messages", "task-groups")
        for period in ("2024", "2025", "2026")
        for path in sorted((folder / name / period).rglob("index.html"))
        if is_of_few(path.as_posix())
    ]
    assert len(addresses) > 40
    page.goto(f"{url}{prefix}{PAGES['ranking']}")
    result: Any = page.evaluate(_MEASURED, addresses)
    assert result["found"] == []
    assert result["charts"] > len(addresses)
    assert result["texts"] > 500


def test_the_measure_of_charts_sees_what_is_wrong(page: Page, url: str) -> None:
    page.goto(f"{url}{PAGES['ranking']}")
    page.route("**/made-up/", lambda route: route.fulfill(body=_CROWDED, content_type="text/html"))
    result: Any = page.evaluate(_MEASURED, [f"{url}made-up/"])
    assert [each[1:] for each in result["found"]] == [["clipped", "rất dài"], ["overlap", "một", "hai"]]


_CROWDED: Final = """<figure class="chart-box"><svg class="chart" viewBox="0 0 300 100">
<text class="label" x="10" y="30">một</text><text class="label" x="20" y="34">hai</text>
<text class="label" x="280" y="80">rất dài</text></svg></figure>"""


# ------------------------------------------------------------------------------------------------------------ words


def _ids() -> Mapping[str, Sequence[str]]:
    """Return ids that no reader should meet: those that are not also a word of the questionnaire in its languages."""
    found: dict[str, set[str]] = {"vi": set(STATES), "en": {"not_applicable", "not_asked"}}
    for name in ("six-messages", "task-groups"):
        questionnaire, _ = load_questionnaire(ROOT, name, "2026.1", register_of(*KINDS))
        assert questionnaire is not None
        folder = ROOT / "questionnaires" / name / "2026.1"
        ids = {
            *questionnaire.questions,
            *(option for each in questionnaire.questions.values() for option in each.options),
            *(each.id for part in questionnaire.dimensions for each in part.every_dimension()),
            *(each.id for grouping in questionnaire.groupings for each in grouping.values),
        }
        found["en"] |= {each for each in ids if "-" in each or "_" in each}
        texts = " ".join(
            path.read_text(encoding="utf-8") for path in (ROOT / "site_templates" / "words" / "vi").iterdir()
        )
        shown = " ".join(re.findall(r"(?:text|title|help|next|definition|unit|data_source): (.*)", _vietnamese(folder)))
        found["vi"] |= {each for each in ids if not re.search(rf"\b{re.escape(each)}\b", f"{texts} {shown}")}
    return {language: sorted(each) for language, each in found.items()}


def _vietnamese(folder: Path) -> str:
    paths = [folder / "questionnaire.yaml", *sorted((folder / "dimensions").glob("*.yaml"))]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


@every_language
@pytest.mark.parametrize(
    "kind",
    [
        *("home", "ranking", "ranking-of-groups", "agency", "agency-of-groups", "withdrawn", "questionnaire"),
        *("dimension", "dimensions", "question", "question-measured", "questions", "grouping", "place", "places"),
    ],
)
def test_no_id_stands_where_a_person_expects_words(page: Page, url: str, kind: str, language: str) -> None:
    ids = _ids()[language]
    assert len(ids) >= 100
    page.goto(f"{url}{PREFIXES[language]}{PAGES[kind]}")
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    text = page.locator("body").inner_text()
    for chart in page.locator("svg.chart").all():
        text += " " + (chart.text_content() or "")
    pattern = re.compile(r"(?<![\w/.-])(" + "|".join(map(re.escape, ids)) + r")(?![\w/-])")
    assert pattern.findall(text) == []
    assert not re.search(r"\b(undefined|NaN|null)\b|\{\w*\}|\[\[|\{\{", text)
    assert language == "en" or not re.search(r"\bNone\b", text)


def test_every_state_of_an_answer_is_said_in_words(page: Page, url: str) -> None:
    page.goto(f"{url}{PAGES['agency-of-groups']}")
    said = page.locator("ol.qs p.p i").all_inner_texts()
    assert said
    assert all(re.search("[À-ỹ]", each) for each in said)


# ------------------------------------------------------------------------------------------------- printing, folders

_CUT: Final = """wide => {
  document.body.style.width = `${wide}px`;
  const cut = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > wide + 1);
  const scrolled = [...document.querySelectorAll('.scroll, pre code, .md-typeset__table')]
    .filter(e => e.getClientRects().length && e.scrollWidth > e.clientWidth + 1);
  return [...cut, ...scrolled].map(e => e.outerHTML.slice(0, 160)).slice(0, 5);
}"""


@every_language
@every_kind
def test_nothing_is_cut_on_paper(page: Page, url: str, kind: str, language: str) -> None:
    page.set_viewport_size({"width": 794, "height": 1123})  # A4
    page.goto(f"{url}{PREFIXES[language]}{PAGES[kind]}")
    expect(page.locator(".printed")).to_have_count(0) if kind == "hand-written" else _not_shown(page)
    page.emulate_media(media="print")
    assert page.evaluate(_CUT, SHEET_PX) == []
    expect(page.locator(".md-header")).to_be_hidden()


def _not_shown(page: Page) -> None:
    """Assert that what stands at the top of a printed page is on paper only, and names the site and the page."""
    line = page.locator(".printed")
    expect(line).to_be_hidden()
    page.emulate_media(media="print")
    expect(line).to_be_visible()
    title, said = page.title(), line.inner_text().split("\n")
    assert title in (" - ".join(reversed(said)), said[0])


def test_a_page_prints_with_every_answer_tagged_and_titled(browser: Browser, url: str) -> None:
    with opened(browser) as page:
        page.goto(f"{url}{PAGES['agency']}")
        page.emulate_media(media="print")
        expect(page.locator("ol.qs > li").last).to_be_visible()
        said = page.locator(".printed").inner_text()
        assert "Sáu thông điệp" in said
        assert "2026" in said
        printed = page.pdf(format="A4", tagged=True)
    assert printed.startswith(b"%PDF-")
    assert all(each in printed for each in (b"/StructTreeRoot", b"/Lang (vi)", b"/Title"))


@every_language
@every_kind
def test_a_page_opened_from_a_folder_is_whole(browser: Browser, own_site: Path, kind: str, language: str) -> None:
    with watched(browser, "file://") as page:
        page.goto((own_site / PREFIXES[language] / PAGES[kind] / "index.html").as_uri())
        expect(page.locator("html")).to_have_class(re.compile(r"\bjs\b"))  # the theme's own script ran
        expect(page.locator(".menu-button")).to_have_attribute("aria-expanded", "false")  # and ours
        assert page.evaluate("typeof __md_get") == "function"  # and those inside the page
        assert page.locator("h1").evaluate("each => getComputedStyle(each).fontWeight") == "700"  # and our styles


def test_links_lead_on_in_a_folder(browser: Browser, own_site: Path) -> None:
    with watched(browser, "file://") as page:
        page.goto((own_site / "index.html").as_uri())
        page.locator(".leaders a").first.click()
        expect(page.locator("table.dims").first).to_be_visible()
        assert page.url.endswith("/index.html")


# -------------------------------------------------------------------------------------- policy and what servers send


def test_only_scripts_that_were_in_the_page_when_it_was_built_run(
    browser: Browser, own_site: Path, tmp_path: Path
) -> None:
    content = (own_site / "about/index.html").read_text(encoding="utf-8")
    spoilt = tmp_path / "site"
    (spoilt / "about").mkdir(parents=True)
    script = "<script>document.title = 'ran'</script><b onclick=\"document.title = 'ran'\" id=x>x</b>"
    (spoilt / "about/index.html").write_text(content.replace("</article>", f"{script}</article>"), encoding="utf-8")
    (spoilt / "_headers").write_text("", encoding="utf-8")
    with serving(spoilt) as url, opened(browser) as page:
        said: list[str] = []
        page.on("console", lambda each: said.append(each.text))
        page.goto(f"{url}about/")
        page.locator("#x").click()
        assert page.title() != "ran"
        assert sum("Content Security Policy" in each for each in said) == 2


def test_pages_come_with_what_only_a_server_can_say(page: Page, url: str) -> None:
    answer = page.goto(f"{url}about/")
    assert answer is not None
    assert answer.headers["content-security-policy"] == "frame-ancestors 'none'"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "immutable" not in answer.headers.get("cache-control", "")
    kept = page.locator("link[rel=stylesheet]").first.evaluate(
        "async each => (await fetch(each.href)).headers.get('cache-control')"
    )
    assert "immutable" in kept


# ------------------------------------------------------------------------------------------- what readers may set up


_LARGE: Final = """() => {
  document.documentElement.style.fontSize = '250%';  // the theme's own is 125 %
  return [...document.querySelectorAll('body *')].filter(e => {
    const s = getComputedStyle(e), cuts = ['hidden', 'clip'];
    return (cuts.includes(s.overflowX) || cuts.includes(s.overflowY)) && s.visibility === 'visible' && e.clientWidth > 2
      && e.textContent.trim() && e.getClientRects().length
      && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2);
  }).map(e => e.outerHTML.slice(0, 160)).slice(0, 5);
}"""


@every_language
@every_kind
def test_letters_twice_as_large_are_neither_cut_nor_pushed_aside(
    page: Page, url: str, kind: str, language: str
) -> None:
    page.goto(f"{url}{PREFIXES[language]}{PAGES[kind]}")
    assert page.evaluate(_LARGE) == []
    assert page.evaluate(TOO_WIDE) == []


def test_nothing_moves_for_those_who_asked_for_that(page: Page, url: str) -> None:
    for kind in PAGES:
        page.goto(f"{url}{PAGES[kind]}")  # `opened` asks for it
        moving = page.evaluate("""() => [...document.querySelectorAll('*')].filter(e => {
          const s = getComputedStyle(e);
          return [s.transitionDuration, s.animationDuration].some(each => each.split(', ').some(one => one !== '0s'))
            || s.scrollBehavior === 'smooth';
        }).map(e => e.outerHTML.slice(0, 120)).slice(0, 5)""")
        assert moving == [], kind


def test_with_colours_of_the_readers_own_levels_and_bars_can_be_told(page: Page, url: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{url}{PAGES['ranking']}")
    for level in page.locator(".rank-t .lv").all()[:5]:
        assert re.fullmatch(r"\d\n? ?\w.*", level.inner_text())
    _differs_from_paper(page, ".rank-t .gauge rect", "fill")
    page.goto(f"{url}{PAGES['agency']}")
    _differs_from_paper(page, ".dims .meter rect", "fill")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def _differs_from_paper(page: Page, selector: str, paint: str) -> None:
    bar, paper = page.evaluate(
        """([selector, paint]) => [getComputedStyle(document.querySelector(selector))[paint],
          getComputedStyle(document.body).backgroundColor]""",
        [selector, paint],
    )
    assert bar not in (paper, "none")


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_on_what_is_no_page_of_its_own(browser: Browser, url: str, width: int) -> None:
    for scheme in SCHEMES:
        with watched(browser, url, scheme, width) as page:
            for address in ("404.html", "en/404.html"):
                page.goto(f"{url}{address}")
                assert violations(page) == [], address
            page.goto(f"{url}{PAGES['hand-written']}")
            if width == NARROW[0]:
                page.locator(".menu-button").click()
                assert violations(page) == [], "menu"
                page.keyboard.press("Escape")
                page.locator(".search-button").click()
            page.locator(".md-search__input").click()
            page.keyboard.type("YAML")
            expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=20_000)
            assert violations(page, ".md-search") == [], "search"  # it covers other things
