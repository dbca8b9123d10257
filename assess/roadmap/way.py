"""Roadmap: steps in order, each the one that adds most when its turn comes; and up to where they lead."""

from collections.abc import Mapping, Set
from decimal import Decimal, localcontext
from heapq import heapify, heappop, heappush
from itertools import count
from typing import Final, NamedTuple

from assess.model import Answer, Dimension, Level, Question
from assess.model.arithmetic import EXACT, ONE, ZERO, compared
from assess.model.conditions import holds, unmeasured
from assess.roadmap.ground import Ground
from assess.roadmap.rises import Rise, rise_to
from assess.scoring import Assessment, Score, counted_in, level_of, weight_in

MOST: Final = 40
"""How many steps are taken at most, one after the other: a longer list is no plan."""

_OPEN: Final = frozenset(("answered", "unknown", "missing"))


class Step(NamedTuple):
    """One answer raised. `gain` is the share that it adds to the whole, `total` the whole with all steps before.

    `aimed` is whether the answer is the number that a target states.
    """

    question: str
    rise: Rise
    gain: Decimal
    total: Decimal
    aimed: bool


class Roadmap(NamedTuple):
    """Steps in order. `level` is the next band above the one reached; None where there is none.

    The first `needed` steps are enough for it; None where those that are known of are not, or are more than `MOST`.
    """

    steps: tuple[Step, ...] = ()
    level: Level | None = None
    needed: int | None = None


def roadmap(
    assessment: Assessment, ground: Ground, goals: Mapping[str, Decimal], unseen: Set[str], least: int
) -> Roadmap:
    """Return the way up from an assessment: at least so many steps, and on to the next level.

    `goals` are the numbers that targets state for questions; of the questions in `unseen` nothing is said.
    """
    if assessment.score.value is None:
        return Roadmap()
    with localcontext(EXACT):
        way = _Way(assessment, ground, goals)
        way.enter(assessment.questionnaire.whole, assessment.score, ONE, unseen)
        return _taken(way, assessment, least)


def _taken(way: "_Way", assessment: Assessment, least: int) -> Roadmap:
    """Take steps, each time the one that adds most; of equal ones, the first question's."""
    target = next_level(assessment)
    total, needed, steps = assessment.score.value or ZERO, None, list[Step]()
    queue = [each for key in way.places if (each := way.waiting(key)) is not None]
    heapify(queue)
    while queue and len(steps) < MOST and (len(steps) < least or (target is not None and needed is None)):
        less, place, key, rise, aimed = heappop(queue)
        gain = way.gain(key, rise)
        if gain is None or gain <= 0:
            continue
        if gain < -less:  # questions were opened since, so that it counts for less
            heappush(queue, (-gain, place, key, rise, aimed))
            continue
        opened = way.take(key, rise)
        total += gain
        steps.append(Step(key, rise, gain, total, aimed))
        if target is not None and needed is None and _reaches(assessment, total, target):
            needed = len(steps)
        for name in (key, *opened):
            following = way.waiting(name)
            if following is not None:
                heappush(queue, following)
    return Roadmap(tuple(steps), target, needed)


def next_level(assessment: Assessment) -> Level | None:
    """Return the next band above the one that the score reaches; None where there is none."""
    bands = [each for each in assessment.questionnaire.levels if each.start is not None]
    if assessment.level is None:
        return bands[0] if bands else None
    place = [each.id for each in bands].index(assessment.level.id)
    return bands[place + 1] if place + 1 < len(bands) else None


def _reaches(assessment: Assessment, total: Decimal, target: Level) -> bool:
    level = level_of(assessment.questionnaire, total)
    return level is not None and level.start is not None and target.start is not None and level.start >= target.start


class _Leaf:
    """A dimension that holds questions: what is earned in it, of how much, and how much of the whole it makes up."""

    __slots__ = ("earned", "of", "share")

    def __init__(self, earned: Decimal, of: Decimal, share: Decimal) -> None:
        self.earned, self.of, self.share = earned, of, share

    def change(self, more: Decimal, wider: Decimal) -> Decimal:
        """Return by how much the whole changes when so much more is earned, of so much more."""
        if not wider:
            return self.share * more / self.of
        return self.share * ((self.earned + more) / (self.of + wider) - self.earned / self.of)


class _Place(NamedTuple):
    """Where a question stands: its leaf, its weight there, and the share that its answer earns."""

    question: Question
    leaf: _Leaf
    weight: Decimal
    share: Decimal
    order: int


_Waiting = tuple[Decimal, int, str, Rise, bool]


