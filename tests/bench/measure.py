"""A command as a whole process: wall and CPU seconds and peak memory, as the system counts them."""

import atexit
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """Seconds of wall and CPU (user and system), and peak resident memory in MB."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table. `ratio` is ours to the baseline, or the other way where more is better."""

    name: str
    ours: str
    baseline: str
    ratio: float | None
    bound: str
    met: bool

    def text(self) -> str:
        """Return the line."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        verdict = "ok" if self.met else "MISSED"
        return f"{self.name:58} {self.ours:>12} {self.baseline:>12} {ratio:>8}  {self.bound} {verdict}"


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command once, its output thrown away, and return what it cost. Raises where it fails.

    Modules are compiled once, as they are where the tool is installed, whatever the environment says.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.stderr.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command}: {process.returncode}: {said.decode()[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


@cache
def _environment() -> dict[str, str]:
    """Return the environment of measured commands: bytecode is kept, apart from the tree."""
    folder = tempfile.mkdtemp(prefix="assess-bench-")
    atexit.register(shutil.rmtree, folder)
    kept = {key: each for key, each in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": folder}


def assess(*arguments: str) -> list[str]:
    """Return the command that calls our own console script."""
    return [str(Path(sys.executable).with_name("assess")), *arguments]


def python(*arguments: str) -> list[str]:
    """Return a command of the same interpreter."""
    return [sys.executable, *arguments]


def paired(one: Callable[[], float], other: Callable[[], float], rounds: int) -> tuple[float, float, float]:
    """Measure two things in turn; return both medians and the median of the ratios, one to other.

    Each ratio is of two runs side by side, so that a machine that grows slow meanwhile slows both.
    """
    ones, others = [], []
    for _ in range(rounds):
        ones.append(one())
        others.append(other())
    ratios = [a / b for a, b in zip(ones, others, strict=True)]
    return statistics.median(ones), statistics.median(others), statistics.median(ratios)


def best(one: Callable[[], float], other: Callable[[], float], rounds: int) -> tuple[float, float, float]:
    """Measure two pieces of computing in turn; return the least of each, and their ratio, one to other.

    Other work on the machine only ever adds to such a time, so the least is the truest.
    """
    times = [(one(), other()) for _ in range(rounds)]
    least, least_other = min(a for a, _ in times), min(b for _, b in times)
    return least, least_other, least / least_other


def timed(call: Callable[[], object], times: int) -> float:
    """Return the seconds of CPU that one call takes, over `times` calls."""
    start = time.process_time()
    for _ in range(times):
        call()
    return (time.process_time() - start) / times
