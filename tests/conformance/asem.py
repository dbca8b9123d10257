"""COINr's example, ASEM Sustainable Connectivity: 51 countries, 49 indicators, 8 pillars, 2 sub-indices, 1 index.

The tree is read from its list of indicators; each table of expected figures is one way of scoring that tree.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import combinations
from pathlib import Path
from typing import Any, Final, NamedTuple

from assess.model import Agency, Questionnaire
from assess.model.arithmetic import ONE, ZERO
from assess.normalisation.preparing import moments
from assess.robustness.coherence import correlation, cronbach, effective_weights
from assess.scoring import Assessment
from tests.conformance.engine import agency_of, assessed, dossier_of, parts_of, rank_text, ranked, score_in
from tests.conformance.figures import EXACT, Figure, Index, Own, Value
from tests.conformance.sources import Data, Row, number, rows_of
from tests.scoring import KIND, questionnaire_of

HUNDRED: Final = Decimal(100)
PILLARS: Final = ("Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin")
DENOMINATORS: Final = ("Area", "Energy", "GDP", "Population")
TREATMENT: Final[Data] = {"skew": 2, "kurtosis": Decimal("3.5")}
THREE_DIGITS: Final = Context(prec=3, rounding=ROUND_HALF_UP)
NET: Final[Data] = {"from": -50, "to": 50}
"""Wins less losses against the 50 others; here Copeland's rule gives a share of the wins, draws counting half."""
AS_IS: Final[Data] = {"rule": "scale", "from": 0, "to": 1}
PERCENT: Final[Data] = {"rule": "scale", "from": 0, "to": 100}

Rule = Callable[[Row], Data]
"""What a question adds to its id and text, from its row in the list of indicators: `score`, `prepare`."""

Steps = Callable[[Row], list[Data]]
"""The steps that prepare an indicator, from its row."""


class Asem(NamedTuple):
    """The list of indicators and groups, the countries, and the folder with the tables."""

    folder: Path
    meta: tuple[Row, ...]
    agencies: Mapping[str, Agency]

    @property
    def indicators(self) -> tuple[str, ...]:
        return tuple(row["iCode"] for row in self.meta if row["Level"] == "1")

    @property
    def aggregates(self) -> tuple[str, ...]:
        return tuple(row["iCode"] for row in self.meta if row["Level"] in ("2", "3", "4"))

    def table(self, name: str) -> Mapping[str, Row]:
        return {row["uCode"]: row for row in rows_of(self.folder / f"{name}.csv")}


def asem_in(folder: Path) -> Asem:
    countries = {
        row["uCode"]: agency_of(
            row["uCode"].lower(),
            KIND,
            families={"europe": "eurasia", "asia": "eurasia"},
            groups=[row["EurAsia_group"].lower()],
            attributes={each: Decimal(row[each]) for each in DENOMINATORS if row[each]},
        )
        for row in rows_of(folder / "asem_idata.csv")
    }
    return Asem(folder, tuple(rows_of(folder / "asem_imeta.csv")), dict(sorted(countries.items())))


# ------------------------------------------------------------------------------------ the questionnaire


def questionnaire(asem: Asem, rule: Rule, scoring: Sequence[Data] = ({}, {}, {}), **more: Any) -> Questionnaire:
    """Return the tree with one rule for its indicators; `scoring` is that of pillars, sub-indices and the index.

    `without` leaves out a pillar; `weights` stand instead of those in the list.
    """
    weights, without = more.get("weights", {}), more.get("without")

    def part(row: Row) -> Data:
        weight = {"id": row["iCode"], "weight": Decimal(weights.get(row["iCode"], row["Weight"]))}
        if row["Level"] == "1":
            return {**weight, "text": f"{row['iName']}?", "type": "number", **rule(row)}
        inside = "questions" if row["Level"] == "2" else "dimensions"
        parts = {"scoring": scoring[int(row["Level"]) - 2], inside: below(row["iCode"])}
        return {**weight, "title": row["iName"], **parts}

    def below(parent: str) -> list[Data]:
        return [part(row) for row in asem.meta if row["Parent"] == parent and row["iCode"] != without]

    scale = {"from": 0, "to": 100, "decimals": 6}
    return questionnaire_of({"scale": scale, "scoring": scoring[2], "dimensions": below("Index")})


