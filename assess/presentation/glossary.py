"""The page of words: what the abbreviations and terms of the published questionnaires mean."""

from assess.presentation import pages
from assess.presentation.addresses import glossary_address, questionnaire_address, way
from assess.presentation.edition import Edition
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import said, sort_key


def glossary_page(around: Surroundings) -> pages.GlossaryPage:
    """Return the page; a word that questionnaires explain differently has a row for each meaning."""
    language, words = around.language, around.words
    here = glossary_address()
    used: dict[tuple[str, str], list[Edition]] = {}
    for edition in _published(around):
        for term, text in edition.questionnaire.glossary.items():
            used.setdefault((term, said(text, language)), []).append(edition)
    return pages.GlossaryPage(
        title=words["glossary"],
        lead=words["glossary_lead"],
        crumbs=(
            pages.Link(text=words["home"], href=way(here, "")),
            pages.Link(text=words["glossary"], href=""),
        ),
        rows=tuple(
            pages.GlossaryRow(
                term=term,
                meaning=meaning,
                used=tuple(
                    pages.Link(
                        text=said(each.questionnaire.title, language),
                        href=way(here, questionnaire_address(each.questionnaire.id, each.questionnaire.version)),
                    )
                    for each in editions
                ),
            )
            for (term, meaning), editions in sorted(used.items(), key=lambda each: sort_key(each[0][0]))
        ),
    )


def has_glossary(around: Surroundings) -> bool:
    """Return whether any published questionnaire explains a word."""
    return any(each.questionnaire.glossary for each in _published(around))


def _published(around: Surroundings) -> list[Edition]:
    """Return the edition of each questionnaire's latest published version."""
    return [around.edition(cohort) for cohort in around.latest()]
