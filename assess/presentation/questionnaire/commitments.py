"""Where a questionnaire comes from: its documents, and each commitment with what asks about it."""

from collections.abc import Iterator

from assess.presentation import pages
from assess.presentation.edition import Edition, question_anchor
from assess.presentation.sources import source_facts
from assess.presentation.surroundings import Surroundings
from assess.presentation.targets import target_links
from assess.presentation.wording import said


def documents(edition: Edition) -> Iterator[pages.Link]:
    """Yield the documents that the questionnaire is drawn from."""
    for source in edition.questionnaire.sources.values():
        known = source_facts(source, edition.language)
        title = said(source.title, edition.language)
        yield pages.Link(text=f"{source.title.text} ({known})" if known else title, href=source.url or "")


def commitments(around: Surroundings, edition: Edition, here: str) -> Iterator[pages.CommitmentRow]:
    """Yield every commitment with the questions that ask about it, and the targets that watch it."""
    questionnaire, language = edition.questionnaire, edition.language
    for key, commitment in questionnaire.commitments.items():
        asked = [each for each in questionnaire.questions.values() if key in each.commitments]
        yield pages.CommitmentRow(
            anchor=f"c-{key}",
            id=key,
            text=said(commitment.text, language),
            source=said(questionnaire.sources[commitment.source].title, language),
            asked=(
                *(pages.Link(text=each.number or each.id, href=f"#{question_anchor(each.id)}") for each in asked),
                *target_links(around, key, language, here),
            ),
        )
