"""Live pages under `mkdocs serve`: filled when they are asked for, so that a rebuild costs the same for any number."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock
from typing import Any

from assess.loading.dossiers import FOLDERS as SIDES
from assess.loading.questionnaires import FOLDER as QUESTIONNAIRES
from assess.loading.responses import FOLDER as RESPONSES
from assess.loading.targets import TARGETS_FILE
from assess.loading.workspace import REGISTER_FILE, SETTINGS_FILE
from assess.presentation.addresses import data_address
from assess.presentation.data.downloads import Downloads
from assess.presentation.data.package import Package
from assess.publishing.collecting import Collected, collect
from assess.publishing.exporting import export
from assess.publishing.filling import PAGE, Filling, Make
from assess.publishing.frame import take_stubs
from assess.publishing.resources import packaged
from assess.publishing.searching import extend_index
from assess.publishing.site import build_frames
from assess.ranking import Cohort

App = Callable[[Any, Any], Iterable[bytes]]


class _LiveData:
    """The open data of a workspace being worked on: written when they are first asked for."""

    def __init__(self, filling: Filling, site: Path) -> None:
        self._filling, self._site = filling, site
        self._package: Package | None = None

    def take(self, cohort: Cohort, downloads: Downloads) -> None:
        """Take nothing: all agencies are visited once the data are asked for."""

    def package(self) -> Package:
        """Return what the open data hold; the first time, write them."""
        if self._package is None:
            folder = self._site / data_address().rstrip("/")
            self._package = export(self._filling.contents, self._filling.visits, folder).package
        return self._package


class LivePages:
    """The generated pages and files of a workspace being worked on."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._collected: Collected | None = None
        self._files: dict[str, Make] = {}
        self._data: _LiveData | None = None
        self._site = root
        self._lock = Lock()

    def renew(self, site: Path) -> None:
        """Load the workspace anew and take the stubs of the frame that MkDocs has just built in `site`."""
        if self._collected is not None:
            self._collected.spool.close()
        collected = self._collected = collect(self._root)
        languages = collected.workspace.settings.languages
        frames, _ = build_frames(collected, self._root, site, {languages[0]: site})
        stubs = {language: take_stubs(frame) for language, frame in frames.items()}
        filling = Filling(collected, stubs)
        self._data = _LiveData(filling, site)
        self._files = dict(filling.files(self._data))
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
            """Answer a request as WSGI has it, after writing what it asks for."""
            name = str(environ.get("PATH_INFO", "")).lstrip("/")
            with self._lock:  # what is known of the last agency is kept for the next file
                self._write(f"{name}{PAGE}" if name.endswith("/") or not name else name)
            return app(environ, start_response)

        return with_pages

    def _write(self, name: str) -> None:
        """Write a file if it is one of ours."""
        make = self._files.get(name)
        if make is not None:
            path = self._site / name
            content = make()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        elif name.startswith(data_address()) and self._data is not None:
            self._data.package()
