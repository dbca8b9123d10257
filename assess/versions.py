"""What two versions of a questionnaire have in common, and what responses come to over that alone.

Two versions are compared only where mapping.yaml says how their questions stand to each other, and only over those
that it calls comparable: the later version is cut down to them, with its own rules and weights, and both responses are
scored again by what is left. A part without questions leaves, and the weights of the others stand as they were; an
adjustment that looks at what is left out leaves too. What was closed to an agency in its own version stays closed; what
was not asked of its kind in either leaves for both. What is relative to a group is left out, with all that is in it: no
group answered both. Where a least number of parts is asked for, all that are left are enough.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from assess.model import Adjustment, Answer, Dimension, Dossier, Questionnaire, VersionMap
from assess.model.conditions import key_of
from assess.model.standings import standings
from assess.model.trees import stages_of
from assess.scoring import Assessment, assess

_CLOSED = Answer("not_applicable", None, None, None, ())
"""What stands for the answer to a question that was closed: like one that does not apply, it leaves the sum."""


class Common(NamedTuple):
    """What two versions have in common for one kind of agency.

    `questionnaire` is the later version cut down to the questions compared; `pairs` holds their ids in the later
    version with those in the earlier one. `left_out` counts the other questions asked in the earlier and in the later
    version.
    """

    earlier: Questionnaire
    later: Questionnaire
    questionnaire: Questionnaire
    pairs: Mapping[str, str]
    left_out: tuple[int, int]


class History:
    """The versions of a workspace's questionnaires, and what they have in common, worked out once for each pair.

    `known` are by id and version; `maps` those of them that have a mapping.
    """

    def __init__(
        self, known: Mapping[tuple[str, str], Questionnaire | None], maps: Mapping[tuple[str, str], VersionMap]
    ) -> None:
        self._known = known
        self._maps = maps
        self._found: dict[tuple[str, str, str, str], Common | None] = {}

    def common(self, name: str, one: str, other: str, kind: str) -> Common | None:
        """Return what two versions have in common for a kind of agency; None where nothing leads from one to the other.

        Either may be the later one. The way may lead over versions between them.
        """
        one, other = sorted((one, other))
        key = (name, one, other, kind)
        if key not in self._found:
            self._found[key] = self._between(name, one, other, kind) or self._between(name, other, one, kind)
        return self._found[key]

    def _between(self, name: str, earlier: str, later: str, kind: str) -> Common | None:
        pairs = self._way(name, earlier, later)
        before, after = self._known.get((name, earlier)), self._known.get((name, later))
        if pairs is None or before is None or after is None:
            return None
        beside = frozenset(_relative(after))
        pairs = {
            now: was
            for now, was in pairs.items()
            if kind in after.asked_of[now] & before.asked_of[was] and now not in beside
        }
        left = tuple(_asked(each, kind) - len(pairs) for each in (before, after))
        return Common(before, after, cut_down(after, pairs), pairs, (left[0], left[1]))

    def _way(self, name: str, earlier: str, later: str) -> Mapping[str, str] | None:
        """Return the comparable questions of two versions; None where no mapping leads back to the earlier one."""
        seen = {later}
        step = self._maps.get((name, later))
        pairs = step.comparable if step else {}
        while step is not None and step.earlier != earlier:
            if step.earlier in seen:
                return None
            seen.add(step.earlier)
            step = self._maps.get((name, step.earlier))
            further = step.comparable if step else {}
            pairs = {now: further[was] for now, was in pairs.items() if was in further}
        return None if step is None else pairs


class Recounts:
    """What published results come to over what their version has in common with another.

    Values are kept by questionnaire, period, agency and the other version; None where there is no score.
    """

    def __init__(self, history: History) -> None:
        self._history = history
        self._values: dict[tuple[str, str, str, str], Decimal | None] = {}

    def take(self, dossier: Dossier, channel: str, others: Iterable[str]) -> None:
        """Score an agency again for each of the other versions that its own may be compared with."""
        response = dossier.response
        for other in others:
            common = self.common(response.questionnaire, response.version, other, dossier.agency.kind)
            if common is not None:
                key = (response.questionnaire, response.period, response.agency, other)
                self._values[key] = recounted(common, dossier, channel).score.value

    def common(self, name: str, one: str, other: str, kind: str) -> Common | None:
        """Return what two versions have in common for a kind of agency; None where they cannot be compared."""
        return self._history.common(name, one, other, kind)

    def value(self, name: str, period: str, agency: str, other: str) -> Decimal | None:
        """Return the share that a result comes to over what its version has in common with another one."""
        return self._values.get((name, period, agency, other))


def cut_down(questionnaire: Questionnaire, questions: Collection[str]) -> Questionnaire:
    """Return a questionnaire with these questions only; dimensions without any leave. Nothing hangs on answers.

    It has no levels: they are named for the whole.
    """
    inside = tuple(_parts_cut(questionnaire.dimensions, questions))
    known = {*questions, *(key_of(each.id) for part in inside for each in part.every_dimension())}
    whole = _within_reach(_adjusted(questionnaire.whole._replace(dimensions=inside), known))
    asked_of = {key: kinds for key, kinds in questionnaire.asked_of.items() if key in questions}
    return questionnaire.put_together(whole)._replace(levels=(), asked_of=asked_of, stages=stages_of(whole))


def recounted(common: Common, dossier: Dossier, channel: str = "declared") -> Assessment:
    """Score what an agency answered in either of the two versions over what they have in common, in a channel."""
    if dossier.response.version == common.later.version:
        carried = _carried(dossier, common.later, {each: each for each in common.pairs})
    else:
        carried = _carried(dossier, common.earlier, common.pairs)
    return assess(common.questionnaire, carried, channel=channel)


def _parts_cut(dimensions: tuple[Dimension, ...], questions: Collection[str]) -> Iterator[Dimension]:
    for each in dimensions:
        kept = tuple(question._replace(when=None) for question in each.questions if question.id in questions)
        inside = tuple(_parts_cut(each.dimensions, questions))
        if kept or inside:
            yield _within_reach(each._replace(questions=kept, dimensions=inside))


def _within_reach(dimension: Dimension) -> Dimension:
    """Return a dimension that asks for no more parts than it has."""
    least, scored = dimension.scoring.min_count, sum(each.scored for each in dimension.parts)
    return dimension._replace(scoring=dimension.scoring._replace(min_count=min(least, scored)))


def _relative(questionnaire: Questionnaire) -> Iterator[str]:
    """Yield the questions that are relative to a group, or stand in a dimension that is."""
    for dimension in questionnaire.nodes.values():
        if dimension.relative and dimension is not questionnaire.whole:
            yield from (each.id for each in dimension.every_question())
    yield from (key for key, each in questionnaire.questions.items() if each.relative)


def _adjusted(dimension: Dimension, known: Collection[str]) -> Dimension:
    """Return a dimension without the adjustments, its own and those below, that look at what is not known."""
    return dimension._replace(
        adjust=tuple(each for each in dimension.adjust if all(key in known for key in _looked_at(each))),
        dimensions=tuple(_adjusted(each, known) for each in dimension.dimensions),
    )


def _looked_at(adjustment: Adjustment) -> Iterator[str]:
    """Yield the keys of what an adjustment looks at."""
    if adjustment.of is not None:
        yield adjustment.of
    if adjustment.condition is not None:
        yield from adjustment.condition.questions()
        yield from adjustment.condition.measured()


def _carried(dossier: Dossier, own: Questionnaire, names: Mapping[str, str]) -> Dossier:
    """Return a dossier with its answers in every channel under the later version's ids; `names` holds their own."""

    def carried(answers: Mapping[str, Answer], channel: str) -> Mapping[str, Answer]:
        """Return answers of a channel by the later ids; a question not put then is closed."""
        state = standings(own, dossier.agency.kind, dossier.answers(channel))
        found = {now: answers.get(was) if state[was] == "asked" else _CLOSED for now, was in names.items()}
        return {now: each for now, each in found.items() if each is not None}

    response, review, survey = dossier.response, dossier.review, dossier.survey
    return dossier._replace(
        response=response._replace(answers=carried(response.answers, "declared")),
        review=review and review._replace(answers=carried(review.answers, "verified")),
        survey=survey and survey._replace(answers=carried(survey.answers, "survey")),
    )


def _asked(questionnaire: Questionnaire, kind: str) -> int:
    return sum(kind in kinds for kinds in questionnaire.asked_of.values())
