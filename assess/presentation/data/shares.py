"""What each part, or each channel, has of the weight that counts."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from assess.model import Scoring
from assess.model.arithmetic import EXACT, ZERO
from assess.scoring import Score, counted_in, weight_in


class Share(NamedTuple):
    """A part in its node's sum: its weight, its share of the weight of all that is taken, and the value taken.

    `taken` is None for a part that is left out although it counts; its share is 0 then. `own` is the part's own value.
    """

    part: Score
    own: Decimal | None
    weight: Decimal
    share: Decimal
    taken: Decimal | None


def shares_of(scoring: Scoring, score: Score) -> Sequence[Share]:
    """Return how the parts that count enter a node's sum, after weights are rescaled."""
    parts = counted_in(scoring, score.parts)
    taken = [ZERO if each.value is None and scoring.missing == "zero" else each.value for each in parts]
    weights = [weight_in(scoring, each) for each in parts]
    own = {each.id: each.value for each in score.parts}
    leaves = scoring.missing == "skip"
    total = sum((weight for weight, value in zip(weights, taken, strict=True) if not leaves or value is not None), ZERO)
    return [
        Share(
            part,
            own[part.id],
            weight,
            ZERO if not total or (leaves and value is None) else EXACT.divide(weight, total),
            value,
        )
        for part, weight, value in zip(parts, weights, taken, strict=True)
    ]


def mixed_shares(score: Score, weights: Mapping[str, Decimal], missing: str) -> Sequence[tuple[str, Score, Decimal]]:
    """Return each channel with its score and its share of the weight of those that count."""
    counts = {
        name: each.coverage is not None and (each.value is not None or missing != "skip")
        for name, each in score.channels
    }
    total = sum((weights[name] for name, taken in counts.items() if taken), ZERO)
    return [
        (name, each, EXACT.divide(weights[name], total) if counts[name] and total else ZERO)
        for name, each in score.channels
    ]
