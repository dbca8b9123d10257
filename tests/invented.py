"""Questionnaires, agencies and answers at random, with everything that the format knows: the same from the same seed.

Most pass the gate; those that do not were refused by it. Numbers are as odd as a file allows.
"""

import random
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from assess.model import Agency, Answer, Dossier, Questionnaire, Response, Review, Survey
from assess.model.rules import is_relative
from tests.scoring import PERIOD

Data = dict[str, Any]

KINDS: Final = ("department", "commune")
FAMILIES: Final = {"north": "region", "south": "region", "hill": "terrain"}
NUMBERS: Final = tuple(
    map(
        Decimal,
        (
            *("0", "1", "2", "3", "5", "10", "50", "99", "100", "-1", "-7", "0.1", "0.5", "0.333333333333"),
            *(f"{10**30}", f"-{10**30}", f"0.{'0' * 29}1", f"-0.{'0' * 29}1", "9" * 40, f"0.{'3' * 38}"),
        ),
    )
)
PLAIN: Final = tuple(map(Decimal, ("0", "1", "2", "3", "4", "5", "7", "10", "20", "40", "60", "100", "12.5", "33.3")))
_NUMERIC: Final = ("number", "percent", "count", "ratio")
_ABSOLUTE: Final = ("linear", "steps", "target", "distance", "scale")
_RULES: Final = (
    *_ABSOLUTE,
    *("minmax", "zscore", "rank", "percentile", "borda", "best", "distance_to_max", "distance_to_reference"),
    *("distance_to_target", "fraction_of_max"),
)
_AGGREGATES: Final = (
    *("mean", "mean", "sum", "sum", "geometric", "harmonic", "power", "min", "max", "median", "product", "copeland"),
)


