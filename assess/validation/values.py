"""Single values that a schema cannot judge: calendar dates, links, and ids that are taken."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from assess.documents import At, Document
from assess.problems import Problem

RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}  # Windows devices
    | {"assets", "search", "sitemap", "index", "404", "stub", "stubs", "vi", "en"}  # the site
    | {"stylesheets", "javascripts", "images"}
    | {"guide", "method", "about", "problems", "targets", "glossary", "data", "compare", "places", "accessibility"}
    | {"versions", "agencies", "sources", "numbers", "heatmap", "dimensions", "questions", "groupings"}
)
"""Ids that would collide with a name of the site or of an operating system."""

_LINK: Final = (
    r"(?i)(https?)://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])(?::[0-9]{1,5})?"
    r"(?:[/?#][^\s<>\"\\^`{|}]*)?"
)


def is_date(text: str) -> bool:
    """Return whether text is a calendar date written year-month-day."""
    try:
        return text[4:8:3] == "--" and len(text) == 10 and bool(date.fromisoformat(text))  # not 2026-W09-1
    except ValueError:
        return False


def is_written_as_date(value: Any) -> bool:
    """Return whether a value has the form year-month-day, be it in the calendar or not."""
    return isinstance(value, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value) is not None


def date_problems(document: Document, at: At, value: Any) -> Iterator[Problem]:
    """Yield a problem where a date is not in the calendar; None and other types are not looked at."""
    if isinstance(value, str) and not is_date(value):
        yield document.problem("wrong-date", at, value=value)


_OTHER_DATE: Final = r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})"


def other_date(value: Any) -> str:
    """Return a date written day/month/year as it is written here, in quotes; "" where it is none."""
    found = re.fullmatch(_OTHER_DATE, value) if isinstance(value, str) else None
    date_ = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else ""
    return f'"{date_}"' if date_ and is_date(date_) else ""


def order_problems(document: Document, at: At, start: Any, end: Any) -> Iterator[Problem]:
    """Yield a problem at `at` where a period ends before it begins."""
    if isinstance(start, str) and isinstance(end, str) and is_date(start) and is_date(end) and end < start:
        yield document.problem("date-order", at, start=start, end=end)


def link_problems(document: Document, at: At, link: str) -> Iterator[Problem]:
    """Yield a problem where a link is not https or http with a full public host name."""
    found = re.fullmatch(_LINK, link)
    if found is None:
        yield document.problem("bad-link", at, value=link)
    elif found.group(1).lower() == "http":
        yield document.problem("plain-http", at, value=link)


def id_problems(document: Document, places: Iterator[tuple[At, str]]) -> Iterator[Problem]:
    """Yield a problem for each id that already stands at an earlier place, ignoring case."""
    first: dict[str, At] = {}
    for at, name in places:
        if name.casefold() in first:
            line, _ = document.place(first[name.casefold()])
            yield document.problem("duplicate-id", at, id=name, first=line)
        first.setdefault(name.casefold(), at)


def reserved_problems(document: Document, at: At, name: str) -> Iterator[Problem]:
    """Yield a problem where an id collides with a name that is taken."""
    if name.casefold() in RESERVED:
        yield document.problem("reserved-id", at, id=name)


def as_written(value: Any) -> str:
    """Return a value as a file says it."""
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
