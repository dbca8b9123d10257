"""What is told of questions: blocks of them, each with how it stands, for a group of agencies."""

from collections.abc import Mapping
from typing import NamedTuple

from assess.model import Dimension, Question
from assess.model.conditions import key_of
from assess.presentation.surroundings import Surroundings
from assess.ranking import Cohort
from assess.robustness import Items


class Block(NamedTuple):
    """A node with its parts that count, and how they stand; `chosen` says how often each option was, by question."""

    node: Dimension
    key: str
    parts: tuple[Dimension | Question, ...]
    items: Items
    chosen: Mapping[str, Mapping[str, int]]


class Told(NamedTuple):
    """What is told, and in which language: of a group, or of those in it of one `kind`."""

    around: Surroundings
    cohort: Cohort
    kind: str | None
    blocks: list[Block]
    language: str


def part_key(part: Dimension | Question) -> str:
    """Return the id of a question, or the key of a dimension, which may be called as a question is."""
    return part.id if isinstance(part, Question) else key_of(part.id)
