"""The sense of targets.yaml, first alone, then beside the register and the questionnaires it looks at."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from decimal import Decimal
from typing import Any, Final

from assess.documents import At, Document
from assess.model import Question, Questionnaire
from assess.model.questionnaire import Versions
from assess.model.questions import MEASURED
from assess.model.targets import Light
from assess.problems import Problem, hint, near
from assess.validation.values import id_problems, link_problems

_PARTS: Final = ("question", "dimension")


def duplicate_id(document: Document) -> Iterator[Problem]:
    """Ids tell targets apart, and periods the figures of a target."""
    yield from id_problems(document, ((at, target["id"]) for at, target in _targets(document, "id")))
    for at, target in _targets(document):
        for key in ("by_period", "actuals"):
            places = (((*at, key, n, "period"), each["period"]) for n, each in enumerate(target.get(key, ())))
            yield from id_problems(document, places)


def target_form(document: Document) -> Iterator[Problem]:
    """Figures of the nation are written here, those of agencies in their responses."""
    for at, target in _targets(document):
        of, baseline = target["of"], target.get("baseline")
        nation = of == "nation"
        if nation and "actuals" not in target:
            yield _form(document, at, "actuals")
        if nation and "agencies" in target:
            yield _form(document, (*at, "agencies"), "agencies")
        if nation and baseline is not None and "value" not in baseline:
            yield _form(document, (*at, "baseline"), "baseline_value")
        if not nation and "actuals" in target:
            yield _form(document, (*at, "actuals"), "no_actuals")
        if not nation and (not of or all(key in of for key in _PARTS)):
            yield _form(document, (*at, "of"), "of")
        if target.get("from_baseline") and baseline is None:
            yield _form(document, (*at, "from_baseline"), "no_baseline")
        for colour, bound in target.get("light", {}).items():
            if len(bound) != 1:
                yield _form(document, (*at, "light", colour), "bound")


def untitled(document: Document) -> Iterator[Problem]:
    """A target of the nation has a title; one of agencies may be called as what it looks at."""
    for at, target in _targets(document):
        if "title" not in target and (target["of"] == "nation" or "titles" in target):
            yield document.problem("missing-key", at, name="title")


def light_order(document: Document) -> Iterator[Problem]:
    """Green begins above yellow; `above` begins a little above `at_least`."""
    for at, target in _targets(document):
        written = target.get("light", {})
        if all(len(each) == 1 for each in written.values()):
            light = Light.from_data(written)
            if light.green <= light.yellow:
                facts = {
                    "what_vi": "ngưỡng xanh (green) phải cao hơn ngưỡng vàng (yellow)",
                    "what_en": "the bound of green must lie above that of yellow",
                }
                yield document.problem("rule-order", (*at, "light"), **facts)


def target_division(document: Document) -> Iterator[Problem]:
    """No achievement asks for a division by zero, nor for a share of a number below zero."""
    for at, target in _targets(document):
        for n, each in enumerate(target["by_period"]):
            why = _indivisible(target, Decimal(each["target"]))
            if why:
                place = (*at, "by_period", n, "target")
                yield document.problem("target-division", place, value=each["target"], **_WHY[why])


def links(document: Document) -> Iterator[Problem]:
    """Sources are public links."""
    for at, target in _targets(document):
        for place, source in _citations(at, target):
            if "url" in source:
                yield from link_problems(document, (*place, "url"), source["url"])


RULES: Final[tuple[Callable[[Document], Iterator[Problem]], ...]] = (
    duplicate_id,
    target_form,
    untitled,
    light_order,
    target_division,
    links,
)


def unknown_agencies(document: Document, agencies: Set[str]) -> Iterator[Problem]:
    """Every agency that has a target is in the register."""
    for at, target in _targets(document):
        named = target.get("agencies", "all")
        for n, agency in enumerate(() if named == "all" else named):
            if agency not in agencies:
                facts = {"value": agency, "near": near(agency, agencies)}
                yield document.problem("unknown-agency", (*at, "agencies", n), **facts)


def unknown_measures(document: Document, versions: Versions) -> Iterator[Problem]:
    """What a target looks at exists in one questionnaire, and is a number. Refused questionnaires are not judged."""
    names = dict.fromkeys(name for name, _ in versions)
    for at, target in _targets(document):
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
    for at, target in _targets(document):
        for place, source in _citations(at, target):
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
    parts = [key for key in _PARTS if key in of]
    if len(parts) != 1:
        return
    part = parts[0]
    homes = _homes(of, versions)
    if not homes:
        known = _ids(part, of.get("questionnaire"), versions)
        code = "unknown-question" if part == "question" else "unknown-id"
        yield document.problem(code, (*at, part), value=of[part], **_nearest(code, of[part], known))
    elif len(homes) > 1:
        yield _form(document, (*at, part), "ambiguous")
    elif part == "question" and not all(_is_number(each.questions[of[part]]) for each in next(iter(homes.values()))):
        yield _form(document, (*at, part), "no_number")


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


def _indivisible(target: Mapping[str, Any], value: Decimal) -> str:
    """Return why an achievement cannot be worked out against this value of a target; "" where it can."""
    lower = target.get("direction") == "lower"
    if not target.get("from_baseline"):
        return ("negative" if value < 0 else "") if lower else ("" if value > 0 else "zero")
    start = target.get("baseline", {}).get("value")
    if start is None or (value < start if lower else value > start):
        return ""
    return "baseline"


def _targets(document: Document, *at: str) -> Iterator[tuple[At, Mapping[str, Any]]]:
    for n, target in enumerate(document.data["targets"]):
        yield ("targets", n, *at), target


def _citations(at: At, target: Mapping[str, Any]) -> Iterator[tuple[At, Mapping[str, Any]]]:
    """Yield every source of a target, with its place."""
    places = [(at, target), ((*at, "baseline"), target.get("baseline", {}))]
    places += [((*at, "actuals", n), each) for n, each in enumerate(target.get("actuals", ()))]
    for place, holder in places:
        if "source" in holder:
            yield (*place, "source"), holder["source"]


def _form(document: Document, at: At, why: str) -> Problem:
    return document.problem("target-form", at, **_WHY[why])


_WHY: Final[Mapping[str, Mapping[str, str]]] = {
    key: {"why_vi": vi, "why_en": en}
    for key, (vi, en) in {
        "actuals": (
            "mục tiêu của quốc gia cần actuals; chưa có số liệu thì ghi actuals: []",
            "a target of the nation needs actuals; without figures write actuals: []",
        ),
        "agencies": (
            "mục tiêu của quốc gia không có agencies",
            "a target of the nation has no agencies",
        ),
        "baseline_value": (
            "số gốc của quốc gia cần value",
            "a baseline of the nation needs value",
        ),
        "no_actuals": (
            "số thực hiện của cơ quan lấy từ bản trả lời; bỏ actuals",
            "the actuals of agencies come from their responses; remove actuals",
        ),
        "of": (
            "of cần đúng một trong: question, dimension, hoặc chỉ questionnaire",
            "of takes one of: question, dimension, or questionnaire alone",
        ),
        "no_baseline": (
            "from_baseline cần baseline",
            "from_baseline needs a baseline",
        ),
        "bound": (
            "ngưỡng của đèn cần đúng một trong: at_least, above",
            "a bound of the light takes one of: at_least, above",
        ),
        "ambiguous": (
            "nhiều bộ câu hỏi có mã này; ghi thêm questionnaire",
            "several questionnaires have this id; add questionnaire",
        ),
        "no_number": (
            "câu hỏi này không phải là số và cũng không tính điểm",
            "this question is neither a number nor scored",
        ),
        "zero": (
            "càng cao càng tốt thì mục tiêu phải lớn hơn 0, hoặc dùng from_baseline",
            "with higher as direction a target must be greater than 0, or use from_baseline",
        ),
        "negative": (
            "càng thấp càng tốt thì mục tiêu không được âm, hoặc dùng from_baseline",
            "with lower as direction a target must not be negative, or use from_baseline",
        ),
        "baseline": (
            "mục tiêu phải khác số gốc và tốt hơn số gốc theo chiều đã ghi",
            "a target must differ from the baseline, and be better in the direction given",
        ),
    }.items()
}
