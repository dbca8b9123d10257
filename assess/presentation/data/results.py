"""What an assessment comes to as plain data: the tree of its scores."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from assess.model import Answer, Dimension, Question
from assess.model.arithmetic import EXACT, written
from assess.presentation.conditions import Speaker, condition_text
from assess.presentation.data.shares import mixed_shares, shares_of
from assess.presentation.exact import exact, exact_score
from assess.scoring import Assessment, Score

Result: TypeAlias = Mapping[str, Any]


class Account(NamedTuple):
    """Whose scores are told: those of an assessment, with the answers of a channel, in the words of a speaker.

    `more` is what is told of each part besides its numbers.
    """

    assessment: Assessment
    answers: Mapping[str, Answer]
    speaker: Speaker
    more: "More"

    def within(self, channel: str) -> "Account":
        """Return the account of another channel of the same assessment."""
        return self._replace(answers=self.assessment.dossier.answers(channel))


More: TypeAlias = Callable[[Account, Dimension | Question, Score], Result]


def nothing_more(account: Account, part: Dimension | Question, score: Score) -> Result:
    """Tell nothing of a part besides its numbers."""
    return {}


def result_of(assessment: Assessment, speaker: Speaker, more: More = nothing_more) -> dict[str, Any]:
    """Return an assessment as `scores.schema.json` has it; every number is decimal text of at most 28 digits."""
    response, score, questionnaire = assessment.response, assessment.score, assessment.questionnaire
    account = Account(assessment, assessment.dossier.answers(assessment.channel), speaker, more)
    whole = _dimension(account, questionnaire.whole, score, None)
    scale = questionnaire.scale
    return {
        "agency": response.agency,
        "questionnaire": response.questionnaire,
        "questionnaire_version": response.version,
        "period": response.period,
        "channel": assessment.channel,
        "status": response.status,
        "scale": {"from": written(scale.start), "to": written(scale.end)},
        "score": whole["score"],
        "declared_score": None if assessment.declared is None else exact_score(scale, assessment.declared.value),
        "reason": score.reason,
        "level": _levels(assessment, speaker),
        **{key: whole[key] for key in _OF_THE_WHOLE if key in whole},
        "dimensions": whole["dimensions"],
        "groupings": [
            {
                "id": key,
                "values": [
                    {"id": each.id, "score": exact_score(scale, each.value), "coverage": exact(each.coverage)}
                    for each in values
                ],
            }
            for key, values in assessment.groupings.items()
        ],
    }


def _levels(assessment: Assessment, speaker: Speaker) -> Result:
    """Return the band, the staged level, and what of the next one's requirements is not met."""
    last = assessment.stages[-1] if assessment.stages else None
    stopped = None
    if last is not None and last.unmet:
        condition = "; ".join(condition_text(each, speaker) for each in last.unmet)
        holds = "undecided" if last.holds is None else "fails"
        stopped = {"level": last.level.id, "condition": condition, "holds": holds}
    return {
        "band": assessment.level.id if assessment.level else None,
        "staged": assessment.staged.id if assessment.staged else None,
        "stopped": stopped,
    }


def _dimension(account: Account, dimension: Dimension, score: Score, share: Decimal | None) -> dict[str, Any]:
    questionnaire = account.assessment.questionnaire
    inner = dict(_parts(account, dimension, score))
    mixed = _channels(account, dimension, score)
    inside = account.within(mixed["shown_channel"]) if mixed else account
    return {
        "id": dimension.id,
        "score": exact_score(questionnaire.scale, score.value),
        "value": exact(score.value),
        "reason": score.reason,
        "points": _earned(score),
        "of": written(score.points),
        "weight": written(score.weight),
        "weight_share": exact(share),
        "scored": dimension.scored,
        "coverage": exact(score.coverage),
        **account.more(account, dimension, score),
        **mixed,
        "dimensions": [_dimension(inside, each, *inner[each.id]) for each in dimension.dimensions],
        "questions": [_question(inside, each, *inner[each.id]) for each in dimension.questions],
    }


def _parts(account: Account, dimension: Dimension, score: Score) -> Iterator[tuple[str, tuple[Score, Decimal | None]]]:
    """Yield each part's id with its score and its share of the weight; None where it does not count."""
    shares = {each.part.id: each.share for each in shares_of(dimension.scoring, score)}
    for part in score.parts:
        yield part.id, (part, shares.get(part.id))


def _channels(account: Account, dimension: Dimension, score: Score) -> Result:
    """Return a node in each channel that it mixes, and whose parts it shows itself; empty where it mixes none."""
    if not score.channels:
        return {}
    shares = mixed_shares(score, dimension.channels, dimension.scoring.missing)
    return {
        "shown_channel": next(name for name, each in score.channels if each.parts is score.parts),
        "channels": [
            {"channel": name, **_dimension(account.within(name), dimension, each, share)}
            | {"weight": written(dimension.channels[name])}
            for name, each, share in shares
        ],
    }


def _question(account: Account, question: Question, score: Score, share: Decimal | None) -> dict[str, Any]:
    told = {
        "id": question.id,
        "state": score.state,
        "points": _earned(score),
        "of": written(score.points),
        "score": exact_score(account.assessment.questionnaire.scale, score.value),
        "value": exact(score.value),
        "reason": score.reason,
        "weight": written(score.weight),
        "weight_share": exact(share),
        **account.more(account, question, score),
    }
    if score.channels:
        told["channels"] = [
            {"channel": name, **_question(account.within(name), question, each, part)}
            | {"weight": written(question.channels[name])}
            for name, each, part in mixed_shares(score, question.channels, question.missing)
        ]
    return told


def _earned(score: Score) -> str | None:
    return None if score.value is None else written(EXACT.multiply(score.value, score.points))


_OF_THE_WHOLE = ("value", "points", "of", "coverage", "steps", "shown_channel", "channels")
"""What a result tells itself as its whole does, as far as that is told."""
