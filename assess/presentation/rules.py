"""Scoring rules, groups and ranges in words: what a questionnaire's page says of how answers become scores."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from assess.model import Adjustment, Dimension, Option, Over, Preparation, Question, Rounding, ScoreRule, Scoring
from assess.model.arithmetic import ONE, ZERO, rounded
from assess.model.rules import Bound
from assess.normalisation import share_of
from assess.presentation.conditions import Speaker, condition_text, number_text
from assess.presentation.wording import bound_text, ended, plain_number


def questionnaire_adjustments(speaker: Speaker) -> Iterator[str]:
    """Yield what happens to the score of the whole after its parts are put together."""
    yield from _after(speaker.questionnaire.whole, speaker)


def tier_roundings(speaker: Speaker) -> Iterator[str]:
    """Yield how all dimensions of a tier are rounded, for the tiers whose dimensions are rounded alike."""
    for depth, tier in enumerate(speaker.questionnaire.tiers):
        rounding = _tier_rounding(depth, speaker)
        if rounding is not None:
            yield speaker.says("rule_tier", tier=tier.title.text, rule=rounding_text(rounding, speaker))


def ranking_rule(speaker: Speaker) -> str:
    """Return whom agencies are ranked with, and what that takes, where it takes anything."""
    rule = speaker.questionnaire.ranking
    within = rule.within if rule.within in ("kind", "all", "parent") else "group"
    least = bound_text(rule.min_coverage, speaker.language)
    if rule.min_coverage and rule.min_group > 1:
        return speaker.says(f"rule_ranking_{within}", coverage=least, group=rule.min_group)
    told = [speaker.words[f"rule_ranked_{within}"]]
    if rule.min_coverage:
        told.append(speaker.says("rule_ranking_coverage", coverage=least))
    if rule.min_group > 1:
        told.append(speaker.says("rule_ranking_size", group=rule.min_group))
    return " ".join(told)


def scoring_rule(scoring: Scoring, speaker: Speaker) -> str:
    """Return how the parts of a node become its score."""
    told = [speaker.says(f"rule_{scoring.aggregate}", power=scoring.power)]
    if scoring.over is not None:
        told.append(speaker.says("rule_over", group=over_text(scoring.over, speaker)))
    for key, bound in (("min_coverage", scoring.min_coverage), ("min_parts", scoring.min_parts)):
        if bound:
            told.append(speaker.says(f"rule_{key}", coverage=bound_text(bound, speaker.language)))
    if scoring.min_count:
        told.append(speaker.says("rule_min_count", count=scoring.min_count))
    return " ".join(told)


def node_rules(dimension: Dimension, depth: int, speaker: Speaker) -> Iterator[str]:
    """Yield all that a dimension says of its score beyond what holds for the whole, or its tier; a sentence each."""
    default, own = speaker.questionnaire.scoring, dimension.scoring
    if not dimension.scored:
        yield speaker.words["rule_unscored"]
    if own != default:
        coverage = ZERO if own.min_coverage == default.min_coverage else own.min_coverage
        parts = ZERO if own.min_parts == default.min_parts else own.min_parts
        yield scoring_rule(own._replace(min_coverage=coverage, min_parts=parts), speaker)
    if own.missing != default.missing:
        yield speaker.words[f"rule_missing_{own.missing}"]
    if own.inapplicable != default.inapplicable:
        yield speaker.words["rule_out" if own.inapplicable == "leave" else "rule_out_zero"]
    as_its_tier = dimension.round == _tier_rounding(depth, speaker)
    yield from _after(dimension._replace(round=None) if as_its_tier else dimension, speaker)


def score_rule(question: Question, speaker: Speaker) -> str:
    """Return how an answer earns points; empty where the options say it."""
    if not question.scored:
        return ""
    points = plain_number(question.maximum, speaker.language)
    if question.type == "yes_no":
        return speaker.says("rule_yes", points=points)
    told = _RULES.get(question.rule.rule, _plain)(question, speaker)
    several = speaker.says(f"rule_combine_{question.combine}") if question.combine else ""
    return " ".join(each for each in (told, several) if each)


def option_points(question: Question, option: Option, speaker: Speaker) -> str:
    """Return the points that an option earns by itself; where it takes all that count, only whether it does."""
    if not question.scored:
        return ""
    rule = question.rule.rule
    if question.type != "choices" or rule in ("points", "highest") or not option.points:
        return plain_number(rounded(option.points, 2), speaker.language)
    if rule == "all":
        return speaker.words["option_counts"]
    return plain_number(rounded(share_of(question, (option.id,)) * question.maximum, 2), speaker.language)


def prepare_rule(question: Question, speaker: Speaker) -> str:
    """Return what is done to an answer before its rule, in order; empty where nothing is."""
    return "; ".join(_prepared(each, speaker) for each in question.prepare)


def rounding_text(rounding: Rounding, speaker: Speaker) -> str:
    """Return how something is rounded."""
    key = "rule_round" if rounding.mode == "half_up" else "rule_round_mode"
    return speaker.says(key, to=rounding.to, mode=speaker.words[f"mode_{rounding.mode}"])


def channels_text(channels: Mapping[str, Decimal], speaker: Speaker) -> str:
    """Return which channels are mixed, and by what weights."""
    parts = [f"{speaker.words[f'channel_{key}']} {speaker.number(each)}" for key, each in channels.items()]
    return speaker.says("rule_channels", channels="; ".join(parts))


def adjustment_text(step: Adjustment, dimension: Dimension, speaker: Speaker) -> str:
    """Return what an adjustment does to a dimension's score, if what; without its reason."""
    points = dimension.scoring.aggregate == "sum"
    least = speaker.questionnaire.scale.start if step.action == "zero" and not points else step.amount
    amount = speaker.says("amount_points" if points and step.action != "zero" else "amount_scale", amount=least)
    if step.of is not None:
        told = speaker.says(f"adjust_{step.action}_earned", part=speaker.part(step.of))
    elif step.action in ("plus", "minus"):
        shown = speaker.says("amount_points" if points else "amount_scale", amount=abs(step.amount))
        less = (step.amount < 0) == (step.action == "plus")
        told = speaker.says("adjust_minus" if less else "adjust_plus", amount=shown)
    elif step.action == "times":
        told = speaker.says("adjust_times", amount=step.amount)
    else:
        told = speaker.says(f"adjust_{step.action}", amount=amount)
    if step.round is not None:
        told = f"{told}, {rounding_text(step.round, speaker)}"
    if step.condition is None:
        return told
    return speaker.says("adjust_if", action=told, condition=condition_text(step.condition, speaker))


