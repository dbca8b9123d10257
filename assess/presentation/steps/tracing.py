"""What questions and nodes tell alike: whose steps they are, those of a trail, and how channels are mixed."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, localcontext
from typing import Any

from assess.model.arithmetic import EXACT, written
from assess.presentation.data.shares import mixed_shares
from assess.presentation.exact import exact
from assess.scoring import Score, Trace

Step = Mapping[str, Any]


def mix_steps(score: Score, weights: Mapping[str, Decimal], missing: str) -> Iterator[Step]:
    """Yield what a score comes to in each channel, and how these are mixed."""
    for name, each, share in mixed_shares(score, weights, missing):
        told = {"channel": name, "weight": written(weights[name]), "weight_share": written(share)}
        yield {"step": "channel", **told, "value": exact(each.value), "coverage": exact(each.coverage)}
    yield {"step": "mix", "missing": missing, "value": exact(score.value)}


def before_rounding(score: Score, unit: tuple[Decimal, Decimal]) -> Decimal | None:
    """Return the share that a score was before its last rounding, which was in a unit."""
    last = score.trail[-1] if score.trail else None
    if last is None or last.step != "round":
        return score.value
    of = last.facts["of"]
    assert isinstance(of, Decimal), "what is rounded is a number"  # noqa: S101
    with localcontext(EXACT):
        return (of - unit[0]) / (unit[1] - unit[0])


def step_of(trace: Trace) -> dict[str, Any]:
    """Return a step of a trail as plain data."""
    facts = {name: _plain(each) for name, each in trace.facts.items()}
    value = {} if trace.step == "group" else {"value": exact(trace.value)}
    return {"step": trace.step, **facts, **value}


def _plain(fact: object) -> object:
    if isinstance(fact, Decimal):
        return written(fact)
    if isinstance(fact, tuple):
        return list(fact)
    return str(fact) if isinstance(fact, int) and not isinstance(fact, bool) else fact
