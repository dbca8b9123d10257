"""The page that holds agencies against each other: what may be chosen; the rest is drawn by its script."""

from dataclasses import dataclass

from assess.presentation.pages.parts import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparableGroup:
    """A questionnaire and period: `id` names both, `text` says them, `data` is the way to its file.

    `ranking` leads to its ranking.
    """

    id: str
    text: str
    data: str
    ranking: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """The page that compares. `texts` are the words of its script, as JSON; `example` is a command to type instead."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    choices: tuple[ComparableGroup, ...]
    names: str
    root: str
    texts: str
    example: str
