"""What one response comes to: a tree of scores, each with the parts it came from."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, localcontext
from typing import NamedTuple

from assess.aggregation import FORMULAS, Uncomputable
from assess.model import Answer, Dimension, Level, Question, Questionnaire, Response, Scale, Scoring
from assess.model.arithmetic import EXACT, ONE, ZERO, compared, rounded
from assess.model.conditions import standings
from assess.normalisation import share_of


class Score(NamedTuple):
    """What a question, a dimension or the whole comes to.

    `value` is a share of its points or of its scale, usually from 0 to 1, or None for the `reason`. `weight` is
    relative to the siblings; `points` is the maximum where parts are added up. `coverage`, from 0 to 1, is the share
    of the weight that was answered; None where it leaves the denominator. `state` is the state of an answer; for a
    node it is "node".
    """

    id: str
    state: str
    value: Decimal | None
    reason: str | None
    weight: Decimal
    points: Decimal
    coverage: Decimal | None
    parts: tuple["Score", ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it stands in the denominator of the node above."""
        return self.coverage is not None

    def every(self) -> Iterator["Score"]:
        """Yield this score and all below, in order."""
        yield self
        for part in self.parts:
            if part.parts:
                yield from part.every()
            else:
                yield part


class Assessment(NamedTuple):
    """A response with its score. `groupings` holds for each grouping the score of each of its values, by id."""

    questionnaire: Questionnaire
    response: Response
    score: Score
    level: Level | None
    groupings: Mapping[str, tuple[Score, ...]]


def assess(questionnaire: Questionnaire, response: Response, kind: str) -> Assessment:
    """Score one response of an agency of the given kind."""
    with localcontext(EXACT):
        asked = standings(questionnaire, kind, response.answers)
        parts = tuple(_dimension(each, response.answers, asked) for each in questionnaire.dimensions)
        score = combine(questionnaire.id, parts, questionnaire.scoring, ONE, None)
        groupings = _groupings(questionnaire, score)
    return Assessment(
        questionnaire=questionnaire,
        response=response,
        score=score,
        level=level_of(questionnaire, score.value),
        groupings=groupings,
    )


def combine(name: str, parts: tuple[Score, ...], scoring: Scoring, weight: Decimal, points: Decimal | None) -> Score:
    """Return the score of a node from its parts.

    Parts that leave the denominator are passed over. What has no value is handled as `scoring.missing` says: zero (it
    counts as 0), skip (the weights of the rest are rescaled), zero_node (the node is 0) or null (the node has no
    score). Below `min_coverage` a node has no score. Reasons for none: "nothing-counts", "no-weight",
    "nothing-answered", "part-missing", "low-coverage", and those of `aggregation.Uncomputable`.
    """
    counted = [part for part in parts if part.coverage is not None]
    own = sum((part.points for part in counted), ZERO) if points is None else points
    weights = [weight_in(scoring, part) for part in counted]
    total = sum(weights, ZERO)
    if not total:
        return Score(name, "node", None, "no-weight" if counted else "nothing-counts", weight, own, None, parts)
    coverage = sum((each * part.coverage for each, part in zip(weights, counted, strict=True) if part.coverage), ZERO)
    coverage /= total
    try:
        value, reason = _value(counted, weights, scoring)
    except Uncomputable as error:
        value, reason = None, error.reason
    if compared(coverage) < scoring.min_coverage:
        value, reason = None, "low-coverage"
    return Score(name, "node", value, reason, weight, own, coverage, parts)


def weight_in(scoring: Scoring, part: Score) -> Decimal:
    """Return what a part counts for in its node: its points where parts are added up, else its weight."""
    return part.points if scoring.aggregate == "sum" else part.weight


def level_of(questionnaire: Questionnaire, value: Decimal | None) -> Level | None:
    """Return the highest band that a value reaches; the lowest band holds its own bound in any case."""
    if value is None:
        return None
    score = on_scale(questionnaire.scale, value)
    score = rounded(score, questionnaire.scale.decimals) if questionnaire.levels_on == "rounded" else compared(score)
    above = questionnaire.levels_side == "above"
    reached = [
        level
        for n, level in enumerate(questionnaire.levels)
        if (score > level.start if above and n else score >= level.start)
    ]
    return reached[-1] if reached else None


def on_scale(scale: Scale, value: Decimal) -> Decimal:
    """Return a share on the questionnaire's scale."""
    return EXACT.fma(value, EXACT.subtract(scale.end, scale.start), scale.start)


def _dimension(dimension: Dimension, answers: Mapping[str, Answer], asked: Mapping[str, str]) -> Score:
    if dimension.dimensions:
        parts = tuple(_dimension(each, answers, asked) for each in dimension.dimensions)
    else:
        parts = tuple(_question(each, answers.get(each.id), asked[each.id]) for each in dimension.questions)
    return combine(dimension.id, parts, dimension.scoring, dimension.weight, dimension.points)


def _question(question: Question, answer: Answer | None, standing: str) -> Score:
    state = _state(question, answer, standing)
    value = coverage = None
    if state == "answered":
        assert answer is not None and answer.value is not None, "an answered question has a value"  # noqa: S101, PT018
        value, coverage = share_of(question, answer.value), ONE
    elif state in ("missing", "unknown"):
        coverage = ZERO
    return Score(question.id, state, value, None, question.weight, question.maximum, coverage)


def _state(question: Question, answer: Answer | None, standing: str) -> str:
    if standing != "asked":
        return standing
    if not question.scored:
        return "unscored"
    return "missing" if answer is None else answer.state


def _value(counted: Sequence[Score], weights: Sequence[Decimal], scoring: Scoring) -> tuple[Decimal | None, str | None]:
    formula = FORMULAS[scoring.aggregate]
    known = [(part.value, weight) for part, weight in zip(counted, weights, strict=True) if part.value is not None]
    if len(known) == len(counted) or scoring.missing == "zero":
        return formula([part.value or ZERO for part in counted], weights), None
    if scoring.missing == "zero_node":
        return ZERO, None
    if scoring.missing == "null":
        return None, "part-missing"
    if not sum((weight for _, weight in known), ZERO):
        return None, "nothing-answered"
    return formula([value for value, _ in known], [weight for _, weight in known]), None


def _groupings(questionnaire: Questionnaire, score: Score) -> Mapping[str, tuple[Score, ...]]:
    """Return the score of each value of each grouping: its questions put together as the questionnaire's parts are."""
    if not questionnaire.groupings:
        return {}
    leaves = [(questionnaire.questions[each.id], each) for each in score.every() if each.state != "node"]
    return {
        grouping.id: tuple(
            combine(
                value.id,
                tuple(leaf for question, leaf in leaves if question.groupings.get(grouping.id) == value.id),
                questionnaire.scoring,
                ONE,
                None,
            )
            for value in grouping.values
        )
        for grouping in questionnaire.groupings
    }
