"""Interval: one rank among many, and between which ranks it may lie. Small, for a place beside the number."""

from html import escape

from assess.charts.frame import opening

_WIDTH = 200
_SIDE = 14


def interval(*, prefix: str, title: str, description: str, rank: float, low: int, high: int, of: int) -> str:
    """Draw the line of all ranks from 1, a band from `low` to `high`, and a mark at the rank; 1 stands at the left."""
    step = (_WIDTH - 2 * _SIDE) / max(1, of - 1)

    def x(place: float) -> float:
        """Return where a rank stands across, in the units of the drawing; ranks between whole ones may be asked for."""
        return _SIDE + step * (place - 1)

    left, right = x(low) - 4, x(high) + 4
    return (
        f"{opening(prefix, title, description, f'0 0 {_WIDTH} 34', 'interval')}"
        f'<path class="axis" d="M{_SIDE} 9H{_WIDTH - _SIDE}"/>'
        f'<rect class="half" x="{left:.1f}" y="4" width="{right - left:.1f}" height="10" rx="5"/>'
        f'<circle class="dot" cx="{x(rank):.1f}" cy="9" r="5.5"/>'
        f'<text class="label" x="{_SIDE}" y="31" text-anchor="middle">1</text>'
        f'<text class="label" x="{_WIDTH - _SIDE}" y="31" text-anchor="middle">{escape(str(of))}</text></svg>'
    )
