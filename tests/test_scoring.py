"""What answers come to: the worked examples in cases/scoring, and what holds for every questionnaire."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.aggregation import AGGREGATES
from assess.documents import read
from assess.model.arithmetic import EXACT, MODES, compared, rounded, written
from assess.model.dossier import CHANNELS
from assess.normalisation import RULES
from assess.scoring import REASONS, Assessment, Score, on_scale
from tests.scoring import KIND, WHO, Data, assessed, assessments, questionnaire_of, score_of
from tests.workspaces import CASES

MEANS: Final[Mapping[str, Data]] = {
    **{each: {"aggregate": each} for each in ("mean", "sum", "geometric", "harmonic", "min", "max", "median")},
    "squares": {"aggregate": "power", "power": 2},
    "inverse squares": {"aggregate": "power", "power": -2},
}


class Example(NamedTuple):
    questionnaire: Data
    groups: Sequence[Data]
    case: Data


_CASE: Final = {
    "name", "kind", "agency", "answers", "review", "survey", "status", "channel", "others", "expect"
}  # fmt: skip
_OTHER: Final = {
    "id", "kind", "parent", "groups", "attributes", "answers", "review", "survey", "status", "period", "expect"
}  # fmt: skip


def _examples() -> dict[str, Example]:
    found = {}
    for path in sorted((CASES / "scoring").iterdir()):
        document = read(path, str(path))
        assert not document.problems, document.problems
        assert document.data.keys() <= {"about", "questionnaire", "register", "others", "cases"}, path.name
        for case in document.data["cases"]:
            others = [*document.data.get("others", ()), *case.get("others", ())]
            unknown = [*(case.keys() - _CASE), *(key for each in others for key in each.keys() - _OTHER)]
            assert not unknown, f"{path.name}: {case['name']}: {unknown}"
            agency = {"kind": case.get("kind", KIND), **case.get("agency", {})}
            whole = {**case, "agency": agency}
            if others or "others" in case:
                whole["others"] = others
            example = Example(
                document.data["questionnaire"], document.data.get("register", {}).get("groups", ()), whole
            )
            found[f"{path.stem}: {case['name']}"] = example
    return found


EXAMPLES: Final = _examples()


@pytest.mark.parametrize("name", EXAMPLES, ids=list(EXAMPLES))
def test_an_example_comes_out_as_worked_out_by_hand(name: str) -> None:
    example = EXAMPLES[name]
    found = assessments(questionnaire_of(example.questionnaire), example.case, example.groups)
    for entry in ({"id": WHO, **example.case}, *example.case.get("others", ())):
        if "expect" in entry:
            _compare(found[entry["id"]], entry["expect"])


def _compare(assessment: Assessment, expect: Data) -> None:
    nodes = _nodes(assessment)
    found = {
        node: {field: _fact(nodes[node], field, assessment) for field in fields} for node, fields in expect.items()
    }
    assert found == {
        node: {field: _fraction(value) if field in _NUMBERS else value for field, value in fields.items()}
        for node, fields in expect.items()
    }


_NUMBERS: Final = ("value", "coverage", "points")


def _nodes(assessment: Assessment) -> dict[str, Score]:
    first, *rest = assessment.score.every()
    readings = {f"{key}/{each.id}": each for key, values in assessment.groupings.items() for each in values}
    return {each.id: each for each in reversed(rest)} | readings | {"whole": first}


def _fact(score: Score, field: str, assessment: Assessment) -> Any:
    if field in _NUMBERS:
        value = getattr(score, field)
        return None if value is None else written(compared(value))
    if field in ("level", "staged"):
        level = getattr(assessment, field)
        return level and level.id
    if field == "shown":
        scale = assessment.questionnaire.scale
        return None if score.value is None else str(rounded(on_scale(scale, score.value), scale.decimals))
    return {"state": score.state, "reason": score.reason, "trail": list(_done(score))}[field]


def _done(score: Score) -> Iterator[str]:
    """Yield the steps that had something to do: no formula, no adjustment that failed to fire, no outlier kept."""
    for each in score.trail:
        idle = each.step in ("winsorise", "log") and each.value == each.facts["of"]
        if each.step != "formula" and not idle and each.facts.get("fired", True):
            yield each.step


def _fraction(text: str | None) -> str | None:
    """Return an exact decimal, or a fraction of two, as scores are written."""
    if text is None:
        return None
    above, _, below = text.partition("/")
    return written(compared(EXACT.divide(Decimal(above), Decimal(below or 1))))


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("aggregate", AGGREGATES),
        ("missing", ("zero", "skip", "zero_node", "null")),
        ("inapplicable", ("leave", "zero")),
        ("rule", sorted(RULES)),
        ("method", ("1", "2", "3")),
        ("cap", ("none", "low", "high", "both")),
        ("combine", ("any", "all", "mean", "best")),
        ("impute", ("mean", "median", "group_mean", "group_median", "25")),
        ("group", ("kind", "parent", "region")),
        ("groups", ("parent", "region")),
        ("mode", sorted(MODES)),
        ("channel", CHANNELS[1:]),
        ("unreviewed", ("missing", "zero")),
        (
            "state",
            ("answered", "missing", "unknown", "not_applicable", "closed", "not_asked", "unscored", "unreviewed"),
        ),
        ("reason", REASONS),
    ],
)
def test_the_examples_show_every_word_that_can_be_written(key: str, words: Sequence[str]) -> None:
    written_ = " ".join(path.read_text(encoding="utf-8") for path in (CASES / "scoring").iterdir()).replace('"', "")
    assert [each for each in words if not re.search(rf"\b{key}: {re.escape(each)}\b", written_)] == []


shares = st.decimals(min_value=Decimal("0.000001"), max_value=1, places=6)  # which every mean can take
weights = st.decimals(min_value=Decimal("0.01"), max_value=1000, places=2)
parts = st.lists(st.tuples(shares, weights), min_size=1, max_size=8)
Parts = list[tuple[Decimal, Decimal]]


def combined(name: str, chosen: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """Score a questionnaire of one dimension, whose percentages are the given shares with the given weights."""
    questions = [
        {"id": f"q{n}", "text": "Hỏi?", "type": "percent", "weight": weight, "points": weight}
        for n, (_, weight) in enumerate(chosen)
    ]
    dimension = {"id": "d", "title": "D", "scoring": MEANS[name], "questions": questions}
    answers = {f"q{n}": share * 100 for n, (share, _) in enumerate(chosen)}
    return score_of(questionnaire_of({"dimensions": [dimension]}), answers)


@pytest.mark.parametrize("name", MEANS)
@settings(deadline=None, max_examples=60)
@given(chosen=parts)
def test_a_whole_lies_between_its_least_and_its_greatest_part(name: str, chosen: Parts) -> None:
    value = compared(combined(name, chosen))
    assert min(share for share, _ in chosen) <= value <= max(share for share, _ in chosen)


@pytest.mark.parametrize("name", MEANS)
@settings(deadline=None, max_examples=60)
@given(chosen=parts, factor=st.decimals(min_value=Decimal("0.001"), max_value=1000, places=3))
def test_weights_are_relative(name: str, chosen: Parts, factor: Decimal) -> None:
    scaled = [(share, EXACT.multiply(weight, factor)) for share, weight in chosen]
    assert compared(combined(name, scaled)) == compared(combined(name, chosen))


@pytest.mark.parametrize("name", MEANS)
@settings(deadline=None, max_examples=60)
@given(data=st.data(), chosen=parts)
def test_the_order_of_parts_does_not_matter(name: str, data: st.DataObject, chosen: Parts) -> None:
    shuffled = data.draw(st.permutations(chosen))
    assert compared(combined(name, shuffled)) == compared(combined(name, chosen))


@pytest.mark.parametrize("name", MEANS)
@settings(deadline=None, max_examples=60)
@given(data=st.data(), chosen=parts, better=shares)
def test_a_better_answer_never_lowers_a_score(name: str, data: st.DataObject, chosen: Parts, better: Decimal) -> None:
    which = data.draw(st.integers(0, len(chosen) - 1))
    share, weight = chosen[which]
    improved = [*chosen[:which], (max(share, better), weight), *chosen[which + 1 :]]
    assert compared(combined(name, improved)) >= compared(combined(name, chosen))


def _filled(missing: str) -> Data:
    questions = [{"id": f"q{n}", "text": "Hỏi?", "type": "percent", "weight": n + 1} for n in range(4)]
    return {"dimensions": [{"id": "d", "title": "D", "scoring": {"missing": missing}, "questions": questions}]}


@settings(deadline=None, max_examples=60)
@given(answers=st.dictionaries(st.sampled_from(["q0", "q1", "q2", "q3"]), st.integers(0, 100)))
def test_an_answer_added_never_lowers_a_score_where_missing_counts_as_nothing(answers: dict[str, int]) -> None:
    questionnaire = questionnaire_of(_filled("zero"))
    whole = score_of(questionnaire, answers)
    for key in answers:
        fewer = {each: value for each, value in answers.items() if each != key}
        assert score_of(questionnaire, fewer) <= whole


@pytest.mark.parametrize("missing", ["zero", "skip", "zero_node", "null"])
@settings(deadline=None, max_examples=60)
@given(answers=st.dictionaries(st.sampled_from(["q0", "q1", "q2", "q3"]), st.integers(0, 100)))
def test_coverage_is_the_share_of_the_weight_that_is_answered(missing: str, answers: dict[str, int]) -> None:
    score = assessed(questionnaire_of(_filled(missing)), answers).score
    answered = sum(int(key[1:]) + 1 for key in answers)
    assert score.coverage == Decimal(answered) / 10


@settings(deadline=None)
@given(st.decimals(min_value=-(10**6), max_value=10**6, places=8), st.integers(0, 6))
def test_rounding_is_half_up_and_never_further_than_half_a_unit(value: Decimal, decimals: int) -> None:
    unit = Decimal(1).scaleb(-decimals)
    result = rounded(value, decimals)
    assert abs(result - value) <= unit / 2
    if abs(result - value) == unit / 2:
        assert abs(result) > abs(value), "a half goes away from zero"
    assert not str(result).startswith("-0.") or result < 0


@settings(deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=25))
def test_a_number_is_written_without_exponent_and_with_at_most_28_digits(value: Decimal) -> None:
    text = written(value)
    assert set(text) <= set("-0123456789.")
    assert len(text.lstrip("-0.").replace(".", "")) <= 28
    assert abs(Decimal(text) - value) <= abs(value) * Decimal("1E-27")


_SCORED_ELSEWHERE: Final = """
from tests.test_scoring import EXAMPLES, _nodes
from tests.scoring import assessments, questionnaire_of
for name, each in EXAMPLES.items():
    found = assessments(questionnaire_of(each.questionnaire), each.case, each.groups).values()
    nodes = [node for assessment in found for node in _nodes(assessment).items()]
    print(name, [(key, str(node.value), str(node.coverage), str(node.weight)) for key, node in nodes])
"""


def test_the_hash_seed_cannot_change_a_digit() -> None:
    outputs = set()
    for seed in ("0", "1", "4294967295"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[1])}
        command = [sys.executable, "-c", _SCORED_ELSEWHERE]
        outputs.add(subprocess.run(command, env=environment, check=True, capture_output=True).stdout)
    assert len(outputs) == 1
    assert outputs.pop().count(b"\n") == len(EXAMPLES)
