"""The heatmap of a cohort: every agency in every dimension at the top, coloured by level."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assess.presentation import pages
from assess.presentation.addresses import agency_address, heatmap_address, questionnaire_address, ranking_address, way
from assess.presentation.amounts import share_text
from assess.presentation.channels import origin
from assess.presentation.columns import Column, column_text, dimension_columns, has_dimension_columns
from assess.presentation.edition import Edition
from assess.presentation.periods import period_links
from assess.presentation.ranking.choices import choices_of
from assess.presentation.ranking.groups import Ranked, rank_text, ranked_groups
from assess.presentation.ranking.rows import filed_under
from assess.presentation.surroundings import Surroundings
from assess.presentation.views import views_of
from assess.presentation.wording import plain_text, said, score_text
from assess.ranking import Cohort, Record


def heatmap_page(around: Surroundings, cohort: Cohort) -> pages.HeatmapPage:
    """Return the heatmap of one cohort; see `has_dimension_columns`."""
    edition, publication = around.edition(cohort), cohort.publication
    words, questionnaire = edition.words, edition.questionnaire
    here = heatmap_address(questionnaire.id, publication.period)
    title = said(questionnaire.title, edition.language)
    version = way(here, questionnaire_address(questionnaire.id, questionnaire.version))
    by = origin(edition, publication.channel)
    return pages.HeatmapPage(
        title=f"{words['heatmap']}: {plain_text(title)}",
        questionnaire=pages.Link(text=title, href=version),
        crumbs=(
            pages.Link(text=words["home"], href=way(here, "")),
            pages.Link(text=title, href=way(here, questionnaire_address(questionnaire.id))),
            pages.Link(
                text=f"{words['period']} {publication.period}",
                href=way(here, ranking_address(questionnaire.id, publication.period)),
            ),
            pages.Link(text=words["heatmap"], href=""),
        ),
        period=publication.period,
        lead=words["origin_score"].format(origin=by) if by else "",
        groups=tuple(_groups(around, cohort, here)),
        choices=tuple(each for each in choices_of(around, cohort) if each.name != "level"),  # a level for each cell
        bands=edition.bands,
        views=views_of(around, cohort, here),
        periods=period_links(around, cohort, here, heatmap_address, lambda other: has_dimension_columns(around, other)),
        notes=tuple(_notes(edition, cohort)),
    )


def _groups(around: Surroundings, cohort: Cohort, here: str) -> Iterator[pages.HeatGroup]:
    edition = around.edition(cohort)
    for group in ranked_groups(around, cohort):
        columns = dimension_columns(edition, cohort, group.records)
        if columns:
            title = group.title or edition.words["without_group"]
            yield pages.HeatGroup(
                id=f"k-{group.id}" if group.id else "without-group",
                title=title,
                caption=edition.words["heatmap_caption"].format(group=title, period=cohort.publication.period),
                columns=tuple(_column(edition, each) for each in columns),
                rows=tuple(_row(around, cohort, here, each, columns) for each in group.records),
                medians=tuple(_medians(edition, cohort, group, columns)),
            )


def _column(edition: Edition, column: Column) -> pages.HeatColumn:
    branch = column.branch
    most = share_text(edition, Decimal(1), branch.most) if branch.adds else ""
    return pages.HeatColumn(
        title=f"{branch.dimension.number} {branch.dimension.title.text}".strip(),
        most=edition.words["heatmap_most"].format(points=most) if most else "",
        name=branch.dimension.id,
    )


def _row(around: Surroundings, cohort: Cohort, here: str, record: Record, columns: Sequence[Column]) -> pages.HeatRow:
    edition, agency = around.edition(cohort), around.register.agencies[record.agency]
    none = edition.words["none"]
    score = score_text(record.value, edition.questionnaire.scale, edition.language) or none
    reached = edition.levels[record.level] if record.level else None
    address = agency_address(cohort.publication.questionnaire, cohort.publication.period, agency.id)
    return pages.HeatRow(
        name=agency.name_in(edition.language),
        href=way(here, address),
        rank=rank_text(cohort.standings[agency.id], edition.language) or none,
        cells=(
            pages.HeatCell(text=score, step=reached.step if reached else 0),
            *(
                _cell(edition, column_text(edition, each, record) or none, record.dimensions[each.place])
                for each in columns
            ),
        ),
        **filed_under(around, agency),
    )


def _cell(edition: Edition, text: str, value: Decimal | None) -> pages.HeatCell:
    level = edition.level_at(value)
    return pages.HeatCell(text=text, step=level.step if level else 0)


def _medians(edition: Edition, cohort: Cohort, group: Ranked, columns: Sequence[Column]) -> Iterator[pages.HeatCell]:
    """Yield the medians of the whole and of each column; nothing where too few agencies have a rank."""
    medians, none = cohort.medians.get(group.id, ()), edition.words["none"]
    if not medians or all(each is None for each in medians):
        return
    yield _cell(edition, score_text(medians[0], edition.questionnaire.scale, edition.language) or none, medians[0])
    for each in columns:
        value = medians[each.place + 1]
        most = each.branch.most if each.branch.adds else None
        yield _cell(edition, share_text(edition, value, most) or none, value)


def _notes(edition: Edition, cohort: Cohort) -> Iterator[str]:
    words = edition.words
    yield words["heatmap_note" if edition.levels else "heatmap_note_plain"]
    if any(each.depth == 0 and each.adds and each.counts for each in edition.branches):
        yield words["heatmap_note_points"]
    yield words["heatmap_note_median"]
