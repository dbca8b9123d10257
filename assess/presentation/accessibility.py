"""The accessibility statement: what is aimed at, how it is tried, what is known to be missing, whom to tell."""

from typing import Final

from assess.presentation import pages
from assess.presentation.addresses import accessibility_address, way
from assess.presentation.pages.sources import StatementPage, StatementPart
from assess.presentation.surroundings import Surroundings

PARTS: Final = ("aim", "done", "tested", "limits", "report")


def accessibility_page(around: Surroundings) -> StatementPage:
    """Return the statement, in the name of the publisher. It holds no date: nothing in it depends on one."""
    words, here, settings = around.words, accessibility_address(), around.settings
    publisher = settings.publisher_in(around.language)
    return StatementPage(
        title=words["accessibility"],
        lead=words["accessibility_lead"].format(publisher=publisher, site=settings.title_in(around.language)),
        crumbs=(
            pages.Link(text=words["home"], href=way(here, "")),
            pages.Link(text=words["accessibility"], href=""),
        ),
        parts=tuple(
            StatementPart(
                anchor=part,
                title=words[f"accessibility_{part}"],
                texts=(words[f"accessibility_{part}_text"].format(publisher=publisher),),
                items=_items(words.get(f"accessibility_{part}_items", "")),
            )
            for part in PARTS
        ),
        contact=pages.Link(text=publisher, href=settings.publisher_url or ""),
    )


def _items(text: str) -> tuple[str, ...]:
    """Return the items of a list; each stands on a line of its own."""
    return tuple(text.strip().splitlines())
