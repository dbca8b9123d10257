"""`assess new`: a file to fill in, a response, or a review or a survey of one, with every question as a comment."""

import re
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assess.cli.templates import Template, lines
from assess.cli.trouble import EXIT_PROBLEMS, Trouble
from assess.cli.words import SAID
from assess.cli.workspaces import in_language, known_version, loaded, opened, root_of, suggestion
from assess.loading import (
    ResponseFile,
    Workspace,
    load_questionnaire,
    load_response,
    questionnaire_versions,
)
from assess.loading.dossiers import FOLDERS
from assess.loading.files import shown_path
from assess.loading.responses import FOLDER
from assess.validation.values import RESERVED


def run(options: Namespace) -> int:
    """Write the file; never over another."""
    root = root_of(options)
    workspace, _ = opened(root, options)
    agency = workspace.register.agencies.get(options.agency)
    if agency is None:
        near = suggestion(options.agency, workspace.register.agencies, options.lang)
        raise Trouble("no_agency", value=options.agency, near=near)
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,62}", options.period) or options.period in RESERVED:
        raise Trouble("bad_id", value=options.period)
    version = known_version(root, options.questionnaire, options.version)
    answers: Mapping[str, Any] = {}
    if options.kind != "response":
        version, answers = _answered(workspace, options)
    questionnaire = in_language(workspace, loaded(workspace, options.questionnaire, version, options), options.lang)
    if agency.kind not in questionnaire.applies_to:
        raise Trouble("not_asked", questionnaire=questionnaire.id, kind=agency.kind)
    path = _path(root, FOLDERS.get(options.kind, FOLDER), options)
    template = Template(options.kind, questionnaire, agency, options.period, path, options.lang, answers)
    _write(path, "".join(f"{line}\n" for line in lines(template)))
    done = "new_done" if options.kind == "response" else "new_done_side"
    print(SAID[options.lang][done].format(path=shown_path(path)))
    return 0


def _path(root: Path, folder: str, options: Namespace) -> Path:
    return root.joinpath(folder, options.period, options.questionnaire, f"{options.agency}.yaml")


def _answered(workspace: Workspace, options: Namespace) -> tuple[str, Mapping[str, Any]]:
    """Return the version that a response answers, and its answers as data; stop where there is none to rely on."""
    path = _path(workspace.root, FOLDER, options)
    if not path.is_file():
        raise Trouble("no_response", path=shown_path(path))
    name = options.questionnaire
    found = {
        (name, version): load_questionnaire(workspace.root, name, version, workspace.register)
        for version in questionnaire_versions(workspace.root)[name]
    }
    file = ResponseFile(path, options.period, name, options.agency)
    response, data, problems = load_response(workspace, {key: each for key, (each, _) in found.items()}, file)
    if response is None:
        from assess.cli.problems import tell

        tell(problems or [each for _, more in found.values() for each in more], options.lang)
        raise Trouble("unusable_response", EXIT_PROBLEMS, path=shown_path(path))
    if options.version not in (None, response.version):
        raise Trouble("other_version", path=shown_path(path), version=response.version)
    return response.version, data["answers"]


def _write(path: Path, text: str) -> None:
    linked = next((folder for folder in (path.parent, *path.parents[1:3]) if folder.is_symlink()), None)
    if linked is not None:
        raise Trouble("linked", path=shown_path(linked))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Trouble("exists", path=shown_path(path)) from None
    except OSError as error:
        raise Trouble("disk", path=shown_path(path), error=error.strerror or type(error).__name__) from error
