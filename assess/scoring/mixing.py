"""One score from those that a node or a question comes to in several channels."""

from collections.abc import Mapping
from decimal import Decimal

from assess.model.arithmetic import ZERO
from assess.scoring.scores import Score, Trace


def mixed(weights: Mapping[str, Decimal], scores: Mapping[str, Score], missing: str) -> Score:
    """Return a score put together from those in several channels, by weight.

    A channel without a score counts as 0, or its weight goes to the others (skip), or there is none (null).
    """
    heard = {key: each for key, each in scores.items() if weights[key]}
    present = {key: each for key, each in heard.items() if each.coverage is not None}
    known = {key: each.value for key, each in present.items() if each.value is not None}
    trail = tuple(Trace("channel", each.value, {"by": key, "weight": weights[key]}) for key, each in scores.items())
    first = heard[next(iter(known or present or heard))]._replace(trail=trail, channels=tuple(scores.items()))
    if not present:
        return first
    total = sum((weights[key] for key in present), ZERO)
    coverage = sum((weights[key] * (each.coverage or ZERO) for key, each in present.items()), ZERO) / total
    shared = {key: weights[key] for key in (known if missing == "skip" else present)}
    if not known:
        return first._replace(coverage=coverage)
    if missing == "null" and len(known) < len(present):
        return first._replace(value=None, reason="part-missing", coverage=coverage)
    earned = sum((shared[key] * value for key, value in known.items()), ZERO)
    value = ZERO if missing == "zero_node" and len(known) < len(present) else earned / sum(shared.values(), ZERO)
    return first._replace(value=value, reason=None, coverage=coverage)
