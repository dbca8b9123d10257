"""Where a part stands in the plain data of a result."""

from collections.abc import Iterator

from assess.presentation.explaining.telling import Entry


def places_of(
    entry: Entry, name: str, kind: str, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Entry]]:
    """Yield each place where a part stands: once, or once in each channel that a node above it mixes."""
    for channel in entry.get("channels", ()):
        yield from places_of({**channel, "channels": ()}, name, kind, (*path, channel["channel"]))
    if entry.get("channels"):
        return
    for each in entry.get(kind, ()):
        if each["id"] == name:
            yield path, each
    for each in entry["dimensions"]:
        yield from places_of(each, name, kind, path)
