"""A workspace: assess.yaml and agencies.yaml in one folder, opened and checked together."""

from collections.abc import Mapping, Sequence, Set
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from assess.loading.files import in_order, load_document, refused
from assess.loading.freezing import FROZEN_FILE
from assess.loading.questionnaires import FOLDER, questionnaire_versions
from assess.model import Register, Settings
from assess.problems import Problem
from assess.validation import registers, workspaces

SETTINGS_FILE = "assess.yaml"
REGISTER_FILE = "agencies.yaml"


class Workspace(NamedTuple):
    """A folder that can be worked with: what is published, and who answers."""

    root: Path
    settings: Settings
    register: Register


def workspace_root(start: Path) -> Path | None:
    """Return the nearest folder, from `start` upwards, that holds assess.yaml; None when there is none."""
    start = start.absolute()
    return next((folder for folder in (start, *start.parents) if (folder / SETTINGS_FILE).is_file()), None)


def open_workspace(root: Path) -> tuple[Workspace | None, tuple[Problem, ...]]:
    """Open the workspace in `root`; None when assess.yaml or agencies.yaml is refused."""
    head, problems = load_document("workspace", root / SETTINGS_FILE)
    if not refused(problems):
        problems = in_order(list(chain.from_iterable(rule(head) for rule in workspaces.RULES)))
    list_, more = load_document("register", root / REGISTER_FILE)
    if not refused(more):
        more = in_order(list(chain.from_iterable(rule(list_) for rule in registers.RULES)))
    if refused(problems) or refused(more):
        return None, problems + more
    register = Register.from_data(list_.data)
    versions = questionnaire_versions(root)
    problems = in_order(
        [
            *problems,
            *workspaces.unknown_agencies(head, register.agencies.keys()),
            *workspaces.unknown_versions(head, {key: frozenset(each) for key, each in versions.items()}),
            *workspaces.not_frozen(head, _not_frozen(root, versions)),
        ]
    )
    workspace = Workspace(root=root, settings=Settings.from_data(head.data), register=register)
    return (None if refused(problems) else workspace), problems + more


def _not_frozen(root: Path, versions: Mapping[str, Sequence[str]]) -> Set[tuple[str, str]]:
    """Return the versions that have no record of what they say."""
    every = [(name, version) for name, each in versions.items() for version in each]
    return {(name, version) for name, version in every if not (root / FOLDER / name / version / FROZEN_FILE).exists()}
