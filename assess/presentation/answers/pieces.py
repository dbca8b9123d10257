"""What is put into a row: an answer as lines of text, a piece of evidence, and cut pieces with their slots filled."""

from collections.abc import Iterator

from assess.model import Evidence, Question, Ratio, Value
from assess.presentation.edition import Edition
from assess.presentation.wording import Markup, Words, date_text, escaped, fixed_text, plain_number, said


def answer_lines(question: Question, value: Value | None, language: str, words: Words) -> tuple[str, ...]:
    """Return an answer as lines of text: the text of options, numbers with their unit, dates as written."""
    if value is None:
        return ()
    if isinstance(value, bool):
        return (words["yes" if value else "no"],)
    if isinstance(value, tuple):
        return tuple(said(question.options[each].text, language) for each in value) or (words["no_option"],)
    if isinstance(value, Ratio):
        share = f"{fixed_text(value.part / value.of * 100, 1, language)}%"
        return (f"{plain_number(value.part, language)} / {plain_number(value.of, language)} ({share})",)
    if isinstance(value, str):
        if question.type == "date":
            return (date_text(value, language),)
        return (said(question.options[value].text, language) if value in question.options else value,)
    unit = "%" if question.type == "percent" else question.unit.text if question.unit else ""
    space = "" if unit == "%" else " "
    return (f"{plain_number(value, language)}{space}{unit}".strip(),)


def evidence_piece(evidence: Evidence, question: Question, edition: Edition) -> str:
    """Return the markup of a piece of evidence: its title, number and dates, and its own answer where it has one."""
    known = evidence.number or ""
    if evidence.issued or evidence.expires:
        known = " · ".join([each for each in (known, *_dates(evidence, edition)) if each])
    if evidence.value is not None:
        own = [*answer_lines(question, evidence.value, edition.language, edition.words), known]
        known = Markup(" · ".join([escaped(each) for each in own if each]))
    if evidence.url:
        return filled(edition.pieces["link"], evidence.url, evidence.title, known)
    return filled(edition.pieces["paper"], evidence.title, known)


def _dates(evidence: Evidence, edition: Edition) -> Iterator[str]:
    """Yield from when a piece of evidence is, and until when it holds."""
    if evidence.issued:
        yield edition.words["evidence_issued"].format(date=date_text(evidence.issued, edition.language))
    if evidence.expires:
        yield edition.words["evidence_expires"].format(date=date_text(evidence.expires, edition.language))


def filled(piece: tuple[str, ...], *values: str) -> str:
    """Return a cut piece with values in its slots, escaped."""
    if len(values) == 1:  # as most are
        before, after = piece
        return f"{before}{escaped(values[0])}{after}"
    return piece[0] + "".join([escaped(value) + part for value, part in zip(values, piece[1:], strict=True)])
