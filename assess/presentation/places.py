"""The page of a place, an agency with those that belong to it; and the list of all places."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from assess.charts import meter
from assess.model import Agency
from assess.presentation import pages
from assess.presentation.addresses import agency_address, place_address, ranking_address, way
from assess.presentation.changes import change_since, earlier
from assess.presentation.pages.places import PlaceEntry, PlacePage, PlaceResult, PlaceRow, PlacesPage
from assess.presentation.ranking.glance import counted_spread
from assess.presentation.ranking.groups import is_expected, rank_text, withdrawals
from assess.presentation.surroundings import Surroundings, kind_name
from assess.presentation.wording import Markup, change_text, percent_of, said, score_text, sort_key
from assess.ranking import Cohort, Record


def places_of(around: Surroundings) -> Sequence[Agency]:
    """Return every agency that has a page as a place, by name: some below it has a result, or is expected to."""
    found = [around.register.agencies[each] for each in around.children if is_place(around, each)]
    return sorted(found, key=lambda each: (sort_key(each.name_in(around.language)), each.id))


def is_place(around: Surroundings, agency: str) -> bool:
    """Return whether an agency has a page as a place: whether some below it has a result, or is expected to."""
    children = around.children.get(agency, ())
    return any(_is_shown(cohort, child) for cohort in around.latest() for child in children)


def places_page(around: Surroundings, places: Sequence[Agency]) -> PlacesPage:
    """Return the list of all places, with how many below each have a result."""
    words, here = around.words, place_address()
    cohorts, kinds = around.latest(), {each.kind for each in places}
    return PlacesPage(
        title=words["places"],
        crumbs=(pages.Link(text=words["home"], href=way(here, "")), pages.Link(text=words["places"], href="")),
        lead=words["places_lead"],
        heads=tuple(_named(around, each) for each in cohorts),
        rows=tuple(_entry(around, cohorts, each, kinds, here) for each in places),
    )


def place_page(around: Surroundings, agency: Agency) -> PlacePage:
    """Return the page of one place."""
    words, language, here = around.words, around.language, place_address(agency.id)
    name = agency.name_in(language)
    shown = [each for each in around.latest() if any(_is_shown(each, child) for child in _below(around, agency))]
    return PlacePage(
        title=name,
        kind=f"{words['place']} · {kind_name(around, agency.kind, language)}",
        crumbs=(
            pages.Link(text=words["home"], href=way(here, "")),
            pages.Link(text=words["places"], href=way(here, place_address())),
            pages.Link(text=name, href=""),
        ),
        lead=words["place_lead"].format(name=name),
        results=tuple(_result(around, cohort, here, agency) for cohort in shown),
    )


def _below(around: Surroundings, agency: Agency) -> Sequence[Agency]:
    return around.children.get(agency.id, ())


def _is_shown(cohort: Cohort, agency: Agency) -> bool:
    """Return whether an agency may be named in a cohort: it has a result, or is expected to, or had one taken back."""
    return agency.id in cohort.records or is_expected(cohort, agency)


def _named(around: Surroundings, cohort: Cohort) -> str:
    edition = around.edition(cohort)
    return said(edition.questionnaire.title, around.language)


def _entry(
    around: Surroundings, cohorts: Sequence[Cohort], agency: Agency, kinds: Collection[str], here: str
) -> PlaceEntry:
    """Return a place in the list; its kind is told where places are of several `kinds`."""
    name = agency.name_in(around.language)
    counts = []
    for cohort in cohorts:
        shown = [each for each in _below(around, agency) if _is_shown(cohort, each)]
        received = sum(each.id in cohort.records for each in shown)
        counts.append(around.words["points_of"].format(points=received, of=len(shown)) if shown else "")
    return PlaceEntry(
        name=name,
        href=way(here, place_address(agency.id)),
        kind="" if len(kinds) == 1 else kind_name(around, agency.kind, around.language),
        counts=tuple(counts),
    )


def _result(around: Surroundings, cohort: Cohort, here: str, agency: Agency) -> PlaceResult:
    edition, publication = around.edition(cohort), cohort.publication
    words = edition.words
    title = said(edition.questionnaire.title, edition.language)
    below = [each for each in _below(around, agency) if _is_shown(cohort, each)]
    records = [cohort.records[each.id] for each in below if each.id in cohort.records]
    own = cohort.records.get(agency.id)
    enough = len(records) >= edition.questionnaire.ranking.min_group
    address = agency_address(publication.questionnaire, publication.period, agency.id)
    return PlaceResult(
        id=f"q-{publication.questionnaire}",
        title=title,
        period=publication.period,
        ranking=pages.Link(
            text=words["see_ranking"], href=way(here, ranking_address(publication.questionnaire, publication.period))
        ),
        caption=words["place_caption"].format(name=agency.name_in(edition.language), period=publication.period),
        own=pages.Link(text=agency.name_in(edition.language), href=way(here, address)) if own else None,
        figures=tuple(_figures(around, cohort, agency, own, len(records), len(below))),
        level=edition.levels[own.level] if own and own.level else None,
        rows=tuple(_row(around, cohort, here, each) for each in _in_order(around, cohort, records)),
        distribution=counted_spread(
            edition, Counter(each.level for each in records), f"levels-{publication.questionnaire}"
        )
        if enough
        else None,
        missing=tuple(_missing(around, cohort, here, below)),
    )


def _figures(
    around: Surroundings, cohort: Cohort, agency: Agency, own: Record | None, received: int, expected: int
) -> Iterator[pages.Figure]:
    edition = around.edition(cohort)
    words = edition.words
    if own is not None:
        standing = cohort.standings[agency.id]
        score = score_text(own.value, edition.questionnaire.scale, edition.language)
        yield pages.Figure(name=words["place_own"], value=score or words["none"])
        if standing.rank is not None:
            of = words["place_rank_of"].format(count=standing.of)
            yield pages.Figure(name=words["rank"], value=rank_text(standing, edition.language), note=of)
    note = words["place_expected"].format(count=expected)
    yield pages.Figure(name=words["place_received"], value=str(received), note=note)


def _in_order(around: Surroundings, cohort: Cohort, records: Sequence[Record]) -> Sequence[Record]:
    """Return records by rank, those without one at the end; equal ones by name."""
    agencies, language = around.register.agencies, around.language

    def place(record: Record) -> tuple[object, ...]:
        """Return the key of the order."""
        rank = cohort.standings[record.agency].rank
        return (rank is None, rank or 0, sort_key(agencies[record.agency].name_in(language)), record.agency)

    return sorted(records, key=place)


def _row(around: Surroundings, cohort: Cohort, here: str, record: Record) -> PlaceRow:
    edition, publication = around.edition(cohort), cohort.publication
    agency, standing = around.register.agencies[record.agency], cohort.standings[record.agency]
    other, words = earlier(around, cohort), edition.words
    change = change_since(around, cohort, other, agency) if other is not None else None
    name = agency.name_in(edition.language)
    reason = edition.why("unranked", standing.reason)
    return PlaceRow(
        rank=rank_text(standing, edition.language) or words["none"],
        name=name,
        href=way(here, agency_address(publication.questionnaire, publication.period, agency.id)),
        score=score_text(record.value, edition.questionnaire.scale, edition.language) or words["none"],
        percent=percent_of(record.value),
        bar=Markup(meter(percent_of(record.value))),
        level=edition.levels[record.level] if record.level else None,
        change="" if change is None else change_text(change, edition.questionnaire.scale, edition.language),
        note=f"{words['unranked']}: {reason}" if reason else "",
    )


def _missing(
    around: Surroundings, cohort: Cohort, here: str, below: Sequence[Agency]
) -> Iterator[tuple[str, tuple[pages.Link, ...]]]:
    """Yield those without a result, by why there is none; results that were taken back lead to their notice."""
    publication, words = cohort.publication, around.words
    gone = {each.agency for each in withdrawals(around, cohort)}
    found: dict[str, list[pages.Link]] = {}
    for each in below:
        if each.id not in cohort.records:
            why = f"awaiting_{cohort.awaiting[each.id]}" if each.id in cohort.awaiting else "not_received"
            why = "withdrawn" if each.id in gone else why
            address = agency_address(publication.questionnaire, publication.period, each.id)
            link = way(here, address) if each.id in gone else ""
            found.setdefault(why, []).append(pages.Link(text=each.name_in(around.language), href=link))
    for why, links in found.items():
        yield words[why], tuple(links)