def flat(names: Sequence[str], rule: Data, steps: Sequence[Data] = (), **more: Any) -> Questionnaire:
    """Return a questionnaire of one dimension that asks for one number each, all prepared and scored the same way.

    `weights` are by name, else equal; `scoring` is how the numbers are put together; `scale` is where 0 and 1 stand.
    """
    weights, scoring = more.get("weights", {}), more.get("scoring", {})
    scale = {"from": 0, "to": 1, **more.get("scale", {}), "decimals": 6}
    questions: list[Data] = [
        {"id": each, "text": f"{each}?", "type": "number", "weight": weights.get(each, ONE), "score": rule}
        | _prepare(list(steps))
        for each in names
    ]
    inside = {"id": "whole", "title": "Cả bộ", "scoring": scoring, "questions": questions}
    return questionnaire_of({"scale": scale, "scoring": {"missing": None}, "dimensions": [inside]})


def scored(asem: Asem, written: Questionnaire, table: Mapping[str, Row]) -> dict[str, Assessment]:
    """Score the countries as one group; their answers are the columns of a table that are asked for."""
    dossiers = [dossier_of(written, asem.agencies[key], _answers(written, row), "2018") for key, row in table.items()]
    found = assessed(written, dossiers)
    return {key: found[key.lower()] for key in table}


def _answers(written: Questionnaire, row: Row) -> Data:
    return {each: Decimal(row[each]) for each in written.questions if row[each]}


def _ranks(asem: Asem, written: Questionnaire, table: Mapping[str, Row]) -> dict[str, str]:
    dossiers = [dossier_of(written, asem.agencies[key], _answers(written, row), "2018") for key, row in table.items()]
    found = ranked(written, dossiers)
    return {key: rank_text(found[key.lower()]) for key in table}


def _figure(row: str, what: str, published: Value, computed: Value) -> Figure:
    """Return a figure; what is printed with 15 digits may be off in the last of them."""
    size = max(ONE, abs(published)) if isinstance(published, Decimal) else ONE
    return Figure(row, what, published, computed, EXACT * size)


def _compared(
    name: str, expected: Mapping[str, Row], found: Mapping[str, Assessment], columns: Sequence[str], times: Decimal
) -> Iterator[Figure]:
    """Yield the columns of a table beside the values of these ids, `times` as large."""
    for key, row in expected.items():
        parts = parts_of(found[key])
        for each in columns:
            score = parts[found[key].score.id if each == "Index" else each]
            value = None if score.value is None else score.value * times
            yield _figure(f"{name} {key}", each, number(row[each]), value)


# ---------------------------------------------------------------------------------- prepare and normalise


def _divided(row: Row) -> list[Data]:
    return [{"divide_by": row["Denominator"]}] if row["Denominator"] else []


def _imputed(row: Row) -> list[Data]:
    return [*_divided(row), {"impute": "group_mean", "group": "eurasia"}]


def _treated(row: Row) -> list[Data]:
    return [*_imputed(row), {"winsorise": {**TREATMENT, "at_most": 5}}, {"log": TREATMENT}]


def _direction(row: Row) -> str:
    return "higher" if row["Direction"] == "1" else "lower"


def _built(row: Row) -> Data:
    return {"score": {"rule": "minmax", "direction": _direction(row)}, "prepare": _treated(row)}


