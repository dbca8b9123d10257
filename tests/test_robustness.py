"""How sure an order is: the pieces by hand, the whole against the engine, and the same bytes everywhere."""

import hashlib
import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.model import Interval, Plan, Scoring
from assess.model.arithmetic import compared
from assess.profiles import Branch, Profile, Shape, profile_of, shape_of
from assess.robustness import (
    Choice,
    Panel,
    Tree,
    choices_of,
    correlation,
    cronbach,
    effective_weights,
    leaf_weights,
    places,
    robustness_of,
    simulated,
    singles,
    varying,
    weigh,
    weighing,
)
from assess.robustness.arrays import exponential, logarithm
from assess.robustness.chance import UNIT, factors
from assess.robustness.places import intervals_of, ranks_of, shift_of
from assess.robustness.trees import scores_of
from tests.scoring import assessed, questionnaire_of

QUARTER: Final = Decimal("0.25")


def numbers(*written: float | str | None) -> tuple[Decimal | None, ...]:
    return tuple(None if each is None else Decimal(str(each)) for each in written)


# ----------------------------------------------------------------------------------------------------- the pieces


def test_chance_is_the_same_everywhere_and_however_it_is_shared_out() -> None:
    assert factors(1, 0, 1, 3, QUARTER).tolist() == [[929866.0, 1261564.0, 1101678.0]]
    whole = factors(7, 0, 90, 5, QUARTER)
    assert (factors(7, 40, 50, 5, QUARTER) == whole[40:]).all()
    assert (factors(8, 0, 90, 5, QUARTER) != whole).any()
    assert (factors(7, 0, 9, 5, Decimal(0)) == UNIT).all()
    assert factors(7, 0, 9, 5, Decimal("0.999999999")).min() > 0
    assert factors(0, 0, 2**11, 2**11, Decimal("0.999999999")).min() > 0, (
        "a part that is drawn alone would weigh nothing"
    )


def test_chance_is_even_within_its_bounds() -> None:
    drawn = factors(1, 0, 4_000, 10, QUARTER) / UNIT
    assert 0.75 <= drawn.min() < 0.7501
    assert 1.2499 < drawn.max() <= 1.25
    assert abs(drawn.mean() - 1) < 0.003
    assert abs(drawn.std() - 0.5 / math.sqrt(12)) < 0.003
    assert abs(np.corrcoef(drawn.T) - np.eye(10)).max() < 0.06


def test_logarithms_and_powers_of_e_have_these_very_bits() -> None:
    values = np.array([1e-12, 0.3, 0.7071067811865476, 1.0, 2.5, 1e6])
    assert [each.hex() for each in logarithm(values).tolist()] == LOGARITHMS
    assert [each.hex() for each in exponential(np.array([-20.5, -1.0, 0.0, 0.25, 3.0])).tolist()] == POWERS_OF_E
    many = factors(3, 0, 100, 100, Decimal("0.99")).ravel() / UNIT
    assert abs(logarithm(many) - np.log(many)).max() < 1e-14
    assert abs(exponential(-many * 20) / np.exp(-many * 20) - 1).max() < 1e-13


LOGARITHMS: Final = [
    "-0x1.ba18a998fffa0p+4",
    "-0x1.34378fcbda720p+0",
    "-0x1.62e42fefa39eep-2",
    "0x0.0p+0",
    "0x1.d5240f0e0e077p-1",
    "0x1.ba18a998fffa0p+3",
]
POWERS_OF_E: Final = [
    "0x1.57a3afeed00a6p-30",
    "0x1.78b56362cef38p-2",
    "0x1.0000000000000p+0",
    "0x1.48b5e3c3e8186p+0",
    "0x1.415e5bf6fb106p+4",
]


def test_equal_scores_share_the_best_of_their_places() -> None:
    assert ranks_of(np.array([[3.0, 5.0, 3.0, 1.0], [0.0, 0.0, 0.0, -np.inf]])).tolist() == [[2, 1, 2, 4], [1, 1, 1, 4]]


def test_scores_that_only_rounding_tells_apart_are_equal() -> None:
    scores = np.array([[0.5, 0.5 + 2.0**-40, 0.5 - 2.0**-39, 0.5 + 2.0**-30]])
    assert ranks_of(scores).tolist() == [[2, 2, 2, 1]]


