"""Why a document does not fit its schema: jsonschema's errors as problems with a place, in our words."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import Any, Final, TypeAlias

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from assess.documents import At, Document
from assess.problems import Problem, hint, listed, near, shown
from assess.validation.schemas import schema, shared_schemas
from assess.validation.values import other_date

MOST_ERRORS: Final = 200

Error: TypeAlias = Any
"""One of jsonschema's errors: its fields hold whatever schema and document hold, which no type can say."""

_TYPES: Final = {
    "object": ("một nhóm “khóa: giá trị”", "a map of “key: value”"),
    "array": ("một danh sách", "a list"),
    "string": ("chữ", "text"),
    "number": ("số", "a number"),
    "integer": ("số nguyên", "a whole number"),
    "boolean": ("true hoặc false", "true or false"),
    "null": ("để trống", "nothing"),
}
_FOUND: Final = {
    dict: ("một nhóm", "a map"),
    list: ("một danh sách", "a list"),
    str: ("chữ “{value}”", "the text “{value}”"),
    bool: ("{value}", "{value}"),
    type(None): ("giá trị trống", "an empty value"),
}
_BOUNDS: Final = {
    "minimum": ("phải lớn hơn hoặc bằng", "must be at least"),
    "maximum": ("phải nhỏ hơn hoặc bằng", "must be at most"),
    "exclusiveMinimum": ("phải lớn hơn", "must be greater than"),
    "exclusiveMaximum": ("phải nhỏ hơn", "must be less than"),
}

_LENGTHS: Final = {
    "maxLength": (
        "chữ quá dài: có {length} ký tự, nhiều nhất là {limit}",
        "the text is too long: there are {length} characters, at most {limit} are allowed",
    ),
    "minItems": (
        "danh sách quá ngắn: có {length} mục, cần ít nhất {limit}",
        "the list is too short: it holds {length}, at least {limit} are needed",
    ),
    "maxItems": (
        "danh sách quá dài: có {length} mục, nhiều nhất là {limit}",
        "the list is too long: it holds {length}, at most {limit} are allowed",
    ),
}
_EMPTY: Final = {
    "minItems": ("danh sách trống; cần ít nhất {limit} mục", "the list is empty; it needs at least {limit} items"),
}
_ONE: Final = {
    "minItems": ("danh sách trống; cần ít nhất một mục", "the list is empty; it needs at least one item"),
}
"""Where one is enough, which is nearly everywhere."""
_BLANK: Final = ("chữ để trống; hãy điền vào", "the text is empty; fill it in")
_VISIBLE: Final = r"\S"
"""The pattern of text that must not be blank."""


def explain(kind: str, document: Document) -> list[Problem]:
    """Return the problems of a document that does not fit; at least one."""
    errors = islice(_validator(kind).iter_errors(document.data), MOST_ERRORS)
    found = {
        (each.code, each.line, each.column, *each.facts.values()): each
        for error in errors
        for each in _say(error, document)
    }
    return sorted(found.values(), key=lambda each: each.sort_key) or [document.problem("wrong-shape", ())]


def fits_slowly(kind: str, data: Any) -> bool:
    """Return what `shape.fits` returns, worked out by jsonschema: the two are tested against each other."""
    fits: bool = _validator(kind).is_valid(data)
    return fits


@cache
def _validator(kind: str) -> Any:
    resources = {name: DRAFT202012.create_resource(_of_no_dialect(each)) for name, each in shared_schemas().items()}
    # JSON Schema means `$` as the very end, where Python's lets one line break pass; and 1.0 as a whole number.
    types = Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_whole)
    dialect = extend(Draft202012Validator, {"pattern": _pattern, "uniqueItems": _unique}, type_checker=types)  # type: ignore[no-untyped-call]  # it has no types
    return dialect(_of_no_dialect(schema(kind)), registry=Registry().with_resources(resources.items()))


