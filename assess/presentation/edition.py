"""What is the same on every page about one questionnaire in one language; made once, then only looked up."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from assess.model import Dimension, Level, Questionnaire
from assess.presentation import pages
from assess.presentation.wording import Words, decimal_text, plain_number, said
from assess.scoring import level_of

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
    """A dimension in its place: `depth` from 0, `path` its tier and the titles above it, `weight` as text."""

    dimension: Dimension
    depth: int
    title: str
    path: str
    weight: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A questionnaire in one language, with everything about it that pages repeat.

    `mixed` is whether any question or node mixes channels. `draw` renders a template with a record of `pages`;
    `openings` keeps how rows of answers begin and end, `pieces` the cut pieces that words of agencies go into. Anchors
    begin with "d-" and "q-", so that no id of a questionnaire can collide with an id of the page.
    """

    language: str
    words: Words
    questionnaire: Questionnaire
    mixed: bool
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

    def why(self, about: str, reason: str | None) -> str:
        """Return a reason in words, for `about`: "no_score" or "unranked"; empty where there is none."""
        return self.words[f"{about}_{reason}".replace("-", "_")] if reason else ""


def edition_of(questionnaire: Questionnaire, language: str, said_in: str, words: Words, draw: Draw) -> Edition:
    """Return the edition of a questionnaire (already translated).

    `said_in` is the language of the agencies' own words where it is not the edition's, else "".
    """
    levels = {each.id: _level(each, n, questionnaire, language) for n, each in enumerate(questionnaire.levels)}
    return Edition(
        language=language,
        words=words,
        questionnaire=questionnaire,
        mixed=_mixes(questionnaire),
        branches=tuple(_branches(questionnaire, questionnaire.dimensions, (), language)),
        levels=levels,
        bands=tuple(_bands(questionnaire, levels, language)),
        draw=draw,
        openings={},
        pieces={each: _piece(each, said_in, draw) for each in PIECES},
    )


def _mixes(questionnaire: Questionnaire) -> bool:
    nodes, questions = questionnaire.nodes.values(), questionnaire.questions.values()
    return any(each.channels for each in nodes) or any(each.channels for each in questions)


def dimension_anchor(name: str) -> str:
    """Return the anchor of a dimension on a page."""
    return f"d-{name}"


def question_anchor(name: str) -> str:
    """Return the anchor of a question on a page."""
    return f"q-{name}"


def _level(level: Level, place: int, questionnaire: Questionnaire, language: str) -> pages.Level:
    last = max(1, len(questionnaire.levels) - 1)
    step = 1 + round(place * (STEPS - 1) / last)
    return pages.Level(step=step, id=level.id, title=said(level.title, language))


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
        yield pages.LevelBand(level=levels[each.id], bounds=bounds, description=said(each.description, language))


def _branches(
    questionnaire: Questionnaire, dimensions: tuple[Dimension, ...], above: tuple[str, ...], language: str
) -> Iterator[Branch]:
    depth = len(above)
    tier = questionnaire.tiers[depth].title.text if depth < len(questionnaire.tiers) else ""
    for each in dimensions:
        weight = plain_number(each.weight if each.points is None else each.points, language)
        path = " › ".join(part for part in (*above, tier) if part)
        yield Branch(dimension=each, depth=depth, title=said(each.title, language), path=path, weight=weight)
        inside = (*above, f"{each.number} {each.title.text}".strip())
        yield from _branches(questionnaire, each.dimensions, inside, language)


def _piece(name: str, said_in: str, draw: Draw) -> tuple[str, ...]:
    return tuple(draw("_answer.html", pages.AnswerPiece(piece=name, said=said_in, slot=SLOT)).split(SLOT))
