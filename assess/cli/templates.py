"""What `assess new` writes: every question as a comment with its options and help, above the line to be filled in."""

import json
import re
import textwrap
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, NamedTuple

from assess.cli.words import SAID
from assess.loading.files import shown_path
from assess.model import Agency, Dimension, Option, Question, Questionnaire
from assess.model.digest import answers_sha256
from assess.presentation.conditions import Speaker, condition_text
from assess.presentation.rules import option_points
from assess.problems import listed
from assess.publishing.resources import words

WIDTH: Final = 110
_PLAIN: Final = re.compile(r"(?!(true|false|null|yes|no|on|off|y|n)$)[a-z][a-z0-9._-]*", re.IGNORECASE).fullmatch
"""Finds text that every reader of YAML takes for text without quotes."""


class Template(NamedTuple):
    """A file to be filled in: of which kind, on what, and what the agency has answered (as data; for a review only)."""

    kind: str
    questionnaire: Questionnaire
    agency: Agency
    period: str
    path: Path
    language: str
    answers: Mapping[str, Any]

    @property
    def left_out(self) -> Collection[str]:
        """The questions that are not written: those that are taken from the survey alone stand in a survey only."""
        questionnaire = self.questionnaire
        surveyed = () if self.kind == "survey" else questionnaire.surveyed
        kinds = questionnaire.asked_of
        return [key for key in questionnaire.questions if key in surveyed and self.agency.kind in kinds[key]]

    def asks(self, question: Question) -> bool:
        """Return whether the file asks the agency a question."""
        return self.agency.kind in self.questionnaire.asked_of[question.id] and question.id not in self.left_out


def lines(template: Template) -> Iterator[str]:
    """Yield the lines of the file; uncommented one by one, they are right."""
    yield from _opening(template)
    questionnaire = template.questionnaire
    yield "format: 1"
    yield f"agency: {template.agency.id}"
    yield f"questionnaire: {questionnaire.id}"
    yield f'questionnaire_version: "{questionnaire.version}"'
    yield f'period: "{template.period}"'
    yield from _HEADS[template.kind](template)
    yield "answers: {}" if not questionnaire.questions else "answers:"
    for dimension in questionnaire.dimensions:
        yield from _dimension(dimension, template)


def _opening(template: Template) -> Iterator[str]:
    said, questionnaire, kind = SAID[template.language], template.questionnaire, template.kind
    folder = "schemas" if kind == "response" else f"schemas/{template.path.parents[2].name}"
    schema = f"{folder}/{questionnaire.id}-{questionnaire.version}.schema.json"
    if template.path.parents[3].joinpath(schema).is_file():
        yield f"# yaml-language-server: $schema=../../../{schema}"
    name = template.agency.name_in(template.language)
    facts = {"name": name, "questionnaire": questionnaire.title.text, "period": template.period}
    yield from _comment(said[f"template_{kind}"].format(version=questionnaire.version, **facts), "")
    for paragraph in said[f"template_{kind}_how"].format(path=shown_path(template.path)).split("\n"):
        yield from _comment(paragraph, "")
    if template.left_out:
        yield from _comment(said["template_left_out"].format(questions=listed(template.left_out)), "")


def _response_head(template: Template) -> Iterator[str]:
    yield "status: draft"


def _review_head(template: Template) -> Iterator[str]:
    yield f'answers_sha256: "{answers_sha256(template.answers)}"'
    yield "# reviewer: to-tham-dinh-01"
    yield '# reviewed_on: "2026-05-20"'
    yield "unreviewed: declared"


def _survey_head(template: Template) -> Iterator[str]:
    yield "# method: …"
    yield "# respondents: 400"
    yield '# from: "2026-04-01"'
    yield '# to: "2026-04-30"'


def _dimension(dimension: Dimension, template: Template) -> Iterator[str]:
    asked = [each for each in dimension.every_question() if template.asks(each)]
    if not asked:
        return
    yield ""
    yield from _comment(" ".join(each for each in ("===", dimension.number, dimension.title.text) if each), "  ")
    for part in dimension.dimensions:
        yield from _dimension(part, template)
    for question in dimension.questions:
        if question in asked:
            yield ""
            yield from _question(question, template)


