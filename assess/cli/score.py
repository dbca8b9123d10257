"""`assess score`: what responses come to, as a table for people, or as JSON, CSV or Markdown."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from assess.cli.scores import WRITERS, Named
from assess.cli.trouble import EXIT_PROBLEMS, Trouble
from assess.cli.workspaces import in_language, opened, root_of
from assess.loading import ResponseFile, Workspace, load_dossier, load_questionnaire, questionnaire_versions
from assess.loading.files import shown_path
from assess.model import Questionnaire
from assess.problems import Problem
from assess.scoring import Assessment, assess


def run(options: Namespace) -> int:
    """Score the files and write what they come to; files with problems are told of, the others go on."""
    paths = [Path(each).absolute() for each in options.files]
    for path in paths:
        if not path.exists():
            raise Trouble("no_path", path=shown_path(path))
    root = root_of(options, paths[0].parent)
    workspace, problems = opened(root, options)
    assessments, more = _assess(workspace, [_response_file(root, path) for path in paths])
    problems = (*problems, *more)
    shown = [
        (each, _agency_name(workspace, each, options.lang))
        for each in _translated(workspace, assessments, options.lang)
    ]
    for line in _lines(shown, options):
        print(line)
    if problems:
        from assess.cli.problems import tell  # with the catalogue of rules: for a run that needs it

        tell(problems, options.lang)
    return EXIT_PROBLEMS if any(each.refuses for each in problems) else 0


def _lines(assessments: Named, options: Namespace) -> Iterator[str]:
    if options.explain is None:
        return WRITERS[options.format](assessments, options.lang)
    from assess.cli.explaining import explanation  # as much code again as scoring: for a run that needs it

    return explanation(assessments, options.explain, options.lang)


def _assess(workspace: Workspace, files: Sequence[ResponseFile]) -> tuple[list[Assessment], list[Problem]]:
    """Score what can be scored; only the questionnaires that the files stand under are loaded."""
    kinds = list(workspace.register.kinds)
    versions: dict[tuple[str, str], Questionnaire | None] = {}
    problems: list[Problem] = []
    for name in dict.fromkeys(file.questionnaire for file in files):
        for version in questionnaire_versions(workspace.root).get(name, ()):
            versions[name, version], found = load_questionnaire(workspace.root, name, version, kinds)
            problems += found
    assessments = []
    for file in files:
        dossier, _, found = load_dossier(workspace, versions, file)
        problems += found
        if dossier is not None:
            response = dossier.response
            questionnaire = versions[response.questionnaire, response.version]
            assert questionnaire is not None, "a response passes the gate with its questionnaire"  # noqa: S101
            assessments.append(assess(questionnaire, dossier))
    return assessments, problems


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
