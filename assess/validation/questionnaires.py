"""The sense of a questionnaire: its head and its dimensions together. One rule, one generator; `RULES` lists them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from assess.documents import At
from assess.model.questions import maximum_of
from assess.problems import Problem
from assess.validation import conditions
from assess.validation.drafts import Draft, Spot, hint
from assess.validation.values import (
    date_problems,
    id_problems,
    is_date,
    link_problems,
    reserved_problems,
)

_MEASURED: Final = ("number", "percent", "count", "ratio", "date")


def duplicate_id(draft: Draft) -> Iterator[Problem]:
    """Ids of dimensions, of questions, of options, of levels … tell them apart within their kind."""
    yield from _twice(draft.every_dimension())
    yield from _twice(draft.every_question())
    for lists in _listed_ids(draft.head.data):
        yield from id_problems(draft.head, iter(lists))
    for spot in draft.every_question():
        if isinstance(spot.data.get("options"), list):
            ids = [((*spot.at, "options", n, "id"), each["id"]) for n, each in enumerate(spot.data["options"])]
            yield from id_problems(spot.document, iter(ids))


def reserved_id(draft: Draft) -> Iterator[Problem]:
    """The questionnaire is not called as a folder of the site is."""
    yield from reserved_problems(draft.head, ("id",), draft.head.data["id"])


def nothing_inside(draft: Draft) -> Iterator[Problem]:
    """A dimension holds dimensions or questions."""
    for spot in draft.every_dimension():
        if ("dimensions" in spot.data) == ("questions" in spot.data):
            yield spot.problem("nothing-inside")


def unknown_option_set(draft: Draft) -> Iterator[Problem]:
    """Named option sets exist."""
    sets = draft.head.data.get("option_sets", {})
    for spot in draft.every_question():
        named = spot.data.get("options")
        if isinstance(named, str) and named not in sets:
            yield spot.problem("unknown-option-set", "options", value=named, **hint(named, sets))


def unknown_commitment(draft: Draft) -> Iterator[Problem]:
    """Commitments that questions name exist, and so do the sources that commitments name."""
    commitments = draft.head.data.get("commitments", {})
    for spot in draft.every_question():
        for n, name in enumerate(spot.data.get("commitments", ())):
            if name not in commitments:
                yield spot.problem("unknown-commitment", "commitments", n, value=name, **hint(name, commitments))


def unknown_source(draft: Draft) -> Iterator[Problem]:
    """Sources that commitments name exist."""
    sources = [each["id"] for each in draft.head.data.get("sources", ())]
    for key, each in draft.head.data.get("commitments", {}).items():
        if each["source"] not in sources:
            at = ("commitments", key, "source")
            yield draft.head.problem("unknown-source", at, value=each["source"], **hint(each["source"], sources))


def unknown_grouping(draft: Draft) -> Iterator[Problem]:
    """Groupings that questions name, and their values, exist."""
    known = {each["id"]: [value["id"] for value in each["values"]] for each in draft.head.data.get("groupings", ())}
    for spot in draft.every_question():
        for key, value in spot.data.get("groupings", {}).items():
            if key not in known:
                yield spot.problem("unknown-grouping", "groupings", key, value=key, **hint(key, known))
            elif value not in known[key]:
                yield spot.problem("unknown-grouping", "groupings", key, value=value, **hint(value, known[key]))


def rule_mismatch(draft: Draft) -> Iterator[Problem]:
    """Options, scoring rule and type of a question go together."""
    for spot in draft.every_question():
        why = _mismatch(spot.data)
        if why:
            key = "score" if "score" in spot.data else "type"
            yield spot.problem("rule-mismatch", key, type=spot.data["type"], why_vi=why[0], why_en=why[1])


def rule_order(draft: Draft) -> Iterator[Problem]:
    """Goalposts differ; steps, levels and ranges rise."""
    for spot in draft.every_question():
        yield from _score_order(spot)
        yield from _range_order(spot, "range")
    head = Spot(draft.head, (), draft.head.data)
    yield from _range_order(head, "scale")
    bands = draft.head.data.get("levels", {}).get("bands", ())
    for n, (lower, upper) in enumerate(pairwise(bands), 1):
        if upper["from"] <= lower["from"]:
            yield head.problem("rule-order", "levels", "bands", n, "from", **_RISING)


def points_above_maximum(draft: Draft) -> Iterator[Problem]:
    """No option and no step earns more than its question can."""
    for spot in draft.every_question():
        offered = draft.options(spot.data)
        maximum = maximum_of(spot.data, offered)
        written = isinstance(spot.data.get("options"), list)
        for n, option in enumerate(offered):
            if option.get("points", 0) > maximum and spot.data["type"] != "choices":
                at: At = ("options", n, "points") if written else ("points",)
                yield spot.problem("points-above-maximum", *at, points=option["points"], maximum=maximum)
        for n, step in enumerate(spot.data.get("score", {}).get("steps", ())):
            if step.get("points", 0) > maximum:
                at = ("score", "steps", n, "points")
                yield spot.problem("points-above-maximum", *at, points=step["points"], maximum=maximum)


def no_points(draft: Draft) -> Iterator[Problem]:
    """A scored question has an answer that earns points."""
    for spot in draft.every_question():
        offered = draft.options(spot.data)
        if (
            spot.data.get("scored", True)
            and offered
            and not any(each.get("points") or each.get("share") for each in offered)
        ):
            yield spot.problem("no-points", "options")


def zero_weights(draft: Draft) -> Iterator[Problem]:
    """The weights of a node's scored parts add up to more than nothing."""
    default = draft.head.data.get("scoring", {})
    for spot in draft.every_dimension():
        if (spot.data.get("scoring") or default).get("aggregate", default.get("aggregate")) == "sum":
            continue  # points count there, not weights
        parts = spot.data.get("dimensions") or spot.data.get("questions") or ()
        weights = [each.get("weight", 1) for each in parts if each.get("scored", True)]
        if weights and not any(weights):
            yield spot.problem("zero-weights", "dimensions" if "dimensions" in spot.data else "questions", 0)
    if default.get("aggregate") != "sum" and not any(spot.data.get("weight", 1) for spot in draft.dimensions):
        yield draft.head.problem("zero-weights", ("dimensions",))


