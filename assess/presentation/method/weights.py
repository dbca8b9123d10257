"""The weights of a questionnaire down its tree: a table for each kind of agency, and a chart."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from assess.charts import weights as drawn_weights
from assess.model import Dimension
from assess.model.arithmetic import ZERO
from assess.model.conditions import key_of
from assess.presentation.addresses import way
from assess.presentation.edition import Branch, Edition, dimension_anchor, question_anchor
from assess.presentation.method.sample import kind_asked_most
from assess.presentation.method.shares import WEIGHTED, shares, within
from assess.presentation.pages.method import QuestionWeights, WeightRow, Weights
from assess.presentation.surroundings import Surroundings, kind_name
from assess.presentation.wording import Markup, fixed_text, plain_number, plain_text, said

Columns = Sequence[Mapping[str, Decimal]]
"""The shares of the whole by key, one after another for each kind of agency that is asked."""


def weights(around: Surroundings, edition: Edition, here: str, asked: str) -> Weights:
    """Return the weights; dimensions and questions stand at the address `asked`."""
    questionnaire, words = edition.questionnaire, edition.words
    kinds = [each for each in around.register.kinds if each in questionnaire.applies_to]
    columns = [shares(questionnaire, each) for each in kinds]
    most = kind_asked_most(questionnaire, around.register)
    name = kind_name(around, most, edition.language)
    caption = words["weights_chart"].format(kind=name) if len(kinds) > 1 else words["weights_chart_all"]
    named = [words["share_for"].format(kind=kind_name(around, each, edition.language)) for each in kinds]
    of_dimensions = _without_repeats(columns, [key_of(each.dimension.id) for each in edition.branches])
    of_questions = _without_repeats(columns, list(questionnaire.questions))
    single = (words["share_of_whole"],)
    return Weights(
        chart=_chart(edition, shares(questionnaire, most), caption),
        caption=caption,
        kinds=tuple(named) if len(of_dimensions) > 1 else single,
        question_kinds=tuple(named) if len(of_questions) > 1 else single,
        rows=tuple(_dimensions(edition, of_dimensions, here, asked)),
        questions=tuple(_questions(edition, of_questions, here, asked)),
        notes=tuple(_notes(edition, columns)),
    )


def _without_repeats(columns: Columns, keys: Sequence[str]) -> Columns:
    """Return the columns; only the first where all give these keys the same shares."""
    first = [columns[0].get(each) for each in keys]
    return columns[:1] if all([column.get(each) for each in keys] == first for column in columns) else columns


def _dimensions(edition: Edition, columns: Columns, here: str, asked: str) -> Iterator[WeightRow]:
    for branch in edition.branches:
        dimension = branch.dimension
        yield WeightRow(
            number=dimension.number,
            title=branch.title,
            href=way(here, f"{asked}#{dimension_anchor(dimension.id)}") if dimension.questions else "",
            depth=branch.depth,
            weight=branch.weight,
            weight_name=branch.weight_name,
            questions=str(len(list(dimension.every_question()))),
            shares=tuple(share_text(each.get(key_of(dimension.id)), edition) for each in columns),
        )


def _questions(edition: Edition, columns: Columns, here: str, asked: str) -> Iterator[QuestionWeights]:
    """Yield each of the questionnaire's own dimensions with all that stands in it."""
    dimensions = list(_dimensions(edition, columns, here, asked))
    for top in (each for each in edition.branches if each.depth == 0):
        inside = {each.id for each in top.dimension.every_dimension()}
        rows: list[WeightRow] = []
        for branch, row in zip(edition.branches, dimensions, strict=True):
            if branch.dimension.id in inside:
                rows += [] if branch is top else [replace(row, depth=branch.depth - 1, href="")]
                rows += _of_dimension(edition, branch, columns, here, asked)
        title = f"{top.dimension.number} {plain_text(top.title)}".strip()
        yield QuestionWeights(title=title, weight_name=rows[0].weight_name, rows=tuple(rows))


def _of_dimension(edition: Edition, branch: Branch, columns: Columns, here: str, asked: str) -> Iterator[WeightRow]:
    words, added = edition.words, branch.dimension.scoring.aggregate == "sum"
    for each in branch.dimension.questions:
        weight = plain_number(each.maximum if added else each.weight, edition.language)
        yield WeightRow(
            number=each.number,
            title=said(each.text, edition.language),
            href=way(here, f"{asked}#{question_anchor(each.id)}"),
            depth=branch.depth,
            weight=weight if each.scored else words["state_unscored"],
            weight_name=words["most_points" if added else "weight"],
            questions="",
            shares=tuple(share_text(column.get(each.id), edition) for column in columns),
        )


def _notes(edition: Edition, columns: Columns) -> Iterator[str]:
    """Yield how shares are to be read: if everything applies, and what they mean where a formula is no mean."""
    words, nodes = edition.words, edition.questionnaire.nodes.values()
    yield words["weights_note"]
    if any(each != columns[0] for each in columns):
        yield words["weights_note_kinds"]
    used = {each.scoring.aggregate for each in nodes if len(each.parts) > 1}
    if used & (WEIGHTED - {"mean"}):
        yield words["weights_note_powers"]
    if used - WEIGHTED - {"sum"}:
        yield words["weights_note_none"]


def _chart(edition: Edition, whole: Mapping[str, Decimal], caption: str) -> str:
    tops = [each for each in edition.branches if each.depth == 0 and key_of(each.dimension.id) in whole]
    if not tops:
        return ""
    labels = [f"{each.dimension.number} {plain_text(each.title)}".strip() for each in tops]
    texts = [share_text(whole[key_of(each.dimension.id)], edition) for each in tops]
    return Markup(
        drawn_weights(
            prefix="weights",
            title=caption,
            description="; ".join(f"{label}: {text}" for label, text in zip(labels, texts, strict=True)),
            labels=labels,
            strips=[_strip(each, edition, whole) for each in tops],
            texts=texts,
        )
    )


def _strip(branch: Branch, edition: Edition, whole: Mapping[str, Decimal]) -> list[list[float]]:
    """Return the questions of a dimension as groups, one for each dimension that holds them.

    What lies below a formula that gives no shares is drawn in one piece.
    """
    return list(_groups(branch.dimension, edition, whole)) or [[float(whole[key_of(branch.dimension.id)])]]


def _groups(dimension: Dimension, edition: Edition, whole: Mapping[str, Decimal]) -> Iterator[list[float]]:
    own = whole.get(key_of(dimension.id), ZERO)
    if not own:
        return
    parts = within(edition.questionnaire, dimension)
    if not parts:
        yield [float(own)]
    elif dimension.questions:
        yield [float(whole[each.id]) for each in dimension.questions if whole.get(each.id)]
    for each in dimension.dimensions if parts else ():
        yield from _groups(each, edition, whole)


def share_text(share: Decimal | None, edition: Edition) -> str:
    """Return a share of the whole with one decimal; a dash for none."""
    if share is None:
        return edition.words["none"]
    return f"{fixed_text(share * 100, 1, edition.language)}%"
