"""The page of a questionnaire's version: what is asked, of whom, how it is scored, and where it comes from."""

from collections.abc import Iterator

from assess.model import Dimension
from assess.presentation import pages
from assess.presentation.addresses import (
    glossary_address,
    method_address,
    questionnaire_address,
    ranking_address,
    way,
)
from assess.presentation.conditions import Speaker
from assess.presentation.edition import Edition, dimension_anchor
from assess.presentation.questionnaire.commitments import commitments, documents
from assess.presentation.questionnaire.questions import sections
from assess.presentation.rules import ranking_rule, scoring_rule
from assess.presentation.surroundings import Surroundings, kind_name
from assess.presentation.wording import said


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
        rules=tuple(_summary(speaker)),
        method=pages.Link(
            text=words["method_in_full"], href=way(here, method_address(questionnaire.id, questionnaire.version))
        ),
        bands=edition.bands,
        tree=tuple(_tree(edition)),
        sections=tuple(sections(around, edition, speaker, here)),
        description=said(questionnaire.description, language),
        asked=tuple(_asked(around, edition, kind) for kind in kinds),
        results=tuple(_results(around, edition, here)),
        versions=_versions(around, edition, here),
        levels=tuple(_levels(edition)),
        glossary=pages.Link(text=words["glossary"], href=way(here, glossary_address()))
        if questionnaire.glossary
        else None,
        sources=tuple(documents(edition)),
        commitments=tuple(commitments(around, edition, here)),
    )


def _asked(around: Surroundings, edition: Edition, kind: str) -> str:
    count = sum(kind in reach for reach in edition.questionnaire.asked_of.values())
    name = kind_name(around, kind, edition.language)
    return edition.words["asked_count"].format(kind=name, count=count)


def _speaker(around: Surroundings, edition: Edition) -> Speaker:
    return Speaker(edition.questionnaire, edition.language, edition.words, around.register)


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
                    band._replace(description=said(told[level.id], edition.language))
                    for level, band in levels
                    if level.id in told
                ),
            )


def _tree(edition: Edition) -> Iterator[pages.TreeRow]:
    """Yield the dimensions in order, as a list of contents."""
    for branch in edition.branches:
        count = len(list(branch.dimension.every_question()))
        yield pages.TreeRow(
            number=branch.dimension.number,
            title=branch.title,
            href=f"#{dimension_anchor(_first_with_questions(branch.dimension).id)}",
            depth=branch.depth,
            count=edition.words["question_counted"].format(count=count),
        )


def _first_with_questions(dimension: Dimension) -> Dimension:
    return dimension if dimension.questions else _first_with_questions(dimension.dimensions[0])


def _summary(speaker: Speaker) -> Iterator[str]:
    """Yield how the whole is scored and ranked, in short; the page of the method says it in full."""
    scoring = speaker.questionnaire.scoring
    yield " ".join([scoring_rule(scoring, speaker), speaker.words[f"rule_missing_{scoring.missing}"]])
    yield ranking_rule(speaker)


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
