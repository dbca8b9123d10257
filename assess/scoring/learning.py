"""What the group comes to, for all that is relative to it: learnt stage by stage from the submitted dossiers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal, localcontext
from typing import Any, TypeAlias

from assess.model import Agency, Dossier, Over, Question, Questionnaire, ScoreRule
from assess.model.arithmetic import EXACT, Uncomputable
from assess.normalisation.group import Learnt, Peers, facts_of, is_member, peers_of
from assess.normalisation.preparing import logged, prepared, winsorised
from assess.scoring.duels import row_of
from assess.scoring.marking import Marking

Column: TypeAlias = dict[str, tuple[Agency, Any]]
"""The members of a group by id, with what each brings to it."""

Source: TypeAlias = tuple[str, str]
"""Where the members of a group are taken from: a period and a channel."""


def learn(questionnaire: Questionnaire, period: str, channel: str, dossiers: Callable[[], Iterable[Dossier]]) -> Learnt:
    """Return what is learnt of the group of a questionnaire's version in a period.

    `dossiers` gives, each time it is called, those of all periods that the questionnaire looks at (`periods_of`);
    drafts among them are passed over. It is called once for each stage, so never where nothing is relative.
    """
    learnt = Learnt()
    channels = sorted({channel, *_channels(questionnaire)})
    with localcontext(EXACT):
        for stage in questionnaire.stages:
            columns: dict[tuple[str, str], dict[Source, Column]] = {
                (each, key): {_source(over, period, each): {} for over in _overs(questionnaire, key)}
                for each in channels
                for key in stage
            }
            _fill(columns, questionnaire, learnt, dossiers)
            for (each, key), sources in columns.items():
                ordered = {source: dict(sorted(column.items())) for source, column in sources.items()}
                _learn(learnt, questionnaire, (each, key), period, ordered)
    return learnt


def periods_of(questionnaire: Questionnaire, period: str) -> frozenset[str]:
    """Return the periods whose dossiers make up the groups of a period."""
    return frozenset(each.period or period for key in _keys(questionnaire) for each in _overs(questionnaire, key))


def _source(over: Over, period: str, channel: str) -> Source:
    return over.period or period, over.channel or channel


def _fill(
    columns: Mapping[tuple[str, str], dict[Source, Column]],
    questionnaire: Questionnaire,
    learnt: Learnt,
    dossiers: Callable[[], Iterable[Dossier]],
) -> None:
    """Put what the dossiers bring into the columns, which stand by channel and key, then by source."""
    for dossier in dossiers():
        if dossier.response.status != "submitted":
            continue
        here: Marking | None = None
        for (channel, key), sources in columns.items():
            here = here or Marking(questionnaire, dossier, learnt, channel)
            for (period, source), column in sources.items():
                there = here.elsewhere(source)
                if dossier.response.period == period and _takes_part(questionnaire, there, key):
                    column[dossier.agency.id] = (dossier.agency, _brought(questionnaire, there, key))


def _takes_part(questionnaire: Questionnaire, marking: Marking, key: str) -> bool:
    return key not in questionnaire.questions or marking.applies(key)


def _brought(questionnaire: Questionnaire, marking: Marking, key: str) -> Any:
    """Return what a dossier brings to a group: its number for a question; for a node its row of parts and its value."""
    if key in questionnaire.questions:
        return marking.number(key)
    dimension = questionnaire.nodes[key]
    row = row_of(marking.parts(key), dimension) if dimension.scoring.over else ()
    return row, None if dimension.rule is None else marking.aggregated(key).value


def _learn(
    learnt: Learnt,
    questionnaire: Questionnaire,
    where: tuple[str, str],
    period: str,
    columns: dict[Source, Column],
) -> None:
    channel, key = where
    if key in questionnaire.questions:
        _learn_question(learnt, questionnaire.questions[key], channel, period, columns)
        return
    dimension = questionnaire.nodes[key]
    if dimension.scoring.over is not None:
        column = columns[_source(dimension.scoring.over, period, channel)]
        for peers, members in _by_peers(dimension.scoring.over, column).items():
            learnt.keep(channel, key, "parts", peers, {name: row for name, (_, (row, _)) in members.items()})
    if dimension.rule is not None and dimension.rule.over is not None:
        column = columns[_source(dimension.rule.over, period, channel)]
        values = {name: (agency, value) for name, (agency, (_, value)) in column.items()}
        _learn_facts(learnt, channel, key, "rule", dimension.rule.over, dimension.rule, values)


def _learn_question(
    learnt: Learnt, question: Question, channel: str, period: str, columns: dict[Source, Column]
) -> None:
    """Learn each step of a question's preparing in turn, and do it to the members; then the facts for its rule."""
    untreated = dict(columns)
    for n, step in enumerate(question.prepare):
        if step.over is not None:
            source = _source(step.over, period, channel)
            _learn_step(learnt, question, channel, n, columns[source], untreated[source])
        for each, column in columns.items():
            columns[each], untreated[each] = _prepared(learnt, question, channel, n, column, untreated[each])
    if question.rule.over is not None:
        column = columns[_source(question.rule.over, period, channel)]
        _learn_facts(learnt, channel, question.id, "rule", question.rule.over, question.rule, column)


