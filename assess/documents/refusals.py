"""What the gate refuses, before it is known how the file is called in messages; libyaml's errors in our words."""

import errno
from collections.abc import Mapping
from typing import Any, Final

from assess.problems import Problem, shown


class Refusal(Exception):
    """A problem without a path. `mark` is where libyaml stands, or None for the file as a whole."""

    def __init__(self, code: str, mark: Any = None, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.line: int = mark.line + 1 if mark else 0
        self.column: int = mark.column + 1 if mark else 0
        self.facts = {name: str(value) for name, value in facts.items()}

    def problem(self, path: str) -> Problem:
        """Return the problem, now that it is known how messages call the file."""
        return Problem(code=self.code, path=path, line=self.line, column=self.column, facts=self.facts)


def code_point(character: str) -> str:
    """Return how a character is named in messages."""
    return f"U+{ord(character):04X}"


def unreadable(error: Exception) -> Refusal:
    """Return why the system would not open a file."""
    reason = getattr(error, "strerror", None) or type(error).__name__
    vi, en = _REASONS.get(getattr(error, "errno", None), (reason, reason))
    return Refusal("unreadable", reason_vi=vi, reason_en=en)


_REASONS: Final[Mapping[int | None, tuple[str, str]]] = {
    errno.ENOENT: ("không có tệp này", "there is no such file"),
    errno.EACCES: ("không có quyền đọc", "it may not be read"),
}


def unclosed_quote(mark: Any) -> Refusal:
    """Return the problem of a quotation mark that is opened at a place and not closed in its line."""
    vi, en = _SYNTAX["unexpected end of stream"]
    return Refusal("yaml-syntax", mark, what_vi=vi, what_en=en)


def syntax_refusal(error: Exception, text: str) -> Refusal:
    """Return a syntax error of libyaml in our words; its own, in English, where we have none."""
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    lines = text.split("\n")
    if mark is not None and mark.line < len(lines) and lines[mark.line][mark.column : mark.column + 1] == "\t":
        return Refusal("yaml-syntax", mark, what_vi=_TAB[0], what_en=_TAB[1])
    found = next(((part, words) for part, words in _SYNTAX.items() if part in said), (said, (shown(said), shown(said))))
    part, (vi, en) = found
    at = opened if opened is not None and any(each in part for each in _OPENED) else mark
    return Refusal("yaml-syntax", at, what_vi=vi, what_en=en)


_TAB: Final = ("dòng này thụt lề bằng phím Tab; thay bằng dấu cách", "this line is indented with a tab; use spaces")
_OPENED: Final = ("unexpected end of stream", "expected ',' or ']'", "expected ',' or '}'")
"""Errors that are told where the quotation mark or bracket was opened: where the text ends helps nobody."""

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
    "could not find expected ':'": (
        "thiếu dấu hai chấm sau khóa, hoặc thiếu dấu cách sau dấu hai chấm",
        "a colon is missing after a key, or a space after its colon",
    ),
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
    "did not find expected ',' or ']'": (
        "dấu [ mở ở đây chưa có dấu ] đóng, hoặc thiếu dấu phẩy bên trong; chữ có dấu hai chấm thì đặt trong ngoặc kép",
        "the [ opened here has no ], or a comma is missing inside; put text with a colon in quotes",
    ),
    "did not find expected ',' or '}'": (
        "dấu { mở ở đây chưa có dấu } đóng, hoặc thiếu dấu phẩy bên trong; chữ có dấu hai chấm thì đặt trong ngoặc kép",
        "the { opened here has no }, or a comma is missing inside; put text with a colon in quotes",
    ),
    "unexpected end of stream": (
        "dấu ngoặc kép mở ở đây chưa đóng; thêm dấu đóng ở cuối giá trị",
        "the quotation mark opened here is not closed; close it at the end of the value",
    ),
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
