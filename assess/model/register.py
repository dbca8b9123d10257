"""Agency, Kind, AgencyGroup, Register: who answers."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from assess.model.texts import Data


class Kind(NamedTuple):
    """A kind of agency, with its name by language."""

    id: str
    name: str
    names: Mapping[str, str]

    def name_in(self, language: str) -> str:
        """Return the name in a language, or the main name where there is none."""
        return self.names.get(language, self.name)


class AgencyGroup(NamedTuple):
    """Agencies that have something in common, such as a region, with its name by language.

    `family` is what it is one of: an agency is in at most one group of each family.
    """

    id: str
    name: str
    names: Mapping[str, str]
    family: str

    def name_in(self, language: str) -> str:
        """Return the name in a language, or the main name where there is none."""
        return self.names.get(language, self.name)


class Agency(NamedTuple):
    """Who answers. Names by language; `parent` and `successor` are ids; dates are ISO.

    `families` holds for each family of groups the one that the agency belongs to.
    """

    id: str
    name: str
    names: Mapping[str, str]
    kind: str
    parent: str | None
    code: str | None
    groups: tuple[str, ...]
    families: Mapping[str, str]
    attributes: Mapping[str, Decimal]
    grid: tuple[int, int] | None
    ranked: bool
    valid_from: str | None
    valid_to: str | None
    successor: str | None

    @classmethod
    def from_data(cls, data: Data, families: Mapping[str, str] | None = None) -> "Agency":
        """Build from checked data; `families` holds for each group of the register the family it belongs to."""
        known = families or {}
        grid = data.get("grid")
        return cls(
            id=data["id"],
            name=data["name"],
            names=data.get("names", {}),
            kind=data["kind"],
            parent=data.get("parent"),
            code=data.get("code"),
            groups=tuple(data.get("groups", ())),
            families={known[each]: each for each in data.get("groups", ()) if each in known},
            attributes={key: Decimal(value) for key, value in data.get("attributes", {}).items()},
            grid=None if grid is None else (int(grid[0]), int(grid[1])),
            ranked=data.get("ranked", True),
            valid_from=data.get("valid_from"),
            valid_to=data.get("valid_to"),
            successor=data.get("successor"),
        )

    def name_in(self, language: str) -> str:
        """Return the name in a language, or the main name where there is none."""
        return self.names.get(language, self.name)


class Register(NamedTuple):
    """The list of agencies, their kinds and their groups, all in the order of the file."""

    kinds: Mapping[str, Kind]
    groups: Mapping[str, AgencyGroup]
    agencies: Mapping[str, Agency]

    @classmethod
    def from_data(cls, data: Data) -> "Register":
        """Build from checked data."""
        kinds = [Kind(id=each["id"], name=each["name"], names=each.get("names", {})) for each in data["kinds"]]
        groups = [
            AgencyGroup(id=each["id"], name=each["name"], names=each.get("names", {}), family=each["of"])
            for each in data.get("groups", ())
        ]
        families = {each.id: each.family for each in groups}
        agencies = [Agency.from_data(each, families) for each in data["agencies"]]
        return cls(
            kinds={each.id: each for each in kinds},
            groups={each.id: each for each in groups},
            agencies={each.id: each for each in agencies},
        )

    @property
    def families(self) -> tuple[str, ...]:
        """What groups are of, each once, in the order of the file."""
        return tuple(dict.fromkeys(each.family for each in self.groups.values()))

    def predecessors(self) -> Mapping[str, Sequence[Agency]]:
        """Return for each agency those that were merged into it, also by way of others, in the order of the file."""
        found: dict[str, list[Agency]] = {}
        for each in self.agencies.values():
            for after in self._successors(each):
                found.setdefault(after, []).append(each)
        return found

    def _successors(self, agency: Agency) -> Iterator[str]:
        """Yield who took over from an agency, and from them; the gate lets nobody be their own successor."""
        while agency.successor is not None:
            yield agency.successor
            agency = self.agencies[agency.successor]
