"""How a score on an agency's page came about: sentences with the agency's own numbers."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from assess.model import Dimension, Question, Scoring
from assess.model.arithmetic import ZERO, rounded
from assess.presentation.amounts import gap_text, points_text, share_text
from assess.presentation.channels import channels_note, origin_notes
from assess.presentation.conditions import Speaker, condition_text
from assess.presentation.edition import Edition, level_text
from assess.presentation.rules import adjustment_text, over_text, rule_text
from assess.presentation.wording import Markup, decimal_text, ended, escaped, score_text
from assess.scoring import Assessment, Score, Trace, counted_in, declared_value, weight_in


def explanation(edition: Edition, speaker: Speaker, assessment: Assessment) -> tuple[str, ...]:
    """Return how the whole came about, a paragraph each."""
    score, words, scoring = assessment.score, edition.words, edition.questionnaire.scoring
    told = list(_whole(edition, speaker, score))
    if score.value is None:
        told.insert(0, words["explain_none"])
    else:
        told.append(words[f"explain_missing_{scoring.missing}"])
        told += [words["explain_inapplicable_zero"]] if scoring.inapplicable == "zero" else []
    return (*told, *_inside(speaker, edition.questionnaire.whole, score), *_origin(edition, assessment))


def node_note(edition: Edition, score: Score, most: Decimal | None = None) -> str:
    """Return what there is to say of a dimension's score besides its number, in short; `explanation` says the rest.

    `most` is the points of its maximum where it is shown in points.
    """
    told = [edition.words["not_counted"]] if score.recorded else []
    if score.reason:
        told.append(edition.why("no_score", score.reason))
    if score.channels:
        told.append(channels_note(edition, score, most))
    if any(each.step == "adjust" and each.facts["fired"] for each in score.trail):
        told.append(edition.words["adjusted"])
    return Markup("; ".join([escaped(each.removesuffix(".")) for each in told])) if told else ""


def question_note(speaker: Speaker, question: Question, score: Score) -> str:
    """Return the group that a question's score is relative to; empty where it is to none."""
    if question.rule.over is not None:
        for trace in score.trail:
            if trace.step == "group":
                return _group(speaker, trace, over_text(question.rule.over, speaker))
    return ""


def staged_text(speaker: Speaker, assessment: Assessment) -> str:
    """Return the staged level, and that the next one is not reached; empty where levels are not staged."""
    if not assessment.stages:
        return ""
    levels = {each.id: each for each in speaker.questionnaire.levels}
    staged, last = assessment.staged, assessment.stages[-1]
    if staged is None:
        told = speaker.says("explain_staged_none")
    else:
        told = speaker.says("explain_staged", level=level_text(levels[staged.id]))
    if not last.unmet:
        return told
    key = "explain_stopped_undecided" if last.holds is None else "explain_stopped"
    return f"{told} {speaker.says(key, level=level_text(levels[last.level.id]))}"


def unmet_texts(speaker: Speaker, assessment: Assessment) -> tuple[str, ...]:
    """Return what of the next staged level's requirements is not met, one by one."""
    last = assessment.stages[-1:]
    return tuple(condition_text(each, speaker) for stage in last for each in stage.unmet)


def _whole(edition: Edition, speaker: Speaker, score: Score) -> Iterator[str]:
    if score.channels:
        yield channels_note(edition, score)
        return
    first = score.trail[0] if score.trail and score.trail[0].step == "formula" else None
    value = score.value if first is None else first.value
    parts = _summed(edition.questionnaire.scoring, score)
    if value is not None and parts:
        scale, language, words = edition.questionnaire.scale, edition.language, edition.words
        scoring, count = edition.questionnaire.scoring, len(parts)
        facts = _added(edition, parts) if scoring.aggregate == "sum" else {"parts": _shares(edition, parts)}
        facts["dimensions"] = words["count_dimensions"].format(count=count)
        more = {} if first is None else {key: each for key, each in first.facts.items() if key in _DUELS}
        told = score_text(value, scale, language)
        yield speaker.says(f"explain_{scoring.aggregate}", power=scoring.power, score=told, **facts, **more)
    yield from _trail(speaker, edition.questionnaire.whole, score)


def _summed(scoring: Scoring, score: Score) -> Sequence[Score]:
    """Return the parts that a node's formula took; none where one that is missing settled its score alone."""
    parts = counted_in(scoring, score.parts)
    if scoring.missing == "zero":
        return parts
    lacking = any(part.value is None and weight_in(scoring, part) for part in parts)
    return [] if lacking and scoring.missing == "zero_node" else [part for part in parts if part.value is not None]


def _shares(edition: Edition, parts: Sequence[Score]) -> str:
    """Return the scores of parts; one that is missing counts as earning nothing."""
    scale, language = edition.questionnaire.scale, edition.language
    nothing = decimal_text(scale.start, language)
    return "; ".join([score_text(part.value, scale, language) or nothing for part in parts])


