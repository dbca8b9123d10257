"""Scoring rules, conditions and ranges in words: what a questionnaire's page says of how answers become scores."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from assess.model import Condition, Question, Questionnaire, Scoring
from assess.model.arithmetic import rounded
from assess.presentation.wording import Words, date_text, decimal_text, percent_text, plain_number, said


def questionnaire_rules(questionnaire: Questionnaire, language: str, words: Words) -> Iterator[str]:
    """Yield how the whole is scored and ranked, one paragraph each."""
    scale = questionnaire.scale
    yield words["rule_scale"].format(
        start=decimal_text(scale.start, language), end=decimal_text(scale.end, language), decimals=scale.decimals
    )
    yield scoring_rule(questionnaire.scoring, language, words)
    yield words[f"rule_missing_{questionnaire.scoring.missing}"]
    yield words["rule_out"]
    rule = questionnaire.ranking
    within = rule.within if rule.within in ("kind", "all", "parent") else "group"
    yield words[f"rule_ranking_{within}"].format(
        coverage=percent_text(rule.min_coverage, language), group=rule.min_group
    )


def scoring_rule(scoring: Scoring, language: str, words: Words) -> str:
    """Return how the parts of a node become its score."""
    said_ = words[f"rule_{scoring.aggregate}"]
    if scoring.min_coverage:
        said_ += " " + words["rule_min_coverage"].format(coverage=percent_text(scoring.min_coverage, language))
    return said_


def score_rule(question: Question, language: str, words: Words) -> str:
    """Return how an answer earns points; empty where the options say it."""
    if not question.scored or question.rule.rule == "points":
        return words["rule_yes"].format(points=plain_number(question.maximum, language)) * (
            question.scored and question.type == "yes_no"
        )
    if question.rule.rule == "linear":
        ends = {key: _bound(question, getattr(question.rule, key), language) for key in ("start", "end")}
        return words["rule_linear"].format(points=plain_number(question.maximum, language), **ends)
    steps = [
        words["rule_step"].format(
            start=_bound(question, step.start, language),
            points=plain_number(rounded(step.share * question.maximum, 2), language),
        )
        for step in question.rule.steps
    ]
    return "; ".join(steps)


def range_text(question: Question, language: str) -> str:
    """Return the values that an answer may have; empty where all are allowed, or where the type says it."""
    start, end = question.range.start, question.range.end
    if question.type in ("percent", "ratio") or (start is None and end is None):
        return ""
    low = "…" if start is None else plain_number(start, language)
    high = "…" if end is None else plain_number(end, language)
    return f"{low} – {high}"


def condition_text(condition: Condition, questions: Mapping[str, Question], language: str, words: Words) -> str:
    """Return a condition in words."""
    if condition.every or condition.some:
        inner = [condition_text(each, questions, language, words) for each in condition.every or condition.some]
        return words["and" if condition.every else "or"].join(inner)
    if condition.negated is not None:
        if condition.negated.values is not None:
            return _tested(condition.negated, questions, language, words, "test_is_not")
        return words["not"].format(condition=condition_text(condition.negated, questions, language, words))
    return _tested(condition, questions, language, words, "test_is")


def _tested(condition: Condition, questions: Mapping[str, Question], language: str, words: Words, is_: str) -> str:
    question = questions[condition.question or ""]
    name = f"{question.number} “{question.text.text}”".strip()
    return words["condition"].format(question=name, test=_test(condition, question, language, words, is_))


def _test(condition: Condition, question: Question, language: str, words: Words, is_: str) -> str:
    if condition.answered is not None:
        return words["test_answered" if condition.answered else "test_unanswered"]
    if condition.values is not None:
        values = [f"“{_value(each, question, words)}”" for each in condition.values]
        return words[is_].format(values=words["or"].join(values))
    tests = []
    if condition.at_least is not None:
        tests.append(words["test_at_least"].format(value=plain_number(condition.at_least, language)))
    if condition.at_most is not None:
        tests.append(words["test_at_most"].format(value=plain_number(condition.at_most, language)))
    return words["and"].join(tests)


def _value(value: object, question: Question, words: Words) -> str:
    if isinstance(value, bool):
        return words["yes" if value else "no"]
    return question.options[value].text.text if isinstance(value, str) and value in question.options else str(value)


def _bound(question: Question, value: Decimal, language: str) -> str:
    if question.type == "date":
        return date_text(date.fromordinal(int(value)).isoformat(), language)
    if question.type == "ratio":
        return f"{decimal_text(rounded(value * 100, 0), language)}%"
    unit = "%" if question.type == "percent" else f" {said(question.unit, language)}" if question.unit else ""
    return f"{plain_number(value, language)}{unit}"
