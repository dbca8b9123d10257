"""What is the same on every page about one questionnaire in one language; made once, then only looked up."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from assess.model import Dimension, Level, Question, Questionnaire
from assess.model.arithmetic import ZERO
from assess.presentation import pages
from assess.presentation.wording import Markup, Words, decimal_text, plain_number, said
from assess.scoring import Assessment, level_of

STEPS = 5
PIECES = (
    *("points", "answer", "text", "note", "reason", "comment", "evidence", "paper", "link", "end"),
    *("quote", "channel", "mark", "declared", "finding", "findings"),
)
SLOT = "\x00"
"""Where words of an agency go; no file can hold this character."""

Draw: TypeAlias = Callable[[str, object], str]
"""Renders a template, given by name, with a record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A dimension in its place: `depth` from 0, `path` its tier and the titles above it, `weight` as text.

    Where the node above `adds` points up, `weight` is the most points that it can earn, `most`. It `counts` unless it,
    or a dimension above it, is only recorded. `kinds` are those of agencies that are asked anything in it.
    """

    dimension: Dimension
    depth: int
    title: str
    path: str
    weight: str
    weight_name: str
    adds: bool
    most: Decimal
    counts: bool
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A questionnaire in one language, with everything about it that pages repeat.

    `mixed` is whether any question or node mixes channels. `most` is the most points of each question, as text;
    `left_out` are the questions that do not count as earning
    nothing where they have no score. `draw` renders a template with a record of `pages`;
    `openings` keeps how rows of answers begin and end, `pieces` the cut pieces that words of agencies go into. Anchors
    begin with "d-" and "q-", so that no id of a questionnaire can collide with an id of the page.
    """

    language: str
    words: Words
    questionnaire: Questionnaire
    mixed: bool
    most: Mapping[str, str]
    left_out: frozenset[str]
    branches: tuple[Branch, ...]
    levels: Mapping[str, pages.Level]
    bands: tuple[pages.LevelBand, ...]
    draw: Draw
    openings: dict[tuple[object, ...], tuple[str, str]]
    pieces: Mapping[str, tuple[str, ...]]

    def level_at(self, value: Decimal | None) -> pages.Level | None:
        """Return the level that a share reaches."""
        level = level_of(self.questionnaire, value)
        return self.levels[level.id] if level else None

    def level_of(self, assessment: Assessment) -> Level | None:
        """Return the level that an assessment reaches, in the edition's language."""
        reached = assessment.reached
        return next((each for each in self.questionnaire.levels if reached and each.id == reached.id), None)

    def why(self, about: str, reason: str | None) -> str:
        """Return a reason in words, for `about`: "no_score" or "unranked"; empty where there is none."""
        return self.words[f"{about}_{reason}".replace("-", "_")] if reason else ""


def edition_of(questionnaire: Questionnaire, language: str, said_in: str, words: Words, draw: Draw) -> Edition:
    """Return the edition of a questionnaire (already translated).

    `said_in` is the language of the agencies' own words where it is not the edition's, else "".
    """
    levels = {each.id: _level(each, n, questionnaire, language, draw) for n, each in enumerate(questionnaire.levels)}
    return Edition(
        language=language,
        words=words,
        questionnaire=questionnaire,
        mixed=_mixes(questionnaire),
        most={each.id: plain_number(each.maximum, language) for each in questionnaire.questions.values()},
        left_out=frozenset(
            question.id
            for node in questionnaire.nodes.values()
            for question in node.questions
            if node.scoring.missing != "zero"
        ),
        branches=tuple(_branches(questionnaire, questionnaire.whole, (), language, words)),
        levels=levels,
        bands=tuple(_bands(questionnaire, levels, language)),
        draw=draw,
        openings={},
        pieces={each: _piece(each, said_in, draw) for each in PIECES},
    )


def _mixes(questionnaire: Questionnaire) -> bool:
    nodes, questions = questionnaire.nodes.values(), questionnaire.questions.values()
    return any(each.channels for each in nodes) or any(each.channels for each in questions)


def level_text(level: Level) -> str:
    """Return a level in a sentence: its number and its title."""
    return ", ".join(each for each in (_number(level), level.title.text) if each)


def dimension_anchor(name: str) -> str:
    """Return the anchor of a dimension on a page."""
    return f"d-{name}"


def question_anchor(name: str) -> str:
    """Return the anchor of a question on a page."""
    return f"q-{name}"


def commitment_anchor(name: str) -> str:
    """Return the anchor of a commitment on a questionnaire's page."""
    return f"c-{name}"


def _level(level: Level, place: int, questionnaire: Questionnaire, language: str, draw: Draw) -> pages.Level:
    last = max(1, len(questionnaire.levels) - 1)
    step = 1 + round(place * (STEPS - 1) / last)
    plain = pages.Level(step=step, id=_number(level), title=said(level.title, language))
    return plain._replace(mark=Markup(draw("_level.html", plain).rstrip("\n")))


def _number(level: Level) -> str:
    """Return the id of a level as its number; empty where it is a word, which the title says better."""
    return level.id if len(level.id) == 1 or any(each.isdigit() for each in level.id) else ""


def _bands(questionnaire: Questionnaire, levels: Mapping[str, pages.Level], language: str) -> Iterator[pages.LevelBand]:
    scale, above = questionnaire.scale, questionnaire.levels_side == "above"
    starts = [scale.end if each.start is None else each.start for each in questionnaire.levels] + [scale.end]
    for n, each in enumerate(questionnaire.levels):
        if each.start is None:
            yield pages.LevelBand(level=levels[each.id], bounds="", description=said(each.description, language))
            continue
        low, high = (decimal_text(starts[place], language) for place in (n, n + 1))
        last = n == len(questionnaire.levels) - 1
        low_sign, high_sign = ("> " if n else ""), ("" if last else "< ")
        bounds = f"{low_sign}{low} – {high}" if above else f"{low} – {high_sign}{high}"
        bounds = low if low == high and not above else bounds
        yield pages.LevelBand(level=levels[each.id], bounds=bounds, description=said(each.description, language))


def _branches(
    questionnaire: Questionnaire,
    node: Dimension,
    above: tuple[str, ...],
    language: str,
    words: Words,
) -> Iterator[Branch]:
    """Yield the dimensions below a node, in order."""
    depth, adds = len(above), node.scoring.aggregate == "sum"
    tier = questionnaire.tiers[depth].title.text if depth < len(questionnaire.tiers) else ""
    for each in node.dimensions:
        most = _most(each)
        yield Branch(
            dimension=each,
            depth=depth,
            title=said(each.title, language),
            path=" › ".join(part for part in (*above, tier) if part),
            weight=plain_number(most if adds else each.weight, language) if each.scored else "",
            weight_name=words["most_points" if adds else "weight"],
            adds=adds,
            most=most,
            counts=node.scored and each.scored,
            kinds=questionnaire.kinds_asked(each),
        )
        inside = (*above, f"{each.number} {each.title.text}".strip())
        below = each if node.scored else each._replace(scored=False)
        yield from _branches(questionnaire, below, inside, language, words)


def _most(part: Dimension | Question) -> Decimal:
    """Return the most points of a dimension as it is written, or of all that counts in it."""
    if isinstance(part, Question):
        return part.maximum
    if part.points is not None:
        return part.points
    return sum((_most(each) for each in part.parts if each.scored), ZERO)


def _piece(name: str, said_in: str, draw: Draw) -> tuple[str, ...]:
    return tuple(draw("_answer.html", pages.AnswerPiece(piece=name, said=said_in, slot=SLOT)).split(SLOT))
