"""Our own Jinja2 environment: everything that comes from a file is escaped, and a missing name is an error."""

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assess.presentation import pages
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


def question_renderer() -> Callable[[pages.FixedQuestion], str]:
    """Return what renders the part of a question that is the same on every agency's page."""
    template = environment().get_template("_question.html")
    return lambda question: template.render(question=question)
