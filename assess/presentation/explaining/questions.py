"""How the score of a question came about."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from assess.model import Question
from assess.presentation.explaining.sums import rule_sum
from assess.presentation.explaining.telling import Entry, Telling
from assess.presentation.rules import over_text, score_rule

Worth: TypeAlias = Callable[[Entry], str]
"""How what an entry is worth is told: by its points, or on the questionnaire's scale too."""


def question_line(entry: Entry, question: Question, telling: Telling, worth: Worth) -> str:
    """Return the answer, the rule that turned it into points, and what these come to, in one line."""
    name = f"{question.number} {question.text.text}".strip()
    if entry["weight_share"] is None and not entry["value"]:
        given = _given(entry["steps"][0], telling)
        return f"{name} ({question.id}): {given + '; ' if given else ''}{telling.says('out')}, {_state(entry, telling)}"
    weight = f"{telling.says('weight')} {telling.number(entry['weight'])}"
    if entry["weight_share"] is not None:
        weight += f" ({telling.percent(entry['weight_share'])})"
    how = f"{name} ({question.id}): {_how(entry, question, telling)} →"
    if entry["value"] is None and entry["reason"]:
        return f"{how} {telling.says('no_score')}, {telling.says(entry['reason'])}; {weight}"
    if entry["value"] is None and entry["weight_share"] == "0":
        return f"{how} {telling.says('out')}; {weight}"
    earned = entry if entry["value"] is not None else {**entry, "points": "0", "value": "0"}
    return f"{how} {worth(earned)}; {weight}"


def question_lines(entry: Entry, question: Question, telling: Telling) -> Iterator[str]:
    """Yield the line of a question, and below it each step that is not told there."""
    yield question_line(entry, question, telling, telling.worth)
    for line in question_steps_told(entry, question, telling):
        yield f"  {line}"
    for each in entry.get("channels", ()):
        yield f"  {telling.site('channel_' + each['channel'])}:"
        for line in question_lines(each, question, telling):
            yield f"    {line}"


def question_steps_told(entry: Entry, question: Question, telling: Telling) -> Iterator[str]:
    """Yield each step between the answer and what it earns that its rule does not say by itself; a line each."""
    for step in entry["steps"]:
        yield from _step(step, entry, question, telling)


def _state(entry: Entry, telling: Telling) -> str:
    return telling.says("missing_answer" if entry["state"] == "missing" else entry["state"])


def _how(entry: Entry, question: Question, telling: Telling) -> str:
    """Return the answer and the rule that turned it into points."""
    first = entry["steps"][0]
    if first["step"] == "channel":
        return telling.says("mix")
    if "piece" in first:
        combined = next((each for each in entry["steps"] if each["step"] == "combine"), None)
        return _combined(combined, entry, telling) if combined else telling.says(f"combine_{question.combine}")
    if entry["state"] != "answered":
        return _state(entry, telling)
    rule = score_rule(question, telling.speaker) if question.type not in ("yes_no", "choice") else ""
    divided = [_prepared(step, telling) for step in entry["steps"] if step["step"] == "divide_by"]
    return ", ".join(each for each in (_given(first, telling), *divided, rule[:1].lower() + rule[1:]) if each)


def _given(step: Entry, telling: Telling) -> str:
    """Return an answer as it was given."""
    if "part" in step:
        return f"{telling.number(step['part'])} / {telling.number(step['whole'])}"
    given = step.get("given", "")
    if isinstance(given, bool):
        return telling.says("yes" if given else "no")
    if "chosen" in step:
        return " + ".join(f"{each['id']} {telling.number(each['points'])}" for each in step["chosen"]) or "0"
    return telling.number(step["value"]) if given == step.get("value") else str(given)


def _step(step: Entry, entry: Entry, question: Question, telling: Telling) -> Iterator[str]:
    kind = step["step"]
    if "piece" in step and kind == "answer":
        yield f"{telling.says('piece', n=step['piece'], title=step['title'])}: {_given(step, telling)}"
    elif "piece" in step:
        sum_ = rule_sum(step, telling)
        yield f"  → {f'{sum_} → ' if sum_ else ''}{telling.number(step['value'])}"
    elif kind in ("divide_by", "impute", "winsorise", "log"):
        yield _prepared(step, telling)
    elif kind == "group" and question.rule.over is not None:
        yield telling.group(step, over_text(question.rule.over, telling.speaker))
    elif kind == "rule" and question.rule.over is not None and step["value"] is not None:
        yield telling.says("share", of=telling.number(step["of"]), value=telling.number(step["value"]))
    elif kind == "rule" and rule_sum(step, telling):
        yield rule_sum(step, telling)
    elif kind == "combine":
        yield f"{telling.says('combine')}: {_combined(step, entry, telling)} → {telling.number(step['value'])}"
    elif kind == "round":
        yield telling.rounding(step)
    elif kind == "channel":
        yield telling.channel(step)


def _combined(step: Entry, entry: Entry, telling: Telling) -> str:
    """Return how pieces of evidence are put together, with what each of them earns."""
    pieces = [telling.number(each["value"]) for each in entry["steps"] if each["step"] == "rule" and "piece" in each]
    return f"{telling.says('combine_' + step['by'])} ({'; '.join(pieces)})"


def _prepared(step: Entry, telling: Telling) -> str:
    facts: Mapping[str, object] = {
        key: (telling.number(each) if each is not None else "…") if key in _NUMBERS else each
        for key, each in step.items()
    }
    if step["step"] == "log":
        return telling.says("log" if step["done"] else "no_log", **facts)
    if "percentiles" in step:
        lower, upper = map(telling.number, step["percentiles"])
        return telling.says("winsorise_percentiles", lower=lower, upper=upper, **facts)
    if step["step"] == "winsorise" and step["value"] == step["of"]:
        return telling.says("no_winsorise", **facts)
    key = f"impute_{step['by']}" if step["step"] == "impute" else step["step"]
    return telling.says(key, **facts)


_NUMBERS = frozenset(("of", "amount", "times", "value", "low", "high"))
