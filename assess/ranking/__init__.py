"""What a group of responses comes to: a small record of each, and their ranks."""

from assess.ranking.cohorts import Cohort, compare
from assess.ranking.places import ALL, TIES, Group, Standing, groups_of, rank
from assess.ranking.records import NO, YES, Chosen, Record, record_of

__all__ = [
    "ALL",
    "NO",
    "TIES",
    "YES",
    "Chosen",
    "Cohort",
    "Group",
    "Record",
    "Standing",
    "compare",
    "groups_of",
    "rank",
    "record_of",
]
