"""What results are about, as rows: the published agencies, and the parts, questions, options, levels of a version."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from assess.model import Dimension, Option, Question, Questionnaire, Text
from assess.model.arithmetic import written
from assess.presentation.data.cells import flag_cell, number_cell, text_cell
from assess.presentation.surroundings import Surroundings
from assess.ranking import Cohort

Row = tuple[str, ...]

Editions = Mapping[str, Questionnaire]
"""A version of a questionnaire by language, the site's languages in order."""


def agency_rows(around: Surroundings, cohorts: Iterable[Cohort]) -> Iterator[Row]:
    """Yield a row of the table `agencies` for each agency with a published result, in the order of the register."""
    published = {agency for cohort in cohorts for agency in cohort.records}
    languages = around.settings.languages
    for agency in around.register.agencies.values():
        if agency.id in published:
            kind = around.register.kinds[agency.kind]
            yield (
                agency.id,
                *(text_cell(agency.name_in(each)) for each in languages),
                agency.kind,
                *(text_cell(kind.name_in(each)) for each in languages),
                agency.parent or "",
                text_cell(agency.code),
                ";".join(agency.groups),
                flag_cell(agency.ranked),
                agency.valid_from or "",
                agency.valid_to or "",
                agency.successor or "",
            )


def dimension_list_rows(editions: Editions) -> Iterator[Row]:
    """Yield a row of the table `dimension-list` for each dimension of a version, wholes before their parts."""
    first = next(iter(editions.values()))
    titles = {
        language: {dimension.id: dimension.title for dimension, _ in each.by_depth()}
        for language, each in editions.items()
    }
    parents = dict(_parents(first.whole.dimensions, ""))
    for dimension, _ in first.by_depth():
        yield (
            dimension.id,
            text_cell(dimension.number),
            *(text_cell(titles[language][dimension.id].text) for language in editions),
            parents[dimension.id],
            written(dimension.weight),
            number_cell(dimension.points),
            flag_cell(dimension.scored),
        )


def question_rows(editions: Editions) -> Iterator[Row]:
    """Yield a row of the table `questions` for each question of a version, in order."""
    first = next(iter(editions.values()))
    holders = {question.id: dimension.id for dimension, _ in first.by_depth() for question in dimension.questions}
    for question in first.questions.values():
        worded = _worded(editions, question)
        yield (
            question.id,
            text_cell(question.number),
            *(text_cell(each.text.text) for each in worded),
            holders[question.id],
            question.type,
            *(_text(each.unit) for each in worded),
            written(question.weight),
            written(question.maximum) if question.scored else "",
            flag_cell(question.scored),
        )


def option_rows(editions: Editions) -> Iterator[Row]:
    """Yield a row of the table `options` for each option of each question of a version."""
    for question in next(iter(editions.values())).questions.values():
        worded = _worded(editions, question)
        for option in question.options.values():
            texts = (text_cell(_option(each, option).text.text) for each in worded)
            yield question.id, option.id, *texts, written(option.points)


def level_rows(editions: Editions) -> Iterator[Row]:
    """Yield a row of the table `levels` for each level of a version, lowest first."""
    for levels in zip(*(each.levels for each in editions.values()), strict=True):
        yield levels[0].id, *(text_cell(each.title.text) for each in levels), number_cell(levels[0].start)


def _parents(dimensions: Sequence[Dimension], parent: str) -> Iterator[tuple[str, str]]:
    for each in dimensions:
        yield each.id, parent
        yield from _parents(each.dimensions, each.id)


def _worded(editions: Editions, question: Question) -> Sequence[Question]:
    return [each.questions[question.id] for each in editions.values()]


def _option(question: Question, option: Option) -> Option:
    return question.options[option.id]


def _text(text: Text | None) -> str:
    return text_cell(text.text) if text else ""
