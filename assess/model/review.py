"""Review, Survey: what a verifier found, and what people said, beside an agency's own answers."""

from collections.abc import Mapping
from typing import NamedTuple

from assess.model.response import Answer
from assess.model.texts import Data


class Review(NamedTuple):
    """A verifier's answers beside the declared ones. `reviewed_on` is ISO; `reasons` are by question.

    `unreviewed` says what stands for an answer that was not looked at: declared, missing or zero.
    """

    reviewer: str | None
    reviewed_on: str | None
    unreviewed: str
    answers: Mapping[str, Answer]
    reasons: Mapping[str, str]

    @classmethod
    def from_data(cls, data: Data) -> "Review":
        """Build from checked data."""
        entries = data["answers"] or {}
        return cls(
            reviewer=data.get("reviewer"),
            reviewed_on=data.get("reviewed_on"),
            unreviewed=data.get("unreviewed", "declared"),
            answers={key: Answer.from_data(_entry(each)) for key, each in entries.items()},
            reasons={key: each["reason"] for key, each in entries.items() if "reason" in each},
        )


class Survey(NamedTuple):
    """What people said of an agency, by question. `method` is in words; `respondents` is their number."""

    method: str | None
    respondents: int | None
    answers: Mapping[str, Answer]

    @classmethod
    def from_data(cls, data: Data) -> "Survey":
        """Build from checked data."""
        entries = data["answers"] or {}
        asked = data.get("respondents")
        return cls(
            method=data.get("method"),
            respondents=None if asked is None else int(asked),
            answers={key: Answer.from_data(each) for key, each in entries.items()},
        )


def _entry(data: Data) -> Data:
    """Return a verifier's entry as an answer is written."""
    return {"value" if key == "verified" else key: part for key, part in data.items() if key != "reason"}
