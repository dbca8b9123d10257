"""The pages that say how scores come about, what the numbers rest on and where questions come from."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from assess.model import Interval, Plan, Questionnaire, Register
from assess.model.nodes import ACTIONS
from assess.presentation.edition import edition_of
from assess.presentation.explaining.entries import places_of
from assess.presentation.method.example import Example, example_of
from assess.presentation.method.page import method_page
from assess.presentation.method.sample import sample
from assess.presentation.method.shares import shares
from assess.presentation.numbers.sureness import sureness_of
from assess.presentation.pages.method import MethodPage
from assess.presentation.surroundings import Surroundings
from assess.publishing.collecting import collect
from assess.publishing.resources import words
from assess.publishing.surroundings import surroundings_of
from assess.publishing.templates import drawer, render
from assess.ranking import Record
from tests.conformance.engine import EXAMPLES, HERE, questionnaire_at
from tests.everything import write_everything
from tests.test_channels import filled, written
from tests.test_explaining import ABSOLUTE, AGGREGATES, PREPARING, RELATIVE
from tests.test_publishing import Element, tree
from tests.workspaces import register_of

ROOT: Final = Path(__file__).parents[1]
LANGUAGES: Final = ("vi", "en")
SCHEMAS: Final = ROOT / "assess" / "schemas"


@cache
def around(language: str) -> Surroundings:
    """Return what surrounds the pages of the repository's own workspace."""
    collected = collect(ROOT)
    collected.spool.close()
    return surroundings_of(collected, language, drawer(words(language)))


def page_of(questionnaire: Questionnaire, language: str = "en", register: Register | None = None) -> MethodPage:
    """Return the page of the method of a questionnaire that nothing is published of; it is drawn as well."""
    made, surrounded = prepared(questionnaire, language, register)
    page = method_page(surrounded, made.edition)
    assert "<h1>" in render("method.html", page, words(language))
    return page


def prepared(
    questionnaire: Questionnaire, language: str = "en", register: Register | None = None
) -> tuple[Example, Surroundings]:
    named = words(language)
    edition = edition_of(questionnaire, language, "", named, drawer(named))
    kinds = register or register_of(*sorted(questionnaire.applies_to))
    surrounded = replace(around(language), register=kinds, cohorts=(), editions={})
    return example_of(surrounded, edition), surrounded


def built(dimensions: Sequence[Mapping[str, Any]], **head: Any) -> Questionnaire:
    data = {"id": "case", "version": "1", "language": "vi", "title": "Mẫu", "applies_to": ["province"], **head}
    return Questionnaire.from_data(data, [{"title": "Phần", **each} for each in dimensions])


def listed(schema: str, *way: str) -> tuple[Any, ...]:
    """Return the values that a schema allows."""
    place: Any = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    for each in way:
        place = place[each]
    return tuple(place["enum"])


# ------------------------------------------------------------------------------------------ every rule has its words


OPTIONS: Final = [{"id": "none", "text": "Không", "points": 0}] + [
    {"id": each, "text": each, "points": 2} for each in ("one", "two", "three")
]
OF_OPTIONS: Final = ("points", "highest", "any", "all", "count", "fraction")


def questions() -> Iterator[Mapping[str, Any]]:
    """Yield a question of each rule that there is, of each type that goes with it, and of all that goes with rules."""
    yield {"type": "yes_no"}
    yield {"type": "choice", "options": OPTIONS, "points": 2}
    yield {"type": "yes_no", "combine": "mean"}
    yield from ({"type": "choices", "options": OPTIONS, "score": {"rule": rule}} for rule in OF_OPTIONS)
    yield from ({"type": "number", "score": rule} for rule in (*ABSOLUTE, *RELATIVE))
    yield from ({"type": "number", "score": {"rule": "linear", "to": 50}, "prepare": [each]} for each in PREPARING)
    yield {"type": "ratio"}
    yield {"type": "percent", "round": {"to": 0}, "points": 7}
    yield {"type": "percent", "channels": {"declared": 1, "survey": 2}}
    yield {"type": "date", "score": {"rule": "linear", "from": "2026-12-31", "to": "2026-01-01"}}


