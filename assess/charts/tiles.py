"""A tile map: a square for each agency in its place on a grid, coloured by its level, each a way to its result."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from assess.charts.frame import lettering, wrap

_PITCH = 70
_TALL = 74
_GAP = 4
_ROOM = _PITCH - _GAP  # widths are estimated on the wide side
_MANY = 6  # columns that a narrow screen has room for


class Tile(NamedTuple):
    """A tile: its place on the grid, the way it leads (empty for none), its name in short, and what it says in full.

    `mark` is the number of the level, and `step` its place in the colour scale, 1 to 5, or 0 for none.
    """

    column: int
    row: int
    href: str
    name: str
    label: str
    mark: str
    step: int


def tiles(*, prefix: str, title: str, description: str, places: Sequence[Tile]) -> str:
    """Draw tiles where they stand on the grid; rows and columns that nobody stands in before the first are left out.

    It is a group of links and no picture, because what is inside a picture cannot be reached.
    """
    left, top = min(each.column for each in places), min(each.row for each in places)
    columns = max(each.column for each in places) - left + 1
    rows = max(each.row for each in places) - top + 1
    width, height = columns * _PITCH - _GAP, rows * _TALL - _GAP
    name, kind = escape(prefix), "chart tiles many" if columns > _MANY else "chart tiles"
    drawn = (_tile(each, (each.column - left) * _PITCH, (each.row - top) * _TALL) for each in places)
    return (
        f'<svg class="{kind}" role="group" aria-labelledby="{name}-t" aria-describedby="{name}-d"'
        f' width="{width * 11 // 10}" viewBox="-2 -2 {width + 4} {height + 4}">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(description)}</desc>'
        f"{''.join(drawn)}</svg>"
    )


def _tile(tile: Tile, x: int, y: int) -> str:
    wide, tall = _PITCH - _GAP, _TALL - _GAP
    middle = x + wide / 2
    lines = wrap(tile.name, _ROOM)
    inside = (
        f'<rect x="{x}" y="{y}" width="{wide}" height="{tall}"/>'
        f'<text class="value" x="{middle:.0f}" y="{y + 16}" text-anchor="middle">{escape(tile.mark)}</text>'
        + lettering(tile.name, lines, middle, y + 33, "middle")
    )
    label = escape(tile.label)
    if tile.href:
        href = escape(tile.href)
        return f'<a class="s{tile.step}" href="{href}" aria-label="{label}"><title>{label}</title>{inside}</a>'
    return f'<g class="s{tile.step}" role="img" aria-label="{label}"><title>{label}</title>{inside}</g>'
