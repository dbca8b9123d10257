"""Problems for people and for machines: text, JSON, GitHub annotations and SARIF."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final, TextIO

from assess import __version__
from assess.cli.streams import coloured
from assess.cli.words import SAID
from assess.problems import Problem
from assess.problems.catalogue import RULES, message

_COLOURS: Final = ("\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[0m")
MOST: Final = 20
"""How many problems of one file a person is shown; machines are given them all."""


def write_problems(problems: Sequence[Problem], form: str, language: str, stream: TextIO) -> None:
    """Write problems in a format: text, json, github or sarif."""
    for line in _FORMATS[form](problems, language, stream):
        print(line, file=stream)


def _text(problems: Sequence[Problem], language: str, stream: TextIO) -> Iterator[str]:
    bold, red, yellow, plain = _COLOURS if coloured(stream) else ("", "", "", "")
    for path, group in groupby(problems, key=lambda each: each.path):
        every = list(group)
        for each in every[:MOST]:
            colour, kind = (red, "") if each.refuses else (yellow, f"{SAID[language]['reminder']}: ")
            yield f"{bold}{_place(each)}:{plain} {colour}{each.code}{plain} {kind}{message(each, language)}"
        if len(every) > MOST:
            yield SAID[language]["problem_more"].format(path=path, count=len(every) - MOST)


def _place(problem: Problem) -> str:
    return f"{problem.path}:{problem.line or 1}:{problem.column or 1}"


def _json(problems: Sequence[Problem], language: str, stream: TextIO) -> Iterator[str]:
    found = [
        {
            "path": each.path,
            "line": each.line or 1,
            "column": each.column or 1,
            "code": each.code,
            "severity": "error" if each.refuses else "warning",
            "message": message(each, language),
        }
        for each in problems
    ]
    yield json.dumps({"format": 1, "problems": found}, ensure_ascii=False, indent=2)


def _github(problems: Sequence[Problem], language: str, stream: TextIO) -> Iterator[str]:
    for each in problems:
        level = "error" if each.refuses else "warning"
        facts = {"file": each.path, "line": each.line or 1, "col": each.column or 1, "title": each.code}
        properties = ",".join(f"{key}={_escaped(str(value), property_=True)}" for key, value in facts.items())
        yield f"::{level} {properties}::{_escaped(message(each, language))}"


def _escaped(text: str, *, property_: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property_ else text


def _sarif(problems: Sequence[Problem], language: str, stream: TextIO) -> Iterator[str]:
    codes = sorted({each.code for each in problems})
    run = {
        "tool": {
            "driver": {"name": "assess", "version": __version__, "rules": [_rule(code, language) for code in codes]}
        },
        "results": [_result(each, language) for each in problems],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: str, language: str) -> dict[str, Any]:
    rule = RULES[code]
    return {
        "id": code,
        "shortDescription": {"text": getattr(rule.title, language)},
        "fullDescription": {"text": getattr(rule.meaning, language)},
    }


def _result(problem: Problem, language: str) -> dict[str, Any]:
    region = {"startLine": problem.line or 1, "startColumn": problem.column or 1}
    place = {"artifactLocation": {"uri": _uri(problem.path)}, "region": region}
    return {
        "ruleId": problem.code,
        "level": "error" if problem.refuses else "warning",
        "message": {"text": message(problem, language)},
        "locations": [{"physicalLocation": place}],
    }


def _uri(path: str) -> str:
    safe = "/._-~" + "0123456789" + "abcdefghijklmnopqrstuvwxyz" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return "".join(each if each in safe else "".join(f"%{byte:02X}" for byte in each.encode()) for each in path)


_FORMATS: Final[Mapping[str, Callable[[Sequence[Problem], str, TextIO], Iterable[str]]]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "sarif": _sarif,
}


def tell(problems: Sequence[Problem], language: str) -> None:
    """Write problems as text to standard error."""
    write_problems(problems, "text", language, sys.stderr)
