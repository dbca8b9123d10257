"""The agency pages alone: what it takes to present, fill and write them, once everything is loaded and scored."""

import sys
import tempfile
import time
from pathlib import Path

from assess.publishing.collecting import collect
from assess.publishing.files import beside
from assess.publishing.filling import Filling
from assess.publishing.frame import take_stubs
from assess.publishing.site import build_frames


def main() -> None:
    """Print the CPU seconds for the agency pages of the workspace given as the last argument."""
    root = Path(sys.argv[-1])
    collected = collect(root)
    with tempfile.TemporaryDirectory() as folder:
        frames, _ = build_frames(collected, root, Path(folder))
        stubs = {language: take_stubs(frame) for language, frame in frames.items()}
        pages = [each for each in Filling(collected, stubs).pages() if each[0].count("/") == 3]
        with beside(Path(folder) / "site") as new:
            start = time.process_time()
            for address, make in pages:
                new.put(f"{address}index.html", make())
            print(time.process_time() - start)
