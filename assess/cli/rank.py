"""`assess rank`: the published agencies of one questionnaire and period, in order."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from assess.cli.cells import csv_line, markdown_text, padded, width
from assess.cli.published import channel_text, group_text, head_of, tell_of
from assess.cli.scores import levels_told
from assess.cli.uncertainty import uncertainty
from assess.cli.words import SAID
from assess.model.arithmetic import written
from assess.presentation.amounts import gap_text
from assess.presentation.edition import Edition
from assess.presentation.exact import exact, exact_score
from assess.presentation.ranking.groups import rank_text, ranked_groups
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import percent_text, score_text
from assess.publishing.collecting import Collected
from assess.ranking import Cohort, Record


def run(options: Namespace) -> int:
    """Rank and write."""
    return tell_of(options, _lines)


def _lines(collected: Collected, around: Surroundings, cohort: Cohort, options: Namespace) -> Iterator[str]:
    if options.uncertainty:
        return uncertainty(collected, around, cohort, options)
    return _WRITERS[options.format](around, cohort, options.lang)


def _table(around: Surroundings, cohort: Cohort, language: str) -> Iterator[str]:
    said, edition = SAID[language], around.edition(cohort)
    questionnaire = edition.questionnaire
    for n, group in enumerate(ranked_groups(around, cohort)):
        if n:
            yield ""
        yield said["rank_title"].format(
            questionnaire=questionnaire.title.text,
            version=questionnaire.version,
            period=cohort.publication.period,
            kind=group_text(edition, group),
            channel=channel_text(edition, cohort, language),
        )
        names = [around.register.agencies[each.agency].name_in(language) for each in group.records]
        longest = max(map(width, names), default=0)
        for record in group.records:
            yield _line(around, cohort, record, language, longest)
        lists = {f"awaiting_{what}": agencies for what, agencies in group.awaiting.items()}
        for key, agencies in {**lists, "not_received": group.absent}.items():
            if agencies:
                yield said[key].format(names=", ".join(each.name_in(language) for each in agencies))


def _line(around: Surroundings, cohort: Cohort, record: Record, language: str, longest: int) -> str:
    said, edition = SAID[language], around.edition(cohort)
    standing = cohort.standings[record.agency]
    name = padded(around.register.agencies[record.agency].name_in(language), longest)
    place = rank_text(standing, language) or said["none"]
    score = score_text(record.value, edition.questionnaire.scale, language) or said["none"]
    shown = _levels(edition, record, language)
    coverage = said["coverage"].format(coverage=percent_text(record.coverage, language) or said["none"])
    reason = f"  ({said[f'reasons_{standing.reason}']})" if standing.reason else ""
    beside = _beside(edition, record, language)
    return f"{place:>4}  {name}  {score:>6}  {padded(shown, 18)} {coverage}{beside and f'  {beside}'}{reason}"


def _levels(edition: Edition, record: Record, language: str) -> str:
    """Return the band and the staged level, as far as there are such levels."""
    return "; ".join(levels_told(edition.questionnaire, record.value, record.staged, language))


def _beside(edition: Edition, record: Record, language: str) -> str:
    """Return what the agency's own answers come to, and how far the score lies from it; empty where one is missing."""
    gap = gap_text(edition, record.value, record.declared)
    declared = score_text(record.declared, edition.questionnaire.scale, language)
    return SAID[language]["beside"].format(score=declared, change=gap) if gap else ""


def _json(around: Surroundings, cohort: Cohort, language: str) -> Iterator[str]:
    rows = [_row(cohort, each) for group in ranked_groups(around, cohort) for each in group.records]
    publication = cohort.publication
    data = {
        **head_of(publication),
        "channel": publication.channel,
        "ranking": rows,
        "awaiting": sorted(cohort.awaiting),
        "stale": sorted(agency for agency, what in cohort.awaiting.items() if what == "stale"),
    }
    yield json.dumps(data, ensure_ascii=False, indent=2)


def _row(cohort: Cohort, record: Record) -> dict[str, Any]:
    standing, scale = cohort.standings[record.agency], cohort.questionnaire.scale
    return {
        "agency": record.agency,
        "kind": record.kind,
        "group": standing.group or None,
        "rank": written(standing.rank) if isinstance(standing.rank, Decimal) else standing.rank,
        "tied": standing.tied,
        "of": standing.of,
        "reason": standing.reason,
        "score": exact_score(scale, record.value),
        "declared": exact_score(scale, record.declared),
        "level": record.level,
        "staged": record.staged,
        "coverage": exact(record.coverage),
    }


def _csv(around: Surroundings, cohort: Cohort, language: str) -> Iterator[str]:
    names = (*_FIRST, "score", "declared", "level", "coverage", "staged")
    yield csv_line(names)
    for group in ranked_groups(around, cohort):
        for record in group.records:
            row = _row(cohort, record)
            yield csv_line(
                "" if row[name] is None else str(row[name]).lower() if name == "tied" else str(row[name])
                for name in names
            )


_FIRST: Final = ("agency", "kind", "group", "rank", "tied", "of", "reason")


def _markdown(around: Surroundings, cohort: Cohort, language: str) -> Iterator[str]:
    said, edition = SAID[language], around.edition(cohort)
    beside = ("declared", "gap") if any(each.declared is not None for each in cohort.records.values()) else ()
    columns = [said[f"column_{key}"] for key in ("rank", "agency", "score", *beside, "level", "coverage")]
    yield markdown_text(channel_text(edition, cohort, language))
    yield ""
    for group in ranked_groups(around, cohort):
        yield f"### {markdown_text(group_text(edition, group))}"
        yield ""
        yield f"| {' | '.join(columns)} |"
        yield f"| ---: | --- | ---: |{' ---: |' * len(beside)} --- | ---: |"
        for record in group.records:
            cells = (
                rank_text(cohort.standings[record.agency], language) or said["none"],
                markdown_text(around.register.agencies[record.agency].name_in(language)),
                score_text(record.value, edition.questionnaire.scale, language) or said["none"],
                *_columns(edition, record, language, beside),
                markdown_text(_levels(edition, record, language)),
                percent_text(record.coverage, language) or said["none"],
            )
            yield f"| {' | '.join(cells)} |"
        yield ""


def _columns(edition: Edition, record: Record, language: str, beside: Sequence[str]) -> Iterator[str]:
    told = {
        "declared": score_text(record.declared, edition.questionnaire.scale, language),
        "gap": gap_text(edition, record.value, record.declared),
    }
    yield from (told[each] or SAID[language]["none"] for each in beside)


_WRITERS: Final[Mapping[str, Callable[[Surroundings, Cohort, str], Iterator[str]]]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
}
