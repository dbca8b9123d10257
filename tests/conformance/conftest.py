"""The folder of data, and the table at the end of a run."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conformance.figures import PROPERTY, table


@pytest.fixture(scope="session")
def indices() -> Path:
    """Return the folder of data, which ASSESS_INDICES names."""
    name = os.environ.get("ASSESS_INDICES")
    if not name:
        pytest.skip("left out: ASSESS_INDICES does not name the folder of the official indices' data")
    return Path(name)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    found = sorted(_rows(terminalreporter))
    if found:
        terminalreporter.section("official indices recomputed")
        for line in table(found):
            terminalreporter.write_line(line)


def _rows(terminalreporter: pytest.TerminalReporter) -> Iterator[tuple[str, ...]]:
    """Yield what tests have left in their reports: these come back from whichever process has run the test."""
    for reports in terminalreporter.stats.values():
        for each in reports:
            if isinstance(each, pytest.TestReport) and each.when == "call":
                for name, value in each.user_properties:
                    if name == PROPERTY and isinstance(value, (list, tuple)):
                        yield tuple(value)
