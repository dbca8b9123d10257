"""What each page shows: frozen records of ready text, links and drawn charts.

Nothing here is worked out. Every `str` is finished text in the page's language, with numbers and dates already
written the way that language writes them; templates escape it. A field may hold `markupsafe.Markup` instead where
a part of the text needs markup, for example `<span lang="vi">…</span>` around a name that has no translation.
Empty text and empty tuples mean "leave this part out". An `href` is relative to the page that shows it. Fields
named `chart` or `bar` hold SVG markup from `assess.charts`. Numbers (`percent`) run from 0 to 100 and serve only
for drawing and sorting; what a reader sees is the text beside them.
"""

from __future__ import annotations

from dataclasses import dataclass

# --- parts that several pages share


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere; with an empty `href` they are shown as plain text."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodLink:
    """One period among several; `current` marks the page that is open."""

    text: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A maturity level as a mark: its number and title, and its `step` from 1 to 5 in the colour scale.

    The number is its `id`; empty where that is a word. `mark` is its markup, drawn once: a page holds a dozen.
    """

    step: int
    id: str
    title: str
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelBand:
    """One band of the scale of levels: where it begins and ends, in words, and whether it is the one reached.

    `requires` says what it takes to reach it in stages.
    """

    level: Level
    bounds: str
    description: str = ""
    requires: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelCount:
    """How many agencies stand at a level (`level` is None for those without one), and their share in words."""

    level: Level | None
    count: str
    share: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """How a group spreads over the levels: a chart and the same numbers as rows."""

    chart: str
    rows: tuple[LevelCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number worth reading with its name, such as "Trung vị" and "58,3"; `note` says what it is of."""

    name: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A result that was published and taken back: when and why."""

    date: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A published result that was put right: when and why."""

    date: str
    reason: str


# --- home


