"""Figures of a target in words: actuals, goals, achievements, trends, and why there are none."""

from decimal import Decimal
from typing import Final

from assess.model import Questionnaire, Target, Text
from assess.model.conditions import key_of
from assess.presentation.wording import Words, decimal_text, percent_text, plain_number, short_text
from assess.targets import Result, measured_in

MOST_SHOWN: Final = Decimal(1_000_000)
"""A share beyond this is shown as beyond it: its digits would tell nothing, and there may be a hundred of them."""


def figure_text(target: Target, questionnaire: Questionnaire | None, value: Decimal | None, language: str) -> str:
    """Return a number in the unit of what a target looks at: as written, a ratio in percent, points, or a score."""
    if value is None:
        return ""
    measure = target.measure
    if measure is None or questionnaire is None:
        return plain_number(value, language)
    unit = measured_in(measure, questionnaire)
    if unit != "answer":
        return short_text(value, 2 if unit == "points" else questionnaire.scale.decimals, language)
    kind = questionnaire.questions[measure.question or ""].type
    if kind == "ratio":
        return f"{short_text(value * 100, 1, language)}%"
    return plain_number(value, language) + "%" * (kind == "percent")


def title_of(target: Target, questionnaire: Questionnaire | None, language: str, main: str) -> Text:
    """Return the title of a target, or that of what it looks at; `main` is the workspace's first language."""
    if target.title is not None:
        return target.title.in_language(language, main)
    if target.measure is None or questionnaire is None:  # nothing of what it looks at is published
        return Text(target.id, main)
    if target.measure.question is not None:
        return questionnaire.questions[target.measure.question].text
    if target.measure.dimension is not None:
        return questionnaire.nodes[key_of(target.measure.dimension)].title
    return questionnaire.title


def unit_of(target: Target, questionnaire: Questionnaire | None, language: str, words: Words) -> Text | None:
    """Return the unit of what a target looks at, where targets.yaml writes none; None where the figures say it all."""
    measure = target.measure
    if measure is None or questionnaire is None:
        return None
    unit = measured_in(measure, questionnaire)
    if unit == "answer":
        return questionnaire.questions[measure.question or ""].unit
    start, end = (decimal_text(each, language) for each in (questionnaire.scale.start, questionnaire.scale.end))
    return Text(words[f"unit_{unit}"].format(start=start, end=end), language)


def share_text(share: Decimal | None, language: str) -> str:
    """Return an achievement or a score as a whole percentage, rounded half up; empty for none."""
    if share is None or abs(share) <= MOST_SHOWN:
        return percent_text(share, language)
    return f"{'>' if share > 0 else '<'} {percent_text(MOST_SHOWN.copy_sign(share), language)}"


def reason_text(reason: str | None, words: Words) -> str:
    """Return why there is no achievement, in words."""
    if reason is None:
        return ""
    name = reason.replace("-", "_")
    keys = (f"target_{name}", f"state_{name}", f"no_score_{name}", "no_score")
    return next(words[key] for key in keys if key in words)


def trend_text(target: Target, questionnaire: Questionnaire | None, result: Result, language: str, words: Words) -> str:
    """Return the change since the earlier actual and what it means: "+4 so với 2025: tốt hơn"; or why there is none."""
    if result.trend == "not-compared":
        now, before = (words[f"channel_{each}"] for each in (result.channel, result.since_channel))
        return words["trend_not_compared"].format(period=result.since, before=before, now=now)
    if result.change is None or result.trend is None:
        return ""
    shown = figure_text(target, questionnaire, result.change, language)
    if shown.endswith("%"):
        shown = words["percent_points"].format(count=shown.removesuffix("%"))
    change = f"+{shown}" if result.change > 0 else shown
    return words[f"trend_{result.trend}"].format(change=change, period=result.since)


def goal_text(target: Target, questionnaire: Questionnaire | None, result: Result, language: str) -> str:
    """Return what an actual is held against, and the period that this was stated for; empty for none."""
    if result.goal is None:
        return ""
    return f"{figure_text(target, questionnaire, result.goal.value, language)} ({result.goal.period})"
