"""The page of one agency's result, put together: score, level, rank, dimensions, next steps, every answer."""

from collections.abc import Iterator, Mapping

from assess.model import Agency, Level, Notice
from assess.model.conditions import key_of
from assess.presentation import elsewhere, pages
from assess.presentation.addresses import (
    agency_address,
    compare_address,
    method_address,
    place_address,
    questionnaire_address,
    ranking_address,
    way,
)
from assess.presentation.agency.ahead import roadmap_of
from assess.presentation.agency.dimensions import contrast_of, dimension_rows, groupings, radar_of
from assess.presentation.agency.spread import rank_interval, spread_of
from assess.presentation.agency.standouts import standouts_of
from assess.presentation.agency.summary import among_text, ends_of, summary_of
from assess.presentation.agency.trend import trend_of
from assess.presentation.amounts import gap_text
from assess.presentation.answers.sections import sections
from assess.presentation.channels import Apart, apart_of, declared_values, finding, origin, told_apart
from assess.presentation.conditions import Speaker
from assess.presentation.data.downloads import download_links
from assess.presentation.edition import Edition
from assess.presentation.explanation import explanation, staged_text, unmet_texts
from assess.presentation.places import is_place
from assess.presentation.ranking.groups import rank_text
from assess.presentation.surroundings import Surroundings, kind_name
from assess.presentation.wording import date_text, percent_text, said, score_text
from assess.ranking import Cohort
from assess.scoring import Assessment, Score, declared_value


def agency_page(around: Surroundings, cohort: Cohort, assessment: Assessment) -> pages.AgencyPage:
    """Return the page of one published assessment."""
    agency = around.register.agencies[assessment.response.agency]
    here = agency_address(cohort.publication.questionnaire, cohort.publication.period, agency.id)
    page = _with_overview(_frame(around, cohort, agency, here), around, cohort, agency, assessment)
    page = _with_inside(page, around, cohort, agency, assessment)
    page = _with_elsewhere(page, around, cohort, agency, assessment, here)
    return page._replace(jumps=tuple(_jumps(page, around)))


def _with_overview(
    page: pages.AgencyPage, around: Surroundings, cohort: Cohort, agency: Agency, assessment: Assessment
) -> pages.AgencyPage:
    """Return what stands at the top: score, level, rank, coverage, and all of it in a few sentences."""
    edition, standing = around.edition(cohort), cohort.standings[agency.id]
    language, words, scale = edition.language, edition.words, edition.questionnaire.scale
    score, level = assessment.score, edition.level_of(assessment)
    by, declared = origin(edition, assessment.channel), declared_value(assessment.declared)
    unranked = standing.rank is None
    speaker = Speaker(edition.questionnaire, language, words, around.register)
    return page._replace(
        version=edition.questionnaire.version,
        submission=_submission(assessment, edition),
        said_in="" if language == around.settings.languages[0] else around.settings.languages[0],
        summary=summary_of(around, cohort, agency, assessment),
        score=score_text(score.value, scale, language),
        scale=words["out_of_between" if scale.start else "out_of"].format(**ends_of(scale, language)),
        origin=words["origin_score"].format(origin=by) if by else "",
        declared=score_text(declared, scale, language),
        gap=gap_text(edition, score.value, declared),
        finding=finding(edition, assessment),
        level=edition.levels[level.id] if level else None,
        level_description=said(level.description, language) if level else "",
        staged_level=_staged_level(edition, assessment),
        bands=_bands(edition, level),
        rank=rank_text(standing, language),
        rank_note=edition.why("unranked", standing.reason) if unranked else among_text(around, cohort, standing),
        interval=rank_interval(around, cohort, agency),
        coverage=percent_text(score.coverage, language),
        coverage_note=words["coverage_meaning"],
        no_score=edition.why("no_score", score.reason),
        corrections=tuple(elsewhere.corrections(around.settings.corrections, cohort, agency, language)),
        staged=staged_text(speaker, assessment),
        unmet=unmet_texts(speaker, assessment),
    )


def _with_inside(
    page: pages.AgencyPage, around: Surroundings, cohort: Cohort, agency: Agency, assessment: Assessment
) -> pages.AgencyPage:
    """Return what the result is made of: dimensions, strengths and gaps, next steps, every answer."""
    edition, score = around.edition(cohort), assessment.score
    words, apart = edition.words, apart_of(edition, score)
    scores, beside = _by_key(score, apart), declared_values(assessment, apart)
    speaker = Speaker(edition.questionnaire, edition.language, words, around.register)
    medians = cohort.medians.get(cohort.standings[agency.id].group, ())[1:]
    peers = medians if any(each is not None for each in medians) else ()
    rows = tuple(dimension_rows(edition, scores, peers, beside, agency.kind))
    answers = sections(edition, speaker, scores, apart, assessment, comments=cohort.publication.comments)
    return page._replace(
        radar=radar_of(edition, score, peers, agency, rows),
        peers=words["peers_median"] if peers else "",
        dimensions=rows,
        spread=spread_of(edition, cohort, agency, score, rows),
        contrast=contrast_of(edition, assessment, beside, rows),
        gap_note=words["gap_note"] if any(each.declared for each in rows) else "",
        standouts=standouts_of(edition, cohort, agency, apart),
        roadmap=roadmap_of(around, cohort, assessment),
        groupings=tuple(groupings(edition, assessment)),
        sections=tuple(answers),
        sections_note="" if assessment.channel == "declared" else words[f"answers_note_{assessment.channel}"],
        explain=explanation(edition, speaker, assessment),
    )


