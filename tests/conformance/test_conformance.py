"""Every official index, written in our format, comes out as it was published."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest

from tests.conformance import aia, asem, dgi, dti, egdi, expectations, gtmi, hdi, par, samm
from tests.conformance.figures import PROPERTY, Figure, Index, Own, outcome_of, page_row, row_of, table
from tests.conformance.sources import rows_of

DOCS: Final = Path(__file__).parents[2] / "docs"
INDICES: Final = {
    each.name: each
    for module in (egdi, gtmi, dgi, hdi, dti, par, asem, expectations, aia, samm)
    for each in module.INDICES
}


@pytest.mark.parametrize("name", INDICES)
def test_an_index_comes_out_as_published(
    name: str, indices: Path, record_property: Callable[[str, Sequence[str]], None]
) -> None:
    index = INDICES[name]
    outcome = outcome_of(index, indices)
    record_property(PROPERTY, row_of(outcome))
    assert sorted(outcome.mismatches) == sorted(index.known), index.explained
    assert outcome.figures == index.total
    for language in ("vi", "en"):
        page = (DOCS / language / "indices.md").read_text(encoding="utf-8")
        assert page_row(outcome, language) in page.splitlines()


def test_a_wrong_weight_is_noticed(indices: Path) -> None:
    """Thirds instead of .34, .33 and .33: most states of 2010 then come out a little off."""
    rows = [row for row in rows_of(indices / "egdi" / "egdi_2003_2022.csv") if row["year"] == "2010"]
    assessed = [row for row in rows if Decimal(row["egdi"])]
    found = list(egdi.survey(egdi.questionnaire_of("2014"), assessed))
    assert sum(each.what == "egdi" and not each.agrees for each in found) > 150


def test_a_figure_that_differs_or_is_missing_is_a_mismatch() -> None:
    figures = [
        Figure("a", "x", Decimal("0.5"), Decimal("0.50004"), Decimal("0.0001")),
        Figure("a", "y", Decimal("0.5"), Decimal("0.5002"), Decimal("0.0001")),
        Figure("b", "x", Decimal("0.5"), None, Decimal(1)),
        Figure("b", "rank", "3", "4"),
    ]
    outcome = outcome_of(Index(name="Sample", vi="Mẫu", figures=lambda folder: figures, total=4), Path())
    assert outcome.mismatches == (Own("a", "y", "0.5", "0.5002"), Own("b", "x", "0.5", "–"), Own("b", "rank", "3", "4"))
    assert (outcome.rows, outcome.figures, outcome.largest) == (2, 4, Decimal("0.00004"))
    assert list(table([row_of(outcome)])) == [
        "index   rows  figures  largest difference  mismatches",
        "Sample     2        4              4.0E-5  3 (0 of the official data)",
    ]
    assert page_row(outcome, "vi") == "| Mẫu | 2 | 4 | 0,000040 | 3 |"
    assert (
        page_row(outcome._replace(rows=2102, largest=Decimal("1E-30")), "en") == "| Sample | 2,102 | 4 | < 10⁻⁹ | 3 |"
    )
