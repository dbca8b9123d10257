"""Dumbbell: two values of the same thing, a row each: hollow what was first, full what it came to."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from assess.charts.frame import LINE, lettering, opening, wrap

_WIDTH = 400
_LENGTH = 330
_INSET = 8


def dumbbell(
    *,
    prefix: str,
    title: str,
    description: str,
    labels: tuple[str, ...],
    before: Sequence[float | None],
    after: Sequence[float | None],
    texts: Sequence[str],
) -> str:
    """Draw under each label a hollow mark for `before`, a full one for `after`, a line between; its text at the end."""
    frame, middles, height = _frame(labels)
    parts = [opening(prefix, title, description, f"0 0 {_WIDTH} {height}", "dumbbell"), frame]
    for first, second, text, y in zip(before, after, texts, middles, strict=True):
        if first is not None and second is not None:
            parts.append(f'<path class="way" d="M{_x(first):.1f} {y}H{_x(second):.1f}"/>')
        if first is not None:
            parts.append(f'<circle class="before" cx="{_x(first):.1f}" cy="{y}" r="6"/>')
        if second is not None:
            parts.append(f'<circle class="dot" cx="{_x(second):.1f}" cy="{y}" r="6"/>')
        parts.append(f'<text class="value" x="{_WIDTH}" y="{y + 5}" text-anchor="end">{escape(text)}</text>')
    parts.append("</svg>")
    return "".join(parts)


@lru_cache(maxsize=64)
def _frame(labels: tuple[str, ...]) -> tuple[str, tuple[int, ...], int]:
    """Return labels and tracks, the middle of each row, and the height of the chart."""
    parts, middles, y = [], [], 14
    for label in labels:
        lines = wrap(label, _WIDTH)
        parts.append(lettering(label, lines, 0, y, "start"))
        y += (len(lines) - 1) * LINE + 15
        parts.append(f'<path class="axis" d="M{_INSET} {y}H{_INSET + _LENGTH}"/>')
        middles.append(y)
        y += 30
    return "".join(parts), tuple(middles), y - 20


def _x(value: float) -> float:
    return _INSET + value * _LENGTH / 100
