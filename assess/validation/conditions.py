"""The sense of conditions: they look at what exists, are one thing each, and do not go round in circles."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from assess.documents import At
from assess.model.conditions import BOUNDS, MEASURES
from assess.model.questions import MEASURED
from assess.problems import Problem, hint
from assess.validation.chains import CHAIN, circles, depths
from assess.validation.drafts import Draft, Spot

_FORMS: Final = ("all", "any", "not", "of", "question", "dimension")


def unknown_question(draft: Draft) -> Iterator[Problem]:
    """Conditions look at questions and dimensions that exist."""
    questions = dict.fromkeys(spot.data["id"] for spot in draft.every_question())
    dimensions = dict.fromkeys(spot.data["id"] for spot in draft.every_dimension())
    for spot, at, test in every_condition(draft):
        if "dimension" in test and test["dimension"] not in dimensions:
            facts = hint(test["dimension"], dimensions)
            yield spot.problem("unknown-id", *at, "dimension", value=test["dimension"], **facts)
        if "question" in test and test["question"] not in questions:
            facts = hint(test["question"], questions)
            yield spot.problem("unknown-question", *at, "question", value=test["question"], **facts)


def condition_form(draft: Draft) -> Iterator[Problem]:
    """A condition is one thing, and its test fits the question."""
    questions = {spot.data["id"]: spot.data for spot in draft.every_question()}
    for spot, at, condition in every_condition(draft):
        if not _is_clear(condition, questions):
            yield spot.problem("condition-form", *at)
        elif "of" in condition and "at_least" in condition:
            most, needed = len(condition["of"]), condition["at_least"]
            if not 1 <= needed <= most or needed != int(needed):
                facts = {"name": "at_least", "value": needed, "limit": most, **(_COUNT if most > 1 else _ONE)}
                yield spot.problem("number-out-of-bounds", *at, "at_least", **facts)


def score_in_when(draft: Draft) -> Iterator[Problem]:
    """`when` looks at answers only: whether a question is asked may not hang on what others came to."""
    for spot in draft.every_question():
        for at, condition in conditions_in(spot.data.get("when"), ("when",)):
            measured = [key for key in condition if key in ("dimension", *MEASURES)]
            if measured:
                yield spot.key_problem("score-in-when", *at, measured[0], key=measured[0])


def circular_when(draft: Draft) -> Iterator[Problem]:
    """No question depends on itself, and none on a long chain of others."""
    needs = {
        spot.data["id"]: [
            test["question"] for _, test in conditions_in(spot.data.get("when"), ("when",)) if "question" in test
        ]
        for spot in draft.every_question()
    }
    known, ways = depths(needs), circles(needs, needs)
    for spot in draft.every_question():
        name = spot.data["id"]
        if name in ways:
            yield spot.problem("circular-when", "when", cycle=" → ".join(ways[name]))
        elif known.get(name) == CHAIN + 1:
            yield spot.problem("long-chain", "when", limit=CHAIN)


RULES: Final[tuple[Callable[[Draft], Iterator[Problem]], ...]] = (
    unknown_question,
    condition_form,
    score_in_when,
    circular_when,
)


def every_condition(draft: Draft) -> Iterator[tuple[Spot, At, Mapping[str, Any]]]:
    """Yield every condition, and all inside it, with its place: of questions, of adjustments, of levels."""
    for spot in draft.every_question():
        for at, condition in conditions_in(spot.data.get("when"), ("when",)):
            yield spot, at, condition
    for spot in draft.every_node():
        for n, step in enumerate(spot.data.get("adjust", ())):
            for at, condition in conditions_in(step.get("if"), ("adjust", n, "if")):
                yield spot, at, condition
    for key, required in draft.head.data.get("levels", {}).get("requires", {}).items():
        for at, condition in conditions_in(required, ("levels", "requires", key)):
            yield draft.whole, at, condition


def conditions_in(condition: Any, at: At) -> Iterator[tuple[At, Mapping[str, Any]]]:
    """Yield a condition and all inside it, with their places; nothing where there is none."""
    if condition is None:
        return
    yield at, condition
    for key in ("all", "any", "of"):
        for n, each in enumerate(condition.get(key, ())):
            yield from conditions_in(each, (*at, key, n))
    yield from conditions_in(condition.get("not"), (*at, "not"))


_ONE: Final = {"bound_vi": "chỉ có thể là", "bound_en": "can only be"}
_COUNT: Final = {"bound_vi": "phải là số nguyên từ 1 đến", "bound_en": "must be a whole number from 1 to"}


def _is_clear(condition: Mapping[str, Any], questions: Mapping[str, Mapping[str, Any]]) -> bool:
    forms = [key for key in _FORMS if key in condition]
    if len(forms) != 1:
        return False
    tests = condition.keys() - set(forms)
    if forms == ["of"]:
        return tests in ({"at_least"}, {"share"})
    if forms == ["dimension"]:
        return _is_measure(condition, tests)
    if forms == ["question"]:
        return _is_measure(condition, tests) or _is_test(questions.get(condition["question"]), tests)
    return not tests


def _is_measure(condition: Mapping[str, Any], tests: set[str]) -> bool:
    """Return whether the test is one on a score, with a bound."""
    return len(tests) == 1 and tests <= set(MEASURES) and all(condition[key] for key in tests)


def _is_test(asked: Mapping[str, Any] | None, tests: set[str]) -> bool:
    """Return whether the test is one on an answer, and fits it; what is asked may not be known."""
    single = asked is None or "combine" not in asked
    if tests and tests <= set(BOUNDS):
        return single and (asked is None or asked["type"] in MEASURED)
    listed_ = tests == {"is"} and (asked is None or asked["type"] != "ratio")  # no list can hold a ratio
    return tests == {"answered"} or (listed_ and single)