def _question(question: Question, template: Template) -> Iterator[str]:
    said = SAID[template.language]
    yield from _comment(f"{question.number} {question.text.text}".strip(), "  ")
    if question.help:
        yield from _comment(question.help.text, "  ")
    for name in ("definition", "data_source"):
        told = getattr(question, name)
        if told is not None:
            yield from _comment(f"{words(template.language)[name]}: {told.text}", "  ")
    notes = [note for note in _notes(question, template) if note]
    if notes:
        text = "; ".join(notes)
        yield from _comment(f"{text[0].upper()}{text[1:]}.", "  ")
    for option in question.options.values():
        points = _worth(question, option, template)
        required = template.kind == "response" and option.evidence == "required"
        extra = ", ".join(each for each in (points, said["template_evidence"] if required else "") if each)
        shown = f". {words(template.language)['shown_by']}: {option.shown_by.text}" if option.shown_by else ""
        yield from _comment(
            f"- {option.id}: {option.text.text}" + (f" ({extra})" if extra else "") + shown, "  ", "    "
        )
    yield from _LAST[template.kind](question, template)


def _worth(question: Question, option: Option, template: Template) -> str:
    """Return the points that an option earns, in brackets after it."""
    speaker = Speaker(template.questionnaire, template.language, words(template.language))
    told = option_points(question, option, speaker)
    if not told or told == speaker.words["option_counts"]:
        return told
    return SAID[template.language]["points"].format(points=told)


def _notes(question: Question, template: Template) -> Iterator[str]:
    said, language = SAID[template.language], template.language
    if template.kind == "response":
        yield {"required": said["template_evidence"], "optional": said["template_optional"]}.get(question.evidence, "")
    yield said["template_na"] if question.not_applicable else ""
    yield "" if question.scored else said["template_unscored"]
    if question.when is not None:
        speaker = Speaker(template.questionnaire, language, words(language))
        condition = condition_text(question.when, speaker)
        yield said["template_when"].format(condition=condition)


def _blank(question: Question, template: Template) -> Iterator[str]:
    """Yield the line of an answer, with as much of it as has a form, and a hint behind it."""
    yield f"  # {question.id}: {_FORMS.get(question.type, '')}{_hint(question, template)}".rstrip()


def _declared(question: Question, template: Template) -> Iterator[str]:
    """Yield what the agency has answered, and the line that says the same of it as a verifier's answer."""
    said = SAID[template.language]
    if question.id not in template.answers:
        yield from _comment(said["declared_nothing"], "  ")
        form = _FORMS.get(question.type, "")
        yield f"  # {question.id}: {{verified: {form}}}{_hint(question, template)}"
        return
    entry = template.answers[question.id]
    entry = entry if isinstance(entry, dict) and "part" not in entry else {"value": entry}
    if "comment" in entry:
        yield from _comment(said["declared_comment"].format(text=entry["comment"]), "  ", "    ")
    for each in entry.get("evidence", ()):
        known = [str(each[key]) for key in ("title", "number", "issued", "expires", "url") if each.get(key)]
        yield from _comment(said["declared_evidence"].format(text=", ".join(known)), "  ", "    ")
    said_so = {"verified" if key == "value" else key: entry[key] for key in _STATES if key in entry}
    yield f"  # {question.id}: {_inline(said_so or {'evidence': entry['evidence']})}"


_STATES: Final = ("value", "unknown", "not_applicable")
_FORMS: Final = {"ratio": "{part: , of: }", "choices": "[]"}
_HEADS: Final = {"response": _response_head, "review": _review_head, "survey": _survey_head}
_LAST: Final = {"response": _blank, "review": _declared, "survey": _blank}


def _hint(question: Question, template: Template) -> str:
    if question.type == "choice":
        return ""
    unit = f" ({question.unit.text})" if question.unit and question.type in ("number", "count") else ""
    return f"   # {SAID[template.language][f'value_{question.type}']}{unit}"


def _inline(value: Any) -> str:
    """Return data as YAML on one line, which the gate reads as the same data."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_inline(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value if isinstance(value, str) and _PLAIN(value) else json.dumps(value, ensure_ascii=False)


def _comment(text: str, indent: str, hanging: str = "") -> Iterator[str]:
    """Yield text as comment lines; line breaks in it stay inside the comment."""
    for line in textwrap.wrap(text, WIDTH, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False):
        yield f"{indent}# {line}"
