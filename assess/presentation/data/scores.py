"""Scores and ranks of a group as rows: one for each agency."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from assess.model import Interval
from assess.model.arithmetic import EXACT, written
from assess.presentation.changes import change_since, earlier
from assess.presentation.data.cells import flag_cell, number_cell, text_cell
from assess.presentation.exact import exact_score
from assess.presentation.surroundings import Surroundings
from assess.ranking import Cohort, Record


def score_rows(around: Surroundings, cohort: Cohort) -> Iterator[tuple[str, ...]]:
    """Yield a row of the table `scores` for each agency of a cohort."""
    intervals, before = around.intervals(cohort), earlier(around, cohort)
    for record in cohort.records.values():
        yield (
            *_who(around, cohort, record),
            *_what(cohort, record, intervals),
            *_since(around, cohort, before, record),
        )


def channel_of(cohort: Cohort) -> str:
    """Return the channel that the score of the whole comes from: "mixed" where it is put together from several."""
    return "mixed" if len(cohort.questionnaire.whole.channels) > 1 else cohort.publication.channel


def _who(around: Surroundings, cohort: Cohort, record: Record) -> Iterator[str]:
    agency, publication = around.register.agencies[record.agency], cohort.publication
    yield agency.id
    for language in around.settings.languages:
        yield text_cell(agency.name_in(language))
    yield from (record.kind, publication.questionnaire, publication.version, publication.period, channel_of(cohort))


def _what(cohort: Cohort, record: Record, intervals: Mapping[str, Interval]) -> Iterator[str]:
    standing, scale = cohort.standings[record.agency], cohort.questionnaire.scale
    interval = intervals.get(record.agency)
    rank = standing.rank
    yield from (exact_score(scale, record.value) or "", record.reason or "", record.level or "", record.staged or "")
    yield "" if rank is None else number_cell(Decimal(rank))
    yield flag_cell(standing.tied) if rank is not None else ""
    yield str(standing.of) if rank is not None else ""
    yield from (standing.group, standing.reason or "")
    yield from ("", "") if interval is None else (str(interval.low), str(interval.high))
    yield number_cell(record.coverage)
    yield exact_score(scale, record.declared) or ""


def _since(around: Surroundings, cohort: Cohort, before: Cohort | None, record: Record) -> tuple[str, str]:
    """Return how far a score lies above that of the period before, and that period; empty where nothing says it."""
    agency, scale = around.register.agencies[record.agency], cohort.questionnaire.scale
    change = None if before is None else change_since(around, cohort, before, agency)
    if before is None or change is None:
        return "", ""
    return written(EXACT.multiply(change, EXACT.subtract(scale.end, scale.start))), before.publication.period
