"""The JSON Schemas of the files that people write, as the package carries them. Nothing else is ever looked up."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

KINDS: Final = (
    "workspace",
    "register",
    "questionnaire",
    "dimension",
    "translation",
    "mapping",
    "frozen",
    "response",
    "review",
    "survey",
    "targets",
)
"""The kinds of file that people write."""

_FOLDER: Final = Path(__file__).parents[1] / "schemas"
_SHARED: Final = ("common", "dimension", "response")


@cache
def schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file, or of the shared parts (`common`)."""
    content: dict[str, Any] = json.loads((_FOLDER / f"{kind}.schema.json").read_bytes())
    return content


def shared_schemas() -> dict[str, dict[str, Any]]:
    """Return the schemas that others refer to, by the name that they refer to."""
    return {f"{kind}.schema.json": schema(kind) for kind in _SHARED}
