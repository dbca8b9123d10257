"""Cohort: the records of one questionnaire and period, compared with each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assess.model import Publication, Questionnaire, Register
from assess.model.arithmetic import median
from assess.profiles import Profile, Shape
from assess.ranking.places import Group, Standing, groups_of, rank
from assess.ranking.records import Record
from assess.scoring import Learnt


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cohort:
    """The published assessments of one questionnaire in one period, compared with each other.

    `records` and `standings` are by agency; `groups` are those that are ranked together, also where nobody of them is
    published. `awaiting` says what those await whose submitted response may be published once it is there: the channel,
    for its review or survey, or "stale", for another review because the answers were changed after it. `medians` holds
    for each group the median share of the whole and of each of the questionnaire's own dimensions, over the agencies
    that have a rank, where at least `min_group` of them have a score; a median may be None. `learnt` is, by channel,
    what relative scores are worked out from. `shape` is that of the records' profiles, None where there are none.
    """

    publication: Publication
    questionnaire: Questionnaire
    records: Mapping[str, Record]
    standings: Mapping[str, Standing]
    groups: Sequence[Group]
    medians: Mapping[str, tuple[Decimal | None, ...]]
    learnt: Mapping[str, Learnt]
    awaiting: Mapping[str, str]
    shape: Shape | None

    def of_group(self, group: Group) -> Sequence[Record]:
        """Return the records of a group."""
        return [self.records[agency] for agency in group.agencies if agency in self.records]

    def profiles(self, agencies: Iterable[str]) -> tuple[Shape, Sequence[Profile]]:
        """Return the tree of all records, and the profiles of some agencies that have one, by id."""
        assert self.shape is not None, "where there are records, there is a shape"  # noqa: S101
        found = [self.records[each].profile for each in sorted(agencies)]
        return self.shape, [each for each in found if each is not None]


def compare(
    publication: Publication,
    questionnaire: Questionnaire,
    records: Sequence[Record],
    register: Register,
    learnt: Mapping[str, Learnt],
    awaiting: Mapping[str, str],
    shape: Shape | None = None,
) -> Cohort:
    """Return the cohort of all published records of one questionnaire and period; `awaiting` as it holds it."""
    standings = rank(records, questionnaire, register)
    by_group: dict[str, list[Record]] = {}
    for record in records:
        if standings[record.agency].rank is not None:
            by_group.setdefault(standings[record.agency].group, []).append(record)
    least = questionnaire.ranking.min_group
    return Cohort(
        publication=publication,
        questionnaire=questionnaire,
        records={record.agency: record for record in sorted(records, key=lambda each: each.agency)},
        standings=standings,
        groups=groups_of(register, questionnaire.ranking.within),
        medians={name: _medians(each, least) for name, each in sorted(by_group.items())},
        learnt=learnt,
        awaiting=awaiting,
        shape=shape,
    )


def _medians(records: Sequence[Record], least: int) -> tuple[Decimal | None, ...]:
    """Return the medians of the whole and of each dimension; None where fewer than `least` agencies have a value."""
    rows = [(record.value, *record.dimensions) for record in records]
    columns = [[value for value in column if value is not None] for column in zip(*rows, strict=True)]
    return tuple(median(column) if column and len(column) >= least else None for column in columns)
