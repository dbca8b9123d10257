"""A questionnaire as written: its head and its dimensions, with the place of everything, before it can be built."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from assess.documents import At, Document
from assess.problems import Problem, listed


class Spot(NamedTuple):
    """A dimension or question as written: its document, the way to it, and its data."""

    document: Document
    at: At
    data: Mapping[str, Any]

    def problem(self, code: str, *at: str | int, **facts: object) -> Problem:
        """Return a problem at a value inside this spot."""
        return self.document.problem(code, (*self.at, *at), **facts)

    def key_problem(self, code: str, *at: str | int, **facts: object) -> Problem:
        """Return a problem at the key of a value inside this spot."""
        return self.document.key_problem(code, (*self.at, *at), **facts)

    def misplaced_key(self, *at: str | int, allowed: Sequence[str]) -> Problem:
        """Return the problem of a key that does not go with those beside it; `allowed` are those that would."""
        return self.key_problem("unknown-key", *at, name=at[-1], allowed=listed(allowed, len(allowed)))


class Draft(NamedTuple):
    """A questionnaire whose files have the right shape: its head, and its dimensions in order, wherever written."""

    head: Document
    dimensions: Sequence[Spot]

    @property
    def whole(self) -> Spot:
        """The head as the node above all dimensions."""
        return Spot(self.head, (), self.head.data)

    def every_node(self) -> Iterator[Spot]:
        """Yield the head and all dimensions, each before those inside it."""
        yield self.whole
        yield from self.every_dimension()

    def every_dimension(self) -> Iterator[Spot]:
        """Yield all dimensions, each before those inside it."""
        for spot in self.dimensions:
            yield from _below(spot)

    def parts(self, spot: Spot) -> Sequence[Spot]:
        """Return the dimensions or the questions that a node holds, in order."""
        if spot.data is self.head.data:
            return self.dimensions
        key = "dimensions" if "dimensions" in spot.data else "questions"
        return [Spot(spot.document, (*spot.at, key, n), each) for n, each in enumerate(spot.data.get(key, ()))]

    def every_question(self) -> Iterator[Spot]:
        """Yield all questions in order."""
        for spot in self.every_dimension():
            for n, question in enumerate(spot.data.get("questions", ())):
                yield Spot(spot.document, (*spot.at, "questions", n), question)

    def options(self, question: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        """Return the options that a question offers, written in it or in a named set."""
        named = question.get("options", ())
        offered: Sequence[Mapping[str, Any]] = (
            self.head.data.get("option_sets", {}).get(named, ()) if isinstance(named, str) else named
        )
        return offered

    def scoring(self, spot: Spot) -> Mapping[str, Any]:
        """Return how a node puts its parts together: as it says itself, else as the questionnaire does."""
        return {**self.head.data.get("scoring", {}), **spot.data.get("scoring", {})}


def _below(spot: Spot) -> Iterator[Spot]:
    yield spot
    for n, part in enumerate(spot.data.get("dimensions", ())):
        yield from _below(Spot(spot.document, (*spot.at, "dimensions", n), part))
