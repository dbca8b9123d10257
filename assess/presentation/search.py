"""What the site's search holds of generated pages: names and one line each, never a whole page."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from assess.presentation.addresses import agency_address
from assess.presentation.ranking.groups import rank_text
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import plain_text, score_text
from assess.ranking import Cohort, Record

RESULTS_SEARCHED: Final = 2_000
"""With more results the index would take too long to load: agencies are then found by their own finder alone."""


RESULT_BOOST: Final = 4
"""Who types an agency's name wants its result first, then the place or the question that names it too."""


class Entry(NamedTuple):
    """A page in the index: its address in its language, its title, and one line of plain text.

    `boost` is how much more than a usual page it counts for.
    """

    address: str
    title: str
    text: str
    boost: int = 1


def result_entries(around: Surroundings) -> Iterator[Entry]:
    """Yield the results of each questionnaire's latest period, unless there are too many."""
    latest = around.latest()
    if sum(len(each.records) for each in latest) > RESULTS_SEARCHED:
        return
    for cohort in latest:
        for record in cohort.records.values():
            yield _result_entry(around, cohort, record)


def _result_entry(around: Surroundings, cohort: Cohort, record: Record) -> Entry:
    publication = cohort.publication
    return Entry(
        agency_address(publication.questionnaire, publication.period, record.agency),
        around.register.agencies[record.agency].name_in(around.language),
        "".join(_line(around, cohort, record)),
        RESULT_BOOST,
    )


def _line(around: Surroundings, cohort: Cohort, record: Record) -> Iterator[str]:
    """Yield the pieces of the line on a result: questionnaire and period, score, level and rank."""
    edition, words, standing = around.edition(cohort), around.words, cohort.standings[record.agency]
    yield f"{edition.questionnaire.title.text}, {words['period'].lower()} {cohort.publication.period}: "
    score = score_text(record.value, edition.questionnaire.scale, around.language)
    yield words["search_score"].format(score=score) if score else words["no_score"]
    level = edition.levels.get(record.level or "")
    if level:
        yield "; " + words["search_level"].format(level=f"{level.id}. {plain_text(level.title)}".removeprefix(". "))
    if standing.rank is not None:
        rank = rank_text(standing._replace(tied=False), around.language)
        yield "; " + words["search_rank"].format(rank=rank, of=standing.of)
    yield "."
