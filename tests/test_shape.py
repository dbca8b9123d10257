"""The schemas: valid, closed and bilingual; the fast check and the slow one agree; every refusal is explained."""

import copy
import json
import random
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator

from assess import normalisation
from assess.aggregation import AGGREGATES
from assess.cli.words import SAID
from assess.documents import parse, read
from assess.model import Plan
from assess.model.conditions import BOUNDS
from assess.model.nodes import ACTIONS
from assess.model.rules import RELATIVE
from assess.normalisation import RULES
from assess.problems import Problem
from assess.problems.catalogue import message
from assess.robustness.formulas import FORMULAS, NORMALISED
from assess.robustness.varying import UNVARIED
from assess.validation import answers, preparations, responses
from assess.validation.explaining import explain, fits_slowly
from assess.validation.rules import FORMS, NODE
from assess.validation.schemas import KINDS, schema
from assess.validation.shape import fits, shape_problems
from tests.workspaces import CASES, SHIPPED, document_of

MUTANTS: Final = 500
SCHEMAS: Final = (*KINDS, "common", "scores")


def _originals() -> dict[str, list[Any]]:
    """Return valid documents of every kind: the sample workspace's, those that are shipped, and rich cases."""
    sample, shipped, valid = CASES / "workspace", SHIPPED, CASES / "valid"
    paths = {
        "workspace": [sample / "assess.yaml"],
        "register": [sample / "agencies.yaml", valid / "register-groups.yaml"],
        "questionnaire": [
            *sample.rglob("questionnaire.yaml"),
            *shipped.rglob("questionnaire.yaml"),
            *[valid / "questionnaire-every-rule.yaml"] * 3,  # the most keys: it is changed more often
        ],
        "dimension": [*sample.rglob("dimensions/*.yaml"), *shipped.rglob("dimensions/*.yaml")],
        "translation": [*sample.rglob("locale/*.yaml"), *shipped.rglob("locale/*.yaml")],
        "mapping": [*sample.rglob("mapping.yaml"), *shipped.rglob("mapping.yaml")],
        "response": [*sample.rglob("responses/*/*/*.yaml"), CASES / "valid" / "response-combined.yaml"],
        "review": [*(CASES / "valid").glob("review-*.yaml")],
        "survey": [*(CASES / "valid").glob("survey-*.yaml")],
        "targets": [SHIPPED.parent / "targets.yaml", CASES / "valid" / "targets-complete.yaml"],
        "frozen": [*sample.rglob("frozen.yaml"), *shipped.rglob("frozen.yaml")],
    }
    return {kind: [read(path, str(path)).data for path in sorted(found)] for kind, found in paths.items()}


ORIGINALS: Final = _originals()

_SEEDS: Final[tuple[Any, ...]] = (
    None, True, False, 0, 1, -1, 2, 3, 101, 10**39, Decimal("1.0"), Decimal("0.5"), Decimal("-0.1"), Decimal("1E+2"),
    Decimal("0.0"), Decimal("1.00000000000000000000000000000000000001"), "", "a", "A", "vi", "en", "null", "zero",
    "so-mau-a", "so-mau-a\n", "Sở", "a b", "x" * 64, "y" * 5001, "2026-03-31", "2026-03-31\n", "٢٠٢٦-03-31", "1",
    [], [1], ["a"], ["a", "a"], ["a", 1], [1, Decimal("1.0")], [True, 1], [[]], [None], {}, {"part": 1},
    {"part": 1, "of": 2}, {"part": Decimal("1.5"), "of": 0}, {"value": 1}, {"id": "a", "title": "A"}, {"": 1},
    {"a": {}},
)  # fmt: skip


def _containers(value: Any) -> Iterator[Any]:
    """Yield every map and list of a document."""
    if isinstance(value, (dict, list)):
        if value:
            yield value
        for part in value.values() if isinstance(value, dict) else value:
            yield from _containers(part)


def _mutate(data: Any, chance: random.Random, words: list[str]) -> None:
    """Change one thing somewhere in a document."""
    container = chance.choice(list(_containers(data)) or [data])
    seed = copy.deepcopy(chance.choice(_SEEDS))
    if isinstance(container, dict) and container:
        _mutate_map(container, chance, words, seed)
    elif isinstance(container, list) and container:
        where = chance.randrange(len(container))
        action = chance.randrange(4)
        if action == 0:
            container[where] = seed
        elif action == 1:
            del container[where]
        elif action == 2:
            container.append(copy.deepcopy(container[where]))
        else:
            container.append(seed)


def _mutate_map(container: dict[str, Any], chance: random.Random, words: list[str], seed: Any) -> None:
    key = chance.choice(list(container))
    action = chance.randrange(5)
    if action == 0:
        container[key] = seed
    elif action == 1:
        del container[key]
    elif action == 2:
        container[chance.choice(words)] = seed
    elif action == 3:
        container[f"{key}{chance.choice(('s', ' ', '.', 'ộ', ''))}"] = container.pop(key)
    else:
        container[key] = [container[key]] if chance.random() < 0.5 else {key: container[key]}


