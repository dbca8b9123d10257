"""Telling: numbers of an explanation, and its words, in one language."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, NamedTuple

from assess.model import Questionnaire, Rounding
from assess.model.arithmetic import EXACT, compared, written
from assess.presentation.conditions import Speaker
from assess.presentation.explaining.words import WORDS
from assess.presentation.wording import decimal_text, plain_number
from assess.scoring import on_scale

Entry = Mapping[str, Any]
"""A node or a question, or one of its steps, as `scores.schema.json` has them."""

DECIMALS: Final = 6


class Telling(NamedTuple):
    """In whose words an explanation is told, and in which channels nothing was received that can be used.

    Numbers that have more than so many `decimals` are cut short.
    """

    speaker: Speaker
    lacking: frozenset[str] = frozenset()
    decimals: int = DECIMALS

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire, in the language told in."""
        return self.speaker.questionnaire

    def says(self, key: str, **facts: object) -> str:
        """Return words of explanations, with facts put in."""
        return WORDS[self.speaker.language][key].format(**facts)

    def site(self, key: str, **facts: object) -> str:
        """Return words that the site's pages use as well."""
        return self.speaker.says(key, **facts)

    def number(self, value: str | Decimal | None) -> str:
        """Return a number exactly, or with `decimals` after "≈" where it has more."""
        if value is None:
            return self.says("no_score")
        language = self.speaker.language
        short = compared(Decimal(value))
        exponent = short.normalize().as_tuple().exponent
        if isinstance(exponent, int) and exponent >= -self.decimals:
            return plain_number(Decimal(written(short)), language)
        return "≈" + decimal_text(short.quantize(Decimal(1).scaleb(-self.decimals)), language)

    def comes_to(self, number: str) -> str:
        """Return what a sum comes to: a number after "=", or after "≈" alone where it is cut short."""
        return f"≈ {number[1:]}" if number.startswith("≈") else f"= {number}"

    def scaled(self, value: str | None) -> str:
        """Return a share on the questionnaire's scale; "no score" for none."""
        return self.number(None if value is None else on_scale(self.questionnaire.scale, Decimal(value)))

    def points(self, entry: Entry) -> str:
        """Return what an entry earned of its points; "no score" for none."""
        if entry["points"] is None:
            return self.says("no_score")
        of = self.number(entry["of"])
        return f"{self.number(entry['points'])} / {of} {self.says('points', of=of)}"

    def worth(self, entry: Entry) -> str:
        """Return the points that an entry earned, and how they become its score on the questionnaire's scale."""
        if entry["points"] is None:
            return self.says("no_score")
        scale = self.questionnaire.scale
        start = f" + {self.number(scale.start)}" if scale.start else ""
        of = self.number(entry["of"])
        share = f"{self.number(entry['points'])} / {of}"
        value = self.comes_to(self.scaled(entry["value"]))
        sum_ = f"{share} × {self.number(scale.end - scale.start)}{start} {value}"
        return f"{share} {self.says('points', of=of)}; {sum_}"

    def percent(self, share: str | None) -> str:
        """Return a share as a percentage."""
        return "–" if share is None else f"{self.number(EXACT.multiply(Decimal(share), Decimal(100)))}%"

    def rounding(self, step: Entry) -> str:
        """Return a step of rounding."""
        told = Rounding(int(step["to"]), step["mode"])
        facts = {"of": self.number(step["of"]), "value": self.number(step["value"])}
        unit = f"; {self.says('unit_points')}" if step["unit"] == "points" else ""
        return self.says("round", to=told.to, mode=self.site(f"mode_{told.mode}"), **facts) + unit

    def channel(self, step: Entry) -> str:
        """Return what a channel comes to, and what it weighs."""
        name = self.site(f"channel_{step['channel']}")
        facts = {"weight": self.number(step["weight"]), "share": self.percent(step["weight_share"])}
        told = self.says("channel", channel=name, value=self.scaled(step["value"]), **facts)
        return f"{told}; {self.says('lacks_' + step['channel'])}" if step["channel"] in self.lacking else told

    def group(self, step: Entry, who: str) -> str:
        """Return the numbers of a group, `who` being the agencies it is made of."""
        facts = {key: self.number(step[key]) for key in ("low", "high", "mean")}
        told = [self.says("group", who=who, size=step["size"], **facts)]
        if "sd" in step:
            deviation = self.site(f"deviation_{step['deviation']}")
            told.append(self.says("group_sd", deviation=deviation, sd=self.number(step["sd"])))
        if "worse" in step:
            told.append(self.says("group_worse", worse=step["worse"]))
        if "agency" in step:
            agency = self.speaker.agency(step["agency"])
            told.append(self.says("group_reference", agency=agency, reference=self.number(step["reference"])))
        if "from" in step:
            worst, best = (self.number(each) if each else "…" for each in (step["from"], step["to"]))
            told.append(self.says("group_bounds", worst=worst, best=best))
        if "wanted" in step:
            told.append(self.says("group_wanted", **{key: self.number(step[key]) for key in ("wanted", "reach")}))
        return ", ".join(told)
