"""A place: an agency with those that belong to it; and the list of all places."""

from dataclasses import dataclass

from assess.presentation.pages.parts import Distribution, Figure, Level, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """An agency that belongs to a place, with its result; `change` is that since the period before."""

    rank: str
    name: str
    href: str
    score: str
    percent: float | None
    bar: str
    level: Level | None
    change: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceResult:
    """A place in the latest period of one questionnaire: its own result, and those of the agencies below it.

    `id` is unique on the page. `missing` are the names of those without a result, list by list: a title and names.
    """

    id: str
    title: str
    period: str
    ranking: Link
    caption: str
    own: Link | None
    figures: tuple[Figure, ...]
    level: Level | None
    rows: tuple[PlaceRow, ...]
    distribution: Distribution | None = None
    missing: tuple[tuple[str, tuple[Link, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePage:
    """A place: its results in each questionnaire, in the latest period that is published."""

    title: str
    kind: str
    crumbs: tuple[Link, ...]
    lead: str
    results: tuple[PlaceResult, ...]
    above: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """A place in the list of all places; `counts` say how many below it have a result, by questionnaire."""

    name: str
    href: str
    kind: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesPage:
    """All places by name; `heads` are the questionnaires that the counts are of."""

    title: str
    crumbs: tuple[Link, ...]
    lead: str
    heads: tuple[str, ...]
    rows: tuple[PlaceEntry, ...]
