"""Chains: what needs what, one behind the other, and where that leads round in a circle."""

from collections.abc import Mapping, Sequence
from typing import Final

CHAIN: Final = 50
"""How many questions or dimensions may depend on each other, one behind the other."""


def depths(needs: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
    """Return for each name how many others, one behind the other, it depends on; none for those in a circle.

    Names are taken as soon as all that they need are known, so each is looked at once for each that it needs.
    """
    waiting = {name: {each for each in others if each in needs} for name, others in needs.items()}
    needed_by: dict[str, list[str]] = {}
    for name, others in waiting.items():
        for each in others:
            needed_by.setdefault(each, []).append(name)
    found = {name: 0 for name, others in waiting.items() if not others}
    ready = list(found)
    for known in ready:
        for name in needed_by.get(known, ()):
            waiting[name].discard(known)
            if not waiting[name]:
                found[name] = 1 + max(found[each] for each in needs[name] if each in found)
                ready.append(name)
    return found


def circle(
    start: str, first: Sequence[str], needs: Mapping[str, Sequence[str]], known: Mapping[str, int]
) -> Sequence[str]:
    """Return the way from a name over one of `first` back to itself; empty where it only leads to a circle of others.

    `known` are the depths of all that is in no circle.
    """
    came_from: dict[str, str] = {}
    ways = [start]
    for here in ways:
        for each in first if here == start else needs[here]:
            if each == start:
                way = [here]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return [*reversed(way), start]
            if each in needs and each not in known and each not in came_from:
                came_from[each] = here
                ways.append(each)
    return []
