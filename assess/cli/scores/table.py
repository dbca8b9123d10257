"""Scores as a table for people: bars, levels, coverage, gaps."""

import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from assess.cli.cells import fitted, padded
from assess.cli.scores.telling import Named, beside_told, head_lines, scores_by_id, shown_of
from assess.cli.streams import can_write, coloured
from assess.cli.words import SAID
from assess.model import Dimension, Level, Questionnaire
from assess.model.arithmetic import rounded
from assess.presentation.wording import percent_text, plain_number, short_text
from assess.scoring import Assessment, Score, level_of

BAR: Final = 20
TITLE: Final = 46
GAPS: Final = 5
_COLOURS: Final = ("\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[34m", "\x1b[32m")


def table(assessments: Named, language: str) -> Iterator[str]:
    """Yield the lines of the table, an empty one between responses."""
    for n, (assessment, name) in enumerate(assessments):
        if n:
            yield ""
        yield from head_lines(assessment, name, language)
        yield ""
        yield from _rows(assessment, language)
        yield from _gaps(assessment, language)


def _rows(assessment: Assessment, language: str) -> Iterator[str]:
    scores = scores_by_id(assessment.score)
    added = assessment.questionnaire.in_points
    declared = {} if assessment.declared is None else scores_by_id(assessment.declared)
    declared = {name: each for name, each in declared.items() if name not in added}
    questionnaire, kind = assessment.questionnaire, assessment.dossier.agency.kind
    for dimension, depth in questionnaire.by_depth():
        if depth and kind not in questionnaire.kinds_asked(dimension):
            continue
        score = scores[dimension.id]
        shown = shown_of(assessment, score, language, added)
        beside = declared.get(dimension.id)
        told = " ".join(beside_told(assessment, score, beside, language)) if beside else ""
        yield _row(assessment, dimension, depth, score, shown, told, language)


def _row(
    assessment: Assessment,
    dimension: Dimension,
    depth: int,
    score: Score,
    shown_level: tuple[str, Level | None],
    beside: str,
    language: str,
) -> str:
    said, questionnaire = SAID[language], assessment.questionnaire
    title = fitted("  " * depth + f"{dimension.number} {dimension.title.text}".strip(), TITLE)
    shown, level = shown_level
    named = said["level"].format(id=level.id, title=level.title.text) if level else ""
    coverage = said["coverage"].format(coverage=percent_text(score.coverage, language) or said["none"])
    aside = [] if dimension.scored else [said["not_counted"]]
    aside += [said[f"reasons_{score.reason}"]] if score.reason else []
    told = f"{title}  {_bar(score.value, questionnaire)}  {shown:>6}  {padded(named, 18)} {coverage}  {beside}".rstrip()
    return told + (f"  ({', '.join(aside)})" if aside else "")


def _bar(value: Decimal | None, questionnaire: Questionnaire) -> str:
    full, empty = ("█", "░") if can_write("█░") else ("#", ".")
    filled = 0 if value is None else int(rounded(max(Decimal(0), min(Decimal(1), value)) * BAR, 0))
    bar = full * filled + empty * (BAR - filled)
    level = level_of(questionnaire, value)
    if level is None or not coloured(sys.stdout):
        return bar
    place = [each.id for each in questionnaire.levels].index(level.id)
    return _COLOURS[place * (len(_COLOURS) - 1) // max(1, len(questionnaire.levels) - 1)] + bar + "\x1b[0m"


def _gaps(assessment: Assessment, language: str) -> Iterator[str]:
    """Yield the questions whose points would add most to the whole, and those without an answer."""
    said, questions = SAID[language], assessment.questionnaire.questions
    found = sorted(_losses(assessment.score, Decimal(1)), key=lambda each: -each[0])[:GAPS]
    if found:
        yield ""
        yield f"{said['gaps']}:"
    for _, score in found:
        question = questions[score.id]
        earned = short_text((score.value or Decimal(0)) * question.maximum, 2, language)
        points = f"{earned} / {plain_number(question.maximum, language)}"
        answer = assessment.dossier.answers(assessment.channel).get(score.id)
        option = question.options.get(answer.value) if answer and isinstance(answer.value, str) else None
        advice = option.next if option else None
        text = (
            said["gap"].format(points=points, next=advice.text) if advice else said["gap_plain"].format(points=points)
        )
        yield f"  {question.number} {question.text.text}\n    {text}"
    for state, key in (("missing", "unanswered"), ("unknown", "unknown")):
        names = [questions[each.id].number or each.id for each in assessment.score.every() if each.state == state]
        if names:
            yield said[key].format(questions=", ".join(names))


def _losses(score: Score, weight: Decimal) -> Iterator[tuple[Decimal, Score]]:
    """Yield each question that earns less than it could, with what that costs the whole (exact where all are means)."""
    total = sum((part.weight for part in score.parts if part.counts), Decimal(0))
    for part in score.parts:
        if not part.counts or not total:
            continue
        own = weight * part.weight / total
        if part.state == "node":
            yield from _losses(part, own)
        elif own and (part.value or 0) < 1:
            yield own * (1 - (part.value or 0)), part
