"""What surrounds a page, put together from a workspace after the first pass, once for each language."""

import os
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from assess.model import Agency, Interval
from assess.presentation.edition import Draw, edition_of
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import sort_key
from assess.publishing.collecting import Collected
from assess.publishing.resources import words
from assess.ranking import Cohort

COHORTS_KEPT: Final = 64


def surroundings_of(collected: Collected, language: str, draw: Draw) -> Surroundings:
    """Return what is published, in a language; `draw` draws what all pages of a questionnaire repeat."""
    named, register = words(language), collected.workspace.register
    first = collected.workspace.settings.languages[0]
    translated = collected.translated.get(language, {})
    published = {(each.publication.questionnaire, each.publication.version): each for each in collected.cohorts}
    return Surroundings(
        language=language,
        words=named,
        settings=collected.workspace.settings,
        register=register,
        cohorts=collected.cohorts,
        editions={
            key: edition_of(
                translated.get(key, each.questionnaire), language, "" if language == first else first, named, draw
            )
            for key, each in published.items()
        },
        children=_children(register.agencies, language),
        predecessors=register.predecessors(),
        recounts=collected.recounts,
        followed=collected.followed,
        intervals=intervals_of,
    )


@lru_cache(maxsize=COHORTS_KEPT)
def intervals_of(cohort: Cohort) -> Mapping[str, Interval]:
    """Return between which ranks each ranked agency lies as weights are drawn, as `assess rank --uncertainty` says."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # NumPy reads it once; products this small are slower with more
    from assess.robustness import intervals  # NumPy is loaded where somebody looks at ranks

    questionnaire = cohort.questionnaire
    found: dict[str, Interval] = {}
    for group in cohort.groups:
        ranked = [each for each in group.agencies if each in cohort.records and cohort.standings[each].rank is not None]
        if len(ranked) > 1:
            found |= intervals(*cohort.profiles(ranked), questionnaire.ranking.order, questionnaire.robustness)
    return found


def _children(agencies: Mapping[str, Agency], language: str) -> Mapping[str, list[Agency]]:
    """Return the agencies below each agency, in alphabetical order."""
    children: dict[str, list[Agency]] = {}
    for agency in agencies.values():
        if agency.parent is not None:
            children.setdefault(agency.parent, []).append(agency)
    for each in children.values():
        each.sort(key=lambda agency: (sort_key(agency.name_in(language)), agency.id))
    return children
