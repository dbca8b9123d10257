"""One answer alone: it is to a question that is there, of its type, among what is on offer, and can be scored."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from assess.documents import At, Document
from assess.model import Question, Questionnaire
from assess.model.rules import Range
from assess.problems import Problem, listed, near
from assess.validation.values import as_written, date_problems, is_date, is_written_as_date, other_date


def entry_problems(
    document: Document, questionnaire: Questionnaire, key: str, entry: Any, named: str = "value"
) -> Iterator[Problem]:
    """Yield what is wrong with one entry alone; a value in its long form stands under the key `named`.

    It answers a question of the questionnaire; it is a value, unknown, or not applicable, and only one of them; its
    value is of the question's type: an option on offer, a number within the range, a date; and it can be scored. Where
    the question is answered for each piece of evidence, all this holds for the value of each.
    """
    question = questionnaire.questions.get(key)
    if question is None:
        facts = {"value": key, "near": near(key, questionnaire.questions)}
        yield document.key_problem("unknown-question", ("answers", key), **facts)
    elif question.combine is not None:
        yield from _pieces(document, question, key, entry, named)
    elif entry.__class__ is not dict or "part" in entry:
        yield from _value(document, ("answers", key), question, entry)
    elif (named in entry) + ("unknown" in entry) + ("not_applicable" in entry) != 1:
        yield document.problem("answer-state", ("answers", key), named=named)
    else:
        if named in entry:
            yield from _value(document, ("answers", key, named), question, entry[named])
        for n, piece in enumerate(entry.get("evidence", ())):
            if "value" in piece:
                at = ("answers", key, "evidence", n, "value")
                yield document.key_problem("evidence-value", at, question=key, **_BESIDE)


def unfit(kind: str, value: Any, tip: str = "") -> dict[str, Any]:
    """Return the facts of a value that does not fit a type of question; `tip` is how it would be written."""
    vi, en = EXPECTED[kind]
    tip_vi, tip_en = (tip and f"; viết: {tip}", tip and f"; write: {tip}")
    return {"value": value, "expected_vi": vi, "expected_en": en, "tip_vi": tip_vi, "tip_en": tip_en}


def tip_for(kind: str, value: Any) -> str:
    """Return how a value of another type is written for this type of question; "" where that is not clear."""
    if kind == "yes_no":
        return _YES_NO.get(str(value).casefold(), "")
    if kind == "date":
        return other_date(value)
    if kind == "text":
        return f'"{as_written(value)}"' if isinstance(value, (int, Decimal)) else ""
    return _number_tip(kind, str(value)) if kind in ("number", "percent", "count") else ""


def range_left(allowed: Range, value: Decimal) -> str:
    """Return the range that a value is outside of, for messages; "" where it is inside."""
    start, end = allowed
    if (start is None or value >= start) and (end is None or value <= end):
        return ""
    return " – ".join(("…" if start is None else str(start), "…" if end is None else str(end)))


_BESIDE: Final = {
    "why_vi": "value đặt cạnh evidence, không đặt trong từng minh chứng",
    "why_en": "value stands beside evidence, not in a piece of it",
}
_INSIDE: Final = {
    "why_vi": "được trả lời ở từng minh chứng, viết evidence: [{title: …, value: …}]",
    "why_en": "it is answered for each piece of evidence; write evidence: [{title: …, value: …}]",
}
_NOT_POSITIVE: Final = ("lôgarit chỉ có với số lớn hơn 0", "only numbers above 0 have a logarithm")


def _pieces(document: Document, question: Question, key: str, entry: Any, named: str) -> Iterator[Problem]:
    """Yield what is wrong with an entry to a question that is answered for each piece of evidence."""
    if entry.__class__ is not dict or "part" in entry or named in entry:
        yield document.key_problem("evidence-value", ("answers", key), question=key, **_INSIDE)
        return
    pieces = entry.get("evidence", ())
    reasons = ("unknown" in entry) + ("not_applicable" in entry)
    if reasons > 1 or (reasons and any("value" in piece for piece in pieces)):
        yield document.problem("answer-state", ("answers", key), named=named)
    elif not reasons and not pieces:
        yield document.key_problem("evidence-value", ("answers", key), question=key, **_INSIDE)
    for n, piece in enumerate(() if reasons else pieces):
        at = ("answers", key, "evidence", n)
        if "value" not in piece:
            yield document.problem("missing-key", at, name="value")
        else:
            yield from _value(document, (*at, "value"), question, piece["value"])


def _value(document: Document, at: At, question: Question, value: Any) -> Iterator[Problem]:
    """Yield what is wrong with a value; where nothing else is, that the question's rule cannot compute it."""
    sound = True
    for problem in _VALUES[question.type](document, at, question, value):
        sound = False
        yield problem
    if sound and question.rule.transform == "log" and _uncomputable(question, value):
        written = f"{value['part']}/{value['of']}" if isinstance(value, dict) else value
        facts = {"value": written, "why_vi": _NOT_POSITIVE[0], "why_en": _NOT_POSITIVE[1]}
        yield document.problem("not-computable", at, question=question.id, **facts)


def _uncomputable(question: Question, value: Any) -> bool:
    """Return whether a sound answer has no logarithm; one that is prepared first may have one."""
    if question.prepare or not question.scored or isinstance(value, str):
        return False
    number = value["part"] if isinstance(value, dict) else value
    return bool(number <= 0)


