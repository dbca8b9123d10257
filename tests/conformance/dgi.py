"""OECD Digital Government Index 2023: 38 scored, the 33 members ranked."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from tests.conformance.engine import agency_of, assessed, dossier_of, questionnaire_at, rank_text, ranked, score_in
from tests.conformance.figures import Figure, Index
from tests.conformance.sources import id_of, numbers, rows_of

DIMENSIONS: Final = (
    "digital_design",
    "data_driven",
    "govt_as_platform",
    "open_default",
    "user_driven",
    "proactiveness",
)
TOLERANCE: Final = Decimal("0.001")
"""Half a unit of the third decimal for the index, half a unit for its inputs."""


def figures(folder: Path) -> Iterator[Figure]:
    questionnaire = questionnaire_at("dgi", "2023")
    rows = rows_of(folder / "oecd-dgi-2023" / "dgi_2023.csv")
    columns = {each: each for each in DIMENSIONS}
    dossiers = [
        dossier_of(
            questionnaire,
            agency_of(id_of(row["cc_iso3c"]), "nation", ranked=bool(row["composite_rank"])),
            numbers(row, columns),
            "2023",
        )
        for row in rows
    ]
    scores, ranks = assessed(questionnaire, dossiers), ranked(questionnaire, dossiers)
    for row in rows:
        key = id_of(row["cc_iso3c"])
        value = score_in(scores[key], scores[key].score.value)
        yield Figure(key.upper(), "index", Decimal(row["composite_index"]), value, TOLERANCE)
        yield Figure(key.upper(), "rank", row["composite_rank"].removesuffix(".0"), rank_text(ranks[key]))


INDICES: Final = (Index(name="OECD DGI 2023", vi="DGI của OECD, 2023", figures=figures, total=2 * 38),)