def test_an_interval_is_read_off_the_ordered_ranks() -> None:
    ranks = np.stack([np.arange(100, 0, -1), np.full(100, 7)], axis=1)
    assert intervals_of(ranks) == [Interval(50, 5, 95), Interval(7, 7, 7)]
    assert intervals_of(ranks[:1]) == [Interval(100, 100, 100), Interval(7, 7, 7)]


def test_the_average_shift_is_the_mean_of_the_distances() -> None:
    assert shift_of(np.array([1, 2, 3, 4]), np.array([[2, 1, 3, 4]])) == Decimal("0.5")


def test_effective_weights_are_the_shares_among_siblings_multiplied_down() -> None:
    parents = (-1, 0, 1, 1, 0)
    weights = numbers(1, 3, 1, 3, 1)
    assert effective_weights(parents, weights) == list(numbers(1, "0.75", "0.1875", "0.5625", "0.25"))
    assert effective_weights(parents, numbers(1, 3, 1, None, 1)) == list(numbers(1, "0.75", "0.75", 0, "0.25"))
    assert effective_weights((-1, 0), numbers(1, 0)) == list(numbers(1, 0))
    drawn = leaf_weights(Tree(parents, tuple(each or Decimal(0) for each in weights)), np.full((1, 5), float(UNIT)))
    assert drawn.tolist() == [[0.1875, 0.5625, 0.25]]


def test_a_correlation_looks_at_the_agencies_that_have_both_values() -> None:
    assert correlation(numbers(1, 2, 3, 9), numbers(2, 4, 6, None)) == 1
    assert correlation(numbers(1, 2, 3), numbers(3, 2, 1)) == -1
    assert compared(correlation(numbers(1, 2, 3, 4), numbers(1, 3, 2, 4)) or Decimal(0)) == Decimal("0.8")
    assert correlation(numbers(1, 1), numbers(1, 2)) is None
    assert correlation(numbers(1, None), numbers(1, 2)) is None


def test_alpha_is_one_for_parts_that_say_the_same_and_may_be_negative() -> None:
    assert cronbach([numbers(1, 2, 3), numbers(1, 2, 3)]) == 1
    assert compared((cronbach([numbers(1, 2, 3), numbers(1, 3, 2)]) or 0) * Decimal(3)) == 2
    assert (cronbach([numbers(1, 2, 3), numbers(3, 1, 2)]) or 0) < 0
    assert cronbach([numbers(1, 2, 3)]) is None
    assert cronbach([numbers(1, 2, 3), numbers(3, 2, 1)]) is None
    assert cronbach([numbers(1, None), numbers(3, 2)]) is None


# --------------------------------------------------------------------------------------------------- drawn weights


def _flat(leaves: int) -> Tree:
    return Tree((-1, *([0] * leaves)), (Decimal(1),) * (leaves + 1))


def _shares(agencies: int, leaves: int) -> Any:
    """Return invented shares: some of an agency's own, some of each question's, all from 0 to 1."""
    own, each = factors(5, 0, agencies, 1, Decimal("0.9")), factors(6, 0, agencies, leaves, Decimal("0.9"))
    return (own + each) / (4 * UNIT)


def _sorted_ranks(shares: Any, tree: Tree, draws: int) -> Any:
    """Return the ranks of the same draws from unrounded scores, by sorting."""
    return ranks_of(leaf_weights(tree, factors(1, 0, draws, len(tree.parents), QUARTER)) @ shares.T)


@pytest.mark.parametrize(("agencies", "leaves", "off"), [(2, 1, 0), (34, 40, 1), (34, 200, 1), (2_000, 40, 6)])
def test_counting_finds_the_ranks_that_sorting_finds_but_for_the_bins(agencies: int, leaves: int, off: int) -> None:
    shares, tree = _shares(agencies, leaves), _flat(leaves)
    found = weigh(shares, tree, QUARTER, 400, 1)
    exact = intervals_of(_sorted_ranks(shares, tree, 400))
    assert (
        max(abs(a - b) for one, two in zip(found.intervals, exact, strict=True) for a, b in zip(one, two, strict=True))
        <= off
    )


