"""The sense of bounds: goalposts differ; steps, bands, ranges and percentiles rise."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any, Final

from assess.documents import At
from assess.model.levels import scale_of
from assess.problems import Problem
from assess.validation.drafts import Draft, Spot


def rule_order(draft: Draft) -> Iterator[Problem]:
    """Goalposts differ; steps and ranges rise."""
    for spot in (*draft.every_question(), *draft.every_node()):
        yield from _same_ends(spot, ("score",), spot.data.get("score", {}))
        yield from _same_ends(spot, ("score", "onto"), spot.data.get("score", {}).get("onto", {}))
        yield from rising(spot, ("score", "steps"), spot.data.get("score", {}).get("steps", ()))
    for spot in draft.every_question():
        yield from _range_order(spot, "range", spot.data.get("range", {}))
    scale = scale_of(draft.head.data)
    yield from _range_order(draft.whole, "scale", {"from": scale.start, "to": scale.end})


def rising(spot: Spot, at: At, things: Any) -> Iterator[Problem]:
    """Yield a problem for each of a list of things whose `from` is not above that of the one before it."""
    starts = [each.get("from") for each in things]
    for n, (lower, upper) in enumerate(pairwise(starts), 1):
        comparable = lower is not None and upper is not None and isinstance(lower, str) == isinstance(upper, str)
        if comparable and upper <= lower:
            yield spot.problem("rule-order", *at, n, "from", **RISING)


RULES: Final[tuple[Callable[[Draft], Iterator[Problem]], ...]] = (rule_order,)

RISING: Final = {"what_vi": "các mốc phải tăng dần", "what_en": "the bounds must rise"}
_SAME: Final = {"what_vi": "hai mốc from và to phải khác nhau", "what_en": "the goalposts from and to must differ"}


def _same_ends(spot: Spot, at: At, ends: Mapping[str, Any]) -> Iterator[Problem]:
    if "from" in ends and ends["from"] == ends.get("to"):
        yield spot.problem("rule-order", *at, "to", **_SAME)


def _range_order(spot: Spot, key: str, ends: Mapping[str, Any]) -> Iterator[Problem]:
    if "from" in ends and "to" in ends and ends["to"] <= ends["from"]:
        yield spot.problem("rule-order", key, "to", **RISING)
