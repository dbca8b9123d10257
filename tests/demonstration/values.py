"""From how far an agency is to the value that it writes: one function for each type of question."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from assess.model import Agency, Question
from assess.model.rules import ScoreRule
from tests.demonstration.chance import chance, one_of

WHOLES: Final = (12, 16, 20, 24, 36, 40, 48, 60, 75, 80, 96, 120, 150, 240)
SENTENCES: Final = (
    "Nhân lực chuyên trách còn mỏng, nhiều việc phải kiêm nhiệm.",
    "Dữ liệu giữa các đơn vị chưa thống nhất, phải đối chiếu bằng tay.",
    "Kinh phí bố trí chậm nên hai nhiệm vụ phải chuyển sang năm sau.",
    "Một số hệ thống cũ chưa kết nối được với nền tảng dùng chung.",
    "Người dân lớn tuổi còn ngại nộp hồ sơ trực tuyến.",
    "Đường truyền ở các thôn xa chưa ổn định vào mùa mưa.",
    "Kết quả rõ nhất là rút ngắn thời gian xử lý hồ sơ.",
    "Cán bộ mới nhận việc chưa được tập huấn đầy đủ.",
    "Quy trình nội bộ chưa được sửa theo cách làm mới.",
    "Tổ công nghệ số cộng đồng hoạt động đều và được bà con tin cậy.",
)


def value_of(question: Question, level: float, agency: Agency, period: str, tries: int) -> Any:
    """Return the value of an answer as it is written in YAML."""
    return _VALUES[question.type](question, level, agency, (period, agency.id, question.id, tries))


def _choice(question: Question, level: float, agency: Agency, key: Sequence[object]) -> str:
    options = sorted(question.options.values(), key=lambda each: each.points)
    if not question.scored or options[0].points == options[-1].points:
        return one_of(options, "option", *key[1:]).id
    return options[min(len(options) - 1, int(level * len(options)))].id


def _choices(question: Question, level: float, agency: Agency, key: Sequence[object]) -> list[str]:
    """Return the options that the agency is far enough for; one without points only where there is no other."""
    earning = [each.id for each in question.options.values() if each.points]
    chosen = [each for each in earning or question.options if chance("option", each, *key[1:]) < level]
    return chosen or [each for each in question.options if each not in earning][:1]


def _yes_no(question: Question, level: float, agency: Agency, key: Sequence[object]) -> bool:
    return 0.2 + 0.6 * chance("yes", *key[1:]) < level


def _number(question: Question, level: float, agency: Agency, key: Sequence[object]) -> int | Decimal:
    low, high = question.range
    wanted = _raw(question, _wanted(question, Decimal(level), chance("within", *key)), agency)
    wanted = wanted if high is None else min(high, wanted)
    wanted = wanted if low is None else max(low, wanted)
    exact = question.type == "count" or (question.type == "number" and _span(question) > 50)
    rounded = wanted.quantize(Decimal(1) if exact else Decimal("0.1"))
    return int(rounded) if rounded == int(rounded) else rounded


def _ratio(question: Question, level: float, agency: Agency, key: Sequence[object]) -> dict[str, int]:
    wanted = min(Decimal(1), max(Decimal(0), _wanted(question, Decimal(level), chance("within", *key))))
    of = one_of(WHOLES, "whole", *key[1:])
    return {"part": int((wanted * of).to_integral_value()), "of": of}


def _date(question: Question, level: float, agency: Agency, key: Sequence[object]) -> str:
    """Return a date, at the latest in May of the period; where no rule asks for one, in its first months."""
    period = str(key[0])
    latest = date(int(period), 1, 3).toordinal() + int(150 * chance("within", *key))
    if question.rule.rule == "points":
        return date.fromordinal(latest).isoformat()
    wanted = int(_wanted(question, Decimal(level), chance("within", *key)))
    return date.fromordinal(min(latest, wanted)).isoformat()


def _text(question: Question, level: float, agency: Agency, key: Sequence[object]) -> str:
    return one_of(SENTENCES, "text", *key)


def _wanted(question: Question, level: Decimal, within: float) -> Decimal:
    """Return the number that earns about so much by the question's rule, or that lies so far in its range."""
    rule = question.rule
    most = Decimal("1.1") if rule.cap in ("high", "both") else Decimal(1)
    level = min(most, level)
    if rule.rule in ("linear", "scale"):
        return _between(rule, level)
    if rule.rule == "steps":
        return _stepped(rule, level, Decimal(within))
    if rule.rule == "target":
        return rule.target * level if rule.direction == "higher" else rule.target / max(level, Decimal("0.1"))
    if rule.rule == "count":
        return (rule.of or Decimal(1)) * level
    if rule.rule == "distance" and rule.over is None:
        off = max(Decimal(0), 1 - level) * (rule.reach or Decimal(1))
        return rule.value + (off if within < 0.5 else -off)
    low = question.range.start or Decimal(0)
    level = 1 - min(Decimal(1), level) if rule.direction == "lower" else level
    return low + _span(question) * level


def _between(rule: ScoreRule, level: Decimal) -> Decimal:
    if rule.transform == "log":
        return rule.start * ((rule.end / rule.start).ln() * level).exp()
    return rule.start + (rule.end - rule.start) * level


def _stepped(rule: ScoreRule, level: Decimal, within: Decimal) -> Decimal:
    """Return a number on the step that is so far among all, by what they earn."""
    steps = sorted(rule.steps, key=lambda each: each.share)
    step = steps[min(len(steps) - 1, int(level * len(steps)))]
    starts = sorted(each.start for each in rule.steps)
    beyond = [each for each in starts if each > step.start]
    width = beyond[0] - step.start if beyond else (step.start - starts[0]) / len(starts)
    return step.start + width * (Decimal("0.1") + within * Decimal("0.8"))


def _span(question: Question) -> Decimal:
    """Return how wide the range of answers is; 100 where it is open."""
    low, high = question.range
    return Decimal(100) if high is None else high - (low or 0)


def _raw(question: Question, number: Decimal, agency: Agency) -> Decimal:
    """Return the number before it was divided by a figure of the agency, as `prepare` does."""
    for step in reversed(question.prepare):
        if step.step == "divide_by" and step.attribute in agency.attributes:
            number = number * agency.attributes[step.attribute] / step.times
    return number


_VALUES: Final[Mapping[str, Callable[[Question, float, Agency, Sequence[object]], Any]]] = {
    "choice": _choice,
    "choices": _choices,
    "yes_no": _yes_no,
    "number": _number,
    "percent": _number,
    "count": _number,
    "ratio": _ratio,
    "date": _date,
    "text": _text,
}
