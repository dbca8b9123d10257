"""The questions of an agency's page: what was answered, what it earned, what it rests on, and the next step."""

from collections.abc import Iterator, Mapping

from assess.model import Answer, Evidence, Option, Question, Ratio, Value
from assess.model.arithmetic import rounded
from assess.presentation import pages
from assess.presentation.edition import Branch, Edition, dimension_anchor, question_anchor
from assess.presentation.wording import Words, date_text, decimal_text, plain_number, said, score_text
from assess.scoring import Score, level_of


def sections(
    edition: Edition, scores: Mapping[str, Score], answers: Mapping[str, Answer], *, comments: bool
) -> Iterator[pages.AnswerSection]:
    """Yield a section for each dimension that holds questions, in order. `scores` are by id, of nodes and questions.

    Questions that are not meant for this kind of agency are left out.
    """
    for branch in edition.branches:
        if branch.dimension.questions:
            rows = tuple(_rows(edition, branch, scores, answers, comments))
            if rows:
                yield _section(edition, branch, scores[branch.dimension.id], rows)


def answer_lines(question: Question, value: Value, language: str, words: Words) -> tuple[str, ...]:
    """Return an answer as lines of text: the text of options, numbers with their unit, dates as written."""
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


def _section(
    edition: Edition, branch: Branch, score: Score, rows: tuple[pages.QuestionRow, ...]
) -> pages.AnswerSection:
    dimension = branch.dimension
    level = level_of(edition.questionnaire, score.value)
    return pages.AnswerSection(
        anchor=dimension_anchor(dimension.id),
        number=dimension.number,
        title=branch.title,
        path=branch.path,
        score=score_text(score.value, edition.questionnaire.scale, edition.language),
        level=edition.levels[level.id] if level else None,
        note=edition.words[f"no_score_{score.reason}".replace("-", "_")] if score.reason else "",
        rows=rows,
    )


def _rows(
    edition: Edition, branch: Branch, scores: Mapping[str, Score], answers: Mapping[str, Answer], comments: bool
) -> Iterator[pages.QuestionRow]:
    for question in branch.dimension.questions:
        state = scores[question.id].state
        if state == "not_asked":
            continue
        answer = answers.get(question.id)
        if answer is None or not (answer.evidence or answer.comment or answer.reason):
            key = (question.id, state if answer is None else (state, answer.value))
            row = edition.answers.get(key)
            if row is None:
                row = _row(edition, question, scores[question.id], answer, comments)
                if question.options or answer is None:  # few enough to keep
                    edition.answers[key] = row
            yield row
        else:
            yield _row(edition, question, scores[question.id], answer, comments)


def _row(
    edition: Edition, question: Question, score: Score, answer: Answer | None, comments: bool
) -> pages.QuestionRow:
    language, words = edition.language, edition.words
    value = None if answer is None else answer.value
    return pages.QuestionRow(
        anchor=question_anchor(question.id),
        fixed=edition.fixed[question.id],
        mark=_mark(score),
        state="" if score.state == "answered" else words[f"state_{score.state}"],
        points=_points(question, score, language, words),
        answer=() if value is None else answer_lines(question, value, language, words),
        reason=(answer.reason or "") if answer else "",
        evidence=tuple(_evidence(each, language, words) for each in answer.evidence) if answer else (),
        comment=(answer.comment or "") if answer and comments else "",
        next=_next(question, score, value, language, words),
    )


def _mark(score: Score) -> str:
    if score.state == "unscored":
        return "plain"
    if score.value is None:
        return "gap" if score.state in ("unknown", "missing") else "out"
    if score.value <= 0:
        return "zero"
    return "full" if score.value >= 1 else "part"


def _points(question: Question, score: Score, language: str, words: Words) -> str:
    if not score.counts:
        return ""
    earned = rounded((score.value or 0) * question.maximum, 2)
    return words["points_of"].format(points=plain_number(earned, language), of=plain_number(question.maximum, language))


def _evidence(evidence: Evidence, language: str, words: Words) -> pages.EvidenceRow:
    facts = [evidence.number or ""]
    if evidence.issued:
        facts.append(words["evidence_issued"].format(date=date_text(evidence.issued, language)))
    if evidence.expires:
        facts.append(words["evidence_expires"].format(date=date_text(evidence.expires, language)))
    return pages.EvidenceRow(
        title=evidence.title, href=evidence.url or "", facts=" · ".join(each for each in facts if each)
    )


def _next(question: Question, score: Score, value: Value | None, language: str, words: Words) -> pages.NextStep | None:
    """Return the least option that earns more than the chosen one (than nothing, where none is chosen)."""
    if not score.counts or question.type != "choice":
        return None
    chosen = question.options[value] if isinstance(value, str) else None
    points = chosen.points if chosen else None
    better = [each for each in question.options.values() if points is None or each.points > points]
    better = [each for each in better if each.points > 0]
    if not better:
        return None
    following = min(better, key=lambda each: each.points)
    gain = following.points - (points or 0)
    word = words["gain_point" if gain == 1 else "gain_points"].format(points=plain_number(rounded(gain, 2), language))
    return pages.NextStep(text=said(following.text, language), gain=word, advice=_advice(question, chosen, language))


def _advice(question: Question, chosen: Option | None, language: str) -> str:
    """Return what the next step takes, as written at the option that was chosen, or at the first one."""
    option = chosen or next(iter(question.options.values()))
    return said(option.next, language)