@pytest.fixture(scope="module")
def of_every_rule() -> Questionnaire:
    asked = [{"id": f"q{n}", "text": "Bao nhiêu?", **each} for n, each in enumerate(questions())]
    return built([{"id": "d", "questions": asked}])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_of_the_schema_stands_on_the_page_with_a_question_worked_through(
    language: str, of_every_rule: Questionnaire
) -> None:
    page = page_of(of_every_rule, language)
    rules = {each.rule.rule for each in of_every_rule.questions.values()}
    assert rules == set(listed("common", "$defs", "rule", "properties", "rule"))
    found = {each.anchor.removeprefix("r-"): each for each in page.answers}
    renamed = {
        "points": {"choice", "choices", "yes_no"},
        "count": {"counted", "count_chosen"},
        "linear": {"linear", "log"},
    }
    wanted = set().union(*(renamed.get(each, {each}) for each in rules))
    assert set(found) == wanted | {"prepare", "combine", "channels", "round"}
    for name, rule in found.items():
        assert rule.title, name
        assert rule.text.endswith("."), name
        assert rule.example is not None, name
        assert rule.example.rule, name
        assert rule.example.answer, name
        assert rule.example.result, name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("aggregate", listed("common", "$defs", "scoring", "properties", "aggregate"))
def test_every_formula_of_the_schema_has_its_words_and_an_example(aggregate: str, language: str) -> None:
    assert set(AGGREGATES) == set(listed("common", "$defs", "scoring", "properties", "aggregate"))
    for missing in (each for each in listed("common", "$defs", "scoring", "properties", "missing") if each):
        for inapplicable in listed("common", "$defs", "scoring", "properties", "inapplicable"):
            asked = [{"id": f"q{n}", "text": "Bao nhiêu?", "type": "percent", "weight": n} for n in (1, 2, 3)]
            scoring = {"aggregate": aggregate, "missing": missing, "inapplicable": inapplicable, "power": 2}
            page = page_of(built([{"id": "d", "questions": asked}], scoring=scoring), language)
            assert [each.title for each in page.formulas] == [words(language)[f"formula_{aggregate}"]]
            assert page.formulas[0].sign
            assert len(page.missing) == 3
            assert [len(each.parts) for each in page.worked] == [3, 1]
            assert all(each.lines and each.result for each in page.worked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_done_after_the_formula_stands_on_the_page(language: str) -> None:
    steps = [{each: True if each == "zero" else 3} for each in ACTIONS]
    asked = [{"id": "q", "text": "Bao nhiêu?", "type": "percent"}]
    part = {"id": "d", "questions": asked, "adjust": steps, "round": {"to": 1, "mode": "down"}}
    page = page_of(
        built([part | {"score": ABSOLUTE[0]}], adjust=steps, channels={"declared": 1, "verified": 3}), language
    )
    [node] = page.nodes
    assert len(node.rules) == 1 + len(ACTIONS) + 1
    assert len(page.after) == len(ACTIONS) + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_ways_to_level_rank_and_try_have_their_words(language: str) -> None:
    bands = [{"id": str(n), "title": "Mức", "from": n * 40} for n in range(3)]
    asked = [{"id": "q", "text": "Bao nhiêu?", "type": "percent"}]
    plan = {
        each: list(listed("questionnaire", "properties", "robustness", "properties", each, "items"))
        for each in ("aggregates", "normalisations", "missing")
    }
    for on in listed("questionnaire", "properties", "levels", "properties", "on"):
        for side in listed("questionnaire", "properties", "levels", "properties", "side"):
            for ties in listed("questionnaire", "properties", "ranking", "properties", "ties"):
                for order in listed("questionnaire", "properties", "ranking", "properties", "order"):
                    page = page_of(
                        built(
                            [{"id": "d", "questions": asked}],
                            levels={"on": on, "side": side, "bands": bands},
                            ranking={"on": on, "ties": ties, "order": order, "min_group": 4},
                            robustness=plan,
                        ),
                        language,
                    )
                    assert len({each.bounds for each in page.bands}) == 3
                    assert len(page.ranking) == 5
                    assert page.sure[2].count(";") == sum(map(len, plan.values())) - 3


# ------------------------------------------------------------------------------------- any questionnaire has its page


def others() -> Iterator[tuple[Path, str, str]]:
    for root in (EXAMPLES, HERE):
        for path in sorted((root / "questionnaires").glob("*/*/questionnaire.yaml")):
            yield root, path.parts[-3], path.parts[-2]


@pytest.mark.parametrize(
    ("root", "name", "version"), [*others()], ids=[f"{name}-{version}" for _, name, version in others()]
)
def test_the_indices_of_others_have_a_page_without_a_gap(root: Path, name: str, version: str) -> None:
    page = page_of(questionnaire_at(name, version, root))
    assert page.answers
    assert page.worked[-1].result
    assert all(each.example is not None for each in page.answers)
    assert page.weights.rows


def test_the_page_of_a_questionnaire_with_every_sort_of_rule_holds_all_of_it(tmp_path: Path) -> None:
    made = filled(write_everything(tmp_path))
    for prefix in ("", "en/"):
        page = tree(made[f"{prefix}everything/versions/1/method/"])
        assert len(list(page.every("article", "rule"))) > 15
        assert not re.search(r"\{[a-z_]+\}|None", page.text())


# ----------------------------------------------------------------------------------------- sums that a person can do


def test_the_first_message_of_the_example_comes_to_what_a_person_finds() -> None:
    """(2·50 + 50 + 50 + 66.67 + 50 + 50 + 50 + 66.67 + 66.67) / 10 = 550 / 10 = 55."""
    english = around("en")
    page = method_page(english, english.editions["six-messages", "2026.1"])
    first, whole = page.worked
    assert [each.worth for each in first.parts] == ["50"] * 3 + ["≈66.6667"] + ["50"] * 3 + ["≈66.6667"] * 2
    assert [each.weight for each in first.parts] == ["2"] + ["1"] * 8
    assert [each.share for each in first.parts] == ["20.0%"] + ["10.0%"] * 8
    assert first.result == "55"
    assert whole.parts[0].worth == "55"
    assert page.example_level.startswith("The agency of the example has 60.4, so it is at level 4")


def test_the_example_is_the_same_every_time_and_comes_from_no_agency() -> None:
    english = around("en")
    edition = english.editions["six-messages", "2026.1"]
    assert (
        sample(edition.questionnaire, english.register).score == sample(edition.questionnaire, english.register).score
    )
    drawn = [render("method.html", method_page(english, edition), words("en")) for _ in range(2)]
    assert drawn[0] == drawn[1]
    names = {each.name_in(language) for each in english.register.agencies.values() for language in LANGUAGES}
    assert not any(name in drawn[0] for name in names)


def test_what_is_relative_is_worked_out_among_five_invented_agencies() -> None:
    """Answers of 28, 46, 64, 82 and 100 between 10 and 100: the third lies half-way from the least to the greatest."""
    asked = [
        {
            "id": "q",
            "text": "Bao nhiêu?",
            "type": "number",
            "range": {"from": 0, "to": 100},
            "score": {"rule": "minmax"},
        }
    ]
    page = page_of(built([{"id": "d", "questions": asked}]))
    [rule] = page.answers
    assert rule.example is not None
    assert rule.example.answer == "55"
    assert "5 agencies, least 10, greatest 100, mean 55" in rule.example.lines[0]
    assert rule.example.result == "0.5 / 1 point; 0.5 / 1 × 100 = 50"


def test_shares_of_the_whole_go_down_the_tree() -> None:
    """The first dimension weighs 3 of 4; of its questions one of weight 2 is asked of ministries only.

    All asked: 3/4 · 2/3 = 1/2 and 3/4 · 1/3 = 1/4. Of a province: 3/4. In the second, points are added: 1/4 · 5/20.
    """
    first = [
        {"id": "a", "text": "?", "type": "percent", "weight": 2, "applies_to": ["ministry"]},
        {"id": "b", "text": "?", "type": "percent"},
        {"id": "c", "text": "?", "type": "percent", "scored": False},
    ]
    second = [
        {"id": "d", "text": "?", "type": "percent", "points": 5},
        {"id": "e", "text": "?", "type": "percent", "points": 15},
    ]
    questionnaire = built(
        [
            {"id": "one", "weight": 3, "questions": first},
            {"id": "two", "questions": second, "scoring": {"aggregate": "sum"}},
        ],
        applies_to=["ministry", "province"],
    )
    everything, province = shares(questionnaire), shares(questionnaire, "province")
    assert {key: everything[key] for key in "abde"} == {
        "a": Decimal("0.5"),
        "b": Decimal("0.25"),
        "d": Decimal("0.0625"),
        "e": Decimal("0.1875"),
    }
    assert "c" not in everything
    assert "a" not in province
    assert (province["b"], province["two/"]) == (Decimal("0.75"), Decimal("0.25"))


def test_where_one_part_alone_is_taken_no_part_has_a_share() -> None:
    asked = [{"id": each, "text": "?", "type": "percent"} for each in "ab"]
    questionnaire = built([{"id": "d", "questions": asked, "scoring": {"aggregate": "min"}}])
    assert shares(questionnaire).keys() == {"/", "d/"}
    assert [each.shares for each in page_of(questionnaire).weights.questions[0].rows] == [("–",), ("–",)]


def test_a_place_is_found_in_each_channel() -> None:
    inner = {"id": "q", "value": "1"}
    entry = {
        "dimensions": [],
        "channels": [{"channel": each, "dimensions": [], "questions": [inner]} for each in ("a", "b")],
    }
    assert [path for path, _ in places_of(entry, "q", "questions")] == [("a",), ("b",)]


# ---------------------------------------------------------------------------------------------- how sure an order is


def ranks(*rows: tuple[str, int, int]) -> tuple[list[Record], dict[str, Interval]]:
    records = [
        Record(agency=str(n), kind="k", value=Decimal(value), reason=None, coverage=None, level=None, dimensions=())
        for n, (value, _, _) in enumerate(rows)
    ]
    return records, {str(n): Interval(low, low, high) for n, (_, low, high) in enumerate(rows)}


def test_how_sure_an_order_is_counts_widths_pairs_and_the_widest_gap() -> None:
    """Widths 0 0 1 2 3: the middle 1; wider than a tenth of five, which is one place: 2.

    Of four pairs the first (1–1, 2–4) is apart; the last three overlap. The widest gap of two that overlap is from the
    second (0.8; 2–4) to the fifth (0.3; 4–5): 0.5. The first overlaps with none.
    """
    sure = sureness_of(*ranks(("0.9", 1, 1), ("0.8", 2, 4), ("0.7", 2, 5), ("0.6", 4, 4), ("0.3", 4, 5)))
    assert sure is not None
    assert (sure.ranked, sure.width, sure.places, sure.wider) == (5, 1, 1, 2)
    assert (sure.pairs, sure.overlap, sure.gap) == (4, 3, Decimal("0.5"))


def test_an_order_without_doubt_has_no_gap_and_one_agency_has_no_order() -> None:
    sure = sureness_of(*ranks(("0.9", 1, 1), ("0.8", 2, 2)))
    assert sure is not None
    assert (sure.overlap, sure.gap) == (0, None)
    assert sureness_of(*ranks(("0.9", 1, 1))) is None
    assert sureness_of(*ranks()) is None


def test_the_widest_gap_is_the_one_that_looking_at_every_pair_finds() -> None:
    records, intervals = ranks(*((str(Decimal(100 - n) / 100), max(1, n - n % 7), n + n % 5 + 1) for n in range(1, 60)))
    held = [intervals[each.agency] for each in records]
    values = [each.value or Decimal(0) for each in records]
    pairs = [
        values[n] - values[m]
        for n in range(len(held))
        for m in range(n + 1, len(held))
        if held[n].low <= held[m].high and held[m].low <= held[n].high
    ]
    sure = sureness_of(records, intervals)
    assert sure is not None
    assert sure.gap == max(pairs)


# --------------------------------------------------------------------------------------------------- a small workspace


SETTINGS: Final = """\
format: 1
title: Thử
publisher: {name: Văn phòng Thử, names: {en: Test Office}}
languages: [vi, en]
publish:
  - {questionnaire: short, period: "2026", version: "2", channel: declared, agencies: all}
  - {questionnaire: short, period: "2025", version: "1", channel: declared, agencies: all}
withdrawn: [{questionnaire: short, period: "2026", agency: tinh-e, on: "2026-02-01", reason: Nhập nhầm <b>đơn vị</b>.}]
corrections: [{questionnaire: short, period: "2026", agency: tinh-a, on: "2026-01-01", reason: Sửa số.}]
"""
REGISTER: Final = (
    "format: 1\nkinds: [{id: province, name: Tỉnh}, {id: commune, name: Xã}]\nagencies:\n"
    + "".join(f"  - {{id: tinh-{each}, name: Tỉnh {each.upper()}, kind: province}}\n" for each in "abcdef")
    + "".join(f"  - {{id: xa-{each}, name: Xã {each.upper()}, kind: commune}}\n" for each in "ab")
)
QUESTIONNAIRE: Final = """\
format: 1
id: short
version: "{version}"
language: vi
title: Bộ ngắn
applies_to: [province, commune]
sources: [{{id: paper, title: Văn kiện, publisher: Nhà xuất bản, year: 2020, url: "https://example.gov.vn/v"}},
          {{id: other, title: Văn kiện khác, year: 2021}}]
commitments:
  M1: {{source: paper, text: Làm việc thứ nhất.}}
  M2: {{source: paper, text: Làm việc thứ hai.}}
  M3: {{source: paper, text: Làm việc thứ ba.}}
groupings: [{{id: pillar, title: Trụ cột, values: [{{id: g, title: Chính phủ số}}, {{id: e, title: Kinh tế số}}]}}]
ranking: {{within: kind, min_group: 3}}
dimensions:
  - id: d
    number: "1"
    title: Phần
    questions:
      - {{id: a, number: "1.1", text: Bao nhiêu?, type: percent, commitments: [M1], groupings: {{pillar: g}}}}
      - {{id: b, number: "1.2", text: Mấy phần?, type: percent, commitments: [M1], groupings: {{pillar: e}},
         applies_to: [province]}}
"""
TARGETS: Final = """\
format: 1
targets:
  - {id: second, title: Việc thứ hai, of: nation, unit: "%", source: {commitments: [M2]},
     by_period: [{period: "2030", target: 70}], actuals: [{period: "2025", value: 10, source: {title: Báo cáo}}]}
"""


def response(agency: str, period: str, version: str, answers: str) -> str:
    return (
        f'format: 1\nagency: {agency}\nquestionnaire: short\nquestionnaire_version: "{version}"\n'
        f'period: "{period}"\nstatus: submitted\nanswers: {answers}\n'
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Build it: scores 90, 50 and 40 of three provinces, one without figures (0), and one commune."""
    answers = {
        "tinh-a": "{a: 90, b: 90}",
        "tinh-b": "{a: 50, b: 50}",
        "tinh-c": "{a: 40, b: 40}",
        "tinh-d": "{a: {unknown: Chưa đo.}}",
        "xa-a": "{a: 10}",
    }
    files = {
        "assess.yaml": SETTINGS,
        "agencies.yaml": REGISTER,
        "targets.yaml": TARGETS,
        **{f"questionnaires/short/{n}/questionnaire.yaml": QUESTIONNAIRE.format(version=n) for n in (1, 2)},
        **{f"responses/2026/short/{each}.yaml": response(each, "2026", "2", text) for each, text in answers.items()},
        "responses/2025/short/tinh-a.yaml": response("tinh-a", "2025", "1", "{a: 10, b: 10}"),
    }
    return filled(written(tmp_path_factory.mktemp("method"), files))


def text_of(page: Element) -> str:
    return " ".join(page.text().split())


def section(page: Element, name: str) -> str:
    """Return the text of the section whose heading has an id."""
    found = [each for each in page.every("section") if any(h.attributes.get("id") == name for h in each.every("h2"))]
    return " ".join(found[0].text().split())


def cells(table: Element) -> list[list[str]]:
    return [[each.text() for each in row.parts if isinstance(each, Element)] for row in table.every("tr")]


def test_the_numbers_say_what_they_rest_on(site: Mapping[str, bytes]) -> None:
    """Nine questions were put, two to each province and one to the commune: seven answered, one unknown, one not."""
    page = tree(site["en/short/2026/numbers/"])
    groups, coverage, states, *_ = page.every("table", "t")
    assert cells(groups)[1:] == [["Tỉnh", "5", "4", "4", "0%", "100%"], ["Xã", "2", "1", "0", "–", "–"]]
    assert cells(coverage)[1:] == [
        ["Below 50%", "1", "20%"],
        ["50% to below 80%", "0", "0%"],
        ["80% to below 95%", "0", "0%"],
        ["95% to below 100%", "0", "0%"],
        ["100%", "4", "80%"],
    ]
    assert cells(states)[1:] == [
        ["Answered", "7", "78%"],
        ["Not known", "1", "11%"],
        ["Not answered", "1", "11%"],
        ["Not asked of this kind of agency", "1", "–"],
    ]


def test_the_numbers_say_how_sure_the_order_is_and_who_is_in_none(site: Mapping[str, bytes]) -> None:
    """Each province answered both questions alike, so no weight moves any of the four."""
    said = section(tree(site["en/short/2026/numbers/"]), "order")
    assert "1,000 times more, each time with every weight multiplied by a random number from 0.75 to 1.25" in said
    assert "wider than 1: 0 of 4 (0%). Pairs of neighbours that cannot be told apart: 0 of 3." in said
    assert "Too few agencies in the group120%" in said
    assert "No agency shares its rank." in said


def test_what_may_not_be_concluded_is_said_with_numbers(site: Mapping[str, bytes]) -> None:
    said = section(tree(site["en/short/2026/numbers/"]), "conclusions")
    for each in (
        "All results here (5) are the agencies' own statements.",
        "(Tỉnh: 2 questions; Xã: 1 question)",
        "Of 9 questions put, 2 (22%) had no answer or no figure yet.",
        "These periods use another version or another source of answers than this one: 2025.",
        "Agencies expected that have no result in this period: 2 of 7",
        "Agencies in a group of fewer than 3 in this period: 1.",
    ):
        assert each in said, each


def test_other_periods_corrections_and_withdrawals_are_told_as_text(site: Mapping[str, bytes]) -> None:
    page = tree(site["short/2026/numbers/"])
    assert "Kỳ 2025Kỳ ấy dùng phiên bản 1. Tỉnh: không so sánh được. Xã: không so sánh được." in section(page, "others")
    notices = next(each for each in page.every("table") if "Đính chính và thu hồi" in each.text())
    assert cells(notices)[1:] == [
        ["Tỉnh A", "Đính chính", "01/01/2026", "Sửa số."],
        ["Tỉnh E", "Thu hồi", "01/02/2026", "Nhập nhầm <b>đơn vị</b>."],
    ]


def test_nothing_is_said_of_a_group_that_is_too_small(site: Mapping[str, bytes]) -> None:
    page = tree(site["en/short/2025/numbers/"])
    assert cells(next(page.every("table", "t")))[1][1:] == ["6", "1", "0", "–", "–"]
    text = text_of(page)
    assert "Coverage of the agencies" not in text
    assert "Median coverage 100%" not in text
    assert "questions put" not in text
    assert not list(page.every("svg", "chart"))


def test_every_commitment_says_where_it_is_asked_or_watched_or_that_it_is_not(site: Mapping[str, bytes]) -> None:
    page = tree(site["en/sources/"])
    [table] = page.every("table", "t")
    assert cells(table)[1:] == [
        ["Làm việc thứ nhất. M1", "Chính phủ số; Kinh tế số", "question 1.1, question 1.2", ""],
        ["Làm việc thứ hai. M2", "–", "No question asks about this commitment yet.", "Việc thứ hai"],
        ["Làm việc thứ ba. M3", "–", "No question asks about this commitment yet.", ""],
    ]
    links = [each.attributes["href"] for each in table.every("a")]
    assert links == ["../short/versions/2/#q-a", "../short/versions/2/#q-b", "../targets/#t-second"]
    figures = [each.text() for each in page.every("dd")]
    assert figures == ["2", "3", "1", "1", "1"]
    assert "Nhà xuất bản, 2020" in page.text()
    assert "takes no commitment of its own from this document" in page.text()


def test_the_statement_is_in_the_publishers_name_and_says_where_no_contact_is_known(site: Mapping[str, bytes]) -> None:
    text = text_of(tree(site["en/accessibility/"]))
    assert "Test Office wants everyone to be able to read and use “Thử”" in text
    assert "The publisher has not given a contact in assess.yaml." in text
    assert not re.search(r"\b20\d\d-\d\d-\d\d\b|\d+ \w+ 20\d\d\b", text)


def test_the_contact_is_the_publishers_own_address(own_site: Path) -> None:
    page = next(tree((own_site / "accessibility/index.html").read_bytes()).every("article"))
    assert "https://example.gov.vn" in [each.attributes["href"] for each in page.every("a")]
    assert "assess.yaml" not in page.text()


def test_a_plan_is_told_with_its_own_numbers() -> None:
    asked = [{"id": "q", "text": "?", "type": "percent"}]
    page = page_of(
        built([{"id": "d", "questions": asked}], robustness={"draws": 250, "seed": 9, "spread": Decimal("0.1")})
    )
    assert "worked out 250 times more" in page.sure[0]
    assert "from 0.9 to 1.1" in page.sure[0]
    assert "seed 9" in page.sure[0]
    assert Plan().draws == 1_000
