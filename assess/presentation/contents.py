"""Every page of the site in one language that is not about one agency's result: its address, template and content."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final, NamedTuple

from assess.presentation.accessibility import accessibility_page
from assess.presentation.addresses import (
    accessibility_address,
    compare_address,
    dimension_address,
    glossary_address,
    grouping_address,
    heatmap_address,
    method_address,
    numbers_address,
    place_address,
    problem_address,
    question_address,
    questionnaire_address,
    ranking_address,
    sources_address,
    targets_address,
)
from assess.presentation.agencies import list_pages
from assess.presentation.columns import has_dimension_columns
from assess.presentation.comparing import compare_page
from assess.presentation.glossary import glossary_page, has_glossary
from assess.presentation.home import home_page
from assess.presentation.method.page import method_page
from assess.presentation.numbers.page import numbers_page
from assess.presentation.parts.dimension import dimension_page
from assess.presentation.parts.grouping import grouping_page
from assess.presentation.parts.lists import dimensions_page, questions_page
from assess.presentation.parts.question import question_page
from assess.presentation.places import place_page, places_of, places_page
from assess.presentation.problems import problem_pages, problems_page
from assess.presentation.questionnaire.page import questionnaire_page
from assess.presentation.ranking.heatmap import heatmap_page
from assess.presentation.ranking.page import ranking_page
from assess.presentation.sources import sources_page
from assess.presentation.surroundings import Surroundings
from assess.presentation.targets import shown_targets, targets_page


class Planned(NamedTuple):
    """A page that the site has: where it stands in its language, its template, and what works it out when asked.

    `canonical` is where the same content is to be found for ever, where that is not here.
    """

    address: str
    template: str
    present: Callable[[], Any]
    canonical: str = ""


def contents(around: Surroundings) -> Iterator[Planned]:
    """Yield every page; none is worked out yet."""
    for section in _SECTIONS:
        yield from section(around)


def _home(around: Surroundings) -> Iterator[Planned]:
    yield Planned("", "home.html", partial(home_page, around))


def _agencies(around: Surroundings) -> Iterator[Planned]:
    for address, page in list_pages(around):
        yield Planned(address, "agencies.html", page)


def _rankings(around: Surroundings) -> Iterator[Planned]:
    for cohort in around.cohorts:
        address = ranking_address(cohort.publication.questionnaire, cohort.publication.period)
        yield Planned(address, "ranking.html", partial(ranking_page, around, cohort))


def _heatmaps(around: Surroundings) -> Iterator[Planned]:
    for cohort in around.cohorts:
        if has_dimension_columns(around, cohort):
            address = heatmap_address(cohort.publication.questionnaire, cohort.publication.period)
            yield Planned(address, "heatmap.html", partial(heatmap_page, around, cohort))


def _parts(around: Surroundings) -> Iterator[Planned]:
    """Yield the pages of dimensions, questions and groupings of each cohort that has a result."""
    for cohort in around.cohorts:
        name, period = cohort.publication.questionnaire, cohort.publication.period
        if not cohort.records:
            continue
        edition = around.edition(cohort)
        yield Planned(dimension_address(name, period), "parts.html", partial(dimensions_page, around, cohort))
        yield Planned(question_address(name, period), "parts.html", partial(questions_page, around, cohort))
        for branch in edition.branches:
            dimension = branch.dimension
            page = partial(dimension_page, around, cohort, branch)
            yield Planned(dimension_address(name, period, dimension.id), "dimension.html", page)
            for each in dimension.questions:
                asked = partial(question_page, around, cohort, dimension, each)
                yield Planned(question_address(name, period, each.id), "question.html", asked)
        for grouping in edition.questionnaire.groupings:
            reading = partial(grouping_page, around, cohort, grouping)
            yield Planned(grouping_address(name, period, grouping.id), "grouping.html", reading)


def _places(around: Surroundings) -> Iterator[Planned]:
    places = places_of(around)
    if places:
        yield Planned(place_address(), "places.html", partial(places_page, around, places))
    for agency in places:
        yield Planned(place_address(agency.id), "place.html", partial(place_page, around, agency))


def _compare(around: Surroundings) -> Iterator[Planned]:
    if any(cohort.records for cohort in around.cohorts):
        yield Planned(compare_address(), "compare.html", partial(compare_page, around))


def _questionnaires(around: Surroundings) -> Iterator[Planned]:
    """Yield a page for each published version, and the latest one once more at the questionnaire's own address."""
    seen: set[tuple[str, str]] = set()
    for cohort in around.cohorts:
        name, version = cohort.publication.questionnaire, cohort.publication.version
        addresses = [questionnaire_address(name)] if not any(each[0] == name for each in seen) else []
        addresses += [questionnaire_address(name, version)] if (name, version) not in seen else []
        seen.add((name, version))
        for address in addresses:
            page = partial(questionnaire_page, around, around.editions[name, version], address)
            yield Planned(address, "questionnaire.html", page, questionnaire_address(name, version))


def _methods(around: Surroundings) -> Iterator[Planned]:
    for (name, version), edition in sorted(around.editions.items()):
        yield Planned(method_address(name, version), "method.html", partial(method_page, around, edition))


def _numbers(around: Surroundings) -> Iterator[Planned]:
    for cohort in around.cohorts:
        address = numbers_address(cohort.publication.questionnaire, cohort.publication.period)
        yield Planned(address, "numbers.html", partial(numbers_page, around, cohort))


def _statements(around: Surroundings) -> Iterator[Planned]:
    """Yield what the footer of every page leads to, so they are there whatever is published."""
    yield Planned(sources_address(), "sources.html", partial(sources_page, around))
    yield Planned(accessibility_address(), "accessibility.html", partial(accessibility_page, around))


def _targets(around: Surroundings) -> Iterator[Planned]:
    if shown_targets(around):
        yield Planned(targets_address(), "targets.html", partial(targets_page, around))


def _glossary(around: Surroundings) -> Iterator[Planned]:
    if has_glossary(around):
        yield Planned(glossary_address(), "glossary.html", partial(glossary_page, around))


def _problems(around: Surroundings) -> Iterator[Planned]:
    yield Planned(problem_address(), "problems.html", partial(problems_page, around.language, around.words))
    for page in problem_pages(around.language, around.words):
        yield Planned(problem_address(page.code), "problem.html", partial(_ready, page))


def _ready(page: Any) -> Any:
    return page


_SECTIONS: Final[tuple[Callable[[Surroundings], Iterator[Planned]], ...]] = (
    _home,
    _agencies,
    _rankings,
    _heatmaps,
    _parts,
    _places,
    _compare,
    _questionnaires,
    _methods,
    _numbers,
    _targets,
    _glossary,
    _problems,
    _statements,
)
