"""Shape: does a document fit the JSON Schema of its kind? A fast yes or no; only a no is explained."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import jsonschema_rs

from assess.documents import Document
from assess.problems import Problem

KINDS: Final = ("workspace", "register", "questionnaire", "dimension", "translation", "mapping", "response")
"""The kinds of file that people write; each has its schema in `assess/schemas`."""

_FOLDER: Final = Path(__file__).parents[1] / "schemas"
_SHARED: Final = ("common", "dimension")


def shape_problems(kind: str, document: Document) -> list[Problem]:
    """Return all that keeps a document from fitting its kind's schema, in the order of the file."""
    if fits(kind, document.data):
        return []
    from assess.validation.explaining import explain  # jsonschema costs more than all the rest: for a refused file only

    return explain(kind, document)


def fits(kind: str, data: Any) -> bool:
    """Return whether plain data fit the schema of a kind of file."""
    return _validator(kind).is_valid(data)


@cache
def schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file, or of the shared parts (`common`)."""
    content: dict[str, Any] = json.loads((_FOLDER / f"{kind}.schema.json").read_bytes())
    return content


def shared_schemas() -> dict[str, dict[str, Any]]:
    """Return the schemas that others refer to, by the name that they refer to. Nothing else is ever looked up."""
    return {f"{kind}.schema.json": schema(kind) for kind in _SHARED}


@cache
def _validator(kind: str) -> jsonschema_rs.Validator:
    registry = jsonschema_rs.Registry(list(shared_schemas().items()))
    return jsonschema_rs.Draft202012Validator(schema(kind), registry=registry)
