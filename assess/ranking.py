"""What a group of responses comes to: a small record of each, and their ranks."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from assess.model import Agency, Publication, Questionnaire, Register
from assess.model.arithmetic import compared, median, rounded
from assess.profiles import Profile, Shape, profile_of, shape_of
from assess.scoring import Assessment, Learnt, declared_value, on_scale

ALL: Final = "all"
"""The id of the group of all agencies."""


Chosen: TypeAlias = tuple[str, ...] | str
"""What an agency answered, as far as it can be counted: ids of options ("yes" and "no" among them), or a state."""


YES: Final = "yes"
NO: Final = "no"


class Record(NamedTuple):
    """What the group needs to know of one assessment. Values are shares, or None where there is no score.

    `dimensions` are the values of the questionnaire's own dimensions, in order; None for those that are only recorded,
    and in a whole that mixes channels, because there they have one in each. `declared` is the value of the agency's own
    answers, where another channel is scored, `staged` the level that is reached in stages, where levels are staged.
    `profile` holds the share of every node and question, in the columns of the cohort's shape; `answers` for each
    question, in the questionnaire's order, the options that were chosen, or else the state of its answer. `groupings`
    are the values of each grouping's values, one grouping after the other.
    """

    agency: str
    kind: str
    value: Decimal | None
    reason: str | None
    coverage: Decimal | None
    level: str | None
    dimensions: tuple[Decimal | None, ...]
    declared: Decimal | None = None
    staged: str | None = None
    profile: Profile | None = None
    answers: tuple[Chosen, ...] = ()
    groupings: tuple[Decimal | None, ...] = ()


class Standing(NamedTuple):
    """An agency's place: `rank` from 1 among the `of` of its `group`, `tied` when shared; rank None for the `reason`.

    Ranks are whole; where equal scores share the mean of their places (fractional) they are decimals. `group` is the
    id of the group, "" for none. Reasons: "no-score", "not-ranked" (by the register), "no-group", "low-coverage",
    "small-group".
    """

    rank: int | Decimal | None
    tied: bool
    of: int
    reason: str | None
    group: str = ""


class Group(NamedTuple):
    """Agencies that are ranked together, by id, in the order of the register.

    `id` is that of what they share: a kind, a parent, or a group of the register; "all" where all are ranked together;
    "" for those who have no parent, or no group of the family: they are not ranked.
    """

    id: str
    agencies: tuple[str, ...]


def record_of(assessment: Assessment, kind: str, shape: Shape | None = None) -> Record:
    """Return the record of one assessment; `kind` is the agency's.

    `shape` is that of all scores of its questionnaire; it is worked out where it is not given.
    """
    score = assessment.score
    return Record(
        agency=assessment.response.agency,
        kind=kind,
        value=score.value,
        reason=score.reason,
        coverage=score.coverage,
        level=assessment.reached.id if assessment.reached else None,
        dimensions=tuple(None if len(score.channels) > 1 or part.recorded else part.value for part in score.parts),
        declared=declared_value(assessment.declared),
        staged=assessment.staged.id if assessment.staged else None,
        profile=profile_of(assessment.response.agency, shape or shape_of(assessment.questionnaire, score), score),
        answers=tuple(_chosen(assessment)),
        groupings=tuple([each.value for scores in assessment.groupings.values() for each in scores]),
    )


def _chosen(assessment: Assessment) -> Iterator[Chosen]:
    """Yield what was answered to each question in the channel that is scored."""
    answers = assessment.dossier.answers(assessment.channel)
    states = {each.id: each.state for each in assessment.score.every() if each.state != "node"}
    for question in assessment.questionnaire.questions.values():
        state = states.get(question.id, "")
        answer = answers.get(question.id) if state == "answered" else None
        value = None if answer is None else answer.value
        if isinstance(value, bool):
            yield (YES if value else NO,)
        elif isinstance(value, tuple):
            yield value
        else:
            yield (value,) if isinstance(value, str) and question.options else state


def groups_of(register: Register, within: str) -> tuple[Group, ...]:
    """Return who is ranked with whom: `within` is kind, all, parent, or a family of the register's groups.

    Groups stand in the order of the register, those without a group at the end.
    """
    members: dict[str, list[str]] = {each: [] for each in (*_shared_things(register, within), "")}
    for agency in register.agencies.values():
        members[_shared_by(agency, within)].append(agency.id)
    return tuple(Group(name, tuple(each)) for name, each in members.items() if each)


def rank(records: Iterable[Record], questionnaire: Questionnaire, register: Register) -> Mapping[str, Standing]:
    """Return each agency's standing within its group, as the questionnaire's `ranking` says.

    Ranked is who has a score, a group that is large enough, and enough coverage.
    """
    group_of = {name: each.id for each in groups_of(register, questionnaire.ranking.within) for name in each.agencies}
    groups: dict[str, list[Record]] = {}
    standings: dict[str, Standing] = {}
    for record in records:
        group = group_of[record.agency]
        reason = _left_out(record, questionnaire, register.agencies[record.agency], group)
        if reason:
            standings[record.agency] = Standing(None, False, 0, reason, group)
        else:
            groups.setdefault(group, []).append(record)
    for name, each in groups.items():
        standings |= _ranks(name, each, questionnaire)
    return standings


def _shared_things(register: Register, within: str) -> Iterable[str]:
    if within == "kind":
        return register.kinds
    if within == "all":
        return (ALL,)
    if within == "parent":
        return register.agencies
    return (each.id for each in register.groups.values() if each.family == within)


def _shared_by(agency: Agency, within: str) -> str:
    if within == "kind":
        return agency.kind
    if within == "all":
        return ALL
    if within == "parent":
        return agency.parent or ""
    return agency.families.get(within, "")


def _left_out(record: Record, questionnaire: Questionnaire, agency: Agency, group: str) -> str | None:
    if record.value is None:
        return "no-score"
    if not agency.ranked:
        return "not-ranked"
    if not group:
        return "no-group"
    least = questionnaire.ranking.min_coverage
    return "low-coverage" if record.coverage is None or compared(record.coverage) < least else None


def _ranks(group: str, records: Sequence[Record], questionnaire: Questionnaire) -> Mapping[str, Standing]:
    size, rule = len(records), questionnaire.ranking
    if size < rule.min_group:
        return {record.agency: Standing(None, False, size, "small-group", group) for record in records}
    values = {record.agency: _ranked_value(record, questionnaire) for record in records}
    ordered = sorted(values.values(), reverse=rule.order == "highest")
    first = {value: place for place, value in reversed(list(enumerate(ordered, 1)))}
    last = {value: place for place, value in enumerate(ordered, 1)}
    distinct = {value: place for place, value in enumerate(last, 1)}
    tied = TIES[rule.ties]
    return {
        agency: Standing(
            rank=tied(first[value], last[value], distinct[value]),
            tied=last[value] > first[value],
            of=size,
            reason=None,
            group=group,
        )
        for agency, value in values.items()
    }


def _ranked_value(record: Record, questionnaire: Questionnaire) -> Decimal:
    score = on_scale(questionnaire.scale, record.value or Decimal(0))
    return compared(score) if questionnaire.ranking.on == "exact" else rounded(score, questionnaire.scale.decimals)


def _competition(first: int, last: int, distinct: int) -> int:
    """Equal scores take the first of their places, and the next score the place after the last: 1, 2, 2, 4."""
    return first


def _dense(first: int, last: int, distinct: int) -> int:
    """Each score that differs takes the next place: 1, 2, 2, 3."""
    return distinct


def _fractional(first: int, last: int, distinct: int) -> Decimal:
    """Equal scores take the mean of their places: 1, 2.5, 2.5, 4."""
    return Decimal(first + last) / 2


TIES: Final[Mapping[str, Callable[[int, int, int], int | Decimal]]] = {
    "competition": _competition,
    "dense": _dense,
    "fractional": _fractional,
}
"""The rank of equal scores, by the name of the rule: from their first and last place, and how many scores differ."""


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
