"""The heatmap: every agency of one questionnaire and period in every dimension."""

from dataclasses import dataclass

from assess.presentation.pages.parts import LevelBand, Link, PeriodLink
from assess.presentation.pages.ranking import Choices


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatColumn:
    """A dimension: its title, the word for its most points with them (empty on a scale), its name in the address."""

    title: str
    most: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """A score and the step of its level in the colour scale, 1 to 5; 0 where there is no level."""

    text: str
    step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRow:
    """An agency's rank, its score and those by column; `groups` and `parent` are ids that rows are filtered by."""

    name: str
    href: str
    rank: str
    cells: tuple[HeatCell, ...]
    note: str = ""
    groups: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatGroup:
    """The agencies of one group; `medians` are empty where there are too few of them."""

    id: str
    title: str
    caption: str
    columns: tuple[HeatColumn, ...]
    rows: tuple[HeatRow, ...]
    medians: tuple[HeatCell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatmapPage:
    """Agencies by dimensions, group by group; `bands` are what the colours mean, `notes` how to read the table.

    `title` is that of the window; the questionnaire's stands above the page.
    """

    title: str
    crumbs: tuple[Link, ...]
    period: str
    questionnaire: Link
    lead: str
    groups: tuple[HeatGroup, ...]
    choices: tuple[Choices, ...]
    bands: tuple[LevelBand, ...] = ()
    views: tuple[PeriodLink, ...] = ()
    periods: tuple[PeriodLink, ...] = ()
    notes: tuple[str, ...] = ()
