"""Words that have forms of their own for one and for many; imports nothing, as every command needs it to begin."""

from typing import Any


class Plural(str):
    """Words that tell of a number, with a form for one: they are filled in as any others and choose by what they show.

    `by` names the fact that decides, a number or its text: 1, +1 and −1 are one, 1.0 is many. Every other use of the
    words sees the form for many.
    """

    __slots__ = ("by", "one")
    one: str
    by: str

    def __new__(cls, other: str, one: str, by: str = "count") -> "Plural":
        """Return words from both forms."""
        made = super().__new__(cls, other)
        made.one, made.by = one, by
        return made

    def format(self, *_: object, **facts: object) -> str:
        """Return the form that fits, with facts put in."""
        return self.format_map(facts)

    def format_map(self, facts: Any, /) -> str:
        """Return the form that fits, with facts put in."""
        if str(facts[self.by]).lstrip("+−") == "1":
            return self.one.format_map(facts)
        return super().format_map(facts)
