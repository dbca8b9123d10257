"""The first pass: load everything, score what may be published, keep a small record of each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assess.loading import (
    ResponseFile,
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
from assess.model import Dossier, Publication, Questionnaire, Response, Target
from assess.model.periods import period_order
from assess.model.questionnaire import Versions
from assess.problems import Problem
from assess.profiles import Shape, shape_of
from assess.publishing.spool import Spool
from assess.ranking import Cohort, Record, compare, record_of
from assess.scoring import ALONE, Assessment, Learnt, assess_beside
from assess.scoring.learning import learn, periods_of
from assess.targets import Followed, Reading, follow, reading_of
from assess.translation import translate
from assess.versions import History, Recounts


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


@dataclass(slots=True, kw_only=True)
class _Intake:
    """What the first pass gathers.

    `members` are the agencies whose results may be shown, by questionnaire, version and period: nobody else enters the
    groups that they are compared with. `withdrawn` is what was taken back, by questionnaire, period and agency.
    `same` holds one of each thing that many records hold.
    """

    workspace: Workspace
    versions: Versions
    recounts: Recounts
    targets: Sequence[Target]
    withdrawn: Set[tuple[str, str, str]]
    spool: Spool = field(default_factory=Spool)
    count: Count = field(default_factory=Count)
    problems: list[Problem] = field(default_factory=list)
    records: dict[Publication, list[Record]] = field(default_factory=lambda: defaultdict(list))
    published: dict[Publication, list[str]] = field(default_factory=lambda: defaultdict(list))
    awaiting: dict[Publication, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    readings: dict[str, list[Reading]] = field(default_factory=lambda: defaultdict(list))
    members: dict[tuple[str, str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    shapes: dict[Publication, Shape] = field(default_factory=dict)
    same: dict[Any, Any] = field(default_factory=dict)


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
    intake = _Intake(
        workspace=workspace,
        versions=versions,
        recounts=recounts,
        targets=targets,
        withdrawn={(each.questionnaire, each.period, each.agency) for each in workspace.settings.withdrawn},
    )
    for file in response_files(root):
        _take(intake, file)
    for file in lone_files(root):
        intake.problems += load_dossier(workspace, versions, file)[2]
    cohorts = list(_cohorts(intake))  # scores what is relative to a group, so that targets can be followed
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
        cohorts=cohorts,
        recounts=recounts,
        followed=[follow(each, intake.readings[each.id]) for each in targets],
        spool=intake.spool,
        problems=[*problems, *more, *untranslated, *of_targets, *by_path([*intake.problems, *stray_problems(root)])],
        count=intake.count,
    )


def _publication_of(intake: _Intake, response: Response) -> Publication | None:
    """Return under which publication a response is shown, once there is what its channel takes.

    None when it may not be: a draft, withdrawn, or not named.
    """
    key = (response.questionnaire, response.period, response.agency)
    if response.status != "submitted" or key in intake.withdrawn:
        return None
    for each in intake.workspace.settings.publish:
        if (each.questionnaire, each.period, each.version) == (
            response.questionnaire,
            response.period,
            response.version,
        ) and each.allows(response.agency):
            return each
    return None


def _take(intake: _Intake, file: ResponseFile) -> None:
    """Load one file; spool it when it may be published, also where it only enters a group that others stand in.

    What is relative to no group is scored at once.
    """
    intake.count.read += 1
    dossier, _, found = load_dossier(intake.workspace, intake.versions, file)
    intake.problems += found
    if dossier is None:
        intake.count.refused += 1  # also without a problem of its own, where its questionnaire was refused
        return
    response = dossier.response
    publication = _publication_of(intake, response)
    questionnaire = intake.versions[response.questionnaire, response.version]
    assert questionnaire is not None, "a response passes the gate with its questionnaire"  # noqa: S101
    key = (response.questionnaire, response.version, response.period)
    member = bool(questionnaire.stages) and publication is not None  # whoever is not published leaves no trace
    if member:
        intake.members[key].append(response.agency)
    if publication is not None and not dossier.has(publication.channel):  # no survey, or no review that is not stale
        stale = publication.channel == "verified" and dossier.stale
        intake.awaiting[publication][response.agency] = "stale" if stale else publication.channel
        publication = None
    if publication is not None or member:
        intake.spool.put((*key, response.agency), dossier)
    if publication is None:
        intake.count.skipped += 1
        return
    intake.count.built += 1
    intake.published[publication].append(response.agency)
    intake.recounts.take(dossier, publication.channel, _other_versions(intake.workspace, publication))
    if not questionnaire.stages:
        alone = {publication.channel: ALONE, "declared": ALONE}
        _keep(intake, publication, assess_beside(questionnaire, dossier, alone, publication.channel))


def _keep(intake: _Intake, publication: Publication, assessment: Assessment) -> None:
    """Keep of an assessment what others are told: its record, and what it says of each target that is about it."""
    if publication not in intake.shapes:
        intake.shapes[publication] = shape_of(assessment.questionnaire, assessment.score)
    record = record_of(assessment, assessment.dossier.agency.kind, intake.shapes[publication])
    intake.records[publication].append(_shared(record, intake.same))
    for target in intake.targets:
        reading = reading_of(target, assessment)
        if reading is not None:
            intake.readings[target.id].append(reading)


def _shared(record: Record, same: dict[Any, Any]) -> Record:
    """Return a record that holds what is equal in several of them once: that is most of it."""
    profile, keep = record.profile, same.setdefault
    assert profile is not None, "a record that is kept has a profile"  # noqa: S101
    return record._replace(
        profile=profile._replace(
            values=tuple(map(keep, profile.values, profile.values)), weights=keep(profile.weights, profile.weights)
        ),
        answers=tuple(map(keep, record.answers, record.answers)),
        groupings=tuple(map(keep, record.groupings, record.groupings)),
    )


def _other_versions(workspace: Workspace, publication: Publication) -> set[str]:
    """Return the versions in which the questionnaire is published in other periods."""
    same = {each.version for each in workspace.settings.publish if each.questionnaire == publication.questionnaire}
    return same - {publication.version}


def _cohorts(intake: _Intake) -> Iterator[Cohort]:
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


def _learnt(intake: _Intake, questionnaire: Questionnaire, publication: Publication) -> Mapping[str, Learnt]:
    """Return what the groups come to in the channel of a publication, and in the declared one beside it."""
    channels = dict.fromkeys((publication.channel, "declared"))
    periods = sorted(periods_of(questionnaire, publication.period))

    def dossiers() -> Iterator[Dossier]:
        """Yield what the group is made of: periods in order, the agencies of each as read."""
        for period in periods:
            for agency in intake.members[questionnaire.id, questionnaire.version, period]:
                yield _spooled(intake, (questionnaire.id, questionnaire.version, period, agency))

    return {each: learn(questionnaire, publication.period, each, dossiers) for each in channels}


def _compare(
    intake: _Intake, questionnaire: Questionnaire, publication: Publication, learnt: Mapping[str, Learnt]
) -> None:
    """Score what is published and relative to a group, now that it is known."""
    for agency in intake.published[publication]:
        dossier = _spooled(intake, (questionnaire.id, questionnaire.version, publication.period, agency))
        _keep(intake, publication, assess_beside(questionnaire, dossier, learnt, publication.channel))


def _spooled(intake: _Intake, key: tuple[str, str, str, str]) -> Dossier:
    return intake.spool.get(key, intake.workspace.register.agencies[key[-1]])