def preparing(folder: Path) -> Iterator[Figure]:
    """Yield every step of the documented build, up to treated values; then what is done to raw values."""
    asem = asem_in(folder / "coinr-asem")
    raw = asem.table("base_raw")
    steps: Mapping[str, Steps] = {
        "base_denominated": _divided,
        "base_imputed": _imputed,
        "base_screened": _imputed,
        "base_treated": _treated,
        "impute_i_mean": lambda row: [{"impute": "mean"}],
        "impute_i_median": lambda row: [{"impute": "median"}],
        "impute_i_median_grp_EurAsia": lambda row: [{"impute": "group_median", "group": "eurasia"}],
        "treat_default_raw": lambda row: [{"winsorise": {**TREATMENT, "at_most": 5}}, {"log": TREATMENT}],
    }
    for name, step in steps.items():
        written = questionnaire(asem, _as_is(step))
        yield from _compared(name, asem.table(name), scored(asem, written, raw), asem.indicators, ONE)


def _as_is(step: Steps) -> Rule:
    """Return the rule that shows what a number is after these steps."""
    return lambda row: {"score": AS_IS, **_prepare(step(row))}


def _directed(rule: Rule) -> Rule:
    """Return a rule that goes the way in which the indicator is better."""
    return lambda row: {"score": {**rule(row), "direction": _direction(row)}}


def _prepare(steps: list[Data]) -> dict[str, Any]:
    return {"prepare": steps} if steps else {}


def normalising(folder: Path) -> Iterator[Figure]:
    """Yield every normalisation of the imputed values; and the plain one of the build."""
    asem = asem_in(folder / "coinr-asem")
    imputed = asem.table("base_imputed")
    third = list(imputed)[2].lower()
    rules: Mapping[str, tuple[Rule, Decimal]] = {
        "minmax": (lambda row: {"rule": "minmax"}, HUNDRED),
        "zscore": (lambda row: {"rule": "zscore", "deviation": "sample", "mean": 10, "sd": 2}, ONE),
        "rank": (lambda row: {"rule": "rank"}, ONE),
        "borda": (lambda row: {"rule": "borda"}, ONE),
        "prank": (lambda row: {"rule": "percentile"}, ONE),
        "fracmax": (lambda row: {"rule": "fraction_of_max"}, ONE),
        "dist2max": (lambda row: {"rule": "distance_to_max"}, ONE),
        "dist2ref_row3_cap": (lambda row: {"rule": "distance_to_reference", "reference": third, "cap": "high"}, ONE),
        "dist2targ": (
            lambda row: {"rule": "distance_to_target", "target": Decimal(row["Target"]), "cap": "none"},
            ONE,
        ),
    }
    for name, (rule, times) in rules.items():
        written = questionnaire(asem, _directed(rule))
        expected = asem.table(f"norm_n_{name}")
        yield from _compared(name, expected, scored(asem, written, imputed), asem.indicators, times)
    written = questionnaire(asem, lambda row: {"score": {**PERCENT, "to": 100 * int(row["Direction"])}})
    found = scored(asem, written, imputed)
    yield from _compared("scaled", asem.table("norm_n_scaled"), found, asem.indicators, HUNDRED)
    found = scored(asem, questionnaire(asem, _built), asem.table("base_raw"))
    yield from _compared("base_normalised", asem.table("base_normalised"), found, asem.indicators, HUNDRED)


# --------------------------------------------------------------------------------- aggregate and compare


