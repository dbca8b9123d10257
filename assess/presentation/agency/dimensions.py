"""The dimensions of an agency's result: the rows of their table, the radar, what is declared against, and readings."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from assess.charts import dumbbell, meter, radar
from assess.model import Agency
from assess.model.arithmetic import compared
from assess.model.conditions import key_of
from assess.presentation import pages
from assess.presentation.amounts import amount_text, drawn, gap_text, most_of, share_text
from assess.presentation.edition import Branch, Edition, dimension_anchor
from assess.presentation.explanation import node_note
from assess.presentation.wording import Markup, escaped, percent_of, percent_text, plain_number, said
from assess.scoring import Assessment, Score, level_of


def dimension_rows(
    edition: Edition,
    scores: Mapping[str, Score],
    peers: Sequence[Decimal | None],
    declared: Mapping[str, Decimal | None],
    kind: str,
) -> Iterator[pages.DimensionRow]:
    """Yield the rows of all dimensions, but for those below the top in which the kind of agency is asked nothing."""
    language, words = edition.language, edition.words
    place = -1
    for branch in edition.branches:
        key = key_of(branch.dimension.id)
        score = scores[key]
        place += branch.depth == 0
        if branch.depth and kind not in branch.kinds:
            continue
        peer = peers[place] if peers and branch.depth == 0 else None
        most = most_of(branch, score)
        points, percent = None if most is None else score.points, percent_of(drawn(score, most))
        yield pages.DimensionRow(
            number=branch.dimension.number,
            title=branch.title,
            href=f"#{dimension_anchor(branch.dimension.id)}"
            if branch.dimension.questions and (score.counts or score.channels)
            else "",
            depth=branch.depth,
            score=amount_text(edition, score, most) or words["none"],
            percent=percent,
            bar=Markup(meter(percent, percent_of(peer))),
            level=edition.level_at(score.value) if branch.counts else None,
            coverage=percent_text(score.coverage, language),
            weight=branch.weight if most is None else _most_text(branch, most, language),
            weight_name=branch.weight_name,
            peers=share_text(edition, peer, points),
            declared=(share_text(edition, declared[key], points) or words["none"]) if declared else "",
            gap=gap_text(edition, score.value, declared.get(key), points),
            meaning=_meaning(edition, branch, score),
            note=node_note(edition, score, most),
        )


def radar_of(
    edition: Edition, score: Score, peers: Sequence[Decimal | None], agency: Agency, rows: Sequence[pages.DimensionRow]
) -> Markup:
    """Return the radar over the dimensions that count; empty where they have a score in each channel."""
    tops = [branch for branch in edition.branches if branch.depth == 0]
    shown = [row for row in rows if row.depth == 0]
    top = [row for row, branch in zip(shown, tops, strict=True) if branch.counts]
    if len(score.channels) > 1:  # the dimensions have a score in each of them
        return Markup("")
    name = agency.name_in(edition.language)
    labels = tuple(branch.dimension.title.text for branch in tops if branch.counts)
    return Markup(
        radar(
            prefix="radar",
            title=edition.words["radar_title"].format(name=name),
            description="; ".join(f"{label}: {row.score}" for label, row in zip(labels, top, strict=True)),
            labels=labels,
            values=[row.percent for row in top],
            texts=[row.score for row in top],
            peers=[percent_of(each) for each, branch in zip(peers, tops, strict=False) if branch.counts],
        )
    )


def contrast_of(
    edition: Edition,
    assessment: Assessment,
    declared: Mapping[str, Decimal | None],
    rows: Sequence[pages.DimensionRow],
) -> pages.Contrast | None:
    """Return what the agency declares against what is shown, in each dimension; None where these are the same."""
    score = assessment.score
    tops = [branch for branch in edition.branches if branch.depth == 0]
    shown = [row for row in rows if row.depth == 0]
    parts = [each for each in zip(tops, shown, score.parts, strict=True) if each[0].counts]
    if len(score.channels) > 1 or not any(row.gap for _, row, _ in parts):
        return None
    labels = tuple(branch.dimension.title.text for branch, *_ in parts)
    own = [declared.get(key_of(branch.dimension.id)) for branch, *_ in parts]
    words = edition.words
    now = words[f"answer_{assessment.channel}"]
    told = (f"{label}: {row.declared} → {row.score}" for label, (_, row, _) in zip(labels, parts, strict=True))
    chart = dumbbell(
        prefix="contrast",
        title=words["contrast_title"].format(now=now),
        description="; ".join(told),
        labels=labels,
        before=[percent_of(each) for each in own],
        after=[row.percent for _, row, _ in parts],
        texts=[row.gap for _, row, _ in parts],
    )
    return pages.Contrast(says=_contrast_says(edition, parts), chart=Markup(chart), now=now)


def _contrast_says(edition: Edition, parts: Sequence[tuple[Branch, pages.DimensionRow, Score]]) -> str:
    count = len(parts)
    lower = sum(row.gap.startswith("−") for _, row, _ in parts)
    higher = sum(row.gap.startswith("+") for _, row, _ in parts)
    if not lower and not higher:
        key = "same"
    elif lower and higher:
        key = "both"
    else:
        key = ("all_" if count > 1 and count in (lower, higher) else "") + ("lower" if lower else "higher")
    return edition.words[f"contrast_{key}"].format(lower=lower, higher=higher, count=count)


def groupings(edition: Edition, assessment: Assessment) -> Iterator[pages.GroupingTable]:
    """Yield the same answers, read by each grouping."""
    language, adds = edition.language, edition.questionnaire.scoring.aggregate == "sum"
    several = any(len(each.channels) > 1 for each in edition.questionnaire.nodes.values())
    note = edition.words["grouping_note_mixed" if several else "grouping_note"]
    for grouping in edition.questionnaire.groupings:
        rows = []
        for value, score in zip(grouping.values, assessment.groupings[grouping.id], strict=True):
            rows.append(
                pages.DimensionRow(
                    number="",
                    title=said(value.title, language),
                    href="",
                    depth=0,
                    score=amount_text(edition, score, score.points if adds else None) or edition.words["none"],
                    percent=percent_of(score.value),
                    bar=Markup(meter(percent_of(score.value))),
                    level=edition.level_at(score.value),
                    coverage=percent_text(score.coverage, language),
                    weight="",
                    weight_name="",
                )
            )
        title = said(grouping.title, language)
        yield pages.GroupingTable(title=title, label=grouping.title.text, rows=tuple(rows), note=note)


def _meaning(edition: Edition, branch: Branch, score: Score) -> str:
    """Return what agencies of the level reached typically do in a dimension, where the questionnaire says so.

    Not below the least coverage of a ranking: there a low score says little of what an agency does.
    """
    told, least = branch.dimension.levels, edition.questionnaire.ranking.min_coverage
    covered = score.coverage is not None and compared(score.coverage) >= least
    level = level_of(edition.questionnaire, score.value) if told and covered and branch.counts else None
    text = told.get(level.id) if level else None
    return Markup(edition.words["level_typical"].format(text=escaped(said(text, edition.language)))) if text else ""


def _most_text(branch: Branch, most: Decimal, language: str) -> str:
    """Return the most points of a row; empty for what never counts, and for what left with all that is in it."""
    return plain_number(most, language) if branch.weight and most else ""
