"""The first page: what this is, the finder, and each questionnaire's latest period at a glance."""

from collections.abc import Iterator, Sequence

from assess.presentation import pages
from assess.presentation.addresses import (
    agencies_address,
    agency_address,
    compare_address,
    data_address,
    glossary_address,
    place_address,
    questionnaire_address,
    ranking_address,
    sources_address,
    targets_address,
)
from assess.presentation.agencies import finder
from assess.presentation.channels import origin
from assess.presentation.glossary import has_glossary
from assess.presentation.headline import headline
from assess.presentation.overview import GROUPS_SHOWN, overview_of
from assess.presentation.periods import period_links
from assess.presentation.places import places_of
from assess.presentation.ranking.glance import received_text
from assess.presentation.ranking.groups import Ranked, rank_text, ranked_groups
from assess.presentation.surroundings import Surroundings
from assess.presentation.targets import shown_targets
from assess.presentation.views import views_of
from assess.presentation.wording import Words, said, score_text
from assess.ranking import Cohort, Record

LEADERS = 3
LEADERS_AT_MOST = 6
"""So many are shown where several share the last place; with more of them, the rest of those are only counted."""


def home_page(around: Surroundings) -> pages.HomePage:
    """Return the first page of a language."""
    language, words = around.language, around.words
    latest = around.latest()
    return pages.HomePage(
        title=around.settings.title_in(language),
        lead=words["home_lead"].format(publisher=around.settings.publisher_in(language)),
        figures=tuple(headline(around, latest)),
        cards=tuple(_card(around, cohort) for cohort in latest),
        finder=finder(around, ""),
        links=tuple(_links(around, words)),
    )


def _links(around: Surroundings, words: Words) -> Iterator[pages.Link]:
    """Yield the ways to the pages that are not about results; those that the site has."""
    if shown_targets(around):
        yield pages.Link(text=words["targets"], href=targets_address())
    yield pages.Link(text=words["compare_title"], href=compare_address())
    if places_of(around):
        yield pages.Link(text=words["places"], href=place_address())
    yield pages.Link(text=words["agencies_title"], href=agencies_address())
    yield pages.Link(text=words["data"], href=data_address())
    yield pages.Link(text=words["link_guide"], href="guide/")
    yield pages.Link(text=words["link_method"], href="method/")
    yield pages.Link(text=words["sources_of_all"], href=sources_address())
    if has_glossary(around):
        yield pages.Link(text=words["glossary"], href=glossary_address())
    yield pages.Link(text=words["link_problems"], href="problems/")


def _card(around: Surroundings, cohort: Cohort) -> pages.HomeCard:
    edition, period = around.edition(cohort), cohort.publication.period
    questionnaire, language, words = edition.questionnaire, edition.language, edition.words
    address = ranking_address(questionnaire.id, period)
    version = questionnaire_address(questionnaire.id, questionnaire.version)
    ranked = list(ranked_groups(around, cohort))
    groups = [each for each in ranked if each.id and each.records]
    by = origin(edition, cohort.publication.channel)
    return pages.HomeCard(
        id=f"q-{questionnaire.id}",
        title=said(questionnaire.title, language),
        label=questionnaire.title.text,
        period=period,
        href=address,
        questionnaire=pages.Link(text=words["see_questionnaire"], href=version),
        received=f"{received_text(edition, cohort)}: {len(cohort.records)}",
        origin=words["origin_score"].format(origin=by) if by else "",
        description=said(questionnaire.description, language),
        overview=overview_of(around, cohort, ranked, f"o-{questionnaire.id}"),
        leaders=tuple(_leaders(around, cohort, address, groups if len(groups) <= GROUPS_SHOWN else [])),
        views=views_of(around, cohort, ""),
        periods=period_links(around, cohort, "", ranking_address),
    )


def _leaders(around: Surroundings, cohort: Cohort, address: str, groups: Sequence[Ranked]) -> Iterator[pages.Leaders]:
    edition = around.edition(cohort)
    words, language = edition.words, edition.language
    for group in groups:
        ranked = [each for each in group.records if cohort.standings[each.agency].rank]
        shown, more = _first(cohort, ranked) if ranked else (group.records[:LEADERS_AT_MOST], 0)
        last = rank_text(cohort.standings[shown[-1].agency]._replace(tied=False), language)
        yield pages.Leaders(
            heading=words["leaders_of" if ranked else "results_of"].format(group=group.title),
            title=group.title,
            href=f"{address}#k-{group.id}",
            rows=tuple(_leader(around, cohort, each) for each in shown),
            more=words["leaders_more"].format(count=more, rank=last) if more else "",
        )


def _leader(around: Surroundings, cohort: Cohort, record: Record) -> pages.Leader:
    edition, this = around.edition(cohort), cohort.publication
    return pages.Leader(
        rank=rank_text(cohort.standings[record.agency], edition.language),
        name=around.register.agencies[record.agency].name_in(edition.language),
        href=agency_address(this.questionnaire, this.period, record.agency),
        score=score_text(record.value, edition.questionnaire.scale, edition.language) or edition.words["none"],
    )


def _first(cohort: Cohort, ranked: Sequence[Record]) -> tuple[Sequence[Record], int]:
    """Return those to show, and how many more share the place of the last of them."""
    last = cohort.standings[ranked[:LEADERS][-1].agency].rank
    count = max(LEADERS, sum(1 for each in ranked if (cohort.standings[each.agency].rank or 0) <= (last or 0)))
    return (ranked[:count], 0) if count <= LEADERS_AT_MOST else (ranked[:LEADERS], count - LEADERS)
