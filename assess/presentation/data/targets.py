"""How far targets are reached, as rows and as plain data."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from assess.model import Target
from assess.model.arithmetic import written
from assess.presentation.data.cells import text_cell
from assess.presentation.exact import exact
from assess.presentation.figures import title_of
from assess.presentation.surroundings import Surroundings
from assess.presentation.targets import edition_measured
from assess.targets import Followed, Result

RESULT: Final = (
    "period",
    "agency",
    "actual",
    "target",
    "target_period",
    "achievement",
    "reason",
    "method_1",
    "method_2",
    "method_3",
    "score",
    "light",
    "since",
    "change",
    "trend",
    "channel",
    "since_channel",
)
"""What is told of a target in a period, in order."""


def result_data(target: Target, result: Result) -> dict[str, Any]:
    """Return how far a target is reached in a period, by the names of `RESULT`."""
    first, second, third = result.methods
    return {
        "period": result.period,
        "agency": result.agency,
        "actual": exact(result.actual),
        "target": None if result.goal is None else written(result.goal.value),
        "target_period": None if result.goal is None else result.goal.period,
        "achievement": exact(result.achievement),
        "reason": result.reason,
        "method_1": exact(first),
        "method_2": exact(second),
        "method_3": exact(third),
        "score": exact(result.score(target)),
        "light": result.light,
        "since": result.since,
        "change": exact(result.change),
        "trend": result.trend,
        "channel": result.channel,
        "since_channel": result.since_channel,
    }


def target_rows(arounds: Iterable[Surroundings], followed: Iterable[Followed]) -> Iterator[tuple[str, ...]]:
    """Yield a row of the table `targets` for each result of a target."""
    around, *_ = arounds = list(arounds)
    main = around.settings.languages[0]
    for target, results in followed:
        measure = target.measure
        titles = []
        for each in arounds:
            edition = edition_measured(each, target)
            titles.append(title_of(target, edition.questionnaire if edition else None, each.language, main).text)
        looked_at = (measure.questionnaire, measure.dimension or "", measure.question or "") if measure else ("",) * 3
        for result in results:
            told = result_data(target, result)
            yield (
                target.id,
                *map(text_cell, titles),
                *looked_at,
                target.direction,
                *("" if told[name] is None else told[name] for name in RESULT),
            )
