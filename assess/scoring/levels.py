"""Where a score lies on the questionnaire's scale, and which maturity level it reaches."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from assess.model import Condition, Level, Questionnaire, Scale
from assess.model.arithmetic import EXACT, compared, rounded
from assess.scoring.scores import Stage


def on_scale(scale: Scale, value: Decimal) -> Decimal:
    """Return a share on the questionnaire's scale."""
    if not scale.start:  # as nearly all scales have it, and this is asked by the hundred for each page
        return EXACT.multiply(value, scale.end)
    return EXACT.fma(value, EXACT.subtract(scale.end, scale.start), scale.start)


def level_of(questionnaire: Questionnaire, value: Decimal | None) -> Level | None:
    """Return the highest band that a value reaches; the lowest band holds its own bound in any case."""
    if value is None:
        return None
    score = on_scale(questionnaire.scale, value)
    score = rounded(score, questionnaire.scale.decimals) if questionnaire.levels_on == "rounded" else compared(score)
    above, levels = questionnaire.levels_side == "above", questionnaire.levels
    for n in range(len(levels) - 1, -1, -1):
        start = levels[n].start
        if start is not None and (score > start if above and n else score >= start):
            return levels[n]
    return None


def stages_of(questionnaire: Questionnaire, holds: Callable[[Condition], bool | None]) -> tuple[Stage, ...]:
    """Return the staged levels from the lowest up to the first whose requirement is not met; none where none is staged.

    What cannot be decided yet is not met.
    """
    stages: list[Stage] = []
    if any(level.requires for level in questionnaire.levels):
        for level in questionnaire.levels:
            stages.append(_stage(level, holds))
            if not stages[-1].holds:
                break
    return tuple(stages)


def _stage(level: Level, holds: Callable[[Condition], bool | None]) -> Stage:
    if level.requires is None:
        return Stage(level, True)
    found = holds(level.requires)
    together = () if found else level.requires.every or (level.requires,)
    return Stage(level, found, tuple(each for each in together if not holds(each)))


def staged_level(stages: Sequence[Stage]) -> Level | None:
    """Return the highest level that is met."""
    return next((each.level for each in reversed(stages) if each.holds), None)
