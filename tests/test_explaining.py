"""Why: the JSON of a score holds every step, and an independent calculator comes to the same numbers."""

import html
import json
import re
import shutil
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from referencing import Registry, Resource

from assess.cli import main
from assess.cli.explaining import explanation
from assess.cli.words import SAID
from assess.model import Agency, Dossier, Questionnaire, Response, Review, ScoreRule, Survey
from assess.presentation.conditions import Speaker
from assess.presentation.explaining.words import WORDS
from assess.presentation.results import result_of
from assess.presentation.rules import rule_text
from assess.publishing.resources import words
from assess.publishing.site import build_site
from assess.scoring import Assessment, assess
from assess.scoring.learning import learn
from tests import calculator
from tests.everything import RESPONSES, write_everything
from tests.scoring import assessed, questionnaire_of

Data = dict[str, Any]

ROOT: Final = Path(__file__).parents[1]
SCHEMAS: Final = ROOT / "assess" / "schemas"
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
    {"rule": "minmax", "cap": "both"},
    {"rule": "minmax", "from": {"percentile": Decimal("2.5")}},
    {"rule": "minmax", "to": {"mean_of_best": 2}, "cap": "low", "onto": {"from": 0, "to": 7}},
    {"rule": "minmax", "from": {"mean_of_worst": 3}, "to": {"percentile": 80}, "cap": "none"},
    {"rule": "minmax", "from": 20, "to": {"mean_of_best": 4}},
    {"rule": "distance", "value": "median", "reach": 7},
    {"rule": "distance", "value": "mean", "reach": "farthest"},
    {"rule": "distance", "value": 20, "reach": "farthest"},
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
    {"rule": "minmax", "over": {"kind": "all"}, "from": {"percentile": 10}, "to": {"mean_of_best": 2}},
    {"rule": "distance", "value": "median", "reach": "farthest", "over": {"kind": "all"}},
)
PREPARING: Final = (
    {"divide_by": "people", "times": 3},
    {"impute": "mean"},
    {"impute": "group_median", "group": "kind"},
    {"impute": Decimal("2.5")},
    {"winsorise": {"skew": Decimal("0.1"), "kurtosis": Decimal(-3), "at_most": 2}, "over": {"kind": "all"}},
    {"log": {"skew": Decimal("0.1"), "kurtosis": Decimal(-3)}, "over": {"kind": "all"}},
    {"winsorise": {"percentiles": [Decimal("12.5"), 80]}, "over": {"kind": "all"}},
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
@cache
def validator() -> jsonschema.Draft202012Validator:
    names = ("scores", "common")
    schemas = {f"{each}.schema.json": json.loads((SCHEMAS / f"{each}.schema.json").read_text()) for each in names}
    registry: Registry[Any] = Registry().with_resources(
        [(key, Resource.from_contents(each)) for key, each in schemas.items()]
    )
    return jsonschema.Draft202012Validator(schemas["scores.schema.json"], registry=registry)


# Without shrinking: a questionnaire that fails is told in full, and making it smaller takes minutes.
@settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
@given(cases())
def test_the_steps_of_any_score_add_up(case: Case) -> None:
    told = result(case.assessment)
    assert calculator.check(told) > 2
    validator().validate({"format": 1, "results": [told]})


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_everything(tmp_path_factory.mktemp("workspace"))


def _scored(root: Path, agency: str, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    path = root / "responses/2026/everything" / f"{agency}.yaml"
    assert main(["score", str(path), "--workspace", str(root), *options]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("agency", RESPONSES)
@pytest.mark.parametrize("channel", ["declared", "verified"])
def test_the_data_of_a_real_workspace_add_up(
    everything: Path, agency: str, channel: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if channel == "verified" and agency != "so-mau-a":
        pytest.skip("only one was reviewed")
    found = json.loads(_scored(everything, agency, capsys, "--format", "json", "--channel", channel))
    validator().validate(found)
    assert calculator.check(found["results"][0]) > 20


def _said(root: Path, agency: str, name: str, capsys: pytest.CaptureFixture[str]) -> str:
    return _scored(root, agency, capsys, "--explain", name, "--lang", "en")


@pytest.mark.parametrize("name", ["whole", "everything"])
def test_the_whole_is_explained_with_what_adjusted_it_and_what_stopped_its_level(
    name: str, everything: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = _said(everything, "so-mau-a", name, capsys)
    assert "(0.655556^1 × 0.78432^2 × 0.592^1)^(1 / (1 + 2 + 1)) × 100 ≈ 69.900377" in text
    assert "≈69.900377 → 60. An toàn thông tin chưa đạt yêu cầu tối thiểu." in text
    assert "60 → 54" in text
    assert "2 added if question 4.2" in text
    assert "the condition does not hold, so it does not apply" in text
    assert "Staged level: 3 Vận hành; level 4 is not reached, the condition does not hold:" in text


@pytest.mark.parametrize(
    ("agency", "name", "lines"),
    [
        ("so-mau-a", "broadband", ["divided by population: 4200 / 120000 × 1000 = 35", "share: 35 → 1"]),
        ("so-mau-b", "broadband", ["missing, the median of 2 agencies stands for it: 27.4"]),
        ("so-mau-a", "latency", ["mean ≈27.166667, sample standard deviation ≈14.545904"]),
        (
            "so-mau-a",
            "systems",
            ["piece of evidence 2 (Quyết định 15): no", "put together: mean (1; 0; 1) → ≈0.666667"],
        ),
        ("so-mau-a", "satisfied", ["survey data: 52.5; weight 1 (50%)", "declared data: 66; weight 1 (50%)"]),
        ("so-mau-a", "online", ["rounded: 4.275 → 4.3 (decimals: 1, halves up); in points"]),
        ("so-mau-a", "services", ["6.67 → 5.17", "5.17 → 5.92 (these points are 0.75)", "× 100 = 66.7"]),
        ("so-mau-a", "infrastructure", ["^(1 / (0.5)) × 100 ≈ 70.588838", "≈0.705888 → ≈0.784320"]),
        ("so-mau-a", "security", ["recorded only, not counted", "(1 + 1) / (1 / 0.4 + 1 / ≈0.444444) × 100"]),
        ("so-mau-a", "plan", ["[declared]", "issued 3 → 3 / 4", "[verified]", "none 0 → 0 / 4"]),
        ("so-mau-a", "incident", ["yes; left out, recorded only"]),
        (
            "so-mau-a",
            "staff",
            ["held between percentile 25 (3) and percentile 75 (7)", "7 (values of the group beyond: 2)"],
        ),
        ("so-mau-b", "staff", ["from 0 at 3.05 to 1 at 5.5", "share: 4 → ≈0.387755"]),
        ("so-mau-c", "share", ["1 at 3, down to 0 at a distance of 4", "share: 7 → 0"]),
        ("so-mau-a", "days", ["because the group has fewer values than a bound takes", "from 0 at 30 to 1 at …"]),
        ("so-mau-c", "whole", ["no score", "because a part is below 0"]),
    ],
)
def test_a_part_is_explained_step_by_step(
    agency: str, name: str, lines: Sequence[str], everything: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = _said(everything, agency, name, capsys)
    for each in lines:
        assert each in text


def test_the_table_tells_the_staged_level_and_what_does_not_count(
    everything: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "staged: 3 Vận hành" in _scored(everything, "so-mau-a", capsys, "--lang", "en")
    text = _scored(everything, "so-mau-c", capsys, "--lang", "en")
    assert "a part is below 0" in text
    assert "(not counted, a part is 0)" in text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("vi", "100 → 92 (số điểm đó là 8, trong đó 6 là mức trừ tối đa của câu chưa trả lời)"),
        ("en", "100 → 92 (these points are 8, of which 6 is the most for what is not answered)"),
    ],
)
def test_what_is_taken_away_for_want_of_an_answer_is_told(language: str, told: str) -> None:
    questions = [
        {"id": name, "text": "?", "type": "percent", "points": points} for name, points in (("p", 4), ("q", 6))
    ]
    penalty = {
        "id": "penalty",
        "title": "Trừ",
        "scored": False,
        "scoring": {"aggregate": "sum"},
        "questions": questions,
    }
    work = {
        "id": "work",
        "title": "Công việc",
        "questions": [{"id": "a", "text": "?", "type": "yes_no", "points": 100}],
    }
    data = {
        "scoring": {"aggregate": "sum"},
        "adjust": [{"minus": {"dimension": "penalty"}}],
        "dimensions": [work, penalty],
    }
    assessment = assessed(questionnaire_of(data), {"a": True, "p": 50})
    text = "\n".join(explanation([(assessment, "A")], "whole", language))
    assert told in text
    calculator.check(result(assessment))


def _page(folder: Path, address: str) -> str:
    text = (folder / address / "index.html").read_text(encoding="utf-8")
    body = text[text.index("<h1") :]
    assert "&lt;span" not in body
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", body)))


@pytest.fixture(scope="module")
def site(everything: Path) -> Path:
    for each in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / each, everything / each)
    shutil.copytree(ROOT / "docs", everything / "docs")
    build_site(everything, everything / "site")
    return everything / "site"


def test_an_agency_page_tells_what_happened_to_its_score(site: Path) -> None:
    text = _page(site, "everything/2026/so-mau-a")
    assert "trung bình nhân có trọng số của 3 nội dung (65,56; 78,43; 59,20) và bằng 69,90." in text
    assert "từ 69,9 thành 60. Lý do: An toàn thông tin chưa đạt yêu cầu tối thiểu." in text
    assert "tự khai 80,56 (trọng số 0,4)" in text or "tự khai (trọng số 0,4)" in text
    assert "3 Dịch vụ. Điều chỉnh: trừ 1,5 điểm nếu câu 3.3" in text
    assert "Mức theo bậc: 3, Vận hành. Chưa đạt mức 4, Dẫn dắt vì chưa thỏa:" in text
    assert "Nhóm so sánh (các cơ quan cùng loại đã nộp) có 3 cơ quan" in text
    assert "được 0 tại 3,05, được tối đa tại 5,5." in text
    assert "được tối đa tại 3, được 0 khi lệch 4." in text
    assert "ít giá trị hơn số giá trị cần để tính mốc. 12 Nhóm so sánh" in text
    assert "cao nhất 25, trung bình 15. " in text, "a bound that is not there is not told"
    assert "Không tính điểm" in text
    assert "Đã điều chỉnh" in text
    assert "Chưa trả lời; dùng giá trị thay thế 27,4" in _page(site, "everything/2026/so-mau-b")
    assert "có phần nhỏ hơn 0" in _page(site, "everything/2026/so-mau-c")
    english = _page(site, "en/everything/2026/so-mau-a")
    assert "Level 4, Dẫn dắt is not reached, because this is not met" in english
    assert "Adjusted: the score is at most 60" in english


def test_pages_say_what_levels_mean_and_what_shows_an_option(site: Path) -> None:
    asked = _page(site, "everything")
    assert "1 Thể chế MứcMô tả 1 Khởi đầuChưa có kế hoạch. 3 Vận hànhKế hoạch đã ban hành." in asked
    assert "Phương ánMinh chứngĐiểm" in asked
    assert "Đã ban hànhQuyết định ban hành.3" in asked
    assert "Giải thích từ ngữ" in asked
    reached = [_page(site, f"everything/2026/so-mau-{each}") for each in "abc"]
    assert any(re.search(r"Ở mức này, thường: Kế hoạch đã ban hành\.[\d,–− ]+3 Vận hành", each) for each in reached)
    words = _page(site, "glossary")
    assert words.index("CSDLcơ sở dữ liệuChỉ số thử mọi quy tắc") < words.index("OCOPChương trình Mỗi xã")


def test_a_file_to_fill_in_says_what_is_meant_and_what_shows_an_option(everything: Path, tmp_path: Path) -> None:
    root = shutil.copytree(everything, tmp_path / "root")
    assert main(["new", "so-mau-c", "--workspace", str(root), "--questionnaire", "everything", "--period", "1"]) == 0
    text = (root / "responses/1/everything/so-mau-c.yaml").read_text(encoding="utf-8")
    assert "# - issued: Đã ban hành (3 điểm). Minh chứng: Quyết định ban hành." in text
    assert "# Định nghĩa: Số trung tâm còn hoạt động vào cuối kỳ.\n  # Nguồn số liệu: Sổ theo dõi." in text


def test_the_pages_of_a_questionnaire_and_its_method_say_every_rule(site: Path) -> None:
    for address, told in {"everything": RULES_VI, "en/everything": RULES_EN}.items():
        text = _page(site, address) + _page(site, f"{address}/versions/1/method")
        for each in told:
            assert each in text, each


RULES_VI: Final = (
    "Điểm không quá 60 nếu điểm của nội dung 4 “An toàn thông tin” dưới 50.",
    "Điểm của phần được làm tròn đến 2 chữ số thập phân (đúng nửa đơn vị thì về chữ số chẵn).",
    "Trụ cột: làm tròn đến 4 chữ số thập phân.",
    "Mức theo bậc: cơ quan đạt một mức khi thỏa điều kiện riêng của mức đó và của mọi mức thấp hơn",
    "ít nhất 2 trong các điều kiện sau",
    "trung bình lũy thừa bậc 0,5",
    "trung bình điều hòa",
    "tự khai 0,4; thẩm định 0,6",
    "Chia cho thuộc tính “population” của cơ quan rồi nhân với 1000",
    "Giá trị dưới phân vị 25% hoặc trên phân vị 75% của nhóm được đưa về đúng phân vị ấy",
    "Từ 0 tại phân vị 2,5% của nhóm (xếp từ thấp đến cao) đến 1 tại trung bình của 2 giá trị tốt nhất trong nhóm",
    "Bằng 1 tại trung vị của nhóm, giảm đều về 0 ở mức lệch xa nhất trong nhóm",
)
RULES_EN: Final = (
    "The score is at most 60 if the score of dimension 4 “An toàn thông tin” is below 50.",
    "weighted power mean (power 0.5)",
    "declared 0.4; verified 0.6",
    "times 1000; where missing, the median of the group stands for it",
    "By natural logarithms, 0 at 1 triệu đồng, 1 at 100 triệu đồng",
    "1.5 points taken off if question 3.3",
    "Values below percentile 25 or above percentile 75 of the group take that percentile",
    "From 0 at 30 to 1 at the mean of the group's 4 best values, evenly in between; stopped only below, at 0",
    "1 at the group's median, evenly down to 0 at the distance of the agency farthest from it",
    "the number of points earned in dimension 3 “Dịch vụ” is at least 8",
)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_rule_and_reason_has_words(language: str) -> None:
    speaker = Speaker(write_speech(), language, words(language))
    for rule in (*RELATIVE, *ABSOLUTE):
        for direction in ("higher", "lower"):
            built = ScoreRule.from_data({**rule, "direction": direction}, Decimal(1))
            assert rule_text(built, speaker)
    for reason in REASONS:
        assert words(language)[f"no_score_{reason}".replace("-", "_")]
        assert WORDS[language][reason]
        assert SAID[language][f"reasons_{reason}"]
    assert set(WORDS["vi"]) == set(WORDS["en"])


def write_speech() -> Questionnaire:
    head = {"id": "case", "version": "1", "language": "vi", "title": "Mẫu", "applies_to": KINDS}
    return Questionnaire.from_data(head, [{"id": "d", "title": "Phần", "questions": []}])


REASONS: Final = (
    "nothing-counts",
    "no-weight",
    "nothing-answered",
    "part-missing",
    "low-coverage",
    "low-parts",
    *sorted(
        {
            reason
            for path in (ROOT / "assess").rglob("*.py")
            for reason in re.findall(r'Uncomputable\("([a-z-]+)"\)', path.read_text(encoding="utf-8"))
        }
    ),
)
"""All reasons for a score that does not exist, those of formulas and rules as the code gives them."""
