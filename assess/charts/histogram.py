"""A histogram: how many agencies lie in each tenth of a scale, where the median is, and the half in the middle."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from assess.charts.frame import opening

_WIDTH = 380
_LEFT = 5
_PITCH = 37
_TOP = 38
_HEIGHT = 84
_BASE = _TOP + _HEIGHT
_NEAR = 12  # how far a count is kept from the line of the median
_LONG = 100  # a count of three figures has no room beside the line
_ROOM = 90  # half of what the words at the median may take


def histogram(
    *,
    prefix: str,
    title: str,
    description: str,
    counts: Sequence[int],
    ends: tuple[str, str, str],
    median: float,
    median_text: str,
    middle: tuple[float, float],
) -> str:
    """Draw counts as ten columns over a scale whose start, middle and end are the `ends`.

    `median` and `middle`, between which half of all lie, run from 0 to 100; the words at the median are `median_text`.
    """
    parts = [opening(prefix, title, description, f"0 0 {_WIDTH} {_BASE + 34}", "histogram"), _frame(ends)]
    most = max(counts, default=0) or 1
    columns = [(place, count, _BASE - _HEIGHT * count / most) for place, count in enumerate(counts) if count]
    parts += [_column(place, top) for place, _, top in columns]
    low, high = (_at(each) for each in middle)
    parts.append(f'<rect class="half" x="{low:.1f}" y="{_BASE + 3}" width="{max(high - low, 2):.1f}" height="6"/>')
    line = _at(median)
    parts.append(_median(line, median_text))
    parts += [_count(place, top, count, line) for place, count, top in columns]  # beside or over the median's line
    parts.append("</svg>")
    return "".join(parts)


def _column(place: int, top: float) -> str:
    x = _LEFT + place * _PITCH + 2
    return f'<rect class="own" x="{x}" y="{top:.1f}" width="{_PITCH - 4}" height="{_BASE - top:.1f}"/>'


def _count(place: int, top: float, count: int, line: float) -> str:
    """Write a count over its column, or on that side of the median's line where most of the column is."""
    x, anchor = _LEFT + (place + 0.5) * _PITCH, "middle"
    if abs(x - line) < _NEAR and count < _LONG:
        x, anchor = (line - 5, "end") if x <= line else (line + 5, "start")
    return f'<text class="value" x="{x:.1f}" y="{top - 5:.1f}" text-anchor="{anchor}">{count}</text>'


def _at(value: float) -> float:
    """Return where a value from 0 to 100 lies."""
    return _LEFT + value / 100 * _PITCH * 10


def _median(x: float, text: str) -> str:
    anchor = "start" if x < _ROOM else "end" if x > _WIDTH - _ROOM else "middle"
    return (
        f'<path class="tick" d="M{x:.1f} 19V{_BASE + 9}"/>'
        f'<text class="label" x="{x:.1f}" y="13" text-anchor="{anchor}">{escape(text)}</text>'
    )


@lru_cache(maxsize=64)
def _frame(ends: tuple[str, str, str]) -> str:
    """Return the base line and what stands at its start, middle and end."""
    parts = [f'<path class="axis" d="M{_LEFT} {_BASE}H{_LEFT + 10 * _PITCH}"/>']
    for share, anchor, text in zip((0, 50, 100), ("start", "middle", "end"), ends, strict=True):
        parts.append(
            f'<text class="label" x="{_at(share):.1f}" y="{_BASE + 26}" text-anchor="{anchor}">{escape(text)}</text>'
        )
    return "".join(parts)
