"""The page of open data: its files, how they may be used, what was corrected, and what each column holds."""

from dataclasses import dataclass

from assess.presentation.pages.parts import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file to download: what it is, its form ("CSV"), its size in words."""

    title: str
    href: str
    form: str
    size: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRow:
    """The same file in each period of a questionnaire; None where there is none."""

    title: str
    note: str
    files: tuple[DataFile | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataLists:
    """The lists that explain the ids of one version of a questionnaire."""

    title: str
    files: tuple[DataFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """The files of a questionnaire, by period, and its lists; `label` is its title without markup."""

    anchor: str
    title: str
    label: str
    periods: tuple[str, ...]
    rows: tuple[DataRow, ...]
    lists: tuple[DataLists, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataNotice:
    """A correction or a withdrawal; `result` leads to the page concerned."""

    date: str
    what: str
    result: Link
    of: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataColumn:
    """A column of a table."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """A table with its columns."""

    anchor: str
    title: str
    columns: tuple[DataColumn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """What there is to download, and all that is to be known to use it. `linked` is JSON-LD, ready for a script."""

    title: str
    crumbs: tuple[Link, ...]
    lead: str
    sets: tuple[DataSet, ...]
    shared: tuple[DataFile, ...]
    described: tuple[DataFile, ...]
    licence: Link | None
    cite: str
    version: str
    reading: tuple[str, ...]
    notices: tuple[DataNotice, ...]
    tables: tuple[DataTable, ...]
    linked: str
