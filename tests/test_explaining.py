"""Why: the JSON of a score holds every step, and an independent calculator comes to the same numbers."""

import json
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

import jsonschema
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from referencing import Registry, Resource

from assess.cli.results import result_of
from assess.model import Agency, Dossier, Questionnaire, Response, Review, Survey
from assess.presentation.conditions import Speaker
from assess.publishing.resources import words
from assess.scoring import Assessment, assess
from assess.scoring.learning import learn
from tests import calculator

Data = dict[str, Any]

SCHEMAS: Final = Path(__file__).parents[1] / "assess" / "schemas"
AGENCIES: Final = 4
KINDS: Final = ["ministry", "province"]
RELATIVE: Final = (
    {"rule": "minmax"},
    {"rule": "minmax", "onto": {"from": Decimal("0.1"), "to": Decimal("0.9")}},
    {"rule": "zscore", "deviation": "sample", "mean": Decimal("0.5"), "sd": Decimal("0.1")},
    {"rule": "zscore"},
    {"rule": "rank"},
    {"rule": "percentile"},
    {"rule": "borda"},
    {"rule": "best"},
    {"rule": "distance_to_max"},
    {"rule": "distance_to_reference", "reference": "a1"},
    {"rule": "distance_to_target", "target": 40},
    {"rule": "fraction_of_max"},
)
ABSOLUTE: Final = (
    {"rule": "linear", "from": 0, "to": 30},
    {"rule": "linear", "from": 30, "to": 3, "cap": "low"},
    {"rule": "linear", "from": 1, "to": 100, "transform": "log"},
    {"rule": "linear", "from": 0, "to": 7, "cap": "none", "onto": {"from": 0, "to": Decimal("0.7")}},
    {"rule": "steps", "steps": [{"from": 1, "share": Decimal("0.2")}, {"from": 10, "share": 1}]},
    {"rule": "target", "target": 7},
    {"rule": "target", "target": 7, "method": 1, "direction": "lower"},
    {"rule": "target", "target": 12, "method": 3},
    {"rule": "distance", "value": 10, "reach": 7},
    {"rule": "scale", "from": 3, "to": 33},
    {"rule": "count", "of": 9},
)
OF_NODES: Final = (
    {"rule": "linear", "from": 0, "to": Decimal("0.8")},
    {"rule": "scale", "from": Decimal("0.1"), "to": 1},
    {"rule": "target", "target": Decimal("0.6")},
    {"rule": "minmax", "over": {"kind": "all"}},
    {"rule": "percentile", "over": {"kind": "all"}},
)
PREPARING: Final = (
    {"divide_by": "people", "times": 3},
    {"impute": "mean"},
    {"impute": "group_median", "group": "kind"},
    {"impute": Decimal("2.5")},
    {"winsorise": {"skew": Decimal("0.1"), "kurtosis": Decimal(-3), "at_most": 2}, "over": {"kind": "all"}},
    {"log": {"skew": Decimal("0.1"), "kurtosis": Decimal(-3)}, "over": {"kind": "all"}},
)
AGGREGATES: Final = (
    "mean",
    "sum",
    "geometric",
    "harmonic",
    "power",
    "min",
    "max",
    "median",
    "product",
    "copeland",
)
WEIGHTS: Final = (Decimal(1), Decimal("0.5"), Decimal(3), Decimal("2.7"), Decimal(0))
OPTIONS: Final = [{"id": "none", "text": "Chưa", "points": 0}] + [
    {"id": each, "text": "Có", "points": points}
    for each, points in (("some", 1), ("more", 2), ("most", Decimal("3.5")))
]

sometimes = st.integers(0, 3).map(lambda n: n == 0)
numbers = st.decimals(min_value=0, max_value=60, places=2)


@st.composite
def channels(draw: st.DrawFn) -> Data:
    if not draw(sometimes):
        return {}
    return {"channels": {each: draw(st.sampled_from(WEIGHTS[:3])) for each in ("declared", "verified", "survey")}}


@st.composite
def rounding(draw: st.DrawFn) -> Data:
    mode = draw(st.sampled_from(("half_up", "half_even", "down", "up")))
    return {"round": {"to": draw(st.integers(0, 4)), "mode": mode}} if draw(sometimes) else {}


