"""A ranking's page: every agency of a questionnaire and period, kind by kind."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assess.charts import bars, meter
from assess.model import Agency
from assess.model.arithmetic import EXACT
from assess.presentation import pages
from assess.presentation.addresses import agency_address, questionnaire_address, ranking_address, way
from assess.presentation.amounts import gap_text, points_text, share_text
from assess.presentation.channels import origin, origin_notes
from assess.presentation.edition import Branch, Edition
from assess.presentation.ranking.glance import group_figures, level_spread, period_links
from assess.presentation.ranking.groups import Ranked, rank_text, ranked_groups, withdrawals
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import (
    Markup,
    bound_text,
    date_text,
    folded,
    percent_of,
    percent_text,
    said,
    score_text,
    sort_key,
)
from assess.ranking import Cohort, Record


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
        notes=tuple(_notes(edition, cohort)),
    )


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
        awaiting=tuple(
            pages.Awaiting(
                title=words[f"awaiting_{what}"],
                note=words[f"awaiting_{what}_note"],
                names=tuple(_names(around, edition, agencies)),
            )
            for what, agencies in group.awaiting.items()
        ),
        not_received=tuple(_names(around, edition, group.absent)),
    )


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
