"""From the score to the level and the rank: thresholds, requirements, ranking and how sure it is, in words."""

from collections.abc import Iterator

from assess.model.arithmetic import ONE
from assess.presentation import pages
from assess.presentation.conditions import Speaker, condition_text
from assess.presentation.edition import Edition, level_text
from assess.presentation.explanation import staged_text, unmet_texts
from assess.presentation.method.example import Example
from assess.presentation.rules import ranking_rule
from assess.presentation.wording import count_text, decimal_text, score_text


def bands(edition: Edition, speaker: Speaker) -> Iterator[pages.LevelBand]:
    """Yield the bands with their thresholds in words, and what it takes to reach those that are staged."""
    levels = edition.questionnaire.levels
    for n, (level, band) in enumerate(zip(levels, edition.bands, strict=True)):
        requires = level.requires
        together = () if requires is None else requires.every or (requires,)
        yield band._replace(
            bounds=_bounds(edition, n),
            requires=tuple(condition_text(each, speaker) for each in together),
        )


def _bounds(edition: Edition, place: int) -> str:
    """Return where a band begins and ends, in words; empty for one that is reached in stages only."""
    questionnaire, words = edition.questionnaire, edition.words
    starts = [each.start for each in questionnaire.levels]
    start, after = starts[place], [each for each in starts[place + 1 :] if each is not None]
    if start is None:
        return ""
    side = "above" if questionnaire.levels_side == "above" else "from"
    key = f"band_{side}_last" if not after else f"band_{side}_first" if place == 0 else f"band_{side}"
    low, high = (decimal_text(each, edition.language) for each in (start, after[0] if after else start))
    return words[key].format(low=low, high=high)


def level_rules(edition: Edition) -> Iterator[str]:
    """Yield how a level is found from a score."""
    questionnaire, words = edition.questionnaire, edition.words
    if any(each.start is not None for each in questionnaire.levels):
        yield words[f"levels_on_{questionnaire.levels_on}"].format(decimals=questionnaire.scale.decimals)
        yield words[f"levels_side_{questionnaire.levels_side}"]
    if any(each.requires for each in questionnaire.levels):
        yield words["rule_staged"]


def example_level(example: Example) -> tuple[str, tuple[str, ...]]:
    """Return which levels the example reaches, and what it lacks for the next staged one."""
    edition, assessment = example.edition, example.assessment
    value, told = assessment.score.value, []
    band = next(
        (each for each in edition.questionnaire.levels if assessment.level and each.id == assessment.level.id), None
    )
    if value is not None and band is not None:
        score = score_text(value, edition.questionnaire.scale, edition.language)
        told.append(edition.words["example_level"].format(score=score, level=level_text(band)))
    staged = staged_text(example.speaker, assessment)
    return " ".join([*told, *([staged] if staged else [])]), unmet_texts(example.speaker, assessment)


def ranking(edition: Edition, speaker: Speaker) -> Iterator[str]:
    """Yield who is ranked with whom, by what, and what becomes of equal scores."""
    rule, words = edition.questionnaire.ranking, edition.words
    yield ranking_rule(speaker)
    yield words[f"order_{rule.order}"]
    yield words[f"ranking_on_{rule.on}"].format(decimals=edition.questionnaire.scale.decimals)
    yield words[f"ties_note_{rule.ties}"]
    yield words["method_unranked"]


def sure(edition: Edition, speaker: Speaker) -> Iterator[str]:
    """Yield what is tried to tell how sure the order is: the questionnaire's plan, or the usual one."""
    plan, words = edition.questionnaire.robustness, edition.words
    ends = {"low": ONE - plan.spread, "high": ONE + plan.spread}
    yield speaker.says("plan_weights", draws=count_text(plan.draws, edition.language), seed=str(plan.seed), **ends)
    yield words["plan_interval"]
    lists = {
        "plan_aggregates": [words[f"plan_aggregate_{each}"] for each in plan.aggregates],
        "plan_normalisations": [words[f"plan_normalisation_{each}"] for each in plan.normalisations],
        "plan_missing": [words[f"plan_missing_{each}"] for each in plan.missing],
    }
    tried = [words[key].format(names="; ".join(names)) for key, names in lists.items() if names]
    yield " ".join([words["plan_choices"], *tried])
    if plan.alone:
        yield words["plan_alone"].format(names="; ".join(words[f"plan_aggregate_{each}"] for each in plan.alone))
    if {"geometric", "harmonic"} & {*plan.aggregates, *plan.alone}:
        yield speaker.says("plan_floor", floor=plan.floor)


def arithmetic(edition: Edition) -> Iterator[str]:
    """Yield how numbers are worked out and rounded."""
    scale, words, language = edition.questionnaire.scale, edition.words, edition.language
    ends = (decimal_text(each, language) for each in (scale.start, scale.end))
    yield words["rule_scale"].format(**dict(zip(("start", "end"), ends, strict=True)), decimals=scale.decimals)
    yield words["method_arithmetic"]
