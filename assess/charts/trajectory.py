"""A way over periods: what was reached, as discs on a line, and what is to be reached, as diamonds on a dashed one."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from assess.charts.frame import opening

_WIDTH = 340
_LEFT, _RIGHT = 26, 314
_TOP, _BOTTOM = 26, 150
_LETTER = 8.2
_TALL = 15


class Mark(NamedTuple):
    """A value, its text, whether a line leads to it from the mark before it, and whether it is where it all began."""

    value: float
    text: str
    joined: bool = True
    start: bool = False


class _Label(NamedTuple):
    x: float
    y: float
    text: str
    kind: str


def trajectory(
    *,
    prefix: str,
    title: str,
    description: str,
    periods: Sequence[str],
    places: Sequence[float],
    reached: Sequence[Mark | None],
    goals: Sequence[Mark | None],
) -> str:
    """Draw what was reached in each period beside what is to be; `places` are the periods' places from 0 to 1.

    The line of the goals sets out from where it began, that of a single goal from the first thing reached. A text that
    would stand over another is left out: the table has it.
    """
    xs = [_LEFT + place * (_RIGHT - _LEFT) for place in places]
    known = [each.value for each in (*reached, *goals) if each is not None]
    low, high = min(known), max(known)

    def y_of(value: float) -> float:
        """Return how far down a value stands, in the units of the drawing; halfway where all values are the same."""
        return (_TOP + _BOTTOM) / 2 if high == low else _BOTTOM - (value - low) * (_BOTTOM - _TOP) / (high - low)

    actual = [(x, y_of(mark.value), mark) for x, mark in zip(xs, reached, strict=True) if mark is not None]
    aim = [(x, y_of(mark.value), mark) for x, mark in zip(xs, goals, strict=True) if mark is not None]
    start = [each for each in actual if each[2].start or len(aim) == 1][:1]
    labels = _apart([*_values(actual, aim), *_axis(periods, xs)])
    parts = [
        opening(prefix, title, description, f"0 0 {_WIDTH} {_BOTTOM + 50}", "trajectory"),
        f'<path class="axis" d="M0 {_BOTTOM + 30}H{_WIDTH}"/>',
        _line([*start, *(each for each in aim if not start or each[0] > start[0][0])], "aim"),
        _line(actual, "line"),
        *_marks(actual, aim),
        *(
            f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="middle">{escape(text)}</text>'
            for x, y, text, kind in labels
        ),
    ]
    return "".join([*parts, "</svg>"])


def _line(points: Sequence[tuple[float, float, Mark]], name: str) -> str:
    """Draw a line through points, broken before those that are not joined to the one before."""
    if len(points) < 2:
        return ""
    steps = (
        f"{'L' if n and (mark.joined or name == 'aim') else 'M'}{x:.1f} {y:.1f}"
        for n, (x, y, mark) in enumerate(points)
    )
    return f'<path class="{name}" d="{"".join(steps)}"/>'


def _marks(actual: Sequence[tuple[float, float, Mark]], aim: Sequence[tuple[float, float, Mark]]) -> Iterator[str]:
    """Yield a diamond for each goal, and over them a disc for each thing reached."""
    for x, y, _ in aim:
        yield f'<path class="goal" d="M{x - 6:.1f} {y:.1f}l6 -6l6 6l-6 6z"/>'
    for x, y, mark in actual:
        yield f'<circle class="{"then" if mark.start else "dot"}" cx="{x:.1f}" cy="{y:.1f}" r="5"/>'


def _values(actual: Sequence[tuple[float, float, Mark]], aim: Sequence[tuple[float, float, Mark]]) -> Iterator[_Label]:
    """Yield the texts of the values, the last ones first; of two in a period, each on its outer side."""
    goals = {x: y for x, y, _ in aim}
    before = {x: y for (x, _, _), (_, y, _) in zip(actual[1:], actual[:-1], strict=True)}
    found = {x: y for x, y, _ in actual}
    for n, (x, y, mark) in enumerate(reversed(actual)):
        below = y > goals[x] if x in goals else y > before.get(x, y)
        yield _Label(x, y + 20 if below else y - 11, mark.text, "value")
        if n:
            continue
        for goal_x, goal_y, goal in reversed(aim):
            under = goal_x not in found or goal_y >= found[goal_x]
            yield _Label(goal_x, goal_y + 20 if under else goal_y - 11, goal.text, "label")
    if not actual:
        yield from (_Label(x, y + 20, mark.text, "label") for x, y, mark in reversed(aim))


def _axis(periods: Sequence[str], xs: Sequence[float]) -> Iterator[_Label]:
    """Yield the names of the periods, the last and the first before those between."""
    order = sorted(range(len(xs)), key=lambda n: (n != len(xs) - 1, n))
    yield from (_Label(xs[n], _BOTTOM + 46, periods[n], "label") for n in order)


def _apart(labels: Sequence[_Label]) -> list[_Label]:
    """Return labels of which none stands over one before it, moved inside the chart where they would stick out."""
    kept: list[_Label] = []
    for each in labels:
        half = len(each.text) * _LETTER / 2
        inside = each._replace(x=min(max(each.x, half), _WIDTH - half))
        if all(
            abs(inside.x - other.x) > half + len(other.text) * _LETTER / 2 or abs(inside.y - other.y) > _TALL
            for other in kept
        ):
            kept.append(inside)
    return kept
