"""The arguments and options of each command."""

import argparse
import re
from collections.abc import Callable, Mapping
from typing import Final


def _init(command: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    command.add_argument("folder", metavar=said["DIR"], help=said["init_dir"])
    command.add_argument("--register", choices=("sample", "vietnam"), default="sample", help=said["init_register"])


def _communes(command: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    command.add_argument("provinces", metavar=said["PROVINCE"], nargs="+", help=said["communes_provinces"])


def _new(command: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    command.add_argument("agency", metavar=said["AGENCY"], help=said["new_agency"])
    command.add_argument("--questionnaire", metavar=said["ID"], required=True, help=said["questionnaire"])
    command.add_argument("--period", metavar=said["PERIOD"], required=True, help=said["period"])
    command.add_argument("--version", metavar=said["VERSION"], help=said["questionnaire_version"])
    kinds = command.add_mutually_exclusive_group()
    kinds.add_argument("--review", dest="kind", action="store_const", const="review", help=said["new_review"])
    kinds.add_argument("--survey", dest="kind", action="store_const", const="survey", help=said["new_survey"])
    command.set_defaults(kind="response")


def _check(command: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    command.add_argument("paths", metavar=said["PATH"], nargs="*", help=said["check_path"])
    formats = ("text", "json", "github", "sarif")
    command.add_argument("--format", choices=formats, default="text", help=said["check_format"])


def _score(command: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    command.add_argument("files", metavar=said["FILE"], nargs="+", help=said["score_file"])
    formats = ("table", "json", "csv", "markdown")
    command.add_argument("--format", choices=formats, default="table", help=said["score_format"])
    command.add_argument(
        "--channel", choices=("declared", "verified", "survey"), default="declared", help=said["channel"]
    )
    command.add_argument("--explain", metavar=said["ID"], help=said["explain"])


def _rank(command: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    command.add_argument("--questionnaire", metavar=said["ID"], help=said["questionnaire"])
    command.add_argument("--period", metavar=said["PERIOD"], help=said["period"])
    formats = ("table", "json", "csv", "markdown")
    command.add_argument("--format", choices=formats, default="table", help=said["rank_format"])
    command.add_argument("--uncertainty", action="store_true", help=said["uncertainty"])
    command.add_argument("--draws", metavar=said["N"], type=_whole(1, 100_000), help=said["draws"])
    command.add_argument("--seed", metavar=said["N"], type=_whole(0, 2**32 - 1), help=said["seed"])


def _items(command: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    command.add_argument("--questionnaire", metavar=said["ID"], help=said["questionnaire"])
    command.add_argument("--period", metavar=said["PERIOD"], help=said["period"])
    command.add_argument("--kind", metavar=said["KIND"], help=said["items_kind"])
    formats = ("table", "json", "csv", "markdown")
    command.add_argument("--format", choices=formats, default="table", help=said["rank_format"])


def _whole(least: int, most: int) -> Callable[[str], int]:
    """Return what turns an argument into a whole number within bounds."""

    def number(text: str) -> int:
        """Return an argument as a whole number. Raises `ArgumentTypeError` where it is none, or out of bounds."""
        if not re.fullmatch("[0-9]{1,10}", text) or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"'{text}' is not from {least} to {most}")
        return int(text)

    return number


def _compare(command: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    command.add_argument("what", metavar=said["AGENCY"], nargs="+", help=said["compare_agencies"])
    command.add_argument("--questionnaire", metavar=said["ID"], help=said["questionnaire"])
    command.add_argument("--period", metavar=said["PERIOD"], help=said["compare_period"])
    command.add_argument("--periods", metavar=said["PERIOD"], nargs=2, help=said["compare_periods"])
    command.add_argument(
        "--channel", choices=("declared", "verified", "survey"), default="declared", help=said["channel"]
    )
    formats = ("table", "json", "csv", "markdown")
    command.add_argument("--format", choices=formats, default="table", help=said["score_format"])


def _targets(command: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    command.add_argument("--period", metavar=said["PERIOD"], help=said["targets_period"])
    formats = ("table", "json", "csv")
    command.add_argument("--format", choices=formats, default="table", help=said["targets_format"])


def _freeze(command: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    command.add_argument("questionnaire", metavar=said["ID"], help=said["questionnaire"])
    command.add_argument("version", metavar=said["VERSION"], help=said["freeze_version"])


def _build(command: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    command.add_argument("--output", metavar=said["DIR"], help=said["output"])
    command.add_argument("--strict", action="store_true", help=said["strict"])


def _serve(command: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    command.add_argument("--address", metavar=said["HOST:PORT"], default="127.0.0.1:8000", help=said["address"])


def _export(command: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    command.add_argument("folder", metavar=said["DIR"], help=said["export_dir"])
    command.add_argument("--questionnaire", metavar=said["ID"], help=said["export_questionnaire"])
    command.add_argument("--period", metavar=said["PERIOD"], help=said["export_period"])


def _schema(command: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    command.add_argument("questionnaire", metavar=said["ID"], nargs="?", help=said["schema_questionnaire"])
    command.add_argument("--output", metavar=said["DIR"], help=said["schema_output"])


OPTIONS: Final[Mapping[str, Callable[[argparse.ArgumentParser, Mapping[str, str]], None]]] = {
    "init": _init,
    "communes": _communes,
    "new": _new,
    "check": _check,
    "score": _score,
    "rank": _rank,
    "items": _items,
    "compare": _compare,
    "targets": _targets,
    "freeze": _freeze,
    "build": _build,
    "serve": _serve,
    "export": _export,
    "schema": _schema,
}
"""What adds a command's own arguments, by its name."""


def _bounds(language: str) -> str:
    from assess.cli.itemising import bounds_text  # with NumPy: for a run that needs it

    return bounds_text(language)


EPILOGS: Final[Mapping[str, Callable[[str], str]]] = {"items": _bounds}
"""What ends a command's help in a language, by its name; few have it."""
