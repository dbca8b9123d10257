"""What the gate refuses, before it is known how the file is called in messages; libyaml's errors in our words."""

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


def syntax_refusal(error: Exception) -> Refusal:
    """Return a syntax error of libyaml in our words; its own, in English, where we have none."""
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    vi, en = next((words for part, words in _SYNTAX.items() if part in said), (shown(said), shown(said)))
    return Refusal("yaml-syntax", getattr(error, "problem_mark", None), what_vi=vi, what_en=en)


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
