"""The sense of a mapping: it speaks once of questions that the two versions have, and compares like with like."""

from collections.abc import Iterator, Set

from assess.documents import At, Document
from assess.model import Question, Questionnaire
from assess.problems import Problem, near
from assess.validation.values import id_problems


def unknown_id(document: Document, earlier: Set[str], later: Set[str]) -> Iterator[Problem]:
    """Questions kept or changed are in both versions, questions ended in the earlier one."""
    data = document.data
    both = earlier & later
    places: list[tuple[At, str, Set[str]]] = [(("kept", n), each, both) for n, each in enumerate(data.get("kept", ()))]
    places += [(("ended", n), each, earlier) for n, each in enumerate(data.get("ended", ()))]
    for n, each in enumerate(data.get("changed", ())):
        places += [(("changed", n, "was"), each["was"], earlier), (("changed", n, "now"), each["now"], later)]
    for at, name, known in places:
        if name not in known:
            yield document.problem("unknown-id", at, value=name, near=near(name, known))


def not_ended(document: Document, earlier: Set[str], later: Set[str]) -> Iterator[Problem]:
    """What has ended is not asked any more."""
    for n, each in enumerate(document.data.get("ended", ())):
        if each in earlier & later:
            yield document.problem("not-ended", ("ended", n), value=each)


def mapped_twice(document: Document) -> Iterator[Problem]:
    """What became of a question is said once."""
    data = document.data
    kept = [(("kept", n), each) for n, each in enumerate(data.get("kept", ()))]
    changed = list(enumerate(data.get("changed", ())))
    ended = [(("ended", n), each) for n, each in enumerate(data.get("ended", ()))]
    before: list[tuple[At, str]] = [*kept, *((("changed", n, "was"), each["was"]) for n, each in changed), *ended]
    after: list[tuple[At, str]] = [*kept, *((("changed", n, "now"), each["now"]) for n, each in changed)]
    found = [*id_problems(document, iter(before)), *id_problems(document, iter(after))]
    yield from {each.sort_key: each for each in found}.values()


def not_comparable(document: Document, earlier: Questionnaire, later: Questionnaire) -> Iterator[Problem]:
    """Questions that are compared take the same answers: an earlier answer can be scored by the later rules."""
    data = document.data
    pairs: list[tuple[At, str, str]] = [(("kept", n), each, each) for n, each in enumerate(data.get("kept", ()))]
    pairs += [
        (("changed", n, "comparable"), each["was"], each["now"])
        for n, each in enumerate(data.get("changed", ()))
        if each["comparable"]
    ]
    for at, was, now in pairs:
        before, after = earlier.questions.get(was), later.questions.get(now)
        if before is not None and after is not None and not _alike(before, after):
            yield document.problem("not-comparable", at, was=was, now=now)


def _alike(before: Question, after: Question) -> bool:
    same = before.type == after.type and before.combine == after.combine
    return same and before.options.keys() <= after.options.keys()
