"""The steps from the parts of a node to its share of its scale, or of its points."""

from collections.abc import Iterator
from decimal import localcontext

from assess.model import Dimension, Scoring
from assess.model.arithmetic import EXACT, ZERO, compared, written
from assess.presentation.conditions import condition_text
from assess.presentation.data.results import Account
from assess.presentation.data.shares import shares_of
from assess.presentation.exact import exact
from assess.presentation.steps.rules import rule_numbers
from assess.presentation.steps.tracing import Step, mix_steps, step_of
from assess.scoring import Score, counted_in, weight_in


def node_steps(account: Account, dimension: Dimension, score: Score) -> Iterator[Step]:
    """Yield the steps from the parts of a node to its share of its scale, or of its points."""
    if score.channels:
        yield from mix_steps(score, dimension.channels, dimension.scoring.missing)
        return
    scoring = dimension.scoring
    yield _formula_step(scoring, score)
    yield from _tests(scoring, score)
    unit = "points" if scoring.aggregate == "sum" else "scale"
    for trace in score.trail:
        if trace.step == "rule" and dimension.rule is not None:
            yield {**step_of(trace), **rule_numbers(dimension.rule)}
        elif trace.step == "adjust":
            step = dimension.adjust[int(str(trace.facts["place"])) - 1]
            condition = None if step.condition is None else condition_text(step.condition, account.speaker)
            reason = step.reason.text if step.reason else None
            told = step_of(trace) | {"holds": trace.facts["condition"], "condition": condition, "reason": reason}
            yield {**told, "unit": unit}
        elif trace.step == "round":
            yield {**step_of(trace), "unit": unit}
        elif trace.step == "group":
            yield step_of(trace)


def _formula_step(scoring: Scoring, score: Score) -> Step:
    first = score.trail[0] if score.trail and score.trail[0].step == "formula" else None
    facts = {} if first is None else step_of(first)
    return {
        "step": "formula",
        "rule": scoring.aggregate,
        **({"power": written(scoring.power)} if scoring.aggregate == "power" else {}),
        "missing": scoring.missing,
        "inapplicable": scoring.inapplicable,
        **facts,
        "value": exact(score.value if first is None else first.value),
        "parts": [
            {
                "id": each.part.id,
                "value": exact(each.own),
                "taken": exact(each.taken),
                "weight": written(each.weight),
                "weight_share": written(each.share),
                "coverage": exact(each.part.coverage),
                **({"stays": True} if each.part.value is not None and each.own is None else {}),
            }
            for each in shares_of(scoring, score)
        ],
    }


def _tests(scoring: Scoring, score: Score) -> Iterator[Step]:
    """Yield the least coverage and the least weight of parts with a score, and whether they are reached."""
    if score.coverage is None:
        return
    passed = compared(score.coverage) >= scoring.min_coverage
    yield {
        "step": "coverage",
        "value": written(score.coverage),
        "least": written(scoring.min_coverage),
        "passed": passed,
    }
    if scoring.min_parts:
        with localcontext(EXACT):
            parts = [(weight_in(scoring, each), each.value) for each in counted_in(scoring, score.parts)]
            held = sum((weight for weight, value in parts if value is not None), ZERO)
            held /= sum((weight for weight, _ in parts), ZERO)
        least = scoring.min_parts
        yield {"step": "parts", "value": written(held), "least": written(least), "passed": compared(held) >= least}
    if scoring.min_count:
        count = sum(each.value is not None for each in counted_in(scoring, score.parts))
        enough = count >= scoring.min_count
        yield {"step": "count", "value": str(count), "least": str(scoring.min_count), "passed": enough}
