"""OWASP SAMM: maturity of security practices, with either rule for blanks.

The calculator gives a practice with a blank nothing at all; the spreadsheet counts only the blank as nothing.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from assess.model import Questionnaire
from tests.conformance.engine import agency_of, assessed, dossier_of, parts_of, score_in
from tests.conformance.figures import EXACT, Figure, Index
from tests.conformance.sources import Data, data_of, id_of
from tests.scoring import KIND, questionnaire_of


def questionnaire(model: Data, missing: str) -> Questionnaire:
    """Return the questionnaire: functions of practices of six questions, scored from 0 to 3; `missing` is the rule."""
    options = [{"id": f"o{n}", "text": f"Mức {n}", "share": share} for n, share in enumerate(model["scale"])]
    functions = [
        {
            "id": name,
            "title": name,
            "dimensions": [_practice(each, model["questions"], missing) for each in practices],
        }
        for name, practices in model["functions"].items()
    ]
    head = {"scale": {"from": 0, "to": model["levels"], "decimals": 2}, "option_sets": {"answers": options}}
    return questionnaire_of({**head, "dimensions": functions})


def figures(folder: Path) -> Iterator[Figure]:
    model = data_of(folder / "owasp-samm" / "scoring-cases.json")
    for missing, key in (("zero_node", "expected"), ("zero", "if_blank_counts_as_zero")):
        written = questionnaire(model, missing)
        for case in model["cases"]:
            yield from _case(written, case, case.get(key, case["expected"]), f"{missing} {case['id']}")


def _case(written: Questionnaire, case: Data, expected: Data, row: str) -> Iterator[Figure]:
    shares = {option.points: option.id for option in written.questions["q1"].options.values()}
    answers = {f"q{n}": shares[each] for n, each in enumerate(case["answers"], 1) if each is not None}
    (assessment,) = assessed(written, [dossier_of(written, agency_of(case["id"], KIND), answers, "2020")]).values()
    parts = parts_of(assessment)
    for name, value in expected["functions"].items():
        yield Figure(row, name, value, score_in(assessment, parts[name].value), EXACT)
    for name, value in expected["practices"].items():
        yield Figure(row, name, value, score_in(assessment, parts[id_of(name)].value), EXACT)
    yield Figure(row, "overall", Decimal(expected["overall"]), score_in(assessment, assessment.score.value), EXACT)


def _practice(name: str, questions: list[Any], missing: str) -> Data:
    return {
        "id": id_of(name),
        "title": name,
        "scoring": {"missing": missing},
        "questions": [
            {
                "id": f"q{each['q']}",
                "text": f"{name}, {each['stream']}, {each['level']}?",
                "type": "choice",
                "options": "answers",
            }
            for each in questions
            if each["practice"] == name
        ],
    }


INDICES: Final = (
    Index(
        name="OWASP SAMM, both rules for blanks",
        vi="SAMM của OWASP: hai cách tính câu bỏ trống",
        figures=figures,
        total=2 * 14 * 21,
    ),
)
