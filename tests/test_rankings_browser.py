"""Rankings and heatmaps in a real Chromium: sorting, narrowing, the address that keeps both, thousands of rows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from assess.presentation import pages
from assess.presentation.wording import Markup
from assess.publishing.resources import assets, words
from assess.publishing.templates import render
from tests.browsing import LOOKS, violations
from tests.screenshots import PAGES, opened, serving

pytestmark = pytest.mark.browser
MANY: Final = 3_400
SHOWN: Final = 100
ROWS: Final = "#k-province tbody tr:visible"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    errors: list[str] = []
    with opened(browser) as found:
        found.on("pageerror", lambda each: errors.append(str(each)))
        found.on("console", lambda each: errors.append(each.text) if each.type == "error" else None)
        yield found
    assert errors == []


def _names(page: Page) -> list[str]:
    return page.locator(f"{ROWS} th a").all_inner_texts()


def _sort(page: Page, name: str) -> None:
    page.locator("#k-province").get_by_role("button", name=name, exact=True).click()


# ---------------------------------------------------------------------------------------------- order and narrowing


def test_every_table_sorts_by_every_number_and_keeps_it_in_the_address(page: Page, url: str) -> None:
    page.goto(f"{url}{PAGES['ranking']}")
    ranked = _names(page)
    headings = page.locator("#k-province thead button").all_inner_texts()
    assert headings == ["Hạng", "Khoảng hạng 90%", "Cơ quan", "Điểm", "So với 2025", "Độ phủ"]
    for name, key, place, down in (("So với 2025", "change", 7, True), ("Khoảng hạng 90%", "span", 2, False)):
        _sort(page, name)
        assert page.url.endswith(f"?sort={key}")
        cells = page.locator(f"{ROWS} > :nth-child({place})").all_inner_texts()
        cells = [each.strip() for each in cells]
        numbers = [float(each.split()[0].replace(",", ".").replace("−", "-")) for each in cells if each]
        assert numbers == sorted(numbers, reverse=down)
        assert len(numbers) > 25
        assert "" not in cells[: len(numbers)]  # what has no number stands at the end
        assert page.locator("th[aria-sort]").count() == 3  # one in each table
    _sort(page, "Khoảng hạng 90%")
    assert page.url.endswith("?sort=-span")
    _sort(page, "Hạng")
    assert page.url.endswith("/2026/")
    assert _names(page) == ranked


def test_an_address_gives_back_what_was_narrowed_and_sorted(browser: Browser, page: Page, url: str) -> None:
    page.goto(f"{url}{PAGES['ranking']}")
    box = page.locator("[data-filter]")
    box.get_by_label("Lọc theo tên cơ quan").fill("TINH mau")
    box.get_by_label("Mức").select_option("3")
    box.get_by_label("Nhóm").select_option("coast")
    _sort(page, "Cơ quan")
    _sort(page, "Cơ quan")
    found = _names(page)
    assert found == ["Tỉnh Mẫu Đảo Cá Voi", "Tỉnh Mẫu Bờ Cát Vàng"]
    assert all(each.startswith("3") for each in page.locator(f"{ROWS} .lv").all_inner_texts())
    expect(page.locator("#k-ministry")).to_be_hidden()
    expect(page.locator("#k-province svg.tiles")).to_be_hidden()
    address = page.url
    assert address.endswith("?name=TINH+mau&level=3&group=coast&sort=-name")
    with opened(browser) as other:
        other.goto(address)
        assert _names(other) == found
        expect(other.locator("select[name=level]")).to_have_value("3")
        expect(other.locator("#k-province th[aria-sort=descending]")).to_have_text("Cơ quan")
        other.get_by_role("button", name="Bỏ lọc và sắp xếp").click()
        assert other.url == f"{url}{PAGES['ranking']}"
        assert len(_names(other)) > 30
        expect(other.locator("#k-province svg.tiles")).to_be_visible()
        expect(other.get_by_label("Lọc theo tên cơ quan")).to_be_focused()


def test_communes_are_narrowed_to_those_of_a_province(page: Page, url: str) -> None:
    page.goto(f"{url}en/{PAGES['ranking']}?parent=tinh-mau-suoi-dan")
    notes = page.locator("tbody tr:visible th small:not(.why)").all_inner_texts()
    assert notes
    assert set(notes) == {"Sample Province of Lute Stream"}
    status = page.locator("[data-filter] [role=status]")
    expect(status).to_have_text(f"Agencies found: {len(notes)}")
    page.get_by_label("Filter by agency name").fill("zzz")
    expect(status).to_have_text("No agency matches.")
    page.goto(f"{url}en/{PAGES['ranking']}?parent=nobody&sort=nothing&level=%22%5D")
    assert page.locator("tbody tr:visible th a").count() > 80


def test_the_state_is_kept_in_a_folder_too(page: Page, own_site: Path) -> None:
    address = (own_site / PAGES["ranking"] / "index.html").as_uri()
    page.goto(address)
    page.get_by_label("Lọc theo tên cơ quan").fill("song trang")
    _sort(page, "Điểm")
    assert page.url == f"{address}?name=song+trang&sort=score"
    page.reload()
    assert _names(page) == ["Tỉnh Mẫu Sông Trăng"]


def test_a_heatmap_sorts_by_a_dimension_and_keeps_its_medians_and_names(page: Page, url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{url}{PAGES['heatmap']}?sort=d-resources")
    table = page.locator("#k-province table")
    cells = table.locator("tbody tr td:nth-child(7)").all_inner_texts()
    numbers = [float(each.replace(",", ".")) for each in cells if each != "–"]
    assert numbers == sorted(numbers, reverse=True)
    expect(table.locator("thead tr").nth(1).locator("th")).to_have_text("Trung vị")
    region = page.locator("#k-province .scroll")
    assert region.evaluate("e => { e.scrollLeft = 300; return e.scrollLeft }") > 100
    name, left = table.locator("tbody th").nth(3), region.evaluate("e => e.getBoundingClientRect().left")
    assert name.evaluate("e => e.getBoundingClientRect().left") == pytest.approx(left, abs=2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


# ------------------------------------------------------------------------------------------------- thousands of rows


def _row(n: int) -> pages.RankingRow:
    level = pages.Level(step=3, id="3", title="Vận hành", mark=Markup('<span class="lv s3"><b>3</b> Vận hành</span>'))
    return pages.RankingRow(
        rank=str(n),
        span=f"{n} đến {n + 9}",
        name=f"Xã Mẫu Số {n}",
        href=f"xa-{n}/",
        score=f"{100 - n / MANY * 100:.1f}".replace(".", ","),
        bar="",
        level=level,
        coverage="100%",
        change=f"+{n % 7},0",
        parent=f"tinh-{n % 34}",
        note=f"Tỉnh {n % 34}",
    )


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a ranking of thousands of agencies, without the frame around it."""
    folder = tmp_path_factory.mktemp("large")
    rows = tuple(map(_row, range(1, MANY + 1)))
    group = pages.RankingGroup(id="k-commune", title="Xã", caption="Xã", rows=rows)
    link = pages.Link(text="x", href="")
    ranking = pages.RankingPage(
        title="Xếp hạng", crumbs=(link,), period="2026", questionnaire=link, groups=(group,), since="So với 2025"
    )
    for name in ("assess.css", "assess.js"):
        (folder / name).write_text(str(assets()[name]), encoding="utf-8")
    body = render("ranking.html", ranking, words("vi"))
    (folder / "index.html").write_text(
        '<!doctype html><html lang="vi"><meta charset="utf-8"><link rel="icon" href="data:,">'
        '<link rel="stylesheet" href="assess.css">'
        f'<article class="md-typeset assess">{body}</article><script src="assess.js"></script></html>',
        encoding="utf-8",
    )
    with serving(folder) as found:
        yield found


