"""`assess check`: every problem of a workspace, or of some of its files, in the order of the files."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from assess.cli.problems import write_problems
from assess.cli.streams import message
from assess.cli.trouble import EXIT_PROBLEMS, Trouble
from assess.cli.words import SAID
from assess.cli.workspaces import root_of
from assess.loading.checking import check_workspace
from assess.loading.files import shown_path
from assess.problems import Problem


def run(options: Namespace) -> int:
    """Check and tell."""
    paths = [Path(each) for each in options.paths]
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise Trouble("no_path", path=shown_path(path))
    root = root_of(options, paths[0].absolute() if paths else None)
    usable, problems, files = check_workspace(root, [path.absolute() for path in paths])
    if usable and not files and not problems:
        for path in paths:
            if path.is_file():
                raise Trouble("not_read", path=shown_path(path))
    write_problems(problems, options.format, options.lang, sys.stdout)
    if not usable:
        raise Trouble("unusable")
    refusing = sum(each.refuses for each in problems)
    if options.format == "text":
        _summary(problems, refusing, files, options.lang)
    return EXIT_PROBLEMS if refusing else 0


def _summary(problems: Sequence[Problem], refusing: int, files: int, language: str) -> None:
    key = "check_some" if problems else "check_none"
    facts = {"problems": refusing, "warnings": len(problems) - refusing, "files": files}
    message(SAID[language][key].format_map(facts))
