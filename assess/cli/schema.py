"""`assess schema`: the JSON Schema of what answers each questionnaire, with which editors complete and check."""

import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from assess.cli.trouble import Trouble
from assess.cli.words import SAID
from assess.cli.workspaces import in_language, known_version, loaded, opened, root_of
from assess.loading import questionnaire_versions
from assess.loading.dossiers import FOLDERS
from assess.loading.files import shown_path
from assess.model import Questionnaire
from assess.presentation.schemas import answers_schema


def run(options: Namespace) -> int:
    """Print the schema of responses to one questionnaire, or to each; or write those of all that answers it."""
    root = root_of(options)
    workspace, _ = opened(root, options)
    for name, version in _wanted(root, options):
        questionnaire = loaded(workspace, name, version, options)
        languages = [in_language(workspace, questionnaire, each) for each in workspace.settings.languages]
        if options.output is None:
            print(_text("response", questionnaire, languages), end="")
            continue
        for kind, folder in {"response": "", **FOLDERS}.items():
            path = Path(options.output, folder, f"{name}-{version}.schema.json")
            _write(path, _text(kind, questionnaire, languages), options.lang)
    return 0


def _wanted(root: Path, options: Namespace) -> list[tuple[str, str]]:
    if options.questionnaire is None:
        return [(name, version) for name, versions in questionnaire_versions(root).items() for version in versions]
    name, _, version = options.questionnaire.partition("@")
    return [(name, known_version(root, name, version or None))]


def _text(kind: str, questionnaire: Questionnaire, languages: Sequence[Questionnaire]) -> str:
    return json.dumps(answers_schema(kind, questionnaire, languages), ensure_ascii=False, indent=2) + "\n"


def _write(path: Path, text: str, language: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Trouble("disk", path=shown_path(path), error=error.strerror or type(error).__name__) from error
    print(SAID[language]["schema_done"].format(path=shown_path(path)))
