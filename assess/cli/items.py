"""`assess items`: whether each question tells agencies apart and goes with the rest of its dimension."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import localcontext

from assess.cli.itemising import WRITERS, Block, Told, part_key
from assess.cli.published import assessed, tell_of
from assess.cli.trouble import Trouble
from assess.model import Dimension, Question, Questionnaire
from assess.model.arithmetic import EXACT
from assess.presentation.surroundings import Surroundings
from assess.publishing.collecting import Collected
from assess.ranking import Cohort
from assess.robustness import every_part, items_of
from assess.scoring import Score


def run(options: Namespace) -> int:
    """Work out and write."""
    return tell_of(options, _lines)


def _lines(collected: Collected, around: Surroundings, cohort: Cohort, options: Namespace) -> Iterator[str]:
    cohort = _of_kind(cohort, around, options)
    scores: dict[str, list[Score]] = {}
    optional = _told_in_options(cohort.questionnaire)
    chosen = {key: Counter(dict.fromkeys(each.options, 0)) for key, each in optional.items()}
    with localcontext(EXACT):
        for agency in sorted(cohort.records):
            assessment = assessed(collected, cohort, agency)
            answers = assessment.dossier.answers(cohort.publication.channel)
            for key, score in every_part(cohort.questionnaire.whole, assessment.score):
                scores.setdefault(key, []).append(score)
                if key in optional and score.state == "answered":
                    value = answers[key].value
                    chosen[key].update([value] if isinstance(value, str) else value)  # type: ignore[arg-type]  # options
    questionnaire = around.edition(cohort).questionnaire
    nodes = questionnaire.nodes if options.kind is None else _asked(questionnaire, options.kind)
    blocks = [_block(key, node, scores, chosen) for key, node in nodes.items()]
    yield from WRITERS[options.format](Told(around, cohort, options.kind, blocks, options.lang))


def _of_kind(cohort: Cohort, around: Surroundings, options: Namespace) -> Cohort:
    """Return the group with the agencies of the kind that is asked for, or all."""
    if options.kind is None:
        return cohort
    asked = cohort.questionnaire.applies_to
    if options.kind not in asked:
        raise Trouble("not_asked_kind", kind=options.kind, known=", ".join(sorted(asked)))
    agencies = around.register.agencies
    return replace(
        cohort, records={key: each for key, each in cohort.records.items() if agencies[key].kind == options.kind}
    )


def _asked(questionnaire: Questionnaire, kind: str) -> Mapping[str, Dimension]:
    """Return the nodes with those of their parts that a kind of agency is asked."""

    def cut(node: Dimension) -> Dimension:
        """Return a node without what the kind is not asked; it may have no part left."""
        inside = tuple(below for below in map(cut, node.dimensions) if below.parts)
        asked = tuple(each for each in node.questions if kind in questionnaire.asked_of[each.id])
        return node._replace(dimensions=inside, questions=asked)

    cut_nodes = {key: cut(node) for key, node in questionnaire.nodes.items()}
    return {key: node for key, node in cut_nodes.items() if node.parts}


def _told_in_options(questionnaire: Questionnaire) -> Mapping[str, Question]:
    """Return the questions of options that are answered once, in the channel that is scored."""
    mixing = (node for node in questionnaire.nodes.values() if node.channels)
    mixed = {each.id for node in mixing for each in node.every_question()}
    return {
        key: each
        for key, each in questionnaire.questions.items()
        if each.options and each.combine is None and not each.channels and key not in mixed
    }


def _block(
    key: str, node: Dimension, scores: Mapping[str, list[Score]], chosen: Mapping[str, Mapping[str, int]]
) -> Block:
    parts = tuple(each for each in node.parts if each.scored)
    items = items_of([scores.get(part_key(each), []) for each in parts])
    return Block(node, key, parts, items, {each.id: chosen[each.id] for each in node.questions if each.id in chosen})
