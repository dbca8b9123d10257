"""Ranks: who is ranked with whom, in which place, and what becomes of equal scores."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from assess.model import Agency, Questionnaire, Register
from assess.model.arithmetic import compared, rounded
from assess.ranking.records import Record
from assess.scoring import on_scale

ALL: Final = "all"
"""The id of the group of all agencies."""


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
