"""The gate for YAML: a file's bytes become plain data, with the line and column of every key and value kept beside it.

Data are built straight from libyaml's events, so nothing of YAML gets in that we do not let in: maps, lists, text,
decimal numbers, `true`, `false` and null. What stands in the way is collected as problems with a place.
"""

import codecs
import errno
import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, NoReturn, TypeAlias

import yaml

from assess.problems import FACT_LENGTH, Problem, shown

RESPONSE_BYTES: Final = 1_000_000
FILE_BYTES: Final = 16_000_000
DEPTH: Final = 20
KEYS: Final = 10_000
DIGITS: Final = 40
MOST_PROBLEMS: Final = 100

At: TypeAlias = tuple[str | int, ...]
"""The way to a value inside a document: keys and list positions, from the root."""

_HOSTILE: Final = {"value", "name", "id", "question"}
_CONSTANTS: Final = {"true": True, "false": False, "null": None, "~": None, "": None}
_KNOWN: Final = _CONSTANTS | {str(n): n for n in range(1000)}
_TELLING: Final = frozenset({"", *(word[:1] for word in _KNOWN), "-"})
"""How a scalar begins that may be something else than text."""
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?").fullmatch
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]").search
_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Scalar, _MapStart, _ListStart = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
_Alias, _StreamEnd = yaml.AliasEvent, yaml.StreamEndEvent
_MapEnd, _ListEnd = yaml.MappingEndEvent, yaml.SequenceEndEvent
_NO_LINKS: Final = getattr(os, "O_NOFOLLOW", 0)  # not on Windows, where links are looked for before opening
_FLAGS: Final = os.O_RDONLY | _NO_LINKS | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_LINK_ERRORS: Final = (errno.ELOOP, errno.EMLINK, errno.ENXIO)
_TRICKS: Final = ("yaml-tag", "yaml-anchor", "merge-key")


class Document:
    """A file as read: its plain data, and where each part stands.

    `data` is None when the gate refused the file; `problems` then says why. Text in `data` is NFC; whole numbers are
    `int`, other numbers exact `Decimal`.
    """

    __slots__ = ("_marks", "_places", "data", "path", "problems")

    def __init__(self, path: str, data: Any, problems: tuple[Problem, ...], marks: Sequence[Any]) -> None:
        self.path = path
        self.data = data
        self.problems = problems
        self._marks = marks
        self._places: dict[tuple[At, bool], tuple[int, int]] | None = None

    def problem(self, code: str, at: At, **facts: object) -> Problem:
        """Return a problem at a value of this document, or at its nearest parent where it is not there."""
        return self._located(code, self.place(at), facts)

    def key_problem(self, code: str, at: At, **facts: object) -> Problem:
        """Return a problem at the key of a value."""
        return self._located(code, self.place(at, key=True), facts)

    def place(self, at: At, *, key: bool = False) -> tuple[int, int]:
        """Return line and column, from 1, of the value at `at` (of its key when `key`)."""
        if self._places is None:
            self._places = dict(_index(self.data, iter(self._marks), ()))
        while at and (at, key) not in self._places:
            key, at = (True, at[:-1]) if (at[:-1], True) in self._places else (False, at[:-1])
        return self._places.get((at, key), (1, 1))

    def _located(self, code: str, place: tuple[int, int], facts: Mapping[str, object]) -> Problem:
        words = {
            name: shown(value, FACT_LENGTH if name in _HOSTILE else 4 * FACT_LENGTH) for name, value in facts.items()
        }
        return Problem(code=code, path=self.path, line=place[0], column=place[1], facts=words)


def read(path: Path, shown_path: str, limit: int = FILE_BYTES) -> Document:
    """Read a YAML file of at most `limit` bytes, called `shown_path` in messages. Never raises for what it holds."""
    try:
        content = _content(path, limit)
        text = _text(content)
    except _Refusal as refusal:
        return _refused(shown_path, [refusal.problem(shown_path)])
    # libyaml refuses most of them; how the UTF-8 of the rest begins is rare, and found in no time.
    if (b"\xe2" in content or b"\xc2" in content or b"\xef" in content) and _FORBIDDEN(text):
        return _refused(shown_path, [_forbidden(shown_path, text)])
    return _parse(text, content.removeprefix(codecs.BOM_UTF8), shown_path)


def parse(text: str, shown_path: str) -> Document:
    """Parse the text of one YAML file; see `read`."""
    return _parse(text, text.encode(), shown_path)


