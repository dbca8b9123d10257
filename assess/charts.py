"""Numbers and labels → accessible SVG.

Every chart is one `<svg role="img">` named by its `<title>` and told in words by its `<desc>`; the ids of the two
begin with a prefix that the caller gives and that is unique on the page. Colours come from the site's style sheet
by class; dashes, marks and text say the same without colour. There are no style attributes, so the charts work
under a strict content security policy. Long labels are wrapped into lines, and what does not fit ends in "…" with
the whole label in a title. Values are floats from 0 to 100, or None where there is no number; the text of a value
is given ready by the caller.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from math import ceil, cos, floor, pi, sin
from typing import NamedTuple

_LINE = 16  # distance between two lines of text, in units of the view box
_MAX_LINES = 3
_NARROW = frozenset("iIíìĩỉịÍÌĨỈỊljtfr.,:;!|'’()[]-–/ ")
_METER = '<svg class="meter{}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
_WIDE = frozenset("mwMW%@&…—")


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
    frame = _radar_frame(labels)
    parts = [_opening(prefix, title, description, frame.box, "radar"), frame.svg]
    if any(peer is not None for peer in peers):
        parts.append(_outline(_points(frame.ends, peers), "peers"))
    points = _points(frame.ends, values)
    parts.append(_outline(points, "own"))
    for point, text, place in zip(points, texts, frame.places, strict=True):
        parts.append(_dot(point))
        parts.append(f'<text class="value" {place}>{escape(text)}</text>')
    parts.append("</svg>")
    return "".join(parts)


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
    frame, tops, height = _bars_frame(labels)
    parts = [_opening(prefix, title, description, f"0 0 {_BARS_WIDTH} {height}", "bars"), frame]
    ticks = tuple(peers) or (None,) * len(labels)
    for value, text, peer, top in zip(values, texts, ticks, tops, strict=True):
        parts.append(_bar(value, peer, top))
        parts.append(f'<text class="value" x="{_BARS_WIDTH}" y="{top + 11}" text-anchor="end">{escape(text)}</text>')
    parts.append("</svg>")
    return "".join(parts)


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
    frame, middles, width, height = _columns_frame(labels)
    parts = [_opening(prefix, title, description, f"0 0 {width} {height}", "columns"), frame]
    most = max(counts, default=0) or 1
    for count, text, step, middle in zip(counts, texts, steps, middles, strict=True):
        tall = _COLUMN_HEIGHT * count / most
        top = _COLUMN_TOP + _COLUMN_HEIGHT - tall
        if count:
            parts.append(f'<rect class="s{step}" x="{middle - 24:.1f}" y="{top:.1f}" width="48" height="{tall:.1f}"/>')
        parts.append(
            f'<text class="value" x="{middle:.1f}" y="{top - 6:.1f}" text-anchor="middle">{escape(text)}</text>'
        )
    parts.append("</svg>")
    return "".join(parts)


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


# --- frame shared by all charts


def _opening(prefix: str, title: str, description: str, box: str, kind: str) -> str:
    """Open a chart with that view box; it is shown a tenth larger where the page has the room."""
    name, wide = escape(prefix), int(box.split()[2]) * 11 // 10
    return (
        f'<svg class="chart {kind}" role="img" aria-labelledby="{name}-t {name}-d"'
        f' width="{wide}" viewBox="{box}">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(description)}</desc>'
    )


def _width(text: str) -> float:
    """Estimate how wide a text is at the font size of the labels, a little on the wide side."""
    return sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> float:
    if letter in _NARROW:
        return 5.0
    if letter in _WIDE:
        return 12.5
    return 9.2 if letter.isupper() else 7.8


def _wrap(text: str, room: float, most: int = _MAX_LINES) -> tuple[str, ...]:
    """Break text into lines that fit into the room, at most so many; where text is left out, "…" stands for it."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if _width(longer) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    shown = [_cut(line, room) for line in lines[:most]]
    if len(lines) > most:
        shown[-1] = _cut(shown[-1].rstrip("…") + "…", room)
    return tuple(shown)


def _cut(line: str, room: float) -> str:
    """Shorten a line to the room, with "…" at the end when letters are lost."""
    if _width(line) <= room:
        return line
    kept = line.rstrip("…")
    while kept and _width(kept + "…") > room:
        kept = kept[:-1].rstrip()
    return kept + "…"


def _label(text: str, lines: tuple[str, ...], x: float, y: float, anchor: str) -> str:
    """Write a label as lines from its first baseline down; the whole text stands in a title when it was cut."""
    whole = f"<title>{escape(text)}</title>" if any(line.endswith("…") for line in lines) else ""
    spans = "".join(
        f'<tspan x="{x:.1f}" y="{y + row * _LINE:.1f}">{escape(line)}</tspan>' for row, line in enumerate(lines)
    )
    return f'<text class="label" text-anchor="{anchor}">{whole}{spans}</text>'


