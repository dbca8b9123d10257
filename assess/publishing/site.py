"""The whole build: load and score, frame, fill, swap."""

import gc
import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assess.presentation.addresses import data_address
from assess.problems import Problem
from assess.publishing.collecting import Collected, Count, collect
from assess.publishing.data import OpenData
from assess.publishing.files import Beside, beside
from assess.publishing.filling import PAGE, Filling
from assess.publishing.frame import build_frame, frame_file, take_stubs


class StrictError(Exception):
    """There were problems, and the build was asked to stop for them."""

    def __init__(self, problems: tuple[Problem, ...], warnings: tuple[str, ...]) -> None:
        super().__init__("problems in a strict build")
        self.problems, self.warnings = problems, warnings


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did."""

    target: Path
    problems: tuple[Problem, ...]
    warnings: tuple[str, ...]
    count: Count
    agencies: int
    pages: int
    written: int


def build_site(root: Path, target: Path, *, strict: bool = False) -> Built:
    """Build the site of the workspace in `root` into `target`.

    Raises:
        UnusableWorkspace: assess.yaml or agencies.yaml is refused.
        FrameError, StubError: MkDocs could not build the frame.
        TargetError: `target` cannot be replaced.
        StrictError: `strict`, and there were problems; the old site stays.
    """
    collected = collect(root)
    try:
        with tempfile.TemporaryDirectory() as folder:
            frames, warnings = build_frames(collected, root, Path(folder))
            return publish(collected, frames, warnings, target, strict=strict)
    finally:
        collected.spool.close()


def build_frames(
    collected: Collected, root: Path, folder: Path, ready: Mapping[str, Path] | None = None
) -> tuple[Mapping[str, Path], list[str]]:
    """Build the frame of each language that is not `ready`, below `folder`; return where they are, and warnings."""
    frames, warnings = dict(ready or {}), []
    languages = collected.workspace.settings.languages
    for language in languages:
        if language not in frames:
            frames[language] = folder / language
            warnings += build_frame(frame_file(root, language), language, folder / language)
    return frames, warnings


def publish(
    collected: Collected, frames: Mapping[str, Path], warnings: list[str], target: Path, *, strict: bool
) -> Built:
    """Fill the frames, beside the old site, and swap. The frames are used up."""
    refusing = tuple(each for each in collected.problems if each.refuses)
    if strict and (refusing or warnings):
        raise StrictError(tuple(collected.problems), tuple(warnings))
    stubs = {language: take_stubs(frame) for language, frame in frames.items()}
    gc.freeze()  # what is loaded stays to the end: it need not be looked through again for every few pages
    pages = 0
    filling = Filling(collected, stubs)
    with beside(target) as new, OpenData(filling.contents, new, data_address()) as data:
        addresses = []
        for name, make in filling.files(data):
            new.put(name, make())
            if name.endswith(PAGE):
                addresses.append(name.removesuffix(PAGE))
                pages += 1
        data.package()  # whether or not a page told of it
        for n, language in enumerate(collected.workspace.settings.languages):
            prefix = f"{language}/" if n else ""
            own = [each.removeprefix(prefix) for each in addresses if _language_of(each, collected) == language]
            taken = _left_out(frames[language], own)
            warnings = [*warnings, *(_TAKEN.format(address=f"/{prefix}{each}") for each in taken)]
            _mend_sitemap(frames[language], own)
            new.take(frames[language], prefix)
        if strict and warnings:
            raise StrictError(tuple(collected.problems), tuple(warnings))
        new.swap()
    return _built(collected, warnings, pages, new)


_TAKEN: Final = (
    "{address}: địa chỉ này là của một trang kết quả, nên trang viết tay bị bỏ qua; hãy đổi tên tệp trong docs · "
    "this is the address of a page of results, so the hand-written one is left out; rename its file in docs"
)


def _left_out(frame: Path, addresses: Iterable[str]) -> list[str]:
    """Take the hand-written pages out of a frame that stand where pages of results do; return their addresses."""
    taken = [each for each in addresses if each and (frame / each / "index.html").is_file()]
    for each in taken:
        (frame / each / "index.html").unlink()
    return taken


def _built(collected: Collected, warnings: list[str], pages: int, new: Beside) -> Built:
    agencies = {agency for cohort in collected.cohorts for agency in cohort.records}
    return Built(
        target=new.target,
        problems=tuple(collected.problems),
        warnings=tuple(warnings),
        count=collected.count,
        agencies=len(agencies),
        pages=pages,
        written=new.written,
    )


def _language_of(address: str, collected: Collected) -> str:
    first, *others = collected.workspace.settings.languages
    return next((each for each in others if address.startswith(f"{each}/")), first)


def _mend_sitemap(frame: Path, addresses: list[str]) -> None:
    """Put the generated pages into the frame's sitemap in place of the stubs; dates, which a clock gives, go."""
    (frame / "sitemap.xml.gz").unlink(missing_ok=True)
    path = frame / "sitemap.xml"
    if not path.exists():
        return
    text = path.read_text(encoding="utf-8")
    places = re.findall(r"<loc>(.*?)</loc>", text)
    stub = next((each for each in places if each.endswith("/stub/")), None)
    if stub is None:
        path.unlink()
        return
    base = stub.removesuffix("stub/")
    own = dict.fromkeys(base + each for each in addresses)
    kept = [each for each in places if not each.startswith(stub) and each != base and each not in own]
    entries = "\n".join(f"  <url><loc>{each}</loc></url>" for each in [*kept, *own])
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    path.write_text(f"{head}\n{entries}\n</urlset>\n", encoding="utf-8")
