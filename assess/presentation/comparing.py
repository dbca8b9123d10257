"""Agencies beside each other: the page, and the file of numbers for each questionnaire and period that it draws from.

Every number in the files is text, rounded half up from the exact value and written as the language writes it, so that
the page says what all others say. A difference is that of the numbers shown.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple

from assess.model import Dimension
from assess.model.conditions import key_of
from assess.presentation import pages
from assess.presentation.addresses import compare_address, compared_address, names_address, ranking_address, way
from assess.presentation.amounts import share_text
from assess.presentation.changes import change_since, earlier
from assess.presentation.channels import origin
from assess.presentation.edition import Branch, Edition
from assess.presentation.ranking.groups import rank_text
from assess.presentation.surroundings import Surroundings, group_name
from assess.presentation.wording import change_text, decimal_text, percent_text, plain_number, plain_text, score_text
from assess.ranking import Cohort, Record, Standing

TEXTS: Final = (
    *("score", "level", "rank", "coverage", "none", "dimension", "version", "period", "no_score"),
    *("compare_pick", "compare_one", "compare_full", "compare_shown", "compare_failed", "compare_not_there"),
    *("compare_remove", "compare_rank", "compare_change", "compare_common", "compare_before", "compare_out_of"),
    *("compare_caption", "compare_periods", "compare_beside", "compare_beside_period", "compare_apart"),
    *("compare_radar", "compare_bars"),
)
"""The words that the script writes."""


def compare_page(around: Surroundings) -> pages.ComparePage:
    """Return the page that compares."""
    here, words = compare_address(), around.words
    return pages.ComparePage(
        title=words["compare_title"],
        lead=words["compare_lead"],
        crumbs=(
            pages.Link(text=words["home"], href=way(here, "")),
            pages.Link(text=words["compare_title"], href=""),
        ),
        choices=tuple(_choice(around, cohort, here) for cohort in around.cohorts if cohort.records),
        names=way(here, names_address()),
        root=way(here, ""),
        texts=json.dumps({each: words[each] for each in TEXTS}, ensure_ascii=False),
        example=_example(around),
    )


def _choice(around: Surroundings, cohort: Cohort, here: str) -> pages.ComparableGroup:
    publication = cohort.publication
    title = around.edition(cohort).questionnaire.title.text
    text = f"{title}, {around.words['period'].lower()} {publication.period}"
    ranking = way(here, ranking_address(publication.questionnaire, publication.period))
    return pages.ComparableGroup(
        id=f"{publication.questionnaire}/{publication.period}",
        text=text,
        data=way(here, compared_address(publication.questionnaire, publication.period)),
        ranking=pages.Link(text=text, href=ranking),
    )


def _example(around: Surroundings) -> str:
    """Return a command that compares two agencies that are published."""
    named = next((list(each.records)[:2] for each in around.cohorts if len(each.records) > 1), ["A", "B"])
    return f"assess compare {' '.join(named)}"


def compared(around: Surroundings, cohort: Cohort) -> Mapping[str, Any]:
    """Return what a questionnaire's agencies are compared by in a period.

    `dimensions` are [id, number, title, depth, most points or "", 1 where it counts]; `levels` [number, title, step];
    `groups` [title, how many are ranked]. A row is "id|score|level|rank|group|coverage|change|a value for each
    dimension", levels and groups by their place; nothing stands where there is nothing.
    """
    edition, publication = around.edition(cohort), cohort.publication
    before, scale = earlier(around, cohort), edition.questionnaire.scale
    writer = _Writer(around, cohort, edition, before, list(edition.levels), _columns(cohort, edition), {})
    rows = ["|".join(writer.row(each)) for each in cohort.records.values()]
    return {
        "period": publication.period,
        "version": publication.version,
        "channel": publication.channel,
        "origin": origin(edition, publication.channel),
        "title": edition.questionnaire.title.text,
        "scale": [decimal_text(each, around.language) for each in (scale.start, scale.end)],
        "before": before.publication.period if before else "",
        "common": before is not None and before.publication.version != publication.version,
        "levels": [[each.id, plain_text(each.title), each.step] for each in edition.levels.values()],
        "dimensions": [_dimension(each, around.language) for each in edition.branches],
        "groups": [[title, str(of)] for title, of in writer.groups],
        "rows": rows,
    }


class _Writer(NamedTuple):
    """Writes rows; `groups` grows with those that agencies are ranked in."""

    around: Surroundings
    cohort: Cohort
    edition: Edition
    before: Cohort | None
    levels: Sequence[str]
    columns: Sequence[tuple[int | None, Decimal | None]]
    groups: dict[tuple[str, int], int]

    def row(self, record: Record) -> Iterator[str]:
        """Yield the cells of a row."""
        language, scale = self.around.language, self.edition.questionnaire.scale
        standing = self.cohort.standings[record.agency]
        change = self._change(record)
        yield record.agency
        yield score_text(record.value, scale, language)
        yield str(self.levels.index(record.level)) if record.level else ""
        yield rank_text(standing, language)
        yield "" if standing.rank is None else str(self._group(standing))
        yield percent_text(record.coverage, language)
        yield "" if change is None else change_text(change, scale, language)
        yield from self._values(record)

    def _change(self, record: Record) -> Decimal | None:
        if self.before is None:
            return None
        return change_since(self.around, self.cohort, self.before, self.around.register.agencies[record.agency])

    def _group(self, standing: Standing) -> int:
        group = (group_name(self.around, self.cohort, standing.group, self.around.language), standing.of)
        return self.groups.setdefault(group, len(self.groups))

    def _values(self, record: Record) -> Iterator[str]:
        profile = record.profile
        assert profile is not None, "a published record has a profile"  # noqa: S101
        for column, most in self.columns:
            if column is None:
                yield ""
            else:
                points = None if most is None else profile.weights[column] or most
                yield share_text(self.edition, profile.values[column], points)


def _columns(cohort: Cohort, edition: Edition) -> Sequence[tuple[int | None, Decimal | None]]:
    """Return where each dimension's share stands, and its most points where points are added up.

    No share stands below what mixes channels: there a dimension has one in each of them.
    """
    places = {key: column for column, key in enumerate(cohort.shape.keys if cohort.shape else ())}
    apart = set(_below_mixed(edition.questionnaire.whole))
    keys = [(key_of(each.dimension.id), each.most if each.adds else None) for each in edition.branches]
    return [(None if key in apart else places.get(key), most) for key, most in keys]


def _below_mixed(node: Dimension, mixed: bool = False) -> Iterator[str]:
    """Yield the keys of the dimensions that stand below one that mixes channels."""
    mixed = mixed or len(node.channels) > 1
    for each in node.dimensions:
        if mixed:
            yield key_of(each.id)
        yield from _below_mixed(each, mixed)


def _dimension(branch: Branch, language: str) -> Sequence[str | int]:
    most = plain_number(branch.most, language) if branch.adds else ""
    dimension = branch.dimension
    return [dimension.id, dimension.number, dimension.title.text, branch.depth, most, int(branch.counts)]
