"""Conditions, numbers of a rule and names of the register in words, said by a speaker."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from assess.model import Condition, Dimension, Option, Question, Questionnaire, Register
from assess.model.conditions import BOUNDS, key_of
from assess.presentation.wording import Words, bound_text, date_text, plain_number, short_number, short_text


class Speaker(NamedTuple):
    """What it takes to put a questionnaire's rules in words; without a register, its names are told by their ids."""

    questionnaire: Questionnaire
    language: str
    words: Words
    register: Register | None = None

    def says(self, key: str, **facts: object) -> str:
        """Return words with facts put in; numbers as the language writes them."""
        told = {name: self.number(each) if isinstance(each, Decimal) else each for name, each in facts.items()}
        return self.words[key].format(**told)

    def number(self, value: Decimal) -> str:
        """Return a number with at most six decimals."""
        return short_number(value, self.language)

    def kind(self, name: str) -> str:
        """Return the name of a kind of agency."""
        known = self.register.kinds.get(name) if self.register else None
        return known.name_in(self.language) if known else name

    def agency(self, name: str) -> str:
        """Return the name of an agency."""
        known = self.register.agencies.get(name) if self.register else None
        return known.name_in(self.language) if known else name

    def group(self, family: str, name: str) -> str:
        """Return the name of a group: of the register's, of those below one parent, or "" for none."""
        known = self.register.groups.get(name) if self.register else None
        if family == "parent":
            return self.agency(name)
        return known.name_in(self.language) if known else name

    def question(self, question: Question) -> str:
        """Return a question's number and text."""
        return f"{question.number} “{question.text.text}”".strip()

    def dimension(self, dimension: Dimension) -> str:
        """Return a dimension's number and title."""
        return f"{dimension.number} “{dimension.title.text}”".strip()

    def part(self, key: str) -> str:
        """Return a question, or a dimension, by its key."""
        question = self.questionnaire.questions.get(key)
        if question is not None:
            return self.says("part_question", name=self.question(question))
        return self.says("part_dimension", name=self.dimension(self.questionnaire.nodes[key]))


def condition_text(condition: Condition, speaker: Speaker) -> str:
    """Return a condition in words."""
    words = speaker.words
    if condition.every or condition.some:
        inner = [_inner(each, speaker) for each in condition.every or condition.some]
        return words["and" if condition.every else "or"].join(inner)
    if condition.some_of:
        parts = "; ".join(condition_text(each, speaker) for each in condition.some_of)
        if condition.share is None:
            return speaker.says("some_of", count=condition.at_least or Decimal(1), conditions=parts)
        return speaker.says("share_of", share=bound_text(condition.share, speaker.language), conditions=parts)
    if condition.negated is not None:
        if condition.negated.values is not None:
            return _tested(condition.negated, speaker, "test_is_not")
        if condition.negated.answered is not None:
            return condition_text(condition.negated._replace(answered=not condition.negated.answered), speaker)
        return speaker.says("not", condition=condition_text(condition.negated, speaker))
    return _tested(condition, speaker, "test_is")


def number_text(question: Question, value: Decimal, language: str) -> str:
    """Return a number as the answers to a question are written: a date, a percentage, or with its unit."""
    if question.type == "date":
        from datetime import date

        return date_text(date.fromordinal(int(value)).isoformat(), language)
    if question.type == "ratio":
        return f"{short_text(value * 100, 2, language)}%"
    unit = "%" if question.type == "percent" else f" {question.unit.text}" if question.unit else ""
    return f"{plain_number(value, language)}{unit}"


def _inner(condition: Condition, speaker: Speaker) -> str:
    """Return a condition inside another one, in brackets where it would be read wrongly without."""
    text = condition_text(condition, speaker)
    return f"({text})" if condition.every or condition.some else text


def _tested(condition: Condition, speaker: Speaker, is_: str) -> str:
    part = speaker.part(condition.question or key_of(condition.dimension or ""))
    option = _option_needed(condition, speaker)
    if option is not None:
        return speaker.says("condition_option", part=part, option=option.text.text)
    if condition.measure is not None:
        bounds = speaker.words["and"].join(_bounds(condition, speaker))
        return speaker.says(f"condition_{condition.measure}", part=part, test=bounds)
    question = speaker.questionnaire.questions[condition.question or ""]
    return speaker.says("condition", part=part, test=_test(condition, question, speaker, is_))


def _option_needed(condition: Condition, speaker: Speaker) -> Option | None:
    """Return the first option that earns as many points as a condition asks for, where each step earns more."""
    question = speaker.questionnaire.questions.get(condition.question or "")
    if question is None or question.type != "choice" or condition.measure != "points" or condition.at_least is None:
        return None
    if question.combine is not None or question.channels or question.round is not None:
        return None  # it may earn what no option earns
    options = list(question.options.values())
    steps = [each.points for each in options]
    if steps != sorted(set(steps)) or any(getattr(condition, key) is not None for key in BOUNDS if key != "at_least"):
        return None
    return next((each for each in options if each.points >= condition.at_least), None)


def _test(condition: Condition, question: Question, speaker: Speaker, is_: str) -> str:
    words = speaker.words
    if condition.answered is not None:
        return words["test_answered" if condition.answered else "test_unanswered"]
    if condition.values is not None:
        values = [f"“{_value(each, question, speaker)}”" for each in condition.values]
        return speaker.says(is_, values=words["or"].join(values))
    return words["and"].join(_bounds(condition, speaker))


def _bounds(condition: Condition, speaker: Speaker) -> Iterator[str]:
    for key in BOUNDS:
        bound = getattr(condition, key)
        if bound is not None:
            share = condition.measure == "coverage"
            yield speaker.says(f"test_{key}", value=bound_text(bound, speaker.language) if share else bound)


def _value(value: object, question: Question, speaker: Speaker) -> str:
    if isinstance(value, bool):
        return speaker.words["yes" if value else "no"]
    if isinstance(value, Decimal):
        return speaker.number(value)
    return question.options[value].text.text if isinstance(value, str) and value in question.options else str(value)
