"""Bars: one under each label of a chart, or a small one in a table cell."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from assess.charts.frame import LINE, lettering, opening, wrap

_WIDTH = 380
_LENGTH = 325
_METER = '<svg class="meter{}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'


def bars(
    *,
    prefix: str,
    title: str,
    description: str,
    labels: tuple[str, ...],
    values: Sequence[float | None],
    texts: Sequence[str],
    peers: Sequence[float | None] = (),
) -> str:
    """Draw a horizontal bar under each label, its text at the end, and a tick at the median of the peers."""
    frame, tops, height = _frame(labels)
    parts = [opening(prefix, title, description, f"0 0 {_WIDTH} {height}", "bars"), frame]
    ticks = tuple(peers) or (None,) * len(labels)
    for value, text, peer, top in zip(values, texts, ticks, tops, strict=True):
        parts.append(_bar(value, peer, top))
        parts.append(f'<text class="value" x="{_WIDTH}" y="{top + 11}" text-anchor="end">{escape(text)}</text>')
    parts.append("</svg>")
    return "".join(parts)


@lru_cache(maxsize=4096)  # the same in every language
def meter(value: float | None, peer: float | None = None) -> str:
    """Draw a small bar for a table cell, with a tick at the median of the peers.

    It repeats the number printed beside it, so it is hidden from screen readers.
    """
    tick = "" if peer is None else f'<path d="M{peer:.1f} 0V10"/>'
    if value is None:
        return (
            f'<svg class="meter none" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{tick}</svg>'
        )
    return f'{_METER.format("")}<rect width="{value:.1f}" y="2" height="6"/>{tick}</svg>'


@lru_cache(maxsize=64)
def _frame(labels: tuple[str, ...]) -> tuple[str, tuple[int, ...], int]:
    """Return labels and tracks, the top of each bar, and the height of the chart."""
    parts, tops, y = [], [], 14
    for label in labels:
        lines = wrap(label, _WIDTH)
        parts.append(lettering(label, lines, 0, y, "start"))
        y += (len(lines) - 1) * LINE + 8
        parts.append(f'<rect class="track" y="{y}" width="{_LENGTH}" height="12"/>')
        tops.append(y)
        y += 12 + 26
    return "".join(parts), tuple(tops), y - 20


def _bar(value: float | None, peer: float | None, top: int) -> str:
    if value is None:
        drawn = f'<rect class="gap" x=".5" y="{top + 0.5}" width="{_LENGTH - 1}" height="11"/>'
    else:
        drawn = f'<rect class="own" y="{top}" width="{value * _LENGTH / 100:.1f}" height="12"/>'
    if peer is None:
        return drawn
    x = peer * _LENGTH / 100
    return f'{drawn}<path class="tick" d="M{x:.1f} {top - 4}v20"/>'
