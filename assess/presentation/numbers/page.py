"""The page about the numbers of one questionnaire and period."""

from collections import Counter
from collections.abc import Iterator, Sequence

from assess.model.arithmetic import compared, median
from assess.presentation import pages
from assess.presentation.addresses import method_address, numbers_address, questionnaire_address, ranking_address, way
from assess.presentation.channels import origin_notes
from assess.presentation.edition import Edition
from assess.presentation.numbers.basis import (
    asked_count,
    coverage_spread,
    group_bases,
    ranked_count,
    share_of,
    state_rows,
    states,
)
from assess.presentation.numbers.conclusions import conclusions
from assess.presentation.numbers.order import group_orders, plan_texts, surenesses, ties_text, unranked
from assess.presentation.numbers.others import notices, other_periods
from assess.presentation.pages.numbers import NumbersPage
from assess.presentation.periods import period_links
from assess.presentation.ranking.glance import received_text
from assess.presentation.ranking.groups import Ranked, ranked_groups
from assess.presentation.surroundings import Surroundings
from assess.presentation.views import views_of
from assess.presentation.wording import percent_text, plain_text, said
from assess.ranking import Cohort


def numbers_page(around: Surroundings, cohort: Cohort) -> NumbersPage:
    """Return the page of one cohort; nothing is said of all its agencies together where they are too few."""
    edition = around.edition(cohort)
    questionnaire, words, period = edition.questionnaire, edition.words, cohort.publication.period
    here = numbers_address(questionnaire.id, period)
    title = plain_text(said(questionnaire.title, edition.language))
    groups = list(ranked_groups(around, cohort))
    known = surenesses(around, cohort, groups)
    records = list(cohort.records.values())
    enough = len(records) >= max(1, questionnaire.ranking.min_group)
    found = states(cohort) if enough else Counter[str]()
    chart, spread = coverage_spread(edition, records) if enough else ("", ())
    return NumbersPage(
        title=words["numbers_title"].format(title=title),
        lead=words["numbers_lead"],
        crumbs=tuple(_crumbs(edition, here, title, period)),
        period=period,
        periods=period_links(around, cohort, here, numbers_address),
        views=views_of(around, cohort, here),
        method=pages.Link(
            text=words["method_of_scoring"], href=way(here, method_address(questionnaire.id, questionnaire.version))
        ),
        figures=tuple(_figures(edition, cohort, groups)),
        origin=tuple(origin_notes(edition, cohort.publication.channel)),
        conclusions=tuple(conclusions(around, edition, cohort, groups, known, found)),
        groups=tuple(group_bases(edition, cohort, groups)),
        coverage=spread,
        coverage_chart=chart,
        states=tuple(state_rows(edition, found)),
        orders=tuple(group_orders(around, edition, cohort, groups, known)),
        plan=tuple(plan_texts(edition)) if known else (),
        unranked=tuple(unranked(edition, cohort)),
        ties=ties_text(edition, cohort) if known else "",
        others=tuple(other_periods(around, cohort, here)),
        notices=tuple(notices(around, cohort, here)),
    )


def _crumbs(edition: Edition, here: str, title: str, period: str) -> Iterator[pages.Link]:
    """Yield the way here from the first page, through the questionnaire and the ranking of the period."""
    words, name = edition.words, edition.questionnaire.id
    yield pages.Link(text=words["home"], href=way(here, ""))
    yield pages.Link(text=title, href=way(here, questionnaire_address(name)))
    yield pages.Link(text=f"{words['period']} {period}", href=way(here, ranking_address(name, period)))
    yield pages.Link(text=words["numbers"], href="")


def _figures(edition: Edition, cohort: Cohort, groups: Sequence[Ranked]) -> Iterator[pages.Figure]:
    """Yield what the page comes to: how many are there, how many are ranked, how much they answered."""
    words, language = edition.words, edition.language
    received = len(cohort.records)
    expected = received + sum(len(each.absent) + sum(map(len, each.awaiting.values())) for each in groups)
    note = words["agencies_expected"].format(count=expected)
    yield pages.Figure(name=received_text(edition, cohort), value=str(received), note=note)
    ranked = sum(ranked_count(cohort, each) for each in groups)
    yield pages.Figure(name=words["agencies_ranked"], value=str(ranked))
    covered = [compared(each.coverage) for each in cohort.records.values() if each.coverage is not None]
    if len(covered) >= max(1, edition.questionnaire.ranking.min_group):
        yield pages.Figure(name=words["coverage_median"], value=percent_text(median(covered), language))
        found = states(cohort)
        lacking = found["missing"] + found["unknown"]
        yield pages.Figure(name=words["answers_lacking"], value=share_of(lacking, asked_count(found), language))
