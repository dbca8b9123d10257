"""The second pass: one published agency after another, scored once for all that is made of it."""

from collections.abc import Sequence

from assess.presentation.data.downloads import Downloads, Teller, downloads_of, teller_of
from assess.presentation.surroundings import Surroundings
from assess.publishing.collecting import Collected
from assess.ranking import Cohort
from assess.scoring import Assessment, assess_beside


class Visits:
    """What published agencies come to, when it is asked for; the last of each thing is kept, as much is made of it."""

    def __init__(self, collected: Collected, arounds: Sequence[Surroundings]) -> None:
        self._collected, self._arounds = collected, arounds
        self._assessment: tuple[Cohort, str, Assessment] | None = None
        self._downloads: tuple[Assessment, Downloads] | None = None
        self._teller: tuple[Cohort, Teller] | None = None

    def assessment(self, cohort: Cohort, agency: str) -> Assessment:
        """Return the assessment of an agency of a cohort."""
        last = self._assessment
        if last is not None and last[0] is cohort and last[1] == agency:
            return last[2]
        publication = cohort.publication
        key = (publication.questionnaire, publication.version, publication.period, agency)
        dossier = self._collected.spool.get(key, self._collected.workspace.register.agencies[agency])
        found = assess_beside(cohort.questionnaire, dossier, cohort.learnt, publication.channel)
        self._assessment = (cohort, agency, found)
        return found

    def downloads(self, cohort: Cohort, agency: str) -> Downloads:
        """Return what can be downloaded of an agency of a cohort."""
        assessment = self.assessment(cohort, agency)
        if self._downloads is None or self._downloads[0] is not assessment:
            self._downloads = (assessment, downloads_of(self.teller(cohort), assessment))
        return self._downloads[1]

    def teller(self, cohort: Cohort) -> Teller:
        """Return what the downloads of all agencies of a cohort share."""
        if self._teller is None or self._teller[0] is not cohort:
            self._teller = (cohort, teller_of(self._arounds, cohort))
        return self._teller[1]
