"""Translations: the text of one version in another language."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from assess.loading.files import in_order, load_document, refused, shown_path
from assess.loading.questionnaires import FOLDER
from assess.model import Questionnaire, Settings
from assess.model.questionnaire import Versions
from assess.problems import Problem
from assess.validation import translations


def load_translation(
    root: Path, questionnaire: Questionnaire, language: str
) -> tuple[Mapping[str, Any] | None, tuple[Problem, ...]]:
    """Load a questionnaire's text in a language; None when there is none, or it is refused."""
    path = _path(root, questionnaire, language)
    if not path.exists():
        return None, ()
    document, problems = load_document("translation", path)
    if refused(problems):
        return None, problems
    head = {"questionnaire": questionnaire.id, "version": questionnaire.version, "language": language}
    found = [
        document.problem("path-disagrees", (key,), expected=value, value=document.data[key])
        for key, value in head.items()
        if document.data[key] != value
    ]
    found += translations.unknown_id(document, questionnaire)
    if not found:
        found += translations.translation_missing(document, questionnaire)
    every = in_order(found)
    return (None if refused(every) else document.data), every


Translations = Mapping[tuple[str, str, str], Mapping[str, Any] | None]
"""The text of questionnaires by id, version and language; None where there is none."""


def load_translations(root: Path, versions: Versions, settings: Settings) -> tuple[Translations, tuple[Problem, ...]]:
    """Load the text of every usable questionnaire in every language that is not its own, with all problems."""
    published = {(each.questionnaire, each.version) for each in settings.publish}
    words: dict[tuple[str, str, str], Mapping[str, Any] | None] = {}
    problems: list[Problem] = []
    for (name, version), questionnaire in versions.items():
        for language in settings.languages:
            if questionnaire is not None and language != questionnaire.language:
                words[name, version, language], found = load_translation(root, questionnaire, language)
                problems += found
                if (name, version) in published and not _path(root, questionnaire, language).exists():
                    problems.append(_no_translation(root, questionnaire, language))
    return words, tuple(problems)


_NAMES: Final[Mapping[str, tuple[str, str]]] = {"vi": ("Việt", "Vietnamese"), "en": ("Anh", "English")}


def _path(root: Path, questionnaire: Questionnaire, language: str) -> Path:
    return root / FOLDER / questionnaire.id / questionnaire.version / "locale" / f"{language}.yaml"


def _no_translation(root: Path, questionnaire: Questionnaire, language: str) -> Problem:
    """Return the reminder that a published questionnaire has no text in a language of the site."""
    vi, en = _NAMES[language]
    facts = {"questionnaire": questionnaire.id, "version": questionnaire.version, "name_vi": vi, "name_en": en}
    return Problem(code="no-translation", path=shown_path(_path(root, questionnaire, language)), facts=facts)
