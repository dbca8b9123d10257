"""An agency's page: its result for one questionnaire and period, and what else is known of it."""

from typing import NamedTuple

from assess.presentation.pages.answers import AnswerSection
from assess.presentation.pages.parts import Figure, Level, LevelBand, Link
from assess.presentation.pages.standing import Contrast, RankInterval, Roadmap, Spread, Standouts, Trend


class DimensionRow(NamedTuple):
    """One dimension of an agency's result; `depth` counts from 0, `weight` is relative to its siblings.

    `weight_name` says what `weight` is: a weight, or the most points.

    `declared` is the score of the agency's own answers where the page shows other ones, `gap` how far the score lies
    from it, with its sign.
    """

    number: str
    title: str
    href: str
    depth: int
    score: str
    percent: float | None
    bar: str
    level: Level | None
    coverage: str
    weight: str
    weight_name: str
    peers: str = ""
    declared: str = ""
    gap: str = ""
    meaning: str = ""
    note: str = ""


class GroupingTable(NamedTuple):
    """The same answers read another way, for example by three pillars; `label` is the title without markup."""

    title: str
    label: str
    rows: tuple[DimensionRow, ...]
    note: str = ""


class ChildRow(NamedTuple):
    """An agency that belongs to this one."""

    name: str
    href: str
    score: str
    level: Level | None
    note: str = ""


class OtherResult(NamedTuple):
    """The same agency in another period or questionnaire; `change` reads like "+4,2 so với 2025"."""

    title: str
    href: str
    score: str
    level: Level | None = None
    change: str = ""


class FormerResult(NamedTuple):
    """A published result of an agency that was merged into this one; never put together with others.

    `note` says where its version is not the page's.
    """

    name: str
    period: str
    href: str
    score: str
    rank: str
    level: Level | None = None
    note: str = ""


class Withdrawal(NamedTuple):
    """A result that was published and taken back: when and why."""

    date: str
    reason: str


class Correction(NamedTuple):
    """A published result that was put right: when and why."""

    date: str
    reason: str


class AgencyPage(NamedTuple):
    """One agency's result for one questionnaire and period.

    `title` is the agency's name. `said_in` is the language of the agency's own words when it is not the page's.
    With `withdrawal` set, only the notice is shown. `origin` says what the score goes by where that is not what the
    agency declares; `declared` and `gap` are then the score of its own answers and how far from it the score lies, and
    `finding` tells of the review or the survey, its value in the language `said_in`. `staged_level` is the one reached
    in stages, beside the `level` that is a band. `radar` is empty below three dimensions. `jumps` lead to parts of the
    page. `explain` ends the page: how the score came about, one paragraph each.
    """

    title: str
    kind: str
    crumbs: tuple[Link, ...]
    period: str
    questionnaire: Link
    ranking: Link
    method: Link
    parent: Link | None = None
    successor: Link | None = None
    version: str = ""
    submission: str = ""
    said_in: str = ""
    withdrawal: Withdrawal | None = None
    summary: str = ""
    score: str = ""
    scale: str = ""
    origin: str = ""
    declared: str = ""
    gap: str = ""
    finding: Figure | None = None
    level: Level | None = None
    level_description: str = ""
    staged_level: Level | None = None
    bands: tuple[LevelBand, ...] = ()
    staged: str = ""
    unmet: tuple[str, ...] = ()
    rank: str = ""
    rank_note: str = ""
    interval: RankInterval | None = None
    coverage: str = ""
    coverage_note: str = ""
    no_score: str = ""
    radar: str = ""
    peers: str = ""
    dimensions: tuple[DimensionRow, ...] = ()
    spread: Spread | None = None
    contrast: Contrast | None = None
    standouts: Standouts | None = None
    roadmap: Roadmap | None = None
    groupings: tuple[GroupingTable, ...] = ()
    sections: tuple[AnswerSection, ...] = ()
    sections_note: str = ""
    gap_note: str = ""
    children: tuple[ChildRow, ...] = ()
    trend: Trend | None = None
    periods: tuple[OtherResult, ...] = ()
    former: tuple[FormerResult, ...] = ()
    questionnaires: tuple[OtherResult, ...] = ()
    corrections: tuple[Correction, ...] = ()
    explain: tuple[str, ...] = ()
    jumps: tuple[Link, ...] = ()
    compare: Link | None = None
    place: Link | None = None
    downloads: tuple[Link, ...] = ()