class _Way:
    """A way as far as it was taken: the answers, and what they earn where."""

    def __init__(self, assessment: Assessment, ground: Ground, goals: Mapping[str, Decimal]) -> None:
        self._ground, self._goals = ground, goals
        self._questions = assessment.questionnaire.questions
        self._answers = dict(assessment.dossier.answers(assessment.channel))
        self._states: dict[str, str] = {}
        self._order = count()
        self._closed: dict[str, _Place] = {}
        self.places: dict[str, _Place] = {}

    def enter(self, node: Dimension, score: Score, share: Decimal, unseen: Set[str]) -> None:
        """Take up the questions below a node that makes up a share of the whole, where all is plain on the way."""
        if not _is_plain(node, score):
            self._states.update({each.id: each.state for each in score.every() if each.state != "node"})
            return
        counted = counted_in(node.scoring, score.parts)
        of = sum([weight_in(node.scoring, each) for each in counted], ZERO)
        if node.questions:
            self._settle(node, score, share, of, unseen)
            return
        inside = {each.id for each in counted if each.reason is None}
        for each, part in zip(node.dimensions, score.parts, strict=True):
            if part.id in inside:
                self.enter(each, part, share * weight_in(node.scoring, part) / of, unseen)
            else:
                self._states.update({below.id: below.state for below in part.every() if below.state != "node"})

    def waiting(self, key: str) -> _Waiting | None:
        """Return the next step of a question, ordered by what it adds, most first; None where there is none."""
        place = self.places.get(key)
        if place is None:
            return None
        answer = self._answers.get(key)
        value = None if answer is None else answer.value
        if place.question.options or place.question.type == "yes_no":
            rise, aimed = self._ground.rise(place.question, place.share, value), False
        else:
            goal = self._goals.get(key)
            rise, aimed = None if goal is None else rise_to(place.question, place.share, goal), True
        gain = None if rise is None else self.gain(key, rise)
        return None if rise is None or gain is None else (-gain, place.order, key, rise, aimed)

    def gain(self, key: str, rise: Rise) -> Decimal | None:
        """Return what a step adds to the whole; None where that cannot be told."""
        opened = self._opened(key, rise) if key in self._ground.opens else []
        if opened is None:
            return None
        place = self.places[key]
        if not opened:
            return compared(place.leaf.change(place.weight * (rise.share - place.share), ZERO))
        wider: dict[int, tuple[_Leaf, Decimal]] = {id(place.leaf): (place.leaf, ZERO)}
        for each in opened:
            leaf, before = wider.get(id(each.leaf), (each.leaf, ZERO))
            wider[id(leaf)] = (leaf, before + each.weight)
        more = place.weight * (rise.share - place.share)
        changes = [leaf.change(more if leaf is place.leaf else ZERO, by) for leaf, by in wider.values()]
        return compared(sum(changes, ZERO))

    def take(self, key: str, rise: Rise) -> list[str]:
        """Take a step; return the questions that it opened."""
        opened = self._opened(key, rise) or []
        place = self.places[key]
        place.leaf.earned += place.weight * (rise.share - place.share)
        self.places[key] = _Place(place.question, place.leaf, place.weight, rise.share, place.order)
        self._answers[key] = Answer("answered", rise.value, None, None, ())
        for each in opened:
            each.leaf.of += each.weight
            self.places[each.question.id] = self._closed.pop(each.question.id)
            self._states[each.question.id] = "missing"
        return [each.question.id for each in opened]

    def _settle(self, node: Dimension, score: Score, share: Decimal, of: Decimal, unseen: Set[str]) -> None:
        leaf = _Leaf((score.value or ZERO) * of, of, share)
        adds, zero = node.scoring.aggregate == "sum", node.scoring.missing == "zero"
        for question, part in zip(node.questions, score.parts, strict=True):
            state, value = part.state, part.value
            self._states[question.id] = state
            if question.channels or question.prepare or not question.scored or (value is not None and value >= 1):
                continue  # the last cannot be raised
            closed = state == "closed" and zero
            if closed or (state in _OPEN and question.id not in unseen and question.id not in self._ground.watched):
                weight = part.points if adds else part.weight
                place = _Place(question, leaf, weight, value or ZERO, next(self._order))
                (self._closed if closed else self.places)[question.id] = place

    def _opened(self, key: str, rise: Rise) -> list[_Place] | None:
        """Return the questions that a step opens; None where it closes some, or it cannot be told what they come to."""
        opened = []
        for each in self._ground.opens.get(key, ()):
            if self._stays(each, key, rise):
                continue
            place = self._closed.get(each)
            if place is None or each in self._answers or each in self._ground.opens or each in self._ground.watched:
                return None
            opened.append(place)
        return opened

    def _stays(self, key: str, raised: str, rise: Rise) -> bool:
        """Return whether a question stays as it is, closed or asked, once another one is raised."""
        condition, state = self._questions[key].when, self._states[key]
        if condition is None or state == "not_asked":
            return True
        asked = [each for each in condition.questions() if self._states[each] not in ("closed", "not_asked")]
        now = {each: self._answers.get(each) for each in asked}
        now[raised] = Answer("answered", rise.value, None, None, ())
        return (holds(condition, now, unmeasured) is False) == (state == "closed")


def _is_plain(node: Dimension, score: Score) -> bool:
    """Return whether a node is an average or a sum of its parts, to which nothing is done afterwards."""
    scoring = node.scoring
    if node.rule or node.adjust or node.round or node.channels or scoring.aggregate not in ("mean", "sum"):
        return False
    if scoring.min_coverage or scoring.min_parts or scoring.min_count or scoring.inapplicable != "leave":
        return False
    return scoring.missing == "zero" or all(each.value is not None for each in score.parts if each.counts)
