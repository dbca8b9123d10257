"""VersionMap, Change: what became of a version's questions in the next one."""

from collections.abc import Mapping
from typing import NamedTuple

from assess.model.texts import Data


class Change(NamedTuple):
    """A question that was changed or renamed, by its ids; `comparable` says whether both measure the same thing."""

    was: str
    now: str
    comparable: bool


class VersionMap(NamedTuple):
    """How a version's questions stand to those of an `earlier` version of the same questionnaire."""

    earlier: str
    kept: tuple[str, ...]
    changed: tuple[Change, ...]
    ended: tuple[str, ...]

    @classmethod
    def from_data(cls, data: Data) -> "VersionMap":
        """Build from checked data."""
        return cls(
            earlier=data["from"],
            kept=tuple(data.get("kept", ())),
            changed=tuple(Change(each["was"], each["now"], each["comparable"]) for each in data.get("changed", ())),
            ended=tuple(data.get("ended", ())),
        )

    @property
    def comparable(self) -> Mapping[str, str]:
        """The questions that may be compared: by their id in the later version, their id in the earlier one."""
        return {each: each for each in self.kept} | {each.now: each.was for each in self.changed if each.comparable}