def _learn_step(learnt: Learnt, question: Question, channel: str, n: int, column: Column, untreated: Column) -> None:
    """Learn what a step of preparing looks at: the members' mean and median, or where their outliers begin."""
    step = question.prepare[n]
    assert step.over is not None, "it looks at a group"  # noqa: S101
    if step.step == "impute":
        _learn_facts(learnt, channel, question.id, n, step.over, None, column)
        return
    for peers, members in _by_peers(step.over, column).items():
        values = _values(members)
        if values:
            before = _values({name: untreated[name] for name in members})
            known = winsorised(step, values) if step.step == "winsorise" else logged(step, values, before)
            learnt.keep(channel, question.id, n, peers, known)


def _prepared(
    learnt: Learnt, question: Question, channel: str, n: int, column: Column, untreated: Column
) -> tuple[Column, Column]:
    """Return the members' numbers after one step; one that cannot be worked out is missing from then on."""
    step = question.prepare[n]
    after: Column = {}
    plain: Column = {}
    for name, (agency, number) in column.items():
        value = before = None
        try:
            needed = step.over is not None and not (step.step == "impute" and number is not None)
            known = learnt.of(channel, question.id, n, step.over, agency) if needed and step.over else None
            value, before = prepared(step, number, untreated[name][1], agency, known)
        except Uncomputable:
            pass
        after[name], plain[name] = (agency, value), (agency, before)
    return after, plain


def _learn_facts(
    learnt: Learnt, channel: str, key: str, step: int | str, over: Over, rule: ScoreRule | None, column: Column
) -> None:
    for peers, members in _by_peers(over, column).items():
        values = {name: value for name, (_, value) in members.items() if value is not None}
        if values:
            learnt.keep(channel, key, step, peers, facts_of(values, rule))


def _by_peers(over: Over, column: Column) -> Mapping[Peers, Column]:
    """Return the members of each group that agencies compare with."""
    groups: dict[Peers, Column] = {}
    for name, (agency, value) in column.items():
        peers = peers_of(over, agency)
        if peers is not None and is_member(over, agency):
            groups.setdefault(peers, {})[name] = (agency, value)
    return groups


def _values(members: Column) -> list[Decimal]:
    return [value for _, value in members.values() if value is not None]


def _keys(questionnaire: Questionnaire) -> Iterator[str]:
    return (key for stage in questionnaire.stages for key in stage)


def _overs(questionnaire: Questionnaire, key: str) -> Iterator[Over]:
    """Yield the groups that a question or a node looks at."""
    if key in questionnaire.questions:
        question = questionnaire.questions[key]
        found = [question.rule.over, *(each.over for each in question.prepare)]
    else:
        dimension = questionnaire.nodes[key]
        found = [dimension.rule.over if dimension.rule else None, dimension.scoring.over]
    yield from (each for each in found if each is not None)


def _channels(questionnaire: Questionnaire) -> Iterator[str]:
    for node in questionnaire.nodes.values():
        yield from node.channels
    for question in questionnaire.questions.values():
        yield from question.channels
