"""Live pages under `mkdocs serve`: filled when they are asked for, so that a rebuild costs the same for any number."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from assess.loading.dossiers import FOLDERS as SIDES
from assess.loading.questionnaires import FOLDER as QUESTIONNAIRES
from assess.loading.responses import FOLDER as RESPONSES
from assess.loading.targets import TARGETS_FILE
from assess.loading.workspace import REGISTER_FILE, SETTINGS_FILE
from assess.publishing.collecting import Collected, collect
from assess.publishing.filling import Filling, Make
from assess.publishing.frame import take_stubs
from assess.publishing.resources import packaged
from assess.publishing.searching import extend_index
from assess.publishing.site import build_frames

App = Callable[[Any, Any], Iterable[bytes]]


class LivePages:
    """The generated pages of a workspace being worked on."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._collected: Collected | None = None
        self._pages: dict[str, Make] = {}
        self._site = root

    def renew(self, site: Path) -> None:
        """Load the workspace anew and take the stubs of the frame that MkDocs has just built in `site`."""
        if self._collected is not None:
            self._collected.spool.close()
        collected = self._collected = collect(self._root)
        languages = collected.workspace.settings.languages
        frames, _ = build_frames(collected, self._root, site, {languages[0]: site})
        stubs = {language: take_stubs(frame) for language, frame in frames.items()}
        filling = Filling(collected, stubs)
        self._pages = dict(filling.pages()) | dict(filling.files())
        self._site = site
        for language, frame in frames.items():
            extend_index(frame, filling.entries(language))

    def watched(self) -> list[Path]:
        """Return what is watched for changes besides the frame's own files."""
        names = [SETTINGS_FILE, REGISTER_FILE, TARGETS_FILE, QUESTIONNAIRES, RESPONSES, *SIDES.values(), "docs"]
        paths = [self._root / name for name in names] + [packaged("site_templates")]
        return [path for path in paths if path.exists()]

    def wrap(self, app: App) -> App:
        """Return MkDocs' application with our pages in it: a page is written just before it is served."""

        def with_pages(environ: Any, start_response: Any) -> Iterable[bytes]:
            address = str(environ.get("PATH_INFO", "")).lstrip("/").removesuffix("index.html")
            make = self._pages.get(address)
            if make is not None:
                path = (
                    self._site / address / "index.html"
                    if address.endswith("/") or not address
                    else self._site / address
                )
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(make())
            return app(environ, start_response)

        return with_pages
