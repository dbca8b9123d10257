"""What a pool comes to in one part, ready to be shown: how it spreads, who leads, and what the best do."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from assess.charts import histogram, meter
from assess.model import Question
from assess.presentation import pages
from assess.presentation.addresses import agency_address, question_address, way
from assess.presentation.edition import Branch, Edition
from assess.presentation.pages.pools import Front, Histogram, PracticeRow
from assess.presentation.parts.around import on_axis
from assess.presentation.parts.pools import pool_title, pools_of, unranked_groups
from assess.presentation.parts.spreads import BINS, Leader, Spread
from assess.presentation.parts.told import Practice, share_of_agencies
from assess.presentation.surroundings import Surroundings, group_name
from assess.presentation.wording import Markup, percent_of, percent_text, said
from assess.ranking import YES, Cohort

TENTHS = tuple(Decimal(n) / BINS for n in range(BINS + 1))


def pool_heads(around: Surroundings, cohort: Cohort) -> tuple[str, ...]:
    """Return the names of all pools of a cohort."""
    return tuple(pool_title(around, cohort, each) for each in pools_of(cohort))


def notes(around: Surroundings, cohort: Cohort) -> Iterator[str]:
    """Yield whom figures are taken over, and which groups are too small for any."""
    edition = around.edition(cohort)
    yield edition.words["ranked_only"].format(count=edition.questionnaire.ranking.min_group)
    left = [each for each in cohort.groups if each.id and each.id in unranked_groups(cohort)]
    if left:
        names = ", ".join(group_name(around, cohort, each.id, edition.language) for each in left)
        yield edition.words["pools_left_out"].format(groups=names)


def drawn_spread(
    edition: Edition, branch: Branch | None, spread: Spread, prefix: str, say: Callable[[Decimal], str]
) -> Histogram:
    """Return how a pool spreads over a dimension, or over the points of a question where there is no branch.

    `say` says a share.
    """
    words = edition.words
    caption = words["histogram" if branch else "histogram_points"]
    bounds = [on_axis(edition, branch, each) for each in TENTHS]
    ranges = [
        words["from_to"].format(low=low, high=high if n == BINS - 1 else f"< {high}")
        for n, (low, high) in enumerate(pairwise(bounds))
    ]
    told = "; ".join(f"{each}: {count}" for each, count in zip(ranges, spread.bins, strict=True) if count)
    median, (low, high) = say(spread.median), map(say, spread.quartiles)
    chart = histogram(
        prefix=prefix,
        title=caption,
        description=words["histogram_told"].format(rows=told, median=median, low=low, high=high),
        counts=spread.bins,
        ends=(bounds[0], bounds[BINS // 2], bounds[BINS]),
        median=percent_of(spread.median) or 0.0,
        median_text=words["parts_median_at"].format(value=median),
        middle=(percent_of(spread.quartiles[0]) or 0.0, percent_of(spread.quartiles[1]) or 0.0),
    )
    rows = tuple(
        pages.Figure(
            name=each,
            value=str(count),
            note=percent_text(share_of_agencies(count, spread.size), edition.language),
        )
        for each, count in zip(ranges, spread.bins, strict=True)
    )
    return Histogram(
        caption=caption, chart=Markup(chart), head=words["bounds" if branch else "points_share"], rows=rows
    )


def fronts(
    around: Surroundings,
    cohort: Cohort,
    here: str,
    leaders: Sequence[Leader],
    anchor: str,
    score: Callable[[Decimal], str],
) -> Iterator[Front]:
    """Yield those who lead, each leading to an anchor on its page; `score` says a share."""
    publication, agencies = cohort.publication, around.register.agencies
    for each in leaders:
        agency = agencies[each.agency]
        address = agency_address(publication.questionnaire, publication.period, agency.id)
        yield Front(
            rank=f"{'=' if each.tied else ''}{each.place}",
            name=agency.name_in(around.language),
            href=way(here, address) + anchor,
            score=score(each.value),
            note=agencies[agency.parent].name_in(around.language) if agency.parent else "",
        )


def more_text(edition: Edition, spread: Spread) -> str:
    """Return how many share the place of the last leader shown; empty for none."""
    if not spread.more:
        return ""
    return edition.words["leaders_more"].format(count=spread.more, rank=spread.leaders[-1].place)


def practice_row(around: Surroundings, cohort: Cohort, here: str, practice: Practice) -> PracticeRow:
    """Return in what those who lead stand above the rest at a question."""
    edition = around.edition(cohort)
    question = edition.questionnaire.questions[practice.question]
    leading, rest = (percent_text(each, edition.language) for each in practice.shares)
    address = question_address(edition.questionnaire.id, cohort.publication.period, question.id)
    return PracticeRow(
        number=question.number,
        title=said(question.text, edition.language),
        href="" if address == here else way(here, address),
        step=step_text(edition, question, practice),
        told=practice_text(edition, question, practice),
        leading=leading,
        leading_bar=Markup(meter(percent_of(practice.shares[0]))),
        rest=rest,
        rest_bar=Markup(meter(percent_of(practice.shares[1]))),
    )


def step_text(edition: Edition, question: Question, practice: Practice) -> str:
    """Return what those who lead have done: an option, or a higher one; or the median of their points."""
    words = edition.words
    if not practice.option:
        return words["step_points"]
    yes = practice.option == YES and not question.options
    text = words["yes"] if yes else question.options[practice.option].text.text
    return words["step_higher" if practice.higher else "step_alone"].format(option=text)


def practice_text(edition: Edition, question: Question, practice: Practice) -> str:
    """Return it as a sentence, with the numbers of agencies."""
    if not practice.option:
        leading, rest = (percent_text(each, edition.language) for each in practice.shares)
        return edition.words["best_do_points"].format(leading=leading, rest=rest)
    return edition.words["best_do_step"].format(
        step=step_text(edition, question, practice),
        count=practice.counts[0],
        of=practice.of[0],
        rest=practice.counts[1],
        rest_of=practice.of[1],
    )
