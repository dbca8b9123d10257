"""Results of agencies of every standing in a real Chromium: nothing breaks, nothing is cut, and one page is printed."""

import re
from collections.abc import Sequence
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import LOOKS, TOO_WIDE, every_language, violations, watched
from tests.screenshots import PREFIXES, opened

pytestmark = pytest.mark.browser

RESULTS: Final = (
    "six-messages/2026/tinh-mau-song-trang/",
    "six-messages/2026/tinh-mau-dong-co-lau/",
    "six-messages/2026/tinh-mau-dong-mua-ngau/",
    "task-groups/2026/xa-mau-vuon-uom-gio/",
    "task-groups/2025/bo-mau-den-long/",
)
"""A leading, a middling and a lagging result, a commune's, and one that is verified."""


@every_language
@pytest.mark.parametrize("address", RESULTS[1:4])
def test_results_of_every_standing_are_accessible_and_fit(
    browser: Browser, url: str, address: str, language: str
) -> None:
    for scheme, widths in LOOKS[language].items():
        with watched(browser, url, scheme) as page:
            page.goto(f"{url}{PREFIXES[language]}{address}")
            page.evaluate("document.querySelectorAll('.sect').forEach(each => each.remove())")  # looked at elsewhere
            page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
            for width in widths:
                page.set_viewport_size({"width": width, "height": 900})
                assert violations(page) == [], (scheme, width)
                assert page.evaluate(TOO_WIDE) == [], (scheme, width)


@every_language
def test_a_summary_is_printed_on_one_page(browser: Browser, url: str, language: str) -> None:
    for address in RESULTS:
        with opened(browser) as page:
            page.add_init_script("window.print = () => { window.printed = true; }")
            page.goto(f"{url}{PREFIXES[language]}{address}")
            page.locator("[data-print]").click()
            assert page.evaluate("window.printed")
            page.emulate_media(media="print")
            for part in ("#result", "#dimensions", "#standouts", "#roadmap", ".md-banner"):
                expect(page.locator(part).first).to_be_visible()
            expect(page.locator("#answers")).to_be_hidden()
            assert _pages(page) == 1, address
            page.evaluate("dispatchEvent(new Event('afterprint'))")
            expect(page.locator("#answers")).to_be_visible()
            assert _pages(page) > 4


def _pages(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4")))


def test_without_scripts_no_button_promises_a_print(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    try:
        page.goto(f"{url}{RESULTS[1]}")
        expect(page.locator("[data-print]")).to_be_hidden()
        expect(page.locator("nav.jump a").first).to_be_visible()
    finally:
        context.close()


_SMALL_TEXTS: Final = """() => [...document.querySelectorAll('svg.interval')].flatMap(svg => {
  const box = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].map(each => each.getBoundingClientRect())
    .filter(each => each.left < box.left - 1 || each.right > box.right + 1 || each.bottom > box.bottom + 1);
})"""


@every_language
def test_the_small_chart_of_ranks_is_not_clipped(page: Page, url: str, language: str) -> None:
    drawn = 0
    for address in RESULTS:
        page.goto(f"{url}{PREFIXES[language]}{address}")
        found: Sequence[Any] = page.evaluate(_SMALL_TEXTS)
        assert found == [], address
        drawn += page.locator("svg.interval").count()
    assert drawn >= 4


def test_a_jump_and_a_step_lead_to_what_they_name(page: Page, url: str) -> None:
    page.goto(f"{url}{RESULTS[1]}")
    page.locator("nav.jump a", has_text="Lộ trình").click()
    expect(page.locator("#roadmap")).to_be_in_viewport()
    step = page.locator("table.road tbody a").first
    number = step.inner_text().split()[0]
    step.click()
    target = page.locator("li:target")
    expect(target).to_be_in_viewport()
    expect(target.locator("h4")).to_contain_text(number)
