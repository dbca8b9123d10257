"""What a group of responses comes to: a small record of each, and their ranks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from assess.model import Agency, Publication, Questionnaire
from assess.model.arithmetic import EXACT, compared, rounded
from assess.scoring import Assessment, on_scale


class Record(NamedTuple):
    """What the group needs to know of one assessment. Values are shares, or None where there is no score.

    `dimensions` are the values of the questionnaire's own dimensions, in order.
    """

    agency: str
    kind: str
    value: Decimal | None
    reason: str | None
    coverage: Decimal | None
    level: str | None
    dimensions: tuple[Decimal | None, ...]


class Standing(NamedTuple):
    """An agency's place: `rank` from 1 among `of`, `tied` when shared; rank None for the `reason`.

    Reasons: "no-score", "not-ranked" (by the register), "low-coverage", "small-group".
    """

    rank: int | None
    tied: bool
    of: int
    reason: str | None


def record_of(assessment: Assessment, kind: str) -> Record:
    """Return the record of one assessment; `kind` is the agency's."""
    score = assessment.score
    return Record(
        agency=assessment.response.agency,
        kind=kind,
        value=score.value,
        reason=score.reason,
        coverage=score.coverage,
        level=assessment.level.id if assessment.level else None,
        dimensions=tuple(part.value for part in score.parts),
    )


def rank(
    records: Iterable[Record], questionnaire: Questionnaire, agencies: Mapping[str, Agency]
) -> Mapping[str, Standing]:
    """Return each agency's standing: competition ranks (1, 2, 2, 4) within its kind, or among all.

    Ranked is who has a score, enough coverage, and a group that is large enough.
    """
    rule = questionnaire.ranking
    groups: dict[str, list[Record]] = {}
    standings: dict[str, Standing] = {}
    for record in records:
        reason = _left_out(record, questionnaire, agencies[record.agency])
        if reason:
            standings[record.agency] = Standing(None, False, 0, reason)
        else:
            groups.setdefault(record.kind if rule.within == "kind" else "", []).append(record)
    for group in groups.values():
        standings |= _ranks(group, questionnaire)
    return standings


def _left_out(record: Record, questionnaire: Questionnaire, agency: Agency) -> str | None:
    if record.value is None:
        return "no-score"
    if not agency.ranked:
        return "not-ranked"
    least = questionnaire.ranking.min_coverage
    return "low-coverage" if record.coverage is None or compared(record.coverage) < least else None


def _ranks(group: Sequence[Record], questionnaire: Questionnaire) -> Mapping[str, Standing]:
    size = len(group)
    if size < questionnaire.ranking.min_group:
        return {record.agency: Standing(None, False, size, "small-group") for record in group}
    values = {record.agency: _ranked_value(record, questionnaire) for record in group}
    ordered = sorted(values.values(), reverse=True)
    first = {value: place for place, value in reversed(list(enumerate(ordered, 1)))}
    last = {value: place for place, value in enumerate(ordered, 1)}
    return {agency: Standing(first[value], last[value] > first[value], size, None) for agency, value in values.items()}


def _ranked_value(record: Record, questionnaire: Questionnaire) -> Decimal:
    score = on_scale(questionnaire.scale, record.value or Decimal(0))
    return compared(score) if questionnaire.ranking.on == "exact" else rounded(score, questionnaire.scale.decimals)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cohort:
    """The published assessments of one questionnaire in one period, compared with each other.

    `records` and `standings` are by agency. `medians` holds for each kind the median share of the whole and of each of
    the questionnaire's own dimensions, for kinds with at least `min_group` scores; a median may be None.
    """

    publication: Publication
    questionnaire: Questionnaire
    records: Mapping[str, Record]
    standings: Mapping[str, Standing]
    medians: Mapping[str, tuple[Decimal | None, ...]]

    def of_kind(self, kind: str) -> Sequence[Record]:
        """Return the records of one kind of agency."""
        return [record for record in self.records.values() if record.kind == kind]


def compare(
    publication: Publication,
    questionnaire: Questionnaire,
    records: Sequence[Record],
    agencies: Mapping[str, Agency],
) -> Cohort:
    """Return the cohort of all published records of one questionnaire and period."""
    kinds = {record.kind for record in records}
    least = questionnaire.ranking.min_group
    return Cohort(
        publication=publication,
        questionnaire=questionnaire,
        records={record.agency: record for record in sorted(records, key=lambda each: each.agency)},
        standings=rank(records, questionnaire, agencies),
        medians={kind: _medians([each for each in records if each.kind == kind], least) for kind in sorted(kinds)},
    )


def median(values: Iterable[Decimal]) -> Decimal:
    """Return the middle value, or the mean of the two in the middle."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return EXACT.divide(EXACT.add(ordered[middle - 1], ordered[middle]), Decimal(2))


def _medians(records: Sequence[Record], least: int) -> tuple[Decimal | None, ...]:
    """Return the medians of the whole and of each dimension; None where fewer than `least` agencies have a value."""
    rows = [(record.value, *record.dimensions) for record in records]
    columns = [[value for value in column if value is not None] for column in zip(*rows, strict=True)]
    return tuple(median(column) if column and len(column) >= least else None for column in columns)
