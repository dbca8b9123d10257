"""Condition: what must be so, of answers or of scores, for a question to be asked or a level to be reached."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeAlias

from assess.model.arithmetic import EXACT, ONE, compared
from assess.model.response import Answer, Ratio
from assess.model.texts import Data, bound_of, decimal_of

MEASURES: Final = ("score", "points", "coverage")
"""What a condition can look at besides an answer: on the questionnaire's scale, as earned, from 0 to 1."""

BOUNDS: Final = ("at_least", "at_most", "above", "below")
"""Between what a number must lie for a condition to hold: the names of its fields, and in YAML."""


class Condition(NamedTuple):
    """All, any, not, or so many of others; or a test on the answer to a question; or one on a score.

    `measure` None tests the answer of `question`; else one of `MEASURES` of `question` or `dimension`. With `some_of`,
    at least the number `at_least`, or the `share`, of the conditions must hold.
    """

    every: tuple["Condition", ...] = ()
    some: tuple["Condition", ...] = ()
    negated: "Condition | None" = None
    some_of: tuple["Condition", ...] = ()
    share: Decimal | None = None
    question: str | None = None
    dimension: str | None = None
    measure: str | None = None
    values: tuple[Any, ...] | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    above: Decimal | None = None
    below: Decimal | None = None
    answered: bool | None = None

    @classmethod
    def from_data(cls, data: Data) -> "Condition":
        """Build from checked data."""
        measure = next((each for each in MEASURES if each in data), None)
        bounds = data if measure is None else data[measure]
        return cls(
            every=tuple(cls.from_data(each) for each in data.get("all", ())),
            some=tuple(cls.from_data(each) for each in data.get("any", ())),
            negated=cls.from_data(data["not"]) if "not" in data else None,
            some_of=tuple(cls.from_data(each) for each in data.get("of", ())),
            share=decimal_of(data, "share"),
            question=data.get("question"),
            dimension=data.get("dimension"),
            measure=measure,
            values=tuple(map(_comparable, data["is"])) if "is" in data else None,
            at_least=bound_of(bounds, "at_least"),
            at_most=bound_of(bounds, "at_most"),
            above=bound_of(bounds, "above"),
            below=bound_of(bounds, "below"),
            answered=data.get("answered"),
        )

    @property
    def inner(self) -> tuple["Condition", ...]:
        """The conditions that it is made of."""
        return (*self.every, *self.some, *self.some_of, *((self.negated,) if self.negated else ()))

    def questions(self) -> Iterator[str]:
        """Yield the ids of all questions that the condition looks at."""
        if self.question is not None:
            yield self.question
        for each in self.inner:
            yield from each.questions()

    def measured(self) -> Iterator[str]:
        """Yield the keys of all questions and dimensions whose scores the condition looks at."""
        if self.measure is not None:
            yield self.question or key_of(self.dimension or "")
        for each in self.inner:
            yield from each.measured()


def key_of(dimension: str) -> str:
    """Return what tells a dimension apart from a question with the same id."""
    return f"{dimension}/"


def is_node_key(key: str) -> bool:
    """Return whether a key is that of a dimension, or of the whole, and not a question's id."""
    return key.endswith("/")


WHOLE: Final = key_of("")
"""The key of the questionnaire itself, which puts its own dimensions together."""


Measure: TypeAlias = Callable[[Condition], Decimal | bool | None]
"""Gives the score, points or coverage that a condition asks for; None where there is none yet.

False where there can be none, because what is looked at is not asked or does not apply: such a test fails.
"""


def holds(condition: Condition, answers: Mapping[str, Answer | None], measure: Measure) -> bool | None:
    """Return whether a condition is true; None where that cannot be decided yet.

    `answers` are those of the questions that are asked.
    """
    if condition.every or condition.some:
        parts = [holds(each, answers, measure) for each in condition.every or condition.some]
        decisive = not condition.every  # one False decides `all`, one True decides `any`
        if decisive in parts:
            return decisive
        return None if None in parts else not decisive
    if condition.some_of:
        return _enough(condition, [holds(each, answers, measure) for each in condition.some_of])
    if condition.negated is not None:
        inner = holds(condition.negated, answers, measure)
        return None if inner is None else not inner
    if condition.measure is not None:
        value = measure(condition)
        return value if value is None or isinstance(value, bool) else _within(condition, compared(value))
    question = condition.question or ""
    return _passes(condition, answers[question]) if question in answers else False


def unmeasured(condition: Condition) -> Decimal | None:
    """Return None: the measure of conditions that look at answers only."""
    return None


def _enough(condition: Condition, parts: list[bool | None]) -> bool | None:
    """Return whether so many parts hold; None while those that are not decided yet could still tip it."""
    if condition.share is None:
        needed = condition.at_least or ONE
    else:
        needed = EXACT.multiply(condition.share, Decimal(len(parts)))
    if parts.count(True) >= needed:
        return True
    return None if parts.count(True) + parts.count(None) >= needed else False


def _passes(test: Condition, answer: Answer | None) -> bool | None:
    if answer is not None and answer.state == "unreviewed":
        return None
    if test.answered is not None:
        return (answer is not None and answer.state == "answered") is test.answered
    value = None if answer is None else answer.value
    if value is None:
        return False if answer is not None and answer.state == "not_applicable" else None
    if test.values is not None:
        chosen = value if isinstance(value, tuple) else (value,)
        return any(each == wanted and type(each) is type(wanted) for each in chosen for wanted in test.values)
    number = EXACT.divide(value.part, value.of) if isinstance(value, Ratio) else Decimal(value)  # type: ignore[arg-type]  # the gate lets bounds test numbers only
    return _within(test, compared(number))


def _within(test: Condition, number: Decimal) -> bool:
    return (
        (test.at_least is None or number >= test.at_least)
        and (test.at_most is None or number <= test.at_most)
        and (test.above is None or number > test.above)
        and (test.below is None or number < test.below)
    )


def _comparable(value: Any) -> Any:
    """Return a value of a test as answers hold it: numbers as decimals."""
    return Decimal(value) if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else value
