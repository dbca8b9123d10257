"""The second pass: every generated page of the site, by address, made when it is asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from assess.model import Agency
from assess.presentation.addresses import (
    agency_address,
    glossary_address,
    problem_address,
    questionnaire_address,
    ranking_address,
    targets_address,
)
from assess.presentation.agency import agency_page, withdrawn_page
from assess.presentation.edition import edition_of
from assess.presentation.glossary import glossary_page, has_glossary
from assess.presentation.home import home_page
from assess.presentation.problems import problem_pages, problems_page
from assess.presentation.questionnaire import questionnaire_page
from assess.presentation.ranking.groups import withdrawals
from assess.presentation.ranking.page import ranking_page
from assess.presentation.surroundings import Surroundings
from assess.presentation.targets import shown_targets, targets_page
from assess.presentation.wording import Words, plain_text, sort_key
from assess.publishing.collecting import Collected
from assess.publishing.resources import words
from assess.publishing.stubs import Stub
from assess.publishing.templates import drawer, render
from assess.ranking import Cohort
from assess.scoring import Assessment, assess_beside

DEPTHS: Final = (0, 1, 2, 3)
"""How deep pages stand below their language's root; each depth has its own stub, because links are relative."""

Make = Callable[[], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What one language's pages are made of: its stubs by depth, its words, and what surrounds a page."""

    language: str
    prefix: str
    stubs: Mapping[int, Stub]
    words: Words
    around: Surroundings


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
            for address, make in self._general_pages(shelf):
                yield shelf.prefix + address, make
        for cohort in self._collected.cohorts:
            for agency in cohort.records:
                for shelf in self._shelves:
                    address = _agency_address(cohort, agency)
                    yield shelf.prefix + address, partial(self._agency, shelf, cohort, agency)
            for shelf in self._shelves:
                for notice in withdrawals(shelf.around, cohort):
                    page = partial(withdrawn_page, shelf.around, cohort, notice)
                    address = _agency_address(cohort, notice.agency)
                    yield shelf.prefix + address, partial(_make, shelf, address, "agency.html", page)

    def _general_pages(self, shelf: Shelf) -> Iterator[tuple[str, Make]]:
        """Yield the pages that are not about one agency, by their address in the language."""
        home = partial(home_page, shelf.around, shelf.language, shelf.words)
        yield "", partial(_make, shelf, "", "home.html", home)
        for cohort in self._collected.cohorts:
            address = ranking_address(cohort.publication.questionnaire, cohort.publication.period)
            yield address, partial(_make, shelf, address, "ranking.html", partial(ranking_page, shelf.around, cohort))
        yield from _questionnaire_pages(shelf, self._collected.cohorts)
        if shown_targets(shelf.around):
            address = targets_address()
            targets = partial(targets_page, shelf.around, shelf.language, shelf.words)
            yield address, partial(_make, shelf, address, "targets.html", targets)
        if has_glossary(shelf.around):
            address = glossary_address()
            glossary = partial(glossary_page, shelf.around, shelf.language, shelf.words)
            yield address, partial(_make, shelf, address, "glossary.html", glossary)
        address = problem_address()
        yield (
            address,
            partial(_make, shelf, address, "problems.html", partial(problems_page, shelf.language, shelf.words)),
        )
        for page in problem_pages(shelf.language, shelf.words):
            address = problem_address(page.code)
            yield address, partial(_make, shelf, address, "problem.html", partial(_same, page))

    def _agency(self, shelf: Shelf, cohort: Cohort, agency: str) -> bytes:
        page = partial(agency_page, shelf.around, cohort, self._assessment(cohort, agency))
        return _make(shelf, _agency_address(cohort, agency), "agency.html", page)

    def _assessment(self, cohort: Cohort, agency: str) -> Assessment:
        """Return an agency's assessment; the last one is kept, because each is shown in every language in turn."""
        publication = cohort.publication
        key = (publication.questionnaire, publication.version, publication.period, agency)
        if self._last is None or self._last[0] != key:
            named = self._collected.workspace.register.agencies[agency]
            dossier = self._collected.spool.get(key, named)
            self._last = (key, assess_beside(cohort.questionnaire, dossier, cohort.learnt, publication.channel))
        return self._last[1]


def _questionnaire_pages(shelf: Shelf, cohorts: Sequence[Cohort]) -> Iterator[tuple[str, Make]]:
    """Yield a page for each published version, and the latest one once more at the questionnaire's own address."""
    seen: set[tuple[str, str]] = set()
    for cohort in cohorts:
        name, version = cohort.publication.questionnaire, cohort.publication.version
        addresses = [questionnaire_address(name)] if not any(each[0] == name for each in seen) else []
        addresses += [questionnaire_address(name, version)] if (name, version) not in seen else []
        seen.add((name, version))
        for address in addresses:
            edition = shelf.around.editions[name, version]
            page = partial(questionnaire_page, shelf.around, edition, address)
            yield address, partial(_make, shelf, address, "questionnaire.html", page)


def _make(shelf: Shelf, address: str, template: str, present: Callable[[], Any]) -> bytes:
    page = present()
    stub = shelf.stubs[address.count("/")]
    title = " · ".join([plain_text(each) for each in (page.title, *_context(page))])
    return stub.fill(
        title=title,
        description=_description(page),
        address=address,
        body=render(template, page, shelf.words),
    )


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


def _same(page: Any) -> Any:
    return page


def _agency_address(cohort: Cohort, agency: str) -> str:
    return agency_address(cohort.publication.questionnaire, cohort.publication.period, agency)


def _shelf(collected: Collected, language: str, prefix: str, stubs: Mapping[int, Stub]) -> Shelf:
    named = words(language)
    first = collected.workspace.settings.languages[0]
    said_in = "" if language == first else first
    editions = {
        key: edition_of(each, language, said_in, named, drawer(named))
        for key, each in collected.translated[language].items()
    }
    register = collected.workspace.register
    children: dict[str, list[Agency]] = {}
    for agency in register.agencies.values():
        if agency.parent is not None:
            children.setdefault(agency.parent, []).append(agency)
    for each in children.values():
        each.sort(key=lambda agency: (sort_key(agency.name_in(language)), agency.id))
    around = Surroundings(
        settings=collected.workspace.settings,
        register=register,
        cohorts=collected.cohorts,
        editions=editions,
        children=children,
        predecessors=register.predecessors(),
        recounts=collected.recounts,
        followed=collected.followed,
    )
    return Shelf(language=language, prefix=prefix, stubs=stubs, words=named, around=around)
