"""The commands: they turn arguments into calls, exceptions into messages, and outcomes into exit codes.

0 nothing wrong; 1 problems found in a workspace's files; 2 wrong use, a path that is not there, an unusable
assess.yaml; 3 a fault of the tool.
"""

import contextlib
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from assess.cli.parser import COMMANDS, parse
from assess.cli.streams import message, usable_streams
from assess.cli.trouble import EXIT_FAULT, EXIT_PROBLEMS, Trouble
from assess.cli.words import SAID

EXIT_INTERRUPTED: Final = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    usable_streams()
    options = parse(sys.argv[1:] if arguments is None else arguments)
    try:
        # Each command's module is loaded when it is called, so that scoring one file does not pay for MkDocs.
        status: int = import_module(COMMANDS[options.command]).run(options)
        sys.stdout.flush()
    except Trouble as trouble:
        message(trouble.text(options.lang))
        return trouble.status
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:  # whoever reads us has seen enough
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_PROBLEMS
    except Exception as fault:
        if options.debug:
            raise
        message(SAID[options.lang]["fault"].format(fault=f"{type(fault).__name__}: {fault}"))
        return EXIT_FAULT
    return status
