"""Settings: what assess.yaml says of a workspace, above all what is published."""

from collections.abc import Mapping
from typing import NamedTuple

from assess.model.texts import Data


class Publication(NamedTuple):
    """One result that is public: a questionnaire's version in a period. `agencies` None means all that submitted."""

    questionnaire: str
    period: str
    version: str
    channel: str
    agencies: frozenset[str] | None
    comments: bool

    @classmethod
    def from_data(cls, data: Data) -> "Publication":
        """Build from checked data."""
        agencies = data.get("agencies", "all")
        return cls(
            questionnaire=data["questionnaire"],
            period=data["period"],
            version=data["version"],
            channel=data.get("channel", "declared"),
            agencies=None if agencies == "all" else frozenset(agencies),
            comments=data.get("comments", False),
        )

    def allows(self, agency: str) -> bool:
        """Return whether this agency's result may be shown."""
        return self.agencies is None or agency in self.agencies


class Notice(NamedTuple):
    """A withdrawal or a correction of one agency's result: when, and why. `on` is ISO."""

    questionnaire: str
    period: str
    agency: str
    on: str
    reason: str
    reasons: Mapping[str, str]

    @classmethod
    def from_data(cls, data: Data) -> "Notice":
        """Build from checked data."""
        return cls(**{"reasons": {}, **data})

    def reason_in(self, language: str) -> str:
        """Return the reason in a language, or as first written where there is none."""
        return self.reasons.get(language, self.reason)


class Settings(NamedTuple):
    """What assess.yaml says. The first of `languages` is the default."""

    title: str
    titles: Mapping[str, str]
    publisher: str
    publishers: Mapping[str, str]
    publisher_url: str | None
    licence: str | None
    languages: tuple[str, ...]
    invented: bool
    publish: tuple[Publication, ...]
    withdrawn: tuple[Notice, ...]
    corrections: tuple[Notice, ...]

    @classmethod
    def from_data(cls, data: Data) -> "Settings":
        """Build from checked data."""
        publisher = data["publisher"]
        return cls(
            title=data["title"],
            titles=data.get("titles", {}),
            publisher=publisher["name"],
            publishers=publisher.get("names", {}),
            publisher_url=publisher.get("url"),
            licence=data.get("licence"),
            languages=tuple(data["languages"]),
            invented=data.get("invented", False),
            publish=tuple(Publication.from_data(each) for each in data["publish"]),
            withdrawn=tuple(Notice.from_data(each) for each in data.get("withdrawn", ())),
            corrections=tuple(Notice.from_data(each) for each in data.get("corrections", ())),
        )

    def title_in(self, language: str) -> str:
        """Return the site's title in a language."""
        return self.titles.get(language, self.title)

    def publisher_in(self, language: str) -> str:
        """Return the publisher's name in a language."""
        return self.publishers.get(language, self.publisher)
