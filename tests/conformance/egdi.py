"""UN E-Government Development Index, 2003 to 2022.

Five questionnaires: 2003–2005 and 2012 have a gate, 2008 and 2010 weights of their own; ranks look at the index as it
is printed, with four decimals in 2008 and from 2018, else with five. The 21 states with an index of 0 in 2008 and 2010
were not assessed in these surveys and are left out.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from assess.model import Questionnaire
from assess.model.arithmetic import ZERO
from tests.conformance.engine import (
    EXAMPLES,
    agency_of,
    assessed,
    dossier_of,
    parts_of,
    questionnaire_at,
    rank_text,
    ranked,
    score_in,
)
from tests.conformance.figures import Figure, Index, Own, half_units
from tests.conformance.sources import Row, id_of, numbers, rows_of

VERSIONS: Final = dict.fromkeys(("2003", "2004", "2005", "2012"), "2003") | {
    "2008": "2008",
    "2010": "2010",
    "2014": "2014",
    "2016": "2014",
}
COLUMNS: Final = {"osi": "OSI", "hci": "HCI", "tii": "TII"}


def figures(folder: Path) -> Iterator[Figure]:
    rows = rows_of(folder / "egdi" / "egdi_2003_2022.csv")
    for year in sorted({row["year"] for row in rows}):
        yield from survey(questionnaire_of(year), [row for row in rows if row["year"] == year and not _left_out(row)])


def questionnaire_of(year: str) -> Questionnaire:
    """Return the questionnaire of a survey; that of 2018 to 2022 is the example that a reader can run."""
    if year in VERSIONS:
        return questionnaire_at("egdi", VERSIONS[year])
    return questionnaire_at("egdi", "2022", EXAMPLES)


def survey(questionnaire: Questionnaire, rows: list[Row]) -> Iterator[Figure]:
    """Yield index and rank of each state in one survey. A state without a rank had not joined yet."""
    dossiers = [
        dossier_of(
            questionnaire,
            agency_of(id_of(row["country"]), "nation", ranked=bool(row["rank"])),
            numbers(row, COLUMNS),
            row["year"],
        )
        for row in rows
    ]
    scores, ranks = assessed(questionnaire, dossiers), ranked(questionnaire, dossiers)
    halves = half_units(rows, [*COLUMNS, "egdi"])
    for row in rows:
        key, name = id_of(row["country"]), f"{row['year']} {row['country']}"
        weights = {part.id: part.weight for part in parts_of(scores[key]).values()}
        total = sum((weights[column] for column in COLUMNS), ZERO)
        inputs = sum((halves[column] * weights[column] for column in COLUMNS), ZERO) / total
        value = score_in(scores[key], scores[key].score.value)
        yield Figure(name, "egdi", Decimal(row["egdi"]), value, halves["egdi"] + inputs)
        yield Figure(name, "rank", row["rank"], rank_text(ranks[key]))


def _left_out(row: Row) -> bool:
    return row["year"] in ("2008", "2010") and not Decimal(row["egdi"])


INDICES: Final = (
    Index(
        name="UN EGDI 2003–2022",
        vi="EGDI của Liên hợp quốc, 2003–2022",
        figures=figures,
        total=2 * (2123 - 21),
        explained="2008: Cambodia and Cameroon do not follow the formula, which moves the four ranks between; "
        "2020: the UN ranks on more decimals than it prints (SOURCE.md of the data)",
        known=(
            Own("2008 Cambodia", "egdi", "0.2989", "0.3017221"),
            Own("2008 Cambodia", "rank", "139", "137"),
            Own("2008 Cameroon", "egdi", "0.2734", "0.285521"),
            Own("2008 Cameroon", "rank", "149", "147"),
            Own("2008 Congo", "rank", "148", "149"),
            Own("2008 Ghana", "rank", "138", "139"),
            Own("2008 Solomon Islands", "rank", "147", "148"),
            Own("2008 Zimbabwe", "rank", "137", "138"),
            Own("2020 Andorra", "rank", "80", "79"),
            Own("2020 Hungary", "rank", "52", "51"),
            Own("2020 North Macedonia", "rank", "72", "71"),
            Own("2020 Timor-Leste", "rank", "134", "133"),
        ),
    ),
)
