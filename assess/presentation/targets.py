"""The page of the targets: what is to be reached by when, how far it is, by whom, and where that is written."""

from collections import Counter
from collections.abc import Iterator, Sequence

from assess.charts import meter
from assess.model import Citation, Questionnaire, Target, Text, Worded
from assess.model.arithmetic import compared
from assess.model.periods import period_order
from assess.model.targets import Actual, Bound
from assess.presentation import pages
from assess.presentation.addresses import agency_address, questionnaire_address, targets_address, way
from assess.presentation.edition import Edition, question_anchor
from assess.presentation.figures import figure_text, goal_text, reason_text, share_text, title_of, trend_text, unit_of
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import (
    Markup,
    Words,
    decimal_text,
    folded,
    percent_of,
    said,
    sort_key,
)
from assess.targets import Followed, Result


def targets_page(around: Surroundings) -> pages.TargetsPage:
    """Return the page of the targets in a language."""
    language, words = around.language, around.words
    return pages.TargetsPage(
        title=words["targets"],
        crumbs=(
            pages.Link(text=words["home"], href=way(targets_address(), "")),
            pages.Link(text=words["targets"], href=""),
        ),
        lead=words["targets_lead"],
        sections=tuple(_section(around, each, language, words) for each in shown_targets(around)),
        notes=tuple(words[f"targets_note_{key}"] for key in ("methods", "lights", "periods", "rounding")),
    )


def shown_targets(around: Surroundings) -> list[Followed]:
    """Return the targets that the site may show: those of the nation, and those of what is published."""
    return [
        each
        for each in around.followed
        if each.target.measure is None or edition_measured(around, each.target) is not None
    ]


def target_links(around: Surroundings, commitment: str, language: str, here: str) -> Iterator[pages.Link]:
    """Yield the ways from an address to the targets that watch a commitment."""
    for target, _ in shown_targets(around):
        if target.source is not None and commitment in target.source.commitments:
            href = way(here, f"{targets_address()}#{_anchor(target)}")
            yield pages.Link(text=said(_title(around, target, language), language), href=href)


def edition_measured(around: Surroundings, target: Target) -> Edition | None:
    """Return the latest published edition of what an agency target looks at."""
    measure = target.measure
    for cohort in around.cohorts:
        if measure is not None and cohort.publication.questionnaire == measure.questionnaire:
            edition = around.edition(cohort)
            if measure.question is None or measure.question in edition.questionnaire.questions:
                return edition
    return None


def _section(around: Surroundings, followed: Followed, language: str, words: Words) -> pages.TargetSection:
    target, results = followed
    edition = edition_measured(around, target)
    questionnaire = edition.questionnaire if edition else None
    latest = max((each.period for each in results), key=period_order, default="")
    nation = target.measure is None
    title = _title(around, target, language)
    rows = tuple(
        _nation_rows(around, followed, language, words)
        if nation
        else _agency_rows(around, target, [each for each in results if each.period == latest], language, words)
    )
    scope = words["of_nation"] if nation else words["of_agencies"].format(period=latest or words["none"])
    standing = "" if target.standing == "adopted" else f" · {words[f'standing_short_{target.standing}']}"
    return pages.TargetSection(
        anchor=_anchor(target),
        title=said(title, language),
        scope=scope + standing,
        caption=words["targets_caption"].format(title=title.text, scope=scope),
        head=words["period" if nation else "agency"],
        counts=target.method,
        facts=tuple(_facts(around, target, questionnaire, language, words)),
        rows=rows,
        lights=() if nation or not rows else tuple(_lights(rows, words)),
        empty="" if rows else words["targets_empty_nation" if nation else "targets_empty_agencies"],
    )


def _anchor(target: Target) -> str:
    return f"t-{target.id}"


def _nation_rows(around: Surroundings, followed: Followed, language: str, words: Words) -> Iterator[pages.TargetRow]:
    target, results = followed
    actuals = {each.period: each for each in target.actuals}
    for each in reversed(results):
        details = tuple(_details(around, actuals[each.period], language, words))
        yield _row(target, None, each, language, words, each.period, details=details)


def _agency_rows(
    around: Surroundings, target: Target, results: Sequence[Result], language: str, words: Words
) -> Iterator[pages.TargetRow]:
    agencies = around.register.agencies
    edition = edition_measured(around, target)
    named = [(agencies[each.agency or ""], each) for each in results]
    for agency, each in sorted(named, key=lambda pair: (sort_key(pair[0].name_in(language)), pair[0].id)):
        assert target.measure is not None  # noqa: S101  # only agencies have results here
        address = agency_address(target.measure.questionnaire, each.period, agency.id)
        parent = agencies[agency.parent].name_in(language) if agency.parent else ""
        questionnaire = edition.questionnaire if edition else None
        href = way(targets_address(), address)
        yield _row(target, questionnaire, each, language, words, agency.name_in(language), href=href, note=parent)


