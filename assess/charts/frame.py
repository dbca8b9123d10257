"""What all charts share: how one opens, and labels that are wrapped into lines."""

from html import escape

LINE = 16  # distance between two lines of text, in units of the view box
MAX_LINES = 3
_NARROW = frozenset("iIíìĩỉịÍÌĨỈỊljtfr.,:;!|'’()[]-–/ ")
_WIDE = frozenset("mwMW%@&…—")


def opening(prefix: str, title: str, description: str, box: str, kind: str) -> str:
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


def wrap(text: str, room: float, most: int = MAX_LINES) -> tuple[str, ...]:
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


def lettering(text: str, lines: tuple[str, ...], x: float, y: float, anchor: str) -> str:
    """Write a label as lines from its first baseline down; the whole text stands in a title when it was cut."""
    whole = f"<title>{escape(text)}</title>" if any(line.endswith("…") for line in lines) else ""
    spans = "".join(
        f'<tspan x="{x:.1f}" y="{y + row * LINE:.1f}">{escape(line)}</tspan>' for row, line in enumerate(lines)
    )
    return f'<text class="label" text-anchor="{anchor}">{whole}{spans}</text>'
