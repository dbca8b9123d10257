"""Ground: what the ways of all agencies through a questionnaire share, worked out once."""

from collections.abc import Iterator, Mapping, Set
from decimal import Decimal
from typing import NamedTuple

from assess.model import Question, Questionnaire, Value
from assess.roadmap.rises import Rise, rise_of


class Ground(NamedTuple):
    """`opens` holds for each question those whose `when` looks at it; `watched` are those that adjustments look at.

    `rises` keeps the step up from each answer on offer: many agencies give the same.
    """

    opens: Mapping[str, tuple[str, ...]]
    watched: Set[str]
    rises: dict[tuple[str, Value | None], Rise | None]

    def rise(self, question: Question, share: Decimal, value: Value | None) -> Rise | None:
        """Return the least step up from an answer on offer, or from none; `share` is what it earns."""
        key = (question.id, value)
        if key not in self.rises:
            self.rises[key] = rise_of(question, share, value)
        return self.rises[key]


def ground_of(questionnaire: Questionnaire) -> Ground:
    """Return what a questionnaire says of the ways through it."""
    opens: dict[str, tuple[str, ...]] = {}
    for question in questionnaire.questions.values():
        for key in dict.fromkeys(question.when.questions() if question.when else ()):
            opens[key] = (*opens.get(key, ()), question.id)
    return Ground(opens, frozenset(_watched(questionnaire)), {})


def _watched(questionnaire: Questionnaire) -> Iterator[str]:
    for node in questionnaire.nodes.values():
        for step in node.adjust:
            keys = [] if step.of is None else [step.of]
            if step.condition is not None:
                keys += [*step.condition.questions(), *step.condition.measured()]
            for key in keys:
                if key in questionnaire.questions:
                    yield key
                else:
                    yield from (each.id for each in questionnaire.nodes[key].every_question())
