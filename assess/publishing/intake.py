"""What the first pass takes in: one response file after the other, and a small record of each that is shown."""

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from assess.loading import ResponseFile, Workspace, load_dossier
from assess.model import Dossier, Publication, Response, Target
from assess.model.questionnaire import Versions
from assess.problems import Problem
from assess.profiles import Shape, shape_of
from assess.publishing.spool import Spool
from assess.ranking import Record, record_of
from assess.scoring import ALONE, Assessment, assess_beside
from assess.targets import Reading, reading_of
from assess.versions import Recounts


@dataclass(slots=True, kw_only=True)
class Count:
    """What became of the response files: read = built + refused + skipped."""

    read: int = 0
    built: int = 0
    refused: int = 0
    skipped: int = 0


@dataclass(slots=True, kw_only=True)
class Intake:
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


def take(intake: Intake, file: ResponseFile) -> None:
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
        keep(intake, publication, assess_beside(questionnaire, dossier, alone, publication.channel))


def keep(intake: Intake, publication: Publication, assessment: Assessment) -> None:
    """Keep of an assessment what others are told: its record, and what it says of each target that is about it."""
    if publication not in intake.shapes:
        intake.shapes[publication] = shape_of(assessment.questionnaire, assessment.score)
    record = record_of(assessment, assessment.dossier.agency.kind, intake.shapes[publication])
    intake.records[publication].append(_shared(record, intake.same))
    for target in intake.targets:
        reading = reading_of(target, assessment)
        if reading is not None:
            intake.readings[target.id].append(reading)


def spooled(intake: Intake, key: tuple[str, str, str, str]) -> Dossier:
    """Return what was put away of an agency; `key` is questionnaire, version, period and agency."""
    return intake.spool.get(key, intake.workspace.register.agencies[key[-1]])


def _publication_of(intake: Intake, response: Response) -> Publication | None:
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


def _shared(record: Record, same: dict[Any, Any]) -> Record:
    """Return a record that holds what is equal in several of them once: that is most of it."""
    profile, once = record.profile, same.setdefault
    assert profile is not None, "a record that is kept has a profile"  # noqa: S101
    return record._replace(
        profile=profile._replace(
            values=tuple(map(once, profile.values, profile.values)), weights=once(profile.weights, profile.weights)
        ),
        answers=tuple(map(once, record.answers, record.answers)),
        groupings=tuple(map(once, record.groupings, record.groupings)),
    )


def _other_versions(workspace: Workspace, publication: Publication) -> set[str]:
    """Return the versions in which the questionnaire is published in other periods."""
    same = {each.version for each in workspace.settings.publish if each.questionnaire == publication.questionnaire}
    return same - {publication.version}
