"""What an assessment comes to as plain data: the tree of its scores, each with the steps that led to it."""

from typing import Any

from assess.model import Dimension, Question
from assess.presentation.conditions import Speaker
from assess.presentation.data import results
from assess.presentation.data.results import Account, Result
from assess.presentation.steps import node_steps, question_steps
from assess.scoring import Assessment, Score


def result_of(assessment: Assessment, speaker: Speaker) -> dict[str, Any]:
    """Return an assessment as `scores.schema.json` has it, with the steps to each score."""
    return results.result_of(assessment, speaker, _steps)


def _steps(account: Account, part: Dimension | Question, score: Score) -> Result:
    told = node_steps(account, part, score) if isinstance(part, Dimension) else question_steps(account, part, score)
    return {"steps": list(told)}
