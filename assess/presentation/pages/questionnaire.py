"""A questionnaire's page: what is asked, how it is scored, and where it comes from."""

from dataclasses import dataclass

from assess.presentation.pages.parts import Figure, LevelBand, Link, PeriodLink


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeRow:
    """One dimension in the list of contents; `count` says how many questions it holds."""

    number: str
    title: str
    href: str
    depth: int
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionLevels:
    """What agencies of each level do in one dimension."""

    number: str
    title: str
    levels: tuple[LevelBand, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRow:
    """An answer on offer and its points; `shown_by` says what shows it, `evidence` whether that has to be named."""

    text: str
    points: str
    shown_by: str = ""
    evidence: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """A question as the questionnaire asks it; `facts` name what is known of it: unit, range, source, condition.

    `results` leads to what agencies answered in the latest period, where that has a page.
    """

    anchor: str
    number: str
    text: str
    type: str
    help: str = ""
    options: tuple[OptionRow, ...] = ()
    facts: tuple[Figure, ...] = ()
    commitments: tuple[Link, ...] = ()
    results: Link | None = None


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
    method: Link
    bands: tuple[LevelBand, ...]
    tree: tuple[TreeRow, ...]
    sections: tuple[AskedSection, ...]
    description: str = ""
    asked: tuple[str, ...] = ()
    results: tuple[PeriodLink, ...] = ()
    versions: tuple[PeriodLink, ...] = ()
    levels: tuple[DimensionLevels, ...] = ()
    glossary: Link | None = None
    sources: tuple[Link, ...] = ()
    commitments: tuple[CommitmentRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryRow:
    """A word with its meaning, and the questionnaires that use it."""

    term: str
    meaning: str
    used: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryPage:
    """The words that the published questionnaires explain."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    rows: tuple[GlossaryRow, ...]