@st.composite
def question(draw: st.DrawFn, name: str) -> Data:
    told: dict[str, Any] = {"id": name, "text": "Hỏi?", "weight": draw(st.sampled_from(WEIGHTS))}
    told["type"] = draw(st.sampled_from(("yes_no", "choice", "choices", "number", "number", "ratio", "count")))
    told |= draw(rounding()) | draw(channels())
    told["not_applicable"] = "allowed"
    if told["type"] in ("choice", "choices"):
        told["options"] = OPTIONS
    if told["type"] == "choices":
        rule = draw(st.sampled_from(("points", "highest", "any", "all", "count", "fraction")))
        told["score"] = {"rule": rule} | ({"of": 2} if rule == "count" and draw(st.booleans()) else {})
    if told["type"] in ("number", "ratio", "count"):
        relative = draw(st.booleans())
        told["score"] = draw(st.sampled_from(RELATIVE if relative else ABSOLUTE))
        if relative:
            over = {"over": draw(st.sampled_from(({"kind": "all"}, {"kind": "same"}, {"kind": KINDS})))}
            told["score"] = told["score"] | over | {"direction": draw(st.sampled_from(("higher", "lower")))}
        told["prepare"] = draw(st.lists(st.sampled_from(PREPARING), max_size=3)) if draw(st.booleans()) else []
        told["points"] = draw(st.sampled_from((1, 4, Decimal("2.5"))))
    elif draw(sometimes):
        told["combine"] = draw(st.sampled_from(("any", "all", "mean", "best")))
    return told


@st.composite
def adjustments(draw: st.DrawFn, earlier: Sequence[str]) -> Data:
    steps = []
    for _ in range(draw(st.integers(0, 3))):
        action = draw(st.sampled_from(("zero", "cap", "floor", "times", "plus", "minus")))
        amount = draw(st.sampled_from((Decimal(2), Decimal("0.5"), Decimal("33.3"))))
        step: dict[str, Any] = {action: True if action == "zero" else amount}
        conditional = draw(st.booleans())
        if earlier and conditional:
            measure = draw(st.sampled_from(("score", "points", "coverage")))
            bound = draw(st.sampled_from(("at_least", "below")))
            step["if"] = {"dimension": draw(st.sampled_from(earlier)), measure: {bound: Decimal("0.6")}}
            if action in ("plus", "minus") and draw(st.booleans()):
                step[action] = {"dimension": draw(st.sampled_from(earlier))}
        steps.append(step | draw(rounding()))
    return {"adjust": steps} if steps else {}


@st.composite
def scoring(draw: st.DrawFn) -> Data:
    aggregate = draw(st.sampled_from(AGGREGATES))
    told: dict[str, Any] = {"aggregate": aggregate}
    if aggregate == "power":
        told["power"] = draw(st.sampled_from((Decimal(2), Decimal("0.5"), Decimal(-1))))
    if aggregate == "copeland":
        told["over"] = {"kind": "all"}
    told["missing"] = draw(st.sampled_from(("zero", "skip", "zero_node", "null")))
    told["inapplicable"] = draw(st.sampled_from(("leave", "zero")))
    if draw(sometimes):
        told["min_coverage"] = Decimal("0.5")
    if draw(sometimes):
        told["min_parts"] = Decimal("0.6")
    return told


@st.composite
def node(draw: st.DrawFn, earlier: Sequence[str]) -> Data:
    """Return what stands after a node's parts: its formula, its rule, adjustments, rounding and channels."""
    rule = {"score": draw(st.sampled_from(OF_NODES))} if draw(sometimes) else {}
    return {"scoring": draw(scoring())} | rule | draw(adjustments(earlier)) | draw(rounding()) | draw(channels())


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    dimensions = []
    for n in range(draw(st.integers(1, 3))):
        asked = [draw(question(f"q{n}{m}")) for m in range(draw(st.integers(1, 3)))]
        own = {"id": f"d{n}", "title": "Phần", "weight": draw(st.sampled_from(WEIGHTS)), "questions": asked}
        dimension = own | draw(node([f"d{m}" for m in range(n)])) | {"scored": not draw(sometimes) or n == 0}
        if draw(sometimes):
            dimension = {"id": f"e{n}", "title": "Lớn", "dimensions": [dimension]} | draw(node([]))
        dimensions.append(dimension)
    scale = draw(st.sampled_from(({"from": 0, "to": 100}, {"from": 1, "to": 5}, {"from": 0, "to": 1})))
    head = {"id": "case", "version": "1", "language": "vi", "title": "Mẫu", "applies_to": KINDS}
    data = head | {"scale": {**scale, "decimals": 2}, "dimensions": dimensions} | draw(node([]))
    return Questionnaire.from_data(data, dimensions)


