"""`assess score --explain`: how one score came about, as a person would write the sum."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from assess.cli.scores import Named
from assess.cli.trouble import Trouble
from assess.cli.workspaces import suggestion
from assess.model import Answer, Dimension, Question, Questionnaire, Ratio, Scoring
from assess.model.arithmetic import compared, written
from assess.presentation.wording import decimal_text, plain_number
from assess.scoring import Assessment, Score, level_of, on_scale, weight_in

DECIMALS: Final = 6


def explanation(assessments: Named, name: str, language: str) -> Iterator[str]:
    """Yield how the score of a question, a dimension or the whole came about, for each assessment."""
    said = _WORDS[language]
    for n, (assessment, agency) in enumerate(assessments):
        scores = {each.id: each for each in assessment.score.every()}
        if name not in scores:
            raise Trouble("no_part", value=name, near=suggestion(name, scores, language))
        if n:
            yield ""
        yield f"{agency} · {assessment.questionnaire.title.text} · {said['period']} {assessment.response.period}"
        nodes = _nodes(assessment.questionnaire)
        if scores[name].state == "node":
            yield from _node(assessment, scores[name], nodes, language)
        else:
            yield from _question(assessment, scores[name], language, "")


def _nodes(questionnaire: Questionnaire) -> Mapping[str, tuple[str, Scoring]]:
    """Return the title and the scoring of every node, the whole included."""
    dimensions = [each for part in questionnaire.dimensions for each in part.every_dimension()]
    nodes = {each.id: (_title(each), each.scoring) for each in dimensions}
    return {questionnaire.id: (questionnaire.title.text, questionnaire.scoring), **nodes}


def _title(dimension: Dimension) -> str:
    return f"{dimension.number} {dimension.title.text}".strip()


def _node(
    assessment: Assessment, score: Score, nodes: Mapping[str, tuple[str, Scoring]], language: str
) -> Iterator[str]:
    said, questionnaire = _WORDS[language], assessment.questionnaire
    title, scoring = nodes[score.id]
    yield f"{title} ({score.id})"
    level = level_of(questionnaire, score.value)
    shown = said["no_score"] if score.value is None else _number(on_scale(questionnaire.scale, score.value), language)
    yield f"  = {shown}" + (f" · {said['level']} {level.id} {level.title.text}" if level else "")
    if score.reason:
        yield f"  {said[score.reason]}"
    yield f"  {said['rule']}: {said[scoring.aggregate]}; {said['missing']}: {said[f'missing_{scoring.missing}']}"
    counted = [part for part in score.parts if part.counts]
    if score.value is not None and counted:
        yield f"  {_sum(assessment, counted, scoring, language)} = {shown}"
    yield f"  {said['coverage']}: {_coverage(counted, scoring, language)} = {_percent(score.coverage, language)}"
    for part in score.parts:
        if part.state == "node":
            inner = (
                said["no_score"] if part.value is None else _number(on_scale(questionnaire.scale, part.value), language)
            )
            weight = _number(weight_in(scoring, part), language)
            yield f"  · {nodes[part.id][0]} ({part.id}): {inner}; {said['weight']} {weight}" + _aside(part, said)
        else:
            yield from _question(assessment, part, language, "  · ")


def _sum(assessment: Assessment, counted: list[Score], scoring: Scoring, language: str) -> str:
    """Return the formula with this agency's numbers, on the questionnaire's scale."""
    scale = assessment.questionnaire.scale
    known = [part for part in counted if part.value is not None or scoring.missing == "zero"]
    if scoring.aggregate in ("min", "max"):
        known = [part for part in known if part.weight]
    values = [_number(on_scale(scale, part.value or Decimal(0)), language) for part in known]
    weights = [_number(weight_in(scoring, part), language) for part in known]
    onto = _number(scale.end - scale.start, language) + (f" + {_number(scale.start, language)}" if scale.start else "")
    if scoring.missing == "zero_node" and len(known) < len(counted):
        return _WORDS[language]["missing_zero_node"]
    if scoring.aggregate in ("min", "max"):
        return f"{scoring.aggregate}({'; '.join(values)})"
    if scoring.aggregate == "geometric":
        shares = [_number(part.value or Decimal(0), language) for part in known]
        powers = " × ".join(f"{share}^{weight}" for share, weight in zip(shares, weights, strict=True))
        return f"({powers})^(1 / ({' + '.join(weights)})) × {onto}"
    if scoring.aggregate == "sum":
        earned = [_number((part.value or Decimal(0)) * part.points, language) for part in known]
        return f"({' + '.join(earned)}) / ({' + '.join(weights)}) × {onto}"
    if len(set(weights)) == 1:
        return f"({' + '.join(values)}) / {len(values)}"
    products = " + ".join(f"{weight} × {value}" for weight, value in zip(weights, values, strict=True))
    return f"({products}) / ({' + '.join(weights)})"


def _coverage(counted: list[Score], scoring: Scoring, language: str) -> str:
    parts = [
        (_number(weight_in(scoring, part) * (part.coverage or Decimal(0)), language), weight_in(scoring, part))
        for part in counted
    ]
    total = _number(sum((weight for _, weight in parts), Decimal(0)), language)
    return f"({' + '.join(earned for earned, _ in parts) or '0'}) / {total}"


def _question(assessment: Assessment, score: Score, language: str, indent: str) -> Iterator[str]:
    said, questionnaire = _WORDS[language], assessment.questionnaire
    question = questionnaire.questions[score.id]
    name = f"{question.number} {question.text.text}".strip()
    if not score.counts:
        yield f"{indent}{name} ({score.id}): {said['out']}, {said[score.state]}"
        return
    points = _number((score.value or Decimal(0)) * question.maximum, language)
    value = on_scale(questionnaire.scale, score.value or Decimal(0))
    how = _how(question, assessment.response.answers.get(score.id), language)
    yield (
        f"{indent}{name} ({score.id}): {how} → {points} / {_number(question.maximum, language)} {said['points']}"
        f" = {_number(value, language)}; {said['weight']} {_number(score.weight, language)}"
    )


def _how(question: Question, answer: Answer | None, language: str) -> str:
    """Return the answer and the rule that turned it into points."""
    said = _WORDS[language]
    if answer is None or answer.value is None:
        return said["missing_answer" if answer is None else "unknown"]
    value = answer.value
    if isinstance(value, bool):
        return said["yes" if value else "no"]
    if isinstance(value, tuple):
        return " + ".join(f"{each} {_number(question.options[each].points, language)}" for each in value) or "0"
    if isinstance(value, str) and value in question.options:
        return f"{value}"
    if isinstance(value, Ratio):
        shown = f"{_number(value.part, language)} / {_number(value.of, language)}"
    else:
        shown = value if isinstance(value, str) else _number(value, language)
    return shown if question.rule.rule == "points" else f"{shown}, {_rule(question, language)}"


def _rule(question: Question, language: str) -> str:
    said, rule = _WORDS[language], question.rule
    if rule.rule == "linear":
        return said["linear"].format(
            start=_post(question, rule.start, language), end=_post(question, rule.end, language)
        )
    steps = [
        f"{_post(question, step.start, language)}: {_number(step.share * question.maximum, language)}"
        for step in rule.steps
    ]
    return f"{said['steps']} {'; '.join(steps)}"


def _post(question: Question, value: Decimal, language: str) -> str:
    if question.type == "date":
        from datetime import date

        return date.fromordinal(int(value)).isoformat()
    return _number(value, language)


def _aside(part: Score, said: Mapping[str, str]) -> str:
    return "" if part.counts else f"; {said['out']}"


def _percent(share: Decimal | None, language: str) -> str:
    return "–" if share is None else f"{_number(share * 100, language)}%"


def _number(value: Decimal, language: str) -> str:
    """Return a number exactly, or with six decimals after "≈" where it has more."""
    short = compared(value)
    exponent = short.normalize().as_tuple().exponent
    if isinstance(exponent, int) and exponent >= -DECIMALS:
        return plain_number(Decimal(written(short)), language)
    return "≈" + decimal_text(short.quantize(Decimal(1).scaleb(-DECIMALS)), language)


_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "vi": {
        "period": "kỳ",
        "level": "mức",
        "rule": "Phép gộp",
        "mean": "trung bình có trọng số",
        "sum": "cộng điểm",
        "geometric": "trung bình nhân có trọng số (trên phần đạt được, từ 0 đến 1)",
        "min": "giá trị nhỏ nhất",
        "max": "giá trị lớn nhất",
        "missing": "khi thiếu",
        "missing_zero": "tính 0",
        "missing_skip": "bỏ qua, chia lại trọng số",
        "missing_zero_node": "cả phần bằng 0",
        "missing_null": "không có điểm",
        "coverage": "Độ phủ",
        "weight": "trọng số",
        "points": "điểm",
        "out": "không tính",
        "no_score": "không có điểm",
        "no-weight": "vì các phần còn lại không có trọng số",
        "nothing-counts": "vì không có câu nào được tính",
        "nothing-answered": "vì chưa trả lời câu nào",
        "part-missing": "vì có phần chưa trả lời",
        "low-coverage": "vì độ phủ thấp hơn mức tối thiểu",
        "missing_answer": "chưa trả lời",
        "unknown": "chưa có số liệu",
        "not_applicable": "không áp dụng",
        "closed": "không đặt ra vì điều kiện không thỏa",
        "not_asked": "không hỏi loại cơ quan này",
        "unscored": "chỉ ghi nhận",
        "yes": "có",
        "no": "không",
        "linear": "từ {start} (0 điểm) đến {end} (điểm tối đa)",
        "steps": "theo bậc",
    },
    "en": {
        "period": "period",
        "level": "level",
        "rule": "Rule",
        "mean": "weighted mean",
        "sum": "points added up",
        "geometric": "weighted geometric mean (of shares from 0 to 1)",
        "min": "least part",
        "max": "greatest part",
        "missing": "what is missing",
        "missing_zero": "counts as 0",
        "missing_skip": "is left out, weights rescaled",
        "missing_zero_node": "makes the whole part 0",
        "missing_null": "leaves no score",
        "coverage": "Coverage",
        "weight": "weight",
        "points": "points",
        "out": "left out",
        "no_score": "no score",
        "no-weight": "because what is left has no weight",
        "nothing-counts": "because no question counts",
        "nothing-answered": "because nothing was answered",
        "part-missing": "because a part was not answered",
        "low-coverage": "because coverage is below the minimum",
        "missing_answer": "not answered",
        "unknown": "no figure yet",
        "not_applicable": "not applicable",
        "closed": "closed, its condition does not hold",
        "not_asked": "not asked of this kind of agency",
        "unscored": "recorded only",
        "yes": "yes",
        "no": "no",
        "linear": "from {start} (no points) to {end} (full points)",
        "steps": "by steps",
    },
}
