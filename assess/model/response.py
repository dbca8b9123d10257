"""Response, Answer, Evidence: one agency's answers to one version, and what they rest on."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from assess.model.texts import Data


class Ratio:
    """A part of a whole, as counted. Not a tuple, as the other nouns are: as a value, a tuple is several options."""

    __slots__ = ("of", "part")

    def __init__(self, part: Decimal, of: Decimal) -> None:
        self.part = part
        self.of = of


Value: TypeAlias = str | bool | Decimal | tuple[str, ...] | Ratio
"""An option's id, text or ISO date; yes or no; a number; several options; a ratio."""


class Evidence(NamedTuple):
    """A document that an answer rests on. Dates are ISO. `value` is its own, where a question asks for one each."""

    title: str
    number: str | None
    issued: str | None
    expires: str | None
    url: str | None
    value: Value | None = None

    @classmethod
    def from_data(cls, data: Data) -> "Evidence":
        """Build from checked data."""
        get = data.get
        value = _value(data["value"]) if "value" in data else None
        return cls(data["title"], get("number"), get("issued"), get("expires"), get("url"), value)


class Answer(NamedTuple):
    """One answer. `state` is answered, unknown or not_applicable; `reason` goes with the last two.

    Where one is given for each piece of evidence, `value` is None and they hold the values. An internal note is never
    carried further than the file it is written in.
    """

    state: str
    value: Value | None
    reason: str | None
    comment: str | None
    evidence: tuple[Evidence, ...]

    @classmethod
    def from_data(cls, data: Any) -> "Answer":
        """Build from checked data, in its long form or its short one (the value alone)."""
        if not isinstance(data, dict) or "part" in data:
            return cls("answered", _value(data), None, None, ())
        evidence = tuple([Evidence.from_data(each) for each in data["evidence"]]) if "evidence" in data else ()
        if "value" in data:
            return cls("answered", _value(data["value"]), None, data.get("comment"), evidence)
        if evidence and "unknown" not in data and "not_applicable" not in data:
            return cls("answered", None, None, data.get("comment"), evidence)
        state = "unknown" if "unknown" in data else "not_applicable"
        return cls(state, None, data[state], data.get("comment"), evidence)


class Submission(NamedTuple):
    """The letter that a response came with."""

    number: str | None
    date: str | None
    signed_by: str | None


class Response(NamedTuple):
    """One agency's answers to one version of a questionnaire in one period."""

    agency: str
    questionnaire: str
    version: str
    period: str
    status: str
    submission: Submission | None
    answers: Mapping[str, Answer]

    @classmethod
    def from_data(cls, data: Data) -> "Response":
        """Build from checked data."""
        return cls.with_answers(data, {key: Answer.from_data(each) for key, each in data["answers"].items()})

    @classmethod
    def with_answers(cls, data: Data, answers: Mapping[str, Answer]) -> "Response":
        """Build from checked data whose answers are built already."""
        sent = data.get("submission")
        return cls(
            agency=data["agency"],
            questionnaire=data["questionnaire"],
            version=data["questionnaire_version"],
            period=data["period"],
            status=data["status"],
            submission=None if sent is None else _submission(sent),
            answers=answers,
        )


def _submission(data: Data) -> Submission:
    return Submission(number=data.get("number"), date=data.get("date"), signed_by=data.get("signed_by"))


def _value(data: Any) -> Value:
    if data.__class__ is int or data.__class__ is Decimal:
        return Decimal(data)
    if isinstance(data, dict):
        return Ratio(Decimal(data["part"]), Decimal(data["of"]))
    value: Value = tuple(data) if isinstance(data, list) else data
    return value
