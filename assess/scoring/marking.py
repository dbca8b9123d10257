"""Marking: one dossier being scored in one channel, from the answers up."""

from collections.abc import Mapping
from decimal import Decimal

from assess.model import Answer, Condition, Dimension, Dossier, Question, Questionnaire
from assess.model.arithmetic import ONE, ZERO, Uncomputable
from assess.model.conditions import holds, is_node_key, key_of
from assess.model.standings import standings
from assess.normalisation import MEASURES, RELATIVE, Learnt, combined, measured, share_of
from assess.scoring.adjusting import adjusted, rounded_in, unit_of
from assess.scoring.combining import combine, held_in_reach
from assess.scoring.duels import Row, beaten, row_of
from assess.scoring.levels import on_scale
from assess.scoring.measuring import Company, share_measured
from assess.scoring.mixing import mixed
from assess.scoring.scores import Score, Trace
from assess.scoring.tracing import group_trace, peers


class Marking:
    """One dossier being scored in one channel. Scores are worked out when they are asked for, those of nodes once."""

    def __init__(self, questionnaire: Questionnaire, dossier: Dossier, learnt: Learnt, channel: str) -> None:
        self._questionnaire = questionnaire
        self._dossier = dossier
        self._company = Company(learnt, channel, dossier.agency)
        self._answers = dossier.answers(channel)
        self._asked = standings(questionnaire, dossier.agency.kind, self._answers)
        self._known: dict[str, Score] = {}
        self._channels = {channel: self}

    def node(self, key: str) -> Score:
        """Return the score of a dimension, or of the whole, by its key."""
        if key not in self._known:
            self._known[key] = self._node(self._questionnaire.nodes[key], key)
        return self._known[key]

    def question(self, key: str) -> Score:
        """Return the score of a question by its id."""
        return self._part(self._questionnaire.questions[key])

    def parts(self, key: str) -> tuple[Score, ...]:
        """Return the scores of a node's parts."""
        dimension = self._questionnaire.nodes[key]
        if dimension.dimensions:
            return tuple([self.node(key_of(each.id)) for each in dimension.dimensions])
        return tuple(
            [self._mixed_question(each) if each.channels else self._question(each) for each in dimension.questions]
        )

    def aggregated(self, key: str) -> Score:
        """Return the score of a node as its formula gives it, before any rule, adjustment or rounding."""
        dimension = self._questionnaire.nodes[key]
        formula = None
        trail: list[Trace] = []
        if dimension.scoring.aggregate == "copeland":

            def formula(values: object, weights: object) -> Decimal:
                """Return what the duels come to, whatever the parts came to themselves."""
                return self._copeland(dimension, key, trail)

        parts = self.parts(key)
        score = combine(dimension.id, parts, dimension.scoring, dimension.weight, dimension.points, formula)
        if dimension.scored and not trail:
            return score
        return score._replace(recorded=not dimension.scored, trail=tuple(trail))

    def applies(self, key: str) -> bool:
        """Return whether a question is asked and applies, so that an answer to it can be expected."""
        answer = self._answers.get(key)
        return self._asked[key] == "asked" and (answer is None or answer.state != "not_applicable")

    def number(self, key: str) -> Decimal | None:
        """Return the number that was answered to a question; None where there is none."""
        answer = self._answers.get(key)
        return None if answer is None or answer.value is None else measured(answer.value)

    def holds(self, condition: Condition) -> bool | None:
        """Return whether a condition is true; None where that cannot be decided."""
        asked = {
            key: self._answers.get(key)
            for key in condition.questions()
            if self._asked[key] == "asked"  # what is not asked makes a test false
        }
        return holds(condition, asked, self._measure)

    def earned(self, key: str) -> Decimal:
        """Return the points that a question or a dimension earned; 0 where it has no score."""
        score = self.node(key) if is_node_key(key) else self._looked_at(self._questionnaire.questions[key])
        return (score.value or ZERO) * score.points

    def at_most(self, key: str) -> Decimal:
        """Return the points that a question or a dimension may have earned: what is missing in it counts in full."""
        if not is_node_key(key):
            question = self._questionnaire.questions[key]
            score = _in_full(question, self._looked_at(question))
        else:
            score = _in_full(self._questionnaire.nodes[key], self.node(key))
        return (score.value or ZERO) * score.points

    def elsewhere(self, channel: str) -> "Marking":
        """Return the marking of the same dossier in another channel."""
        if channel not in self._channels:
            other = Marking(self._questionnaire, self._dossier, self._company.learnt, channel)
            other._channels = self._channels  # one marking for each channel, however channels are mixed below
            self._channels[channel] = other
        return self._channels[channel]

    def _node(self, dimension: Dimension, key: str) -> Score:
        if dimension.channels:
            return self._mixed_node(dimension, key)
        score = self.aggregated(key)
        if score.value is not None and (dimension.rule or dimension.adjust or dimension.round) and not score.trail:
            score = score._replace(trail=(Trace("formula", score.value, {}),))
        if dimension.rule is not None and score.value is not None:
            score = self._ruled(dimension, key, score)
        if dimension.adjust and score.value is not None:
            score = adjusted(score, dimension, self._questionnaire.scale, self)
        if dimension.round is not None:
            score = rounded_in(score, dimension.round, unit_of(dimension.scoring, score, self._questionnaire.scale))
        return held_in_reach(score)

    def _mixed_node(self, dimension: Dimension, key: str) -> Score:
        plain = dimension._replace(channels={})
        scores = {each: self.elsewhere(each)._node(plain, key) for each in dimension.channels}
        return mixed(dimension.channels, scores, dimension.scoring.missing)

    def _mixed_question(self, question: Question) -> Score:
        scores = {each: self.elsewhere(each)._question(question) for each in question.channels}
        return mixed(question.channels, scores, question.missing)

    def _ruled(self, dimension: Dimension, key: str, score: Score) -> Score:
        rule = dimension.rule
        assert rule is not None and score.value is not None, "asked for where there are both"  # noqa: S101, PT018
        trail = list(score.trail)
        value = reason = None
        try:
            if rule.over is None:
                value = MEASURES[rule.rule](rule, score.value)
            else:
                facts = self._company.of(key, "rule", rule.over)
                trail.append(group_trace(rule, rule.over, self._company.agency, score.value, facts))
                value = RELATIVE[rule.rule](rule, score.value, facts)
        except Uncomputable as none:
            reason = none.reason
        trail.append(Trace("rule", value, {"of": score.value, "rule": rule.rule}))
        return score._replace(value=value, reason=reason, trail=tuple(trail))

    def _copeland(self, dimension: Dimension, key: str, trail: list[Trace]) -> Decimal:
        over = dimension.scoring.over
        assert over is not None, "Copeland's rule has a group"  # noqa: S101
        rows: Mapping[str, Row] = self._company.of(key, "parts", over)
        others = {name: row for name, row in rows.items() if name != self._company.agency.id}
        value, told = beaten(row_of(self.parts(key), dimension), others, [part.weight for part in dimension.parts])
        trail.append(Trace("formula", value, {**told, **peers(over, self._company.agency)}))
        return value

    def _part(self, question: Question) -> Score:
        return self._mixed_question(question) if question.channels else self._question(question)

    def _question(self, question: Question) -> Score:
        answer = self._answers.get(question.id)
        state = self._state(question, answer)
        if state == "answered":
            assert answer is not None, "an answered question has an answer"  # noqa: S101
            score = self._answered(question, answer)
        elif state == "unreviewed":
            score = Score(question.id, state, ZERO, None, question.weight, question.maximum, ONE)
        elif state in ("missing", "unknown"):
            score = Score(question.id, state, None, None, question.weight, question.maximum, ZERO)
            if question.prepare:
                score = self._filled(question, score)
        else:
            left = Score(question.id, state, None, None, question.weight, question.maximum, None)
            return left if question.scored else left._replace(recorded=True)
        if question.round is not None:
            score = held_in_reach(rounded_in(score, question.round, (ZERO, question.maximum)))
        return score

    def _state(self, question: Question, answer: Answer | None) -> str:
        standing = self._asked[question.id]
        if standing != "asked":
            return standing
        if not question.scored:
            return "unscored"
        return "missing" if answer is None else answer.state

    def _answered(self, question: Question, answer: Answer) -> Score:
        """Return the score of an answered question; one that cannot be worked out has none, for its reason."""
        trail: list[Trace] = []
        value = reason = None
        try:
            if question.combine is not None:
                shares = [share_of(question, each.value) for each in answer.evidence if each.value is not None]
                trail += [Trace("piece", each, {"n": n}) for n, each in enumerate(shares, 1)]
                value = combined(question.combine, shares)
            elif question.rule.over is None and not question.prepare:
                value = share_of(question, answer.value)  # type: ignore[arg-type]  # the gate lets no other through
            else:
                value = share_measured(question, measured(answer.value), self._company, trail)  # type: ignore[arg-type]  # as above
        except Uncomputable as none:
            reason = none.reason
        told = tuple(trail)
        return Score(question.id, "answered", value, reason, question.weight, question.maximum, ONE, (), False, told)

    def _filled(self, question: Question, score: Score) -> Score:
        """Return the score of a question without an answer, where something is imputed for it."""
        trail: list[Trace] = []
        try:
            value = share_measured(question, None, self._company, trail)
        except Uncomputable as none:
            return score._replace(reason=none.reason, trail=tuple(trail))
        return score._replace(value=value, trail=tuple(trail))

    def _measure(self, condition: Condition) -> Decimal | bool | None:
        """Return the score, the points or the coverage that a condition asks for; False where there can be none."""
        if condition.dimension is not None:
            score = self.node(key_of(condition.dimension))
        else:
            score = self._looked_at(self._questionnaire.questions[condition.question or ""])
        if score.coverage is None:
            return False
        if condition.measure == "coverage":
            return score.coverage
        if score.value is None:
            return None
        if condition.measure == "points":
            return score.value * score.points
        return on_scale(self._questionnaire.scale, score.value)

    def _looked_at(self, question: Question) -> Score:
        """Return the score of a question for a condition, which looks at unscored ones as well."""
        if question.scored or not question.comes_to_points:
            return self.question(question.id)
        return self._question(question._replace(scored=True))


def _in_full(part: Question | Dimension, score: Score) -> Score:
    """Return a score with 1 for all that is missing in it, save where its node skips that or goes on to a rule."""
    if isinstance(part, Question):
        return score if score.value is not None or score.coverage is None else score._replace(value=ONE)
    scoring = part.scoring
    if scoring.missing == "skip" or scoring.aggregate == "copeland" or part.channels or part.rule or part.adjust:
        return score
    below: tuple[Question | Dimension, ...] = (*part.dimensions, *part.questions)
    inside = tuple([_in_full(each, known) for each, known in zip(below, score.parts, strict=True)])
    if all(each is before for each, before in zip(inside, score.parts, strict=True)):
        return score
    full = combine(part.id, inside, part.scoring, part.weight, part.points)
    return full if full.value is not None or full.coverage is None else full._replace(value=ONE)