class Inventor:
    """Invents what belongs to one questionnaire."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.pool = NUMBERS if self.chance.random() < 0.5 else PLAIN
        self.questions: list[Data] = []
        self.dimensions: list[str] = []
        self.count = 0

    def questionnaire(self) -> Data:
        """Return the data of a questionnaire."""
        top = [self._dimension(self.chance.randrange(3)) for _ in range(self.chance.randint(1, 4))]
        head: Data = {"dimensions": top, "applies_to": list(KINDS), **self._node()}
        if self.rarely(0.3):
            start, end = sorted(self.chance.sample(self.pool, 2))
            head["scale"] = {"from": start, "to": end, "decimals": self.chance.randrange(7)}
        if self.rarely(0.4):
            bands = [{"id": f"L{n}", "title": "Mức", "from": n * 25} for n in range(4)]
            head["levels"] = {
                "bands": bands,
                "on": self.one("exact", "rounded"),
                "side": self.one("from", "above"),
                "requires": {"L1": self._condition(), "L3": self._condition()},
            }
        if self.rarely(0.3):
            head["tiers"] = [{"id": "t", "title": "Tầng", "round": self._round()}]
        head["groupings"] = [{"id": "g", "title": "Nhóm", "values": [{"id": "v", "title": "V"}]}]
        return head

    def dossiers(self, questionnaire: Questionnaire, count: int) -> list[Dossier]:
        """Return what so many agencies sent; the first is submitted in the period of the cases."""
        agencies = [self._agency(n) for n in range(count)]
        found = [self._dossier(questionnaire, each, n) for n, each in enumerate(agencies)]
        earlier = [self._dossier(questionnaire, each, 0, "2025") for each in agencies if self.rarely(0.4)]
        return [*found, *earlier]

    def one(self, *choices: Any) -> Any:
        """Return one of several things."""
        return self.chance.choice(choices)

    def rarely(self, how: float) -> bool:
        """Return whether something is so that is so in this share of all cases."""
        return self.chance.random() < how

    def number(self) -> Decimal:
        """Return some number."""
        return self.chance.choice(self.pool)

    def positive(self) -> Decimal:
        """Return some number above 0."""
        return abs(self.number()) or Decimal(1)

    def _dimension(self, depth: int) -> Data:
        self.count += 1
        data: Data = {"id": f"d{self.count}", "title": "Phần"}
        if depth:
            data["dimensions"] = [self._dimension(depth - 1) for _ in range(self.chance.randint(1, 3))]
        else:
            data["questions"] = [self._question() for _ in range(self.chance.randint(1, 4))]
        data |= self._node()  # which looks at what is there already, so that nothing goes round in a circle
        self.dimensions.append(data["id"])
        if self.rarely(0.3):
            data["weight"] = abs(self.number())
        if self.rarely(0.2):
            data["points"] = self.positive()
        if self.rarely(0.1):
            data["scored"] = False
        if self.rarely(0.1):
            data["applies_to"] = [self.one(*KINDS)]
        return data

    def _node(self) -> Data:
        data: Data = {}
        if self.rarely(0.8):
            data["scoring"] = self._scoring()
        if self.rarely(0.25):
            data["score"] = self._rule(of_node=True)
        if self.rarely(0.35):
            data["adjust"] = [self._adjustment() for _ in range(self.chance.randint(1, 3))]
        if self.rarely(0.2):
            data["round"] = self._round()
        if self.rarely(0.15):
            data["channels"] = self._channels()
        return data

    def _scoring(self) -> Data:
        aggregate = self.one(*_AGGREGATES)
        data: Data = {"aggregate": aggregate}
        if aggregate == "power":
            data["power"] = self.number() or Decimal(2)
        if aggregate == "copeland" and self.rarely(0.5):
            data["over"] = self._over()
        data["missing"] = self.one("zero", "skip", "zero_node", "null")
        if self.rarely(0.2):
            data["min_coverage"] = self.one(Decimal("0.3"), Decimal(1))
        if self.rarely(0.2):
            data["min_parts"] = self.one(Decimal("0.3"), Decimal(1))
        data["inapplicable"] = self.one("leave", "leave", "zero")
        return data

    def _question(self) -> Data:
        kind = self.one(*_NUMERIC, *_NUMERIC, "choice", "choices", "yes_no", "date", "text")
        data: Data = {"id": f"q{len(self.questions)}", "text": "Hỏi?", "type": kind}
        data |= _FORMS.get(kind, Inventor._measured)(self)
        if self.rarely(0.3) and kind != "choice":
            data["points"] = self.positive()
        if self.rarely(0.2) and self.questions:
            data["when"] = self._test(self.one(*self.questions))
        if self.rarely(0.1) or kind == "text":
            data["scored"] = False
        data |= self._place()
        if self.rarely(0.15):
            data["channels"] = self._channels()
        if self.rarely(0.2):
            data["round"] = self._round()
        if self.rarely(0.3):
            data["groupings"] = {"g": "v"}
        score = data.get("score", {})
        combined = kind in ("choice", "choices", "yes_no", "date") or score.get("rule") in _ABSOLUTE
        combined = combined and not is_relative(score) and "prepare" not in data
        if self.rarely(0.15) and combined and data.get("scored", True):
            data |= {"combine": self.one("any", "all", "mean", "best"), "evidence": "optional"}
        self.questions.append(data)
        return data

    def _place(self) -> Data:
        data: Data = {}
        if self.rarely(0.2):
            data["weight"] = abs(self.number())
        if self.rarely(0.4):
            data["not_applicable"] = "allowed"
        if self.rarely(0.1):
            data["applies_to"] = [self.one(*KINDS)]
        return data

    def _chosen(self) -> Data:
        return {"options": [{"id": "a", "text": "A", "points": 0}, {"id": "b", "text": "B", "points": self.positive()}]}

    def _several(self) -> Data:
        options = [{"id": each, "text": each, "points": abs(self.number())} for each in "abc"]
        rule = self.one("points", "highest", "any", "all", "count", "fraction")
        score = {"rule": rule, **({"of": self.positive()} if rule == "count" and self.rarely(0.5) else {})}
        return {"options": options, "score": score}

    def _yes_or_no(self) -> Data:
        return {}

    def _dated(self) -> Data:
        return {"score": {"rule": "linear", "from": "2020-01-01", "to": "2026-12-31", "cap": self.one("none", "both")}}

    def _measured(self) -> Data:
        data: Data = {"score": self._rule(of_node=False)}
        if self.rarely(0.35):
            data["prepare"] = [self._preparation() for _ in range(self.chance.randint(1, 3))]
        return data

    def _rule(self, of_node: bool) -> Data:
        rule = self.one(*_RULES)
        score: Data = {"rule": rule}
        if rule in ("linear", "scale"):
            score |= self._goalposts(rule)
        elif rule == "steps":
            share = {"share": Decimal("0.5")}
            score["steps"] = [{"from": -1, **share}, {"from": 1, **share}, {"from": 50, "share": 1}]
        elif rule == "target":
            score |= {"target": self.number() or 1, "method": self.one(1, 2, 3), "direction": self._direction()}
        elif rule == "distance":
            value, reach = self.one(self.number(), "median", "mean"), self.one(self.positive(), "farthest")
            score |= {"value": value, "reach": reach}
        else:
            score |= {"direction": self._direction(), **(self._bounds() if rule == "minmax" else {})}
        if is_relative(score) and self.rarely(0.5):
            score["over"] = self._over()
        if rule in ("linear", "scale", "minmax", "percentile") and self.rarely(0.2):
            score["onto"] = self._ends()
        if rule == "zscore":
            score |= {"deviation": self.one("population", "sample"), "mean": self.number(), "sd": self.positive()}
        if rule == "distance_to_reference":
            score |= {"reference": self.one("a0", "a1", "z"), "cap": self.one("none", "both")}
        if rule == "distance_to_target":
            score["target"] = self.number()
        return score

    def _goalposts(self, rule: str) -> Data:
        cap = {"cap": self.one("none", "low", "high", "both")} if rule == "linear" else {}
        if rule == "linear" and self.rarely(0.3):
            low = self.positive()
            return {"transform": "log", "from": low, "to": low * 2, **cap}
        return {**self._ends(), **cap}

    def _bounds(self) -> Data:
        """Return bounds of minmax, both of them, one or none, that no direction forbids."""
        share, few = {"percentile": self.one(0, Decimal("2.5"), 33, 100)}, self.one(1, 2, 5)
        best = self.one({"mean_of_best": few}, self.number())
        worst = self.one({"mean_of_worst": few}, share)
        ends = self.one({}, {"from": worst}, {"to": share}, {"to": best}, {"from": worst, "to": best})
        return {**ends, **({"cap": self.one("none", "low", "high", "both")} if self.rarely(0.5) else {})}

    def _ends(self) -> Data:
        start, end = self.chance.sample(self.pool, 2)
        return {"from": start, "to": end}

    def _direction(self) -> str:
        return str(self.one("higher", "higher", "lower"))

    def _over(self) -> Data:
        data: Data = {}
        if self.rarely(0.6):
            data["kind"] = self.one("same", "all", ["commune"])
        if self.rarely(0.3):
            data["groups"] = self.one("region", "terrain", "parent")
        if self.rarely(0.2):
            data["period"] = "2025"
        if self.rarely(0.2):
            data["channel"] = self.one("declared", "verified", "survey")
        return data

    def _preparation(self) -> Data:
        step = self.one("divide_by", "impute", "group", "number", "winsorise", "log")
        over = {"over": self._over()} if self.rarely(0.4) else {}
        limits = {"skew": self.one(0, Decimal("0.1"), 2), "kurtosis": self.one(0, Decimal("0.1"), Decimal("3.5"))}
        if step == "divide_by":
            return {"divide_by": self.one("population", "area"), "times": self.positive()}
        if step == "impute":
            return {"impute": self.one("mean", "median"), **over}
        if step == "group":
            group = self.one("kind", "parent", "region")
            return {"impute": self.one("group_mean", "group_median"), "group": group, **over}
        if step == "number":
            return {"impute": self.number()}
        if step == "winsorise" and self.rarely(0.5):
            return {step: {"percentiles": self.one([5, 95], [0, 50], [Decimal("2.5"), 100])}, **over}
        return {step: {**limits, **({"at_most": 3} if step == "winsorise" else {})}, **over}

    def _adjustment(self) -> Data:
        action = self.one("zero", "cap", "floor", "times", "plus", "minus")
        told: Any = {"zero": True, "times": abs(self.number())}.get(action, self.number())
        if action in ("plus", "minus") and self.rarely(0.5):
            told = {"question": self.one(*self.questions)["id"]}
            if self.dimensions and self.rarely(0.5):
                told = {"dimension": self.one(*self.dimensions)}
        step: Data = {action: told}
        if self.rarely(0.7):
            step["if"] = self._condition()
        if self.rarely(0.2):
            step["round"] = self._round()
        return step

    def _condition(self) -> Data:
        form = self.one("all", "any", "not", "of", "share", "question", "question", "dimension", "dimension", "score")
        if form in ("all", "any"):
            return {form: [self._condition() for _ in range(self.chance.randint(1, 2))]}
        if form == "not":
            return {"not": self._condition()}
        if form in ("of", "share"):
            needed = {"at_least": 1} if form == "of" else {"share": Decimal("0.7")}
            return {"of": [self._condition(), self._condition()], **needed}
        if form == "dimension" and self.dimensions:
            return {"dimension": self.one(*self.dimensions), **self._measure()}
        asked = self.one(*self.questions)
        return {"question": asked["id"], **self._measure()} if form == "score" else self._test(asked)

    def _measure(self) -> Data:
        bound = {self.one("at_least", "at_most", "above", "below"): self.number()}
        return {self.one("score", "points", "coverage"): bound}

    def _test(self, asked: Data) -> Data:
        kind = asked["type"]
        if self.rarely(0.3) or kind in ("text", "date") or "combine" in asked:
            return {"question": asked["id"], "answered": self.one(True, False)}
        if kind in _NUMERIC:
            return {"question": asked["id"], self.one("at_least", "at_most", "above", "below"): self.number()}
        return {"question": asked["id"], "is": [True] if kind == "yes_no" else ["b"]}

    def _round(self) -> Data:
        return {"to": self.chance.randrange(13), "mode": self.one("half_up", "half_even", "down", "up")}

    def _channels(self) -> Data:
        return {"declared": self.one(0, 1), "verified": self.positive(), "survey": self.one(0, 1, 2)}

    def _agency(self, n: int) -> Agency:
        data: Data = {"id": f"a{n}", "name": f"a{n}", "kind": self.one(*KINDS)}
        groups = [self.one("north", "south")] if self.rarely(0.7) else []
        data["groups"] = [*groups, *(["hill"] if self.rarely(0.3) else [])]
        if self.rarely(0.5):
            data["parent"] = self.one("p0", "p1")
        data["attributes"] = {key: self.number() for key in ("population", "area") if self.rarely(0.8)}
        return Agency.from_data(data, FAMILIES)

    def _dossier(self, questionnaire: Questionnaire, agency: Agency, n: int, period: str = PERIOD) -> Dossier:
        status = "draft" if n and self.rarely(0.15) else "submitted"
        response = Response(
            agency.id, questionnaire.id, questionnaire.version, period, status, None, self._answers(questionnaire)
        )
        review = survey = None
        if self.rarely(0.5):
            unreviewed = self.one("declared", "missing", "zero")
            review = Review(None, None, unreviewed, self._answers(questionnaire), {})
        if self.rarely(0.4):
            survey = Survey(None, None, self._answers(questionnaire))
        return Dossier(agency, response, review, survey)

    def _answers(self, questionnaire: Questionnaire) -> Mapping[str, Answer]:
        gaps = self.one(0, 0.1, 0.5)
        return {
            each["id"]: Answer.from_data(self._entry(each))
            for each in self.questions
            if each["id"] in questionnaire.questions and not self.rarely(gaps)
        }

    def _entry(self, asked: Data) -> Any:
        if self.rarely(0.05):
            return {"unknown": "Chưa rõ."}
        if "not_applicable" in asked and self.rarely(0.15):
            return {"not_applicable": "Không."}
        if "combine" in asked:
            return {
                "evidence": [{"title": "Tệp", "value": self._value(asked)} for _ in range(self.chance.randint(1, 3))]
            }
        return {"value": self._value(asked)}

    def _value(self, asked: Data) -> Any:
        kind = asked["type"]
        if kind == "choice":
            return self.one("a", "b")
        if kind == "choices":
            return [each for each in "abc" if self.rarely(0.5)]
        if kind == "yes_no":
            return self.one(True, False)
        if kind in ("date", "text"):
            return self.one("2019-01-01", "2022-02-28", "2030-06-01")
        if kind == "percent":
            return min(abs(self.number()), Decimal(100))
        if kind == "count":
            return abs(int(self.number()))
        if kind == "ratio":
            whole = self.positive()
            return {"part": min(abs(self.number()), whole), "of": whole}
        return self.number()


_FORMS: Final = {
    "choice": Inventor._chosen,
    "choices": Inventor._several,
    "yes_no": Inventor._yes_or_no,
    "date": Inventor._dated,
    "text": Inventor._yes_or_no,
}