def _added(edition: Edition, parts: Sequence[Score]) -> dict[str, str]:
    """Return the points that parts earned, and what they add up to."""

    def text(some: Sequence[Score]) -> str:
        """Return what some of the parts earned of the most that they can."""
        earned = sum(((part.value or ZERO) * part.points for part in some), ZERO)
        return points_text(earned, sum((part.points for part in some), ZERO), edition.words, edition.language)

    return {"parts": "; ".join([text([part]) for part in parts]), "sum": text(parts)}


_DUELS = ("won", "lost", "others")


def _inside(speaker: Speaker, dimension: Dimension, score: Score) -> Iterator[str]:
    """Yield what happened to the scores of the dimensions inside, each after its parts were put together.

    What stands below several channels has a score in each, and is told there.
    """
    above = dimension.scoring.aggregate == "sum"
    for part, each in zip(dimension.dimensions, () if score.channels else score.parts, strict=False):
        told = list(_trail(speaker, part, each))
        adds = part.scoring.aggregate == "sum"
        if each.value is not None and not each.channels and adds != above and (adds or told):
            points = points_text(each.value * each.points, each.points, speaker.words, speaker.language)
            told.append(speaker.says("explain_in_points", points=points))
        if told:
            title = f"{part.number} {part.title.text}".strip()
            yield speaker.says("explain_part", part=title, told=" ".join(told))
        yield from _inside(speaker, part, each)


def _origin(edition: Edition, assessment: Assessment) -> Iterator[str]:
    """Yield where the answers come from, after how far the score is from what the agency declares."""
    words, scale, language = edition.words, edition.questionnaire.scale, edition.language
    declared = declared_value(assessment.declared)
    change = gap_text(edition, assessment.score.value, declared)
    if change:
        yield words["explain_declared"].format(score=score_text(declared, scale, language), change=change)
    review = assessment.dossier.review
    if assessment.channel == "verified" and review is not None:
        yield words[f"explain_unreviewed_{review.unreviewed}"]
    yield from origin_notes(edition, assessment.channel)


def _trail(speaker: Speaker, dimension: Dimension, score: Score) -> Iterator[str]:
    """Yield a sentence for each step after the formula that has done something."""
    for trace in score.trail:
        if trace.step == "group" and dimension.rule is not None and dimension.rule.over is not None:
            yield _group(speaker, trace, over_text(dimension.rule.over, speaker))
        elif trace.step == "rule" and dimension.rule is not None and trace.value is not None:
            points = score.points if dimension.scoring.aggregate == "sum" else None
            shown = share_text(speaker, trace.value, points)
            yield speaker.says("explain_rule", rule=rule_text(dimension.rule, speaker), score=shown)
        elif trace.step == "adjust" and trace.facts["fired"]:
            yield " ".join(_adjusted(speaker, dimension, trace))
        elif trace.step == "round":
            yield from _rounded(speaker, trace)


def _rounded(speaker: Speaker, trace: Trace) -> Iterator[str]:
    """Yield how a score was rounded, where that can be seen in how it is shown."""
    decimals, before, after = speaker.questionnaire.scale.decimals, trace.facts["of"], trace.value
    assert isinstance(before, Decimal) and after is not None, "what is rounded is a number"  # noqa: S101, PT018
    if rounded(before, decimals) != rounded(after, decimals):
        shown = rounded(before, min(9, int(str(trace.facts["to"])) + 2))
        yield speaker.says("explain_round", before=shown, after=after)


_GROUPS: Final = {
    ("sd",): "explain_group_deviation",
    ("from", "to"): "explain_group_bounds",
    ("wanted", "reach"): "explain_group_wanted",
}
"""What is said of a group beside its ends and its mean, where these facts are known of it."""


def _group(speaker: Speaker, trace: Trace, who: str) -> str:
    known = {fact for fact, value in trace.facts.items() if value is not None}
    key = next((each for facts, each in _GROUPS.items() if known.issuperset(facts)), "explain_group")
    return speaker.says(key, **{**trace.facts, "group": who})


def _adjusted(speaker: Speaker, dimension: Dimension, trace: Trace) -> Iterator[str]:
    step = dimension.adjust[int(str(trace.facts["place"])) - 1]
    told = adjustment_text(step, dimension, speaker)
    before, after = (
        rounded(each, max(2, speaker.questionnaire.scale.decimals))
        for each in (trace.facts["of"], trace.value)
        if isinstance(each, Decimal)
    )
    yield speaker.says("explain_adjust", step=told, before=before, after=after)
    if trace.facts["condition"] == "undecided":
        yield speaker.says("explain_undecided")
    if step.reason is not None:
        yield ended(speaker.says("adjust_reason", reason=step.reason.text).strip())
