"""Every official index, written in our format, comes out as it was published."""

from pathlib import Path

import pytest

from tests.conformance import aia, asem, dgi, dti, egdi, expectations, gtmi, hdi, par, samm
from tests.conformance.figures import Outcome, outcome_of

INDICES = {
    each.name: each
    for module in (egdi, gtmi, dgi, hdi, dti, par, asem, expectations, aia, samm)
    for each in module.INDICES
}


@pytest.mark.parametrize("name", INDICES)
def test_an_index_comes_out_as_published(name: str, indices: Path, outcomes: list[Outcome]) -> None:
    index = INDICES[name]
    outcome = outcome_of(index, indices)
    outcomes.append(outcome)
    assert sorted(outcome.mismatches) == sorted(index.known), index.explained
    assert outcome.figures == index.count
