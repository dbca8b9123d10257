"""The page of sources: each commitment of the published questionnaires, and where it is asked about or watched."""

from collections.abc import Iterator, Sequence

from assess.model import Commitment, Question, Source
from assess.presentation import pages
from assess.presentation.addresses import questionnaire_address, sources_address, way
from assess.presentation.edition import Edition, question_anchor
from assess.presentation.pages.sources import SourceCommitment, SourceDocument, SourcedQuestionnaire, SourcesPage
from assess.presentation.surroundings import Surroundings
from assess.presentation.targets import target_links
from assess.presentation.wording import date_text, plain_text, said


def sources_page(around: Surroundings) -> SourcesPage:
    """Return the page, from the latest published version of each questionnaire."""
    words, here = around.words, sources_address()
    shown = [_questionnaire(around, each, here) for each in _published(around)]
    rows = [row for each in shown for document in each.documents for row in document.commitments]
    figures = {
        "source_documents": sum(len(each.documents) for each in shown),
        "commitments": len(rows),
        "commitments_asked": sum(bool(row.asked) for row in rows),
        "commitments_watched": sum(bool(row.watched) for row in rows),
        "commitments_open": sum(not row.asked and not row.watched for row in rows),
    }
    return SourcesPage(
        title=words["sources_of_all"],
        lead=words["sources_lead"],
        crumbs=(
            pages.Link(text=words["home"], href=way(here, "")),
            pages.Link(text=words["sources_of_all"], href=""),
        ),
        figures=tuple(pages.Figure(name=words[name], value=str(count)) for name, count in figures.items()),
        questionnaires=tuple(shown),
    )


def commitment_anchor(questionnaire: str, commitment: str) -> str:
    """Return the anchor of a commitment on the page of sources; no id of a questionnaire holds a full stop."""
    return f"c-{questionnaire}.{commitment}"


def source_facts(source: Source, language: str) -> str:
    """Return who published a document and when, as far as that is known."""
    facts = [source.publisher or "", date_text(source.date, language) if source.date else ""]
    return ", ".join(each for each in facts if each)


def _published(around: Surroundings) -> Sequence[Edition]:
    return [around.edition(cohort) for cohort in around.latest()]


def _questionnaire(around: Surroundings, edition: Edition, here: str) -> SourcedQuestionnaire:
    questionnaire, words, language = edition.questionnaire, edition.words, edition.language
    title = said(questionnaire.title, language)
    used = {value for question in questionnaire.questions.values() for value in question.groupings}
    named = [said(each.title, language) for each in questionnaire.groupings if each.id in used]
    documents = tuple(_documents(around, edition, here))
    rows = [row for each in documents for row in each.commitments]
    counts = {"documents": len(documents), "count": len(rows), "asked": sum(bool(row.asked) for row in rows)}
    return SourcedQuestionnaire(
        anchor=f"s-{questionnaire.id}",
        title=title,
        questionnaire=pages.Link(
            text=words["method_questions"],
            href=way(here, questionnaire_address(questionnaire.id, questionnaire.version)),
        ),
        version=questionnaire.version,
        summary=words["sources_summary" if rows else "sources_summary_none"].format(**counts),
        groupings=" / ".join(plain_text(each) for each in named),
        documents=documents,
    )


def _documents(around: Surroundings, edition: Edition, here: str) -> Iterator[SourceDocument]:
    questionnaire, language = edition.questionnaire, edition.language
    for source in questionnaire.sources.values():
        own = [each for each in questionnaire.commitments.values() if each.source == source.id]
        title = said(source.title, language)
        yield SourceDocument(
            anchor=f"d-{questionnaire.id}.{source.id}",
            title=title,
            facts=source_facts(source, language),
            href=source.url or "",
            caption=edition.words["commitments_of"].format(title=plain_text(title)),
            commitments=tuple(_commitment(around, edition, each, here) for each in own),
        )


def _commitment(around: Surroundings, edition: Edition, commitment: Commitment, here: str) -> SourceCommitment:
    questionnaire, language = edition.questionnaire, edition.language
    asked = [each for each in questionnaire.questions.values() if commitment.id in each.commitments]
    return SourceCommitment(
        anchor=commitment_anchor(questionnaire.id, commitment.id),
        id=commitment.id,
        text=said(commitment.text, language),
        groupings=tuple(dict.fromkeys(name for each in asked for name in _readings(edition, each))),
        asked=tuple(_asked(edition, each, here) for each in asked),
        watched=tuple(target_links(around, commitment.id, language, here)),
    )


def _readings(edition: Edition, question: Question) -> Iterator[str]:
    """Yield the values that a question has in the groupings."""
    for grouping in edition.questionnaire.groupings:
        for value in grouping.values:
            if question.groupings.get(grouping.id) == value.id:
                yield plain_text(said(value.title, edition.language))


def _asked(edition: Edition, question: Question, here: str) -> pages.Link:
    questionnaire = edition.questionnaire
    address = questionnaire_address(questionnaire.id, questionnaire.version)
    return pages.Link(
        text=edition.words["question_numbered"].format(number=question.number or question.id),
        href=way(here, f"{address}#{question_anchor(question.id)}"),
    )
