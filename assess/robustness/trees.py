"""Scores of a whole group under other weights and other choices, for trees of any formulas.

Everything is worked out part by part in the tree's order, for all agencies and many draws at once, by operations that
every machine carries out alike (see `arrays`); after each node values are rounded to 2^-40.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import reduce
from typing import Final, NamedTuple

import numpy as np

from assess.model import Scoring
from assess.profiles import Branch, Held, Profile, Shape
from assess.robustness.arrays import Marks, Numbers, on_grid
from assess.robustness.formulas import FORMULAS, NORMALISED, Cells, Formula, Part, total_of

AVERAGES: Final = ("mean", "sum", "geometric", "harmonic", "power")
"""The formulas that a choice of another average takes the place of."""

FLOORED: Final = ("geometric", "harmonic")
"""Those in which a part of 0 decides everything."""


class Choice(NamedTuple):
    """What is done otherwise than the questionnaire says; None is as it says.

    `aggregate`: a formula in place of every average; where it is geometric or harmonic, parts below `floor` count as
    it, so that nothing is multiplied or divided by zero. `normalise`: minmax, percentile or zscore of each question's
    shares in the group. `missing`: zero, skip or zero_node at every node. `weights`: equal. `without`: the column of a
    part that is left out.
    """

    aggregate: str | None = None
    normalise: str | None = None
    missing: str | None = None
    weights: str | None = None
    without: int | None = None
    floor: Decimal = Decimal("0.01")


class _Step(NamedTuple):
    """What was held, as arrays over the agencies."""

    times: Numbers
    plus: Numbers
    floor: Numbers
    cap: Numbers
    added: Numbers


class Panel:
    """A group of agencies as arrays. `order` says which score comes first: highest or lowest.

    Adjustments are applied again in every draw, in order, those that fired and by the amounts that they had. What else
    a questionnaire does to a node beside the formula (rules, rounding, channels) is held as it came out: the difference
    that it made is added, and a node that has no score for such a reason never has one. A Copeland node, which only a
    group can work out, keeps its value, after all adjustments.
    """

    def __init__(self, shape: Shape, profiles: Sequence[Profile], order: str = "highest") -> None:
        self.shape, self.order = shape, order
        self.agencies = tuple(profile.agency for profile in profiles)
        columns = zip(*(profile.values for profile in profiles), strict=True)
        self.cells = [_cells(column) for column in columns]
        weights = zip(*(profile.weights for profile in profiles), strict=True)
        self.weights = [np.array([float(each or 0) for each in column]) for column in weights]
        self.added: dict[int, Numbers] = {}
        self.barred: dict[int, Marks] = {}
        self.held = {branch.column: _steps(branch.column, profiles) for branch in shape.branches}
        ones = np.ones((1, len(shape.keys)))
        for branch in shape.branches:
            actual = self.cells[branch.column]
            found = _adjusted(self.held[branch.column], _worked_out(self, branch, self.cells, ones, Choice()))
            both = found.known[0] & actual.known
            self.added[branch.column] = np.where(both, on_grid(actual.values) - found.values[0], 0.0)
            self.barred[branch.column] = found.known[0] & ~actual.known

    @property
    def is_plain(self) -> bool:
        """Whether every score is nothing but means of means of complete answers, with the same weights for all."""
        return (
            all(branch.scoring.aggregate in ("mean", "sum") for branch in self.shape.branches)
            and all(bool(cells.known.all()) for cells in self.cells)
            and all(bool((weights == weights[0]).all()) and weights[0] > 0 for weights in self.weights)
            and not any(self.held.values())
            and not any(bool(added.any()) for added in self.added.values())
        )


def scores_of(panel: Panel, choice: Choice, drawn: Numbers) -> Numbers:
    """Return the whole's value for each draw and agency, the greatest the best; minus infinity where there is none.

    `drawn` has a row for each draw and a column for each of the tree's: what its weight is multiplied by.
    """
    cells = list(panel.cells)
    for column in panel.shape.leaves:
        cells[column] = NORMALISED[choice.normalise](cells[column], panel.weights[column] > 0)
    for branch in panel.shape.branches:
        values, known = _adjusted(panel.held[branch.column], _worked_out(panel, branch, cells, drawn, choice))
        cells[branch.column] = Cells(values + panel.added[branch.column], known & ~panel.barred[branch.column])
    whole = cells[panel.shape.branches[-1].column]
    return np.where(whole.known, whole.values if panel.order == "highest" else -whole.values, -np.inf)


def _cells(column: Sequence[Decimal | None]) -> Cells:
    return Cells(np.array([float(each or 0) for each in column]), np.array([each is not None for each in column]))


def _steps(column: int, profiles: Sequence[Profile]) -> Sequence[_Step]:
    """Return what is done to a node's values for each agency, step by step; empty where it is nothing for any."""
    held = [profile.held[column] if profile.held else () for profile in profiles]
    count = max(map(len, held), default=0)
    nothing = Held()
    rows = zip(*((*own, *[nothing] * (count - len(own))) for own in held), strict=True)
    return [
        _Step(*(np.array([float(each) for each in field]) for field in zip(*row, strict=True)))
        for row in rows
        if any(each != nothing for each in row)
    ]


