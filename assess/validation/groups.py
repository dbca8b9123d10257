"""What a questionnaire names of the register: kinds, families of groups, attributes, agencies.

Checked apart from the other rules, because it takes the register.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from assess.documents import At
from assess.model import Register
from assess.problems import Problem, hint, listed, near
from assess.validation.drafts import Draft, Spot

OWN_GROUPS: Final = ("kind", "all", "parent")
"""What agencies may be compared within besides a family of groups; no family is called so."""


def unknown_kinds(draft: Draft, register: Register) -> Iterator[Problem]:
    """Kinds of agency that a questionnaire names are in the register."""
    for spot in (*draft.every_node(), *draft.every_question()):
        yield from _unknown_kinds(spot, ("applies_to",), spot.data.get("applies_to", ()), register)
    for spot, at, over in _every_group(draft):
        kinds = over.get("kind", ())
        if not isinstance(kinds, str):
            yield from _unknown_kinds(spot, (*at, "kind"), kinds, register)
        elif kinds not in (known := dict.fromkeys(("same", "all", *register.kinds))):
            yield spot.problem("unknown-kind", *at, "kind", value=kinds, **hint(kinds, known))


def never_asked(draft: Draft, register: Register) -> Iterator[Problem]:
    """Every part is for some kind of agency that all above it are for too."""
    yield from _never_asked(draft, draft.whole, draft.head.data["applies_to"], register)


def unknown_groups(draft: Draft, register: Register) -> Iterator[Problem]:
    """Families of groups that a questionnaire names are in the register."""
    families = register.families
    for spot, at, over in _every_group(draft):
        if "groups" in over:
            yield from _unknown_group(spot, (*at, "groups"), over["groups"], (*families, "parent"))
    for spot in draft.every_question():
        for n, step in enumerate(spot.data.get("prepare", ())):
            if "group" in step:
                yield from _unknown_group(spot, ("prepare", n, "group"), step["group"], ("kind", "parent", *families))
    within = draft.head.data.get("ranking", {}).get("within", "kind")
    yield from _unknown_group(draft.whole, ("ranking", "within"), within, (*OWN_GROUPS, *families))


def unknown_attributes(draft: Draft, register: Register) -> Iterator[Problem]:
    """What answers are divided by is known of an agency at least."""
    known: Mapping[str, None] | None = None
    for spot in draft.every_question():
        for n, step in enumerate(spot.data.get("prepare", ())):
            name = step.get("divide_by")
            if name is not None and known is None:  # the register is gone through once, and only if there is need
                known = dict.fromkeys(key for each in register.agencies.values() for key in each.attributes)
            if name is not None and known is not None and name not in known:
                yield spot.problem("unknown-attribute", "prepare", n, "divide_by", value=name, **hint(name, known))


def unknown_references(draft: Draft, register: Register) -> Iterator[Problem]:
    """An agency that others are measured against is in the register."""
    for spot in (*draft.every_question(), *draft.every_node()):
        name = spot.data.get("score", {}).get("reference")
        if name is not None and name not in register.agencies:
            facts = {"value": name, "near": near(name, register.agencies)}
            yield spot.problem("unknown-agency", "score", "reference", **facts)


RULES: Final[tuple[Callable[[Draft, Register], Iterator[Problem]], ...]] = (
    unknown_kinds,
    never_asked,
    unknown_groups,
    unknown_attributes,
    unknown_references,
)


def _every_group(draft: Draft) -> Iterator[tuple[Spot, At, Mapping[str, Any]]]:
    """Yield every `over` with its place."""
    for spot in (*draft.every_question(), *draft.every_node()):
        for key in ("score", "scoring"):
            if "over" in spot.data.get(key, {}):
                yield spot, (key, "over"), spot.data[key]["over"]
        for n, step in enumerate(spot.data.get("prepare", ())):
            if "over" in step:
                yield spot, ("prepare", n, "over"), step["over"]


def _unknown_kinds(spot: Spot, at: At, kinds: Any, register: Register) -> Iterator[Problem]:
    for n, kind in enumerate(kinds):
        if kind not in register.kinds:
            yield spot.problem("unknown-kind", *at, n, value=kind, **hint(kind, register.kinds))


def _never_asked(draft: Draft, spot: Spot, above: Sequence[str], register: Register) -> Iterator[Problem]:
    """Yield a problem for each part below that shares no kind with what holds it; unknown kinds are told elsewhere."""
    for part in draft.parts(spot):
        own = part.data.get("applies_to", above)
        kinds = [each for each in above if each in own]
        if not kinds and register.kinds.keys() >= {*above, *own}:
            yield part.problem("never-asked", "applies_to", kinds=listed(own), above=listed(above))
        elif kinds and "type" not in part.data:
            yield from _never_asked(draft, part, kinds, register)


def _unknown_group(spot: Spot, at: At, name: str, known: tuple[str, ...]) -> Iterator[Problem]:
    if name not in known:
        yield spot.problem("unknown-group", *at, value=name, **hint(name, known))