def over_text(over: Over, speaker: Speaker) -> str:
    """Return which agencies make up a group."""
    if over.kinds is None:
        who = speaker.words["over_same"]
    elif over.kinds:
        who = speaker.says("over_kinds", kinds=", ".join(speaker.kind(each) for each in sorted(over.kinds)))
    else:
        who = speaker.words["over_all"]
    told = [who]
    if over.family is not None:
        told.append(speaker.says("over_parent" if over.family == "parent" else "over_family", family=over.family))
    if over.period is not None:
        told.append(speaker.says("over_period", period=over.period))
    if over.channel is not None:
        told.append(speaker.says("over_channel", channel=speaker.words[f"channel_{over.channel}"]))
    return ", ".join(told)


def range_text(question: Question, language: str) -> str:
    """Return the values that an answer may have; empty where all are allowed, or where the type says it."""
    start, end = question.range.start, question.range.end
    if question.type in ("percent", "ratio") or (start is None and end is None):
        return ""
    low = "…" if start is None else plain_number(start, language)
    high = "…" if end is None else plain_number(end, language)
    return f"{low} – {high}"


def rule_text(rule: ScoreRule, speaker: Speaker) -> str:
    """Return a rule by its own numbers, for a value that is not an answer to a question."""
    if rule.rule == "steps":
        steps = [speaker.says("rule_step_share", start=each.start, share=each.share) for each in rule.steps]
        return "; ".join(steps)
    facts = rule._asdict() | {"reference": speaker.agency(rule.reference)}
    facts |= {"deviation": speaker.words[f"deviation_{rule.deviation}"], **_from_group(rule, speaker)}
    told = [speaker.says(_key(rule), **facts)]
    if rule.onto is not None:
        told.append(speaker.says("rule_onto", start=rule.onto.start, end=rule.onto.end))
    if rule.rule in _STOPPED and (rule.bounded or rule.cap != _STOPPED[rule.rule]):
        told.append(speaker.words[f"cap_{rule.cap}"])
    if rule.direction == "lower" and rule.rule != "target":
        told.append(speaker.words["rule_lower"])
    if rule.over is not None:
        told.append(speaker.says("rule_group", group=over_text(rule.over, speaker)))
    return "; ".join(told)


_STOPPED: Final = {"linear": "both", "minmax": "none", "distance_to_reference": "high", "distance_to_target": "none"}
"""The rules that may be stopped at their ends, and where they are if nothing is said."""