def dates_and_links(draft: Draft) -> Iterator[Problem]:
    """Dates of sources are in the calendar; their links are public."""
    for n, source in enumerate(draft.head.data.get("sources", ())):
        yield from date_problems(draft.head, ("sources", n, "date"), source.get("date"))
        if "url" in source:
            yield from link_problems(draft.head, ("sources", n, "url"), source["url"])


RULES: Final[tuple[Callable[[Draft], Iterator[Problem]], ...]] = (
    duplicate_id,
    reserved_id,
    nothing_inside,
    unknown_option_set,
    unknown_commitment,
    unknown_source,
    unknown_grouping,
    rule_mismatch,
    rule_order,
    points_above_maximum,
    no_points,
    zero_weights,
    dates_and_links,
    *conditions.RULES,
)


def unknown_kinds(draft: Draft, kinds: Sequence[str]) -> Iterator[Problem]:
    """Kinds of agency that a questionnaire names are in the register; checked apart, because it takes the register."""
    head = Spot(draft.head, (), draft.head.data)
    for spot in (head, *draft.every_dimension(), *draft.every_question()):
        for n, kind in enumerate(spot.data.get("applies_to", ())):
            if kind not in kinds:
                yield spot.problem("unknown-kind", "applies_to", n, value=kind, **hint(kind, kinds))


_RISING: Final = {"what_vi": "các mốc phải tăng dần", "what_en": "the bounds must rise"}
_MISMATCH: Final = {
    "options": ("thiếu options", "options are missing"),
    "no-options": ("không có options", "it has no options"),
    "points": ("chỉ tính theo points", "it can only use the rule points"),
    "measured": ("cần score với linear hoặc steps", "it needs score with linear or steps"),
    "text": ("không tính điểm, hãy ghi scored: false", "it is never scored; write scored: false"),
    "goalposts": ("linear cần from và to", "linear needs from and to"),
    "steps": ("steps cần danh sách steps", "the rule steps needs a list of steps"),
    "step": ("mỗi bậc cần points hoặc share", "each step needs points or a share"),
    "dates": (
        "mốc của kiểu date là ngày, của kiểu khác là số",
        "goalposts are dates for the type date, numbers otherwise",
    ),
}