def _adjusted(steps: Sequence[_Step], cells: Cells) -> Cells:
    """Return values after every step, in order; what is out of bounds then has no value."""
    if not steps:
        return cells
    values = cells.values
    with np.errstate(over="ignore", invalid="ignore"):
        for each in steps:
            stopped = np.minimum(np.maximum(values * each.times + each.plus, each.floor), each.cap)
            values = on_grid(stopped + each.added)
    finite = np.isfinite(values)
    return Cells(np.where(finite, values, 0.0), cells.known & finite)


def _worked_out(panel: Panel, branch: Branch, cells: Sequence[Cells], drawn: Numbers, choice: Choice) -> Cells:
    """Return the values of a node, for each draw and agency."""
    scoring, parts = branch.scoring, []
    aggregate = choice.aggregate if choice.aggregate and scoring.aggregate in AVERAGES else scoring.aggregate
    if aggregate not in FORMULAS:
        own, shape = cells[branch.column], (len(drawn), len(panel.agencies))
        return Cells(np.broadcast_to(own.values, shape), np.broadcast_to(own.known, shape))
    for column in branch.parts:
        weights = panel.weights[column]
        if choice.weights == "equal":
            weights = (weights > 0) * 1.0
        if choice.without == column:
            weights = weights * 0.0
        parts.append(Part(*cells[column], drawn[:, column, np.newaxis] * weights))
    floor = float(choice.floor) if aggregate in FLOORED and aggregate != scoring.aggregate else -np.inf
    return _filled_in(parts, choice.missing or scoring.missing, floor, FORMULAS[aggregate], scoring)


def _filled_in(parts: Sequence[Part], missing: str, floor: float, formula: Formula, scoring: Scoring) -> Cells:
    """Return what the formula makes of parts of which some may be missing, and none counts as less than `floor`."""
    gaps = reduce(np.logical_or, (~part.known & (part.weights > 0) for part in parts))
    if missing == "zero":
        parts = [Part(np.where(part.known, part.values, 0.0), part.known | True, part.weights) for part in parts]
    else:
        parts = [part._replace(weights=part.weights * part.known) for part in parts]
    if floor > -np.inf:
        parts = [part._replace(values=np.maximum(part.values, floor)) for part in parts]
    total = total_of(part.weights for part in parts)
    with np.errstate(over="ignore", invalid="ignore"):  # what is out of bounds has no value
        values, computable = formula(parts, np.where(total > 0, total, 1.0), scoring)
        values = on_grid(values)
    known = computable & (total > 0) & np.isfinite(values)
    values = np.where(known, values, 0.0)
    if missing == "zero_node":
        return Cells(np.where(gaps, 0.0, values), known | gaps)
    return Cells(values, known & ~gaps if missing == "null" else known)
