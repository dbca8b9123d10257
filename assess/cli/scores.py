"""Assessments as a table for people, and as JSON, CSV and Markdown for machines and documents."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from decimal import Decimal
from typing import Final

from assess.cli.cells import csv_line, fitted, markdown_text, padded
from assess.cli.streams import can_write, coloured
from assess.cli.words import SAID
from assess.model import Dimension, Level, Questionnaire
from assess.model.arithmetic import EXACT, rounded, written
from assess.presentation.conditions import Speaker
from assess.presentation.exact import exact, exact_score
from assess.presentation.wording import change_text, decimal_text, percent_text, plain_number, score_text
from assess.scoring import Assessment, Score, level_of, weight_in

Named = Sequence[tuple[Assessment, str]]
"""Assessments, with their questionnaires in the language wanted, and the names of their agencies."""

BAR: Final = 20
TITLE: Final = 46
GAPS: Final = 5
_COLOURS: Final = ("\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[34m", "\x1b[32m")


def _table(assessments: Named, language: str) -> Iterator[str]:
    for n, (assessment, name) in enumerate(assessments):
        if n:
            yield ""
        yield from _head(assessment, name, language)
        yield ""
        yield from _rows(assessment, language)
        yield from _gaps(assessment, language)


def _head(assessment: Assessment, name: str, language: str) -> Iterator[str]:
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
        parts += _beside(assessment, score, assessment.declared, language)
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


def _rows(assessment: Assessment, language: str) -> Iterator[str]:
    scores = _nodes(assessment.score)
    added = assessment.questionnaire.in_points
    declared = {} if assessment.declared is None else _nodes(assessment.declared)
    declared = {name: each for name, each in declared.items() if name not in added}
    questionnaire, kind = assessment.questionnaire, assessment.dossier.agency.kind
    for dimension, depth in questionnaire.by_depth():
        if depth and kind not in questionnaire.kinds_asked(dimension):
            continue
        score = scores[dimension.id]
        shown = _shown(assessment, score, language, added)
        beside = declared.get(dimension.id)
        told = " ".join(_beside(assessment, score, beside, language)) if beside else ""
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


def _shown(assessment: Assessment, score: Score, language: str, added: Set[str]) -> tuple[str, Level | None]:
    """Return a dimension's score and its level; points of its maximum, and no level, where points are added up."""
    questionnaire = assessment.questionnaire
    if score.id not in added:
        shown = score_text(score.value, questionnaire.scale, language)
        return shown or SAID[language]["none"], level_of(questionnaire, score.value)
    if score.value is None:
        return SAID[language]["none"], None
    earned = decimal_text(rounded(score.value * score.points, questionnaire.scale.decimals), language)
    return SAID[language]["of_points"].format(earned=earned, most=plain_number(score.points, language)), None


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


def _nodes(whole: Score) -> Mapping[str, Score]:
    """Return the scores of all dimensions by id; a question may be called as one is."""
    return {each.id: each for each in whole.every() if each.state == "node"}


def _beside(assessment: Assessment, score: Score, declared: Score, language: str) -> Iterator[str]:
    """Yield what the agency's own answers come to, and how far the score shown lies from it."""
    scale = assessment.questionnaire.scale
    if score.value is not None and declared.value is not None:
        change = change_text(EXACT.subtract(score.value, declared.value), scale, language)
        yield SAID[language]["beside"].format(score=score_text(declared.value, scale, language), change=change)


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
        earned = plain_number(rounded((score.value or Decimal(0)) * question.maximum, 2), language)
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


def _json(assessments: Named, language: str) -> Iterator[str]:
    import json

    from assess.presentation.results import result_of  # and the words of the site: for a run that needs them
    from assess.publishing.resources import words

    results = [result_of(each, Speaker(each.questionnaire, language, words(language))) for each, _ in assessments]
    yield json.dumps({"format": 1, "results": results}, ensure_ascii=False, indent=2)


def _csv(assessments: Named, language: str) -> Iterator[str]:
    """Yield one row for each node and question: exact numbers, a point as decimal sign, text never a formula."""
    head = ("agency", "questionnaire", "questionnaire_version", "period", "status", "node", "kind", "state")
    yield csv_line((*head, "score", "coverage", "level", "weight", "points", "of", "staged"))
    for assessment, _ in assessments:
        response, questionnaire = assessment.response, assessment.questionnaire
        first = (response.agency, response.questionnaire, response.version, response.period, response.status)
        weights = dict(_weights(questionnaire.whole, assessment.score))
        for score in assessment.score.every():
            kind = "dimension" if score.state == "node" else "question"
            level = level_of(questionnaire, score.value) if score.state == "node" else None
            numbers = (exact_score(questionnaire.scale, score.value) or "", exact(score.coverage) or "")
            node = "" if score is assessment.score else score.id
            state = score.reason or "" if score.state == "node" else score.state
            yield csv_line(
                (
                    *first,
                    node,
                    kind if node else "total",
                    state,
                    *numbers,
                    level.id if level else "",
                    written(weights.get(id(score), score.weight)),
                    "" if score.value is None else written(EXACT.multiply(score.value, score.points)),
                    written(score.points),
                    assessment.staged.id if assessment.staged and not node else "",
                )
            )


def _weights(dimension: Dimension, score: Score) -> Iterator[tuple[int, Decimal]]:
    """Yield what each part counts for in its node, by the identity of its score: its points where these are added."""
    for part in score.parts:
        yield id(part), weight_in(dimension.scoring, part)
    for inner, part in zip(dimension.dimensions, score.parts, strict=False):
        yield from _weights(inner, part)


def _markdown(assessments: Named, language: str) -> Iterator[str]:
    said = SAID[language]
    for n, (assessment, name) in enumerate(assessments):
        if n:
            yield ""
        head = list(_head(assessment, markdown_text(name), language))
        yield f"## {head[0]}"
        yield ""
        yield head[1]
        yield ""
        yield f"| {said['column_part']} | {said['column_score']} | {said['column_level']} | {said['column_coverage']} |"
        yield "| --- | ---: | --- | ---: |"
        added = assessment.questionnaire.in_points
        scores = _nodes(assessment.score)
        for dimension, _ in assessment.questionnaire.by_depth():
            score = scores[dimension.id]
            shown, level = _shown(assessment, score, language, added)
            cells = (
                markdown_text(f"{dimension.number} {dimension.title.text}".strip()),
                shown,
                markdown_text(f"{level.id} {level.title.text}") if level else "",
                percent_text(score.coverage, language) or said["none"],
            )
            yield f"| {' | '.join(cells)} |"


WRITERS: Final[Mapping[str, Callable[[Named, str], Iterator[str]]]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
}