def _parse(text: str, content: bytes, shown_path: str) -> Document:
    """Parse a file; `content` is its text in UTF-8, which is what libyaml takes."""
    parser = _Parser(content)
    tricky = "\\" in text or "!" in text or "&" in text or "<<" in text
    watchful = tricky or not unicodedata.is_normalized("NFC", text)
    builder = _Builder(parser.get_event, watchful=watchful)
    try:
        data = builder.build()
    except _Refusal as refusal:
        builder.problems.extend([refusal] if refusal not in builder.problems else [])
    except yaml.reader.ReaderError:
        return _refused(shown_path, [_forbidden(shown_path, text)])
    except (yaml.YAMLError, ValueError) as error:
        builder.problems.append(_syntax(error))
    finally:
        parser.dispose()
    if builder.problems:
        return _refused(shown_path, [each.problem(shown_path) for each in builder.problems])
    return Document(path=shown_path, data=data, problems=(), marks=builder.marks)


class _Refusal(Exception):
    """What the gate refuses, before it is known how the file is called in messages."""

    def __init__(self, code: str, mark: Any = None, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.line: int = mark.line + 1 if mark else 0
        self.column: int = mark.column + 1 if mark else 0
        self.facts = {name: str(value) for name, value in facts.items()}

    def problem(self, path: str) -> Problem:
        return Problem(code=self.code, path=path, line=self.line, column=self.column, facts=self.facts)


class _Builder:
    """From events to data: one loop, a stack of open containers, and the marks in the order of the events.

    `watchful` says that the text holds something (an escape, a decomposed letter, a sign that YAML gives a meaning)
    for which each scalar must be looked at closely.
    """

    def __init__(self, next_event: Callable[[], Any], *, watchful: bool) -> None:
        self.next_event = next_event
        self.watchful = watchful
        self.marks: list[Any] = []
        self.problems: list[_Refusal] = []

    def build(self) -> Any:  # noqa: C901  # one loop over all kinds of event; calls would cost a third more
        """Return the data of the one document.

        The loop is the hottest place of a run; that is why it keeps its state in local names and asks for help only
        where something is out of the ordinary.
        """
        self._open_document()
        next_event, add_mark, watchful = self.next_event, self.marks.append, self.watchful
        scalar, map_start, map_end, list_end = _Scalar, _MapStart, _MapEnd, _ListEnd
        known, telling = _KNOWN, _TELLING
        stack: list[tuple[Any, str, int, bool]] = []
        parent: Any = None
        key, start, in_map = "", 0, False
        while True:
            event = next_event()
            kind = event.__class__
            if in_map and kind is not map_end:
                if kind is not scalar:
                    self._refuse_key(event)
                key = self._examine(event.value, event) if watchful else event.value
                add_mark(event.start_mark)
                if key in parent or len(parent) >= KEYS:
                    key = self._odd_key(key, parent, event, start)
                event = next_event()
                kind = event.__class__
            if kind is scalar:
                value = self._examine(event.value, event) if watchful else event.value
                add_mark(event.start_mark)
                if value[:1] in telling and event.implicit[0]:
                    value = known[value] if value in known else self._number(value, event)
            elif kind is map_end or kind is list_end:
                value = parent
                parent, key, start, in_map = stack.pop()
            elif kind is _Alias:
                self._report_trick(self._alias(event))
                value = None
                add_mark(event.start_mark)
            else:
                if watchful or len(stack) >= DEPTH:
                    self._check_start(event, len(stack))
                stack.append((parent, key, start, in_map))
                in_map = kind is map_start
                parent, start = ({} if in_map else []), len(self.marks)
                add_mark(event.start_mark)
                continue
            if in_map:
                parent[key] = value
            elif parent is not None:
                parent.append(value)
            else:
                self._close_document()
                return value

    def _open_document(self) -> None:
        self.next_event()
        event = self.next_event()
        if event.__class__ is _StreamEnd:
            raise _Refusal("empty-file")
        if event.tags:
            self.problems.append(_Refusal("yaml-tag", event.start_mark, tag="%TAG"))

    def _close_document(self) -> None:
        self.next_event()
        event = self.next_event()
        if event.__class__ is not _StreamEnd:
            raise _Refusal("second-document", event.start_mark)

    def _odd_key(self, value: str, parent: dict[str, Any], event: Any, start: int) -> str:
        if len(parent) >= KEYS:
            raise _Refusal("too-many-keys", event.start_mark, limit=KEYS)
        first = self._line_of_key(value, parent, start)
        self._report(_Refusal("duplicate-key", event.start_mark, key=shown(value), first=first))
        return f"{value}\0{len(parent)}"  # both stay in the map, so that it still agrees with the marks

    def _line_of_key(self, key: str, parent: dict[str, Any], start: int) -> int:
        position = start + 1
        for each, value in parent.items():
            if each == key:
                break
            position += 1 + _size(value)
        line: int = self.marks[position].line + 1
        return line

    def _number(self, value: str, event: Any) -> Any:
        """Return the number that a scalar without quotes stands for, or its text where it is none."""
        number = _NUMBER(value)
        if number is None:
            return value
        if len(value) > DIGITS:
            self._report(_Refusal("number-too-long", event.start_mark, limit=DIGITS))
            return value
        return int(value) if number.group(1) is None else Decimal(value) or Decimal(0)

    def _examine(self, value: str, event: Any) -> str:
        """Return the text of a scalar in NFC; report what YAML or an escape brought in with it."""
        self._check_properties(event)
        if value == "<<" and event.implicit[0]:
            self._report_trick(_Refusal("merge-key", event.start_mark))
        found = _FORBIDDEN(value)
        if found:
            self._report(_Refusal("forbidden-character", event.start_mark, character=_code_point(found.group())))
        return unicodedata.normalize("NFC", value)

    def _check_start(self, event: Any, depth: int) -> None:
        if depth >= DEPTH:
            raise _Refusal("too-deep", event.start_mark, limit=DEPTH)
        self._check_properties(event)

    def _check_properties(self, event: Any) -> None:
        if event.tag is not None:
            self._report_trick(
                _Refusal("yaml-tag", event.start_mark, tag=shown(event.tag.replace("tag:yaml.org,2002:", "!!")))
            )
        if event.anchor is not None:
            self._report_trick(_Refusal("yaml-anchor", event.start_mark, name=shown(f"&{event.anchor}")))

    def _alias(self, event: Any) -> _Refusal:
        return _Refusal("yaml-anchor", event.start_mark, name=shown(f"*{event.anchor}"))

    def _refuse_key(self, event: Any) -> NoReturn:
        """Refuse a key that is a list, a map or an alias."""
        raise self._alias(event) if event.__class__ is _Alias else _Refusal("key-not-text", event.start_mark)

    def _report_trick(self, refusal: _Refusal) -> None:
        """Report the first tag, anchor, alias or merge key of a file: one is as clear as a thousand."""
        if not any(each.code in _TRICKS for each in self.problems):
            self._report(refusal)

    def _report(self, refusal: _Refusal) -> None:
        self.problems.append(refusal)
        if len(self.problems) >= MOST_PROBLEMS:
            raise refusal


def _size(value: Any) -> int:
    """Return how many marks a value has: one for itself, one for each key, and those of its parts."""
    if value.__class__ is dict:
        return 1 + sum(1 + _size(each) for each in value.values())
    if value.__class__ is list:
        return 1 + sum(_size(each) for each in value)
    return 1


def _index(value: Any, marks: Iterator[Any], at: At) -> Iterator[tuple[tuple[At, bool], tuple[int, int]]]:
    """Yield the place of every value and key, walking the data in the order in which the marks were taken."""
    mark = next(marks)
    yield (at, False), (mark.line + 1, mark.column + 1)
    if value.__class__ is dict:
        for key, part in value.items():
            mark = next(marks)
            yield ((*at, key), True), (mark.line + 1, mark.column + 1)
            yield from _index(part, marks, (*at, key))
    elif value.__class__ is list:
        for position, part in enumerate(value):
            yield from _index(part, marks, (*at, position))


def _content(path: Path, limit: int) -> bytes:
    """Return the bytes of a regular file that is no larger than `limit`, following no link at its last step."""
    try:
        if not _NO_LINKS and not stat.S_ISREG(os.lstat(path).st_mode):
            raise _Refusal("not-a-regular-file")
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) in _LINK_ERRORS:
            raise _Refusal("not-a-regular-file") from None
        raise _Refusal("unreadable", reason=getattr(error, "strerror", None) or type(error).__name__) from None
    try:
        return _bytes_of(descriptor, limit)
    except OSError as error:
        raise _Refusal("unreadable", reason=error.strerror or type(error).__name__) from None
    finally:
        os.close(descriptor)


