"""Then and now: a ring where each group stood, a disc where it stands, and the way between them."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from assess.charts.frame import LINE, lettering, opening, wrap

_WIDTH = 340
_TRACK = 270
_EDGE = 6


class ThenNow(NamedTuple):
    """Two values from 0 to 100, and how their difference is written."""

    then: float
    now: float
    text: str


def shifts(
    *,
    prefix: str,
    title: str,
    description: str,
    labels: tuple[str, ...],
    rows: Sequence[ThenNow],
    ends: tuple[str, str],
) -> str:
    """Draw then and now on one line under each label, the change at its end; `ends` name the ends of the scale."""
    parts, y = [], 13
    for label, row in zip(labels, rows, strict=True):
        lines = wrap(label, _WIDTH)
        parts.append(lettering(label, lines, 0, y, "start"))
        y += (len(lines) - 1) * LINE + 19
        parts.append(_line(row, y))
        y += 32
    parts.append(_scale(ends, y - 10))
    return "".join([opening(prefix, title, description, f"0 0 {_WIDTH} {y + 4}", "shifts"), *parts, "</svg>"])


def _line(row: ThenNow, y: int) -> str:
    then, now = (_EDGE + each * (_TRACK - 2 * _EDGE) / 100 for each in (row.then, row.now))
    return (
        f'<path class="ring" d="M0 {y}H{_TRACK}"/><path class="way" d="M{then:.1f} {y}H{now:.1f}"/>'
        f'<circle class="then" cx="{then:.1f}" cy="{y}" r="5"/><circle class="dot" cx="{now:.1f}" cy="{y}" r="6"/>'
        f'<text class="value" x="{_WIDTH}" y="{y + 5}" text-anchor="end">{escape(row.text)}</text>'
    )


def _scale(ends: tuple[str, str], y: int) -> str:
    low, high = (escape(each) for each in ends)
    return (
        f'<text class="label" x="0" y="{y + 8}">{low}</text>'
        f'<text class="label" x="{_TRACK}" y="{y + 8}" text-anchor="end">{high}</text>'
    )
