"""The frame: MkDocs builds the hand-written pages and one stub for each depth, for each language."""

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Final

from assess.publishing.filling import DEPTHS
from assess.publishing.stubs import Stub, StubError, cut

STUB: Final = "stub"
building_frame: ContextVar[bool] = ContextVar("building_frame", default=False)
"""Whether a frame is being built for us; the plugin then only prepares it, and does not fill it."""


class FrameError(Exception):
    """MkDocs could not build the frame."""


def frame_file(root: Path, language: str) -> Path:
    """Return the MkDocs configuration of a language: mkdocs.<language>.yml where there is one, else mkdocs.yml."""
    own = root / f"mkdocs.{language}.yml"
    return own if own.is_file() else root / "mkdocs.yml"


def build_frame(config_file: Path, language: str, target: Path) -> list[str]:
    """Build the frame of one language into `target`; return MkDocs' warnings.

    Raises:
        FrameError: MkDocs stopped, or there is no configuration for the language.
    """
    _calm()
    from jinja2 import TemplateError
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    warnings = _Warnings()
    token = building_frame.set(True)
    try:
        with warnings.listening():
            config = load_config(config_file=str(config_file), site_dir=str(target))
            if config.theme["language"] != language:
                raise FrameError(f"{config_file.name}: theme.language ≠ {language} (mkdocs.{language}.yml)")
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
    except (MkDocsException, Abort, OSError, TemplateError) as error:
        raise FrameError(f"{config_file.name}: {str(error) or 'MkDocs stopped'}") from error
    finally:
        building_frame.reset(token)
    return warnings.said


def stub_uri(depth: int) -> str:
    """Return the source path of the stub for pages at a depth; the home page is its own stub."""
    return "/".join([STUB] * depth + ["index.md"])


def take_stubs(frame: Path) -> Mapping[int, Stub]:
    """Cut the stubs of a built frame and remove them from it.

    Raises:
        StubError: a stub is not there, or cannot be cut.
    """
    stubs: dict[int, Stub] = {}
    for depth in reversed(DEPTHS):
        folder = frame.joinpath(*[STUB] * depth)
        page = folder / "index.html"
        if not page.is_file():
            raise StubError(f"{page.relative_to(frame)} is not in the frame")
        stubs[depth] = cut(page.read_text(encoding="utf-8"), str(page.relative_to(frame)))
        page.unlink()
        if depth:
            folder.rmdir()
    return stubs


def _calm() -> None:
    """Keep MkDocs and its theme from the clock and from notices that are not for our readers."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")


class _Warnings(logging.Handler):
    """Collects what MkDocs warns of while a frame is built."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning."""
        self.said.append(record.getMessage())

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Listen to MkDocs, which says nothing itself meanwhile."""
        logger = logging.getLogger("mkdocs")
        before, propagate = logger.level, logger.propagate
        logger.addHandler(self)
        logger.setLevel(logging.WARNING)
        logger.propagate = False
        try:
            yield
        finally:
            logger.removeHandler(self)
            logger.setLevel(before)
            logger.propagate = propagate


def serve_frame(config_file: Path, address: str) -> None:
    """Serve the site of a frame, live, until interrupted; the plugin in it adds the generated pages.

    Raises:
        FrameError: MkDocs stopped.
    """
    _calm()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    from mkdocs.commands.serve import serve
    from mkdocs.exceptions import Abort, MkDocsException

    try:
        serve(config_file=str(config_file), dev_addr=address)
    except (MkDocsException, Abort, OSError) as error:
        raise FrameError(str(error) or "MkDocs stopped") from error
