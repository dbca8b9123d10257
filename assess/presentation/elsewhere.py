"""The way from an agency's result to others: above and below it, in other periods and questionnaires."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assess.model import Agency, Notice
from assess.presentation import pages
from assess.presentation.addresses import agency_address, way
from assess.presentation.changes import Pair, common_of, difference, values_in_common
from assess.presentation.ranking.groups import is_expected, rank_text, withdrawals
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import change_text, date_text, said, score_text
from assess.ranking import Cohort, Record


def parent(around: Surroundings, cohort: Cohort, agency: Agency, here: str) -> pages.Link | None:
    """Return the agency above; a link where its result is published."""
    if agency.parent is None:
        return None
    above = around.register.agencies[agency.parent]
    language = around.edition(cohort).language
    published = above.id in cohort.records
    address = agency_address(cohort.publication.questionnaire, cohort.publication.period, above.id)
    return pages.Link(text=above.name_in(language), href=way(here, address) if published else "")


def successor(around: Surroundings, cohort: Cohort, agency: Agency, here: str) -> pages.Link | None:
    """Return the agency that this one was merged into; a link to its latest published result, where there is one."""
    if agency.successor is None:
        return None
    after = around.register.agencies[agency.successor]
    name = cohort.publication.questionnaire
    found = (each for each in around.cohorts if each.publication.questionnaire == name and after.id in each.records)
    latest = next(found, None)
    address = agency_address(name, latest.publication.period, after.id) if latest else ""
    return pages.Link(text=after.name_in(around.edition(cohort).language), href=way(here, address) if latest else "")


def former_results(around: Surroundings, cohort: Cohort, agency: Agency, here: str) -> Iterator[pages.FormerResult]:
    """Yield the results of the agencies that were merged into this one, each apart: latest period first."""
    before = around.predecessors.get(agency.id, ())
    this, language = cohort.publication, around.edition(cohort).language
    for other in around.cohorts:
        that, edition = other.publication, around.edition(other)
        for each in before:
            record = other.records.get(each.id)
            if record is None or that.questionnaire != this.questionnaire:
                continue
            yield pages.FormerResult(
                name=each.name_in(language),
                period=that.period,
                href=way(here, agency_address(that.questionnaire, that.period, each.id)),
                score=score_text(record.value, edition.questionnaire.scale, language) or edition.words["none"],
                rank=rank_text(other.standings[each.id], language),
                level=edition.levels[record.level] if record.level else None,
                note="" if that.version == this.version else f"{edition.words['version']} {that.version}",
            )


def children(around: Surroundings, cohort: Cohort, agency: Agency, here: str) -> Iterator[pages.ChildRow]:
    """Yield the agencies below that may be shown, with their results where these are published."""
    edition = around.edition(cohort)
    gone = {each.agency for each in withdrawals(around, cohort)}
    for child in around.children.get(agency.id, ()):
        record = cohort.records.get(child.id)
        if record is None and not is_expected(cohort, child):
            continue
        missing = f"awaiting_{cohort.awaiting[child.id]}" if child.id in cohort.awaiting else "not_received"
        missing = "withdrawn" if child.id in gone else missing
        address = agency_address(cohort.publication.questionnaire, cohort.publication.period, child.id)
        yield pages.ChildRow(
            name=child.name_in(edition.language),
            href=way(here, address) if record or child.id in gone else "",
            score=score_text(record.value, edition.questionnaire.scale, edition.language) if record else "",
            level=edition.levels[record.level] if record and record.level else None,
            note="" if record else edition.words[missing],
        )


def other_periods(
    around: Surroundings, cohort: Cohort, agency: Agency, here: str, value: Decimal | None
) -> Iterator[pages.OtherResult]:
    """Yield the agency's results in other periods, each with what it says beside this one."""
    for other in around.cohorts:
        record = other.records.get(agency.id)
        same = other.publication.questionnaire == cohort.publication.questionnaire
        if record is None or not same or other.publication.period == cohort.publication.period:
            continue
        change = _change(around, cohort, other, agency, (value, record.value))
        yield _other_result(around, other, record, here, other.publication.period, change)


def _change(around: Surroundings, cohort: Cohort, other: Cohort, agency: Agency, values: Pair) -> str:
    """Return what another result says beside this one: the change where they are of the same kind, or why not."""
    this, that, words = cohort.publication, other.publication, around.words
    if this.channel != that.channel:
        return words["change_channel"]
    if this.version != that.version:
        return _change_of_version(around, cohort, other, agency)
    change = _change_text(around, cohort, values)
    return words["change_here"].format(change=change, period=that.period) if change else ""


def _change_of_version(around: Surroundings, cohort: Cohort, other: Cohort, agency: Agency) -> str:
    """Return the change over what the versions of two results have in common, which is said; or why there is none."""
    this, that, words = cohort.publication, other.publication, around.words
    common = common_of(around, cohort, other, agency)
    if common is None:
        return words["change_unmapped"].format(version=that.version)
    later = cohort if common.later.version == this.version else other
    change = _change_text(around, later, values_in_common(around, cohort, other, agency))
    return words["change_mapped" if change else "change_mapped_none"].format(
        change=change,
        period=that.period,
        version=that.version,
        compared=len(common.pairs),
        left_out=sum(common.left_out),
    )


def _change_text(around: Surroundings, cohort: Cohort, values: Pair) -> str:
    """Return the first of two shares less the second on the cohort's scale; empty where one is missing."""
    change = difference(values)
    return "" if change is None else change_text(change, cohort.questionnaire.scale, around.language)


def other_questionnaires(
    around: Surroundings, cohort: Cohort, agency: Agency, here: str
) -> Iterator[pages.OtherResult]:
    """Yield the agency's results in other questionnaires of the same period."""
    for other in around.cohorts:
        record = other.records.get(agency.id)
        period = cohort.publication.period
        if record and other.publication.period == period and other is not cohort:
            title = said(around.edition(other).questionnaire.title, around.edition(other).language)
            yield _other_result(around, other, record, here, title, "")


def _other_result(
    around: Surroundings, other: Cohort, record: Record, here: str, title: str, change: str
) -> pages.OtherResult:
    edition = around.edition(other)
    address = agency_address(other.publication.questionnaire, other.publication.period, record.agency)
    return pages.OtherResult(
        title=title,
        href=way(here, address),
        score=score_text(record.value, edition.questionnaire.scale, edition.language) or edition.words["none"],
        level=edition.levels[record.level] if record.level else None,
        change=change,
    )


def corrections(notices: Sequence[Notice], cohort: Cohort, agency: Agency, language: str) -> Iterator[pages.Correction]:
    """Yield the corrections of this result."""
    for each in notices:
        if (each.questionnaire, each.period, each.agency) == (
            cohort.publication.questionnaire,
            cohort.publication.period,
            agency.id,
        ):
            yield pages.Correction(date=date_text(each.on, language), reason=each.reason_in(language))
