"""Ranks: of equal scores, within a group, and who is left out for which reason."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.model import Agency, Publication, Questionnaire, Register
from assess.ranking import Group, Record, Standing, compare, groups_of, rank, record_of
from tests.scoring import assessed, questionnaire_of

_QUESTION: Final = {"id": "q", "text": "Hỏi?", "type": "percent"}
PUBLICATION: Final = Publication.from_data({"questionnaire": "case", "period": "2026", "version": "1"})
_DIMENSIONS: Final = [{"id": "d", "title": "D", "questions": [_QUESTION]}]


def questionnaire(ranking: Mapping[str, Any], **head: Any) -> Questionnaire:
    return questionnaire_of({"ranking": ranking, "dimensions": _DIMENSIONS, **head})


def agency(name: str, kind: str = "department", **more: Any) -> Agency:
    return Agency.from_data({"id": name, "name": name, "kind": kind, **more})


def register_of(agencies: Iterable[Agency], groups: Sequence[Mapping[str, str]] = ()) -> Register:
    """Make a register of two kinds, with groups as they are written in YAML."""
    kinds = [{"id": name, "name": name} for name in ("department", "commune")]
    register = Register.from_data({"kinds": kinds, "groups": groups, "agencies": []})
    families = {each["id"]: each["of"] for each in groups}
    members = {
        each.id: each._replace(families={families[name]: name for name in each.groups if name in families})
        for each in agencies
    }
    return register._replace(agencies=members)


def record(name: str, value: object, kind: str = "department", coverage: str | None = "1") -> Record:
    """Make a record; `value` is a share as a decimal or a fraction, or None."""
    share = None if value is None else Decimal(str(value))
    covered = None if coverage is None else Decimal(coverage)
    return Record(name, kind, share, None, covered, None, (share,))


def ranks(records: Sequence[Record], ranking: Mapping[str, Any], **head: Any) -> dict[str, Standing]:
    register = register_of(agency(each.agency, each.kind) for each in records)
    return dict(rank(records, questionnaire(ranking, **head), register))


def places(standings: Mapping[str, Standing]) -> dict[str, int | Decimal | None]:
    return {name: each.rank for name, each in standings.items()}


def test_ties_share_a_rank_and_the_next_rank_is_left_out() -> None:
    found = ranks([record("a", 0.9), record("b", 0.5), record("c", 0.5), record("d", 0.1)], {})
    assert places(found) == {"a": 1, "b": 2, "c": 2, "d": 4}
    assert {name for name, each in found.items() if each.tied} == {"b", "c"}
    assert {each.of for each in found.values()} == {4}


def test_all_can_share_the_first_rank() -> None:
    found = ranks([record("a", 0), record("b", 0), record("c", 0)], {})
    assert places(found) == {"a": 1, "b": 1, "c": 1}


TIES: Final = {
    "competition": (1, 2, 2, 4, 4, 4, 7),
    "dense": (1, 2, 2, 3, 3, 3, 4),
    "fractional": (1, Decimal("2.5"), Decimal("2.5"), 5, 5, 5, 7),
}


@pytest.mark.parametrize("ties", TIES)
@pytest.mark.parametrize(("order", "values"), [("highest", "9887775"), ("lowest", "1223334")])
def test_equal_scores_are_ranked_as_the_questionnaire_says(ties: str, order: str, values: str) -> None:
    records = [record(name, Decimal(value) / 10) for name, value in zip("abcdefg", values, strict=True)]
    found = ranks(records, {"ties": ties, "order": order})
    assert tuple(places(found)[name] for name in "abcdefg") == TIES[ties]
    assert {name for name, each in found.items() if each.tied} == set("bcdef")


# UNDP, Human Development Report 2023/24, index of 2022: the geometric mean of the three published dimensions before
# rounding, and the printed rank. Ranks are those of the index as printed, with three decimals.
HDI_2022: Final = {
    "switzerland": ("0.966523", 1),
    "norway": ("0.965909", 2),
    "iceland": ("0.959176", 3),
    "hong-kong": ("0.955770", 4),
    "denmark": ("0.951645", 5),
    "sweden": ("0.952393", 5),
    "germany": ("0.949741", 7),
    "ireland": ("0.949988", 7),
    "singapore": ("0.949289", 9),
}

# OECD, 2023 Digital Government Index: composite and rank; accession and partner countries are scored, but not ranked.
DGI_2023: Final = {"isl": ("0.636", 13), "per": ("0.62", None), "bra": ("0.619", None), "ltu": ("0.608", 14)}


def test_the_ranks_of_the_human_development_index_are_those_of_the_printed_score() -> None:
    records = [record(name, value) for name, (value, _) in HDI_2022.items()]
    scale = {"from": 0, "to": 1, "decimals": 3}
    assert places(ranks(records, {"on": "rounded"}, scale=scale)) == {
        name: each for name, (_, each) in HDI_2022.items()
    }
    assert places(ranks(records, {"on": "exact"}, scale=scale))["denmark"] == 6


def test_who_is_shown_but_not_ranked_leaves_no_gap_as_in_the_digital_government_index() -> None:
    before = [record(f"before-{n}", Decimal(1)) for n in range(12)]
    records = [record(name, value) for name, (value, _) in DGI_2023.items()]
    members = [agency(each.agency) for each in before]
    members += [agency(name, ranked=place is not None) for name, (_, place) in DGI_2023.items()]
    found = places(rank([*before, *records], questionnaire({}), register_of(members)))
    assert {name: found[name] for name in DGI_2023} == {name: each for name, (_, each) in DGI_2023.items()}


def test_a_tie_on_the_rounded_score_is_none_on_the_exact_one() -> None:
    records = [record("a", "0.62251"), record("b", "0.62249"), record("c", "0.6220")]
    scale = {"from": 0, "to": 100, "decimals": 1}
    assert places(ranks(records, {"on": "exact", "ties": "dense"}, scale=scale)) == {"a": 1, "b": 2, "c": 3}
    assert places(ranks(records, {"on": "rounded", "ties": "dense"}, scale=scale)) == {"a": 1, "b": 2, "c": 2}


REGIONS: Final = (
    {"id": "north", "name": "Bắc", "of": "region"},
    {"id": "south", "name": "Nam", "of": "region"},
    {"id": "large", "name": "Lớn", "of": "size"},
)


def grouped() -> Register:
    return register_of(
        [
            agency("p"),
            agency("a", groups=["large", "north"], parent="p"),
            agency("b", groups=["south"], parent="q"),
            agency("q", groups=["large"]),
            agency("c", groups=["north"], parent="p"),
        ],
        REGIONS,
    )


def test_agencies_are_ranked_within_their_group_of_a_family() -> None:
    records = [record(name, value) for name, value in {"a": 0.3, "b": 0.2, "c": 0.4, "q": 0.9}.items()]
    found = rank(records, questionnaire({"within": "region"}), grouped())
    assert places(found) == {"a": 2, "b": 1, "c": 1, "q": None}
    assert {name: (each.group, each.of) for name, each in found.items()} == {
        "a": ("north", 2),
        "b": ("south", 1),
        "c": ("north", 2),
        "q": ("", 0),
    }
    assert found["q"].reason == "no-group"


def test_agencies_are_ranked_among_those_with_the_same_parent() -> None:
    records = [record(name, value) for name, value in {"a": 0.3, "b": 0.2, "c": 0.4, "p": 0.9}.items()]
    found = rank(records, questionnaire({"within": "parent", "min_group": 2}), grouped())
    assert places(found) == {"a": 2, "b": None, "c": 1, "p": None}
    assert (found["b"].reason, found["p"].reason) == ("small-group", "no-group")


def test_a_family_that_no_group_is_of_leaves_everybody_without_a_rank() -> None:
    found = rank([record("a", 0.3)], questionnaire({"within": "climate"}), grouped())
    assert found["a"].reason == "no-group"


def test_groups_stand_in_the_order_of_the_register_and_those_without_one_last() -> None:
    assert groups_of(grouped(), "region") == (
        Group("north", ("a", "c")),
        Group("south", ("b",)),
        Group("", ("p", "q")),
    )
    assert groups_of(grouped(), "parent") == (Group("p", ("a", "c")), Group("q", ("b",)), Group("", ("p", "q")))
    assert groups_of(grouped(), "all") == (Group("all", ("p", "a", "b", "q", "c")),)
    assert groups_of(grouped(), "kind") == (Group("department", ("p", "a", "b", "q", "c")),)


def test_medians_are_those_of_the_groups_that_are_ranked_together() -> None:
    records = [record(name, value) for name, value in {"a": 0.3, "b": 0.2, "c": 0.4, "q": 0.9}.items()]
    cohort = compare(PUBLICATION, questionnaire({"within": "region"}), records, grouped(), {}, {})
    assert cohort.medians == {"north": (Decimal("0.35"),) * 2, "south": (Decimal("0.2"),) * 2}
    assert [each.agency for each in cohort.of_group(cohort.groups[0])] == ["a", "c"]


def test_medians_are_those_of_the_agencies_that_have_a_rank() -> None:
    records = [record("a", 0.3), record("b", 0.5), record("c", 0.9), record("d", 0.1, coverage="0.2")]
    register = register_of([agency("a"), agency("b"), agency("c", ranked=False), agency("d")])
    cohort = compare(PUBLICATION, questionnaire({"min_coverage": 0.5}), records, register, {}, {})
    assert cohort.medians == {"department": (Decimal("0.4"),) * 2}
    small = compare(PUBLICATION, questionnaire({"min_group": 3, "min_coverage": 0.5}), records, register, {}, {})
    assert small.medians == {}


def test_kinds_are_ranked_apart_or_together_as_the_questionnaire_says() -> None:
    records = [record("a", 0.9), record("x", 0.8, "commune"), record("b", 0.7), record("y", 0.6, "commune")]
    assert places(ranks(records, {"within": "kind"})) == {"a": 1, "b": 2, "x": 1, "y": 2}
    assert {each.of for each in ranks(records, {"within": "kind"}).values()} == {2}
    assert places(ranks(records, {"within": "all"})) == {"a": 1, "x": 2, "b": 3, "y": 4}


def test_a_group_that_is_too_small_has_no_ranks() -> None:
    records = [record("a", 0.9), record("b", 0.8), record("x", 0.7, "commune")]
    found = ranks(records, {"min_group": 2})
    assert places(found) == {"a": 1, "b": 2, "x": None}
    assert (found["x"].reason, found["x"].of) == ("small-group", 1)


def test_who_is_left_out_does_not_make_a_group_large_enough() -> None:
    found = ranks([record("a", 0.9), record("b", None)], {"min_group": 2})
    assert found["a"].reason == "small-group"


def test_low_coverage_is_not_ranked_and_the_bound_itself_is() -> None:
    records = [record("a", 0.9, coverage="0.79"), record("b", 0.8, coverage="0.8"), record("c", 0.7, coverage=None)]
    found = ranks(records, {"min_coverage": Decimal("0.8")})
    assert places(found) == {"a": None, "b": 1, "c": None}
    assert (found["a"].reason, found["c"].reason) == ("low-coverage", "low-coverage")


def test_coverage_a_trace_below_its_bound_for_arithmetic_alone_is_enough() -> None:
    almost = Decimal("0.79999999999999999999999999999999999999999999999999")
    assert ranks([Record("a", "department", Decimal(1), None, almost, None, ())], {"min_coverage": Decimal("0.8")})[
        "a"
    ].rank


def test_no_score_is_not_ranked() -> None:
    found = ranks([record("a", None, coverage="1"), record("b", 0)], {})
    assert (found["a"].rank, found["a"].reason) == (None, "no-score")
    assert found["b"].rank == 1


def test_who_is_registered_as_not_ranked_is_left_out_and_leaves_no_gap() -> None:
    records = [record("a", 0.9), record("b", 0.8), record("c", 0.7)]
    register = register_of([agency("a", ranked=False), agency("b"), agency("c")])
    found = rank(records, questionnaire({}), register)
    assert places(found) == {"a": None, "b": 1, "c": 2}
    assert (found["a"].reason, found["a"].of) == ("not-ranked", 0)


@pytest.mark.parametrize(("on", "second"), [("exact", 2), ("rounded", 1)])
def test_ranks_look_at_the_exact_score_or_at_the_score_as_shown(on: str, second: int) -> None:
    records = [record("a", "0.6225"), record("b", "0.6226"), record("c", "0.6220")]
    scale = {"from": 0, "to": 100, "decimals": 1}
    assert places(ranks(records, {"on": on}, scale=scale)) == {"b": 1, "a": second, "c": 3}


def test_equal_fractions_tie_however_they_came_about() -> None:
    """(1/3 + 1/3 + 1/3) / 3, (1 + 0 + 0) / 3 and 1/3 differ in the fiftieth digit, and nowhere that counts."""
    questions = [{"id": name, "text": "Hỏi?", "type": "ratio", "weight": 7} for name in "abc"]
    asked = questionnaire_of({"dimensions": [{"id": "d", "title": "D", "questions": questions}]})
    third, nothing, whole = ({"part": part, "of": 3} for part in (1, 0, 3))
    answers = {
        "thirds": {"a": third, "b": third, "c": third},
        "one": {"a": whole, "b": nothing, "c": nothing},
        "halves": {"a": {"part": 1, "of": 2}, "b": {"part": 1, "of": 6}, "c": third},
        "less": {"a": third, "b": third, "c": {"part": 333333333333333333333333333, "of": 10**27}},
    }
    records = [record_of(assessed(asked, each, agency=name), "department") for name, each in answers.items()]
    found = rank(records, asked, register_of(map(agency, answers)))
    assert places(found) == {"thirds": 1, "one": 1, "halves": 1, "less": 4}


def test_a_record_holds_what_the_group_needs() -> None:
    asked = questionnaire({}, levels={"bands": [{"id": "low", "title": "Thấp", "from": 0}]})
    found = record_of(assessed(asked, {"q": 40}), "department")
    assert found._replace(profile=None) == Record(
        "so-mau-a", "department", Decimal("0.4"), None, Decimal(1), "low", (Decimal("0.4"),), answers=("answered",)
    )
    assert found.profile is not None
    assert found.profile.values == (Decimal("0.4"),) * 3  # the whole, its dimension, its question


groups = st.lists(
    st.tuples(
        st.one_of(st.none(), st.integers(0, 6).map(lambda n: Decimal(n) / 6)),
        st.sampled_from(["department", "commune"]),
        st.sampled_from(["0.5", "0.9", "1"]),
    ),
    max_size=12,
)
Drawn = list[tuple[Decimal | None, str, str]]


def _records(group: Drawn) -> list[Record]:
    return [record(f"a{n}", value, kind, coverage) for n, (value, kind, coverage) in enumerate(group)]


@settings(deadline=None)
@given(data=st.data(), group=groups, within=st.sampled_from(["kind", "all"]), least=st.integers(1, 4))
def test_the_order_of_records_changes_nothing(data: st.DataObject, group: Drawn, within: str, least: int) -> None:
    records = _records(group)
    ranking = {"within": within, "min_group": least, "min_coverage": Decimal("0.6")}
    assert ranks(data.draw(st.permutations(records)), ranking) == ranks(records, ranking)


@settings(deadline=None)
@given(group=groups)
def test_a_rank_is_one_more_than_how_many_of_the_group_are_better(group: Drawn) -> None:
    records = _records(group)
    for name, standing in ranks(records, {}).items():
        own = next(each for each in records if each.agency == name)
        values = [Fraction(each.value) for each in records if each.value is not None and each.kind == own.kind]
        if own.value is None:
            assert standing.rank is None
        else:
            same = [value for value in values if value == Fraction(own.value)]
            better = [value for value in values if value > Fraction(own.value)]
            assert (standing.rank, standing.tied, standing.of) == (len(better) + 1, len(same) > 1, len(values))
