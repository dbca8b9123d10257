"""A grouping's page: the same results by another reading of the questions."""

from dataclasses import dataclass

from assess.presentation.pages.parts import Figure, Link, PeriodLink
from assess.presentation.pages.pools import Front


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingCell:
    """A score by one value of a grouping; `percent`, None for no score, sorts the column."""

    score: str
    percent: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRow:
    """An agency with its score on the whole, and by each value of a grouping."""

    rank: str
    name: str
    href: str
    score: ReadingCell
    cells: tuple[ReadingCell, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLeaders:
    """Those who lead by one value of a grouping."""

    title: str
    rows: tuple[Front, ...]
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPool:
    """The agencies that are ranked together, by the values of a grouping; `id` is unique on the page."""

    id: str
    title: str
    caption: str
    small: str = ""
    chart: str = ""
    medians: tuple[Figure, ...] = ()
    leaders: tuple[ReadingLeaders, ...] = ()
    rows: tuple[ReadingRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupingPage:
    """The results of one questionnaire and period in another reading; `figures` count the questions of each value."""

    title: str
    kind: str
    crumbs: tuple[Link, ...]
    period: str
    questionnaire: Link
    views: tuple[PeriodLink, ...]
    lead: str
    figures: tuple[Figure, ...]
    heads: tuple[str, ...]
    pools: tuple[ReadingPool, ...]
    periods: tuple[PeriodLink, ...] = ()
    notes: tuple[str, ...] = ()