@st.composite
def answers(draw: st.DrawFn, questionnaire: Questionnaire) -> Data:
    found: dict[str, Any] = {}
    for each in questionnaire.questions.values():
        how = draw(st.integers(0, 9))
        if how == 0:
            found[each.id] = {"unknown": "Chưa có"}
        elif how == 1:
            found[each.id] = {"not_applicable": "Không"}
        elif how > 2 and each.combine:
            pieces = [{"title": "Văn bản", "value": draw(value(each.type))} for _ in range(draw(st.integers(1, 3)))]
            found[each.id] = {"evidence": pieces}
        elif how > 2:
            found[each.id] = {"value": draw(value(each.type))}
    return found


@st.composite
def value(draw: st.DrawFn, kind: str) -> Any:
    names = [each["id"] for each in OPTIONS]
    if kind == "yes_no":
        return draw(st.booleans())
    if kind == "choice":
        return draw(st.sampled_from(names))
    if kind == "choices":
        return draw(st.lists(st.sampled_from(names), unique=True))
    if kind == "ratio":
        of = draw(st.integers(1, 12))
        return {"part": draw(st.integers(0, of)), "of": of}
    return draw(numbers) if kind == "number" else draw(st.integers(0, 40))


class Case:
    """An assessment to be explained; it would be too long to be printed whole where a test fails."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Return an agency's assessment among others, in some channel."""
    questionnaire = draw(questionnaires())
    dossiers = [_dossier(questionnaire, n, [draw(answers(questionnaire)) for _ in range(3)]) for n in range(AGENCIES)]
    channel = draw(st.sampled_from(("declared", "verified", "survey")))
    learnt = learn(questionnaire, "2026", channel, lambda: dossiers)
    return Case(assess(questionnaire, dossiers[0], learnt, channel))


def _dossier(questionnaire: Questionnaire, n: int, told: Sequence[Data]) -> Dossier:
    agency = {"id": f"a{n}", "name": f"A{n}", "kind": KINDS[n % 2], "attributes": {"people": 7 + 10 * n}}
    response = {"agency": f"a{n}", "questionnaire": "case", "questionnaire_version": "1", "period": "2026"}
    return Dossier(
        agency=Agency.from_data(agency),
        response=Response.from_data(response | {"status": "submitted", "answers": told[0]}),
        review=Review.from_data({"unreviewed": ("declared", "missing", "zero")[n % 3], "answers": told[1]}),
        survey=Survey.from_data({"answers": told[2]}),
    )


def result(assessment: Assessment, language: str = "vi") -> dict[str, Any]:
    return result_of(assessment, Speaker(assessment.questionnaire, language, words(language)))


@cache
def validator() -> jsonschema.Draft202012Validator:
    names = ("scores", "common")
    schemas = {f"{each}.schema.json": json.loads((SCHEMAS / f"{each}.schema.json").read_text()) for each in names}
    registry: Registry[Any] = Registry().with_resources(
        [(key, Resource.from_contents(each)) for key, each in schemas.items()]
    )
    return jsonschema.Draft202012Validator(schemas["scores.schema.json"], registry=registry)


# Without shrinking: a questionnaire that fails is told in full, and making it smaller takes minutes.
@settings(deadline=None, max_examples=120, suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
@given(cases())
def test_the_steps_of_any_score_add_up(case: Case) -> None:
    told = result(case.assessment)
    assert calculator.check(told) > 2
    validator().validate({"format": 1, "results": [told]})
