"""Data that pages hand to their scripts: a file for each language, loaded only where a reader asks for it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from assess.presentation.addresses import compared_address, names_address
from assess.presentation.agencies import names
from assess.presentation.comparing import compared
from assess.presentation.surroundings import Surroundings


class Handed(NamedTuple):
    """A file of data: its path in its language, the name that scripts know it by, and what works it out when asked."""

    path: str
    name: str
    present: Callable[[], Any]


def handed(around: Surroundings) -> Iterator[Handed]:
    """Yield every file; none is worked out yet."""
    yield Handed(names_address(), "agencies", partial(names, around))
    for cohort in around.cohorts:
        if cohort.records:
            publication = cohort.publication
            path = compared_address(publication.questionnaire, publication.period)
            name = f"{publication.questionnaire}/{publication.period}"
            yield Handed(path, name, partial(compared, around, cohort))
