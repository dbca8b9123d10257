"""How sure the order of each group is, and who is in no order and why."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from assess.charts import places
from assess.model import Interval
from assess.model.arithmetic import ONE, ZERO
from assess.presentation import pages
from assess.presentation.addresses import agency_address, numbers_address, way
from assess.presentation.conditions import Speaker
from assess.presentation.edition import Edition
from assess.presentation.numbers.basis import share_of
from assess.presentation.numbers.sureness import Sureness, sureness_of
from assess.presentation.pages.numbers import Counted, GroupOrder, RankRow
from assess.presentation.ranking.groups import Ranked, rank_text
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import Markup, change_text, count_text, plain_text
from assess.ranking import Cohort, Record

DRAWN_AT_MOST: Final = 6
"""With more groups than that the table says it: a page of charts would not be read."""


AGENCIES_DRAWN: Final = 200
"""Of more agencies than that, so many are drawn at even distances: lines would lie on each other."""


def surenesses(around: Surroundings, cohort: Cohort, groups: Sequence[Ranked]) -> Mapping[str, Sureness]:
    """Return how sure the order is of each group, by id, that has an order of two or more."""
    intervals = around.intervals(cohort)
    found = {group.id: sureness_of(ranked(cohort, group), intervals) for group in groups}
    return {name: each for name, each in found.items() if each is not None}


def ranked(cohort: Cohort, group: Ranked) -> list[Record]:
    """Return the records of a group that have a rank, best first."""
    return [each for each in group.records if cohort.standings[each.agency].rank is not None]


def group_orders(
    around: Surroundings, edition: Edition, cohort: Cohort, groups: Sequence[Ranked], known: Mapping[str, Sureness]
) -> Iterator[GroupOrder]:
    """Yield the groups that have an order, with what is known of it."""
    words, language = edition.words, edition.language
    for group in groups:
        sure = known.get(group.id)
        if sure is None:
            continue
        title = plain_text(group.title or words["without_group"])
        caption = words["order_chart"].format(group=title)
        share = share_of(sure.wider, sure.ranked, language)
        facts = {"wider": sure.wider, "ranked": sure.ranked, "share": share, "places": sure.places}
        facts |= {"width": sure.width, "pairs": sure.pairs, "overlap": sure.overlap}
        gap = words["none"] if sure.gap is None else gap_text(edition, sure)
        drawn = _drawn(cohort, group, around.intervals(cohort)) if len(known) <= DRAWN_AT_MOST else []
        yield GroupOrder(
            anchor=f"o-{group.id}",
            title=title,
            summary=words["order_summary"].format(**facts),
            ranked=str(sure.ranked),
            width=str(sure.width),
            wide=words["order_wide"].format(**facts),
            pairs=words["order_pairs"].format(**facts),
            gap=gap,
            chart=_chart(edition, cohort, group, drawn, caption) if drawn else "",
            caption=caption,
            rows=tuple(_row(around, cohort, each, held) for each, held in drawn),
        )


def _drawn(cohort: Cohort, group: Ranked, intervals: Mapping[str, Interval]) -> list[tuple[Record, Interval]]:
    """Return those of a group that a chart shows, best first: all, or so many at even distances."""
    found = [(each, intervals[each.agency]) for each in ranked(cohort, group) if each.agency in intervals]
    return found[:: max(1, -(-len(found) // AGENCIES_DRAWN))]


def _row(around: Surroundings, cohort: Cohort, record: Record, held: Interval) -> RankRow:
    publication, agency = cohort.publication, around.register.agencies[record.agency]
    address = agency_address(publication.questionnaire, publication.period, agency.id)
    here = numbers_address(publication.questionnaire, publication.period)
    return RankRow(
        agency=pages.Link(text=agency.name_in(around.language), href=way(here, address)),
        rank=rank_text(cohort.standings[agency.id], around.language),
        interval=f"{held.low}–{held.high}" if held.low != held.high else str(held.low),
    )


def gap_text(edition: Edition, sure: Sureness) -> str:
    """Return the greatest difference of two whose intervals overlap, on the scale."""
    return change_text(sure.gap or ZERO, edition.questionnaire.scale, edition.language).removeprefix("+")


def _chart(
    edition: Edition, cohort: Cohort, group: Ranked, drawn: Sequence[tuple[Record, Interval]], caption: str
) -> str:
    ranks = [float(cohort.standings[each.agency].rank or 0) for each, _ in drawn]
    return Markup(
        places(
            prefix=f"places-{group.id}",
            title=caption,
            description=edition.words["order_chart_description"].format(count=len(drawn)),
            intervals=[(rank, held.low, held.high) for rank, (_, held) in zip(ranks, drawn, strict=True)],
            across=edition.words["order_across"],
            down=edition.words["order_down"],
        )
    )


def plan_texts(edition: Edition) -> Iterator[str]:
    """Yield what was tried to find the intervals."""
    plan, language = edition.questionnaire.robustness, edition.language
    speaker = Speaker(edition.questionnaire, language, edition.words)
    ends = {"low": ONE - plan.spread, "high": ONE + plan.spread}
    yield speaker.says("plan_weights", draws=count_text(plan.draws, language), seed=str(plan.seed), **ends)
    yield edition.words["plan_interval"]


def unranked(edition: Edition, cohort: Cohort) -> Iterator[Counted]:
    """Yield why agencies that have a result have no rank, and how many."""
    reasons = Counter(each.reason for each in cohort.standings.values() if each.rank is None)
    for reason, count in sorted(reasons.items(), key=lambda each: str(each[0])):
        name = edition.why("unranked", reason)
        yield Counted(
            name=name[:1].upper() + name[1:],
            count=str(count),
            share=share_of(count, len(cohort.standings), edition.language),
        )


def ties_text(edition: Edition, cohort: Cohort) -> str:
    """Return how many agencies share their rank, and how that is shown."""
    count = sum(each.tied for each in cohort.standings.values())
    told = edition.words["ties_count" if count else "ties_none"].format(count=count)
    return f"{told} {edition.words[f'ties_note_{edition.questionnaire.ranking.ties}']}" if count else told
