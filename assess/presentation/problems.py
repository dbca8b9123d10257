"""The pages of the rules: what can be wrong with a file, what each rule means, and an example."""

import re
from collections.abc import Sequence

from assess.presentation import pages
from assess.presentation.addresses import problem_address, way
from assess.presentation.wording import Words
from assess.problems.catalogue import RULES
from assess.problems.reading import READING
from assess.problems.rule import Both
from assess.problems.sense import SENSE
from assess.problems.shape import SHAPE


def problems_page(language: str, words: Words) -> pages.ProblemsPage:
    """Return the index of all rules."""
    here = problem_address()
    groups = {"problems_reading": READING, "problems_shape": SHAPE, "problems_sense": SENSE}
    return pages.ProblemsPage(
        title=words["problems_title"],
        crumbs=(pages.Link(text=words["home"], href=way(here, "")), pages.Link(text=words["problems_title"], href="")),
        lead=words["problems_lead"],
        groups=tuple(
            pages.ProblemGroup(
                title=words[title],
                rows=tuple(
                    pages.ProblemRow(code=code, title=_in(rule.title, language), href=way(here, problem_address(code)))
                    for code, rule in rules.items()
                ),
            )
            for title, rules in groups.items()
        ),
    )


def problem_pages(language: str, words: Words) -> Sequence[pages.ProblemPage]:
    """Return a page for each rule, in the order of the index."""
    codes = list(RULES)
    return [_page(codes, place, language, words) for place in range(len(codes))]


def _page(codes: Sequence[str], place: int, language: str, words: Words) -> pages.ProblemPage:
    code = codes[place]
    rule, here = RULES[code], problem_address(code)
    before = codes[place - 1] if place else None
    after = codes[place + 1] if place + 1 < len(codes) else None
    return pages.ProblemPage(
        title=_in(rule.title, language),
        crumbs=(
            pages.Link(text=words["home"], href=way(here, "")),
            pages.Link(text=words["problems_title"], href=way(here, problem_address())),
            pages.Link(text=code, href=""),
        ),
        code=code,
        message=re.sub(r"\{[a-z_]+\}", "…", _in(rule.message, language)),
        meaning=_in(rule.meaning, language),
        wrong=rule.wrong,
        right=rule.right,
        previous=None if before is None else _link(before, here, language),
        following=None if after is None else _link(after, here, language),
    )


def _link(code: str, here: str, language: str) -> pages.Link:
    return pages.Link(text=_in(RULES[code].title, language), href=way(here, problem_address(code)))


def _in(both: Both, language: str) -> str:
    return both.vi if language == "vi" else both.en
