"""The page of targets: how far each is reached, and the lights."""

from dataclasses import dataclass

from assess.presentation.pages.overview import Glance
from assess.presentation.pages.parts import Link


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

    `scores` are those of the three methods; `bar` draws the one that counts, of the nation. `goal` reads like
    "80 (2026)", `trend` like "+4 so với 2025". `details` are sources, who validated the figure, and notes.
    """

    title: str
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

    `head` names the first column; `course` draws the way over the periods. `lights` count all agencies,
    of which `more` says that not all are in the table. `empty` is said in place of a table.
    """

    anchor: str
    title: str
    scope: str
    caption: str
    head: str
    counts: int
    facts: tuple[TargetFact, ...]
    rows: tuple[TargetRow, ...]
    course: Glance | None = None
    lights: tuple[LightCount, ...] = ()
    more: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """A target at a glance: what was reached, in the period `when`, and what is to be in the period `due`.

    A target of the nation has a `light`; of agencies `lights` count them, `actual` is their median and `achieved` says
    how many are green. `href` leads to the figures below; `standing` and `unit` are in words.
    """

    title: str
    href: str
    actual: str
    goal: str
    due: str
    achieved: str
    bar: str
    when: str = ""
    unit: str = ""
    standing: str = ""
    owner: str = ""
    light: Light | None = None
    lights: tuple[LightCount, ...] = ()
    trend: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetBoard:
    """All targets of the nation, or all of agencies; `lights` count those of the nation."""

    id: str
    title: str
    lead: str
    rows: tuple[BoardRow, ...]
    lights: tuple[LightCount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetsPage:
    """Every target with how far it is reached, on boards and one by one; `notes` explain methods and lights."""

    title: str
    crumbs: tuple[Link, ...]
    lead: str
    boards: tuple[TargetBoard, ...]
    sections: tuple[TargetSection, ...]
    notes: tuple[str, ...]
