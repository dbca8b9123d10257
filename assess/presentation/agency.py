"""The page of one agency's result: score, level, rank, dimensions, every answer; and where else to look."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from assess.charts import meter, radar
from assess.model import Agency, Level, Notice, Scale
from assess.model.arithmetic import compared
from assess.model.conditions import key_of
from assess.presentation import elsewhere, pages
from assess.presentation.addresses import agency_address, questionnaire_address, ranking_address, way
from assess.presentation.amounts import amount_text, drawn, gap_text, most_of, share_text
from assess.presentation.answers.sections import sections
from assess.presentation.channels import (
    Apart,
    apart_of,
    declared_values,
    finding,
    origin,
    told_apart,
)
from assess.presentation.conditions import Speaker
from assess.presentation.data.downloads import download_links
from assess.presentation.edition import Branch, Edition, dimension_anchor, level_text
from assess.presentation.explanation import explanation, node_note, staged_text, unmet_texts
from assess.presentation.ranking.groups import rank_text
from assess.presentation.surroundings import Surroundings, group_name, kind_name
from assess.presentation.wording import (
    Markup,
    date_text,
    decimal_text,
    escaped,
    percent_of,
    percent_text,
    plain_number,
    said,
    score_text,
)
from assess.ranking import Cohort, Standing
from assess.scoring import Assessment, Score, declared_value, level_of


def agency_page(around: Surroundings, cohort: Cohort, assessment: Assessment) -> pages.AgencyPage:
    """Return the page of one published assessment."""
    edition = around.edition(cohort)
    language, words = edition.language, edition.words
    agency = around.register.agencies[assessment.response.agency]
    score, questionnaire = assessment.score, edition.questionnaire
    apart = apart_of(edition, score)
    scores = _by_key(score, apart)
    speaker = Speaker(questionnaire, language, words, around.register)
    standing = cohort.standings[agency.id]
    medians = cohort.medians.get(standing.group, ())
    peers = medians[1:] if any(each is not None for each in medians[1:]) else ()
    among = _among(around, cohort, standing)
    level = edition.level_of(assessment)
    here = agency_address(questionnaire.id, cohort.publication.period, agency.id)
    by, declared = origin(edition, assessment.channel), declared_value(assessment.declared)
    beside_it = declared_values(assessment, apart)
    rows = tuple(_dimension_rows(edition, scores, peers, beside_it, agency.kind))
    beside = any(each.declared for each in rows)
    return replace(
        _frame(around, cohort, agency, here),
        version=questionnaire.version,
        submission=_submission(assessment, edition),
        said_in="" if language == around.settings.languages[0] else around.settings.languages[0],
        summary=_summary(assessment, edition, agency, standing, among),
        score=score_text(score.value, questionnaire.scale, language),
        scale=words["out_of_between" if questionnaire.scale.start else "out_of"].format(
            **_ends(questionnaire.scale, language)
        ),
        origin=words["origin_score"].format(origin=by) if by else "",
        declared=score_text(declared, questionnaire.scale, language),
        gap=gap_text(edition, score.value, declared),
        finding=finding(edition, assessment),
        level=edition.levels[level.id] if level else None,
        level_description=said(level.description, language) if level else "",
        bands=_bands(edition, level),
        rank=rank_text(standing, language),
        rank_note=edition.why("unranked", standing.reason) if standing.rank is None else among,
        coverage=percent_text(score.coverage, language),
        coverage_note=words["coverage_meaning"],
        no_score=edition.why("no_score", score.reason),
        radar=_radar(edition, score, peers, agency, rows),
        peers=words["peers_median"] if peers else "",
        dimensions=rows,
        gap_note=words["gap_note"] if beside else "",
        groupings=tuple(_groupings(edition, assessment)),
        sections=tuple(sections(edition, speaker, scores, apart, assessment, comments=cohort.publication.comments)),
        sections_note="" if assessment.channel == "declared" else words[f"answers_note_{assessment.channel}"],
        children=tuple(elsewhere.children(around, cohort, agency, here)),
        periods=tuple(elsewhere.other_periods(around, cohort, agency, here, score.value)),
        former=tuple(elsewhere.former_results(around, cohort, agency, here)),
        questionnaires=tuple(elsewhere.other_questionnaires(around, cohort, agency, here)),
        corrections=tuple(elsewhere.corrections(around.settings.corrections, cohort, agency, language)),
        explain=explanation(edition, speaker, assessment),
        staged=staged_text(speaker, assessment),
        unmet=unmet_texts(speaker, assessment),
        downloads=tuple(download_links(around, cohort, agency, here)),
    )


def withdrawn_page(around: Surroundings, cohort: Cohort, notice: Notice) -> pages.AgencyPage:
    """Return the page of a result that was taken back: the notice, and nothing else."""
    agency = around.register.agencies[notice.agency]
    language = around.edition(cohort).language
    here = agency_address(notice.questionnaire, notice.period, notice.agency)
    withdrawal = pages.Withdrawal(date=date_text(notice.on, language), reason=notice.reason_in(language))
    return replace(_frame(around, cohort, agency, here), withdrawal=withdrawal)


def _frame(around: Surroundings, cohort: Cohort, agency: Agency, here: str) -> pages.AgencyPage:
    """Return what every agency page has, withdrawn or not: name, kind, and the way around."""
    edition = around.edition(cohort)
    language, words, questionnaire = edition.language, edition.words, edition.questionnaire
    period = cohort.publication.period
    title = said(questionnaire.title, language)
    ranking = way(here, ranking_address(questionnaire.id, period))
    name = agency.name_in(language)
    crumbs = (
        pages.Link(text=words["home"], href=way(here, "")),
        pages.Link(text=title, href=way(here, questionnaire_address(questionnaire.id))),
        pages.Link(text=f"{words['period']} {period}", href=ranking),
        pages.Link(text=name, href=""),
    )
    version = questionnaire_address(questionnaire.id, questionnaire.version)
    return pages.AgencyPage(
        title=name,
        kind=kind_name(around, agency.kind, language),
        crumbs=crumbs,
        period=period,
        questionnaire=pages.Link(text=title, href=way(here, version)),
        ranking=pages.Link(text=f"{words['ranking']} {words['period'].lower()} {period}", href=ranking),
        parent=elsewhere.parent(around, cohort, agency, here),
        successor=elsewhere.successor(around, cohort, agency, here),
    )


def _submission(assessment: Assessment, edition: Edition) -> str:
    sent = assessment.response.submission
    if sent is None:
        return ""
    date = date_text(sent.date, edition.language) if sent.date else ""
    return ", ".join(each for each in (sent.number, date, sent.signed_by) if each)


def _summary(assessment: Assessment, edition: Edition, agency: Agency, standing: Standing, among: str) -> str:
    """Return the result in one sentence, written from the numbers."""
    language, words, scale = edition.language, edition.words, edition.questionnaire.scale
    score = assessment.score
    name = agency.name_in(language)
    if score.value is None:
        return words["summary_none"].format(name=name)
    level = edition.level_of(assessment)
    parts = () if len(score.channels) > 1 else score.parts  # which are others in each channel
    known = [(part.value, n) for n, part in enumerate(parts) if part.value is not None and part.counts]
    by = origin(edition, assessment.channel)
    facts = {
        "name": name,
        "score": words["summary_score_between" if scale.start else "summary_score"].format(
            score=score_text(score.value, scale, language), **_ends(scale, language)
        ),
        "origin": f" ({by})" if by else "",
        "level": words["summary_level"].format(level=level_text(level)) if level else "",
        "rank": words["summary_tied" if standing.tied else "summary_rank"].format(
            rank=rank_text(standing._replace(tied=False), language)
        ),
        "among": among,
    }
    sentences = [words["summary_ranked" if standing.rank else "summary_unranked"].format_map(facts)]
    declared = declared_value(assessment.declared)
    gap = gap_text(edition, score.value, declared)
    if gap:
        sentences.append(words["summary_declared"].format(score=score_text(declared, scale, language), gap=gap))
    if len(known) > 1 and max(known)[0] != min(known)[0]:
        tops = [each for each in edition.branches if each.depth == 0]
        best, worst = max(known, key=lambda each: each[0])[1], min(known, key=lambda each: each[0])[1]
        sentences.append(
            words["summary_parts_points" if tops[best].adds else "summary_parts"].format(
                best=tops[best].dimension.title.text,
                best_score=amount_text(edition, parts[best], most_of(tops[best], parts[best])),
                worst=tops[worst].dimension.title.text,
                worst_score=amount_text(edition, parts[worst], most_of(tops[worst], parts[worst])),
            )
        )
    return " ".join(sentences)


def _ends(scale: Scale, language: str) -> Mapping[str, str]:
    return {"start": decimal_text(scale.start, language), "scale": decimal_text(scale.end, language)}


def _bands(edition: Edition, current: Level | None) -> tuple[pages.LevelBand, ...]:
    pairs = zip(edition.questionnaire.levels, edition.bands, strict=True)
    reached = None if current is None else current.id
    return tuple(replace(band, current=level.id == reached) for level, band in pairs)


def _among(around: Surroundings, cohort: Cohort, standing: Standing) -> str:
    """Return whom an agency is ranked with, in words."""
    edition = around.edition(cohort)
    within = cohort.questionnaire.ranking.within
    key = f"rank_among_{within if within in ('kind', 'all', 'parent') else 'group'}"
    group = group_name(around, cohort, standing.group, edition.language)
    return edition.words[key].format(count=standing.of, group=group)


def _by_key(score: Score, apart: Apart) -> Mapping[str, Score]:
    """Return the scores of all dimensions and questions; those below what mixes channels as they are told apart."""
    found = {key_of(each.id) if each.state == "node" else each.id: each for each in score.every()}
    found.update({key: told_apart(found[key], each) for key, each in apart.items()})
    return found


def _dimension_rows(
    edition: Edition,
    scores: Mapping[str, Score],
    peers: Sequence[Decimal | None],
    declared: Mapping[str, Decimal | None],
    kind: str,
) -> Iterator[pages.DimensionRow]:
    """Yield the rows of all dimensions, but for those below the top in which the kind of agency is asked nothing."""
    language, words = edition.language, edition.words
    place = -1
    for branch in edition.branches:
        key = key_of(branch.dimension.id)
        score = scores[key]
        place += branch.depth == 0
        if branch.depth and kind not in branch.kinds:
            continue
        peer = peers[place] if peers and branch.depth == 0 else None
        most = most_of(branch, score)
        points = None if most is None else score.points
        yield pages.DimensionRow(
            number=branch.dimension.number,
            title=branch.title,
            href=f"#{dimension_anchor(branch.dimension.id)}"
            if branch.dimension.questions and (score.counts or score.channels)
            else "",
            depth=branch.depth,
            score=amount_text(edition, score, most) or words["none"],
            percent=percent_of(drawn(score, most)),
            bar=Markup(meter(percent_of(drawn(score, most)), percent_of(peer))),
            level=edition.level_at(score.value) if branch.counts else None,
            coverage=percent_text(score.coverage, language),
            weight=branch.weight if most is None else _most_text(branch, most, language),
            weight_name=branch.weight_name,
            peers=share_text(edition, peer, points),
            declared=(share_text(edition, declared[key], points) or words["none"]) if declared else "",
            gap=gap_text(edition, score.value, declared.get(key), points),
            meaning=_meaning(edition, branch, score),
            note=node_note(edition, score, most),
        )


def _meaning(edition: Edition, branch: Branch, score: Score) -> str:
    """Return what agencies of the level reached typically do in a dimension, where the questionnaire says so.

    Not below the least coverage of a ranking: there a low score says little of what an agency does.
    """
    told, least = branch.dimension.levels, edition.questionnaire.ranking.min_coverage
    covered = score.coverage is not None and compared(score.coverage) >= least
    level = level_of(edition.questionnaire, score.value) if told and covered and branch.counts else None
    text = told.get(level.id) if level else None
    return Markup(edition.words["level_typical"].format(text=escaped(said(text, edition.language)))) if text else ""


def _most_text(branch: Branch, most: Decimal, language: str) -> str:
    """Return the most points of a row; empty for what never counts, and for what left with all that is in it."""
    return plain_number(most, language) if branch.weight and most else ""


def _radar(
    edition: Edition, score: Score, peers: Sequence[Decimal | None], agency: Agency, rows: Sequence[pages.DimensionRow]
) -> Markup:
    tops = [branch for branch in edition.branches if branch.depth == 0]
    shown = [row for row in rows if row.depth == 0]
    top = [row for row, branch in zip(shown, tops, strict=True) if branch.counts]
    if len(score.channels) > 1:  # the dimensions have a score in each of them
        return Markup("")
    name = agency.name_in(edition.language)
    labels = tuple(branch.dimension.title.text for branch in tops if branch.counts)
    return Markup(
        radar(
            prefix="radar",
            title=edition.words["radar_title"].format(name=name),
            description="; ".join(f"{label}: {row.score}" for label, row in zip(labels, top, strict=True)),
            labels=labels,
            values=[row.percent for row in top],
            texts=[row.score for row in top],
            peers=[percent_of(each) for each, branch in zip(peers, tops, strict=False) if branch.counts],
        )
    )


def _groupings(edition: Edition, assessment: Assessment) -> Iterator[pages.GroupingTable]:
    language, adds = edition.language, edition.questionnaire.scoring.aggregate == "sum"
    several = any(len(each.channels) > 1 for each in edition.questionnaire.nodes.values())
    note = edition.words["grouping_note_mixed" if several else "grouping_note"]
    for grouping in edition.questionnaire.groupings:
        rows = []
        for value, score in zip(grouping.values, assessment.groupings[grouping.id], strict=True):
            rows.append(
                pages.DimensionRow(
                    number="",
                    title=said(value.title, language),
                    href="",
                    depth=0,
                    score=amount_text(edition, score, score.points if adds else None) or edition.words["none"],
                    percent=percent_of(score.value),
                    bar=Markup(meter(percent_of(score.value))),
                    level=edition.level_at(score.value),
                    coverage=percent_text(score.coverage, language),
                    weight="",
                    weight_name="",
                )
            )
        title = said(grouping.title, language)
        yield pages.GroupingTable(title=title, label=grouping.title.text, rows=tuple(rows), note=note)
