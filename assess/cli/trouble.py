"""Why a command stops before its work is done."""

from typing import Final

from assess.cli.words import SAID

EXIT_PROBLEMS: Final = 1
EXIT_USAGE: Final = 2
EXIT_FAULT: Final = 3


class Trouble(Exception):
    """A message by its key in `words`, with its facts, and the exit code."""

    def __init__(self, key: str, status: int = EXIT_USAGE, **facts: object) -> None:
        super().__init__(key)
        self.key, self.status, self.facts = key, status, facts

    def text(self, language: str) -> str:
        """Return the message in a language."""
        return SAID[language][self.key].format_map({name: str(value) for name, value in self.facts.items()})
