"""The workspace a command works in, and what it needs of it."""

from argparse import Namespace
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from assess.cli.trouble import Trouble
from assess.loading import (
    Workspace,
    load_questionnaire,
    load_translation,
    open_workspace,
    questionnaire_versions,
    workspace_root,
)
from assess.loading.files import shown_path, within
from assess.loading.workspace import REGISTER_FILE, SETTINGS_FILE
from assess.model import Publication, Questionnaire
from assess.problems import Problem, listed, near
from assess.translation import translate


def root_of(options: Namespace, start: Path | None = None) -> Path:
    """Return the workspace's folder: as asked, else the nearest one upwards of `start`, or of where we are."""
    if options.workspace is not None:
        folder = Path(options.workspace)
        if not (folder / "assess.yaml").exists():
            raise Trouble("no_workspace", path=shown_path(folder))
        return folder
    found = workspace_root(start or Path.cwd())
    if found is None:
        raise Trouble("no_workspace", path=shown_path(start or Path.cwd()))
    return found


def opened(root: Path, options: Namespace) -> tuple[Workspace, tuple[Problem, ...]]:
    """Open a workspace; stop with its problems where it cannot be used."""
    workspace, problems = open_workspace(root)
    if workspace is None:
        from assess.cli.problems import tell

        tell(problems, options.lang)
        raise Trouble("unusable")
    return workspace, problems


def known_version(root: Path, name: str, version: str | None) -> str:
    """Return a version of a questionnaire that is there: the one asked for, or the last by name."""
    versions = questionnaire_versions(root)
    if name not in versions:
        raise Trouble("no_questionnaire", value=name, known=listed(versions))
    if version is not None and version not in versions[name]:
        raise Trouble("no_version", questionnaire=name, value=version, known=listed(versions[name]))
    return version or max(versions[name], key=_version_key)


def in_language(workspace: Workspace, questionnaire: Questionnaire, language: str) -> Questionnaire:
    """Return the questionnaire with its text in a language, as far as it is translated."""
    words, _ = load_translation(workspace.root, questionnaire, language)
    return translate(questionnaire, words, language)


def concerning(
    problems: Iterable[Problem], root: Path, publications: Iterable[Publication], *others: str
) -> list[Problem]:
    """Return the problems of what is published here, of assess.yaml, of agencies.yaml, and of `others` in the root."""
    shown = [SETTINGS_FILE, REGISTER_FILE, *others]
    for each in publications:
        shown.append(f"questionnaires/{each.questionnaire}/{each.version}")
        shown += [f"{folder}/{each.period}/{each.questionnaire}" for folder in _RECEIVED]
    return within(problems, [root / each for each in shown])


_RECEIVED: Final = ("responses", "reviews", "surveys")


def suggestion(word: str, known: Mapping[str, object], language: str) -> str:
    """Return " Did you mean …?" for a near miss, or ""."""
    from assess.cli.words import SAID

    hint = near(word, known)
    return SAID[language]["near"].format(near=hint) if hint else ""


def loaded(workspace: Workspace, name: str, version: str, options: Namespace) -> Questionnaire:
    """Load a questionnaire; stop with its problems where it is refused."""
    questionnaire, problems = load_questionnaire(workspace.root, name, version, workspace.register)
    if questionnaire is None:
        from assess.cli.problems import tell
        from assess.cli.trouble import EXIT_PROBLEMS

        tell(problems, options.lang)
        raise Trouble("unusable_questionnaire", EXIT_PROBLEMS, questionnaire=f"{name} {version}")
    return questionnaire


def _version_key(version: str) -> tuple[tuple[int, str], ...]:
    """Order versions by their numbers: 2025.10 after 2025.9."""
    parts = version.replace("-", ".").split(".")
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in parts)
