"""The folder of data, and the table at the end of a run."""

import os
from pathlib import Path

import pytest

from tests.conformance.figures import Outcome, table

OUTCOMES = pytest.StashKey[list[Outcome]]()


@pytest.fixture(scope="session")
def indices() -> Path:
    """Return the folder of data, which ASSESS_INDICES names."""
    name = os.environ.get("ASSESS_INDICES")
    if not name:
        pytest.skip("left out: ASSESS_INDICES does not name the folder of the official indices' data")
    return Path(name)


@pytest.fixture(scope="session")
def outcomes(request: pytest.FixtureRequest) -> list[Outcome]:
    return request.config.stash.setdefault(OUTCOMES, [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    found = config.stash.get(OUTCOMES, [])
    if found:
        terminalreporter.section("official indices recomputed")
        for line in table(found):
            terminalreporter.write_line(line)
