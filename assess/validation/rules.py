"""The sense of scoring rules: each has its keys, and goes with some types of question, or with the score of a node."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from assess.documents import At
from assess.model.questions import MEASURED
from assess.model.rules import is_relative
from assess.problems import Problem, listed
from assess.validation.drafts import Draft, Spot
from assess.validation.values import date_problems, is_written_as_date

NODE: Final = "node"
"""What stands for the score of a dimension or of the whole, where else there is a type of question."""


class Form(NamedTuple):
    """What a rule goes with, and its keys."""

    types: tuple[str, ...]
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys that the rule knows."""
        return ("rule", *self.required, *self.optional)


_NUMBERS: Final = (*MEASURED, NODE)
_GROUP: Final = ("over", "direction")
FORMS: Final[Mapping[str, Form]] = {
    "points": Form(("choice", "choices", "yes_no")),
    "highest": Form(("choices",)),
    "any": Form(("choices",)),
    "all": Form(("choices",)),
    "count": Form(("choices", "count"), (), ("of",)),
    "fraction": Form(("choices",)),
    "linear": Form((*_NUMBERS, "date"), ("from", "to"), ("cap", "transform", "onto")),
    "steps": Form((*_NUMBERS, "date"), ("steps",), ("side",)),
    "target": Form(_NUMBERS, ("target",), ("method", "direction")),
    "distance": Form(_NUMBERS, ("value", "reach"), ("over",)),
    "scale": Form(_NUMBERS, ("from", "to"), ("onto",)),
    "minmax": Form(_NUMBERS, (), (*_GROUP, "from", "to", "cap", "onto")),
    "zscore": Form(_NUMBERS, (), (*_GROUP, "deviation", "mean", "sd")),
    "rank": Form(_NUMBERS, (), _GROUP),
    "percentile": Form(_NUMBERS, (), (*_GROUP, "onto")),
    "borda": Form(_NUMBERS, (), _GROUP),
    "best": Form(_NUMBERS, (), _GROUP),
    "distance_to_max": Form(_NUMBERS, (), _GROUP),
    "distance_to_reference": Form(_NUMBERS, ("reference",), (*_GROUP, "cap")),
    "distance_to_target": Form(_NUMBERS, ("target",), (*_GROUP, "cap")),
    "fraction_of_max": Form(_NUMBERS, (), _GROUP),
}
"""The rules by their names, as a table of what goes together."""


def rule_mismatch(draft: Draft) -> Iterator[Problem]:
    """Options, scoring rule and type of a question go together; a node has a rule for numbers."""
    for spot in draft.every_question():
        why = _mismatch(spot.data)
        if why:
            key = "score" if "score" in spot.data else "type"
            yield mismatch(spot, key, why)
    for spot in draft.every_node():
        why = _rule_mismatch(NODE, spot.data["score"]) if "score" in spot.data else None
        if why:
            yield mismatch(spot, "score", why)


def other_keys(draft: Draft) -> Iterator[Problem]:
    """A rule has no keys that belong to another."""
    for spot in (*draft.every_question(), *draft.every_node()):
        score = spot.data.get("score", {})
        allowed = _keys(score) if score else ()
        for key in score:
            if key not in allowed:
                yield spot.misplaced_key("score", key, allowed=allowed)
    for spot in draft.every_node():
        for n, step in enumerate(spot.data.get("score", {}).get("steps", ())):
            if "points" in step:  # a node has no maximum of its own
                yield spot.misplaced_key("score", "steps", n, "points", allowed=("from", "share"))


def goalpost_dates(draft: Draft) -> Iterator[Problem]:
    """Goalposts that are dates are in the calendar."""
    for spot in draft.every_question():
        score = spot.data.get("score", {})
        posts: list[tuple[At, Any]] = [(("score", key), score[key]) for key in ("from", "to") if key in score]
        posts += [(("score", "steps", n, "from"), each["from"]) for n, each in enumerate(score.get("steps", ()))]
        for at, post in posts:
            if spot.data["type"] == "date" and is_written_as_date(post):
                yield from date_problems(spot.document, (*spot.at, *at), post)


def uncomputable(draft: Draft) -> Iterator[Problem]:
    """A rule can be computed: no logarithm of what is not above 0, no share of a target that is not."""
    for spot in (*draft.every_question(), *draft.every_node()):
        score = spot.data.get("score", {})
        for key in ("from", "to") if "transform" in score else ():
            if not isinstance(score.get(key, 1), (str, dict)) and score.get(key, 1) <= 0:
                yield out_of_bounds(spot, "score", key, bound=_ABOVE)
        if score.get("rule") == "target" and score.get("target", 1) <= 0:
            yield out_of_bounds(spot, "score", "target", bound=_POSITIVE)


