"""`assess communes`: the communes, wards and special zones of a province, added to the register.

Names and codes come from the package `vietnamadminunits` (MIT), which follows Decision 19/2025/QD-TTg.
"""

import re
import shutil
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from assess.cli.trouble import EXIT_PROBLEMS, Trouble
from assess.cli.words import SAID
from assess.cli.workspaces import opened, root_of, suggestion
from assess.documents import Document, parse, read
from assess.loading.files import shown_path
from assess.loading.workspace import REGISTER_FILE
from assess.model import Agency, Register
from assess.presentation.wording import folded, unmarked
from assess.validation.registers import RULES
from assess.validation.shape import shape_problems

KIND: Final = "commune"

_TYPES: Final = {"Xã": "Commune", "Phường": "Ward", "Đặc khu": "Special Zone"}


class Unit(NamedTuple):
    """A commune, ward or special zone: its code, its full name, its name alone, and which of these it is."""

    code: str
    name: str
    short: str
    type: str


def run(options: Namespace) -> int:
    """Add what is not there yet to agencies.yaml, all or nothing; say how many."""
    root = root_of(options)
    workspace, _ = opened(root, options)
    register, path = workspace.register, root / REGISTER_FILE
    if KIND not in register.kinds:
        raise Trouble("no_kind", kind=KIND, path=shown_path(path))
    asked = [_province(register, each, options.lang) for each in options.provinces]
    provinces = {each.id: each for each in asked}.values()
    lines = [each for province in provinces for each in _lines(register, province)]
    if lines:
        _add(path, lines, options.lang)
    names = ", ".join(each.name for each in provinces)
    said = SAID[options.lang]
    print(said["communes_done"].format(count=len(lines), names=names, path=shown_path(path)))
    return 0


def _province(register: Register, asked: str, language: str) -> Agency:
    """Return the agency that is asked for by its id or its code."""
    coded = [each for each in register.agencies.values() if each.code == asked and each.kind != KIND]
    agency = register.agencies.get(asked) or next(iter(coded), None)
    if agency is None:
        raise Trouble("no_agency", value=asked, near=suggestion(asked, register.agencies, language))
    return agency


def _lines(register: Register, province: Agency) -> Iterator[str]:
    """Yield the entries of those units of a province whose code the register does not hold."""
    held = {each.code for each in register.agencies.values() if each.kind == KIND}
    units = list(units_of(province.code)) if province.code else []
    if not units:
        raise Trouble("no_province_code", agency=province.id, code=province.code or "–")
    for unit in units:
        if unit.code not in held:
            english = f"{unmarked(unit.short)} {_TYPES[unit.type]}"
            names = f"name: {_quoted(unit.name)}, names: {{en: {_quoted(english)}}}"
            id_ = re.sub("[^a-z0-9]+", "-", folded(unit.name)) + f"-{unit.code}"
            yield f'{{id: {id_}, {names}, kind: {KIND}, parent: {province.id}, code: "{unit.code}"}}'


def units_of(province: str) -> Iterator[Unit]:
    """Yield the units of a province by its code, in the order of theirs."""
    try:
        from vietnamadminunits.database import get_data
    except ImportError as error:
        raise Trouble("no_package", package="vietnamadminunits==1.0.4") from error
    rows = get_data(fields=["provinceCode", "wardCode", "ward", "wardShort", "wardType"])
    for row in sorted(rows, key=lambda each: str(each["wardCode"])):
        if row["provinceCode"] == province:
            yield Unit(row["wardCode"], row["ward"], row["wardShort"], row["wardType"])


def _quoted(text: str) -> str:
    """Return text as YAML takes it between braces: quoted where it holds more than letters, digits and blanks."""
    return text if re.fullmatch(r"[^\W\d_][\w ]*", text) else f'"{text}"'


def _add(path: Path, entries: Sequence[str], language: str) -> None:
    """Add entries behind those of the list of agencies; nothing is written unless all of it is sound."""
    name = shown_path(path)
    before = read(path, name)
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    after = _with_entries(text, before, entries)
    document = parse(after, name)
    added = [parse(each, name).data for each in entries]
    if document.data != {**before.data, "agencies": before.data["agencies"] + added}:
        raise Trouble("not_a_list", path=name)
    problems = shape_problems("register", document) or [each for rule in RULES for each in rule(document)]
    if problems:
        from assess.cli.problems import tell

        tell(problems, language)
        raise Trouble("unusable", EXIT_PROBLEMS)
    try:
        _replace(path, after)
    except OSError as error:
        raise Trouble("disk", path=name, error=error.strerror or type(error).__name__) from error


def _replace(path: Path, text: str) -> None:
    """Put text in place of a file in one step, so that it is never there by half."""
    beside = path.with_name(f".{path.name}.new")
    with beside.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
    shutil.copymode(path, beside)
    beside.replace(path)


def _with_entries(text: str, document: Document, entries: Sequence[str]) -> str:
    """Return the text of a register with entries behind those of its list, as far in as they are."""
    line, column = document.place(("agencies", 0))
    keys = list(document.data)
    following = keys[keys.index("agencies") + 1 :]
    lines = text.splitlines(keepends=True)
    end = document.place((following[0],), key=True)[0] - 1 if following else len(lines)
    break_ = "\r\n" if "\r\n" in text else "\n"
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += break_
    margin = " " * (lines[line - 1][: column - 1].find("-"))
    return "".join([*lines[:end], *(f"{margin}- {each}{break_}" for each in entries), *lines[end:]])
