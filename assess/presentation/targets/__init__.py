"""The targets: which the site may show, the board with all of them at a glance, and each with its figures."""

from assess.presentation.targets.page import targets_page
from assess.presentation.targets.shown import edition_measured, shown_targets, target_links

__all__ = ["edition_measured", "shown_targets", "target_links", "targets_page"]