RULES: Final[tuple[Callable[[Draft], Iterator[Problem]], ...]] = (
    rule_mismatch,
    other_keys,
    goalpost_dates,
    uncomputable,
)


def mismatch(spot: Spot, key: str, why: tuple[str, str]) -> Problem:
    """Return the problem of a question or a node whose keys do not go together; why in both languages."""
    kind = spot.data.get("type")
    what = ("một phần", "a dimension") if kind is None else (f"câu hỏi kiểu {kind}", f"a question of type {kind}")
    return spot.problem("rule-mismatch", key, what_vi=what[0], what_en=what[1], why_vi=why[0], why_en=why[1])


def out_of_bounds(spot: Spot, group: str, key: str, *, bound: Mapping[str, str]) -> Problem:
    """Return the problem of a number inside a group of keys that is 0, or less, where it may not be."""
    return spot.problem("number-out-of-bounds", group, key, name=key, value=spot.data[group][key], limit=0, **bound)


NOT_NOTHING: Final = {"bound_vi": "phải khác", "bound_en": "must not be"}

_POSITIVE: Final = {"bound_vi": "phải lớn hơn", "bound_en": "must be greater than"}
_ABOVE: Final = {
    "bound_vi": "với transform: log phải lớn hơn",
    "bound_en": "with transform: log it must be greater than",
}
_MISMATCH: Final = {
    "options": ("thiếu options", "options are missing"),
    "no-options": ("không có options", "it has no options"),
    "text": ("không tính điểm, hãy ghi scored: false", "it is never scored; write scored: false"),
    "step": ("mỗi bậc cần points hoặc share", "each step needs points or a share"),
    "dates": (
        "mốc của kiểu date là ngày, của kiểu khác là số",
        "goalposts are dates for the type date, numbers otherwise",
    ),
    "log": ("ngày không có lôgarit", "a date has no logarithm"),
    "bound": (
        "mốc tính từ nhóm ghi đúng một khóa: percentile, mean_of_best hoặc mean_of_worst",
        "a goalpost that comes from the group has exactly one key: percentile, mean_of_best or mean_of_worst",
    ),
    "minmax": (
        "mốc tính từ nhóm chỉ dùng được với quy tắc minmax",
        "goalposts that come from the group are for the rule minmax only",
    ),
}


def _mismatch(question: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return what does not go together in a question, or None."""
    kind = question["type"]
    if kind in ("choice", "choices") and "options" not in question:
        return _MISMATCH["options"]
    if kind not in ("choice", "choices") and "options" in question:
        return _MISMATCH["no-options"]
    if kind == "text" and ("score" in question or question.get("scored", True)):
        return _MISMATCH["text"]
    if "score" in question:
        return _rule_mismatch(kind, question["score"])
    if kind in ("number", "count", "date") and question.get("scored", True):
        rules = listed(_rules_of(kind), len(FORMS))
        return f"cần score với một trong các quy tắc {rules}", f"it needs score with one of the rules {rules}"
    return None


def _rule_mismatch(kind: str, score: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return what does not go together in a rule, or between it and what it is for; or None."""
    rule = score["rule"]
    form = FORMS[rule]
    if kind not in form.types:
        rules = listed(_rules_of(kind), len(FORMS))
        return f"chỉ dùng được quy tắc {rules}", f"it can only use the rule {rules}"
    required = ("of",) if rule == kind == "count" else form.required
    if not set(required) <= score.keys():
        keys = "the key" if len(required) == 1 else "the keys"
        return (
            f"quy tắc {rule} cần khóa {' và '.join(required)}",
            f"the rule {rule} needs {keys} {' and '.join(required)}",
        )
    if not all("points" in each or "share" in each for each in score.get("steps", ())):
        return _MISMATCH["step"]
    if "transform" in score and kind == "date":
        return _MISMATCH["log"]
    posts = [score[key] for key in ("from", "to") if key in score and key in form.keys] + [
        each["from"] for each in score.get("steps", ())
    ]
    learnt = [each for each in posts if isinstance(each, dict)]
    if learnt and rule != "minmax":
        return _MISMATCH["minmax"]
    if any(len(each) != 1 for each in learnt):
        return _MISMATCH["bound"]
    return None if all(_is_post(kind, each) for each in posts) else _MISMATCH["dates"]


def _is_post(kind: str, value: Any) -> bool:
    if kind == "date":
        return is_written_as_date(value)
    return not isinstance(value, str)


def _rules_of(kind: str) -> list[str]:
    return [name for name, form in FORMS.items() if kind in form.types]


def _keys(score: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the keys that a rule as written may have; a group stands only beside what looks at one."""
    return tuple(key for key in FORMS[score["rule"]].keys if key != "over" or is_relative(score))
