"""What pages of a questionnaire's parts have in common: the way there, other periods, titles and amounts."""

from collections.abc import Callable
from decimal import Decimal

from assess.model import Dimension, Question
from assess.model.arithmetic import EXACT
from assess.presentation import pages
from assess.presentation.addresses import dimension_address, questionnaire_address, ranking_address, way
from assess.presentation.amounts import points_text, share_text
from assess.presentation.edition import Branch, Edition
from assess.presentation.periods import period_links
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import Markup, change_text, escaped, plain_number, said, score_text
from assess.ranking import Cohort


def crumbs(around: Surroundings, cohort: Cohort, here: str, *last: pages.Link) -> tuple[pages.Link, ...]:
    """Return the way to a page of a cohort; `last` are its last steps."""
    edition, period = around.edition(cohort), cohort.publication.period
    name = edition.questionnaire.id
    return (
        pages.Link(text=edition.words["home"], href=way(here, "")),
        pages.Link(
            text=said(edition.questionnaire.title, edition.language), href=way(here, questionnaire_address(name))
        ),
        pages.Link(text=f"{edition.words['period']} {period}", href=way(here, ranking_address(name, period))),
        *last,
    )


def questionnaire_link(around: Surroundings, cohort: Cohort, here: str) -> pages.Link:
    """Return the link to the version of the questionnaire that a cohort answered."""
    edition = around.edition(cohort)
    address = questionnaire_address(edition.questionnaire.id, edition.questionnaire.version)
    return pages.Link(text=said(edition.questionnaire.title, edition.language), href=way(here, address))


def periods_with(
    around: Surroundings, cohort: Cohort, here: str, address: Callable[[str, str], str], held: Callable[[Cohort], bool]
) -> tuple[pages.PeriodLink, ...]:
    """Return links to the same page in every period of the questionnaire whose cohort has it, if there are several."""
    return period_links(around, cohort, here, address, lambda other: has_parts(other) and held(other))


def has_parts(cohort: Cohort) -> bool:
    """Return whether a cohort has pages of its questionnaire's parts: where there is a result."""
    return bool(cohort.records)


def titled(part: Dimension | Question, language: str) -> str:
    """Return a part's number and its title or text."""
    text = said(part.text if isinstance(part, Question) else part.title, language)
    if not part.number:
        return text
    return Markup(f"{escaped(part.number)}. {escaped(text)}") if isinstance(text, Markup) else f"{part.number}. {text}"


def dimension_link(around: Surroundings, cohort: Cohort, here: str, dimension: Dimension) -> pages.Link:
    """Return the link to the results of a dimension."""
    address = dimension_address(cohort.publication.questionnaire, cohort.publication.period, dimension.id)
    return pages.Link(text=titled(dimension, around.edition(cohort).language), href=way(here, address))


def amount(edition: Edition, branch: Branch, value: Decimal | None) -> str:
    """Return a share of a dimension: as points of its maximum where points are added up, else on the scale."""
    if value is None or not branch.adds:
        return score_text(value, edition.questionnaire.scale, edition.language)
    return points_text(EXACT.multiply(value, branch.most), branch.most, edition.words, edition.language)


def amount_alone(edition: Edition, branch: Branch, value: Decimal) -> str:
    """Return a share of a dimension without its maximum."""
    return share_text(edition, value, branch.most if branch.adds else None)


def difference_text(edition: Edition, branch: Branch, change: Decimal) -> str:
    """Return a difference of two shares of a dimension, with its sign."""
    if not branch.adds:
        return change_text(change, edition.questionnaire.scale, edition.language)
    text = share_text(edition, change, branch.most)
    return f"+{text}" if change > 0 and text != "0" else text


def on_axis(edition: Edition, branch: Branch | None, share: Decimal) -> str:
    """Return where a share lies on the axis of a dimension, or as a percentage where there is none."""
    if branch is None:
        return f"{plain_number(share * 100, edition.language)}%"
    scale = edition.questionnaire.scale
    start, end = (Decimal(0), branch.most) if branch.adds else (scale.start, scale.end)
    return plain_number(EXACT.fma(share, end - start, start).normalize(EXACT), edition.language)
