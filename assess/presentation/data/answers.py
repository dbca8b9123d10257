"""One assessment as rows: each of its dimensions, and each of its answers, in each channel that is told apart."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from assess.model import Answer, Scale
from assess.model.arithmetic import EXACT, written
from assess.model.conditions import key_of
from assess.presentation.channels import Apart, apart_of
from assess.presentation.data.cells import number_cell, text_cell, value_cell
from assess.presentation.edition import Edition
from assess.presentation.exact import exact_score
from assess.scoring import Assessment, Score

MIXED = "mixed"
"""Stands for the channel of what is put together from several."""

Row = tuple[str, ...]


class Told(NamedTuple):
    """What rows are made of: an assessment, its scores told apart by channel, and whether comments are published."""

    edition: Edition
    assessment: Assessment
    apart: Apart
    comments: bool


def told_of(edition: Edition, assessment: Assessment, *, comments: bool) -> Told:
    """Return what the rows of an assessment are made of."""
    return Told(edition, assessment, apart_of(edition, assessment.score), comments)


def dimension_rows(told: Told) -> Iterator[Row]:
    """Yield the rows of the table `dimensions`, without their agency; parts that ask it nothing are left out."""
    kind, scale = told.assessment.dossier.agency.kind, told.assessment.questionnaire.scale
    scores = {each.id: each for each in told.assessment.score.every() if each.state == "node"}
    for branch in told.edition.branches:
        if kind in branch.kinds:
            name = branch.dimension.id
            for channel, score in _channels(told, key_of(name), scores[name]):
                yield _dimension_row(scale, channel, score, adds=branch.adds)


def answer_rows(told: Told) -> Iterator[Row]:
    """Yield the rows of the table `answers`, without their agency; what its kind is not asked is left out."""
    dossier, questionnaire = told.assessment.dossier, told.assessment.questionnaire
    answers: dict[str, Mapping[str, Answer]] = {each: dossier.answers(each) for each in _heard(told)}
    answers[MIXED] = {}
    scores = {each.id: each for each in told.assessment.score.every() if each.state != "node"}
    for key in questionnaire.questions:
        for channel, score in _channels(told, key, scores[key]):
            if score.state != "not_asked":
                yield _answer_row(told, channel, score, answers[channel].get(key))


def _heard(told: Told) -> set[str]:
    return {told.assessment.channel, *(channel for each in told.apart.values() for channel in each)}


def _channels(told: Told, key: str, score: Score) -> Iterator[tuple[str, Score]]:
    """Yield what a part comes to with its channel: in each that it is told apart in, after the mix where it has one."""
    apart = told.apart.get(key)
    if score.channels and (apart is None or score.state != "node"):
        yield MIXED, score
        yield from score.channels
    elif apart is None:
        yield told.assessment.channel, score
    else:
        yield from apart.items()


def _dimension_row(scale: Scale, channel: str, score: Score, *, adds: bool) -> Row:
    earned = None if score.value is None or not adds else EXACT.multiply(score.value, score.points)
    return (
        score.id,
        channel,
        "" if adds else exact_score(scale, score.value) or "",
        score.reason or "",
        number_cell(earned),
        written(score.points) if adds else "",
        written(score.weight),
        number_cell(score.coverage),
    )


def _answer_row(told: Told, channel: str, score: Score, answer: Answer | None) -> Row:
    dossier, questionnaire = told.assessment.dossier, told.assessment.questionnaire
    question, review = questionnaire.questions[score.id], dossier.review
    own = dossier.response.answers.get(score.id)
    answer = None if score.state == "closed" else answer
    seen = channel == "verified" and review is not None
    return (
        score.id,
        channel,
        score.state,
        _value(answer),
        "" if channel == "declared" else _value(own),
        "" if score.value is None else written(EXACT.multiply(score.value, question.maximum)),
        written(question.maximum) if question.scored else "",
        number_cell(score.value),
        text_cell(own.reason) if own else "",
        text_cell(own.comment) if own and told.comments else "",
        text_cell(review.reasons.get(score.id)) if seen and review else "",
        str(len(own.evidence)) if own and own.evidence else "",
    )


def _value(answer: Answer | None) -> str:
    """Return an answer as a cell; those that are given for each piece of evidence apart by semicolons."""
    if answer is None or answer.state != "answered":
        return ""
    if answer.value is None:
        return ";".join([value_cell(each.value) for each in answer.evidence])
    return value_cell(answer.value)
