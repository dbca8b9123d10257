"""What the tables of a ranking can be narrowed to: levels, groups of the register, and the agency above."""

from collections.abc import Collection, Iterator

from assess.presentation import pages
from assess.presentation.edition import Edition
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import plain_text, sort_key
from assess.ranking import Cohort, Record

NO_LEVEL = "none"


def choices_of(around: Surroundings, cohort: Cohort) -> Iterator[pages.Choices]:
    """Yield what rows can be narrowed by, where the rows differ in it."""
    edition, records = around.edition(cohort), cohort.records.values()
    for name, found in (
        ("level", _levels(edition, records)),
        ("group", _groups(around, records)),
        ("parent", _parents(around, records)),
    ):
        choices = tuple(found)
        if len(choices) > 1:
            yield pages.Choices(name=name, label=edition.words[f"filter_{name}"], choices=choices)


def _levels(edition: Edition, records: Collection[Record]) -> Iterator[pages.Choice]:
    """Yield the levels; the text of each is that of its mark, by which a row is known."""
    reached = {each.level for each in records}
    for name, level in edition.levels.items():
        if name in reached:
            yield pages.Choice(value=name, text=f"{level.id} {plain_text(level.title)}".strip())
    if edition.levels and None in reached:
        yield pages.Choice(value=NO_LEVEL, text=edition.words["no_level"])


def _groups(around: Surroundings, records: Collection[Record]) -> Iterator[pages.Choice]:
    found = {group for each in records for group in around.register.agencies[each.agency].groups}
    for group in around.register.groups.values():
        if group.id in found:
            yield pages.Choice(value=group.id, text=group.name_in(around.language))


def _parents(around: Surroundings, records: Collection[Record]) -> Iterator[pages.Choice]:
    agencies = around.register.agencies
    found = {agencies[each.agency].parent for each in records} - {None}
    named = sorted((sort_key(agencies[each].name_in(around.language)), each) for each in found if each)
    for _, each in named:
        yield pages.Choice(value=each, text=agencies[each].name_in(around.language))
