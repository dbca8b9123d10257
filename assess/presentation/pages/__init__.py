"""What each page shows: frozen records of ready text, links and drawn charts.

Nothing here is worked out. Every `str` is finished text in the page's language, with numbers and dates already
written the way that language writes them; templates escape it. A field may hold `markupsafe.Markup` instead where
a part of the text needs markup, for example `<span lang="vi">…</span>` around a name that has no translation.
Empty text and empty tuples mean "leave this part out". An `href` is relative to the page that shows it. Fields
named `chart` or `bar` hold SVG markup from `assess.charts`. Numbers (`percent`) run from 0 to 100 and serve only
for drawing and sorting; what a reader sees is the text beside them.
"""

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
from assess.presentation.pages.heatmap import HeatCell, HeatColumn, HeatGroup, HeatmapPage, HeatRow
from assess.presentation.pages.home import FinderEntry, HomeCard, HomePage, Leader, Leaders
from assess.presentation.pages.overview import Glance, Mover, MoverList, Movers, NamedRow, Overview
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
    Choice,
    Choices,
    MediansChart,
    RankingGroup,
    RankingPage,
    RankingRow,
    TileMap,
    WithdrawnAgency,
)
from assess.presentation.pages.standing import (
    Contrast,
    RankInterval,
    Roadmap,
    RoadmapStep,
    Spread,
    SpreadRow,
    Standout,
    Standouts,
    Trend,
    TrendRow,
)
from assess.presentation.pages.targets import (
    BoardRow,
    Light,
    LightCount,
    TargetBoard,
    TargetFact,
    TargetRow,
    TargetSection,
    TargetsPage,
)

__all__ = [
    "AgencyPage",
    "AnswerPiece",
    "AnswerSection",
    "AskedQuestion",
    "AskedSection",
    "Awaiting",
    "BoardRow",
    "ChildRow",
    "Choice",
    "Choices",
    "CommitmentRow",
    "Contrast",
    "Correction",
    "DimensionLevels",
    "DimensionRow",
    "Distribution",
    "Figure",
    "FinderEntry",
    "FormerResult",
    "Glance",
    "GlossaryPage",
    "GlossaryRow",
    "GroupingTable",
    "HeatCell",
    "HeatColumn",
    "HeatGroup",
    "HeatRow",
    "HeatmapPage",
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
    "Mover",
    "MoverList",
    "Movers",
    "NamedRow",
    "NextStep",
    "OptionRow",
    "OtherResult",
    "Overview",
    "PeriodLink",
    "ProblemGroup",
    "ProblemPage",
    "ProblemRow",
    "ProblemsPage",
    "QuestionOpening",
    "QuestionnairePage",
    "RankInterval",
    "RankingGroup",
    "RankingPage",
    "RankingRow",
    "Roadmap",
    "RoadmapStep",
    "Spread",
    "SpreadRow",
    "Standout",
    "Standouts",
    "TargetBoard",
    "TargetFact",
    "TargetRow",
    "TargetSection",
    "TargetsPage",
    "TileMap",
    "TreeRow",
    "Trend",
    "TrendRow",
    "Withdrawal",
    "WithdrawnAgency",
]
