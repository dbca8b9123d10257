"""`assess freeze`: record what a version says, so that a later change is noticed."""

from argparse import Namespace
from typing import Final

from assess.cli.trouble import EXIT_PROBLEMS, Trouble
from assess.cli.words import SAID
from assess.cli.workspaces import known_version, opened, root_of
from assess.loading import FROZEN_FILE, load_digest
from assess.loading.files import shown_path
from assess.loading.questionnaires import FOLDER

_RECORD: Final = """\
# Phiên bản này đã được niêm phong; lệnh assess freeze ghi tệp này. · This version is frozen; written by assess freeze.
format: 1
sha256: "{digest}"
"""


def run(options: Namespace) -> int:
    """Write the record; never over another."""
    root = root_of(options)
    workspace, _ = opened(root, options)
    name, version = options.questionnaire, known_version(root, options.questionnaire, options.version)
    digest, problems = load_digest(root, name, version, workspace.register)
    if digest is None:
        from assess.cli.problems import tell

        tell(problems, options.lang)
        raise Trouble("unusable_questionnaire", EXIT_PROBLEMS, questionnaire=f"{name} {version}")
    path = root / FOLDER / name / version / FROZEN_FILE
    said = "freeze_done"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_RECORD.format(digest=digest))
    except FileExistsError:  # and it agrees, or the version would have been refused
        said = "freeze_already"
    except OSError as error:
        raise Trouble("disk", path=shown_path(path), error=error.strerror or type(error).__name__) from error
    print(SAID[options.lang][said].format(questionnaire=name, version=version, path=shown_path(path)))
    return 0