def aggregating(folder: Path) -> Iterator[Figure]:
    """Yield the index of the build with its ranks; and what other formulas, weights and thresholds come to."""
    asem = asem_in(folder / "coinr-asem")
    names, upper = asem.aggregates, ("Conn", "Sust", "Index")
    found = scored(asem, questionnaire(asem, _built), asem.table("base_raw"))
    yield from _compared("base_aggregated", asem.table("base_aggregated"), found, names, HUNDRED)
    yield from _compared("base_results", asem.table("base_results_scores"), found, names, HUNDRED)
    given = asem.table("agg_input_minmax_1_100")
    mean, geometric, harmonic = ({"aggregate": each} for each in ("mean", "geometric", "harmonic"))
    formulas: Mapping[str, tuple[Sequence[Data], Sequence[str]]] = {
        "agg_a_amean": ((mean, mean, mean), names),
        "agg_a_gmean": ((geometric, geometric, geometric), names),
        "agg_a_hmean": ((harmonic, harmonic, harmonic), names),
        "agg_mixed_amean_amean_gmean": ((mean, mean, geometric), upper),
    }
    for name, (scoring, columns) in formulas.items():
        found = scored(asem, questionnaire(asem, _percent, scoring), given)
        yield from _compared(name, asem.table(name), found, columns, HUNDRED)
    weights = {row["iCode"]: row["Weight"] for row in rows_of(asem.folder / "agg_custom_weights.csv")}
    found = scored(asem, questionnaire(asem, _percent, weights=weights), given)
    yield from _compared("agg_amean_custom_weights", asem.table("agg_amean_custom_weights"), found, upper, HUNDRED)
    given = asem.table("na_input_norm_raw")
    for least in ("nothresh", "thresh_0.5", "thresh_0.8", "thresh_0.9", "thresh_1"):
        skipping: Data = {
            "missing": "skip",
            "min_parts": Decimal(least.removeprefix("thresh_").replace("nothresh", "0")),
        }
        found = scored(asem, questionnaire(asem, _percent, (skipping,) * 3), given)
        name = f"na_agg_amean_{least}"
        yield from _compared(name, asem.table(name), found, names, HUNDRED)


def _percent(row: Row) -> Data:
    return {"score": PERCENT}


def ranking(folder: Path) -> Iterator[Figure]:
    """Yield the rank of every country in the index and in each part; and in the index without one of its pillars."""
    asem = asem_in(folder / "coinr-asem")
    table = asem.table("base_aggregated")
    for each in (*asem.indicators, *asem.aggregates):
        ranks = _ranks(asem, flat([each], PERCENT), table)
        for key, row in asem.table("base_results_ranks").items():
            yield Figure(f"base_results {key}", f"rank in {each}", row[each], ranks[key])
    normalised, scores = asem.table("base_normalised"), asem.table("remove_pillars_scores")
    expected = asem.table("remove_pillars_ranks")
    moved = {row["el"]: number(row["mad"]) for row in rows_of(asem.folder / "remove_pillars_meanabsdiff.csv")}
    nominal = _ranks(asem, questionnaire(asem, _percent), normalised)
    for pillar in ("Nominal", *PILLARS):
        written = questionnaire(asem, _percent, without=pillar)
        found, ranks = scored(asem, written, normalised), _ranks(asem, written, normalised)
        for key, row in scores.items():
            value = found[key].score.value
            yield _figure(f"without {pillar} {key}", "index", number(row[pillar]), value and value * HUNDRED)
            yield Figure(f"without {pillar} {key}", "rank", expected[key][pillar], ranks[key])
        shift = sum((abs(Decimal(ranks[key]) - Decimal(nominal[key])) for key in ranks), ZERO) / len(ranks)
        yield _figure(f"without {pillar}", "average shift in rank", moved[pillar], shift)


def outranking(folder: Path) -> Iterator[Figure]:
    """Yield Copeland's score over the pillars; and the share of the pillars in which one country is above another.

    The share is the mean of Borda points in a group of the two.
    """
    asem = asem_in(folder / "coinr-asem")
    pillars = asem.table("base_aggregated")
    found = scored(asem, flat(PILLARS, PERCENT, scoring={"aggregate": "copeland"}, scale=NET), pillars)
    for key, row in asem.table("copeland_8pillars").items():
        yield Figure(key, "copeland", Decimal(row["copeland"]), score_in(found[key], found[key].score.value))
    written = flat(PILLARS, {"rule": "borda"})
    matrix = rows_of(asem.folder / "outrank_matrix_8pillars.csv")
    dominated = 0
    for (n, one), (m, other) in combinations(enumerate(asem.agencies), 2):
        pair = scored(asem, written, {one: pillars[one], other: pillars[other]})
        above, below = pair[one].score.value, pair[other].score.value
        dominated += (above == ONE) + (below == ONE)
        yield _figure(f"{one} above {other}", "share", number(matrix[n][other]), above)
        yield _figure(f"{other} above {one}", "share", number(matrix[m][one]), below)
    yield Figure("pairs in which one is above in all", "number", Decimal(71), Decimal(dominated))


