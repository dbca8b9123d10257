"""What is to be known of a target: what it asks for by when, how it is judged, by whom, and where that is written."""

from collections.abc import Iterator

from assess.model import Citation, Questionnaire, Target
from assess.model.arithmetic import compared
from assess.model.targets import Actual, Bound
from assess.presentation import pages
from assess.presentation.addresses import questionnaire_address, targets_address, way
from assess.presentation.edition import question_anchor
from assess.presentation.figures import figure_text, unit_of
from assess.presentation.surroundings import Surroundings
from assess.presentation.targets.shown import worded
from assess.presentation.wording import Words, decimal_text, said


def facts_of(
    around: Surroundings, target: Target, questionnaire: Questionnaire | None, language: str, words: Words
) -> Iterator[pages.TargetFact]:
    """Yield what is to be known of a target, each with its name."""
    goals = [f"{each.period}: {figure_text(target, questionnaire, each.value, language)}" for each in target.by_period]
    yield _fact(words["target_values"], "; ".join(goals))
    if target.measure is not None and target.measure.question is not None and questionnaire is not None:
        question = questionnaire.questions[target.measure.question]
        address = questionnaire_address(questionnaire.id, questionnaire.version)
        href = way(targets_address(), f"{address}#{question_anchor(question.id)}")
        asked = pages.Link(text=said(question.text, language), href=href)
        yield pages.TargetFact(name=words["target_question"], values=(asked,))
    unit = worded(around, target.unit, language) or said(unit_of(target, questionnaire, language, words), language)
    if unit:
        yield _fact(words["unit"], unit)
    if target.standing != "adopted":
        yield _fact(words["target_standing"], words[f"standing_{target.standing}"])
    yield _fact(words["target_direction"], words[f"direction_{target.direction}"])
    if target.baseline is not None:
        own = figure_text(target, questionnaire, target.baseline.value, language) or words["target_own_baseline"]
        values = [pages.Link(text=f"{own} ({target.baseline.period})", href="")]
        values += _sources(around, target.baseline.source, language)
        yield pages.TargetFact(name=words["target_baseline"], values=tuple(values))
    yield _fact(words["target_achievement"], words[_formula(target)])
    yield _fact(words["target_method"], words[f"method_{target.method}"])
    yield _fact(words["target_light"], _bounds(target, language, words))
    owner = worded(around, target.owner, language)
    if owner:
        yield _fact(words["target_owner"], owner)
    sources = tuple(_sources(around, target.source, language))
    if sources:
        yield pages.TargetFact(name=words["target_source"], values=sources)


def details_of(around: Surroundings, actual: Actual, language: str, words: Words) -> Iterator[pages.TargetFact]:
    """Yield what is to be known of a figure: its source, who validated it, and notes."""
    sources = tuple(_sources(around, actual.source, language))
    if sources:
        yield pages.TargetFact(name=words["target_figure_source"], values=sources)
    for key, text in (("target_validated", actual.validated_by), ("target_note", actual.note)):
        if text is not None:
            yield _fact(words[key], worded(around, text, language))


def _fact(name: str, value: str) -> pages.TargetFact:
    return pages.TargetFact(name=name, values=(pages.Link(text=value, href=""),))


def _formula(target: Target) -> str:
    return "formula_baseline" if target.from_baseline else f"formula_{target.direction}"


def _bounds(target: Target, language: str, words: Words) -> str:
    return words["light_bounds"].format(
        green=_bound(target.light.green, language, words), yellow=_bound(target.light.yellow, language, words)
    )


def _bound(bound: Bound, language: str, words: Words) -> str:
    share = decimal_text(compared(bound.value * 100).normalize(), language)
    return words["bound_above" if bound.above else "bound_at_least"].format(share=f"{share}%")


def _sources(around: Surroundings, citation: Citation | None, language: str) -> Iterator[pages.Link]:
    """Yield the commitments that are watched, as the questionnaires say them, and the document."""
    if citation is None:
        return
    for name in citation.commitments:
        yield _commitment(around, name, language)
    if citation.title is not None or citation.url is not None:
        yield pages.Link(text=worded(around, citation.title, language) or citation.url or "", href=citation.url or "")


def _commitment(around: Surroundings, name: str, language: str) -> pages.Link:
    """Return a commitment with the way to it; its id alone where no published questionnaire has it."""
    for cohort in around.cohorts:
        questionnaire = around.edition(cohort).questionnaire
        if name in questionnaire.commitments:
            address = questionnaire_address(questionnaire.id, questionnaire.version)
            text = said(questionnaire.commitments[name].text, language)
            return pages.Link(text=text, href=way(targets_address(), f"{address}#c-{name}"))
    return pages.Link(text=name, href="")
