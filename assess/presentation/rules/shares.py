"""Rules that turn a value into a share, in words, and the groups that they look at."""

from typing import Final

from assess.model import Over, ScoreRule
from assess.model.rules import Bound
from assess.presentation.conditions import Speaker


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
