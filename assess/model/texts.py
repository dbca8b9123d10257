"""Text: words for people, in the language they are written in; and how plain data are taken from a checked file."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from assess.model.arithmetic import compared

Data = Mapping[str, Any]


class Text(NamedTuple):
    """Words for people, and the language they are written in."""

    text: str
    language: str


def text_of(data: Data, key: str, language: str) -> Text | None:
    """Return the words under a key, or None where there are none."""
    return Text(data[key], language) if key in data else None


def decimal_of(data: Data, key: str) -> Decimal | None:
    """Return the number under a key, or None where there is none."""
    return Decimal(data[key]) if key in data else None


def bound_of(data: Data, key: str) -> Decimal | None:
    """Return the number under a key as values are compared with it, or None where there is none."""
    return compared(Decimal(data[key])) if key in data else None
