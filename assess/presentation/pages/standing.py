"""Where an agency stands and where it could go: beside its peers, over time, and step by step."""

from dataclasses import dataclass

from assess.presentation.pages.parts import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class RankInterval:
    """Between which ranks an agency lies as weights are drawn: as text, "14–20", and drawn."""

    text: str
    chart: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadRow:
    """One dimension of an agency, and where its peers stand; texts, empty for no number."""

    title: str
    own: str
    low: str
    lower: str
    middle: str
    upper: str
    high: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How an agency lies among its peers, dimension by dimension; `says` is the heading of the chart."""

    says: str
    chart: str
    rows: tuple[SpreadRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRow:
    """One period: the score of the agency and the median of its peers."""

    period: str
    own: str
    peers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """An agency over periods; `says` is the heading of the chart, `peers` whether medians are drawn too."""

    says: str
    chart: str
    peers: bool
    rows: tuple[TrendRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """What an agency declares against what is shown, dimension by dimension; the table of dimensions has the numbers.

    `now` is what the full marks stand for.
    """

    says: str
    chart: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standout:
    """A question in which an agency stands out, with its points and the median of its peers."""

    number: str
    text: str
    href: str
    points: str
    peers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standouts:
    """The questions in which an agency stands furthest above its peers, or furthest below; `none` where there are none.

    `note` says against what.
    """

    note: str
    strengths: tuple[Standout, ...]
    gaps: tuple[Standout, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapStep:
    """One step: what is to be done, what it adds ("+0,42"), and the score and the level after it.

    `following` is the answer then; `owner` and `due` are those of a target. `level` is set where a step reaches one.
    """

    number: str
    text: str
    href: str
    following: str
    advice: str
    gain: str
    total: str
    owner: str = ""
    due: str = ""
    level: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap:
    """The next steps, in order; `lead` says where they lead, `notes` how they were found."""

    lead: str
    steps: tuple[RoadmapStep, ...]
    notes: tuple[str, ...]
