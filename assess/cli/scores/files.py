"""Scores as JSON, CSV and Markdown, for machines and documents."""

from collections.abc import Iterator
from decimal import Decimal

from assess.cli.cells import csv_line, markdown_text
from assess.cli.scores.telling import Named, head_lines, scores_by_id, shown_of
from assess.cli.words import SAID
from assess.model import Dimension
from assess.model.arithmetic import EXACT, written
from assess.presentation.conditions import Speaker
from assess.presentation.exact import exact, exact_score
from assess.presentation.wording import percent_text
from assess.scoring import Score, level_of, weight_in


def as_json(assessments: Named, language: str) -> Iterator[str]:
    """Yield one text, as `scores.schema.json` has it."""
    import json

    from assess.presentation.results import result_of  # and the words of the site: for a run that needs them
    from assess.publishing.resources import words

    results = [result_of(each, Speaker(each.questionnaire, language, words(language))) for each, _ in assessments]
    yield json.dumps({"format": 1, "results": results}, ensure_ascii=False, indent=2)


def as_csv(assessments: Named, language: str) -> Iterator[str]:
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


def as_markdown(assessments: Named, language: str) -> Iterator[str]:
    """Yield the lines of a section for each response: what it comes to, and a table of its dimensions."""
    said = SAID[language]
    for n, (assessment, name) in enumerate(assessments):
        if n:
            yield ""
        head = list(head_lines(assessment, markdown_text(name), language))
        yield f"## {head[0]}"
        yield ""
        yield head[1]
        yield ""
        yield f"| {said['column_part']} | {said['column_score']} | {said['column_level']} | {said['column_coverage']} |"
        yield "| --- | ---: | --- | ---: |"
        added = assessment.questionnaire.in_points
        scores = scores_by_id(assessment.score)
        for dimension, _ in assessment.questionnaire.by_depth():
            score = scores[dimension.id]
            shown, level = shown_of(assessment, score, language, added)
            cells = (
                markdown_text(f"{dimension.number} {dimension.title.text}".strip()),
                shown,
                markdown_text(f"{level.id} {level.title.text}") if level else "",
                percent_text(score.coverage, language) or said["none"],
            )
            yield f"| {' | '.join(cells)} |"


def _weights(dimension: Dimension, score: Score) -> Iterator[tuple[int, Decimal]]:
    """Yield what each part counts for in its node, by the identity of its score: its points where these are added."""
    for part in score.parts:
        yield id(part), weight_in(dimension.scoring, part)
    for inner, part in zip(dimension.dimensions, score.parts, strict=False):
        yield from _weights(inner, part)
