"""Drawings for the cells of a long table, as short as they can be: thousands of them stand on one page.

What is the same in all of them is said once in the style sheet; lengths are percentages of the cell's drawing or, in a
sparkline, pixels. Those that repeat the number beside them are hidden from screen readers.
"""

from collections.abc import Sequence
from html import escape

_WIDTH = 64  # of a sparkline, between the middles of its first and its last dot
_HEIGHT = 18
_EDGE = 3  # room for half a dot


def gauge(value: float) -> str:
    """Draw a bar as long as a number from 0 to 100."""
    return f'<svg class="gauge" aria-hidden="true"><rect width="{value:.3g}%"/></svg>'


def rank_range(low: int, high: int, at: float | None, size: int) -> str:
    """Draw between which ranks of `size` something lies, the first on the left, with a dot at its own rank."""
    start, end = (low - 1) * 100 / size, high * 100 / size
    dot = "" if at is None else f'<circle cx="{(at - 0.5) * 100 / size:.3g}%"/>'
    return f'<svg class="ranks" aria-hidden="true"><rect x="{start:.3g}%" width="{end - start:.3g}%"/>{dot}</svg>'


def sparkline(label: str, values: Sequence[float | None], span: float) -> str:
    """Draw numbers over time as a line about its own middle; a change as large as `span` takes the whole height.

    The line breaks where a number is missing; a number between two gaps is a dot, and so is the last one. The label
    tells all of them.
    """
    known = [each for each in values if each is not None]
    middle = (min(known) + max(known)) / 2 if known else 0.0
    step, scale = _WIDTH / max(1, len(values) - 1), _HEIGHT / (span or 1)
    heights = [None if each is None else _EDGE + _HEIGHT / 2 - (each - middle) * scale for each in values]
    line = "".join(
        f"{'L' if place and heights[place - 1] is not None else 'M'}{_EDGE + place * step:.0f} {y:.0f}"
        + ("h0" if _alone(heights, place) else "")
        for place, y in enumerate(heights)
        if y is not None
    )
    last = heights[-1] if heights else None
    dot = "" if last is None else f'<circle cy="{last:.0f}"/>'
    return f'<svg class="spark" role="img" aria-label="{escape(label)}"><path d="{line}"/>{dot}</svg>'


def _alone(heights: Sequence[float | None], place: int) -> bool:
    """Return whether a number has none on either side; a line of no length is drawn as a dot there."""
    around = (*heights[max(0, place - 1) : place], *heights[place + 1 : place + 2])
    return all(each is None for each in around)
