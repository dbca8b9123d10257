"""The answers on an agency's page: their sections, and the pieces that are drawn once and then kept."""

from typing import NamedTuple

from assess.presentation.pages.parts import Level, Link


class NextStep(NamedTuple):
    """The next option up: its text, what it would add ("+1 điểm") and advice."""

    text: str
    gain: str
    advice: str = ""


class QuestionOpening(NamedTuple):
    """What every agency that gives the same answer shows of a question; drawn once by `_question.html`, then kept.

    `anchor` is the element's id. `mark` is one of full, part, zero (points earned), gap (unknown or missing), out (not
    applicable, closed, not asked) and plain (not scored); it picks colour and sign. `state` puts the mark in words
    where there is no answer. `rule` says how a number, or several options, earn points. `points` reads like
    "1 / 2"; `answer` holds lines of text. `results` leads to what all
    agencies answered.
    """

    anchor: str
    mark: str
    number: str
    text: str
    results: str = ""
    rule: str = ""
    commitments: tuple[Link, ...] = ()
    state: str = ""
    points: str = ""
    answer: tuple[str, ...] = ()


class AnswerPiece(NamedTuple):
    """A piece of an answer, drawn by `_answer.html` with `slot` where an agency's own words will stand.

    `piece` is one of points, answer, text, note, reason, comment, evidence, paper, link and end; and, where an answer
    is not (only) what the agency declares, quote, channel, mark, declared, finding and findings. `said` is the language
    of these words where it is not the page's.
    """

    piece: str
    said: str
    slot: str


class AnswerSection(NamedTuple):
    """The questions of one leaf dimension; `path` names its tier and the dimensions above it, from the top.

    `rows` is markup: a list item for each question with this agency's answer. `results` leads to what all agencies came
    to in it.
    """

    anchor: str
    number: str
    title: str
    score: str
    level: Level | None
    rows: str
    results: str = ""
    path: str = ""
    note: str = ""
