"""The figures at the head of the first page: who has a result, what can be checked, and how many rose."""

from collections.abc import Iterator, Sequence

from assess.presentation import pages
from assess.presentation.changes import earlier
from assess.presentation.movement import Move, moves_since
from assess.presentation.moving import risen
from assess.presentation.ranking.groups import is_expected
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import count_text, plain_text, said
from assess.ranking import Cohort


def headline(around: Surroundings, latest: Sequence[Cohort]) -> Iterator[pages.Figure]:
    """Yield the three figures; `latest` are the newest results of each questionnaire."""
    if not latest:
        return
    yield _agencies(around, latest)
    yield _answers(around)
    yield _risen(around, latest) or _questions(around, latest)


def _agencies(around: Surroundings, latest: Sequence[Cohort]) -> pages.Figure:
    found = {agency for cohort in latest for agency in cohort.records}
    known = around.register.agencies
    expected = found | {key for key, each in known.items() if any(is_expected(cohort, each) for cohort in latest)}
    return _figure(around, "agencies", len(found), of=count_text(len(expected), around.language))


def _answers(around: Surroundings) -> pages.Figure:
    """Return how many answers are published, of all periods: those with a value, be it a choice or a number."""
    count = sum(
        each == "answered" or each.__class__ is tuple
        for cohort in around.cohorts
        for record in cohort.records.values()
        for each in record.answers
    )
    results = sum(len(cohort.records) for cohort in around.cohorts)
    return _figure(around, "answers", count, of=count_text(results, around.language))


def _risen(around: Surroundings, latest: Sequence[Cohort]) -> pages.Figure | None:
    """Return how many rose, by the first questionnaire whose periods can be compared."""
    for cohort in latest:
        other = earlier(around, cohort)
        moves: Sequence[Move] = moves_since(around, cohort, other) if other is not None else ()
        edition = around.edition(cohort)
        if other is not None and moves and len(moves) >= edition.questionnaire.ranking.min_group:
            return _figure(
                around,
                "risen",
                risen(edition, moves),
                of=count_text(len(moves), around.language),
                period=other.publication.period,
                questionnaire=plain_text(said(edition.questionnaire.title, around.language)),
            )
    return None


def _questions(around: Surroundings, latest: Sequence[Cohort]) -> pages.Figure:
    count = sum(len(around.edition(cohort).questionnaire.questions) for cohort in latest)
    return _figure(around, "questions", count, of=count_text(len(latest), around.language))


def _figure(around: Surroundings, word: str, count: int, **told: str) -> pages.Figure:
    return pages.Figure(
        name=around.words[f"head_{word}"].format(count=count),
        value=count_text(count, around.language),
        note=around.words[f"head_{word}_of"].format_map(told),
    )
