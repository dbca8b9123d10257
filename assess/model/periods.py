"""Periods: what their names say of when they begin and end, and their order."""

import re
from functools import lru_cache
from typing import Final

_PARTS: Final = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-(?:(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12][0-9]|3[01]))?|q(?P<quarter>[1-4])|h(?P<half>[12])|.*))?"
)


def span_of(period: str) -> tuple[str, str] | None:
    """Return the first and the last day of a year, a half (`2026-h1`), a quarter (`2026-q1`), a month or a day.

    As ISO dates, to be compared and not to be shown: every month ends on its 31st. What is named otherwise after a
    year, such as `2026-dot-2`, spans that year; None where there is no year.
    """
    found = _PARTS.fullmatch(period)
    if found is None:
        return None
    months, n = next(((each, int(found[key])) for each, key in _MONTHS.items() if found[key]), (12, 1))
    first, last = n * months - months + 1, n * months
    return f"{found['year']}-{first:02}-{found['day'] or '01'}", f"{found['year']}-{last:02}-{found['day'] or '31'}"


def period_end(period: str) -> str:
    """Return when a period ends, to be compared; for a name without a year something behind all years, and its own."""
    span = span_of(period)
    return f"~{period}" if span is None else span[1]


@lru_cache(maxsize=1024)  # few periods, asked for on every page
def period_order(period: str) -> tuple[str, int, str]:
    """Return what orders periods by their ends: 2026-q1, 2026-q2, 2026-h1, then 2026 itself, then 2027.

    Of those that end together the shorter comes first. Names without a year come last, by their letters.
    """
    span = span_of(period)
    if span is None:
        return "~", 0, period
    start, end = span
    inside = period[4:] and span == span_of(period[:4])  # named otherwise: somewhere in the year
    begun = end if inside else start
    return end, -int(begun.replace("-", "")), period


_MONTHS: Final = {1: "month", 3: "quarter", 6: "half"}
