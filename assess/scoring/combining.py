"""From the scores of parts to that of their node."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from assess.aggregation import Formula, formula_of
from assess.model import Scoring
from assess.model.arithmetic import ONE, ZERO, Uncomputable, compared, in_reach
from assess.scoring.scores import Score

_LEFT: Final = frozenset(("closed", "not_asked", "not_applicable"))


def combine(
    name: str,
    parts: tuple[Score, ...],
    scoring: Scoring,
    weight: Decimal,
    points: Decimal | None,
    formula: Formula | None = None,
) -> Score:
    """Return the score of a node from its parts, by the formula given, or the one that `scoring` names.

    Parts that leave the denominator are passed over; with `inapplicable: zero` those that are closed, not asked or not
    applicable stay and earn nothing. What has no value is handled as `scoring.missing` says: zero (it counts as 0),
    skip (the weights of the rest are rescaled), zero_node (the node is 0) or null (the node has no score). Below
    `min_coverage`, `min_parts` or `min_count` a node has no score. Reasons for none: "nothing-counts", "no-weight",
    "nothing-answered", "part-missing", "low-coverage", "low-parts", and those of the formula.
    """
    counted = counted_in(scoring, parts)
    own = sum((part.points for part in counted), ZERO) if points is None else points
    added_up = scoring.aggregate == "sum"  # as `weight_in` says, for many parts at once
    weights = [part.points for part in counted] if added_up else [part.weight for part in counted]
    total = sum(weights, ZERO)
    if not total:
        return Score(name, "node", None, "no-weight" if counted else "nothing-counts", weight, own, None, parts)
    coverage = sum((each * part.coverage for each, part in zip(weights, counted, strict=True) if part.coverage), ZERO)
    coverage /= total
    value, reason = _value(counted, weights, scoring, formula or formula_of(scoring))
    if compared(coverage) < scoring.min_coverage:
        value, reason = None, "low-coverage"
    elif _too_few(counted, weights, total, scoring):
        value, reason = None, "low-parts"
    return Score(name, "node", value, reason, weight, own, coverage, parts)


def counted_in(scoring: Scoring, parts: Sequence[Score]) -> Sequence[Score]:
    """Return the parts that stand in a node's denominator; those that stay without applying, as earning nothing."""
    if scoring.inapplicable == "leave":
        return [part for part in parts if part.coverage is not None and not part.recorded]
    return [_staying(part) if has_left(part) else part for part in parts if part.counts or has_left(part)]


def weight_in(scoring: Scoring, part: Score) -> Decimal:
    """Return what a part counts for in its node: its points where parts are added up, else its weight."""
    return part.points if scoring.aggregate == "sum" else part.weight


def has_left(part: Score) -> bool:
    """Return whether a part has left because it, or all that counts in it, is closed, not asked or not applicable."""
    out = part.coverage is None and not part.recorded
    return out and (part.state in _LEFT or any(has_left(each) for each in part.parts))


def held_in_reach(score: Score) -> Score:
    """Return a score, or none where its value is larger than any that could be shown."""
    try:
        if score.value is not None:
            in_reach(score.value)
    except Uncomputable as none:
        return score._replace(value=None, reason=none.reason)
    return score


def _value(
    counted: Sequence[Score], weights: Sequence[Decimal], scoring: Scoring, formula: Formula
) -> tuple[Decimal | None, str | None]:
    try:
        if scoring.missing == "zero" or all(part.value is not None for part in counted):
            return formula([part.value or ZERO for part in counted], weights), None
        parts = list(zip(counted, weights, strict=True))
        known = [(part.value, weight) for part, weight in parts if part.value is not None]
        lacking = any(weight for part, weight in parts if part.value is None)  # what has no weight has no say
        if lacking and scoring.missing == "zero_node":
            return ZERO, None
        if lacking and scoring.missing == "null":
            return None, "part-missing"
        if not sum((weight for _, weight in known), ZERO):
            return None, "nothing-answered"
        return formula([value for value, _ in known], [weight for _, weight in known]), None
    except Uncomputable as none:
        return None, none.reason


def _too_few(counted: Sequence[Score], weights: Sequence[Decimal], total: Decimal, scoring: Scoring) -> bool:
    """Return whether the parts that have a value are too few, by their weight or by their number."""
    if scoring.min_parts and compared(_valued(counted, weights) / total) < scoring.min_parts:
        return True
    return bool(scoring.min_count) and sum(part.value is not None for part in counted) < scoring.min_count


def _valued(counted: Sequence[Score], weights: Sequence[Decimal]) -> Decimal:
    """Return the weight of the parts that have a value."""
    return sum((each for each, part in zip(weights, counted, strict=True) if part.value is not None), ZERO)


def _staying(part: Score) -> Score:
    """Return a part that has left as one that earns nothing of its points."""
    points = part.points or sum((_staying(each).points for each in part.parts if has_left(each)), ZERO)
    return part._replace(value=ZERO, coverage=ONE, points=points)
