"""Trend: one agency over periods, with the median of its peers. The whole scale is drawn, so slopes can be compared."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from itertools import pairwise

from assess.charts.frame import opening, wrap

_WIDTH = 400
_TOP = 26
_HEIGHT = 150
_SIDE = 28
_FOOT = 22  # room below 0 for the text of a point there

Point = tuple[float, float]


def trend(
    *,
    prefix: str,
    title: str,
    description: str,
    periods: tuple[str, ...],
    values: Sequence[float | None],
    texts: Sequence[str],
    peers: Sequence[float | None],
    peer_texts: Sequence[str],
) -> str:
    """Draw a line over two periods or more, broken where there is no value, and the peers' median as a dashed one."""
    frame, places = _frame(periods)
    box = f"0 0 {_WIDTH} {_TOP + _HEIGHT + _FOOT + 24}"
    own, others = _points(places, values), _points(places, peers)
    parts = [opening(prefix, title, description, box, "trend"), frame]
    parts += [_line(others, "peers open"), _line(own, "own open")]
    parts += [f'<circle class="dot" cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="4.5"/>' for at in own if at]
    for at, other, text, peer_text in zip(own, others, texts, peer_texts, strict=True):
        parts.append(_texts(at, other, text, peer_text))
    parts.append("</svg>")
    return "".join(parts)


@lru_cache(maxsize=64)
def _frame(periods: tuple[str, ...]) -> tuple[str, tuple[float, ...]]:
    """Return grid lines and names of periods, and the places of these."""
    pitch = (_WIDTH - 2 * _SIDE) / max(1, len(periods) - 1)
    places = tuple(_SIDE + pitch * n for n in range(len(periods)))
    parts = [f'<path class="ring" d="M0 {_TOP + _HEIGHT * n / 4:.1f}H{_WIDTH}"/>' for n in range(4)]
    parts.append(f'<path class="axis" d="M0 {_TOP + _HEIGHT}H{_WIDTH}"/>')
    shown = [wrap(each, pitch, 1)[0] for each in periods]
    parts += [
        f'<text class="label" x="{x:.1f}" y="{_TOP + _HEIGHT + _FOOT + 16}" text-anchor="middle">{escape(name)}</text>'
        for x, name in zip(places, shown, strict=True)
    ]
    return "".join(parts), places


def _points(places: Sequence[float], values: Sequence[float | None]) -> list[Point | None]:
    return [
        None if value is None else (x, _TOP + _HEIGHT * (1 - value / 100))
        for x, value in zip(places, values, strict=True)
    ]


def _line(points: Sequence[Point | None], name: str) -> str:
    """Draw lines between neighbours that are both known."""
    drawn = "".join(f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}" for a, b in pairwise(points) if a and b)
    return f'<path class="{name}" d="{drawn}"/>' if drawn else ""


def _texts(own: Point | None, other: Point | None, text: str, peer_text: str) -> str:
    """Write the value above the point and that of the peers below theirs, or the other way round, by who is higher."""
    above = own is None or other is None or own[1] <= other[1]
    drawn = ""
    if own:
        drawn += _text("value", own, text, up=above)
    if other and not (own and abs(own[1] - other[1]) < 1):
        drawn += _text("peer", other, peer_text, up=not above)
    return drawn


def _text(name: str, at: Point, text: str, *, up: bool) -> str:
    y = at[1] - 9 if up else at[1] + 19
    return f'<text class="{name}" x="{at[0]:.1f}" y="{y:.1f}" text-anchor="middle">{escape(text)}</text>'
