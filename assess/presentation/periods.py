"""The way from a page about one questionnaire and period to the same page in the other periods."""

from collections.abc import Callable

from assess.presentation import pages
from assess.presentation.addresses import way
from assess.presentation.surroundings import Surroundings
from assess.ranking import Cohort


def period_links(
    around: Surroundings,
    cohort: Cohort,
    here: str,
    address: Callable[[str, str], str],
    held: Callable[[Cohort], bool] = lambda _: True,
) -> tuple[pages.PeriodLink, ...]:
    """Return links to a page in every period of the questionnaire whose cohort has it, if there are several.

    `address` is the page's, by questionnaire and period; `held` says whether a cohort has the page.
    """
    name = cohort.publication.questionnaire
    links = tuple(
        pages.PeriodLink(
            text=each.publication.period,
            href=way(here, address(name, each.publication.period)),
            current=each is cohort,
        )
        for each in around.cohorts
        if each.publication.questionnaire == name and held(each)
    )
    return links if len(links) > 1 else ()
