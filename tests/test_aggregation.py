"""The formulas: what they come to, when they cannot be worked out, and what holds for every mean."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, localcontext
from functools import partial
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.aggregation import (
    FORMULAS,
    Formula,
    copeland,
    formula_of,
    geometric,
    greatest,
    harmonic,
    least,
    mean,
    median,
    power_mean,
    product,
)
from assess.model import Scoring
from assess.model.arithmetic import EXACT, Uncomputable, compared

POWERS: Final = ("-1000000000", "-3", "-1", "-0.5", "-0.001", "0.001", "0.5", "1", "2", "3", "2.5", "1000000000")
MEANS: Final[dict[str, Formula]] = {
    "mean": mean,
    "geometric": geometric,
    "harmonic": harmonic,
    "median": median,
    "min": least,
    "max": greatest,
    **{f"power {power}": partial(power_mean, power=Decimal(power)) for power in POWERS},
}


@pytest.fixture(autouse=True)
def exact() -> Iterator[None]:
    with localcontext(EXACT):
        yield


def numbers(*written: float | str) -> list[Decimal]:
    return [Decimal(str(each)) for each in written]


@pytest.mark.parametrize(
    ("formula", "values", "weights", "expected"),
    [
        # asserted by the tests of COINr 1.1.14 (W. Becker, MIT licence)
        (geometric, (1, 2, 3), (1, 1, 1), "1.8171205928321397"),
        (geometric, (1, 2, 3), (1, 1, 2), "2.0597671439071177"),
        (harmonic, (1, 2, 3), (2, 1, 1), "1.4117647058823529"),
        (partial(power_mean, power=Decimal(-1)), (1, 2, 3), (2, 1, 1), "1.4117647058823529"),
        (partial(power_mean, power=Decimal(1)), (1, 2, 3), (1, 1, 1), "2"),
        (partial(power_mean, power=Decimal(2)), (1, 2, 3), (2, 1, 1), "1.9364916731037084"),
        # by hand
        (geometric, (4, 1), (1, 1), "2"),
        (geometric, (0, 1), (1, 1), "0"),
        (geometric, (-1, 4), (0, 1), "4"),
        (harmonic, (0, 0.5), (0, 1), "0.5"),
        (partial(power_mean, power=Decimal(2)), (7, 1), (1, 1), "5"),
        (partial(power_mean, power=Decimal(2)), (0, 0), (1, 1), "0"),
        (partial(power_mean, power=Decimal("0.5")), (4, 16), (1, 1), "9"),
        (partial(power_mean, power=Decimal(10) ** 39), (0.1, 0.5), (1, 1), "0.5"),
        (partial(power_mean, power=-(Decimal(10) ** 39)), (0.1, 0.5), (1, 1), "0.1"),
        (partial(power_mean, power=Decimal("1E-38")), (4, 1), (1, 1), "2"),
        (median, (3, 1, 2), (1, 1, 1), "2"),
        (median, (3, 1, 2, 10), (1, 1, 1, 1), "2.5"),
        (median, (3, 1, 2), (5, 1, 1), "3"),
        (median, (1, 2, 3), (2, 1, 1), "1.5"),
        (median, (1, 2, 9), (1, 1, 0), "1.5"),
        (least, (3, 1, 2), (1, 0, 1), "2"),
        (greatest, (3, 1, 2), (0, 1, 1), "2"),
        (product, (0.5, 0.5, 9), (2, 1, 0), "0.25"),
        (product, (-1, 3), (1, 1), "-3"),
    ],
)
def test_a_formula_comes_to(formula: Formula, values: Sequence[float], weights: Sequence[float], expected: str) -> None:
    result = formula(numbers(*values), numbers(*weights))
    assert abs(result - Decimal(expected)) < Decimal("1E-15")
    if len(expected) < 5:
        assert compared(result) == Decimal(expected)


@pytest.mark.parametrize(
    ("formula", "values", "reason"),
    [
        (geometric, (1, -1), "negative-part"),
        (geometric, (0, -1), "negative-part"),
        (harmonic, (1, 0), "zero-part"),
        (harmonic, (1, -1), "negative-part"),
        (partial(power_mean, power=Decimal(2)), (1, -1), "negative-part"),
        (partial(power_mean, power=Decimal("0.5")), (1, -1), "negative-part"),
        (partial(power_mean, power=Decimal(-2)), (1, 0), "zero-part"),
        (partial(power_mean, power=Decimal(-2)), (1, -1), "negative-part"),
    ],
)
def test_what_cannot_be_worked_out_is_refused_with_its_reason(
    formula: Formula, values: Sequence[float], reason: str
) -> None:
    with pytest.raises(Uncomputable) as caught:
        formula(numbers(*values), numbers(1, 1))
    assert caught.value.reason == reason


def test_a_questionnaire_names_a_formula_and_its_power() -> None:
    for name, formula in FORMULAS.items():
        assert name == "power" or formula_of(Scoring(aggregate=name)) is formula
    assert compared(formula_of(Scoring(aggregate="power", power=Decimal(2)))(numbers(7, 1), numbers(1, 1))) == 5
    assert formula_of(Scoring(aggregate="mean", power=Decimal(2))) is mean


values = st.decimals(min_value=0, max_value=1, places=6)
positive = st.decimals(min_value=Decimal("0.000001"), max_value=1, places=6)
weights = st.decimals(min_value=Decimal("0.01"), max_value=1000, places=2)
Parts = list[tuple[Decimal, Decimal]]


def parts_of(name: str) -> st.SearchStrategy[Parts]:
    """Return parts that the formula can be worked out for, some of them thirds and sevenths."""
    value = positive if name == "harmonic" or name.startswith("power -") else values
    divided = st.builds(EXACT.divide, value, st.sampled_from(numbers(1, 3, 7)))
    return st.lists(st.tuples(divided, weights), min_size=1, max_size=8)


def worked_out(name: str, parts: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    return MEANS[name]([value for value, _ in parts], [weight for _, weight in parts])


def property_of_means(test: Callable[[str, st.DataObject], None]) -> Callable[[], None]:
    examined = settings(deadline=None, max_examples=40)(given(data=st.data())(test))
    named: Callable[[], None] = pytest.mark.parametrize("name", MEANS)(examined)
    return named


@property_of_means
def test_a_mean_lies_between_its_least_and_its_greatest_part(name: str, data: st.DataObject) -> None:
    parts = data.draw(parts_of(name))
    assert min(parts)[0] <= worked_out(name, parts) <= max(parts)[0]


@property_of_means
def test_weights_are_relative(name: str, data: st.DataObject) -> None:
    parts = data.draw(parts_of(name))
    factor = data.draw(st.decimals(min_value=Decimal("0.001"), max_value=1000, places=3)) / 3
    scaled = [(value, weight * factor) for value, weight in parts]
    assert compared(worked_out(name, scaled)) == compared(worked_out(name, parts))


@property_of_means
def test_order_does_not_matter(name: str, data: st.DataObject) -> None:
    parts = data.draw(parts_of(name))
    shuffled = data.draw(st.permutations(parts))
    assert compared(worked_out(name, shuffled)) == compared(worked_out(name, parts))


@property_of_means
def test_a_greater_part_never_lowers_the_whole(name: str, data: st.DataObject) -> None:
    parts = data.draw(parts_of(name))
    which = data.draw(st.integers(0, len(parts) - 1))
    value, weight = parts[which]
    raised = [*parts[:which], (max(value, data.draw(values)), weight), *parts[which + 1 :]]
    assert worked_out(name, raised) >= worked_out(name, parts)


def contest(columns: Sequence[Sequence[Decimal | None]], weights: Sequence[Decimal]) -> list[int]:
    """Return the Copeland score of each row of a table given by its columns."""
    rows = list(zip(*columns, strict=True))
    return [copeland(own, [*rows[:n], *rows[n + 1 :]], weights) for n, own in enumerate(rows)]


def test_copeland_counts_the_majorities_won_less_those_lost() -> None:
    # asserted by the tests of COINr 1.1.14
    table = [numbers(1, 2, 3, 4), numbers(3, 2, 1, 5), numbers(2, 3, 1, 4)]
    assert contest(table, numbers(1, 1, 1)) == [-1, 1, -3, 3]
    assert contest([numbers(1, 2), numbers(2, 1)], numbers(1, 1)) == [0, 0]


def test_copeland_weighs_columns_and_passes_over_what_is_missing() -> None:
    assert contest([numbers(1, 2), numbers(2, 1)], numbers(1, 3)) == [1, -1]
    assert contest([[Decimal(1), Decimal(2)], [Decimal(2), None]], numbers(1, 3)) == [-1, 1]
    assert contest([[Decimal(1), None], [None, Decimal(2)]], numbers(1, 1)) == [0, 0]
    assert contest([numbers(1, 2), numbers(1, 1)], numbers(1, 1)) == [-1, 1]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.one_of(st.none(), values), min_size=3, max_size=3), min_size=1, max_size=6))
def test_copeland_scores_add_up_to_nothing(rows: list[list[Decimal | None]]) -> None:
    columns = list(zip(*rows, strict=True))
    assert sum(contest(columns, numbers(3, "0.5", 1))) == 0
