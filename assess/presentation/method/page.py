"""The page of a questionnaire's method, made from its YAML so that it cannot say anything else than what is done."""

from collections.abc import Iterator

from assess.presentation import pages
from assess.presentation.addresses import (
    method_address,
    numbers_address,
    questionnaire_address,
    sources_address,
    way,
)
from assess.presentation.edition import Edition
from assess.presentation.method.answers import answer_rules
from assess.presentation.method.example import example_of
from assess.presentation.method.nodes import after, formulas, missing, node_specials, worked_nodes
from assess.presentation.method.order import arithmetic, bands, example_level, level_rules, ranking, sure
from assess.presentation.method.weights import weights
from assess.presentation.pages.method import MethodPage
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import plain_text, said


def method_page(around: Surroundings, edition: Edition) -> MethodPage:
    """Return the page of one version."""
    questionnaire, words = edition.questionnaire, edition.words
    here = method_address(questionnaire.id, questionnaire.version)
    asked = questionnaire_address(questionnaire.id, questionnaire.version)
    title = plain_text(said(questionnaire.title, edition.language))
    example = example_of(around, edition)
    level, unmet = example_level(example)
    versions = tuple(_versions(around, edition, here))
    return MethodPage(
        title=words["method_title"].format(title=title),
        lead=words["method_lead"],
        crumbs=(
            pages.Link(text=words["home"], href=way(here, "")),
            pages.Link(text=title, href=way(here, questionnaire_address(questionnaire.id))),
            pages.Link(text=words["method"], href=""),
        ),
        version=questionnaire.version,
        questionnaire=pages.Link(text=words["method_questions"], href=way(here, asked)),
        versions=versions if len(versions) > 1 else (),
        numbers=tuple(_numbers(around, edition, here)),
        sources=pages.Link(text=words["sources_of_all"], href=way(here, sources_address())),
        answers=tuple(answer_rules(example, here, asked)),
        missing=tuple(missing(example)),
        weights=weights(around, edition, here, asked),
        formulas=tuple(formulas(example)),
        nodes=tuple(node_specials(example, here, asked)),
        after=tuple(after(example)),
        worked=tuple(worked_nodes(example)),
        bands=tuple(bands(edition, example.speaker)),
        levels=tuple(level_rules(edition)),
        example_level=level,
        unmet=unmet,
        ranking=tuple(ranking(edition, example.speaker)),
        sure=tuple(sure(edition, example.speaker)),
        arithmetic=tuple(arithmetic(edition)),
    )


def _versions(around: Surroundings, edition: Edition, here: str) -> Iterator[pages.PeriodLink]:
    name = edition.questionnaire.id
    published = (each.publication for each in around.cohorts)
    for version in dict.fromkeys(each.version for each in published if each.questionnaire == name):
        yield pages.PeriodLink(
            text=version,
            href=way(here, method_address(name, version)),
            current=version == edition.questionnaire.version,
        )


def _numbers(around: Surroundings, edition: Edition, here: str) -> Iterator[pages.PeriodLink]:
    """Yield the ways to what is to be known of the numbers of each period in which this version was answered."""
    questionnaire = edition.questionnaire
    for cohort in around.cohorts:
        that = cohort.publication
        if (that.questionnaire, that.version) == (questionnaire.id, questionnaire.version):
            yield pages.PeriodLink(text=that.period, href=way(here, numbers_address(questionnaire.id, that.period)))
