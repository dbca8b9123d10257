"""The sense of a questionnaire: its head and its dimensions together. One rule, one generator; `RULES` lists them.

What takes the register stands in `groups`.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from assess.documents import At
from assess.model.questions import maximum_of
from assess.problems import Problem, hint
from assess.validation import conditions, levels, nodes, order, possibilities, preparations, rules
from assess.validation.drafts import Draft, Spot
from assess.validation.values import date_problems, id_problems, link_problems, reserved_problems


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


def points_above_maximum(draft: Draft) -> Iterator[Problem]:
    """No option and no step earns more than its question can."""
    for spot in draft.every_question():
        offered = draft.options(spot.data)
        maximum = maximum_of(spot.data, offered)
        written = isinstance(spot.data.get("options"), list)
        for n, option in enumerate(offered):
            if option.get("points", 0) > maximum and _one_decides(spot.data):
                at: At = ("options", n, "points") if written else ("points",)
                yield spot.problem("points-above-maximum", *at, points=option["points"], maximum=maximum)
        for n, step in enumerate(spot.data.get("score", {}).get("steps", ())):
            if step.get("points", 0) > maximum:
                at = ("score", "steps", n, "points")
                yield spot.problem("points-above-maximum", *at, points=step["points"], maximum=maximum)


def points_and_share(draft: Draft) -> Iterator[Problem]:
    """An option, and a step, says what it earns once: in points, or as a share."""
    for key, options in draft.head.data.get("option_sets", {}).items():
        yield from _said_twice(draft.whole, ("option_sets", key), options)
    for spot in (*draft.every_question(), *draft.every_node()):
        options = spot.data.get("options")
        yield from _said_twice(spot, ("options",), options if isinstance(options, list) else ())
        yield from _said_twice(spot, ("score", "steps"), spot.data.get("score", {}).get("steps", ()))


def no_points(draft: Draft) -> Iterator[Problem]:
    """A scored question, or one with a rule, has an answer that earns points."""
    for spot in draft.every_question():
        offered = draft.options(spot.data)
        if (
            (spot.data.get("scored", True) or "score" in spot.data)
            and offered
            and not any(each.get("points") or each.get("share") for each in offered)
        ):
            yield spot.problem("no-points", "options")


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
    points_above_maximum,
    points_and_share,
    no_points,
    dates_and_links,
    *conditions.RULES,
    *possibilities.RULES,
    *rules.RULES,
    *order.RULES,
    *preparations.RULES,
    *nodes.RULES,
    *levels.RULES,
)


def _one_decides(question: Mapping[str, Any]) -> bool:
    """Return whether a question earns the points of one option: they are not added up, to the maximum, nor counted."""
    return bool(question["type"] != "choices" or question.get("score", {}).get("rule") == "highest")


def _said_twice(spot: Spot, at: At, things: Any) -> Iterator[Problem]:
    for n, each in enumerate(things):
        if "points" in each and "share" in each:
            yield spot.key_problem("points-and-share", *at, n, "share", points=each["points"], share=each["share"])


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
