"""The digest of answers: no way of writing the same answers changes it; every other answer does."""

import copy
import json
import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assess.documents import parse, read
from assess.model.digest import answers_sha256, canonical
from tests.workspaces import CASES

SAMPLE: Final = CASES / "workspace/responses/2026/sample/so-mau-a.yaml"

_ids: Final = st.from_regex(r"[A-Za-z][A-Za-z0-9._-]{0,8}", fullmatch=True)
_texts: Final = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "Zs", "So"]), min_size=1, max_size=20
).filter(lambda text: bool(text.strip()))
_numbers: Final = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=4) | st.integers()
_ratios: Final = st.fixed_dictionaries({"part": st.integers(0, 99), "of": st.integers(1, 99)})
_values: Final = _texts | st.booleans() | _numbers | st.lists(_ids, unique=True, max_size=4) | _ratios
_evidence: Final = st.fixed_dictionaries(
    {"title": _texts}, optional={"number": _texts, "expires": st.none() | st.just("2027-12-31"), "value": _values}
)
_extras: Final = {"comment": _texts, "internal_note": _texts, "evidence": st.lists(_evidence, max_size=3)}
_long: Final = st.one_of(
    st.fixed_dictionaries({"value": _values}, optional=_extras),
    st.fixed_dictionaries({"unknown": _texts}, optional=_extras),
    st.fixed_dictionaries({"not_applicable": _texts}, optional=_extras),
)
_answers: Final = st.dictionaries(_ids, _values | _long, max_size=6)
_seeds: Final = st.integers(0, 2**32)


def test_the_canonical_form_of_a_file_is_this_text() -> None:
    text = (
        "b: {unknown: Chưa có số liệu., internal_note: Hỏi lại}\n"
        "a: 62.50\n"
        'c: {value: {part: 9.0, of: 12}, evidence: [{title: "“Số” 1", expires: null}], comment: "x\\ny"}\n'
        "d: {evidence: [], value: [web, desk]}\n"
        "e: -0.0\n"
        "f: false\n"
    )
    assert canonical(parse(text, "x").data) == (
        '{"a":{"value":62.5},"b":{"unknown":"Chưa có số liệu."},'
        '"c":{"comment":"x\\ny","evidence":[{"title":"“Số” 1"}],"value":{"of":12,"part":9}},'
        '"d":{"value":["web","desk"]},"e":{"value":0},"f":{"value":false}}'
    )


@pytest.mark.parametrize("none", [None, {}])
def test_no_answers_are_an_empty_map(none: Any) -> None:
    assert canonical(none) == "{}"
    assert answers_sha256(none) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


def test_the_digest_of_the_sample_is_for_ever_this_one() -> None:
    assert answers_sha256(read(SAMPLE, "x").data["answers"]) == (
        "0031e29401ca36c410b1a2309232256116a38d16c040e9c6185ce364777bc961"
    )


@given(_answers)
def test_an_ordinary_parser_of_json_reads_it_back(answers: Any) -> None:
    again = json.loads(canonical(answers), parse_float=Decimal)
    assert canonical(again) == canonical(answers)
    assert again.keys() == answers.keys()


def _shuffled(value: Any, chance: random.Random) -> Any:
    """Return the same data with the keys of every map in another order, and numbers with other zeros."""
    if isinstance(value, dict):
        keys = chance.sample(list(value), len(value))
        return {key: _shuffled(value[key], chance) for key in keys}
    if isinstance(value, list):
        return [_shuffled(each, chance) for each in value]
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        text = f"{Decimal(value):f}"
        return Decimal(text + chance.choice(("", "0", "00") if "." in text else ("", ".0", ".00")))
    return value


@given(_answers, _seeds)
def test_neither_order_nor_zeros_nor_form_nor_notes_change_it(answers: Any, seed: int) -> None:
    chance = random.Random(seed)
    other = _shuffled(answers, chance)
    for key, entry in other.items():
        if not isinstance(entry, dict) or "part" in entry:
            other[key] = chance.choice((entry, {"value": entry}))
        elif chance.random() < 0.5:
            other[key] = {**entry, "internal_note": "Hỏi lại."}
    assert answers_sha256(other) == answers_sha256(answers)


def _flow(value: Any) -> str:
    """Return data as YAML in braces, numbers as they are."""
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}": {_flow(part)}' for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return f"{value:f}" if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


@given(_answers, st.sampled_from(("\n", "\r\n")), _seeds)
def test_writing_the_file_in_another_way_does_not_change_it(answers: Any, ending: str, seed: int) -> None:
    assume(answers)
    chance = random.Random(seed)
    lines = [f"# Ghi chú{ending}", *(f'"{key}": {_flow(entry)}  # {key}{ending}' for key, entry in answers.items())]
    first, second = (parse("".join(each), "x") for each in (lines, chance.sample(lines, len(lines))))
    assume(not first.problems)
    assert answers_sha256(first.data) == answers_sha256(second.data)


def _changed(value: Any) -> Iterator[Any]:
    """Yield data that differ from these in one place that a score or a verifier could look at."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key != "internal_note" and part is not None and part != []:
                yield {name: each for name, each in value.items() if name != key}
                yield from ({**value, key: other} for other in _changed(part))
    elif isinstance(value, list):
        yield [*value, "thêm"]
        for n, part in enumerate(value):
            yield value[:n] + value[n + 1 :]
            yield from ([*value[:n], other, *value[n + 1 :]] for other in _changed(part))
    elif isinstance(value, bool):
        yield not value
        yield str(value).lower()
    elif isinstance(value, (int, Decimal)):
        yield value + 1
        text = f"{Decimal(value):f}"
        yield Decimal(f"{text}1" if "." in text else f"{text}.1")
        yield str(value)
    elif value is not None:
        yield value + "."
        yield value[:-1]


@given(_answers)
def test_every_other_answer_changes_it(answers: Any) -> None:
    before = copy.deepcopy(answers)
    digest = answers_sha256(answers)
    for other in _changed(answers):
        if isinstance(other, dict) and all(entry != {} for entry in other.values()):
            assert answers_sha256(other) != digest, other
    assert answers_sha256({**answers, "Z" * 9: True}) != digest
    assert answers == before


def test_the_digest_does_not_hang_on_the_name_of_a_file(tmp_path: Path) -> None:
    copied = tmp_path / "copy.yaml"
    copied.write_bytes(SAMPLE.read_bytes().replace(b"\n", b"\r\n"))
    assert answers_sha256(read(copied, "x").data["answers"]) == answers_sha256(read(SAMPLE, "y").data["answers"])
