"""The worked example: what the invented response came to, as plain data, and the words to tell it in."""

from typing import Final, NamedTuple

from assess.model import Dimension, Question
from assess.presentation.answers.pieces import answer_lines
from assess.presentation.conditions import Speaker
from assess.presentation.edition import Edition
from assess.presentation.explaining.entries import places_of
from assess.presentation.explaining.telling import Entry, Telling
from assess.presentation.method.sample import sample
from assess.presentation.results import result_of
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import plain_text
from assess.scoring import Assessment

DECIMALS: Final = 4
"""With more, a table of parts is hard to read; the sums use all digits."""


class Example(NamedTuple):
    """The assessment of the invented response, the same as plain data, and who tells it."""

    edition: Edition
    assessment: Assessment
    result: Entry
    telling: Telling

    @property
    def speaker(self) -> Speaker:
        """Who puts rules in words."""
        return self.telling.speaker

    def question(self, question: Question) -> Entry | None:
        """Return what the answer to a question came to; None where it has no score to show."""
        found = [each for _, each in places_of(self.result, question.id, "questions")]
        return next((each for each in found if each["value"] is not None), None)

    def node(self, dimension: Dimension) -> Entry | None:
        """Return what a dimension came to; None where it has no score to show."""
        if dimension is self.edition.questionnaire.whole:
            return {**self.result, "id": dimension.id, "questions": []} if self.result["value"] is not None else None
        found = [each for _, each in places_of(self.result, dimension.id, "dimensions")]
        return next((each for each in found if each["value"] is not None), None)

    def answer(self, question: Question) -> str:
        """Return the invented answer in words; one for each piece of evidence where it is given for each."""
        edition, answer = self.edition, self.assessment.response.answers[question.id]
        values = [answer.value] if question.combine is None else [each.value for each in answer.evidence]
        lines = [answer_lines(question, each, edition.language, edition.words) for each in values]
        return "; ".join(plain_text(each) for line in lines for each in line)


def example_of(around: Surroundings, edition: Edition) -> Example:
    """Return the worked example of a questionnaire; its numbers are the engine's own."""
    speaker = Speaker(edition.questionnaire, edition.language, edition.words, around.register)
    assessment = sample(edition.questionnaire, around.register)
    return Example(edition, assessment, result_of(assessment, speaker), Telling(speaker, decimals=DECIMALS))