def _bytes_of(descriptor: int, limit: int) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise _Refusal("not-a-regular-file")
    if status.st_size > limit:
        raise _Refusal("file-too-large", size=status.st_size, limit=limit)
    content = os.read(descriptor, status.st_size)
    while len(content) < status.st_size and (more := os.read(descriptor, status.st_size - len(content))):
        content += more
    return content


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        refusal = _Refusal("not-utf8")
        refusal.line, refusal.column = content[: error.start].count(b"\n") + 1, 1
        raise refusal from None


def _forbidden(path: str, text: str) -> Problem:
    """Return the problem of the first forbidden character in a text, which holds one."""
    found = _FORBIDDEN(text)
    start = found.start() if found else 0
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    facts = {"character": _code_point(text[start])}
    return Problem(code="forbidden-character", path=path, line=line, column=column, facts=facts)


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


def _refused(path: str, problems: Sequence[Problem]) -> Document:
    ordered = sorted(problems, key=lambda problem: problem.sort_key)
    return Document(path=path, data=None, problems=tuple(ordered), marks=())


def _syntax(error: Exception) -> _Refusal:
    """Return a syntax error of libyaml in our words; its own, in English, where we have none."""
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    vi, en = next((words for part, words in _SYNTAX.items() if part in said), (shown(said), shown(said)))
    return _Refusal("yaml-syntax", getattr(error, "problem_mark", None), what_vi=vi, what_en=en)


