"""The digest of a response's answers: what a review is bound to."""

import json
from decimal import Decimal
from typing import Any

from assess.model.texts import Data


def answers_sha256(answers: Data | None) -> str:
    """Return the SHA-256 of the canonical JSON of checked `answers`, as 64 hexadecimal digits."""
    from hashlib import sha256  # brings OpenSSL along: only for a response that has a review

    return sha256(canonical(answers).encode()).hexdigest()


def canonical(answers: Data | None) -> str:
    """Return the canonical JSON of a response's checked `answers`, to be encoded in UTF-8.

    Every answer stands in its long form, `{"value": …}`, without its internal note. Keys are sorted, there are no
    spaces, text is as in RFC 8785; lists keep their order. Numbers are decimal, with every digit that was written but
    needless zeros, and without exponent: 62.5 and 62.50 agree. What is null, and an empty list of evidence, is left
    out. No answers are `{}`.
    """
    return _json({key: _bound(entry) for key, entry in (answers or {}).items()})


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
        text = f"{value:f}" if isinstance(value, Decimal) else str(value)
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return "0" if text == "-0" else text
    return json.dumps(value, ensure_ascii=False)
