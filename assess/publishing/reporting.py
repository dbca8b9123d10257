"""What a build under MkDocs says, through MkDocs' own log, in the language of the workspace."""

from collections.abc import Sequence
from logging import INFO, WARNING, Logger

from assess.problems import Problem
from assess.problems.catalogue import message
from assess.publishing.site import Built

MOST = 50
_BUILT = {
    "vi": "Cơ quan: %d; trang: %d; bản trả lời: %d = %d công bố + %d bị từ chối + %d không công bố",
    "en": "Agencies: %d; pages: %d; responses: %d = %d published + %d refused + %d not published",
}


def log_problems(log: Logger, problems: Sequence[Problem], language: str) -> None:
    """Log the first problems with their places, and how many more there are; reminders are no warnings."""
    for each in problems[:MOST]:
        level = WARNING if each.refuses else INFO
        log.log(level, "%s:%d:%d: %s %s", each.path, each.line, each.column, each.code, message(each, language))
    if len(problems) > MOST:
        log.warning("… +%d (assess check)", len(problems) - MOST)


def log_built(log: Logger, built: Built, language: str) -> None:
    """Log what was built."""
    count = built.count
    log.info(
        _BUILT[language],
        built.agencies,
        built.pages,
        count.read,
        count.built,
        count.refused,
        count.skipped,
    )
