"""Every agency with a published result: its newest one, the names for finding it, and the pages that list them all."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeAlias

from assess.model import Agency
from assess.presentation import pages
from assess.presentation.addresses import agencies_address, names_address, ranking_address, way
from assess.presentation.surroundings import Surroundings, kind_name
from assess.presentation.wording import sort_key
from assess.ranking import Cohort

LISTED: Final = 1_500
"""With more agencies than these, each kind has pages of its own, of at most so many names."""

Kinds: TypeAlias = Sequence[tuple[str, Sequence[Agency]]]
"""Kinds of agencies, each with its agencies in order."""


def newest(around: Surroundings) -> Mapping[str, Cohort]:
    """Return where each agency's newest result is, in the first questionnaire that has one, by agency."""
    latest = around.latest()
    found: dict[str, Cohort] = {}
    for cohort in [*latest, *(each for each in around.cohorts if each not in latest)]:
        for agency in cohort.records:
            found.setdefault(agency, cohort)
    return found


def finder(around: Surroundings, here: str) -> pages.Finder | None:
    """Return the field that finds an agency, for the page at `here`; None where nothing is published."""
    count = len({agency for cohort in around.cohorts for agency in cohort.records})
    if not count:
        return None
    text = around.words["agencies_all"].format(count=count)
    link = None if here.startswith(agencies_address()) else pages.Link(text=text, href=way(here, agencies_address()))
    return pages.Finder(names=way(here, names_address()), root=way(here, ""), all=link)


def names(around: Surroundings) -> Mapping[str, Any]:
    """Return what finding by name needs, in alphabetical order: rows of name, note, result and id.

    Notes (the agency above, else the kind) and the folders of results are told by their place in `notes` and `homes`.
    """
    found = newest(around)
    notes: dict[str, int] = {}
    homes: dict[str, int] = {}
    rows = [
        [
            each.name_in(around.language),
            notes.setdefault(_above(around, each) or kind_name(around, each.kind, around.language), len(notes)),
            homes.setdefault(_folder(found[each.id]), len(homes)),
            each.id,
        ]
        for each in _in_order(around, found)
    ]
    return {"notes": list(notes), "homes": list(homes), "rows": rows}


def list_pages(around: Surroundings) -> Iterator[tuple[str, Callable[[], pages.AgenciesPage]]]:
    """Yield the address of each page of the list, with what makes it."""
    found = newest(around)
    if not found:
        return
    kinds = _by_kind(around, found)
    short = len(found) <= LISTED
    yield agencies_address(), partial(_whole if short else _contents, around, found, kinds)
    for kind, agencies in () if short else kinds:
        for number in range(1, len(_slices(agencies)) + 1):
            yield agencies_address(kind, number), partial(_part, around, found, kind, agencies, number)


def _whole(around: Surroundings, found: Mapping[str, Cohort], kinds: Kinds) -> pages.AgenciesPage:
    """Return the list on one page."""
    here = agencies_address()
    shown = tuple(
        _kind(around, kind, agencies, rows=tuple(_rows(around, found, agencies, here))) for kind, agencies in kinds
    )
    return _page(around, here, shown)


def _contents(around: Surroundings, found: Mapping[str, Cohort], kinds: Kinds) -> pages.AgenciesPage:
    """Return what a long list has on its pages."""
    here = agencies_address()
    shown = tuple(_kind(around, kind, agencies, _links(around, kind, agencies, here)) for kind, agencies in kinds)
    return _page(around, here, shown)


def _part(
    around: Surroundings, found: Mapping[str, Cohort], kind: str, agencies: Sequence[Agency], number: int
) -> pages.AgenciesPage:
    """Return one page of a long list."""
    here = agencies_address(kind, number)
    links = _links(around, kind, agencies, here)
    rows = tuple(_rows(around, found, _slices(agencies)[number - 1], here))
    return _page(around, here, (_kind(around, kind, agencies, links if len(links) > 1 else (), rows),))


def _page(around: Surroundings, here: str, kinds: tuple[pages.AgencyKind, ...]) -> pages.AgenciesPage:
    words, title = around.words, around.words["agencies_title"]
    above = [pages.Link(text=title, href=way(here, agencies_address()))] * (here != agencies_address())
    own = title
    if above:
        open_one = next((each.text for each in kinds[0].parts if each.current), "")
        own = ": ".join(each for each in (kinds[0].title, open_one) if each)
    return pages.AgenciesPage(
        title=own,
        lead=words["agencies_lead"],
        crumbs=(pages.Link(text=words["home"], href=way(here, "")), *above, pages.Link(text=own, href="")),
        finder=finder(around, here),
        kinds=kinds,
    )


def _kind(
    around: Surroundings,
    kind: str,
    agencies: Sequence[Agency],
    parts: tuple[pages.PeriodLink, ...] = (),
    rows: tuple[pages.NamedAgency, ...] = (),
) -> pages.AgencyKind:
    return pages.AgencyKind(
        id=f"k-{kind}",
        title=kind_name(around, kind, around.language),
        count=around.words["agencies_count"].format(count=len(agencies)),
        rows=rows,
        parts=parts,
    )


def _rows(
    around: Surroundings, found: Mapping[str, Cohort], agencies: Sequence[Agency], here: str
) -> Iterator[pages.NamedAgency]:
    for each in agencies:
        address = _folder(found[each.id]) + f"{each.id}/"
        yield pages.NamedAgency(name=each.name_in(around.language), href=way(here, address), note=_above(around, each))


def _links(around: Surroundings, kind: str, agencies: Sequence[Agency], here: str) -> tuple[pages.PeriodLink, ...]:
    """Return links to the pages of a kind, each named by its first and last agency."""
    return tuple(
        pages.PeriodLink(
            text=f"{part[0].name_in(around.language)} – {part[-1].name_in(around.language)}",
            href=way(here, agencies_address(kind, number)),
            current=agencies_address(kind, number) == here,
        )
        for number, part in enumerate(_slices(agencies), 1)
    )


def _slices(agencies: Sequence[Agency]) -> Sequence[Sequence[Agency]]:
    return [agencies[start : start + LISTED] for start in range(0, len(agencies), LISTED)]


def _by_kind(around: Surroundings, found: Iterable[str]) -> Kinds:
    """Return agencies in alphabetical order by kind, kinds in the order of the register."""
    kinds: dict[str, list[Agency]] = {kind: [] for kind in around.register.kinds}
    for each in _in_order(around, found):
        kinds[each.kind].append(each)
    return [(kind, agencies) for kind, agencies in kinds.items() if agencies]


def _in_order(around: Surroundings, found: Iterable[str]) -> list[Agency]:
    agencies = [around.register.agencies[each] for each in found]
    return sorted(agencies, key=lambda each: (sort_key(each.name_in(around.language)), each.id))


def _above(around: Surroundings, agency: Agency) -> str:
    return around.register.agencies[agency.parent].name_in(around.language) if agency.parent else ""


def _folder(cohort: Cohort) -> str:
    return ranking_address(cohort.publication.questionnaire, cohort.publication.period)
