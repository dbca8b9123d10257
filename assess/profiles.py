"""Responses side by side: one tree for a group of agencies, and the shares of each of them in it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, localcontext
from typing import NamedTuple

from assess.model import Questionnaire, Scale, Scoring
from assess.model.arithmetic import EXACT, ONE, ZERO
from assess.model.conditions import WHOLE, key_of
from assess.scoring import Score, Trace, Unit, counted_in, unit_of, weight_in


class Branch(NamedTuple):
    """A node of the tree: its column, those of its parts, and how they become its value."""

    column: int
    parts: tuple[int, ...]
    scoring: Scoring


class Shape(NamedTuple):
    """The tree that all profiles of a group share.

    A column for the whole, each node and each question, by their `keys`: wholes before their parts, `parents` the place
    of each one's whole, -1 for the first. `branches` are the nodes that have parts, parts before their wholes. `scale`
    is the one that adjustments are written on.
    """

    keys: tuple[str, ...]
    parents: tuple[int, ...]
    branches: tuple[Branch, ...]
    scale: Scale = Scale(ZERO, ONE, 0)

    @property
    def leaves(self) -> list[int]:
        """The columns without parts, in order."""
        inner = {branch.column for branch in self.branches}
        return [column for column in range(len(self.keys)) if column not in inner]


class Held(NamedTuple):
    """What a rule or an adjustment does to a share, as it held for an agency.

    The share is multiplied by `times`, `plus` is added, then it is not less than `floor` and not more than `cap`; what
    a rule or rounding made of it afterwards is `added`.
    """

    times: Decimal = ONE
    plus: Decimal = ZERO
    floor: Decimal = Decimal("-Infinity")
    cap: Decimal = Decimal("Infinity")
    added: Decimal = ZERO


class Profile(NamedTuple):
    """The shares of one agency and their weights, by column. A weight is None where the part leaves the sum.

    `held` is by column too: what its node's rule did, then each adjustment in order; empty where nothing is adjusted.
    """

    agency: str
    values: tuple[Decimal | None, ...]
    weights: tuple[Decimal | None, ...]
    held: tuple[tuple[Held, ...], ...] = ()


def shape_of(questionnaire: Questionnaire, score: Score) -> Shape:
    """Return the tree of a questionnaire, which every score of it has."""
    shape = _Growing(questionnaire)
    shape.add(score, -1, WHOLE)
    return Shape(tuple(shape.keys), tuple(shape.parents), tuple(shape.branches), questionnaire.scale)


class _Growing:
    """A shape while it is put together."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.nodes = questionnaire.nodes
        self.keys: list[str] = []
        self.parents: list[int] = []
        self.branches: list[Branch] = []

    def add(self, score: Score, parent: int, key: str) -> int:
        """Add a score, by its key, and all below it; return its column."""
        column = len(self.keys)
        self.keys.append(key)
        self.parents.append(parent)
        if score.parts:
            parts = tuple([self.add(part, column, _key(part)) for part in score.parts])
            self.branches.append(Branch(column, parts, self.nodes[key].scoring))
        return column


def _key(part: Score) -> str:
    return key_of(part.id) if part.state == "node" else part.id


def profile_of(agency: str, shape: Shape, score: Score) -> Profile:
    """Return what one agency's score comes to in the tree."""
    scorings = {branch.column: branch.scoring for branch in shape.branches}
    values: list[Decimal | None] = [score.value]
    weights: list[Decimal | None] = [ONE]
    scores = [score]
    _add_parts(score, scorings, values, weights, scores)
    with localcontext(EXACT):
        held = [
            _held(each.trail, unit_of(scorings[column], each, shape.scale)) if column in scorings else ()
            for column, each in enumerate(scores)
        ]
    return Profile(agency, tuple(values), tuple(weights), tuple(held))


def _add_parts(
    score: Score,
    scorings: Mapping[int, Scoring],
    values: list[Decimal | None],
    weights: list[Decimal | None],
    scores: list[Score],
) -> None:
    scoring = scorings.get(len(values) - 1)
    if scoring is None:
        return
    counted = {part.id: part for part in counted_in(scoring, score.parts)}
    for part in score.parts:
        own = counted.get(part.id)
        values.append(part.value if own is None else own.value)
        weights.append(None if own is None else weight_in(scoring, own))
        scores.append(part)
        _add_parts(part, scorings, values, weights, scores)


def _held(trail: Sequence[Trace], unit: Unit) -> tuple[Held, ...]:
    """Return what was done to a node's share after its formula, in order: by its rule, and by each adjustment."""
    held, adjusted = [Held()], False
    for trace in trail:
        if trace.step == "rule" and trace.value is not None:
            held = [Held(added=trace.value - _number(trace, "of"))]
        elif trace.step == "adjust":
            held.append(_adjustment(trace, unit))
            adjusted = True
        elif trace.step == "round" and trace.value is not None and unit[0] != unit[1]:
            change = (trace.value - _number(trace, "of")) / (unit[1] - unit[0])
            held[-1] = held[-1]._replace(added=held[-1].added + change)
    return tuple(held) if adjusted else ()


def _adjustment(trace: Trace, unit: Unit) -> Held:
    """Return an adjustment as it fired, its amount turned from the unit it is written in into a share."""
    if not trace.facts["fired"] or unit[0] == unit[1]:
        return Held()
    amount, size = _number(trace, "amount"), unit[1] - unit[0]
    return {
        "zero": Held(times=ZERO),
        "cap": Held(cap=(amount - unit[0]) / size),
        "floor": Held(floor=(amount - unit[0]) / size),
        "times": Held(times=amount, plus=unit[0] * (amount - 1) / size),
        "plus": Held(plus=amount / size),
        "minus": Held(plus=-amount / size),
    }[str(trace.facts["by"])]


def _number(trace: Trace, fact: str) -> Decimal:
    number = trace.facts[fact]
    assert isinstance(number, Decimal), "what is adjusted or rounded is a number"  # noqa: S101
    return number
