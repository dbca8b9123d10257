"""The sense of how a node becomes its score: weights, channels, aggregates with keys of their own, adjustments."""

from collections.abc import Callable, Iterator, Mapping, Set
from typing import Any, Final

from assess.documents import At
from assess.model.nodes import ACTIONS
from assess.problems import Problem, hint
from assess.validation.chains import CHAIN, circles, depths
from assess.validation.conditions import conditions_in, every_condition
from assess.validation.drafts import Draft, Spot
from assess.validation.rules import NOT_NOTHING, out_of_bounds

_OWN: Final = {"power": "power", "over": "copeland"}
"""Keys of scoring that belong to one aggregate."""


def zero_weights(draft: Draft) -> Iterator[Problem]:
    """The weights of a node's scored parts add up to more than nothing, and so do those of channels."""
    for spot in draft.every_dimension():
        key = "dimensions" if "dimensions" in spot.data else "questions"
        yield from _no_weight(draft, spot, spot.data.get(key, ()), (key, 0))
    yield from _no_weight(draft, draft.whole, [each.data for each in draft.dimensions], ("dimensions",))
    for spot in (*draft.every_node(), *draft.every_question()):
        if "channels" in spot.data and not any(spot.data["channels"].values()):
            yield spot.problem("zero-weights", "channels", what_vi="các kênh", what_en="the channels")


def scoring_keys(draft: Draft) -> Iterator[Problem]:
    """The power mean has a power, and only it; a group stands beside Copeland's rule only; no more parts are asked for
    than there are.
    """
    for spot in draft.every_node():
        scoring = draft.scoring(spot)
        aggregate = scoring.get("aggregate", "mean")
        written = spot.data.get("scoring", {})
        if written.get("aggregate") == "power" and "power" not in scoring:
            yield spot.problem("missing-key", "scoring", name="power")
        if written.get("power") == 0:
            yield out_of_bounds(spot, "scoring", "power", bound=NOT_NOTHING)
        scored = sum(part.data.get("scored", True) for part in draft.parts(spot))
        if written.get("min_count", 0) > scored:
            facts = {"name": "min_count", "value": written["min_count"], "limit": scored, **_AS_MANY_AS_THERE_ARE}
            yield spot.problem("number-out-of-bounds", "scoring", "min_count", **facts)
        for key, owner in _OWN.items():
            if key in written and aggregate != owner:
                yield spot.misplaced_key("scoring", key, allowed=_scoring_keys(aggregate))


def step_form(draft: Draft) -> Iterator[Problem]:
    """A step of adjusting does one thing; what it adds or takes away is a number, or what one part earned."""
    for spot, n, step in _every_step(draft):
        if sum(key in step for key in ACTIONS) != 1:
            yield spot.problem("step-form", "adjust", n, allowed=", ".join(ACTIONS))
        for action, part in _parts_of(step):
            if len(part) != 1:
                yield spot.problem("step-form", "adjust", n, action, allowed="dimension, question")


def unknown_part(draft: Draft) -> Iterator[Problem]:
    """What a step adds or takes away was earned by a part that exists."""
    dimensions = dict.fromkeys(spot.data["id"] for spot in draft.every_dimension())
    questions = dict.fromkeys(spot.data["id"] for spot in draft.every_question())
    known = (("dimension", "unknown-id", dimensions), ("question", "unknown-question", questions))
    for spot, n, step in _every_step(draft):
        for action, part in _parts_of(step):
            for key, code, ids in known:
                if key in part and part[key] not in ids:
                    yield spot.problem(code, "adjust", n, action, key, value=part[key], **hint(part[key], ids))


def circular_adjust(draft: Draft) -> Iterator[Problem]:
    """No dimension's score depends on itself, over its parts and what their adjustments look at, nor on a long chain.

    Scores of questions hang on nothing, and nothing hangs on the whole: dimensions are enough.
    """
    spots = {spot.data["id"]: spot for spot in draft.every_dimension()}
    looked_at = {name: list(_looked_at(spot)) for name, spot in spots.items()}
    needs = {
        name: [*(each["id"] for each in spot.data.get("dimensions", ())), *looked_at[name]]
        for name, spot in spots.items()
    }
    known, ways = depths(needs), circles(looked_at, needs)
    for name, spot in spots.items():
        if name in ways:
            yield spot.problem("circular-adjust", "adjust", cycle=" → ".join(ways[name]))
        elif known.get(name) == CHAIN + 1:
            yield spot.problem("long-chain", "adjust", limit=CHAIN)


