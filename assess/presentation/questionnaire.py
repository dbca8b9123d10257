"""The page of a questionnaire's version: what is asked, of whom, how it is scored, and where it comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from assess.model import Dimension, Question
from assess.model.arithmetic import EXACT, ZERO
from assess.presentation import pages
from assess.presentation.addresses import glossary_address, questionnaire_address, ranking_address, way
from assess.presentation.conditions import Speaker, condition_text
from assess.presentation.edition import Branch, Edition, dimension_anchor, question_anchor
from assess.presentation.rules import (
    channels_text,
    node_rules,
    option_points,
    prepare_rule,
    questionnaire_rules,
    range_text,
    rounding_text,
    score_rule,
    scoring_rule,
)
from assess.presentation.surroundings import Surroundings, kind_name
from assess.presentation.targets import target_links
from assess.presentation.wording import date_text, percent_text, plain_number, said


def questionnaire_page(around: Surroundings, edition: Edition, here: str) -> pages.QuestionnairePage:
    """Return the page of one version, for the address `here` (its own, or the questionnaire's)."""
    questionnaire, language, words = edition.questionnaire, edition.language, edition.words
    title = said(questionnaire.title, language)
    speaker = _speaker(around, edition)
    kinds = [kind for kind in around.register.kinds if kind in questionnaire.applies_to]
    return pages.QuestionnairePage(
        title=title,
        crumbs=(pages.Link(text=words["home"], href=way(here, "")), pages.Link(text=title, href="")),
        version=questionnaire.version,
        figures=(
            pages.Figure(name=words["dimensions"], value=str(len(questionnaire.dimensions))),
            pages.Figure(name=words["questions"], value=str(len(questionnaire.questions))),
            pages.Figure(name=words["commitments"], value=str(len(questionnaire.commitments))),
        ),
        rules=tuple(questionnaire_rules(speaker)),
        bands=tuple(_bands(edition, speaker)),
        tree=tuple(_tree(edition, speaker)),
        sections=tuple(_sections(around, edition, speaker)),
        description=said(questionnaire.description, language),
        asked=tuple(_asked(around, edition, kind) for kind in kinds),
        results=tuple(_results(around, edition, here)),
        versions=_versions(around, edition, here),
        levels=tuple(_levels(edition)),
        glossary=pages.Link(text=words["glossary"], href=way(here, glossary_address()))
        if questionnaire.glossary
        else None,
        sources=tuple(_sources(edition)),
        commitments=tuple(_commitments(around, edition, here)),
    )


def _asked(around: Surroundings, edition: Edition, kind: str) -> str:
    count = sum(kind in reach for reach in edition.questionnaire.asked_of.values())
    name = kind_name(around, kind, edition.language)
    return edition.words["asked_count"].format(kind=name, count=count)


def _speaker(around: Surroundings, edition: Edition) -> Speaker:
    return Speaker(edition.questionnaire, edition.language, edition.words, around.register)


def _bands(edition: Edition, speaker: Speaker) -> Iterator[pages.LevelBand]:
    """Yield the bands, with what it takes to reach those that are staged."""
    for level, band in zip(edition.questionnaire.levels, edition.bands, strict=True):
        if level.requires is None:
            yield band
        else:
            together = level.requires.every or (level.requires,)
            yield replace(band, requires=tuple(condition_text(each, speaker) for each in together))


def _levels(edition: Edition) -> Iterator[pages.DimensionLevels]:
    """Yield what agencies of each level do, for the dimensions that say so."""
    for branch in edition.branches:
        told = branch.dimension.levels
        levels = zip(edition.questionnaire.levels, edition.bands, strict=True)
        if told:
            yield pages.DimensionLevels(
                number=branch.dimension.number,
                title=branch.title,
                levels=tuple(
                    replace(band, description=said(told[level.id], edition.language))
                    for level, band in levels
                    if level.id in told
                ),
            )


def _tree(edition: Edition, speaker: Speaker) -> Iterator[pages.TreeRow]:
    shares = _shares(edition)
    for branch in edition.branches:
        dimension = branch.dimension
        share = shares.get(dimension.id)
        yield pages.TreeRow(
            number=dimension.number,
            title=branch.title,
            href=f"#{dimension_anchor(dimension.id)}" if dimension.questions else "",
            depth=branch.depth,
            weight=branch.weight,
            weight_name=branch.weight_name,
            share="" if share is None else share,
            rule=" ".join(node_rules(dimension, branch.depth, speaker)),
        )


def _shares(edition: Edition) -> Mapping[str, str]:
    """Return the share of the whole of each top dimension that counts, where the whole is a mean or adds points up."""
    tops = [each for each in edition.branches if each.depth == 0 and each.counts]
    own = {each.dimension.id: each.most if each.adds else each.dimension.weight for each in tops}
    total = sum(own.values(), ZERO)
    if edition.questionnaire.scoring.aggregate not in ("mean", "sum") or not total:
        return {}
    return {name: percent_text(EXACT.divide(each, total), edition.language) for name, each in own.items()}


def _sections(around: Surroundings, edition: Edition, speaker: Speaker) -> Iterator[pages.AskedSection]:
    for branch in edition.branches:
        if branch.dimension.questions:
            yield _section(around, edition, branch, speaker)


def _section(around: Surroundings, edition: Edition, branch: Branch, speaker: Speaker) -> pages.AskedSection:
    dimension = branch.dimension
    default = dimension.scoring == edition.questionnaire.scoring
    formula = [scoring_rule(dimension.scoring, speaker)] if default else []
    return pages.AskedSection(
        anchor=dimension_anchor(dimension.id),
        number=dimension.number,
        title=branch.title,
        description=said(dimension.description, edition.language),
        path=branch.path,
        rule=" ".join([*formula, *node_rules(dimension, branch.depth, speaker)]),
        questions=tuple(asked_question(around, edition, dimension, each, speaker) for each in dimension.questions),
    )


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


def _results(around: Surroundings, edition: Edition, here: str) -> Iterator[pages.PeriodLink]:
    questionnaire = edition.questionnaire
    for cohort in around.cohorts:
        if (cohort.publication.questionnaire, cohort.publication.version) == (questionnaire.id, questionnaire.version):
            address = ranking_address(questionnaire.id, cohort.publication.period)
            yield pages.PeriodLink(text=cohort.publication.period, href=way(here, address))


def _versions(around: Surroundings, edition: Edition, here: str) -> tuple[pages.PeriodLink, ...]:
    name = edition.questionnaire.id
    versions = dict.fromkeys(
        each.publication.version for each in around.cohorts if each.publication.questionnaire == name
    )
    links = [
        pages.PeriodLink(
            text=each,
            href=way(here, questionnaire_address(name, each)),
            current=each == edition.questionnaire.version,
        )
        for each in versions
    ]
    return tuple(links) if len(links) > 1 else ()


def _sources(edition: Edition) -> Iterator[pages.Link]:
    for source in edition.questionnaire.sources.values():
        facts = [source.publisher or "", date_text(source.date, edition.language) if source.date else ""]
        known = ", ".join(each for each in facts if each)
        title = said(source.title, edition.language)
        yield pages.Link(text=f"{source.title.text} ({known})" if known else title, href=source.url or "")


def _commitments(around: Surroundings, edition: Edition, here: str) -> Iterator[pages.CommitmentRow]:
    """Yield every commitment with the questions that ask about it, and the targets that watch it."""
    questionnaire, language = edition.questionnaire, edition.language
    for key, commitment in questionnaire.commitments.items():
        asked = [each for each in questionnaire.questions.values() if key in each.commitments]
        yield pages.CommitmentRow(
            anchor=f"c-{key}",
            id=key,
            text=said(commitment.text, language),
            source=said(questionnaire.sources[commitment.source].title, language),
            asked=(
                *(pages.Link(text=each.number or each.id, href=f"#{question_anchor(each.id)}") for each in asked),
                *target_links(around, key, language, here),
            ),
        )
