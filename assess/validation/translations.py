"""The sense of a translation: it speaks of what the questionnaire holds; what it leaves out is listed."""

from collections.abc import Iterator, Mapping
from typing import Any

from assess.documents import At, Document
from assess.model import Questionnaire
from assess.problems import Problem, near


def unknown_id(document: Document, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Every id of a translation is an id of the questionnaire."""
    yield from _unknown(document, (), document.data, wanted(questionnaire))


def translation_missing(document: Document, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Everything that the questionnaire says is said in the other language."""
    for at in _missing((), document.data, wanted(questionnaire)):
        value = ".".join(map(str, at))
        yield document.problem("translation-missing", at, language=document.data["language"], value=value)


def wanted(questionnaire: Questionnaire) -> Mapping[str, Any]:
    """Return the tree of what a complete translation holds; a leaf is None."""
    options = {
        key: {each.id: _fields(each, *_OF_OPTIONS) for each in question.options.values()}
        for question in questionnaire.questions.values()
        for key in [question.option_set]
        if key is not None
    }
    return {
        **_fields(questionnaire, "title", "description"),
        "tiers": dict.fromkeys(each.id for each in questionnaire.tiers),
        "sources": dict.fromkeys(questionnaire.sources),
        "commitments": dict.fromkeys(questionnaire.commitments),
        "levels": {each.id: _fields(each, "title", "description") for each in questionnaire.levels},
        "groupings": {
            each.id: {"title": None, "values": dict.fromkeys(value.id for value in each.values)}
            for each in questionnaire.groupings
        },
        "option_sets": options,
        "dimensions": {
            each.id: {**_fields(each, "title", "description"), "levels": dict.fromkeys(each.levels)}
            for part in questionnaire.dimensions
            for each in part.every_dimension()
        },
        "questions": {key: _question(each) for key, each in questionnaire.questions.items()},
    }


def _question(question: Any) -> dict[str, Any]:
    fields = _fields(question, "text", "help", "definition", "unit", "data_source", "verified_by")
    if question.options and question.option_set is None:
        fields["options"] = {each.id: _fields(each, *_OF_OPTIONS) for each in question.options.values()}
    return fields


def _fields(thing: Any, *names: str) -> dict[str, Any]:
    return {name: None for name in names if getattr(thing, name) is not None}


_HEAD = ("format", "questionnaire", "version", "language", "glossary")
"""What a translation holds besides the words of a questionnaire; the words to explain are its own."""
_OF_OPTIONS = ("text", "shown_by", "next")


def _unknown(document: Document, at: At, data: Mapping[str, Any], tree: Mapping[str, Any]) -> Iterator[Problem]:
    for key, value in data.items():
        if not at and key in _HEAD:
            continue
        if key not in tree and (at or value):
            yield document.key_problem("unknown-id", (*at, key), value=key, near=near(key, tree))
        elif isinstance(value, dict):
            yield from _unknown(document, (*at, key), value, tree[key] or {})


def _missing(at: At, data: Mapping[str, Any], tree: Mapping[str, Any]) -> Iterator[At]:
    for key, below in tree.items():
        if below is None:
            if key not in data:
                yield (*at, key)
        else:
            yield from _missing((*at, key), data.get(key, {}), below)