_TYPED: Final = """value => {
  const input = document.querySelector('[data-filter] input');
  const begun = performance.now();
  input.value = value;
  input.dispatchEvent(new Event('input', {bubbles: true}));
  document.body.getBoundingClientRect();
  return performance.now() - begun;
}"""


def test_thousands_of_rows_are_narrowed_at_once(page: Page, large: str) -> None:
    page.goto(large)
    for typed in ("xa", "xa mau so 22", "so 3399", ""):
        fastest = min(page.evaluate(_TYPED, each) for each in (f"{typed} ", typed) * 4)
        assert fastest < 50, typed
    page.evaluate(_TYPED, "số 339")
    expect(page.locator("tbody tr:visible")).to_have_count(14)  # 339, 3390 to 3399, and 1339, 2339, 3339
    assert page.url.endswith("?name=s%E1%BB%91+339")


def test_a_long_table_shows_the_rest_when_asked_and_all_on_paper(page: Page, large: str) -> None:
    page.goto(large)
    rows = page.locator("tbody tr:visible")
    expect(rows).to_have_count(SHOWN)
    page.get_by_role("button", name=f"Hiện cả {MANY} cơ quan").click()
    expect(rows).to_have_count(MANY)
    expect(page.locator("tbody tr a").nth(SHOWN)).to_be_focused()
    expect(page.locator("button.whole")).to_be_hidden()
    page.reload()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(rows).to_have_count(MANY)


