"""Who stands in a ranking: its groups, each in order, who awaits or is absent, and whose result was taken back."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from assess.model import Agency, Notice
from assess.model.periods import span_of
from assess.presentation.surroundings import Surroundings, group_name
from assess.presentation.wording import short_text, sort_key
from assess.ranking import Cohort, Group, Record, Standing


class Ranked(NamedTuple):
    """A group as it is shown: its title, its records in order, who of it awaits what (see `Cohort`), who is absent.

    `id` is "" and the title empty for agencies that have no group.
    """

    id: str
    title: str
    records: Sequence[Record]
    awaiting: Mapping[str, Sequence[Agency]]
    absent: Sequence[Agency]


def ranked_groups(around: Surroundings, cohort: Cohort) -> Iterator[Ranked]:
    """Yield each group that is ranked together and has somebody to show, those without a group at the end."""
    missing = {each.id: each for each in absent(around, cohort)}
    language = around.edition(cohort).language
    for group in cohort.groups:
        records = in_order(around, cohort, cohort.of_group(group))
        waiting = _waiting(around, cohort, group)
        gone = [missing[each] for each in group.agencies if each in missing]
        if records or waiting or gone:
            yield Ranked(group.id, group_name(around, cohort, group.id, language), records, waiting, gone)


def in_order(around: Surroundings, cohort: Cohort, records: Sequence[Record]) -> list[Record]:
    """Return records by rank, then by score, then by name."""
    language = around.edition(cohort).language
    agencies = around.register.agencies
    sign = -1 if cohort.questionnaire.ranking.order == "highest" else 1

    def place(record: Record) -> tuple[object, ...]:
        """Return the key of the order; where low scores are good, they come first."""
        rank = cohort.standings[record.agency].rank
        unscored = record.value is None
        name = sort_key(agencies[record.agency].name_in(language))
        return (rank is None, rank or 0, unscored, sign * (record.value or 0), name, record.agency)

    return sorted(records, key=place)


def rank_text(standing: Standing, language: str) -> str:
    """Return a rank as it is shown: "3", or "=3" when it is shared; the mean of shared places as it is."""
    if standing.rank is None:
        return ""
    whole = isinstance(standing.rank, int)
    rank = str(standing.rank) if whole else short_text(Decimal(standing.rank), 1, language)
    return f"{'=' if standing.tied else ''}{rank}"


def absent(around: Surroundings, cohort: Cohort) -> list[Agency]:
    """Return who is registered and may be shown, but has no published result: nothing received, or only a draft.

    Who has submitted and awaits a review or a survey is not among them.
    """
    gone = {each.agency for each in withdrawals(around, cohort)}
    return [
        agency
        for agency in around.register.agencies.values()
        if agency.id not in cohort.records
        and agency.id not in cohort.awaiting
        and agency.id not in gone
        and is_expected(cohort, agency)
    ]


def is_expected(cohort: Cohort, agency: Agency) -> bool:
    """Return whether an agency is asked, there in the period, and may be shown."""
    publication = cohort.publication
    asked = agency.kind in cohort.questionnaire.applies_to
    return asked and publication.allows(agency.id) and _existed(agency, publication.period)


def withdrawals(around: Surroundings, cohort: Cohort) -> list[Notice]:
    """Return the notices of results of this cohort that were taken back."""
    publication = cohort.publication
    return [
        each
        for each in around.settings.withdrawn
        if (each.questionnaire, each.period) == (publication.questionnaire, publication.period)
        and publication.allows(each.agency)
    ]


def _waiting(around: Surroundings, cohort: Cohort, group: Group) -> Mapping[str, Sequence[Agency]]:
    """Return who of a group awaits what; what the channel takes comes first."""
    found: dict[str, list[Agency]] = {cohort.publication.channel: []}
    for each in group.agencies:
        if each in cohort.awaiting:
            found.setdefault(cohort.awaiting[each], []).append(around.register.agencies[each])
    return {what: agencies for what, agencies in found.items() if agencies}


def _existed(agency: Agency, period: str) -> bool:
    """Return whether an agency is there on some day of a period; only periods that are named by dates can tell."""
    span = span_of(period)
    if span is None:
        return True
    begun = agency.valid_from is None or agency.valid_from <= span[1]
    return begun and (agency.valid_to is None or agency.valid_to >= span[0])
