"""`assess score`: what responses come to, as a table for people, or as JSON, CSV or Markdown."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from assess.cli.scores import WRITERS, Named
from assess.cli.streams import message
from assess.cli.trouble import EXIT_PROBLEMS, Trouble
from assess.cli.workspaces import in_language, opened, root_of
from assess.loading import (
    ResponseFile,
    Workspace,
    load_dossier,
    load_questionnaire,
    questionnaire_versions,
    response_files,
)
from assess.loading.files import shown_path
from assess.model import Dossier, Questionnaire
from assess.model.questionnaire import Versions
from assess.problems import Problem
from assess.scoring import ALONE, Assessment, Learnt, assess_beside


class Scored(NamedTuple):
    """What files come to, and what is wrong with them; of the agencies of `lacking` the channel has nothing."""

    assessments: Sequence[Assessment]
    problems: Sequence[Problem]
    lacking: Sequence[ResponseFile]


def run(options: Namespace) -> int:
    """Score the files and write what they come to; files that cannot be scored are told of, the others go on."""
    paths = [Path(each).absolute() for each in options.files]
    for path in paths:
        if not path.exists():
            raise Trouble("no_path", path=shown_path(path))
    root = root_of(options, paths[0].parent)
    workspace, problems = opened(root, options)
    scored = assess_files(workspace, [_response_file(root, path) for path in paths], options.channel)
    assessments, problems = scored.assessments, (*problems, *scored.problems)
    translated = _translated(workspace, assessments, options.lang)
    shown = [(each, _agency_name(workspace, each, options.lang)) for each in translated]
    for line in _lines(shown, options):
        print(line)
    if problems:
        from assess.cli.problems import tell  # with the catalogue of rules: for a run that needs it

        tell(problems, options.lang)
    for each in scored.lacking:
        message(lacks(each, options.channel).text(options.lang))
    return EXIT_PROBLEMS if scored.lacking or any(each.refuses for each in problems) else 0


def _lines(assessments: Named, options: Namespace) -> Iterator[str]:
    if options.explain is None:
        return WRITERS[options.format](assessments, options.lang)
    from assess.cli.explaining import explanation  # as much code again as scoring: for a run that needs it

    return explanation(assessments, options.explain, options.lang)


def lacks(file: ResponseFile, channel: str) -> Trouble:
    """Return the trouble that there is no review, or no survey, beside a response."""
    return Trouble(f"not_{channel}", EXIT_PROBLEMS, path=shown_path(file.path))


def assess_files(workspace: Workspace, files: Sequence[ResponseFile], channel: str) -> Scored:
    """Score what can be scored in a channel; only the questionnaires that the files stand under are loaded.

    Problems are those of the files and of the versions that they answer. What is relative to a group takes it from the
    workspace around.
    """
    versions, wrong = versions_of(workspace, files)
    problems: list[Problem] = []
    used: set[tuple[str, str]] = set()
    learnt: dict[tuple[str, str, str], Mapping[str, Learnt]] = {}
    assessments = []
    lacking = []
    for file in files:
        dossier, _, found = load_dossier(workspace, versions, file)
        problems += found
        if dossier is None:  # also without a problem of its own, where its questionnaire was refused
            used |= {key for key, each in versions.items() if key[0] == file.questionnaire and each is None}
            continue
        used.add((dossier.response.questionnaire, dossier.response.version))
        if not dossier.has(channel):
            lacking.append(file)
            continue
        response = dossier.response
        questionnaire = versions[response.questionnaire, response.version]
        assert questionnaire is not None, "a response passes the gate with its questionnaire"  # noqa: S101
        key = (response.questionnaire, response.version, response.period)
        if key not in learnt:
            learnt[key] = _learnt(workspace, versions, questionnaire, response.period, channel)
        assessments.append(assess_beside(questionnaire, dossier, learnt[key], channel))
    told = [each for key, found in wrong.items() if key in used for each in found]
    return Scored(assessments, [*told, *problems], lacking)


def versions_of(
    workspace: Workspace, files: Sequence[ResponseFile]
) -> tuple[Versions, Mapping[tuple[str, str], Sequence[Problem]]]:
    """Return every version of the questionnaires that files stand under, and the problems of each."""
    versions: dict[tuple[str, str], Questionnaire | None] = {}
    problems: dict[tuple[str, str], Sequence[Problem]] = {}
    for name in dict.fromkeys(file.questionnaire for file in files):
        for version in questionnaire_versions(workspace.root).get(name, ()):
            key = (name, version)
            versions[key], problems[key] = load_questionnaire(workspace.root, name, version, workspace.register)
    return versions, problems


def _learnt(
    workspace: Workspace, versions: Versions, questionnaire: Questionnaire, period: str, channel: str
) -> Mapping[str, Learnt]:
    """Return what the groups come to, by channel; what is wrong with the others' files is not this one's trouble."""
    channels = dict.fromkeys((channel, "declared"))
    if not questionnaire.stages:
        return dict.fromkeys(channels, ALONE)
    from assess.scoring.learning import learn, periods_of  # for a questionnaire that compares agencies

    periods = periods_of(questionnaire, period)

    def dossiers() -> Iterator[Dossier]:
        """Yield all that can be used of this version in the periods that count."""
        for file in response_files(workspace.root):
            if file.questionnaire == questionnaire.id and file.period in periods:
                dossier = load_dossier(workspace, versions, file)[0]
                if dossier is not None and dossier.response.version == questionnaire.version:
                    yield dossier

    return {each: learn(questionnaire, period, each, dossiers) for each in channels}


def _response_file(root: Path, path: Path) -> ResponseFile:
    parts = path.relative_to(root.absolute()).parts if root.absolute() in path.parents else ()
    if len(parts) != 4 or parts[0] != "responses" or path.suffix != ".yaml":
        raise Trouble("not_a_response", path=shown_path(path))
    return ResponseFile(path, parts[1], parts[2], path.stem)


def _translated(workspace: Workspace, assessments: Sequence[Assessment], language: str) -> Iterator[Assessment]:
    for each in assessments:
        yield each._replace(questionnaire=in_language(workspace, each.questionnaire, language))


def _agency_name(workspace: Workspace, assessment: Assessment, language: str) -> str:
    return workspace.register.agencies[assessment.response.agency].name_in(language)