# --- radar: the centre of the rings is the origin

_RADAR_WIDTH = 420
_RADAR_GAP = 14


class _RadarFrame(NamedTuple):
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
def _radar_frame(labels: tuple[str, ...]) -> _RadarFrame:
    radius = 92 if len(labels) <= 10 else 117
    angles = [2 * pi * n / len(labels) for n in range(len(labels))]
    ends = tuple((sin(angle) * radius, -cos(angle) * radius) for angle in angles)
    parts = []
    for share in (0.25, 0.5, 0.75, 1.0):
        ring = " ".join(f"{x * share:.1f},{y * share:.1f}" for x, y in ends)
        parts.append(f'<polygon class="ring" points="{ring}"/>')
    parts.extend(f'<path class="axis" d="M0 0L{x:.1f} {y:.1f}"/>' for x, y in ends)
    named = [
        _axis_label(label, angle, radius + _RADAR_GAP, len(labels)) for label, angle in zip(labels, angles, strict=True)
    ]
    parts.extend(label.svg for label in named)
    top, bottom = min(label.top for label in named), max(label.bottom for label in named)
    box = f"{-_RADAR_WIDTH // 2} {floor(top)} {_RADAR_WIDTH} {ceil(bottom) - floor(top)}"
    return _RadarFrame("".join(parts), box, ends, tuple(label.place for label in named))


def _axis_label(text: str, angle: float, reach: float, axes: int) -> _AxisLabel:
    x, y = sin(angle) * reach, -cos(angle) * reach
    most = _MAX_LINES if axes <= 8 else 2
    if abs(x) < 1:
        anchor = "middle"
        lines = _wrap(text, 250 if axes < 8 else 2 * sin(2 * pi / axes) * reach - 16, most)
        first = y - len(lines) * _LINE + 5 if y < 0 else y + 12
    else:
        anchor = "start" if x > 0 else "end"
        lines = _wrap(text, _RADAR_WIDTH / 2 - abs(x), most)
        first = y + 5 - len(lines) * _LINE * (1 + cos(angle)) / 2
    value = first + len(lines) * _LINE
    place = f'x="{x:.1f}" y="{value:.1f}" text-anchor="{anchor}"'
    return _AxisLabel(_label(text, lines, x, first, anchor), place, first - _LINE, value + 8)


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


# --- bars

_BARS_WIDTH = 380
_BAR_LENGTH = 325


@lru_cache(maxsize=64)
def _bars_frame(labels: tuple[str, ...]) -> tuple[str, tuple[int, ...], int]:
    """Return labels and tracks, the top of each bar, and the height of the chart."""
    parts, tops, y = [], [], 14
    for label in labels:
        lines = _wrap(label, _BARS_WIDTH)
        parts.append(_label(label, lines, 0, y, "start"))
        y += (len(lines) - 1) * _LINE + 8
        parts.append(f'<rect class="track" y="{y}" width="{_BAR_LENGTH}" height="12"/>')
        tops.append(y)
        y += 12 + 26
    return "".join(parts), tuple(tops), y - 20


def _bar(value: float | None, peer: float | None, top: int) -> str:
    if value is None:
        drawn = f'<rect class="gap" x=".5" y="{top + 0.5}" width="{_BAR_LENGTH - 1}" height="11"/>'
    else:
        drawn = f'<rect class="own" y="{top}" width="{value * _BAR_LENGTH / 100:.1f}" height="12"/>'
    if peer is None:
        return drawn
    x = peer * _BAR_LENGTH / 100
    return f'{drawn}<path class="tick" d="M{x:.1f} {top - 4}v20"/>'


# --- columns

_COLUMN_PITCH = 80
_COLUMN_TOP = 22
_COLUMN_HEIGHT = 110


@lru_cache(maxsize=64)
def _columns_frame(labels: tuple[str, ...]) -> tuple[str, tuple[float, ...], int, int]:
    """Return base line and labels, the middle of each column, and the chart's width and height."""
    width = _COLUMN_PITCH * len(labels)
    base = _COLUMN_TOP + _COLUMN_HEIGHT
    middles = tuple(_COLUMN_PITCH * (n + 0.5) for n in range(len(labels)))
    wrapped = [_wrap(label, _COLUMN_PITCH) for label in labels]
    parts = [f'<path class="axis" d="M0 {base}H{width}"/>']
    parts.extend(
        _label(label, lines, middle, base + 18, "middle")
        for label, lines, middle in zip(labels, wrapped, middles, strict=True)
    )
    most = max((len(lines) for lines in wrapped), default=1)
    return "".join(parts), middles, width, base + 18 + most * _LINE - 8
