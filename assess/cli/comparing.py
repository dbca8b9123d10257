"""Two results side by side, as a table for people, and as JSON, CSV and Markdown."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple

from assess.cli.cells import csv_line, fitted, markdown_text, width
from assess.cli.scores import origin_text
from assess.cli.streams import message
from assess.cli.words import SAID
from assess.model import Agency, Questionnaire
from assess.model.arithmetic import EXACT, written
from assess.presentation.exact import exact, exact_score
from assess.presentation.wording import change_text, percent_text, score_text
from assess.scoring import Assessment, Score
from assess.versions import Common

TITLE: Final = 46
LEAST: Final = 10


class Side(NamedTuple):
    """One of the two: an agency in a period; None where nothing was received of it then."""

    agency: Agency
    period: str
    assessment: Assessment | None

    @property
    def kind(self) -> str:
        """The agency's kind."""
        return self.agency.kind


class Former(NamedTuple):
    """A result of an agency that was merged into the one compared."""

    agency: Agency
    assessment: Assessment


class Compared(NamedTuple):
    """Two results, and the scores by which they are compared: their own, or those over what is `common`.

    `questionnaire` is in the language wanted; the later version where there are two.
    """

    questionnaire: Questionnaire
    sides: tuple[Side, Side]
    scores: tuple[Score | None, Score | None]
    common: Common | None
    former: Sequence[Former]

    @property
    def how(self) -> str:
        """On what ground they are compared: same-version, common-questions, not-comparable or one-missing."""
        one, two = (each.assessment for each in self.sides)
        if one is None or two is None:
            return "one-missing"
        if one.questionnaire.version == two.questionnaire.version:
            return "same-version"
        return "common-questions" if self.common else "not-comparable"


class _Row(NamedTuple):
    """A node on both sides; shares, or None where there is no score."""

    id: str
    title: str
    values: tuple[Decimal | None, Decimal | None]


def _table(compared: Compared, language: str) -> Iterator[str]:
    said, scale = SAID[language], compared.questionnaire.scale
    yield _title(compared, language)
    yield ""
    rows, labels = list(_rows(compared, language)), _labels(compared, language)
    columns = [max(LEAST, width(each)) for each in labels]
    if rows:
        yield _line("", labels, columns)
    for row in rows:
        values = (score_text(each, scale, language) or said["none"] for each in row.values)
        yield _line(row.title, (*values, _change(row, compared, language)), columns)
    if rows:
        yield ""
    yield from _notes(compared, language)


def _line(title: str, cells: Iterable[str], columns: Sequence[int]) -> str:
    right = (" " * max(0, wide - width(each)) + each for each, wide in zip(cells, columns, strict=True))
    return "  ".join((fitted(title, TITLE), *right)).rstrip()


