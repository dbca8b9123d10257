"""A stub is a page of the frame with slots; cut once at its slots, it becomes any number of pages by joining."""

import re
from dataclasses import dataclass
from html import escape
from typing import Final

SLOTS: Final = ("title", "description", "address", "canonical", "body")
_SLOT = re.compile(r"\[\[assess:(" + "|".join(SLOTS) + r")\]\]")


class StubError(Exception):
    """The frame did not give a stub that can be filled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stub:
    """A cut page: constant bytes and the names of slots, in turn.

    `canonical` is the address that a page with the same content is to be found under; "" where that is its own.
    """

    constants: tuple[bytes, ...]
    slots: tuple[str, ...]
    canonical: str = ""

    def fill(self, *, title: str, description: str, address: str, body: str) -> bytes:
        """Return the page. Title, description and address are escaped here; the body is HTML."""
        values = {
            "title": escape(title).encode(),
            "description": escape(description).encode(),
            "address": escape(address).encode(),
            "canonical": escape(self.canonical or address).encode(),
            "body": body.encode(),
        }
        parts = [self.constants[0]]
        for slot, constant in zip(self.slots, self.constants[1:], strict=True):
            parts.append(values[slot])
            parts.append(constant)
        return b"".join(parts)


def cut(text: str, name: str) -> Stub:
    """Cut the text of a stub page at its slots.

    Raises:
        StubError: there is not exactly one body, or no title.
    """
    pieces = _SLOT.split(text)
    slots = tuple(pieces[1::2])
    if slots.count("body") != 1 or "title" not in slots:
        raise StubError(f"{name}: slots found: {', '.join(slots) or '-'}")
    return Stub(constants=tuple(each.encode() for each in pieces[::2]), slots=slots)
