"""Rules of HTML that a page keeps to, as far as a tree of elements shows them; the Nu checker knows them all."""

import re
from collections.abc import Iterator
from typing import Final

from tests.test_publishing import Element

_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "details",
        "div",
        "dl",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
    ]
)
_INTERACTIVE: Final = frozenset(["a", "button", "details", "embed", "iframe", "input", "label", "select", "textarea"])
_NO_BLOCKS_IN: Final = frozenset(
    [
        "b",
        "button",
        "caption",
        "cite",
        "code",
        "dfn",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "i",
        "kbd",
        "label",
        "p",
        "pre",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "summary",
    ]
)
_CHILDREN: Final = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd", "div"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tfoot": {"tr"},
    "tr": {"td", "th"},
    "select": {"option", "optgroup"},
}
_PARENTS: Final = {
    "li": {"ul", "ol"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "caption": {"table"},
    "figcaption": {"figure"},
    "legend": {"fieldset"},
    "summary": {"details"},
    "tr": {"thead", "tbody", "tfoot"},
}
_TYPED: Final = frozenset(["text", "search", "email", "number", "password", "tel", "url", "date"])


def wrong(element: Element, above: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield what is wrong in an element and in those inside it, each with the way to it."""
    way = " > ".join([*above[-3:], element.tag])
    yield from (f"{way}: {said}" for said in _wrong_here(element, above))
    for part in element.parts:
        if isinstance(part, Element):
            yield from wrong(part, (*above, element.tag))


def _wrong_here(element: Element, above: tuple[str, ...]) -> Iterator[str]:
    tag, parent = element.tag, above[-1] if above else ""
    if tag.startswith("!") or "svg" in above:
        return
    if parent in _CHILDREN and tag not in _CHILDREN[parent]:
        yield "does not belong here"
    if tag in _PARENTS and parent not in _PARENTS[tag]:
        yield "does not belong here"
    if tag in _BLOCKS and parent in _NO_BLOCKS_IN:
        yield "a block in a line of text"
    if tag in _INTERACTIVE - {"input"} and {"a", "button"} & set(above):
        yield "one control in another"
    if tag in _CHILDREN and any(isinstance(each, str) and each.strip() for each in element.parts):
        yield "text between its parts"
    yield from _wrong_attributes(tag, element.attributes)


def _wrong_attributes(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    for name, value in attributes.items():
        if name == "style" or name.startswith("on"):
            yield f"{name}: no policy lets it be"
        if name in ("tabindex", "colspan", "rowspan", "width", "height") and not re.fullmatch(r"-?\d+", value):
            yield f"{name}: {value!r} is no number"
        if name in ("id", "for", "popovertarget") and not re.fullmatch(r"\S+", value):
            yield f"{name}: {value!r} is no id"
        if name in ("href", "src") and re.search(r"[\s\"<>\\^`{|}]", value):
            yield f"{name}: {value!r} is no address"
    if tag == "img" and "alt" not in attributes:
        yield "no alt"
    if "popovertarget" in attributes and "aria-expanded" in attributes:
        yield "aria-expanded: the browser says that"
    if tag == "input" and "autocomplete" in attributes and attributes.get("type", "text") not in _TYPED:
        yield "autocomplete: of nothing typed"
    if tag == "button" and attributes.get("type") not in ("button", "reset", "submit"):
        yield "no type"
