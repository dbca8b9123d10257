"""Questionnaires: the files of one version become one questionnaire."""

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from assess.documents import Document
from assess.loading.files import DATA_SUFFIXES, entries, in_order, load_document, misplaced, refused, shown_path
from assess.loading.freezing import FROZEN_FILE, frozen_problems
from assess.model import Questionnaire, Register, VersionMap
from assess.model.digest import content_sha256
from assess.model.questionnaire import Versions
from assess.model.texts import Data
from assess.problems import Problem
from assess.validation import groups, mappings, questionnaires
from assess.validation.drafts import Draft, Spot

FOLDER = "questionnaires"
LANGUAGES = ("en", "vi")

VersionMaps = Mapping[tuple[str, str], VersionMap]
"""Mappings by the id and version of the later questionnaire."""


def questionnaire_versions(root: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the versions of each questionnaire that a workspace holds, by the names of their folders."""
    found = {
        each.name: tuple(version.name for version in entries(Path(each)) if version.is_dir(follow_symlinks=False))
        for each in entries(root / FOLDER)
        if each.is_dir(follow_symlinks=False)
    }
    return {name: versions for name, versions in found.items() if versions}


def load_questionnaire(
    root: Path, name: str, version: str, register: Register
) -> tuple[Questionnaire | None, tuple[Problem, ...]]:
    """Load one version of a questionnaire; None when it is refused. `register` has the agencies."""
    questionnaire, problems = _load_alone(root, name, version, register)
    if questionnaire is None:
        return None, problems
    return questionnaire, problems + load_mapping(root, questionnaire, register)[1]


def load_mapping(
    root: Path, questionnaire: Questionnaire, register: Register
) -> tuple[VersionMap | None, tuple[Problem, ...]]:
    """Load the version's mapping.yaml; None when there is none, it is refused, or the version it names is."""
    path = root / FOLDER / questionnaire.id / questionnaire.version / "mapping.yaml"
    if not path.exists():
        return None, ()
    document, problems = load_document("mapping", path)
    if refused(problems):
        return None, problems
    known = questionnaire_versions(root)[questionnaire.id]
    version = document.data["from"]
    if version not in known or version == questionnaire.version:
        facts = {
            "questionnaire": questionnaire.id,
            "value": version,
            "allowed": ", ".join(each for each in known if each != questionnaire.version),
        }
        return None, (document.problem("unknown-version", ("from",), **facts),)
    earlier, _ = _load_alone(root, questionnaire.id, version, register)
    if earlier is None:
        return None, ()
    problems = in_order(
        [
            *mappings.unknown_id(document, earlier.questions.keys(), questionnaire.questions.keys()),
            *mappings.not_ended(document, earlier.questions.keys(), questionnaire.questions.keys()),
            *mappings.mapped_twice(document),
            *mappings.not_comparable(document, earlier, questionnaire),
        ]
    )
    return (None if refused(problems) else VersionMap.from_data(document.data)), problems


def load_mappings(root: Path, versions: Versions, register: Register) -> VersionMaps:
    """Load the mapping of every version that has a usable one; what is wrong with the others is told elsewhere."""
    usable = {key: each for key, each in versions.items() if each is not None}
    found = {key: load_mapping(root, each, register)[0] for key, each in usable.items()}
    return {key: each for key, each in found.items() if each is not None}


def load_digest(root: Path, name: str, version: str, register: Register) -> tuple[str | None, tuple[Problem, ...]]:
    """Load one version and return the digest of what it says; None when it is refused."""
    data, problems = _checked(root, name, version, register)
    return (None if data is None else content_sha256(*data)), problems


def _load_alone(
    root: Path, name: str, version: str, register: Register
) -> tuple[Questionnaire | None, tuple[Problem, ...]]:
    """Load one version without its mapping, which may lead to another version and back."""
    data, problems = _checked(root, name, version, register)
    return (None if data is None else Questionnaire.from_data(*data)), problems


def _checked(
    root: Path, name: str, version: str, register: Register
) -> tuple[tuple[Data, Sequence[Data]] | None, tuple[Problem, ...]]:
    """Return the checked data of a version, its head and its dimensions in order; None when it is refused."""
    folder = root / FOLDER / name / version
    head, problems = load_document("questionnaire", folder / "questionnaire.yaml")
    if refused(problems):
        return None, problems
    spots, more = _dimensions(head, folder)
    dimensions = [each.data for each in spots]
    found = [*_path_problems(head, name, version), *more]
    if not refused(tuple(more)):
        draft = Draft(head=head, dimensions=spots)
        found += chain.from_iterable(rule(draft) for rule in questionnaires.RULES)
        found += chain.from_iterable(rule(draft, register) for rule in groups.RULES)
        found += frozen_problems(head, dimensions, folder)
    every = in_order([*found, *_strays(head, folder)])
    return (None if refused(tuple(found)) else (head.data, dimensions)), every


def load_versions(root: Path, register: Register) -> tuple[Versions, tuple[Problem, ...]]:
    """Load every version of every questionnaire, with all their problems."""
    versions: dict[tuple[str, str], Questionnaire | None] = {}
    problems: list[Problem] = []
    for name, each in questionnaire_versions(root).items():
        for version in each:
            versions[name, version], found = load_questionnaire(root, name, version, register)
            problems += found
    return versions, tuple(problems)


def _dimensions(head: Document, folder: Path) -> tuple[list[Spot], list[Problem]]:
    """Return the dimensions in the head's order, from their own files where the head only names them."""
    spots: list[Spot] = []
    problems: list[Problem] = []
    for n, each in enumerate(head.data["dimensions"]):
        if not isinstance(each, str):
            spots.append(Spot(head, ("dimensions", n), each))
            continue
        path = folder / "dimensions" / f"{each}.yaml"
        if not path.exists():
            problems.append(head.problem("missing-file", ("dimensions", n), file=shown_path(path)))
            continue
        document, found = load_document("dimension", path)
        problems += found
        if not refused(found):
            spots.append(Spot(document, (), document.data))
            problems += _disagreement(document, ("id",), each, document.data["id"])
    return spots, problems


def _strays(head: Document, folder: Path) -> list[Problem]:
    """Return a problem for each data file of a version that is not read: not named, or in no language."""
    dimensions = {f"{each}.yaml" for each in head.data["dimensions"] if isinstance(each, str)}
    locales = {f"{each}.yaml" for each in LANGUAGES if each != head.data["language"]}
    known = {
        ".": ({"questionnaire.yaml", "mapping.yaml", FROZEN_FILE}, ("dimensions/<mã>.yaml", "dimensions/<id>.yaml")),
        "dimensions": (dimensions, ("dimensions/<mã>.yaml", "dimensions/<id>.yaml")),
        "locale": (locales, (f"locale/{min(locales)}",) * 2),
    }
    return [
        misplaced(Path(each), *right)
        for name, (names, right) in known.items()
        for each in entries(folder / name)
        if each.name not in names and each.name.lower().endswith(DATA_SUFFIXES) and each.is_file()
    ]


def _path_problems(head: Document, name: str, version: str) -> list[Problem]:
    return _disagreement(head, ("id",), name, head.data["id"]) + _disagreement(
        head, ("version",), version, head.data["version"]
    )


def _disagreement(document: Document, at: tuple[str, ...], expected: str, value: Any) -> list[Problem]:
    return [] if value == expected else [document.problem("path-disagrees", at, expected=expected, value=value)]
