"""Pictures of the site: `python -m tests.screenshots DIR` draws each kind of page in every language, width and scheme.

`python -m tests.screenshots --readme` draws those of the README anew, `--social` the picture that links to the site
are shown with. The tests in a browser use the same server and browser.
"""

import argparse
import atexit
import http.server
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import cache, partial
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from assess.publishing.site import build_site

ROOT: Final = Path(__file__).parents[1]
_LEFT_OUT: Final = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),  # two hidden pages for each window: half of what a window costs
    *("HttpsUpgrades", "MediaRouter", "OptimizationHints", "PaintHolding", "DestroyProfileOnBrowserClose"),
)
"""Parts of the browser that no page of ours meets; the second line is what counts of Playwright's list, which this
one replaces."""
ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(_LEFT_OUT)}",
)
PAGES: Final[Mapping[str, str]] = {
    "home": "",
    "ranking": "six-messages/2026/",
    "ranking-of-groups": "task-groups/2026/",
    "heatmap": "six-messages/2026/heatmap/",
    "agency": "six-messages/2026/tinh-mau-song-trang/",
    "agency-of-groups": "task-groups/2026/xa-mau-ben-cau/",
    "agency-verified": "task-groups/2025/bo-mau-den-long/",
    "ranking-verified": "task-groups/2025/",
    "withdrawn": "task-groups/2025/xa-mau-bai-cat/",
    "dimension": "six-messages/2026/dimensions/resources/",
    "dimensions": "task-groups/2026/dimensions/",
    "question": "six-messages/2026/questions/assigned-staff/",
    "question-measured": "six-messages/2026/questions/budget-spent/",
    "questions": "six-messages/2026/questions/",
    "grouping": "six-messages/2026/groupings/pillar/",
    "place": "places/tinh-mau-song-trang/",
    "places": "places/",
    "questionnaire": "six-messages/versions/2026.1/",
    "method": "six-messages/versions/2026.1/method/",
    "method-of-groups": "task-groups/versions/2026.1/method/",
    "numbers": "six-messages/2026/numbers/",
    "numbers-verified": "task-groups/2025/numbers/",
    "sources": "sources/",
    "accessibility": "accessibility/",
    "targets": "targets/",
    "agencies": "agencies/",
    "compare": "compare/",
    "data": "data/",
    "problems": "problems/",
    "problem": "problems/duplicate-key/",
    "hand-written": "guide/running/",
}
"""A page of each kind in the repository's own site, by its address in its language."""

PREFIXES: Final[Mapping[str, str]] = {"vi": "", "en": "en/"}
Scheme: TypeAlias = Literal["light", "dark"]
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
WIDTHS: Final = (1280, 360)
PICTURES: Final = ROOT / "docs" / "pictures"
PICTURED: Final = {"home": "", "agency": "", "heatmap": "#k-province"}
"""The kinds of page that the README shows, and from which part on."""

PICTURE_BYTES: Final = 200_000
SOCIAL_SOURCE: Final = ROOT / "tests" / "social.html"
SOCIAL: Final = ROOT / "site_templates" / "assets" / "social.png"
SOCIAL_SIZE: Final = (1200, 630)
SOCIAL_BYTES: Final = 60_000


def browser_path() -> str | None:
    """Return the Chromium to use: what ASSESS_BROWSER says (nothing where it is empty), else the one on the path."""
    named = os.environ.get("ASSESS_BROWSER")
    return shutil.which("chromium") if named is None else shutil.which(named)


@contextmanager
def chromium(path: str) -> Iterator[Browser]:
    """Give a browser."""
    browser = _playwright().chromium.launch(executable_path=path, args=list(ARGUMENTS))
    try:
        yield browser
    finally:
        browser.close()