@dataclass(frozen=True, slots=True, kw_only=True)
class FinderEntry:
    """An agency to be found by name; `folded` is the name in lower case without marks (đ as d)."""

    name: str
    folded: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """An agency near the head of its group."""

    rank: str
    name: str
    href: str
    score: str
    note: str = ""
    level: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaders:
    """The first few agencies of one kind; `more` says how many others share the place of the last of them."""

    title: str
    href: str
    rows: tuple[Leader, ...]
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeCard:
    """One questionnaire in its latest published period, at a glance; `id` is unique on the page.

    `label` is the title without markup. `origin` says what the scores go by where that is not what agencies declare.
    """

    id: str
    title: str
    label: str
    period: str
    href: str
    questionnaire: Link
    figures: tuple[Figure, ...]
    origin: str = ""
    description: str = ""
    distribution: Distribution | None = None
    leaders: tuple[Leaders, ...] = ()
    periods: tuple[PeriodLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The way in: what this is, a finder, and a card for each questionnaire."""

    title: str
    lead: str
    cards: tuple[HomeCard, ...]
    finder: tuple[FinderEntry, ...] = ()
    links: tuple[Link, ...] = ()


# --- ranking


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingRow:
    """One agency in a ranking; without a rank, `rank` is empty and `reason` says why.

    `rank` reads like "3" or "=3"; `percent` and `coverage_percent` (0–100, None where there is no number) sort
    the columns; `note` tells homonyms apart by their parent; `folded` is the name for the finder. `declared` and `gap`
    are as on an agency's page, each with a number to sort by.
    """

    rank: str
    name: str
    folded: str
    href: str
    score: str
    percent: float | None
    bar: str
    level: Level | None
    coverage: str
    coverage_percent: float | None
    note: str = ""
    reason: str = ""
    declared: str = ""
    declared_percent: float | None = None
    gap: str = ""
    gap_percent: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingGroup:
    """The agencies of one kind, compared with each other; `id` is unique on the page.

    `awaiting` are those that have submitted, and whose review or survey is not there yet.
    """

    id: str
    title: str
    caption: str
    rows: tuple[RankingRow, ...]
    figures: tuple[Figure, ...] = ()
    distribution: Distribution | None = None
    medians: MediansChart | None = None
    awaiting: tuple[str, ...] = ()
    not_received: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MediansChart:
    """The group's median in each dimension: a chart and the same numbers as rows."""

    chart: str
    rows: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnAgency:
    """An agency whose result was taken back."""

    name: str
    href: str
    date: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingPage:
    """Every agency of one questionnaire and period, kind by kind; `notes` explain ties and missing ranks.

    `lead` says what the scores go by where that is not what agencies declare; `awaiting` and `awaiting_note` then head
    the lists of those that have no score in it yet.
    """

    title: str
    crumbs: tuple[Link, ...]
    period: str
    questionnaire: Link
    groups: tuple[RankingGroup, ...]
    lead: str = ""
    periods: tuple[PeriodLink, ...] = ()
    withdrawn: tuple[WithdrawnAgency, ...] = ()
    awaiting: str = ""
    awaiting_note: str = ""
    notes: tuple[str, ...] = ()


# --- targets


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """A traffic light in words; `colour` is green, yellow, red, or empty where there is none."""

    colour: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetFact:
    """Something to know of a target, with its name: links or plain words, one after the other."""

    name: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
    """How far a target is reached, by the nation in one period (`title`) or by one agency (with `href`).

    `scores` are those of the three methods; `bar` draws the one that counts. `goal` reads like "80 (2026)", `trend`
    like "+4 so với 2025". `details` are sources, who validated the figure, and notes.
    """

    title: str
    folded: str
    href: str
    actual: str
    goal: str
    scores: tuple[str, ...]
    bar: str
    percent: float | None
    light: Light
    trend: str
    reason: str = ""
    note: str = ""
    details: tuple[TargetFact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LightCount:
    """How many agencies show a light."""

    light: Light
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetSection:
    """One target; `anchor` is unique on the page, `counts` is the method that counts, from 1.

    `head` names the first column. `lights` count the agencies of the table. `empty` is said in place of a table.
    """

    anchor: str
    title: str
    scope: str
    caption: str
    head: str
    counts: int
    facts: tuple[TargetFact, ...]
    rows: tuple[TargetRow, ...]
    lights: tuple[LightCount, ...] = ()
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetsPage:
    """Every target with how far it is reached; `notes` explain methods and lights."""

    title: str
    crumbs: tuple[Link, ...]
    lead: str
    sections: tuple[TargetSection, ...]
    notes: tuple[str, ...]


# --- agency


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionRow:
    """One dimension of an agency's result; `depth` counts from 0, `weight` is relative to its siblings.

    `weight_name` says what `weight` is: a weight, or the most points.

    `declared` is the score of the agency's own answers where the page shows other ones, `gap` how far the score lies
    from it, with its sign.
    """

    number: str
    title: str
    href: str
    depth: int
    score: str
    percent: float | None
    bar: str
    level: Level | None
    coverage: str
    weight: str
    weight_name: str
    peers: str = ""
    declared: str = ""
    gap: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupingTable:
    """The same answers read another way, for example by three pillars; `label` is the title without markup."""

    title: str
    label: str
    rows: tuple[DimensionRow, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """The next option up: its text, what it would add ("+1 điểm") and advice."""

    text: str
    gain: str
    advice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionOpening:
    """What every agency that gives the same answer shows of a question; drawn once by `_question.html`, then kept.

    `anchor` is the element's id. `mark` is one of full, part, zero (points earned), gap (unknown or missing), out (not
    applicable, closed, not asked) and plain (not scored); it picks colour and sign. `state` puts the mark in words
    where there is no answer. `points` reads like "1 / 2"; `answer` holds lines of text.
    """

    anchor: str
    mark: str
    number: str
    text: str
    help: str = ""
    state: str = ""
    points: str = ""
    answer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPiece:
    """A piece of an answer, drawn by `_answer.html` with `slot` where an agency's own words will stand.

    `piece` is one of points, answer, text, note, reason, comment, evidence, paper, link and end; and, where an answer
    is not (only) what the agency declares, quote, channel, mark, declared, finding and findings. `said` is the language
    of these words where it is not the page's.
    """

    piece: str
    said: str
    slot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSection:
    """The questions of one leaf dimension; `path` names its tier and the dimensions above it, from the top.

    `rows` is markup: a list item for each question with this agency's answer.
    """

    anchor: str
    number: str
    title: str
    score: str
    level: Level | None
    rows: str
    path: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildRow:
    """An agency that belongs to this one."""

    name: str
    href: str
    score: str
    level: Level | None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherResult:
    """The same agency in another period or questionnaire; `change` reads like "+4,2 so với 2025"."""

    title: str
    href: str
    score: str
    level: Level | None = None
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerResult:
    """A published result of an agency that was merged into this one; never put together with others.

    `note` says where its version is not the page's.
    """

    name: str
    period: str
    href: str
    score: str
    rank: str
    level: Level | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyPage:
    """One agency's result for one questionnaire and period.

    `title` is the agency's name. `said_in` is the language of the agency's own words when it is not the page's.
    With `withdrawal` set, only the notice is shown. `origin` says what the score goes by where that is not what the
    agency declares; `declared` and `gap` are then the score of its own answers and how far from it the score lies, and
    `finding` tells of the review or the survey, its value in the language `said_in`. `radar` is empty below three
    dimensions. `explain` ends the page: how the score came about, one paragraph each.
    """

    title: str
    kind: str
    crumbs: tuple[Link, ...]
    period: str
    questionnaire: Link
    ranking: Link
    parent: Link | None = None
    successor: Link | None = None
    version: str = ""
    submission: str = ""
    said_in: str = ""
    withdrawal: Withdrawal | None = None
    summary: str = ""
    score: str = ""
    scale: str = ""
    origin: str = ""
    declared: str = ""
    gap: str = ""
    finding: Figure | None = None
    level: Level | None = None
    level_description: str = ""
    bands: tuple[LevelBand, ...] = ()
    staged: str = ""
    rank: str = ""
    rank_note: str = ""
    coverage: str = ""
    coverage_note: str = ""
    no_score: str = ""
    radar: str = ""
    peers: str = ""
    dimensions: tuple[DimensionRow, ...] = ()
    groupings: tuple[GroupingTable, ...] = ()
    sections: tuple[AnswerSection, ...] = ()
    sections_note: str = ""
    gap_note: str = ""
    children: tuple[ChildRow, ...] = ()
    periods: tuple[OtherResult, ...] = ()
    former: tuple[FormerResult, ...] = ()
    questionnaires: tuple[OtherResult, ...] = ()
    corrections: tuple[Correction, ...] = ()
    explain: tuple[str, ...] = ()


# --- questionnaire


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeRow:
    """One dimension in the questionnaire's tree; `share` is its share of the whole in words.

    `weight_name` says what `weight` is.
    """

    number: str
    title: str
    href: str
    depth: int
    weight: str
    weight_name: str
    share: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRow:
    """An answer on offer and its points; `evidence` says in words what it must rest on."""

    text: str
    points: str
    evidence: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """A question as the questionnaire asks it; `facts` name what is known of it: unit, range, source, condition."""

    anchor: str
    number: str
    text: str
    type: str
    help: str = ""
    options: tuple[OptionRow, ...] = ()
    facts: tuple[Figure, ...] = ()
    commitments: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSection:
    """The questions of one leaf dimension; `rule` says how their points become its score."""

    anchor: str
    number: str
    title: str
    questions: tuple[AskedQuestion, ...]
    description: str = ""
    path: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow:
    """Something a source commits to, and where it is asked about."""

    anchor: str
    id: str
    text: str
    source: str
    asked: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnairePage:
    """A whole instrument in words: who is asked, what, how it is scored, and where it comes from."""

    title: str
    crumbs: tuple[Link, ...]
    version: str
    figures: tuple[Figure, ...]
    rules: tuple[str, ...]
    bands: tuple[LevelBand, ...]
    tree: tuple[TreeRow, ...]
    sections: tuple[AskedSection, ...]
    description: str = ""
    asked: tuple[str, ...] = ()
    results: tuple[PeriodLink, ...] = ()
    versions: tuple[PeriodLink, ...] = ()
    sources: tuple[Link, ...] = ()
    commitments: tuple[CommitmentRow, ...] = ()


# --- problems


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """One rule code and its message, in the index of all rules."""

    code: str
    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemGroup:
    """The rules of one stage, such as reading YAML or checking answers."""

    title: str
    rows: tuple[ProblemRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemsPage:
    """The index of everything that can be wrong."""

    title: str
    crumbs: tuple[Link, ...]
    lead: str
    groups: tuple[ProblemGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemPage:
    """One rule: its message as it is shown, what it means, and an example wrong and right (YAML text)."""

    title: str
    crumbs: tuple[Link, ...]
    code: str
    message: str
    meaning: str
    wrong: str = ""
    right: str = ""
    previous: Link | None = None
    following: Link | None = None
