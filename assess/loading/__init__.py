"""The gate: from a path to a valid object, or to all its problems at once. Nothing behind it checks again."""

from assess.loading.questionnaires import load_questionnaire, questionnaire_versions
from assess.loading.responses import ResponseFile, load_response, response_files, stray_problems
from assess.loading.translations import load_translation
from assess.loading.workspace import Workspace, open_workspace, workspace_root

__all__ = [
    "ResponseFile",
    "Workspace",
    "load_questionnaire",
    "load_response",
    "load_translation",
    "open_workspace",
    "questionnaire_versions",
    "response_files",
    "stray_problems",
    "workspace_root",
]
