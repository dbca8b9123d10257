"""Where an agency stands and where it could go: beside its peers, over time, and step by step."""

from typing import NamedTuple

from assess.presentation.pages.parts import Level


class RankInterval(NamedTuple):
    """Between which ranks an agency lies as weights are drawn: as text, "14–20", and drawn."""

    text: str
    chart: str


class SpreadRow(NamedTuple):
    """One dimension of an agency, and where its peers stand; texts, empty for no number."""

    title: str
    own: str
    low: str
    lower: str
    middle: str
    upper: str
    high: str


class Spread(NamedTuple):
    """How an agency lies among its peers, dimension by dimension; `says` is the heading of the chart."""

    says: str
    chart: str
    rows: tuple[SpreadRow, ...]


class TrendRow(NamedTuple):
    """One period: the score of the agency and the median of its peers."""

    period: str
    own: str
    peers: str


class Trend(NamedTuple):
    """An agency over periods; `says` is the heading of the chart, `peers` whether medians are drawn too."""

    says: str
    chart: str
    peers: bool
    rows: tuple[TrendRow, ...]


class Contrast(NamedTuple):
    """What an agency declares against what is shown, dimension by dimension; the table of dimensions has the numbers.

    `now` is what the full marks stand for.
    """

    says: str
    chart: str
    now: str


class Standout(NamedTuple):
    """A question in which an agency stands out, with its points and the median of its peers."""

    number: str
    text: str
    href: str
    points: str
    peers: str = ""


class Standouts(NamedTuple):
    """The questions in which an agency stands furthest above its peers, or furthest below; `none` where there are none.

    `note` says against what.
    """

    note: str
    strengths: tuple[Standout, ...]
    gaps: tuple[Standout, ...]


class RoadmapStep(NamedTuple):
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


class Roadmap(NamedTuple):
    """The next steps, in order; `lead` says where they lead, `notes` how they were found."""

    lead: str
    steps: tuple[RoadmapStep, ...]
    notes: tuple[str, ...]
