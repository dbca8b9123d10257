"""What many files of tests are given: a browser and the repository's own site, each made once for all of them."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from assess.publishing.site import build_site
from tests.browsing import watched
from tests.screenshots import ROOT, browser_path, chromium, serving


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the repository's own workspace; to be read only."""
    folder = tmp_path_factory.mktemp("own") / "site"
    build_site(ROOT, folder)
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = browser_path()
    if path is None:
        said = "no Chromium was found; ASSESS_BROWSER names one"
        if os.environ.get("CI") == "true":
            pytest.fail(said)
        pytest.skip(said)
    with chromium(path) as found:
        yield found


@pytest.fixture(scope="session")
def url(own_site: Path) -> Iterator[str]:
    """Where the repository's own site is served."""
    with serving(own_site) as found:
        yield found


@pytest.fixture
def page(browser: Browser, url: str) -> Iterator[Page]:
    """A page that was never opened before, as wide as a desk's screen, and watched."""
    with watched(browser, url) as found:
        yield found
