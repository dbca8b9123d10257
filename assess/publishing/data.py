"""The open data, written once for all languages: a row at a time while agencies are visited, so that none is kept."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from typing import IO, Final, NamedTuple, Protocol

from assess.model import Publication
from assess.presentation.data.answers import Row
from assess.presentation.data.catalogue import catalogue
from assess.presentation.data.cells import csv_row
from assess.presentation.data.downloads import Downloads
from assess.presentation.data.lists import (
    Editions,
    agency_rows,
    dimension_list_rows,
    level_rows,
    option_rows,
    question_rows,
)
from assess.presentation.data.package import (
    CATALOGUE_FILE,
    CHECKSUMS_FILE,
    PACKAGE_FILE,
    Package,
    Resource,
    data_package,
)
from assess.presentation.data.scores import score_rows
from assess.presentation.data.tables import Table, head, tables
from assess.presentation.data.targets import target_rows
from assess.presentation.surroundings import Surroundings
from assess.ranking import Cohort
from assess.targets import Followed


class Place(Protocol):
    """Where files are put, by name: whole, or growing."""

    def put(self, name: str, content: bytes) -> None:
        """Put in a file."""

    def growing(self, name: str) -> AbstractContextManager[IO[bytes]]:
        """Give a file to write into piece by piece."""


class Contents(NamedTuple):
    """What open data are of: cohorts in order, targets with their results, and what surrounds them by language."""

    arounds: Sequence[Surroundings]
    cohorts: Sequence[Cohort]
    followed: Sequence[Followed]


class OpenData:
    """Open data while they are written: agencies are taken cohort by cohort, then `package` completes them."""

    def __init__(self, contents: Contents, place: Place, prefix: str = "") -> None:
        self._contents, self._place, self._prefix = contents, place, prefix
        self._tables = tables([each.language for each in contents.arounds])
        self._files: list[_File] = []
        self._left = iter(contents.cohorts)
        self._visited: _Visited | None = None
        self._package: Package | None = None

    def __enter__(self) -> "OpenData":
        """Write what needs no visit to an agency."""
        arounds, cohorts, followed = self._contents
        self._table("agencies", agency_rows(arounds[0], cohorts))
        if followed:
            self._table("targets", target_rows(arounds, followed))
        for key in dict.fromkeys((each.publication.questionnaire, each.publication.version) for each in cohorts):
            editions = {each.language: each.editions[key].questionnaire for each in arounds}
            for name, rows in _LISTS.items():
                self._table(name, rows(editions), Subject(*key))
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of files that were not completed."""
        if self._visited is not None:
            self._visited.stack.close()

    def take(self, cohort: Cohort, downloads: Downloads) -> None:
        """Write what there is of one agency of a cohort."""
        while self._visited is None or self._visited.cohort is not cohort:
            self._turn()
        self._visited.take(downloads)

    def package(self) -> Package:
        """Write all that is left once every agency is taken; return what was written."""
        if self._package is None:
            while self._turn():
                pass
            self._package = self._described()
        return self._package

    def _turn(self) -> bool:
        """Turn to the next cohort; return whether there is one."""
        if self._visited is not None:
            self._visited.end()
        cohort = next(self._left, None)
        self._visited = None
        if cohort is not None:
            subject = _subject(cohort.publication)
            self._table("scores", score_rows(self._contents.arounds[0], cohort), subject)
            self._visited = _Visited(cohort, lambda stack, name: self._begun(stack, name, subject))
        return cohort is not None

    def _table(self, name: str, rows: Iterable[Row], subject: "Subject | None" = None) -> None:
        with ExitStack() as stack:
            file = self._begun(stack, name, subject or Subject())
            for row in rows:
                file.write(csv_row(row))

    def _begun(self, stack: ExitStack, name: str, subject: "Subject") -> "_File":
        """Begin a table, or "results" in JSON; it is whole when the stack is closed."""
        table = self._tables.get(name)
        path = f"{subject.folder}{name}.{'csv' if table else 'json'}"
        file = _File(path, table, subject, stack.enter_context(self._place.growing(self._prefix + path)))
        self._files.append(file)
        if table is not None:
            file.write(csv_row(head(table)))
        return file

    def _described(self) -> Package:
        """Write what describes the files, and the checksums of all."""
        resources = [each.resource for each in self._files]
        sums = {each.path: each.sha256 for each in resources}
        package = Package(_sha256(json.dumps(sums).encode())[:12], resources)
        arounds, cohorts, _ = self._contents
        described = {
            PACKAGE_FILE: data_package(arounds, cohorts, package),
            CATALOGUE_FILE: catalogue(arounds, package),
        }
        for name, data in described.items():
            content = (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
            self._place.put(self._prefix + name, content)
            sums[name] = _sha256(content)
        lines = "".join(f"{sums[path]}  {path}\n" for path in sorted(sums))
        self._place.put(self._prefix + CHECKSUMS_FILE, lines.encode())
        return package


class Subject(NamedTuple):
    """What a file is of: a version of a questionnaire in a period, or in all; with no questionnaire all of the site."""

    questionnaire: str = ""
    version: str = ""
    period: str = ""

    @property
    def folder(self) -> str:
        """Where its files stand among the open data."""
        if not self.questionnaire:
            return ""
        return f"{self.questionnaire}/{self.period or f'versions/{self.version}'}/"


def _subject(publication: Publication) -> Subject:
    return Subject(publication.questionnaire, publication.version, publication.period)


class _File:
    """A file while it grows."""

    def __init__(self, path: str, table: Table | None, subject: Subject, file: IO[bytes]) -> None:
        self._path, self._table, self._subject, self._file = path, table, subject, file
        self._hash, self._size = hashlib.sha256(), 0

    def write(self, text: str) -> None:
        """Add text to the file, to its checksum and to its size."""
        content = text.encode()
        self._file.write(content)
        self._hash.update(content)
        self._size += len(content)

    @property
    def resource(self) -> Resource:
        """What the package says of the file as far as it has grown, its size in bytes."""
        about = self._table.word if self._table else "data_results"
        return Resource(self._path, about, self._table, *self._subject, self._size, self._hash.hexdigest())


class _Visited:
    """The files of a cohort that grow by an agency at a time; `begun` begins each by its name."""

    def __init__(self, cohort: Cohort, begun: Callable[[ExitStack, str], _File]) -> None:
        self.cohort, self.stack = cohort, ExitStack()
        self._dimensions, self._answers, self._results = (
            begun(self.stack, name) for name in ("dimensions", "answers", "results")
        )
        self._between = '{"format":1,"results":[\n'

    def take(self, downloads: Downloads) -> None:
        """Add the rows and the result of one agency."""
        agency = downloads.agency
        self._dimensions.write("".join([f"{agency},{line}" for line in downloads.dimensions]))
        self._answers.write("".join([f"{agency},{question},{line}" for question, line in downloads.answers]))
        self._results.write(self._between + downloads.result)
        self._between = ",\n"

    def end(self) -> None:
        """Close the files; that of the results is whole JSON only now."""
        self._results.write("\n]}\n" if self._between == ",\n" else f"{self._between}]}}\n")
        self.stack.close()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


_LISTS: Final[Mapping[str, Callable[[Editions], Iterator[Row]]]] = {
    "dimension-list": dimension_list_rows,
    "questions": question_rows,
    "options": option_rows,
    "levels": level_rows,
}
"""The tables of a version of a questionnaire, by name."""
