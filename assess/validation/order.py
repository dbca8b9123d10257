"""The sense of bounds: goalposts differ and go the way that is better; steps, bands, ranges and percentiles rise."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from assess.documents import At
from assess.model.levels import scale_of
from assess.problems import Problem
from assess.validation.drafts import Draft, Spot


def rule_order(draft: Draft) -> Iterator[Problem]:
    """Goalposts differ, and those of minmax go its way; steps and ranges rise."""
    for spot in (*draft.every_question(), *draft.every_node()):
        yield from _same_ends(spot, ("score",), spot.data.get("score", {}))
        if _crossed(spot.data.get("score", {})):
            yield spot.problem("rule-order", "score", "to", **_CROSSED)
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
_CROSSED: Final = {
    "what_vi": "giá trị ở from được 0, ở to được 1; với direction: higher thì to phải cao hơn from, "
    "với direction: lower thì to phải thấp hơn from",
    "what_en": "from earns 0 and to earns 1: to must be above from with direction: higher, below it with "
    "direction: lower",
}


def _crossed(score: Mapping[str, Any]) -> bool:
    """Return whether the bounds of minmax go the wrong way whatever the group comes to."""
    if score.get("rule") != "minmax":
        return False
    (one, start), (other, end) = (_bound(score.get(key)) for key in ("from", "to"))
    if one != other:
        return (one, other) == ("mean_of_best", "mean_of_worst")
    higher = score.get("direction") != "lower"
    rises = one == "mean_of_worst" or (higher and one != "mean_of_best")
    return bool(end < start if rises else start < end)


def _bound(written: Any) -> tuple[str, Any]:
    """Return what a bound of minmax is counted by, and its number; nothing where it is left out, or not one thing."""
    if isinstance(written, dict) and len(written) == 1:
        [bound] = written.items()
        return bound
    return ("", written) if isinstance(written, (int, Decimal)) else ("none", 0)


def _same_ends(spot: Spot, at: At, ends: Mapping[str, Any]) -> Iterator[Problem]:
    if "from" in ends and ends["from"] == ends.get("to"):
        yield spot.problem("rule-order", *at, "to", **_SAME)


def _range_order(spot: Spot, key: str, ends: Mapping[str, Any]) -> Iterator[Problem]:
    if "from" in ends and "to" in ends and ends["to"] <= ends["from"]:
        yield spot.problem("rule-order", key, "to", **RISING)
