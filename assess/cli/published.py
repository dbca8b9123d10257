"""What commands about all that is published begin with: a workspace after the first pass, and what surrounds it."""

from argparse import Namespace

from assess.cli.problems import tell
from assess.cli.trouble import Trouble
from assess.cli.words import SAID
from assess.cli.workspaces import root_of
from assess.presentation.channels import origin
from assess.presentation.edition import Edition, edition_of
from assess.presentation.ranking.groups import Ranked
from assess.presentation.surroundings import Surroundings
from assess.publishing.collecting import Collected, UnusableWorkspace, collect
from assess.publishing.resources import words
from assess.ranking import Cohort


def collected_in(options: Namespace) -> Collected:
    """Load, check and score the workspace; stop with its problems where it cannot be used."""
    try:
        return collect(root_of(options))
    except UnusableWorkspace as error:
        tell(error.problems, options.lang)
        raise Trouble("unusable") from None


def surroundings_of(collected: Collected, language: str) -> Surroundings:
    """Return what is published in a language, for tables and data: no pages are drawn."""
    translated, said = collected.translated.get(language, {}), words(language)
    published = {(each.publication.questionnaire, each.publication.version): each for each in collected.cohorts}
    return Surroundings(
        settings=collected.workspace.settings,
        register=collected.workspace.register,
        cohorts=collected.cohorts,
        editions={
            key: edition_of(translated.get(key, each.questionnaire), language, "", said, lambda template, record: "")
            for key, each in published.items()
        },
        children={},
        predecessors={},
        recounts=collected.recounts,
        followed=collected.followed,
    )


def channel_text(edition: Edition, cohort: Cohort, language: str) -> str:
    """Return whose answers a ranking goes by."""
    channel = cohort.publication.channel
    return origin(edition, channel) or SAID[language][f"channel_{channel}"]


def group_text(edition: Edition, group: Ranked) -> str:
    """Return what a group of a ranking is called."""
    return group.title or edition.words["without_group"]
