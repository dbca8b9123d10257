"""Rules and messages: both languages, every fact they name, and nothing in them that could steer a terminal."""

import string
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assess.documents import parse
from assess.problems import FACT_LENGTH, WARNINGS, Problem, listed, near, shown
from assess.problems.catalogue import RULES, message
from assess.problems.reading import READING
from assess.problems.rule import Rule, gathered
from assess.problems.sense import SENSE
from assess.problems.shape import SHAPE
from tests.test_cases import INVALID, VALID, case_in, problems_of, put
from tests.workspaces import sample_workspace

LANGUAGES: Final = ("vi", "en")
EXPLANATION_MAY_BE_MISSING: Final = ("wrong", "right")


@pytest.mark.parametrize("code", RULES)
def test_a_rule_speaks_both_languages(code: str) -> None:
    rule = RULES[code]
    for words in (rule.title, rule.message, rule.meaning):
        assert words.vi.strip()
        assert words.en.strip()
    assert rule.title.vi != rule.title.en
    assert rule.meaning.vi != rule.meaning.en


@pytest.mark.parametrize("code", RULES)
def test_a_rule_names_the_same_facts_in_both_languages(code: str) -> None:
    vi, en = (_fields(getattr(RULES[code].message, language)) for language in LANGUAGES)
    assert {name.removesuffix("_vi") for name in vi} == {name.removesuffix("_en") for name in en}


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("code", RULES)
def test_a_code_and_its_message_keep_to_the_form(code: str) -> None:
    assert code == code.lower().replace("_", "-")
    for text in RULES[code].message:
        assert text[0] == text[0].lower()
        assert not text.endswith((".", " ")), "a tail may follow: the full stop comes with it"
        assert "\n" not in text


@pytest.mark.parametrize("code", RULES)
def test_the_wrong_line_of_a_rule_and_its_right_one_differ(code: str) -> None:
    rule = RULES[code]
    assert not rule.wrong or rule.wrong != rule.right


def test_no_code_stands_in_two_chapters() -> None:
    assert len(READING) + len(SHAPE) + len(SENSE) == len(RULES)
    with pytest.raises(ValueError, match="two chapters: bad-link"):
        gathered(SENSE, {"bad-link": SENSE["bad-link"]})


def test_the_right_lines_of_the_gate_pass_the_gate() -> None:
    for code, rule in READING.items():
        if rule.right:
            assert not parse(rule.right, "right.yaml").problems, code


@pytest.mark.parametrize("code", [code for code, rule in READING.items() if rule.wrong])
def test_the_wrong_line_of_a_rule_of_the_gate_shows_its_mistake(code: str) -> None:
    assert [each.code for each in parse(RULES[code].wrong, "wrong.yaml").problems] == [code]


def test_warnings_are_rules() -> None:
    assert RULES.keys() >= WARNINGS
    assert not any(Problem(code=code, path="a").refuses for code in WARNINGS)
    assert all(Problem(code=code, path="a").refuses for code in RULES.keys() - WARNINGS)


@pytest.fixture(scope="module")
def every_case_problem(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    found = []
    for path in (*INVALID.values(), *VALID.values()):
        found += _problems(path, sample_workspace(tmp_path_factory.mktemp("case")))
    return found


def _problems(path: Path, root: Path) -> list[Problem]:
    case = case_in(path)
    put(case, root)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        return problems_of(case, root)


def test_every_message_of_every_case_is_complete_in_both_languages(every_case_problem: list[Problem]) -> None:
    assert {each.code for each in every_case_problem} >= RULES.keys() - {"wrong-shape"}
    for problem in every_case_problem:
        rule: Rule = RULES[problem.code]
        for language in LANGUAGES:
            said = message(problem, language)
            assert said.isprintable(), f"{problem.code} says {said!r}"
            assert len(said) <= 1000
            assert "  " not in said
            assert _fields(getattr(rule.message, language)) <= problem.facts.keys()
            assert said.rstrip(".") != ""


def test_every_fact_of_every_case_is_said(every_case_problem: list[Problem]) -> None:
    for problem in every_case_problem:
        wanted = _fields(RULES[problem.code].message.vi) | _fields(RULES[problem.code].message.en) | {"near", "allowed"}
        assert problem.facts.keys() <= wanted, f"{problem.code} has facts that nobody is told"


def test_a_suggestion_and_a_list_end_a_message_as_sentences() -> None:
    facts = {"name": "valeu", "near": "value", "allowed": ""}
    problem = Problem(code="unknown-key", path="a", facts=facts)
    assert message(problem, "en") == "there is no key “valeu” here. Did you mean “value”?"
    assert message(problem, "vi") == "không có khóa “valeu” ở đây. Có phải là “value”?"
    listing = Problem(code="unknown-key", path="a", facts={**facts, "near": "", "allowed": "a, b"})
    assert message(listing, "en") == "there is no key “valeu” here. Allowed: a, b."
    neither = Problem(code="unknown-key", path="a", facts={**facts, "near": ""})
    assert message(neither, "en") == "there is no key “valeu” here"


def test_braces_in_a_fact_are_only_text() -> None:
    problem = Problem(code="unknown-key", path="a", facts={"name": "{near} {0} {x.y}", "near": "", "allowed": ""})
    assert "{near} {0} {x.y}" in message(problem, "en")


@settings(deadline=None)
@given(st.text(max_size=300))
@example("\x1b[31m\x00\x85\u202e\u2028\u200b")
def test_what_is_shown_of_a_value_is_one_short_printable_line(text: str) -> None:
    result = shown(text)
    assert result.isprintable()
    assert len(result) <= FACT_LENGTH
    if text.isprintable() and len(text) <= FACT_LENGTH:
        assert result == text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (1, "1"),
        ({"a": 1, "b": [2]}, "{a, b}"),
        ([1, 2], "[1, 2]"),
        (["a", True, None, Decimal("1.50"), 5], "[a, true, null, 1.50, …]"),
        ([["x" * 30]], "[[xxxxxxxxxxxxxxxxxx…]"),
        ({"\x1b": 1}, "{\\u001b}"),
    ],
)
def test_what_is_shown_of_a_value_is_written_as_in_the_file(value: object, words: str) -> None:
    assert shown(value) == words


@pytest.mark.parametrize(
    ("word", "expected"),
    [("isued", "issued"), ("ISSUED", "issued"), ("drat", "draft"), ("xyz", ""), ("", ""), ("i" * 10_000, "")],
)
def test_the_nearest_word_is_suggested_when_it_is_near(word: str, expected: str) -> None:
    assert near(word, ["none", "draft", "issued"]) == expected


def test_a_list_of_words_is_cut() -> None:
    assert listed("abc") == "a, b, c"
    assert listed(range(9)) == "0, 1, 2, 3, 4, 5, 6, 7, …"
    assert len(listed(["x" * 500] * 100)) < 400
