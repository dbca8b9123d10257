"""What commands about what is published share: a workspace after the first pass, what surrounds it, and one group."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import Any

from assess.cli.problems import tell
from assess.cli.trouble import EXIT_PROBLEMS, Trouble
from assess.cli.words import SAID
from assess.cli.workspaces import concerning, root_of
from assess.model import Publication
from assess.presentation.channels import origin
from assess.presentation.edition import Edition
from assess.presentation.ranking.groups import Ranked
from assess.presentation.surroundings import Surroundings
from assess.publishing.collecting import Collected, UnusableWorkspace, collect
from assess.publishing.surroundings import surroundings_of
from assess.ranking import Cohort
from assess.scoring import Assessment, assess
from assess.scoring.learning import periods_of

Lines = Callable[[Collected, Surroundings, Cohort, Namespace], Iterator[str]]
"""Writes what a command tells of a group."""


def tell_of(options: Namespace, lines: Lines) -> int:
    """Write what a command tells of the group asked for, and the problems of its files; return the exit code."""
    collected = collected_in(options)
    with closing(collected.spool):
        cohort = cohorts_in(collected, options)[0]  # the first questionnaire and its latest period, if none is named
        for line in lines(collected, published_in(collected, options.lang), cohort, options):
            print(line)
    problems = concerning(collected.problems, collected.workspace.root, _compared(cohort))
    tell(problems, options.lang)
    return EXIT_PROBLEMS if any(each.refuses for each in problems) else 0


def collected_in(options: Namespace) -> Collected:
    """Load, check and score the workspace; stop with its problems where it cannot be used."""
    try:
        return collect(root_of(options))
    except UnusableWorkspace as error:
        tell(error.problems, options.lang)
        raise Trouble("unusable") from None


def published_in(collected: Collected, language: str) -> Surroundings:
    """Return what is published in a language, for tables and data: no pages are drawn."""
    return surroundings_of(collected, language, lambda template, record: "")


def head_of(publication: Publication) -> dict[str, Any]:
    """Return how JSON on a group begins: its format, and what was published."""
    return {
        "format": 1,
        "questionnaire": publication.questionnaire,
        "questionnaire_version": publication.version,
        "period": publication.period,
    }


def channel_text(edition: Edition, cohort: Cohort, language: str) -> str:
    """Return whose answers a ranking goes by."""
    channel = cohort.publication.channel
    return origin(edition, channel) or SAID[language][f"channel_{channel}"]


def group_text(edition: Edition, group: Ranked) -> str:
    """Return what a group of a ranking is called."""
    return group.title or edition.words["without_group"]


def assessed(collected: Collected, cohort: Cohort, agency: str) -> Assessment:
    """Return what the response of one agency of a group comes to, once more: only records are kept of it."""
    publication = cohort.publication
    key = (publication.questionnaire, publication.version, publication.period, agency)
    dossier = collected.spool.get(key, collected.workspace.register.agencies[agency])
    channel = publication.channel
    return assess(cohort.questionnaire, dossier, cohort.learnt[channel], channel)


def _compared(cohort: Cohort) -> Iterator[Publication]:
    """Yield what a group goes by: its own period, and those that it compares with."""
    publication = cohort.publication
    yield publication
    if cohort.questionnaire.stages:
        for period in sorted(periods_of(cohort.questionnaire, publication.period)):
            yield publication._replace(period=period)


def cohorts_in(collected: Collected, options: Namespace) -> Sequence[Cohort]:
    """Return the cohorts asked for, by questionnaire and period; stop where there is none, and say why."""
    found = [each for each in collected.cohorts if _is_asked(each.publication, options)]
    if found:
        return found
    published = collected.workspace.settings.publish
    for each in published:
        if _is_asked(each, options):
            tell(concerning(collected.problems, collected.workspace.root, [each]), options.lang)
            raise Trouble("unusable_questionnaire", EXIT_PROBLEMS, questionnaire=each.questionnaire)
    wanted = [each for each in (options.questionnaire, options.period) if each]
    known = ", ".join(f"{each.questionnaire} {each.period}" for each in published) or "–"
    raise Trouble("nothing_published", what=" ".join(wanted) or f"assess {options.command}", known=known)


def _is_asked(publication: Publication, options: Namespace) -> bool:
    named = options.questionnaire in (None, publication.questionnaire)
    return named and options.period in (None, publication.period)
