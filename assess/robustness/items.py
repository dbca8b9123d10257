"""Whether each part of a node tells agencies apart and goes with the others: spread, item–rest correlation, alpha."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal, localcontext
from itertools import combinations
from typing import Final, NamedTuple

from assess.model import Dimension, Question
from assess.model.arithmetic import EXACT, ONE, ZERO, compared
from assess.model.conditions import key_of
from assess.model.robustness import BOUNDS
from assess.robustness.coherence import Column, correlation, cronbach
from assess.scoring import Score
from assess.scoring.mixing import mixed


class Item(NamedTuple):
    """How one part of a node stands among the agencies.

    It was `asked` of so many, which leaves out where it is closed, not applicable or not for them, and `answered` by so
    many. Of their shares so many lie at `zero` or below, `between`, and at `full` or above; `mean` and `deviation` (of
    a sample, over n - 1) are theirs. `correlation` is item–rest, also called the corrected item–total correlation:
    Pearson's, between the share and the mean of the other parts' shares, over the agencies that have both. What cannot
    be worked out is None for the `reason`, one of `REASONS`. `flags` are some of `FLAGS`.
    """

    asked: int
    answered: int
    zero: int
    between: int
    full: int
    mean: Decimal | None
    deviation: Decimal | None
    correlation: Decimal | None
    reason: str | None
    flags: tuple[str, ...]


class Items(NamedTuple):
    """How the parts of a node stand, in order; `alpha` is Cronbach's, or None for the `reason`, one of `REASONS`."""

    alpha: Decimal | None
    reason: str | None
    parts: tuple[Item, ...]


REASONS: Final = ("few-parts", "few-agencies", "few-shared", "no-spread")
"""One part alone; too few agencies; some two parts have too few agencies in common; all shares are equal."""

FLAGS: Final = ("same", "few-answers", "low-correlation")
"""All have the same share; few of those asked have answered; it does not go with the rest, or goes against it."""


def every_part(node: Dimension, score: Score) -> Iterator[tuple[str, Score]]:
    """Yield the scores of all parts below a node by their keys, under `EXACT`.

    Below a node that mixes channels a part has a score in each: they are mixed as the node's own are.
    """
    if score.channels:
        told = {name: dict(every_part(node, each)) for name, each in score.channels}
        for key in next(iter(told.values())):
            each = {name: scores[key] for name, scores in told.items()}
            yield key, mixed(node.channels, each, node.scoring.missing)
        return
    for part, own in zip(node.parts, score.parts, strict=True):
        if isinstance(part, Question):
            yield part.id, own
        else:
            yield key_of(part.id), own
            yield from every_part(part, own)


def items_of(parts: Sequence[Sequence[Score]]) -> Items:
    """Return how the parts of a node stand; for each part the scores of all agencies, in one order for all parts.

    Only what was answered counts: a share that stands in for an answer says nothing of the question. A part that is a
    dimension counts with its score where anything in it was answered.
    """
    # To 30 digits, so that equal fractions are equal: what differs in its last digit alone would be correlated.
    columns = [_alike([each.value if each.coverage else None for each in scores]) for scores in parts]
    with localcontext(EXACT):
        alpha = cronbach(columns)
        reason = _why_no_alpha(columns, alpha)
        items = [_item(scores, columns, n) for n, scores in enumerate(parts)]
    return Items(None if reason else alpha, reason, tuple(items))


def _alike(column: Column) -> Column:
    return [None if each is None else compared(each) for each in column]


def _why_no_alpha(columns: Sequence[Column], alpha: Decimal | None) -> str | None:
    if len(columns) < 2:
        return "few-parts"
    if any(_known(each) < BOUNDS.agencies for each in columns):
        return "few-agencies"
    if any(_known(one, other) < BOUNDS.agencies for one, other in combinations(columns, 2)):
        return "few-shared"
    return "no-spread" if alpha is None else None


def _known(one: Column, other: Column | None = None) -> int:
    """Return how many agencies have a share, or both."""
    return sum(a is not None and b is not None for a, b in zip(one, one if other is None else other, strict=True))


def _item(scores: Sequence[Score], columns: Sequence[Column], n: int) -> Item:
    shares = [each for each in columns[n] if each is not None]
    enough = len(shares) >= BOUNDS.agencies
    mean = sum(shares, ZERO) / len(shares) if enough else None
    found, reason = _item_rest(columns, n) if enough else (None, "few-agencies")
    item = Item(
        asked=sum(each.coverage is not None for each in scores),
        answered=sum(bool(each.coverage) for each in scores),
        zero=sum(each <= ZERO for each in shares),
        between=sum(ZERO < each < ONE for each in shares),
        full=sum(each >= ONE for each in shares),
        mean=mean,
        deviation=None if mean is None else _deviation(shares, mean),
        correlation=found,
        reason=reason,
        flags=(),
    )
    return item._replace(flags=tuple(name for name in FLAGS if _FLAGGED[name](item)))


def _deviation(shares: Sequence[Decimal], mean: Decimal) -> Decimal:
    return (sum(((each - mean) ** 2 for each in shares), ZERO) / (len(shares) - 1)).sqrt()


def _item_rest(columns: Sequence[Column], n: int) -> tuple[Decimal | None, str | None]:
    if len(columns) < 2:
        return None, "few-parts"
    rest = _rest(columns, n)
    if _known(columns[n], rest) < BOUNDS.agencies:
        return None, "few-shared"
    found = correlation(columns[n], rest)
    return found, "no-spread" if found is None else None


def _rest(columns: Sequence[Column], n: int) -> Column:
    """Return for each agency the mean share of all columns but one, as far as it has them."""
    others = zip(*(column for place, column in enumerate(columns) if place != n), strict=True)
    rows = [[each for each in row if each is not None] for row in others]
    return _alike([sum(row, ZERO) / len(row) if row else None for row in rows])


_FLAGGED: Final[Mapping[str, Callable[[Item], bool]]] = {
    "same": lambda item: item.deviation == ZERO,
    "few-answers": lambda item: item.answered < item.asked * BOUNDS.answered,
    "low-correlation": lambda item: item.correlation is not None and compared(item.correlation) < BOUNDS.correlation,
}
