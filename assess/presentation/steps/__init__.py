"""The steps from an answer to its score, and from parts to theirs, as plain data: each number as decimal text."""

from assess.presentation.steps.nodes import node_steps
from assess.presentation.steps.questions import question_steps
from assess.presentation.steps.shares import mixed_shares, shares_of
from assess.presentation.steps.tracing import Account

__all__ = ["Account", "mixed_shares", "node_steps", "question_steps", "shares_of"]
