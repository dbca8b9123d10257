"""What `assess score` says of assessments, and how it is written."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from assess.cli.scores.files import as_csv, as_json, as_markdown
from assess.cli.scores.table import table
from assess.cli.scores.telling import Named, levels_told, origin_text

__all__ = ["WRITERS", "Named", "levels_told", "origin_text"]

WRITERS: Final[Mapping[str, Callable[[Named, str], Iterator[str]]]] = {
    "table": table,
    "json": as_json,
    "csv": as_csv,
    "markdown": as_markdown,
}
