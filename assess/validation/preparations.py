"""The sense of what happens to an answer before its rule: steps of preparing, and evidence that is combined."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from assess.model.questions import MEASURED
from assess.model.rules import is_relative
from assess.problems import Problem
from assess.validation.drafts import Draft, Spot
from assess.validation.order import RISING
from assess.validation.rules import mismatch

STEPS: Final[Mapping[str, tuple[str, ...]]] = {
    "divide_by": ("times",),
    "impute": ("group", "over"),
    "winsorise": ("over",),
    "log": ("over",),
}
"""What a step of preparing does, with the keys that may stand beside it."""


def prepared_type(draft: Draft) -> Iterator[Problem]:
    """Only numbers can be prepared."""
    for spot in draft.every_question():
        if "prepare" in spot.data and spot.data["type"] not in MEASURED:
            yield mismatch(spot, "prepare", _NUMBERS)


def step_form(draft: Draft) -> Iterator[Problem]:
    """A step of preparing is one thing, with what belongs to it."""
    for spot in draft.every_question():
        for n, step in enumerate(spot.data.get("prepare", ())):
            done = [key for key in STEPS if key in step]
            if len(done) != 1:
                yield spot.problem("step-form", "prepare", n, allowed=", ".join(STEPS))
            else:
                yield from _companions(spot, n, step, done[0])
                yield from _percentiles(spot, n, step.get("winsorise", {}))


def combined(draft: Draft) -> Iterator[Problem]:
    """What is combined is the answers to a scored question that takes evidence, and looks at no group."""
    for spot in draft.every_question():
        if "combine" not in spot.data:
            continue
        if spot.data["type"] == "text" or not spot.data.get("scored", True):
            yield mismatch(spot, "combine", _UNSCORED)
        elif spot.data.get("evidence", "none") == "none":
            yield mismatch(spot, "combine", _NO_EVIDENCE)
        elif is_relative(spot.data.get("score", {})) or "prepare" in spot.data:
            yield mismatch(spot, "combine", _RELATIVE)


RULES: Final[tuple[Callable[[Draft], Iterator[Problem]], ...]] = (prepared_type, step_form, combined)

_NUMBERS: Final = (
    "prepare chỉ dùng cho number, percent, count, ratio",
    "prepare is for number, percent, count and ratio",
)
_UNSCORED: Final = ("combine chỉ dùng cho câu có tính điểm", "combine is for questions that are scored")
_NO_EVIDENCE: Final = (
    "combine cần minh chứng, hãy ghi evidence: required hoặc optional",
    "combine needs evidence; write evidence: required or optional",
)
_RELATIVE: Final = (
    "combine không đi cùng prepare và quy tắc so với nhóm",
    "combine goes neither with prepare nor with a rule relative to a group",
)


def _percentiles(spot: Spot, n: int, limits: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a problem where percentiles do not rise, and for each limit beside them, which is another treatment's."""
    if "percentiles" not in limits:
        return
    lower, upper = limits["percentiles"]
    if upper <= lower:
        yield spot.problem("rule-order", "prepare", n, "winsorise", "percentiles", 1, **RISING)
    for key in limits:
        if key != "percentiles":
            yield spot.misplaced_key("prepare", n, "winsorise", key, allowed=("percentiles",))


def _companions(spot: Spot, n: int, step: Mapping[str, Any], done: str) -> Iterator[Problem]:
    """Yield a problem for each key that does not belong to what a step does, and for a group that is missing."""
    allowed = STEPS[done]
    if done == "impute":
        of_group = str(step["impute"]).startswith("group_")
        allowed = ("group", "over") if of_group else ("over",) if isinstance(step["impute"], str) else ()
        if of_group and "group" not in step:
            yield spot.problem("missing-key", "prepare", n, name="group")
    for key in step:
        if key not in (done, *allowed):
            yield spot.misplaced_key("prepare", n, key, allowed=(done, *allowed))
