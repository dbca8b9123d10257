"""What a page shows of the rest of the site: the register, and all that is published."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assess.model import Agency, Interval, Register, Settings
from assess.presentation.edition import Edition
from assess.presentation.wording import Words
from assess.ranking import Cohort
from assess.targets import Followed
from assess.versions import Recounts


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What an agency's page shows of the rest of the site, in one language.

    `words` are those of the interface. `cohorts` are all published ones, latest period first; `editions` are by
    questionnaire and version. `children` and `predecessors` (those merged into an agency) are by agency. `recounts`
    says what results of different versions come to over what these have in common; `followed` are the targets with
    their results. `intervals` gives, by agency, between which ranks each lies that has one, as weights are drawn;
    nothing for a group of one.
    """

    language: str
    words: Words
    settings: Settings
    register: Register
    cohorts: Sequence[Cohort]
    editions: Mapping[tuple[str, str], Edition]
    children: Mapping[str, Sequence[Agency]]
    predecessors: Mapping[str, Sequence[Agency]]
    recounts: Recounts
    followed: Sequence[Followed]
    intervals: Callable[[Cohort], Mapping[str, Interval]]

    def edition(self, cohort: Cohort) -> Edition:
        """Return the edition that a cohort answered."""
        return self.editions[cohort.publication.questionnaire, cohort.publication.version]

    def latest(self) -> tuple[Cohort, ...]:
        """Return the latest published period of each questionnaire, in the order of assess.yaml."""
        found: dict[str, Cohort] = {}
        for cohort in self.cohorts:  # latest period first
            found.setdefault(cohort.publication.questionnaire, cohort)
        return tuple(found.values())


def group_name(around: Surroundings, cohort: Cohort, group: str, language: str) -> str:
    """Return what a group of the cohort's ranking is called: its kind, its parent, its group of the register, or all.

    Empty for agencies that have no group.
    """
    within, register = cohort.questionnaire.ranking.within, around.register
    if within == "kind":
        return kind_name(around, group, language)
    if within == "all":
        return around.edition(cohort).words["all_agencies"]
    if not group:
        return ""
    named = register.agencies[group] if within == "parent" else register.groups[group]
    return named.name_in(language)


def kind_name(around: Surroundings, kind: str, language: str) -> str:
    """Return the name of a kind of agency in a language."""
    return around.register.kinds[kind].name_in(language)
