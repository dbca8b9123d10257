"""The questions of an agency's page: what was answered, what it earned, what it rests on, and the next step."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from assess.model import Answer, Evidence, Option, Question, Ratio, Text, Value
from assess.model.arithmetic import ZERO, rounded
from assess.model.conditions import key_of
from assess.presentation import pages
from assess.presentation.conditions import Speaker
from assess.presentation.edition import Branch, Edition, dimension_anchor, question_anchor
from assess.presentation.explanation import question_note
from assess.presentation.wording import (
    Markup,
    Words,
    date_text,
    decimal_text,
    escaped,
    plain_number,
    said,
    score_text,
    short_number,
)
from assess.scoring import Assessment, Score


class Told(NamedTuple):
    """What an agency's rows are made of: scores by key, its own answers, and those that the scores come from."""

    edition: Edition
    speaker: Speaker
    scores: Mapping[str, Score]
    declared: Mapping[str, Answer]
    counted: Mapping[str, Answer]
    comments: bool


def sections(
    edition: Edition, speaker: Speaker, scores: Mapping[str, Score], assessment: Assessment, *, comments: bool
) -> Iterator[pages.AnswerSection]:
    """Yield a section for each dimension that holds questions, in order. `scores` are by key.

    Questions that are not meant for this kind of agency are left out.
    """
    counted = assessment.dossier.answers(assessment.channel)
    told = Told(edition, speaker, scores, assessment.response.answers, counted, comments)
    for branch in edition.branches:
        if branch.dimension.questions:
            rows = Markup("".join(_rows(told, branch)))
            if rows:
                yield _section(edition, branch, scores[key_of(branch.dimension.id)], rows)


def answer_lines(question: Question, value: Value | None, language: str, words: Words) -> tuple[str, ...]:
    """Return an answer as lines of text: the text of options, numbers with their unit, dates as written."""
    if value is None:
        return ()
    if isinstance(value, bool):
        return (words["yes" if value else "no"],)
    if isinstance(value, tuple):
        return tuple(said(question.options[each].text, language) for each in value) or (words["no_option"],)
    if isinstance(value, Ratio):
        share = f"{decimal_text(rounded(value.part / value.of * 100, 1), language)}%"
        return (f"{plain_number(value.part, language)} / {plain_number(value.of, language)} ({share})",)
    if isinstance(value, str):
        if question.type == "date":
            return (date_text(value, language),)
        return (said(question.options[value].text, language) if value in question.options else value,)
    unit = "%" if question.type == "percent" else said(question.unit, language)
    space = "" if unit == "%" else " "
    return (f"{plain_number(value, language)}{space}{unit}".strip(),)


def _section(edition: Edition, branch: Branch, score: Score, rows: Markup) -> pages.AnswerSection:
    dimension = branch.dimension
    return pages.AnswerSection(
        anchor=dimension_anchor(dimension.id),
        number=dimension.number,
        title=branch.title,
        path=branch.path,
        score=score_text(score.value, edition.questionnaire.scale, edition.language),
        level=edition.level_at(score.value),
        note=edition.why("no_score", score.reason),
        rows=rows,
    )


def _rows(told: Told, branch: Branch) -> Iterator[str]:
    """Yield the markup of each question with its answer, piece by piece.

    This is done by the hundred for each page: what agencies have in common was drawn before, and only their own words
    are escaped and put between.
    """
    edition, pieces = told.edition, told.edition.pieces
    for question in branch.dimension.questions:
        score = told.scores[question.id]
        if score.state == "not_asked":
            continue
        answer, counted = told.declared.get(question.id), told.counted.get(question.id)
        value = None if counted is None else counted.value
        opening, closing = _opening_and_closing(edition, question, score, value)
        yield opening
        if value is not None and not _is_offered(question, value):
            yield filled(pieces["points"], _points(question, score, edition))
            piece = pieces["text" if question.type == "text" else "answer"]
            yield filled(piece, answer_lines(question, value, edition.language, edition.words)[0])
        if score.trail or counted is not answer:
            for note in _notes(told, question, score):
                yield filled(pieces["note"], note)
        if answer is not None:
            yield from _own_words(told, question, answer)
        yield closing


def _own_words(told: Told, question: Question, answer: Answer) -> Iterator[str]:
    """Yield the markup of what the agency says beside its answer: a reason, a comment, its evidence."""
    pieces = told.edition.pieces
    if answer.reason:
        yield filled(pieces["reason"], answer.reason)
    if answer.comment and told.comments:
        yield filled(pieces["comment"], answer.comment)
    if answer.evidence:
        before, after = pieces["evidence"]
        yield before
        for each in answer.evidence:
            yield _evidence(each, question, told.edition)
        yield after


def _notes(told: Told, question: Question, score: Score) -> Iterator[str]:
    """Yield what there is to say of a score beside its answer: its group, and what was declared where that differs."""
    note = question_note(told.speaker, question, score)
    if note:
        yield note
    language, words = told.edition.language, told.edition.words
    declared, counted = (
        answer_lines(question, each.value, language, words) if each else ()
        for each in (told.declared.get(question.id), told.counted.get(question.id))
    )
    if declared and declared != counted:
        answer = "; ".join([escaped(each) for each in declared])
        yield Markup(escaped(words["declared_answer"]).format(answer=answer))


