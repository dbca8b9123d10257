"""Weights: how much of the whole each part makes up, a strip under each label, cut where its own parts meet."""

from collections.abc import Sequence
from html import escape

from assess.charts.frame import LINE, lettering, opening, wrap

_WIDTH = 400
_LENGTH = 340
_GAP = 3.0  # between the groups of a strip
_HAIR = 0.8  # between the parts of a group


def weights(
    *,
    prefix: str,
    title: str,
    description: str,
    labels: Sequence[str],
    strips: Sequence[Sequence[Sequence[float]]],
    texts: Sequence[str],
) -> str:
    """Draw a strip under each label, as long as the sum of its parts; the longest takes the whole length.

    A strip is a list of groups, and a group a list of parts, each a share of the whole; its text stands at the end.
    """
    most = max((sum(map(sum, strip)) for strip in strips), default=0.0) or 1.0
    parts, y = [], 14
    for label, strip, text in zip(labels, strips, texts, strict=True):
        lines = wrap(label, _WIDTH)
        parts.append(lettering(label, lines, 0, y, "start"))
        y += (len(lines) - 1) * LINE + 8
        end = _strip(parts, strip, y, _LENGTH / most)
        parts.append(f'<text class="value" x="{end + 8:.1f}" y="{y + 13}">{escape(text)}</text>')
        y += 16 + 24
    return "".join([opening(prefix, title, description, f"0 0 {_WIDTH} {y - 18}", "weights"), *parts, "</svg>"])


def _strip(parts: list[str], strip: Sequence[Sequence[float]], top: int, scale: float) -> float:
    """Draw the groups of a strip one after another; return where it ends. What parts them is taken from the drawing."""
    x = 0.0
    for group in strip:
        for n, share in enumerate(group, 1):
            wide = share * scale
            gap = _GAP if n == len(group) and group is not strip[-1] else _HAIR
            parts.append(
                f'<rect class="own" x="{x:.1f}" y="{top}" width="{max(wide - gap, wide / 2):.1f}" height="16"/>'
            )
            x += wide
    return x
