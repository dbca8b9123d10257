"""Each target with its figures: what it asks for, the way so far, and the nation's or each agency's results."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from assess.charts import meter
from assess.model import Questionnaire, Target
from assess.model.arithmetic import ZERO
from assess.model.periods import period_order
from assess.presentation import pages
from assess.presentation.addresses import agency_address, targets_address, way
from assess.presentation.figures import figure_text, goal_text, reason_text, share_text, trend_text
from assess.presentation.surroundings import Surroundings
from assess.presentation.targets.course import course_of
from assess.presentation.targets.facts import details_of, facts_of
from assess.presentation.targets.shown import anchor_of, edition_measured, light_of, title_in
from assess.presentation.wording import Markup, Words, percent_of, said, sort_key
from assess.targets import Followed, Result

MOST_ROWS: Final = 200
"""More agencies than these would outweigh the page: those furthest from the target are shown, the lights count all."""


def section_of(around: Surroundings, followed: Followed) -> pages.TargetSection:
    """Return a target with its figures."""
    language, words = around.language, around.words
    target, results = followed
    edition = edition_measured(around, target)
    questionnaire = edition.questionnaire if edition else None
    latest = max((each.period for each in results), key=period_order, default="")
    nation = target.measure is None
    title = title_in(around, target, language)
    found = [each for each in results if each.period == latest]
    rows = tuple(
        _nation_rows(around, followed, language, words)
        if nation
        else _agency_rows(around, target, _furthest(target, found), language, words)
    )
    scope = words["of_nation"] if nation else words["of_agencies"].format(period=latest or words["none"])
    standing = "" if target.standing == "adopted" else f" · {words[f'standing_short_{target.standing}']}"
    return pages.TargetSection(
        anchor=anchor_of(target),
        title=said(title, language),
        scope=scope + standing,
        caption=words["targets_caption"].format(title=title.text, scope=scope),
        head=words["period" if nation else "agency"],
        counts=target.method,
        facts=tuple(facts_of(around, target, questionnaire, language, words)),
        course=course_of(around, followed, f"course-{target.id}"),
        rows=rows,
        lights=() if nation or not rows else tuple(lights_of([each.light or "" for each in found], words)),
        more=""
        if nation or len(found) <= MOST_ROWS
        else words["board_furthest"].format(count=len(rows), of=len(found)),
        empty="" if rows else words["targets_empty_nation" if nation else "targets_empty_agencies"],
    )


def _furthest(target: Target, results: Sequence[Result]) -> Sequence[Result]:
    """Return all results, or where there are too many those that are furthest from the target; who has none, last."""

    def place(result: Result) -> tuple[bool, Decimal, str]:
        """Return the key of the order: who has a figure, the lowest achievement first, then by id."""
        score = result.score(target)
        return score is None, score or ZERO, result.agency or ""

    return results if len(results) <= MOST_ROWS else sorted(results, key=place)[:MOST_ROWS]


def _nation_rows(around: Surroundings, followed: Followed, language: str, words: Words) -> Iterator[pages.TargetRow]:
    target, results = followed
    actuals = {each.period: each for each in target.actuals}
    for each in reversed(results):
        details = tuple(details_of(around, actuals[each.period], language, words))
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
        href=href,
        actual=figure_text(target, questionnaire, result.actual, language) or words["none"],
        goal=goal_text(target, questionnaire, result, language) or words["none"],
        scores=tuple(share_text(each, language) or words["none"] for each in result.methods),
        bar="" if href else Markup(meter(percent)),  # the lights of a hundred agencies are bar enough
        percent=percent,
        light=light_of(result.light, words),
        trend=trend_text(target, questionnaire, result, language, words),
        reason=reason_text(result.reason, words),
        note=note,
        details=details,
    )


def lights_of(colours: Sequence[str], words: Words) -> Iterator[pages.LightCount]:
    """Yield how many show each light; those without one only where there are some."""
    counts = Counter(colours)
    for colour in ("green", "yellow", "red", ""):
        if colour or counts[colour]:
            yield pages.LightCount(light=light_of(colour, words), count=str(counts[colour]))
