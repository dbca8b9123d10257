"""The questions of a questionnaire, by the dimension that holds them: options with points, facts, commitments."""

from collections.abc import Iterator
from dataclasses import replace

from assess.model import Dimension, Question
from assess.model.arithmetic import ZERO
from assess.presentation import pages
from assess.presentation.addresses import question_address, way
from assess.presentation.conditions import Speaker, condition_text
from assess.presentation.edition import Branch, Edition, dimension_anchor, question_anchor
from assess.presentation.rules import (
    channels_text,
    node_rules,
    option_points,
    prepare_rule,
    range_text,
    rounding_text,
    score_rule,
)
from assess.presentation.surroundings import Surroundings, kind_name
from assess.presentation.wording import plain_number, said


def sections(around: Surroundings, edition: Edition, speaker: Speaker, here: str) -> Iterator[pages.AskedSection]:
    """Yield each dimension that holds questions, with these."""
    for branch in edition.branches:
        if branch.dimension.questions:
            yield _section(around, edition, branch, speaker, here)


def _section(around: Surroundings, edition: Edition, branch: Branch, speaker: Speaker, here: str) -> pages.AskedSection:
    dimension = branch.dimension
    return pages.AskedSection(
        anchor=dimension_anchor(dimension.id),
        number=dimension.number,
        title=branch.title,
        description=said(dimension.description, edition.language),
        path=branch.path,
        rule=" ".join(node_rules(dimension, branch.depth, speaker)),
        questions=tuple(
            replace(
                asked_question(around, edition, dimension, each, speaker), results=_results(around, edition, each, here)
            )
            for each in dimension.questions
        ),
    )


def _results(around: Surroundings, edition: Edition, question: Question, here: str) -> pages.Link | None:
    """Return the way to what agencies answered in the latest period of the version; None where nobody did."""
    name, version = edition.questionnaire.id, edition.questionnaire.version
    for cohort in around.cohorts:
        this = cohort.publication
        if (this.questionnaire, this.version) == (name, version) and cohort.records:
            href = way(here, question_address(name, this.period, question.id))
            return pages.Link(text=edition.words["question_results"], href=href)
    return None


def asked_question(
    around: Surroundings, edition: Edition, dimension: Dimension, question: Question, speaker: Speaker
) -> pages.AskedQuestion:
    """Return a question of a dimension as the questionnaire asks it; commitments lead to anchors on its page."""
    language, words = edition.language, edition.words
    return pages.AskedQuestion(
        anchor=question_anchor(question.id),
        number=question.number,
        text=said(question.text, language),
        type=words[f"type_{question.type}"],
        help=said(question.help, language),
        options=tuple(_options(question, speaker)),
        facts=tuple(_facts(around, edition, dimension, question, speaker)),
        commitments=tuple(
            pages.Link(text=said(edition.questionnaire.commitments[each].text, language), href=f"#c-{each}")
            for each in question.commitments
        ),
    )


def _options(question: Question, speaker: Speaker) -> Iterator[pages.OptionRow]:
    language, words = speaker.language, speaker.words
    for option in question.options.values():
        rule = option.evidence or (question.evidence if option.points else "none")
        yield pages.OptionRow(
            text=said(option.text, language),
            points=option_points(question, option, speaker),
            shown_by=said(option.shown_by, language),
            evidence="" if rule == "none" else words[f"evidence_{rule}"],
            advice=said(option.next, language),
        )


def _facts(
    around: Surroundings, edition: Edition, dimension: Dimension, question: Question, speaker: Speaker
) -> Iterator[pages.Figure]:
    language, words = edition.language, edition.words
    kinds = edition.questionnaire.asked_of[question.id]
    asked_of = [kind_name(around, kind, language) for kind in around.register.kinds if kind in kinds]
    condition = question.when
    prepare = prepare_rule(question, speaker)
    facts = {
        "points": plain_number(question.maximum, language) if question.scored else words["state_unscored"],
        "weight": _weight(dimension, question, speaker),
        "prepare": prepare[:1].upper() + prepare[1:],
        "rule": " ".join(_rules(question, speaker)),
        "definition": said(question.definition, language),
        "unit": said(question.unit, language),
        "range": range_text(question, language),
        "data_source": said(question.data_source, language),
        "verified_by": said(question.verified_by, language),
        "evidence": words[f"evidence_{question.evidence}"] if question.evidence != "none" else "",
        "asked_of": ", ".join(asked_of) if kinds != edition.questionnaire.applies_to else "",
        "asked_when": "" if condition is None else condition_text(condition, speaker),
        "not_applicable": words["not_applicable_allowed"] if question.not_applicable else "",
    }
    for key, value in facts.items():
        if value:
            yield pages.Figure(name=words[key], value=value)


def _weight(dimension: Dimension, question: Question, speaker: Speaker) -> str:
    """Return the weight of a question beside those of its dimension; empty where all weigh the same, or none counts."""
    weights = [each.weight for each in dimension.questions if each.scored]
    if not question.scored or dimension.scoring.aggregate == "sum" or len(set(weights)) == 1:
        return ""
    return speaker.says("weight_among", weight=question.weight, total=sum(weights, ZERO))


def _rules(question: Question, speaker: Speaker) -> Iterator[str]:
    """Yield how an answer earns points, and what is done to these."""
    rule = score_rule(question, speaker)
    more = question.round is not None or question.channels
    if rule:
        yield rule[0].upper() + rule[1:] + ("." if more and not rule.endswith(".") else "")
    if question.round is not None:
        yield speaker.says("rule_round_question", rule=rounding_text(question.round, speaker))
    if question.channels:
        yield channels_text(question.channels, speaker)
