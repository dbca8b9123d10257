"""The sense of targets.yaml alone; `measures` holds it against the register and the questionnaires it looks at."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from assess.documents import At, Document
from assess.model.targets import Light
from assess.problems import Problem
from assess.validation.values import id_problems, link_problems

PARTS: Final = ("question", "dimension")


def duplicate_id(document: Document) -> Iterator[Problem]:
    """Ids tell targets apart, and periods the figures of a target."""
    yield from id_problems(document, ((at, target["id"]) for at, target in targets_in(document, "id")))
    for at, target in targets_in(document):
        for key in ("by_period", "actuals"):
            places = (((*at, key, n, "period"), each["period"]) for n, each in enumerate(target.get(key, ())))
            yield from id_problems(document, places)


def target_form(document: Document) -> Iterator[Problem]:
    """Figures of the nation are written here, those of agencies in their responses."""
    for at, target in targets_in(document):
        of, baseline = target["of"], target.get("baseline")
        nation = of == "nation"
        if nation and "actuals" not in target:
            yield form_problem(document, at, "actuals")
        if nation and "agencies" in target:
            yield form_problem(document, (*at, "agencies"), "agencies")
        if nation and baseline is not None and "value" not in baseline:
            yield form_problem(document, (*at, "baseline"), "baseline_value")
        if not nation and "actuals" in target:
            yield form_problem(document, (*at, "actuals"), "no_actuals")
        if not nation and (not of or all(key in of for key in PARTS)):
            yield form_problem(document, (*at, "of"), "of")
        if target.get("from_baseline") and baseline is None:
            yield form_problem(document, (*at, "from_baseline"), "no_baseline")
        for colour, bound in target.get("light", {}).items():
            if len(bound) != 1:
                yield form_problem(document, (*at, "light", colour), "bound")


def untitled(document: Document) -> Iterator[Problem]:
    """A target of the nation has a title; one of agencies may be called as what it looks at."""
    for at, target in targets_in(document):
        if "title" not in target and (target["of"] == "nation" or "titles" in target):
            yield document.problem("missing-key", at, name="title")


def light_order(document: Document) -> Iterator[Problem]:
    """Green begins above yellow; `above` begins a little above `at_least`."""
    for at, target in targets_in(document):
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
    for at, target in targets_in(document):
        for n, each in enumerate(target["by_period"]):
            why = _indivisible(target, Decimal(each["target"]))
            if why:
                place = (*at, "by_period", n, "target")
                yield document.problem("target-division", place, value=each["target"], **_WHY[why])


def links(document: Document) -> Iterator[Problem]:
    """Sources are public links."""
    for at, target in targets_in(document):
        for place, source in citations_in(at, target):
            if "url" in source:
                yield from link_problems(document, (*place, "url"), source["url"])


def targets_in(document: Document, *at: str) -> Iterator[tuple[At, Mapping[str, Any]]]:
    """Yield the targets in order, each with its place and what stands below it (`at`)."""
    for n, target in enumerate(document.data["targets"]):
        yield ("targets", n, *at), target


def citations_in(at: At, target: Mapping[str, Any]) -> Iterator[tuple[At, Mapping[str, Any]]]:
    """Yield every source of a target, with its place."""
    places = [(at, target), ((*at, "baseline"), target.get("baseline", {}))]
    places += [((*at, "actuals", n), each) for n, each in enumerate(target.get("actuals", ()))]
    for place, holder in places:
        if "source" in holder:
            yield (*place, "source"), holder["source"]


def form_problem(document: Document, at: At, why: str) -> Problem:
    """Return the problem of a target that lacks something or has too much: `why` is one of `_WHY`."""
    return document.problem("target-form", at, **_WHY[why])


def _indivisible(target: Mapping[str, Any], value: Decimal) -> str:
    """Return why an achievement cannot be worked out against this value of a target; "" where it can."""
    lower = target.get("direction") == "lower"
    if not target.get("from_baseline"):
        return ("negative" if value < 0 else "") if lower else ("" if value > 0 else "zero")
    start = target.get("baseline", {}).get("value")
    if start is None or (value < start if lower else value > start):
        return ""
    return "baseline"


RULES: Final[tuple[Callable[[Document], Iterator[Problem]], ...]] = (
    duplicate_id,
    target_form,
    untitled,
    light_order,
    target_division,
    links,
)

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
