"""The sense of a mapping: it speaks of questions that the two versions have."""

from collections.abc import Iterator, Set

from assess.documents import At, Document
from assess.problems import Problem, near


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
