"""The sense of what conditions ask for: values that an answer can have, and bounds with something between them."""

from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from assess.documents import At
from assess.model.conditions import BOUNDS, MEASURES
from assess.model.questions import MEASURED, range_of
from assess.model.rules import Range
from assess.problems import Problem, hint
from assess.validation.answers import range_left, tip_for, unfit
from assess.validation.conditions import every_condition
from assess.validation.drafts import Draft, Spot
from assess.validation.values import date_problems, is_date, is_written_as_date


def impossible_values(draft: Draft) -> Iterator[Problem]:
    """A value that a condition waits for can be the answer: of its type, on offer, within its range."""
    questions = {spot.data["id"]: spot.data for spot in draft.every_question()}
    offered: dict[str, Collection[str]] = {}
    for spot, at, test in every_condition(draft):
        asked = questions.get(test.get("question", "")) if "is" in test else None
        if asked is None:
            continue
        known = offered.get(asked["id"])
        if known is None:
            known = offered[asked["id"]] = dict.fromkeys(each["id"] for each in draft.options(asked))
        for n, value in enumerate(test["is"]):
            yield from _impossible(spot, (*at, "is", n), asked, value, known)


def empty_bounds(draft: Draft) -> Iterator[Problem]:
    """Some number lies within the bounds of a condition."""
    questions = {spot.data["id"]: spot.data for spot in draft.every_question()}
    for spot, at, test in every_condition(draft):
        asked = questions.get(test.get("question", ""))
        if asked is not None and asked["type"] in MEASURED:
            yield from _empty(spot, at, test, range_of(asked))
        for key in MEASURES:
            if key in test:
                yield from _empty(spot, (*at, key), test[key], _SHARE if key == "coverage" else _ANY)


RULES: Final[tuple[Callable[[Draft], Iterator[Problem]], ...]] = (impossible_values, empty_bounds)


def _impossible(spot: Spot, at: At, asked: Mapping[str, Any], value: Any, known: Collection[str]) -> Iterator[Problem]:
    kind = asked["type"]
    if kind in ("choice", "choices"):
        yield from _not_offered(spot, at, asked, value, known)
    elif kind == "date" and is_written_as_date(value):
        yield from date_problems(spot.document, (*spot.at, *at), value)
    elif kind in _FITS and not _FITS[kind](value):
        yield spot.problem("wrong-answer", *at, question=asked["id"], **unfit(kind, value, tip_for(kind, value)))
    elif kind in MEASURED and kind in _FITS:
        left = range_left(range_of(asked), Decimal(value))
        if left:
            yield spot.problem("out-of-range", *at, question=asked["id"], value=value, range=left)


def _not_offered(spot: Spot, at: At, asked: Mapping[str, Any], value: Any, known: Collection[str]) -> Iterator[Problem]:
    if not isinstance(value, str):
        tip = f'"{value}"' if str(value) in known else ""
        yield spot.problem("wrong-answer", *at, question=asked["id"], **unfit("choice", value, tip))
    elif known and value not in known:
        yield spot.problem("unknown-option", *at, question=asked["id"], value=value, **hint(value, known))


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


_FITS: Final[Mapping[str, Callable[[Any], bool]]] = {
    "yes_no": lambda value: isinstance(value, bool),
    "number": _is_number,
    "percent": _is_number,
    "count": lambda value: _is_number(value) and value == int(value),
    "date": lambda value: isinstance(value, str) and is_date(value),
    "text": lambda value: isinstance(value, str),
}
"""What an answer is. Conditions cannot list a ratio."""


def _empty(spot: Spot, at: At, bounds: Mapping[str, Any], within: Range) -> Iterator[Problem]:
    """Yield a problem where no number lies within the bounds, and within the range that it has anyway."""
    lows = [(bounds[key], key == "above") for key in ("at_least", "above") if key in bounds]
    highs = [(bounds[key], key != "below") for key in ("at_most", "below") if key in bounds]
    lows += [(within.start, False)] if within.start is not None else []
    highs += [(within.end, True)] if within.end is not None else []
    if not lows or not highs or not bounds.keys() & set(BOUNDS):
        return
    (low, beyond), (high, itself) = max(lows), min(highs)
    if low > high or (low == high and (beyond or not itself)):
        written = [(_WORDS[key], bounds[key]) for key in BOUNDS if key in bounds]
        ends = [(words, end) for words, end in zip(_WITHIN, within, strict=True) if end is not None]
        facts = {
            f"bounds_{language}": ", ".join(words[n].format(bound=bound) for words, bound in written + ends)
            for n, language in enumerate(("vi", "en"))
        }
        yield spot.problem("empty-bounds", *at, **facts)


_ANY: Final = Range(None, None)
_SHARE: Final = Range(Decimal(0), Decimal(1))
_WORDS: Final = {
    "at_least": ("từ {bound} trở lên", "at least {bound}"),
    "at_most": ("từ {bound} trở xuống", "at most {bound}"),
    "above": ("trên {bound}", "above {bound}"),
    "below": ("dưới {bound}", "below {bound}"),
}
_WITHIN: Final = (("không dưới {bound}", "not less than {bound}"), ("không quá {bound}", "not more than {bound}"))