EXPECTED: Final = {
    "choice": ("mã của một lựa chọn", "the id of an option"),
    "choices": ("danh sách mã lựa chọn, ví dụ [a, b]", "a list of option ids, for example [a, b]"),
    "yes_no": ("true hoặc false", "true or false"),
    "number": ("một số", "a number"),
    "percent": ("một số từ 0 đến 100", "a number from 0 to 100"),
    "count": ("một số nguyên không âm", "a whole number, not negative"),
    "ratio": ("tỷ số {part: …, of: …} với of lớn hơn 0", "a ratio {part: …, of: …} with of above 0"),
    "date": ('ngày trong ngoặc kép, ví dụ "2026-03-31"', 'a date in quotes, for example "2026-03-31"'),
    "text": ("chữ", "text"),
}
_NUMBER: Final = r"-?[0-9]+(?:[.,][0-9]+)?%?"
_THOUSANDS: Final = r"[0-9]{1,3}(?:[., ][0-9]{3})+"
_RATIO: Final = r"([0-9]+) *(?:/|trên|of|out of) *([0-9]+)"
_STATES: Final = {
    "unknown": '{unknown: "…"}',
    "not_applicable": '{not_applicable: "…"}',
    "n/a": '{not_applicable: "…"}',
}
_YES_NO: Final = dict.fromkeys(("có", "co", "yes", "y", "on", "đúng", "1", "true"), "true") | dict.fromkeys(
    ("không", "khong", "no", "n", "off", "sai", "0", "false"), "false"
)


def _wrong(document: Document, at: At, question: Question, value: Any, tip: str = "") -> Iterator[Problem]:
    facts = unfit(question.type, value, tip or _STATES.get(str(value).casefold(), ""))
    yield document.problem("wrong-answer", at, question=question.id, **facts)


def _choice(document: Document, at: At, question: Question, value: Any) -> Iterator[Problem]:
    if not isinstance(value, str):
        quoted = f'"{value}"'
        yield from _wrong(document, at, question, value, quoted if str(value) in question.options else "")
    elif value not in question.options:
        yield _unknown_option(document, at, question, value)


def _choices(document: Document, at: At, question: Question, value: Any) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield from _wrong(document, at, question, value, f"[{value}]" if str(value) in question.options else "")
        return
    for n, each in enumerate(value):
        if each not in question.options:
            yield _unknown_option(document, (*at, n), question, each)


def _unknown_option(document: Document, at: At, question: Question, value: str) -> Problem:
    by_text = {option.text.text.casefold(): option.id for option in question.options.values()}
    closest = by_text.get(value.casefold()) or near(value, question.options)
    allowed = "" if closest else listed(question.options)
    return document.problem("unknown-option", at, question=question.id, value=value, near=closest, allowed=allowed)


def _yes_no(document: Document, at: At, question: Question, value: Any) -> Iterator[Problem]:
    if not isinstance(value, bool):
        yield from _wrong(document, at, question, value, tip_for("yes_no", value))


def _number(document: Document, at: At, question: Question, value: Any) -> Iterator[Problem]:
    is_number = isinstance(value, (int, Decimal)) and not isinstance(value, bool)
    if not is_number or (question.type == "count" and value != int(value)):
        yield from _wrong(document, at, question, value, tip_for(question.type, value))
    else:
        yield from _out_of_range(document, at, question, Decimal(value), str(value))


def _number_tip(kind: str, text: str) -> str:
    """Return how a number written another way is written here; "" where that is not clear."""
    if kind == "count":
        return _plain(re.sub("[., ]", "", text)) if re.fullmatch(f"[0-9]+|{_THOUSANDS}", text) else ""
    return _plain(text.replace(",", ".").rstrip("%")) if re.fullmatch(_NUMBER, text) else ""


def _plain(number: str) -> str:
    """Return a number without needless zeros in front, which would make it text."""
    return re.sub("^(-?)0+(?=[0-9])", r"\1", number)


def _ratio(document: Document, at: At, question: Question, value: Any) -> Iterator[Problem]:
    if not isinstance(value, dict):
        found = re.fullmatch(_RATIO, str(value))
        tip = f"{{part: {found[1]}, of: {found[2]}}}" if found and int(found[2]) else ""
        yield from _wrong(document, at, question, value, tip)
    elif not value["of"]:
        yield from _wrong(document, at, question, f"part: {value['part']}, of: {value['of']}")
    else:
        shown = f"{value['part']}/{value['of']}"
        yield from _out_of_range(document, at, question, Decimal(value["part"]) / Decimal(value["of"]), shown)


def _date(document: Document, at: At, question: Question, value: Any) -> Iterator[Problem]:
    if is_written_as_date(value):
        yield from date_problems(document, at, value)
    elif not isinstance(value, str) or not is_date(value):
        yield from _wrong(document, at, question, value, tip_for("date", value))


def _text(document: Document, at: At, question: Question, value: Any) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield from _wrong(document, at, question, value, tip_for("text", value))


def _out_of_range(document: Document, at: At, question: Question, value: Decimal, shown: str) -> Iterator[Problem]:
    left = range_left(question.range, value)
    if left:
        yield document.problem("out-of-range", at, question=question.id, value=shown, range=left)


_VALUES: Final[Mapping[str, Callable[[Document, At, Question, Any], Iterator[Problem]]]] = {
    "choice": _choice,
    "choices": _choices,
    "yes_no": _yes_no,
    "number": _number,
    "percent": _number,
    "count": _number,
    "ratio": _ratio,
    "date": _date,
    "text": _text,
}
