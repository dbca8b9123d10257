"""Circles are found wherever they are, and soon, whatever a file holds."""

import time
from collections.abc import Mapping, Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assess.validation.chains import circles, depths

NAMES = ("a", "b", "c", "d", "e")
Needs = Mapping[str, Sequence[str]]
needs_of = st.fixed_dictionaries({name: st.lists(st.sampled_from((*NAMES, "not there")), max_size=3) for name in NAMES})


def _reached(first: Sequence[str], needs: Needs) -> set[str]:
    seen: set[str] = set()
    waiting = list(first)
    while waiting:
        name = waiting.pop()
        if name in needs and name not in seen:
            seen.add(name)
            waiting += needs[name]
    return seen


@given(needs_of, st.integers(0, 3))
def test_whatever_leads_back_to_itself_is_told_with_its_way(needs: Needs, kept: int) -> None:
    starts = {name: others[:kept] for name, others in needs.items()}
    found = circles(starts, needs)
    assert found.keys() == {name for name, first in starts.items() if name in _reached(first, needs)}
    for name, way in found.items():
        assert way[0] == way[-1] == name
        assert way[1] in starts[name]
        assert all(later in needs[earlier] for earlier, later in pairwise(way))


@given(needs_of)
def test_depths_are_known_of_all_that_leads_to_no_circle(needs: Needs) -> None:
    found = depths(needs)
    circular = {name for name in needs if name in _reached(needs[name], needs)}
    assert found.keys() == {name for name in needs if not ({name, *_reached([name], needs)} & circular)}
    for name, depth in found.items():
        below = [found[each] for each in needs[name] if each in found]
        assert depth == 1 + max(below, default=-1)


def test_a_ring_of_very_many_with_a_long_way_into_it_is_gone_through_soon() -> None:
    ring = {f"r{n}": [f"r{(n + 1) % 20_000}"] for n in range(20_000)}
    way = {f"w{n}": [f"w{n + 1}" if n < 19_999 else "r0"] for n in range(20_000)}
    needs = ring | way
    begun = time.process_time()
    found = circles(needs, needs)
    depths(needs)
    assert time.process_time() - begun < 5
    assert found.keys() == ring.keys()
