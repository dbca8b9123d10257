"""The formula of a node with an agency's numbers put in, as a person would write the sum."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from assess.model.arithmetic import EXACT
from assess.presentation.explaining.telling import Entry, Telling
from assess.scoring import on_scale


class Terms(NamedTuple):
    """What is put in: shares and weights as numbers written out, values on the scale; `onto` turns a share into it."""

    shares: Sequence[str]
    values: Sequence[str]
    weights: Sequence[str]
    earned: Sequence[str]
    onto: str
    power: str
    median: str


def sum_text(step: Entry, telling: Telling) -> str:
    """Return the sum that a formula's step stands for; empty where nothing is put in."""
    parts = [each for each in step["parts"] if each["taken"] is not None]
    if step["missing"] == "zero_node" and len(parts) < len(step["parts"]):
        return telling.says("missing_zero_node")
    if step["rule"] not in ("mean", "sum", "geometric"):
        parts = [each for each in parts if Decimal(each["weight"])]
    if step["rule"] == "copeland":
        return _copeland(step, telling)
    return _SUMS[step["rule"]](_terms(parts, step, telling)) if parts else ""


def rule_sum(step: Entry, telling: Telling) -> str:
    """Return the sum that a rule's step stands for, and where it is cut off; empty for a rule without such a sum."""
    if step["rule"] not in ("linear", "scale") or step["value"] is None:
        return ""
    number = telling.number
    of, start, end = (Decimal(step[key]) for key in ("of", "from", "to"))
    told = f"({number(of)} − {number(start)}) / ({number(end)} − {number(start)})"
    if "transform" in step:
        told = f"(ln({number(of)}) − ln({number(start)})) / (ln({number(end)}) − ln({number(start)}))"
        of, start, end = (EXACT.ln(each) for each in (of, start, end))
        told += f" = ({number(of)} − {number(start)}) / ({number(end)} − {number(start)})"
    share = EXACT.divide(EXACT.subtract(of, start), EXACT.subtract(end, start))
    told += f" {telling.comes_to(number(share))}"
    least, most = (
        Decimal(n) if step.get("cap", "none") in (each, "both") else share for n, each in ((0, "low"), (1, "high"))
    )
    if not least <= share <= most:
        told += f"; {telling.says('cut', at=number(max(least, min(share, most))))}"
    if "onto" in step:
        low, high = (number(step["onto"][key]) for key in ("from", "to"))
        value = telling.comes_to(number(step["value"]))
        told += f"; {low} + {number(max(least, min(share, most)))} × ({high} − {low}) {value}"
    return told


def coverage_text(step: Entry, telling: Telling) -> str:
    """Return the sum of the weight that was answered, over the whole weight."""
    parts = [(Decimal(each["weight"]), Decimal(each["coverage"] or 0)) for each in step["parts"]]
    held = [telling.number(EXACT.multiply(weight, covered)) for weight, covered in parts]
    total = telling.number(sum((weight for weight, _ in parts), Decimal(0)))
    return f"({' + '.join(held) or '0'}) / {total}"


def _terms(parts: Sequence[Entry], step: Entry, telling: Telling) -> Terms:
    scale = telling.questionnaire.scale
    start = f" + {telling.number(scale.start)}" if scale.start else ""
    number = telling.number
    return Terms(
        shares=[number(each["taken"]) for each in parts],
        values=[number(on_scale(scale, Decimal(each["taken"]))) for each in parts],
        weights=[number(each["weight"]) for each in parts],
        earned=[number(EXACT.multiply(Decimal(each["taken"]), Decimal(each["weight"]))) for each in parts],
        onto=f" × {number(scale.end - scale.start)}{start}",
        power=number(step.get("power", "1")),
        median=telling.says("median_of"),
    )


def _mean(terms: Terms) -> str:
    if len(set(terms.weights)) == 1:
        return f"({' + '.join(terms.values)}) / {len(terms.values)}"
    return f"({_products(terms.weights, terms.values)}) / ({' + '.join(terms.weights)})"


def _sum(terms: Terms) -> str:
    return f"({' + '.join(terms.earned)}) / ({' + '.join(terms.weights)}){terms.onto}"


def _geometric(terms: Terms) -> str:
    powers = " × ".join(f"{share}^{weight}" for share, weight in zip(terms.shares, terms.weights, strict=True))
    return f"({powers})^(1 / ({' + '.join(terms.weights)})){terms.onto}"


def _harmonic(terms: Terms) -> str:
    inverse = " + ".join(f"{weight} / {share}" for share, weight in zip(terms.shares, terms.weights, strict=True))
    return f"({' + '.join(terms.weights)}) / ({inverse}){terms.onto}"


def _power(terms: Terms) -> str:
    powers = [f"{share}^({terms.power})" for share in terms.shares]
    inner = f"({_products(terms.weights, powers)}) / ({' + '.join(terms.weights)})"
    return f"({inner})^(1 / ({terms.power})){terms.onto}"


def _median(terms: Terms) -> str:
    if len(set(terms.weights)) == 1:
        return f"{terms.median}({'; '.join(terms.values)})"
    weighted = [f"{value} × {weight}" for value, weight in zip(terms.values, terms.weights, strict=True)]
    return f"{terms.median}({'; '.join(weighted)})"


def _product(terms: Terms) -> str:
    return f"({' × '.join(terms.shares)}){terms.onto}"


def _copeland(step: Entry, telling: Telling) -> str:
    if "others" not in step:
        return ""
    onto = _terms((), step, telling).onto
    return f"({step['won']} − {step['lost']} + {step['others']}) / (2 × {step['others']}){onto}"


def _products(weights: Sequence[str], values: Sequence[str]) -> str:
    return " + ".join(f"{weight} × {value}" for weight, value in zip(weights, values, strict=True))


_SUMS: Final[Mapping[str, Callable[[Terms], str]]] = {
    "mean": _mean,
    "sum": _sum,
    "geometric": _geometric,
    "harmonic": _harmonic,
    "power": _power,
    "min": lambda terms: f"min({'; '.join(terms.values)})",
    "max": lambda terms: f"max({'; '.join(terms.values)})",
    "median": _median,
    "product": _product,
}
