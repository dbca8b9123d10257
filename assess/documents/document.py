"""A file as read: plain data, and where each part of it stands."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from assess.problems import FACT_LENGTH, Problem, shown

At: TypeAlias = tuple[str | int, ...]
"""The way to a value inside a document: keys and list positions, from the root."""

_HOSTILE: Final = {"value", "name", "id", "question"}


class Document:
    """A file as read: its plain data, and where each part stands.

    `data` is None when the gate refused the file; `problems` then says why. Text in `data` is NFC; whole numbers are
    `int`, other numbers exact `Decimal`.
    """

    __slots__ = ("_marks", "_places", "data", "path", "problems")

    def __init__(self, path: str, data: Any, problems: tuple[Problem, ...], marks: Sequence[Any]) -> None:
        self.path = path
        self.data = data
        self.problems = problems
        self._marks = marks
        self._places: dict[tuple[At, bool], tuple[int, int]] | None = None

    def problem(self, code: str, at: At, **facts: object) -> Problem:
        """Return a problem at a value of this document, or at its nearest parent where it is not there."""
        return self._located(code, self.place(at), facts)

    def key_problem(self, code: str, at: At, **facts: object) -> Problem:
        """Return a problem at the key of a value."""
        return self._located(code, self.place(at, key=True), facts)

    def place(self, at: At, *, key: bool = False) -> tuple[int, int]:
        """Return line and column, from 1, of the value at `at` (of its key when `key`)."""
        if self._places is None:
            self._places = dict(_index(self.data, iter(self._marks), ()))
        while at and (at, key) not in self._places:
            key, at = (True, at[:-1]) if (at[:-1], True) in self._places else (False, at[:-1])
        return self._places.get((at, key), (1, 1))

    def _located(self, code: str, place: tuple[int, int], facts: Mapping[str, object]) -> Problem:
        words = {
            name: shown(value, FACT_LENGTH if name in _HOSTILE else 4 * FACT_LENGTH) for name, value in facts.items()
        }
        return Problem(code=code, path=self.path, line=place[0], column=place[1], facts=words)


def _index(value: Any, marks: Iterator[Any], at: At) -> Iterator[tuple[tuple[At, bool], tuple[int, int]]]:
    """Yield the place of every value and key, walking the data in the order in which the marks were taken."""
    mark = next(marks)
    yield (at, False), (mark.line + 1, mark.column + 1)
    if value.__class__ is dict:
        for key, part in value.items():
            mark = next(marks)
            yield ((*at, key), True), (mark.line + 1, mark.column + 1)
            yield from _index(part, marks, (*at, key))
    elif value.__class__ is list:
        for position, part in enumerate(value):
            yield from _index(part, marks, (*at, position))
