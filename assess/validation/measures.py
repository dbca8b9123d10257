"""What targets look at: agencies of the register, and questions, dimensions and commitments of questionnaires."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from typing import Any

from assess.documents import At, Document
from assess.model import Question, Questionnaire
from assess.model.questionnaire import Versions
from assess.model.questions import MEASURED
from assess.problems import Problem, hint, near
from assess.validation.targets import PARTS, citations_in, form_problem, targets_in


def unknown_agencies(document: Document, agencies: Set[str]) -> Iterator[Problem]:
    """Every agency that has a target is in the register."""
    for at, target in targets_in(document):
        named = target.get("agencies", "all")
        for n, agency in enumerate(() if named == "all" else named):
            if agency not in agencies:
                facts = {"value": agency, "near": near(agency, agencies)}
                yield document.problem("unknown-agency", (*at, "agencies", n), **facts)


def unknown_measures(document: Document, versions: Versions) -> Iterator[Problem]:
    """What a target looks at exists in one questionnaire, and is a number. Refused questionnaires are not judged."""
    names = dict.fromkeys(name for name, _ in versions)
    for at, target in targets_in(document):
        of = target["of"]
        named = None if of == "nation" else of.get("questionnaire")
        if of == "nation" or (named is not None and named not in names):
            if named is not None:
                place = (*at, "of", "questionnaire")
                yield document.problem("unknown-questionnaire", place, value=named, **hint(named, names))
        elif all(each is not None for (name, _), each in versions.items() if named in (None, name)):
            yield from _part_problems(document, (*at, "of"), of, versions)


def unknown_commitments(document: Document, versions: Versions) -> Iterator[Problem]:
    """The commitments of a source stand in some questionnaire."""
    if None in versions.values():
        return
    known = dict.fromkeys(key for each in versions.values() if each is not None for key in each.commitments)
    for at, target in targets_in(document):
        for place, source in citations_in(at, target):
            for n, each in enumerate(source.get("commitments", ())):
                if each not in known:
                    yield document.problem(
                        "unknown-commitment", (*place, "commitments", n), value=each, **hint(each, known)
                    )


def home_of(of: Mapping[str, Any], versions: Versions) -> str:
    """Return the questionnaire that holds what a target looks at; "" where none that can be used does."""
    return next(iter(_homes(of, versions)), "")


def _homes(of: Mapping[str, Any], versions: Versions) -> Mapping[str, Sequence[Questionnaire]]:
    """Return the questionnaires, with their versions, that hold a question or dimension."""
    found: dict[str, list[Questionnaire]] = {}
    for (name, _), each in versions.items():
        if each is not None and of.get("questionnaire") in (None, name) and _holds(each, of):
            found.setdefault(name, []).append(each)
    return found


def _holds(questionnaire: Questionnaire, of: Mapping[str, Any]) -> bool:
    if "question" in of:
        return of["question"] in questionnaire.questions
    return "dimension" not in of or of["dimension"] in _dimensions(questionnaire)


def _dimensions(questionnaire: Questionnaire) -> Collection[str]:
    return [each.id for part in questionnaire.dimensions for each in part.every_dimension()]


def _part_problems(document: Document, at: At, of: Mapping[str, Any], versions: Versions) -> Iterator[Problem]:
    parts = [key for key in PARTS if key in of]
    if len(parts) != 1:
        return
    part = parts[0]
    homes = _homes(of, versions)
    if not homes:
        known = _ids(part, of.get("questionnaire"), versions)
        code = "unknown-question" if part == "question" else "unknown-id"
        yield document.problem(code, (*at, part), value=of[part], **_nearest(code, of[part], known))
    elif len(homes) > 1:
        yield form_problem(document, (*at, part), "ambiguous")
    elif part == "question" and not all(_is_number(each.questions[of[part]]) for each in next(iter(homes.values()))):
        yield form_problem(document, (*at, part), "no_number")


def _nearest(code: str, value: str, known: Collection[str]) -> Mapping[str, str]:
    return {"near": near(value, known)} if code == "unknown-id" else hint(value, known)


def _ids(part: str, named: str | None, versions: Versions) -> Collection[str]:
    """Return the ids of questions or dimensions in the order of the questionnaires, each once."""
    every = [each for (name, _), each in versions.items() if each is not None and named in (None, name)]
    if part == "question":
        return dict.fromkeys(key for each in every for key in each.questions)
    return dict.fromkeys(key for each in every for key in _dimensions(each))


def _is_number(question: Question) -> bool:
    return question.type in MEASURED or (question.scored and question.type != "text")
