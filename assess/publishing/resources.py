"""Where the templates, styles and words that come with the package are, in a checkout and in an installed wheel."""

from functools import cache
from pathlib import Path
from typing import Final

from assess.documents import read
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


@cache
def words(language: str) -> Words:
    """Return the words of the interface in a language."""
    document = read(packaged("site_templates") / "words" / f"{language}.yaml", f"words/{language}.yaml")
    if document.data is None:
        raise ValueError(f"words/{language}.yaml: {document.problems[0].code}")
    found: Words = document.data
    return found