def _of_no_dialect(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """Leave out `$schema`: jsonschema would go on in the plain dialect wherever a whole file is referred to."""
    return {key: each for key, each in content.items() if key != "$schema"}


def _pattern(validator: Any, pattern: str, instance: Any, _: Any) -> Iterator[ValidationError]:
    if validator.is_type(instance, "string") and not re.search(pattern.replace("$", r"\Z"), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _is_whole(_: Any, instance: Any) -> bool:
    return isinstance(instance, (int, Decimal)) and not isinstance(instance, bool) and instance == int(instance)


def _unique(validator: Any, unique: bool, instance: Any, _: Any) -> Iterator[ValidationError]:
    """Look for repeated text only: such lists are lists of text, and of anything else jsonschema compares all pairs."""
    if unique and validator.is_type(instance, "array"):
        words = [each for each in instance if isinstance(each, str)]
        if len(set(words)) < len(words):
            yield ValidationError("an item is repeated")


def _say(error: Error, document: Document) -> Iterator[Problem]:
    at: At = tuple(error.absolute_path)
    yield from _SAY.get(str(error.validator), _other)(error, document, at)


def _unknown_keys(error: Error, document: Document, at: At) -> Iterator[Problem]:
    allowed = [key for key in error.schema["properties"] if key not in error.instance]
    for key, value in error.instance.items():
        if value is None and key.isdigit():
            yield document.key_problem("decimal-comma", (*at, key), value=key)
        elif key not in error.schema["properties"]:
            facts = {"name": key, **hint(key, allowed)}
            code = "comma-in-text" if value is None and not facts["near"] else "unknown-key"
            yield document.key_problem(code, (*at, key), **facts)


def _missing_keys(error: Error, document: Document, at: At) -> Iterator[Problem]:
    for name in error.validator_value:
        if name not in error.instance:
            yield document.problem("missing-key", at, name=name)


def _wrong_type(error: Error, document: Document, at: At) -> Iterator[Problem]:
    wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    value = error.instance
    if value is None and at[:1] == ("answers",) and len(at) > 1:
        yield document.key_problem("answer-empty", at[:2], question=at[1])
        return
    found = _FOUND.get(type(value), ("số {value}", "the number {value}"))
    quotes = "string" in wanted and "number" not in wanted and not isinstance(value, (dict, list)) and value is not None
    in_answer = at[:1] == ("answers",) and isinstance(at[-1], int)
    yield document.problem(
        "wrong-type",
        at,
        expected_vi=" hoặc ".join(_TYPES[each][0] for each in wanted),
        expected_en=" or ".join(_TYPES[each][1] for each in wanted),
        found_vi=found[0].format(value=shown(value, 40)),
        found_en=found[1].format(value=shown(value, 40)),
        quotes_vi=_QUOTES[in_answer][0] if quotes else _list_tip("viết", at, wanted),
        quotes_en=_QUOTES[in_answer][1] if quotes else _list_tip("write", at, wanted),
    )


_QUOTES: Final = {
    False: ("; hãy đặt trong ngoặc kép", "; put it in quotes"),
    True: (
        "; nếu là mã lựa chọn thì đặt trong ngoặc kép, nếu là con số thì bỏ ngoặc vuông",
        "; put the id of an option in quotes, or take a number out of its brackets",
    ),
}
"""What to do with what should be text; in a list that is an answer, it may be that no list was asked for."""


def _list_tip(verb: str, at: At, wanted: Sequence[str]) -> str:
    return f"; {verb}: [{{title: …}}]" if "array" in wanted and at[-1:] == ("evidence",) else ""


def _not_allowed(error: Error, document: Document, at: At) -> Iterator[Problem]:
    values = error.validator_value if error.validator == "enum" else [error.validator_value]
    allowed = [each for each in values if each is not None]
    closest = near(str(error.instance), [shown(each) for each in allowed])
    facts = {"value": error.instance, "near": closest, "allowed": "" if closest else listed(allowed)}
    if "propertyNames" in error.absolute_schema_path:
        yield document.key_problem("not-allowed-value", (*at, error.instance), **facts)
    else:
        yield document.problem("not-allowed-value", at, **facts)


def _wrong_form(error: Error, document: Document, at: At) -> Iterator[Problem]:
    if error.validator_value == _VISIBLE:
        yield document.problem("wrong-length", at, what_vi=_BLANK[0], what_en=_BLANK[1])
        return
    vi, _, en = error.schema.get("title", error.validator_value).partition(" · ")
    is_key = "propertyNames" in error.absolute_schema_path
    tip = other_date(error.instance)
    facts = {
        "value": error.instance,
        "form_vi": vi + (f"; viết: {tip}" if tip else ""),
        "form_en": (en or vi) + (f"; write: {tip}" if tip else ""),
    }
    if is_key:
        yield document.key_problem("wrong-form", (*at, error.instance), **facts)
    else:
        yield document.problem("wrong-form", at, **facts)


def _wrong_length(error: Error, document: Document, at: At) -> Iterator[Problem]:
    length, limit = len(error.instance), int(error.validator_value)
    words = _LENGTHS if length else _ONE if limit == 1 else _EMPTY
    vi, en = (each.format(length=length, limit=limit) for each in words[str(error.validator)])
    yield document.problem("wrong-length", at, what_vi=vi, what_en=en)


def _out_of_bounds(error: Error, document: Document, at: At) -> Iterator[Problem]:
    vi, en = _BOUNDS[str(error.validator)]
    facts = {"bound_vi": vi, "bound_en": en, "limit": error.validator_value}
    name = next((each for each in reversed(at) if isinstance(each, str)), "")
    yield document.problem("number-out-of-bounds", at, name=name, value=error.instance, **facts)


def _repeated(error: Error, document: Document, at: At) -> Iterator[Problem]:
    seen: set[str] = set()
    for n, each in enumerate(error.instance):
        if isinstance(each, str) and each in seen:
            yield document.problem("repeated-item", (*at, n), value=each)
        seen.add(str(each))


def _other(error: Error, document: Document, at: At) -> Iterator[Problem]:
    yield document.problem("wrong-shape", at)


_SAY: Final[Mapping[str, Callable[[Error, Document, At], Iterator[Problem]]]] = {
    "additionalProperties": _unknown_keys,
    "required": _missing_keys,
    "type": _wrong_type,
    "enum": _not_allowed,
    "const": _not_allowed,
    "pattern": _wrong_form,
    "maxLength": _wrong_length,
    "minItems": _wrong_length,
    "maxItems": _wrong_length,
    "minimum": _out_of_bounds,
    "maximum": _out_of_bounds,
    "exclusiveMinimum": _out_of_bounds,
    "exclusiveMaximum": _out_of_bounds,
    "uniqueItems": _repeated,
}
