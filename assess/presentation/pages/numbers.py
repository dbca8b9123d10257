"""What is to be known about the numbers of a group: what they rest on, how sure they are, what they do not say."""

from dataclasses import dataclass

from assess.presentation.pages.parts import Figure, Link, PeriodLink


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupBasis:
    """What the numbers of a group that is ranked together rest on; texts of statistics are a dash for a small group."""

    title: str
    expected: str
    received: str
    ranked: str
    least: str
    median: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number of things of a sort, with their share of all in words."""

    name: str
    count: str
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RankRow:
    """An agency's rank and the ranks between which it lies, as the chart draws them."""

    agency: Link
    rank: str
    interval: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOrder:
    """How sure the order of a group is; `chart` draws each agency's rank between the ranks it may have, as `rows`."""

    anchor: str
    title: str
    summary: str
    ranked: str
    width: str
    wide: str
    pairs: str
    gap: str
    chart: str = ""
    caption: str = ""
    rows: tuple[RankRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPeriod:
    """Another period of the questionnaire, and whether it may be compared with."""

    period: Link
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """A correction or a withdrawal of this period: whose, when and why."""

    kind: str
    agency: Link
    date: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """Something that may not be concluded, and why, with a number of this very group where there is one."""

    claim: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersPage:
    """All that a reader has to know before quoting the numbers of one questionnaire and period."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    period: str
    periods: tuple[PeriodLink, ...]
    views: tuple[PeriodLink, ...]
    method: Link
    figures: tuple[Figure, ...]
    origin: tuple[str, ...]
    conclusions: tuple[Conclusion, ...]
    groups: tuple[GroupBasis, ...]
    coverage: tuple[Counted, ...]
    coverage_chart: str
    states: tuple[Counted, ...]
    orders: tuple[GroupOrder, ...]
    plan: tuple[str, ...]
    unranked: tuple[Counted, ...]
    ties: str
    others: tuple[OtherPeriod, ...]
    notices: tuple[NoticeRow, ...]
