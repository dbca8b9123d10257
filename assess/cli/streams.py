"""Where output goes: data on standard output, messages on standard error, in UTF-8 where the terminal can."""

import os
import sys
from typing import TextIO, cast


def usable_streams() -> None:
    """Let no character stop a command: what a terminal cannot show is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = "utf-8" if not stream.isatty() else stream.encoding
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def message(text: str) -> None:
    """Write a message for a person to standard error."""
    print(text, file=sys.stderr)


def coloured(stream: TextIO) -> bool:
    """Return whether colours may be used: on a terminal that wants them (NO_COLOR unset)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def can_write(text: str) -> bool:
    """Return whether standard output's encoding has these characters."""
    try:
        text.encode(cast("str", sys.stdout.encoding) or "ascii")
    except UnicodeEncodeError:
        return False
    return True
