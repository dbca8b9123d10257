"""What is done to numbers before their rule, where one step hands a gap to the next."""

from decimal import Decimal
from typing import Any

from assess.model import Agency, Dossier
from assess.scoring import Score, assess
from assess.scoring.learning import learn
from tests.scoring import KIND, questionnaire_of, response_of


def _scores(steps: list[dict[str, Any]]) -> list[Score]:
    """Score three agencies with 10, 30 and 80 of something, the last of which the register has no population for."""
    question = {"id": "q", "text": "Hỏi?", "type": "number", "score": {"rule": "scale", "from": 0, "to": 10}}
    dimensions = [{"id": "d", "title": "D", "questions": [{**question, "prepare": steps}]}]
    questionnaire = questionnaire_of({"dimensions": dimensions})
    dossiers = []
    for name, value, attributes in (("a", 10, {"population": 2}), ("b", 30, {"population": 3}), ("c", 80, {})):
        agency = Agency.from_data({"id": name, "name": name, "kind": KIND, "attributes": attributes})
        dossiers.append(Dossier(agency, response_of(questionnaire, {"q": value}, KIND, name)))
    group = learn(questionnaire, "2026", "declared", lambda: dossiers)
    return [assess(questionnaire, each, group).score.parts[0].parts[0] for each in dossiers]


def test_what_cannot_be_divided_is_imputed_by_a_later_step() -> None:
    first, second, third = _scores([{"divide_by": "population"}, {"impute": "mean"}])
    assert [first.value, second.value] == [Decimal("0.5"), 1]
    assert third.value == Decimal("0.75"), "the mean of 5 and 10, over 10"
    assert (third.trail[-1].step, third.trail[-1].value) == ("impute", Decimal("7.5"))


def test_what_cannot_be_divided_has_no_score_where_nothing_is_imputed_after() -> None:
    for steps in ([{"divide_by": "population"}], [{"impute": "mean"}, {"divide_by": "population"}]):
        *_, third = _scores(steps)
        assert (third.value, third.reason) == (None, "no-attribute")
