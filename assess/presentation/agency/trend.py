"""An agency over the periods of a questionnaire: a line beside the median of its peers, and the change in words."""

from typing import Final

from assess.charts import trend
from assess.model import Agency
from assess.presentation import pages
from assess.presentation.changes import change_since, earlier, history
from assess.presentation.edition import Edition
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import Markup, change_text, percent_of, score_text
from assess.ranking import Cohort

MOST: Final = 8
"""How many periods are drawn, the latest: the values of more would touch."""


def trend_of(around: Surroundings, cohort: Cohort, agency: Agency) -> pages.Trend | None:
    """Return the scores of an agency over periods; None with fewer than two that can be compared."""
    edition = around.edition(cohort)
    known = list(history(around, cohort, agency))[-MOST:]
    values = [value for _, value in known]
    if sum(value is not None for value in values) < 2:
        return None
    scale, language, words = edition.questionnaire.scale, edition.language, edition.words
    group = cohort.standings[agency.id].group
    medians = [None if value is None else (other.medians.get(group) or (None,))[0] for other, value in known]
    periods = tuple(other.publication.period for other, _ in known)
    texts = [score_text(each, scale, language) for each in values]
    peer_texts = [score_text(each, scale, language) for each in medians]
    rows = tuple(
        pages.TrendRow(period=period, own=own or words["none"], peers=peers or words["none"])
        for period, own, peers in zip(periods, texts, peer_texts, strict=True)
    )
    chart = trend(
        prefix="trend",
        title=words["agency_trend_title"].format(name=agency.name_in(language)),
        description="; ".join(f"{row.period}: {row.own}" for row in rows),
        periods=periods,
        values=[percent_of(each) for each in values],
        texts=texts,
        peers=[percent_of(each) for each in medians],
        peer_texts=peer_texts,
    )
    return pages.Trend(
        says=_says(edition, [each for each in rows if each.own != words["none"]]),
        chart=Markup(chart),
        peers=any(each is not None for each in medians),
        rows=rows,
    )


def _says(edition: Edition, rows: list[pages.TrendRow]) -> str:
    first, last = rows[0], rows[-1]
    return edition.words["agency_trend_says"].format(
        first=first.period, before=first.own, last=last.period, after=last.own
    )


def change_in_words(around: Surroundings, cohort: Cohort, agency: Agency) -> str:
    """Return how the score changed since the period before, as a sentence; empty where that cannot be told."""
    other = earlier(around, cohort)
    change = None if other is None else change_since(around, cohort, other, agency)
    if other is None or change is None:
        return ""
    shown = change_text(change, cohort.questionnaire.scale, around.language)
    if not change:
        way = "same"
    elif not shown.strip("0.,+"):  # less than what is shown
        way = "hardly"
    else:
        way = "more" if change > 0 else "less"
    mapped = other.publication.version != cohort.publication.version
    told = around.words[f"summary_{way}"].format(period=other.publication.period, change=shown.lstrip("+−"))
    return told + around.words["summary_comparable"] * mapped + "."
