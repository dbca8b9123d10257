"""The open data as a whole: its files, and what describes them to people and machines (Data Package, DCAT)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from assess.presentation.data.tables import Column, Table
from assess.presentation.surroundings import Surroundings
from assess.ranking import Cohort

Data = dict[str, Any]

PACKAGE_FILE: Final = "datapackage.json"
CATALOGUE_FILE: Final = "dcat.jsonld"
CHECKSUMS_FILE: Final = "checksums.txt"


class Resource(NamedTuple):
    """A file of the open data: `path` from their folder, what it is `about` (a word), its size and SHA-256.

    `table` None is JSON. `questionnaire` and `version` are those that it is of, `period` its period; "" for none.
    """

    path: str
    about: str
    table: Table | None
    questionnaire: str
    version: str
    period: str
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """The name that other files call it by."""
        return self.path.rpartition(".")[0].replace("/", ".").lower()

    @property
    def form(self) -> str:
        """The ending of its path: csv or json."""
        return self.path.rpartition(".")[2]


class Package(NamedTuple):
    """All files of the open data; `version` is another one whenever one of them is."""

    version: str
    resources: Sequence[Resource]


class Licence(NamedTuple):
    """Under what data may be used: an id (or "other"), as it is written, and where its text stands, if known."""

    id: str
    text: str
    url: str


def licence_of(around: Surroundings) -> Licence | None:
    """Return the licence of the data; None where the workspace names none."""
    text = around.settings.licence
    if text is None:
        return None
    return Licence(text if re.fullmatch("[-A-Za-z0-9._]+", text) else "other", text, _LICENCES.get(text.upper(), ""))


def description_of(around: Surroundings) -> str:
    """Return what the data are, in words, and that they are made up where they are."""
    words = around.words
    return f"{words['data_lead']} {words['invented']}" if around.settings.invented else words["data_lead"]


def subject(around: Surroundings, resource: Resource) -> str:
    """Return what a resource is about, in words: its questionnaire and period or version; empty for all."""
    if not resource.questionnaire:
        return ""
    edition = around.editions[resource.questionnaire, resource.version]
    part = "period" if resource.period else "version"
    return f"{edition.questionnaire.title.text}, {around.words[part].lower()} {resource.period or resource.version}"


def title_of(around: Surroundings, resource: Resource) -> str:
    """Return the title of a resource."""
    about, of = around.words[resource.about], subject(around, resource)
    return f"{about} – {of}" if of else about


def column_text(around: Surroundings, column: Column) -> str:
    """Return what a column holds, in words."""
    return around.words[f"column_{column.word or column.name}"]


def data_package(arounds: Sequence[Surroundings], cohorts: Sequence[Cohort], package: Package) -> Data:
    """Return the descriptor of the open data as Data Package 2.0 has it, with titles in every language."""
    around, settings = arounds[0], arounds[0].settings
    licence, publisher = licence_of(around), _some(title=settings.publisher_in(around.language))
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "assessment",
        "title": settings.title_in(around.language),
        "titles": {each.language: settings.title_in(each.language) for each in arounds},
        "description": description_of(around),
        "descriptions": {each.language: description_of(each) for each in arounds},
        "version": package.version,
        "keywords": list(_keywords(arounds)),
        **({"licenses": [_some(name=licence.id, path=licence.url, title=licence.text)]} if licence else {}),
        "contributors": [{**publisher, **_some(path=settings.publisher_url), "roles": ["publisher"]}],
        **_listed("sources", list(_sources(around, cohorts))),
        "resources": [_resource(arounds, each, package) for each in package.resources],
    }


def _resource(arounds: Sequence[Surroundings], resource: Resource, package: Package) -> Data:
    table = resource.table
    return {
        "name": resource.name,
        "path": resource.path,
        "title": title_of(arounds[0], resource),
        "titles": {each.language: title_of(each, resource) for each in arounds},
        **({"type": "table"} if table else {}),
        "format": resource.form,
        "mediatype": MEDIA[resource.form],
        "encoding": "utf-8",
        "bytes": resource.size,
        "hash": f"sha256:{resource.sha256}",
        **({"schema": _schema(arounds, table, resource, package)} if table else {}),
    }


def _schema(arounds: Sequence[Surroundings], table: Table, resource: Resource, package: Package) -> Data:
    links = [
        {"fields": column, "reference": {"resource": found.name, "fields": column}}
        for column, name in table.links.items()
        for found in package.resources
        if _is_list(found, name, resource)
    ]
    return {
        "fields": [
            {
                "name": each.name,
                "type": each.type if each.type in _TYPES else "string",
                "title": column_text(arounds[0], each),
                "titles": {around.language: column_text(around, each) for around in arounds},
            }
            for each in table.columns
        ],
        "missingValues": [""],
        **_listed("primaryKey", list(table.key)),
        **_listed("foreignKeys", links),
    }


def _is_list(found: Resource, name: str, resource: Resource) -> bool:
    """Return whether a resource is the list of this name that another one refers to."""
    same = not found.questionnaire or found[3:5] == resource[3:5]
    return (
        same and not found.period and found.table is not None and found.table.word == f"data_{name}".replace("-", "_")
    )


def _keywords(arounds: Sequence[Surroundings]) -> Iterator[str]:
    for around in arounds:
        yield from around.words["data_keywords"].split("; ")


def _sources(around: Surroundings, cohorts: Sequence[Cohort]) -> Iterator[Mapping[str, str]]:
    """Yield the documents that the questionnaires are drawn from, each once."""
    seen = set()
    for cohort in cohorts:
        for source in around.edition(cohort).questionnaire.sources.values():
            if source.title.text not in seen:
                seen.add(source.title.text)
                yield _some(title=source.title.text, path=source.url)


def _some(**parts: str | None) -> dict[str, str]:
    """Return the parts that are there."""
    return {key: part for key, part in parts.items() if part}


def _listed(key: str, found: Sequence[Any]) -> Data:
    return {key: found} if found else {}


MEDIA: Final = {"csv": "text/csv", "json": "application/json"}
"""Media types by ending."""

_TYPES: Final = ("string", "number", "integer", "boolean", "date")
_LICENCES: Final = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "ODC-BY-1.0": "https://opendatacommons.org/licenses/by/1-0/",
    "ODBL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "PDDL-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
}
"""Where the texts of licences stand that open data are usually given under, by their ids in capitals."""
