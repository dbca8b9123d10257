"""A published response as a file that can be read, checked and scored again: without what is not published."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from assess.model import Answer, Evidence, Ratio, Response, Value

_PLAIN: Final = re.compile(r"(?!(true|false|null|yes|no|on|off|y|n)$)[a-z][a-z0-9_-]*", re.IGNORECASE).fullmatch
"""Finds text that every reader of YAML takes for text without quotes."""


def response_lines(response: Response, *, comments: bool) -> Iterator[str]:
    """Yield the lines of a response file with the answers as they are published."""
    yield "format: 1"
    yield f"agency: {_text(response.agency)}"
    yield f"questionnaire: {_text(response.questionnaire)}"
    yield f"questionnaire_version: {_quoted(response.version)}"
    yield f"period: {_quoted(response.period)}"
    yield f"status: {response.status}"
    sent = response.submission
    if sent is not None:
        yield f"submission: {_inline({'number': sent.number, 'date': sent.date, 'signed_by': sent.signed_by})}"
    yield "answers:" if response.answers else "answers: {}"
    for key, answer in response.answers.items():
        yield from _answer(f"  {_text(key)}:", answer, answer.comment if comments else None)


def _answer(key: str, answer: Answer, comment: str | None) -> Iterator[str]:
    if answer.state == "answered" and answer.value is not None and not answer.evidence and not comment:
        yield f"{key} {_value(answer.value)}"
        return
    yield key
    if answer.state != "answered":
        yield f"    {answer.state}: {_quoted(answer.reason or '')}"
    elif answer.value is not None:
        yield f"    value: {_value(answer.value)}"
    if comment:
        yield f"    comment: {_quoted(comment)}"
    if answer.evidence:
        yield "    evidence:"
        for each in answer.evidence:
            yield f"      - {_evidence(each)}"


def _evidence(evidence: Evidence) -> str:
    title, number, issued, expires, url, value = evidence
    told = _inline({"title": title, "number": number, "issued": issued, "expires": expires, "url": url})
    return told if value is None else f"{told[:-1]}, value: {_value(value)}}}"


def _inline(parts: Mapping[str, str | None]) -> str:
    return "{" + ", ".join([f"{key}: {_quoted(text)}" for key, text in parts.items() if text is not None]) + "}"


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_text, value)) + "]"
    if isinstance(value, Ratio):
        return f"{{part: {value.part:f}, of: {value.of:f}}}"
    return _text(value) if len(value) < _SHORT else _quoted(value)


_SHORT: Final = 64
"""So long is the longest id of an option."""


@lru_cache(maxsize=4096)
def _text(text: str) -> str:
    """Return text as YAML reads it: ids as they are, all else in quotes."""
    return text if _PLAIN(text) else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
