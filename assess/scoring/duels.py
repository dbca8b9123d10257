"""Copeland's rule at a node: an agency set against each other one of its group, part by part."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from assess.aggregation import copeland
from assess.model import Dimension
from assess.model.arithmetic import ZERO, Uncomputable, compared
from assess.scoring.combining import has_left
from assess.scoring.scores import Fact, Score

Row: TypeAlias = tuple[Decimal | None, ...]
"""What an agency is compared by: the values of a node's parts, None where there is nothing to compare."""


def row_of(parts: Sequence[Score], dimension: Dimension) -> Row:
    """Return what Copeland's rule compares an agency by: its parts' values by 30 digits, gaps as the node says."""
    lacking = None if dimension.scoring.missing in ("skip", "null") else ZERO
    inapplicable = ZERO if dimension.scoring.inapplicable == "zero" else None
    row: list[Decimal | None] = []
    for part in parts:
        if not part.counts:
            row.append(inapplicable if has_left(part) else None)
        else:
            row.append(lacking if part.value is None else compared(part.value))
    return tuple(row)


def beaten(own: Row, others: Mapping[str, Row], weights: Sequence[Decimal]) -> tuple[Decimal, Mapping[str, Fact]]:
    """Return the share of the others that are beaten, draws counting half; and who was beaten, who not.

    Raises:
        Uncomputable: "no-spread", there is nobody else.
    """
    if not others:
        raise Uncomputable("no-spread")
    duels = {name: copeland(own, (row,), weights) for name, row in others.items()}
    value = Decimal(sum(duels.values()) + len(others)) / (2 * len(others))
    ahead_of, level_with, behind = (tuple(name for name, each in duels.items() if each == n) for n in (1, 0, -1))
    told: dict[str, Fact] = {"others": len(others), "won": len(ahead_of), "lost": len(behind)}
    return value, {**told, "ahead_of": ahead_of, "level_with": level_with, "behind": behind}
