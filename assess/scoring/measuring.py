"""What a number that was answered earns: every step of preparing, then its rule, with what is learnt of groups."""

from decimal import Decimal
from typing import Any, NamedTuple

from assess.model import Agency, Over, Question
from assess.model.arithmetic import Uncomputable, in_reach
from assess.normalisation import MEASURES, RELATIVE, Learnt
from assess.normalisation.preparing import prepared
from assess.scoring.scores import Trace
from assess.scoring.tracing import group_trace, prepared_trace


class Company(NamedTuple):
    """An agency among those that it is compared with, as they are learnt in a channel."""

    learnt: Learnt
    channel: str
    agency: Agency

    def of(self, key: str, step: int | str, over: Over) -> Any:
        """Return what the group comes to for a step of what stands under a key; see `Learnt.of`."""
        return self.learnt.of(self.channel, key, step, over, self.agency)


def share_measured(question: Question, answer: Decimal | None, company: Company, trail: list[Trace]) -> Decimal | None:
    """Return the share that a number earns once it is prepared; None where there is no number. The trail is told.

    Raises:
        Uncomputable: a step, or the rule, gives no number.
    """
    number = _prepared(question, answer, company, trail)
    if number is None:
        return None
    rule = question.rule
    if rule.over is None:
        return in_reach(MEASURES[rule.rule](rule, number))
    facts = company.of(question.id, "rule", rule.over)
    trail.append(group_trace(rule, rule.over, company.agency, number, facts))
    return in_reach(RELATIVE[rule.rule](rule, number, facts))


def _prepared(question: Question, answer: Decimal | None, company: Company, trail: list[Trace]) -> Decimal | None:
    """Return a number after every step; one that a step cannot work out is missing, if a later one imputes."""
    number = untreated = answer
    filling = max((n for n, step in enumerate(question.prepare) if step.step == "impute"), default=-1)
    for n, step in enumerate(question.prepare):
        known = None
        before, plain = number, untreated
        try:
            if step.over is not None and (step.step == "impute") == (number is None):
                known = company.of(question.id, n, step.over)
            number, untreated = prepared(step, number, untreated, company.agency, known)
        except Uncomputable:
            if n >= filling:
                raise
            number = untreated = None
        if number is not None and not (step.step == "impute" and before is not None):
            trail.append(prepared_trace(step, before, plain, number, company.agency, known))
    return number
