"""The page of a ranking: the agencies of each kind in order, how they spread, and who is not there."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assess.charts import bars, distribution, meter
from assess.model import Agency, Notice
from assess.model.arithmetic import EXACT, rounded
from assess.presentation import pages
from assess.presentation.addresses import agency_address, questionnaire_address, ranking_address, way
from assess.presentation.amounts import gap_text, points_text, share_text
from assess.presentation.channels import origin, origin_notes
from assess.presentation.edition import Branch, Edition
from assess.presentation.surroundings import Surroundings, group_name
from assess.presentation.wording import (
    Markup,
    bound_text,
    date_text,
    folded,
    percent_of,
    percent_text,
    plain_number,
    plain_text,
    said,
    score_text,
    sort_key,
)
from assess.ranking import Cohort, Record, Standing


class Ranked(NamedTuple):
    """A group as it is shown: its title, its records in order, who of it awaits a review or survey, who is absent.

    `id` is "" and the title empty for agencies that have no group.
    """

    id: str
    title: str
    records: Sequence[Record]
    awaiting: Sequence[Agency]
    absent: Sequence[Agency]


def ranking_page(around: Surroundings, cohort: Cohort) -> pages.RankingPage:
    """Return the ranking of one cohort."""
    edition = around.edition(cohort)
    language, words, questionnaire = edition.language, edition.words, edition.questionnaire
    here = ranking_address(questionnaire.id, cohort.publication.period)
    title = said(questionnaire.title, language)
    version = questionnaire_address(questionnaire.id, questionnaire.version)
    channel = cohort.publication.channel
    by = origin(edition, channel)
    return pages.RankingPage(
        title=title,
        crumbs=(
            pages.Link(text=words["home"], href=way(here, "")),
            pages.Link(text=title, href=way(here, questionnaire_address(questionnaire.id))),
            pages.Link(text=f"{words['period']} {cohort.publication.period}", href=""),
        ),
        period=cohort.publication.period,
        lead=words["origin_score"].format(origin=by) if by else "",
        questionnaire=pages.Link(text=words["see_questionnaire"], href=way(here, version)),
        groups=tuple(_group(around, cohort, here, each) for each in ranked_groups(around, cohort)),
        periods=period_links(around, cohort, here),
        withdrawn=tuple(_withdrawn(around, cohort, here)),
        awaiting="" if channel == "declared" else words[f"awaiting_{channel}"],
        awaiting_note="" if channel == "declared" else words[f"awaiting_{channel}_note"],
        notes=tuple(_notes(edition, cohort)),
    )


def level_spread(edition: Edition, records: Sequence[Record], prefix: str) -> pages.Distribution | None:
    """Return how records spread over the levels: chart and rows; None where there are no levels."""
    if not edition.levels:
        return None
    total = len(records)
    without = sum(record.level is None for record in records)
    shown: list[tuple[pages.Level | None, int]] = [
        (level, sum(record.level == name for record in records)) for name, level in edition.levels.items()
    ]
    shown += [(None, without)] * bool(without)
    labels = tuple(
        f"{level.id}. {plain_text(level.title)}".removeprefix(". ") if level else edition.words["no_level"]
        for level, _ in shown
    )
    rows = [
        pages.LevelCount(level=level, count=str(count), share=percent_text(share_of(count, total), edition.language))
        for level, count in shown
    ]
    chart = distribution(
        prefix=prefix,
        title=edition.words["distribution"],
        description="; ".join(f"{label}: {count}" for label, (_, count) in zip(labels, shown, strict=True)),
        labels=labels,
        steps=tuple(level.step if level else 0 for level, _ in shown),
        counts=[count for _, count in shown],
        texts=[str(count) for _, count in shown],
    )
    return pages.Distribution(chart=Markup(chart), rows=tuple(rows))


def share_of(count: int, total: int) -> Decimal:
    """Return a share of agencies, from 0 to 1."""
    return EXACT.divide(Decimal(count), Decimal(total or 1))


def period_links(around: Surroundings, cohort: Cohort, here: str) -> tuple[pages.PeriodLink, ...]:
    """Return links to the rankings of all published periods of the cohort's questionnaire."""
    name = cohort.publication.questionnaire
    others = [each for each in around.cohorts if each.publication.questionnaire == name]
    return tuple(
        pages.PeriodLink(
            text=each.publication.period,
            href=way(here, ranking_address(name, each.publication.period)),
            current=each is cohort,
        )
        for each in others
    ) * (len(others) > 1)


