"""Places: every agency's rank, from the first to the last, between the ranks that it may have."""

from collections.abc import Sequence

from assess.charts.frame import opening

_SIZE = 360
_LEFT = 44
_TOP = 12


def places(
    *,
    prefix: str,
    title: str,
    description: str,
    intervals: Sequence[tuple[float, int, int]],
    across: str,
    down: str,
) -> str:
    """Draw a line from the best to the worst rank of each agency, and a dot at its own; the best stand at the left.

    `intervals` are (rank, low, high), best first; more than a few hundred lie on each other. `across` and `down` name
    the two directions.
    """
    count = len(intervals)
    last = max(high for _, _, high in intervals)
    parts = [opening(prefix, title, description, f"0 0 {_LEFT + _SIZE + 12} {_TOP + _SIZE + 44}", "places")]
    for mark in _marks(last):
        y = _down(mark, last)
        parts.append(f'<path class="ring" d="M{_LEFT} {y:.1f}h{_SIZE}"/>')
        parts.append(f'<text class="label" x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{mark}</text>')
    for place, (rank, low, high) in enumerate(intervals):
        x = _LEFT + _SIZE * (place + 0.5) / count
        parts.append(f'<path class="span" d="M{x:.1f} {_down(low, last) - 1:.1f}V{_down(high, last) + 1:.1f}"/>')
        parts.append(f'<circle class="dot" cx="{x:.1f}" cy="{_down(rank, last):.1f}" r="{3.5 if count <= 60 else 2}"/>')
    base = _TOP + _SIZE + 20
    parts.append(f'<text class="label" x="{_LEFT}" y="{base}">{across}</text>')
    parts.append(f'<text class="label" x="{_LEFT}" y="{base + 18}">{down}</text></svg>')
    return "".join(parts)


def _down(rank: float, last: int) -> float:
    return _TOP + _SIZE * (rank - 0.5) / last


def _marks(last: int) -> list[int]:
    """Return some ranks to write at the side: the first, the last, and round ones between."""
    step = next(each for each in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000) if last <= each * 6)
    between = [each for each in range(step, last, step) if each > 1 and last - each >= step / 2]
    return sorted({1, last, *between})
