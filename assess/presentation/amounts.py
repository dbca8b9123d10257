"""How a part of a score is shown: as points of its maximum where points are added up, else on the scale."""

from decimal import Decimal

from assess.model.arithmetic import EXACT
from assess.presentation.conditions import Speaker
from assess.presentation.edition import Branch, Edition
from assess.presentation.wording import Words, change_text, score_text, short_text
from assess.scoring import Score

_DECIMALS = 2


def most_of(branch: Branch, score: Score) -> Decimal | None:
    """Return the points that a dimension can earn, where the node above adds points up; None where it does not.

    What never counts above may be stopped before its parts have earned all.
    """
    if not branch.adds:
        return None
    caps = [each.amount for each in branch.dimension.adjust if each.action == "cap" and each.condition is None]
    return min([score.points, *caps]) if caps and not branch.dimension.scored else score.points


def amount_text(edition: Edition, score: Score, most: Decimal | None) -> str:
    """Return what a score comes to: "132,22 / 200" in points, or on the scale; empty for none."""
    if score.value is None or most is None:
        return score_text(score.value, edition.questionnaire.scale, edition.language)
    return points_text(EXACT.multiply(score.value, score.points), most, edition.words, edition.language)


def drawn(score: Score, most: Decimal | None) -> Decimal | None:
    """Return the share that a bar shows: of the most points there are, or of the scale."""
    if score.value is None or most is None or not most:
        return score.value
    return EXACT.divide(EXACT.multiply(score.value, score.points), most)


def points_text(earned: Decimal, most: Decimal, words: Words, language: str) -> str:
    """Return points earned and the most there are, each with at most two decimals."""
    shown = (short_text(each, _DECIMALS, language) for each in (earned, most))
    return words["points_of"].format_map(dict(zip(("points", "of"), shown, strict=True)))


def share_text(edition: Edition | Speaker, value: Decimal | None, points: Decimal | None) -> str:
    """Return a share of these points, or on the scale where `points` is None; empty for none."""
    if value is None or points is None:
        return score_text(value, edition.questionnaire.scale, edition.language)
    return short_text(EXACT.multiply(value, points), _DECIMALS, edition.language)


def gap_text(edition: Edition, value: Decimal | None, declared: Decimal | None, points: Decimal | None = None) -> str:
    """Return how far a share lies from the declared one, with its sign, in points or on the scale; empty for none."""
    if value is None or declared is None:
        return ""
    change = EXACT.subtract(value, declared)
    if points is None:
        return change_text(change, edition.questionnaire.scale, edition.language)
    text = share_text(edition, change, points)
    return f"+{text}" if change > 0 and text != "0" else text
