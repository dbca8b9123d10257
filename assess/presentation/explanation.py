"""How a score on an agency's page came about: sentences with the agency's own numbers."""

from collections.abc import Iterator
from decimal import Decimal

from assess.model import Dimension, Question
from assess.model.arithmetic import rounded
from assess.presentation.channels import channels_note, gap_text, origin_notes
from assess.presentation.conditions import Speaker, condition_text
from assess.presentation.edition import Edition
from assess.presentation.rules import adjustment_text, over_text, rule_text
from assess.presentation.wording import Markup, decimal_text, escaped, score_text
from assess.scoring import Assessment, Score, Trace, declared_value


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


def node_note(edition: Edition, score: Score) -> str:
    """Return what there is to say of a dimension's score besides its number, in short; `explanation` says the rest."""
    told = [edition.words["not_counted"]] if score.recorded else []
    if score.reason:
        told.append(edition.why("no_score", score.reason))
    if score.channels:
        told.append(channels_note(edition, score))
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
    """Return the staged level, and why the next one is not reached; empty where levels are not staged."""
    if not assessment.stages:
        return ""
    levels = {each.id: each for each in speaker.questionnaire.levels}
    staged, last = assessment.staged, assessment.stages[-1]
    if staged is None:
        told = speaker.says("explain_staged_none")
    else:
        told = speaker.says("explain_staged", level=f"{staged.id}, {levels[staged.id].title.text}")
    requires = levels[last.level.id].requires
    if last.holds or requires is None:
        return told
    key = "explain_stopped_undecided" if last.holds is None else "explain_stopped"
    condition = condition_text(requires, speaker)
    level = f"{last.level.id}, {levels[last.level.id].title.text}"
    return f"{told} {speaker.says(key, level=level, condition=condition)}"


def _whole(edition: Edition, speaker: Speaker, score: Score) -> Iterator[str]:
    dimension, scale, language = edition.questionnaire.whole, edition.questionnaire.scale, edition.language
    if score.channels:
        yield channels_note(edition, score)
        return
    parts = [part for part in score.parts if part.counts]
    first = score.trail[0] if score.trail and score.trail[0].step == "formula" else None
    value = score.value if first is None else first.value
    if value is not None and parts:
        shown = [score_text(part.value, scale, language) or decimal_text(Decimal(0), language) for part in parts]
        facts = {"parts": "; ".join(shown), "count": len(parts), "score": score_text(value, scale, language)}
        more = {} if first is None else {key: each for key, each in first.facts.items() if key in _DUELS}
        power = edition.questionnaire.scoring.power
        yield speaker.says(f"explain_{edition.questionnaire.scoring.aggregate}", power=power, **facts, **more)
    yield from _trail(speaker, dimension, score)


_DUELS = ("won", "lost", "others")


def _inside(speaker: Speaker, dimension: Dimension, score: Score) -> Iterator[str]:
    """Yield what happened to the scores of the dimensions inside, each after its parts were put together.

    What stands below several channels has a score in each, and is told there.
    """
    for part, each in zip(dimension.dimensions, () if score.channels else score.parts, strict=False):
        told = list(_trail(speaker, part, each))
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
            shown = score_text(trace.value, speaker.questionnaire.scale, speaker.language)
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


def _group(speaker: Speaker, trace: Trace, who: str) -> str:
    key = "explain_group_deviation" if "sd" in trace.facts else "explain_group"
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
        yield speaker.says("adjust_reason", reason=step.reason.text).strip()
