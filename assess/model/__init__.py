"""The nouns, frozen and typed: they are built from checked data (`from_data`) and check nothing themselves."""

from assess.model.conditions import Condition
from assess.model.dimensions import Dimension
from assess.model.dossier import Dossier
from assess.model.levels import Level, RankingRule, Scale
from assess.model.nodes import Adjustment, Rounding, Scoring
from assess.model.questionnaire import Commitment, Grouping, Questionnaire, Source, Titled
from assess.model.questions import Option, Question
from assess.model.register import Agency, AgencyGroup, Kind, Register
from assess.model.response import Answer, Evidence, Ratio, Response, Submission, Value
from assess.model.review import Review, Survey
from assess.model.robustness import Interval, Plan
from assess.model.rules import Over, Preparation, Range, ScoreRule, Span, Step
from assess.model.targets import Actual, Baseline, Citation, Light, Measure, Target, TargetValue, Worded
from assess.model.texts import Text
from assess.model.versions import Change, VersionMap
from assess.model.workspace import Notice, Publication, Settings

__all__ = [
    "Actual",
    "Adjustment",
    "Agency",
    "AgencyGroup",
    "Answer",
    "Baseline",
    "Change",
    "Citation",
    "Commitment",
    "Condition",
    "Dimension",
    "Dossier",
    "Evidence",
    "Grouping",
    "Interval",
    "Kind",
    "Level",
    "Light",
    "Measure",
    "Notice",
    "Option",
    "Over",
    "Plan",
    "Preparation",
    "Publication",
    "Question",
    "Questionnaire",
    "Range",
    "RankingRule",
    "Ratio",
    "Register",
    "Response",
    "Review",
    "Rounding",
    "Scale",
    "ScoreRule",
    "Scoring",
    "Settings",
    "Source",
    "Span",
    "Step",
    "Submission",
    "Survey",
    "Target",
    "TargetValue",
    "Text",
    "Titled",
    "Value",
    "VersionMap",
    "Worded",
]
