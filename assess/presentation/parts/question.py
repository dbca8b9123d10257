"""The page of a question in one cohort: what is asked, how each pool answered, who leads, and what the best do."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from assess.charts import meter
from assess.model import Dimension, Question
from assess.model.arithmetic import EXACT
from assess.model.conditions import WHOLE
from assess.presentation import pages
from assess.presentation.addresses import question_address, questionnaire_address, way
from assess.presentation.amounts import points_text
from assess.presentation.conditions import Speaker
from assess.presentation.edition import Edition, question_anchor
from assess.presentation.pages.pools import PoolCell, PoolResult, PoolRow, PoolTable
from assess.presentation.pages.question import QuestionPage
from assess.presentation.parts.around import crumbs, dimension_link, periods_with, questionnaire_link, titled
from assess.presentation.parts.pools import Pool, pool_title, pools_of, told_apart
from assess.presentation.parts.results import drawn_spread, fronts, notes, pool_heads, practice_row
from assess.presentation.parts.spreads import Spread, leading_quarter, spread_of
from assess.presentation.parts.told import OUT, Told, leading_options, practice_of, share_of_agencies, told_by
from assess.presentation.questionnaire.questions import asked_question
from assess.presentation.rules import option_points
from assess.presentation.surroundings import Surroundings
from assess.presentation.views import views_of
from assess.presentation.wording import Markup, percent_of, percent_text, said
from assess.ranking import NO, YES, Cohort


def question_page(around: Surroundings, cohort: Cohort, dimension: Dimension, question: Question) -> QuestionPage:
    """Return the page of one question, which stands in a dimension."""
    edition, publication = around.edition(cohort), cohort.publication
    words, language = edition.words, edition.language
    at = partial(question_address, question=question.id)
    here = at(publication.questionnaire, publication.period)
    list_address = question_address(publication.questionnaire, publication.period)
    before, after = _beside(edition, question)
    shown = pools_of(cohort) if question.scored and question.id not in told_apart(cohort) else ()
    return QuestionPage(
        title=titled(question, language),
        kind=words["question_head"],
        crumbs=crumbs(
            around,
            cohort,
            here,
            pages.Link(text=words["questions"], href=way(here, list_address)),
            pages.Link(text=question.number or words["question_head"], href=""),
        ),
        period=publication.period,
        questionnaire=questionnaire_link(around, cohort, here),
        views=views_of(around, cohort, here),
        periods=periods_with(around, cohort, here, at, lambda other: question.id in other.questionnaire.questions),
        lead=said(question.help, language) or words["question_lead"].format(period=publication.period),
        asked=_asked(around, edition, here, dimension, question),
        dimension=dimension_link(around, cohort, here, dimension),
        pools=tuple(_result(around, cohort, here, question, each) for each in shown),
        answers=_answers(around, cohort, question, shown),
        previous=_link(edition, cohort, here, before),
        following=_link(edition, cohort, here, after),
        notes=tuple(_notes(around, cohort, question)),
    )


def _asked(
    around: Surroundings, edition: Edition, here: str, dimension: Dimension, question: Question
) -> pages.AskedQuestion:
    """Return the question as it is asked; its commitments lead to the questionnaire's page."""
    speaker = Speaker(edition.questionnaire, edition.language, edition.words, around.register)
    asked = asked_question(around, edition, dimension, question, speaker)
    version = way(here, questionnaire_address(edition.questionnaire.id, edition.questionnaire.version))
    links = tuple(each._replace(href=version + each.href) for each in asked.commitments)
    return replace(asked, commitments=links)


def _notes(around: Surroundings, cohort: Cohort, question: Question) -> Iterator[str]:
    edition = around.edition(cohort)
    if not question.scored:
        yield edition.words["unscored_note"]
    elif question.id in told_apart(cohort):
        yield edition.words["apart_note"]
    else:
        yield from notes(around, cohort)


def _result(around: Surroundings, cohort: Cohort, here: str, question: Question, pool: Pool) -> PoolResult:
    edition, name = around.edition(cohort), question.id
    words = edition.words
    result = PoolResult(id=f"k-{pool.id}", title=pool_title(around, cohort, pool))
    spread, told = spread_of(cohort, pool.id, name), told_by(cohort, pool.id, name)
    if spread is None or told is None:
        asked = any(each.kind in edition.questionnaire.asked_of[name] for each in pool.records)
        least = edition.questionnaire.ranking.min_group
        return replace(result, small=words["pool_small" if asked else "pool_not_asked"].format(count=least))
    practice = practice_of(cohort, pool.id, WHOLE, name)
    first = leading_quarter(cohort, pool.id, WHOLE) or ()
    lead = words["best_do_question"].format(first=len(first), rest=len(pool.records) - len(first))
    leaders = spread.best if spread.best[0].value > 0 else ()
    alike = spread.alike - len(leaders)
    measured = not question.options and question.type != "yes_no"
    say = partial(_percent, edition)
    return replace(
        result,
        figures=tuple(_figures(edition, question, spread, told)),
        histogram=drawn_spread(edition, None, spread, f"spread-{pool.id}", say) if measured else None,
        leaders_title=words["leaders"],
        leaders=tuple(
            fronts(around, cohort, here, leaders, f"#{question_anchor(name)}", partial(_points, edition, question))
        ),
        more=words["leaders_alike"].format(count=alike) if leaders and alike else "",
        practice_lead=lead if practice else "",
        practices=(practice_row(around, cohort, here, practice),) if practice else (),
    )