def test_counting_does_not_depend_on_how_draws_are_shared_out(monkeypatch: pytest.MonkeyPatch) -> None:
    shares, tree = _shares(50, 12), _flat(12)
    whole = weigh(shares, tree, QUARTER, 101, 1)
    monkeypatch.setattr(weighing, "_CHUNK", 7)
    monkeypatch.setattr(weighing, "_BLOCK", 33)
    assert weigh(shares, tree, QUARTER, 101, 1) == whole
    monkeypatch.setattr(places, "KEPT", 50 * 26)
    fewer = weigh(shares, tree, QUARTER, 101, 1)
    assert fewer.shift == whole.shift
    assert fewer.intervals != whole.intervals


def test_counted_ranks_have_the_same_bytes_everywhere() -> None:
    found = weigh(_shares(300, 20), _flat(20), QUARTER, 200, 1)
    assert hashlib.sha256(repr(found).encode()).hexdigest() == COUNTED


COUNTED: Final = "76c6bf40d87074161c61ee277ed698ea513a499f9b50f810964e2c92540abf84"


def test_equal_agencies_are_equal_in_every_draw() -> None:
    shares = np.array([[0.5, 0.25], [0.5, 0.25], [0.1, 0.1]])
    assert weigh(shares, _flat(2), QUARTER, 50, 1).intervals == [
        Interval(1, 1, 1),
        Interval(1, 1, 1),
        Interval(3, 3, 3),
    ]
    assert weigh(np.full((3, 2), 0.5), _flat(2), QUARTER, 50, 1).intervals == [Interval(1, 1, 1)] * 3


# ----------------------------------------------------------------------------------------------------------- trees

_DEEP: Final[dict[str, Any]] = {
    "dimensions": [
        {
            "id": "one",
            "title": "1",
            "weight": 2,
            "questions": [{"id": f"a{n}", "text": "?", "type": "percent", "weight": n + 1} for n in range(3)],
        },
        {
            "id": "two",
            "title": "2",
            "questions": [
                {"id": f"b{n}", "text": "?", "type": "percent", "points": n + 2, "not_applicable": "allowed"}
                for n in range(3)
            ],
        },
    ]
}
_ANSWERS: Final = st.dictionaries(
    st.sampled_from(["a0", "a1", "a2", "b0", "b1", "b2"]),
    st.one_of(st.integers(0, 100), st.just({"unknown": "Chưa có."})),
    max_size=6,
)
_NOT_APPLICABLE: Final = st.dictionaries(
    st.sampled_from(["b0", "b1", "b2"]), st.just({"not_applicable": "Không."}), max_size=3
)


def group_of(
    questionnaire_data: Mapping[str, Any], answers: Sequence[Mapping[str, Any]]
) -> tuple[Shape, list[Profile]]:
    questionnaire = questionnaire_of(questionnaire_data)
    scores = [assessed(questionnaire, each).score for each in answers]
    shape = shape_of(questionnaire, scores[0])
    return shape, [profile_of(f"a{n}", shape, score) for n, score in enumerate(scores)]


def plain(shape: Shape) -> Any:
    return np.ones((1, len(shape.keys)))


@pytest.mark.parametrize(
    "aggregate", ["mean", "sum", "geometric", "harmonic", "power", "min", "max", "median", "product"]
)
@pytest.mark.parametrize("missing", ["zero", "skip", "zero_node", None])
@settings(deadline=None, max_examples=25)
@given(answers=st.lists(st.builds(lambda a, b: a | b, _ANSWERS, _NOT_APPLICABLE), min_size=1, max_size=4))
def test_a_tree_comes_to_what_the_engine_makes_of_it(
    aggregate: str, missing: str | None, answers: list[dict[str, Any]]
) -> None:
    scoring = {"aggregate": aggregate, "missing": missing} | ({"power": Decimal("2.5")} if aggregate == "power" else {})
    shape, profiles = group_of(_DEEP | {"scoring": scoring}, answers)
    panel = Panel(shape, profiles)
    assert not any(added.any() or panel.barred[column].any() for column, added in panel.added.items())
    scores = scores_of(panel, Choice(), plain(shape))[0]
    for found, profile in zip(scores.tolist(), profiles, strict=True):
        expected = profile.values[0]
        assert found == (-math.inf if expected is None else pytest.approx(float(expected), abs=1e-11))


