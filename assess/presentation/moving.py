"""How a cohort moved since the earlier period, in words and charts: its medians, and who moved most."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from assess.charts import ThenNow, shifts
from assess.model.arithmetic import compared
from assess.presentation import pages
from assess.presentation.addresses import agency_address
from assess.presentation.edition import Edition
from assess.presentation.movement import Move, Shift, direction, shift_of
from assess.presentation.surroundings import Surroundings, group_name
from assess.presentation.wording import Markup, change_text, decimal_text, percent_of, score_text, sort_key
from assess.ranking import Cohort

NAMED: Final = 4
"""More groups than these are not told one by one in a sentence."""
MOVERS: Final = 4
MOVERS_AT_MOST: Final = 6
"""So many are shown where several share the last change; with more of them, the rest of those are only counted."""


def uncompared(around: Surroundings, cohort: Cohort, other: Cohort) -> str:
    """Return why the results of the earlier period are not compared with these."""
    this, that = cohort.publication, other.publication
    if this.channel != that.channel:
        before, now = (around.words[f"channel_{each}"] for each in (that.channel, this.channel))
        return around.words["uncompared_channels"].format(period=that.period, before=before, now=now)
    key = "uncompared_nobody" if this.version == that.version else "uncompared_versions"
    return around.words[key].format(period=that.period)


def shift_glance(
    edition: Edition, other: Cohort, moves: Sequence[Move], groups: Sequence[tuple[str, str]], prefix: str
) -> pages.Glance | None:
    """Return how the medians of the groups (id and name) moved; None where none has enough agencies to compare."""
    least = edition.questionnaire.ranking.min_group
    found = [(name, shift_of([move for move in moves if move.group == key], least)) for key, name in groups]
    rows = [(name, shift) for name, shift in found if shift is not None]
    if not rows:
        return None
    words, scale, language = edition.words, edition.questionnaire.scale, edition.language
    texts = [change_text(shift.change, scale, language) for _, shift in rows]
    then, now = ([score_text(each, scale, language) for each in column] for column in _columns(rows))
    heading = _heading(edition, rows, texts, other.publication.period)
    chart = shifts(
        prefix=prefix,
        title=heading,
        description="; ".join(
            f"{name}: {one} → {two} ({text})" for (name, _), one, two, text in zip(rows, then, now, texts, strict=True)
        ),
        labels=tuple(f"{name}: {one} → {two}" for (name, _), one, two in zip(rows, then, now, strict=True)),
        rows=[
            ThenNow(percent_of(shift.before) or 0.0, percent_of(shift.now) or 0.0, text)
            for (_, shift), text in zip(rows, texts, strict=True)
        ],
        ends=(decimal_text(scale.start, language), decimal_text(scale.end, language)),
    )
    cells = [(str(shift.of), one, two, text) for (_, shift), one, two, text in zip(rows, then, now, texts, strict=True)]
    return pages.Glance(
        heading=heading,
        chart=Markup(chart),
        head=words["agencies"],
        columns=(
            words["compared_count"],
            words["median_then"].format(period=other.publication.period),
            words["median_now"],
            words["change"],
        ),
        rows=tuple(pages.NamedRow(name=name, cells=row) for (name, _), row in zip(rows, cells, strict=True)),
        told=_compared(edition, rows),
    )


def _compared(edition: Edition, rows: Sequence[tuple[str, Shift]]) -> str:
    """Return how many agencies are compared, group by group, or all together where there are many groups."""
    if len(rows) > NAMED:
        return edition.words["compared_all"].format(count=sum(shift.of for _, shift in rows))
    return edition.words["compared_of"].format(groups="; ".join(f"{name} {shift.of}" for name, shift in rows))


def _columns(rows: Sequence[tuple[str, Shift]]) -> tuple[list[Decimal], list[Decimal]]:
    return [shift.before for _, shift in rows], [shift.now for _, shift in rows]


def _heading(edition: Edition, rows: Sequence[tuple[str, Shift]], texts: Sequence[str], period: str) -> str:
    """Return what the chart shows: one group, or all in one direction with the largest change, or each with its own."""
    words, ways = edition.words, [_way(edition, shift.change) for _, shift in rows]
    top = max(range(len(rows)), key=lambda n: abs(rows[n][1].change))
    told = {"group": rows[top][0], "change": texts[top].lstrip("+−"), "period": period, "count": len(rows)}
    if len(rows) == 1:
        return words[f"shift_one_{_WAYS[ways[0]]}"].format_map(told)
    if len(set(ways)) == 1:
        return words[f"shift_all_{_WAYS[ways[0]]}"].format_map(told)
    if len(rows) > NAMED:
        counts = {"up": ways.count(1), "down": ways.count(-1), "same": ways.count(0)}
        return words["shift_many"].format_map(told | counts)
    each = "; ".join(f"{name} {text}" for (name, _), text in zip(rows, texts, strict=True))
    return words["shift_mixed"].format(changes=each, period=period)


def movers_of(around: Surroundings, cohort: Cohort, other: Cohort, moves: Sequence[Move]) -> pages.Movers | None:
    """Return who rose and who fell most; None where fewer agencies are compared than make a group."""
    edition = around.edition(cohort)
    if not moves or len(moves) < edition.questionnaire.ranking.min_group:
        return None
    words, period = edition.words, other.publication.period
    ways = [_way(edition, each.change) for each in moves]
    told = {"of": len(moves), "up": ways.count(1), "down": ways.count(-1), "same": ways.count(0), "period": period}
    lists = (_list(around, cohort, moves, way) for way in (1, -1))
    return pages.Movers(
        heading=words["movers_heading"].format_map(told),
        told=words["movers_told"].format_map(told),
        lists=tuple(each for each in lists if each.rows),
    )


def risen(edition: Edition, moves: Sequence[Move]) -> int:
    """Return how many rose, as their scores are shown."""
    return sum(_way(edition, each.change) > 0 for each in moves)


def _list(around: Surroundings, cohort: Cohort, moves: Sequence[Move], way: int) -> pages.MoverList:
    edition = around.edition(cohort)
    agencies, language = around.register.agencies, edition.language

    def place(move: Move) -> tuple[object, ...]:
        """Return the key of the order: the greatest change first, then by name."""
        return -way * compared(move.change), sort_key(agencies[move.agency].name_in(language)), move.agency

    found = _foremost([each for each in moves if _way(edition, each.change) == way], way)
    shown = sorted(found, key=place)[: MOVERS if len(found) > MOVERS_AT_MOST else None]
    more = len(found) - len(shown)
    return pages.MoverList(
        title=edition.words[f"movers_{_WAYS[way]}"],
        rows=tuple(_rows(around, cohort, shown)),
        more=edition.words["movers_more"].format(count=more) if more else "",
    )


def _foremost(moves: Sequence[Move], way: int) -> Sequence[Move]:
    """Return those who moved most in a direction, with all who share the change of the last of them."""
    ordered = sorted((way * compared(each.change) for each in moves), reverse=True)
    last = ordered[:MOVERS][-1] if ordered else None
    return [each for each in moves if last is not None and way * compared(each.change) >= last]


def _rows(around: Surroundings, cohort: Cohort, moves: Sequence[Move]) -> Iterator[pages.Mover]:
    edition, this = around.edition(cohort), cohort.publication
    scale, language = edition.questionnaire.scale, edition.language
    for each in moves:
        yield pages.Mover(
            name=around.register.agencies[each.agency].name_in(language),
            href=agency_address(this.questionnaire, this.period, each.agency),
            note=group_name(around, cohort, each.group, language),
            score=score_text(cohort.records[each.agency].value, scale, language),
            change=change_text(each.change, scale, language),
        )


def _way(edition: Edition, change: Decimal) -> int:
    scale = edition.questionnaire.scale
    return direction(change, scale.decimals, scale.end - scale.start)


_WAYS: Final = {1: "up", -1: "down", 0: "same"}
