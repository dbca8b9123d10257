"""The ways of looking at the results of a questionnaire and period: the ranking first, then its other pages."""

from collections.abc import Callable
from typing import Final, NamedTuple

from assess.presentation import pages
from assess.presentation.addresses import (
    dimension_address,
    grouping_address,
    heatmap_address,
    numbers_address,
    question_address,
    ranking_address,
    way,
)
from assess.presentation.columns import has_dimension_columns
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import said
from assess.ranking import Cohort


class View(NamedTuple):
    """A way of looking: the word for it, its address by questionnaire and period, and whether a cohort has it."""

    word: str
    address: Callable[[str, str], str]
    shown: Callable[[Surroundings, Cohort], bool]


def views_of(around: Surroundings, cohort: Cohort, here: str) -> tuple[pages.PeriodLink, ...]:
    """Return links to all views that a cohort has; the one that stands at `here`, or that leads there, is open."""
    name, period = cohort.publication.questionnaire, cohort.publication.period
    found = [(around.words[view.word], view.address(name, period)) for view in _VIEWS if view.shown(around, cohort)]
    if _has_results(around, cohort):
        found += [
            (said(each.title, around.language), grouping_address(name, period, each.id))
            for each in around.edition(cohort).questionnaire.groupings
        ]
    found.append((around.words["numbers"], numbers_address(name, period)))
    opened = max((address for _, address in found if here.startswith(address)), key=len, default="")
    return tuple(
        pages.PeriodLink(text=text, href=way(here, address), current=address == opened) for text, address in found
    ) * (len(found) > 1)


def _always(around: Surroundings, cohort: Cohort) -> bool:
    return True


def _has_results(around: Surroundings, cohort: Cohort) -> bool:
    return bool(cohort.records)


_VIEWS: Final = (
    View("ranking", ranking_address, _always),
    View("heatmap", heatmap_address, has_dimension_columns),
    View("dimensions", dimension_address, _has_results),
    View("questions", question_address, _has_results),
)
