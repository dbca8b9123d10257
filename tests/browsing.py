"""How the tests in a browser look at a page: watched for every mistake, held against axe, measured on a phone."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.screenshots import PAGES, PREFIXES, Scheme, opened

RULES: Final = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
    "preload": False,
}
LOOKS: Final[Mapping[str, Mapping[Scheme, Sequence[int]]]] = {
    "vi": {"light": (1280, 320), "dark": (1280, 320)},
    "en": {"light": (1280,), "dark": (320,)},
}
"""How wide axe sees each language in each scheme: templates are shared, so English has each width and scheme once."""

TOO_WIDE: Final = """() => {
  const wide = document.documentElement.clientWidth;
  return document.documentElement.scrollWidth <= wide ? [] : [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > wide + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 120));
}"""
"""What makes a page scroll sideways."""

every_kind = pytest.mark.parametrize("kind", [each for each in PAGES if not each.endswith("-of-groups")])
every_language = pytest.mark.parametrize("language", PREFIXES)


@contextmanager
def watched(browser: Browser, url: str, scheme: Scheme = "light", width: int = 1280) -> Iterator[Page]:
    """Give a page that may say nothing on the console, raise nothing and ask nobody else for anything."""
    seen: list[str] = []
    with opened(browser, scheme, width) as page:
        page.on("console", lambda each: seen.append(f"console: {each.text}") if each.type == "error" else None)
        page.on("pageerror", lambda each: seen.append(f"error: {each}"))
        page.on("request", lambda each: None if each.url.startswith((url, "data:", "blob:")) else seen.append(each.url))
        page.on("response", lambda each: seen.append(f"{each.status} {each.url}") if each.status >= 400 else None)
        yield page
    assert not seen, "\n".join(seen)


def violations(page: Page, within: str | dict[str, Any] | None = None) -> list[Any]:
    """Return what axe has against a page as it stands, or against a part of it: each rule with some of the elements.

    axe stays in the page, so that a second look at it is cheaper.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[Any] = page.evaluate(_LOOKED_AT, [within, RULES])
    return found


_LOOKED_AT: Final = """async ([within, rules]) => (await axe.run(within ?? document, rules)).violations.map(
  each => [each.id, ...each.nodes.slice(0, 3).map(node => node.html.slice(0, 200))])"""
