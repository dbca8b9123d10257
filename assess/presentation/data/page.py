"""The page of open data."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from assess.model import Notice
from assess.presentation import pages
from assess.presentation.addresses import agency_address, data_address, way
from assess.presentation.data.catalogue import schema_org
from assess.presentation.data.downloads import to_shared
from assess.presentation.data.package import (
    CATALOGUE_FILE,
    CHECKSUMS_FILE,
    PACKAGE_FILE,
    Package,
    Resource,
    column_text,
    licence_of,
    title_of,
)
from assess.presentation.data.tables import Table
from assess.presentation.ranking.groups import withdrawals
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import Markup, date_text, fixed_text, said


def data_page(around: Surroundings, package: Package) -> pages.DataPage:
    """Return the page of open data in a language."""
    words, settings, here = around.words, around.settings, data_address()
    to_data = to_shared(around, here, data_address())
    licence = licence_of(around)
    facts = {
        "publisher": settings.publisher_in(around.language),
        "title": settings.title_in(around.language),
        "version": package.version,
    }
    return pages.DataPage(
        title=words["data"],
        crumbs=(pages.Link(text=words["home"], href=way(here, "")), pages.Link(text=words["data"], href="")),
        lead=words["data_lead"],
        sets=tuple(_sets(around, package, to_data)),
        shared=tuple(_file(around, each, to_data) for each in package.resources if not each.questionnaire),
        described=tuple(
            pages.DataFile(title=name, href=to_data + name, form="", size="", note=words[word])
            for name, word in _DESCRIBED.items()
        ),
        licence=licence and pages.Link(text=licence.text, href=licence.url),
        cite=words["data_cite_text"].format_map(facts) + (f" {licence.text}." if licence else ""),
        version=package.version,
        reading=tuple(words[f"data_reading_{each}"] for each in _READING),
        notices=tuple(_notices(around, here)),
        tables=tuple(_tables(around, package)),
        linked=script_json(schema_org(around, package, to_data)),
    )


def size_text(size: int, language: str) -> str:
    """Return a number of bytes in words, in thousands of the one before: "820 B", "14,2 kB", "1,3 MB"."""
    value, unit = Decimal(size), 0
    while value >= 1000 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{fixed_text(value, 1 if unit else 0, language)} {_UNITS[unit]}"


def script_json(data: Any) -> Markup:
    """Return data as JSON that can stand in a script of HTML: nothing in it ends or begins one."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)


def _sets(around: Surroundings, package: Package, to_data: str) -> Iterator[pages.DataSet]:
    """Yield the files of each questionnaire, its periods side by side, latest first."""
    found: dict[str, dict[str, dict[str, Resource]]] = {}
    for each in package.resources:
        if each.period:
            found.setdefault(each.questionnaire, {}).setdefault(each.about, {})[each.period] = each
    for name, rows in found.items():
        periods = list(dict.fromkeys(period for row in rows.values() for period in row))
        title = next(each for key, each in around.editions.items() if key[0] == name).questionnaire.title
        yield pages.DataSet(
            anchor=f"q-{name}",
            title=said(title, around.language),
            label=title.text,
            periods=tuple(f"{around.words['period']} {each}" for each in periods),
            rows=tuple(
                pages.DataRow(
                    title=around.words[about],
                    note=around.words[f"{about}_note"],
                    files=tuple(_file(around, row[period], to_data) if period in row else None for period in periods),
                )
                for about, row in rows.items()
            ),
            lists=tuple(_lists(around, name, package, to_data)),
        )


def _lists(around: Surroundings, questionnaire: str, package: Package, to_data: str) -> Iterator[pages.DataLists]:
    """Yield the lists of each version of a questionnaire."""
    found: dict[str, list[Resource]] = {}
    for each in package.resources:
        if each.questionnaire == questionnaire and not each.period:
            found.setdefault(each.version, []).append(each)
    for version, lists in found.items():
        files = tuple(replace(_file(around, each, to_data), title=around.words[each.about]) for each in lists)
        yield pages.DataLists(title=around.words["data_lists"].format(version=version), files=files)


def _file(around: Surroundings, resource: Resource, to_data: str) -> pages.DataFile:
    return pages.DataFile(
        title=title_of(around, resource),
        href=to_data + resource.path,
        form=resource.form.upper(),
        size=size_text(resource.size, around.language),
    )


def _notices(around: Surroundings, here: str) -> Iterator[pages.DataNotice]:
    """Yield what was corrected and withdrawn of what is published, the latest first."""
    words, found = around.words, list[tuple[Notice, str]]()
    for cohort in around.cohorts:
        publication = cohort.publication
        found += [(each, "withdrawn") for each in withdrawals(around, cohort)]
        found += [
            (each, "corrected")
            for each in around.settings.corrections
            if (each.questionnaire, each.period) == publication[:2] and each.agency in cohort.records
        ]
    titles = {key[0]: each.questionnaire.title.text for key, each in around.editions.items()}
    for notice, what in sorted(found, key=lambda each: each[0].on, reverse=True):
        address = agency_address(notice.questionnaire, notice.period, notice.agency)
        name = around.register.agencies[notice.agency].name_in(around.language)
        yield pages.DataNotice(
            date=date_text(notice.on, around.language),
            what=words[f"data_notice_{what}"],
            result=pages.Link(text=name, href=way(here, address)),
            of=f"{titles[notice.questionnaire]}, {words['period'].lower()} {notice.period}",
            reason=notice.reason_in(around.language),
        )


def _tables(around: Surroundings, package: Package) -> Iterator[pages.DataTable]:
    found: dict[str, Table] = {each.about: each.table for each in package.resources if each.table is not None}
    for about in sorted(found, key=_ORDER.index):
        yield pages.DataTable(
            anchor=about.replace("_", "-"),
            title=around.words[about],
            columns=tuple(
                pages.DataColumn(
                    name=each.name,
                    type=around.words.get(f"data_type_{each.type}", around.words["data_type_string"]),
                    meaning=column_text(around, each),
                )
                for each in found[about].columns
            ),
        )


_UNITS: Final = ("B", "kB", "MB", "GB")
_READING: Final = ("encoding", "numbers", "empty", "formula", "private")
_DESCRIBED: Final = {
    PACKAGE_FILE: "data_package_file",
    CATALOGUE_FILE: "data_catalogue_file",
    CHECKSUMS_FILE: "data_checksums_file",
}
_ORDER: Final[Sequence[str]] = (
    *("data_scores", "data_dimensions", "data_answers", "data_agencies", "data_targets"),
    *("data_dimension_list", "data_questions", "data_options", "data_levels"),
)
"""In which order tables are explained."""
