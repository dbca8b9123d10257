"""The pages of what can be wrong: the index of the rules, and a page for each."""

from dataclasses import dataclass

from assess.presentation.pages.parts import Link


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
