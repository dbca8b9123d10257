"""Strengths and gaps: the questions in which an agency stands furthest above its peers, and furthest below."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from assess.model import Agency, Question
from assess.model.arithmetic import EXACT, compared, rounded
from assess.presentation import pages
from assess.presentation.agency.peers import question_medians, question_shares
from assess.presentation.edition import Edition, question_anchor
from assess.presentation.wording import said, short_text
from assess.ranking import Cohort

MOST: Final = 5
"""How many of each are told."""


def standouts_of(edition: Edition, cohort: Cohort, agency: Agency, left_out: Collection[str]) -> pages.Standouts | None:
    """Return strengths and gaps against the median of the peers; without peers, what earns full points and what none.

    None where no question counts. `left_out` are questions that have a score in several channels.
    """
    found = _found(cohort, agency.id, frozenset(left_out))
    if not found.shares:
        return None
    return pages.Standouts(
        note=edition.words["standouts_note" if found.medians else "standouts_alone"],
        strengths=tuple(_standouts(edition, found.strengths, found.shares, found.medians)),
        gaps=tuple(_standouts(edition, found.gaps, found.shares, found.medians)),
    )


class _Found(NamedTuple):
    """The questions that stand out, the shares that each earns, and the medians of the peers; no medians, no peers."""

    strengths: Sequence[str]
    gaps: Sequence[str]
    shares: Mapping[str, Decimal]
    medians: Mapping[str, Decimal]


@lru_cache(maxsize=2)
def _found(cohort: Cohort, agency: str, left_out: frozenset[str]) -> _Found:
    """Return what stands out for an agency; kept for the next language."""
    own = question_shares(cohort, cohort.records[agency])
    shares = {key: value for key, value in own.items() if key not in left_out}
    standing = cohort.standings[agency]
    medians = question_medians(cohort).get(standing.group, {}) if standing.rank is not None else {}
    questions = cohort.questionnaire.questions
    strengths, gaps = _beside(questions, shares, medians) if medians else _alone(questions, shares)
    return _Found(strengths, gaps, shares, medians)


def _beside(
    questions: Mapping[str, Question], shares: Mapping[str, Decimal], medians: Mapping[str, Decimal]
) -> tuple[list[str], list[str]]:
    """Return what lies furthest above its median, and furthest below, where that can be seen; of equal, the first."""
    away = {key: compared(EXACT.subtract(value, medians[key])) for key, value in shares.items() if key in medians}
    rising, falling = sorted(away, key=away.__getitem__), sorted(away, key=away.__getitem__, reverse=True)
    above = (key for key in falling if away[key] > 0 and _differ(questions[key], shares[key], medians[key]))
    below = (key for key in rising if away[key] < 0 and _differ(questions[key], shares[key], medians[key]))
    return list(islice(above, MOST)), list(islice(below, MOST))


def _differ(question: Question, share: Decimal, middle: Decimal) -> bool:
    """Return whether two shares are different points as these are shown."""
    return _points(question, share) != _points(question, middle)


def _points(question: Question, share: Decimal) -> Decimal:
    return rounded(EXACT.multiply(share, question.maximum), 2)


def _alone(questions: Mapping[str, Question], shares: Mapping[str, Decimal]) -> tuple[list[str], list[str]]:
    """Return what earns full points, and what earns none; those of most points first."""
    by_points = sorted(shares, key=lambda key: -questions[key].maximum)
    full = [key for key in by_points if shares[key] >= 1]
    none = [key for key in by_points if shares[key] <= 0]
    return full[:MOST], none[:MOST]


def _standouts(
    edition: Edition, keys: Sequence[str], shares: Mapping[str, Decimal], medians: Mapping[str, Decimal]
) -> Iterator[pages.Standout]:
    words = edition.words
    for key in keys:
        question = edition.questionnaire.questions[key]
        points = words["points_of"].format(points=_earned(edition, question, shares[key]), of=edition.most[key])
        middle = _earned(edition, question, medians[key]) if key in medians else ""
        yield pages.Standout(
            number=question.number,
            text=said(question.text, edition.language),
            href=f"#{question_anchor(key)}",
            points=points,
            peers=words["standout_peers"].format(points=middle) if middle else "",
        )


def _earned(edition: Edition, question: Question, share: Decimal) -> str:
    return short_text(EXACT.multiply(share, question.maximum), 2, edition.language)
