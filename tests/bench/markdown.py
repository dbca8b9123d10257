"""The same agency pages as a person would give them to MkDocs: Markdown files outside the navigation."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from assess.presentation import pages
from assess.presentation.agency import agency_page
from assess.publishing.collecting import collect
from assess.publishing.filling import Filling
from assess.publishing.frame import take_stubs
from assess.publishing.site import build_frames

_CONFIG = """\
site_name: Markdown
theme: {name: material, language: vi, font: false, features: [navigation.tabs, navigation.top]}
markdown_extensions: [toc, tables, admonition, attr_list, def_list]
plugins: [search]
nav: [{Trang chủ: index.md}]
not_in_nav: /xa-*.md
"""


def write_markdown_site(root: Path, target: Path) -> Path:
    """Write a MkDocs project with a Markdown page for each agency of a workspace in one language."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "docs").mkdir(parents=True)
    (target / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    (target / "docs/index.md").write_text("# Trang chủ\n", encoding="utf-8")
    collected = collect(root)
    frames, _ = build_frames(collected, root, target / "frame")
    filling = Filling(collected, {language: take_stubs(frame) for language, frame in frames.items()})
    shutil.rmtree(target / "frame")
    (cohort,) = collected.cohorts
    around = filling._shelves[0].around
    for agency in cohort.records:
        page = agency_page(around, cohort, filling.visits.assessment(cohort, agency))
        text = "\n".join(_page(page)) + "\n"
        (target / f"docs/{agency}.md").write_text(text, encoding="utf-8")
    return target


def _page(page: pages.AgencyPage) -> Iterator[str]:
    yield from (f"# {page.title}", "", page.summary, "", f"**{page.score}** {page.scale}", "")
    yield from ("## Kết quả theo nội dung", "", page.radar, "")
    yield from ("| Nội dung | Điểm | Mức | Trung vị | Độ phủ | Trọng số |", "|---|---|---|---|---|---|")
    for row in page.dimensions:
        level = f"{row.level.id} {row.level.title}" if row.level else ""
        yield f"| {row.number} {row.title} | {row.score} | {level} | {row.peers} | {row.coverage} | {row.weight} |"
    yield from ("", "## Câu trả lời và minh chứng", "")
    for section in page.sections:
        yield from (f"### {section.number} {section.title}", "", f"**{section.score}**", "")
        yield from _text(section.rows)


def _text(markup: str) -> Iterator[str]:
    """Yield the questions and answers of a section as Markdown: headings, paragraphs and lists."""
    for tag, sign in (("<h4>", "\n\n#### "), ("<p", "\n\n<p"), ("<li><a", "\n- <a"), ("<li>", "\n- ")):
        markup = markup.replace(tag, sign)
    plain = "".join(part.partition(">")[2] if n else part for n, part in enumerate(markup.split("<")))
    yield from plain.splitlines()