def _mismatch(question: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return what does not go together in a question, or None."""
    kind, rule = question["type"], question.get("score", {}).get("rule")
    if kind in ("choice", "choices") and "options" not in question:
        return _MISMATCH["options"]
    if kind not in ("choice", "choices") and "options" in question:
        return _MISMATCH["no-options"]
    if not question.get("scored", True):
        return _score_mismatch(kind, question.get("score"))
    if kind == "text":
        return _MISMATCH["text"]
    if kind not in _MEASURED:
        plain = question.get("score", {}).keys() <= {"rule"}
        return None if plain and rule in (None, "points") else _MISMATCH["points"]
    if rule == "points" or (rule is None and kind not in ("percent", "ratio")):
        return _MISMATCH["measured"]
    return _score_mismatch(kind, question.get("score"))


def _score_mismatch(kind: str, score: Mapping[str, Any] | None) -> tuple[str, str] | None:
    if score is None:
        return None
    if score["rule"] == "linear" and not {"from", "to"} <= score.keys():
        return _MISMATCH["goalposts"]
    if score["rule"] == "steps" and "steps" not in score:
        return _MISMATCH["steps"]
    if not all("points" in each or "share" in each for each in score.get("steps", ())):
        return _MISMATCH["step"]
    posts = [score[key] for key in ("from", "to") if key in score] + [each["from"] for each in score.get("steps", ())]
    fits = (
        all(is_date(each) if isinstance(each, str) else False for each in posts)
        if kind == "date"
        else not any(isinstance(each, str) for each in posts)
    )
    return None if fits else _MISMATCH["dates"]


def _score_order(spot: Spot) -> Iterator[Problem]:
    score = spot.data.get("score", {})
    if score.get("rule") == "linear" and "from" in score and score["from"] == score.get("to"):
        same = {"what_vi": "hai mốc from và to phải khác nhau", "what_en": "the goalposts from and to must differ"}
        yield spot.problem("rule-order", "score", "to", **same)
    starts = [each["from"] for each in score.get("steps", ())]
    for n, (lower, upper) in enumerate(pairwise(starts), 1):
        if isinstance(lower, str) == isinstance(upper, str) and upper <= lower:
            yield spot.problem("rule-order", "score", "steps", n, "from", **_RISING)


def _range_order(spot: Spot, key: str) -> Iterator[Problem]:
    ends = spot.data.get(key, {})
    if "from" in ends and "to" in ends and ends["to"] <= ends["from"]:
        yield spot.problem("rule-order", key, "to", **_RISING)


def _twice(spots: Iterator[Spot]) -> Iterator[Problem]:
    """Yield a problem for each id that an earlier spot has, in this file or another."""
    first: dict[str, Spot] = {}
    for spot in spots:
        key = spot.data["id"].casefold()
        if key in first:
            earlier = first[key]
            line = earlier.document.place((*earlier.at, "id"))[0]
            where = line if earlier.document is spot.document else f"{line} ({earlier.document.path})"
            yield spot.problem("duplicate-id", "id", id=spot.data["id"], first=where)
        first.setdefault(key, spot)


def _listed_ids(data: Mapping[str, Any]) -> Iterator[list[tuple[At, str]]]:
    """Yield every list of things with ids in the head, as places and ids."""
    lists: dict[At, Any] = {(key,): data.get(key, ()) for key in ("tiers", "sources", "groupings")}
    lists["levels", "bands"] = data.get("levels", {}).get("bands", ())
    lists |= {("groupings", n, "values"): each["values"] for n, each in enumerate(data.get("groupings", ()))}
    lists |= {("option_sets", key): each for key, each in data.get("option_sets", {}).items()}
    for at, things in lists.items():
        yield [((*at, n, "id"), each["id"]) for n, each in enumerate(things)]