@cache
def _playwright() -> Playwright:
    """Return Playwright, which can be started once in a process only: several files of tests have a browser each."""
    running = sync_playwright().start()
    atexit.register(running.stop)
    return running


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a site with the headers that its own `_headers` names, as the hosts that read that file do."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        for pattern, headers in _headers(self.directory):
            if fnmatchcase(self.path.partition("?")[0], pattern):
                for name, value in headers:
                    self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    """Says nothing of a browser that left before an answer was whole, as one does whose page is closed."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _headers(site: str) -> Sequence[tuple[str, Sequence[tuple[str, str]]]]:
    """Return what is sent with the files that fit each pattern."""
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    path = Path(site) / "_headers"  # pages that a test wrote by hand have none
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1].append((name, value))
        else:
            rules.append((line, []))
    return rules


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a site, with its own headers, on a free port of this computer; give its address."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def opened(browser: Browser, scheme: Scheme = "light", width: int = 1280, height: int = 900) -> Iterator[Page]:
    """Give a page of a reader who has been here never before."""
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": height}, reduced_motion="reduce"
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def draw_all(browser: Browser, url: str, folder: Path) -> Iterator[Path]:
    """Draw each kind of page in each language, width and scheme; yield the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in SCHEMES:
        for width in WIDTHS:
            with opened(browser, scheme, width) as page:
                for language, prefix in PREFIXES.items():
                    for kind, address in PAGES.items():
                        page.goto(f"{url}{prefix}{address}", wait_until="networkidle")
                        path = folder / f"{kind}-{language}-{width}-{scheme}.png"
                        page.screenshot(path=path, full_page=True)
                        yield path


def draw_for_readme(browser: Browser, url: str) -> Iterator[Path]:
    """Draw a window's height of each page that the README shows, small enough to be kept with the text.

    Raises:
        ValueError: a picture is too large.
    """
    PICTURES.mkdir(exist_ok=True)
    with opened(browser) as page:
        for kind, part in PICTURED.items():
            page.goto(f"{url}{PAGES[kind]}{part}", wait_until="networkidle")
            path = PICTURES / f"{kind}.png"
            _keep(page, path, PICTURE_BYTES)
            yield path


def draw_social(browser: Browser, path: Path) -> None:
    """Draw what other sites show beside a link to a page: without words, so that it serves every site and language.

    Raises:
        ValueError: the picture is too large.
    """
    width, height = SOCIAL_SIZE
    with opened(browser, width=width, height=height) as page:
        page.goto(SOCIAL_SOURCE.as_uri())
        _keep(page, path, SOCIAL_BYTES)


def _keep(page: Page, path: Path, most: int) -> None:
    picture = page.screenshot(type="png", scale="css")
    if len(picture) > most:
        raise ValueError(f"the picture has {len(picture)} bytes, more than {most}")
    path.write_bytes(picture)


def main() -> int:
    """Build the repository's site and draw it."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description="Draw the site as it looks.")
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="where the pictures go")
    parser.add_argument("--readme", action="store_true", help=f"draw {PICTURES.relative_to(ROOT)} anew")
    parser.add_argument("--social", action="store_true", help=f"draw {SOCIAL.relative_to(ROOT)} anew")
    options = parser.parse_args()
    if options.folder is None and not (options.readme or options.social):
        parser.error("a folder, --readme or --social is needed")
    path = browser_path()
    if path is None:
        parser.exit(2, "No Chromium was found: install it, or name one in ASSESS_BROWSER.\n")
    if options.social:
        with chromium(path) as browser:
            draw_social(browser, SOCIAL)
            print(SOCIAL, SOCIAL.stat().st_size)
    if options.folder is None and not options.readme:
        return 0
    with tempfile.TemporaryDirectory() as folder:
        build_site(ROOT, Path(folder) / "site")
        with serving(Path(folder) / "site") as url, chromium(path) as browser:
            if options.readme:
                for picture in draw_for_readme(browser, url):
                    print(picture, picture.stat().st_size)
            if options.folder is not None:
                for picture in draw_all(browser, url, options.folder):
                    print(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
