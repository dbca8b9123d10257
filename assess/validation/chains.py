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


def circles(starts: Mapping[str, Sequence[str]], needs: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    """Return for each name that leads back to itself over one of those beside it in `starts` the way there.

    The first ways are the shortest; where there are very many, the rest only begin and end.
    """
    rings = _rings(needs)
    found: dict[str, Sequence[str]] = {}
    for start, first in starts.items():
        onward = [each for each in first if rings.get(each) == rings[start]]
        if onward and len(found) < _SHORTEST:
            found[start] = _way_back(start, onward, needs, rings)
        elif onward:
            found[start] = [start, start] if start in onward else [start, onward[0], "…", start]
    return found


_SHORTEST: Final = 100


def _rings(needs: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
    """Return a number for each name, the same for all that lead to each other (Tarjan 1972, without recursion)."""
    ring: dict[str, int] = {}
    seen: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    for start in needs:
        ways = [(start, iter(needs[start]))] if start not in seen else []
        while ways:
            here, onward = ways[-1]
            if here not in seen:
                seen[here] = low[here] = len(seen)
                stack.append(here)
            for each in onward:
                if each in needs and each not in seen:
                    ways.append((each, iter(needs[each])))
                    break
                if each in needs and each not in ring:
                    low[here] = min(low[here], low[each])
            else:
                ways.pop()
                if ways:
                    low[ways[-1][0]] = min(low[ways[-1][0]], low[here])
                if low[here] == seen[here]:
                    _close(here, stack, ring)
    return ring


def _close(first: str, stack: list[str], ring: dict[str, int]) -> None:
    """Number the names from the top of the stack down to the first of their ring."""
    number = len(ring)
    while True:
        name = stack.pop()
        ring[name] = number
        if name == first:
            return


def _way_back(
    start: str, first: Sequence[str], needs: Mapping[str, Sequence[str]], rings: Mapping[str, int]
) -> Sequence[str]:
    """Return the shortest way from a name over one of `first` back to itself; all are in one ring."""
    came_from: dict[str, str] = {}
    ways = [start]
    for here in ways:
        for each in first if here == start else needs[here]:
            if each == start:
                way = [here]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return [*reversed(way), start]
            if rings.get(each) == rings[start] and each not in came_from:
                came_from[each] = here
                ways.append(each)
    raise AssertionError("whatever is in a ring leads back to itself")
