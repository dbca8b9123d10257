"""What the numbers of a group rest on: who is in it, how much was answered, and what stands for what was not."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from assess.charts import distribution
from assess.model.arithmetic import EXACT, ONE, compared, median
from assess.presentation.edition import Edition
from assess.presentation.pages.numbers import Counted, GroupBasis
from assess.presentation.ranking.groups import Ranked
from assess.presentation.wording import Markup, count_text, percent_text
from assess.ranking import Cohort, Record

BOUNDS: Final = (Decimal("0.5"), Decimal("0.8"), Decimal("0.95"), ONE)
"""Coverage is counted below the first, from each to the next, and at the last."""

STATES: Final = ("answered", "unknown", "missing", "unreviewed", "not_applicable", "closed", "not_asked")
"""The states of answers, as they are counted; what is recorded only is not."""


def group_bases(edition: Edition, cohort: Cohort, groups: Sequence[Ranked]) -> Iterator[GroupBasis]:
    """Yield how many of each group are there and are ranked, and their coverage where the group is large enough."""
    least = cohort.questionnaire.ranking.min_group
    for group in groups:
        covered = sorted(compared(each.coverage) for each in group.records if each.coverage is not None)
        told = len(covered) >= max(1, least)
        waiting = sum(map(len, group.awaiting.values()))
        yield GroupBasis(
            title=group.title or edition.words["without_group"],
            expected=str(len(group.records) + waiting + len(group.absent)),
            received=str(len(group.records)),
            ranked=str(ranked_count(cohort, group)),
            least=percent_text(covered[0], edition.language) if told else edition.words["none"],
            median=percent_text(median(covered), edition.language) if told else edition.words["none"],
        )


def ranked_count(cohort: Cohort, group: Ranked) -> int:
    """Return how many of a group have a rank."""
    return sum(cohort.standings[each.agency].rank is not None for each in group.records)


def coverage_spread(edition: Edition, records: Sequence[Record]) -> tuple[str, tuple[Counted, ...]]:
    """Return how coverage spreads over the agencies: a chart, and the same as rows."""
    words, language = edition.words, edition.language
    covered = [compared(each.coverage) for each in records if each.coverage is not None]
    if not covered:
        return "", ()
    places = Counter(sum(each >= bound for bound in BOUNDS) for each in covered)
    ends = [percent_text(each, language) for each in BOUNDS]
    labels = (
        words["coverage_below"].format(end=ends[0]),
        *(words["coverage_between"].format(start=one, end=other) for one, other in pairwise(ends)),
        ends[-1],
    )
    counts = [places[place] for place in range(len(labels))]
    rows = tuple(
        Counted(name=label, count=str(count), share=share_of(count, len(covered), language))
        for label, count in zip(labels, counts, strict=True)
    )
    chart = distribution(
        prefix="coverage",
        title=words["coverage_spread"],
        description="; ".join(f"{row.name}: {row.count}" for row in rows),
        labels=labels,
        steps=(0,) * len(labels),
        counts=counts,
        texts=[row.count for row in rows],
    )
    return Markup(chart), rows


def states(cohort: Cohort) -> Counter[str]:
    """Return how many questions, over all agencies, stand in each state; those that are only recorded are left out."""
    scored = [each.scored for each in cohort.questionnaire.questions.values()]
    found: Counter[str] = Counter()
    for record in cohort.records.values():
        for counts, given in zip(scored, record.answers, strict=True):
            if counts:
                found[given if isinstance(given, str) else "answered"] += 1
    return found


def state_rows(edition: Edition, found: Counter[str]) -> Iterator[Counted]:
    """Yield the states that occur, with their share of all questions put to the agencies."""
    asked = asked_count(found)
    for state in STATES:
        if found[state]:
            inside = state not in ("not_asked", "closed")
            name = edition.words["state_answered" if state == "answered" else f"state_{state}"]
            share = share_of(found[state], asked, edition.language) if inside and asked else edition.words["none"]
            yield Counted(name=name, count=count_text(found[state], edition.language), share=share)


def asked_count(found: Counter[str]) -> int:
    """Return how many questions were put to the agencies: all but those that were closed or not meant for them."""
    return sum(count for state, count in found.items() if state in STATES and state not in ("not_asked", "closed"))


def share_of(count: int, total: int, language: str) -> str:
    """Return a count's share of a total as a percentage; a total of none gives none."""
    return percent_text(EXACT.divide(Decimal(count), Decimal(total or 1)), language)
