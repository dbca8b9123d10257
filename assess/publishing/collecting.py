"""The first pass: load everything, score what may be published, keep a small record of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assess.loading import (
    ResponseFile,
    Versions,
    Workspace,
    load_dossier,
    load_mappings,
    load_targets,
    load_translations,
    load_versions,
    lone_files,
    open_workspace,
    response_files,
    stray_problems,
)
from assess.loading.files import by_path
from assess.model import Publication, Questionnaire, Response, Target
from assess.problems import Problem
from assess.publishing.spool import Spool
from assess.ranking import Cohort, Record, compare, record_of
from assess.scoring import Assessment, assess
from assess.targets import Followed, Reading, follow, reading_of
from assess.translation import translate
from assess.versions import Recounts
from assess.versions import Versions as History


class UnusableWorkspace(Exception):
    """assess.yaml or agencies.yaml was refused; `problems` say why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("unusable workspace")
        self.problems = tuple(problems)


@dataclass(slots=True, kw_only=True)
class Count:
    """What became of the response files: read = built + refused + skipped."""

    read: int = 0
    built: int = 0
    refused: int = 0
    skipped: int = 0


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
    versions, more = load_versions(root, list(workspace.register.kinds))
    words, untranslated = load_translations(root, versions, workspace.settings.languages)
    targets, of_targets = load_targets(workspace, versions)
    found: list[Problem] = []
    spool, count = Spool(), Count()
    records: dict[Publication, list[Record]] = {each: [] for each in workspace.settings.publish}
    recounts = Recounts(History(versions, load_mappings(root, versions, list(workspace.register.kinds))))
    readings: dict[str, list[Reading]] = {each.id: [] for each in targets}
    for file in response_files(root):
        taken = _take(workspace, versions, file, spool, count, found, recounts)
        if taken:
            publication, assessment = taken
            records[publication].append(record_of(assessment, assessment.dossier.agency.kind))
            for target, reading in _readings(targets, assessment):
                readings[target].append(reading)
    for file in lone_files(root):
        found += load_dossier(workspace, versions, file)[2]
    found = [*problems, *more, *untranslated, *of_targets, *by_path([*found, *stray_problems(root)])]
    return Collected(
        workspace=workspace,
        translated={
            language: {
                key: translate(each, words.get((*key, language)), language)
                for key, each in versions.items()
                if each is not None
            }
            for language in workspace.settings.languages
        },
        cohorts=list(_cohorts(workspace, versions, records)),
        recounts=recounts,
        followed=[follow(each, readings[each.id]) for each in targets],
        spool=spool,
        problems=found,
        count=count,
    )


def publication_of(workspace: Workspace, response: Response) -> Publication | None:
    """Return under which publication a response is shown; None when it is not: a draft, withdrawn, or not named."""
    settings = workspace.settings
    key = (response.questionnaire, response.period, response.agency)
    if response.status != "submitted" or any(
        (each.questionnaire, each.period, each.agency) == key for each in settings.withdrawn
    ):
        return None
    for each in settings.publish:
        if (each.questionnaire, each.period, each.version) == (
            response.questionnaire,
            response.period,
            response.version,
        ) and each.allows(response.agency):
            return each
    return None


def _take(
    workspace: Workspace,
    versions: Versions,
    file: ResponseFile,
    spool: Spool,
    count: Count,
    problems: list[Problem],
    recounts: Recounts,
) -> tuple[Publication, Assessment] | None:
    """Load one file; when it is to be published, spool its data and score it."""
    count.read += 1
    dossier, data, found = load_dossier(workspace, versions, file)
    problems += found
    if dossier is None:
        count.refused += 1  # also without a problem of its own, where its questionnaire was refused
        return None
    response = dossier.response
    publication = publication_of(workspace, response)
    questionnaire = versions[response.questionnaire, response.version]
    if publication is None or questionnaire is None:
        count.skipped += 1
        return None
    count.built += 1
    recounts.take(dossier, publication.channel, _other_versions(workspace, publication))
    spool.put((publication.questionnaire, publication.period, response.agency), data)
    return publication, assess(questionnaire, dossier)


def _readings(targets: Sequence[Target], assessment: Assessment) -> Iterator[tuple[str, Reading]]:
    """Yield what a published response says of each target that is about it, by the target's id."""
    for target in targets:
        reading = reading_of(target, assessment)
        if reading is not None:
            yield target.id, reading


def _other_versions(workspace: Workspace, publication: Publication) -> set[str]:
    """Return the versions in which the questionnaire is published in other periods."""
    same = {each.version for each in workspace.settings.publish if each.questionnaire == publication.questionnaire}
    return same - {publication.version}


def _cohorts(
    workspace: Workspace, versions: Versions, records: Mapping[Publication, Sequence[Record]]
) -> Iterator[Cohort]:
    """Yield a cohort for each publication: questionnaires in the order of assess.yaml, latest period first."""
    order = list(dict.fromkeys(each.questionnaire for each in workspace.settings.publish))
    latest = sorted(workspace.settings.publish, key=lambda each: each.period, reverse=True)
    for publication in sorted(latest, key=lambda each: order.index(each.questionnaire)):
        questionnaire = versions.get((publication.questionnaire, publication.version))
        if questionnaire is not None:
            yield compare(publication, questionnaire, records[publication], workspace.register)
