"""The index of the site's search: hand-written pages as MkDocs took them in, generated ones by title and one line.

What stands in it with marks stands in it without them too, unseen, so that "ha noi" finds "Hà Nội".
"""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any, Final

from assess.presentation.search import Entry
from assess.presentation.wording import escaped, folded

INDEX: Final = "search/search_index.json"
_TAG: Final = re.compile(r"(<[^>]*>)")
_WORD: Final = re.compile(r"\w+")


def extend_index(frame: Path, entries: Iterable[Entry]) -> None:
    """Put generated pages into the index of a frame, and add words without marks.

    Beside it comes the same as a script, for a site that is opened from a folder. Nothing is done where the frame has
    no search.
    """
    path = frame / INDEX
    if not path.is_file():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    own = [
        {"location": each.address, "title": escaped(each.title), "text": escaped(each.text)}
        | ({"boost": each.boost} if each.boost != 1 else {})
        for each in entries
    ]
    taken = {each["location"] for each in own}  # a page of results stands before a hand-written one at its address
    kept = [each for each in index["docs"] if each["location"].partition("#")[0] not in taken]
    index["docs"] = [_unmarked(each) for each in [*kept, *own]]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
    path.with_suffix(".js").write_text(f"var __index={text};\n", encoding="utf-8")


def _unmarked(entry: dict[str, Any]) -> dict[str, Any]:
    return entry | {key: with_unmarked(entry[key]) for key in ("title", "text")}


def with_unmarked(html: str) -> str:
    """Return HTML with the words that have marks once more without them, hidden at the end of each outermost element.

    They stay in the element that they are about, because a result shows the elements in which words were found.
    """
    pieces: list[str] = []
    depth, said = 0, ""
    for piece in _TAG.split(html):
        if not piece.startswith("<"):
            said += piece
        elif piece.startswith("</"):
            depth -= 1
            if not depth:
                pieces += _hidden(said)
                said = ""
        elif not piece.endswith("/>"):
            if not depth:
                pieces += _hidden(said)
                said = ""
            depth += 1
        pieces.append(piece)
    return "".join([*pieces, *_hidden(said)])


def _hidden(said: str) -> Iterator[str]:
    """Yield the words of a text that are others without marks, hidden; nothing where there are none."""
    words = dict.fromkeys(_WORD.findall(unescape(said).lower()))
    plain = dict.fromkeys(folded(each) for each in words)
    new = [each for each in plain if each not in words]
    if new:
        yield f"<span hidden> {' '.join(new)}</span>"
