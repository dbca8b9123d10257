"""How a node becomes its value, in words: formula, adjustments, rounding, channels; and how agencies are ranked."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from assess.model import Adjustment, Dimension, Rounding, Scoring
from assess.model.arithmetic import ZERO
from assess.presentation.conditions import Speaker, condition_text
from assess.presentation.rules.shares import over_text, rule_text
from assess.presentation.wording import bound_text, ended


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
