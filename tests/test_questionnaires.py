"""The two questionnaires as an official meets them: complete, in two languages, readable, and none too long."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest

from assess.documents import read
from assess.loading import load_questionnaire, open_workspace
from assess.model import Agency, Dossier, Question, Questionnaire, Response
from assess.model.standings import standings
from assess.scoring import ALONE, assess
from tests.demonstration.values import value_of
from tests.workspaces import SHIPPED

NAMES: Final = ("six-messages", "task-groups")
PILLARS: Final = {"digital-government", "digital-economy", "digital-society"}
LONGEST: Final = 40
"""Words in a sentence."""
ROMAN: Final = re.compile(r"[IVX]+")


@cache
def questionnaire(name: str) -> Questionnaire:
    workspace, _ = open_workspace(SHIPPED.parent)
    assert workspace is not None
    [folder] = (SHIPPED / name).iterdir()
    found, problems = load_questionnaire(SHIPPED.parent, name, folder.name, workspace.register)
    assert found is not None, problems
    return found


def texts(name: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield every text of a questionnaire in a language, with where it stands."""
    [folder] = (SHIPPED / name).iterdir()
    if language == "en":
        yield from _strings(_data(folder / "locale" / "en.yaml"), "en")
        return
    for path in (folder / "questionnaire.yaml", *sorted((folder / "dimensions").iterdir())):
        yield from _strings(_data(path), path.stem)


def _data(path: Path) -> Any:
    document = read(path, path.name)
    assert document.data is not None, document.problems
    return document.data


def _strings(value: Any, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _strings(part, f"{at}.{key}")
    elif isinstance(value, list):
        for n, part in enumerate(value):
            yield from _strings(part, f"{at}.{part.get('id', n) if isinstance(part, Mapping) else n}")
    elif isinstance(value, str) and " " in value:
        yield at, value


@pytest.mark.parametrize("name", NAMES)
def test_it_asks_enough_and_of_a_commune_not_too_much(name: str) -> None:
    asked = questionnaire(name).asked_of.values()
    assert 60 <= len(asked) <= 90
    assert sum("commune" in kinds for kinds in asked) <= 40


@pytest.mark.parametrize("name", NAMES)
def test_every_question_says_how_to_answer_what_it_serves_and_how_it_is_shown(name: str) -> None:
    found = questionnaire(name)
    for key, question in found.questions.items():
        assert question.help is not None, key
        assert question.commitments, key
        assert question.groupings.get("pillar") in PILLARS, key
        options = question.options.values()
        assert question.evidence != "none" or any(each.evidence for each in options) or not question.scored, key
        if question.options:
            assert all(each.next for each in options), key
            assert all(each.shown_by for each in options if each.points), key
            assert len({each.text.text for each in options}) == len(options), key
        elif question.type not in ("yes_no", "text"):
            assert question.definition is not None, key
            assert question.data_source is not None, key
        if question.type in ("number", "count"):
            assert question.unit is not None, key
            assert question.range.start is not None and question.range.end is not None, key  # noqa: PT018


@pytest.mark.parametrize("name", NAMES)
def test_options_rise_in_steps(name: str) -> None:
    for key, question in questionnaire(name).questions.items():
        if question.type == "choice":
            points = [each.points for each in question.options.values()]
            assert points == sorted(set(points)), key
            assert 3 <= len(points) <= 5, key


@pytest.mark.parametrize("name", NAMES)
def test_five_levels_are_named_staged_and_told_for_each_part(name: str) -> None:
    found = questionnaire(name)
    assert [each.id for each in found.levels] == ["1", "2", "3", "4", "5"]
    for level in found.levels:
        assert level.description is not None
        assert (level.requires is None) == (level.id == "1")
    for dimension in found.dimensions:
        assert list(dimension.levels) == ["1", "2", "3", "4", "5"], dimension.id


@pytest.mark.parametrize("name", NAMES)
def test_what_a_level_requires_is_asked_of_every_kind(name: str) -> None:
    found = questionnaire(name)
    for level in found.levels:
        for key in level.requires.questions() if level.requires else ():
            assert found.asked_of[key] == found.applies_to, f"{level.id}: {key}"
            assert found.questions[key].when is None, f"{level.id}: {key}"
            assert not found.questions[key].not_applicable, f"{level.id}: {key}"


@pytest.mark.parametrize("level", [0.4, 0.7, 0.9999])
@pytest.mark.parametrize("name", NAMES)
def test_a_step_ahead_never_lowers_a_score_not_even_where_what_it_opens_is_left_open(name: str, level: float) -> None:
    found = questionnaire(name)
    openers = {key for each in found.questions.values() if each.when for key in each.when.questions()}
    for kind in sorted(found.applies_to):
        agency = Agency.from_data({"id": "so-mau-a", "kind": kind, "name": "Sở Mẫu A"})
        best = {
            key: value_of(each, level, agency, "2026", 0)
            for key, each in found.questions.items()
            if kind in found.asked_of[key]
        }
        for opener in sorted(openers & best.keys()):
            for before, after in pairwise(_steps(found.questions[opener])):
                given, taken = _response(found, {**best, opener: before}), _response(found, {**best, opener: after})
                was, now = (standings(found, kind, each.answers) for each in (given, taken))
                opened = {key for key in best if was[key] == "closed" and now[key] == "asked"}
                left = _response(found, {key: best[key] for key in best.keys() - opened} | {opener: after})
                scores = [assess(found, Dossier(agency, each, None, None), ALONE, "declared") for each in (given, left)]
                lower, higher = (each.score.value for each in scores)
                assert lower is not None
                assert higher is not None
                assert lower <= higher, f"{kind}: {opener}: {before} → {after} opens {opened}"


def _response(found: Questionnaire, answers: Mapping[str, Any]) -> Response:
    head = {"agency": "so-mau-a", "questionnaire": found.id, "questionnaire_version": found.version}
    entries = {key: {"value": value} for key, value in answers.items()}
    return Response.from_data({**head, "period": "2026", "status": "submitted", "answers": entries})


def _steps(question: Question) -> list[Any]:
    """Return answers to a question that opens others, from the least to the best."""
    if question.type == "yes_no":
        return [False, True]
    if not question.options:
        return [0, 1]
    options = sorted(question.options.values(), key=lambda each: each.points)
    return [[], *([each.id] for each in options)] if question.type == "choices" else [each.id for each in options]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_sentences_are_short(name: str, language: str) -> None:
    long = [
        (at, sentence)
        for at, text in texts(name, language)
        for sentence in re.split(r"(?<=[.;:?!])\s+|\n", text)
        if len(sentence.split()) > LONGEST
    ]
    assert long == []


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_no_abbreviation_is_left_unexplained(name: str, language: str) -> None:
    [folder] = (SHIPPED / name).iterdir()
    explained = set(_data(folder / ("questionnaire.yaml" if language == "vi" else "locale/en.yaml"))["glossary"])
    known = {word for each in explained for word in re.findall(r"\w+", each)}
    found = {
        word
        for at, text in texts(name, language)
        for word in re.findall(r"\b\w*[A-ZĐ]\w*[A-ZĐ]\w*\b|\b\d+G\b", text)
        if ".glossary" not in at and not ROMAN.fullmatch(word)
    }
    assert found - known == set()
    both = (*texts(name, "vi"), *texts(name, "en"))  # titles of sources are shown as they are
    used = " ".join(text for at, text in both if ".glossary" not in at)
    assert [each for each in explained if each not in used] == []
