"""Blocks of questions as a table for people, and as JSON, CSV and Markdown for machines and documents."""

import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from assess.cli.cells import csv_line, fitted, markdown_text
from assess.cli.itemising.blocks import Block, Told, part_key
from assess.cli.published import channel_text, head_of
from assess.cli.words import SAID
from assess.model import Dimension, Question
from assess.model.arithmetic import written
from assess.model.conditions import WHOLE
from assess.model.robustness import BOUNDS
from assess.presentation.exact import exact
from assess.presentation.surroundings import kind_name
from assess.presentation.wording import decimal_text, fixed_text, percent_text, plain_number
from assess.robustness import Item

DECIMALS: Final = 2
LABEL: Final = 44


def bounds_text(language: str) -> str:
    """Return what is marked, and of how few agencies nothing is worked out."""
    return SAID[language]["items_bounds"].format_map(_bounds(language))


def _bounds(language: str) -> Mapping[str, str]:
    return {
        "agencies": str(BOUNDS.agencies),
        "answered": plain_number(BOUNDS.answered * 100, language),
        "correlation": decimal_text(BOUNDS.correlation, language),
    }


def _table(told: Told) -> Iterator[str]:
    language = told.language
    said = SAID[language]
    yield _title(told)
    yield bounds_text(language)
    heads = [said[f"column_{name}"] for name in _COLUMNS]
    for block in told.blocks:
        yield ""
        yield _head(block, language)
        yield f"{'':{LABEL}}  {'  '.join(heads)}"
        for part, item in zip(block.parts, block.items.parts, strict=True):
            cells = (f"{cell:>{len(head)}}" for cell, head in zip(_cells(item, language), heads, strict=True))
            yield f"{fitted(_label(part), LABEL)}  {'  '.join(cells)}"
            for note in _notes(block, part, item, language):
                yield f"    {note}"


def _title(told: Told) -> str:
    around, cohort, language = told.around, told.cohort, told.language
    edition = around.edition(cohort)
    kind = "" if told.kind is None else f"{kind_name(around, told.kind, language)} · "
    return kind + SAID[language]["items_title"].format(
        questionnaire=edition.questionnaire.title.text,
        version=edition.questionnaire.version,
        period=cohort.publication.period,
        agencies=len(cohort.records),
        channel=channel_text(edition, cohort, language),
    )


def _head(block: Block, language: str) -> str:
    said, found = SAID[language], block.items
    part = said["items_whole"] if block.key == WHOLE else _label(block.node)
    alpha = _number(found.alpha, language)
    if found.reason is not None:
        alpha += f" ({said[f'items_alpha_{found.reason}'].format_map(_bounds(language))})"
    return f"{part} · alpha {alpha}"


def _label(part: Dimension | Question) -> str:
    text = part.text if isinstance(part, Question) else part.title
    return f"{part.number} {text.text}".strip()


def _cells(item: Item, language: str) -> Iterator[str]:
    none = SAID[language]["none"]
    yield from (str(each) for each in (item.asked, item.answered))
    yield from (percent_text(each, language) or none for each in (item.mean, item.deviation))
    yield from (str(each) for each in (item.zero, item.between, item.full))
    yield _number(item.correlation, language)


def _number(value: Decimal | None, language: str) -> str:
    return SAID[language]["none"] if value is None else fixed_text(value, DECIMALS, language)


def _notes(block: Block, part: Dimension | Question, item: Item, language: str) -> Iterator[str]:
    """Yield what is marked, why there is no number, and how often each option was chosen."""
    said, facts = SAID[language], _bounds(language)
    for flag in item.flags:
        yield f"▲ {said[f'items_flag_{flag}'].format_map(facts)}"
    if item.reason is not None:
        yield f"{said['none']} {said[f'items_item_{item.reason}'].format_map(facts)}"
    if part.id in block.chosen:
        yield " · ".join(f"{option} {count}" for option, count in block.chosen[part.id].items())


def _json(told: Told) -> Iterator[str]:
    publication = told.cohort.publication
    data = {
        **head_of(publication),
        "channel": publication.channel,
        "kind": told.kind,
        "agencies": len(told.cohort.records),
        "bounds": {
            "agencies": BOUNDS.agencies,
            "answered": written(BOUNDS.answered),
            "correlation": written(BOUNDS.correlation),
        },
        "nodes": [
            {
                **_named(block.node, block.key),
                "alpha": exact(block.items.alpha),
                "reason": block.items.reason,
                "parts": [_row(block, *each) for each in zip(block.parts, block.items.parts, strict=True)],
            }
            for block in told.blocks
        ],
    }
    yield json.dumps(data, ensure_ascii=False, indent=2)


def _named(part: Dimension | Question, key: str) -> dict[str, str]:
    """Return what a part is, as targets and conditions name it."""
    if isinstance(part, Question):
        return {"question": part.id}
    return {"questionnaire" if key == WHOLE else "dimension": part.id}


def _row(block: Block, part: Dimension | Question, item: Item) -> dict[str, Any]:
    numbers = {name: exact(getattr(item, name)) for name in ("mean", "deviation", "correlation")}
    row = {**_named(part, part_key(part)), **item._asdict(), **numbers}
    return row | {"options": block.chosen[part.id]} if isinstance(part, Question) and part.id in block.chosen else row


def _csv(told: Told) -> Iterator[str]:
    yield csv_line(("node", "id", "part", "part_id", *Item._fields, "options", "alpha", "alpha_reason"))
    for block in told.blocks:
        [node] = _named(block.node, block.key).items()
        for part, item in zip(block.parts, block.items.parts, strict=True):
            row = _row(block, part, item)
            [named] = _named(part, part_key(part)).items()
            flags = " ".join(item.flags)
            options = " ".join(f"{option}={count}" for option, count in row.get("options", {}).items())
            cells = (*(row[name] for name in Item._fields[:-1]), flags, options)
            alpha = (exact(block.items.alpha), block.items.reason)
            yield csv_line("" if each is None else str(each) for each in (*node, *named, *cells, *alpha))


def _markdown(told: Told) -> Iterator[str]:
    language = told.language
    said = SAID[language]
    yield f"## {markdown_text(_title(told))}"
    yield ""
    yield markdown_text(bounds_text(language))
    for block in told.blocks:
        first = said["column_part" if block.node.dimensions else "column_question"]
        heads = (first, *(said[f"column_{name}"] for name in _COLUMNS), said["column_notes"])
        yield ""
        yield f"### {markdown_text(_head(block, language))}"
        yield ""
        yield f"| {' | '.join(heads)} |"
        yield f"| --- |{' ---: |' * len(_COLUMNS)} --- |"
        for part, item in zip(block.parts, block.items.parts, strict=True):
            notes = "; ".join(_notes(block, part, item, language))
            yield f"| {' | '.join((markdown_text(_label(part)), *_cells(item, language), markdown_text(notes)))} |"


_COLUMNS: Final = ("asked", "answered", "mean", "deviation", "zero", "between", "full", "correlation")
WRITERS: Final[Mapping[str, Callable[[Told], Iterator[str]]]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
}
