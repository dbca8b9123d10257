"""Freezing: what a published version says, as one digest that tells whether anything in it was changed since."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final

from assess.documents import Document
from assess.loading.files import load_document, refused
from assess.model.texts import Data
from assess.problems import Problem

FROZEN_FILE: Final = "frozen.yaml"


def content_sha256(head: Data, dimensions: Sequence[Data]) -> str:
    """Return the SHA-256 of a version's content, as 64 hexadecimal digits.

    It is that of the canonical JSON of questionnaire.yaml's checked data with all dimensions in their order, whether
    they stand in it or in files of their own. Keys are sorted, there are no spaces, and numbers stand without needless
    zeros (those with a fraction as text in an object of their own), so that comments, line ends and ways of writing
    YAML do not count; nor do translations and mapping.yaml.
    """
    from hashlib import sha256  # brings OpenSSL along: only for a version that is frozen

    return sha256(_canonical({**head, "dimensions": list(dimensions)}).encode()).hexdigest()


def frozen_problems(head: Document, dimensions: Sequence[Data], folder: Path) -> tuple[Problem, ...]:
    """Return a problem where a version is frozen and says something else now; or those of its record."""
    if not (folder / FROZEN_FILE).exists():
        return ()
    record, problems = load_document("frozen", folder / FROZEN_FILE)
    if refused(problems):
        return problems
    if record.data["sha256"] == content_sha256(head.data, dimensions):
        return ()
    facts = {"questionnaire": head.data["id"], "version": head.data["version"]}
    return (Problem("frozen-changed", head.path, 1, 1, facts),)


def _canonical(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_number)


def _number(value: Decimal) -> int | Mapping[str, str]:
    """Return a number that JSON has no exact form of: whole, or by its digits, which no text can be taken for."""
    return int(value) if value == int(value) else {"decimal": f"{value.normalize():f}"}