def filled(piece: tuple[str, ...], *values: str) -> str:
    """Return a cut piece with values in its slots, escaped."""
    return piece[0] + "".join([escaped(value) + part for value, part in zip(values, piece[1:], strict=True)])


def _is_offered(question: Question, value: Value) -> bool:
    """Return whether an answer is one of few: options, yes or no."""
    return bool(question.options) or isinstance(value, bool)


def _opening_and_closing(edition: Edition, question: Question, score: Score, value: Value | None) -> tuple[str, str]:
    """Return how the row of a question begins and ends; drawn once for each answer on offer."""
    offered = value is None or _is_offered(question, value)
    if _is_imputed(score):  # its points are this agency's own, so there is nothing to keep
        row = _opening(edition, question, score, value, told=True)
        return edition.draw("_question.html", row), edition.pieces["end"][0]
    told = (value, score.value) if offered else (_mark(score),)
    key = (question.id, score.state, score.reason, *told)
    drawn = edition.openings.get(key)
    if drawn is None:
        opening = _opening(edition, question, score, value if offered else None, told=offered)
        following = _next(question, score, value, edition)
        closing = edition.draw("_next.html", following) if following else ""
        drawn = edition.openings[key] = (edition.draw("_question.html", opening), closing + edition.pieces["end"][0])
    return drawn


def _opening(
    edition: Edition, question: Question, score: Score, value: Value | None, *, told: bool
) -> pages.QuestionOpening:
    """Return a question as it begins; where it is `told`, with its answer on offer, or with why there is none."""
    language, words = edition.language, edition.words
    return pages.QuestionOpening(
        anchor=question_anchor(question.id),
        mark=_mark(score),
        number=question.number,
        text=said(question.text, language),
        help=said(question.help, language),
        state=_state(score, edition),
        points=_points(question, score, edition) if told else "",
        answer=answer_lines(question, value, language, words),
    )


def _is_imputed(score: Score) -> bool:
    return score.value is not None and score.state in ("missing", "unknown")


def _state(score: Score, edition: Edition) -> str:
    """Return why an answer has no points, or where they come from if not from an answer; empty for others."""
    if score.state == "answered":
        return edition.why("no_score", score.reason)
    state = edition.words[f"state_{score.state}"]
    for trace in score.trail:
        if trace.step == "impute" and trace.value is not None:
            value = short_number(trace.value, edition.language)
            return edition.words["state_imputed"].format(state=state, value=value)
    return state


def _mark(score: Score) -> str:
    if score.state == "unscored":
        return "plain"
    if score.value is None:
        return "gap" if score.state in ("unknown", "missing") else "out"
    if score.value <= 0:
        return "zero"
    return "full" if score.value >= 1 else "part"


def _points(question: Question, score: Score, edition: Edition) -> str:
    if not score.counts:
        return ""
    earned = plain_number(rounded((score.value or 0) * question.maximum, 2), edition.language)
    return edition.words["points_of"].format(points=earned, of=plain_number(question.maximum, edition.language))


def _evidence(evidence: Evidence, question: Question, edition: Edition) -> str:
    facts = [*answer_lines(question, evidence.value, edition.language, edition.words)]
    facts += [evidence.number] if evidence.number else []
    if evidence.issued:
        facts.append(edition.words["evidence_issued"].format(date=date_text(evidence.issued, edition.language)))
    if evidence.expires:
        facts.append(edition.words["evidence_expires"].format(date=date_text(evidence.expires, edition.language)))
    known = Markup(" · ".join([escaped(each) for each in facts]))
    if evidence.url:
        return filled(edition.pieces["link"], evidence.url, evidence.title, known)
    return filled(edition.pieces["paper"], evidence.title, known)


def _next(question: Question, score: Score, value: Value | None, edition: Edition) -> pages.NextStep | None:
    """Return the least step up from an answer: the next option, one more option, or yes; None where there is none."""
    if not score.counts or (score.value is not None and score.value >= 1):
        return None
    earned = (score.value or ZERO) * question.maximum
    if question.type == "yes_no":
        return _step(edition, edition.words["yes"], question.maximum - earned, "")
    chosen = question.options.get(value) if isinstance(value, str) else None
    taken = value if isinstance(value, tuple) else ()
    better = [each for each in question.options.values() if each.id not in taken]
    better = [each for each in better if each.points > (ZERO if taken or chosen is None else chosen.points)]
    if not better:
        return None
    following = min(better, key=lambda each: each.points)
    several = question.type == "choices"
    gain = min(following.points, question.maximum - earned) if several else following.points - earned
    advice = following.next if several else _advice(question, chosen)
    return _step(edition, said(following.text, edition.language), gain, said(advice, edition.language))


def _step(edition: Edition, text: str, gain: Decimal, advice: str) -> pages.NextStep:
    points = plain_number(rounded(gain, 2), edition.language)
    word = edition.words["gain_point" if gain == 1 else "gain_points"]
    return pages.NextStep(text=text, gain=word.format(points=points), advice=advice)


def _advice(question: Question, chosen: Option | None) -> Text | None:
    """Return what the next step takes, as written at the option that was chosen, or at the first one."""
    return (chosen or next(iter(question.options.values()))).next
