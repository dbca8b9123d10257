"""The gate for YAML, as far as a single file in cases/ cannot show it."""

import os
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, Final
from unicodedata import normalize

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.documents import DEPTH, FILE_BYTES, KEYS, MOST_PROBLEMS, RESPONSE_BYTES, At, Document, parse, read
from assess.problems.catalogue import RULES, message

SECONDS: Final = 2.0

TEXT: Final = """\
# a comment
plan:
  value: issued
  evidence:
    - {title: Quyết định, number: 12/QĐ}
    - title: "Biên bản"
channels: [web,
  phone]
empty:
last: 😀 end
"""


def codes(document: Document) -> list[str]:
    return [each.code for each in document.problems]


@pytest.mark.parametrize(
    ("at", "value", "key"),
    [
        (("plan",), (3, 3), (2, 1)),
        (("plan", "value"), (3, 10), (3, 3)),
        (("plan", "evidence"), (5, 5), (4, 3)),
        (("plan", "evidence", 0), (5, 7), (4, 3)),
        (("plan", "evidence", 0, "number"), (5, 35), (5, 27)),
        (("plan", "evidence", 1, "title"), (6, 14), (6, 7)),
        (("channels", 1), (8, 3), (7, 1)),
        (("empty",), (9, 7), (9, 1)),
        (("last",), (10, 7), (10, 1)),
    ],
)
def test_every_key_and_value_has_its_place(at: At, value: tuple[int, int], key: tuple[int, int]) -> None:
    document = parse(TEXT, "a.yaml")
    assert document.place(at) == value
    assert document.place(at, key=True) == key


def test_what_is_missing_stands_where_its_nearest_parent_does() -> None:
    document = parse(TEXT, "a.yaml")
    assert document.place(("nowhere",)) == (2, 1)
    assert document.place(("plan", "nowhere")) == document.place(("plan",), key=True)
    assert document.place(("plan", "evidence", 7, "title")) == document.place(("plan", "evidence"), key=True)


def test_a_problem_tells_its_file_its_place_and_its_facts() -> None:
    problem = parse(TEXT, "a.yaml").problem("unknown-option", ("plan", "value"), question="plan", value="issued")
    assert (problem.path, problem.line, problem.column) == ("a.yaml", 3, 10)
    assert problem.facts == {"question": "plan", "value": "issued"}


def test_the_facts_of_a_problem_are_short_and_cannot_steer_a_terminal() -> None:
    problem = parse(TEXT, "a.yaml").problem("unknown-option", (), question="\x1b[2J", value="x" * 10_000)
    assert problem.facts["question"] == "\\u001b[2J"
    assert len(problem.facts["value"]) <= 80


anything = st.text(st.characters(codec="utf-8"), max_size=200)
_PIECES: Final = (
    "a", "b", ": ", ":", "- ", "-", "\n", "  ", "\n  ", "[", "]", "{", "}", ", ", '"', "'", "|", ">", "&x ", "*x", "!",
    "!!str ", "<<", "? ", "#", "%", "@", "`", "---\n", "...\n", "\t", "\\", "\\x00", "1", "-0", "0.50", "~", "true",
    "null", "ộ", "o\u0323\u0302", "\ufeff", "\u202e", "\x07", "\r\n", "\x85", "%YAML 1.1\n", "%TAG ! x\n",
)  # fmt: skip
yaml_like = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)


def _is_plain(value: Any, depth: int = 0) -> bool:
    if isinstance(value, dict):
        return depth < DEPTH and all(type(key) is str and _is_plain(each, depth + 1) for key, each in value.items())
    if isinstance(value, list):
        return depth < DEPTH and all(_is_plain(each, depth + 1) for each in value)
    if isinstance(value, Decimal):
        return value.is_finite()
    return value is None or type(value) in (str, int, bool)


def _assert_orderly(document: Document) -> None:
    assert [each.sort_key for each in document.problems] == sorted(each.sort_key for each in document.problems)
    assert {each.code for each in document.problems} <= RULES.keys()
    for problem in document.problems:
        assert message(problem, "vi").isprintable()
        assert message(problem, "en").isprintable()
    if document.problems:
        assert document.data is None
        assert len(document.problems) <= MOST_PROBLEMS
    else:
        assert _is_plain(document.data)
        document.place(())


@settings(deadline=2000, max_examples=400)
@given(st.one_of(anything, yaml_like))
def test_no_text_raises_anything(text: str) -> None:
    _assert_orderly(parse(text, "a.yaml"))


