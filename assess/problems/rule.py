"""One kind of problem as a reader of the manual sees it: its message, what it means, a wrong and a right line."""

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
