"""The radar: one agency over three or more axes. The centre of the rings is the origin."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from math import ceil, cos, floor, pi, sin
from typing import NamedTuple

from assess.charts.frame import LINE, MAX_LINES, lettering, opening, wrap

_WIDTH = 420
_GAP = 14


def radar(
    *,
    prefix: str,
    title: str,
    description: str,
    labels: tuple[str, ...],
    values: Sequence[float | None],
    texts: Sequence[str],
    peers: Sequence[float | None] = (),
) -> str:
    """Draw one agency over three or more axes, and the median of its peers as a dashed line.

    `texts` are the values as the reader sees them. A value of None leaves a gap in the line and a hollow mark at
    the centre. With fewer than three axes or more than twelve the result is empty: draw bars instead.
    """
    if not 3 <= len(labels) <= 12:
        return ""
    frame = _frame(labels)
    parts = [opening(prefix, title, description, frame.box, "radar"), frame.svg]
    if any(peer is not None for peer in peers):
        parts.append(_outline(_points(frame.ends, peers), "peers"))
    points = _points(frame.ends, values)
    parts.append(_outline(points, "own"))
    for point, text, place in zip(points, texts, frame.places, strict=True):
        parts.append(_dot(point))
        parts.append(f'<text class="value" {place}>{escape(text)}</text>')
    parts.append("</svg>")
    return "".join(parts)


class _Frame(NamedTuple):
    """What does not depend on the values: rings, axes and labels, and where the values go."""

    svg: str
    box: str
    ends: tuple[tuple[float, float], ...]  # end of each axis
    places: tuple[str, ...]  # attributes of each value's text


class _AxisLabel(NamedTuple):
    """The label at the end of an axis, and the attributes of the value's text beneath it."""

    svg: str
    place: str
    top: float
    bottom: float


@lru_cache(maxsize=64)
def _frame(labels: tuple[str, ...]) -> _Frame:
    radius = 92 if len(labels) <= 10 else 117
    angles = [2 * pi * n / len(labels) for n in range(len(labels))]
    ends = tuple((sin(angle) * radius, -cos(angle) * radius) for angle in angles)
    parts = []
    for share in (0.25, 0.5, 0.75, 1.0):
        ring = " ".join(f"{x * share:.1f},{y * share:.1f}" for x, y in ends)
        parts.append(f'<polygon class="ring" points="{ring}"/>')
    parts.extend(f'<path class="axis" d="M0 0L{x:.1f} {y:.1f}"/>' for x, y in ends)
    named = [_axis_label(label, angle, radius + _GAP, len(labels)) for label, angle in zip(labels, angles, strict=True)]
    parts.extend(label.svg for label in named)
    top, bottom = min(label.top for label in named), max(label.bottom for label in named)
    box = f"{-_WIDTH // 2} {floor(top)} {_WIDTH} {ceil(bottom) - floor(top)}"
    return _Frame("".join(parts), box, ends, tuple(label.place for label in named))


def _axis_label(text: str, angle: float, reach: float, axes: int) -> _AxisLabel:
    x, y = sin(angle) * reach, -cos(angle) * reach
    most = MAX_LINES if axes <= 8 else 2
    if abs(x) < 1:
        anchor = "middle"
        lines = wrap(text, 250 if axes < 8 else 2 * sin(2 * pi / axes) * reach - 16, most)
        first = y - len(lines) * LINE + 5 if y < 0 else y + 12
    else:
        anchor = "start" if x > 0 else "end"
        lines = wrap(text, _WIDTH / 2 - abs(x), most)
        first = y + 5 - len(lines) * LINE * (1 + cos(angle)) / 2
    value = first + len(lines) * LINE
    place = f'x="{x:.1f}" y="{value:.1f}" text-anchor="{anchor}"'
    return _AxisLabel(lettering(text, lines, x, first, anchor), place, first - LINE, value + 8)


def _points(ends: Sequence[tuple[float, float]], values: Sequence[float | None]) -> list[tuple[float, float] | None]:
    return [
        None if value is None else (x * value / 100, y * value / 100)
        for value, (x, y) in zip(values, ends, strict=True)
    ]


def _outline(points: Sequence[tuple[float, float] | None], name: str) -> str:
    """Draw a closed line through the points; at a gap the line is broken and nothing is filled."""
    known = [point for point in points if point]
    if len(known) == len(points):
        return f'<path class="{name}" d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in known)}Z"/>'
    lines = [
        f"M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}"
        for start, end in zip([points[-1], *points[:-1]], points, strict=True)
        if start and end
    ]
    return f'<path class="{name} open" d="{"".join(lines)}"/>' if lines else ""


def _dot(point: tuple[float, float] | None) -> str:
    if point is None:
        return '<circle class="gap" r="4"/>'
    return f'<circle class="dot" cx="{point[0]:.1f}" cy="{point[1]:.1f}" r="4"/>'
