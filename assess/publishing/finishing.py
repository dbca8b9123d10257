"""What the pages of a frame need once MkDocs has built them: mistakes of the theme put right, and a policy."""

import re
from pathlib import Path
from typing import Final

from assess.publishing.policy import guarded

_STUB: Final = "[[assess:body]]"
_SPACES: Final = re.compile(r"\s*\n\s*")
_MENDED: Final = (
    (re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"'), r"\1"),  # a checkbox has no such attribute
    (re.compile(r'(<label class="md-nav__link[^>]*) tabindex=""'), r"\1"),  # nor is this a number
    (re.compile(r"(<pre[^>]*><code(?![^>]*tabindex)[^>]*)>"), r'\1 tabindex="0">'),  # it scrolls on small screens
    (re.compile(r'(<t[dh]) style="text-align: (left|center|right);"'), r'\1 class="to-\2"'),  # which no policy lets be
)


def finish(frame: Path) -> None:
    """Mend every page of a built frame, stubs among them, and put its policy into it.

    Raises:
        StubError: a page has no head, or a script that is filled in later.
    """
    for path in sorted(frame.rglob("*.html")):
        page = mended(path.read_text(encoding="utf-8"))
        path.write_text(guarded(page, path.relative_to(frame).as_posix()), encoding="utf-8")


def mended(page: str) -> str:
    """Return a page of the theme as valid HTML that needs no inline style; a stub without the spaces around its lines.

    A stub holds no text whose spaces count, and stands around every generated page.
    """
    for wrong, right in _MENDED:
        page = wrong.sub(right, page)
    return _SPACES.sub("\n", page) if _STUB in page else page
