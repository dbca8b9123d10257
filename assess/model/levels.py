"""Level, Scale, RankingRule: what scores are called, shown on, and ranked by."""

from decimal import Decimal
from typing import NamedTuple

from assess.model.arithmetic import ZERO
from assess.model.conditions import Condition
from assess.model.texts import Data, Text, bound_of, text_of


class Level(NamedTuple):
    """A named band of scores. `start` is on the questionnaire's scale; None where levels are reached in stages only.

    `requires` is the condition of reaching it in stages, beside all lower ones.
    """

    id: str
    title: Text
    start: Decimal | None
    description: Text | None
    requires: Condition | None = None


class Scale(NamedTuple):
    """What a fraction from 0 to 1 is shown on, and with how many decimals."""

    start: Decimal = ZERO
    end: Decimal = Decimal(100)
    decimals: int = 1


class RankingRule(NamedTuple):
    """How agencies are ranked: within what, on which value, and who is left out.

    `within` is kind, all, parent, or a family of the register's groups. `ties` is competition (1, 2, 2, 4), dense
    (1, 2, 2, 3) or fractional (1, 2.5, 2.5, 4). `order` says which score comes first: highest or lowest.
    """

    within: str = "kind"
    on: str = "exact"
    ties: str = "competition"
    order: str = "highest"
    min_coverage: Decimal = ZERO
    min_group: int = 1


def scale_of(data: Data) -> Scale:
    """Return the scale of a questionnaire's data; what is left out is as on the scale from 0 to 100."""
    written, usual = data.get("scale", {}), Scale()
    return Scale(
        start=Decimal(written.get("from", usual.start)),
        end=Decimal(written.get("to", usual.end)),
        decimals=int(written.get("decimals", usual.decimals)),
    )


def levels_of(data: Data, language: str) -> tuple[Level, ...]:
    """Return the levels of a questionnaire's data, lowest first."""
    requires = data.get("requires", {})
    return tuple(
        Level(
            id=each["id"],
            title=Text(each["title"], language),
            start=bound_of(each, "from"),
            description=text_of(each, "description", language),
            requires=Condition.from_data(requires[each["id"]]) if each["id"] in requires else None,
        )
        for each in data.get("bands", ())
    )


def ranking_of(data: Data) -> RankingRule:
    """Return the rule of ranking of a questionnaire's data."""
    return RankingRule(
        within=data.get("within", "kind"),
        on=data.get("on", "exact"),
        ties=data.get("ties", "competition"),
        order=data.get("order", "highest"),
        min_coverage=Decimal(data.get("min_coverage", 0)),
        min_group=int(data.get("min_group", 1)),
    )
