"""The ranking: every agency of one questionnaire and period, kind by kind."""

from dataclasses import dataclass

from assess.presentation.pages.parts import Distribution, Figure, Level, Link, PeriodLink


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingRow:
    """One agency in a ranking; without a rank, `rank` is empty and `reason` says why.

    `rank` reads like "3" or "=3"; `percent` and `coverage_percent` (0–100, None where there is no number) sort
    the columns; `note` tells homonyms apart by their parent; `folded` is the name for the finder. `declared` and `gap`
    are as on an agency's page, each with a number to sort by.
    """

    rank: str
    name: str
    folded: str
    href: str
    score: str
    percent: float | None
    bar: str
    level: Level | None
    coverage: str
    coverage_percent: float | None
    note: str = ""
    reason: str = ""
    declared: str = ""
    declared_percent: float | None = None
    gap: str = ""
    gap_percent: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MediansChart:
    """The group's median in each dimension: a chart and the same numbers as rows."""

    chart: str
    rows: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaiting:
    """Agencies by name that await the same, and what that is."""

    title: str
    note: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingGroup:
    """The agencies of one kind, compared with each other; `id` is unique on the page.

    `awaiting` are those that have submitted and have no score yet, list by list.
    """

    id: str
    title: str
    caption: str
    rows: tuple[RankingRow, ...]
    figures: tuple[Figure, ...] = ()
    distribution: Distribution | None = None
    medians: MediansChart | None = None
    awaiting: tuple[Awaiting, ...] = ()
    not_received: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnAgency:
    """An agency whose result was taken back."""

    name: str
    href: str
    date: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingPage:
    """Every agency of one questionnaire and period, kind by kind; `notes` explain ties and missing ranks.

    `lead` says what the scores go by where that is not what agencies declare.
    """

    title: str
    crumbs: tuple[Link, ...]
    period: str
    questionnaire: Link
    groups: tuple[RankingGroup, ...]
    lead: str = ""
    periods: tuple[PeriodLink, ...] = ()
    withdrawn: tuple[WithdrawnAgency, ...] = ()
    notes: tuple[str, ...] = ()
