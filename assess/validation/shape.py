"""Shape: does a document fit the JSON Schema of its kind? A fast yes or no; only a no is explained."""

from functools import cache
from typing import Any

import jsonschema_rs

from assess.documents import Document
from assess.problems import Problem
from assess.validation.schemas import schema, shared_schemas


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
def _validator(kind: str) -> jsonschema_rs.Draft202012Validator:
    registry = jsonschema_rs.Registry(list(shared_schemas().items()))
    return jsonschema_rs.Draft202012Validator(schema(kind), registry=registry)
