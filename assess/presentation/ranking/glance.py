"""A ranking at a glance, as the home page shows it too: figures, and the spread over the levels."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from assess.charts import distribution
from assess.model.arithmetic import EXACT
from assess.presentation import pages
from assess.presentation.edition import Edition
from assess.presentation.ranking.groups import Ranked
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import Markup, percent_text, plain_text, score_text
from assess.ranking import Cohort, Record


def group_figures(around: Surroundings, cohort: Cohort, group: Ranked) -> Iterator[pages.Figure]:
    """Yield the numbers that tell a group at a glance: how many have a result, and the median."""
    edition = around.edition(cohort)
    words, received = edition.words, len(group.records)
    awaiting = sum(map(len, group.awaiting.values()))
    expected = words["agencies_expected"].format(count=received + awaiting + len(group.absent))
    yield pages.Figure(name=received_text(edition, cohort), value=str(received), note=expected)
    medians = cohort.medians.get(group.id, ())
    if medians and medians[0] is not None:
        score = score_text(medians[0], edition.questionnaire.scale, edition.language)
        yield pages.Figure(name=words["median"], value=score)


def received_text(edition: Edition, cohort: Cohort) -> str:
    """Return what the number of results is a number of: agencies that responded, or that were verified or surveyed."""
    channel = cohort.publication.channel
    return edition.words["agencies_received" if channel == "declared" else f"agencies_{channel}"]


def level_spread(edition: Edition, records: Sequence[Record], prefix: str) -> pages.Distribution | None:
    """Return how records spread over the levels: chart and rows; None where there are no levels."""
    return counted_spread(edition, Counter(record.level for record in records), prefix)


def counted_spread(edition: Edition, counts: Mapping[str | None, int], prefix: str) -> pages.Distribution | None:
    """Return how agencies, counted by the id of their level, spread over these; None stands for those without one."""
    if not edition.levels:
        return None
    total, without = sum(counts.values()), counts.get(None, 0)
    shown: list[tuple[pages.Level | None, int]] = [
        (level, counts.get(name, 0)) for name, level in edition.levels.items()
    ]
    shown += [(None, without)] * bool(without)
    labels = tuple(
        f"{level.id}. {plain_text(level.title)}".removeprefix(". ") if level else edition.words["no_level"]
        for level, _ in shown
    )
    rows = [
        pages.LevelCount(
            level=level, agencies=str(count), share=percent_text(_share_of(count, total), edition.language)
        )
        for level, count in shown
    ]
    chart = distribution(
        prefix=prefix,
        title=edition.words["distribution"],
        description="; ".join(f"{label}: {count}" for label, (_, count) in zip(labels, shown, strict=True)),
        labels=labels,
        steps=tuple(level.step if level else 0 for level, _ in shown),
        counts=[count for _, count in shown],
        texts=[str(count) for _, count in shown],
    )
    return pages.Distribution(chart=Markup(chart), rows=tuple(rows))


def _share_of(count: int, total: int) -> Decimal:
    """Return a share of agencies, from 0 to 1."""
    return EXACT.divide(Decimal(count), Decimal(total or 1))
