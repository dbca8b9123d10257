"""The page of the targets: the board, then each target with its figures."""

from assess.presentation import pages
from assess.presentation.addresses import targets_address, way
from assess.presentation.surroundings import Surroundings
from assess.presentation.targets.board import boards_of
from assess.presentation.targets.sections import section_of
from assess.presentation.targets.shown import shown_targets


def targets_page(around: Surroundings) -> pages.TargetsPage:
    """Return the page of the targets in a language."""
    words = around.words
    return pages.TargetsPage(
        title=words["targets"],
        crumbs=(
            pages.Link(text=words["home"], href=way(targets_address(), "")),
            pages.Link(text=words["targets"], href=""),
        ),
        lead=words["targets_lead"],
        boards=tuple(boards_of(around)),
        sections=tuple(section_of(around, each) for each in shown_targets(around)),
        notes=tuple(words[f"targets_note_{key}"] for key in ("methods", "lights", "periods", "rounding")),
    )
