"""How much of the whole each part makes up, down the tree, where the formulas above it give it a fixed share."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from assess.model import Dimension, Question, Questionnaire
from assess.model.arithmetic import EXACT, ONE, ZERO
from assess.model.conditions import WHOLE, key_of

WEIGHTED: Final = frozenset(("mean", "geometric", "harmonic", "power"))
"""The formulas in which each part has its share of the weight; in a sum it has its share of the points."""


def shares(questionnaire: Questionnaire, kind: str | None = None) -> Mapping[str, Decimal]:
    """Return by key the share of the whole of every part that counts and has one, from 0 to 1.

    It holds for an agency of a kind to which everything applies that this kind is asked, or, with `kind` None, if
    everything were asked. Below a formula that takes one part alone, or multiplies, no part has a share.
    """
    found = {WHOLE: ONE}
    found.update(_below(questionnaire.whole, ONE, questionnaire, kind))
    return found


def within(questionnaire: Questionnaire, node: Dimension, kind: str | None = None) -> Mapping[str, Decimal]:
    """Return by key the share of a node's own weight, or points, that each part of it makes up that counts."""
    counted = [each for each in node.parts if _counts(each, node, questionnaire, kind)]
    weights = [_weight(each, node, questionnaire, kind) for each in counted]
    total = sum(weights, ZERO)
    if not total or not (node.scoring.aggregate in WEIGHTED or node.scoring.aggregate == "sum"):
        return {}
    return {_key(each): EXACT.divide(weight, total) for each, weight in zip(counted, weights, strict=True)}


def _below(
    node: Dimension, own: Decimal, questionnaire: Questionnaire, kind: str | None
) -> Iterator[tuple[str, Decimal]]:
    parts = within(questionnaire, node, kind)
    for each in node.parts:
        if _key(each) in parts:
            share = EXACT.multiply(own, parts[_key(each)])
            yield _key(each), share
            if isinstance(each, Dimension):
                yield from _below(each, share, questionnaire, kind)


def _counts(part: Dimension | Question, node: Dimension, questionnaire: Questionnaire, kind: str | None) -> bool:
    """Return whether a part stands in its node's denominator: what is not asked stays only where that earns nothing."""
    if not part.scored:
        return False
    if isinstance(part, Question):
        return kind is None or kind in questionnaire.asked_of[part.id] or node.scoring.inapplicable == "zero"
    return any(_counts(each, part, questionnaire, kind) for each in part.parts)


def _weight(part: Dimension | Question, node: Dimension, questionnaire: Questionnaire, kind: str | None) -> Decimal:
    return _points(part, questionnaire, kind) if node.scoring.aggregate == "sum" else part.weight


def _points(part: Dimension | Question, questionnaire: Questionnaire, kind: str | None) -> Decimal:
    """Return the most points of a part: as written, or those of all that counts in it."""
    if isinstance(part, Question):
        return part.maximum
    if part.points is not None:
        return part.points
    counted: Sequence[Dimension | Question] = [each for each in part.parts if _counts(each, part, questionnaire, kind)]
    return sum((_points(each, questionnaire, kind) for each in counted), ZERO)


def _key(part: Dimension | Question) -> str:
    return part.id if isinstance(part, Question) else key_of(part.id)
