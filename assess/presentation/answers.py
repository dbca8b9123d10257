"""The questions of an agency's page: what was answered, what it earned, what it rests on, and the next step."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from assess.model import Answer, Dossier, Evidence, Option, Question, Ratio, Text, Value
from assess.model.arithmetic import ZERO, rounded
from assess.model.conditions import key_of
from assess.model.dossier import CHANNELS
from assess.normalisation import share_of
from assess.presentation import pages
from assess.presentation.amounts import amount_text, most_of
from assess.presentation.channels import Apart
from assess.presentation.conditions import Speaker
from assess.presentation.edition import Branch, Edition, dimension_anchor, question_anchor
from assess.presentation.explanation import node_note, question_note
from assess.presentation.wording import (
    Markup,
    Words,
    date_text,
    decimal_text,
    escaped,
    plain_number,
    said,
    short_number,
)
from assess.scoring import Assessment, Score

_GAPS = frozenset(("missing", "unknown"))
_UNSEEN = ("unreviewed", "unproven", "not_surveyed")
"""Answers that nobody has looked at, or seen a proof of: another one would not be a step up."""


class Told(NamedTuple):
    """What an agency's rows are made of: scores by key, and the answers that they come from, by channel.

    `apart` is what is told of several channels; `answers` holds those of the `channel` that is scored, of the declared
    one, and of those told apart.
    """

    edition: Edition
    speaker: Speaker
    scores: Mapping[str, Score]
    apart: Apart
    dossier: Dossier
    channel: str
    answers: Mapping[str, Mapping[str, Answer]]
    comments: bool


def sections(
    edition: Edition,
    speaker: Speaker,
    scores: Mapping[str, Score],
    apart: Apart,
    assessment: Assessment,
    *,
    comments: bool,
) -> Iterator[pages.AnswerSection]:
    """Yield a section for each dimension that holds questions, in order. `scores` are by key.

    Questions that are not meant for this kind of agency are left out.
    """
    dossier, channel = assessment.dossier, assessment.channel
    answers = {each: dossier.answers(each) for each in (CHANNELS if apart else {channel, "declared"})}
    told = Told(edition, speaker, scores, apart, dossier, channel, answers, comments)
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
    unit = "%" if question.type == "percent" else question.unit.text if question.unit else ""
    space = "" if unit == "%" else " "
    return (f"{plain_number(value, language)}{space}{unit}".strip(),)


def _section(edition: Edition, branch: Branch, score: Score, rows: Markup) -> pages.AnswerSection:
    dimension, most = branch.dimension, most_of(branch, score)
    return pages.AnswerSection(
        anchor=dimension_anchor(dimension.id),
        number=dimension.number,
        title=branch.title,
        path=branch.path,
        score=amount_text(edition, score, most),
        level=edition.level_at(score.value) if branch.counts else None,
        note=node_note(edition, score, most),
        rows=rows,
    )


def _rows(told: Told, branch: Branch) -> Iterator[str]:
    """Yield the markup of each question with its answer, piece by piece.

    This is done by the hundred for each page: what agencies have in common was drawn before, and only their own words
    are escaped and put between.
    """
    edition, pieces, apart = told.edition, told.edition.pieces, told.apart
    declared, counted = told.answers["declared"], told.answers[told.channel]
    beside = told.channel != "declared"
    for question in branch.dimension.questions:
        score = told.scores[question.id]
        if score.state == "not_asked":
            continue
        if question.id in apart:
            yield from _row_of_several(told, question, score)
            continue
        answer, found = declared.get(question.id), counted.get(question.id)
        if beside and score.state == "closed":  # by another answer of this channel
            found = None
        value = None if found is None else found.value
        state = _state_beside(told.channel, score.state, answer) if beside else score.state
        opening, closing = _opening_and_closing(edition, question, score, value, state)
        yield opening
        if value is not None and not _is_offered(question, value):
            yield filled(pieces["points"], _points(question, score, edition))
            piece = pieces["text" if question.type == "text" else "answer"]
            yield filled(piece, answer_lines(question, value, edition.language, edition.words)[0])
        if score.trail:
            note = question_note(told.speaker, question, score)
            if note:
                yield filled(pieces["note"], note)
        if beside:
            yield from _beside(told, question, score, found)
        if answer is not None and (answer.evidence or answer.reason or answer.comment):
            yield from _own_words(told, question, answer)
        yield closing


def _row_of_several(told: Told, question: Question, score: Score) -> Iterator[str]:
    """Yield the markup of a question that is told channel by channel: the answer in each, and what it came to."""
    edition, pieces, apart = told.edition, told.edition.pieces, told.apart[question.id]
    words = edition.words
    weights = {each.facts["by"]: each.facts["weight"] for each in score.trail if each.step == "channel"}
    opening = _opening(edition, question, score, None, "", told=bool(weights))
    yield edition.draw("_question.html", opening if weights else replace(opening, mark="plain"))
    declared = told.answers["declared"].get(question.id)
    for name, each in apart.items():
        answer = told.answers[name].get(question.id)
        state = each.state if name == "declared" else _state_beside(name, each.state, declared)
        counts = each.value is not None or name not in weights  # in a mix, its weight goes to the others
        facts = [_points(question, each, edition) if counts else "", _state(each, state, edition)]
        if name in weights:
            weight = decimal_text(Decimal(str(weights[name])), edition.language)
            facts.append(words["weight_of"].format(weight=weight))
        shown = _answer_text(told, question, answer)
        known = " · ".join([fact for fact in facts if fact])
        yield filled(pieces["channel"], words[f"answer_{name}"], shown, known)
        note = question_note(told.speaker, question, each)
        if note:
            yield filled(pieces["note"], note)
    if "verified" in apart:
        yield from _findings(told, question, declared)
    if declared is not None:
        yield from _own_words(told, question, declared)
    yield pieces["end"][0]


def _state_beside(channel: str, state: str, declared: Answer | None) -> str:
    """Return the state of an answer in a channel beside the declared one: what is not there may just not be looked at.

    What a verifier cannot see was declared all the same.
    """
    if state == "missing" and channel == "survey":
        return "not_surveyed"
    if channel == "survey" or declared is None or declared.state != "answered":
        return state
    return {"missing": "unreviewed", "unknown": "unproven"}.get(state, state)


def _beside(told: Told, question: Question, score: Score, found: Answer | None) -> Iterator[str]:
    """Yield what there is to say beside the answer `found` in a channel: who looked at it, what was declared."""
    pieces, words = told.edition.pieces, told.edition.words
    review, answer = told.dossier.review, told.answers["declared"].get(question.id)
    shown, own = _answer_text(told, question, found), _answer_text(told, question, answer)
    differs = shown != own or (found is not None and answer is not None and found.state != answer.state)
    if told.channel == "verified" and review is not None:
        if question.id in review.answers:
            yield from [] if differs else [filled(pieces["mark"], words["review_agrees"])]
            yield from _findings(told, question, answer)
        elif answer is not None and score.state not in ("closed", "unscored"):
            yield filled(pieces["mark"], words[f"unreviewed_{review.unreviewed}"])
    if differs and answer is not None:
        own = own or words[f"state_{answer.state}"]
        yield filled(pieces["declared"], own)


def _findings(told: Told, question: Question, declared: Answer | None) -> Iterator[str]:
    """Yield what the verifier says of an answer: why it is another one, and what that rests on."""
    review, pieces = told.dossier.review, told.edition.pieces
    found = None if review is None else review.answers.get(question.id)
    if review is None or found is None:
        return
    for reason in (found.reason, review.reasons.get(question.id)):
        if reason and (declared is None or reason != declared.reason):
            yield filled(pieces["finding"], reason)
    if found.evidence:
        yield filled(
            pieces["findings"], Markup("".join([_evidence(each, question, told.edition) for each in found.evidence]))
        )


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


def _answer_text(told: Told, question: Question, answer: Answer | None) -> str:
    """Return an answer on one line, that of each piece of evidence where it is given for each; empty for none."""
    if answer is None or answer.state != "answered":
        return ""
    language, words = told.edition.language, told.edition.words
    values = [answer.value] if question.combine is None else [each.value for each in answer.evidence]
    lines = [line for value in values for line in answer_lines(question, value, language, words)]
    if question.type == "text":
        return Markup("; ".join([filled(told.edition.pieces["quote"], each).strip() for each in lines]))
    return Markup("; ".join([escaped(each) for each in lines]))


def filled(piece: tuple[str, ...], *values: str) -> str:
    """Return a cut piece with values in its slots, escaped."""
    if len(values) == 1:  # as most are
        before, after = piece
        return f"{before}{escaped(values[0])}{after}"
    return piece[0] + "".join([escaped(value) + part for value, part in zip(values, piece[1:], strict=True)])


def _is_offered(question: Question, value: Value) -> bool:
    """Return whether an answer is one of few: options, yes or no."""
    return bool(question.options) or isinstance(value, bool)


def _opening_and_closing(
    edition: Edition, question: Question, score: Score, value: Value | None, state: str
) -> tuple[str, str]:
    """Return how the row of a question begins and ends; drawn once for all that have the same to show.

    An answer on offer always earns the same, save where channels are mixed, or pieces of evidence put together.
    """
    offered = value is None or _is_offered(question, value)
    if (
        score.value is not None and score.state in _GAPS
    ):  # imputed: its points are this agency's own, so there is nothing to keep
        row = _opening(edition, question, score, value, state, told=True)
        return edition.draw("_question.html", row), edition.pieces["end"][0]
    shown = value if offered else _mark(score)
    key = (question.id, state, score.reason, shown, score.value if question.channels or question.combine else None)
    drawn = edition.openings.get(key)
    if drawn is None:
        opening = _opening(edition, question, score, value if offered else None, state, told=offered)
        following = None if state in _UNSEEN else _next(question, score, value, edition)
        closing = edition.draw("_next.html", following) if following else ""
        drawn = edition.openings[key] = (edition.draw("_question.html", opening), closing + edition.pieces["end"][0])
    return drawn


def _opening(
    edition: Edition, question: Question, score: Score, value: Value | None, state: str, *, told: bool
) -> pages.QuestionOpening:
    """Return a question as it begins; where it is `told`, with its answer on offer, or with why there is none."""
    language, words = edition.language, edition.words
    return pages.QuestionOpening(
        anchor=question_anchor(question.id),
        mark=_mark(score),
        number=question.number,
        text=said(question.text, language),
        help=said(question.help, language),
        state=_state(score, state, edition),
        points=_points(question, score, edition) if told else "",
        answer=answer_lines(question, value, language, words),
    )


def _state(score: Score, name: str, edition: Edition) -> str:
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


def _mark(score: Score) -> str:
    if score.state == "unscored":
        return "plain"
    if score.value is None:
        return "gap" if score.state in _GAPS else "out"
    if score.value <= 0:
        return "zero"
    return "full" if score.value >= 1 else "part"


def _points(question: Question, score: Score, edition: Edition) -> str:
    if not score.counts or (score.value is None and question.id in edition.left_out):
        return ""
    earned = plain_number(rounded((score.value or 0) * question.maximum, 2), edition.language)
    return edition.words["points_of"].format(points=earned, of=edition.most[question.id])


def _evidence(evidence: Evidence, question: Question, edition: Edition) -> str:
    facts = [evidence.number] if evidence.number else []
    if evidence.issued:
        facts.append(edition.words["evidence_issued"].format(date=date_text(evidence.issued, edition.language)))
    if evidence.expires:
        facts.append(edition.words["evidence_expires"].format(date=date_text(evidence.expires, edition.language)))
    known = " · ".join(facts)
    if evidence.value is not None:
        own = [*answer_lines(question, evidence.value, edition.language, edition.words), known]
        known = Markup(" · ".join([escaped(each) for each in own if each]))
    if evidence.url:
        return filled(edition.pieces["link"], evidence.url, evidence.title, known)
    return filled(edition.pieces["paper"], evidence.title, known)


def _next(question: Question, score: Score, value: Value | None, edition: Edition) -> pages.NextStep | None:
    """Return the least step up from an answer: the next option, one more option, or yes; None where there is none.

    Nor is there one where no single answer earns the points: it is given piece by piece, or rounded afterwards.
    """
    lost = score.counts and (score.value is None or score.value < 1)
    if not lost or question.combine is not None or question.round is not None:
        return None
    earned = (score.value or ZERO) * question.maximum
    if question.type == "yes_no":
        return _step(edition, edition.words["yes"], question.maximum - earned, "")
    several = question.type == "choices"
    taken = value if isinstance(value, tuple) else ()
    chosen = question.options.get(value) if isinstance(value, str) else None
    steps = []
    for option in question.options.values():
        if option.id not in taken:
            share = share_of(question, (*taken, option.id) if several else option.id)
            steps.append((rounded(share * question.maximum - earned, 6), option))
    steps = [each for each in steps if each[0] > 0]
    if not steps:
        return None
    gain, following = min(steps, key=lambda each: (each[0], each[1].points))
    advice = following.next if several else _advice(question, chosen)
    return _step(edition, said(following.text, edition.language), gain, said(advice, edition.language))


def _step(edition: Edition, text: str, gain: Decimal, advice: str) -> pages.NextStep:
    points = plain_number(rounded(gain, 2), edition.language)
    word = edition.words["gain_point" if gain == 1 else "gain_points"]
    return pages.NextStep(text=text, gain=word.format(points=points), advice=advice)


def _advice(question: Question, chosen: Option | None) -> Text | None:
    """Return what the next step takes, as written at the option that was chosen, or at the first one."""
    return (chosen or next(iter(question.options.values()))).next
