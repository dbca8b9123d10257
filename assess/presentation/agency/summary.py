"""An agency's result in a few sentences, written from the numbers."""

from collections.abc import Iterator, Mapping

from assess.model import Agency, Scale
from assess.presentation.agency.spread import interval_in_words
from assess.presentation.agency.trend import change_in_words
from assess.presentation.amounts import amount_text, gap_text, most_of
from assess.presentation.channels import origin
from assess.presentation.edition import Edition, level_text
from assess.presentation.ranking.groups import rank_text
from assess.presentation.surroundings import Surroundings, group_name
from assess.presentation.wording import decimal_text, score_text
from assess.ranking import Cohort, Standing
from assess.scoring import Assessment, declared_value


def summary_of(around: Surroundings, cohort: Cohort, agency: Agency, assessment: Assessment) -> str:
    """Return what an agency reached, how that changed, and where it is strongest and weakest."""
    edition = around.edition(cohort)
    if assessment.score.value is None:
        return edition.words["summary_none"].format(name=agency.name_in(edition.language))
    told = (
        _reached(around, cohort, agency, assessment),
        change_in_words(around, cohort, agency),
        _declared(edition, assessment),
        *_parts(edition, assessment),
    )
    return " ".join([each for each in told if each])


def among_text(around: Surroundings, cohort: Cohort, standing: Standing) -> str:
    """Return whom an agency is ranked with, in words."""
    edition = around.edition(cohort)
    within = cohort.questionnaire.ranking.within
    key = f"rank_among_{within if within in ('kind', 'all', 'parent') else 'group'}"
    group = group_name(around, cohort, standing.group, edition.language)
    return edition.words[key].format(count=standing.of, group=group)


def ends_of(scale: Scale, language: str) -> Mapping[str, str]:
    """Return the ends of a scale, as facts of a sentence."""
    return {"start": decimal_text(scale.start, language), "scale": decimal_text(scale.end, language)}


def _reached(around: Surroundings, cohort: Cohort, agency: Agency, assessment: Assessment) -> str:
    """Return score, level, and rank with its interval."""
    edition, standing = around.edition(cohort), cohort.standings[agency.id]
    language, words, scale = edition.language, edition.words, edition.questionnaire.scale
    level, by = edition.level_of(assessment), origin(edition, assessment.channel)
    facts = {
        "name": agency.name_in(language),
        "score": words["summary_score_between" if scale.start else "summary_score"].format(
            score=score_text(assessment.score.value, scale, language), **ends_of(scale, language)
        ),
        "origin": f" ({by})" if by else "",
        "level": words["summary_level"].format(level=level_text(level)) if level else "",
        "rank": words["summary_tied" if standing.tied else "summary_rank"].format(
            rank=rank_text(standing._replace(tied=False), language)
        ),
        "among": among_text(around, cohort, standing) + interval_in_words(around, cohort, agency, standing),
    }
    return words["summary_ranked" if standing.rank else "summary_unranked"].format_map(facts)


def _declared(edition: Edition, assessment: Assessment) -> str:
    """Return what the agency's own answers come to, where another channel is scored."""
    declared = declared_value(assessment.declared)
    gap = gap_text(edition, assessment.score.value, declared)
    score = score_text(declared, edition.questionnaire.scale, edition.language)
    return edition.words["summary_declared"].format(score=score, gap=gap) if gap else ""


def _parts(edition: Edition, assessment: Assessment) -> Iterator[str]:
    """Yield the strongest and the weakest dimension, where they differ."""
    score = assessment.score
    parts = () if len(score.channels) > 1 else score.parts  # which are others in each channel
    known = [(part.value, n) for n, part in enumerate(parts) if part.value is not None and part.counts]
    if len(known) < 2 or max(known)[0] == min(known)[0]:
        return
    tops = [each for each in edition.branches if each.depth == 0]
    best, worst = max(known, key=lambda each: each[0])[1], min(known, key=lambda each: each[0])[1]
    yield edition.words["summary_parts_points" if tops[best].adds else "summary_parts"].format(
        best=tops[best].dimension.title.text,
        best_score=amount_text(edition, parts[best], most_of(tops[best], parts[best])),
        worst=tops[worst].dimension.title.text,
        worst_score=amount_text(edition, parts[worst], most_of(tops[worst], parts[worst])),
    )
