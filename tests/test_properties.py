"""What holds for all questionnaires and groups: above all, that nothing which passes the gate makes scoring fail."""

from collections.abc import Iterable, Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from random import Random
from statistics import quantiles
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.cli.explaining import explanation
from assess.cli.scores import WRITERS
from assess.model import Dossier, Questionnaire
from assess.model.arithmetic import EXACT, compared, percentile, rounded, written
from assess.normalisation import RELATIVE
from assess.scoring import ALONE, REASONS, Assessment, Score, assess, assess_beside, on_scale
from assess.scoring.learning import learn
from tests.invented import Inventor
from tests.scoring import PERIOD, Data, assessments, filled_in, group_of, questionnaire_of, questionnaire_problems

CHANNELS: Final = ("declared", "verified")
WITHOUT: Final = frozenset(("missing", "unknown", "not_applicable", "closed", "not_asked", "unscored"))
"""States of an answer that explain by themselves why there is no score."""

seeds = st.integers(0, 2**32)
quick = settings(deadline=None, max_examples=60)


def _invented(seed: int, agencies: int) -> tuple[Questionnaire, list[Dossier]] | None:
    """Return a questionnaire at random with what agencies sent; None where the gate refuses it."""
    inventor = Inventor(seed)
    data = inventor.questionnaire()
    if any(each.refuses for each in questionnaire_problems(data)):
        return None
    questionnaire = Questionnaire.from_data(filled_in(data), data["dimensions"])
    return questionnaire, inventor.dossiers(questionnaire, agencies)


def _every(assessment: Assessment) -> list[Score]:
    return [*assessment.score.every(), *(each for scores in assessment.groupings.values() for each in scores)]


def _scored(questionnaire: Questionnaire, dossiers: Iterable[Dossier], channel: str = "declared") -> Mapping[str, str]:
    """Return all that each agency came to in the period, every digit of it, beside those that submitted."""
    known = list(dossiers)
    group = group_of(questionnaire, known, channel)
    now = [each for each in known if each.response.period == PERIOD and each.response.status == "submitted"]
    return {each.agency.id: repr(assess(questionnaire, each, group, channel).score) for each in now}


@settings(deadline=None, max_examples=150)
@given(seed=seeds, agencies=st.sampled_from([1, 2, 3, 6]))
def test_every_score_is_a_number_that_can_be_shown_or_says_why_there_is_none(seed: int, agencies: int) -> None:
    found = _invented(seed, agencies)
    if found is None:
        return
    questionnaire, dossiers = found
    for channel in CHANNELS:
        known = learn(questionnaire, PERIOD, channel, lambda: dossiers)
        for group in (known, ALONE):
            for score in _every(assess(questionnaire, dossiers[0], group, channel)):
                _can_be_shown(questionnaire, score)


def _can_be_shown(questionnaire: Questionnaire, score: Score) -> None:
    assert score.coverage is None or 0 <= compared(score.coverage) <= 1
    assert score.points >= 0
    if score.value is None:
        assert score.reason in REASONS or (score.reason is None and score.state in WITHOUT)
        return
    assert score.reason is None
    assert score.value.is_finite()
    assert not score.value or score.value.adjusted() < 40
    shown = on_scale(questionnaire.scale, score.value)
    assert len(str(rounded(shown, questionnaire.scale.decimals))) < 100
    assert len(written(shown)) < 2000


@settings(deadline=None, max_examples=12)
@given(seed=seeds, language=st.sampled_from(["vi", "en"]))
def test_whatever_is_scored_can_be_written_and_explained(seed: int, language: str) -> None:
    found = _invented(seed, 3)
    if found is None:
        return
    questionnaire, dossiers = found
    learnt = {channel: group_of(questionnaire, dossiers, channel) for channel in CHANNELS}
    assessments = [(assess_beside(questionnaire, dossiers[0], learnt, each), "Cơ quan") for each in CHANNELS]
    for write in WRITERS.values():
        assert list(write(assessments, language))
    for name in ("whole", dossiers[0].response.questionnaire, *list(questionnaire.questions)[:2]):
        assert list(explanation(assessments, name, language))


@quick
@given(seed=seeds, shuffled=st.randoms(use_true_random=False))
def test_no_order_of_files_can_change_a_digit(seed: int, shuffled: Random) -> None:
    found = _invented(seed, 5)
    if found is not None:
        questionnaire, dossiers = found
        other = list(dossiers)
        shuffled.shuffle(other)
        assert _scored(questionnaire, other) == _scored(questionnaire, dossiers)


@quick
@given(seed=seeds)
def test_a_draft_changes_nobody_elses_score(seed: int) -> None:
    found = _invented(seed, 5)
    if found is not None:
        questionnaire, dossiers = found
        without = [each for each in dossiers if each.response.status == "submitted"]
        drafts = [each._replace(response=each.response._replace(status="draft")) for each in dossiers]
        renamed = [each._replace(agency=each.agency._replace(id=f"{each.agency.id}-draft")) for each in drafts]
        assert _scored(questionnaire, [*dossiers, *renamed]) == _scored(questionnaire, without)


