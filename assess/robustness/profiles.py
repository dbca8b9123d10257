"""What the chapter works on: one tree for a group of agencies, and the shares of each of them in it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from assess.model import Questionnaire, Scoring
from assess.model.arithmetic import ONE
from assess.model.conditions import WHOLE, key_of
from assess.scoring import Score, counted_in, weight_in


class Branch(NamedTuple):
    """A node of the tree: its column, those of its parts, and how they become its value."""

    column: int
    parts: tuple[int, ...]
    scoring: Scoring


class Shape(NamedTuple):
    """The tree that all profiles of a group share.

    A column for the whole, each node and each question: wholes before their parts, `parents` the place of each one's
    whole, -1 for the first. `branches` are the nodes that have parts, parts before their wholes.
    """

    ids: tuple[str, ...]
    parents: tuple[int, ...]
    branches: tuple[Branch, ...]

    @property
    def leaves(self) -> list[int]:
        """The columns without parts, in order."""
        inner = {branch.column for branch in self.branches}
        return [column for column in range(len(self.ids)) if column not in inner]


class Profile(NamedTuple):
    """The shares of one agency and their weights, by column. A weight is None where the part leaves the sum."""

    agency: str
    values: tuple[Decimal | None, ...]
    weights: tuple[Decimal | None, ...]


def shape_of(questionnaire: Questionnaire, score: Score) -> Shape:
    """Return the tree of a questionnaire, which every score of it has."""
    shape = _Growing(questionnaire)
    shape.add(score, -1, WHOLE)
    return Shape(tuple(shape.ids), tuple(shape.parents), tuple(shape.branches))


class _Growing:
    """A shape while it is put together."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.nodes = questionnaire.nodes
        self.ids: list[str] = []
        self.parents: list[int] = []
        self.branches: list[Branch] = []

    def add(self, score: Score, parent: int, key: str) -> int:
        """Add a score and all below it; return its column."""
        column = len(self.ids)
        self.ids.append(score.id)
        self.parents.append(parent)
        if score.parts:
            parts = tuple([self.add(part, column, key_of(part.id)) for part in score.parts])
            self.branches.append(Branch(column, parts, self.nodes[key].scoring))
        return column


def profile_of(agency: str, shape: Shape, score: Score) -> Profile:
    """Return what one agency's score comes to in the tree."""
    scorings = {branch.column: branch.scoring for branch in shape.branches}
    values: list[Decimal | None] = [score.value]
    weights: list[Decimal | None] = [ONE]
    _add_parts(score, scorings, values, weights)
    return Profile(agency, tuple(values), tuple(weights))


def _add_parts(
    score: Score, scorings: Mapping[int, Scoring], values: list[Decimal | None], weights: list[Decimal | None]
) -> None:
    scoring = scorings.get(len(values) - 1)
    if scoring is None:
        return
    counted = {part.id: part for part in counted_in(scoring, score.parts)}
    for part in score.parts:
        own = counted.get(part.id)
        values.append(part.value if own is None else own.value)
        weights.append(None if own is None else weight_in(scoring, own))
        _add_parts(part, scorings, values, weights)
