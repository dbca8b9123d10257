"""The second pass: every generated page of the site, by address, made when it is asked for."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from assess.presentation.addresses import agency_address
from assess.presentation.agency import agency_page, withdrawn_page
from assess.presentation.contents import Planned, contents
from assess.presentation.handed import Handed, handed
from assess.presentation.ranking.groups import withdrawals
from assess.presentation.search import Entry, result_entries
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import plain_text
from assess.publishing.collecting import Collected
from assess.publishing.resources import words
from assess.publishing.stubs import Stub
from assess.publishing.surroundings import surroundings_of
from assess.publishing.templates import drawer, render
from assess.ranking import Cohort
from assess.scoring import Assessment, assess_beside

DEPTHS: Final = (0, 1, 2, 3, 4)
"""How deep pages stand below their language's root; each depth has its own stub, because links are relative."""

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


class Filling:
    """All generated pages of a site. `pages` yields them; each is worked out only when its maker is called."""

    def __init__(self, collected: Collected, stubs: Mapping[str, Mapping[int, Stub]]) -> None:
        self._collected = collected
        self._shelves = [
            _shelf(collected, language, "" if n == 0 else f"{language}/", stubs[language])
            for n, language in enumerate(collected.workspace.settings.languages)
        ]
        self._last: tuple[Any, Assessment] | None = None

    def pages(self) -> Iterator[tuple[str, Make]]:
        """Yield the address of every generated page in the site, with its maker."""
        for shelf in self._shelves:
            for planned in contents(shelf.around):
                yield shelf.prefix + planned.address, partial(_make, shelf, planned)
        for cohort in self._collected.cohorts:
            for agency in cohort.records:
                for shelf in self._shelves:
                    address = _agency_address(cohort, agency)
                    yield shelf.prefix + address, partial(self._agency, shelf, cohort, agency)
            for shelf in self._shelves:
                for notice in withdrawals(shelf.around, cohort):
                    page = partial(withdrawn_page, shelf.around, cohort, notice)
                    address = _agency_address(cohort, notice.agency)
                    yield shelf.prefix + address, partial(_make, shelf, Planned(address, "agency.html", page))

    def files(self) -> Iterator[tuple[str, Make]]:
        """Yield the path of every file of data that the pages' scripts ask for, with its maker."""
        for shelf in self._shelves:
            for each in handed(shelf.around):
                yield shelf.prefix + each.path, partial(_script, each)

    def entries(self, language: str) -> list[Entry]:
        """Return what the search of a language holds: the pages made so far that are no results, then results."""
        shelf = next(each for each in self._shelves if each.around.language == language)
        told: dict[tuple[str, str], Entry] = {}
        for each in [*shelf.made.values(), *result_entries(shelf.around)]:
            told.setdefault((each.title, each.text), each)  # the latest version of a questionnaire has two addresses
        return list(told.values())

    def _agency(self, shelf: Shelf, cohort: Cohort, agency: str) -> bytes:
        page = partial(agency_page, shelf.around, cohort, self._assessment(cohort, agency))
        return _make(shelf, Planned(_agency_address(cohort, agency), "agency.html", page))

    def _assessment(self, cohort: Cohort, agency: str) -> Assessment:
        """Return an agency's assessment; the last one is kept, because each is shown in every language in turn."""
        publication = cohort.publication
        key = (publication.questionnaire, publication.version, publication.period, agency)
        if self._last is None or self._last[0] != key:
            named = self._collected.workspace.register.agencies[agency]
            dossier = self._collected.spool.get(key, named)
            self._last = (key, assess_beside(cohort.questionnaire, dossier, cohort.learnt, publication.channel))
        return self._last[1]


def _make(shelf: Shelf, planned: Planned) -> bytes:
    page = planned.present()
    stub = shelf.stubs[planned.address.count("/")]
    title = " · ".join([plain_text(each) for each in (page.title, *_context(page))])
    if planned.template != "agency.html":
        shelf.made[planned.address] = Entry(planned.address, title, _description(page))
    return stub.fill(
        title=title,
        description=_description(page),
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


def _description(page: Any) -> str:
    return plain_text(
        getattr(page, "summary", "") or getattr(page, "lead", "") or getattr(page, "meaning", "") or page.title
    )


def _agency_address(cohort: Cohort, agency: str) -> str:
    return agency_address(cohort.publication.questionnaire, cohort.publication.period, agency)


def _shelf(collected: Collected, language: str, prefix: str, stubs: Mapping[int, Stub]) -> Shelf:
    around = surroundings_of(collected, language, drawer(words(language)))
    return Shelf(prefix=prefix, stubs=stubs, around=around)
