"""Every generated page and file of the site, by name, made when it is asked for."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final, Protocol

from assess.presentation.addresses import agency_address, data_address
from assess.presentation.agency.page import agency_page, withdrawn_page
from assess.presentation.contents import Planned, contents
from assess.presentation.data.downloads import FILES, Downloads
from assess.presentation.data.package import Package
from assess.presentation.data.page import data_page
from assess.presentation.handed import Handed, handed
from assess.presentation.ranking.groups import withdrawals
from assess.presentation.search import Entry, result_entries
from assess.presentation.surroundings import Surroundings
from assess.presentation.targets import shown_targets
from assess.presentation.wording import plain_text, shortened
from assess.publishing.collecting import Collected
from assess.publishing.data import Contents
from assess.publishing.resources import words
from assess.publishing.stubs import Stub
from assess.publishing.surroundings import surroundings_of
from assess.publishing.templates import drawer, render
from assess.publishing.visiting import Visits
from assess.ranking import Cohort

DEPTHS: Final = (0, 1, 2, 3, 4)
"""How deep pages stand below their language's root; each depth has its own stub, because links are relative."""

DESCRIPTION: Final = 200
"""How many characters of a page's summary search engines and other sites are told, at most."""
PAGE: Final = "index.html"
"""What the file of a page is called; its address is the folder that it stands in."""

