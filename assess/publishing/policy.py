"""The content security policy of a page: files of its own site, and exactly the inline scripts that stand in it."""

import base64
import hashlib
import re
from typing import Final

from assess.publishing.stubs import StubError

_HEAD: Final = "<head>"
_SCRIPT: Final = re.compile(r"<script(\s[^>]*)?>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_DATA: Final = re.compile(r"""\stype=["']?application/""", re.IGNORECASE)
"""What a browser never runs, such as the theme's settings; the policy has nothing to say about it."""


def policy(page: str) -> str:
    """Return the strictest policy that a page works under. Where it may be framed is for the server to say.

    No style attribute, inline style, handler in an attribute or `eval` is let through, and nothing from elsewhere.
    """
    scripts = dict.fromkeys(_digest(script) for script in _inline_scripts(page))
    allowed = " ".join(["'self'", *(f"'sha256-{each}'" for each in scripts)])
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'self'; img-src 'self' data:; font-src 'self';"
        " connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
    )


def guarded(page: str, name: str) -> str:
    """Return a page with its policy as the first thing in its head, so that it holds for all that follows.

    Raises:
        StubError: the page has no head, or a script that is filled in later, which no hash could be of.
    """
    if page.count(_HEAD) != 1:
        raise StubError(f"{name}: {_HEAD}")
    if any("[[assess:" in script for script in _inline_scripts(page)):
        raise StubError(f"{name}: [[assess:…]] in <script>")
    return page.replace(_HEAD, f'{_HEAD}<meta http-equiv="Content-Security-Policy" content="{policy(page)}">')


def _inline_scripts(page: str) -> list[str]:
    return [text for attributes, text in _SCRIPT.findall(page) if text and not _DATA.search(attributes)]


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
