"""The whole build: load and score, frame, fill, swap."""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from assess.presentation.addresses import data_address
from assess.problems import Problem
from assess.publishing.collecting import Collected, collect
from assess.publishing.data import OpenData
from assess.publishing.files import Beside, beside
from assess.publishing.filling import PAGE, Filling
from assess.publishing.finishing import finish
from assess.publishing.frame import build_frame, frame_file, take_stubs
from assess.publishing.headers import header_files
from assess.publishing.intake import Count
from assess.publishing.memory import looked_through_seldom
from assess.publishing.searching import extend_index
from assess.publishing.sitemap import robots, sitemaps, take_places


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
    for frame in frames.values():
        finish(frame)
    stubs = {language: take_stubs(frame) for language, frame in frames.items()}
    prefixes = {each: f"{each}/" if n else "" for n, each in enumerate(collected.workspace.settings.languages)}
    filling = Filling(collected, stubs)
    addresses: dict[str, list[str]] = {language: [] for language in prefixes}
    with looked_through_seldom(), beside(target) as new, OpenData(filling.contents, new, data_address()) as data:
        for name, make in filling.files(data):
            new.put(name, make())
            if name.endswith(PAGE):
                language = _language_of(name, prefixes)
                addresses[language].append(name.removesuffix(PAGE).removeprefix(prefixes[language]))
        data.package()  # whether or not a page told of it
        for language, prefix in prefixes.items():
            taken = _left_out(frames[language], addresses[language])
            warnings = [*warnings, *(_TAKEN.format(address=f"/{prefix}{each}") for each in taken)]
        for name, text in _around_pages(frames, addresses, prefixes).items():
            new.put(name, text.encode())
        for language, prefix in prefixes.items():
            extend_index(frames[language], filling.entries(language))
            new.take(frames[language], prefix)
        if strict and warnings:
            raise StrictError(tuple(collected.problems), tuple(warnings))
        new.swap()
    return _built(collected, warnings, sum(map(len, addresses.values())), new)


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


def _language_of(address: str, prefixes: Mapping[str, str]) -> str:
    first, *others = prefixes
    return next((each for each in others if address.startswith(prefixes[each])), first)


def _around_pages(
    frames: Mapping[str, Path], addresses: Mapping[str, Sequence[str]], prefixes: Mapping[str, str]
) -> Mapping[str, str]:
    """Return what servers and search engines read, by name, save what the workspace brings itself."""
    places = {language: take_places(frames[language]) for language in prefixes}
    first = next(iter(prefixes))
    base = places[first][0]
    every = {language: [*written, *addresses[language]] for language, (_, written) in places.items()}
    texts = {
        **sitemaps(base, every, prefixes),
        "robots.txt": robots(base),
        **header_files(tuple(prefixes.values()), urlsplit(base).path or "/"),
    }
    return {name: text for name, text in texts.items() if not (frames[first] / name).exists()}