numbers = st.decimals(min_value=-(10**6), max_value=10**6, places=3)
groups = st.lists(numbers, min_size=2, max_size=12)


def _relative(rule: Data, values: list[Decimal]) -> list[Score]:
    """Score one question by a rule, over a group with these answers."""
    question = {"id": "q", "text": "Hỏi?", "type": "number", "score": rule}
    questionnaire = questionnaire_of({"dimensions": [{"id": "d", "title": "D", "questions": [question]}]})
    others = [{"id": f"a{n}", "answers": {"q": value}} for n, value in enumerate(values[1:])]
    found = assessments(questionnaire, {"answers": {"q": values[0]}, "others": others})
    return [each.score.parts[0].parts[0] for each in found.values()]


_OWN: Final = {"distance_to_reference", "distance_to_target", "zscore", "distance"}
"""Rules that need keys of their own, or may go either way."""


def _values(scores: Iterable[Score]) -> list[Decimal]:
    return sorted(each.value for each in scores if each.value is not None)


@pytest.mark.parametrize("rule", ["minmax", "percentile", "distance_to_max"])
@pytest.mark.parametrize("direction", ["higher", "lower"])
@settings(deadline=None, max_examples=25)
@given(values=groups)
def test_members_of_a_group_lie_between_its_worst_and_its_best(
    rule: str, direction: str, values: list[Decimal]
) -> None:
    found = _relative({"rule": rule, "direction": direction}, values)
    if len(set(values)) == 1:
        assert rule == "percentile" or {each.reason for each in found} == {"no-spread"}
        return
    shares = _values(found)
    assert len(shares) == len(values)
    assert shares[0] == 0
    assert shares[-1] <= 1
    assert rule == "percentile" or shares[-1] == 1


@pytest.mark.parametrize("deviation", ["population", "sample"])
@settings(deadline=None, max_examples=25)
@given(values=groups)
def test_z_scores_have_the_mean_0_and_the_deviation_1(deviation: str, values: list[Decimal]) -> None:
    shares = _values(_relative({"rule": "zscore", "deviation": deviation}, values))
    if not shares:
        assert len(set(values)) == 1
        return
    with localcontext(EXACT):
        mean = sum(shares, Decimal(0)) / len(shares)
        squares = sum(((each - mean) ** 2 for each in shares), Decimal(0))
        spread = (squares / (len(shares) - (deviation == "sample"))).sqrt()
    assert abs(mean) < Decimal("1E-40")
    assert abs(spread - 1) < Decimal("1E-40")


@pytest.mark.parametrize("rule", sorted(RELATIVE.keys() - _OWN))
@settings(deadline=None, max_examples=10)
@given(values=st.lists(st.decimals(min_value=Decimal("0.001"), max_value=10**6, places=3), min_size=2, max_size=12))
def test_who_has_more_is_never_behind_and_where_less_is_better_never_ahead(rule: str, values: list[Decimal]) -> None:
    for direction in ("higher", "lower"):
        found = _relative({"rule": rule, "direction": direction}, values)
        pairs = sorted((number, score.value) for number, score in zip(values, found, strict=True) if score.value)
        ahead = [value for _, value in pairs]
        rises = direction == "higher" or rule == "fraction_of_max"  # whose numbers are negated, and so is the greatest
        assert ahead == sorted(ahead, reverse=not rises)


@settings(deadline=None, max_examples=30)
@given(values=st.lists(st.decimals(min_value=-(10**6), max_value=10**6, places=3), min_size=2, max_size=40))
def test_percentiles_are_those_of_the_standard_library(values: list[Decimal]) -> None:
    ascending = sorted(values)
    expected = quantiles(map(Fraction, values), n=40, method="inclusive")
    found = [percentile(ascending, Decimal(n) * Decimal("2.5")) for n in range(41)]
    assert list(map(Fraction, found[1:-1])) == expected
    assert (found[0], found[-1]) == (min(values), max(values))


def test_channels_that_are_mixed_at_every_depth_are_each_worked_out_once() -> None:
    three = {"declared": 1, "verified": 1, "survey": 1}
    part: Data = {
        "id": "d",
        "title": "D",
        "channels": three,
        "questions": [{"id": "q", "text": "q?", "type": "percent"}],
    }
    for n in range(17):  # by way of every channel at every depth it would be worked out 3 ** 18 times
        part = {"id": f"d{n}", "title": "D", "channels": three, "dimensions": [part]}
    found = assessments(questionnaire_of({"dimensions": [part]}), {"answers": {"q": 90}})
    assert compared(next(iter(found.values())).score.value or Decimal(0)) == compared(Decimal("0.3"))
