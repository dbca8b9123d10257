"""What a target looks at: one number of a response, the channel it comes from, and its unit."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, localcontext
from typing import Final, NamedTuple

from assess.model import Answer, Measure, Questionnaire, Target
from assess.model.arithmetic import EXACT
from assess.model.questions import MEASURED
from assess.normalisation import measured
from assess.scoring import Assessment, Score, on_scale

_MIXED: Final = "mixed"
"""The channel of what is put together from several."""


class Reading(NamedTuple):
    """What a target looks at, as one published response or targets.yaml has it. `agency` None is the nation.

    `value` is None for the `reason`: the state of the answer, why a node has no score, or "several-channels" (it has a
    figure in each, and none of its own). `channel` is the one that the value comes from, or "mixed".
    """

    period: str
    agency: str | None
    value: Decimal | None
    reason: str | None = None
    channel: str | None = None


def reading_of(target: Target, assessment: Assessment) -> Reading | None:
    """Return what one response says of what a target looks at; None where the target is not about it."""
    measure, response = target.measure, assessment.dossier.response
    if measure is None or measure.questionnaire != response.questionnaire:
        return None
    if target.agencies is not None and response.agency not in target.agencies:
        return None
    found = _found(measure, assessment)
    if found is None:  # another version, which does not ask it
        return None
    score, channel = found
    value, reason = _read(measure, score, channel, assessment)
    return Reading(response.period, response.agency, value, reason, None if value is None else channel)


def measured_in(measure: Measure, questionnaire: Questionnaire) -> str:
    """Return what the figures of agencies are: the "answer" as given, "points" earned, or a score on the "scale"."""
    if measure.question is not None:
        return "answer" if questionnaire.questions[measure.question].type in MEASURED else "points"
    return "points" if measure.dimension in questionnaire.in_points else "scale"


def _found(measure: Measure, assessment: Assessment) -> tuple[Score, str | None] | None:
    """Return the score that a target looks at with its channel, as `_places` has it; None where there is none."""
    whole, *below = _places(assessment.score, assessment.channel)
    name = measure.question or measure.dimension
    if name is None:
        return whole
    named = (each for each in below if each[0].id == name)
    return next((each for each in named if (each[0].state == "node") == (measure.question is None)), None)


def _places(score: Score, channel: str | None) -> Iterator[tuple[Score, str | None]]:
    """Yield a score and all below, each with its channel: "mixed" where it mixes several, None below such a one."""
    heard = [str(each.facts["by"]) for each in score.trail if each.step == "channel" and each.facts["weight"]]
    if heard:
        channel = heard[0] if len(heard) == 1 else _MIXED
    yield score, channel
    for part in score.parts:
        yield from _places(part, None if channel == _MIXED else channel)


def _read(
    measure: Measure, score: Score, channel: str | None, assessment: Assessment
) -> tuple[Decimal | None, str | None]:
    """Return the number that a target looks at, or None with the reason."""
    unit = measured_in(measure, assessment.questionnaire)
    if score.state == "not_asked":  # which it is in every channel
        return None, score.state
    if channel is None or (channel == _MIXED and unit == "answer"):
        return None, "several-channels"
    if unit == "answer":
        return _answered(score, assessment.dossier.answers(channel))
    if score.value is None:
        return None, score.reason or score.state
    if unit == "points":
        return EXACT.multiply(score.value, score.points), None
    return on_scale(assessment.questionnaire.scale, score.value), None


def _answered(score: Score, answers: Mapping[str, Answer]) -> tuple[Decimal | None, str | None]:
    """Return the number that was answered to a question, or None with the reason."""
    answer = answers.get(score.id)
    state = score.state
    if state == "unscored":
        state = "missing" if answer is None else answer.state
    if state != "answered" or answer is None or answer.value is None:
        return None, state
    with localcontext(EXACT):
        return measured(answer.value), None
