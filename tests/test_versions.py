"""Versions: what two of them have in common, and what responses come to over that alone."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from assess.model import Agency, Dossier, Questionnaire, Review, VersionMap
from assess.versions import Common, History, cut_down, recounted
from tests.scoring import KIND, response_of

EARLIER: Final = {
    "version": "1",
    "dimensions": [
        {
            "id": "one",
            "title": "Một",
            "weight": 3,
            "questions": [
                {"id": "a", "text": "A?", "type": "percent"},
                {"id": "b", "text": "B?", "type": "percent", "when": {"question": "gone", "is": [True]}},
                {"id": "gone", "text": "Hết?", "type": "yes_no"},
            ],
        },
        {"id": "two", "title": "Hai", "questions": [{"id": "old", "text": "Cũ?", "type": "percent"}]},
    ],
}
LATER: Final = {
    "version": "2",
    "scale": {"from": 0, "to": 10, "decimals": 1},
    "dimensions": [
        {
            "id": "one",
            "title": "Một",
            "weight": 1,
            "questions": [
                {"id": "a", "text": "A?", "type": "percent", "weight": 3},
                {"id": "b", "text": "B?", "type": "percent"},
            ],
        },
        {
            "id": "both",
            "title": "Cả hai",
            "weight": 4,
            "dimensions": [
                {"id": "two", "title": "Hai", "questions": [{"id": "new", "text": "Mới?", "type": "percent"}]},
                {"id": "three", "title": "Ba", "questions": [{"id": "added", "text": "Thêm?", "type": "yes_no"}]},
            ],
        },
    ],
}
LATER_B: Final = {"id": "b", "text": "B?", "type": "percent"}
MAP: Final = {"from": "1", "kept": ["a", "b"], "changed": [{"was": "old", "now": "new", "comparable": True}]}


def built(data: Mapping[str, Any]) -> Questionnaire:
    """Build a version of the questionnaire; what is left out of its head is filled in."""
    head = {"id": "case", "language": "vi", "title": "Mẫu", "applies_to": [KIND], **data}
    return Questionnaire.from_data(head, data["dimensions"])


def versions(*data: Mapping[str, Any], **maps: Mapping[str, Any]) -> History:
    """Make the versions of one questionnaire; `v2={…}` is the mapping of version 2."""
    known = [built(each) for each in data]
    return History(
        {(each.id, each.version): each for each in known},
        {("case", name.removeprefix("v")): VersionMap.from_data(each) for name, each in maps.items()},
    )


def in_common(found: History, one: str = "1", other: str = "2", kind: str = KIND) -> Common:
    common = found.common("case", one, other, kind)
    assert common is not None
    return common


def dossier(questionnaire: Questionnaire, answers: Mapping[str, Any]) -> Dossier:
    agency = Agency.from_data({"id": "so-mau-a", "name": "A", "kind": KIND})
    response = response_of(questionnaire, answers)._replace(version=questionnaire.version)
    return Dossier(agency, response)


def recount(common: Common, version: Questionnaire, answers: Mapping[str, Any]) -> Decimal | None:
    return recounted(common, dossier(version, answers)).score.value


def test_what_a_mapping_calls_comparable_is_compared_and_the_rest_is_counted() -> None:
    common = in_common(versions(EARLIER, LATER, v2=MAP))
    assert common.pairs == {"a": "a", "b": "b", "new": "old"}
    assert common.left_out == (1, 1)
    assert list(common.questionnaire.questions) == ["a", "b", "new"]


def test_the_order_of_the_two_versions_does_not_matter() -> None:
    found = versions(EARLIER, LATER, v2=MAP)
    assert in_common(found, "2", "1") is in_common(found, "1", "2")
    assert in_common(found, "2", "1").later.version == "2"


def test_a_part_without_questions_leaves_and_the_weights_of_the_others_stand() -> None:
    cut = in_common(versions(EARLIER, LATER, v2=MAP)).questionnaire
    assert [each.id for part in cut.dimensions for each in part.every_dimension()] == ["one", "both", "two"]
    assert [each.weight for each in cut.dimensions] == [1, 4]
    assert [each.weight for each in cut.dimensions[0].questions] == [3, 1]


def test_both_responses_are_scored_by_the_rules_and_weights_of_the_later_version() -> None:
    common = in_common(versions(EARLIER, LATER, v2=MAP))
    before = recount(common, common.earlier, {"gone": True, "a": 80, "b": 40, "old": 50})
    after = recount(common, common.later, {"a": 80, "b": 40, "new": 50, "added": True})
    assert before == after == (Decimal("0.7") + 4 * Decimal("0.5")) / 5


def test_what_was_closed_in_its_own_version_stays_closed() -> None:
    common = in_common(versions(EARLIER, LATER, v2=MAP))
    assert recount(common, common.earlier, {"gone": False, "a": 80, "old": 50}) == Decimal("0.56")
    assert recount(common, common.later, {"a": 80, "new": 50}) == (Decimal("0.6") + 2) / 5


def test_what_was_not_asked_of_a_kind_in_either_version_leaves_for_both() -> None:
    late = {**LATER, "applies_to": [KIND, "commune"]}
    early = {**EARLIER, "applies_to": [KIND, "commune"]}
    early["dimensions"] = [{**EARLIER["dimensions"][0], "applies_to": [KIND]}, EARLIER["dimensions"][1]]  # type: ignore[dict-item]
    common = in_common(versions(early, late, v2=MAP), kind="commune")
    assert (common.pairs, common.left_out) == ({"new": "old"}, (0, 3))


def test_without_a_mapping_two_versions_have_nothing_to_do_with_each_other() -> None:
    assert versions(EARLIER, LATER).common("case", "1", "2", KIND) is None


def test_the_way_may_lead_over_versions_between() -> None:
    third = {**LATER, "version": "3"}
    step = {"from": "2", "kept": ["a", "added"], "changed": [{"was": "new", "now": "b", "comparable": True}]}
    common = in_common(versions(EARLIER, LATER, third, v2=MAP, v3=step), "1", "3")
    assert common.pairs == {"a": "a", "b": "old"}
    assert versions(EARLIER, LATER, third, v3=step).common("case", "1", "3", KIND) is None


def test_mappings_that_lead_back_to_each_other_lead_nowhere_else() -> None:
    third = {**LATER, "version": "3"}
    found = versions(EARLIER, LATER, third, v2={"from": "3"}, v3={"from": "2"})
    assert found.common("case", "1", "3", KIND) is None


def test_nothing_comparable_leaves_nothing_to_score() -> None:
    common = in_common(versions(EARLIER, LATER, v2={"from": "1"}))
    assert (common.pairs, common.left_out) == ({}, (4, 4))
    found = recounted(common, dossier(common.later, {"a": 80}))
    assert (found.score.value, found.score.reason) == (None, "nothing-counts")


def test_cutting_nothing_off_changes_no_score() -> None:
    whole = built(LATER)
    assert cut_down(whole, whole.questions) == whole


def test_an_adjustment_that_looks_at_what_is_left_out_leaves_and_others_hold() -> None:
    gate = {"if": {"question": "added", "is": [False]}, "zero": True}
    cap = {"if": {"dimension": "one", "score": {"below": 9}}, "cap": 5}
    whole = {**LATER, "adjust": [gate, cap]}
    common = in_common(versions(EARLIER, whole, v2=MAP))
    assert [each.action for each in common.questionnaire.whole.adjust] == ["cap"]
    assert recount(common, common.later, {"a": 80, "b": 80, "new": 100, "added": False}) == Decimal("0.5")
    assert recount(common, common.earlier, {"gone": True, "a": 80, "b": 80, "old": 100}) == Decimal("0.5")


def test_a_dimension_that_is_relative_to_a_group_is_left_out_with_all_in_it() -> None:
    own = {"id": "one", "title": "Một", "questions": [{"id": "a", "text": "A?", "type": "percent"}]}
    two = {"id": "two", "title": "Hai", "questions": [{"id": "new", "text": "Mới?", "type": "percent"}]}
    for relative in ({"score": {"rule": "minmax"}}, {"scoring": {"aggregate": "copeland"}}):
        late = {"version": "2", "dimensions": [{**own, **relative}, two]}
        common = in_common(versions(EARLIER, late, v2={**MAP, "kept": ["a"]}))
        assert common.pairs == {"new": "old"}
        assert [each.id for each in common.questionnaire.dimensions] == ["two"]
        assert recount(common, common.earlier, {"a": 10, "old": 40}) == Decimal("0.4")


def test_all_the_parts_that_are_left_are_enough() -> None:
    questions = [{"id": each, "text": "?", "type": "percent"} for each in ("a", "b", "fresh")]
    late = {
        "version": "2",
        "scoring": {"min_count": 1},
        "dimensions": [{"id": "one", "title": "Một", "scoring": {"min_count": 3}, "questions": questions}],
    }
    common = in_common(versions(EARLIER, late, v2={"from": "1", "kept": ["a", "b"]}))
    assert recount(common, common.earlier, {"a": 10, "b": 30, "gone": True}) == Decimal("0.2")


def test_what_is_relative_to_a_group_is_left_out() -> None:
    relative = {"id": "a", "text": "A?", "type": "percent", "score": {"rule": "best", "over": {}}}
    late = {"version": "2", "dimensions": [{"id": "d", "title": "D", "questions": [relative, LATER_B]}]}
    common = in_common(versions(EARLIER, late, v2={"from": "1", "kept": ["a", "b"]}))
    assert (common.pairs, common.left_out) == ({"b": "b"}, (3, 1))


def test_levels_and_what_they_require_are_for_the_whole_alone() -> None:
    requires = {"2": {"question": "added", "is": [True]}}
    bands = [{"id": "1", "title": "Thấp", "from": 0}, {"id": "2", "title": "Cao", "from": 5}]
    common = in_common(versions(EARLIER, {**LATER, "levels": {"bands": bands, "requires": requires}}, v2=MAP))
    found = recounted(common, dossier(common.later, {"a": 80}))
    assert (found.level, found.staged) == (None, None)


def test_answers_are_carried_over_in_every_channel() -> None:
    common = in_common(versions(EARLIER, LATER, v2=MAP))
    declared = dossier(common.earlier, {"gone": True, "a": 80, "b": 40, "old": 50})
    verified = declared._replace(
        review=Review.from_data({"answers": {"old": {"verified": 0}, "gone": {"verified": False}}})
    )
    assert recounted(common, verified).score.value == (Decimal("0.7") + 2) / 5
    assert recounted(common, verified, "verified").score.value == Decimal("0.8") / 5
