"""Everything of a workspace loaded once, for its problems alone."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from assess.loading.dossiers import load_dossier, lone_files, side_files, stray_problems
from assess.loading.files import by_path, within
from assess.loading.questionnaires import FOLDER, load_versions
from assess.loading.responses import response_files
from assess.loading.targets import TARGETS_FILE, load_targets
from assess.loading.translations import load_translations
from assess.loading.workspace import REGISTER_FILE, SETTINGS_FILE, open_workspace
from assess.problems import Problem


def check_workspace(root: Path, paths: Sequence[Path] = ()) -> tuple[bool, tuple[Problem, ...], int]:
    """Return whether the workspace can be used, all problems in the order of the files, and how many files were read.

    With `paths` (absolute), only what is wrong with these files, or below these folders, is told.
    """
    workspace, problems = open_workspace(root)
    if workspace is None:
        return False, problems, 2
    versions, found = load_versions(root, workspace.register)
    _, untranslated = load_translations(root, versions, workspace.settings)
    _, of_targets = load_targets(workspace, versions)
    every = [*problems, *found, *untranslated, *of_targets]
    general = [root / SETTINGS_FILE, root / REGISTER_FILE, root / TARGETS_FILE, *(root / FOLDER).rglob("*.yaml")]
    files = sum(path.is_file() and (not paths or _within(path, paths)) for path in general)
    of_dossiers = list(stray_problems(root))
    for file in chain(response_files(root), lone_files(root)):
        read = [each for each in (file.path, *side_files(root, file).values()) if not paths or _within(each, paths)]
        if read:
            files += len(read)
            of_dossiers += load_dossier(workspace, versions, file)[2]
    every += by_path(of_dossiers)
    if paths:
        every = within(every, paths)
    return True, tuple(every), files


def _within(path: Path, folders: Sequence[Path]) -> bool:
    absolute = path.absolute()
    return any(absolute == folder or folder in absolute.parents for folder in folders)
