"""Canada's Algorithmic Impact Assessment: 35 published assessments and the unit case, in three versions.

The impact is lowered by 15 % where mitigation reaches 80 % of its maximum; the maximum is halved, because questions on
design and on implementation are both in it, and only one of them is asked.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from assess.model import Questionnaire
from tests.conformance.engine import agency_of, assessed, dossier_of, parts_of, points_in
from tests.conformance.figures import EXACT, Figure, Index
from tests.conformance.sources import Data, data_of
from tests.scoring import KIND, questionnaire_of

RULE: Final[Data] = {
    "scale": {"from": 0, "to": 100, "decimals": 1},
    "scoring": {"aggregate": "sum", "missing": "zero", "inapplicable": "zero"},
    "levels": {
        "on": "exact",
        "side": "above",
        "bands": [
            {"id": "1", "title": "Ít hoặc không tác động", "from": 0},
            {"id": "2", "title": "Tác động vừa", "from": 25},
            {"id": "3", "title": "Tác động cao", "from": 50},
            {"id": "4", "title": "Tác động rất cao", "from": 75},
        ],
    },
}
TITLES: Final = {"raw_impact": "Tác động ban đầu", "mitigation": "Biện pháp giảm thiểu", "unscored": "Về dự án"}


def questionnaire(model: Data) -> Questionnaire:
    """Return the questionnaire of one version: points added up, those of mitigation beside, for the condition."""
    enough = {"dimension": "mitigation", "points": {"at_least": model["max_mitigation_as_summed"] / 2 * Decimal("0.8")}}
    reduced = {"if": enough, "times": Decimal("0.85"), "round": {"to": 0, "mode": "half_up"}}
    dimensions: list[dict[str, Any]] = [
        {
            "id": group,
            "title": TITLES[group],
            "questions": [_question(each) for each in model["questions"] if each["group"] == group],
        }
        for group in TITLES
    ]
    dimensions[1]["scored"] = False
    return questionnaire_of({**RULE, "adjust": [reduced], "dimensions": dimensions})


def figures(folder: Path) -> Iterator[Figure]:
    models = [data_of(path) for path in sorted((folder / "aia-canada").glob("model-*.json"))]
    versions = {model["version"]: questionnaire(model) for model in models}
    for case in data_of(folder / "aia-canada" / "cases.json")["cases"]:
        written = versions[case["version"]]
        answers = {key: _known(written, key, each) for key, each in case["answers"].items()}
        (assessment,) = assessed(written, [dossier_of(written, agency_of(case["id"], KIND), answers, "2023")]).values()
        row, parts, expected = f"{case['version']} {case['id']}", parts_of(assessment), case["expected"]
        level = assessment.level.id if assessment.level else None
        yield Figure(row, "raw impact", expected["raw_impact"], points_in(parts["raw_impact"]), EXACT)
        yield Figure(row, "mitigation", expected["mitigation"], points_in(parts["mitigation"]), EXACT)
        yield Figure(row, "current", expected["current"], points_in(assessment.score), EXACT)
        yield Figure(row, "level", str(expected["level"]), level)


def _question(data: Data) -> Data:
    options = [{"id": key, "text": key, "points": points} for key, points in data["options"].items()]
    asked = [_condition(each) for each in data["shown_if"]]
    return {
        "id": data["id"],
        "text": f"{data['id']}?",
        "type": "choices" if data["kind"] == "many" else "choice",
        "options": options,
        "scored": any(data["options"].values()),
        **({"when": {"all": asked}} if asked else {}),
    }


def _condition(text: str) -> Data:
    """Return a condition as written upstream, `{question} = "option"`, several joined by `or`."""
    tests = [each.split(" = ") for each in text.split(" or ")]
    return {"any": [{"question": question.strip("{}"), "is": [option.strip('"')]} for question, option in tests]}


def _known(written: Questionnaire, key: str, answer: str | list[str]) -> str | list[str]:
    """Return an answer without options that its version does not list: one assessment has one, without points."""
    if isinstance(answer, str):
        return answer
    return [each for each in answer if each in written.questions[key].options]


INDICES: Final = (
    Index(
        name="Canada's AIA, 35 assessments and a unit case",
        vi="AIA của Canada: 35 đánh giá và một phép thử",
        figures=figures,
        total=4 * 36,
    ),
)
