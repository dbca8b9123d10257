"""Pictures of the site: `python -m tests.screenshots DIR` draws each kind of page in every language, width and scheme.

`python -m tests.screenshots --readme` draws docs/site.png anew. The tests in a browser use the same server and browser.
"""

import argparse
import atexit
import base64
import hashlib
import http.server
import os
import re
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from assess.publishing.site import build_site

ROOT: Final = Path(__file__).parents[1]
ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PAGES: Final[Mapping[str, str]] = {
    "home": "",
    "ranking": "six-messages/2026/",
    "ranking-of-groups": "task-groups/2026/",
    "agency": "six-messages/2026/tinh-mau-song-trang/",
    "agency-of-groups": "task-groups/2026/xa-mau-ben-cau/",
    "agency-verified": "task-groups/2025/bo-mau-den-long/",
    "ranking-verified": "task-groups/2025/",
    "withdrawn": "task-groups/2025/xa-mau-bai-cat/",
    "questionnaire": "six-messages/versions/2026.1/",
    "targets": "targets/",
    "problems": "problems/",
    "problem": "problems/duplicate-key/",
    "hand-written": "guide/running/",
}
"""A page of each kind in the repository's own site, by its address in its language."""

PREFIXES: Final[Mapping[str, str]] = {"vi": "", "en": "en/"}
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
WIDTHS: Final = (1280, 360)
PICTURE: Final = ROOT / "docs" / "site.png"
PICTURE_BYTES: Final = 200_000


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


def policy(page: bytes) -> str:
    """Return the strictest content security policy that a page may be sent with: its own inline scripts, by hash."""
    scripts = re.findall(rb"<script(?:\s[^>]*)?>(.*?)</script>", page, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(each).digest()).decode() for each in scripts if each.strip()]
    allowed = " ".join(["'self'", *(f"'sha256-{each}'" for each in hashes)])
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'self'; img-src 'self' data:; font-src 'self';"
        " connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix == ".html" and path.is_file():
            self.send_header("Content-Security-Policy", policy(path.read_bytes()))
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a site under a strict policy on a free port of this computer; give its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def opened(
    browser: Browser, scheme: Literal["light", "dark"] = "light", width: int = 1280, height: int = 900
) -> Iterator[Page]:
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


def draw_for_readme(browser: Browser, url: str, path: Path) -> None:
    """Draw the top of an agency's page, small enough to be kept with the text.

    Raises:
        ValueError: the picture is too large.
    """
    with opened(browser) as page:
        page.goto(f"{url}{PAGES['agency']}", wait_until="networkidle")
        picture = page.screenshot(type="png", scale="css")
    if len(picture) > PICTURE_BYTES:
        raise ValueError(f"the picture has {len(picture)} bytes, more than {PICTURE_BYTES}")
    path.write_bytes(picture)


def main() -> int:
    """Build the repository's site and draw it."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description="Draw the site as it looks.")
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="where the pictures go")
    parser.add_argument("--readme", action="store_true", help=f"draw {PICTURE.relative_to(ROOT)} anew")
    options = parser.parse_args()
    if options.folder is None and not options.readme:
        parser.error("a folder or --readme is needed")
    path = browser_path()
    if path is None:
        parser.exit(2, "No Chromium was found: install it, or name one in ASSESS_BROWSER.\n")
    with tempfile.TemporaryDirectory() as folder:
        build_site(ROOT, Path(folder) / "site")
        with serving(Path(folder) / "site") as url, chromium(path) as browser:
            if options.readme:
                draw_for_readme(browser, url, PICTURE)
                print(PICTURE, PICTURE.stat().st_size)
            if options.folder is not None:
                for picture in draw_all(browser, url, options.folder):
                    print(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
