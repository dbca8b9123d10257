"""What is told of a response's scores, whichever way it is written."""

import sys
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal

from assess.cli.streams import coloured
from assess.cli.words import SAID
from assess.model import Level, Questionnaire
from assess.model.arithmetic import EXACT
from assess.presentation.wording import change_text, fixed_text, percent_text, plain_number, score_text
from assess.scoring import Assessment, Score, level_of

Named = Sequence[tuple[Assessment, str]]
"""Assessments, with their questionnaires in the language wanted, and the names of their agencies."""


def head_lines(assessment: Assessment, name: str, language: str) -> Iterator[str]:
    """Yield two lines: what was assessed, and what it comes to."""
    said, questionnaire, score = SAID[language], assessment.questionnaire, assessment.score
    bold, plain = ("\x1b[1m", "\x1b[0m") if coloured(sys.stdout) else ("", "")
    yield (
        bold
        + said["title_table"].format(
            name=name,
            questionnaire=questionnaire.title.text,
            version=questionnaire.version,
            period=assessment.response.period,
            status=origin_text(assessment, language),
        )
        + plain
    )
    shown = score_text(score.value, questionnaire.scale, language)
    total = said["of_scale"].format(score=shown or said["none"], scale=plain_number(questionnaire.scale.end, language))
    parts = [
        f"{said['total']}: {bold}{total}{plain}",
        *levels_told(questionnaire, score.value, assessment.staged and assessment.staged.id, language),
        said["coverage"].format(coverage=percent_text(score.coverage, language) or said["none"]),
    ]
    if score.reason:
        parts.append(said[f"reasons_{score.reason}"])
    if assessment.declared is not None:
        parts += beside_told(assessment, score, assessment.declared, language)
    yield " · ".join(parts)


def origin_text(assessment: Assessment, language: str) -> str:
    """Return whose answers a score goes by, and that the response is a draft where it is one."""
    said = SAID[language]
    channels = assessment.questionnaire.whole.channels
    named = [said[f"mixed_{name}"].format(weight=plain_number(each, language)) for name, each in channels.items()]
    origin = said["mixed"].format(channels="; ".join(named)) if named else said[f"channel_{assessment.channel}"]
    if assessment.response.status == "submitted":
        return origin
    declared = assessment.channel == "declared" and not named
    return said["draft"] if declared else f"{said['draft']}, {origin}"


def levels_told(
    questionnaire: Questionnaire, value: Decimal | None, staged: str | None, language: str
) -> Iterator[str]:
    """Yield the band that a value reaches, where there are bands, and the staged level, where levels are staged."""
    said, level = SAID[language], level_of(questionnaire, value)
    if any(each.start is not None for each in questionnaire.levels):
        yield said["level"].format(id=level.id, title=level.title.text) if level else said["no_level"]
    if any(each.requires is not None for each in questionnaire.levels):
        titles = {each.id: each.title.text for each in questionnaire.levels}
        yield said["staged"].format(id=staged, title=titles[staged]) if staged else said["no_staged"]


def shown_of(assessment: Assessment, score: Score, language: str, added: Set[str]) -> tuple[str, Level | None]:
    """Return a dimension's score and its level; points of its maximum, and no level, where points are added up."""
    questionnaire = assessment.questionnaire
    if score.id not in added:
        shown = score_text(score.value, questionnaire.scale, language)
        return shown or SAID[language]["none"], level_of(questionnaire, score.value)
    if score.value is None:
        return SAID[language]["none"], None
    earned = fixed_text(score.value * score.points, questionnaire.scale.decimals, language)
    return SAID[language]["of_points"].format(earned=earned, most=plain_number(score.points, language)), None


def beside_told(assessment: Assessment, score: Score, declared: Score, language: str) -> Iterator[str]:
    """Yield what the agency's own answers come to, and how far the score shown lies from it."""
    scale = assessment.questionnaire.scale
    if score.value is not None and declared.value is not None:
        change = change_text(EXACT.subtract(score.value, declared.value), scale, language)
        yield SAID[language]["beside"].format(score=score_text(declared.value, scale, language), change=change)


def scores_by_id(whole: Score) -> Mapping[str, Score]:
    """Return the scores of all dimensions by id; a question may be called as one is."""
    return {each.id: each for each in whole.every() if each.state == "node"}
