"""UNDP Human Development Index 2022: value to its third decimal, tier, and rank on the value as printed."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from tests.conformance.engine import (
    EXAMPLES,
    agency_of,
    assessed,
    dossier_of,
    questionnaire_at,
    rank_text,
    ranked,
    score_in,
    shown_in,
)
from tests.conformance.figures import Figure, Index
from tests.conformance.sources import id_of, numbers, rows_of

COLUMNS: Final = {each: each for each in ("le", "eys", "mys", "gnipc")}
TIERS: Final = {"Low": "1", "Medium": "2", "High": "3", "Very High": "4"}
HALF_A_UNIT: Final = Decimal("0.0005")


def figures(folder: Path) -> Iterator[Figure]:
    questionnaire = questionnaire_at("hdi", "2022", EXAMPLES)
    rows = rows_of(folder / "hdi-2022" / "hdi_2022.csv")
    dossiers = [
        dossier_of(questionnaire, agency_of(id_of(row["iso3"]), "nation"), numbers(row, COLUMNS), "2022")
        for row in rows
    ]
    scores, ranks = assessed(questionnaire, dossiers), ranked(questionnaire, dossiers)
    for row in rows:
        name, key = row["country"], id_of(row["iso3"])
        level, published = scores[key].level, Decimal(row["hdi"])
        yield Figure(name, "hdi", published, score_in(scores[key], scores[key].score.value), HALF_A_UNIT)
        yield Figure(name, "hdi as printed", published, shown_in(scores[key]))
        yield Figure(name, "tier", TIERS[row["hdicode"]], level.id if level else None)
        yield Figure(name, "rank", row["hdi_rank"], rank_text(ranks[key]))


INDICES: Final = (Index(name="UNDP HDI 2022", vi="HDI của UNDP, 2022", figures=figures, total=4 * 193),)