@settings(deadline=2000, max_examples=200)
@given(content=st.one_of(st.binary(max_size=200), yaml_like.map(str.encode)))
def test_no_bytes_raise_anything(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(content)
    _assert_orderly(read(path, "any.yaml"))


words = st.text(st.characters(categories=("L", "N", "P", "Zs"), codec="utf-8"), max_size=12).filter(
    lambda word: "\ufeff" not in word
)
plain = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**30), 10**30), words),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(words, inner, max_size=4)),
    max_leaves=20,
)


def _composed(value: Any) -> Any:
    if isinstance(value, dict):
        return {normalize("NFC", key): _composed(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_composed(each) for each in value]
    return normalize("NFC", value) if isinstance(value, str) else value


@pytest.mark.parametrize("flow", [True, False])
@settings(deadline=None, max_examples=150)
@given(data=plain)
def test_data_are_what_another_reader_of_yaml_makes_of_them(flow: bool, data: Any) -> None:
    class Quoted(yaml.SafeDumper):
        """Writes all text in quotes: what is not in quotes is ours to interpret."""

        def ignore_aliases(self, data: Any) -> bool:
            return True

    Quoted.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
    text = yaml.dump(data, Dumper=Quoted, allow_unicode=True, default_flow_style=flow)
    document = parse(text, "a.yaml")
    expected = _composed(data)
    if codes(document) == ["duplicate-key"]:  # two keys that are one after NFC
        return
    assert not document.problems, message(document.problems[0], "en")
    assert document.data == expected == _composed(yaml.safe_load(text))


numbers = st.from_regex(r"\A-?(0|[1-9][0-9]{0,15})(\.[0-9]{1,16})?\Z").filter(lambda text: len(text) <= 40)


@settings(deadline=None)
@given(numbers)
def test_a_number_keeps_its_exact_decimal_value_and_its_digits(text: str) -> None:
    value = parse(f"n: {text}", "a.yaml").data["n"]
    assert type(value) is (Decimal if "." in text else int)
    assert value == Decimal(text)
    if Decimal(text):
        assert str(value) == text
    else:
        assert not str(value).startswith("-"), "there is no negative nothing"


@settings(deadline=None)
@given(st.one_of(numbers.map(lambda text: f"'{text}'"), numbers.map(lambda text: f'"{text}"')))
def test_a_number_in_quotes_is_text(text: str) -> None:
    assert parse(f"n: {text}", "a.yaml").data["n"] == text[1:-1]


def test_problems_come_in_the_order_of_the_file() -> None:
    document = parse('b: !x 1\na: "\\x07"\nb: 2\na: 3\nc: "\\x1b"\nb: 4\n', "a.yaml")
    assert [(each.code, each.line) for each in document.problems] == [
        ("yaml-tag", 1),
        ("forbidden-character", 2),
        ("duplicate-key", 3),
        ("duplicate-key", 4),
        ("forbidden-character", 5),
        ("duplicate-key", 6),
    ]


def test_every_repetition_of_a_key_names_the_line_of_the_first() -> None:
    text = "a: {x: [1, {y: 2}, [3]], z: {}}\nb:\n  - {c: 1}\n  -\nkey: 1\nkey: 2\nother: 1\nkey: 3\nb: 1\n"
    problems = parse(text, "a.yaml").problems
    assert [(each.line, each.facts["key"], each.facts["first"]) for each in problems] == [
        (6, "key", "5"),
        (8, "key", "5"),
        (9, "b", "2"),
    ]


BOMBS: Final[dict[str, Callable[[], str]]] = {
    "a megabyte of brackets": lambda: "[" * 10**6,
    "a megabyte of braces": lambda: "{" * 10**6,
    "a megabyte of dashes": lambda: "- " * 500_000,
    "a megabyte of question marks": lambda: "? " * 500_000,
    "brackets that close": lambda: "[" * 30_000 + "]" * 30_000,
    "200,000 keys": lambda: "".join(f"k{n}: 1\n" for n in range(200_000)),
    "200,000 keys in braces": lambda: "{" + ",".join(f"k{n}" for n in range(200_000)) + "}",
    "200,000 times one key": lambda: "k: 1\n" * 200_000,
    "200,000 aliases": lambda: "a: &a 1\nb: [" + "*a," * 200_000 + "]",
    "200,000 anchors": lambda: "[" + ",".join(f"&a{n} 1" for n in range(200_000)) + "]",
    "200,000 tags": lambda: "[" + "!!str 1," * 200_000 + "]",
    "200,000 forbidden characters": lambda: "[" + '"\\x00",' * 200_000 + "]",
    "200,000 documents": lambda: "--- 1\n" * 200_000,
    "nested merge keys": lambda: "a0: &a0 {k: v}\n" + "".join(
        f"a{n}: &a{n}\n  <<: [{','.join([f'*a{n - 1}'] * 8)}]\n" for n in range(1, 12)
    ),
    "a billion laughs": lambda: "a0: &a0 ha\n" + "".join(
        f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)
    ),
    "a number of a million digits": lambda: "n: " + "9" * 10**6,
    "a key of a million letters": lambda: "k" * 10**6 + ": 1",
    "a megabyte of quotes": lambda: '"' * 10**6,
    "a megabyte of tabs": lambda: "\t" * 10**6,
    "a megabyte of line breaks": lambda: "\n" * 10**6,
    "a megabyte of colons": lambda: ": " * 500_000,
    "a megabyte of commas": lambda: "[" + "," * 10**6,
    "a megabyte of escapes": lambda: '"' + "\\u0041" * 160_000 + '"',
    "a comment of a megabyte": lambda: "#" * 10**6,
    "200,000 decomposed letters": lambda: "k: " + "o\u0323\u0302" * 200_000,
    "30,000 marks on one letter": lambda: "k: a" + "\u0323\u0302" * 15_000,
    "exclamation marks": lambda: "!" * 10**6,
    "percent signs": lambda: "%" * 10**6,
}  # fmt: skip
"""What brings other readers of YAML down, each of up to 3 MB: three times what a response may have."""


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_within_two_seconds(name: str) -> None:
    text = BOMBS[name]()
    begun = time.process_time()
    document = parse(text, "bomb.yaml")
    assert time.process_time() - begun < SECONDS
    _assert_orderly(document)
    assert sum(len(message(each, "vi")) for each in document.problems) < 20_000


