"""The page of a grouping in one cohort: medians, leaders and every agency by its values."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from assess.charts import bars
from assess.model import Grouping
from assess.presentation import pages
from assess.presentation.addresses import agency_address, grouping_address, way
from assess.presentation.edition import Edition
from assess.presentation.pages.grouping import GroupingPage, ReadingCell, ReadingLeaders, ReadingPool, ReadingRow
from assess.presentation.parts.around import crumbs, periods_with, questionnaire_link
from assess.presentation.parts.pools import Pool, pool_title, pools_of
from assess.presentation.parts.results import fronts, more_text, notes
from assess.presentation.parts.spreads import least_of, spread_of_reading
from assess.presentation.ranking.groups import rank_text
from assess.presentation.surroundings import Surroundings
from assess.presentation.views import views_of
from assess.presentation.wording import Markup, percent_of, percent_text, said, score_text
from assess.ranking import Cohort, Record


def grouping_page(around: Surroundings, cohort: Cohort, grouping: Grouping) -> GroupingPage:
    """Return the results of a cohort by the values of one grouping (in the edition's language)."""
    edition, publication = around.edition(cohort), cohort.publication
    words, language = edition.words, edition.language
    at = partial(grouping_address, grouping=grouping.id)
    here = at(publication.questionnaire, publication.period)
    title = said(grouping.title, language)
    named = grouping.title.text[:1].lower() + grouping.title.text[1:]
    return GroupingPage(
        title=title,
        kind=said(edition.questionnaire.title, language),
        crumbs=crumbs(around, cohort, here, pages.Link(text=title, href="")),
        period=publication.period,
        questionnaire=questionnaire_link(around, cohort, here),
        views=views_of(around, cohort, here),
        periods=periods_with(
            around, cohort, here, at, lambda other: grouping.id in {each.id for each in other.questionnaire.groupings}
        ),
        lead=words["grouping_lead"].format(grouping=named, period=publication.period),
        figures=tuple(_figures(edition, grouping)),
        heads=tuple(said(each.title, language) for each in grouping.values),
        pools=tuple(_pool(around, cohort, here, grouping, each) for each in pools_of(cohort)),
        notes=(words["grouping_share"], *notes(around, cohort)),
    )


def _figures(edition: Edition, grouping: Grouping) -> Iterator[pages.Figure]:
    """Yield how many questions that count each value has."""
    asked = [each.groupings.get(grouping.id) for each in edition.questionnaire.questions.values() if each.scored]
    for each in grouping.values:
        count, name = asked.count(each.id), said(each.title, edition.language)
        yield pages.Figure(name=name, value=str(count), note=edition.words["grouping_questions"])


def _first(cohort: Cohort, grouping: Grouping) -> int:
    """Return the place of a grouping's first value in the records."""
    before = [each.id for each in cohort.questionnaire.groupings].index(grouping.id)
    return sum(len(each.values) for each in cohort.questionnaire.groupings[:before])


def _pool(around: Surroundings, cohort: Cohort, here: str, grouping: Grouping, pool: Pool) -> ReadingPool:
    edition = around.edition(cohort)
    words, first = edition.words, _first(cohort, grouping)
    title = pool_title(around, cohort, pool)
    named = grouping.title.text[:1].lower() + grouping.title.text[1:]
    places = range(first, first + len(grouping.values))
    spreads = [spread_of_reading(cohort, pool.id, place) for place in places]
    labels = tuple(each.title.text for each in grouping.values)
    medians = [_score(edition, each.median if each else None) or words["none"] for each in spreads]
    chart = bars(
        prefix=f"medians-{pool.id}",
        title=words["grouping_medians"].format(grouping=named),
        description="; ".join(f"{label}: {text}" for label, text in zip(labels, medians, strict=True)),
        labels=labels,
        values=[percent_of(each.median) if each else None for each in spreads],
        texts=medians,
    )
    leaders = [
        ReadingLeaders(
            title=said(value.title, edition.language),
            rows=tuple(fronts(around, cohort, here, each.leaders, "", partial(_score, edition))),
            more=more_text(edition, each),
        )
        for value, each in zip(grouping.values, spreads, strict=True)
        if each
    ]
    told = any(spreads)
    return ReadingPool(
        id=f"k-{pool.id}",
        title=title,
        caption=words["grouping_caption"].format(kind=title, grouping=named, period=cohort.publication.period),
        small="" if told else words["pool_small"].format(count=least_of(cohort)),
        chart=Markup(chart) if told else "",
        medians=tuple(pages.Figure(name=label, value=text) for label, text in zip(labels, medians, strict=True)),
        leaders=tuple(leaders),
        rows=tuple(_row(around, cohort, here, each, places) for each in pool.records),
    )


def _score(edition: Edition, share: Decimal | None) -> str:
    """Return a score on the scale; where the questionnaire adds points up, as a share of those there are."""
    if edition.questionnaire.scoring.aggregate == "sum":
        return percent_text(share, edition.language)
    return score_text(share, edition.questionnaire.scale, edition.language)


def _row(around: Surroundings, cohort: Cohort, here: str, record: Record, places: range) -> ReadingRow:
    edition = around.edition(cohort)
    agency = around.register.agencies[record.agency]
    name = agency.name_in(edition.language)
    address = agency_address(cohort.publication.questionnaire, cohort.publication.period, agency.id)
    parent = around.register.agencies[agency.parent].name_in(edition.language) if agency.parent else ""
    none = edition.words["none"]
    whole = score_text(record.value, edition.questionnaire.scale, edition.language)
    values = [record.groupings[place] for place in places]
    return ReadingRow(
        rank=rank_text(cohort.standings[record.agency], edition.language),
        name=name,
        href=way(here, address),
        score=ReadingCell(score=whole or none, percent=percent_of(record.value)),
        cells=tuple(ReadingCell(score=_score(edition, each) or none, percent=percent_of(each)) for each in values),
        note=parent,
    )
