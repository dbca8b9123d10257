"""The steps from an answer to its score, and from parts to theirs, as plain data: each number as decimal text."""

from assess.presentation.steps.nodes import node_steps
from assess.presentation.steps.questions import question_steps

__all__ = ["node_steps", "question_steps"]
