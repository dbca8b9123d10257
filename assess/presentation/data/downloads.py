"""What can be downloaded of one published result: the response, the result, and the answers as a table."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from assess.model import Agency, Response
from assess.presentation import pages
from assess.presentation.addresses import agency_address, way
from assess.presentation.conditions import Speaker
from assess.presentation.data.answers import answer_rows, dimension_rows, told_of
from assess.presentation.data.cells import csv_row, text_cell
from assess.presentation.data.responses import response_lines
from assess.presentation.data.results import result_of
from assess.presentation.data.tables import head, tables
from assess.presentation.edition import Edition
from assess.presentation.surroundings import Surroundings
from assess.ranking import Cohort
from assess.scoring import Assessment


class Teller(NamedTuple):
    """What is the same for all agencies of a cohort: `edition` and `speaker` are of the site's first language.

    `asked` holds for each question how its line in a table of answers begins that says in words what was asked, in
    each language; `head` is the first line of that table.
    """

    edition: Edition
    speaker: Speaker
    comments: bool
    head: str
    asked: Mapping[str, str]


class Downloads(NamedTuple):
    """One published result as data: `result` is JSON, `answers` and `dimensions` are the lines of its tables.

    An answer's line has yet to begin with its agency and its question, which stands beside it; a dimension's with its
    agency.
    """

    agency: str
    response: Response
    result: str
    answers: Sequence[tuple[str, str]]
    dimensions: Sequence[str]


def teller_of(arounds: Sequence[Surroundings], cohort: Cohort) -> Teller:
    """Return what is the same for all agencies of a cohort; `arounds` is what surrounds pages in each language."""
    edition = arounds[0].edition(cohort)
    asked = [each.edition(cohort).questionnaire.questions for each in arounds]
    _, _, *columns = head(tables(())["answers"])
    return Teller(
        edition=edition,
        speaker=Speaker(edition.questionnaire, edition.language, edition.words, arounds[0].register),
        comments=cohort.publication.comments,
        head=csv_row(["question", "number", *(f"text_{each.language}" for each in arounds), *columns]),
        asked={
            key: csv_row(
                [key, text_cell(question.number), *(text_cell(each[key].text.text) for each in asked), ""]
            ).removesuffix("\r\n")
            for key, question in asked[0].items()
        },
    )


def downloads_of(teller: Teller, assessment: Assessment) -> Downloads:
    """Return one published result as data."""
    told = told_of(teller.edition, assessment, comments=teller.comments)
    result = result_of(assessment, teller.speaker)
    return Downloads(
        agency=assessment.response.agency,
        response=assessment.response,
        result=json.dumps(result, ensure_ascii=False, separators=(",", ":")),
        answers=[(row[0], csv_row(row[1:])) for row in answer_rows(told)],
        dimensions=[csv_row(row) for row in dimension_rows(told)],
    )


def download_links(around: Surroundings, cohort: Cohort, agency: Agency, here: str) -> Iterator[pages.Link]:
    """Yield the ways to what can be downloaded of a result."""
    address = agency_address(cohort.publication.questionnaire, cohort.publication.period, agency.id)
    for ending in FILES:
        yield pages.Link(text=ending.upper(), href=to_shared(around, here, f"{address}{agency.id}.{ending}"))


def to_shared(around: Surroundings, here: str, there: str) -> str:
    """Return the way from a page to a file that stands in the site once, below the root, for all languages."""
    first = around.language == around.settings.languages[0]
    return way(here if first else f"{around.language}/{here}", there)


def results_json(results: str) -> str:
    """Return results, each as JSON and apart by commas, as a whole."""
    return f'{{"format":1,"results":[{results}]}}\n'


def _yaml(teller: Teller, downloads: Downloads) -> str:
    lines = response_lines(downloads.response, comments=teller.comments)
    return "\n".join([_NOTE, *lines, ""])


def _json(teller: Teller, downloads: Downloads) -> str:
    return results_json(downloads.result)


def _csv(teller: Teller, downloads: Downloads) -> str:
    """Return a table that a spreadsheet opens as it is: with a mark that it is UTF-8, and with what was asked."""
    lines = [teller.asked[question] + line for question, line in downloads.answers]
    return "\ufeff" + teller.head + "".join(lines)


FILES: Final[Mapping[str, Callable[[Teller, Downloads], str]]] = {"yaml": _yaml, "json": _json, "csv": _csv}
"""The files that each published result has, by their ending."""

_NOTE: Final = "# Câu trả lời đã công bố, không gồm ghi chú nội bộ. · The answers as published, without internal notes."
