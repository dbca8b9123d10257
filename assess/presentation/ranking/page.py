"""A ranking's page: every agency of a questionnaire and period, kind by kind."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assess.charts import bars
from assess.model import Agency
from assess.model.arithmetic import EXACT
from assess.presentation import pages
from assess.presentation.addresses import (
    agency_address,
    numbers_address,
    questionnaire_address,
    ranking_address,
    way,
)
from assess.presentation.amounts import points_text, share_text
from assess.presentation.channels import origin, origin_notes
from assess.presentation.edition import Branch, Edition
from assess.presentation.periods import period_links
from assess.presentation.ranking.choices import choices_of
from assess.presentation.ranking.glance import group_figures, level_spread
from assess.presentation.ranking.groups import Ranked, ranked_groups, withdrawals
from assess.presentation.ranking.places import tile_map
from assess.presentation.ranking.rows import Past, past_of, ranking_rows
from assess.presentation.surroundings import Surroundings
from assess.presentation.views import views_of
from assess.presentation.wording import (
    Markup,
    bound_text,
    count_text,
    date_text,
    percent_of,
    said,
    score_text,
    sort_key,
)
from assess.ranking import Cohort


def ranking_page(around: Surroundings, cohort: Cohort) -> pages.RankingPage:
    """Return the ranking of one cohort."""
    edition = around.edition(cohort)
    language, words, questionnaire = edition.language, edition.words, edition.questionnaire
    here = ranking_address(questionnaire.id, cohort.publication.period)
    title = said(questionnaire.title, language)
    version = questionnaire_address(questionnaire.id, questionnaire.version)
    channel = cohort.publication.channel
    by = origin(edition, channel)
    past = past_of(around, cohort)
    groups = tuple(_group(around, cohort, here, each, past) for each in ranked_groups(around, cohort))
    views = views_of(around, cohort, here)
    numbers = way(here, numbers_address(questionnaire.id, cohort.publication.period))
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
        groups=groups,
        choices=tuple(choices_of(around, cohort)),
        since=words["since"].format(period=past.before.publication.period) if past.before else "",
        trend=words["trend"].format(first=past.periods[0], last=past.periods[-1]),
        numbers=next(
            (pages.Link(text=words["see_numbers"], href=numbers) for each in views if each.href == numbers), None
        ),
        views=views,
        periods=period_links(around, cohort, here, ranking_address),
        withdrawn=tuple(_withdrawn(around, cohort, here)),
        notes=tuple(_notes(edition, cohort, past, groups)),
    )


def _group(around: Surroundings, cohort: Cohort, here: str, group: Ranked, past: Past) -> pages.RankingGroup:
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
        rows=tuple(ranking_rows(around, cohort, here, group, past)),
        figures=tuple(group_figures(around, cohort, group)),
        distribution=level_spread(edition, group.records, f"spread-{group.id}") if enough else None,
        medians=_medians(edition, cohort, group.id) if enough else None,
        tiles=tile_map(around, cohort, here, group),
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


def _notes(edition: Edition, cohort: Cohort, past: Past, groups: Sequence[pages.RankingGroup]) -> Iterator[str]:
    rule, plan = edition.questionnaire.ranking, edition.questionnaire.robustness
    words, rows = edition.words, [row for group in groups for row in group.rows]
    least = words["unranked_note"].format(
        coverage=bound_text(rule.min_coverage, edition.language), group=str(rule.min_group)
    )
    yield from origin_notes(edition, cohort.publication.channel)
    if any(each.declared for each in rows):
        yield words["gap_note"]
    if rule.order == "lowest":
        yield words["lowest_note"]
    yield words[f"ties_note_{rule.ties}"]
    yield least
    if any(each.span for each in rows):
        spread = bound_text(plan.spread, edition.language)
        yield words["span_note"].format(draws=count_text(plan.draws, edition.language), spread=spread)
    if any(each.trend for each in rows):
        yield words["trend_note"]
    if past.before is not None:
        yield from _note_of_change(edition, cohort, past.before, rows)


def _note_of_change(
    edition: Edition, cohort: Cohort, before: Cohort, rows: Sequence[pages.RankingRow]
) -> Iterator[str]:
    """Yield what the change is of where it is not simply of two scores, or why there is none."""
    this, that = cohort.publication, before.publication
    if this.channel != that.channel:
        yield edition.words["change_note_channel"].format(period=that.period)
    elif this.version != that.version:
        some = any(each.change for each in rows)
        yield edition.words["change_note_version" if some else "change_note_none"].format(
            period=that.period, version=that.version
        )