def _figures(edition: Edition, question: Question, spread: Spread, told: Told) -> Iterator[pages.Figure]:
    words = edition.words
    yield pages.Figure(name=words["median_points"], value=_points(edition, question, spread.median))
    of = words["points_of"]
    yield pages.Figure(name=words["parts_full"], value=of.format(points=spread.full, of=told.asked))
    yield pages.Figure(name=words["parts_answered"], value=of.format(points=told.answered, of=told.asked))


def _percent(edition: Edition, share: Decimal) -> str:
    return percent_text(share, edition.language)


def _points(edition: Edition, question: Question, share: Decimal) -> str:
    earned = EXACT.multiply(share, question.maximum)
    return points_text(earned, question.maximum, edition.words, edition.language)


def _answers(around: Surroundings, cohort: Cohort, question: Question, pools: tuple[Pool, ...]) -> PoolTable | None:
    """Return how each pool answered: options with their shares, then why there is no answer."""
    edition = around.edition(cohort)
    words = edition.words
    told = [told_by(cohort, each.id, question.id) for each in pools]
    if not any(told):
        return None
    rows = [*_options(edition, cohort, question, pools, told), *_states(edition, told)]
    offered = bool(question.options) or question.type == "yes_no"
    hints = [words["tick_note"], words["quarter_note"]] if offered else []
    hints += [words["several_note"]] * (question.type == "choices")
    return PoolTable(
        anchor="answers",
        title=words["how_answered"],
        caption=words["answers_caption"].format(period=cohort.publication.period),
        row_head=words["answer_head"],
        heads=tuple(title for title, each in zip(pool_heads(around, cohort), told, strict=True) if each),
        rows=tuple(rows),
        fact_head=words["points"] if question.options else "",
        hint=" ".join(hints),
    )


def _options(
    edition: Edition, cohort: Cohort, question: Question, pools: tuple[Pool, ...], told: list[Told | None]
) -> Iterator[PoolRow]:
    language, words = edition.language, edition.words
    offered = {
        each.id: (said(each.text, language), _fact(edition, each.id, question)) for each in question.options.values()
    }
    if question.type == "yes_no":
        offered = {YES: (words["yes"], ""), NO: (words["no"], "")}
    if any(each and each.options.get("") for each in told):
        offered[""] = (words["no_option"], "")
    if not offered:
        cells = [_cell(edition, each, each.answered, None) for each in told if each]
        yield PoolRow(number="", title=words["answer_given"], href="", cells=tuple(cells))
    for name, (text, fact) in offered.items():
        cells = [
            _cell(edition, each, each.options.get(name, 0), leading_options(cohort, pool.id, question.id).get(name))
            for pool, each in zip(pools, told, strict=True)
            if each
        ]
        yield PoolRow(number="", title=text, href="", cells=tuple(cells), fact=fact)


def _fact(edition: Edition, option: str, question: Question) -> str:
    speaker = Speaker(edition.questionnaire, edition.language, edition.words)
    return option_points(question, question.options[option], speaker)


def _cell(edition: Edition, told: Told, count: int, leading: Decimal | None) -> PoolCell:
    share = share_of_agencies(count, told.asked)
    bar = Markup(meter(percent_of(share), percent_of(leading)))
    return PoolCell(text=percent_text(share, edition.language), bar=bar, note=_count(edition, count))


def _count(edition: Edition, count: int) -> str:
    return edition.words["agencies_count"].format(count=count) if count else ""


def _states(edition: Edition, told: list[Told | None]) -> Iterator[PoolRow]:
    """Yield a row for each reason that some agencies have no answer; those who need none only as a number."""
    known = [each for each in told if each]
    states = {state for each in known for state in each.states if state}
    for state in sorted(states, key=lambda each: (each in OUT, each)):
        cells = []
        for each in known:
            count = each.states.get(state, 0)
            alone = PoolCell(text="", note=_count(edition, count))
            cells.append(alone if state in OUT else _cell(edition, each, count, None))
        yield PoolRow(number="", title=edition.words[f"state_{state}"], href="", cells=tuple(cells), depth=1)


def _beside(edition: Edition, question: Question) -> tuple[Question | None, Question | None]:
    """Return the questions before and after one, in the questionnaire's order."""
    every = list(edition.questionnaire.questions.values())
    place = [each.id for each in every].index(question.id)
    return (every[place - 1] if place else None, every[place + 1] if place + 1 < len(every) else None)


def _link(edition: Edition, cohort: Cohort, here: str, question: Question | None) -> pages.Link | None:
    if question is None:
        return None
    address = question_address(cohort.publication.questionnaire, cohort.publication.period, question.id)
    return pages.Link(text=titled(question, edition.language), href=way(here, address))
