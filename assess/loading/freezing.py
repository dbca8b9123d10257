"""Freezing: whether a version still says what its record was written of."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from assess.documents import Document
from assess.loading.files import load_document, refused
from assess.model.digest import content_sha256
from assess.model.texts import Data
from assess.problems import Problem

FROZEN_FILE: Final = "frozen.yaml"


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
