"""What one dossier comes to: a tree of scores, each with the parts it came from."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, localcontext

from assess.model import Dimension, Dossier, Question, Questionnaire
from assess.model.arithmetic import EXACT, ONE
from assess.model.conditions import WHOLE
from assess.normalisation.group import ALONE, Learnt
from assess.scoring.adjusting import Unit, unit_of
from assess.scoring.combining import combine, counted_in, held_in_reach, weight_in
from assess.scoring.levels import level_of, on_scale, staged_level, stages_of
from assess.scoring.marking import Marking
from assess.scoring.mixing import mixed
from assess.scoring.scores import REASONS, Assessment, Score, Stage, Trace

__all__ = [
    "ALONE",
    "REASONS",
    "Assessment",
    "Learnt",
    "Score",
    "Stage",
    "Trace",
    "Unit",
    "assess",
    "assess_beside",
    "counted_in",
    "declared_value",
    "level_of",
    "on_scale",
    "unit_of",
    "weight_in",
]


def assess(
    questionnaire: Questionnaire, dossier: Dossier, learnt: Learnt = ALONE, channel: str = "declared"
) -> Assessment:
    """Score one dossier in a channel. `learnt` is what `learn` found of the agencies that it compares with.

    Where nothing was received that the channel takes its answers from, there is no score ("nothing-answered").
    """
    with localcontext(EXACT):
        marking = Marking(questionnaire, dossier, learnt, channel)
        score = marking.node(WHOLE)
        if not dossier.has(channel):
            score = score._replace(value=None, reason="nothing-answered")
        stages = stages_of(questionnaire, marking.holds)
        return Assessment(
            questionnaire=questionnaire,
            dossier=dossier,
            channel=channel,
            score=score,
            level=level_of(questionnaire, score.value),
            staged=staged_level(stages),
            groupings=_groupings(questionnaire, score),
            stages=stages,
        )


def assess_beside(
    questionnaire: Questionnaire, dossier: Dossier, learnt: Mapping[str, Learnt], channel: str
) -> Assessment:
    """Score one dossier in a channel, and beside it what the agency declares. `learnt` is by channel."""
    assessment = assess(questionnaire, dossier, learnt[channel], channel)
    if channel == "declared":
        return assessment
    return assessment._replace(declared=assess(questionnaire, dossier, learnt["declared"]).score)


def declared_value(score: Score | None) -> Decimal | None:
    """Return what the agency's own answers come to in a score that was worked out beside another channel.

    Where it mixes channels itself, it is the declared one of these; None where there is none.
    """
    if score is None or not score.channels:
        return score and score.value
    return next((each.value for name, each in score.channels if name == "declared"), None)


def _groupings(questionnaire: Questionnaire, score: Score) -> Mapping[str, tuple[Score, ...]]:
    """Return the score of each value of each grouping: its questions put together as the questionnaire's parts are."""
    if not questionnaire.groupings:
        return {}
    scoring = questionnaire.scoring
    if scoring.aggregate == "copeland":  # which compares agencies by the questionnaire's own parts
        scoring = scoring._replace(aggregate="mean", over=None)
    leaves = [(questionnaire.questions[each.id], each) for each in _leaves(questionnaire.whole, score)]
    return {
        grouping.id: tuple(
            held_in_reach(combine(value.id, _read(leaves, grouping.id, value.id), scoring, ONE, None))
            for value in grouping.values
        )
        for grouping in questionnaire.groupings
    }


def _read(leaves: Sequence[tuple[Question, Score]], grouping: str, value: str) -> tuple[Score, ...]:
    return tuple(leaf for question, leaf in leaves if question.groupings.get(grouping) == value)


def _leaves(node: Dimension, score: Score) -> Iterator[Score]:
    """Yield the scores of all questions below; what is recorded is counted in no reading.

    Below a node that mixes channels a question has a score in each: they are mixed as the node's own are.
    """
    if score.channels:
        names = [name for name, _ in score.channels]
        for each in zip(*(_leaves(node, one) for _, one in score.channels), strict=True):
            yield mixed(node.channels, dict(zip(names, each, strict=True)), node.scoring.missing)
    elif node.questions:
        yield from score.parts
    else:
        for inner, part in zip(node.dimensions, score.parts, strict=True):
            if not part.recorded:
                yield from _leaves(inner, part)
