"""Parts that several pages share: links, figures, levels, and how a group spreads over them."""

from typing import NamedTuple


class Link(NamedTuple):
    """Words that lead somewhere; with an empty `href` they are shown as plain text."""

    text: str
    href: str


class PeriodLink(NamedTuple):
    """One period among several; `current` marks the page that is open."""

    text: str
    href: str
    current: bool = False


class Figure(NamedTuple):
    """A number worth reading with its name, such as "Trung vị" and "58,3"; `note` says what it is of."""

    name: str
    value: str
    note: str = ""


class Level(NamedTuple):
    """A maturity level as a mark: its number and title, and its `step` from 1 to 5 in the colour scale.

    The number is its `id`; empty where that is a word. `mark` is its markup, drawn once: a page holds a dozen.
    """

    step: int
    id: str
    title: str
    mark: str = ""


class LevelBand(NamedTuple):
    """One band of the scale of levels: where it begins and ends, in words, and whether it is the one reached.

    `requires` says, one by one, what it takes to reach it in stages.
    """

    level: Level
    bounds: str
    description: str = ""
    requires: tuple[str, ...] = ()
    current: bool = False


class LevelCount(NamedTuple):
    """How many agencies stand at a level (`level` is None for those without one), and their share in words."""

    level: Level | None
    agencies: str
    share: str = ""


class Distribution(NamedTuple):
    """How a group spreads over the levels: a chart and the same numbers as rows."""

    chart: str
    rows: tuple[LevelCount, ...]
