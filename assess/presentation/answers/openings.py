"""How a question's row begins and ends: text, points, next step. Drawn once for all agencies that show the same."""

from collections.abc import Iterator
from decimal import Decimal

from assess.model import Option, Question, Text, Value
from assess.model.arithmetic import ZERO
from assess.presentation import pages
from assess.presentation.addresses import questionnaire_address
from assess.presentation.answers.pieces import answer_lines
from assess.presentation.conditions import Speaker
from assess.presentation.edition import Edition, commitment_anchor, question_anchor
from assess.presentation.rules import score_rule
from assess.presentation.wording import said, short_number, short_text
from assess.roadmap import rise_of
from assess.scoring import Score

_GAPS = frozenset(("missing", "unknown"))
UNSEEN = ("unreviewed", "unproven", "not_surveyed")
"""Answers that nobody has looked at, or seen a proof of: another one would not be a step up."""


def opening_and_closing(
    speaker: Speaker, edition: Edition, question: Question, score: Score, value: Value | None, state: str
) -> tuple[str, str]:
    """Return how the row of a question begins and ends; drawn once for all that have the same to show.

    An answer on offer always earns the same, save where channels are mixed, or pieces of evidence put together.
    """
    offered = value is None or is_offered(question, value)
    if score.value is not None and score.state in _GAPS:
        # imputed: its points are this agency's own, so there is nothing to keep
        row = opening_of(speaker, edition, question, score, value, state, told=True)
        return edition.draw("_question.html", row), edition.pieces["end"][0]
    shown = value if offered else _mark(score)
    key = (question.id, state, score.reason, shown, score.value if question.channels or question.combine else None)
    drawn = edition.openings.get(key)
    if drawn is None:
        opening = opening_of(speaker, edition, question, score, value if offered else None, state, told=offered)
        following = None if state in UNSEEN else _next(question, score, value, edition)
        closing = edition.draw("_next.html", following) if following else ""
        drawn = edition.openings[key] = (edition.draw("_question.html", opening), closing + edition.pieces["end"][0])
    return drawn


def opening_of(
    speaker: Speaker,
    edition: Edition,
    question: Question,
    score: Score,
    value: Value | None,
    state: str,
    *,
    told: bool,
) -> pages.QuestionOpening:
    """Return a question as it begins; where it is `told`, with its answer on offer, or with why there is none."""
    language, words = edition.language, edition.words
    return pages.QuestionOpening(
        anchor=question_anchor(question.id),
        mark=_mark(score),
        number=question.number,
        text=said(question.text, language),
        results=f"../questions/{question.id}/" if question.number else "",  # the shortest way, a hundred times a page
        rule=score_rule(question, speaker) if question.type not in ("choice", "yes_no", "text") else "",
        commitments=tuple(_commitments(edition, question)),
        state=state_text(score, state, edition),
        points=earned_text(question, score, edition) if told else "",
        answer=answer_lines(question, value, language, words),
    )


def _commitments(edition: Edition, question: Question) -> Iterator[pages.Link]:
    """Yield the commitments that a question comes from, with the shortest way to them from any agency's page.

    There are a hundred of these ways on a page, which stands two steps below its questionnaire.
    """
    questionnaire = edition.questionnaire
    version = questionnaire_address(questionnaire.id, questionnaire.version).removeprefix(f"{questionnaire.id}/")
    for each in question.commitments:
        text = said(questionnaire.commitments[each].text, edition.language)
        yield pages.Link(text=text, href=f"../../{version}#{commitment_anchor(each)}")


def state_text(score: Score, name: str, edition: Edition) -> str:
    """Return a state in words: why an answer has no points, or where they come from if not from it; empty for none."""
    if not name:
        return ""
    if name == "answered":
        return edition.why("no_score", score.reason)
    state = edition.words[f"state_{name}"]
    for trace in score.trail:
        if trace.step == "impute" and trace.value is not None:
            value = short_number(trace.value, edition.language)
            return edition.words["state_imputed"].format(state=state, value=value)
    return state


def earned_text(question: Question, score: Score, edition: Edition) -> str:
    """Return the points that an answer earned, of how many; empty where none are to be had."""
    if not score.counts or (score.value is None and question.id in edition.left_out):
        return ""
    earned = short_text((score.value or 0) * question.maximum, 2, edition.language)
    return edition.words["points_of"].format(points=earned, of=edition.most[question.id])


def is_offered(question: Question, value: Value) -> bool:
    """Return whether an answer is one of few: options, yes or no."""
    return bool(question.options) or isinstance(value, bool)


def _mark(score: Score) -> str:
    if score.state == "unscored":
        return "plain"
    if score.value is None:
        return "gap" if score.state in _GAPS else "out"
    if score.value <= 0:
        return "zero"
    return "full" if score.value >= 1 else "part"


def _next(question: Question, score: Score, value: Value | None, edition: Edition) -> pages.NextStep | None:
    """Return the least step up from an answer; None where there is none."""
    rise = rise_of(question, score.value or ZERO, value) if score.counts else None
    if rise is None:
        return None
    if rise.option is None:
        return _step(edition, edition.words["yes"], rise.points, "")
    following = question.options[rise.option]
    chosen = question.options.get(value) if isinstance(value, str) else None
    advice = following.next if question.type == "choices" else _advice(question, chosen)
    return _step(edition, said(following.text, edition.language), rise.points, said(advice, edition.language))


def _step(edition: Edition, text: str, gain: Decimal, advice: str) -> pages.NextStep:
    points = short_text(gain, 2, edition.language)
    return pages.NextStep(text=text, gain=edition.words["gain_points"].format(points=points), advice=advice)


def _advice(question: Question, chosen: Option | None) -> Text | None:
    """Return what the next step takes, as written at the option that was chosen, or at the first one."""
    return (chosen or next(iter(question.options.values()))).next
