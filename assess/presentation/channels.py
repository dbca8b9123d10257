"""Where a score comes from: its channel, the agency's own answers beside it, and what is told of several apart."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

from assess.model import Questionnaire
from assess.model.conditions import key_of
from assess.presentation import pages
from assess.presentation.amounts import amount_text
from assess.presentation.edition import Edition
from assess.presentation.wording import date_text, decimal_text
from assess.scoring import Assessment, Score, declared_value

Apart: TypeAlias = Mapping[str, Mapping[str, Score]]
"""Scores by key and channel: of all that stands below a node, or in a question, that mixes channels."""


def apart_of(edition: Edition, score: Score) -> Apart:
    """Return what was worked out in each channel below what mixes them; empty where nothing does."""
    found: dict[str, dict[str, Score]] = {}
    if edition.mixed:
        _take(score, None, found)
    return found


def told_apart(score: Score, apart: Mapping[str, Score]) -> Score:
    """Return the score of a part below a node that mixes channels: itself in its only one, else without a value.

    It has one value in each channel then, and none that its node was put together from.
    """
    if score.channels or len(apart) == 1:
        return score if score.channels else next(iter(apart.values()))
    coverages = {each.coverage for each in apart.values()}
    return score._replace(
        value=None,
        reason=None,
        coverage=coverages.pop() if len(coverages) == 1 else None,
        trail=(),
        channels=tuple(apart.items()),
    )


def declared_values(assessment: Assessment, apart: Apart) -> Mapping[str, Decimal | None]:
    """Return what the agency's own answers come to in each dimension, by key; empty where these are what is scored."""
    found: dict[str, Decimal | None] = {}
    for each in assessment.declared.every() if assessment.declared else ():
        if each.state == "node":
            key = key_of(each.id)
            own = apart[key].get("declared") if key in apart else None
            found[key] = declared_value(own if key in apart else each)
    return found


def origin(edition: Edition, channel: str) -> str:
    """Return what the score of the whole goes by, to be said beside it; empty where that is what agencies declare."""
    weights = edition.questionnaire.whole.channels
    if weights:
        parts = [
            f"{edition.words[f'channel_{key}']} {decimal_text(each, edition.language)}" for key, each in weights.items()
        ]
        return edition.words["origin_mixed"].format(channels="; ".join(parts))
    return "" if channel == "declared" else edition.words[f"origin_{channel}"]


def origin_notes(edition: Edition, channel: str) -> Iterator[str]:
    """Yield what there is to know of where the answers come from; a paragraph each."""
    if edition.questionnaire.whole.channels:
        yield edition.words["mixed_note"]
        return
    yield edition.words[f"{channel}_note"]
    if edition.mixed:
        yield edition.words["partly_mixed_note"]


def finding(edition: Edition, assessment: Assessment) -> pages.Figure | None:
    """Return who verified, when and how much, or how people were asked; None where a page shows neither.

    Where a review would be mixed in, but the answers were changed after it, that is said instead.
    """
    words, language, dossier = edition.words, edition.language, assessment.dossier
    if dossier.stale and _mixes_verified(edition.questionnaire):
        return pages.Figure(name=words["review"], value="", note=words["review_stale"])
    if assessment.channel == "verified" and dossier.review is not None:
        review = dossier.review
        told = [date_text(review.reviewed_on, language)] if review.reviewed_on else []
        told.append(words["reviewed_count"].format(count=len(review.answers)))
        return pages.Figure(name=words["review"], value=review.reviewer or "", note=" · ".join(told))
    if assessment.channel == "survey" and dossier.survey is not None:
        survey = dossier.survey
        asked = "" if survey.respondents is None else words["respondents"].format(count=survey.respondents)
        return (
            pages.Figure(name=words["survey"], value=survey.method or "", note=asked)
            if survey.method or asked
            else None
        )
    return None


def _mixes_verified(questionnaire: Questionnaire) -> bool:
    nodes, questions = questionnaire.nodes.values(), questionnaire.questions.values()
    return any("verified" in each.channels for each in nodes) or any("verified" in each.channels for each in questions)


def channels_note(edition: Edition, score: Score, most: Decimal | None = None) -> str:
    """Return what a score came to in each channel, and by which weights it was mixed where it was.

    `most` is the points of its maximum where it is shown in points.
    """
    words, language = edition.words, edition.language
    weights = {each.facts["by"]: each.facts["weight"] for each in score.trail if each.step == "channel"}
    parts = []
    for name, each in score.channels:
        told = f"{words[f'channel_{name}']} {amount_text(edition, each, most) or words['none']}"
        if name in weights:
            weight = decimal_text(Decimal(str(weights[name])), language)
            told = words["explain_channel"].format(channel=told, weight=weight)
        parts.append(told)
    if not weights:
        return words["explain_apart"].format(channels="; ".join(parts))
    total = amount_text(edition, score, most) or words["none"]
    return words["explain_channels"].format(channels="; ".join(parts), score=total)


def _take(score: Score, channel: str | None, found: dict[str, dict[str, Score]]) -> None:
    """Take the scores at and below a score; `channel` is that of the nearest node above that mixes, if there is one."""
    key = key_of(score.id) if score.state == "node" else score.id
    if channel is not None and not (score.channels and score.state != "node"):
        found.setdefault(key, {})[channel] = score
    for name, each in score.channels:
        if score.state == "node":
            for part in each.parts:
                _take(part, name, found)
        else:
            found.setdefault(key, {})[name] = each
    for part in () if score.channels else score.parts:
        _take(part, channel, found)
