"""Stacked bars: how each of several groups spreads over the levels."""

from collections.abc import Sequence
from html import escape

from assess.charts.frame import LINE, lettering, opening, wrap

_WIDTH = 340
_TALL = 26
_DIGIT = 9


def stacks(
    *,
    prefix: str,
    title: str,
    description: str,
    labels: tuple[str, ...],
    steps: tuple[int, ...],
    counts: Sequence[Sequence[int]],
) -> str:
    """Draw one bar under each label, cut by how many agencies of that group stand at each level, lowest first.

    All bars are equally long: they compare shares, the numbers in them are counts. `steps` are the levels' places in
    the colour scale, 1 to 5, or 0 for agencies without a level. A number that does not fit its piece is left out.
    """
    parts, y = [], 13
    for label, row in zip(labels, counts, strict=True):
        lines = wrap(label, _WIDTH)
        parts.append(lettering(label, lines, 0, y, "start"))
        y += (len(lines) - 1) * LINE + 7
        parts.extend(_pieces(row, steps, y))
        y += _TALL + 27
    box = f"0 0 {_WIDTH} {max(y - 26, 1)}"
    return "".join([opening(prefix, title, description, box, "stacks"), *parts, "</svg>"])


def _pieces(row: Sequence[int], steps: tuple[int, ...], y: int) -> list[str]:
    total, x, found = sum(row) or 1, 0.0, []
    for count, step in zip(row, steps, strict=True):
        wide = _WIDTH * count / total
        if count:
            found.append(f'<rect class="s{step}" x="{x:.1f}" y="{y}" width="{wide:.1f}" height="{_TALL}"/>')
        if count and wide >= _DIGIT * len(str(count)) + 6:
            place = f'x="{x + wide / 2:.1f}" y="{y + 18}" text-anchor="middle"'
            found.append(f'<text class="on s{step}" {place}>{escape(str(count))}</text>')
        x += wide
    return found
