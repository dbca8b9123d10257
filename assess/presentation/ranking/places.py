"""Agencies in their places on a grid, as a map of tiles."""

from collections.abc import Iterator, Sequence

from assess.charts import Tile, tiles
from assess.model import Agency
from assess.presentation import pages
from assess.presentation.addresses import agency_address, way
from assess.presentation.edition import Edition
from assess.presentation.ranking.groups import Ranked
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import Markup, plain_text, score_text
from assess.ranking import Cohort, Record


def tile_map(around: Surroundings, cohort: Cohort, here: str, group: Ranked) -> pages.TileMap | None:
    """Return a map of a group; None where too few of its agencies have a place on the grid, or there are no levels.

    Those without a result are on it too. Where two share a place, the first is shown: by rank, results first.
    """
    edition, agencies = around.edition(cohort), around.register.agencies
    shown: dict[tuple[int, int], tuple[Agency, Record | None]] = {}
    for record in group.records:
        _put(shown, agencies[record.agency], record)
    if len(shown) < max(1, edition.questionnaire.ranking.min_group) or not edition.levels:
        return None
    for agency in (*(each for found in group.awaiting.values() for each in found), *group.absent):
        _put(shown, agency, None)
    names = short_names([agency.name_in(edition.language) for agency, _ in shown.values()])
    chart = tiles(
        prefix=f"tiles-{group.id}",
        title=edition.words["tiles_title"].format(group=group.title, period=cohort.publication.period),
        description=edition.words["tiles_note"],
        places=[
            _tile(edition, cohort, here, agency, record, name)
            for (agency, record), name in sorted(zip(shown.values(), names, strict=True), key=_row_by_row)
        ],
    )
    return pages.TileMap(title=edition.words["tiles"], chart=Markup(chart), levels=tuple(edition.levels.values()))


def short_names(names: Sequence[str]) -> Iterator[str]:
    """Yield names without the words that all of them begin with, such as "Tỉnh" or "Province of"."""
    split = [name.split() for name in names]
    least = min(map(len, split), default=1) - 1
    same = 0
    while len(split) > 1 and same < least and len({words[same] for words in split}) == 1:
        same += 1
    for words in split:
        yield " ".join(words[same:])


def _put(shown: dict[tuple[int, int], tuple[Agency, Record | None]], agency: Agency, record: Record | None) -> None:
    if agency.grid is not None:
        shown.setdefault(agency.grid, (agency, record))


def _row_by_row(placed: tuple[tuple[Agency, Record | None], str]) -> tuple[int, int]:
    """Return the key of the order in which tiles are read, and reached by keyboard."""
    column, row = placed[0][0].grid or (0, 0)
    return row, column


def _tile(edition: Edition, cohort: Cohort, here: str, agency: Agency, record: Record | None, name: str) -> Tile:
    publication, words = cohort.publication, edition.words
    level = edition.levels[record.level] if record is not None and record.level else None
    score = score_text(record.value, edition.questionnaire.scale, edition.language) if record is not None else ""
    facts = {
        "name": agency.name_in(edition.language),
        "score": score,
        "level": plain_text(f"{level.id} {level.title}".strip()) if level else words["no_level"].lower(),
    }
    told = words["tile" if score else "tile_none"].format_map(facts)
    column, row = agency.grid or (0, 0)
    return Tile(
        column=column,
        row=row,
        href=way(here, agency_address(publication.questionnaire, publication.period, agency.id)) if record else "",
        name=name,
        label=told,
        mark=(level.id if level else "") or score or words["none"],
        step=level.step if level else 0,
    )