def mutants(kind: str) -> Iterator[Any]:
    """Yield changed documents of a kind, always the same ones."""
    chance = random.Random(f"mutants of {kind}")
    words = sorted({str(each) for each in _keys(schema(kind))} | {"x", "Đ", "a.b"})
    for _ in range(MUTANTS):
        data = copy.deepcopy(chance.choice(ORIGINALS[kind]))
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            _mutate(data, chance, words)
        yield data


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value.get("properties", ())
        for part in value.values():
            yield from _keys(part)


@pytest.mark.parametrize("kind", KINDS)
def test_valid_files_fit_fast_and_slowly(kind: str) -> None:
    assert ORIGINALS[kind]
    for data in ORIGINALS[kind]:
        assert fits(kind, data)
        assert fits_slowly(kind, data)


@pytest.mark.parametrize("kind", KINDS)
def test_the_fast_check_and_the_slow_one_agree_and_every_refusal_is_explained(kind: str) -> None:
    refused = 0
    for data in mutants(kind):
        fast = fits(kind, data)
        assert fast == fits_slowly(kind, data), f"they disagree about {data}"
        if not fast:
            refused += 1
            _assert_explained(explain(kind, document_of(data)))
    assert MUTANTS / 4 < refused < MUTANTS, "the mutants are not a fair mixture"


def _assert_explained(problems: list[Problem]) -> None:
    assert problems
    for problem in problems:
        assert problem.code != "wrong-shape"
        assert message(problem, "vi")
        assert message(problem, "en")


