"""Dossiers: a response, and the review and the survey that stand beside it under the same path in other folders."""

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Final

from assess.documents import RESPONSE_BYTES, Document
from assess.loading.files import in_order, load_document, refused, shown_path
from assess.loading.responses import (
    FOLDER,
    ResponseFile,
    check_entries,
    load_response,
    questionnaire_of,
    response_files,
    strays,
)
from assess.loading.workspace import Workspace
from assess.model import Dossier, Questionnaire
from assess.model.digest import answers_sha256
from assess.model.questionnaire import Versions
from assess.model.texts import Data
from assess.problems import Problem
from assess.validation import reviews

FOLDERS: Final[Mapping[str, str]] = {"review": "reviews", "survey": "surveys"}
"""Where what stands beside responses is found, by kind of file."""


def lone_files(root: Path) -> Iterator[ResponseFile]:
    """Yield where a response should stand, for each review or survey, or both, that stands without one."""
    lone: dict[Path, ResponseFile] = {}
    for folder in FOLDERS.values():
        for each in response_files(root, folder):
            path = root / FOLDER / each.period / each.questionnaire / each.path.name
            if not _stands(path):
                lone[path] = each._replace(path=path)
    return iter(lone.values())


def side_files(root: Path, file: ResponseFile) -> Mapping[str, Path]:
    """Return the files that stand beside a response, by their kind, following no link."""
    way = (file.period, file.questionnaire, f"{file.agency}.yaml")
    paths = {kind: root.joinpath(folder, *way) for kind, folder in FOLDERS.items()}
    return {
        kind: path
        for kind, path in paths.items()
        if _stands(path) and not path.parent.is_symlink() and not path.parents[1].is_symlink()
    }


def stray_problems(root: Path) -> tuple[Problem, ...]:
    """Return a problem for each file of responses, reviews and surveys that stands where it would not be read."""
    return tuple(chain.from_iterable(strays(root, folder) for folder in (FOLDER, *FOLDERS.values())))


def load_dossier(
    workspace: Workspace, questionnaires: Versions, file: ResponseFile
) -> tuple[Dossier | None, Data, tuple[Problem, ...]]:
    """Load a response with its review and its survey, and the checked data that `Dossier.from_data` makes it from.

    The dossier is None when the response is refused, or is not there; see `load_response`. A review or a survey that
    is refused, or a stale review, is left out of it.
    """
    sides = side_files(workspace.root, file)
    lone = bool(sides) and not _stands(file.path)
    response, answered, problems = (None, {}, ()) if lone else load_response(workspace, questionnaires, file)
    dossier = None if response is None else Dossier(workspace.register.agencies[response.agency], response)
    data = {"response": answered}
    for kind, path in sides.items():
        problems += (_no_response(path, file),) if lone else ()
        side, found = _load_side(kind, workspace, questionnaires, file._replace(path=path), dossier, answered)
        problems += found
        if dossier is not None and side is not None:
            dossier = dossier.beside(kind, side)
            data[kind] = side
    if dossier is not None and any(each.code == "stale-review" for each in problems):
        dossier = dossier._replace(stale=True)
    return dossier, data, problems


def _load_side(
    kind: str,
    workspace: Workspace,
    questionnaires: Versions,
    file: ResponseFile,
    dossier: Dossier | None,
    answered: Data,
) -> tuple[Data | None, tuple[Problem, ...]]:
    """Load what stands beside a response; None when it is refused. Without a dossier it is checked alone."""
    document, problems = load_document(kind, file.path, RESPONSE_BYTES)
    if refused(problems):
        return None, problems
    document.data["answers"] = document.data["answers"] or {}  # a file just begun
    questionnaire, problems = questionnaire_of(document, workspace, questionnaires, file)
    if questionnaire is None:
        return None, problems
    found, unsound = check_entries(document, questionnaire, reviews.NAMED[kind])
    if dossier is not None:
        found += _beside(kind, document, questionnaire, dossier, answered, unsound)
    problems = in_order(found)
    return (None if refused(problems) else document.data), problems


def _beside(
    kind: str, document: Document, questionnaire: Questionnaire, dossier: Dossier, answered: Data, unsound: set[str]
) -> Iterator[Problem]:
    """Yield what is wrong with a document beside the response, given too as the data that it was built from."""
    other = list(reviews.other_version(document, dossier.response.version))
    if other:
        yield from other
        return
    if kind == "review":
        yield from reviews.stale_review(document, answers_sha256(answered["answers"]))
    case = reviews.case_of(kind, document, questionnaire, dossier, unsound)
    yield from chain.from_iterable(rule(case) for rule in reviews.RULES)


def _no_response(path: Path, file: ResponseFile) -> Problem:
    return Problem(code="no-response", path=shown_path(path), facts={"file": shown_path(file.path)})


def _stands(path: Path) -> bool:
    """Return whether a file of this name is there, even a link that leads nowhere: it is told of when it is read."""
    return path.exists() or path.is_symlink()
