"""Viet Nam's provincial Digital Transformation Index: 2020 by pillars, 2022 by main indicators."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from assess.model import Questionnaire
from tests.conformance.engine import (
    EXAMPLES,
    agency_of,
    assessed,
    dossier_of,
    questionnaire_at,
    rank_text,
    ranked,
    score_in,
)
from tests.conformance.figures import Figure, Index
from tests.conformance.sources import Row, id_of, numbers, rows_of

PILLARS: Final = {each: each for each in ("chinh_quyen_so", "kinh_te_so", "xa_hoi_so")}
MAIN: Final = {
    each: each.replace("_", "-")
    for each in (
        "nhan_thuc_so",
        "the_che_so",
        "ha_tang_so",
        "nhan_luc_so",
        "an_toan_thong_tin_mang",
        "hoat_dong_chinh_quyen_so",
        "hoat_dong_kinh_te_so",
        "hoat_dong_xa_hoi_so",
    )
}
TOLERANCE: Final = Decimal("0.0001")
"""Half a unit of the fourth decimal for the index, half a unit for its inputs."""


def of_2020(folder: Path) -> Iterator[Figure]:
    rows = rows_of(folder / "vn-dti" / "dti_2020_top9_pillars.csv")
    return _figures(questionnaire_at("dti", "2020"), rows, PILLARS, "dti_rank")


def of_2022(folder: Path) -> Iterator[Figure]:
    rows = rows_of(folder / "vn-dti" / "dti_2022_top5_main_indicators.csv")
    return _figures(questionnaire_at("dti", "2022", EXAMPLES), rows, MAIN, "rank")


def _figures(questionnaire: Questionnaire, rows: list[Row], columns: dict[str, str], place: str) -> Iterator[Figure]:
    """Yield index and rank; what is known are the best, so that their ranks are those among all."""
    dossiers = [
        dossier_of(questionnaire, agency_of(id_of(row["province"]), "province"), numbers(row, columns), row["year"])
        for row in rows
    ]
    scores, ranks = assessed(questionnaire, dossiers), ranked(questionnaire, dossiers)
    for row in rows:
        key = id_of(row["province"])
        yield Figure(key, "dti", Decimal(row["dti"]), score_in(scores[key], scores[key].score.value), TOLERANCE)
        yield Figure(key, "rank", row[place], rank_text(ranks[key]))


INDICES: Final = (
    Index(name="Viet Nam DTI 2020", vi="DTI của Việt Nam, 2020", figures=of_2020, total=2 * 9),
    Index(name="Viet Nam DTI 2022", vi="DTI của Việt Nam, 2022", figures=of_2022, total=2 * 5),
)
