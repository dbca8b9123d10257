"""Cells: numbers and text as data have them, the same in every language."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from assess.model import Ratio, Value
from assess.model.arithmetic import written

_QUOTED: Final = re.compile('["\r\n]').search
_FORMULA: Final = frozenset("=+-@\t\r")


def text_cell(text: str | None) -> str:
    """Return free text as a cell; what a spreadsheet would take for a formula begins with an apostrophe."""
    return f"'{text}" if text and text[0] in _FORMULA else text or ""


def number_cell(value: Decimal | None) -> str:
    """Return a number as a cell; empty for none."""
    return "" if value is None else written(value)


def flag_cell(holds: bool) -> str:
    """Return whether something holds as a cell."""
    return "true" if holds else "false"


def value_cell(value: Value | None) -> str:
    """Return an answer as a cell: ids of options apart by semicolons, a ratio as 9/12, every digit of a number."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return flag_cell(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        return ";".join(value)
    return f"{value.part:f}/{value.of:f}" if isinstance(value, Ratio) else text_cell(value)


def csv_row(cells: Sequence[str]) -> str:
    """Return cells as a line of CSV, as RFC 4180 has it, with its end."""
    line = ",".join(cells)
    if line.count(",") >= len(cells) or _QUOTED(line):
        line = ",".join([_quoted(each) if "," in each or _QUOTED(each) else each for each in cells])
    return line + "\r\n"


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'
