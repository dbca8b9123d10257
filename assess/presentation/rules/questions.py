"""How answers to a question earn points, in words."""

from decimal import Decimal
from typing import Final

from assess.model import Option, Preparation, Question
from assess.model.arithmetic import ONE, rounded
from assess.normalisation import share_of
from assess.presentation.conditions import Speaker, number_text
from assess.presentation.rules.shares import over_text, rule_text
from assess.presentation.wording import plain_number, short_text


def score_rule(question: Question, speaker: Speaker) -> str:
    """Return how an answer earns points; empty where the options say it."""
    if not question.scored:
        return ""
    points = plain_number(question.maximum, speaker.language)
    if question.type == "yes_no":
        return speaker.says("rule_yes", points=points)
    told = _RULES.get(question.rule.rule, _plain)(question, speaker)
    several = speaker.says(f"rule_combine_{question.combine}") if question.combine else ""
    return " ".join(each for each in (told, several) if each)


def option_points(question: Question, option: Option, speaker: Speaker) -> str:
    """Return the points that an option earns by itself; where it takes all that count, only whether it does."""
    if not question.scored:
        return ""
    rule = question.rule.rule
    if question.type != "choices" or rule in ("points", "highest") or not option.points:
        return short_text(option.points, 2, speaker.language)
    if rule == "all":
        return speaker.words["option_counts"]
    return short_text(share_of(question, (option.id,)) * question.maximum, 2, speaker.language)


def prepare_rule(question: Question, speaker: Speaker) -> str:
    """Return what is done to an answer before its rule, in order; empty where nothing is."""
    return "; ".join(_prepared(each, speaker) for each in question.prepare)


def range_text(question: Question, language: str) -> str:
    """Return the values that an answer may have; empty where all are allowed, or where the type says it."""
    start, end = question.range.start, question.range.end
    if question.type in ("percent", "ratio") or (start is None and end is None):
        return ""
    low = "…" if start is None else plain_number(start, language)
    high = "…" if end is None else plain_number(end, language)
    return f"{low} – {high}"


def _plain(question: Question, speaker: Speaker) -> str:
    """Return a rule for a share, and what it is multiplied by."""
    told = rule_text(question.rule, speaker)
    return told if question.maximum == ONE else speaker.says("rule_points", rule=told, points=question.maximum)


def _points(question: Question, speaker: Speaker) -> str:
    if question.type != "choices":
        return ""
    return speaker.says("rule_added", points=question.maximum)


def _choices(question: Question, speaker: Speaker) -> str:
    most = question.rule.of or Decimal(sum(1 for each in question.options.values() if each.points))
    key = "count_chosen" if question.rule.rule == "count" and question.options else question.rule.rule
    return speaker.says(f"rule_{key}", points=question.maximum, most=most)


def _linear(question: Question, speaker: Speaker) -> str:
    rule = question.rule
    if rule.onto is not None:
        return _plain(question, speaker)
    ends = {key: number_text(question, getattr(rule, key), speaker.language) for key in ("start", "end")}
    told = speaker.says("rule_log" if rule.transform else "rule_linear", points=question.maximum, **ends)
    return told if rule.cap == "both" else f"{told}; {speaker.words[f'cap_{rule.cap}']}"


def _steps(question: Question, speaker: Speaker) -> str:
    steps = [
        speaker.says(
            "rule_step_above" if n and question.rule.side == "above" else "rule_step",
            start=number_text(question, step.start, speaker.language),
            points=rounded(step.share * question.maximum, 2),
        )
        for n, step in enumerate(question.rule.steps)
    ]
    return "; ".join(steps)


def _prepared(step: Preparation, speaker: Speaker) -> str:
    facts = step._asdict() | {"group": over_text(step.over, speaker) if step.over else ""}
    key = f"impute_{step.by}" if step.step == "impute" else step.step
    if step.step == "divide_by" and step.times != ONE:
        key = "divide_by_times"
    if step.percentiles is not None:
        key = "winsorise_percentiles"
        facts |= {"lower": step.percentiles.start, "upper": step.percentiles.end}
    return speaker.says(f"prepare_{key}", **facts)


_RULES: Final = {
    "points": _points,
    "highest": _choices,
    "any": _choices,
    "all": _choices,
    "count": _choices,
    "fraction": _choices,
    "linear": _linear,
    "steps": _steps,
}