Make = Callable[[], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What one language's pages are made of: where it stands, its stubs by depth, and what surrounds a page.

    `made` keeps of each page that was made, other than results, what the search holds of it, by address.
    """

    prefix: str
    stubs: Mapping[int, Stub]
    around: Surroundings
    made: dict[str, Entry] = field(default_factory=dict)


class Data(Protocol):
    """The open data of a site: it takes each agency's, and is whole once all are taken."""

    def take(self, cohort: Cohort, downloads: Downloads) -> None:
        """Take what there is of one agency of a cohort."""

    def package(self) -> Package:
        """Return what there is of all."""


class NoData:
    """Stands for the open data where nobody asks for them."""

    def take(self, cohort: Cohort, downloads: Downloads) -> None:
        """Take nothing."""

    def package(self) -> Package:
        """Return that there is nothing."""
        return Package("", ())


class Filling:
    """All that is generated for a site. Each page and file is worked out only when its maker is called."""

    def __init__(self, collected: Collected, stubs: Mapping[str, Mapping[int, Stub]]) -> None:
        self._collected = collected
        self._shelves = [
            _shelf(collected, language, "" if n == 0 else f"{language}/", stubs[language])
            for n, language in enumerate(collected.workspace.settings.languages)
        ]
        arounds = [each.around for each in self._shelves]
        self.visits = Visits(collected, arounds)
        self.contents = Contents(arounds, collected.cohorts, shown_targets(arounds[0]))

    def pages(self, data: Data | None = None) -> Iterator[tuple[str, Make]]:
        """Yield the address of every generated page in the site, with its maker."""
        for name, make in self.files(data):
            if name.endswith(PAGE):
                yield name.removesuffix(PAGE), make

    def files(self, data: Data | None = None) -> Iterator[tuple[str, Make]]:
        """Yield the name of every generated file in the site, with its maker; pages are those called `PAGE`.

        Agencies' files hand what they hold to the open data, of which the last pages tell: made in this order, every
        agency is visited once.
        """
        data = data or NoData()
        for shelf in self._shelves:
            for planned in contents(shelf.around):
                yield _page(shelf, planned)
            for each in handed(shelf.around):
                yield shelf.prefix + each.path, partial(_script, each)
        for cohort in self._collected.cohorts:
            for agency in cohort.records:
                yield from self._result(cohort, agency, data)
            yield from self._withdrawn(cohort)
        for shelf in self._shelves:
            yield _page(shelf, Planned(data_address(), "data.html", partial(_data, shelf, data)))

    def entries(self, language: str) -> list[Entry]:
        """Return what the search of a language holds: the pages made so far that are no results, then results."""
        shelf = next(each for each in self._shelves if each.around.language == language)
        told: dict[tuple[str, str], Entry] = {}
        for each in [*shelf.made.values(), *result_entries(shelf.around)]:
            told.setdefault((each.title, each.text), each)  # the latest version of a questionnaire has two addresses
        return list(told.values())

    def _result(self, cohort: Cohort, agency: str, data: Data) -> Iterator[tuple[str, Make]]:
        """Yield an agency's page in each language, and its files."""
        for shelf in self._shelves:
            yield _page(shelf, self._agency(shelf, cohort, agency))
        for ending in FILES:
            name = f"{_agency_address(cohort, agency)}{agency}.{ending}"
            yield name, partial(self._download, data, cohort, agency, ending)

    def _withdrawn(self, cohort: Cohort) -> Iterator[tuple[str, Make]]:
        """Yield the pages of results that were taken back."""
        for shelf in self._shelves:
            for notice in withdrawals(shelf.around, cohort):
                page = partial(withdrawn_page, shelf.around, cohort, notice)
                yield _page(shelf, Planned(_agency_address(cohort, notice.agency), "agency.html", page))

    def _agency(self, shelf: Shelf, cohort: Cohort, agency: str) -> Planned:
        def present() -> Any:
            """Return what the page shows, once it is asked for."""
            return agency_page(shelf.around, cohort, self.visits.assessment(cohort, agency))

        return Planned(_agency_address(cohort, agency), "agency.html", present)

    def _download(self, data: Data, cohort: Cohort, agency: str, ending: str) -> bytes:
        downloads = self.visits.downloads(cohort, agency)
        if ending == next(iter(FILES)):
            data.take(cohort, downloads)
        return FILES[ending](self.visits.teller(cohort), downloads).encode()


def _data(shelf: Shelf, data: Data) -> Any:
    return data_page(shelf.around, data.package())


def _page(shelf: Shelf, planned: Planned) -> tuple[str, Make]:
    return f"{shelf.prefix}{planned.address}{PAGE}", partial(_make, shelf, planned)


def _make(shelf: Shelf, planned: Planned) -> bytes:
    page = planned.present()
    stub = shelf.stubs[planned.address.count("/")]
    if planned.canonical:
        stub = replace(stub, canonical=planned.canonical)
    title = " · ".join([plain_text(each) for each in (page.title, *_context(page))])
    if planned.template != "agency.html":
        shelf.made[planned.address] = Entry(planned.address, title, shortened(_said(page), DESCRIPTION))
    return stub.fill(
        title=title,
        description=_description(page, title) or f"{title}. {_site_of(shelf)}.",
        address=planned.address,
        body=render(planned.template, page, shelf.around.words),
    )


def _script(file: Handed) -> bytes:
    """Return data as a script that hands it over: a page opened from a folder may load nothing else."""
    data = json.dumps(file.present(), ensure_ascii=False, separators=(",", ":"))
    return f'assessData("{file.name}",{data});\n'.encode()


def _context(page: Any) -> list[str]:
    """Return what makes a page's title unique: its questionnaire and period."""
    link: Any = getattr(page, "questionnaire", None)
    period: str = getattr(page, "period", "")
    named = [link.text] if link is not None and hasattr(page, "kind") else []
    return [*named, *([period] if period else [])]


def _description(page: Any, title: str) -> str:
    """Return what is told of a page where its address alone is shown: it is like no other page's."""
    said = _said(page)
    alone = not said or bool(getattr(page, "summary", ""))  # a summary names what it is about
    return shortened(said if alone else f"{title}. {said}", DESCRIPTION)


def _said(page: Any) -> str:
    said: str = getattr(page, "summary", "") or getattr(page, "lead", "") or getattr(page, "meaning", "")
    return plain_text(said)


def _site_of(shelf: Shelf) -> str:
    settings, language = shelf.around.settings, shelf.around.language
    return ", ".join(each for each in (settings.title_in(language), settings.publisher_in(language)) if each)


def _agency_address(cohort: Cohort, agency: str) -> str:
    return agency_address(cohort.publication.questionnaire, cohort.publication.period, agency)


def _shelf(collected: Collected, language: str, prefix: str, stubs: Mapping[int, Stub]) -> Shelf:
    around = surroundings_of(collected, language, drawer(words(language)))
    return Shelf(prefix=prefix, stubs=stubs, around=around)
