"""Target, TargetValue, Light …: what is to be reached by when, and what was reached so far."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from assess.model.arithmetic import ONE
from assess.model.periods import period_order
from assess.model.texts import Data, Text, decimal_of


class Worded(NamedTuple):
    """Words of a file of the workspace: in its main language, and in others."""

    text: str
    others: Mapping[str, str]

    def in_language(self, language: str, main: str) -> Text:
        """Return the words in a language, or in the workspace's `main` language where there are none."""
        return Text(self.others[language], language) if language in self.others else Text(self.text, main)


class Bound(NamedTuple):
    """From where on a light shows: at least `value`, or only above it."""

    value: Decimal
    above: bool = False

    @classmethod
    def from_data(cls, data: Data) -> "Bound":
        """Build from checked data: `at_least` or `above`."""
        return cls(Decimal(data["above"]), above=True) if "above" in data else cls(Decimal(data["at_least"]))

    def reached(self, achievement: Decimal) -> bool:
        """Return whether an achievement is on this side of the bound."""
        return achievement > self.value if self.above else achievement >= self.value


class Light(NamedTuple):
    """The bounds of the traffic light, in shares of the target; below both it is red."""

    green: Bound = Bound(ONE)
    yellow: Bound = Bound(Decimal("0.5"))

    @classmethod
    def from_data(cls, data: Data) -> "Light":
        """Build from checked data; a colour that is not told of keeps its bound."""
        return cls(**{colour: Bound.from_data(each) for colour, each in data.items()})


class Citation(NamedTuple):
    """Where a target or a figure comes from: commitments of a questionnaire, a document, or both."""

    commitments: tuple[str, ...]
    title: Worded | None
    url: str | None


class Measure(NamedTuple):
    """What a target of agencies looks at: a question, a dimension, or (where both are None) the whole."""

    questionnaire: str
    question: str | None
    dimension: str | None


class TargetValue(NamedTuple):
    """What is to be reached by the end of a period."""

    period: str
    value: Decimal


class Actual(NamedTuple):
    """What was reached in a period, where that is written, and who outside validated it."""

    period: str
    value: Decimal
    source: Citation | None
    validated_by: Worded | None
    note: Worded | None


class Baseline(NamedTuple):
    """Where it started; `value` None stands for each agency's own actual of that period."""

    period: str
    value: Decimal | None
    source: Citation | None


class Target(NamedTuple):
    """What is to be reached. `measure` None stands for the nation, `agencies` None for all.

    `title` None is that of what it looks at; `standing` is adopted, draft or proposal. `by_period` and `actuals` are in
    the order of their periods. `from_baseline`: progress from the baseline to the target is what counts, instead of the
    actual's share of the target.
    """

    id: str
    title: Worded | None
    measure: Measure | None
    agencies: frozenset[str] | None
    standing: str
    direction: str
    unit: Worded | None
    owner: Worded | None
    source: Citation | None
    method: int
    light: Light
    from_baseline: bool
    baseline: Baseline | None
    by_period: tuple[TargetValue, ...]
    actuals: tuple[Actual, ...]

    @classmethod
    def from_data(cls, data: Data, questionnaire: str) -> "Target":
        """Build from checked data; `questionnaire` is the one that holds what an agency target looks at."""
        agencies = data.get("agencies", "all")
        of = data["of"]
        return cls(
            id=data["id"],
            title=Worded(data["title"], data.get("titles", {})) if "title" in data else None,
            measure=None if of == "nation" else Measure(questionnaire, of.get("question"), of.get("dimension")),
            agencies=None if agencies == "all" else frozenset(agencies),
            standing=data.get("standing", "adopted"),
            direction=data.get("direction", "higher"),
            unit=_worded(data, "unit", "units"),
            owner=_worded(data, "owner", "owners"),
            source=_citation(data),
            method=int(data.get("method", 2)),
            light=Light.from_data(data.get("light", {})),
            from_baseline=data.get("from_baseline", False),
            baseline=_baseline(data["baseline"]) if "baseline" in data else None,
            by_period=_by_period(data["by_period"]),
            actuals=tuple(sorted(map(_actual, data.get("actuals", ())), key=lambda each: period_order(each.period))),
        )


def _by_period(data: list[Data]) -> tuple[TargetValue, ...]:
    values = [TargetValue(each["period"], Decimal(each["target"])) for each in data]
    return tuple(sorted(values, key=lambda each: period_order(each.period)))


def _actual(data: Data) -> Actual:
    return Actual(
        period=data["period"],
        value=Decimal(data["value"]),
        source=_citation(data),
        validated_by=_worded(data, "validated_by", "validators"),
        note=_worded(data, "note", "notes"),
    )


def _baseline(data: Data) -> Baseline:
    return Baseline(period=data["period"], value=decimal_of(data, "value"), source=_citation(data))


def _citation(data: Data) -> Citation | None:
    source = data.get("source")
    if source is None:
        return None
    return Citation(tuple(source.get("commitments", ())), _worded(source, "title", "titles"), source.get("url"))


def _worded(data: Data, key: str, others: str) -> Worded | None:
    return Worded(data[key], data.get(others, {})) if key in data else None
