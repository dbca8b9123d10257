"""The MkDocs plugin: prepares the frame, so that `mkdocs build` and `mkdocs serve` give the whole site too."""

import logging
import re
import shutil
import tempfile
from html import unescape
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from assess.loading import open_workspace
from assess.model import Settings
from assess.presentation.wording import shortened
from assess.publishing.collecting import UnusableWorkspace, collect
from assess.publishing.filling import DEPTHS, DESCRIPTION
from assess.publishing.frame import building_frame, stub_uri
from assess.publishing.reporting import log_built, log_problems
from assess.publishing.resources import assets, packaged, words
from assess.publishing.serving import LivePages
from assess.publishing.site import build_frames, publish

log = logging.getLogger("mkdocs.plugins.assess")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NAMES = {"vi": "Tiếng Việt", "en": "English"}


class AssessPlugin(BasePlugin):  # type: ignore[type-arg]  # it has no options
    """Adds our theme, stubs and styles to a build; in `mkdocs build` it then fills and swaps as `assess build` does."""

    def __init__(self) -> None:
        self.command = "build"
        self.target: Path | None = None
        self.live: LivePages | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember what is being done. MkDocs keeps this one object for every build, also for the frames inside it."""
        if not building_frame.get():
            self.command = command

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add what the frame needs; in `mkdocs build`, build elsewhere until the site is whole."""
        root = Path(config.config_file_path or ".").parent
        workspace, problems = open_workspace(root)
        if workspace is None:
            log_problems(log, problems, str(config.theme["language"]))
            raise PluginError("assess.yaml: không dùng được / cannot be used")
        _prepare(config, workspace.settings)
        if not building_frame.get() and self.command != "serve":
            self.target = Path(config.site_dir)
            config.site_dir = tempfile.mkdtemp(prefix="assess-")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the stubs, the style sheet and the script."""
        for depth in DEPTHS:
            if files.get_file_from_path(stub_uri(depth)) is None:
                files.append(_stub(config, depth))
        for name, asset in assets().items():
            address = f"assets/assess/{name}"
            if isinstance(asset, Path):
                files.append(File.generated(config, address, abs_src_path=str(asset)))
            else:
                files.append(File.generated(config, address, content=asset))
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Describe a hand-written page that says nothing of itself by its first paragraph."""
        first = _PARAGRAPH.search(html)
        if first is not None:
            text = unescape(_TAG.sub("", first[1]))
            page.meta.setdefault("description", _as_html(shortened(text, DESCRIPTION)))

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Fill the frame, unless it was built for us."""
        if building_frame.get():
            return
        root = Path(config.config_file_path or ".").parent
        if self.command == "serve":
            self.live = self.live or LivePages(root)
            self.live.renew(Path(config.site_dir))
            return
        self._publish(root, config)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Make pages when they are asked for, and watch the data."""
        if self.live is not None:
            server.set_app(self.live.wrap(server.get_app()))
            for path in self.live.watched():
                server.watch(str(path), recursive=True)
        return server

    def _publish(self, root: Path, config: MkDocsConfig) -> None:
        frame, target, language = Path(config.site_dir), self.target, str(config.theme["language"])
        if target is None:
            raise PluginError("assess: on_config did not run")
        try:
            collected = collect(root)
            ready = {language: frame}
            with tempfile.TemporaryDirectory() as folder:
                frames, warnings = build_frames(collected, root, Path(folder), ready)
                built = publish(collected, frames, warnings, target, strict=config.strict)
            log_problems(log, built.problems, language)
            log_built(log, built, language)
        except UnusableWorkspace as error:
            log_problems(log, error.problems, language)
            raise PluginError("assess.yaml: không dùng được / cannot be used") from None
        finally:
            shutil.rmtree(frame, ignore_errors=True)
            config.site_dir = str(target)


def _prepare(config: MkDocsConfig, settings: Settings) -> None:
    language = str(config.theme["language"])
    prefix = "" if language == settings.languages[0] else f"{language}/"
    if config.site_url and not config.site_url.endswith(f"/{prefix}"):
        config.site_url += prefix
    root = (config.site_url or "").removesuffix(prefix)
    config.theme.dirs.insert(0, str(packaged("site_templates") / "theme"))
    config.extra_css.insert(0, "assets/assess/assess.css")
    config.site_name = _as_html(settings.title_in(language))
    config.copyright = _publisher(settings, language)
    config.extra |= {
        "generator": False,
        "language": language,
        "root": root,
        "languages": [
            {"code": each, "name": _NAMES[each], "prefix": "" if n == 0 else f"{each}/"}
            for n, each in enumerate(settings.languages)
        ],
        "invented": settings.invented,
        "invented_text": words(language)["invented"],
    }


def _publisher(settings: Settings, language: str) -> str:
    """Return who publishes and under which licence, as HTML: the theme writes it as it is."""
    name = _as_html(settings.publisher_in(language))
    if settings.publisher_url:
        name = Markup('<a href="{}">{}</a>').format(_as_html(settings.publisher_url), name)
    return name + (" · " + _as_html(settings.licence) if settings.licence else "")


def _as_html(text: str) -> Markup:
    """Return text for the theme, which escapes some of it, and some not; nothing in it looks like a slot of a stub."""
    return Markup(str(escape(text)).replace("[[", "&#91;["))  # noqa: S704  # escaped in the same breath


def _stub(config: MkDocsConfig, depth: int) -> File:
    title = words(str(config.theme["language"]))["home"]
    content = f"---\ntemplate: stub.html\ntitle: {title}\nsearch: {{exclude: true}}\n---\n"
    inclusion = InclusionLevel.INCLUDED if depth == 0 else InclusionLevel.NOT_IN_NAV
    return File.generated(config, stub_uri(depth), content=content, inclusion=inclusion)
