"""Scoring rules, groups and ranges in words: what a questionnaire's page says of how answers become scores."""

from assess.presentation.rules.nodes import (
    adjustment_text,
    channels_text,
    node_rules,
    questionnaire_adjustments,
    ranking_rule,
    rounding_text,
    scoring_rule,
    tier_roundings,
)
from assess.presentation.rules.questions import option_points, prepare_rule, range_text, score_rule
from assess.presentation.rules.shares import over_text, rule_text

__all__ = [
    "adjustment_text",
    "channels_text",
    "node_rules",
    "option_points",
    "over_text",
    "prepare_rule",
    "questionnaire_adjustments",
    "range_text",
    "ranking_rule",
    "rounding_text",
    "rule_text",
    "score_rule",
    "scoring_rule",
    "tier_roundings",
]
