"""Files of a workspace: how they are called in messages, and how one is read and held against its schema."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from assess.documents import FILE_BYTES, Document, read
from assess.problems import PATH_LENGTH, Problem, shown
from assess.validation.shape import shape_problems

DATA_SUFFIXES = (".yaml", ".yml", ".json")
"""Endings of files that somebody meant to be read."""


def shown_path(path: Path) -> str:
    """Return a path as messages give it: from the current folder where it is below it, on one line, with slashes."""
    absolute, here = path.absolute(), Path.cwd()
    text = str(absolute.relative_to(here) if absolute.is_relative_to(here) else absolute)
    return shown(text.replace(os.sep, "/"), PATH_LENGTH)


def load_document(kind: str, path: Path, limit: int = FILE_BYTES) -> tuple[Document, tuple[Problem, ...]]:
    """Read a file and check its shape; its data may be used only when there are no problems."""
    document = read(path, shown_path(path), limit)
    return document, document.problems or tuple(shape_problems(kind, document))


def in_order(problems: Iterator[Problem] | list[Problem]) -> tuple[Problem, ...]:
    """Return the problems of one file, or of the few files of one thing, file by file from top to bottom."""
    return tuple(sorted(problems, key=lambda each: (each.path, *each.sort_key)))


def by_path(problems: list[Problem]) -> list[Problem]:
    """Return problems with those of one folder together; inside a file they keep their order."""
    return sorted(problems, key=lambda each: each.path.split("/"))


def within(problems: Iterable[Problem], paths: Iterable[Path]) -> list[Problem]:
    """Return the problems of these files, and of all that is below these folders."""
    names = [shown_path(path) for path in paths]
    return [
        each
        for each in problems
        if any(each.path == name or each.path.startswith(f"{name}/") or name == "." for name in names)
    ]


def refused(problems: tuple[Problem, ...]) -> bool:
    """Return whether a file with these problems cannot be used."""
    return any(each.refuses for each in problems)


def entries(folder: Path) -> list[os.DirEntry[str]]:
    """Return what is in a folder, in the order of names; nothing when it cannot be read. Dot files are left out."""
    try:
        with os.scandir(folder) as found:
            return sorted((each for each in found if not each.name.startswith(".")), key=lambda each: each.name)
    except OSError:
        return []


def misplaced(path: Path, vi: str, en: str) -> Problem:
    """Return the problem of a file that stands where it is not read; its right place in both languages."""
    facts = {"expected_vi": shown(vi, PATH_LENGTH), "expected_en": shown(en, PATH_LENGTH)}
    return Problem(code="stray-file", path=shown_path(path), facts=facts)
