"""Which targets the site may show, what they look at, and what they are called."""

from collections.abc import Iterator

from assess.model import Target, Text, Worded
from assess.presentation import pages
from assess.presentation.addresses import targets_address, way
from assess.presentation.edition import Edition
from assess.presentation.figures import title_of
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import Words, said
from assess.targets import Followed


def shown_targets(around: Surroundings) -> list[Followed]:
    """Return the targets that the site may show: those of the nation, and those of what is published."""
    return [
        each
        for each in around.followed
        if each.target.measure is None or edition_measured(around, each.target) is not None
    ]


def target_links(around: Surroundings, commitment: str, language: str, here: str) -> Iterator[pages.Link]:
    """Yield the ways from an address to the targets that watch a commitment."""
    for target, _ in shown_targets(around):
        if target.source is not None and commitment in target.source.commitments:
            href = way(here, f"{targets_address()}#{anchor_of(target)}")
            yield pages.Link(text=said(title_in(around, target, language), language), href=href)


def edition_measured(around: Surroundings, target: Target) -> Edition | None:
    """Return the latest published edition of what an agency target looks at."""
    measure = target.measure
    for cohort in around.cohorts:
        if measure is not None and cohort.publication.questionnaire == measure.questionnaire:
            edition = around.edition(cohort)
            if measure.question is None or measure.question in edition.questionnaire.questions:
                return edition
    return None


def anchor_of(target: Target) -> str:
    """Return the anchor of a target on its page."""
    return f"t-{target.id}"


def title_in(around: Surroundings, target: Target, language: str) -> Text:
    """Return what a target is called: by its own title, or by what it looks at."""
    edition = edition_measured(around, target)
    questionnaire = edition.questionnaire if edition else None
    return title_of(target, questionnaire, language, around.settings.languages[0])


def worded(around: Surroundings, words: Worded | None, language: str) -> str:
    """Return words of targets.yaml in a language; empty for none."""
    return "" if words is None else said(words.in_language(language, around.settings.languages[0]), language)


def light_of(colour: str | None, words: Words) -> pages.Light:
    """Return a light in words; without a colour there is none."""
    return pages.Light(colour=colour or "", text=words[f"light_{colour or 'none'}"])
