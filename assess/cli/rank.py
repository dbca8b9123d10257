"""`assess rank`: the published agencies of one questionnaire and period, in order."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from assess.cli.problems import tell
from assess.cli.scores import csv_line, markdown_text, padded, width
from assess.cli.trouble import EXIT_PROBLEMS, Trouble
from assess.cli.words import SAID
from assess.cli.workspaces import root_of
from assess.model.arithmetic import written
from assess.presentation.edition import edition_of
from assess.presentation.ranking import absent, in_order, rank_text
from assess.presentation.surroundings import Surroundings, kind_name
from assess.presentation.wording import percent_text, score_text
from assess.publishing.collecting import Collected, UnusableWorkspace, collect
from assess.publishing.resources import words
from assess.ranking import Cohort, Record
from assess.scoring import level_of, on_scale


def run(options: Namespace) -> int:
    """Rank and write."""
    root = root_of(options)
    try:
        collected = collect(root)
    except UnusableWorkspace as error:
        tell(error.problems, options.lang)
        raise Trouble("unusable") from None
    collected.spool.close()
    cohort = _chosen(collected, options)
    for line in _WRITERS[options.format](_around(collected, cohort, options.lang), cohort, options.lang):
        print(line)
    tell(collected.problems, options.lang)
    return EXIT_PROBLEMS if any(each.refuses for each in collected.problems) else 0


def _chosen(collected: Collected, options: Namespace) -> Cohort:
    """Return the cohort asked for: the first questionnaire and its latest period where nothing is said."""
    for cohort in collected.cohorts:
        publication = cohort.publication
        if options.questionnaire in (None, publication.questionnaire) and options.period in (None, publication.period):
            return cohort
    wanted = [each for each in (options.questionnaire, options.period) if each]
    published = [(each.questionnaire, each.period) for each in collected.workspace.settings.publish]
    for questionnaire, period in published:
        if options.questionnaire in (None, questionnaire) and options.period in (None, period):
            tell(collected.problems, options.lang)
            raise Trouble("unusable_questionnaire", EXIT_PROBLEMS, questionnaire=questionnaire)
    known = ", ".join(f"{questionnaire} {period}" for questionnaire, period in published) or "–"
    raise Trouble("nothing_published", what=" ".join(wanted) or "assess rank", known=known)


def _around(collected: Collected, cohort: Cohort, language: str) -> Surroundings:
    key = (cohort.publication.questionnaire, cohort.publication.version)
    translated = collected.translated.get(language, {}).get(key, cohort.questionnaire)
    edition = edition_of(translated, language, "", words(language), lambda template, record: "")
    return Surroundings(
        settings=collected.workspace.settings,
        register=collected.workspace.register,
        cohorts=collected.cohorts,
        editions={key: edition},
        children={},
    )


def _groups(around: Surroundings, cohort: Cohort, language: str) -> Iterator[tuple[str, list[Record], list[str]]]:
    """Yield each group that is ranked together: its title, its records in order, and who is absent."""
    apart = cohort.questionnaire.ranking.within == "kind"
    for kind in around.register.kinds if apart else [None]:
        records = in_order(cohort, around, kind)
        names = [each.name_in(language) for each in absent(around, cohort) if kind in (None, each.kind)]
        if records or names:
            yield (kind_name(around, kind, language) if kind else ""), records, names


def _table(around: Surroundings, cohort: Cohort, language: str) -> Iterator[str]:
    said, edition = SAID[language], around.edition(cohort)
    questionnaire = edition.questionnaire
    for n, (title, records, names) in enumerate(_groups(around, cohort, language)):
        if n:
            yield ""
        facts = {"questionnaire": questionnaire.title.text, "version": questionnaire.version, "kind": title}
        yield said["rank_title"].format(period=cohort.publication.period, **facts)
        longest = max((width(around.register.agencies[each.agency].name_in(language)) for each in records), default=0)
        for record in records:
            yield _line(around, cohort, record, language, longest)
        if names:
            yield said["not_received"].format(names=", ".join(names))


def _line(around: Surroundings, cohort: Cohort, record: Record, language: str, longest: int) -> str:
    said, edition = SAID[language], around.edition(cohort)
    standing = cohort.standings[record.agency]
    name = padded(around.register.agencies[record.agency].name_in(language), longest)
    score = score_text(record.value, edition.questionnaire.scale, language) or said["none"]
    level = level_of(edition.questionnaire, record.value)
    shown = said["level"].format(id=level.id, title=level.title.text) if level else ""
    coverage = said["coverage"].format(coverage=percent_text(record.coverage, language) or said["none"])
    reason = f"  ({said[f'reasons_{standing.reason}']})" if standing.reason else ""
    return f"{rank_text(standing) or said['none']:>4}  {name}  {score:>6}  {padded(shown, 18)} {coverage}{reason}"


def _json(around: Surroundings, cohort: Cohort, language: str) -> Iterator[str]:
    rows = [_row(around, cohort, each) for _, records, _ in _groups(around, cohort, language) for each in records]
    publication = cohort.publication
    head = {"questionnaire": publication.questionnaire, "questionnaire_version": publication.version}
    yield json.dumps({"format": 1, **head, "period": publication.period, "ranking": rows}, ensure_ascii=False, indent=2)


def _row(around: Surroundings, cohort: Cohort, record: Record) -> dict[str, Any]:
    standing, scale = cohort.standings[record.agency], cohort.questionnaire.scale
    return {
        "agency": record.agency,
        "kind": record.kind,
        "rank": standing.rank,
        "tied": standing.tied,
        "of": standing.of,
        "reason": standing.reason,
        "score": None if record.value is None else written(on_scale(scale, record.value)),
        "level": record.level,
        "coverage": None if record.coverage is None else written(record.coverage),
    }


def _csv(around: Surroundings, cohort: Cohort, language: str) -> Iterator[str]:
    names = ("agency", "kind", "rank", "tied", "of", "reason", "score", "level", "coverage")
    yield csv_line(names)
    for _, records, _ in _groups(around, cohort, language):
        for record in records:
            row = _row(around, cohort, record)
            yield csv_line(
                "" if row[name] is None else str(row[name]).lower() if name == "tied" else str(row[name])
                for name in names
            )


def _markdown(around: Surroundings, cohort: Cohort, language: str) -> Iterator[str]:
    said, edition = SAID[language], around.edition(cohort)
    columns = [said[f"column_{key}"] for key in ("rank", "agency", "score", "level", "coverage")]
    for title, records, _ in _groups(around, cohort, language):
        yield f"### {markdown_text(title or edition.questionnaire.title.text)}"
        yield ""
        yield f"| {' | '.join(columns)} |"
        yield "| ---: | --- | ---: | --- | ---: |"
        for record in records:
            level = level_of(edition.questionnaire, record.value)
            cells = (
                rank_text(cohort.standings[record.agency]) or said["none"],
                markdown_text(around.register.agencies[record.agency].name_in(language)),
                score_text(record.value, edition.questionnaire.scale, language) or said["none"],
                markdown_text(f"{level.id} {level.title.text}") if level else "",
                percent_text(record.coverage, language) or said["none"],
            )
            yield f"| {' | '.join(cells)} |"
        yield ""


_WRITERS: Final[Mapping[str, Callable[[Surroundings, Cohort, str], Iterator[str]]]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
}
