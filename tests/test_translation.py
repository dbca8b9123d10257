"""The same questionnaire in another language: what is translated, and what keeps its own language and says so."""

from pathlib import Path
from typing import Any, Final

import pytest

from assess.documents import read
from assess.loading import load_questionnaire, load_translation, questionnaire_versions
from assess.model import Questionnaire, Text
from assess.translation import translate
from assess.validation.translations import translation_missing, unknown_id, wanted
from tests.workspaces import CASES, SHIPPED, document_of, register_of

WORKSPACE: Final = CASES / "workspace"
KINDS: Final = ("department", "commune", "enterprise", "ministry", "province")
ROOTS: Final = {"sample": WORKSPACE, "six-messages": SHIPPED.parent, "task-groups": SHIPPED.parent}


def original(name: str = "sample") -> Questionnaire:
    version = questionnaire_versions(ROOTS[name])[name][0]
    questionnaire, _ = load_questionnaire(ROOTS[name], name, version, register_of(*KINDS))
    assert questionnaire is not None
    return questionnaire


def english(name: str = "sample") -> Any:
    words, _ = load_translation(ROOTS[name], original(name), "en")
    assert words is not None
    return words


def plain(value: Any) -> Any:
    """Return maps and lists with everything that a questionnaire holds; texts stay as they are."""
    if isinstance(value, Text):
        return value
    if hasattr(value, "_fields"):
        return {name: plain(getattr(value, name)) for name in value._fields}
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, (list, tuple)) else value


def texts(value: Any, way: str = "") -> dict[str, Text]:
    """Return every text inside plain data, by the way to it."""
    if isinstance(value, Text):
        return {way: value}
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return {place: text for key, part in parts for place, text in texts(part, f"{way}/{key}").items()}


@pytest.mark.parametrize("name", ROOTS)
def test_a_complete_translation_leaves_no_text_in_the_first_language(name: str) -> None:
    found = texts(plain(translate(original(name), english(name), "en")))
    assert found
    assert {way for way, text in found.items() if text.language != "en"} == set()


def test_every_text_is_the_one_that_was_translated() -> None:
    translated = translate(original(), english(), "en")
    assert translated.title == Text("Sample questionnaire", "en")
    assert translated.description is not None
    assert translated.description.language == "en"
    assert [each.title.text for each in translated.tiers] == ["Message", "Indicator"]
    assert translated.sources["plan-2026"].title.text == "Sample plan"
    assert translated.commitments["M1-plan"].text.text == "Every agency has a plan."
    assert [each.title.text for each in translated.levels] == ["Beginning", "Forming", "Leading"]
    assert translated.groupings[0].title.text == "Pillar"
    assert [each.title.text for each in translated.groupings[0].values] == ["Digital government", "Digital society"]
    assert [each.title.text for each in translated.dimensions] == ["Plans", "Services", "Extra part"]
    assert translated.dimensions[1].dimensions[0].title.text == "Online"
    assert translated.questions["plan"].options["draft"].text.text == "In preparation"
    assert translated.questions["plan"].options["draft"].next == Text("Submit it for issue.", "en")
    assert translated.questions["channels"].options["desk"].text.text == "At the desk"
    assert translated.questions["open-sets"].unit == Text("sets", "en")


@pytest.mark.parametrize("name", ROOTS)
def test_a_translation_changes_nothing_but_words(name: str) -> None:
    def silent(value: Any) -> Any:
        if isinstance(value, Text):
            return None
        if isinstance(value, dict):
            return {key: silent(part) for key, part in value.items()}
        return [silent(part) for part in value] if isinstance(value, list) else value

    before, after = (plain(each) for each in (original(name), translate(original(name), english(name), "en")))
    assert silent(before) == silent(after)
    assert texts(before).keys() == texts(after).keys()


def test_questions_in_the_index_are_those_in_the_dimensions() -> None:
    translated = translate(original(), english(), "en")
    inside = [each for part in translated.dimensions for each in part.every_question()]
    assert [translated.questions[each.id] for each in inside] == inside
    assert list(translated.questions) == list(original().questions)


def test_without_words_the_questionnaire_stays_as_it_is() -> None:
    assert translate(original(), None, "en") is not None
    assert translate(original(), None, "en") == original()


def test_in_its_own_language_a_questionnaire_stays_as_it_is() -> None:
    questionnaire = original()
    assert translate(questionnaire, english(), "vi") is questionnaire


def test_what_is_not_translated_keeps_its_own_language_and_says_so() -> None:
    words = {**english(), "questions": {"plan": {"help": "Give the number."}}, "option_sets": {}, "dimensions": {}}
    del words["title"]
    translated = translate(original(), words, "en")
    assert translated.title == original().title
    assert translated.title.language == "vi"
    question = translated.questions["plan"]
    assert question.help == Text("Give the number.", "en")
    assert question.text.language == "vi"
    assert question.options["draft"].text == Text("Đang xây dựng", "vi")
    assert translated.dimensions[0].title.language == "vi"
    assert translated.levels[0].title.language == "en"


def _leaves(tree: Any, at: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    if not isinstance(tree, dict):
        return [at]
    return [leaf for key, part in tree.items() for leaf in _leaves(part, (*at, key))]


def _without(words: Any, at: tuple[str, ...]) -> Any:
    key, *rest = at
    if not rest:
        return {each: value for each, value in words.items() if each != key}
    return {**words, key: _without(words[key], tuple(rest))}


def test_whatever_is_taken_out_is_listed_and_nothing_else() -> None:
    questionnaire, words = original(), english()
    places = _leaves(wanted(questionnaire))
    assert len(places) > 40
    for at in places:
        document = document_of(_without(words, at))
        assert not list(unknown_id(document, questionnaire))
        assert [each.facts["value"] for each in translation_missing(document, questionnaire)] == [".".join(at)]


def test_whatever_is_added_is_unknown() -> None:
    questionnaire, words = original(), english()
    groups = [(), ("tiers",), ("dimensions", "plans"), ("questions",), ("option_sets", "issued", "draft")]
    for at in groups:
        document = document_of(_with(words, (*at, "added")))
        assert [each.facts["value"] for each in unknown_id(document, questionnaire)] == ["added"]


def _with(words: Any, at: tuple[str, ...]) -> Any:
    key, *rest = at
    return {**words, key: _with(words[key], tuple(rest)) if rest else "text"}


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*/*/locale/*.yaml")), ids=lambda path: path.parts[-4])
def test_what_is_shipped_is_translated_completely(path: Path) -> None:
    document = read(path, str(path))
    name, version = document.data["questionnaire"], document.data["version"]
    questionnaire, _ = load_questionnaire(SHIPPED.parent, name, version, register_of(*KINDS))
    assert questionnaire is not None
    assert not list(unknown_id(document, questionnaire))
    assert not list(translation_missing(document, questionnaire))


def test_every_shipped_version_is_in_english() -> None:
    versions = {path.parent for path in SHIPPED.glob("*/*/questionnaire.yaml")}
    assert versions
    assert all((version / "locale" / "en.yaml").is_file() for version in versions)
