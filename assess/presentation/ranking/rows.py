"""The rows of a ranking: each agency with its rank, how sure that is, its score, and how it came there."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from assess.charts import gauge, rank_range, sparkline
from assess.model import Agency, Interval
from assess.model.periods import period_order
from assess.presentation import pages
from assess.presentation.addresses import agency_address
from assess.presentation.amounts import gap_text
from assess.presentation.changes import change_since, earlier
from assess.presentation.edition import Edition
from assess.presentation.ranking.groups import Ranked, rank_text
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import Markup, change_text, percent_of, percent_text, plain_text, score_text
from assess.ranking import Cohort, Record


class Past(NamedTuple):
    """What rows tell of earlier periods: those that can be drawn as one line, up to the ranking's own, and the last."""

    comparable: tuple[Cohort, ...]
    before: Cohort | None

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods that can be drawn as one line, earliest first."""
        return tuple(each.publication.period for each in self.comparable)


def past_of(around: Surroundings, cohort: Cohort) -> Past:
    """Return what rows tell of earlier periods. Later ones leave no trace: a ranking stays as it was published."""
    this = cohort.publication
    return Past(
        comparable=tuple(
            each
            for each in reversed(around.cohorts)
            if (each.publication.questionnaire, each.publication.version, each.publication.channel)
            == (this.questionnaire, this.version, this.channel)
            and period_order(each.publication.period) <= period_order(this.period)
        ),
        before=earlier(around, cohort),
    )


def ranking_rows(
    around: Surroundings, cohort: Cohort, here: str, group: Ranked, past: Past
) -> Iterator[pages.RankingRow]:
    """Yield the rows of a group, in order."""
    scores = {each.agency: _scores(past, each.agency) for each in group.records}
    if not any(sum(each is not None for each in found) > 1 for found in scores.values()):
        scores = dict.fromkeys(scores, ())  # one number is no line
    known = [[float(each) for each in found if each is not None] for found in scores.values()]
    span = max((max(found) - min(found) for found in known if found), default=0.0)
    intervals = around.intervals(cohort)
    for record in group.records:
        yield _row(around, cohort, here, record, past, intervals, (scores[record.agency], span))


def filed_under(around: Surroundings, agency: Agency) -> Mapping[str, str]:
    """Return by which ids of groups and of a parent the row of an agency is filtered, and its parent's name."""
    above = around.register.agencies[agency.parent] if agency.parent else None
    return {
        "groups": " ".join(agency.groups),
        "parent": above.id if above else "",
        "note": above.name_in(around.language) if above else "",
    }


def _scores(past: Past, agency: str) -> Sequence[Decimal | None]:
    """Return an agency's scores in the periods that can be drawn as one line, where there are several."""
    if len(past.comparable) < 2:
        return ()
    found = (each.records.get(agency) for each in past.comparable)
    return [None if record is None else record.value for record in found]


def _row(
    around: Surroundings,
    cohort: Cohort,
    here: str,
    record: Record,
    past: Past,
    intervals: Mapping[str, Interval],
    scores: tuple[Sequence[Decimal | None], float],
) -> pages.RankingRow:
    edition = around.edition(cohort)
    language, words, scale = edition.language, edition.words, edition.questionnaire.scale
    agency, standing = around.register.agencies[record.agency], cohort.standings[record.agency]
    address = agency_address(cohort.publication.questionnaire, cohort.publication.period, agency.id)
    interval = intervals.get(agency.id) if standing.rank is not None else None
    percent = percent_of(record.value)
    return pages.RankingRow(
        rank=rank_text(standing, language),
        span=_span(words, interval),
        range=Markup(
            rank_range(interval.low, interval.high, float(standing.rank or 0), standing.of) if interval else ""
        ),
        name=agency.name_in(language),
        href=address.removeprefix(here),  # the ranking stands right above its agencies
        score=score_text(record.value, scale, language) or words["none"],
        bar=Markup("" if percent is None else gauge(percent)),
        level=edition.levels[record.level] if record.level else None,
        trend=_trend(edition, past, *scores),
        change=_change(around, cohort, past, agency),
        coverage=percent_text(record.coverage, language),
        reason=edition.why("unranked", standing.reason),
        declared=score_text(record.declared, scale, language),
        gap=gap_text(edition, record.value, record.declared),
        **filed_under(around, agency),
    )


def _span(words: Mapping[str, str], interval: Interval | None) -> str:
    """Return between which ranks one lies, in words: a dash between numbers is not read aloud."""
    if interval is None:
        return ""
    return words["rank_span" if interval.low < interval.high else "rank_span_one"].format(
        low=interval.low, high=interval.high
    )


def _trend(edition: Edition, past: Past, values: Sequence[Decimal | None], span: float) -> Markup:
    """Return a line of the scores over the periods; nothing where there is none to draw."""
    if not any(each is not None for each in values):
        return Markup("")
    told = [
        f"{period}: {score_text(value, edition.questionnaire.scale, edition.language) or edition.words['none']}"
        for period, value in zip(past.periods, values, strict=True)
    ]
    heights = [None if each is None else float(each) for each in values]
    return Markup(sparkline(plain_text("; ".join(told)), heights, span))


def _change(around: Surroundings, cohort: Cohort, past: Past, agency: Agency) -> str:
    if past.before is None:
        return ""
    change = change_since(around, cohort, past.before, agency)
    return "" if change is None else change_text(change, cohort.questionnaire.scale, around.language)
