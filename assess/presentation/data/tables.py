"""The tables of open data: which there are, and their columns. What each column holds is said in words, by its name."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple


class Column(NamedTuple):
    """A column: its name, the type of its cells as Data Package has it, and the word that says what it holds."""

    name: str
    type: str = "string"
    word: str = ""


class Table(NamedTuple):
    """A table: the word for it, its columns, and those that no two rows have alike, where there are such.

    `links` are the columns that name a row of another table, by that table.
    """

    word: str
    columns: Sequence[Column]
    key: Sequence[str]
    links: Mapping[str, str]


def tables(languages: Sequence[str]) -> Mapping[str, Table]:
    """Return the tables of a site in these languages, by name: names and titles have a column in each language."""
    return {name: table._replace(columns=tuple(_spread(table.columns, languages))) for name, table in _TABLES.items()}


def head(table: Table) -> list[str]:
    """Return the names of a table's columns."""
    return [each.name for each in table.columns]


def _spread(columns: Sequence[Column], languages: Sequence[str]) -> Sequence[Column]:
    """Return columns with one for each language in place of those that hold words."""
    return [
        column._replace(name=name, word=column.word or column.name)
        for column in columns
        for name in ([f"{column.name}_{each}" for each in languages] if column.type == _WORDS else [column.name])
    ]


_WORDS: Final = "words"
"""Stands for a column of text in each language."""

_TABLES: Final[Mapping[str, Table]] = {
    "scores": Table(
        "data_scores",
        (
            Column("agency"),
            Column("name", _WORDS),
            Column("kind"),
            Column("questionnaire"),
            Column("version"),
            Column("period"),
            Column("channel"),
            Column("score", "number"),
            Column("reason", word="no_score"),
            Column("level"),
            Column("staged"),
            Column("rank", "number"),
            Column("tied", "boolean"),
            Column("of", "integer", "of_group"),
            Column("group"),
            Column("unranked"),
            Column("rank_low", "integer"),
            Column("rank_high", "integer"),
            Column("coverage", "number"),
            Column("declared", "number", "declared_score"),
            Column("change", "number"),
            Column("since"),
        ),
        ("agency",),
        {"agency": "agencies"},
    ),
    "dimensions": Table(
        "data_dimensions",
        (
            Column("agency"),
            Column("dimension"),
            Column("channel"),
            Column("score", "number"),
            Column("reason", word="no_score"),
            Column("points", "number"),
            Column("of", "number", "of_points"),
            Column("weight", "number"),
            Column("coverage", "number"),
        ),
        ("agency", "dimension", "channel"),
        {"agency": "agencies", "dimension": "dimension-list"},
    ),
    "answers": Table(
        "data_answers",
        (
            Column("agency"),
            Column("question"),
            Column("channel"),
            Column("state"),
            Column("value"),
            Column("declared", word="declared_value"),
            Column("points", "number"),
            Column("of", "number", "of_points"),
            Column("share", "number"),
            Column("reason", word="said_reason"),
            Column("comment"),
            Column("finding"),
            Column("evidence", "integer"),
        ),
        ("agency", "question", "channel"),
        {"agency": "agencies", "question": "questions"},
    ),
    "agencies": Table(
        "data_agencies",
        (
            Column("agency"),
            Column("name", _WORDS),
            Column("kind"),
            Column("kind_name", _WORDS),
            Column("parent"),
            Column("code"),
            Column("groups"),
            Column("ranked", "boolean"),
            Column("valid_from", "date"),
            Column("valid_to", "date"),
            Column("successor"),
        ),
        ("agency",),
        {},
    ),
    "targets": Table(
        "data_targets",
        (
            Column("target", word="target_id"),
            Column("title", _WORDS),
            Column("questionnaire"),
            Column("dimension"),
            Column("question"),
            Column("direction"),
            Column("period"),
            Column("agency"),
            Column("actual", "number"),
            Column("goal", "number"),
            Column("goal_period"),
            Column("achievement", "number"),
            Column("reason", word="no_achievement"),
            Column("method_1", "number", "method"),
            Column("method_2", "number", "method"),
            Column("method_3", "number", "method"),
            Column("score", "number", "target_score"),
            Column("light"),
            Column("since"),
            Column("change", "number", "target_change"),
            Column("trend"),
            Column("channel"),
            Column("since_channel"),
        ),
        (),
        {},
    ),
    "dimension-list": Table(
        "data_dimension_list",
        (
            Column("dimension"),
            Column("number"),
            Column("title", _WORDS),
            Column("parent", word="parent_dimension"),
            Column("weight", "number"),
            Column("points", "number", "of_points"),
            Column("scored", "boolean"),
        ),
        ("dimension",),
        {},
    ),
    "questions": Table(
        "data_questions",
        (
            Column("question"),
            Column("number"),
            Column("text", _WORDS),
            Column("dimension"),
            Column("type"),
            Column("unit", _WORDS),
            Column("weight", "number"),
            Column("points", "number", "of_points"),
            Column("scored", "boolean"),
        ),
        ("question",),
        {"dimension": "dimension-list"},
    ),
    "options": Table(
        "data_options",
        (Column("question"), Column("option"), Column("text", _WORDS), Column("points", "number", "option_points")),
        ("question", "option"),
        {"question": "questions"},
    ),
    "levels": Table(
        "data_levels",
        (Column("level"), Column("title", _WORDS), Column("from", "number", "level_from")),
        ("level",),
        {},
    ),
}
