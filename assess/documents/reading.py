"""From a path to a document: bytes of a regular file, text in UTF-8, data."""

import codecs
import errno
import os
import re
import stat
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import yaml

from assess.documents.building import FORBIDDEN, Builder
from assess.documents.document import Document
from assess.documents.refusals import Refusal, code_point, syntax_refusal, unclosed_quote, unreadable
from assess.problems import Problem

RESPONSE_BYTES: Final = 1_000_000
FILE_BYTES: Final = 16_000_000

_Parser = getattr(getattr(yaml, "cyaml", None), "CParser", yaml.SafeLoader)
_BEFORE_VALUES: Final = b" \t\r\n[{,?:-"
_TURNS = re.compile(rb"\xe2(?:\x80[\xa8-\xae]|\x81[\xa6-\xa9])").search
"""Finds a separator of lines or a mark that turns the direction in UTF-8."""
_NO_LINKS: Final = getattr(os, "O_NOFOLLOW", 0)  # not on Windows, where links are looked for before opening
_FLAGS: Final = os.O_RDONLY | _NO_LINKS | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_LINK_ERRORS: Final = (errno.ELOOP, errno.EMLINK, errno.ENXIO)


def read(path: Path, shown_path: str, limit: int = FILE_BYTES) -> Document:
    """Read a YAML file of at most `limit` bytes, called `shown_path` in messages. Never raises for what it holds."""
    try:
        content = _content(path, limit)
        text = _text(content)
    except Refusal as refusal:
        return _refused(shown_path, [refusal.problem(shown_path)])
    # libyaml refuses all forbidden characters but those that begin like this; one byte is found in no time.
    next_line, mark = b"\xc2" in content and b"\xc2\x85" in content, b"\xef" in content and FORBIDDEN(text)
    if next_line or mark or (b"\xe2" in content and _TURNS(content)):
        return _refused(shown_path, [_forbidden(shown_path, text)])
    return _parse(text, content.removeprefix(codecs.BOM_UTF8), shown_path)


def parse(text: str, shown_path: str) -> Document:
    """Parse the text of one YAML file; see `read`."""
    return _parse(text, text.encode(), shown_path)


def _parse(text: str, content: bytes, shown_path: str) -> Document:
    """Parse a file; `content` is its text in UTF-8, which is what libyaml takes."""
    parser = _Parser(content)
    tricky = b"\\" in content or (b"<" in content and b"<<" in content)
    tricky = tricky or _begins_value(content, b"!") or _begins_value(content, b"&")
    watchful = tricky or not unicodedata.is_normalized("NFC", text)
    builder = Builder(parser.get_event, watchful=watchful)
    try:
        data = builder.build()
    except Refusal as refusal:
        builder.problems.extend([refusal] if refusal not in builder.problems else [])
    except yaml.reader.ReaderError:
        return _refused(shown_path, [_forbidden(shown_path, text)])
    except (yaml.YAMLError, ValueError) as error:
        builder.problems.append(_unclosed(content, error) or syntax_refusal(error, text))
    finally:
        parser.dispose()
    if builder.problems:
        return _refused(shown_path, [each.problem(shown_path) for each in builder.problems])
    return Document(path=shown_path, data=data, problems=(), marks=builder.marks)


def _begins_value(content: bytes, sign: bytes) -> bool:
    """Return whether a sign stands where a value may begin, so that it is a tag or an anchor and no part of a word."""
    place = content.find(sign)
    while place > 0 and content[place - 1] not in _BEFORE_VALUES:
        place = content.find(sign, place + 1)
    return place >= 0


def _unclosed(content: bytes, error: Exception) -> Refusal | None:
    """Return where a quotation mark was opened that swallowed lines just before the place of a syntax error, if any.

    libyaml goes on to the next quotation mark and complains behind it, often in another question.
    """
    mark: Any = getattr(error, "problem_mark", None)
    opened: Any = None
    parser = _Parser(content)
    try:
        while (event := parser.get_event()) is not None:
            if event.__class__ is yaml.ScalarEvent and event.style in ("'", '"'):
                start, end = _lines_of(event)
                opened = event if end > start and mark and mark.line - end <= 1 else opened
    except (yaml.YAMLError, ValueError):
        pass
    finally:
        parser.dispose()
    return unclosed_quote(opened.start_mark) if opened is not None else None


def _lines_of(event: Any) -> tuple[int, int]:
    return event.start_mark.line, event.end_mark.line


def _content(path: Path, limit: int) -> bytes:
    """Return the bytes of a regular file that is no larger than `limit`, following no link at its last step."""
    try:
        if not _NO_LINKS and not stat.S_ISREG(os.lstat(path).st_mode):
            raise Refusal("not-a-regular-file")
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) in _LINK_ERRORS:
            raise Refusal("not-a-regular-file") from None
        raise unreadable(error) from None
    try:
        return _bytes_of(descriptor, limit)
    except OSError as error:
        raise unreadable(error) from None
    finally:
        os.close(descriptor)


def _bytes_of(descriptor: int, limit: int) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise Refusal("not-a-regular-file")
    if status.st_size > limit:
        raise Refusal("file-too-large", size=status.st_size, limit=limit)
    content = os.read(descriptor, status.st_size)
    while len(content) < status.st_size and (more := os.read(descriptor, status.st_size - len(content))):
        content += more
    return content


def _text(content: bytes) -> str:
    """Return the text of UTF-8 bytes, with or without a byte order mark."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        refusal = Refusal("not-utf8")
        refusal.line, refusal.column = content[: error.start].count(b"\n") + 1, 1
        raise refusal from None


def _forbidden(path: str, text: str) -> Problem:
    """Return the problem of the first forbidden character in a text, which holds one."""
    found = FORBIDDEN(text)
    start = found.start() if found else 0
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    facts = {"character": code_point(text[start])}
    return Problem(code="forbidden-character", path=path, line=line, column=column, facts=facts)


def _refused(path: str, problems: Sequence[Problem]) -> Document:
    ordered = sorted(problems, key=lambda problem: problem.sort_key)
    return Document(path=path, data=None, problems=tuple(ordered), marks=())
