"""Cells: numbers and text as the tables and data of commands have them."""

import unicodedata
from collections.abc import Iterable

from assess.presentation.data.cells import exact, exact_score

__all__ = ["csv_line", "exact", "exact_score", "fitted", "markdown_text", "padded", "width"]


def csv_line(cells: Iterable[str]) -> str:
    """Return cells as a line of CSV; text that a spreadsheet would take for a formula gets an apostrophe."""
    import csv
    import io

    buffer = io.StringIO()
    csv.writer(buffer).writerow([f"'{each}" if each[:1] in "=+@\t\r" and each else each for each in cells])
    return buffer.getvalue().removesuffix("\r\n")


def markdown_text(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return "".join(f"\\{each}" if each in "\\`*_{}[]<>#|!~" else each for each in text)


def fitted(text: str, columns: int) -> str:
    """Return text cut, or filled up with spaces, to so many columns."""
    return padded(text if width(text) <= columns else text[: columns - 1] + "…", columns)


def padded(text: str, columns: int) -> str:
    """Return text filled up with spaces."""
    return text + " " * max(0, columns - width(text))


def width(text: str) -> int:
    """Return how many columns text takes on a terminal: letters count, marks on them do not."""
    return sum(not unicodedata.combining(each) for each in text)
