"""The way to a higher score: what each step adds, in which order, and that scoring the answers anew agrees."""

from collections.abc import Iterator, Mapping, Set
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import pytest

from assess.model import Answer, Dossier, Questionnaire
from assess.model.arithmetic import compared
from assess.publishing.collecting import Collected, collect
from assess.roadmap import MOST, Roadmap, ground_of, roadmap
from assess.scoring import Assessment, assess, assess_beside
from tests.scoring import assessed, questionnaire_of
from tests.screenshots import ROOT

STEPS: Final = [{"id": "none", "points": 0}, {"id": "some", "points": 1}, {"id": "full", "points": 2}]
OPTIONS: Final = [{**each, "text": each["id"]} for each in STEPS]
LEVELS: Final = {"bands": [{"id": "1", "title": "Một", "from": 0}, {"id": "2", "title": "Hai", "from": 80}]}


def choice(name: str, **more: Any) -> Mapping[str, Any]:
    return {"id": name, "text": "Chọn?", "type": "choice", "options": OPTIONS, **more}


def yes_no(name: str, **more: Any) -> Mapping[str, Any]:
    return {"id": name, "text": "Có?", "type": "yes_no", **more}


def percent(name: str, **more: Any) -> Mapping[str, Any]:
    return {"id": name, "text": "Bao nhiêu?", "type": "percent", **more}


def one(*questions: Any, **more: Any) -> Mapping[str, Any]:
    return {"id": "one", "title": "Một", "questions": list(questions), **more}


def two(*questions: Any, **more: Any) -> Mapping[str, Any]:
    return {"id": "two", "title": "Hai", "questions": list(questions), **more}


def questionnaire(*dimensions: Any, **head: Any) -> Questionnaire:
    return questionnaire_of({"levels": LEVELS, "dimensions": list(dimensions), **head})


def way(
    asked: Questionnaire,
    answers: Mapping[str, Any],
    goals: Mapping[str, Decimal] | None = None,
    unseen: Set[str] = frozenset(),
    least: int = 8,
) -> Roadmap:
    return roadmap(assessed(asked, answers), ground_of(asked), goals or {}, unseen, least)


def told(found: Roadmap) -> list[tuple[str, str | None, Fraction]]:
    """Return the question, the option and what is added, step by step."""
    return [(each.question, each.rise.option, Fraction(str(each.gain)).limit_denominator(1000)) for each in found.steps]


def test_steps_stand_by_what_they_add_to_the_whole() -> None:
    """The second dimension is 3/4 of the whole; in the first, the choice is 1 of 4, half of which is a step."""
    asked = questionnaire(one(choice("a"), percent("b", weight=3)), two(yes_no("c"), weight=3))
    found = way(asked, {"a": "none", "b": 50, "c": False})
    a_step = Fraction(1, 4) * Fraction(1, 4) / 2
    assert told(found) == [("c", None, Fraction(3, 4)), ("a", "some", a_step), ("a", "full", a_step)]
    start = Fraction(1, 4) * Fraction(3, 8)
    assert [Fraction(str(each.total)) for each in found.steps] == [
        start + Fraction(3, 4),
        start + Fraction(3, 4) + a_step,
        start + Fraction(3, 4) + 2 * a_step,
    ]
    assert (found.level and found.level.id, found.needed) == ("2", 1)


def test_what_is_missing_is_raised_like_what_earns_nothing() -> None:
    asked = questionnaire(one(choice("a"), choice("b")))
    found = way(asked, {"b": {"unknown": "Chưa rõ."}})
    quarter = Fraction(1, 4)
    assert told(found) == [
        ("a", "some", quarter),
        ("a", "full", quarter),
        ("b", "some", quarter),
        ("b", "full", quarter),
    ]
    assert found.needed == 4


def test_points_that_are_added_up_weigh_by_their_maximum() -> None:
    """The choice is worth 2 of 10 points, yes 8 of 10."""
    asked = questionnaire(one(choice("a"), yes_no("b", points=8)), scoring={"aggregate": "sum"})
    assert told(way(asked, {})) == [
        ("b", None, Fraction(4, 5)),
        ("a", "some", Fraction(1, 10)),
        ("a", "full", Fraction(1, 10)),
    ]


def test_of_several_options_each_step_adds_one() -> None:
    """Points 1, 1 and 2 of 4: the least first, and what was chosen stays chosen."""
    options = [{"id": key, "text": key, "points": n} for key, n in {"x": 2, "y": 1, "z": 1, "none": 0}.items()]
    asked = questionnaire(one({"id": "a", "text": "Chọn?", "type": "choices", "options": options}))
    found = way(asked, {"a": ["y"]})
    assert told(found) == [("a", "z", Fraction(1, 4)), ("a", "x", Fraction(1, 2))]
    assert [each.rise.value for each in found.steps] == [("y", "z"), ("y", "z", "x")]


def test_a_step_that_opens_a_question_counts_it_as_well() -> None:
    """Alone, half of the choice is 1/2; with the question that it opens it is 1/4, and that question 1/2."""
    opened = yes_no("b", when={"question": "a", "is": ["some", "full"]})
    found = way(questionnaire(one(choice("a"), opened)), {"a": "none"})
    assert told(found) == [
        ("a", "some", Fraction(1, 4)),
        ("b", None, Fraction(1, 2)),
        ("a", "full", Fraction(1, 4)),
    ]


