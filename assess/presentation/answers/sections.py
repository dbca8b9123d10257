"""The questions of an agency's page, section by section: what was answered, what it earned, what it rests on."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from assess.model import Answer, Dossier, Question
from assess.model.conditions import key_of
from assess.model.dossier import CHANNELS
from assess.presentation import pages
from assess.presentation.amounts import amount_text, most_of
from assess.presentation.answers.openings import earned_text, is_offered, opening_and_closing, opening_of, state_text
from assess.presentation.answers.pieces import answer_lines, evidence_piece, filled
from assess.presentation.channels import Apart
from assess.presentation.conditions import Speaker
from assess.presentation.edition import Branch, Edition, dimension_anchor
from assess.presentation.explanation import node_note, question_note
from assess.presentation.wording import Markup, decimal_text, escaped
from assess.scoring import Assessment, Score


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


def _section(edition: Edition, branch: Branch, score: Score, rows: Markup) -> pages.AnswerSection:
    dimension, most = branch.dimension, most_of(branch, score)
    return pages.AnswerSection(
        anchor=dimension_anchor(dimension.id),
        number=dimension.number,
        title=branch.title,
        path=branch.path,
        results=f"../dimensions/{dimension.id}/",
        score=amount_text(edition, score, most),
        level=edition.level_at(score.value) if branch.counts else None,
        note=node_note(edition, score, most),
        rows=rows,
    )


def _rows(told: Told, branch: Branch) -> list[str]:
    """Return the markup of each question with its answer, piece by piece.

    This is done by the hundred for each page: what agencies have in common was drawn before, and only their own words
    are escaped and put between.
    """
    edition, pieces, apart = told.edition, told.edition.pieces, told.apart
    declared, counted = told.answers["declared"], told.answers[told.channel]
    beside, rows = told.channel != "declared", list[str]()
    for question in branch.dimension.questions:
        score = told.scores[question.id]
        if score.state == "not_asked":
            continue
        if question.id in apart:
            rows += _row_of_several(told, question, score)
            continue
        answer, found = declared.get(question.id), counted.get(question.id)
        if beside and score.state == "closed":  # by another answer of this channel
            found = None
        value = None if found is None else found.value
        state = state_beside(told.channel, score.state, answer) if beside else score.state
        opening, closing = opening_and_closing(told.speaker, edition, question, score, value, state)
        rows.append(opening)
        if value is not None and not is_offered(question, value):
            rows.append(filled(pieces["points"], earned_text(question, score, edition)))
            piece = pieces["text" if question.type == "text" else "answer"]
            rows.append(filled(piece, answer_lines(question, value, edition.language, edition.words)[0]))
        if score.trail:
            note = question_note(told.speaker, question, score)
            if note:
                rows.append(filled(pieces["note"], note))
        if beside:
            rows += _beside(told, question, score, found)
        if answer is not None and (answer.evidence or answer.reason or answer.comment):
            rows += _own_words(told, question, answer)
        rows.append(closing)
    return rows


def _row_of_several(told: Told, question: Question, score: Score) -> Iterator[str]:
    """Yield the markup of a question that is told channel by channel: the answer in each, and what it came to."""
    edition, pieces, apart = told.edition, told.edition.pieces, told.apart[question.id]
    words = edition.words
    weights = {each.facts["by"]: each.facts["weight"] for each in score.trail if each.step == "channel"}
    opening = opening_of(told.speaker, edition, question, score, None, "", told=bool(weights))
    yield edition.draw("_question.html", opening if weights else opening._replace(mark="plain"))
    declared = told.answers["declared"].get(question.id)
    for name, each in apart.items():
        answer = told.answers[name].get(question.id)
        state = each.state if name == "declared" else state_beside(name, each.state, declared)
        counts = each.value is not None or name not in weights  # in a mix, its weight goes to the others
        facts = [earned_text(question, each, edition) if counts else "", state_text(each, state, edition)]
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


def state_beside(channel: str, state: str, declared: Answer | None) -> str:
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
            pieces["findings"],
            Markup("".join([evidence_piece(each, question, told.edition) for each in found.evidence])),
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
            yield evidence_piece(each, question, told.edition)
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