def rank_text(standing: Standing, language: str) -> str:
    """Return a rank as it is shown: "3", or "=3" when it is shared; the mean of shared places as it is."""
    if standing.rank is None:
        return ""
    whole = isinstance(standing.rank, int)
    rank = str(standing.rank) if whole else plain_number(rounded(Decimal(standing.rank), 1), language)
    return f"{'=' if standing.tied else ''}{rank}"


def ranked_groups(around: Surroundings, cohort: Cohort) -> Iterator[Ranked]:
    """Yield each group that is ranked together and has somebody to show, those without a group at the end."""
    missing = {each.id: each for each in absent(around, cohort)}
    language = around.edition(cohort).language
    for group in cohort.groups:
        records = in_order(around, cohort, cohort.of_group(group))
        waiting = [around.register.agencies[each] for each in group.agencies if each in cohort.awaiting]
        gone = [missing[each] for each in group.agencies if each in missing]
        if records or waiting or gone:
            yield Ranked(group.id, group_name(around, cohort, group.id, language), records, waiting, gone)


def in_order(around: Surroundings, cohort: Cohort, records: Sequence[Record]) -> list[Record]:
    """Return records by rank, then by score, then by name."""
    language = around.edition(cohort).language
    agencies = around.register.agencies
    sign = -1 if cohort.questionnaire.ranking.order == "highest" else 1

    def place(record: Record) -> tuple[object, ...]:
        rank = cohort.standings[record.agency].rank
        unscored = record.value is None
        name = sort_key(agencies[record.agency].name_in(language))
        return (rank is None, rank or 0, unscored, sign * (record.value or 0), name, record.agency)

    return sorted(records, key=place)


def _group(around: Surroundings, cohort: Cohort, here: str, group: Ranked) -> pages.RankingGroup:
    edition = around.edition(cohort)
    words = edition.words
    enough = len(group.records) >= edition.questionnaire.ranking.min_group
    title = group.title or words["without_group"]
    return pages.RankingGroup(
        id=f"k-{group.id}" if group.id else "without-group",
        title=title,
        caption=words["ranking_caption_beside" if _has_declared(group) else "ranking_caption"].format(
            kind=title, period=cohort.publication.period
        ),
        rows=tuple(_row(around, cohort, here, record) for record in group.records),
        figures=tuple(group_figures(around, cohort, group)),
        distribution=level_spread(edition, group.records, f"spread-{group.id}") if enough else None,
        medians=_medians(edition, cohort, group.id) if enough else None,
        awaiting=tuple(_names(around, edition, group.awaiting)),
        not_received=tuple(_names(around, edition, group.absent)),
    )


def group_figures(around: Surroundings, cohort: Cohort, group: Ranked) -> Iterator[pages.Figure]:
    """Yield the numbers that tell a group at a glance: how many have a result, and the median."""
    edition = around.edition(cohort)
    words, received = edition.words, len(group.records)
    expected = words["agencies_expected"].format(count=received + len(group.awaiting) + len(group.absent))
    yield pages.Figure(name=received_text(edition, cohort), value=str(received), note=expected)
    medians = cohort.medians.get(group.id, ())
    if medians and medians[0] is not None:
        score = score_text(medians[0], edition.questionnaire.scale, edition.language)
        yield pages.Figure(name=words["median"], value=score)


def received_text(edition: Edition, cohort: Cohort) -> str:
    """Return what the number of results is a number of: agencies that responded, or that were verified or surveyed."""
    channel = cohort.publication.channel
    return edition.words["agencies_received" if channel == "declared" else f"agencies_{channel}"]


def _has_declared(group: Ranked) -> bool:
    return any(record.declared is not None for record in group.records)


def _row(around: Surroundings, cohort: Cohort, here: str, record: Record) -> pages.RankingRow:
    edition = around.edition(cohort)
    agency = around.register.agencies[record.agency]
    standing = cohort.standings[record.agency]
    name = agency.name_in(edition.language)
    address = agency_address(cohort.publication.questionnaire, cohort.publication.period, agency.id)
    reason = edition.why("unranked", standing.reason)
    parent = around.register.agencies[agency.parent].name_in(edition.language) if agency.parent else ""
    return pages.RankingRow(
        rank=rank_text(standing, edition.language),
        name=name,
        folded=folded(name),
        href=way(here, address),
        score=score_text(record.value, edition.questionnaire.scale, edition.language) or edition.words["none"],
        percent=percent_of(record.value),
        bar=Markup(meter(percent_of(record.value))),
        level=edition.levels[record.level] if record.level else None,
        coverage=percent_text(record.coverage, edition.language),
        coverage_percent=percent_of(record.coverage),
        note=parent,
        reason=reason,
        declared=score_text(record.declared, edition.questionnaire.scale, edition.language),
        declared_percent=percent_of(record.declared),
        gap=gap_text(edition, record.value, record.declared),
        gap_percent=_gap_percent(record),
    )


