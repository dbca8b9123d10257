"""The roadmap on an agency's page: its next steps in words, with whom and when targets name."""

from collections.abc import Iterator, Mapping, Set
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, NamedTuple

from assess.model import Target, TargetValue, Value
from assess.presentation import pages
from assess.presentation.answers.openings import UNSEEN
from assess.presentation.answers.pieces import answer_lines
from assess.presentation.answers.sections import state_beside
from assess.presentation.edition import Edition, level_text, question_anchor
from assess.presentation.figures import figure_text
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import Markup, escaped, gain_text, said, score_text
from assess.ranking import Cohort
from assess.roadmap import MOST, Ground, Roadmap, Step, ground_of, roadmap
from assess.scoring import Assessment
from assess.targets import goal_of, measured_in

SHOWN: Final = 8
"""How many steps are told in full."""


class Aim(NamedTuple):
    """A target that looks at a question, and what it states for the period, or for the nearest later one."""

    target: Target
    goal: TargetValue


def roadmap_of(around: Surroundings, cohort: Cohort, assessment: Assessment) -> pages.Roadmap | None:
    """Return the next steps of an agency; None where nothing can be said of them."""
    aims = _aims(around, cohort, assessment.response.agency)
    questionnaire = cohort.questionnaire
    goals = tuple(
        (key, aim.goal.value)
        for key, aim in aims.items()
        if aim.target.measure is not None and measured_in(aim.target.measure, questionnaire) == "answer"
    )
    found = _roadmap(cohort, _Same(assessment), goals)
    if not found.steps:
        return None
    edition = around.edition(cohort)
    return pages.Roadmap(
        lead=_lead(edition, found),
        steps=tuple(_steps(around, edition, assessment, found, aims)),
        notes=tuple(_notes(edition, assessment)),
    )


class _Same:
    """An assessment that is equal to itself alone, so that what is worked out for one language serves the next."""

    __slots__ = ("it",)

    def __init__(self, it: Assessment) -> None:
        self.it = it

    def __eq__(self, other: Any) -> bool:
        return isinstance(other, _Same) and self.it is other.it

    def __hash__(self) -> int:
        return id(self.it)


@lru_cache(maxsize=2)
def _roadmap(cohort: Cohort, assessment: _Same, goals: tuple[tuple[str, Decimal], ...]) -> Roadmap:
    return roadmap(assessment.it, _ground(cohort), dict(goals), _unseen(assessment.it), SHOWN)


@lru_cache(maxsize=64)
def _ground(cohort: Cohort) -> Ground:
    return ground_of(cohort.questionnaire)


def _unseen(assessment: Assessment) -> Set[str]:
    """Return the questions whose answers nobody but the agency has looked at, where that is what is scored."""
    if assessment.channel == "declared":
        return frozenset()
    declared, channel = assessment.response.answers, assessment.channel
    return {
        each.id
        for each in assessment.score.every()
        if each.state != "node" and state_beside(channel, each.state, declared.get(each.id)) in UNSEEN
    }


def _aims(around: Surroundings, cohort: Cohort, agency: str) -> Mapping[str, Aim]:
    """Return the targets that look at questions of an agency, by question; the first of several."""
    found: dict[str, Aim] = {}
    publication = cohort.publication
    for target, _ in around.followed:
        measure = target.measure
        if measure is None or measure.question is None or measure.questionnaire != publication.questionnaire:
            continue
        goal = goal_of(target, publication.period)
        known = measure.question in cohort.questionnaire.questions
        if goal is not None and known and (target.agencies is None or agency in target.agencies):
            found.setdefault(measure.question, Aim(target, goal))
    return found


def _lead(edition: Edition, found: Roadmap) -> str:
    """Return where the steps lead: to the next level, or not quite; or that there is none."""
    words = edition.words
    if found.level is None:
        banded = any(each.start is not None for each in edition.questionnaire.levels)
        return words["roadmap_top" if banded else "roadmap_plain"]
    level = level_text(next(each for each in edition.questionnaire.levels if each.id == found.level.id))
    if found.needed is not None:
        total = score_text(found.steps[found.needed - 1].total, edition.questionnaire.scale, edition.language)
        return words["roadmap_reaches"].format(count=found.needed, level=level, score=total)
    if len(found.steps) >= MOST:
        return words["roadmap_far"].format(count=MOST, level=level)
    total = score_text(found.steps[-1].total, edition.questionnaire.scale, edition.language)
    return words["roadmap_short"].format(count=len(found.steps), level=level, score=total)


def _notes(edition: Edition, assessment: Assessment) -> Iterator[str]:
    yield edition.words["roadmap_note"]
    if assessment.stages and any(each.start is not None for each in assessment.questionnaire.levels):
        yield edition.words["roadmap_staged"]


def _steps(
    around: Surroundings, edition: Edition, assessment: Assessment, found: Roadmap, aims: Mapping[str, Aim]
) -> Iterator[pages.RoadmapStep]:
    language, questionnaire = edition.language, edition.questionnaire
    answers = assessment.dossier.answers(assessment.channel)
    taken: dict[str, Value] = {}
    for n, step in enumerate(found.steps[:SHOWN], 1):
        question, aim = questionnaire.questions[step.question], aims.get(step.question)
        answer = answers.get(step.question)
        before = taken.get(step.question, answer and answer.value)
        chosen = question.options.get(before) if isinstance(before, str) else None
        if step.rise.option is None:
            following, advice = _number_text(around, edition, step, aim), None
        else:
            option = question.options[step.rise.option]
            following = said(option.text, language)
            if question.type == "choices":
                following = Markup(edition.words["roadmap_also"].format(option=escaped(following)))
            first = next(iter(question.options.values()))
            advice = option.next if question.type == "choices" else (chosen or first).next
        taken[step.question] = step.rise.value
        yield pages.RoadmapStep(
            number=question.number,
            text=said(question.text, language),
            href=f"#{question_anchor(step.question)}",
            following=following,
            advice=said(advice, language),
            gain=gain_text(step.gain, questionnaire.scale, language),
            total=score_text(step.total, questionnaire.scale, language),
            owner=_owner(around, aim),
            due=aim.goal.period if aim else "",
            level=edition.level_at(step.total) if n == found.needed else None,
        )


def _number_text(around: Surroundings, edition: Edition, step: Step, aim: Aim | None) -> str:
    """Return the answer after a step that is no option: yes, or the number of a target."""
    question = edition.questionnaire.questions[step.question]
    told = answer_lines(question, step.rise.value, edition.language, edition.words)[0]
    if aim is None or not step.aimed:
        return told
    if question.type == "ratio":  # which a target states as a share
        told = figure_text(aim.target, edition.questionnaire, aim.goal.value, edition.language)
    return edition.words["roadmap_goal"].format(goal=told)


def _owner(around: Surroundings, aim: Aim | None) -> str:
    if aim is None or aim.target.owner is None:
        return ""
    return said(aim.target.owner.in_language(around.language, around.settings.languages[0]), around.language)