def _panel(*rows: tuple[tuple[Decimal | None, ...], tuple[Decimal | None, ...]], **scoring: Any) -> Panel:
    """Return a group over one node; each row is an agency's shares and their weights."""
    count = len(rows[0][0])
    shape = Shape(
        ("whole", *"abcdef"[:count]), (-1,) + (0,) * count, (Branch(0, tuple(range(1, count + 1)), Scoring(**scoring)),)
    )
    free = [Profile(str(n), (None, *values), (Decimal(1), *weights)) for n, (values, weights) in enumerate(rows)]
    panel = Panel(shape, free)
    panel.barred[0] = panel.barred[0] & False
    return panel


def _scores(panel: Panel, choice: Choice) -> list[float]:
    return [round(each, 10) for each in scores_of(panel, choice, plain(panel.shape))[0].tolist()]


def test_each_choice_does_what_it_says() -> None:
    weights = numbers(1, 3)
    panel = _panel((numbers("0.2", "0.4"), weights), (numbers("0.6", None), weights), (numbers(0, "0.9"), weights))
    assert _scores(panel, Choice()) == [0.35, 0.15, 0.675]
    assert _scores(panel, Choice(missing="skip")) == [0.35, 0.6, 0.675]
    assert _scores(panel, Choice(weights="equal")) == [0.3, 0.3, 0.45]
    assert _scores(panel, Choice(without=2)) == [0.2, 0.6, 0]
    floored = [0.2**0.25 * 0.4**0.75, 0.6**0.25 * 0.01**0.75, 0.01**0.25 * 0.9**0.75]
    assert _scores(panel, Choice(aggregate="geometric")) == [round(each, 10) for each in floored]
    floored = [4 / (1 / 0.2 + 3 / 0.4), 4 / (1 / 0.6 + 3 / 0.05), 4 / (1 / 0.05 + 3 / 0.9)]
    assert _scores(panel, Choice(aggregate="harmonic", floor=Decimal("0.05"))) == [round(each, 10) for each in floored]
    stretched = [1 / 3 / 4, 1 / 4, 3 / 4]
    assert _scores(panel, Choice(normalise="minmax")) == [round(each, 10) for each in stretched]
    assert _scores(panel, Choice(normalise="percentile")) == [0.125, 0.25, 0.75]
    deviations = [math.sqrt((0.2**2 + 0.6**2) / 3 - (0.8 / 3) ** 2), 0.25]
    standard = [[0.5 + (each - 0.8 / 3) / deviations[0] / 10 for each in (0.2, 0.6, 0)], [0.4, 0, 0.6]]
    assert _scores(panel, Choice(normalise="zscore")) == [
        round((one + 3 * two) / 4, 10) for one, two in zip(*standard, strict=True)
    ]
    assert _scores(panel, Choice(missing="zero_node")) == [0.35, 0, 0.675]
    assert _scores(panel, Choice(aggregate="min", floor=Decimal("0.5"))) == [0.2, 0, 0]
    assert _scores(panel, Choice(aggregate="max")) == [0.4, 0.6, 0.9]
    assert _scores(panel, Choice(aggregate="median")) == [0.4, 0, 0.9]


def test_where_a_group_does_not_differ_nothing_is_normalised() -> None:
    panel = _panel((numbers("0.2", "0.4"), numbers(1, 3)), (numbers("0.2", "0.4"), numbers(1, 3)))
    for name in ("minmax", "zscore"):
        assert _scores(panel, Choice(normalise=name)) == [0.35, 0.35]


def test_what_a_plan_lists_is_tried() -> None:
    assert choices_of(Plan()) == [
        Choice(aggregate, normalise, missing)
        for aggregate in ("mean", "geometric")
        for normalise in (None, "minmax", "percentile")
        for missing in ("zero", "skip")
    ]
    floor = Decimal("0.1")
    plan = Plan.from_data(
        {"floor": floor, "aggregates": ["own", "min"], "normalisations": ["zscore"], "missing": ["own"]}
    )
    assert choices_of(plan) == [Choice(None, "zscore", floor=floor), Choice("min", "zscore", floor=floor)]
    panel = _panel((numbers("0.2", "0.4"), numbers(1, 3)))
    assert singles(panel, plan) == {
        "min": Choice("min", floor=floor),
        "zscore": Choice(normalise="zscore"),
        "equal": Choice(weights="equal"),
    }
    assert list(singles(panel, Plan())) == ["geometric", "harmonic", "minmax", "percentile", "skip", "equal"]
    fixed = {"spread": 0, "aggregates": ["own"], "normalisations": ["none"], "missing": ["own"]}
    assert choices_of(Plan.from_data(fixed)) == [Choice()]


