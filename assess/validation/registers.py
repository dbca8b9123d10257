"""The sense of agencies.yaml: one rule, one generator; `RULES` lists them."""

from collections.abc import Callable, Iterator, Mapping, Set
from datetime import date, timedelta
from typing import Any, Final

from assess.documents import Document
from assess.problems import Problem, hint, near
from assess.validation.groups import OWN_GROUPS
from assess.validation.values import date_problems, id_problems, is_date, order_problems, reserved_problems


def duplicate_id(document: Document) -> Iterator[Problem]:
    """Ids of kinds, of groups, and of agencies, tell them apart."""
    for key in ("kinds", "groups", "agencies"):
        things = document.data.get(key, ())
        yield from id_problems(document, (((key, n, "id"), each["id"]) for n, each in enumerate(things)))


def reserved_id(document: Document) -> Iterator[Problem]:
    """No agency is called as a folder of the site is, and no family of groups as what is there without one."""
    for n, agency in enumerate(document.data["agencies"]):
        yield from reserved_problems(document, ("agencies", n, "id"), agency["id"])
    for n, group in enumerate(document.data.get("groups", ())):
        if group["of"] in OWN_GROUPS:
            yield document.problem("reserved-id", ("groups", n, "of"), id=group["of"])


def unknown_kind(document: Document) -> Iterator[Problem]:
    """Every agency is of a kind that is listed."""
    kinds = {each["id"] for each in document.data["kinds"]}
    for n, agency in enumerate(document.data["agencies"]):
        if agency["kind"] not in kinds:
            closest = near(agency["kind"], kinds)
            yield document.problem("unknown-kind", ("agencies", n, "kind"), value=agency["kind"], near=closest)


def unknown_group(document: Document) -> Iterator[Problem]:
    """Where groups are listed, agencies name no others, and at most one of each family."""
    if "groups" not in document.data:
        return
    families = {each["id"]: each["of"] for each in document.data["groups"]}
    for n, agency in enumerate(document.data["agencies"]):
        first: dict[str, str] = {}
        for k, group in enumerate(agency.get("groups", ())):
            at = ("agencies", n, "groups", k)
            if group not in families:
                yield document.problem("unknown-group", at, value=group, **hint(group, families))
            elif first.setdefault(families[group], group) != group:
                facts = {"value": group, "family": families[group], "first": first[families[group]]}
                yield document.problem("group-twice", at, **facts)


def unknown_agency(document: Document) -> Iterator[Problem]:
    """Parents and successors are in the register."""
    agencies = {each["id"] for each in document.data["agencies"]}
    for n, agency in enumerate(document.data["agencies"]):
        for key in ("parent", "successor"):
            other = agency.get(key)
            if other is not None and other not in agencies:
                closest = near(other, agencies)
                yield document.problem("unknown-agency", ("agencies", n, key), value=other, near=closest)


def circles(document: Document) -> Iterator[Problem]:
    """Nobody is their own parent, nor their own successor, over however many steps."""
    for key in ("parent", "successor"):
        above = {each["id"]: each.get(key) for each in document.data["agencies"]}
        circular = _circular(above)
        for n, agency in enumerate(document.data["agencies"]):
            if agency["id"] in circular:
                yield document.problem(f"{key}-circle", ("agencies", n, key), id=agency["id"])


def dates(document: Document) -> Iterator[Problem]:
    """Dates are in the calendar and in order."""
    for n, agency in enumerate(document.data["agencies"]):
        for key in ("valid_from", "valid_to"):
            yield from date_problems(document, ("agencies", n, key), agency.get(key))
        yield from order_problems(
            document, ("agencies", n, "valid_to"), agency.get("valid_from"), agency.get("valid_to")
        )


def successor_dates(document: Document) -> Iterator[Problem]:
    """Whoever takes over from an agency is there on the day after its last."""
    agencies = {each["id"]: each for each in document.data["agencies"]}
    for n, agency in enumerate(document.data["agencies"]):
        after, last = agencies.get(agency.get("successor") or ""), agency.get("valid_to")
        if after is None or not (isinstance(last, str) and is_date(last)):
            continue
        start, end = after.get("valid_from"), after.get("valid_to")
        late = isinstance(start, str) and is_date(start) and start > _day_after(last)
        gone = isinstance(end, str) and is_date(end) and end <= last
        if late or gone:
            yield document.problem("successor-dates", ("agencies", n, "successor"), id=after["id"], end=last)


def _day_after(day: str) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except OverflowError:  # the last day of the calendar
        return day


def _circular(above: Mapping[str, Any]) -> Set[str]:
    """Return who leads back to themselves; each step is taken once."""
    circular: set[str] = set()
    done: set[str] = set()
    for start in above:
        way: list[str] = []
        here: Any = start
        while here in above and here not in done:
            done.add(here)
            way.append(here)
            here = above[here]
        if here in way:
            circular.update(way[way.index(here) :])
    return circular


RULES: Final[tuple[Callable[[Document], Iterator[Problem]], ...]] = (
    duplicate_id,
    reserved_id,
    unknown_kind,
    unknown_group,
    unknown_agency,
    circles,
    dates,
    successor_dates,
)
