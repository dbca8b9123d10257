"""A scoring rule for numbers with those of its own."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from assess.model import ScoreRule
from assess.model.arithmetic import ONE, written


def rule_numbers(rule: ScoreRule) -> dict[str, Any]:
    """Return a rule for numbers with those of its own."""
    told: dict[str, Any] = {"rule": rule.rule}
    for field in _fields(rule):
        value = getattr(rule, field)
        if field == "steps":
            told["steps"] = [{"from": written(each.start), "share": written(each.share)} for each in value]
        elif field == "onto" and value is not None:
            told["onto"] = {"from": written(value.start), "to": written(value.end)}
        elif field == "of":
            told["most"] = written(value or ONE)
        elif value is not None:
            told[_NAMES.get(field, field)] = str(value) if isinstance(value, (str, int)) else written(value)
    return told


def _fields(rule: ScoreRule) -> Sequence[str]:
    """Return the fields that a rule looks at; what it takes from a group instead is told with the group."""
    if rule.rule == "minmax" and (rule.bounded or rule.cap != "none"):
        return ("direction", "cap", "onto")
    return ("reach",) if rule.rule == "distance" and rule.wanted != "value" else _FIELDS.get(rule.rule, ())


_NAMES: Final = {"start": "from", "end": "to", "value": "wanted", "reference": "agency"}
"""What a field of a rule is called among the facts of a step, where a step has another use for its name."""

_FIELDS: Final[Mapping[str, Sequence[str]]] = {
    "linear": ("start", "end", "cap", "transform", "onto"),
    "steps": ("steps", "side"),
    "target": ("target", "method", "direction"),
    "distance": ("value", "reach"),
    "scale": ("start", "end", "onto"),
    "count": ("of",),
    "minmax": ("direction", "onto"),
    "zscore": ("direction", "deviation", "mean", "sd"),
    "rank": ("direction",),
    "percentile": ("direction", "onto"),
    "borda": ("direction",),
    "best": ("direction",),
    "distance_to_max": ("direction",),
    "distance_to_reference": ("direction", "reference", "cap"),
    "distance_to_target": ("direction", "target", "cap"),
    "fraction_of_max": ("direction",),
}
"""The fields that each rule for numbers looks at."""
