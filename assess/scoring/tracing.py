"""What the steps on the way to a score used, so that anyone can work them out again."""

from decimal import Decimal
from typing import Any

from assess.model import Agency, Over, Preparation, ScoreRule
from assess.model.arithmetic import written
from assess.normalisation import RELATIVE, Facts, peers_of
from assess.normalisation.group import RANKING
from assess.normalisation.relative import aim
from assess.scoring.scores import Fact, Trace


def prepared_trace(
    step: Preparation, before: Decimal | None, untreated: Decimal | None, after: Decimal, agency: Agency, known: Any
) -> Trace:
    """Return how a step of preparing turned a number, or none, into another one; `known` is what it learnt."""
    facts: dict[str, Fact] = {"of": before}
    if step.step == "divide_by":
        facts |= {"attribute": step.attribute, "amount": agency.attributes[step.attribute], "times": step.times}
    elif step.step == "impute":
        facts |= {"by": step.by} | ({"size": known.size} if known else {})
    elif step.step == "winsorise":
        facts |= {"low": known.low, "high": known.high, "moved": known.moved}
        if step.percentiles is not None:
            facts |= {"percentiles": tuple(map(written, step.percentiles)), "size": known.size}
    elif known.done:
        facts |= {"of": untreated, "low": known.low, "high": known.high, "done": True}
    else:
        facts |= {"done": False}
    return Trace(step.step, after, facts if known is None or step.over is None else facts | peers(step.over, agency))


def group_trace(rule: ScoreRule, over: Over, agency: Agency, value: Decimal, facts: Facts) -> Trace:
    """Return what a group comes to: its numbers, and those that a rule looks at for a value."""
    told: dict[str, Fact] = {"size": facts.size, "low": facts.low, "high": facts.high, "mean": facts.mean}
    if rule.rule == "zscore":
        told |= {"deviation": rule.deviation, "sd": facts.deviation(rule.deviation)}
    if rule.rule in RANKING:
        told["worse"] = RELATIVE["borda"](rule, value, facts)
    if rule.reference:
        told |= {"agency": rule.reference, "reference": facts.reference}
    if rule.bounded:
        told |= {"from": facts.worst, "to": facts.best}
    if rule.rule == "distance":
        told |= dict(zip(("wanted", "reach"), aim(rule, facts), strict=True))
    return Trace("group", None, told | peers(over, agency))


def peers(over: Over, agency: Agency) -> dict[str, Fact]:
    """Return which agencies make up the group: kinds by id ("" is all), and the group that they share, if any."""
    kinds = agency.kind if over.kinds is None else ", ".join(sorted(over.kinds))
    shared = (peers_of(over, agency) or ("", ""))[1]
    told: dict[str, Fact] = {"kinds": kinds}
    if over.family:
        told |= {"family": over.family, "group": shared}
    told |= {key: each for key, each in (("period", over.period), ("channel", over.channel)) if each}
    return told
