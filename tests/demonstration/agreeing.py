"""Answers that speak of the same thing agree: what one says, another does not contradict.

By the ids of the questions of version 2026.1; a questionnaire without them is left as it was drawn.
"""

from collections.abc import Mapping
from typing import Any, Final

NOTHING_WITHOUT: Final = (
    ("leader-chairs", "none", ("committee-meetings", "meetings-chaired", "conclusions-done", "committee-private")),
    ("transformation-plan", "none", ("plan-consulted", "plan-scope", "targets-set")),
    ("locality-support", "none", ("localities-reached",)),
    ("locality-support", "draft", ("localities-reached",)),
    ("priority-list", "none", ("priority-spending",)),
)
"""Where a question is answered so, these are left open."""
WHOLE_OF: Final = {"meetings-chaired": "committee-meetings"}
"""Ratios of what another question counts."""
AT_MOST: Final = {"national-databases-used": 4}
"""The most that a ratio can be of."""


def agreeing(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers with those that contradict others mended, or left open."""
    found = dict(answers)
    for key, value, others in NOTHING_WITHOUT:
        if value_in(found.get(key)) == value:
            for other in others:
                found.pop(other, None)
    for key, other in WHOLE_OF.items():
        if key in found:
            whole = value_in(found.get(other))
            if isinstance(whole, int) and whole > 0:
                found[key] = _out_of(found[key], whole)
            else:
                del found[key]
    for key, most in AT_MOST.items():
        if key in found:
            found[key] = _out_of(found[key], most)
    return found


def value_in(entry: Any) -> Any:
    """Return the value of an answer in its short or its long form; None for one without."""
    return entry.get("value") if isinstance(entry, dict) and "part" not in entry else entry


def _out_of(entry: Any, whole: int) -> Any:
    """Return a ratio, in its short or its long form, as the nearest one of so many; what is no ratio stays."""
    value = value_in(entry)
    if not isinstance(value, dict):
        return entry
    ratio = {"part": (2 * value["part"] * whole + value["of"]) // (2 * value["of"]), "of": whole}
    return ratio if value is entry else {**entry, "value": ratio}
