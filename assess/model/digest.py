"""Digests: what a review is bound to, and the record of a frozen version.

Both are over canonical JSON, each over its own: null says nothing in an answer, but something in a questionnaire. What
either is made of is written in people's files, so it stays as it is.
"""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from assess.model.texts import Data


def answers_sha256(answers: Data | None) -> str:
    """Return the SHA-256 of the canonical JSON of checked `answers`, as 64 hexadecimal digits."""
    return _sha256(canonical(answers))


def canonical(answers: Data | None) -> str:
    """Return the canonical JSON of a response's checked `answers`, to be encoded in UTF-8.

    Every answer stands in its long form, `{"value": …}`, without its internal note. Keys are sorted, there are no
    spaces, text is as in RFC 8785; lists keep their order. Numbers are decimal, with every digit that was written but
    needless zeros, and without exponent: 62.5 and 62.50 agree. What is null, and an empty list of evidence, is left
    out. No answers are `{}`.
    """
    return _json({key: _bound(entry) for key, entry in (answers or {}).items()})


def content_sha256(head: Data, dimensions: Sequence[Data]) -> str:
    """Return the SHA-256 of a version's content, as 64 hexadecimal digits.

    It is that of the canonical JSON of questionnaire.yaml's checked data with all dimensions in their order, whether
    they stand in it or in files of their own. Keys are sorted, there are no spaces, and numbers stand without needless
    zeros (those with a fraction as text in an object of their own), so that comments, line ends and ways of writing
    YAML do not count; nor do translations and mapping.yaml, nor `robustness`, which asks something of results and
    changes none.
    """
    content = {key: part for key, part in head.items() if key != "robustness"}
    return _sha256(
        json.dumps(
            {**content, "dimensions": list(dimensions)},
            ensure_ascii=False,
            sort_keys=True,
            separators=(",", ":"),
            default=_exact,
        )
    )


def _sha256(text: str) -> str:
    from hashlib import sha256  # brings OpenSSL along: only for a review, or a version that is frozen

    return sha256(text.encode()).hexdigest()


def _bound(entry: Any) -> Data:
    """Return what of an answer a review is bound to: all that a score or a verifier rests on."""
    if not isinstance(entry, dict) or "part" in entry:
        return {"value": entry}
    return {
        key: part for key, part in entry.items() if key != "internal_note" and not (key == "evidence" and part == [])
    }


def _json(value: Any) -> str:
    if isinstance(value, dict):
        parts = sorted((key, _json(part)) for key, part in value.items() if part is not None)
        return "{" + ",".join(f"{_json(key)}:{part}" for key, part in parts) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_json, value)) + "]"
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return _digits(value)
    return json.dumps(value, ensure_ascii=False)


def _exact(value: Decimal) -> int | Mapping[str, str]:
    """Return a number that JSON has no exact form of: whole, or by its digits, which no text can be taken for."""
    return int(value) if value == int(value) else {"decimal": _digits(value)}


def _digits(value: int | Decimal) -> str:
    """Return a number with every digit that was written, however many, but needless zeros."""
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
