"""The steps from an answer to its score, and from parts to theirs, as plain data: each number as decimal text."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, localcontext
from typing import Any, Final, NamedTuple

from assess.cli.cells import exact
from assess.model import Answer, Dimension, Evidence, Question, Ratio, ScoreRule, Scoring
from assess.model.arithmetic import EXACT, ONE, ZERO, compared, written
from assess.normalisation import measured
from assess.presentation.conditions import Speaker, condition_text
from assess.scoring import Assessment, Score, Trace, counted_in, weight_in

Step = Mapping[str, Any]


class Account(NamedTuple):
    """Whose steps are told: those of an assessment, with the answers of a channel, in the words of a speaker."""

    assessment: Assessment
    answers: Mapping[str, Answer]
    speaker: Speaker

    def within(self, channel: str) -> "Account":
        """Return the account of another channel of the same assessment."""
        return self._replace(answers=self.assessment.dossier.answers(channel))


class Share(NamedTuple):
    """A part in its node's sum: its weight, its share of the weight of all that is taken, and the value taken.

    `taken` is None for a part that is left out although it counts; its share is 0 then. `own` is the part's own value.
    """

    part: Score
    own: Decimal | None
    weight: Decimal
    share: Decimal
    taken: Decimal | None


def shares_of(scoring: Scoring, score: Score) -> Sequence[Share]:
    """Return how the parts that count enter a node's sum, after weights are rescaled."""
    parts = counted_in(scoring, score.parts)
    taken = [ZERO if each.value is None and scoring.missing == "zero" else each.value for each in parts]
    weights = [weight_in(scoring, each) for each in parts]
    own = {each.id: each.value for each in score.parts}
    leaves = scoring.missing == "skip"
    total = sum((weight for weight, value in zip(weights, taken, strict=True) if not leaves or value is not None), ZERO)
    return [
        Share(
            part,
            own[part.id],
            weight,
            ZERO if not total or (leaves and value is None) else EXACT.divide(weight, total),
            value,
        )
        for part, weight, value in zip(parts, weights, taken, strict=True)
    ]


def question_steps(account: Account, question: Question, score: Score) -> Iterator[Step]:
    """Yield the steps from an answer to its share of the question's points."""
    if score.channels:
        yield from mix_steps(score, question.channels, "skip")
        return
    answer = account.answers.get(question.id)
    yield from _answer_steps(question, answer, score)
    for trace in score.trail:
        if trace.step not in ("piece", "round"):
            yield _told(trace)
    value = before_rounding(score, (ZERO, question.maximum))
    if question.combine is not None and score.state == "answered":
        yield {"step": "combine", "by": question.combine, "value": exact(value)}
    elif value is not None and score.state != "unreviewed":
        number = _number_of(question, answer, score)
        yield {"step": "rule", **_of_rule(question, answer, number), "value": written(value)}
    elif score.reason is not None:
        yield {"step": "rule", **_numbers(question.rule), "value": None}
    for trace in score.trail:
        if trace.step == "round":
            yield {**_told(trace), "unit": "points"}


def _answer_steps(question: Question, answer: Answer | None, score: Score) -> Iterator[Step]:
    if score.state != "answered" or answer is None:
        yield {"step": "answer", "state": score.state, **(_given(question, answer) if answer else {})}
    elif question.combine is not None:
        yield from _piece_steps(question, answer, score)
    else:
        yield {"step": "answer", **_given(question, answer)}


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
            yield {**_told(trace), **_numbers(dimension.rule)}
        elif trace.step == "adjust":
            step = dimension.adjust[int(str(trace.facts["place"])) - 1]
            condition = None if step.condition is None else condition_text(step.condition, account.speaker)
            reason = step.reason.text if step.reason else None
            told = _told(trace) | {"holds": trace.facts["condition"], "condition": condition, "reason": reason}
            yield {**told, "unit": unit}
        elif trace.step == "round":
            yield {**_told(trace), "unit": unit}
        elif trace.step == "group":
            yield _told(trace)


def mix_steps(score: Score, weights: Mapping[str, Decimal], missing: str) -> Iterator[Step]:
    """Yield what a score comes to in each channel, and how these are mixed."""
    for name, each, share in mixed_shares(score, weights, missing):
        told = {"channel": name, "weight": written(weights[name]), "weight_share": written(share)}
        yield {"step": "channel", **told, "value": exact(each.value), "coverage": exact(each.coverage)}
    yield {"step": "mix", "missing": missing, "value": exact(score.value)}


def mixed_shares(score: Score, weights: Mapping[str, Decimal], missing: str) -> Sequence[tuple[str, Score, Decimal]]:
    """Return each channel with its score and its share of the weight of those that count."""
    counts = {
        name: each.coverage is not None and (each.value is not None or missing != "skip")
        for name, each in score.channels
    }
    total = sum((weights[name] for name, taken in counts.items() if taken), ZERO)
    return [
        (name, each, EXACT.divide(weights[name], total) if counts[name] and total else ZERO)
        for name, each in score.channels
    ]


def before_rounding(score: Score, unit: tuple[Decimal, Decimal]) -> Decimal | None:
    """Return the share that a score was before its last rounding, which was in a unit."""
    last = score.trail[-1] if score.trail else None
    if last is None or last.step != "round":
        return score.value
    of = last.facts["of"]
    assert isinstance(of, Decimal), "what is rounded is a number"  # noqa: S101
    with localcontext(EXACT):
        return (of - unit[0]) / (unit[1] - unit[0])


