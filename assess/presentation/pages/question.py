"""A question's page: what is asked, how agencies answered it, and who leads."""

from dataclasses import dataclass

from assess.presentation.pages.parts import Link, PeriodLink
from assess.presentation.pages.pools import PoolResult, PoolTable
from assess.presentation.pages.questionnaire import AskedQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPage:
    """A question in one questionnaire and period; `kind` is what the page is of.

    `asked` is the question as the questionnaire asks it, `answers` how it was answered, pool by pool.
    """

    title: str
    kind: str
    crumbs: tuple[Link, ...]
    period: str
    questionnaire: Link
    views: tuple[PeriodLink, ...]
    lead: str
    asked: AskedQuestion
    dimension: Link
    periods: tuple[PeriodLink, ...] = ()
    pools: tuple[PoolResult, ...] = ()
    answers: PoolTable | None = None
    previous: Link | None = None
    following: Link | None = None
    notes: tuple[str, ...] = ()
