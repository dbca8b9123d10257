"""From libyaml's events to plain data: one loop, on a short leash."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, NoReturn

import yaml

from assess.documents.refusals import Refusal, code_point
from assess.problems import shown

DEPTH: Final = 20
KEYS: Final = 10_000
DIGITS: Final = 40
MOST_PROBLEMS: Final = 100

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]").search
"""Finds a character that no text may hold: a control, a separator of lines, or a mark that turns the direction."""

_CONSTANTS: Final = {"true": True, "false": False, "null": None, "~": None, "": None}
_KNOWN: Final = _CONSTANTS | {str(n): n for n in range(1000)}
_TELLING: Final = frozenset({"", *(word[:1] for word in _KNOWN), "-"})
"""How a scalar begins that may be something else than text."""
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?").fullmatch
_Scalar, _MapStart, _ListStart = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
_Alias, _StreamEnd = yaml.AliasEvent, yaml.StreamEndEvent
_MapEnd, _ListEnd = yaml.MappingEndEvent, yaml.SequenceEndEvent
_TRICKS: Final = ("yaml-tag", "yaml-anchor", "merge-key")


class Builder:
    """From events to data: one loop, a stack of open containers, and the marks in the order of the events.

    `watchful` says that the text holds something (an escape, a decomposed letter, a sign that YAML gives a meaning)
    for which each scalar must be looked at closely.
    """

    def __init__(self, next_event: Callable[[], Any], *, watchful: bool) -> None:
        self.next_event = next_event
        self.watchful = watchful
        self.stack: list[tuple[Any, str]] = []
        self.marks: list[Any] = []
        self.problems: list[Refusal] = []

    def build(self) -> Any:  # noqa: C901  # one loop over all kinds of event; calls would cost a third more
        """Return the data of the one document.

        The loop is the hottest place of a run; that is why it keeps its state in local names and asks for help only
        where something is out of the ordinary.
        """
        self._open_document()
        next_event, add_mark, watchful = self.next_event, self.marks.append, self.watchful
        scalar, map_start, map_end, list_end = _Scalar, _MapStart, _MapEnd, _ListEnd
        known, telling = _KNOWN, _TELLING
        stack = self.stack
        parent: Any = None
        key, in_map = "", False
        while True:
            event = next_event()
            kind = event.__class__
            if in_map and kind is not map_end:
                if kind is not scalar:
                    self._refuse_key(event)
                key = self._examine(event.value, event) if watchful else event.value
                add_mark(event.start_mark)
                if key in parent or len(parent) >= KEYS:
                    key = self._odd_key(key, parent, event)
                event = next_event()
                kind = event.__class__
            if kind is scalar:
                value = self._examine(event.value, event) if watchful else event.value
                add_mark(event.start_mark)
                if value[:1] in telling and event.implicit[0]:
                    value = known[value] if value in known else self._number(value, event)
            elif kind is map_end or kind is list_end:
                value = parent
                parent, key = stack.pop()
                in_map = parent.__class__ is dict
            elif kind is _Alias:
                self._report_trick(self._alias(event))
                value = None
                add_mark(event.start_mark)
            else:
                if watchful or len(stack) >= DEPTH:
                    self._check_start(event, len(stack))
                stack.append((parent, key))
                in_map = kind is map_start
                parent = {} if in_map else []
                add_mark(event.start_mark)
                continue
            if in_map:
                parent[key] = value
            elif parent is not None:
                parent.append(value)
            else:
                self._close_document()
                return value

    def _open_document(self) -> None:
        self.next_event()
        event = self.next_event()
        if event.__class__ is _StreamEnd:
            raise Refusal("empty-file")
        if event.tags:
            self.problems.append(Refusal("yaml-tag", event.start_mark, tag="%TAG"))

    def _close_document(self) -> None:
        self.next_event()
        event = self.next_event()
        if event.__class__ is not _StreamEnd:
            raise Refusal("second-document", event.start_mark)

    def _odd_key(self, value: str, parent: dict[str, Any], event: Any) -> str:
        if len(parent) >= KEYS:
            raise Refusal("too-many-keys", event.start_mark, limit=KEYS)
        first = self._line_of_key(value, parent)
        self._report(Refusal("duplicate-key", event.start_mark, key=shown(value), first=first))
        return f"{value}\0{len(parent)}"  # both stay in the map, so that it still agrees with the marks

    def _line_of_key(self, key: str, parent: dict[str, Any]) -> int:
        """Return the line of a key of the open map, counted back from the last mark: that of its repetition."""
        position = len(self.marks) - 1
        for each, value in reversed(parent.items()):
            position -= 1 + _size(value)
            if each == key:
                break
        line: int = self.marks[position].line + 1
        return line

    def _number(self, value: str, event: Any) -> Any:
        """Return the number that a scalar without quotes stands for, or its text where it is none."""
        number = _NUMBER(value)
        if number is None:
            return value
        if len(value) > DIGITS:
            self._report(Refusal("number-too-long", event.start_mark, limit=DIGITS))
            return value
        return int(value) if number.group(1) is None else Decimal(value) or Decimal(0)

    def _examine(self, value: str, event: Any) -> str:
        """Return the text of a scalar in NFC; report what YAML or an escape brought in with it."""
        self._check_properties(event)
        if value == "<<" and event.implicit[0]:
            self._report_trick(Refusal("merge-key", event.start_mark))
        found = FORBIDDEN(value)
        if found:
            self._report(Refusal("forbidden-character", event.start_mark, character=code_point(found.group())))
        return unicodedata.normalize("NFC", value)

    def _check_start(self, event: Any, depth: int) -> None:
        if depth >= DEPTH:
            raise Refusal("too-deep", event.start_mark, limit=DEPTH)
        self._check_properties(event)

    def _check_properties(self, event: Any) -> None:
        if event.tag is not None:
            self._report_trick(
                Refusal("yaml-tag", event.start_mark, tag=shown(event.tag.replace("tag:yaml.org,2002:", "!!")))
            )
        if event.anchor is not None:
            self._report_trick(Refusal("yaml-anchor", event.start_mark, name=shown(f"&{event.anchor}")))

    def _alias(self, event: Any) -> Refusal:
        return Refusal("yaml-anchor", event.start_mark, name=shown(f"*{event.anchor}"))

    def _refuse_key(self, event: Any) -> NoReturn:
        """Refuse a key that is a list, a map or an alias."""
        raise self._alias(event) if event.__class__ is _Alias else Refusal("key-not-text", event.start_mark)

    def _report_trick(self, refusal: Refusal) -> None:
        """Report the first tag, anchor, alias or merge key of a file: one is as clear as a thousand."""
        if not any(each.code in _TRICKS for each in self.problems):
            self._report(refusal)

    def _report(self, refusal: Refusal) -> None:
        self.problems.append(refusal)
        if len(self.problems) >= MOST_PROBLEMS:
            raise refusal


def _size(value: Any) -> int:
    """Return how many marks a value has: one for itself, one for each key, and those of its parts."""
    if value.__class__ is dict:
        return 1 + sum(1 + _size(each) for each in value.values())
    if value.__class__ is list:
        return 1 + sum(_size(each) for each in value)
    return 1
