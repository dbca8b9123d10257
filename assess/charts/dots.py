"""Dots: several groups on one line under each label, each with a shape of its own, their numbers at the end."""

from collections.abc import Sequence
from html import escape
from typing import Final

from assess.charts.frame import LINE, lettering, opening, wrap

_WIDTH = 340
_COLUMN = 42
_EDGE = 6
SHAPES: Final = ("●", "◆", "○", "▲", "□")
"""What stands for the first group, the second … in the chart, as it is written in a key beside it."""


def dots(
    *,
    prefix: str,
    title: str,
    description: str,
    labels: tuple[str, ...],
    values: Sequence[Sequence[float | None]],
    texts: Sequence[Sequence[str]],
) -> str:
    """Draw for each label one line with a mark for each group, and the groups' numbers in columns at its end.

    Empty with more groups than there are shapes: show the table alone.
    """
    groups = max((len(row) for row in values), default=0)
    if not 1 <= groups <= len(SHAPES):
        return ""
    track = _WIDTH - groups * _COLUMN
    heads = [_WIDTH - (groups - n - 0.5) * _COLUMN + 6 for n in range(groups)]
    parts = [_mark(n, x, 10, 5) for n, x in enumerate(heads)] if groups > 1 else []
    y = 34 if groups > 1 else 13
    for label, row, said in zip(labels, values, texts, strict=True):
        lines = wrap(label, _WIDTH)
        parts.append(lettering(label, lines, 0, y, "start"))
        y += (len(lines) - 1) * LINE + 17
        parts.append(f'<path class="ring" d="M0 {y}H{track}"/>')
        places = [None if value is None else _EDGE + value * (track - 2 * _EDGE) / 100 for value in row]
        known = [each for each in places if each is not None]
        if len(known) > 1:
            parts.append(f'<path class="axis" d="M{min(known):.1f} {y}H{max(known):.1f}"/>')
        parts.extend(_mark(n, x, y, 6) for n, x in reversed(list(enumerate(places))) if x is not None)
        parts.extend(
            f'<text class="value" x="{x:.1f}" y="{y + 5}" text-anchor="middle">{escape(text)}</text>'
            for x, text in zip(heads, said, strict=True)
        )
        y += 29
    return "".join([opening(prefix, title, description, f"0 0 {_WIDTH} {max(y - 14, 1)}", "dots"), *parts, "</svg>"])


def _mark(place: int, x: float, y: float, r: float) -> str:
    """Draw the shape of a group around a point."""
    if place in (0, 2):
        return f'<circle class="k{place}" cx="{x:.1f}" cy="{y}" r="{r}"/>'
    if place == 1:
        tall = r + 1
        return f'<path class="k1" d="M{x - tall:.1f} {y}l{tall} {-tall}l{tall} {tall}l{-tall} {tall}z"/>'
    if place == 3:
        return f'<path class="k3" d="M{x - r - 0.5:.1f} {y + r - 0.5:.1f}h{2 * r + 1}l{-r - 0.5} {-2 * r - 0.5}z"/>'
    return f'<rect class="k4" x="{x - r + 0.5:.1f}" y="{y - r + 0.5:.1f}" width="{2 * r - 1}" height="{2 * r - 1}"/>'
