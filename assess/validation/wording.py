"""Conditions in words, for messages."""

from decimal import ROUND_CEILING
from typing import Final

from assess.model import Condition
from assess.model.arithmetic import EXACT
from assess.model.conditions import BOUNDS
from assess.problems import listed
from assess.validation.values import as_written


def in_words(condition: Condition, language: str) -> str:
    """Return a condition in words, for messages."""
    words = _CONDITIONS[language]
    if condition.every or condition.some:
        inner = [in_words(each, language) for each in condition.every or condition.some]
        return words["and" if condition.every else "or"].join(inner)
    if condition.negated is not None:
        negated = condition.negated
        if negated.values is not None:
            return words["is_not"].format(question=negated.question, values=listed(map(as_written, negated.values)))
        if negated.answered is not None:
            return in_words(negated._replace(answered=not negated.answered), language)
        return words["not"].format(condition=in_words(negated, language))
    if condition.some_of:
        return _so_many(condition, language)
    if condition.values is not None:
        return words["is"].format(question=condition.question, values=listed(map(as_written, condition.values)))
    if condition.answered is not None:
        return words["answered" if condition.answered else "unanswered"].format(question=condition.question)
    bounds = {key: getattr(condition, key) for key in BOUNDS}
    return words["and"].join(
        words[key].format(question=condition.question, bound=bound)
        for key, bound in bounds.items()
        if bound is not None
    )


def _so_many(condition: Condition, language: str) -> str:
    count = len(condition.some_of)
    number = condition.at_least
    if condition.share is not None:
        number = EXACT.multiply(condition.share, count).to_integral_value(ROUND_CEILING)
    inner = "; ".join(in_words(each, language) for each in condition.some_of)
    return _CONDITIONS[language]["so_many"].format(number=number, count=count, conditions=inner)


_CONDITIONS: Final = {
    "vi": {
        "and": " và ",
        "or": " hoặc ",
        "not": "không phải ({condition})",
        "is": "câu “{question}” được trả lời {values}",
        "is_not": "câu “{question}” được trả lời khác {values}",
        "answered": "câu “{question}” đã có trả lời",
        "unanswered": "câu “{question}” chưa có trả lời",
        "at_least": "câu “{question}” từ {bound} trở lên",
        "at_most": "câu “{question}” từ {bound} trở xuống",
        "above": "câu “{question}” trên {bound}",
        "below": "câu “{question}” dưới {bound}",
        "so_many": "ít nhất {number} trong {count} điều này đúng: {conditions}",
    },
    "en": {
        "and": " and ",
        "or": " or ",
        "not": "not ({condition})",
        "is": "“{question}” is answered {values}",
        "is_not": "“{question}” is not answered {values}",
        "answered": "“{question}” is answered",
        "unanswered": "“{question}” is not answered",
        "at_least": "“{question}” is at least {bound}",
        "at_most": "“{question}” is at most {bound}",
        "above": "“{question}” is above {bound}",
        "below": "“{question}” is below {bound}",
        "so_many": "{number} or more of these {count} hold: {conditions}",
    },
}
