"""The page of a dimension in one cohort: how agencies spread in it, who leads, and what they do."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from assess.model import Dimension
from assess.model.conditions import key_of
from assess.presentation import pages
from assess.presentation.addresses import dimension_address, way
from assess.presentation.changes import difference, earlier
from assess.presentation.edition import Branch, Edition, dimension_anchor
from assess.presentation.pages.dimension import DimensionPage
from assess.presentation.pages.pools import PoolResult, PoolTable
from assess.presentation.parts.around import (
    amount,
    amount_alone,
    crumbs,
    difference_text,
    dimension_link,
    periods_with,
    questionnaire_link,
    titled,
)
from assess.presentation.parts.lists import dimension_rows, pool_table, question_rows
from assess.presentation.parts.pools import Pool, pool_title, pools_of, told_apart
from assess.presentation.parts.results import drawn_spread, fronts, more_text, notes, practice_row
from assess.presentation.parts.spreads import Spread, leading_quarter, levels_of, spread_of
from assess.presentation.parts.told import Practice, practice_of
from assess.presentation.ranking.glance import counted_spread
from assess.presentation.surroundings import Surroundings
from assess.presentation.views import views_of
from assess.presentation.wording import said
from assess.ranking import Cohort

PRACTICES = 5


def dimension_page(around: Surroundings, cohort: Cohort, branch: Branch) -> DimensionPage:
    """Return the page of one dimension of the questionnaire that a cohort answered."""
    edition, dimension, publication = around.edition(cohort), branch.dimension, cohort.publication
    words, language = edition.words, edition.language
    at = partial(dimension_address, dimension=dimension.id)
    here = at(publication.questionnaire, publication.period)
    list_address = dimension_address(publication.questionnaire, publication.period)
    title = titled(dimension, language)
    before, after = _beside(edition, branch)
    above = _above(edition, branch)
    return DimensionPage(
        title=title,
        kind=_tier(edition, branch),
        crumbs=crumbs(
            around,
            cohort,
            here,
            pages.Link(text=words["dimensions"], href=way(here, list_address)),
            *([dimension_link(around, cohort, here, above)] if above else []),
            pages.Link(text=title, href=""),
        ),
        period=publication.period,
        questionnaire=questionnaire_link(around, cohort, here),
        views=views_of(around, cohort, here),
        periods=periods_with(around, cohort, here, at, lambda other: key_of(dimension.id) in other.questionnaire.nodes),
        lead=said(dimension.description, language) or words["dimension_lead"].format(period=publication.period),
        pools=tuple(_result(around, cohort, here, branch, each) for each in _shown(cohort, branch)),
        levels=tuple(_levels(edition, branch)),
        tables=tuple(_tables(around, cohort, here, branch)),
        above=dimension_link(around, cohort, here, above) if above else None,
        previous=dimension_link(around, cohort, here, before) if before else None,
        following=dimension_link(around, cohort, here, after) if after else None,
        notes=tuple(_notes(around, cohort, branch)),
    )


def _tier(edition: Edition, branch: Branch) -> str:
    tiers = edition.questionnaire.tiers
    if branch.depth < len(tiers):
        return said(tiers[branch.depth].title, edition.language)
    return edition.words["dimension"]


def _shown(cohort: Cohort, branch: Branch) -> tuple[Pool, ...]:
    """Return the pools that are told of; none where a dimension has no value that could be compared."""
    return () if not branch.counts or key_of(branch.dimension.id) in told_apart(cohort) else pools_of(cohort)


def _notes(around: Surroundings, cohort: Cohort, branch: Branch) -> Iterator[str]:
    edition = around.edition(cohort)
    if key_of(branch.dimension.id) in told_apart(cohort):
        yield edition.words["apart_note"]
    elif not branch.counts:
        yield edition.words["recorded_only"]
    else:
        yield from notes(around, cohort)


def _result(around: Surroundings, cohort: Cohort, here: str, branch: Branch, pool: Pool) -> PoolResult:
    edition, key = around.edition(cohort), key_of(branch.dimension.id)
    result = PoolResult(id=f"k-{pool.id}", title=pool_title(around, cohort, pool))
    spread = spread_of(cohort, pool.id, key)
    if spread is None:
        asked = any(each.kind in branch.kinds for each in pool.records)
        word = "pool_small" if asked else "pool_not_asked"
        return replace(result, small=edition.words[word].format(count=edition.questionnaire.ranking.min_group))
    score, levels = partial(amount, edition, branch), levels_of(cohort, pool.id, key)
    anchor = f"#{dimension_anchor(branch.dimension.id)}" if branch.dimension.questions else ""
    first = leading_quarter(cohort, pool.id, key)
    found = sorted(_practices(cohort, pool, branch.dimension), key=lambda each: -each.gap)[:PRACTICES]
    lead = edition.words["best_do_dimension"].format(first=len(first or ()), rest=spread.size - len(first or ()))
    return replace(
        result,
        figures=tuple(_figures(around, cohort, branch, pool, spread)),
        histogram=drawn_spread(edition, branch, spread, f"spread-{pool.id}", partial(amount_alone, edition, branch)),
        levels=counted_spread(edition, levels, f"levels-{pool.id}") if set(levels) != {None} else None,
        leaders_title=edition.words["leaders"],
        leaders=tuple(fronts(around, cohort, here, spread.leaders, anchor, score)),
        more=more_text(edition, spread),
        practice_lead=lead if found else "",
        practices=tuple(practice_row(around, cohort, here, each) for each in found),
    )


def _practices(cohort: Cohort, pool: Pool, dimension: Dimension) -> Iterator[Practice]:
    """Yield in what those who lead in a dimension stand above the rest, for each of its questions that counts."""
    for question in dimension.every_question():
        if question.scored:
            found = practice_of(cohort, pool.id, key_of(dimension.id), question.id)
            if found is not None:
                yield found


def _figures(
    around: Surroundings, cohort: Cohort, branch: Branch, pool: Pool, spread: Spread
) -> Iterator[pages.Figure]:
    edition = around.edition(cohort)
    words = edition.words
    yield pages.Figure(name=words["median"], value=amount(edition, branch, spread.median))
    low, high = (amount_alone(edition, branch, each) for each in spread.quartiles)
    yield pages.Figure(name=words["middle_half"], value=words["from_to"].format(low=low, high=high))
    other = earlier(around, cohort)
    if other is not None and _alike(cohort, other) and any(each.id == pool.id for each in pools_of(other)):
        before = spread_of(other, pool.id, key_of(branch.dimension.id))
        change = difference((spread.median, before.median)) if before else None
        if change is not None:
            yield pages.Figure(
                name=words["parts_median_change"],
                value=difference_text(edition, branch, change),
                note=words["parts_median_since"].format(period=other.publication.period),
            )
    counted = words["pool_counted_of"].format(count=len(pool.records))
    yield pages.Figure(name=words["pool_counted"], value=str(spread.size), note=counted)


def _alike(cohort: Cohort, other: Cohort) -> bool:
    """Return whether medians of two cohorts can be compared: they are of the same version, in the same channel."""
    this, that = cohort.publication, other.publication
    return (this.version, this.channel) == (that.version, that.channel)


def _levels(edition: Edition, branch: Branch) -> Iterator[pages.LevelBand]:
    """Yield what agencies of each level do in a dimension, where the questionnaire says so."""
    told = branch.dimension.levels
    for level, band in zip(edition.questionnaire.levels, edition.bands, strict=True):
        if level.id in told:
            yield band._replace(description=said(told[level.id], edition.language))


def _tables(around: Surroundings, cohort: Cohort, here: str, branch: Branch) -> Iterator[PoolTable]:
    edition, dimension = around.edition(cohort), branch.dimension
    if dimension.dimensions:
        below = [each for each in edition.branches if each.dimension in dimension.dimensions]
        rows = dimension_rows(around, cohort, here, below)
        yield pool_table(around, cohort, "below", "below_dimension", rows)
    if dimension.questions:
        yield pool_table(around, cohort, "questions", "questions", question_rows(around, cohort, here, dimension))


def _beside(edition: Edition, branch: Branch) -> tuple[Dimension | None, Dimension | None]:
    """Return the dimensions before and after one, of all those as deep as it."""
    same = [each.dimension for each in edition.branches if each.depth == branch.depth]
    place = same.index(branch.dimension)
    return (same[place - 1] if place else None, same[place + 1] if place + 1 < len(same) else None)


def _above(edition: Edition, branch: Branch) -> Dimension | None:
    """Return the dimension that holds one; None for the questionnaire's own."""
    return next((each.dimension for each in edition.branches if branch.dimension in each.dimension.dimensions), None)
