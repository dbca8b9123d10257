"""Exact numbers, as data have them: decimal text of at most 28 digits."""

from decimal import Decimal

from assess.model import Scale
from assess.model.arithmetic import written
from assess.scoring import on_scale


def exact(value: Decimal | None) -> str | None:
    """Return a number as data have it, or None for none."""
    return None if value is None else written(value)


def exact_score(scale: Scale, value: Decimal | None) -> str | None:
    """Return a share on the scale as data have it, or None for none."""
    return None if value is None else written(on_scale(scale, value))
