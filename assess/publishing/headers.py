"""What a server should send with the site and no page can say itself, in the files that common servers read."""

from collections.abc import Mapping
from typing import Final

HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""With every file. The rest of the content security policy stands in each page; a browser keeps to both."""

FOR_EVER: Final = "public, max-age=31536000, immutable"
"""How long a file may be kept that has a digest in its name; all others are asked for again each time."""

_HASHED: Final = ("assets/stylesheets/*", "assets/javascripts/bundle.*", "assets/javascripts/workers/*")
_HASHED_NAME: Final = r"\.[0-9a-f]{8}\.min\.(css|js)$"


def header_files(prefixes: tuple[str, ...], root: str = "/") -> Mapping[str, str]:
    """Return the files by name: one for Netlify, Cloudflare Pages and the like, one for Apache.

    `prefixes` are where the languages stand, each with assets of its own; `root` is where the site stands on its host.
    """
    return {"_headers": _rules(prefixes), ".htaccess": _apache(root)}


def nginx() -> str:
    """Return the same for nginx, which reads no file of a site: lines for its `server` block."""
    sent = "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
    inside = "".join(f"  {line}\n" for line in sent.splitlines())
    return f'{sent}location ~ "{_HASHED_NAME}" {{\n{inside}  add_header Cache-Control "{FOR_EVER}";\n}}\n'


def _rules(prefixes: tuple[str, ...]) -> str:
    sent = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    kept = "".join(f"/{prefix}{each}\n  Cache-Control: {FOR_EVER}\n" for prefix in prefixes for each in _HASHED)
    return f"/*\n{sent}{kept}"


def _apache(root: str) -> str:
    sent = "".join(f'  Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    kept = f'  <FilesMatch "{_HASHED_NAME}">\n    Header set Cache-Control "{FOR_EVER}"\n  </FilesMatch>\n'
    return f"ErrorDocument 404 {root}404.html\n<IfModule mod_headers.c>\n{sent}{kept}</IfModule>\n"
