"""From an answer to a share of the question's points: one rule, one pure function; one signature for each sort."""

from assess.normalisation.answers import combined, measured, share_of
from assess.normalisation.choices import CHOICES
from assess.normalisation.group import Facts, Learnt, peers_of
from assess.normalisation.measures import MEASURES
from assess.normalisation.relative import RELATIVE

RULES = frozenset((*CHOICES, *MEASURES, *RELATIVE))
"""What a questionnaire may name."""

__all__ = [
    "MEASURES",
    "RELATIVE",
    "RULES",
    "Facts",
    "Learnt",
    "combined",
    "measured",
    "peers_of",
    "share_of",
]