def _with_elsewhere(
    page: pages.AgencyPage, around: Surroundings, cohort: Cohort, agency: Agency, assessment: Assessment, here: str
) -> pages.AgencyPage:
    """Return what else is known of the agency: over time, below it, before it, in other questionnaires, as data."""
    value = assessment.score.value
    return page._replace(
        downloads=tuple(download_links(around, cohort, agency, here)),
        compare=_compare(around, cohort, agency, here),
        place=_place(around, agency, here),
        trend=trend_of(around, cohort, agency),
        children=tuple(elsewhere.children(around, cohort, agency, here)),
        periods=tuple(elsewhere.other_periods(around, cohort, agency, here, value)),
        former=tuple(elsewhere.former_results(around, cohort, agency, here)),
        questionnaires=tuple(elsewhere.other_questionnaires(around, cohort, agency, here)),
    )


def _compare(around: Surroundings, cohort: Cohort, agency: Agency, here: str) -> pages.Link:
    """Return the way to where the agency can be held against others."""
    chosen = compare_address(cohort.publication.questionnaire, cohort.publication.period, agency.id)
    return pages.Link(text=around.words["compare_this"], href=way(here, chosen))


def _place(around: Surroundings, agency: Agency, here: str) -> pages.Link | None:
    """Return the way to the page of the place that the agency is named after, where there is one."""
    if not is_place(around, agency.id):
        return None
    return pages.Link(text=around.words["see_place"], href=way(here, place_address(agency.id)))


def _jumps(page: pages.AgencyPage, around: Surroundings) -> Iterator[pages.Link]:
    """Yield the way to each part of the page that is there."""
    parts = {
        "dimensions": (page.dimensions, "by_dimension"),
        "standouts": (page.standouts, "standouts"),
        "roadmap": (page.roadmap, "roadmap"),
        "periods": (page.trend or page.periods, "agency_over_time"),
        "answers": (page.sections, "answers"),
        "explain": (page.explain, "explain"),
    }
    for anchor, (there, word) in parts.items():
        if there:
            yield pages.Link(text=around.words[word], href=f"#{anchor}")


def withdrawn_page(around: Surroundings, cohort: Cohort, notice: Notice) -> pages.AgencyPage:
    """Return the page of a result that was taken back: the notice, and nothing else."""
    agency = around.register.agencies[notice.agency]
    language = around.edition(cohort).language
    here = agency_address(notice.questionnaire, notice.period, notice.agency)
    withdrawal = pages.Withdrawal(date=date_text(notice.on, language), reason=notice.reason_in(language))
    return _frame(around, cohort, agency, here)._replace(withdrawal=withdrawal)


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
        method=pages.Link(
            text=words["method_in_full"], href=way(here, method_address(questionnaire.id, questionnaire.version))
        ),
        parent=elsewhere.parent(around, cohort, agency, here),
        successor=elsewhere.successor(around, cohort, agency, here),
    )


def _submission(assessment: Assessment, edition: Edition) -> str:
    sent = assessment.response.submission
    if sent is None:
        return ""
    date = date_text(sent.date, edition.language) if sent.date else ""
    return ", ".join(each for each in (sent.number, date, sent.signed_by) if each)


def _staged_level(edition: Edition, assessment: Assessment) -> pages.Level | None:
    """Return the level reached in stages, where a band is shown as well."""
    banded = assessment.reached is not None and assessment.reached.start is not None
    staged = assessment.staged if assessment.stages and banded else None
    return edition.levels[staged.id] if staged else None


def _bands(edition: Edition, current: Level | None) -> tuple[pages.LevelBand, ...]:
    pairs = zip(edition.questionnaire.levels, edition.bands, strict=True)
    reached = None if current is None else current.id
    return tuple([band._replace(current=True) if level.id == reached else band for level, band in pairs])


def _by_key(score: Score, apart: Apart) -> Mapping[str, Score]:
    """Return the scores of all dimensions and questions; those below what mixes channels as they are told apart."""
    found = {key_of(each.id) if each.state == "node" else each.id: each for each in score.every()}
    found.update({key: told_apart(found[key], each) for key, each in apart.items()})
    return found
