"""Two results held against each other: the sides, and the rows of what is on either."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assess.cli.words import SAID
from assess.model import Agency, Questionnaire
from assess.model.arithmetic import EXACT, written
from assess.presentation.wording import change_text
from assess.scoring import Assessment, Score
from assess.versions import Common


class Side(NamedTuple):
    """One of the two: an agency in a period; None where nothing was received of it then."""

    agency: Agency
    period: str
    assessment: Assessment | None

    @property
    def kind(self) -> str:
        """The agency's kind."""
        return self.agency.kind


class Former(NamedTuple):
    """A result of an agency that was merged into the one compared."""

    agency: Agency
    assessment: Assessment


class Compared(NamedTuple):
    """Two results, and the scores by which they are compared: their own, or those over what is `common`.

    `questionnaire` is in the language wanted; the later version where there are two.
    """

    questionnaire: Questionnaire
    sides: tuple[Side, Side]
    scores: tuple[Score | None, Score | None]
    common: Common | None
    former: Sequence[Former]

    @property
    def how(self) -> str:
        """On what ground they are compared: same-version, common-questions, not-comparable or one-missing."""
        one, two = (each.assessment for each in self.sides)
        if one is None or two is None:
            return "one-missing"
        if one.questionnaire.version == two.questionnaire.version:
            return "same-version"
        return "common-questions" if self.common else "not-comparable"


class Row(NamedTuple):
    """A node on both sides; shares, or None where there is no score."""

    id: str
    title: str
    values: tuple[Decimal | None, Decimal | None]


def rows_of(compared: Compared, language: str) -> Iterator[Row]:
    """Yield the whole and every dimension that is on either side; nothing where the two cannot be compared."""
    if compared.how == "not-comparable":
        return
    nodes = [
        {} if score is None else {each.id: each for each in score.every() if each.state == "node"}
        for score in compared.scores
    ]
    one, two = compared.scores
    total = SAID[language]["total"]
    yield Row(compared.questionnaire.id, total, (one.value if one else None, two.value if two else None))
    for dimension, depth in compared.questionnaire.by_depth():
        found = [each.get(dimension.id) for each in nodes]
        if any(each is not None for each in found):
            title = "  " * depth + f"{dimension.number} {dimension.title.text}".strip()
            values = [each.value if each else None for each in found]
            yield Row(dimension.id, title, (values[0], values[1]))


def _gap(row: Row) -> Decimal | None:
    """Return the second share less the first; None where one is missing."""
    one, two = row.values
    return None if one is None or two is None else EXACT.subtract(two, one)


def change_of(row: Row, compared: Compared, language: str) -> str:
    """Return by how much the second side lies above the first, as it is shown."""
    gap = _gap(row)
    return "" if gap is None else change_text(gap, compared.questionnaire.scale, language)


def difference_of(row: Row, compared: Compared) -> str | None:
    """Return by how much the second side lies above the first, as data have it."""
    gap, scale = _gap(row), compared.questionnaire.scale
    return None if gap is None else written(EXACT.multiply(gap, EXACT.subtract(scale.end, scale.start)))
