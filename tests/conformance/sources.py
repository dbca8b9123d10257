"""The data of an index, read as text; and the ids that its rows are given here."""

import csv
import json
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

Row = dict[str, str]
Data = Mapping[str, Any]


def rows_of(path: Path) -> list[Row]:
    """Read a table. What is not there is written as nothing, NA, NaN or Inf: all of them become nothing."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            {key: "" if value in ("NA", "NaN", "Inf", "-Inf") else value for key, value in row.items()}
            for row in csv.DictReader(file)
        ]


def data_of(path: Path) -> Any:
    """Read JSON, its numbers as decimals."""
    return json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal, parse_int=Decimal)


def number(text: str) -> Decimal | None:
    """Return a figure of a table; None where there is none."""
    return Decimal(text) if text else None


def numbers(row: Row, columns: Mapping[str, str]) -> dict[str, Decimal]:
    """Return the answers that a row holds, by question; `columns` names the question of each column."""
    return {question: Decimal(row[column]) for column, question in columns.items() if row[column]}


def id_of(name: str) -> str:
    """Return an agency's id for a name, in small letters, digits and dashes."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("đ", "d")).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")
