"""One kind of problem as a reader of the manual sees it: its message, what it means, a wrong and a right line."""

from collections.abc import Mapping
from typing import NamedTuple


class Both(NamedTuple):
    """The same text in Vietnamese and in English."""

    vi: str
    en: str


class Rule(NamedTuple):
    """A rule: `message` is filled with a problem's facts; `meaning` says why the rule exists and what to do."""

    title: Both
    message: Both
    meaning: Both
    wrong: str
    right: str


def gathered(*chapters: Mapping[str, Rule]) -> dict[str, Rule]:
    """Return the rules of all chapters, by code and in order. Raises `ValueError` where two chapters have one code."""
    rules: dict[str, Rule] = {}
    for chapter in chapters:
        if twice := rules.keys() & chapter.keys():
            raise ValueError(f"these codes stand in two chapters: {', '.join(sorted(twice))}")
        rules |= chapter
    return rules
