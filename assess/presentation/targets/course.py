"""The way to a target over the periods: where it began, what was reached, and what is to be."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from assess.charts import Mark, trajectory
from assess.model import Questionnaire, Target
from assess.model.arithmetic import median
from assess.model.periods import period_order, span_of
from assess.presentation import pages
from assess.presentation.figures import figure_text
from assess.presentation.surroundings import Surroundings
from assess.presentation.targets.shown import edition_measured
from assess.presentation.wording import Markup
from assess.targets import Followed, Result, goal_of

_MONTHS = 12


class Point(NamedTuple):
    """A figure of a period: the nation's, or the median of the agencies. `channels` are where it comes from.

    `start` marks where it all began.
    """

    value: Decimal
    channels: frozenset[str | None] = frozenset()
    start: bool = False


def course_of(around: Surroundings, followed: Followed, prefix: str) -> pages.Glance | None:
    """Return the way to a target as a chart with its table; None where there are not two figures to draw."""
    target, words, language = followed.target, around.words, around.language
    edition = edition_measured(around, target)
    questionnaire = edition.questionnaire if edition else None
    found, goals = points_of(followed, questionnaire), {each.period: each.value for each in target.by_period}
    periods = sorted({*found, *goals}, key=period_order)
    if len(found) + len(goals) < 2 or not found:
        return None
    reached = _marks(target, questionnaire, found, periods, language)
    aims = [
        None
        if each not in goals
        else Mark(float(goals[each]), figure_text(target, questionnaire, goals[each], language))
        for each in periods
    ]
    columns = (words["target_actual" if questionnaire is None else "course_median"], words["target_values"])
    heading = _heading(around, target, questionnaire, found)
    rows = tuple(
        pages.NamedRow(name=period, cells=(_cell(around, one), _cell(around, two)))
        for period, one, two in zip(periods, reached, aims, strict=True)
    )
    chart = trajectory(
        prefix=prefix,
        title=heading,
        description="; ".join(
            f"{row.name} – " + ", ".join(f"{name}: {cell}" for name, cell in zip(columns, row.cells, strict=True))
            for row in rows
        ),
        periods=periods,
        places=_places(periods),
        reached=reached,
        goals=aims,
    )
    signs = (("●", columns[0]), ("◇", columns[1])) + ((("○", words["target_baseline"]),) if _began(found) else ())
    return pages.Glance(
        heading=heading, chart=Markup(chart), head=words["period"], columns=columns, rows=rows, signs=signs
    )


def points_of(followed: Followed, questionnaire: Questionnaire | None) -> Mapping[str, Point]:
    """Return the figure of each period that has one, and the baseline's.

    Of agencies it is the median, where as many have a figure as the questionnaire asks of a group.
    """
    target, results = followed
    by_period: dict[str, list[Result]] = {}
    for each in results:
        if each.actual is not None:
            by_period.setdefault(each.period, []).append(each)
    least = questionnaire.ranking.min_group if questionnaire is not None else 1
    found = {
        period: Point(median(each.actual for each in some if each.actual is not None), _channels(some))
        for period, some in by_period.items()
        if len(some) >= least
    }
    if target.baseline is not None and target.baseline.value is not None:
        found[target.baseline.period] = Point(target.baseline.value, start=True)
    return found


def _channels(results: Sequence[Result]) -> frozenset[str | None]:
    return frozenset(each.channel for each in results)


def _began(found: Mapping[str, Point]) -> bool:
    return any(each.start for each in found.values())


def _marks(
    target: Target,
    questionnaire: Questionnaire | None,
    found: Mapping[str, Point],
    periods: Sequence[str],
    language: str,
) -> list[Mark | None]:
    """Return what was reached, period by period; what comes from another source is not joined to what was before."""
    marks: list[Mark | None] = []
    before: Point | None = None
    for period in periods:
        point = found.get(period)
        if point is None:
            marks.append(None)
            continue
        joined = before is None or point.start or before.start or before.channels == point.channels
        text = figure_text(target, questionnaire, point.value, language)
        marks.append(Mark(float(point.value), text, joined, point.start))
        before = point
    return marks


def _cell(around: Surroundings, mark: Mark | None) -> str:
    if mark is None:
        return around.words["none"]
    return f"{mark.text} ({around.words['target_baseline']})" if mark.start else mark.text


def _heading(
    around: Surroundings, target: Target, questionnaire: Questionnaire | None, found: Mapping[str, Point]
) -> str:
    language, actual = around.language, {period for period, each in found.items() if not each.start} or set(found)
    period = max(actual, key=period_order)
    goal = goal_of(target, period) or target.by_period[-1]
    return around.words["course_heading" if questionnaire is None else "course_heading_median"].format(
        actual=figure_text(target, questionnaire, found[period].value, language),
        period=period,
        goal=figure_text(target, questionnaire, goal.value, language),
        due=goal.period,
    )


def _places(periods: Sequence[str]) -> list[float]:
    """Return where periods stand between 0 and 1: by their ends where all have a year, else one after the other."""
    spans = [span_of(each) for each in periods]
    days = [_months(each[1]) for each in spans if each is not None]
    if len(days) < len(periods) or len(set(days)) < len(days):
        days = [float(n) for n in range(len(periods))]
    length = (days[-1] - days[0]) or 1.0
    return [(each - days[0]) / length if len(days) > 1 else 0.5 for each in days]


def _months(day: str) -> float:
    year, month, date = (int(each) for each in day.split("-"))
    return year * _MONTHS + month + date / 31
