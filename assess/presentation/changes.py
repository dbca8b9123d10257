"""How a result changed since an earlier period, as a share; nothing where the two cannot be compared."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from assess.model import Agency
from assess.model.arithmetic import EXACT
from assess.model.periods import period_order
from assess.presentation.surroundings import Surroundings
from assess.ranking import Cohort
from assess.versions import Common

Pair: TypeAlias = tuple[Decimal | None, Decimal | None]


def earlier(around: Surroundings, cohort: Cohort) -> Cohort | None:
    """Return the published results of the same questionnaire in the period before; None where there are none."""
    this = cohort.publication
    for other in around.cohorts:  # latest period first
        that = other.publication
        if that.questionnaire == this.questionnaire and period_order(that.period) < period_order(this.period):
            return other
    return None


def change_since(around: Surroundings, cohort: Cohort, other: Cohort, agency: Agency) -> Decimal | None:
    """Return by what share an agency's score in `cohort` lies above its score in `other`.

    Where the versions differ, over what they have in common. None where an agency has no score in one of them, or
    they show different channels, or nothing says what their versions have in common.
    """
    pair = values_since(around, cohort, other, agency)
    return None if pair is None else difference(pair)


def values_since(around: Surroundings, cohort: Cohort, other: Cohort, agency: Agency) -> Pair | None:
    """Return an agency's shares in `cohort` and in `other` as `change_since` compares them; None where it may not."""
    one, before = cohort.records.get(agency.id), other.records.get(agency.id)
    if one is None or before is None or cohort.publication.channel != other.publication.channel:
        return None
    if cohort.publication.version == other.publication.version:
        return one.value, before.value
    if common_of(around, cohort, other, agency) is None:
        return None
    return values_in_common(around, cohort, other, agency)


def history(around: Surroundings, cohort: Cohort, agency: Agency) -> Iterator[tuple[Cohort, Decimal | None]]:
    """Yield each published period of the questionnaire, earliest first, with the agency's score in it as a share.

    Scores that may not be compared with the cohort's own, because of their channel or version, are None.
    """
    this = cohort.publication
    for other in reversed(around.cohorts):
        that = other.publication
        if that.questionnaire == this.questionnaire:
            record = other.records.get(agency.id)
            same = (that.version, that.channel) == (this.version, this.channel)
            yield other, record.value if record is not None and same else None


def common_of(around: Surroundings, cohort: Cohort, other: Cohort, agency: Agency) -> Common | None:
    """Return what the versions of two cohorts have in common for an agency; None where nothing says it."""
    this, that = cohort.publication, other.publication
    return around.recounts.common(this.questionnaire, this.version, that.version, agency.kind)


def values_in_common(around: Surroundings, cohort: Cohort, other: Cohort, agency: Agency) -> Pair:
    """Return what an agency's results in two cohorts come to over what their versions have in common."""
    this, that, recounts = cohort.publication, other.publication, around.recounts
    return (
        recounts.value(this.questionnaire, this.period, agency.id, that.version),
        recounts.value(this.questionnaire, that.period, agency.id, this.version),
    )


def difference(values: Pair) -> Decimal | None:
    """Return the first of two shares less the second; None where one is missing."""
    first, second = values
    return None if first is None or second is None else EXACT.subtract(first, second)