def test_no_step_is_told_that_lowers_the_whole() -> None:
    """With 2 of 3 earned, half of the choice would make it 2.5 of 4."""
    opened = yes_no("b", when={"question": "a", "is": ["some", "full"]})
    asked = questionnaire(one(choice("a"), opened, yes_no("c", weight=2)))
    assert told(way(asked, {"a": "none", "c": True})) == []
    assert told(way(asked, {"a": "none", "c": False})) == [("c", None, Fraction(2, 3))]


def test_a_number_is_raised_to_what_a_target_states_and_only_so() -> None:
    asked = questionnaire(one(percent("a"), percent("b"), {**percent("c"), "type": "ratio"}))
    answers = {"a": 40, "b": 90, "c": {"part": 1, "of": 4}}
    assert told(way(asked, answers)) == []
    found = way(asked, answers, {"a": Decimal(70), "b": Decimal(80), "c": Decimal("0.5")})
    assert told(found) == [("a", None, Fraction(1, 10)), ("c", None, Fraction(1, 12))]
    assert all(each.aimed for each in found.steps)


def test_what_nobody_has_looked_at_is_no_step() -> None:
    asked = questionnaire(one(choice("a"), choice("b")))
    assert {key for key, *_ in told(way(asked, {}, unseen={"a"}))} == {"b"}


@pytest.mark.parametrize(
    "more",
    [
        {"scoring": {"aggregate": "geometric"}},
        {"scoring": {"missing": "skip"}},
        {"scoring": {"min_coverage": 0.5}},
        {"score": {"rule": "linear", "from": 0, "to": 0.5}},
        {"adjust": [{"plus": 1}]},
        {"round": {"to": 0}},
        {"scored": False},
    ],
)
def test_nothing_is_said_below_a_dimension_that_is_no_plain_average(more: Mapping[str, Any]) -> None:
    asked = questionnaire(one(choice("a"), yes_no("x"), **more), two(choice("b"), weight=2))
    assert {key for key, *_ in told(way(asked, {"x": True}))} == {"b"}


def test_nothing_is_said_of_a_question_that_an_adjustment_looks_at() -> None:
    cap = {"if": {"question": "b", "is": ["none"]}, "cap": 50}
    asked = questionnaire(one(yes_no("a"), adjust=[cap]), two(choice("b"), choice("c")))
    assert {key for key, *_ in told(way(asked, {"b": "none"}))} == {"c"}


def test_nothing_is_said_of_a_step_that_closes_questions_or_opens_a_chain() -> None:
    closing = yes_no("b", when={"question": "a", "is": ["none"]})
    assert {key for key, *_ in told(way(questionnaire(one(choice("a"), closing)), {"a": "none"}))} == {"b"}
    first = choice("b", when={"question": "a", "is": ["some", "full"]})
    last = yes_no("c", when={"question": "b", "is": ["full"]})
    assert told(way(questionnaire(one(choice("a"), first, last)), {"a": "none"})) == []


def test_where_there_is_no_score_or_no_next_level_that_is_said() -> None:
    asked = questionnaire(one(choice("a")), scoring={"missing": "null"})
    assert way(asked, {}) == Roadmap()
    full = way(questionnaire(one(choice("a"))), {"a": "full"})
    assert (full.steps, full.level) == ((), None)


def test_the_list_ends_with_the_next_level_but_not_before_enough_are_told() -> None:
    asked = questionnaire(one(*(choice(f"q{n:02}") for n in range(30))))
    found = way(asked, {}, least=3)
    assert found.needed is None
    assert len(found.steps) == MOST
    half = {f"q{n:02}": "full" for n in range(20)}
    assert way(asked, half, least=3).needed == len(way(asked, half, least=3).steps) == 8  # 40 of 60 points, and 48
    assert len(way(asked, half, least=12).steps) == 12


# --------------------------------------------------------------------------------------- scoring the answers anew


@pytest.fixture(scope="module")
def collected() -> Iterator[Collected]:
    found = collect(ROOT)
    yield found
    found.spool.close()


def _changed(dossier: Dossier, channel: str, answers: Mapping[str, Answer]) -> Dossier:
    if channel == "declared":
        return dossier._replace(response=dossier.response._replace(answers={**dossier.response.answers, **answers}))
    assert dossier.review is not None
    return dossier._replace(review=dossier.review._replace(answers={**dossier.review.answers, **answers}))


def _some(collected: Collected) -> Iterator[tuple[Assessment, Mapping[str, Any]]]:
    for cohort in collected.cohorts:
        publication = cohort.publication
        for agency in sorted(cohort.records)[::9]:
            key = (publication.questionnaire, publication.version, publication.period, agency)
            dossier = collected.spool.get(key, collected.workspace.register.agencies[agency])
            yield assess_beside(cohort.questionnaire, dossier, cohort.learnt, publication.channel), cohort.learnt


def test_scoring_the_answers_anew_agrees_with_every_step(collected: Collected) -> None:
    seen = reached = 0
    for assessment, learnt in _some(collected):
        asked, channel = assessment.questionnaire, assessment.channel
        found = roadmap(assessment, ground_of(asked), {"online-filing": Decimal(80)}, frozenset(), 8)
        answers: dict[str, Answer] = {}
        for n, step in enumerate(found.steps, 1):
            answers[step.question] = Answer("answered", step.rise.value, None, None, ())
            again = assess(asked, _changed(assessment.dossier, channel, answers), learnt[channel], channel)
            assert again.score.value is not None
            assert abs(again.score.value - step.total) < Decimal("1e-28"), (assessment.response.agency, step)
            assert compared(step.gain) > 0
            seen += 1
            if n == found.needed:
                assert found.level is not None
                assert again.level is not None
                assert again.level.id == found.level.id
                reached += 1
    assert seen > 400
    assert reached > 30