def diagnosing(folder: Path) -> Iterator[Figure]:
    """Yield what the data look like: availability, statistics of a group, skewness, values winsorised."""
    asem = asem_in(folder / "coinr-asem")
    raw = asem.table("base_raw")
    found = scored(asem, flat(asem.indicators, AS_IS), raw)
    for key, row in asem.table("data_availability").items():
        coverage = found[key].score.coverage
        yield _figure(f"availability {key}", "share", number(row["Dat_Avail"]), coverage)
        missing = sum(each.coverage == 0 for each in parts_of(found[key]).values())
        yield Figure(f"availability {key}", "missing", Decimal(row["N_missing"]), Decimal(missing))
    yield from _outliers(asem, "base_treatment_table", _imputed, _treated)
    yield from _outliers(asem, "treat_default_raw_table", lambda row: [], lambda row: _treated(row)[-2:])
    yield from _statistics(asem, raw)


def cohering(folder: Path) -> Iterator[Figure]:
    """Yield how the parts hang together: effective weights, correlations of pillars, Cronbach's alpha of raw data."""
    asem = asem_in(folder / "coinr-asem")
    effective = dict(zip(*_effective(asem), strict=True))
    for row in rows_of(asem.folder / "effective_weights.csv"):
        yield _figure("effective weights", row["iCode"], number(row["EffWeight"]), effective[row["iCode"]])
    built = scored(asem, questionnaire(asem, _built), asem.table("base_raw"))
    for row in rows_of(asem.folder / "corr_pillars_long.csv"):
        found = correlation(_column(built, row["Var1"]), _column(built, row["Var2"]))
        yield _figure("correlations", f"{row['Var1']}, {row['Var2']}", number(row["Correlation"]), found)
    raw = scored(asem, flat(asem.indicators, AS_IS), asem.table("base_raw"))
    for row in rows_of(asem.folder / "cronbach_raw.csv"):
        inside = [each["iCode"] for each in asem.meta if each["Parent"] == row["group"]]
        yield _figure("alpha", row["group"], number(row["alpha"]), cronbach([_column(raw, each) for each in inside]))


def _effective(asem: Asem) -> tuple[list[str], list[Decimal]]:
    """Return the ids of all parts, wholes before their parts, and what each weighs in the index."""
    rows = sorted((row for row in asem.meta if row["Level"]), key=lambda row: row["Level"], reverse=True)
    names = [row["iCode"] for row in rows]
    parents = [names.index(row["Parent"]) if row["Parent"] else -1 for row in rows]
    return names, effective_weights(parents, [Decimal(row["Weight"]) for row in rows])


def _outliers(asem: Asem, name: str, before: Steps, steps: Steps) -> Iterator[Figure]:
    """Yield skewness and kurtosis before and after treatment, and how many values were drawn in."""
    raw = asem.table("base_raw")
    untreated, treated = (scored(asem, questionnaire(asem, _as_is(each)), raw) for each in (before, steps))
    for row in rows_of(asem.folder / f"{name}.csv"):
        where, first, second = (
            f"{name} {row['iCode']}",
            _column(untreated, row["iCode"]),
            _column(treated, row["iCode"]),
        )
        changed = sum(one != other for one, other in zip(first, second, strict=True))
        yield Figure(where, "winsorised", row["winsorise.nwin"] or "0", str(changed))
        for n, column in enumerate((first, second)):
            if row[f"check_SkewKurt{n}.Skew"]:
                skew, kurtosis = moments([each for each in column if each is not None])
                yield _figure(where, f"skewness {n}", number(row[f"check_SkewKurt{n}.Skew"]), skew)
                yield _figure(where, f"kurtosis {n}", number(row[f"check_SkewKurt{n}.Kurt"]), kurtosis)


