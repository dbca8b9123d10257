"""The list of agencies: on one page, or kind by kind on several, and the field that finds one by name."""

from dataclasses import dataclass

from assess.presentation.pages.parts import Link, PeriodLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """A field that finds an agency by name: where the names are, the site's root, and the list of all for the rest.

    The list itself needs no link to it.
    """

    names: str
    root: str
    all: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedAgency:
    """An agency by name, with its newest result; `note` is the agency above it."""

    name: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyKind:
    """The agencies of one kind, or how many there are and the pages that list them; `id` is unique on the page."""

    id: str
    title: str
    count: str
    rows: tuple[NamedAgency, ...] = ()
    parts: tuple[PeriodLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgenciesPage:
    """The list of agencies with a published result, or one page of it."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    finder: Finder | None
    kinds: tuple[AgencyKind, ...]
