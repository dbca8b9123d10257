"""Where an agency stands among its peers: in each dimension, as a chart and its table; and as a rank interval."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from assess.charts import Band, interval, spread
from assess.model import Agency, Interval, Scale
from assess.model.arithmetic import EXACT
from assess.presentation import pages
from assess.presentation.agency.peers import COHORTS_KEPT, dimension_quartiles
from assess.presentation.edition import Edition
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import Markup, decimal_text, percent_of, score_text, short_text
from assess.ranking import Cohort, Standing
from assess.scoring import Score


def spread_of(
    edition: Edition, cohort: Cohort, agency: Agency, score: Score, rows: Sequence[pages.DimensionRow]
) -> pages.Spread | None:
    """Return where an agency stands in each dimension that counts; None where its peers are too few, or there are none.

    `rows` are those of the table of dimensions. Nor is there one where the whole mixes channels.
    """
    standing = cohort.standings[agency.id]
    known = dimension_quartiles(cohort).get(standing.group, ())
    if len(score.channels) > 1 or not any(known):
        return None
    points = tuple([_points(edition, each) for each in score.parts])
    peers = _peers(cohort, edition.language, edition.words["none"], standing.group, points)
    tops = [branch for branch in edition.branches if branch.depth == 0]
    shown = [row for row in rows if row.depth == 0]
    parts = [each for each in zip(tops, shown, peers, strict=True) if each[0].counts]
    labels = tuple(branch.dimension.title.text for branch, *_ in parts)
    name, told = agency.name_in(edition.language), edition.words["spread_told"]
    chart = spread(
        prefix="spread",
        title=edition.words["spread_title"].format(name=name),
        description="; ".join(
            [
                told.format(label=label, own=row.score, middle=each.texts[2])
                for label, (_, row, each) in zip(labels, parts, strict=True)
            ]
        ),
        labels=labels,
        values=[row.percent for _, row, _ in parts],
        texts=[row.score for _, row, _ in parts],
        bands=tuple([each.band for *_, each in parts]),
        ends=_ends(edition),
    )
    return pages.Spread(
        says=edition.words["spread_says"].format(count=standing.of),
        chart=Markup(chart),
        rows=tuple([_row(branch.title, row.score, *each.texts) for branch, row, each in parts]),
    )


def _row(title: str, own: str, low: str, lower: str, middle: str, upper: str, high: str) -> pages.SpreadRow:
    return pages.SpreadRow(title=title, own=own, low=low, lower=lower, middle=middle, upper=upper, high=high)


class _Peers(NamedTuple):
    """The peers in one dimension: where they are drawn, and five numbers in words."""

    band: Band | None
    texts: tuple[str, ...]


@lru_cache(maxsize=COHORTS_KEPT)
def _peers(
    cohort: Cohort, language: str, none: str, group: str, points: tuple[Decimal | None, ...]
) -> tuple[_Peers, ...]:
    """Return the peers in each dimension: the same for all agencies of a group, wherever parts have the same points."""
    scale, found = cohort.questionnaire.scale, []
    for each, most in zip(dimension_quartiles(cohort)[group], points, strict=True):
        if each is None:
            found.append(_Peers(None, (none,) * 5))
        else:
            texts = tuple(_text(value, most, scale, language) for value in each)
            found.append(_Peers(Band(*[percent_of(value) or 0.0 for value in each]), texts))
    return tuple(found)


def _text(value: Decimal, points: Decimal | None, scale: Scale, language: str) -> str:
    if points is None:
        return score_text(value, scale, language)
    return short_text(EXACT.multiply(value, points), 2, language)


def _points(edition: Edition, part: Score) -> Decimal | None:
    return part.points if edition.questionnaire.scoring.aggregate == "sum" else None


def _ends(edition: Edition) -> tuple[str, str]:
    if edition.questionnaire.scoring.aggregate == "sum":
        return "0%", "100%"
    scale = edition.questionnaire.scale
    return decimal_text(scale.start, edition.language), decimal_text(scale.end, edition.language)


def rank_interval(around: Surroundings, cohort: Cohort, agency: Agency) -> pages.RankInterval | None:
    """Return between which ranks an agency lies, as text and drawn; None for one without a rank, or alone."""
    standing, found = cohort.standings[agency.id], _interval(around, cohort, agency)
    if found is None or standing.rank is None:
        return None
    edition = around.edition(cohort)
    text = interval_text(found)
    chart = interval(
        prefix="ranks",
        title=edition.words["agency_interval_title"].format(name=agency.name_in(edition.language)),
        description=edition.words["agency_interval_told"].format(low=found.low, high=found.high, of=standing.of),
        rank=float(standing.rank),
        low=found.low,
        high=found.high,
        of=standing.of,
    )
    return pages.RankInterval(text=text, chart=Markup(chart))


def interval_in_words(around: Surroundings, cohort: Cohort, agency: Agency, standing: Standing) -> str:
    """Return the rank interval as part of a sentence; empty where it says no more than the rank."""
    found = _interval(around, cohort, agency)
    if found is None or standing.rank is None or found.low == found.high == standing.rank:
        return ""
    return around.words["summary_interval"].format(low=found.low, high=found.high)


def interval_text(found: Interval) -> str:
    """Return a rank interval: "14–20", or one rank where both ends are the same."""
    return str(found.low) if found.low == found.high else f"{found.low}–{found.high}"


def _interval(around: Surroundings, cohort: Cohort, agency: Agency) -> Interval | None:
    return around.intervals(cohort).get(agency.id) if cohort.standings[agency.id].rank is not None else None
