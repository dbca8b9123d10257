"""Responses: where they stand, and how one file becomes one response."""

import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from assess.documents import RESPONSE_BYTES, Document
from assess.loading.files import DATA_SUFFIXES, entries, in_order, load_document, misplaced, refused, shown_path
from assess.loading.workspace import Workspace
from assess.model import Questionnaire, Response
from assess.model.questionnaire import Versions
from assess.model.texts import Data
from assess.problems import Problem, hint, listed, near
from assess.validation import answers, responses
from assess.validation.responses import Case, case_of

FOLDER = "responses"
_EXPECTED = ("{folder}/<kỳ>/<bộ câu hỏi>/<cơ quan>.yaml", "{folder}/<period>/<questionnaire>/<agency>.yaml")
_LEFTOVERS = ("~", ".bak", ".orig", ".swp", ".tmp", ".md")
"""Endings of what editors leave behind, and of notes: nobody meant these to be read."""


class ResponseFile(NamedTuple):
    """A file that should hold a response, or what stands beside one, and what its path says of it."""

    path: Path
    period: str
    questionnaire: str
    agency: str


def response_files(root: Path, folder: str = FOLDER) -> Iterator[ResponseFile]:
    """Yield every response file of a workspace, or every file of another folder of the same form, by path; no links."""
    for period in _folders(root / folder):
        for questionnaire in _folders(Path(period)):
            for each in entries(Path(questionnaire)):
                if each.name.endswith(".yaml") and not each.is_dir(follow_symlinks=False):
                    yield ResponseFile(Path(each), period.name, questionnaire.name, each.name.removesuffix(".yaml"))


def strays(root: Path, folder: str) -> tuple[Problem, ...]:
    """Return a problem for each data file below a folder that stands where it would not be read, and each link."""
    expected = tuple(each.format(folder=folder) for each in _EXPECTED)
    return in_order(list(_strays(root / folder, 0, expected)))


def load_response(
    workspace: Workspace, questionnaires: Versions, file: ResponseFile
) -> tuple[Response | None, Data, tuple[Problem, ...]]:
    """Load one response, with the checked data that it was built from.

    The response is None when it is refused, or when its questionnaire was (then without a problem of its own).
    """
    document, problems = load_document("response", file.path, RESPONSE_BYTES)
    if refused(problems):
        return None, {}, problems
    data = document.data
    data["answers"] = data["answers"] or {}  # a file just begun: `answers:` with nothing below it
    questionnaire, problems = questionnaire_of(document, workspace, questionnaires, file)
    if questionnaire is None:
        return None, {}, problems
    case, found = _check_answers(document, questionnaire, workspace.register.agencies[data["agency"]].kind)
    problems = in_order(found)
    return (None if refused(problems) else Response.with_answers(data, case.answers)), data, problems


def questionnaire_of(
    document: Document, workspace: Workspace, questionnaires: Versions, file: ResponseFile
) -> tuple[Questionnaire | None, tuple[Problem, ...]]:
    """Return the questionnaire that a file's head names; None where path, head, register and folders disagree.

    None without a problem stands for a questionnaire that was refused.
    """
    problems = (*_path_problems(document, file), *_named_problems(document, workspace, questionnaires, file))
    data = document.data
    questionnaire = questionnaires.get((data["questionnaire"], data["questionnaire_version"]))
    if problems or questionnaire is None:
        return None, in_order(list(problems))
    kind = workspace.register.agencies[data["agency"]].kind
    if kind not in questionnaire.applies_to:
        return None, (document.problem("kind-not-asked", ("questionnaire",), kind=kind),)
    return questionnaire, ()


def check_entries(document: Document, questionnaire: Questionnaire, named: str) -> tuple[list[Problem], set[str]]:
    """Return what is wrong with each answer alone, and which questions that is about; see `entry_problems`."""
    found: list[Problem] = []
    unsound: set[str] = set()
    for key, entry in document.data["answers"].items():
        for problem in answers.entry_problems(document, questionnaire, key, entry, named):
            found.append(problem)
            unsound.add(key)
    return found, unsound


def _check_answers(document: Document, questionnaire: Questionnaire, kind: str) -> tuple[Case, list[Problem]]:
    found, unsound = check_entries(document, questionnaire, "value")
    case = case_of(document, questionnaire, kind, unsound)
    found += chain.from_iterable(rule(case) for rule in responses.RULES)
    return case, found


def _path_problems(document: Document, file: ResponseFile) -> Iterator[Problem]:
    for key in ("agency", "questionnaire", "period"):
        expected = getattr(file, key)
        if document.data[key] != expected:
            yield document.problem("path-disagrees", (key,), expected=expected, value=document.data[key])


def _named_problems(
    document: Document, workspace: Workspace, questionnaires: Versions, file: ResponseFile
) -> Iterator[Problem]:
    """Yield a problem for an agency, a questionnaire or a version that is not there."""
    data: Mapping[str, Any] = document.data
    agencies = workspace.register.agencies
    if data["agency"] not in agencies:
        yield document.problem("unknown-agency", ("agency",), value=data["agency"], near=near(data["agency"], agencies))
    name, version = data["questionnaire"], data["questionnaire_version"]
    if name != file.questionnaire:
        return  # `path-disagrees` has told; whether the name or the folder is meant, nobody knows yet
    versions: dict[str, list[str]] = {}
    for key, each in questionnaires:
        versions.setdefault(key, []).append(each)
    if name not in versions:
        yield document.problem("unknown-questionnaire", ("questionnaire",), value=name, **hint(name, versions))
    elif version not in versions[name]:
        facts = {"questionnaire": name, "value": version, "allowed": listed(versions[name])}
        yield document.problem("unknown-version", ("questionnaire_version",), **facts)


_NO_ACCESS = {"reason_vi": "không có quyền đọc", "reason_en": "it may not be read"}


def _folders(folder: Path) -> Iterator[os.DirEntry[str]]:
    return (each for each in entries(folder) if each.is_dir(follow_symlinks=False))


def _strays(folder: Path, depth: int, expected: Sequence[str]) -> Iterator[Problem]:
    for each in entries(folder):
        named = each.is_dir(follow_symlinks=False) and each.name.lower().endswith(DATA_SUFFIXES)
        if named or (each.is_symlink() and Path(each).is_dir()):  # a link to itself is not
            yield Problem(code="not-a-regular-file", path=shown_path(Path(each)))
        elif each.is_dir(follow_symlinks=False) and not os.access(each, os.R_OK | os.X_OK):
            yield Problem(code="unreadable", path=shown_path(Path(each)), facts=_NO_ACCESS)
        elif each.is_dir(follow_symlinks=False):
            yield from _strays(Path(each), depth + 1, expected)
        elif depth == 2 and not each.name.endswith((".yaml", *_LEFTOVERS)):
            right = Path(each).with_name(each.name.split(".")[0] + ".yaml").name
            yield misplaced(Path(each), right, right)
        elif depth != 2 and each.name.lower().endswith(DATA_SUFFIXES):
            yield misplaced(Path(each), *expected)
