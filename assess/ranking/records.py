"""Record: what the group needs to know of one assessment."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from assess.profiles import Profile, Shape, profile_of, shape_of
from assess.scoring import Assessment, declared_value

Chosen: TypeAlias = tuple[str, ...] | str
"""What an agency answered, as far as it can be counted: ids of options ("yes" and "no" among them), or a state."""


YES: Final = "yes"


NO: Final = "no"


class Record(NamedTuple):
    """What the group needs to know of one assessment. Values are shares, or None where there is no score.

    `dimensions` are the values of the questionnaire's own dimensions, in order; None for those that are only recorded,
    and in a whole that mixes channels, because there they have one in each. `declared` is the value of the agency's own
    answers, where another channel is scored, `staged` the level that is reached in stages, where levels are staged.
    `profile` holds the share of every node and question, in the columns of the cohort's shape; `answers` for each
    question, in the questionnaire's order, the options that were chosen, or else the state of its answer. `groupings`
    are the values of each grouping's values, one grouping after the other.
    """

    agency: str
    kind: str
    value: Decimal | None
    reason: str | None
    coverage: Decimal | None
    level: str | None
    dimensions: tuple[Decimal | None, ...]
    declared: Decimal | None = None
    staged: str | None = None
    profile: Profile | None = None
    answers: tuple[Chosen, ...] = ()
    groupings: tuple[Decimal | None, ...] = ()


def record_of(assessment: Assessment, kind: str, shape: Shape | None = None) -> Record:
    """Return the record of one assessment; `kind` is the agency's.

    `shape` is that of all scores of its questionnaire; it is worked out where it is not given.
    """
    score = assessment.score
    return Record(
        agency=assessment.response.agency,
        kind=kind,
        value=score.value,
        reason=score.reason,
        coverage=score.coverage,
        level=assessment.reached.id if assessment.reached else None,
        dimensions=tuple(None if len(score.channels) > 1 or part.recorded else part.value for part in score.parts),
        declared=declared_value(assessment.declared),
        staged=assessment.staged.id if assessment.staged else None,
        profile=profile_of(assessment.response.agency, shape or shape_of(assessment.questionnaire, score), score),
        answers=tuple(_chosen(assessment)),
        groupings=tuple([each.value for scores in assessment.groupings.values() for each in scores]),
    )


def _chosen(assessment: Assessment) -> Iterator[Chosen]:
    """Yield what was answered to each question in the channel that is scored."""
    answers = assessment.dossier.answers(assessment.channel)
    states = {each.id: each.state for each in assessment.score.every() if each.state != "node"}
    for question in assessment.questionnaire.questions.values():
        state = states.get(question.id, "")
        answer = answers.get(question.id) if state == "answered" else None
        value = None if answer is None else answer.value
        if isinstance(value, bool):
            yield (YES if value else NO,)
        elif isinstance(value, tuple):
            yield value
        else:
            yield (value,) if isinstance(value, str) and question.options else state