@pytest.mark.parametrize(
    ("name", "code", "count"),
    [
        ("a megabyte of brackets", "too-deep", 1),
        ("200,000 keys", "too-many-keys", 1),
        ("200,000 times one key", "duplicate-key", MOST_PROBLEMS),
        ("200,000 aliases", "yaml-anchor", 1),
        ("200,000 tags", "yaml-tag", 1),
        ("200,000 forbidden characters", "forbidden-character", MOST_PROBLEMS),
        ("200,000 documents", "second-document", 1),
        ("nested merge keys", "yaml-anchor", 1),
        ("a billion laughs", "yaml-anchor", 1),
        ("a number of a million digits", "number-too-long", 1),
    ],
)
def test_a_bomb_is_told_in_a_few_clear_problems(name: str, code: str, count: int) -> None:
    assert codes(parse(BOMBS[name](), "bomb.yaml")) == [code] * count


def test_exactly_as_many_keys_as_allowed_are_read() -> None:
    text = "".join(f"k{n}: 1\n" for n in range(KEYS + 1))
    assert codes(parse(text, "a.yaml")) == ["too-many-keys"]
    assert len(parse(text.rpartition("k")[0], "a.yaml").data) == KEYS


@pytest.mark.parametrize("limit", [RESPONSE_BYTES, FILE_BYTES])
def test_a_file_may_be_exactly_as_large_as_its_limit(tmp_path: Path, limit: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n#" + b"x" * (limit - 7) + b"\n")
    assert read(path, "a.yaml", limit).data == {"a": 1}
    with path.open("ab") as file:
        file.write(b"\n")
    assert codes(read(path, "a.yaml", limit)) == ["file-too-large"]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(10**12)  # takes no space; reading it would take all memory
    assert codes(read(path, "a.yaml")) == ["file-too-large"]


def test_what_is_not_there_is_a_problem(tmp_path: Path) -> None:
    for name in ("nothing.yaml", "no/folder.yaml", "x" * 5000, "nul\0byte"):
        assert codes(read(tmp_path / name, "shown.yaml")) == ["unreadable"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such device")
def test_a_device_is_not_read() -> None:
    assert codes(read(Path("/dev/zero"), "zero.yaml")) == ["not-a-regular-file"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1")
    path.chmod(0)
    assert codes(read(path, "a.yaml")) == ["unreadable"]


def test_the_lines_of_a_problem_are_those_of_the_file_whatever_ends_them() -> None:
    for end in ("\n", "\r\n"):
        document = parse(end.join(["a: 1", "b: 2", "c: 3", "b: 4", ""]), "a.yaml")
        assert [(each.line, each.column, each.facts["first"]) for each in document.problems] == [(4, 1, "2")]