def unused_keys(draft: Draft) -> Iterator[Problem]:
    """Weights stand where weights count, and the points of dimensions where points do; those of questions always do.

    Another reading puts questions together as the questionnaire does its parts, so their weights may count there.
    """
    readings = draft.scoring(draft.whole).get("aggregate") != "sum"
    for spot in draft.every_node():
        for part in draft.parts(spot) if draft.scoring(spot).get("aggregate") == "sum" else ():
            if "weight" in part.data and not (readings and "groupings" in part.data):
                yield part.key_problem("unused-key", "weight", name="weight", **_ADDED_UP)
    if readings:
        yield from _unused_points(draft, draft.whole, frozenset(_points_looked_at(draft)))


RULES: Final[tuple[Callable[[Draft], Iterator[Problem]], ...]] = (
    zero_weights,
    scoring_keys,
    step_form,
    unknown_part,
    circular_adjust,
    unused_keys,
)

_AS_MANY_AS_THERE_ARE: Final = {
    "bound_vi": "không được lớn hơn số phần con có tính điểm:",
    "bound_en": "must be at most the number of scored parts:",
}
_ADDED_UP: Final = {
    "why_vi": "phần chứa nó cộng điểm (sum), nên chỉ xét points",
    "why_en": "what holds it adds points up (sum), so points count there",
}
_NOT_ADDED_UP: Final = {
    "why_vi": "không phần nào chứa nó cộng điểm (sum), nên chỉ xét weight",
    "why_en": "nothing that holds it adds points up (sum), so weights count there",
}


def _no_weight(draft: Draft, spot: Spot, parts: Any, at: At) -> Iterator[Problem]:
    if draft.scoring(spot).get("aggregate") == "sum":
        return  # points count there, not weights
    weights = [each.get("weight", 1) for each in parts if each.get("scored", True)]
    if weights and not any(weights):
        facts = {"what_vi": "các phần con có tính điểm", "what_en": "the scored parts"}
        yield spot.problem("zero-weights", *at, **facts)


def _unused_points(draft: Draft, spot: Spot, looked_at: Set[str]) -> Iterator[Problem]:
    """Yield a problem for the points of each dimension below which neither a sum nor a condition takes into account.

    Points go up: a sum far above, or a condition on a dimension between, takes them into account too.
    """
    for part in draft.parts(spot):
        heeded = draft.scoring(part).get("aggregate") == "sum" or part.data["id"] in looked_at
        if "type" in part.data or heeded:
            continue
        if "points" in part.data:
            yield part.key_problem("unused-key", "points", name="points", **_NOT_ADDED_UP)
        yield from _unused_points(draft, part, looked_at)


def _points_looked_at(draft: Draft) -> Iterator[str]:
    """Yield the dimensions whose points some condition looks at, or some adjustment adds."""
    for _, _, test in every_condition(draft):
        if "points" in test and "dimension" in test:
            yield test["dimension"]
    for _, _, step in _every_step(draft):
        yield from (part["dimension"] for _, part in _parts_of(step) if "dimension" in part)


def _scoring_keys(aggregate: str) -> tuple[str, ...]:
    own = tuple(key for key, owner in _OWN.items() if owner == aggregate)
    return ("aggregate", *own, "missing", "min_coverage", "min_parts", "min_count", "inapplicable")


def _every_step(draft: Draft) -> Iterator[tuple[Spot, int, Mapping[str, Any]]]:
    for spot in draft.every_node():
        for n, step in enumerate(spot.data.get("adjust", ())):
            yield spot, n, step


def _parts_of(step: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield what a step adds or takes away, where that is what a part earned."""
    return ((action, step[action]) for action in ("plus", "minus") if isinstance(step.get(action), dict))


def _looked_at(spot: Spot) -> Iterator[str]:
    """Yield the dimensions whose scores a node's own adjustments look at."""
    for step in spot.data.get("adjust", ()):
        yield from (part["dimension"] for _, part in _parts_of(step) if "dimension" in part)
        for _, condition in conditions_in(step.get("if"), ()):
            if "dimension" in condition:
                yield condition["dimension"]
