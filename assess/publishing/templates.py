"""Our own Jinja2 environment: everything that comes from a file is escaped, and a missing name is an error."""

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assess.presentation.edition import Draw
from assess.presentation.wording import Words
from assess.publishing.resources import packaged


@cache
def environment() -> Environment:
    """Return the environment of the page templates."""
    return Environment(
        loader=FileSystemLoader(packaged("site_templates") / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def render(template: str, page: Any, words: Words) -> str:
    """Return a page's body."""
    return environment().get_template(template).render(page=page, words=words)


def drawer(words: Words) -> Draw:
    """Return what renders a small template with a record, in one language."""
    return lambda template, record: environment().get_template(template).render(it=record, words=words)
