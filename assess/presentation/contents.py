"""Every page of the site in one language that is not about one agency's result: its address, template and content."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final, NamedTuple

from assess.presentation.addresses import (
    compare_address,
    glossary_address,
    problem_address,
    questionnaire_address,
    ranking_address,
    targets_address,
)
from assess.presentation.agencies import list_pages
from assess.presentation.comparing import compare_page
from assess.presentation.glossary import glossary_page, has_glossary
from assess.presentation.home import home_page
from assess.presentation.problems import problem_pages, problems_page
from assess.presentation.questionnaire import questionnaire_page
from assess.presentation.ranking.page import ranking_page
from assess.presentation.surroundings import Surroundings
from assess.presentation.targets import shown_targets, targets_page


class Planned(NamedTuple):
    """A page that the site has: where it stands in its language, its template, and what works it out when asked."""

    address: str
    template: str
    present: Callable[[], Any]


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
            yield Planned(address, "questionnaire.html", page)


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
    _compare,
    _questionnaires,
    _targets,
    _glossary,
    _problems,
)
