"""How sure an order is: everything that could have been chosen otherwise is, and the ranks are compared."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, localcontext
from itertools import combinations, product
from typing import Final, NamedTuple

import numpy as np

from assess.model import Interval, Plan
from assess.model.arithmetic import EXACT, ZERO
from assess.profiles import Branch, Profile, Shape
from assess.robustness.arrays import Numbers, Whole
from assess.robustness.chance import UNIT, factors
from assess.robustness.coherence import correlation, cronbach, effective_weights
from assess.robustness.places import intervals_of, ranks_of, shift_of, step_of
from assess.robustness.trees import AVERAGES, Choice, Panel, scores_of
from assess.robustness.weighing import Tree, Weighed, weigh

UNVARIED: Final = frozenset(("own", "none"))
"""What a plan calls leaving an average, a normalisation or a policy as the questionnaire has it."""

_CELLS: Final = 100_000  # scores worked out at a time


class Robustness(NamedTuple):
    """How sure the order of a group of agencies is.

    `weights` and `choices` are intervals of ranks by agency: as weights are drawn, and as the choices of the plan
    are drawn as well. `shifts` is the average shift in rank by the name of a choice ("weights" for the drawn weights),
    `without` by the part of the whole that is left out. `effective` is what each part and question weighs in the whole,
    on average of the agencies; `correlations` are between the parts of the whole, `alphas` Cronbach's of each node.
    Parts that are only recorded are in none of them. All parts go by their keys, which tell a dimension apart from a
    question, or a questionnaire, of the same id.
    """

    plan: Plan
    weights: Mapping[str, Interval]
    choices: Mapping[str, Interval]
    shifts: Mapping[str, Decimal]
    without: Mapping[str, Decimal]
    effective: Mapping[str, Decimal]
    correlations: Mapping[tuple[str, str], Decimal | None]
    alphas: Mapping[str, Decimal | None]


def robustness_of(shape: Shape, profiles: Sequence[Profile], order: str, plan: Plan) -> Robustness:
    """Return how sure the order of these agencies is; `order` says which score comes first, highest or lowest."""
    panel = Panel(shape, profiles, order)
    weighed = _weighed(panel, plan)
    wide = simulated(panel, choices_of(plan), plan)
    reference = reference_of(panel)
    keys, parts = shape.keys, _counted(shape.branches[-1], profiles)
    left_out = parts if len(parts) > 1 else ()
    columns = list(zip(*(profile.values for profile in profiles), strict=True))
    return Robustness(
        plan=plan,
        weights=dict(zip(panel.agencies, weighed.intervals, strict=True)),
        choices=dict(zip(panel.agencies, wide.intervals, strict=True)),
        shifts={"weights": weighed.shift, **_shifts(panel, plan, reference)},
        without={keys[each]: _shift(panel, Choice(without=each), reference) for each in left_out},
        effective=_effective(shape, profiles),
        correlations={
            (keys[one], keys[other]): correlation(columns[one], columns[other]) for one, other in combinations(parts, 2)
        },
        alphas={
            keys[branch.column]: cronbach([columns[part] for part in counted])
            for branch in sorted(shape.branches)
            if len(counted := _counted(branch, profiles)) > 1
        },
    )


def intervals(shape: Shape, profiles: Sequence[Profile], order: str, plan: Plan) -> Mapping[str, Interval]:
    """Return between which ranks each of these agencies lies as weights are drawn: `weights` of a `Robustness`."""
    panel = Panel(shape, profiles, order)
    return dict(zip(panel.agencies, _weighed(panel, plan).intervals, strict=True))


def choices_of(plan: Plan) -> Sequence[Choice]:
    """Return the choices that are drawn together: each average with each normalisation and each policy for gaps."""
    every = product(*map(_varied, (plan.aggregates, plan.normalisations, plan.missing)))
    return [Choice(aggregate, normalise, missing, floor=plan.floor) for aggregate, normalise, missing in every]


def singles(panel: Panel, plan: Plan) -> Mapping[str, Choice]:
    """Return the choices that are tried one at a time, by name: those that make a difference to the questionnaire."""
    scorings = [branch.scoring for branch in panel.shape.branches]
    averages = {"mean" if each.aggregate == "sum" else each.aggregate for each in scorings}.intersection(AVERAGES)
    missing = {each.missing for each in scorings}
    tried = (*plan.aggregates, *plan.alone)
    found = {name: Choice(aggregate=name, floor=plan.floor) for name in tried if averages - {name}}
    found |= {name: Choice(normalise=name) for name in plan.normalisations}
    found |= {name: Choice(missing=name) for name in plan.missing if missing - {name}}
    return {name: each for name, each in found.items() if name not in UNVARIED} | {"equal": Choice(weights="equal")}


def simulated(panel: Panel, choices: Sequence[Choice], plan: Plan) -> Weighed:
    """Return what becomes of ranks as weights are drawn, and the choices take turns."""
    size, columns = len(panel.agencies), len(panel.shape.keys)
    step = step_of(size, plan.draws)
    kept = np.empty((-(-plan.draws // step), size), np.int32)
    reference, moved = reference_of(panel), 0
    for first, draws in _chunks(plan.draws, max(1, _CELLS // size) * len(choices)):
        drawn = factors(plan.seed, first, draws, columns, plan.spread) / UNIT
        order = np.arange(first, first + draws)
        for n, choice in enumerate(choices):
            own = order // step % len(choices) == n  # so that those that are kept take turns too
            if not own.any():
                continue
            ranks = ranks_of(scores_of(panel, choice, drawn[own]))
            moved += int(np.abs(ranks - reference).sum())
            keep = order[own] % step == 0
            kept[order[own][keep] // step] = ranks[keep]
    return Weighed(intervals_of(kept), EXACT.divide(Decimal(moved), Decimal(plan.draws * size)))


def _varied(names: Sequence[str]) -> Sequence[str | None]:
    return [None if name in UNVARIED else name for name in names]


def reference_of(panel: Panel) -> Whole:
    """Return the ranks as the questionnaire says, equal scores sharing the best of their places."""
    reference: Whole = ranks_of(scores_of(panel, Choice(), _plain(panel)))[0]
    return reference


def _counted(branch: Branch, profiles: Sequence[Profile]) -> Sequence[int]:
    """Return the columns of the parts that count for some agency: what is only recorded counts for none."""
    return [part for part in branch.parts if any(profile.weights[part] is not None for profile in profiles)]


def _weighed(panel: Panel, plan: Plan) -> Weighed:
    """Vary the weights alone; by counting where everything is a mean of complete answers."""
    if not panel.is_plain:
        return simulated(panel, [Choice()], plan)
    shape = panel.shape
    tree = Tree(shape.parents, tuple(Decimal(float(weights[0])) for weights in panel.weights))
    shares = np.stack([panel.cells[column].values for column in tree.leaves], axis=1)
    return weigh(shares if panel.order == "highest" else -shares, tree, plan.spread, plan.draws, plan.seed)


def _chunks(draws: int, size: int) -> Iterator[tuple[int, int]]:
    for first in range(0, draws, size):
        yield first, min(size, draws - first)


def _plain(panel: Panel) -> Numbers:
    return np.ones((1, len(panel.shape.keys)))


def _shifts(panel: Panel, plan: Plan, reference: Whole) -> Mapping[str, Decimal]:
    return {name: _shift(panel, choice, reference) for name, choice in singles(panel, plan).items()}


def _shift(panel: Panel, choice: Choice, reference: Whole) -> Decimal:
    return shift_of(reference, ranks_of(scores_of(panel, choice, _plain(panel))))


def _effective(shape: Shape, profiles: Sequence[Profile]) -> Mapping[str, Decimal]:
    with localcontext(EXACT):
        totals = [ZERO] * len(shape.keys)
        for profile in profiles:
            own = effective_weights(shape.parents, profile.weights)
            totals = [total + each for total, each in zip(totals, own, strict=True)]
        return {name: total / len(profiles) for name, total in list(zip(shape.keys, totals, strict=True))[1:]}
