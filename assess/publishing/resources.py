"""Where the templates, styles and words that come with the package are, in a checkout and in an installed wheel."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, Final

from assess.documents import read
from assess.presentation.plural import Plural
from assess.presentation.wording import Words

_PACKAGE: Final = Path(__file__).parents[1]


@cache
def packaged(name: str) -> Path:
    """Return a folder that the wheel carries inside the package and a checkout beside it."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def frame_file(name: str) -> Path:
    """Return a MkDocs configuration that a new workspace begins with."""
    inside = _PACKAGE / "frame" / name
    return inside if inside.is_file() else _PACKAGE.parent / name


def assets() -> Mapping[str, str | Path]:
    """Return what pages ask for, by name: files as they are, and texts put together of their parts in order."""
    templates = packaged("site_templates")
    scripts = _joined(templates / "scripts")
    files = {path.name: path for path in sorted((templates / "assets").glob("*"))}
    return files | {
        "assess.css": _joined(templates / "styles"),
        "assess.js": f'(function () {{\n"use strict";\n\n{scripts}}})();\n',
    }


def _joined(folder: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()))


@cache
def words(language: str) -> Words:
    """Return the words of the interface in a language: those of all its files together, each key in one of them.

    Raises `ValueError` where a file cannot be read, a key stands twice, or forms for one and for many do not fit.
    """
    found: dict[str, str] = {}
    for path in sorted((packaged("site_templates") / "words" / language).glob("*.yaml")):
        document = read(path, f"words/{language}/{path.name}")
        if document.data is None:
            raise ValueError(f"{document.path}: {document.problems[0].code}")
        twice = sorted(found.keys() & document.data)
        if twice:
            raise ValueError(f"{document.path}: {', '.join(twice)}")
        found |= {key: _word(said, f"{document.path}: {key}") for key, said in document.data.items()}
    return found


def _word(said: Any, place: str) -> str:
    """Return one entry: a text, or a mapping of `one` and `other`, and `by` where it is not `count` that decides."""
    if isinstance(said, str):
        return said
    if not isinstance(said, dict) or not {"one", "other"} <= said.keys() <= {"one", "other", "by"}:
        raise ValueError(f"{place}: a text, or one and other")
    made = Plural(**said)
    shown = _fields(made)
    if (shown and made.by not in shown) or not _fields(made.one) <= shown:
        raise ValueError(f"{place}: {made.by} decides, the facts are {', '.join(sorted(shown))}")
    return made


def _fields(text: str) -> set[str]:
    return {name for _, name, *_ in Formatter().parse(text) if name}
