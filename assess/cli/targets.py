"""`assess targets`: how far each target is reached, by the nation and by the published agencies."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from assess.cli.cells import csv_line, padded, width
from assess.cli.problems import tell
from assess.cli.published import collected_in, published_in
from assess.cli.streams import message
from assess.cli.trouble import EXIT_PROBLEMS, Trouble
from assess.cli.words import SAID
from assess.cli.workspaces import concerning
from assess.loading.targets import TARGETS_FILE
from assess.model import Measure, Publication, Questionnaire, Target
from assess.model.arithmetic import written
from assess.model.periods import period_order
from assess.presentation.data.targets import RESULT, result_data
from assess.presentation.figures import figure_text, goal_text, reason_text, share_text, title_of, trend_text, unit_of
from assess.presentation.surroundings import Surroundings
from assess.presentation.targets import edition_measured
from assess.publishing.collecting import Collected
from assess.publishing.resources import words
from assess.targets import Followed, Result, measured_in


def run(options: Namespace) -> int:
    """Work out and write."""
    collected = collected_in(options)
    collected.spool.close()
    followed = list(_chosen(collected.followed, options.period))
    for line in _WRITERS[options.format](published_in(collected, options.lang), followed, options.lang):
        print(line)
    problems = concerning(collected.problems, collected.workspace.root, _measured(collected), TARGETS_FILE)
    tell(problems, options.lang)
    if not collected.followed:
        message(SAID[options.lang]["no_targets"])
    return EXIT_PROBLEMS if any(each.refuses for each in problems) else 0


def _measured(collected: Collected) -> Iterator[Publication]:
    """Yield what is published of the questionnaires that targets look at; all where one may stand in any."""
    measures = [target.measure for target, _ in collected.followed if target.measure is not None]
    names = {each.questionnaire for each in measures}
    for each in collected.workspace.settings.publish:
        if each.questionnaire in names or "" in names:
            yield each


def _chosen(followed: Sequence[Followed], period: str | None) -> Iterator[Followed]:
    """Yield the targets with the results of one period, or of all."""
    known = {result.period for each in followed for result in each.results}
    if period is not None and period not in known:
        shown = ", ".join(sorted(known, key=period_order)) or "–"
        raise Trouble("no_figures", value=period, known=shown)
    for target, results in followed:
        yield Followed(target, tuple(each for each in results if period in (None, each.period)))


def _table(around: Surroundings, followed: Sequence[Followed], language: str) -> Iterator[str]:
    said = SAID[language]
    for n, (target, results) in enumerate(followed):
        if n:
            yield ""
        yield _head(around, target, language)
        if not results:
            yield f"  {said['no_results']}"
            continue
        head = [said[f"column_{key}"] for key in _COLUMNS]
        head[4 + target.method] += "*"
        rows = [head, *(_cells(around, target, each, language) for each in results)]
        if target.measure is None:
            rows = [[each[0], *each[2:]] for each in rows]
        yield from _aligned(rows)


def _head(around: Surroundings, target: Target, language: str) -> str:
    said, main = SAID[language], around.settings.languages[0]
    title = title_of(target, _questionnaire(around, target), language, main).text
    own = unit_of(target, _questionnaire(around, target), language, words(language))
    unit = target.unit.in_language(language, main) if target.unit else own
    named = f" ({unit.text})" if unit else ""
    standing = "" if target.standing == "adopted" else f" · {words(language)[f'standing_short_{target.standing}']}"
    return f"{title}{named}{standing} · {target.id} · {said[f'direction_{target.direction}']}"


def _cells(around: Surroundings, target: Target, result: Result, language: str) -> list[str]:
    said, named = SAID[language], words(language)
    questionnaire = _questionnaire(around, target)
    name = around.register.agencies[result.agency].name_in(language) if result.agency else ""
    light = said[f"light_{result.light}"] if result.light else said["none"]
    return [
        result.period,
        name,
        figure_text(target, questionnaire, result.actual, language) or said["none"],
        goal_text(target, questionnaire, result, language) or said["none"],
        share_text(result.achievement, language) or said["none"],
        *(share_text(each, language) or said["none"] for each in result.methods),
        light,
        reason_text(result.reason, named) or trend_text(target, questionnaire, result, language, named),
    ]


_COLUMNS: Final = (
    "period",
    "agency",
    "actual",
    "target",
    "achievement",
    "method_1",
    "method_2",
    "method_3",
    "light",
    "trend",
)


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield rows as lines: the columns of numbers to the right, all others to the left."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    numbers = range(len(widths) - 8, len(widths) - 2)
    for row in rows:
        cells = [
            " " * (size - width(cell)) + cell if n in numbers else padded(cell, size)
            for n, (cell, size) in enumerate(zip(row, widths, strict=True))
        ]
        yield f"  {'  '.join(cells)}".rstrip()


def _questionnaire(around: Surroundings, target: Target) -> Questionnaire | None:
    edition = edition_measured(around, target)
    return edition.questionnaire if edition else None


def _json(around: Surroundings, followed: Sequence[Followed], language: str) -> Iterator[str]:
    main = around.settings.languages[0]
    targets = [
        {
            "id": target.id,
            "title": title_of(target, _questionnaire(around, target), main, main).text,
            "of": _measure(target.measure),
            "measured_in": _measured_in(around, target),
            "standing": target.standing,
            "direction": target.direction,
            "method": target.method,
            "from_baseline": target.from_baseline,
            "by_period": [{"period": each.period, "target": written(each.value)} for each in target.by_period],
            "results": [result_data(target, each) for each in results],
        }
        for target, results in followed
    ]
    yield json.dumps({"format": 1, "targets": targets}, ensure_ascii=False, indent=2)


def _measure(measure: Measure | None) -> str | dict[str, str]:
    if measure is None:
        return "nation"
    return {key: value for key, value in measure._asdict().items() if value is not None}


def _measured_in(around: Surroundings, target: Target) -> str | None:
    questionnaire = _questionnaire(around, target)
    return measured_in(target.measure, questionnaire) if target.measure and questionnaire else None


def _csv(around: Surroundings, followed: Sequence[Followed], language: str) -> Iterator[str]:
    yield csv_line(("id", *RESULT))
    for target, results in followed:
        for result in results:
            row = result_data(target, result)
            yield csv_line((target.id, *("" if row[name] is None else str(row[name]) for name in RESULT)))


_WRITERS: Final[Mapping[str, Callable[[Surroundings, Sequence[Followed], str], Iterator[str]]]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
}