def _leaves(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every map or list that holds a single value, with the key or position of that value."""
    for key in list(value) if isinstance(value, dict) else range(len(value)):
        if isinstance(value[key], (dict, list)):
            yield from _leaves(value[key])
        else:
            yield value, key


@pytest.mark.parametrize("kind", KINDS)
def test_they_agree_about_numbers_and_what_looks_like_them_in_every_place(kind: str) -> None:
    numbers = (1, Decimal("1.0"), Decimal("1.5"), Decimal("0.0"), True, 0, -1, 10**39, "1", None)
    data = copy.deepcopy(min(ORIGINALS[kind], key=lambda each: len(list(_leaves(each)))))
    for container, key in _leaves(data):
        kept = container[key]
        for number in numbers:
            container[key] = number
            assert fits(kind, data) == fits_slowly(kind, data), f"they disagree about {key}: {number!r}"
        container[key] = kept


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("data", _SEEDS, ids=lambda value: repr(value)[:30])
def test_any_value_may_be_a_wholedocument_of(kind: str, data: Any) -> None:
    assert fits(kind, data) == fits_slowly(kind, data)
    if not fits(kind, data):
        _assert_explained(explain(kind, document_of(data)))


def test_a_refusal_without_words_of_its_own_still_says_something() -> None:
    data = ORIGINALS["mapping"][0]
    assert [each.code for each in explain("mapping", document_of(data))] == ["wrong-shape"]


@pytest.mark.parametrize("broken", [True, False])
def test_only_a_refused_document_is_explained(broken: bool) -> None:
    document = parse("from: [1]" if broken else 'from: "1"', "mapping.yaml")
    assert bool(shape_problems("mapping", document)) == broken


def test_an_explanation_of_very_many_mistakes_ends() -> None:
    document = document_of([{"id": 1}] * 50_000)
    assert 1 <= len(explain("register", document)) <= 200
    kinds = {"format": 1, "kinds": [{"id": 1}] * 50_000, "agencies": []}
    assert 1 <= len(explain("register", document_of(kinds))) <= 400


def test_a_long_list_of_things_that_cannot_be_sorted_is_explained_soon() -> None:
    value = [*(f"w{n}" for n in range(20_000)), {"a": "b"}]
    begun = time.process_time()
    problems = shape_problems("response", document_of({**ORIGINALS["response"][0], "answers": {"q": value}}))
    assert time.process_time() - begun < 2
    assert "wrong-length" in {each.code for each in problems}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def _objects(value: Any, way: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every schema inside a schema that speaks of a map, with the way to it."""
    if isinstance(value, dict):
        if value.get("type") == "object" and way:
            yield way, value
        for key, part in value.items():
            yield from _objects(part, f"{way}/{key}")
    elif isinstance(value, list):
        for n, part in enumerate(value):
            yield from _objects(part, f"{way}/{n}")


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_map_is_closed(name: str) -> None:
    for way, each in [("/", schema(name)), *_objects(schema(name))]:
        if "properties" in each:
            assert each["additionalProperties"] is False, way
        elif each.get("type") == "object" and "/if" not in way:
            assert isinstance(each["additionalProperties"], dict), way
            assert "propertyNames" in each, way


def _properties(value: Any, way: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "properties":
                yield from ((f"{way}/{name}", each) for name, each in part.items())
            yield from _properties(part, f"{way}/{key}")


@pytest.mark.parametrize("name", [*KINDS, "common"])
def test_every_key_has_a_title_in_both_languages(name: str) -> None:
    shared = schema("response")["$defs"]["value"]["title"]
    for way, each in _properties(schema(name)):
        title = each.get("title") or (shared if each == {"$ref": "#/$defs/value"} else "")
        vietnamese, dot, english = title.partition(" · ")
        assert dot, f"{way} has no title “vi · en”"
        assert vietnamese.strip(), way
        assert english.strip(), way


@pytest.mark.parametrize("name", [*KINDS, "common", "scores"])
def test_every_description_is_in_both_languages(name: str) -> None:
    for way, each in [("/", schema(name)), *_properties(schema(name))]:
        if "description" in each:
            vietnamese, _, english = each["description"].partition("\n\n")
            assert vietnamese, way
            assert english, way


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_refers_to_nothing_but_what_is_shipped(name: str) -> None:
    known = {f"{each}.schema.json" for each in SCHEMAS} | {""}
    for reference in _references(schema(name)):
        assert reference.partition("#")[0] in known


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for part in value.values():
            yield from _references(part)
    elif isinstance(value, list):
        for part in value:
            yield from _references(part)


def _question() -> dict[str, Any]:
    properties: dict[str, Any] = schema("dimension")["$defs"]["question"]["properties"]
    return properties


def test_the_schemas_list_the_formulas_that_there_are() -> None:
    assert set(schema("common")["$defs"]["scoring"]["properties"]["aggregate"]["enum"]) == set(AGGREGATES)


def test_the_schemas_list_the_rules_that_there_are() -> None:
    assert set(schema("common")["$defs"]["rule"]["properties"]["rule"]["enum"]) == RULES


def test_the_schemas_list_the_rules_and_keys_that_the_checks_know() -> None:
    properties = schema("common")["$defs"]["rule"]["properties"]
    assert properties["rule"]["enum"] == list(FORMS)
    assert properties.keys() == {key for form in FORMS.values() for key in form.keys}
    known = {*answers._VALUES, NODE}
    assert all(set(form.types) <= known for form in FORMS.values())


def test_all_agree_on_which_rules_compare_with_a_group() -> None:
    """The check knows them by the key `over`, the nouns by name, the formulas by function."""
    either = {"distance"}  # relative where it takes a number from the group
    assert {name for name, form in FORMS.items() if "over" in form.optional} == RELATIVE | either
    assert normalisation.RELATIVE.keys() == RELATIVE | either
    assert normalisation.RELATIVE.keys() & normalisation.MEASURES.keys() == either


def test_the_schemas_list_what_steps_can_do() -> None:
    common = schema("common")["$defs"]
    beside = {key for keys in preparations.STEPS.values() for key in keys}
    assert common["prepare"]["items"]["properties"].keys() == preparations.STEPS.keys() | beside
    assert common["adjust"]["items"]["properties"].keys() >= set(ACTIONS)
    assert common["bounds"]["properties"].keys() == set(BOUNDS)


def test_the_schemas_list_the_choices_that_can_be_tried() -> None:
    tried = schema("questionnaire")["properties"]["robustness"]["properties"]
    lists = {key: set(each["items"]["enum"]) for key, each in tried.items() if "items" in each}
    assert tried.keys() == set(Plan._fields) - {"alone"}
    assert lists["aggregates"] - UNVARIED < FORMULAS.keys()
    assert lists["normalisations"] - UNVARIED == NORMALISED.keys() - {None}
    assert lists["missing"] - UNVARIED < set(schema("common")["$defs"]["scoring"]["properties"]["missing"]["enum"])
    assert all(set(getattr(Plan(), key)) <= each for key, each in lists.items())
    for said in SAID.values():
        for kind, names in lists.items():
            assert {f"choice_own_{kind}" if name == "own" else f"choice_{name}" for name in names} <= said.keys()


def test_the_schemas_list_the_types_of_question_that_there_are() -> None:
    assert set(_question()["type"]["enum"]) == answers._VALUES.keys() == answers.EXPECTED.keys()


def test_every_schema_file_is_known() -> None:
    folder = Path(responses.__file__).parents[1] / "schemas"
    assert {path.name for path in folder.iterdir()} == {f"{name}.schema.json" for name in SCHEMAS}
    for path in folder.iterdir():
        assert json.loads(path.read_text(encoding="utf-8"))["$schema"] == "https://json-schema.org/draft/2020-12/schema"
