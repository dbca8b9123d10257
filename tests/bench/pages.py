"""All generated pages: what it takes to present, fill and write them, and what only to render and write their bodies.

`python -m tests.bench.pages ours|jinja2 FOLDER` prints the seconds of CPU, once everything is loaded, scored and
ranked, and how many pages there are.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from assess.presentation.wording import Words
from assess.publishing import filling as module
from assess.publishing.collecting import collect
from assess.publishing.files import beside
from assess.publishing.filling import Filling
from assess.publishing.finishing import finish
from assess.publishing.frame import take_stubs
from assess.publishing.memory import looked_through_seldom
from assess.publishing.site import build_frames
from assess.publishing.surroundings import intervals_of
from assess.publishing.templates import environment, render
from tests.bench.bodies import undrawn


@contextmanager
def filling_of(root: Path) -> Iterator[Filling]:
    """Give the pages of a workspace, as a build has them when all is scored, and ranks with their intervals are known.

    The intervals are worked out once for all agencies, and measured by themselves: see `uncertainty`. Templates are
    compiled, as MkDocs' are in what is taken off from its time.
    """
    collected = collect(root)
    try:
        for cohort in collected.cohorts:
            intervals_of(cohort)
        for template in environment().list_templates():
            environment().get_template(template)
        with tempfile.TemporaryDirectory() as folder:
            frames, _ = build_frames(collected, root, Path(folder))
            for frame in frames.values():
                finish(frame)
            yield Filling(collected, {language: take_stubs(frame) for language, frame in frames.items()})
    finally:
        collected.spool.close()


def ours(filling: Filling, target: Path) -> tuple[float, int]:
    """Present, fill and write every page, as a build does; return seconds of CPU, and how many there are."""
    pages = 0
    start = time.process_time()
    with looked_through_seldom(), beside(target) as new:
        for address, make in filling.pages():
            new.put(f"{address}index.html", make())
            pages += 1
        spent = time.process_time() - start
    return spent, pages


def bare(filling: Filling, target: Path) -> tuple[float, int]:
    """Render every body from what was made ready for it before, and write it: only these two are counted.

    Answers that our pages hold as markup are records again, so that Jinja2 has as much to do as a bare template has.
    """
    spent, at = 0.0, 0

    def rendered(template: str, page: Any, words: Words) -> str:
        nonlocal spent, at
        folder, page = target / str(at), undrawn(page)
        start = time.process_time()
        folder.mkdir(parents=True)
        body = render(template, page, words)
        (folder / "index.html").write_bytes(body.encode())
        spent += time.process_time() - start
        at += 1
        return body

    with looked_through_seldom(), patch.object(module, "render", rendered):
        for _, make in filling.pages():
            make()
    return spent, at


_WAYS: Final[dict[str, Callable[[Filling, Path], tuple[float, int]]]] = {"ours": ours, "jinja2": bare}


def main() -> None:
    """Measure one way in a process of its own."""
    way, root = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, filling_of(Path(root)) as filling:
        print(json.dumps(_WAYS[way](filling, Path(folder) / "site")))


if __name__ == "__main__":
    main()