def _json(compared: Compared, language: str) -> Iterator[str]:
    scale, common = compared.questionnaire.scale, compared.common
    rows = [
        {
            "id": row.id,
            "scores": [exact_score(scale, each) for each in row.values],
            "difference": _difference(row, compared),
        }
        for row in _rows(compared, language)
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
    for row in _rows(compared, language):
        scores = (exact_score(scale, each) or "" for each in row.values)
        yield csv_line((row.id, *scores, _difference(row, compared) or ""))
    for note in _notes(compared, language):
        sys.stdout.flush()
        message(note)


def _markdown(compared: Compared, language: str) -> Iterator[str]:
    said, scale, rows = SAID[language], compared.questionnaire.scale, list(_rows(compared, language))
    yield f"## {markdown_text(_title(compared, language))}"
    if rows:
        yield ""
        yield f"| {said['column_part']} | {' | '.join(map(markdown_text, _labels(compared, language)))} |"
        yield "| --- | ---: | ---: | ---: |"
    for row in rows:
        cells = (score_text(each, scale, language) or said["none"] for each in row.values)
        yield f"| {markdown_text(row.title.strip())} | {' | '.join((*cells, _change(row, compared, language)))} |"
    for note in _notes(compared, language):
        yield ""
        yield markdown_text(note.strip())


WRITERS: Final[Mapping[str, Callable[[Compared, str], Iterator[str]]]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
}


def _title(compared: Compared, language: str) -> str:
    one, two = compared.sides
    names = [one.agency.name_in(language)]
    periods = [one.period]
    if two.agency.id != one.agency.id:
        names.append(two.agency.name_in(language))
    else:
        periods.append(two.period)
    return SAID[language]["compare_title"].format(
        names=" – ".join(names), questionnaire=compared.questionnaire.title.text, periods=" – ".join(periods)
    )


def _labels(compared: Compared, language: str) -> tuple[str, str, str]:
    one, two = compared.sides
    if one.agency.id == two.agency.id:
        return one.period, two.period, SAID[language]["difference"]
    return one.agency.name_in(language), two.agency.name_in(language), SAID[language]["difference"]


def _rows(compared: Compared, language: str) -> Iterator[_Row]:
    """Yield the whole and every dimension that is on either side; nothing where the two cannot be compared."""
    if compared.how == "not-comparable":
        return
    nodes = [
        {} if score is None else {each.id: each for each in score.every() if each.state == "node"}
        for score in compared.scores
    ]
    one, two = compared.scores
    total = SAID[language]["total"]
    yield _Row(compared.questionnaire.id, total, (one.value if one else None, two.value if two else None))
    for dimension, depth in compared.questionnaire.by_depth():
        found = [each.get(dimension.id) for each in nodes]
        if any(each is not None for each in found):
            title = "  " * depth + f"{dimension.number} {dimension.title.text}".strip()
            values = [each.value if each else None for each in found]
            yield _Row(dimension.id, title, (values[0], values[1]))


def _gap(row: _Row) -> Decimal | None:
    """Return the second share less the first; None where one is missing."""
    one, two = row.values
    return None if one is None or two is None else EXACT.subtract(two, one)


def _change(row: _Row, compared: Compared, language: str) -> str:
    gap = _gap(row)
    return "" if gap is None else change_text(gap, compared.questionnaire.scale, language)


def _difference(row: _Row, compared: Compared) -> str | None:
    gap, scale = _gap(row), compared.questionnaire.scale
    return None if gap is None else written(EXACT.multiply(gap, EXACT.subtract(scale.end, scale.start)))


def _notes(compared: Compared, language: str) -> Iterator[str]:
    """Yield what must be known to read the numbers: on what they rest, and what stands apart."""
    said, common = SAID[language], compared.common
    for each in compared.sides:
        yield _told(each, language)
    if common:
        yield said["compare_common"].format(
            compared=len(common.pairs),
            later=common.later.version,
            earlier=common.earlier.version,
            after=common.left_out[1],
            before=common.left_out[0],
        )
    elif compared.how == "not-comparable":
        yield said["compare_unmapped"]
    if compared.sides[0].kind != compared.sides[1].kind:
        yield said["compare_kinds"]
    if compared.former:
        yield said["compare_former"].format(name=compared.sides[0].agency.name_in(language))
    for former in compared.former:
        yield "  " + _told(Side(former.agency, former.assessment.response.period, former.assessment), language)


def _told(side: Side, language: str) -> str:
    """Return a result in one line, as it is by its own version."""
    said, assessment = SAID[language], side.assessment
    name = side.agency.name_in(language)
    if assessment is None:
        return said["compare_nothing"].format(name=name, period=side.period)
    questionnaire, value = assessment.questionnaire, assessment.score.value
    return said["compare_side"].format(
        name=name,
        period=side.period,
        version=questionnaire.version,
        status=origin_text(assessment, language),
        score=score_text(value, questionnaire.scale, language) or said["none"],
        told="".join(f", {each}" for each in _levels(assessment, language)),
        coverage=said["coverage"].format(coverage=percent_text(assessment.score.coverage, language) or said["none"]),
    )


def _levels(assessment: Assessment, language: str) -> Iterator[str]:
    """Yield the ids of the band and of the staged level, as far as there are such levels."""
    said, levels = SAID[language], assessment.questionnaire.levels
    band, staged = assessment.level, assessment.staged
    if any(each.start is not None for each in levels):
        yield said["level_id"].format(id=band.id) if band else said["no_level"]
    if any(each.requires is not None for each in levels):
        yield said["staged_id"].format(id=staged.id) if staged else said["no_staged"]


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
