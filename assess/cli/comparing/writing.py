"""Two results side by side, as a table for people, and as JSON, CSV and Markdown."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from assess.cli.cells import csv_line, fitted, markdown_text, width
from assess.cli.comparing.notes import labels_of, notes_of, title_of
from assess.cli.comparing.sides import Compared, change_of, difference_of, rows_of
from assess.cli.streams import message
from assess.cli.words import SAID
from assess.model import Agency
from assess.presentation.exact import exact, exact_score
from assess.presentation.wording import score_text
from assess.scoring import Assessment

TITLE: Final = 46
LEAST: Final = 10


def _table(compared: Compared, language: str) -> Iterator[str]:
    said, scale = SAID[language], compared.questionnaire.scale
    yield title_of(compared, language)
    yield ""
    rows, labels = list(rows_of(compared, language)), labels_of(compared, language)
    columns = [max(LEAST, width(each)) for each in labels]
    if rows:
        yield _line("", labels, columns)
    for row in rows:
        values = (score_text(each, scale, language) or said["none"] for each in row.values)
        yield _line(row.title, (*values, change_of(row, compared, language)), columns)
    if rows:
        yield ""
    yield from notes_of(compared, language)


def _line(title: str, cells: Iterable[str], columns: Sequence[int]) -> str:
    right = (" " * max(0, wide - width(each)) + each for each, wide in zip(cells, columns, strict=True))
    return "  ".join((fitted(title, TITLE), *right)).rstrip()


def _json(compared: Compared, language: str) -> Iterator[str]:
    scale, common = compared.questionnaire.scale, compared.common
    rows = [
        {
            "id": row.id,
            "scores": [exact_score(scale, each) for each in row.values],
            "difference": difference_of(row, compared),
        }
        for row in rows_of(compared, language)
    ]
    counts = common and {
        "by_version": common.later.version,
        "questions": len(common.pairs),
        "left_out": {common.earlier.version: common.left_out[0], common.later.version: common.left_out[1]},
    }
    found = {
        "format": 1,
        "questionnaire": compared.questionnaire.id,
        "compared": compared.how,
        "common": counts,
        "sides": [_side(each.agency, each.period, each.assessment) for each in compared.sides],
        "rows": rows,
        "before_merger": [
            _side(each.agency, each.assessment.response.period, each.assessment) for each in compared.former
        ],
    }
    yield json.dumps(found, ensure_ascii=False, indent=2)


def _csv(compared: Compared, language: str) -> Iterator[str]:
    """Yield one row for each node, with exact numbers; what must be known of them goes to standard error."""
    scale = compared.questionnaire.scale
    yield csv_line(("node", *(f"{each.agency.id} {each.period}" for each in compared.sides), "difference"))
    for row in rows_of(compared, language):
        scores = (exact_score(scale, each) or "" for each in row.values)
        yield csv_line((row.id, *scores, difference_of(row, compared) or ""))
    for note in notes_of(compared, language):
        sys.stdout.flush()
        message(note)


def _markdown(compared: Compared, language: str) -> Iterator[str]:
    said, scale, rows = SAID[language], compared.questionnaire.scale, list(rows_of(compared, language))
    yield f"## {markdown_text(title_of(compared, language))}"
    if rows:
        yield ""
        yield f"| {said['column_part']} | {' | '.join(map(markdown_text, labels_of(compared, language)))} |"
        yield "| --- | ---: | ---: | ---: |"
    for row in rows:
        cells = (score_text(each, scale, language) or said["none"] for each in row.values)
        yield f"| {markdown_text(row.title.strip())} | {' | '.join((*cells, change_of(row, compared, language)))} |"
    for note in notes_of(compared, language):
        yield ""
        yield markdown_text(note.strip())


WRITERS: Final[Mapping[str, Callable[[Compared, str], Iterator[str]]]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
}


def _side(agency: Agency, period: str, assessment: Assessment | None) -> dict[str, Any]:
    """Return a result as data; the same keys, without values, where nothing was received."""
    result = dict.fromkeys(_RESULT) if assessment is None else _result(assessment)
    return {"agency": agency.id, "period": period, **result}


def _result(assessment: Assessment) -> dict[str, Any]:
    return {
        "questionnaire_version": assessment.questionnaire.version,
        "status": assessment.response.status,
        "channel": assessment.channel,
        "score": exact_score(assessment.questionnaire.scale, assessment.score.value),
        "level": assessment.level.id if assessment.level else None,
        "staged": assessment.staged.id if assessment.staged else None,
        "coverage": exact(assessment.score.coverage),
    }


_RESULT: Final = ("questionnaire_version", "status", "channel", "score", "level", "staged", "coverage")
