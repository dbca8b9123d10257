"""A dimension's page: how agencies spread in it, who leads, what they do; and the lists of all parts."""

from dataclasses import dataclass

from assess.presentation.pages.parts import LevelBand, Link, PeriodLink
from assess.presentation.pages.pools import PoolResult, PoolTable


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionPage:
    """A dimension in one questionnaire and period. `kind` is what the page is of: "Thông điệp".

    `levels` say what agencies of each level do in it; `tables` are its dimensions and its questions, pool by pool.
    """

    title: str
    kind: str
    crumbs: tuple[Link, ...]
    period: str
    questionnaire: Link
    views: tuple[PeriodLink, ...]
    lead: str
    periods: tuple[PeriodLink, ...] = ()
    pools: tuple[PoolResult, ...] = ()
    levels: tuple[LevelBand, ...] = ()
    tables: tuple[PoolTable, ...] = ()
    above: Link | None = None
    previous: Link | None = None
    following: Link | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsPage:
    """The list of all dimensions, or of all questions, with the median of each pool."""

    title: str
    kind: str
    crumbs: tuple[Link, ...]
    period: str
    questionnaire: Link
    views: tuple[PeriodLink, ...]
    lead: str
    tables: tuple[PoolTable, ...]
    periods: tuple[PeriodLink, ...] = ()
    notes: tuple[str, ...] = ()
