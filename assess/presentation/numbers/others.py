"""Other periods and whether they may be compared with; what was corrected or taken back in this one."""

from collections.abc import Iterator

from assess.presentation import pages
from assess.presentation.addresses import agency_address, numbers_address, way
from assess.presentation.pages.numbers import NoticeRow, OtherPeriod
from assess.presentation.ranking.groups import withdrawals
from assess.presentation.surroundings import Surroundings, kind_name
from assess.presentation.wording import date_text
from assess.ranking import Cohort


def other_periods(around: Surroundings, cohort: Cohort, here: str) -> Iterator[OtherPeriod]:
    """Yield the other published periods of the questionnaire, and what a comparison with each would be of."""
    this = cohort.publication
    for other in around.cohorts:
        that = other.publication
        if that.questionnaire == this.questionnaire and other is not cohort:
            href = way(here, numbers_address(that.questionnaire, that.period))
            yield OtherPeriod(
                period=pages.Link(text=that.period, href=href), text=" ".join(_compared(around, cohort, other))
            )


def is_alike(cohort: Cohort, other: Cohort) -> bool:
    """Return whether two cohorts answered the same version and show the same channel."""
    one, two = cohort.publication, other.publication
    return (one.version, one.channel) == (two.version, two.channel)


def _compared(around: Surroundings, cohort: Cohort, other: Cohort) -> Iterator[str]:
    words, this, that = around.words, cohort.publication, other.publication
    if this.channel != that.channel:
        channels = {"channel": words[f"channel_{that.channel}"], "own": words[f"channel_{this.channel}"]}
        yield words["other_channel"].format(**channels)
    if this.version == that.version:
        if this.channel == that.channel:
            yield words["other_alike"].format(version=that.version)
        return
    yield words["other_version"].format(version=that.version)
    for kind in around.register.kinds:
        if kind in cohort.questionnaire.applies_to:
            common = around.recounts.common(this.questionnaire, this.version, that.version, kind)
            name = kind_name(around, kind, around.language)
            if common is None:
                yield words["other_unmapped"].format(kind=name)
            else:
                facts = {"compared": len(common.pairs), "left_out": sum(common.left_out)}
                yield words["other_mapped"].format(kind=name, **facts)


def notices(around: Surroundings, cohort: Cohort, here: str) -> Iterator[NoticeRow]:
    """Yield the corrections and withdrawals of this period, earliest first."""
    publication, words, language = cohort.publication, around.words, around.language
    corrected = [
        each
        for each in around.settings.corrections
        if (each.questionnaire, each.period) == (publication.questionnaire, publication.period)
        and each.agency in cohort.records
    ]
    marked = [("correction", each) for each in corrected]
    marked += [("withdrawal", each) for each in withdrawals(around, cohort)]
    for kind, each in sorted(marked, key=lambda pair: (pair[1].on, pair[1].agency)):
        address = agency_address(each.questionnaire, each.period, each.agency)
        agency = around.register.agencies[each.agency]
        yield NoticeRow(
            kind=words[f"notice_{kind}"],
            agency=pages.Link(text=agency.name_in(language), href=way(here, address)),
            date=date_text(each.on, language),
            reason=each.reason_in(language),
        )
