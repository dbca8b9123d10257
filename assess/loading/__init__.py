"""The gate: from a path to a valid object, or to all its problems at once. Nothing behind it checks again."""

from assess.loading.dossiers import load_dossier, lone_files, stray_problems
from assess.loading.freezing import FROZEN_FILE
from assess.loading.questionnaires import (
    VersionMaps,
    load_digest,
    load_mappings,
    load_questionnaire,
    load_versions,
    questionnaire_versions,
)
from assess.loading.responses import ResponseFile, load_response, response_files
from assess.loading.translations import Translations, load_translation, load_translations
from assess.loading.workspace import Workspace, open_workspace, workspace_root

__all__ = [
    "FROZEN_FILE",
    "ResponseFile",
    "Translations",
    "VersionMaps",
    "Workspace",
    "load_digest",
    "load_dossier",
    "load_mappings",
    "load_questionnaire",
    "load_response",
    "load_translation",
    "load_translations",
    "load_versions",
    "lone_files",
    "open_workspace",
    "questionnaire_versions",
    "response_files",
    "stray_problems",
    "workspace_root",
]
