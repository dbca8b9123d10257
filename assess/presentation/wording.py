"""Numbers, dates and words as each language writes them."""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from assess.model import Scale, Text
from assess.model.arithmetic import compared, rounded
from assess.scoring import on_scale

Words = Mapping[str, str]
"""Words of the interface in one language, by key; those that tell of a number may be a `Plural`."""

_MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


_DECIMALS: Final = 6
_TAGS: Final = re.compile("<[^>]*>")
_SPECIAL = re.compile("[&<>\"']").search


class Markup(str):
    """Text that is HTML already: templates write it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return itself, as template engines ask for HTML."""
        return self


def escaped(text: str) -> str:
    """Return text as it stands in HTML, in elements and in quoted attributes; markup stays as it is.

    `html.escape` does the same, but its module takes longer to load than a response takes to be scored.
    """
    if text.__class__ is Markup or not _SPECIAL(text):
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#39;")


def said(text: Text | None, language: str) -> str:
    """Return words for a page in `language`; words in another language are marked as such."""
    if text is None:
        return ""
    if text.language == language:
        return text.text
    return Markup(f'<span lang="{text.language}">{escaped(text.text)}</span>')


def plain_text(text: str) -> str:
    """Return text for where no markup can be: a title in the browser, a label, a chart."""
    if text.__class__ is not Markup:
        return text
    from html import unescape  # only where words lack a translation

    return unescape(_TAGS.sub("", text))


def decimal_text(value: Decimal, language: str) -> str:
    """Return a number as written in the language: a decimal comma in Vietnamese, a real minus sign in both."""
    text = f"{value:f}".replace("-", "−")
    return text.replace(".", ",") if language == "vi" else text


def plain_number(value: Decimal, language: str) -> str:
    """Return a number without needless zeros, in the language."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = text.replace("-", "−")
    return text.replace(".", ",") if language == "vi" else text


@lru_cache(maxsize=8192)
def short_text(value: Decimal, decimals: int, language: str) -> str:
    """Return a number with at most so many decimals, without needless zeros, in the language.

    Most numbers of a page stand on it more than once, and on those of other agencies.
    """
    return plain_number(rounded(value, decimals), language)


@lru_cache(maxsize=8192)
def fixed_text(value: Decimal, decimals: int, language: str) -> str:
    """Return a number with just so many decimals, in the language."""
    return decimal_text(rounded(value, decimals), language)


def short_number(value: Decimal, language: str) -> str:
    """Return a number with at most six decimals, without needless zeros, in the language."""
    short = compared(value)
    exponent = short.as_tuple().exponent
    long = isinstance(exponent, int) and exponent < -_DECIMALS
    return short_text(short, _DECIMALS, language) if long else plain_number(short, language)


def count_text(count: int, language: str) -> str:
    """Return a number of things, its thousands set apart as the language does."""
    text = f"{count:,}"
    return text.replace(",", ".") if language == "vi" else text


def score_text(value: Decimal | None, scale: Scale, language: str) -> str:
    """Return a share on the scale, rounded for display; empty for none."""
    return "" if value is None else fixed_text(on_scale(scale, value), scale.decimals, language)


def bound_text(share: Decimal, language: str) -> str:
    """Return a share that something is held against as a percentage, with all the decimals that it is written with."""
    return f"{short_number(share * 100, language)}%"


def shortened(text: str, most: int) -> str:
    """Return text in one line, cut after a word where it has more than `most` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    kept, _, cut = line[:most].rpartition(" ")
    return (kept or cut).rstrip(" ,;:.·–-") + "…"


def ended(sentence: str) -> str:
    """Return a sentence with a full stop, unless it ends already."""
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."


def percent_text(share: Decimal | None, language: str) -> str:
    """Return a share as a whole percentage; empty for none."""
    return "" if share is None else f"{fixed_text(share * 100, 0, language)}%"


@lru_cache(maxsize=8192)
def percent_of(share: Decimal | None) -> float | None:
    """Return a share as a float from 0 to 100, for drawing and sorting."""
    return None if share is None else max(0.0, min(100.0, round(float(share) * 100, 3)))


def change_text(change: Decimal, scale: Scale, language: str) -> str:
    """Return a difference of two shares on the scale, with its sign."""
    return _signed(change, scale, scale.decimals, language)


def gain_text(gain: Decimal, scale: Scale, language: str) -> str:
    """Return what is added to a share on the scale, with its sign and one decimal more than scores have."""
    return _signed(gain, scale, min(9, scale.decimals + 1), language)


def _signed(change: Decimal, scale: Scale, decimals: int, language: str) -> str:
    shown = rounded(compared(change) * (scale.end - scale.start), decimals)
    text = decimal_text(shown, language)
    return f"+{text}" if shown > 0 else text


@lru_cache(maxsize=4096)
def date_text(iso: str, language: str) -> str:
    """Return an ISO date, or a year, as the language writes it."""
    if len(iso) != 10:
        return iso
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}" if language == "vi" else f"{int(day)} {_MONTHS[int(month) - 1]} {year}"


def unmarked(text: str) -> str:
    """Return text without marks, đ as d."""
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return plain.replace("đ", "d").replace("Đ", "D")


def folded(text: str) -> str:
    """Return text for finding: lower case, without marks, đ as d."""
    return unmarked(text).casefold()


_LETTERS: Final = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES: Final = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def sort_key(name: str) -> tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]:
    """Return the key of Vietnamese alphabetical order: by letters (a ă â b … d đ …), then by tones, then as written."""
    placed = [_placed(letter) for letter in unicodedata.normalize("NFC", name).lower()]
    return tuple([place for place, _ in placed]), tuple([tone for _, tone in placed]), name


@lru_cache(maxsize=1024)
def _placed(letter: str) -> tuple[tuple[int, int], int]:
    """Return where a letter stands in the alphabet, behind all that is none, and its tone."""
    parts = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in parts if mark in _TONES), "")
    base = unicodedata.normalize("NFC", parts.replace(tone, ""))
    return (1, _LETTERS[base]) if base in _LETTERS else (0, ord(letter)), _TONES.get(tone, 0)