def _gap_percent(record: Record) -> float | None:
    if record.value is None or record.declared is None:
        return None
    return round(float(record.value - record.declared) * 100, 3)


def _medians(edition: Edition, cohort: Cohort, group: str) -> pages.MediansChart | None:
    medians = cohort.medians.get(group, ())[1:]
    if not any(each is not None for each in medians):
        return None
    tops = [branch for branch in edition.branches if branch.depth == 0]
    shown = [(branch, each) for branch, each in zip(tops, medians, strict=True) if branch.counts]
    labels = tuple(branch.dimension.title.text for branch, _ in shown)
    none = edition.words["none"]
    texts = [_median_text(edition, branch, each) or none for branch, each in shown]
    chart = bars(
        prefix=f"medians-{group}",
        title=edition.words["medians"],
        description="; ".join(f"{label}: {text}" for label, text in zip(labels, texts, strict=True)),
        labels=labels,
        values=[percent_of(each) for _, each in shown],
        texts=[share_text(edition, each, branch.most if branch.adds else None) or none for branch, each in shown],
    )
    rows = [pages.Figure(name=label, value=text) for label, text in zip(labels, texts, strict=True)]
    return pages.MediansChart(chart=Markup(chart), rows=tuple(rows))


def _median_text(edition: Edition, branch: Branch, median: Decimal | None) -> str:
    if median is None or not branch.adds:
        return score_text(median, edition.questionnaire.scale, edition.language)
    return points_text(EXACT.multiply(median, branch.most), branch.most, edition.words, edition.language)


def absent(around: Surroundings, cohort: Cohort) -> list[Agency]:
    """Return who is registered and may be shown, but has no published result: nothing received, or only a draft.

    Who has submitted and awaits a review or a survey is not among them.
    """
    publication = cohort.publication
    gone = {each.agency for each in withdrawals(around, cohort)}
    return [
        agency
        for agency in around.register.agencies.values()
        if agency.kind in around.edition(cohort).questionnaire.applies_to
        and agency.id not in cohort.records
        and agency.id not in cohort.awaiting
        and agency.id not in gone
        and _existed(agency, publication.period)
        and publication.allows(agency.id)
    ]


def _existed(agency: Agency, period: str) -> bool:
    """Return whether an agency is there in a period; only periods that are named as dates begin can tell."""
    if not period[:4].isdigit():
        return True
    begun = agency.valid_from is None or agency.valid_from[: len(period)] <= period
    return begun and (agency.valid_to is None or agency.valid_to[: len(period)] >= period)


def withdrawals(around: Surroundings, cohort: Cohort) -> list[Notice]:
    """Return the notices of results of this cohort that were taken back."""
    publication = cohort.publication
    return [
        each
        for each in around.settings.withdrawn
        if (each.questionnaire, each.period) == (publication.questionnaire, publication.period)
        and publication.allows(each.agency)
    ]


def _names(around: Surroundings, edition: Edition, agencies: Sequence[Agency]) -> Iterator[str]:
    named = sorted((sort_key(each.name_in(edition.language)), each.id, each) for each in agencies)
    for _, _, each in named:
        parent = around.register.agencies[each.parent].name_in(edition.language) if each.parent else ""
        yield each.name_in(edition.language) + (f" ({parent})" if parent else "")


def _withdrawn(around: Surroundings, cohort: Cohort, here: str) -> Iterator[pages.WithdrawnAgency]:
    language = around.edition(cohort).language
    for each in withdrawals(around, cohort):
        address = agency_address(each.questionnaire, each.period, each.agency)
        yield pages.WithdrawnAgency(
            name=around.register.agencies[each.agency].name_in(language),
            href=way(here, address),
            date=date_text(each.on, language),
            reason=each.reason_in(language),
        )


def _notes(edition: Edition, cohort: Cohort) -> Iterator[str]:
    rule = edition.questionnaire.ranking
    words = edition.words
    least = words["unranked_note"].format(
        coverage=bound_text(rule.min_coverage, edition.language), group=str(rule.min_group)
    )
    yield from origin_notes(edition, cohort.publication.channel)
    if any(each.declared is not None for each in cohort.records.values()):
        yield words["gap_note"]
    if rule.order == "lowest":
        yield words["lowest_note"]
    yield words[f"ties_note_{rule.ties}"]
    yield least
