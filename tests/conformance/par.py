"""PAR INDEX 2012 of Viet Nam: points of the appraisal (the verified channel) and points of a survey, added up."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from tests.conformance.engine import (
    agency_of,
    assessed,
    dossier_of,
    questionnaire_at,
    rank_text,
    ranked,
    score_in,
    with_channels,
)
from tests.conformance.figures import EXACT, Figure, Index
from tests.conformance.sources import id_of, rows_of


def figures(folder: Path) -> Iterator[Figure]:
    questionnaire = questionnaire_at("par-index", "2012")
    rows = rows_of(folder / "vn-par-index-2012" / "par_index_2012_top19.csv")
    dossiers = [
        with_channels(
            questionnaire,
            dossier_of(questionnaire, agency_of(id_of(row["province"]), "province"), {}, "2012"),
            verified={"appraised": Decimal(row["score_moha"])},
            survey={"surveyed": Decimal(row["score_survey"])},
        )
        for row in rows
    ]
    scores, ranks = assessed(questionnaire, dossiers), ranked(questionnaire, dossiers)
    for row in rows:
        key = id_of(row["province"])
        value = score_in(scores[key], scores[key].score.value)
        yield Figure(row["province"], "index", Decimal(row["par_index"]), value, EXACT)
        yield Figure(row["province"], "rank", row["par_rank"], rank_text(ranks[key]))


INDICES: Final = (
    Index(name="Viet Nam PAR INDEX 2012", vi="PAR INDEX của Việt Nam, 2012", figures=figures, total=2 * 19),
)
