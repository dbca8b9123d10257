"""Questions and answers as a bare template would be given them: our pages hold them as markup that is ready."""

from dataclasses import dataclass
from typing import Any, Final

from assess.publishing.templates import environment
from tests.test_publishing import Element, tree

_TEMPLATE: Final = """\
{% for it in rows %}
<li id="{{ it.anchor }}" class="{{ it.mark }}">
<h4><a href="{{ it.results }}">{{ it.number }}</a> {{ it.text }}</h4>
{% for line in it.lines %}
<p class="{{ line.mark }}">{{ line.text }}</p>
{% endfor %}
{% if it.papers %}
<ul class="e" aria-label="{{ it.papers_title }}">
{% for paper in it.papers %}
<li>{% if paper.href %}<a href="{{ paper.href }}" rel="nofollow ugc noopener">{{ paper.title }}</a>\
{% else %}{{ paper.title }}{% endif %} <small>{{ paper.known }}</small></li>
{% endfor %}
</ul>
{% endif %}
</li>
{% endfor %}
"""


@dataclass(frozen=True, slots=True)
class _Line:
    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class _Paper:
    href: str
    title: str
    known: str


@dataclass(frozen=True, slots=True)
class _Row:
    anchor: str
    mark: str
    results: str
    number: str
    text: str
    lines: tuple[_Line, ...]
    papers_title: str
    papers: tuple[_Paper, ...]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows that are rendered where a template shows them."""

    rows: tuple[_Row, ...]
    template: Any

    def __html__(self) -> str:
        return str(self.template.render(rows=self.rows))


def undrawn(page: Any) -> Any:
    """Return a page whose answers are records again, which Jinja2 renders with the rest; others as they are."""
    sections = getattr(page, "sections", ())
    if not sections or not all(hasattr(each, "rows") and isinstance(each.rows, str) for each in sections):
        return page
    template = environment().from_string(_TEMPLATE)
    return page._replace(sections=tuple(each._replace(rows=_Rows(_rows(each.rows), template)) for each in sections))


def _rows(markup: str) -> tuple[_Row, ...]:
    return tuple(_row(each) for each in tree(markup.encode()).parts if isinstance(each, Element))


def _row(item: Element) -> _Row:
    parts = [each for each in item.parts if isinstance(each, Element)]
    heading, papers = next(item.every("h4")), next((each for each in parts if each.tag == "ul"), None)
    link = next(heading.every("a"))
    number = link.text()
    return _Row(
        anchor=item.attributes.get("id", ""),
        mark=item.attributes.get("class", ""),
        results=link.attributes["href"],
        number=number,
        text=heading.text().removeprefix(number).strip(),
        lines=tuple(_Line(each.attributes.get("class", ""), each.text()) for each in parts if each.tag == "p"),
        papers_title="" if papers is None else papers.attributes.get("aria-label", ""),
        papers=() if papers is None else tuple(_paper(each) for each in papers.every("li")),
    )


def _paper(item: Element) -> _Paper:
    known = next((each.text() for each in item.every("small")), "")
    link = next(item.every("a"), None)
    return _Paper("" if link is None else link.attributes["href"], item.text().removesuffix(known).strip(), known)
