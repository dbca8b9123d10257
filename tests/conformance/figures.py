"""Figures: what an index publishes, beside what comes out here."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from assess.model.arithmetic import ONE, ZERO

EXACT: Final = Decimal("1E-9")
"""How far a formula that is given in full may be off: figures are printed with 15 digits or fewer."""

PROPERTY: Final = "official index"
"""Under which name the report of a test keeps its row of the table."""

Value: TypeAlias = Decimal | str | None


class Figure(NamedTuple):
    """One published figure. Numbers may differ by `tolerance`; words, ranks and gaps may not."""

    row: str
    what: str
    published: Value
    computed: Value
    tolerance: Decimal = ZERO

    @property
    def difference(self) -> Decimal:
        """How far two numbers lie apart; 0 where they are words or gaps."""
        if isinstance(self.published, Decimal) and isinstance(self.computed, Decimal):
            return abs(self.published - self.computed)
        return ZERO

    @property
    def agrees(self) -> bool:
        if isinstance(self.published, Decimal) and isinstance(self.computed, Decimal):
            return self.difference <= self.tolerance
        return self.published == self.computed


class Own(NamedTuple):
    """A mismatch that lies in the official data themselves, and who explains it."""

    row: str
    what: str
    published: str
    computed: str


class Index(NamedTuple):
    """An index, how its figures are worked out from the folder of data, and how many there must be in `total`.

    `vi` is its name in Vietnamese.
    `known` are the mismatches of the official data; `explained` says where they come from.
    """

    name: str
    vi: str
    figures: Callable[[Path], Iterable[Figure]]
    total: int
    known: tuple[Own, ...] = ()
    explained: str = ""


class Outcome(NamedTuple):
    """What the comparison of one index came to."""

    of: Index
    rows: int
    figures: int
    largest: Decimal
    mismatches: tuple[Own, ...]


def outcome_of(index: Index, folder: Path) -> Outcome:
    """Compare every figure of an index. The largest difference is that of the figures that agree."""
    rows, count, largest, mismatches = set(), 0, ZERO, []
    for figure in index.figures(folder):
        rows.add(figure.row)
        count += 1
        if figure.agrees:
            largest = max(largest, figure.difference)
        else:
            mismatches.append(Own(figure.row, figure.what, _shown(figure.published), _shown(figure.computed)))
    return Outcome(index, len(rows), count, largest, tuple(mismatches))


def row_of(outcome: Outcome) -> Sequence[str]:
    """Return the cells in which the table tells an outcome."""
    known = set(outcome.mismatches) & set(outcome.of.known)
    return (
        outcome.of.name,
        f"{outcome.rows:,}",
        f"{outcome.figures:,}",
        f"{outcome.largest:.1E}" if outcome.largest else "0",
        f"{len(outcome.mismatches)} ({len(known)} of the official data)",
    )


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of the table: index, rows, figures compared, largest difference, mismatches."""
    head = ("index", "rows", "figures", "largest difference", "mismatches")
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        yield "  ".join(
            cell.rjust(width) if 0 < n < 4 else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()


def page_row(outcome: Outcome, language: str) -> str:
    """Return the line in which the documentation tells an outcome."""
    index, n = outcome.of, len(outcome.mismatches)
    largest = "0"
    if outcome.largest:
        largest = "< 10⁻⁹" if outcome.largest < EXACT else f"{outcome.largest.quantize(_two_digits(outcome.largest)):f}"
    cells: tuple[str, ...] = (f"{outcome.rows:,}", f"{outcome.figures:,}", largest, str(n))
    if language == "vi":
        cells = tuple(cell.translate(_VIETNAMESE) for cell in cells)
    return f"| {index.vi if language == 'vi' else index.name} | {' | '.join(cells)} |"


def half_units(rows: Iterable[Mapping[str, str]], columns: Sequence[str]) -> Mapping[str, Decimal]:
    """Return half a unit of the last decimal that each column is printed with; needless zeros say nothing."""
    every = list(rows)
    return {column: Decimal(5).scaleb(-1 - max(_decimals(row[column]) for row in every)) for column in columns}


def _decimals(text: str) -> int:
    _, _, decimals = text.partition(".")
    return len(decimals.rstrip("0"))


def _two_digits(value: Decimal) -> Decimal:
    """Return the unit of the second digit of a number."""
    return ONE.scaleb(value.adjusted() - 1)


def _shown(value: Value) -> str:
    if isinstance(value, Decimal):
        return f"{value:.12f}".rstrip("0").rstrip(".")
    return "–" if value is None else value


_VIETNAMESE: Final = str.maketrans(",.", ".,")
