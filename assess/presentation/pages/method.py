"""The page of a questionnaire's method: rules, weights, formulas and thresholds in words, and sums worked through."""

from dataclasses import dataclass

from assess.presentation.pages.parts import LevelBand, Link, PeriodLink


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedAnswer:
    """A question of a kind, worked through: its own rule, an invented answer, the sums, and what these come to."""

    question: Link
    rule: str
    answer: str
    result: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRule:
    """One way in which answers earn points, how many questions go by it, and one of them worked through."""

    anchor: str
    title: str
    text: str
    count: str
    example: WorkedAnswer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightRow:
    """A part in the tree: its weight beside its siblings, and its share of the whole for each kind of agency."""

    number: str
    title: str
    href: str
    depth: int
    weight: str
    weight_name: str
    questions: str
    shares: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWeights:
    """All that stands in one of the questionnaire's own dimensions, down to its questions, with its weights."""

    title: str
    weight_name: str
    rows: tuple[WeightRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The weights of the whole tree; `kinds` head the columns of dimensions' shares, `question_kinds` of questions'."""

    chart: str
    caption: str
    kinds: tuple[str, ...]
    question_kinds: tuple[str, ...]
    rows: tuple[WeightRow, ...]
    questions: tuple[QuestionWeights, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """How parts become one score: in words, and as a formula."""

    title: str
    text: str
    sign: str
    used: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeRules:
    """What a dimension says of its score beyond what holds for the whole."""

    title: str
    href: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedPart:
    """A part of a node that is worked through: what it comes to, its weight, and its share of the node's weight."""

    title: str
    worth: str
    weight: str
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedNode:
    """A node worked through: its parts, the formula with the numbers put in, and every step after it."""

    title: str
    caption: str
    lines: tuple[str, ...]
    parts: tuple[WorkedPart, ...] = ()
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPage:
    """How a score comes about, from the answers to the rank."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    version: str
    questionnaire: Link
    versions: tuple[PeriodLink, ...]
    numbers: tuple[PeriodLink, ...]
    sources: Link
    answers: tuple[AnswerRule, ...]
    missing: tuple[str, ...]
    weights: Weights
    formulas: tuple[Formula, ...]
    nodes: tuple[NodeRules, ...]
    after: tuple[str, ...]
    worked: tuple[WorkedNode, ...]
    bands: tuple[LevelBand, ...]
    levels: tuple[str, ...]
    example_level: str
    unmet: tuple[str, ...]
    ranking: tuple[str, ...]
    sure: tuple[str, ...]
    arithmetic: tuple[str, ...]
