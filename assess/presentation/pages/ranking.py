"""The ranking: every agency of one questionnaire and period, kind by kind."""

from dataclasses import dataclass

from assess.presentation.pages.parts import Distribution, Figure, Level, Link, PeriodLink


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingRow:
    """One agency in a ranking; without a rank, `rank` is empty and `reason` says why.

    `rank` reads like "3" or "=3", `span` between which ranks it lies, like "2 to 6". `note` tells homonyms apart by
    their parent. `trend` is drawn, `change` reads like "+4.8". `groups` and `parent` are ids that rows are filtered
    by. `declared` and `gap` are as on an agency's page.
    """

    rank: str
    name: str
    href: str
    score: str
    bar: str
    level: Level | None
    coverage: str
    span: str = ""
    range: str = ""
    trend: str = ""
    change: str = ""
    note: str = ""
    reason: str = ""
    declared: str = ""
    gap: str = ""
    groups: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that a table can be narrowed to; `value` stands in the page's address."""

    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a table can be narrowed by: its `name` stands in the page's address, `label` before the choices."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TileMap:
    """Agencies in their places on a grid: the chart, and the levels that its colours stand for."""

    title: str
    chart: str
    levels: tuple[Level, ...]


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
    tiles: TileMap | None = None
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

    `lead` says what the scores go by where that is not what agencies declare. `choices` are what the tables can be
    narrowed by. `since` and `trend` head the columns of the change and of all periods; `numbers` leads to what is to
    be known of the numbers, where the site has it.
    """

    title: str
    crumbs: tuple[Link, ...]
    period: str
    questionnaire: Link
    groups: tuple[RankingGroup, ...]
    lead: str = ""
    choices: tuple[Choices, ...] = ()
    since: str = ""
    trend: str = ""
    numbers: Link | None = None
    views: tuple[PeriodLink, ...] = ()
    periods: tuple[PeriodLink, ...] = ()
    withdrawn: tuple[WithdrawnAgency, ...] = ()
    notes: tuple[str, ...] = ()
