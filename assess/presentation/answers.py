"""The questions of an agency's page: what was answered, what it earned, what it rests on, and the next step."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from assess.model import Answer, Evidence, Option, Question, Ratio, Text, Value
from assess.model.arithmetic import ZERO, rounded
from assess.presentation import pages
from assess.presentation.edition import Branch, Edition, dimension_anchor, question_anchor
from assess.presentation.wording import Markup, Words, date_text, decimal_text, escaped, plain_number, said, score_text
from assess.scoring import Score


def sections(
    edition: Edition, scores: Mapping[str, Score], answers: Mapping[str, Answer], *, comments: bool
) -> Iterator[pages.AnswerSection]:
    """Yield a section for each dimension that holds questions, in order. `scores` are by id, of nodes and questions.

    Questions that are not meant for this kind of agency are left out.
    """
    for branch in edition.branches:
        if branch.dimension.questions:
            rows = Markup("".join(_rows(edition, branch, scores, answers, comments)))
            if rows:
                yield _section(edition, branch, scores[branch.dimension.id], rows)


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


def _rows(
    edition: Edition, branch: Branch, scores: Mapping[str, Score], answers: Mapping[str, Answer], comments: bool
) -> Iterator[str]:
    """Yield the markup of each question with its answer, piece by piece.

    This is done by the hundred for each page: what agencies have in common was drawn before, and only their own words
    are escaped and put between.
    """
    pieces = edition.pieces
    for question in branch.dimension.questions:
        score = scores[question.id]
        if score.state == "not_asked":
            continue
        answer = answers.get(question.id)
        value = None if answer is None else answer.value
        opening, closing = _opening_and_closing(edition, question, score, value)
        yield opening
        if value is not None and not _is_offered(question, value):
            yield filled(pieces["points"], _points(question, score, edition))
            piece = pieces["text" if question.type == "text" else "answer"]
            yield filled(piece, answer_lines(question, value, edition.language, edition.words)[0])
        if answer is not None:
            if answer.reason:
                yield filled(pieces["reason"], answer.reason)
            if answer.comment and comments:
                yield filled(pieces["comment"], answer.comment)
            if answer.evidence:
                before, after = pieces["evidence"]
                yield before
                for each in answer.evidence:
                    yield _evidence(each, edition)
                yield after
        yield closing


def filled(piece: tuple[str, ...], *values: str) -> str:
    """Return a cut piece with values in its slots, escaped."""
    return piece[0] + "".join([escaped(value) + part for value, part in zip(values, piece[1:], strict=True)])


def _is_offered(question: Question, value: Value) -> bool:
    """Return whether an answer is one of few: options, yes or no."""
    return bool(question.options) or isinstance(value, bool)


def _opening_and_closing(edition: Edition, question: Question, score: Score, value: Value | None) -> tuple[str, str]:
    """Return how the row of a question begins and ends; drawn once for each answer on offer."""
    offered = value is None or _is_offered(question, value)
    key = (question.id, score.state, value) if offered else (question.id, _mark(score))
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
        state="" if score.state == "answered" else words[f"state_{score.state}"],
        points=_points(question, score, edition) if told else "",
        answer=answer_lines(question, value, language, words),
    )


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


def _evidence(evidence: Evidence, edition: Edition) -> str:
    facts = [evidence.number] if evidence.number else []
    if evidence.issued:
        facts.append(edition.words["evidence_issued"].format(date=date_text(evidence.issued, edition.language)))
    if evidence.expires:
        facts.append(edition.words["evidence_expires"].format(date=date_text(evidence.expires, edition.language)))
    known = " · ".join(facts)
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
