"""`assess score --explain`: how one score came about, as a person would write the sums.

Everything told is in the JSON of the same score; this only puts it in words.
"""

from collections.abc import Iterator

from assess.cli.scores import Named
from assess.cli.trouble import Trouble
from assess.cli.workspaces import suggestion
from assess.model import Questionnaire
from assess.model.conditions import key_of
from assess.presentation.conditions import Speaker
from assess.presentation.explaining.entries import places_of
from assess.presentation.explaining.nodes import node_lines
from assess.presentation.explaining.questions import question_lines
from assess.presentation.explaining.telling import Entry, Telling
from assess.presentation.results import result_of
from assess.publishing.resources import words

WHOLE = "whole"
"""Another name for the questionnaire itself."""


def explanation(assessments: Named, name: str, language: str) -> Iterator[str]:
    """Yield how the score of a question, a dimension or the whole came about, for each assessment."""
    for n, (assessment, agency) in enumerate(assessments):
        questionnaire = assessment.questionnaire
        lacking = frozenset(each for each in ("verified", "survey") if not assessment.dossier.has(each))
        telling = Telling(Speaker(questionnaire, language, words(language)), lacking)
        result = result_of(assessment, telling.speaker)
        lines = list(_explained(result, name, telling))
        if not lines:
            known = [*questionnaire.questions, *(each.id for each in questionnaire.nodes.values())]
            raise Trouble("no_part", value=name, near=suggestion(name, dict.fromkeys(known), language))
        if n:
            yield ""
        period = f"{telling.says('period')} {assessment.response.period}"
        yield f"{agency} · {questionnaire.title.text} · {period}"
        yield from lines


def _explained(result: Entry, name: str, telling: Telling) -> Iterator[str]:
    """Yield the lines of all that has a name: of a dimension and of a question, if both have it."""
    questionnaire = telling.questionnaire
    if name == questionnaire.id or (name == WHOLE and not _is_part(questionnaire, name)):
        yield from node_lines({**result, "id": questionnaire.id, "questions": []}, questionnaire.whole, telling)
        yield from _staged(result, telling)
    if key_of(name) in questionnaire.nodes:
        for path, each in places_of(result, name, "dimensions"):
            yield from _heading(path, telling)
            yield from node_lines(each, questionnaire.nodes[key_of(name)], telling)
    if name in questionnaire.questions:
        for path, each in places_of(result, name, "questions"):
            yield from _heading(path, telling)
            yield from question_lines(each, questionnaire.questions[name], telling)


def _heading(path: tuple[str, ...], telling: Telling) -> Iterator[str]:
    if path:
        yield f"[{' › '.join(telling.site(f'channel_{each}') for each in path)}]"


def _staged(result: Entry, telling: Telling) -> Iterator[str]:
    """Yield the staged level, and the requirement that stopped it, where levels are staged."""
    levels = {each.id: each for each in telling.questionnaire.levels}
    if not any(each.requires for each in levels.values()):
        return
    reached = levels.get(result["level"]["staged"])
    told = f"{reached.id} {reached.title.text}" if reached else telling.says("none")
    stopped = result["level"]["stopped"]
    if stopped:
        holds = telling.says(stopped["holds"])
        told += "; " + telling.says("stopped", level=stopped["level"], holds=holds, condition=stopped["condition"])
    yield f"  {telling.says('staged')}: {told}"


def _is_part(questionnaire: Questionnaire, name: str) -> bool:
    return name in questionnaire.questions or key_of(name) in questionnaire.nodes
