"""The nouns, frozen and typed: they are built from checked data (`from_data`) and check nothing themselves."""

from assess.model.dossier import Dossier
from assess.model.questionnaire import Commitment, Dimension, Grouping, Questionnaire, Source, Titled
from assess.model.questions import Condition, Option, Question
from assess.model.register import Agency, Kind, Register
from assess.model.response import Answer, Evidence, Ratio, Response, Submission, Value
from assess.model.review import Review, Survey
from assess.model.rules import Level, Range, RankingRule, Scale, ScoreRule, Scoring, Step
from assess.model.targets import Actual, Baseline, Citation, Light, Measure, Target, TargetValue, Worded
from assess.model.texts import Text
from assess.model.workspace import Notice, Publication, Settings

__all__ = [
    "Actual",
    "Agency",
    "Answer",
    "Baseline",
    "Citation",
    "Commitment",
    "Condition",
    "Dimension",
    "Dossier",
    "Evidence",
    "Grouping",
    "Kind",
    "Level",
    "Light",
    "Measure",
    "Notice",
    "Option",
    "Publication",
    "Question",
    "Questionnaire",
    "Range",
    "RankingRule",
    "Ratio",
    "Register",
    "Response",
    "Review",
    "Scale",
    "ScoreRule",
    "Scoring",
    "Settings",
    "Source",
    "Step",
    "Submission",
    "Survey",
    "Target",
    "TargetValue",
    "Text",
    "Titled",
    "Value",
    "Worded",
]