_SYNTAX: Final = {
    "mapping values are not allowed": (
        "có dấu hai chấm ngoài chỗ; đặt chữ có dấu hai chấm trong ngoặc kép, hoặc xem lại thụt lề",
        "a colon is out of place; put text with a colon in quotes, or check the indentation",
    ),
    "cannot start any token": (
        "không bắt đầu được bằng ký tự này; không thụt lề bằng Tab, chữ có ký tự đặc biệt đặt trong ngoặc kép",
        "nothing can begin with this character; do not indent with tabs, put text with special characters in quotes",
    ),
    "found a tab character": ("không thụt lề bằng phím Tab, hãy dùng dấu cách", "do not indent with tabs, use spaces"),
    "could not find expected ':'": ("thiếu dấu hai chấm sau khóa", "a colon is missing after a key"),
    "did not find expected key": (
        "thụt lề không khớp với các dòng trên, hoặc chưa đóng ngoặc",
        "the indentation does not match the lines above, or a bracket is not closed",
    ),
    "did not find expected '-' indicator": (
        "danh sách bị ngắt: dòng này không bắt đầu bằng gạch đầu dòng",
        "the list is broken off: this line does not begin with a dash",
    ),
    "block sequence entries are not allowed": (
        "gạch đầu dòng ngoài chỗ; đặt danh sách ở dòng mới, thụt vào",
        "a dash is out of place; begin the list on a new line, indented",
    ),
    "did not find expected ',' or ']'": ("thiếu dấu phẩy hoặc dấu ]", "a comma or ] is missing"),
    "did not find expected ',' or '}'": ("thiếu dấu phẩy hoặc dấu }", "a comma or } is missing"),
    "unexpected end of stream": ("dấu ngoặc kép chưa đóng", "a quotation mark is not closed"),
    "document start": (
        "có nội dung thừa sau khi tài liệu đã kết thúc",
        "there is content after the document has ended",
    ),
    "unknown escape character": (
        "sau dấu \\ trong ngoặc kép là ký tự không hợp lệ; dùng ngoặc đơn hoặc viết \\\\",
        "the character after \\ in double quotes is not valid; use single quotes or write \\\\",
    ),
    "invalid Unicode character escape": (
        "mã ký tự sau dấu \\ không hợp lệ",
        "the character code after \\ is not valid",
    ),
    "hexdecimal number": ("mã ký tự sau dấu \\ không hợp lệ", "the character code after \\ is not valid"),
    "unexpected document indicator": (
        "dấu --- hoặc ... nằm trong một giá trị chưa đóng",
        "--- or ... inside a value that is not closed",
    ),
    "mapping keys are not allowed": (
        "khóa đặt sai chỗ; xem lại thụt lề",
        "a key is out of place; check the indentation",
    ),
    "duplicate %": ("dòng lệnh bắt đầu bằng % bị lặp", "a directive beginning with % stands twice"),
    "expected comment or line break": ("sau | hoặc > chỉ được xuống dòng", "after | or > only a line break may follow"),
    "did not find expected node content": ("thiếu giá trị ở đây", "a value is missing here"),
    "expected alphabetic or numeric character": (
        "sau & hoặc * không phải là tên; đặt chữ trong ngoặc kép",
        "no name after & or *; put the text in quotes",
    ),
    "incompatible YAML document": ("phiên bản YAML không được hỗ trợ", "this version of YAML is not supported"),
    "undefined tag handle": ("không dùng thẻ kiểu (dấu !)", "tags (beginning with !) are not allowed"),
}
