"""`assess rank --uncertainty`: how sure the order of each group is."""

import json
import os
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from assess.cli.cells import csv_line, markdown_text, padded, width
from assess.cli.published import channel_text, group_text, head_of
from assess.cli.words import SAID
from assess.model import Interval, Plan
from assess.model.arithmetic import written
from assess.model.conditions import WHOLE, is_node_key, key_of
from assess.presentation.exact import exact
from assess.presentation.ranking.groups import Ranked, rank_text, ranked_groups
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import fixed_text, plain_number
from assess.publishing.collecting import Collected
from assess.ranking import Cohort

if TYPE_CHECKING:  # NumPy is loaded below, if it is asked for, and once its threads are set
    from assess.robustness import Robustness

DECIMALS: Final = 2


class Tried(NamedTuple):
    """A group whose order was tried, best first; `agencies` are those that have a rank."""

    group: Ranked
    agencies: tuple[str, ...]
    found: "Robustness"


def uncertainty(_: Collected, around: Surroundings, cohort: Cohort, options: Namespace) -> Iterator[str]:
    """Yield how sure the order of each group is that has at least two ranked agencies."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # NumPy reads it once; products this small are slower with more
    from assess.robustness import robustness_of

    asked = {key: value for key in ("draws", "seed") if (value := getattr(options, key)) is not None}
    plan = cohort.questionnaire.robustness._replace(**asked)
    tried = []
    for group in ranked_groups(around, cohort):
        agencies = [each.agency for each in group.records if cohort.standings[each.agency].rank is not None]
        if len(agencies) > 1:
            found = robustness_of(*cohort.profiles(agencies), cohort.questionnaire.ranking.order, plan)
            tried.append(Tried(group, tuple(agencies), found))
    return _WRITERS[options.format](around, cohort, tried, options.lang)


def _table(around: Surroundings, cohort: Cohort, tried: list[Tried], language: str) -> Iterator[str]:
    said = SAID[language]
    if not tried:
        yield said["nobody_to_compare"]
    for n, each in enumerate(tried):
        if n:
            yield ""
        yield _title(around, cohort, each, language)
        yield from _plan(each.found.plan, language)
        names = {agency: around.register.agencies[agency].name_in(language) for agency in each.agencies}
        longest = max(map(width, [*names.values(), said["column_agency"]]))
        heads = (said["column_weights"], said["column_choices"])
        yield f"{said['column_rank']:>5}  {padded(said['column_agency'], longest)}  {heads[0]:>20}  {heads[1]:>20}"
        for agency, name in names.items():
            place = rank_text(cohort.standings[agency], language)
            weights, choices = (_interval(of[agency]) for of in (each.found.weights, each.found.choices))
            yield f"{place:>5}  {padded(name, longest)}  {weights:>20}  {choices:>20}"
        yield ""
        yield f"{said['average_shift']}:"
        for label, shift in _shifts(around, cohort, each, language):
            yield f"  {shift:>6}  {label}"


def _title(around: Surroundings, cohort: Cohort, tried: Tried, language: str) -> str:
    edition = around.edition(cohort)
    return SAID[language]["uncertainty_title"].format(
        questionnaire=edition.questionnaire.title.text,
        version=edition.questionnaire.version,
        period=cohort.publication.period,
        kind=group_text(edition, tried.group),
        channel=channel_text(edition, cohort, language),
    )


def _plan(plan: Plan, language: str) -> Iterator[str]:
    """Yield how much is tried, and which choices take turns if they are not the usual ones."""
    said, spread = SAID[language], plain_number(plan.spread * 100, language)
    yield said["uncertainty_plan"].format(draws=plan.draws, seed=plan.seed, spread=spread)
    if not _is_usual(plan):
        listed = (", ".join(_label(plan, name, language, kind) for name in getattr(plan, kind)) for kind in _KINDS)
        yield said["uncertainty_choices"].format(choices="; ".join(listed))


def _is_usual(plan: Plan) -> bool:
    """Return whether the choices are those that are tried where a questionnaire does not speak of them."""
    return plan == Plan(plan.draws, plan.seed, plan.spread)


def _label(plan: Plan, name: str, language: str, kind: str = "") -> str:
    """Return what a choice is called; that of leaving things as they are by its kind."""
    key = f"choice_own_{kind}" if name == "own" else f"choice_{name}"
    return SAID[language][key].format(floor=plain_number(plan.floor, language))


def _interval(interval: Interval) -> str:
    return f"{interval.median} [{interval.low}–{interval.high}]"


def _shifts(around: Surroundings, cohort: Cohort, tried: Tried, language: str) -> Iterator[tuple[str, str]]:
    """Yield what was done otherwise, and by how many ranks an agency moved on average."""
    said, titles = SAID[language], {}
    for dimension in around.edition(cohort).questionnaire.dimensions:
        titles[key_of(dimension.id)] = f"{dimension.number} {dimension.title.text}".strip()
    for name, shift in tried.found.shifts.items():
        yield _label(tried.found.plan, name, language), fixed_text(shift, DECIMALS, language)
    for name, shift in tried.found.without.items():
        label = said["choice_without"].format(part=titles[name])
        yield label, fixed_text(shift, DECIMALS, language)


def _json(around: Surroundings, cohort: Cohort, tried: list[Tried], language: str) -> Iterator[str]:
    groups = [_group(cohort, each) for each in tried]
    yield json.dumps({**head_of(cohort.publication), "groups": groups}, ensure_ascii=False, indent=2)


def _group(cohort: Cohort, tried: Tried) -> dict[str, Any]:
    found, named = tried.found, partial(_named, cohort.questionnaire.id)
    return {
        "group": tried.group.id or None,
        "draws": found.plan.draws,
        "seed": found.plan.seed,
        "spread": written(found.plan.spread),
        **_choices(found.plan),
        "agencies": [
            {
                "agency": agency,
                "rank": _rank(cohort, agency),
                "weights": found.weights[agency]._asdict(),
                "choices": found.choices[agency]._asdict(),
            }
            for agency in tried.agencies
        ],
        "shifts": [{"choice": name, "shift": written(each)} for name, each in found.shifts.items()],
        "without": [{**named(key), "shift": written(each)} for key, each in found.without.items()],
        "effective_weights": [{**named(key), "weight": written(each)} for key, each in found.effective.items()],
        "correlations": [
            {"between": [named(key) for key in keys], "correlation": exact(each)}
            for keys, each in found.correlations.items()
        ],
        "alphas": [{**named(key), "alpha": exact(each)} for key, each in found.alphas.items()],
    }


def _choices(plan: Plan) -> dict[str, Any]:
    """Return which choices take turns, if they are not the usual ones."""
    return {} if _is_usual(plan) else {"floor": written(plan.floor), **{kind: getattr(plan, kind) for kind in _KINDS}}


def _named(questionnaire: str, key: str) -> dict[str, str]:
    """Return what a key stands for, as targets and conditions name it."""
    if key == WHOLE:
        return {"questionnaire": questionnaire}
    return {"dimension": key.removesuffix(WHOLE)} if is_node_key(key) else {"question": key}


def _rank(cohort: Cohort, agency: str) -> int | str | None:
    rank = cohort.standings[agency].rank
    return written(rank) if isinstance(rank, Decimal) else rank


def _csv(around: Surroundings, cohort: Cohort, tried: list[Tried], language: str) -> Iterator[str]:
    kinds = ("weights", "choices")
    yield csv_line(("agency", "group", "rank", *(f"{kind}_{each}" for kind in kinds for each in _ENDS)))
    for each in tried:
        for agency in each.agencies:
            intervals = (each.found.weights[agency], each.found.choices[agency])
            numbers = (str(getattr(interval, end)) for interval in intervals for end in _ENDS)
            yield csv_line((agency, each.group.id, str(_rank(cohort, agency)), *numbers))


def _markdown(around: Surroundings, cohort: Cohort, tried: list[Tried], language: str) -> Iterator[str]:
    said = SAID[language]
    for each in tried:
        yield f"### {markdown_text(_title(around, cohort, each, language))}"
        yield ""
        yield from _plan(each.found.plan, language)
        yield ""
        columns = ("column_rank", "column_agency", "column_weights", "column_choices")
        yield f"| {' | '.join(said[key] for key in columns)} |"
        yield "| ---: | --- | ---: | ---: |"
        for agency in each.agencies:
            place = rank_text(cohort.standings[agency], language)
            name = markdown_text(around.register.agencies[agency].name_in(language))
            intervals = [_interval(of[agency]) for of in (each.found.weights, each.found.choices)]
            yield f"| {place} | {name} | {' | '.join(map(markdown_text, intervals))} |"
        yield ""
        yield f"| {said['column_otherwise']} | {said['average_shift']} |"
        yield "| --- | ---: |"
        for label, shift in _shifts(around, cohort, each, language):
            yield f"| {markdown_text(label)} | {shift} |"
        yield ""


_KINDS: Final = ("aggregates", "normalisations", "missing")
_ENDS: Final = ("median", "low", "high")
_WRITERS: Final[Mapping[str, Callable[[Surroundings, Cohort, list[Tried], str], Iterator[str]]]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
}
