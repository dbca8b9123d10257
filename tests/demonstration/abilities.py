"""How far each agency is, from 0 to 1, in each period, each dimension and each question."""

from typing import Final, NamedTuple

from assess.model import Agency, Question
from tests.demonstration.chance import bell, chance

PERIODS: Final = ("2024", "2025", "2026")


class Nature(NamedTuple):
    """What an agency is like: how far in the first period, how much further in each that follows.

    `spread` is how much its answers differ among themselves, `gaps` the share of questions that it leaves open at
    first, `lift` how much further than elsewhere it is in one dimension.
    """

    start: float
    growth: float
    spread: float = 0.2
    gaps: float = 0.05
    lift: float = 0.0


LEADER: Final = Nature(start=0.9, growth=0.045, spread=0.05, gaps=0.01)
LAGGARD: Final = Nature(start=0.2, growth=0.03, spread=0.14, gaps=0.72)
NATURES: Final = {
    "bo-mau-la-ban": LEADER,
    "tinh-mau-song-trang": LEADER,
    "tinh-mau-vinh-hai-au": LEADER._replace(start=0.85),
    "xa-mau-ben-cau": LEADER._replace(start=0.8),
    "bo-mau-con-quay": LAGGARD._replace(start=0.3),
    "tinh-mau-cua-gio": LAGGARD,
    "tinh-mau-dong-mua-ngau": LAGGARD._replace(start=0.15),
    "xa-mau-xom-den-dau": LAGGARD._replace(start=0.1),
    "xa-mau-goc-da-gia": LAGGARD,
    "xa-mau-khe-da-tim": LAGGARD._replace(gaps=0.5),
    "tinh-mau-dong-co-lau": Nature(start=0.78, growth=-0.14),
    "xa-mau-ngo-nang": Nature(start=0.16, growth=0.29, spread=0.12),
    "tinh-mau-thac-ngan-ha": Nature(start=0.3, growth=0.03, spread=0.1, lift=0.62),
    "xa-mau-suoi-ca-chep": Nature(start=0.22, growth=0.03, spread=0.1, lift=0.65),
    "bo-mau-chuong-gio": Nature(start=0.72, growth=0.05, spread=0.1, lift=-0.55),
}
"""Those who stand out: leaders, laggards who leave most open, one who falls, one who leaps, some uneven ones."""
USUAL: Final = {"ministry": 0.58, "province": 0.5, "commune": 0.42}
"""How far the others of a kind are on average in the first period."""


def nature_of(agency: Agency) -> Nature:
    """Return what an agency is like."""
    return NATURES.get(agency.id) or Nature(
        start=USUAL[agency.kind] + 0.12 * bell("start", agency.id),
        growth=0.06 + 0.025 * bell("growth", agency.id),
        gaps=0.02 + 0.16 * chance("gaps", agency.id) * chance("more gaps", agency.id),
    )


def gaps_of(agency: Agency, period: str) -> float:
    """Return the share of questions that an agency leaves open; it gets a little better at it."""
    return nature_of(agency).gaps * (1 - 0.08 * PERIODS.index(period))


def level_of(agency: Agency, period: str, question: Question, dimension: str, lifted: str, tries: int) -> float:
    """Return how far an agency is with what a question asks: 0 is nothing, 1 is everything, a little beyond is more.

    Part of it stays over the periods: what is hard, what an agency is good at. Another try gives another answer.
    """
    nature = nature_of(agency)
    middle = nature.start + nature.growth * PERIODS.index(period) + (nature.lift if dimension == lifted else 0)
    noise = (
        0.45 * bell("hard", question.id)
        + 0.4 * bell("good at", agency.id, dimension)
        + 0.75 * bell("answer", agency.id, question.id, tries)
        + 0.2 * bell("answer", agency.id, question.id, period, tries)
    )
    return min(1.1, max(0.0, middle + nature.spread * noise))