def _from_group(rule: ScoreRule, speaker: Speaker) -> dict[str, str]:
    """Return the bounds of minmax in words, and what a distance is measured from where that is no number."""
    told = {key: _bound(getattr(rule, key), key, speaker) for key in ("worst", "best")}
    if rule.wanted != "value":
        told["value"] = speaker.words[f"wanted_{rule.wanted}"]
    return told


def _bound(bound: Bound | None, usual: str, speaker: Speaker) -> str:
    if bound is None:
        return speaker.words[f"bound_{usual}"]
    return speaker.says(f"bound_{bound.by or 'number'}", amount=bound.amount)


def _key(rule: ScoreRule) -> str:
    if rule.rule == "linear":
        return "rule_share_log" if rule.transform else "rule_share_linear"
    if rule.rule == "target":
        return f"rule_target_{rule.method}_{rule.direction}"
    if rule.bounded:
        return "rule_share_minmax_bounds"
    if rule.reach is None:
        return "rule_share_distance_farthest"
    return f"rule_best_{rule.direction}" if rule.rule == "best" else f"rule_share_{rule.rule}"


def _after(dimension: Dimension, speaker: Speaker) -> Iterator[str]:
    """Yield what happens to a dimension's score after its parts are put together."""
    if dimension.rule is not None:
        yield speaker.says("rule_on_node", rule=rule_text(dimension.rule, speaker))
    for step in dimension.adjust:
        reason = speaker.says("adjust_reason", reason=step.reason.text) if step.reason else ""
        yield _sentence(adjustment_text(step, dimension, speaker)) + (ended(reason) if reason else "")
    if dimension.round is not None:
        key = "rule_round_points" if dimension.scoring.aggregate == "sum" else "rule_round_scale"
        yield speaker.says(key, rule=rounding_text(dimension.round, speaker))
    if dimension.channels:
        yield channels_text(dimension.channels, speaker)


def _tier_rounding(depth: int, speaker: Speaker) -> Rounding | None:
    """Return how all dimensions of a tier that has a name are rounded, where they are rounded alike."""
    parts = [*speaker.questionnaire.dimensions]
    for _ in range(depth):
        parts = [each for part in parts for each in part.dimensions]
    found = {each.round for each in parts}
    return found.pop() if len(found) == 1 and depth < len(speaker.questionnaire.tiers) else None


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _plain(question: Question, speaker: Speaker) -> str:
    """Return a rule for a share, and what it is multiplied by."""
    told = rule_text(question.rule, speaker)
    return told if question.maximum == ONE else speaker.says("rule_points", rule=told, points=question.maximum)


def _points(question: Question, speaker: Speaker) -> str:
    if question.type != "choices":
        return ""
    return speaker.says("rule_added", points=question.maximum)


def _choices(question: Question, speaker: Speaker) -> str:
    most = question.rule.of or Decimal(sum(1 for each in question.options.values() if each.points))
    key = "count_chosen" if question.rule.rule == "count" and question.options else question.rule.rule
    return speaker.says(f"rule_{key}", points=question.maximum, most=most)


def _linear(question: Question, speaker: Speaker) -> str:
    rule = question.rule
    if rule.onto is not None:
        return _plain(question, speaker)
    ends = {key: number_text(question, getattr(rule, key), speaker.language) for key in ("start", "end")}
    told = speaker.says("rule_log" if rule.transform else "rule_linear", points=question.maximum, **ends)
    return told if rule.cap == "both" else f"{told}; {speaker.words[f'cap_{rule.cap}']}"


def _steps(question: Question, speaker: Speaker) -> str:
    steps = [
        speaker.says(
            "rule_step_above" if n and question.rule.side == "above" else "rule_step",
            start=number_text(question, step.start, speaker.language),
            points=rounded(step.share * question.maximum, 2),
        )
        for n, step in enumerate(question.rule.steps)
    ]
    return "; ".join(steps)


def _prepared(step: Preparation, speaker: Speaker) -> str:
    facts = step._asdict() | {"group": over_text(step.over, speaker) if step.over else ""}
    key = f"impute_{step.by}" if step.step == "impute" else step.step
    if step.step == "divide_by" and step.times != ONE:
        key = "divide_by_times"
    if step.percentiles is not None:
        key = "winsorise_percentiles"
        facts |= {"lower": step.percentiles.start, "upper": step.percentiles.end}
    return speaker.says(f"prepare_{key}", **facts)


_RULES: Final = {
    "points": _points,
    "highest": _choices,
    "any": _choices,
    "all": _choices,
    "count": _choices,
    "fraction": _choices,
    "linear": _linear,
    "steps": _steps,
}