def _formula_step(scoring: Scoring, score: Score) -> Step:
    first = score.trail[0] if score.trail and score.trail[0].step == "formula" else None
    facts = {} if first is None else _told(first)
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


def _piece_steps(question: Question, answer: Answer, score: Score) -> Iterator[Step]:
    """Yield each answer given for a piece of evidence, with what it earns."""
    pieces = [each for each in answer.evidence if each.value is not None]
    values = [each.value for each in score.trail if each.step == "piece"]
    for n, (piece, value) in enumerate(zip(pieces, values, strict=False), 1):
        given = _given(question, piece)
        yield {"step": "answer", "piece": str(n), "title": piece.title, **given}
        yield {
            "step": "rule",
            "piece": str(n),
            **_of_rule(question, piece, _measured(question, piece)),
            "value": exact(value),
        }


def _given(question: Question, answer: Answer | Evidence) -> Step:
    """Return an answer as it was given: an option or more with their points, yes or no, a number, a ratio."""
    value = answer.value
    if isinstance(value, tuple):
        chosen = [{"id": each, "points": written(question.options[each].points)} for each in value]
        return {"given": list(value), "chosen": chosen}
    if isinstance(value, Ratio):
        return {"part": written(value.part), "whole": written(value.of), "value": exact(_measured(question, answer))}
    if isinstance(value, Decimal):
        return {"given": written(value), "value": written(value)}
    if isinstance(value, str) and value in question.options:
        chosen = [{"id": value, "points": written(question.options[value].points)}]
        return {"given": value, "chosen": chosen}
    if isinstance(value, str) and question.type == "date":
        return {"given": value, "value": exact(_measured(question, answer))}
    return {} if value is None else {"given": value}


def _measured(question: Question, answer: Answer | Evidence | None) -> Decimal | None:
    """Return the number that was answered; None for options, yes or no, and text."""
    if answer is None or answer.value is None or isinstance(answer.value, (tuple, bool)):
        return None
    if question.options or question.type == "text":
        return None
    with localcontext(EXACT):
        return measured(answer.value)


def _number_of(question: Question, answer: Answer | None, score: Score) -> Decimal | None:
    """Return the number that a question's rule is given: as answered, or as it was prepared last."""
    prepared = [each.value for each in score.trail if each.step in _PREPARING]
    return prepared[-1] if prepared else _measured(question, answer)


_PREPARING: Final = ("divide_by", "impute", "winsorise", "log")


def _of_rule(question: Question, answer: Answer | Evidence | None, number: Decimal | None) -> dict[str, Any]:
    """Return the rule of a question with its own numbers, and what it is given."""
    value = None if answer is None else answer.value
    options = question.options.values()
    if number is not None:
        return {"of": written(number), **_numbers(question.rule)}
    if isinstance(value, bool):
        return {"rule": "points", "earned": written(question.maximum if value else ZERO), **_most(question.maximum)}
    if isinstance(value, tuple) and question.rule.rule in _COUNTED:
        chosen = sum(1 for each in value if question.options[each].points)
        offered = sum(1 for each in options if each.points)
        most = question.rule.of or Decimal(offered)
        return {"rule": question.rule.rule, "earned": str(chosen), "offered": str(offered), **_most(most)}
    chosen_points = [question.options[each].points for each in value] if isinstance(value, tuple) else []
    if isinstance(value, str) and value in question.options:
        chosen_points = [question.options[value].points]
    added = question.rule.rule != "highest"
    earned = sum(chosen_points, ZERO) if added else max(chosen_points, default=ZERO)
    return {"rule": question.rule.rule, "earned": written(earned), **_most(question.maximum)}


_COUNTED: Final = ("any", "all", "count", "fraction")


def _most(value: Decimal) -> dict[str, str]:
    return {"most": written(value)}


def _numbers(rule: ScoreRule) -> dict[str, Any]:
    """Return a rule for numbers with those of its own."""
    told: dict[str, Any] = {"rule": rule.rule}
    for field in _FIELDS.get(rule.rule, ()):
        value = getattr(rule, field)
        if field == "steps":
            told["steps"] = [{"from": written(each.start), "share": written(each.share)} for each in value]
        elif field == "onto" and value is not None:
            told["onto"] = {"from": written(value.start), "to": written(value.end)}
        elif field == "of":
            told |= _most(value or ONE)
        elif value is not None:
            told[_NAMES.get(field, field)] = str(value) if isinstance(value, (str, int)) else written(value)
    return told


_NAMES: Final = {"start": "from", "end": "to", "value": "wanted", "reference": "agency"}
"""What a field of a rule is called among the facts of a step, where a step has another use for its name."""

_FIELDS: Final[Mapping[str, Sequence[str]]] = {
    "linear": ("start", "end", "cap", "transform", "onto"),
    "steps": ("steps", "side"),
    "target": ("target", "method", "direction"),
    "distance": ("value", "reach"),
    "scale": ("start", "end", "onto"),
    "count": ("of",),
    "minmax": ("direction", "onto"),
    "zscore": ("direction", "deviation", "mean", "sd"),
    "rank": ("direction",),
    "percentile": ("direction", "onto"),
    "borda": ("direction",),
    "best": ("direction",),
    "distance_to_max": ("direction",),
    "distance_to_reference": ("direction", "reference", "cap"),
    "distance_to_target": ("direction", "target", "cap"),
    "fraction_of_max": ("direction",),
}
"""The fields that each rule for numbers looks at."""


def _told(trace: Trace) -> dict[str, Any]:
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
