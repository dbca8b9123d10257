"""Targets: what targets.yaml says, held against the register and the questionnaires."""

from itertools import chain

from assess.loading.files import in_order, load_document, refused
from assess.loading.workspace import Workspace
from assess.model import Target
from assess.model.questionnaire import Versions
from assess.problems import Problem
from assess.validation import measures
from assess.validation.measures import home_of
from assess.validation.targets import RULES

TARGETS_FILE = "targets.yaml"


def load_targets(workspace: Workspace, versions: Versions) -> tuple[tuple[Target, ...], tuple[Problem, ...]]:
    """Load the targets of a workspace; none where there is no targets.yaml, or it is refused."""
    path = workspace.root / TARGETS_FILE
    if not path.exists() and not path.is_symlink():
        return (), ()
    document, problems = load_document("targets", path)
    if refused(problems):
        return (), problems
    found = list(chain.from_iterable(rule(document) for rule in RULES))
    found += measures.unknown_agencies(document, workspace.register.agencies.keys())
    found += measures.unknown_measures(document, versions)
    found += measures.unknown_commitments(document, versions)
    problems = in_order(found)
    if refused(problems):
        return (), problems
    data = document.data["targets"]
    homes = ["" if each["of"] == "nation" else home_of(each["of"], versions) for each in data]
    return tuple(Target.from_data(each, home) for each, home in zip(data, homes, strict=True)), problems
