"""The board: every target at a glance, those of the nation apart from those of agencies."""

from collections import Counter
from collections.abc import Iterator, Sequence

from assess.charts import meter
from assess.model import Questionnaire, Target
from assess.model.arithmetic import EXACT, ONE
from assess.model.periods import period_order
from assess.presentation import pages
from assess.presentation.figures import figure_text, reason_text, share_text, trend_text, unit_of
from assess.presentation.surroundings import Surroundings
from assess.presentation.targets.course import points_of
from assess.presentation.targets.sections import lights_of
from assess.presentation.targets.shown import anchor_of, edition_measured, light_of, shown_targets, title_in, worded
from assess.presentation.wording import Markup, percent_of, percent_text, said
from assess.targets import Followed, Result, goal_of


def boards_of(around: Surroundings) -> Iterator[pages.TargetBoard]:
    """Yield the board of the nation's targets, and that of the agencies'; each only where there are some."""
    words, found = around.words, shown_targets(around)
    nation = [_nation_row(around, each) for each in found if each.target.measure is None]
    if nation:
        yield pages.TargetBoard(
            id="nation",
            title=words["board_nation"],
            lead=words["board_nation_lead"],
            rows=tuple(nation),
            lights=tuple(lights_of([each.light.colour for each in nation if each.light], words)),
        )
    agencies = tuple(_agencies_row(around, each) for each in found if each.target.measure is not None)
    if agencies:
        yield pages.TargetBoard(
            id="agencies", title=words["board_agencies"], lead=words["board_agencies_lead"], rows=agencies
        )


def _nation_row(around: Surroundings, followed: Followed) -> pages.BoardRow:
    target, results = followed
    language, words = around.language, around.words
    last = results[-1] if results else None
    goal = (last.goal if last else None) or target.by_period[-1]
    score = last.score(target) if last else None
    return pages.BoardRow(
        title=said(title_in(around, target, language), language),
        href=f"#{anchor_of(target)}",
        standing=_standing(around, target),
        owner=worded(around, target.owner, language),
        light=light_of(last.light if last else None, words),
        actual=figure_text(target, None, last.actual, language) if last else words["none"],
        when=last.period if last else "",
        goal=figure_text(target, None, goal.value, language),
        due=goal.period,
        unit=worded(around, target.unit, language),
        achieved=share_text(score, language),
        bar=Markup(meter(percent_of(score))),
        trend=trend_text(target, None, last, language, words) if last else "",
        reason=reason_text(last.reason, words) if last else words["targets_empty_nation"],
    )


def _agencies_row(around: Surroundings, followed: Followed) -> pages.BoardRow:
    """Return a target of agencies in its latest period: how many show which light, and the median."""
    target, language, words = followed.target, around.language, around.words
    edition = edition_measured(around, target)
    questionnaire = edition.questionnaire if edition else None
    period = max((each.period for each in followed.results), key=period_order, default="")
    latest = [each for each in followed.results if each.period == period]
    green = sum(each.light == "green" for each in latest)
    share = EXACT.divide(green, len(latest)) if latest else None
    goal = (goal_of(target, period) if period else None) or target.by_period[-1]
    return pages.BoardRow(
        title=said(title_in(around, target, language), language),
        href=f"#{anchor_of(target)}",
        standing=_standing(around, target),
        owner=worded(around, target.owner, language),
        lights=tuple(lights_of([each.light or "" for each in latest], words)) if latest else (),
        actual=_median(followed, questionnaire, period, language) or words["none"],
        when=period,
        goal=figure_text(target, questionnaire, goal.value, language),
        due=goal.period,
        unit=_unit(around, target, questionnaire),
        achieved=words["board_met"].format(share=percent_text(share, language), count=green, of=len(latest))
        if latest
        else "",
        bar=Markup(meter(percent_of(share))),
        trend=_trends(around, latest),
        reason="" if latest else words["targets_empty_agencies"],
    )


def _unit(around: Surroundings, target: Target, questionnaire: Questionnaire | None) -> str:
    """Return the unit of what is measured; empty where it stands in the figures."""
    unit = unit_of(target, questionnaire, around.language, around.words)
    text = worded(around, target.unit, around.language) or said(unit, around.language)
    return "" if text == "%" and figure_text(target, questionnaire, ONE, around.language).endswith("%") else text


def _median(followed: Followed, questionnaire: Questionnaire | None, period: str, language: str) -> str:
    point = points_of(followed, questionnaire).get(period)
    return "" if point is None or point.start else figure_text(followed.target, questionnaire, point.value, language)


def _trends(around: Surroundings, results: Sequence[Result]) -> str:
    """Return how many agencies came nearer to the target since the period before, and how many did not."""
    counts = Counter(each.trend for each in results)
    told = {each: counts[each] for each in ("better", "worse", "same")}
    left = len(results) - sum(told.values())
    if left == len(results):
        return ""
    return around.words["board_trends_some" if left else "board_trends"].format_map(told | {"left": left})


def _standing(around: Surroundings, target: Target) -> str:
    return "" if target.standing == "adopted" else around.words[f"standing_short_{target.standing}"]
