"""`assess export`: the open data of the site, as files in a folder of their own."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from assess.cli.problems import tell
from assess.cli.published import cohorts_in, collected_in, published_in
from assess.cli.trouble import EXIT_PROBLEMS, Trouble
from assess.cli.words import SAID
from assess.cli.workspaces import concerning
from assess.loading.files import shown_path
from assess.loading.targets import TARGETS_FILE
from assess.presentation.surroundings import Surroundings
from assess.presentation.targets import shown_targets
from assess.publishing.collecting import Collected
from assess.publishing.data import Contents
from assess.publishing.exporting import Exported, export
from assess.publishing.files import TargetError
from assess.publishing.visiting import Visits
from assess.ranking import Cohort
from assess.targets import Followed

DESCRIBED = 3
"""So many files describe the others."""


def run(options: Namespace) -> int:
    """Write the files, sum up, and tell the problems."""
    collected = collected_in(options)
    with closing(collected.spool):
        cohorts = cohorts_in(collected, options)
        exported = _exported(collected, cohorts, options)
    package = exported.package
    facts = {
        "agencies": exported.agencies,
        "files": len(package.resources) + DESCRIBED,
        "written": exported.written,
        "version": package.version,
    }
    print(SAID[options.lang]["export_done"].format(path=shown_path(exported.target)))
    print("  " + SAID[options.lang]["export_counts"].format_map(facts))
    publications = [each.publication for each in cohorts]
    problems = concerning(collected.problems, collected.workspace.root, publications, TARGETS_FILE)
    tell(problems, options.lang)
    return EXIT_PROBLEMS if any(each.refuses for each in problems) else 0


def _exported(collected: Collected, cohorts: Sequence[Cohort], options: Namespace) -> Exported:
    target = Path(options.folder)
    arounds = [published_in(collected, each) for each in collected.workspace.settings.languages]
    contents = Contents(arounds, cohorts, list(_followed(arounds[0], options)))
    try:
        return export(contents, Visits(collected, arounds), target)
    except TargetError as error:
        raise Trouble(f"export_{error.reason}", path=shown_path(error.path)) from None
    except OSError as error:
        raise Trouble("disk", path=shown_path(target), error=error.strerror or type(error).__name__) from error


def _followed(around: Surroundings, options: Namespace) -> Iterator[Followed]:
    """Yield the targets of what is asked for, with their results in the period asked for."""
    for target, results in shown_targets(around):
        measured = target.measure and target.measure.questionnaire
        found = tuple(each for each in results if options.period in (None, each.period))
        if found and options.questionnaire in (None, measured):
            yield Followed(target, found)