def _row(
    target: Target,
    questionnaire: Questionnaire | None,
    result: Result,
    language: str,
    words: Words,
    title: str,
    href: str = "",
    note: str = "",
    details: tuple[pages.TargetFact, ...] = (),
) -> pages.TargetRow:
    percent = percent_of(result.score(target))
    return pages.TargetRow(
        title=title,
        folded=folded(title),
        href=href,
        actual=figure_text(target, questionnaire, result.actual, language) or words["none"],
        goal=goal_text(target, questionnaire, result, language) or words["none"],
        scores=tuple(share_text(each, language) or words["none"] for each in result.methods),
        bar=Markup(meter(percent)),
        percent=percent,
        light=_light(result.light, words),
        trend=trend_text(target, questionnaire, result, language, words),
        reason=reason_text(result.reason, words),
        note=note,
        details=details,
    )


def _light(colour: str | None, words: Words) -> pages.Light:
    return pages.Light(colour=colour or "", text=words[f"light_{colour or 'none'}"])


def _lights(rows: Sequence[pages.TargetRow], words: Words) -> Iterator[pages.LightCount]:
    """Yield how many agencies show each light; those without one only where there are some."""
    counts = Counter(each.light.colour for each in rows)
    for colour in ("green", "yellow", "red", ""):
        if colour or counts[colour]:
            yield pages.LightCount(light=_light(colour, words), count=str(counts[colour]))


def _facts(
    around: Surroundings, target: Target, questionnaire: Questionnaire | None, language: str, words: Words
) -> Iterator[pages.TargetFact]:
    goals = [f"{each.period}: {figure_text(target, questionnaire, each.value, language)}" for each in target.by_period]
    yield _fact(words["target_values"], "; ".join(goals))
    if target.measure is not None and target.measure.question is not None and questionnaire is not None:
        question = questionnaire.questions[target.measure.question]
        address = questionnaire_address(questionnaire.id, questionnaire.version)
        href = way(targets_address(), f"{address}#{question_anchor(question.id)}")
        asked = pages.Link(text=said(question.text, language), href=href)
        yield pages.TargetFact(name=words["target_question"], values=(asked,))
    unit = _said(around, target.unit, language) or said(unit_of(target, questionnaire, language, words), language)
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
    owner = _said(around, target.owner, language)
    if owner:
        yield _fact(words["target_owner"], owner)
    sources = tuple(_sources(around, target.source, language))
    if sources:
        yield pages.TargetFact(name=words["target_source"], values=sources)


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


def _details(around: Surroundings, actual: Actual, language: str, words: Words) -> Iterator[pages.TargetFact]:
    sources = tuple(_sources(around, actual.source, language))
    if sources:
        yield pages.TargetFact(name=words["target_figure_source"], values=sources)
    for key, text in (("target_validated", actual.validated_by), ("target_note", actual.note)):
        if text is not None:
            yield _fact(words[key], _said(around, text, language))


def _sources(around: Surroundings, citation: Citation | None, language: str) -> Iterator[pages.Link]:
    """Yield the commitments that are watched, as the questionnaires say them, and the document."""
    if citation is None:
        return
    for name in citation.commitments:
        yield _commitment(around, name, language)
    if citation.title is not None or citation.url is not None:
        yield pages.Link(text=_said(around, citation.title, language) or citation.url or "", href=citation.url or "")


def _commitment(around: Surroundings, name: str, language: str) -> pages.Link:
    """Return a commitment with the way to it; its id alone where no published questionnaire has it."""
    for cohort in around.cohorts:
        questionnaire = around.edition(cohort).questionnaire
        if name in questionnaire.commitments:
            address = questionnaire_address(questionnaire.id, questionnaire.version)
            text = said(questionnaire.commitments[name].text, language)
            return pages.Link(text=text, href=way(targets_address(), f"{address}#c-{name}"))
    return pages.Link(text=name, href="")


def _title(around: Surroundings, target: Target, language: str) -> Text:
    edition = edition_measured(around, target)
    questionnaire = edition.questionnaire if edition else None
    return title_of(target, questionnaire, language, around.settings.languages[0])


def _said(around: Surroundings, words: Worded | None, language: str) -> str:
    return "" if words is None else said(words.in_language(language, around.settings.languages[0]), language)
