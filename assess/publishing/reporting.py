"""What a build under MkDocs says, through MkDocs' own log, in both languages."""

from collections.abc import Sequence
from logging import Logger

from assess.problems import Problem
from assess.problems.catalogue import message
from assess.publishing.site import Built

MOST = 50


def log_problems(log: Logger, problems: Sequence[Problem]) -> None:
    """Log the first problems with their places, and how many more there are."""
    for each in problems[:MOST]:
        log.warning("%s:%d:%d: %s %s", each.path, each.line, each.column, each.code, message(each, "vi"))
    if len(problems) > MOST:
        log.warning("… +%d (assess check)", len(problems) - MOST)


def log_built(log: Logger, built: Built) -> None:
    """Log what was built."""
    count = built.count
    log.info(
        "%d cơ quan, %d trang; %d tệp = %d + %d bị từ chối + %d không công bố",
        built.agencies,
        built.pages,
        count.read,
        count.built,
        count.refused,
        count.skipped,
    )