def test_without_scripts_a_long_table_is_whole_and_in_order(browser: Browser, large: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(large)
        expect(page.locator("[data-filter]")).to_be_hidden()
        assert page.locator("thead button, button.whole").count() == 0
        ranks = page.locator("tbody td:first-child").all_text_contents()
        assert ranks == [str(n) for n in range(1, MANY + 1)]
        expect(page.locator("tbody tr").last).to_be_visible()
    finally:
        context.close()


# ------------------------------------------------------------------------------------------------------- for everyone


@pytest.mark.parametrize("kind", ["ranking", "ranking-verified", "heatmap"])
def test_axe_finds_nothing_in_what_was_narrowed(browser: Browser, url: str, kind: str) -> None:
    for scheme, widths in LOOKS["vi"].items():
        with opened(browser, scheme) as page:
            for width in widths:
                page.set_viewport_size({"width": width, "height": 900})
                page.goto(f"{url}{PAGES[kind]}?name=sao&sort=-score")
                assert violations(page) == [], (scheme, width)


def test_tiles_are_reached_by_keyboard_and_can_be_read_on_a_phone(page: Page, url: str) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(f"{url}{PAGES['ranking']}")
    tiles = page.locator("svg.tiles a")
    assert tiles.count() == 33
    tiles.first.focus()
    page.keyboard.press("Tab")
    expect(tiles.nth(1)).to_be_focused()
    scale = page.locator("svg.tiles").evaluate("e => e.getScreenCTM().a")
    size = page.locator("svg.tiles text").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert scale * size >= 9.5
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{url}six-messages/2026/tinh-mau-nui-may/")


def test_text_stays_inside_its_tile(page: Page, url: str) -> None:
    for prefix in ("", "en/"):
        page.goto(f"{url}{prefix}{PAGES['ranking']}")
        outside = page.evaluate(
            """() => [...document.querySelectorAll('svg.tiles :is(a, g)')].filter(tile => {
              const box = tile.querySelector('rect').getBBox();
              return [...tile.querySelectorAll('text')].some(text => {
                const own = text.getBBox();
                return own.x < box.x || own.x + own.width > box.x + box.width
                  || own.y + own.height > box.y + box.height + 1;
              });
            }).map(tile => tile.textContent)"""
        )
        assert outside == []
