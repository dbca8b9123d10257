"""What each page shows: frozen records of ready text, links and drawn charts.

Nothing here is worked out. Every `str` is finished text in the page's language, with numbers and dates already
written the way that language writes them; templates escape it. A field may hold `markupsafe.Markup` instead where
a part of the text needs markup, for example `<span lang="vi">…</span>` around a name that has no translation.
Empty text and empty tuples mean "leave this part out". An `href` is relative to the page that shows it. Fields
named `chart` or `bar` hold SVG markup from `assess.charts`. Numbers (`percent`) run from 0 to 100 and serve only
for drawing and sorting; what a reader sees is the text beside them.
"""

from assess.presentation.pages.agencies import AgenciesPage, AgencyKind, Finder, NamedAgency
from assess.presentation.pages.agency import (
    AgencyPage,
    ChildRow,
    Correction,
    DimensionRow,
    FormerResult,
    GroupingTable,
    OtherResult,
    Withdrawal,
)
from assess.presentation.pages.answers import AnswerPiece, AnswerSection, NextStep, QuestionOpening
from assess.presentation.pages.compare import Choice, ComparePage
from assess.presentation.pages.home import HomeCard, HomePage, Leader, Leaders
from assess.presentation.pages.parts import Distribution, Figure, Level, LevelBand, LevelCount, Link, PeriodLink
from assess.presentation.pages.problems import ProblemGroup, ProblemPage, ProblemRow, ProblemsPage
from assess.presentation.pages.questionnaire import (
    AskedQuestion,
    AskedSection,
    CommitmentRow,
    DimensionLevels,
    GlossaryPage,
    GlossaryRow,
    OptionRow,
    QuestionnairePage,
    TreeRow,
)
from assess.presentation.pages.ranking import (
    Awaiting,
    MediansChart,
    RankingGroup,
    RankingPage,
    RankingRow,
    WithdrawnAgency,
)
from assess.presentation.pages.targets import Light, LightCount, TargetFact, TargetRow, TargetSection, TargetsPage

__all__ = [
    "AgenciesPage",
    "AgencyKind",
    "AgencyPage",
    "AnswerPiece",
    "AnswerSection",
    "AskedQuestion",
    "AskedSection",
    "Awaiting",
    "ChildRow",
    "Choice",
    "CommitmentRow",
    "ComparePage",
    "Correction",
    "DimensionLevels",
    "DimensionRow",
    "Distribution",
    "Figure",
    "Finder",
    "FormerResult",
    "GlossaryPage",
    "GlossaryRow",
    "GroupingTable",
    "HomeCard",
    "HomePage",
    "Leader",
    "Leaders",
    "Level",
    "LevelBand",
    "LevelCount",
    "Light",
    "LightCount",
    "Link",
    "MediansChart",
    "NamedAgency",
    "NextStep",
    "OptionRow",
    "OtherResult",
    "PeriodLink",
    "ProblemGroup",
    "ProblemPage",
    "ProblemRow",
    "ProblemsPage",
    "QuestionOpening",
    "QuestionnairePage",
    "RankingGroup",
    "RankingPage",
    "RankingRow",
    "TargetFact",
    "TargetRow",
    "TargetSection",
    "TargetsPage",
    "TreeRow",
    "Withdrawal",
    "WithdrawnAgency",
]
