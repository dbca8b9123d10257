"""The gate for YAML: a file's bytes become plain data, with the line and column of every key and value kept beside it.

Data are built straight from libyaml's events, so nothing of YAML gets in that we do not let in: maps, lists, text,
decimal numbers, `true`, `false` and null. What stands in the way is collected as problems with a place.
"""

from assess.documents.building import DEPTH, DIGITS, KEYS, MOST_PROBLEMS
from assess.documents.document import At, Document
from assess.documents.reading import FILE_BYTES, RESPONSE_BYTES, parse, read

__all__ = [
    "DEPTH",
    "DIGITS",
    "FILE_BYTES",
    "KEYS",
    "MOST_PROBLEMS",
    "RESPONSE_BYTES",
    "At",
    "Document",
    "parse",
    "read",
]
