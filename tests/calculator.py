"""A little calculator that checks the JSON of `assess score` by its own numbers, without the engine.

It follows the steps of each node and question: what each is given must be what the one before came to, and what it
comes to must follow from its own facts. Numbers in the JSON have 28 digits, so they are equal to 20.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import (
    ROUND_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Context,
    Decimal,
    InvalidOperation,
    localcontext,
)
from typing import Any, Final

Data = Mapping[str, Any]
Parts = Sequence[tuple[Decimal, Decimal]]

DIGITS: Final = Decimal("1e-20")
MODES: Final = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN, "down": ROUND_DOWN, "up": ROUND_UP}


class Wrong(AssertionError):
    """A step that does not follow."""


def check(result: Data) -> int:
    """Check every node and question of a result; return how many steps were followed."""
    scale = Decimal(result["scale"]["from"]), Decimal(result["scale"]["to"])
    with localcontext(Context(prec=60, traps=[InvalidOperation])):
        return _node({**result, "id": result["questionnaire"], "questions": []}, scale)


def _node(node: Data, scale: tuple[Decimal, Decimal]) -> int:
    """Check a node, and all inside it."""
    followed = _chain(node, _number(node["steps"][0]["value"]), scale)
    first = node["steps"][0]
    if first["step"] == "channel":
        _mix(node)
        shown = next(each for each in node["channels"] if each["channel"] == node["shown_channel"])
        for kind in ("dimensions", "questions"):
            _true(node.get(kind, []) == shown[kind], f"the {kind} are those of the channel shown", node)
        return followed + sum(_node(each, scale) for each in node["channels"])
    inside = [*node["dimensions"], *node["questions"]]
    _same(_formula(first, node["reason"]), first["value"], "the formula", node)
    for part in first["parts"]:
        own = next(each for each in inside if each["id"] == part["id"])
        _same(own["value"], part["value"], "a part's value", node)
        _same(own["weight_share"], part["weight_share"], "a part's share of the weight", node)
        if "stays" not in part:
            _same(own["of" if first["rule"] == "sum" else "weight"], part["weight"], "a part's weight", node)
    taken = {each["id"] for each in first["parts"]}
    for each in inside:
        _true((each["weight_share"] is None) == (each["id"] not in taken), "what does not count has no share", node)
    followed += sum(_node(each, scale) for each in node["dimensions"])
    return followed + sum(_question(each, scale) for each in node["questions"])


def _question(question: Data, scale: tuple[Decimal, Decimal]) -> int:
    if question["steps"][0]["step"] == "channel":
        _mix(question)
        return len(question["steps"]) + sum(_question(each, scale) for each in question["channels"])
    start = question["steps"][0]
    value = _number(start.get("value"))
    if "part" in start:
        _same(Decimal(start["part"]) / Decimal(start["whole"]), start["value"], "a ratio", question)
    if start.get("state") == "unreviewed":
        value = Decimal(0)
    return _chain(question, value, scale)


def _chain(entry: Data, value: Decimal | None, scale: tuple[Decimal, Decimal]) -> int:
    """Follow the steps of a node or a question to its value."""
    group: Data = {}
    pieces: list[Decimal] = []
    for step in entry["steps"]:
        kind = step["step"]
        if kind == "group":
            group = step
            continue
        if kind in ("coverage", "parts", "count"):
            _bound(entry, step)
            value = value if step["passed"] else None
            continue
        if kind in ("answer", "formula", "channel", "mix"):
            value = _begun(step, value)
            continue
        if step["value"] is None:
            value = None
            break
        if kind in ("adjust", "round"):
            unit = scale if step["unit"] == "scale" else (Decimal(0), Decimal(entry["of"]))
            _true(value is not None, "there is something to adjust", entry)
            shown = unit[0] + (value or Decimal(0)) * (unit[1] - unit[0])
            _same(shown, step["of"], f"what {kind} is given", entry)
            _same((_adjusted if kind == "adjust" else _rounded)(step), step["value"], kind, entry)
            value = (Decimal(step["value"]) - unit[0]) / (unit[1] - unit[0])
            continue
        if "of" in step and kind not in ("log", "impute"):
            _same(value, step["of"], f"what {kind} is given", entry)
        _true(step.get("of", "") is not None or kind == "impute", f"{kind} is given something", entry)
        found = _combined(step, pieces) if kind == "combine" else STEPS[kind](step, group)
        _same(found, step["value"], kind, entry)
        value = Decimal(step["value"])
        if "piece" in step:
            pieces.append(value)
    _same(value, entry["value"], "the value", entry)
    if value is not None:
        _same(value * Decimal(entry["of"]), entry["points"], "the points", entry)
        _same(scale[0] + value * (scale[1] - scale[0]), entry["score"], "the score", entry)
    return len(entry["steps"])


def _begun(step: Data, value: Decimal | None) -> Decimal | None:
    """Return what a step begins with: the number answered, or what the parts or channels come to."""
    if step["step"] == "answer" and "value" not in step:
        return value
    return None if step.get("state") == "unscored" else _number(step.get("value"))


def _mix(entry: Data) -> None:
    """Check how channels are mixed."""
    *channels, last = entry["steps"]
    present = [each for each in channels if each["coverage"] is not None and Decimal(each["weight"])]
    known = [each for each in present if each["value"] is not None]
    missing = last["missing"]
    counted = known if missing == "skip" else present
    value = None
    if known and not (missing == "null" and len(known) < len(present)):
        parts = [(_number(each["value"]) or Decimal(0), Decimal(each["weight"])) for each in counted]
        value = Decimal(0) if missing == "zero_node" and len(known) < len(present) else mean(parts)
    _same(value, last["value"], "the mix", entry)
    _same(value, entry["value"], "the value", entry)
    for each, told in zip(channels, entry["channels"], strict=True):
        _same(each["value"], told["value"], "a channel's value", entry)
    total = sum((Decimal(each["weight"]) for each in counted), Decimal(0))
    for each in counted:
        _same(Decimal(each["weight"]) / total, each["weight_share"], "a channel's share", entry)


def _formula(step: Data, reason: str | None) -> Decimal | None:
    """Work out the formula of a node."""
    parts = [(_number(each["taken"]), Decimal(each["weight"])) for each in step["parts"]]
    if not sum(weight for _, weight in parts) or (step["value"] is None and reason in ("low-coverage", "low-parts")):
        return None
    known = [(value, weight) for value, weight in parts if value is not None]
    lacking = any(weight for value, weight in parts if value is None)
    if lacking and step["missing"] == "zero_node":
        return Decimal(0)
    if (lacking and step["missing"] == "null") or not sum(weight for _, weight in known):
        return None
    if step["value"] is None:
        _true(reason is not None, "there is a reason", step)
        return None
    if step["rule"] == "copeland":
        others = Decimal(step["others"])
        return (Decimal(step["won"]) - Decimal(step["lost"]) + others) / (2 * others)
    total = sum((weight for _, weight in known), Decimal(0))
    for each in step["parts"]:
        share = Decimal(each["weight"]) / total if each["taken"] is not None else Decimal(0)
        _same(share, each["weight_share"], "a share of the weight", step)
    counted = [(value, weight) for value, weight in known if weight]
    if step["rule"] == "power":
        return power(counted, Decimal(step["power"]))
    return FORMULAS[step["rule"]](counted)


def _bound(entry: Data, step: Data) -> None:
    """Check the coverage, or the weight of the parts with a value, and whether it is enough."""
    parts = entry["steps"][0]["parts"]
    total = sum((Decimal(each["weight"]) for each in parts), Decimal(0))
    if step["step"] == "coverage":
        held = sum((Decimal(each["weight"]) * Decimal(each["coverage"]) for each in parts), Decimal(0))
        _same(step["value"], entry["coverage"], "the coverage", entry)
    elif step["step"] == "count":
        held, total = Decimal(sum(1 for each in parts if each["value"] or "stays" in each)), Decimal(1)
    else:
        held = sum((Decimal(each["weight"]) for each in parts if each["value"] or "stays" in each), Decimal(0))
    _same(held / total, step["value"], step["step"], entry)
    _true((Decimal(step["value"]) >= Decimal(step["least"])) == step["passed"], "whether it is enough", entry)


def _adjusted(step: Data) -> Decimal:
    of, amount = Decimal(step["of"]), Decimal(step["amount"])
    if not step["fired"]:
        return of
    return {
        "zero": amount,
        "cap": min(of, amount),
        "floor": max(of, amount),
        "times": of * amount,
        "plus": of + amount,
        "minus": of - amount,
    }[step["by"]]


def _rounded(step: Data) -> Decimal:
    return Decimal(step["of"]).quantize(Decimal(1).scaleb(-int(step["to"])), rounding=MODES[step["mode"]])


def _combined(step: Data, pieces: Sequence[Decimal]) -> Decimal:
    full = [each >= 1 for each in pieces]
    return {
        "any": Decimal(any(full)),
        "all": Decimal(all(full)),
        "mean": sum(pieces, Decimal(0)) / len(pieces),
        "best": max(pieces),
    }[step["by"]]


def mean(parts: Parts) -> Decimal:
    return sum((weight * value for value, weight in parts), Decimal(0)) / sum(weight for _, weight in parts)


def geometric(parts: Parts) -> Decimal:
    if any(value == 0 for value, _ in parts):
        return Decimal(0)
    return mean([(value.ln(), weight) for value, weight in parts]).exp()


def harmonic(parts: Parts) -> Decimal:
    return 1 / mean([(1 / value, weight) for value, weight in parts])


def power(parts: Parts, exponent: Decimal) -> Decimal:
    inner = mean([(value**exponent, weight) for value, weight in parts])
    return inner ** (1 / exponent) if inner else inner


def median(parts: Parts) -> Decimal:
    half = sum(weight for _, weight in parts) / Decimal(2)
    at_most = min(each for each, _ in parts if sum(weight for value, weight in parts if value <= each) >= half)
    at_least = max(each for each, _ in parts if sum(weight for value, weight in parts if value >= each) >= half)
    return (at_most + at_least) / 2


def product(parts: Parts) -> Decimal:
    result = Decimal(1)
    for value, _ in parts:
        result *= value
    return result


FORMULAS: Final[Mapping[str, Callable[[Parts], Decimal]]] = {
    "mean": mean,
    "sum": mean,
    "geometric": geometric,
    "harmonic": harmonic,
    "min": lambda parts: min(value for value, _ in parts),
    "max": lambda parts: max(value for value, _ in parts),
    "median": median,
    "product": product,
}


def _rule(step: Data, group: Data) -> Decimal:
    """Work out a rule from its own numbers, those of the group, and what it is given."""
    fact: Callable[[str], Decimal] = lambda key: Decimal(step[key])  # noqa: E731
    rule = step["rule"]
    if "of" not in step:
        earned, most = fact("earned"), fact("most")
        return {
            "any": lambda: Decimal(earned > 0),
            "all": lambda: Decimal(earned == fact("offered")),
            "fraction": lambda: earned / fact("offered"),
        }.get(rule, lambda: min(earned, most) / most)()
    share = _SHARES[rule](step, group, Decimal(step["of"]))
    if "onto" in step:
        start, end = Decimal(step["onto"]["from"]), Decimal(step["onto"]["to"])
        share = start + share * (end - start)
    return share


def _stopped(step: Data, share: Decimal) -> Decimal:
    cap = step.get("cap", "none")
    share = max(share, Decimal(0)) if cap in ("low", "both") else share
    return min(share, Decimal(1)) if cap in ("high", "both") else share


def _linear(step: Data, group: Data, x: Decimal) -> Decimal:
    start, end = Decimal(step["from"]), Decimal(step["to"])
    if "transform" in step:
        x, start, end = x.ln(), start.ln(), end.ln()
    return _stopped(step, (x - start) / (end - start))


def _steps(step: Data, group: Data, x: Decimal) -> Decimal:
    return max((Decimal(each["share"]) for each in step["steps"][: _reached(step, x)][-1:]), default=Decimal(0))


def _reached(step: Data, x: Decimal) -> int:
    above = step.get("side") == "above"
    starts = [Decimal(each["from"]) for each in step["steps"]]
    return sum(1 for n, start in enumerate(starts) if (x > start if above and n else x >= start))


def _target(step: Data, group: Data, x: Decimal) -> Decimal:
    target = Decimal(step["target"])
    achieved = x / target if step["direction"] == "higher" else target / x
    if step["method"] == "3":
        return Decimal(1) if achieved >= 1 else Decimal("0.5") if achieved > Decimal("0.5") else Decimal(0)
    return achieved if step["method"] == "1" else min(achieved, Decimal(1))


def _distance(facts: Data, x: Decimal) -> Decimal:
    return max(Decimal(0), 1 - abs(x - Decimal(facts["wanted"])) / Decimal(facts["reach"]))


def _relative(step: Data, group: Data, x: Decimal) -> Decimal:
    low, high, size = (Decimal(group[key]) for key in ("low", "high", "size"))
    lower = step["direction"] == "lower"
    worst, best = (high, low) if lower else (low, high)
    rule = step["rule"]
    if rule == "zscore":
        z = (x - Decimal(group["mean"])) / Decimal(group["sd"])
        return Decimal(step["mean"]) + Decimal(step["sd"]) * (-z if lower else z)
    if rule in ("rank", "borda", "percentile"):
        worse = Decimal(group["worse"])
        return {"rank": worse + 1, "borda": worse}.get(rule) or _percentile(rule, worse, size)
    if rule == "distance_to_max":
        return 1 - (best - x) / (best - worst)
    if rule == "distance_to_reference":
        reference = Decimal(group["reference"])
        return _stopped(step, 1 - (reference - x) / (reference - worst))
    if rule == "distance_to_target":
        return _stopped(step, (x - worst) / (Decimal(step["target"]) - worst))
    if rule == "best":
        return low / x if lower else x / high
    if rule == "minmax":
        worst, best = Decimal(group.get("from", worst)), Decimal(group.get("to", best))
        return _stopped(step, (x - worst) / (best - worst))
    return x / best


def _percentile(rule: str, worse: Decimal, size: Decimal) -> Decimal:
    return min(Decimal(1), worse / (size - 1)) if rule == "percentile" else worse


_SHARES: Final[Mapping[str, Callable[[Data, Data, Decimal], Decimal]]] = {
    "linear": _linear,
    "scale": _linear,
    "steps": _steps,
    "target": _target,
    "distance": lambda step, group, x: _distance({**step, **group}, x),
    "count": lambda step, group, x: min(x, Decimal(step["most"])) / Decimal(step["most"]),
    **dict.fromkeys(
        (
            "minmax",
            "zscore",
            "rank",
            "percentile",
            "borda",
            "best",
            "distance_to_max",
            "distance_to_reference",
            "distance_to_target",
            "fraction_of_max",
        ),
        _relative,
    ),
}


def _logged(step: Data, group: Data) -> Decimal:
    if not step["done"]:
        return Decimal(step["of"])
    low, high = Decimal(step["low"]), Decimal(step["high"])
    return (Decimal(step["of"]) - low + Decimal("0.01") * (high - low)).ln()


def _winsorised(step: Data) -> Decimal:
    low, high = _number(step["low"]), _number(step["high"])
    value = Decimal(step["of"])
    value = value if low is None else max(value, low)
    return value if high is None else min(value, high)


STEPS: Final[Mapping[str, Callable[[Data, Data], Decimal]]] = {
    "rule": _rule,
    "divide_by": lambda step, group: Decimal(step["of"]) / Decimal(step["amount"]) * Decimal(step["times"]),
    "impute": lambda step, group: Decimal(step["value"]),
    "winsorise": lambda step, group: _winsorised(step),
    "log": _logged,
}


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _same(found: Decimal | str | None, told: str | None, what: str, entry: Data) -> None:
    if found is None or told is None:
        _true(found is None and told is None, f"{what}: {found} is not {told}", entry)
        return
    one, other = Decimal(found), Decimal(told)
    _true(abs(one - other) <= DIGITS * max(Decimal(1), abs(one), abs(other)), f"{what}: {one} is not {other}", entry)


def _true(fact: bool, what: str, entry: Data) -> None:
    if not fact:
        raise Wrong(f"{entry.get('id')}: {what}\n{entry.get('steps', entry)}")