def test_where_nothing_is_varied_no_rank_moves() -> None:
    fixed = {"spread": 0, "aggregates": ["own"], "normalisations": ["none"], "missing": ["own"]}
    scoring = {"aggregate": "geometric", "missing": "zero_node"}
    shape, profiles = group_of(_DEEP | {"scoring": scoring, "robustness": fixed}, [*_complete(8), {"a0": 100}])
    found = robustness_of(shape, profiles, "highest", Plan.from_data(fixed))
    assert all(each.low == each.high for each in (*found.weights.values(), *found.choices.values()))
    assert {name for name, shift in found.shifts.items() if shift} <= {"equal"}


def test_a_choice_of_another_average_leaves_other_formulas_alone() -> None:
    panel = _panel((numbers("0.2", "0.4"), numbers(1, 3)), aggregate="min")
    assert _scores(panel, Choice(aggregate="geometric")) == [0.2]


def test_what_is_done_beside_the_formula_is_held() -> None:
    capped = _DEEP | {"adjust": [{"cap": 40}]}
    answers = [{"a0": 90, "a1": 90, "a2": 90}, {"a0": 60}, {}]
    shape, profiles = group_of(capped, answers)
    panel = Panel(shape, profiles)
    values = [float(profile.values[0] or 0) for profile in profiles]
    assert values[0] == 0.4
    assert scores_of(panel, Choice(), plain(shape))[0].tolist() == pytest.approx(values, abs=1e-11)
    assert not panel.is_plain
    below = _DEEP | {"scoring": {"min_coverage": Decimal("0.3")}}
    shape, profiles = group_of(below, answers)
    assert profiles[2].values[0] is None
    assert scores_of(Panel(shape, profiles), Choice(missing="skip"), plain(shape))[0].tolist()[2] == -math.inf


_ADJUSTMENTS: Final = (
    [{"zero": True}, {"plus": Decimal("0.4")}],
    [{"minus": Decimal("0.3")}, {"cap": 2}, {"minus": {"question": "a0"}}],
    [{"cap": Decimal("2.5")}, {"plus": Decimal("0.25")}],
    [{"floor": 3}, {"times": Decimal("0.5")}],
    [{"times": Decimal("1.5")}, {"cap": 4, "if": {"question": "a0", "at_least": 50}}, {"plus": Decimal("-0.1")}],
    [{"floor": 2, "if": {"question": "a0", "at_least": 99}}, {"times": Decimal("1.1")}],
)


@pytest.mark.parametrize("adjust", _ADJUSTMENTS)
@pytest.mark.parametrize("aggregate", ["mean", "sum", "geometric"])
def test_adjustments_are_applied_again_to_what_other_choices_come_to(adjust: Any, aggregate: str) -> None:
    answers = [{"a0": 90, "a1": 70, "b1": 20}, {"a0": 10, "b0": 100, "b2": 50}, {"a0": 60, "a2": 30, "b0": 5, "b1": 90}]
    head = {"scale": {"from": 1, "to": 5, "decimals": 2}, "adjust": adjust, "scoring": {"aggregate": aggregate}}
    shape, profiles = group_of(_DEEP | head, answers)
    skipped = head | {"scoring": {"aggregate": aggregate, "missing": "skip"}}
    parts = [{**each, "scoring": {"missing": "skip"}} for each in _DEEP["dimensions"]]
    _, expected = group_of({"dimensions": parts} | skipped, answers)
    panel = Panel(shape, profiles)
    for choice, group in ((Choice(), profiles), (Choice(missing="skip"), expected)):
        values = [float(each.values[0] or 0) for each in group]
        assert scores_of(panel, choice, plain(shape))[0].tolist() == pytest.approx(values, abs=1e-11)


