"""The sense of assess.yaml, first alone, then beside the register and the questionnaires it names."""

from collections.abc import Callable, Iterator, Mapping, Set
from typing import Final

from assess.documents import Document
from assess.problems import Problem, hint, listed, near
from assess.validation.values import date_problems, link_problems, reserved_problems

_NOTICES: Final = ("withdrawn", "corrections")


def published_twice(document: Document) -> Iterator[Problem]:
    """A questionnaire is published once for a period."""
    first: dict[tuple[str, str], int] = {}
    for n, entry in enumerate(document.data["publish"]):
        key = (entry["questionnaire"], entry["period"])
        if key in first:
            yield document.problem("published-twice", ("publish", n), first=first[key])
        first.setdefault(key, document.place(("publish", n))[0])


def reserved_id(document: Document) -> Iterator[Problem]:
    """No published period has a name that the site or an operating system needs."""
    for n, entry in enumerate(document.data["publish"]):
        yield from reserved_problems(document, ("publish", n, "period"), entry["period"])


def dates(document: Document) -> Iterator[Problem]:
    """Dates of notices are in the calendar."""
    for key in _NOTICES:
        for n, notice in enumerate(document.data.get(key, ())):
            yield from date_problems(document, (key, n, "on"), notice["on"])


def links(document: Document) -> Iterator[Problem]:
    """The publisher's address is a public link."""
    if "url" in document.data["publisher"]:
        yield from link_problems(document, ("publisher", "url"), document.data["publisher"]["url"])


def not_published(document: Document) -> Iterator[Problem]:
    """Notices are about results that are, or were, published."""
    known = {(entry["questionnaire"], entry["period"]) for entry in document.data["publish"]}
    for key in _NOTICES:
        for n, notice in enumerate(document.data.get(key, ())):
            if (notice["questionnaire"], notice["period"]) not in known:
                value = f"{notice['questionnaire']} {notice['period']}"
                yield document.problem("not-published", (key, n), value=value)


RULES: Final[tuple[Callable[[Document], Iterator[Problem]], ...]] = (
    published_twice,
    reserved_id,
    not_published,
    dates,
    links,
)


def unknown_agencies(document: Document, agencies: Set[str]) -> Iterator[Problem]:
    """Every agency that is published, withdrawn or corrected is in the register."""
    for n, entry in enumerate(document.data["publish"]):
        named = entry.get("agencies", "all")
        for k, agency in enumerate(() if named == "all" else named):
            if agency not in agencies:
                facts = {"value": agency, "near": near(agency, agencies)}
                yield document.problem("unknown-agency", ("publish", n, "agencies", k), **facts)
    for key in _NOTICES:
        for n, notice in enumerate(document.data.get(key, ())):
            if notice["agency"] not in agencies:
                facts = {"value": notice["agency"], "near": near(notice["agency"], agencies)}
                yield document.problem("unknown-agency", (key, n, "agency"), **facts)


def not_frozen(document: Document, open_: Set[tuple[str, str]]) -> Iterator[Problem]:
    """Every version that is published is frozen; `open_` are those that are not. Said once for each."""
    said: set[tuple[str, str]] = set()
    for n, entry in enumerate(document.data["publish"]):
        key = (entry["questionnaire"], entry["version"])
        if key in open_ and key not in said:
            said.add(key)
            facts = {"questionnaire": key[0], "version": key[1]}
            yield document.problem("not-frozen", ("publish", n, "version"), **facts)


def unknown_versions(document: Document, versions: Mapping[str, Set[str]]) -> Iterator[Problem]:
    """Every questionnaire and version that is published has its folder."""
    for n, entry in enumerate(document.data["publish"]):
        name, version = entry["questionnaire"], entry["version"]
        if name not in versions:
            at = ("publish", n, "questionnaire")
            yield document.problem("unknown-questionnaire", at, value=name, **hint(name, versions))
        elif version not in versions[name]:
            facts = {"questionnaire": name, "value": version, "allowed": listed(sorted(versions[name]))}
            yield document.problem("unknown-version", ("publish", n, "version"), **facts)
