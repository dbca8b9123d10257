"""Spread: one agency on the band that its peers take up, a row for each dimension."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import NamedTuple

from assess.charts.frame import LINE, lettering, opening, wrap

_WIDTH = 400
_LENGTH = 330
_INSET = 8


class Band(NamedTuple):
    """Where peers stand, from 0 to 100: the lowest, the quartiles with the median between them, the highest."""

    low: float
    lower: float
    middle: float
    upper: float
    high: float


def spread(
    *,
    prefix: str,
    title: str,
    description: str,
    labels: tuple[str, ...],
    values: Sequence[float | None],
    texts: Sequence[str],
    bands: tuple[Band | None, ...],
    ends: tuple[str, str],
) -> str:
    """Draw a row under each label: the band of the peers, its middle half thicker, their median, and the agency.

    `ends` are the texts of 0 and 100. A row without a band has the agency alone.
    """
    frame, middles, height = _frame(labels, bands, ends)
    parts = [opening(prefix, title, description, f"0 0 {_WIDTH} {height}", "spread"), frame]
    for value, text, y in zip(values, texts, middles, strict=True):
        if value is not None:
            parts.append(f'<circle class="dot" cx="{_x(value):.1f}" cy="{y}" r="6.5"/>')
        parts.append(f'<text class="value" x="{_WIDTH}" y="{y + 5}" text-anchor="end">{escape(text)}</text>')
    parts.append("</svg>")
    return "".join(parts)


@lru_cache(maxsize=64)
def _frame(
    labels: tuple[str, ...], bands: tuple[Band | None, ...], ends: tuple[str, str]
) -> tuple[str, tuple[int, ...], int]:
    """Return what all agencies of a group share, the middle of each row, and the height of the chart."""
    parts, middles, y = [], [], 14
    for label, band in zip(labels, bands, strict=True):
        lines = wrap(label, _WIDTH)
        parts.append(lettering(label, lines, 0, y, "start"))
        y += (len(lines) - 1) * LINE + 17
        parts.append(f'<path class="axis" d="M{_INSET} {y}H{_INSET + _LENGTH}"/>')
        parts.append("" if band is None else _band(band, y))
        middles.append(y)
        y += 32
    y -= 8
    parts += [
        f'<text class="label" x="{x}" y="{y}" text-anchor="middle">{escape(end)}</text>'
        for x, end in zip((_INSET, _INSET + _LENGTH), ends, strict=True)
    ]
    return "".join(parts), tuple(middles), y + 6


def _band(band: Band, y: int) -> str:
    low, lower, middle, upper, high = map(_x, band)
    return (
        f'<rect class="range" x="{low:.1f}" y="{y - 3}" width="{max(high - low, 1):.1f}" height="6"/>'
        f'<rect class="half" x="{lower:.1f}" y="{y - 7}" width="{max(upper - lower, 1):.1f}" height="14"/>'
        f'<path class="tick" d="M{middle:.1f} {y - 10}v20"/>'
    )


def _x(value: float) -> float:
    return _INSET + value * _LENGTH / 100
