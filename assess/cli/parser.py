"""Arguments: the commands and their options, with help and errors in Vietnamese or English."""

import argparse
import os
import re
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Final, NoReturn

from assess import __version__
from assess.cli.arguments import EPILOGS, OPTIONS
from assess.cli.trouble import EXIT_USAGE
from assess.cli.words import SAID
from assess.problems import near

COMMANDS: Final[Mapping[str, str]] = {
    name: f"assess.cli.{name}"
    for name in (
        *("init", "communes", "new", "check", "score", "rank"),
        *("items", "compare", "targets", "freeze", "build", "serve", "export", "schema"),
    )
}
"""The commands, in the order of a person's work, and their modules. Each module has `run(options) -> int`."""

LANGUAGES: Final = ("vi", "en")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options of a command line; exit with a message and code 2 where it is wrong."""
    language = _language(arguments)
    return _parser(language, arguments).parse_args(arguments)


def _language(arguments: Sequence[str]) -> str:
    """Return the language of messages, which help and errors need before the arguments are parsed."""
    asked = [
        argument.removeprefix("--lang=") if argument.startswith("--lang=") else after
        for argument, after in pairwise([*arguments, ""])
        if argument == "--lang" or argument.startswith("--lang=")
    ]
    wanted = [*asked[-1:], os.environ.get("ASSESS_LANG", "")]
    return next((each for each in wanted if each in LANGUAGES), LANGUAGES[0])


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks the user's language."""

    language = LANGUAGES[0]

    def error(self, message: str) -> NoReturn:
        """Say what argparse found wrong in the user's language, on standard error, and end with exit code 2."""
        said = SAID[self.language]
        found = next(((key, hit) for key, pattern in _ERRORS.items() if (hit := re.match(pattern, message))), None)
        error = message if found is None else said[found[0]].format_map(_facts(found[1].groupdict(), said))
        command = self.prog.partition(" ")[2]
        print(said["usage_error"].format(error=error, command=command and f"{command} "), file=sys.stderr)
        sys.exit(EXIT_USAGE)

    def format_usage(self) -> str:
        """Return the line of usage, named in the user's language."""
        return self._named(super().format_usage())

    def format_help(self) -> str:
        """Return the help, its line of usage named in the user's language."""
        return self._named(super().format_help())

    def _named(self, text: str) -> str:
        return text.replace("usage: ", f"{SAID[self.language]['usage']}: ", 1)


def _facts(facts: dict[str, str], said: Mapping[str, str]) -> Mapping[str, str]:
    """Return what argparse said, with choices without Python's quotes and a "did you mean"."""
    choices = facts.get("choices", "").replace("'", "")
    hint = near(facts.get("value", ""), choices.split(", ")) if choices else ""
    return facts | {"choices": choices, "near": said["near"].format(near=hint) if hint else ""}


_formatter = partial(argparse.HelpFormatter, width=100, max_help_position=28)  # asking the terminal loads shutil

_ERRORS: Final = {
    "choose": r"argument (?P<argument>.+?): invalid choice: '(?P<value>.*?)' \(choose from (?P<choices>.+)\)",
    "required": r"the following arguments are required: (?P<argument>.+)",
    "unrecognized": r"unrecognized arguments: (?P<value>.+)",
    "expected": r"argument (?P<argument>.+?): expected .*argument",
    "bounds": r"argument (?P<argument>.+?): '(?P<value>.*)' is not from (?P<least>\d+) to (?P<most>\d+)",
    "ignored": r"argument (?P<argument>.+?): ignored explicit argument '(?P<value>.*)'",
    "exclusive": r"argument (?P<argument>.+?): not allowed with argument (?P<value>.+)",
}


def _parser(language: str, arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser of all commands; only those that the arguments name get their options."""
    said = SAID[language]
    _Parser.language = language
    parser = _Parser(
        prog="assess",
        description=said["about"],
        epilog=said["more"],
        add_help=False,
        allow_abbrev=False,
        formatter_class=_formatter,
    )
    parser._optionals.title = said["options"]
    _help(parser, language)
    parser.add_argument("--lang", choices=LANGUAGES, default=language, help=said["lang"])
    parser.add_argument("--workspace", metavar=said["DIR"], help=said["workspace"])
    parser.add_argument("--debug", action="store_true", help=said["debug"])
    parser.add_argument("--version", action="version", version=f"assess {__version__}", help=said["version"])
    commands = parser.add_subparsers(dest="command", required=True, metavar=said["COMMAND"], title=said["commands"])
    for name in COMMANDS:
        command = commands.add_parser(
            name,
            help=said[name],
            description=said[name],
            add_help=False,
            allow_abbrev=False,
            formatter_class=_formatter,
        )
        if name in arguments:
            _options(name, command, language)
    return parser


def _options(name: str, command: argparse.ArgumentParser, language: str) -> None:
    said = SAID[language]
    command._optionals.title, command._positionals.title = said["options"], said["arguments"]
    OPTIONS[name](command, said)
    command.epilog = EPILOGS[name](language) if name in EPILOGS else None
    if name != "init":
        command.add_argument("--workspace", metavar=said["DIR"], default=argparse.SUPPRESS, help=said["workspace"])
    command.add_argument("--lang", choices=LANGUAGES, default=language, help=said["lang"])
    command.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=said["debug"])
    _help(command, language)


def _help(parser: argparse.ArgumentParser, language: str) -> None:
    parser.add_argument("-h", "--help", action="help", help=SAID[language]["help"])
