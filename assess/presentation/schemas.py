"""A questionnaire as the JSON Schema of what answers it: ids and options that an editor can offer and check."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from assess.model import Question, Questionnaire
from assess.validation.schemas import schema

Schema = dict[str, Any]

_VALUES: Final[Mapping[str, Schema]] = {
    "yes_no": {"type": "boolean"},
    "number": {"type": "number"},
    "percent": {"type": "number"},
    "count": {"type": "integer"},
    "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "text": {"type": "string", "pattern": r"\S", "maxLength": 5000},
}


def answers_schema(kind: str, questionnaire: Questionnaire, languages: Sequence[Questionnaire]) -> Schema:
    """Return the schema of a kind of file that answers a questionnaire: response, review or survey.

    `languages` are the questionnaire's text in each language, first the main one. The schema stands alone: what the
    general one refers to is written into it.
    """
    general, response = schema(kind), schema("response")
    common = schema("common")["$defs"]
    properties: Schema = {
        key: _ANSWERS[kind](question, [each.questions[key] for each in languages])
        for key, question in questionnaire.questions.items()
    }
    own: Schema = {
        **general,
        "title": " · ".join(dict.fromkeys(each.title.text for each in languages)),
        "properties": {
            **general["properties"],
            "questionnaire": {**general["properties"]["questionnaire"], "const": questionnaire.id},
            "questionnaire_version": {
                **general["properties"]["questionnaire_version"],
                "const": questionnaire.version,
            },
            "answers": {**_described(general["properties"]["answers"]), "properties": properties},
        },
        "$defs": {
            **response["$defs"],
            **general.get("$defs", {}),
            **{key: common[key] for key in ("id", "code", "name", "text", "date", "link", "positive")},
        },
    }
    standing: Schema = _local(own)
    return standing


def _described(answers: Schema) -> Schema:
    """Return how answers are told of, without what would let any question in."""
    kept = {key: answers[key] for key in ("title", "description")}
    return {**kept, "type": ["object", "null"], "additionalProperties": False}


def _answer(question: Question, texts: Sequence[Question]) -> Schema:
    """Return the schema of an answer in its long form or its short one."""
    value = _value(question, texts)
    short_is_object = question.type == "ratio"
    return {
        **_told(texts),
        "if": {"type": "object", **({"not": {"required": ["part"]}} if short_is_object else {})},
        "then": _long(schema("response"), question, "value", value),
        "else": value,
    }


def _verified(question: Question, texts: Sequence[Question]) -> Schema:
    """Return the schema of a verifier's answer, which has no short form."""
    return {**_long(schema("review"), question, "verified", _value(question, texts)), **_told(texts)}


def _told(texts: Sequence[Question]) -> Schema:
    """Return a question's text and help for the editor to show."""
    described = "\n\n".join(dict.fromkeys(each.help.text for each in texts if each.help))
    return {
        "title": " · ".join(dict.fromkeys(f"{each.number} {each.text.text}".strip() for each in texts)),
        **({"description": described} if described else {}),
    }


def _long(general: Schema, question: Question, named: str, value: Schema) -> Schema:
    """Return the schema of the long form of an answer to a question, whose value stands under the key `named`."""
    answer = general["$defs"]["answer"]
    properties = {**answer["properties"], named: value}
    if not question.not_applicable:
        del properties["not_applicable"]
    return {**answer, "properties": properties}


def _value(question: Question, texts: Sequence[Question]) -> Schema:
    """Return the schema of a question's value; options carry their text and points for the editor to show."""
    if question.type == "ratio":
        ratio: Schema = schema("response")["$defs"]["value"]["then"]
        return ratio
    if not question.options:
        return _bounded(question)
    options: Schema = {
        "enum": list(question.options),
        "markdownEnumDescriptions": [
            " · ".join(dict.fromkeys(each.options[key].text.text for each in texts)) for key in question.options
        ],
    }
    if question.type == "choices":
        return {"type": "array", "items": options, "uniqueItems": True}
    return options


def _bounded(question: Question) -> Schema:
    value = dict(_VALUES[question.type])
    for key, bound in (("minimum", question.range.start), ("maximum", question.range.end)):
        if bound is not None and value["type"] in ("number", "integer"):
            value[key] = int(bound) if bound == int(bound) else float(bound)
    return value


def _local(part: Any) -> Any:
    """Return a schema whose references to shared parts point into itself."""
    if isinstance(part, dict):
        return {key: f"#{value.partition('#')[2]}" if key == "$ref" else _local(value) for key, value in part.items()}
    return [_local(each) for each in part] if isinstance(part, list) else part


_ANSWERS: Final[Mapping[str, Callable[[Question, Sequence[Question]], Schema]]] = {
    "response": _answer,
    "review": _verified,
    "survey": _answer,
}
