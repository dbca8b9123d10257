"""The sense of `when`: conditions look at what exists, are one thing each, and do not go round in circles."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from assess.documents import At
from assess.problems import Problem
from assess.validation.drafts import Draft, Spot, hint

CHAIN: Final = 50
"""How many questions may depend on each other, one behind the other."""


def unknown_question(draft: Draft) -> Iterator[Problem]:
    """Conditions look at questions that exist, and options that these offer."""
    questions = {spot.data["id"]: spot.data for spot in draft.every_question()}
    for spot in draft.every_question():
        for at, test in _tests(spot.data.get("when"), ("when",)):
            if test["question"] not in questions:
                facts = hint(test["question"], questions)
                yield spot.problem("unknown-question", *at, "question", value=test["question"], **facts)
            else:
                yield from _unknown_options(draft, spot, at, test, questions[test["question"]])


def condition_form(draft: Draft) -> Iterator[Problem]:
    """A condition is one thing, and its test fits the question."""
    types = {spot.data["id"]: spot.data["type"] for spot in draft.every_question()}
    for spot in draft.every_question():
        for at, condition in _conditions(spot.data.get("when"), ("when",)):
            if not _is_clear(condition, types):
                yield spot.problem("condition-form", *at)


def circular_when(draft: Draft) -> Iterator[Problem]:
    """No question depends on itself, and none on a long chain of others."""
    needs = {
        spot.data["id"]: [test["question"] for _, test in _tests(spot.data.get("when"), ("when",))]
        for spot in draft.every_question()
    }
    depths = _depths(needs)
    for spot in draft.every_question():
        name = spot.data["id"]
        if name not in depths:
            cycle = _cycle(name, needs, depths)
            if cycle:
                yield spot.problem("circular-when", "when", cycle=" → ".join(cycle))
        elif depths[name] == CHAIN + 1:
            yield spot.problem("long-chain", "when", limit=CHAIN)


RULES: Final[tuple[Callable[[Draft], Iterator[Problem]], ...]] = (unknown_question, condition_form, circular_when)


def _conditions(condition: Any, at: At) -> Iterator[tuple[At, Mapping[str, Any]]]:
    """Yield a condition and all inside it, with their places."""
    if condition is None:
        return
    yield at, condition
    for key in ("all", "any"):
        for n, each in enumerate(condition.get(key, ())):
            yield from _conditions(each, (*at, key, n))
    yield from _conditions(condition.get("not"), (*at, "not"))


def _tests(condition: Any, at: At) -> Iterator[tuple[At, Mapping[str, Any]]]:
    return ((place, each) for place, each in _conditions(condition, at) if "question" in each)


def _is_clear(condition: Mapping[str, Any], types: Mapping[str, str]) -> bool:
    if sum(key in condition for key in ("all", "any", "not", "question")) != 1:
        return False
    tests = condition.keys() & {"is", "at_least", "at_most", "answered"}
    if "question" not in condition:
        return not tests
    kind = types.get(condition["question"])
    if {"at_least", "at_most"} & tests:
        return kind in (None, "number", "percent", "count", "ratio") and tests <= {"at_least", "at_most"}
    return len(tests) == 1


def _unknown_options(
    draft: Draft, spot: Spot, at: At, test: Mapping[str, Any], asked: Mapping[str, Any]
) -> Iterator[Problem]:
    known = [each["id"] for each in draft.options(asked)]
    for n, value in enumerate(test.get("is", ())):
        if known and value not in known:
            facts = {"question": asked["id"], "value": value, **hint(str(value), known)}
            yield spot.problem("unknown-option", *at, "is", n, **facts)
        if asked["type"] == "yes_no" and not isinstance(value, bool):
            yield spot.problem("condition-form", *at, "is", n)


def _depths(needs: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
    """Return for each question how many others, one behind the other, it depends on; none for those in a circle.

    Questions are taken as soon as all that they need are known, so each is looked at once for each that it needs.
    """
    waiting = {name: {each for each in others if each in needs} for name, others in needs.items()}
    needed_by: dict[str, list[str]] = {}
    for name, others in waiting.items():
        for each in others:
            needed_by.setdefault(each, []).append(name)
    depths = {name: 0 for name, others in waiting.items() if not others}
    ready = list(depths)
    for known in ready:
        for name in needed_by.get(known, ()):
            waiting[name].discard(known)
            if not waiting[name]:
                depths[name] = 1 + max(depths[each] for each in needs[name] if each in depths)
                ready.append(name)
    return depths


def _cycle(start: str, needs: Mapping[str, Sequence[str]], depths: Mapping[str, int]) -> list[str]:
    """Return the way from a question back to itself; empty where it only leads into a circle of others."""
    came_from: dict[str, str] = {}
    ways = [start]
    for here in ways:
        for each in needs[here]:
            if each == start:
                way = [here]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return [*reversed(way), start]
            if each in needs and each not in depths and each not in came_from:
                came_from[each] = here
                ways.append(each)
    return []
