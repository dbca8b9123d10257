"""What is said beside two results: what they are, and what must be known to read the numbers."""

from collections.abc import Iterator

from assess.cli.comparing.sides import Compared, Side
from assess.cli.scores import origin_text
from assess.cli.words import SAID
from assess.presentation.wording import percent_text, score_text
from assess.scoring import Assessment


def title_of(compared: Compared, language: str) -> str:
    """Return what is compared, in one line."""
    one, two = compared.sides
    names = [one.agency.name_in(language)]
    periods = [one.period]
    if two.agency.id != one.agency.id:
        names.append(two.agency.name_in(language))
    else:
        periods.append(two.period)
    return SAID[language]["compare_title"].format(
        names=" – ".join(names), questionnaire=compared.questionnaire.title.text, periods=" – ".join(periods)
    )


def labels_of(compared: Compared, language: str) -> tuple[str, str, str]:
    """Return what the columns are called: the two sides, and their difference."""
    one, two = compared.sides
    if one.agency.id == two.agency.id:
        return one.period, two.period, SAID[language]["difference"]
    return one.agency.name_in(language), two.agency.name_in(language), SAID[language]["difference"]


def notes_of(compared: Compared, language: str) -> Iterator[str]:
    """Yield what must be known to read the numbers: on what they rest, and what stands apart."""
    said, common = SAID[language], compared.common
    for each in compared.sides:
        yield _told(each, language)
    if common:
        yield said["compare_common"].format(
            compared=len(common.pairs),
            later=common.later.version,
            earlier=common.earlier.version,
            after=common.left_out[1],
            before=common.left_out[0],
        )
    elif compared.how == "not-comparable":
        yield said["compare_unmapped"]
    if compared.sides[0].kind != compared.sides[1].kind:
        yield said["compare_kinds"]
    if compared.former:
        yield said["compare_former"].format(name=compared.sides[0].agency.name_in(language))
    for former in compared.former:
        yield "  " + _told(Side(former.agency, former.assessment.response.period, former.assessment), language)


def _told(side: Side, language: str) -> str:
    """Return a result in one line, as it is by its own version."""
    said, assessment = SAID[language], side.assessment
    name = side.agency.name_in(language)
    if assessment is None:
        return said["compare_nothing"].format(name=name, period=side.period)
    questionnaire, value = assessment.questionnaire, assessment.score.value
    return said["compare_side"].format(
        name=name,
        period=side.period,
        version=questionnaire.version,
        status=origin_text(assessment, language),
        score=score_text(value, questionnaire.scale, language) or said["none"],
        told="".join(f", {each}" for each in _levels(assessment, language)),
        coverage=said["coverage"].format(coverage=percent_text(assessment.score.coverage, language) or said["none"]),
    )


def _levels(assessment: Assessment, language: str) -> Iterator[str]:
    """Yield the ids of the band and of the staged level, as far as there are such levels."""
    said, levels = SAID[language], assessment.questionnaire.levels
    band, staged = assessment.level, assessment.staged
    if any(each.start is not None for each in levels):
        yield said["level_id"].format(id=band.id) if band else said["no_level"]
    if any(each.requires is not None for each in levels):
        yield said["staged_id"].format(id=staged.id) if staged else said["no_staged"]
