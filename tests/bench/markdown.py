"""The same pages as a person would give them to MkDocs: Markdown files outside the navigation."""

import re
import shutil
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from tests.bench.pages import filling_of

_CONFIG = """\
site_name: Markdown
theme: {name: material, language: vi, font: false, features: [navigation.tabs]}
markdown_extensions: [toc, tables, admonition, attr_list, def_list]
plugins: [search]
nav: [{Trang chủ: index.md}]
not_in_nav: "*"
"""
_BODY: Final = re.compile(r'<article class="[^"]*" id="content">(.*)</article>', re.DOTALL)
_HEADINGS: Final = ("h1", "h2", "h3", "h4")
_BEGINS: Final = {"h1": "\n\n# ", "h2": "\n\n## ", "h3": "\n\n### ", "h4": "\n\n#### ", "li": "\n- ", "p": "\n\n"}


def write_markdown_site(root: Path, target: Path) -> Path:
    """Write a MkDocs project with a Markdown page for each generated page of a workspace in one language."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "docs").mkdir(parents=True)
    (target / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    with filling_of(root) as filling:
        for address, make in filling.pages():
            found = _BODY.search(make().decode())
            assert found is not None
            path = target / "docs" / address / "index.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_markdown(found[1]), encoding="utf-8")
    return target


def _markdown(body: str) -> str:
    """Return a page's headings, paragraphs, lists, tables, links and stress as Markdown; drawings stand as they are."""
    reader = _Reader()
    reader.feed(body)
    reader.close()
    return "".join(reader.parts).strip() + "\n"


class _Reader(HTMLParser):
    """Writes Markdown for what it reads: a line for each row of a table; headings keep the names that links lead to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._cells: list[list[str]] = []
        self._drawn = self._row = 0
        self._links: list[str] = []
        self._anchor = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "svg" or self._drawn:
            self._drawn += 1
            self._say(self.get_starttag_text() or "")
        elif tag == "table":
            self.parts.append("\n\n")
            self._row = 0
        elif tag == "tr":
            self._cells.append([])
        elif tag in ("td", "th") and self._cells:
            self._cells[-1].append("")
        elif tag == "a":
            self._links.append(dict(attrs).get("href") or "")
            self._say("[" * bool(self._links[-1]))
        elif tag == "b":
            self._say("**")
        elif not self._cells:
            self._anchor = dict(attrs).get("id") or "" if tag in _HEADINGS else self._anchor
            self.parts.append(_BEGINS.get(tag, ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._drawn:
            self._say(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self._drawn:
            self._drawn -= 1
            self._say(f"</{tag}>")
        elif tag == "tr" and self._cells:
            cells = self._cells.pop()
            self.parts.append("| " + " | ".join(cells) + " |\n")
            if self._row == 0:
                self.parts.append("|" + "---|" * len(cells) + "\n")
            self._row += 1
        elif tag == "a" and self._links:
            href = self._links.pop()
            self._say(f"]({href})" if href else "")
        elif tag == "b":
            self._say("**")
        elif tag in _HEADINGS and self._anchor and not self._cells:
            self.parts.append(f" {{#{self._anchor}}}\n\n")
            self._anchor = ""

    def handle_data(self, data: str) -> None:
        self._say(escape(" ".join(data.split()), quote=False) + " " * data[-1:].isspace())

    def _say(self, text: str) -> None:
        if self._cells and self._cells[-1]:
            self._cells[-1][-1] += text.replace("|", "&#124;")
        else:
            self.parts.append(text)
