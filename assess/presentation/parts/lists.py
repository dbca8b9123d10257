"""Tables of dimensions and of questions with a column for each pool, and the pages that list all of them."""

from collections.abc import Iterable, Iterator, Sequence

from assess.charts import meter
from assess.model import Dimension
from assess.model.conditions import key_of
from assess.presentation import pages
from assess.presentation.addresses import dimension_address, question_address, way
from assess.presentation.edition import Branch, Edition, dimension_anchor
from assess.presentation.pages.dimension import PartsPage
from assess.presentation.pages.pools import PoolCell, PoolRow, PoolTable
from assess.presentation.parts.around import amount, crumbs, periods_with, questionnaire_link
from assess.presentation.parts.pools import Pool, pools_of
from assess.presentation.parts.results import notes, pool_heads
from assess.presentation.parts.spreads import spread_of
from assess.presentation.parts.told import told_by
from assess.presentation.surroundings import Surroundings
from assess.presentation.views import views_of
from assess.presentation.wording import Markup, percent_of, percent_text, said
from assess.ranking import Cohort


def dimensions_page(around: Surroundings, cohort: Cohort) -> PartsPage:
    """Return the list of all dimensions with the median of each pool."""
    edition, publication = around.edition(cohort), cohort.publication
    words = edition.words
    here = dimension_address(publication.questionnaire, publication.period)
    rows = dimension_rows(around, cohort, here, edition.branches)
    return PartsPage(
        title=words["all_dimensions"],
        kind=said(edition.questionnaire.title, edition.language),
        crumbs=crumbs(around, cohort, here, pages.Link(text=words["dimensions"], href="")),
        period=publication.period,
        questionnaire=questionnaire_link(around, cohort, here),
        views=views_of(around, cohort, here),
        periods=periods_with(around, cohort, here, dimension_address, lambda _: True),
        lead=words["dimensions_lead"].format(period=publication.period),
        tables=(pool_table(around, cohort, "all", "all_dimensions", rows),),
        notes=tuple(notes(around, cohort)),
    )


def questions_page(around: Surroundings, cohort: Cohort) -> PartsPage:
    """Return the list of all questions, dimension by dimension, with what each pool earns."""
    edition, publication = around.edition(cohort), cohort.publication
    words = edition.words
    here = question_address(publication.questionnaire, publication.period)
    return PartsPage(
        title=words["all_questions"],
        kind=said(edition.questionnaire.title, edition.language),
        crumbs=crumbs(around, cohort, here, pages.Link(text=words["questions"], href="")),
        period=publication.period,
        questionnaire=questionnaire_link(around, cohort, here),
        views=views_of(around, cohort, here),
        periods=periods_with(around, cohort, here, question_address, lambda _: True),
        lead=words["questions_lead"].format(period=publication.period),
        tables=tuple(_sections(around, cohort, here)),
        notes=(words["questions_hint"], *notes(around, cohort)),
    )


def _sections(around: Surroundings, cohort: Cohort, here: str) -> Iterator[PoolTable]:
    edition, publication = around.edition(cohort), cohort.publication
    for branch in edition.branches:
        dimension = branch.dimension
        if dimension.questions:
            rows = question_rows(around, cohort, here, dimension)
            address = dimension_address(publication.questionnaire, publication.period, dimension.id)
            yield PoolTable(
                anchor=dimension_anchor(dimension.id),
                number=dimension.number,
                title=branch.title,
                href=way(here, address),
                path=branch.path,
                caption=f"{dimension.number} {dimension.title.text}".strip(),
                row_head=edition.words["question_head"],
                heads=pool_heads(around, cohort),
                rows=tuple(rows),
            )


def pool_table(around: Surroundings, cohort: Cohort, anchor: str, word: str, rows: Iterable[PoolRow]) -> PoolTable:
    """Return a table of dimensions or questions, titled by a word."""
    words = around.edition(cohort).words
    of_questions = anchor == "questions"
    return PoolTable(
        anchor=anchor,
        title=words[word],
        caption=words[word],
        row_head=words["question_head" if of_questions else "dimension"],
        heads=pool_heads(around, cohort),
        rows=tuple(rows),
        hint=words["questions_hint"] if of_questions else "",
    )


def dimension_rows(around: Surroundings, cohort: Cohort, here: str, branches: Sequence[Branch]) -> Iterator[PoolRow]:
    """Yield a row for each dimension, with the median of each pool."""
    least = min((each.depth for each in branches), default=0)
    publication = cohort.publication
    for branch in branches:
        address = dimension_address(publication.questionnaire, publication.period, branch.dimension.id)
        yield PoolRow(
            number=branch.dimension.number,
            title=branch.title,
            href=way(here, address),
            depth=branch.depth - least,
            cells=tuple(_median(around, cohort, branch, pool) for pool in pools_of(cohort)),
        )


def _median(around: Surroundings, cohort: Cohort, branch: Branch, pool: Pool) -> PoolCell:
    edition = around.edition(cohort)
    spread = spread_of(cohort, pool.id, key_of(branch.dimension.id)) if branch.counts else None
    if spread is None:
        return PoolCell(text=edition.words["none"])
    bar = Markup(meter(percent_of(spread.median)))
    return PoolCell(text=amount(edition, branch, spread.median), bar=bar)


def question_rows(around: Surroundings, cohort: Cohort, here: str, dimension: Dimension) -> Iterator[PoolRow]:
    """Yield a row for each question of a dimension: the median share of its points, and how many earn all of them."""
    edition, publication = around.edition(cohort), cohort.publication
    for question in dimension.questions:
        address = question_address(publication.questionnaire, publication.period, question.id)
        yield PoolRow(
            number=question.number,
            title=said(question.text, edition.language),
            href=way(here, address),
            cells=tuple(_earned(edition, cohort, question.id, pool) for pool in pools_of(cohort)),
        )


def _earned(edition: Edition, cohort: Cohort, name: str, pool: Pool) -> PoolCell:
    """Return what a pool earns at a question; without a bar, for there are hundreds of cells."""
    spread, told = spread_of(cohort, pool.id, name), told_by(cohort, pool.id, name)
    if spread is None or told is None:
        return PoolCell(text=edition.words["none"])
    return PoolCell(
        text=percent_text(spread.median, edition.language),
        note=edition.words["full_of"].format(count=spread.full, of=told.asked),
    )
