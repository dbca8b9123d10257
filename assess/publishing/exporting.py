"""The open data without the site: the same files, in a folder of their own."""

from pathlib import Path
from typing import Final, NamedTuple

from assess.presentation.data.package import Package
from assess.publishing.data import Contents, OpenData
from assess.publishing.files import beside
from assess.publishing.visiting import Visits

DATA_MARKER: Final = ".assess-data"
"""Marks a folder as open data that we wrote."""


class Exported(NamedTuple):
    """What an export did."""

    target: Path
    package: Package
    agencies: int
    written: int


def export(contents: Contents, visits: Visits, target: Path) -> Exported:
    """Write open data into `target`, beside what was there, and swap.

    Raises:
        TargetError: `target` cannot be replaced.
    """
    with beside(target, DATA_MARKER) as new, OpenData(contents, new) as data:
        for cohort in contents.cohorts:
            for agency in cohort.records:
                data.take(cohort, visits.downloads(cohort, agency))
        package = data.package()
        new.swap()
    agencies = {agency for cohort in contents.cohorts for agency in cohort.records}
    return Exported(target, package, len(agencies), new.written)
