"""The way from an agency's result to others: above and below it, in other periods and questionnaires."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assess.model import Agency, Notice
from assess.presentation import pages
from assess.presentation.addresses import agency_address, way
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


def children(around: Surroundings, cohort: Cohort, agency: Agency, here: str) -> Iterator[pages.ChildRow]:
    """Yield the agencies below, with their results where these are published."""
    edition = around.edition(cohort)
    for child in around.children.get(agency.id, ()):
        record = cohort.records.get(child.id)
        address = agency_address(cohort.publication.questionnaire, cohort.publication.period, child.id)
        yield pages.ChildRow(
            name=child.name_in(edition.language),
            href=way(here, address) if record else "",
            score=score_text(record.value, edition.questionnaire.scale, edition.language) if record else "",
            level=edition.levels[record.level] if record and record.level else None,
            note="" if record else edition.words["not_received"],
        )


def other_periods(
    around: Surroundings, cohort: Cohort, agency: Agency, here: str, value: Decimal | None
) -> Iterator[pages.OtherResult]:
    """Yield the agency's results in other periods; a change is worked out within one version only."""
    for other in around.cohorts:
        record = other.records.get(agency.id)
        same = other.publication.questionnaire == cohort.publication.questionnaire
        if record is None or not same or other.publication.period == cohort.publication.period:
            continue
        change = ""
        if other.publication.version == cohort.publication.version and None not in (value, record.value):
            difference = (value or Decimal(0)) - (record.value or Decimal(0))
            edition = around.edition(cohort)
            text = change_text(difference, edition.questionnaire.scale, edition.language)
            change = edition.words["change_here"].format(change=text, period=other.publication.period)
        yield _other_result(around, other, record, here, other.publication.period, change)


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
