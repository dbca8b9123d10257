"""A whole group at a glance: its spread over the levels, its medians, how these moved, and who moved most."""

from dataclasses import dataclass

from assess.presentation.pages.parts import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRow:
    """One row of the table behind a chart: its name, and a cell for each column."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """A chart with a heading that says what it shows, and its table: `head` names the rows, `columns` the cells.

    `signs` are the shapes that stand for the columns in the chart, `levels` the colours of its pieces; `told` is what
    else a reader needs to know of it. `chart` is empty where there is more to show than a chart can hold.
    """

    heading: str
    chart: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[NamedRow, ...]
    signs: tuple[tuple[str, str], ...] = ()
    levels: tuple[Level | None, ...] = ()
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mover:
    """An agency that moved, with its score now; `note` says its kind."""

    name: str
    href: str
    note: str
    score: str
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoverList:
    """Who moved most in one direction; `more` counts those with the same change as the last of them."""

    title: str
    rows: tuple[Mover, ...]
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Movers:
    """Who moved most since the earlier period, up and down, and what all did in one sentence."""

    heading: str
    told: str
    lists: tuple[MoverList, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything about a group at a glance; None is left out, and `notes` say why."""

    spread: Glance | None = None
    dimensions: Glance | None = None
    shift: Glance | None = None
    movers: Movers | None = None
    notes: tuple[str, ...] = ()
