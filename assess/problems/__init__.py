"""What can be wrong, and where: one problem is a code, a place and the facts of the case."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

PATH_LENGTH = 200
FACT_LENGTH = 80
LISTED_LENGTH = 20
MANY_WORDS = 500
_ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-"
WARNINGS = frozenset(
    {
        "answer-not-counted",
        "level-outside-scale",
        "no-translation",
        "not-frozen",
        "plain-http",
        "translation-missing",
        "unused-key",
    }
)
"""Codes of problems that do not refuse their file and leave the exit code at 0."""


class Problem(NamedTuple):
    """One thing wrong, with its place.

    `line` and `column` count from 1 and in characters; 0 stands for the file as a whole. `facts` fill the message of
    `code` in the catalogue (`assess.problems.catalogue`); they are short, and no character in them can steer a
    terminal.
    """

    code: str
    path: str
    line: int = 0
    column: int = 0
    facts: Mapping[str, str] = MappingProxyType({})

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Order inside one file: by place, then by code."""
        return (self.line, self.column, self.code)

    @property
    def refuses(self) -> bool:
        """Whether the file cannot be used; otherwise the problem only warns."""
        return self.code not in WARNINGS


def shown(value: object, length: int = FACT_LENGTH) -> str:
    """Return a value from a file as it may stand in a message: one line, shortened, without control characters."""
    text = value if isinstance(value, str) else _plain(value)
    text = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text[: length + 1])
    return text if len(text) <= length else text[: length - 1] + "…"


def near(word: str, allowed: Collection[str]) -> str:
    """Return the allowed word that is closest to `word`, or "" when none is close: the "did you mean" of a message.

    Among many words only those are looked for that differ in one letter, so that thousands of misspelt ids of a large
    register cost no more than the rest of the check.
    """
    word = word[:FACT_LENGTH].casefold()
    if len(allowed) > MANY_WORDS:
        return next((each for each in _variants(word) if each in allowed), "")
    from difflib import get_close_matches  # loaded for a refused file only

    words = {each.casefold(): each for each in allowed}
    found = get_close_matches(word, words, n=1, cutoff=0.6)
    return words[found[0]] if found else ""


def listed(words: Iterable[object], most: int = 8) -> str:
    """Return allowed words as a list in one line, at most `most` of them."""
    every = [shown(each, 40) for each in words]
    return ", ".join(every[:most]) + (", …" if len(every) > most else "")


def hint(word: str, allowed: Collection[str]) -> dict[str, str]:
    """Return the facts of a near miss: the word that was meant, or all that would be right."""
    closest = near(word, allowed)
    return {"near": closest, "allowed": "" if closest else listed(allowed)}


def _plain(value: object) -> str:
    constants = {True: "true", False: "false", None: "null"}
    if value is None or isinstance(value, bool):
        return constants[value]
    if isinstance(value, dict):
        return "{" + ", ".join(str(key) for key in list(value)[:4]) + "}"
    if isinstance(value, list):
        return (
            "[" + ", ".join(shown(each, LISTED_LENGTH) for each in value[:4]) + (", …" if len(value) > 4 else "") + "]"
        )
    return str(value)


def _variants(word: str) -> Iterator[str]:
    """Yield every word that differs from `word` in one letter: left out, put in, changed, or two letters swapped."""
    for n in range(len(word) + 1):
        yield word[:n] + word[n + 1 :]
        yield word[:n] + word[n + 1 : n + 2] + word[n : n + 1] + word[n + 2 :]
        for letter in _ID_LETTERS:
            yield word[:n] + letter + word[n + 1 :]
            yield word[:n] + letter + word[n:]
