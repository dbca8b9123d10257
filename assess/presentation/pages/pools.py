"""What dimension, question and grouping pages share: the results of a pool, and tables with a column for each pool."""

from dataclasses import dataclass

from assess.presentation.pages.parts import Distribution, Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """How a pool spreads over a scale: a chart and the same numbers as rows, each a `Figure` with its share as note."""

    caption: str
    chart: str
    head: str
    rows: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """One at the head of a pool: its place such as "=2", its score; `note` tells homonyms apart by their parent."""

    rank: str
    name: str
    href: str
    score: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeRow:
    """A question in which those who lead stand above the rest: the step in words, and the share of either with a bar.

    `told` says it as a sentence.
    """

    number: str
    title: str
    href: str
    step: str
    told: str
    leading: str
    leading_bar: str
    rest: str
    rest_bar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolResult:
    """What a pool comes to in a part; where it is too small to be told of, `small` says so, and nothing else is there.

    `id` is unique on the page. `practice_lead` says who leads and who the rest are; `more` counts leaders not shown.
    """

    id: str
    title: str
    small: str = ""
    figures: tuple[Figure, ...] = ()
    histogram: Histogram | None = None
    levels: Distribution | None = None
    leaders_title: str = ""
    leaders: tuple[Front, ...] = ()
    more: str = ""
    practice_lead: str = ""
    practices: tuple[PracticeRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolCell:
    """What one pool comes to in one row: a value with its bar, and what it is of."""

    text: str
    bar: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolRow:
    """A dimension, a question or an answer; a cell for each pool. `depth` counts from 0; `note` stands below it."""

    number: str
    title: str
    href: str
    cells: tuple[PoolCell, ...]
    depth: int = 0
    note: str = ""
    fact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolTable:
    """Rows with a column for each pool, named by `heads`; `fact_head` heads what each row says of itself, if anything.

    `anchor` is unique on the page. `number`, `path` and `href` are those of the dimension that the rows are in.
    """

    anchor: str
    title: str
    caption: str
    row_head: str
    heads: tuple[str, ...]
    rows: tuple[PoolRow, ...]
    fact_head: str = ""
    number: str = ""
    path: str = ""
    href: str = ""
    hint: str = ""
