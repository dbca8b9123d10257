"""Dossier: everything received on one agency in one period; and what its answers are in each channel."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from assess.model.register import Agency
from assess.model.response import Answer, Response
from assess.model.review import Review, Survey
from assess.model.texts import Data

CHANNELS: Final = ("declared", "verified", "survey")
"""Where an answer comes from: the agency itself, a verifier, people who were asked."""

_UNREVIEWED: Final = Answer("unreviewed", None, None, None, ())


class Dossier(NamedTuple):
    """An agency's response to one questionnaire in one period, with the review and the survey that go with it.

    `stale` is whether a review was left out because the answers were changed after it.
    """

    agency: Agency
    response: Response
    review: Review | None = None
    survey: Survey | None = None
    stale: bool = False

    @classmethod
    def from_data(cls, agency: Agency, data: Data) -> "Dossier":
        """Build from checked data: the response's, and the review's and the survey's where they are there."""
        dossier = cls(agency, Response.from_data(data["response"]))
        for kind in ("review", "survey"):
            dossier = dossier.beside(kind, data[kind]) if kind in data else dossier
        return dossier

    def beside(self, kind: str, data: Data) -> "Dossier":
        """Return the dossier with what came beside the response, a "review" or a "survey", built from checked data."""
        if kind == "review":
            return self._replace(review=Review.from_data(data))
        return self._replace(survey=Survey.from_data(data))

    def has(self, channel: str) -> bool:
        """Return whether there is anything that the channel takes its answers from."""
        return channel == "declared" or (self.review if channel == "verified" else self.survey) is not None

    def answers(self, channel: str) -> Mapping[str, Answer]:
        """Return the answers of a channel, by question; none where there is no review or survey.

        What a verifier did not look at is as the review's `unreviewed` says: the declared answer, none, or one that
        earns nothing.
        """
        if channel == "declared":
            return self.response.answers
        if channel == "survey":
            return {} if self.survey is None else self.survey.answers
        if self.review is None:
            return {}
        if self.review.unreviewed == "missing":
            return self.review.answers
        if self.review.unreviewed == "declared":
            return {**self.response.answers, **self.review.answers}
        zeros = {key: _UNREVIEWED for key, each in self.response.answers.items() if each.state == "answered"}
        return {**self.response.answers, **zeros, **self.review.answers}
