"""The first pass: load everything, score what may be published, keep a small record of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assess.loading import (
    Workspace,
    load_dossier,
    load_mappings,
    load_translations,
    load_versions,
    lone_files,
    open_workspace,
    response_files,
    stray_problems,
)
from assess.loading.files import by_path
from assess.loading.targets import load_targets
from assess.loading.translations import Translations
from assess.model import Dossier, Publication, Questionnaire
from assess.model.periods import period_order
from assess.model.questionnaire import Versions
from assess.problems import Problem
from assess.publishing.intake import Count, Intake, keep, spooled, take
from assess.publishing.spool import Spool
from assess.ranking import Cohort, compare
from assess.scoring import Learnt, assess_beside
from assess.scoring.learning import learn, periods_of
from assess.targets import Followed, follow
from assess.translation import translate
from assess.versions import History, Recounts


class UnusableWorkspace(Exception):
    """assess.yaml or agencies.yaml was refused; `problems` say why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("unusable workspace")
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """A workspace after the first pass. `translated` holds its questionnaires by language, id and version.

    `recounts` is what results of different versions come to over what these have in common; `followed` are the targets,
    with what the published responses say of them.
    """

    workspace: Workspace
    translated: Mapping[str, Mapping[tuple[str, str], Questionnaire]]
    cohorts: Sequence[Cohort]
    recounts: Recounts
    followed: Sequence[Followed]
    spool: Spool
    problems: Sequence[Problem]
    count: Count


def collect(root: Path) -> Collected:
    """Load, check and score a workspace.

    Raises:
        UnusableWorkspace: nothing can be built from it.
    """
    workspace, problems = open_workspace(root)
    if workspace is None:
        raise UnusableWorkspace(problems)
    versions, more = load_versions(root, workspace.register)
    words, untranslated = load_translations(root, versions, workspace.settings)
    recounts = Recounts(History(versions, load_mappings(root, versions, workspace.register)))
    targets, of_targets = load_targets(workspace, versions)
    intake = Intake(
        workspace=workspace,
        versions=versions,
        recounts=recounts,
        targets=targets,
        withdrawn={(each.questionnaire, each.period, each.agency) for each in workspace.settings.withdrawn},
    )
    for file in response_files(root):
        take(intake, file)
    for file in lone_files(root):
        intake.problems += load_dossier(workspace, versions, file)[2]
    cohorts = list(_cohorts(intake))  # scores what is relative to a group, so that targets can be followed
    return Collected(
        workspace=workspace,
        translated={each: _translated(versions, words, each) for each in workspace.settings.languages},
        cohorts=cohorts,
        recounts=recounts,
        followed=[follow(each, intake.readings[each.id]) for each in targets],
        spool=intake.spool,
        problems=[*problems, *more, *untranslated, *of_targets, *by_path([*intake.problems, *stray_problems(root)])],
        count=intake.count,
    )


def _translated(versions: Versions, words: Translations, language: str) -> Mapping[tuple[str, str], Questionnaire]:
    """Return the questionnaires that can be used, in a language."""
    return {
        key: translate(each, words.get((*key, language)), language)
        for key, each in versions.items()
        if each is not None
    }


def _cohorts(intake: Intake) -> Iterator[Cohort]:
    """Yield a cohort for each publication: questionnaires in the order of assess.yaml, latest period first."""
    publish = intake.workspace.settings.publish
    order = list(dict.fromkeys(each.questionnaire for each in publish))
    latest = sorted(publish, key=lambda each: period_order(each.period), reverse=True)
    for publication in sorted(latest, key=lambda each: order.index(each.questionnaire)):
        questionnaire = intake.versions.get((publication.questionnaire, publication.version))
        if questionnaire is not None:
            learnt = _learnt(intake, questionnaire, publication)
            if questionnaire.stages:
                _compare(intake, questionnaire, publication, learnt)
            records, awaiting = intake.records[publication], intake.awaiting[publication]
            shape = intake.shapes.get(publication)
            yield compare(publication, questionnaire, records, intake.workspace.register, learnt, awaiting, shape)


def _learnt(intake: Intake, questionnaire: Questionnaire, publication: Publication) -> Mapping[str, Learnt]:
    """Return what the groups come to in the channel of a publication, and in the declared one beside it."""
    channels = dict.fromkeys((publication.channel, "declared"))
    periods = sorted(periods_of(questionnaire, publication.period))

    def dossiers() -> Iterator[Dossier]:
        """Yield what the group is made of: periods in order, the agencies of each as read."""
        for period in periods:
            for agency in intake.members[questionnaire.id, questionnaire.version, period]:
                yield spooled(intake, (questionnaire.id, questionnaire.version, period, agency))

    return {each: learn(questionnaire, publication.period, each, dossiers) for each in channels}


def _compare(
    intake: Intake, questionnaire: Questionnaire, publication: Publication, learnt: Mapping[str, Learnt]
) -> None:
    """Score what is published and relative to a group, now that it is known."""
    for agency in intake.published[publication]:
        dossier = spooled(intake, (questionnaire.id, questionnaire.version, publication.period, agency))
        keep(intake, publication, assess_beside(questionnaire, dossier, learnt, publication.channel))
