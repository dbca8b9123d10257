"""The pages of sources and of accessibility: what the site rests on, and what it promises to its readers."""

from dataclasses import dataclass

from assess.presentation.pages.parts import Figure, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCommitment:
    """Something that a document commits to: which readings it belongs to, what asks about it, what watches it."""

    anchor: str
    id: str
    text: str
    groupings: tuple[str, ...]
    asked: tuple[Link, ...]
    watched: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """A document with the commitments taken from it; `facts` say who published it and when."""

    anchor: str
    title: str
    facts: str
    href: str
    caption: str
    commitments: tuple[SourceCommitment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcedQuestionnaire:
    """A questionnaire with its documents; `groupings` heads the column of readings, empty where it has none."""

    anchor: str
    title: str
    questionnaire: Link
    version: str
    summary: str
    groupings: str
    documents: tuple[SourceDocument, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """Every commitment of the published questionnaires, and where it is asked about."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    figures: tuple[Figure, ...]
    questionnaires: tuple[SourcedQuestionnaire, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPart:
    """A part of the accessibility statement."""

    anchor: str
    title: str
    texts: tuple[str, ...]
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage:
    """The accessibility statement; `contact` leads to the publisher, with an empty `href` where no way is known.

    The last part says how to report what is in the way; the contact stands at its end.
    """

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    parts: tuple[StatementPart, ...]
    contact: Link
