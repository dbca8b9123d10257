"""ScoreRule, Scoring, Level, Scale …: how answers become points, parts a score, and scores levels and ranks."""

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from assess.model.arithmetic import ONE, ZERO
from assess.model.texts import Data, Text, text_of


class Step(NamedTuple):
    """From this value on (inclusive) an answer earns this share, 0 to 1, of the question's points."""

    start: Decimal
    share: Decimal


class ScoreRule(NamedTuple):
    """How an answer becomes a share of the question's points. Goalposts and steps are numbers; dates count in days."""

    rule: str
    start: Decimal = ZERO
    end: Decimal = ONE
    cap: str = "both"
    steps: tuple[Step, ...] = ()

    @classmethod
    def from_data(cls, data: Data, maximum: Decimal) -> "ScoreRule":
        """Build from checked data; points of a step are turned into a share of `maximum`."""
        steps = [
            Step(
                start=number(each["from"]),
                share=Decimal(each["share"]) if "share" in each else Decimal(each["points"]) / maximum,
            )
            for each in data.get("steps", ())
        ]
        return cls(
            rule=data["rule"],
            start=number(data.get("from", 0)),
            end=number(data.get("to", 1)),
            cap=data.get("cap", "both"),
            steps=tuple(steps),
        )


class Range(NamedTuple):
    """The values that an answer may have, both ends included; None is open."""

    start: Decimal | None
    end: Decimal | None


class Scoring(NamedTuple):
    """How the parts of a node become its score."""

    aggregate: str = "mean"
    missing: str = "zero"
    min_coverage: Decimal = ZERO

    @classmethod
    def from_data(cls, data: Data, default: "Scoring") -> "Scoring":
        """Build from checked data; what is not said is as in `default`. In YAML, `missing: null` reads as nothing."""
        return cls(
            aggregate=data.get("aggregate", default.aggregate),
            missing=(data["missing"] or "null") if "missing" in data else default.missing,
            min_coverage=Decimal(data.get("min_coverage", default.min_coverage)),
        )


class Level(NamedTuple):
    """A named band of scores. `start` is on the questionnaire's scale."""

    id: str
    title: Text
    start: Decimal
    description: Text | None


class Scale(NamedTuple):
    """What a fraction from 0 to 1 is shown on, and with how many decimals."""

    start: Decimal = ZERO
    end: Decimal = Decimal(100)
    decimals: int = 1


class RankingRule(NamedTuple):
    """How agencies are ranked: within what, on which value, and who is left out."""

    within: str = "kind"
    on: str = "exact"
    min_coverage: Decimal = ZERO
    min_group: int = 1


def number(value: Any) -> Decimal:
    """Return a goalpost or an answer as a number; a date (`2026-03-31`) as its day number."""
    return Decimal(date.fromisoformat(value).toordinal()) if isinstance(value, str) else Decimal(value)


def scale_of(data: Data) -> Scale:
    """Return the scale of a questionnaire's data."""
    scale = data.get("scale")
    if not scale:
        return Scale()
    return Scale(start=Decimal(scale["from"]), end=Decimal(scale["to"]), decimals=int(scale["decimals"]))


def levels_of(data: Data, language: str) -> tuple[Level, ...]:
    """Return the levels of a questionnaire's data, lowest first."""
    return tuple(
        Level(
            id=each["id"],
            title=Text(each["title"], language),
            start=Decimal(each["from"]),
            description=text_of(each, "description", language),
        )
        for each in data.get("bands", ())
    )


def ranking_of(data: Data) -> RankingRule:
    """Return the rule of ranking of a questionnaire's data."""
    return RankingRule(
        within=data.get("within", "kind"),
        on=data.get("on", "exact"),
        min_coverage=Decimal(data.get("min_coverage", 0)),
        min_group=int(data.get("min_group", 1)),
    )
