"""How the files look: YAML as a person would write it, a line for each short thing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

WORDS = frozenset(["", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n"])


def document(head: Mapping[str, Any], answers: Mapping[str, Any]) -> str:
    """Return a file of answers: its head, then every answer."""
    lines = [f"{key}: {inline(each)}" for key, each in head.items()]
    return (
        "\n".join([*lines, "answers:", *(line for key, each in answers.items() for line in _lines(key, each))]) + "\n"
    )


def rows(things: Sequence[Mapping[str, Any]]) -> str:
    """Return a list of things, a line for each."""
    return "".join(f"  - {inline(each)}\n" for each in things)


def inline(value: Any) -> str:
    """Return a value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {inline(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return _text(value) if isinstance(value, str) else str(value)


def _text(text: str) -> str:
    """Return a text, in quotes where YAML, or a reader, could take it for something else."""
    plain = re.fullmatch(r"[\w/][^,:\[\]{}#&*!|>\"'%@`]*", text) and not re.fullmatch(r"[\d.eE_-]+|0[xo]\w+", text)
    return text if plain and text.casefold() not in WORDS else f'"{text}"'


def _lines(key: str, entry: Any) -> Iterator[str]:
    """Yield an answer: its value alone on one line, in its long form with a line for each part."""
    long = isinstance(entry, Mapping) and "part" not in entry and "verified" not in entry
    if not long or (len(entry) == 1 and "evidence" not in entry):
        yield f"  {key}: {inline(entry)}"
        return
    yield f"  {key}:"
    for name, value in entry.items():
        if name == "evidence":
            yield "    evidence:"
            yield from (f"      - {inline(each)}" for each in value)
        else:
            yield f"    {name}: {inline(value)}"
