"""How parts become a score: formulas and policies in words, and nodes of the example worked through."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assess.model import Dimension, Question
from assess.model.conditions import WHOLE
from assess.presentation.addresses import way
from assess.presentation.edition import dimension_anchor
from assess.presentation.explaining.nodes import node_steps_told
from assess.presentation.explaining.telling import Entry
from assess.presentation.method.example import Example
from assess.presentation.method.weights import share_text
from assess.presentation.pages.method import Formula, NodeRules, WorkedNode, WorkedPart
from assess.presentation.rules import node_rules, questionnaire_adjustments, scoring_rule, tier_roundings
from assess.presentation.wording import plain_text, said

SHOWN_AT_MOST = 3
"""So many dimensions are worked through at most, each with another formula, besides the whole."""


def formulas(example: Example) -> Iterator[Formula]:
    """Yield each formula that some node uses; that of the whole first."""
    words, speaker = example.edition.words, example.speaker
    nodes = list(example.edition.questionnaire.nodes.values())
    used = {(each.scoring.aggregate, each.scoring.power): each.scoring for each in reversed(nodes)}
    whole = nodes[0].scoring
    for scoring in sorted(used.values(), key=lambda each: each.aggregate != whole.aggregate):
        count = sum(
            (each.scoring.aggregate, each.scoring.power) == (scoring.aggregate, scoring.power) for each in nodes
        )
        bare = scoring._replace(min_coverage=whole.min_coverage, min_parts=whole.min_parts, min_count=whole.min_count)
        yield Formula(
            title=words[f"formula_{scoring.aggregate}"],
            text=scoring_rule(bare, speaker),
            sign=speaker.says(f"formula_{scoring.aggregate}_sign", power=scoring.power),
            used=words["formula_used"].format(count=count, total=len(nodes)) if len(used) > 1 else "",
        )


def missing(example: Example) -> Iterator[str]:
    """Yield what becomes of answers that are not there, and of questions that do not apply."""
    scoring, words = example.edition.questionnaire.scoring, example.edition.words
    yield words[f"rule_missing_{scoring.missing}"]
    yield words["rule_out" if scoring.inapplicable == "leave" else "rule_out_zero"]
    yield words["method_coverage"]


def after(example: Example) -> Iterator[str]:
    """Yield what is done to the score of the whole after its parts are put together, and to whole tiers."""
    yield from questionnaire_adjustments(example.speaker)
    yield from tier_roundings(example.speaker)


def node_specials(example: Example, here: str, asked: str) -> Iterator[NodeRules]:
    """Yield the dimensions that say something of their own; they stand at the address `asked`."""
    for branch in example.edition.branches:
        rules = tuple(node_rules(branch.dimension, branch.depth, example.speaker))
        if rules:
            anchor = f"{asked}#{dimension_anchor(branch.dimension.id)}"
            yield NodeRules(
                title=f"{branch.dimension.number} {plain_text(branch.title)}".strip(),
                href=way(here, anchor) if branch.dimension.questions else "",
                rules=rules,
            )


def worked_nodes(example: Example) -> Iterator[WorkedNode]:
    """Yield some dimensions that hold questions, with different formulas, and the whole at the end."""
    questionnaire = example.edition.questionnaire
    shown: dict[str, tuple[Dimension, Entry]] = {}
    for dimension, _ in questionnaire.by_depth():
        entry = example.node(dimension) if dimension.scored else None
        if entry is not None and dimension.questions and not entry.get("channels"):
            name = dimension.scoring.aggregate
            if name not in shown or (_is_special(dimension) and not _is_special(shown[name][0])):
                shown[name] = (dimension, entry)
    for dimension, entry in list(shown.values())[:SHOWN_AT_MOST]:
        yield _worked(example, dimension, entry)
    whole = example.node(questionnaire.nodes[WHOLE])
    if whole is not None:
        yield _worked(example, questionnaire.whole, whole)


def _is_special(dimension: Dimension) -> bool:
    return bool(dimension.adjust or dimension.rule or dimension.round)


def _worked(example: Example, dimension: Dimension, entry: Entry) -> WorkedNode:
    telling, words = example.telling, example.edition.words
    whole = dimension is example.edition.questionnaire.whole
    title = words["method_whole"] if whole else f"{dimension.number} {plain_text(_title(example, dimension))}".strip()
    added = dimension.scoring.aggregate == "sum"
    in_points = f" ({telling.points(entry)})" if added else ""
    return WorkedNode(
        title=title,
        caption=words["method_parts_of"].format(name=title),
        lines=tuple(node_steps_told(entry, dimension, telling)),
        parts=tuple(_parts(example, dimension, entry)) if not entry.get("channels") else (),
        result=f"{telling.scaled(entry['value'])}{in_points}",
    )


def _title(example: Example, part: Dimension | Question) -> str:
    return said(part.text if isinstance(part, Question) else part.title, example.edition.language)


def _parts(example: Example, dimension: Dimension, entry: Entry) -> Iterator[WorkedPart]:
    telling, words = example.telling, example.edition.words
    taken = {each["id"]: each for each in entry["steps"][0]["parts"]}
    entries: Sequence[Entry] = [*entry["dimensions"], *entry["questions"]]
    added = dimension.scoring.aggregate == "sum"
    for part, each in zip(dimension.parts, entries, strict=True):
        told = taken.get(part.id)
        state = words[f"state_{each['state']}"] if each.get("state", "answered") != "answered" else ""
        worth = (telling.points(each) if added else telling.scaled(each["value"])) if each["value"] else ""
        yield WorkedPart(
            title=f"{part.number} {plain_text(_title(example, part))}".strip(),
            worth=worth or state or telling.says("no_score"),
            weight=telling.number(told["weight"]) if told else telling.says("out"),
            share=share_text(Decimal(told["weight_share"]) if told else None, example.edition),
        )
