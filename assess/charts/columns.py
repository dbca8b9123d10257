"""Columns: how many agencies stand at each level."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from assess.charts.frame import LINE, lettering, opening, wrap

_PITCH = 84
_TOP = 22
_HEIGHT = 110


def distribution(
    *,
    prefix: str,
    title: str,
    description: str,
    labels: tuple[str, ...],
    steps: tuple[int, ...],
    counts: Sequence[int],
    texts: Sequence[str],
) -> str:
    """Draw how many agencies stand at each level, as columns from the lowest level to the highest.

    `steps` are the levels' places in the colour scale, 1 to 5, or 0 for agencies without a level.
    """
    frame, middles, width, height = _frame(labels)
    parts = [opening(prefix, title, description, f"0 0 {width} {height}", "columns"), frame]
    most = max(counts, default=0) or 1
    for count, text, step, middle in zip(counts, texts, steps, middles, strict=True):
        tall = _HEIGHT * count / most
        top = _TOP + _HEIGHT - tall
        if count:
            parts.append(f'<rect class="s{step}" x="{middle - 24:.1f}" y="{top:.1f}" width="48" height="{tall:.1f}"/>')
        parts.append(
            f'<text class="value" x="{middle:.1f}" y="{top - 6:.1f}" text-anchor="middle">{escape(text)}</text>'
        )
    parts.append("</svg>")
    return "".join(parts)


@lru_cache(maxsize=64)
def _frame(labels: tuple[str, ...]) -> tuple[str, tuple[float, ...], int, int]:
    """Return base line and labels, the middle of each column, and the chart's width and height."""
    width = _PITCH * len(labels)
    base = _TOP + _HEIGHT
    middles = tuple(_PITCH * (n + 0.5) for n in range(len(labels)))
    wrapped = [wrap(label, _PITCH) for label in labels]
    parts = [f'<path class="axis" d="M0 {base}H{width}"/>']
    parts.extend(
        lettering(label, lines, middle, base + 18, "middle")
        for label, lines, middle in zip(labels, wrapped, middles, strict=True)
    )
    most = max((len(lines) for lines in wrapped), default=1)
    return "".join(parts), middles, width, base + 18 + most * LINE - 8