def _statistics(asem: Asem, raw: Mapping[str, Row]) -> Iterator[Figure]:
    """Yield what a group comes to, as it is told with every score, to the three digits that are printed."""
    first = parts_of(scored(asem, questionnaire(asem, lambda row: {"score": {"rule": "zscore"}}), raw)["AUT"])
    values = scored(asem, flat(asem.indicators, AS_IS), raw)
    for row in rows_of(asem.folder / "stats_raw.csv"):
        told = next(each.facts for each in first[row["iCode"]].trail if each.step == "group")
        skew, kurtosis = moments([each for each in _column(values, row["iCode"]) if each is not None])
        found = {"N.Avail": told["size"], "Min": told["low"], "Max": told["high"], "Mean": told["mean"]}
        for what, value in (found | {"Skew": skew, "Kurt": kurtosis}).items():
            yield Figure(f"statistics {row['iCode']}", what, Decimal(row[what]), THREE_DIGITS.create_decimal(value))  # type: ignore[arg-type]  # told as numbers


def _column(found: Mapping[str, Assessment], name: str) -> list[Decimal | None]:
    return [parts_of(each)[name].value for each in found.values()]


INDICES: Final = (
    Index(name="COINr ASEM, preparing", vi="ASEM của COINr: chuẩn bị số liệu", figures=preparing, total=8 * 51 * 49),
    Index(
        name="COINr ASEM, normalising",
        vi="ASEM của COINr: chuẩn hóa",
        figures=normalising,
        total=11 * 51 * 49,
        explained="BGR, CZE and GRC have 5.1 each, JPN and NOR 3.4: COINr's binary fractions set them apart",
        known=tuple(
            Own(f"{name} {country}", "TolMin", published, computed)
            for name, country, published, computed in (
                ("rank", "BGR", "27", "26"),
                ("rank", "CZE", "27", "26"),
                ("rank", "NOR", "43", "42"),
                ("borda", "BGR", "26", "25"),
                ("borda", "CZE", "26", "25"),
                ("borda", "NOR", "42", "41"),
                ("prank", "BGR", "0.52", "0.5"),
                ("prank", "CZE", "0.52", "0.5"),
                ("prank", "NOR", "0.84", "0.82"),
            )
        ),
    ),
    Index(
        name="COINr ASEM, aggregating",
        vi="ASEM của COINr: tổng hợp",
        figures=aggregating,
        total=51 * (2 * 11 + 3 * 11 + 2 * 3 + 5 * 11),
    ),
    Index(
        name="COINr ASEM, ranking",
        vi="ASEM của COINr: xếp hạng",
        figures=ranking,
        total=51 * (60 + 2 * 9) + 9,
        explained="three countries have 5.1 each; COINr's binary fractions set one of them apart in the last place",
        known=(Own("base_results GRC", "rank in TolMin", "26", "24"),),
    ),
    Index(
        name="COINr ASEM, outranking", vi="ASEM của COINr: so sánh từng cặp", figures=outranking, total=51 + 51 * 50 + 1
    ),
    Index(
        name="COINr ASEM, diagnosing",
        vi="ASEM của COINr: thống kê mô tả",
        figures=diagnosing,
        total=2 * 51 + 2 * 3 * 49 + 2 * 33 + 6 * 49,
    ),
    Index(
        name="COINr ASEM, coherence",
        vi="ASEM của COINr: trọng số thực, tương quan, alpha",
        figures=cohering,
        total=60 + 64 + 3,
    ),
)