def test_adjustments_are_applied_again_to_drawn_weights() -> None:
    adjust = [{"cap": 50, "round": {"to": 0, "mode": "half_up"}}, {"plus": 2, "if": {"question": "b0", "at_least": 50}}]
    answers = [{"a0": 90, "b0": 10}, {"a1": 80, "b1": 90, "b0": 60}, {"a0": 100, "a1": 100, "a2": 100, "b1": 100}]
    shape, profiles = group_of(_DEEP | {"adjust": adjust}, answers)
    doubled = [{**_DEEP["dimensions"][0], "weight": 4}, _DEEP["dimensions"][1]]
    _, expected = group_of({"dimensions": doubled, "adjust": [{"cap": 50}, adjust[1]]}, answers)
    drawn = plain(shape)
    drawn[0, shape.keys.index("one/")] = 2
    found = scores_of(Panel(shape, profiles), Choice(), drawn)[0].tolist()
    rounded_by = [float(each.held[0][1].added) for each in profiles]
    assert found == pytest.approx(
        [float(each.values[0] or 0) + more for each, more in zip(expected, rounded_by, strict=True)], abs=1e-11
    )
    assert any(rounded_by)


def test_where_weights_cannot_matter_no_rank_moves() -> None:
    adjust = [{"zero": True}, *({"plus": n, "if": {"question": "a0", "at_least": 20 * n}} for n in (1, 2, 3))]
    shape, profiles = group_of(_DEEP | {"adjust": adjust}, _complete(12))
    found = robustness_of(shape, profiles, "highest", Plan(draws=60))
    assert len({each.values[0] for each in profiles}) > 2
    assert all(each.low == each.median == each.high for each in (*found.weights.values(), *found.choices.values()))
    assert set(found.shifts.values()) == {Decimal(0)}
    assert set(found.without.values()) == {Decimal(0)}


def test_what_is_only_recorded_is_not_left_out_one_at_a_time() -> None:
    recorded = {**_DEEP["dimensions"][1], "id": "three", "scored": False}
    recorded["questions"] = [{**each, "id": f"{each['id']}x"} for each in recorded["questions"]]
    shape, profiles = group_of({"dimensions": [*_DEEP["dimensions"], recorded]}, _complete(6))
    found = robustness_of(shape, profiles, "highest", Plan(draws=2))
    assert list(found.without) == ["one/", "two/"]
    assert set(found.correlations) == {("one/", "two/")}
    alone, own = group_of(_DEEP, _complete(6))
    assert found.alphas["/"] == robustness_of(alone, own, "highest", Plan(draws=2)).alphas["/"]


def test_what_has_the_id_of_something_else_is_not_lost() -> None:
    [one, two] = _DEEP["dimensions"]
    same = {**one, "id": "case", "questions": [{**one["questions"][0], "id": "case"}, *one["questions"][1:]]}
    answers = [{"case" if key == "a0" else key: value for key, value in each.items()} for each in _complete(6)]
    found = robustness_of(*group_of({"dimensions": [same, two]}, answers), "highest", Plan(draws=2))
    other = robustness_of(*group_of(_DEEP, _complete(6)), "highest", Plan(draws=2))
    renamed = {"case/": "one/", "case": "a0"}
    assert {renamed.get(key, key): each for key, each in found.effective.items()} == other.effective
    assert {renamed.get(key, key): each for key, each in found.alphas.items()} == other.alphas


def test_a_copeland_node_keeps_its_value() -> None:
    shape = Shape(("whole", "a"), (-1, 0), (Branch(0, (1,), Scoring(aggregate="copeland")),))
    profiles = [Profile(str(n), numbers(value, 1), numbers(1, 1)) for n, value in enumerate(("0.5", "1", None))]
    drawn = factors(1, 0, 2, 2, QUARTER) / UNIT
    assert scores_of(Panel(shape, profiles), Choice(), drawn).tolist() == [[0.5, 1, -math.inf]] * 2


def test_numbers_out_of_bounds_have_no_value() -> None:
    panel = _panel((numbers("1E+200", "1E+200"), numbers(1, 1)), aggregate="product")
    assert _scores(panel, Choice()) == [-math.inf]


