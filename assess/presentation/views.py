"""The ways of looking at the results of a questionnaire and period: the ranking first, then its other pages."""

from collections.abc import Callable
from typing import Final, NamedTuple

from assess.presentation import pages
from assess.presentation.addresses import numbers_address, ranking_address, way
from assess.presentation.surroundings import Surroundings
from assess.ranking import Cohort


class View(NamedTuple):
    """A way of looking: the word for it, its address by questionnaire and period, and whether a cohort has it."""

    word: str
    address: Callable[[str, str], str]
    shown: Callable[[Surroundings, Cohort], bool]


def views_of(around: Surroundings, cohort: Cohort, here: str) -> tuple[pages.PeriodLink, ...]:
    """Return links to all views that a cohort has; the one that stands at `here` is marked as open."""
    publication = cohort.publication
    found = [
        (view, view.address(publication.questionnaire, publication.period))
        for view in _VIEWS
        if view.shown(around, cohort)
    ]
    return tuple(
        pages.PeriodLink(text=around.words[view.word], href=way(here, address), current=address == here)
        for view, address in found
    ) * (len(found) > 1)


def _always(around: Surroundings, cohort: Cohort) -> bool:
    return True


_VIEWS: Final = (
    View("ranking", ranking_address, _always),
    View("numbers", numbers_address, _always),
)
