"""`assess new`: a response to fill in, with every question as a comment, its options and its help."""

import re
import textwrap
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from assess.cli.trouble import Trouble
from assess.cli.words import SAID
from assess.cli.workspaces import in_language, known_version, loaded, opened, root_of, suggestion
from assess.loading.files import shown_path
from assess.model import Agency, Dimension, Question, Questionnaire
from assess.presentation.rules import condition_text
from assess.presentation.wording import plain_number
from assess.publishing.resources import words
from assess.validation.values import RESERVED

WIDTH: Final = 110


def run(options: Namespace) -> int:
    """Write the file; never over another."""
    root = root_of(options)
    workspace, _ = opened(root, options)
    agency = workspace.register.agencies.get(options.agency)
    if agency is None:
        near = suggestion(options.agency, workspace.register.agencies, options.lang)
        raise Trouble("no_agency", value=options.agency, near=near)
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,62}", options.period) or options.period in RESERVED:
        raise Trouble("bad_id", value=options.period)
    version = known_version(root, options.questionnaire, options.version)
    questionnaire = in_language(workspace, loaded(workspace, options.questionnaire, version, options), options.lang)
    if agency.kind not in questionnaire.applies_to:
        raise Trouble("not_asked", questionnaire=questionnaire.id, kind=agency.kind)
    path = root / "responses" / options.period / questionnaire.id / f"{agency.id}.yaml"
    text = "".join(f"{line}\n" for line in _lines(questionnaire, agency, options.period, path, options.lang))
    linked = next((folder for folder in (path.parent, *path.parents[1:3]) if folder.is_symlink()), None)
    if linked is not None:
        raise Trouble("linked", path=shown_path(linked))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Trouble("exists", path=shown_path(path)) from None
    except OSError as error:
        raise Trouble("disk", path=shown_path(path), error=error.strerror or type(error).__name__) from error
    print(SAID[options.lang]["new_done"].format(path=shown_path(path)))
    return 0


def _lines(questionnaire: Questionnaire, agency: Agency, period: str, path: Path, language: str) -> Iterator[str]:
    said = SAID[language]
    schema = Path("schemas") / f"{questionnaire.id}-{questionnaire.version}.schema.json"
    if path.parents[3].joinpath(schema).is_file():
        yield f"# yaml-language-server: $schema=../../../{schema.as_posix()}"
    facts = {"name": agency.name_in(language), "questionnaire": questionnaire.title.text, "period": period}
    yield from _comment(said["template_head"].format(version=questionnaire.version, **facts), "")
    for paragraph in said["template_how"].format(path=shown_path(path)).split("\n"):
        yield from _comment(paragraph, "")
    yield "format: 1"
    yield f"agency: {agency.id}"
    yield f"questionnaire: {questionnaire.id}"
    yield f'questionnaire_version: "{questionnaire.version}"'
    yield f'period: "{period}"'
    yield "status: draft"
    yield "answers: {}" if not questionnaire.questions else "answers:"
    for dimension in questionnaire.dimensions:
        yield from _dimension(dimension, questionnaire, agency, language)


def _dimension(dimension: Dimension, questionnaire: Questionnaire, agency: Agency, language: str) -> Iterator[str]:
    asked = [each for each in dimension.every_question() if agency.kind in questionnaire.asked_of[each.id]]
    if not asked:
        return
    yield ""
    yield from _comment(f"=== {dimension.number} {dimension.title.text}".strip(), "  ")
    for part in dimension.dimensions:
        yield from _dimension(part, questionnaire, agency, language)
    for question in dimension.questions:
        if question in asked:
            yield ""
            yield from _question(question, questionnaire, language)


def _question(question: Question, questionnaire: Questionnaire, language: str) -> Iterator[str]:
    said = SAID[language]
    yield from _comment(f"{question.number} {question.text.text}".strip(), "  ")
    if question.help:
        yield from _comment(question.help.text, "  ")
    notes = [
        said["template_evidence"] if question.evidence == "required" else "",
        said["template_optional"] if question.evidence == "optional" else "",
        said["template_na"] if question.not_applicable else "",
        "" if question.scored else said["template_unscored"],
    ]
    if question.when is not None:
        condition = condition_text(question.when, questionnaire.questions, language, words(language))
        notes.append(said["template_when"].format(condition=condition))
    if any(notes):
        text = "; ".join(note for note in notes if note)
        yield from _comment(f"{text[0].upper()}{text[1:]}.", "  ")
    for option in question.options.values():
        points = said["points"].format(points=plain_number(option.points, language)) if question.scored else ""
        evidence = said["template_evidence"] if option.evidence == "required" else ""
        extra = ", ".join(each for each in (points, evidence) if each)
        yield from _comment(f"- {option.id}: {option.text.text}" + (f" ({extra})" if extra else ""), "  ", "    ")
    hint = "" if question.type == "choice" else said[f"value_{question.type}"]
    yield f"  # {question.id}: {_blank(question, hint)}".rstrip()


def _blank(question: Question, hint: str) -> str:
    """Return what is to be filled in, as far as it has a form, and a hint behind it."""
    form = {"ratio": "{part: , of: }", "choices": "[]"}.get(question.type, "")
    unit = f" ({question.unit.text})" if question.unit and question.type in ("number", "count") else ""
    return f"{form}   # {hint}{unit}" if hint else form


def _comment(text: str, indent: str, hanging: str = "") -> Iterator[str]:
    """Yield text as comment lines; line breaks in it stay inside the comment."""
    for line in textwrap.wrap(text, WIDTH, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False):
        yield f"{indent}# {line}"
