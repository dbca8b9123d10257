"""World Bank GovTech Maturity Index 2020, 2022 and 2025."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from tests.conformance.engine import agency_of, assessed, dossier_of, questionnaire_at, score_in
from tests.conformance.figures import EXACT, Figure, Index
from tests.conformance.sources import id_of, numbers, rows_of

COLUMNS: Final = {"cgsi": "CGSI", "psdi": "PSDI", "dcei": "DCEI", "gtei": "GTEI"}


def figures(folder: Path) -> Iterator[Figure]:
    questionnaire = questionnaire_at("gtmi", "2020")
    for row in rows_of(folder / "gtmi" / "gtmi_2020_2022_2025.csv"):
        agency = agency_of(id_of(row["country_code"]), "nation")
        dossier = dossier_of(questionnaire, agency, numbers(row, COLUMNS), row["year"])
        (assessment,) = assessed(questionnaire, [dossier]).values()
        name = f"{row['year']} {row['country_name']}"
        yield Figure(name, "gtmi", Decimal(row["gtmi"]), score_in(assessment, assessment.score.value), EXACT)
        yield Figure(name, "group", row["grp"], assessment.level.id if assessment.level else None)


INDICES: Final = (
    Index(
        name="World Bank GTMI 2020, 2022, 2025",
        vi="GTMI của Ngân hàng Thế giới, 2020, 2022, 2025",
        figures=figures,
        total=2 * 593,
    ),
)
