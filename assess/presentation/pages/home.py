"""The home page: a card for each questionnaire, with the first agencies of each kind, and a finder."""

from dataclasses import dataclass

from assess.presentation.pages.agencies import Finder
from assess.presentation.pages.overview import Overview
from assess.presentation.pages.parts import Figure, Link, PeriodLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """An agency near the head of its group."""

    rank: str
    name: str
    href: str
    score: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaders:
    """The first few agencies of one kind; `more` says how many others share the place of the last of them.

    In a group that is too small to be ranked they stand by name, without ranks.
    """

    heading: str
    title: str
    href: str
    rows: tuple[Leader, ...]
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeCard:
    """One questionnaire in its latest published period, at a glance; `id` is unique on the page.

    `label` is the title without markup, `received` says how many agencies there are, and `origin` what the scores go
    by where that is not what agencies declare.
    """

    id: str
    title: str
    label: str
    period: str
    href: str
    questionnaire: Link
    received: str
    overview: Overview
    origin: str = ""
    description: str = ""
    leaders: tuple[Leaders, ...] = ()
    views: tuple[PeriodLink, ...] = ()
    periods: tuple[PeriodLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The way in: what this is, a finder, figures of the whole, and a card for each questionnaire."""

    title: str
    lead: str
    figures: tuple[Figure, ...]
    cards: tuple[HomeCard, ...]
    finder: Finder | None = None
    links: tuple[Link, ...] = ()
