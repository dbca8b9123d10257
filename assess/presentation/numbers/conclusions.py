"""What may not be concluded from the numbers of a group, each with a number of that very group where there is one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from assess.model.arithmetic import median
from assess.presentation.edition import Edition
from assess.presentation.numbers.basis import asked_count, share_of
from assess.presentation.numbers.order import gap_text
from assess.presentation.numbers.others import is_alike
from assess.presentation.numbers.sureness import Sureness
from assess.presentation.pages.numbers import Conclusion
from assess.presentation.ranking.groups import Ranked
from assess.presentation.surroundings import Surroundings, kind_name
from assess.presentation.wording import change_text, count_text, plain_text
from assess.ranking import Cohort

TOLD_AT_MOST: Final = 5
"""Of so many groups the list tells; the table below it holds all."""


def conclusions(
    around: Surroundings,
    edition: Edition,
    cohort: Cohort,
    groups: Sequence[Ranked],
    known: Mapping[str, Sureness],
    states: Counter[str],
) -> Iterator[Conclusion]:
    """Yield what may not be concluded, what matters most first."""
    found = (
        ("origin", _origin(edition, cohort)),
        ("kinds", _kinds(around, edition, cohort)),
        ("versions", _versions(around, edition, cohort)),
        ("missing", _missing(edition, states)),
        ("absent", _absent(edition, groups)),
        ("causes", edition.words["not_causes"]),
        ("small", _small_groups(edition, cohort)),
    )
    differences = tuple(_small_differences(edition, groups, known))
    for name, texts in (("difference", differences), *((name, (text,) * bool(text)) for name, text in found)):
        if texts:
            yield Conclusion(claim=edition.words[f"no_{name}"], texts=texts)


def _small_differences(edition: Edition, groups: Sequence[Ranked], known: Mapping[str, Sureness]) -> Iterator[str]:
    """Yield for each of the first groups how far apart two may be whose order is not sure."""
    for group in [each for each in groups if each.id in known][:TOLD_AT_MOST]:
        sure = known[group.id]
        if sure.gap is not None:
            title = plain_text(group.title or edition.words["without_group"])
            facts = {"gap": gap_text(edition, sure), "overlap": sure.overlap, "pairs": sure.pairs}
            yield edition.words["not_difference"].format(group=title, **facts)


def _origin(edition: Edition, cohort: Cohort) -> str:
    """Return what the channel means, and how far verified or surveyed scores lie from the declared ones."""
    words, channel = edition.words, cohort.publication.channel
    count = len(cohort.records)
    if edition.questionnaire.whole.channels:
        return words["not_origin_mixed"]
    if channel == "declared":
        return words["not_origin_declared"].format(count=count)
    pairs = [(each.value, each.declared) for each in cohort.records.values()]
    gaps = [value - declared for value, declared in pairs if value is not None and declared is not None]
    if len(gaps) < max(1, edition.questionnaire.ranking.min_group):
        return words[f"not_origin_{channel}"]
    middle = change_text(median(gaps), edition.questionnaire.scale, edition.language)
    return f"{words[f'not_origin_{channel}']} {words['not_origin_gap'].format(gap=middle, count=len(gaps))}"


def _kinds(around: Surroundings, edition: Edition, cohort: Cohort) -> str:
    kinds = [each for each in around.register.kinds if each in cohort.questionnaire.applies_to]
    if len(kinds) < 2 or edition.questionnaire.ranking.within == "all":
        return ""
    asked = [sum(kind in each for each in edition.questionnaire.asked_of.values()) for kind in kinds]
    told = [
        edition.words["asked_count"].format(kind=kind_name(around, kind, edition.language), count=count)
        for kind, count in zip(kinds, asked, strict=True)
    ]
    return edition.words["not_kinds"].format(counts="; ".join(told))


def _versions(around: Surroundings, edition: Edition, cohort: Cohort) -> str:
    name = cohort.publication.questionnaire
    others = [each for each in around.cohorts if each.publication.questionnaire == name and each is not cohort]
    unlike = [each.publication.period for each in others if not is_alike(cohort, each)]
    if unlike:
        return edition.words["not_versions"].format(periods=", ".join(unlike))
    return edition.words["not_versions_alike"] if others else edition.words["not_versions_alone"]


def _missing(edition: Edition, states: Counter[str]) -> str:
    asked, lacking = asked_count(states), states["missing"] + states["unknown"]
    if not asked:
        return ""
    words, language, missing = edition.words, edition.language, edition.questionnaire.scoring.missing
    counts = {"count": count_text(lacking, language), "asked": count_text(asked, language)}
    told = words["not_missing"].format(share=share_of(lacking, asked, language), **counts)
    return f"{told} {words['not_missing_zero']}" if missing == "zero" and lacking else told


def _absent(edition: Edition, groups: Sequence[Ranked]) -> str:
    absent = sum(len(group.absent) + sum(map(len, group.awaiting.values())) for group in groups)
    received = sum(len(group.records) for group in groups)
    if not absent:
        return ""
    return edition.words["not_absent"].format(count=absent, expected=absent + received)


def _small_groups(edition: Edition, cohort: Cohort) -> str:
    least = edition.questionnaire.ranking.min_group
    count = sum(each.reason == "small-group" for each in cohort.standings.values())
    if least < 2:
        return ""
    key = "not_small_some" if count else "not_small"
    return edition.words[key].format(least=least, count=count)
