"""The sense of levels: bands that rise, and conditions of levels that exist."""

from collections.abc import Callable, Iterator
from typing import Final

from assess.model.levels import scale_of
from assess.problems import Problem, hint
from assess.validation.drafts import Draft
from assess.validation.order import rising


def bands_rise(draft: Draft) -> Iterator[Problem]:
    """Levels stand from the lowest to the highest."""
    yield from rising(draft.whole, ("levels", "bands"), draft.head.data.get("levels", {}).get("bands", ()))


def band_without_bound(draft: Draft) -> Iterator[Problem]:
    """Every level begins somewhere, save where levels are reached by conditions alone."""
    levels = draft.head.data.get("levels", {})
    bands = levels.get("bands", ())
    if "requires" in levels and not any("from" in each for each in bands):
        return
    for n, each in enumerate(bands):
        if "from" not in each:
            yield draft.whole.problem("missing-key", "levels", "bands", n, name="from")


def band_outside_scale(draft: Draft) -> Iterator[Problem]:
    """Levels begin on the scale that scores are shown on."""
    scale = scale_of(draft.head.data)
    for n, each in enumerate(draft.head.data.get("levels", {}).get("bands", ())):
        if scale.start < scale.end and not scale.start <= each.get("from", scale.start) <= scale.end:
            facts = {"value": each["from"], "start": scale.start, "end": scale.end}
            yield draft.whole.problem("level-outside-scale", "levels", "bands", n, "from", **facts)


def unknown_level(draft: Draft) -> Iterator[Problem]:
    """Conditions, and what a dimension says of levels, are of levels that exist."""
    levels = draft.head.data.get("levels", {})
    known = [each["id"] for each in levels.get("bands", ())]
    for key in levels.get("requires", {}):
        if key not in known:
            yield draft.whole.key_problem("unknown-id", "levels", "requires", key, value=key, **hint(key, known))
    for spot in draft.every_dimension():
        for key in spot.data.get("levels", {}):
            if key not in known:
                yield spot.key_problem("unknown-id", "levels", key, value=key, **hint(key, known))


RULES: Final[tuple[Callable[[Draft], Iterator[Problem]], ...]] = (
    bands_rise,
    band_without_bound,
    band_outside_scale,
    unknown_level,
)