def test_the_lowest_score_may_come_first() -> None:
    answers = [{"a0": 10}, {"a0": 90}, {"a0": 50}]
    shape, profiles = group_of(_DEEP, answers)
    assert ranks_of(scores_of(Panel(shape, profiles, "lowest"), Choice(), plain(shape))).tolist() == [[1, 3, 2]]
    none = profiles[0]._replace(values=(None, *profiles[0].values[1:]))
    panel = Panel(shape, [none, *profiles[1:]], "lowest")
    assert ranks_of(scores_of(panel, Choice(), plain(shape))).tolist() == [[3, 2, 1]]


# ------------------------------------------------------------------------------------------------------- the whole


def _complete(count: int) -> list[dict[str, int]]:
    keys = ("a0", "a1", "a2", "b0", "b1", "b2")
    drawn = factors(9, 0, count, len(keys), Decimal("0.8")) / UNIT * 50
    return [dict(zip(keys, (int(each) for each in row), strict=True)) for row in drawn.tolist()]


def test_complete_means_are_counted_and_come_out_as_the_tree_has_them() -> None:
    shape, profiles = group_of(_DEEP, _complete(30))
    panel, plan = Panel(shape, profiles), Plan(draws=300)
    assert panel.is_plain
    counted = robustness_of(shape, profiles, "highest", plan).weights
    slow = simulated(panel, [Choice()], plan).intervals
    assert (
        max(abs(a - b) for one, two in zip(counted.values(), slow, strict=True) for a, b in zip(one, two, strict=True))
        <= 1
    )


def test_leaving_a_part_out_is_giving_it_no_weight() -> None:
    answers = _complete(20)
    shape, profiles = group_of(_DEEP, answers)
    found = robustness_of(shape, profiles, "highest", Plan(draws=2))
    _, without = group_of({"dimensions": [_DEEP["dimensions"][0], {**_DEEP["dimensions"][1], "weight": 0}]}, answers)

    def ranks(group: list[Profile]) -> Any:
        return ranks_of(np.array([[float(each.values[0] or 0) for each in group]]))

    assert found.without["two/"] == shift_of(ranks(profiles)[0], ranks(without)) > 0
    assert compared(found.effective["one/"] * 3) == 2
    assert set(found.correlations) == {("one/", "two/")}
    assert list(found.alphas) == ["/", "one/", "two/"]
    assert set(found.shifts) == {"weights", "geometric", "harmonic", "minmax", "percentile", "skip", "equal"}


def test_choices_take_turns_among_the_draws_that_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    shape, profiles = group_of(_DEEP, _complete(12))
    panel, plan = Panel(shape, profiles), Plan(draws=240)
    every = simulated(panel, choices_of(plan), plan)
    monkeypatch.setattr(varying, "_CELLS", 30)
    assert simulated(panel, choices_of(plan), plan) == every
    monkeypatch.setattr(places, "KEPT", 12 * 20)  # of twelve draws one: each of them with another of twelve choices
    still = simulated(panel, choices_of(plan), Plan(draws=240, spread=Decimal(0))).intervals
    assert any(each.low < each.high for each in still), "ranks that only the choices can have moved"


def test_the_same_group_has_the_same_bytes_everywhere() -> None:
    answers = _complete(40)
    for n, each in enumerate(answers):
        for key in list(each)[: n % 4]:
            del each[key]
    shape, profiles = group_of(_DEEP | {"scoring": {"aggregate": "geometric", "missing": "skip"}}, answers)
    found = robustness_of(shape, profiles, "highest", Plan(draws=200))
    assert hashlib.sha256(repr(found[1:]).encode()).hexdigest() == DIGEST
    assert robustness_of(shape, profiles, "highest", Plan(draws=200)) == found
    assert robustness_of(shape, profiles, "highest", Plan(draws=200, seed=2)) != found


DIGEST: Final = "ddfa95d9c3eb1ecd54d7a1f1312182d5c6d1b0dfea1fc80956a9c2fc544d0b52"


def test_a_group_of_one_is_sure() -> None:
    shape, profiles = group_of(_DEEP, [{}])
    found = robustness_of(shape, profiles, "highest", Plan(draws=5))
    assert found.weights == {"a0": Interval(1, 1, 1)}
    assert found.choices == {"a0": Interval(1, 1, 1)}
    assert set(found.shifts.values()) == {Decimal(0)}
