"""What search engines are told: every page with its other languages, and where that list is."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape, unescape
from pathlib import Path
from typing import Final

from assess.publishing.frame import STUB

MOST: Final = 50_000
"""How many pages one sitemap may name; beyond that there are several, and a list of them."""

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAPS: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML: Final = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def take_places(frame: Path) -> tuple[str, list[str]]:
    """Return where a frame's language will stand, and the addresses of its hand-written pages; remove its sitemap.

    The first is "" where the configuration does not say it (`site_url`): then nothing can be listed.
    """
    (frame / "sitemap.xml.gz").unlink(missing_ok=True)
    path = frame / "sitemap.xml"
    if not path.is_file():
        return "", []
    places = [unescape(each) for each in re.findall(r"<loc>(.*?)</loc>", path.read_text(encoding="utf-8"))]
    path.unlink()
    stub = next((each for each in places if each.endswith(f"/{STUB}/")), "")
    base = stub.removesuffix(f"{STUB}/")
    return base, [each.removeprefix(base) for each in places if base and not each.startswith(stub) and each != base]


def sitemaps(base: str, addresses: Mapping[str, Sequence[str]], prefixes: Mapping[str, str]) -> Mapping[str, str]:
    """Return the sitemap files by name; none where `base`, the address of the whole site, is not known.

    `addresses` are those of each language's pages below its prefix, dates left out: a build does not know them.
    """
    if not base:
        return {}
    entries = list(_entries(base, addresses, prefixes))
    parts = [entries[start : start + MOST] for start in range(0, len(entries), MOST)]
    if len(parts) == 1:
        return {"sitemap.xml": _urlset(parts[0])}
    named = {f"sitemap-{n}.xml": _urlset(part) for n, part in enumerate(parts, 1)}
    listed = "".join(f"  <sitemap><loc>{escape(base + name)}</loc></sitemap>\n" for name in named)
    return named | {"sitemap.xml": f"{_HEAD}<sitemapindex {_SITEMAPS}>\n{listed}</sitemapindex>\n"}


def robots(base: str) -> str:
    """Return robots.txt: everything may be read, and the sitemap is where it is."""
    return "User-agent: *\nDisallow:\n" + (f"\nSitemap: {base}sitemap.xml\n" if base else "")


def _entries(base: str, addresses: Mapping[str, Sequence[str]], prefixes: Mapping[str, str]) -> Iterator[str]:
    first = next(iter(prefixes))
    known = {language: set(each) for language, each in addresses.items()}
    for language, prefix in prefixes.items():
        for address in dict.fromkeys(addresses[language]):
            others = [each for each in prefixes if address in known[each]]
            links = [(each, prefixes[each]) for each in others] if len(others) > 1 else []
            links += [("x-default", prefixes[first])] if links and first in others else []
            yield _entry(base, prefix, address, links)


def _entry(base: str, prefix: str, address: str, links: Iterable[tuple[str, str]]) -> str:
    there = "".join(
        f'\n    <xhtml:link rel="alternate" hreflang="{language}" href="{escape(base + other + address)}"/>'
        for language, other in links
    )
    return f"  <url>\n    <loc>{escape(base + prefix + address)}</loc>{there}\n  </url>\n"


def _urlset(entries: Iterable[str]) -> str:
    return f"{_HEAD}<urlset {_SITEMAPS} {_XHTML}>\n{''.join(entries)}</urlset>\n"
