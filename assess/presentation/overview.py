"""A cohort at a glance, for those who see it first: how its groups spread, and where their medians stand."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assess.charts import SHAPES, dots, stacks
from assess.model.arithmetic import EXACT
from assess.presentation import pages
from assess.presentation.amounts import share_text
from assess.presentation.changes import earlier
from assess.presentation.edition import Branch, Edition
from assess.presentation.movement import moves_since
from assess.presentation.moving import movers_of, shift_glance, uncompared
from assess.presentation.ranking.groups import Ranked
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import Markup, percent_of, percent_text, plain_text, score_text
from assess.ranking import Cohort, Record

GROUPS_SHOWN = 12
"""With more groups that are ranked apart, they are shown as one, and medians are left to the ranking itself."""


class Shown(NamedTuple):
    """A group that is large enough to be told of."""

    id: str
    title: str
    records: Sequence[Record]


def overview_of(around: Surroundings, cohort: Cohort, ranked: Sequence[Ranked], prefix: str) -> pages.Overview:
    """Return a cohort at a glance, of its `ranked` groups; those that are too small are only named.

    The ids in its charts begin with `prefix`.
    """
    edition = around.edition(cohort)
    least = cohort.questionnaire.ranking.min_group
    groups = [Shown(each.id, each.title, each.records) for each in ranked if each.records]
    large = [each for each in groups if len(each.records) >= least and each.id]
    other = earlier(around, cohort)
    moves = moves_since(around, cohort, other) if other is not None else ()
    apart = large if len(groups) <= GROUPS_SHOWN else []
    names = [(each.id, plain_text(each.title)) for each in apart]
    return pages.Overview(
        spread=_spread(edition, apart or _all(edition, cohort, least), f"{prefix}-spread"),
        dimensions=_dimensions(edition, cohort, apart, f"{prefix}-dots"),
        shift=shift_glance(edition, other, moves, names, f"{prefix}-shift") if other is not None else None,
        movers=movers_of(around, cohort, other, moves) if other is not None else None,
        notes=tuple(_notes(around, cohort, groups, other, bool(moves))),
    )


def _all(edition: Edition, cohort: Cohort, least: int) -> list[Shown]:
    """Return all agencies as one group, where there are enough."""
    records = list(cohort.records.values())
    return [Shown("", edition.words["all_agencies"], records)] if len(records) >= least else []


def _notes(
    around: Surroundings, cohort: Cohort, groups: Sequence[Shown], other: Cohort | None, compared: bool
) -> Iterator[str]:
    words, least = around.words, cohort.questionnaire.ranking.min_group
    if not groups:
        yield words["overview_nothing"]
    few = [each for each in groups if len(each.records) < least and each.id]
    if few and len(groups) <= GROUPS_SHOWN:
        named = "; ".join(f"{plain_text(each.title)} ({len(each.records)})" for each in few)
        yield words["overview_few"].format(groups=named, least=least)
    if other is not None and not compared:
        yield uncompared(around, cohort, other)


def _spread(edition: Edition, groups: Sequence[Shown], prefix: str) -> pages.Glance | None:
    if not groups or not edition.levels:
        return None
    counted = [Counter(record.level for record in each.records) for each in groups]
    shown: list[str | None] = [*edition.levels, *([None] if any(each[None] for each in counted) else [])]
    rows = [[each[level] for level in shown] for each in counted]
    levels = tuple(edition.levels[each] if each is not None else None for each in shown)
    columns = tuple(_level_name(edition, each) for each in levels)
    heading = _spread_heading(edition, sum(counted, Counter()))
    labels = tuple(
        edition.words["group_of"].format(group=plain_text(each.title), count=len(each.records)) for each in groups
    )
    chart = stacks(
        prefix=prefix,
        title=heading,
        description="; ".join(_row_told(label, columns, row) for label, row in zip(labels, rows, strict=True)),
        labels=labels,
        steps=tuple(each.step if each else 0 for each in levels),
        counts=rows,
    )
    return pages.Glance(
        heading=heading,
        chart=Markup(chart),
        head=edition.words["agencies"],
        columns=columns,
        rows=tuple(_spread_row(edition, label, row) for label, row in zip(labels, rows, strict=True)),
        levels=levels,
    )


def _spread_heading(edition: Edition, counted: Counter[str | None]) -> str:
    """Return how many reach the last but one level or more; of fewer than four levels, the last."""
    levels = edition.questionnaire.levels
    first = levels[-2 if len(levels) > 3 else -1]
    high = sum(counted[each.id] for each in levels[levels.index(first) :])
    key = "spread_heading" if first is not levels[-1] else "spread_heading_last"
    return edition.words[key].format(count=high, of=counted.total(), level=_level_said(edition.levels[first.id]))


def _level_said(level: pages.Level) -> str:
    """Return a level in a heading: "4 (Nâng cao)", or its title where its id is a word."""
    title = plain_text(level.title)
    return f"{level.id} ({title})" if level.id else title


def _level_name(edition: Edition, level: pages.Level | None) -> str:
    if level is None:
        return edition.words["no_level"]
    return f"{level.id}. {plain_text(level.title)}".removeprefix(". ")


def _row_told(label: str, columns: Sequence[str], row: Sequence[int]) -> str:
    return f"{label} – " + ", ".join(f"{name}: {count}" for name, count in zip(columns, row, strict=True))


def _spread_row(edition: Edition, label: str, row: Sequence[int]) -> pages.NamedRow:
    total = Decimal(sum(row) or 1)
    shares = (percent_text(EXACT.divide(Decimal(count), total), edition.language) for count in row)
    return pages.NamedRow(
        name=label, cells=tuple(f"{count} ({share})" for count, share in zip(row, shares, strict=True))
    )


def _dimensions(edition: Edition, cohort: Cohort, groups: Sequence[Shown], prefix: str) -> pages.Glance | None:
    """Return the medians of the whole and of each dimension, group beside group."""
    known = [each for each in groups if cohort.medians.get(each.id, (None,))[0] is not None]
    tops = [(n, branch) for n, branch in enumerate((b for b in edition.branches if b.depth == 0), 1) if branch.counts]
    if not known:
        return None
    words, columns = edition.words, tuple(plain_text(each.title) for each in known)
    rows: list[tuple[int, str, Branch | None]] = [(0, words["overall"], None)]
    rows += [(n, branch.dimension.title.text, branch) for n, branch in tops]
    values = [[cohort.medians[group.id][n] for group in known] for n, _, _ in rows]
    texts = [
        tuple(_median_text(edition, branch, each) for each in row)
        for row, (_, _, branch) in zip(values, rows, strict=True)
    ]
    labels = tuple(label for _, label, _ in rows)
    whole = "; ".join(f"{name} {text}" for name, text in zip(columns, texts[0], strict=True))
    heading = (
        words["medians_heading"].format(medians=whole) if len(known) < len(SHAPES) else words["medians_by_dimension"]
    )
    chart = dots(
        prefix=prefix,
        title=heading,
        description="; ".join(
            f"{label} – " + ", ".join(f"{name}: {text}" for name, text in zip(columns, row, strict=True))
            for label, row in zip(labels, texts, strict=True)
        ),
        labels=labels,
        values=[[percent_of(each) for each in row] for row in values],
        texts=texts,
    )
    return pages.Glance(
        heading=heading,
        chart=Markup(chart),
        head=words["dimension"],
        columns=columns,
        rows=tuple(pages.NamedRow(name=label, cells=row) for label, row in zip(labels, texts, strict=True)),
        signs=tuple(zip(SHAPES, columns, strict=False)) if chart and len(columns) > 1 else (),
    )


def _median_text(edition: Edition, branch: Branch | None, value: Decimal | None) -> str:
    if branch is None or not branch.adds:
        return score_text(value, edition.questionnaire.scale, edition.language) or edition.words["none"]
    return share_text(edition, value, branch.most) or edition.words["none"]
