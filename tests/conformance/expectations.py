"""Small hand-worked expectations of COINr's own tests: one rule, one formula or one step each, with a few numbers.

That on Sobol indices is left out: the share of each input in the variance is nothing that is offered here.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import starmap
from pathlib import Path
from statistics import mean, stdev
from typing import Any, Final

from assess.model import Questionnaire
from assess.model.arithmetic import ONE
from tests.conformance.asem import AS_IS, flat
from tests.conformance.engine import agency_of, assessed, dossier_of, score_in
from tests.conformance.figures import EXACT, Figure, Index, Own, Value
from tests.conformance.sources import Data, Row, rows_of
from tests.scoring import KIND

Columns = Mapping[str, Sequence[Decimal | None]]
FOUR: Final = Decimal("0.00005")
SIX: Final = Decimal("0.0000005")


def figures(folder: Path) -> Iterator[Figure]:
    for n, row in enumerate(rows_of(folder / "coinr-asem" / "unit_expectations.csv"), 2):
        for what, published, computed, tolerance in CASES[row["function"]](row):
            yield Figure(f"line {n}, {row['function']}", what, published, computed, tolerance)


Facts = Iterator[tuple[str, Value, Value, Decimal]]


def _goalposts(row: Row) -> Facts:
    low, high = _argument(row, "low"), _argument(row, "high")
    ends = (low, high) if _argument(row, "direction") > 0 else (high, low)
    rule = {"rule": "linear", "from": ends[0], "to": ends[1], "cap": "both"}
    yield from _each(row, _group({"x": _list(row["input"])}, rule))


def _dist_to_target(row: Row) -> Facts:
    rule = {
        "rule": "distance_to_target",
        "target": _argument(row, "target"),
        "direction": "higher" if _argument(row, "direction") > 0 else "lower",
        "cap": "high" if "cap=true" in row["arguments"] else "none",
    }
    yield from _each(row, _group({"x": _list(row["input"])}, rule))


def _minmax(row: Row) -> Facts:
    rule = {"rule": "minmax", "onto": {"from": 2, "to": 7}}
    found = [each for each in _group({"x": _list(row["input"])}, rule) if each is not None]
    yield "least", Decimal(2), min(found), EXACT
    yield "greatest", Decimal(7), max(found), EXACT


def _zscore(row: Row) -> Facts:
    rule = {"rule": "zscore", "deviation": "sample", "mean": 5, "sd": 2}
    found = [each for each in _group({"x": _list(row["input"])}, rule) if each is not None]
    yield "mean", Decimal(5), mean(found), EXACT
    yield "deviation", Decimal(2), stdev(found), EXACT


def _formula(aggregate: str) -> Callable[[Row], Facts]:
    def facts(row: Row) -> Facts:
        values, (weights, _, power) = _list(row["input"]), row["arguments"].removeprefix("weights ").partition(" p=")
        equal = not weights or weights == "equal"
        scoring = {"aggregate": aggregate, **({"power": Decimal(power)} if power else {})}
        found = _alone(values, [ONE] * len(values) if equal else _list(weights), scoring)
        if row["expected"] == "error":
            yield "result", "error", "error" if found is None else found, EXACT
        else:
            yield "result", Decimal(row["expected"]), found, EXACT

    return facts


def _relative(rule: str) -> Callable[[Row], Facts]:
    return lambda row: _each(row, _group({"x": _list(row["input"])}, {"rule": rule}))


def _outrank_matrix(row: Row) -> Facts:
    matrix = json.loads(
        "[" + row["expected"].split(";")[0].replace("[.", "[0.").replace(",.", ",0.") + "]", parse_float=Decimal
    )
    columns = _columns(row["input"])
    for n, line in enumerate(matrix):
        for m, published in enumerate(line):
            if n != m:
                pair = {key: [values[n], values[m]] for key, values in columns.items()}
                yield f"{n + 1} above {m + 1}", Decimal(published), _group(pair, {"rule": "borda"})[0], FOUR


def _copeland(row: Row) -> Facts:
    columns = _columns(row["input"])
    others = len(columns["x1"]) - 1
    scale = {"from": -others, "to": others}
    yield from _each(row, _group(columns, AS_IS, scoring={"aggregate": "copeland"}, scale=scale))


def _skewness(row: Row) -> Facts:
    yield "result", *_turning_point(row, lambda limit: {"skew": limit, "kurtosis": 0})


def _kurtosis(row: Row) -> Facts:
    yield "result", *_turning_point(row, lambda limit: {"skew": 0, "kurtosis": limit})


def _winsorise(row: Row) -> Facts:
    """Yield what becomes of the outlier; or whether the logarithm was needed after all."""
    steps: list[Data] = [
        {"winsorise": {"skew": 2, "kurtosis": Decimal("3.5"), "at_most": 5 if "5" in row["arguments"] else 1}}
    ]
    if row["expected"] == "100 becomes 10":
        yield "100", Decimal(10), _prepared(row, steps)[-1], EXACT
    else:
        first = _prepared(row, [*steps, {"log": {"skew": 2, "kurtosis": Decimal("3.5")}}])[0]
        yield "still fails", "yes", "no" if first == 1 else "yes", EXACT


def _threshold_mean(row: Row) -> Facts:
    found = _alone([ONE, *[None] * 4], [ONE] * 5, {"missing": "skip", "min_parts": Decimal("0.5")})
    yield "result", "missing", "missing" if found is None else found, EXACT


def _turning_point(row: Row, limits: Callable[[Decimal], Data]) -> tuple[Value, Value, Decimal]:
    """Return a statistic as published, and as it shows here: the least limit at which no value is winsorised."""
    published = Decimal(row["expected"])
    low, high = published - 1, published + 1
    while high - low > EXACT:
        middle = (low + high) / 2
        treated = _prepared(row, [{"winsorise": {**limits(middle), "at_most": 1}}])
        low, high = (low, middle) if treated == _list(row["input"]) else (middle, high)
    return published, high, SIX * 10 if published > 10 else SIX


def _prepared(row: Row, steps: list[Data]) -> list[Decimal | None]:
    return _group({"x": _list(row["input"])}, AS_IS, steps)


def _group(columns: Columns, rule: Data, steps: Sequence[Data] = (), **head: Any) -> list[Decimal | None]:
    """Return what each of a group comes to: one agency for each place in the columns, one question for each column."""
    written = flat(list(columns), rule, steps, **head)
    size = len(next(iter(columns.values())))
    dossiers = list(
        starmap(_dossier, ((written, f"a{n:03}", {key: each[n] for key, each in columns.items()}) for n in range(size)))
    )
    return [score_in(each, each.score.value) for each in assessed(written, dossiers).values()]


def _alone(values: Sequence[Decimal | None], weights: Sequence[Decimal], scoring: Data) -> Decimal | None:
    names = [f"x{n}" for n in range(len(values))]
    written = flat(names, AS_IS, weights=dict(zip(names, weights, strict=True)), scoring=scoring)
    dossier = _dossier(written, "a", dict(zip(names, values, strict=True)))
    return assessed(written, [dossier])["a"].score.value


def _dossier(written: Questionnaire, name: str, values: Mapping[str, Decimal | None]) -> Any:
    answers = {key: value for key, value in values.items() if value is not None}
    return dossier_of(written, agency_of(name, KIND), answers, "2026")


def _each(row: Row, found: Sequence[Decimal | None]) -> Facts:
    for n, (published, computed) in enumerate(zip(_list(row["expected"]), found, strict=True), 1):
        yield str(n), published, computed, EXACT


def _argument(row: Row, name: str) -> Decimal:
    return next(Decimal(each.split("=")[1]) for each in row["arguments"].split() if each.startswith(f"{name}="))


def _list(text: str) -> list[Decimal]:
    """Return the numbers of a list as they are written: `1;2;3`, or `1..10;100`."""
    found: list[Decimal] = []
    for each in text.split(";"):
        first, dots, last = each.partition("..")
        found += map(Decimal, range(int(first), int(last) + 1)) if dots else [Decimal(each)]
    return found


def _columns(text: str) -> Columns:
    return {name: _list(values) for name, values in (each.split("=") for each in text.split(" "))}


CASES: Final[Mapping[str, Callable[[Row], Facts]]] = {
    "goalposts": _goalposts,
    "dist_to_target": _dist_to_target,
    "minmax": _minmax,
    "zscore": _zscore,
    "geometric_mean": _formula("geometric"),
    "harmonic_mean": _formula("harmonic"),
    "generalised_mean": _formula("power"),
    "percentile_rank": _relative("percentile"),
    "borda": _relative("borda"),
    "rank": _relative("rank"),
    "outrank_matrix": _outrank_matrix,
    "copeland": _copeland,
    "skewness": _skewness,
    "kurtosis_excess": _kurtosis,
    "winsorise": _winsorise,
    "threshold_mean": _threshold_mean,
    "sobol": lambda row: iter(()),
}

INDICES: Final = (
    Index(
        name="COINr, hand-worked expectations",
        vi="COINr: các phép thử tính tay",
        figures=figures,
        total=6 + 12 + 4 + 8 + 12 + 12 + 6 + 2 + 2 + 1,
        explained="a geometric mean with a part of 0 is an error there and 0 here",
        known=(Own("line 17, geometric_mean", "result", "error", "0"),),
    ),
)
