"""How the score of a dimension, or of the whole, came about."""

from collections.abc import Iterator
from decimal import Decimal

from assess.model import Dimension
from assess.presentation.explaining.questions import question_line
from assess.presentation.explaining.sums import coverage_text, rule_sum, sum_text
from assess.presentation.explaining.telling import Entry, Telling
from assess.presentation.rules import adjustment_text, over_text, rule_text
from assess.scoring import level_of


def node_lines(entry: Entry, dimension: Dimension, telling: Telling) -> Iterator[str]:
    """Yield the formula with the numbers put in, every step after it, and the parts."""
    yield f"{_title(dimension)} ({dimension.id})"
    value = None if entry["value"] is None else Decimal(entry["value"])
    level = level_of(telling.questionnaire, value)
    shown = telling.scaled(entry["value"])
    told = f"  = {shown}" + (f" · {telling.says('level')} {level.id} {level.title.text}" if level else "")
    yield told + (f" · {telling.points(entry)}" if dimension.scoring.aggregate == "sum" else "")
    if entry["reason"]:
        yield f"  {telling.says(entry['reason'])}"
    if not dimension.scored:
        yield f"  {telling.says('not_counted')}"
    for line in node_steps_told(entry, dimension, telling):
        yield f"  {line}"
    for each in entry.get("channels", ()):
        yield f"  {telling.site('channel_' + each['channel'])}:"
        for line in node_lines(each, dimension, telling):
            yield f"    {line}"
    if not entry.get("channels"):
        yield from _parts(entry, dimension, telling)


def node_steps_told(entry: Entry, dimension: Dimension, telling: Telling) -> Iterator[str]:
    """Yield the formula with the numbers put in, and every step after it; a line each."""
    for step in entry["steps"]:
        yield from _step(step, entry, dimension, telling)


def _parts(entry: Entry, dimension: Dimension, telling: Telling) -> Iterator[str]:
    added = dimension.scoring.aggregate == "sum"
    for part, node in zip(entry["dimensions"], dimension.dimensions, strict=True):
        weight = entry_weight(entry, part, telling)
        worth = telling.points(part) if added else telling.scaled(part["value"])
        yield f"  · {_title(node)} ({node.id}): {worth}; {telling.says('weight')} {weight}"
    for part, question in zip(entry["questions"], dimension.questions, strict=True):
        yield f"  · {question_line(part, question, telling, telling.points if added else telling.worth)}"


def entry_weight(entry: Entry, part: Entry, telling: Telling) -> str:
    """Return what a part weighs in its node, and its share of the weight; that it is left out, where it is."""
    told = next((each for each in entry["steps"][0]["parts"] if each["id"] == part["id"]), None)
    if told is None:
        return f"{telling.number(part['weight'])}; {telling.says('out')}"
    return f"{telling.number(told['weight'])} ({telling.percent(told['weight_share'])})"


def _title(dimension: Dimension) -> str:
    return f"{dimension.number} {dimension.title.text}".strip()


def _step(step: Entry, entry: Entry, dimension: Dimension, telling: Telling) -> Iterator[str]:
    kind, says = step["step"], telling.says
    if kind == "formula":
        yield from _formula(step, telling)
    elif kind == "coverage":
        formula = entry["steps"][0]
        yield f"{says('coverage')}: {coverage_text(formula, telling)} = {telling.percent(step['value'])}"
        if Decimal(step["least"]):
            yield says("least_coverage", least=telling.percent(step["least"]), passed=_passed(step, telling))
    elif kind in ("parts", "count"):
        held, least = (telling.percent(step[key]) if kind == "parts" else step[key] for key in ("value", "least"))
        yield says(f"least_{kind}", value=held, least=least, passed=_passed(step, telling))
    elif kind == "group" and dimension.rule is not None and dimension.rule.over is not None:
        yield telling.group(step, over_text(dimension.rule.over, telling.speaker))
    elif kind == "rule" and dimension.rule is not None:
        facts = {"rule": rule_text(dimension.rule, telling.speaker), "of": telling.number(step["of"])}
        found = step["value"] is not None
        sum_ = rule_sum(step, telling)
        told = says("ruled" if found else "not_ruled", value=telling.number(step["value"]), **facts)
        yield f"{told}; {sum_}" if sum_ else told
    elif kind == "adjust":
        yield _adjusted(step, dimension, telling)
    elif kind == "round":
        yield telling.rounding(step)
    elif kind == "channel":
        yield telling.channel(step)


def _formula(step: Entry, telling: Telling) -> Iterator[str]:
    facts = {key: telling.number(step[key]) for key in ("power", "won", "lost", "others") if key in step}
    rule = telling.says(step["rule"], **{"won": "–", "lost": "–", "others": "–", **facts})
    told = [f"{telling.says('rule')}: {rule}"]
    told.append(f"{telling.says('missing')}: {telling.says('missing_' + step['missing'])}")
    if step["inapplicable"] == "zero":
        told.append(telling.says("inapplicable_zero"))
    yield "; ".join(told)
    for key in ("ahead_of", "level_with", "behind"):
        if step.get(key):
            yield telling.says(key, agencies=", ".join(step[key]))
    sum_ = sum_text(step, telling)
    if step["value"] is not None and sum_:
        yield f"{sum_} {telling.comes_to(telling.scaled(step['value']))}"


def _adjusted(step: Entry, dimension: Dimension, telling: Telling) -> str:
    number, adjustment = telling.number, dimension.adjust[int(step["place"]) - 1]
    holds = telling.says("holds_always" if step["condition"] is None else step["holds"])
    facts = {"of": number(step["of"]), "value": number(step["value"])}
    told = telling.says(
        "adjust" if step["fired"] else "not_adjusted",
        place=step["place"],
        step=adjustment_text(adjustment, dimension, telling.speaker),
        holds=holds,
        **facts,
    )
    if adjustment.of is not None:
        earned = "supposed" if "supposed" in step else "earned"
        told += f" ({telling.says(earned, amount=number(step['amount']), supposed=number(step.get('supposed')))})"
    return told + (f". {step['reason']}" if step["reason"] else "")


def _passed(step: Entry, telling: Telling) -> str:
    return telling.says("passed" if step["passed"] else "not_passed")
