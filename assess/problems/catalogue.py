"""Every rule by its code, and the message of a problem in Vietnamese or English.

Loaded only when there is a problem to tell, so that a clean run does not pay for it.
"""

from collections.abc import Mapping
from typing import Final

from assess.problems import Problem
from assess.problems.reading import READING
from assess.problems.rule import Rule, gathered
from assess.problems.sense import SENSE
from assess.problems.shape import SHAPE

RULES: Final[Mapping[str, Rule]] = gathered(READING, SHAPE, SENSE)

_TAILS: Final = {
    "vi": {"near": " Có phải là “{near}”?", "allowed": " Dùng được: {allowed}."},
    "en": {"near": " Did you mean “{near}”?", "allowed": " Allowed: {allowed}."},
}


def message(problem: Problem, language: str) -> str:
    """Return what is wrong and what would be right, as one line."""
    template = getattr(RULES[problem.code].message, language)
    said: str = template.format_map(problem.facts)
    tails = [tail.format_map(problem.facts) for fact, tail in _TAILS[language].items() if problem.facts.get(fact)]
    return said + "." * bool(tails) + "".join(tails)
