"""The site as a folder: built beside the old one, swapped in whole at the end; what did not change is not written."""

import ctypes
import filecmp
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

MARKER: Final = ".assess-site"
"""Marks a folder as a site that we made; other things that we make have marks of their own."""
_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2


class TargetError(Exception):
    """The folder cannot be built into. `reason` is "foreign" (not made by us), "busy" (another build) or "disk"."""

    def __init__(self, reason: str, path: Path, detail: str = "") -> None:
        super().__init__(f"{reason}: {path} {detail}".strip())
        self.reason, self.path, self.detail = reason, path, detail


class Beside:
    """A new site that grows beside the old one. `written` and `kept` count the files put into it."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.folder = target.with_name(f".{target.name}.new")
        self.written = self.kept = 0
        self._made: set[str] = set()
        self._replaces = target.exists()

    def put(self, name: str, content: bytes) -> None:
        """Put a file into the site; one that the old site has just so is taken over without writing it."""
        path, old = self._place(name)
        if self._replaces and _same(old, content):
            with suppress(OSError):
                os.link(old, path)
                self.kept += 1
                return
        with open(path, "wb", buffering=0) as file:  # noqa: PTH123  # the same
            file.write(content)
        self.written += 1

    @contextmanager
    def growing(self, name: str) -> Iterator[IO[bytes]]:
        """Give a file of the site to write into piece by piece; it counts as `put` when it is whole."""
        path, old = self._place(name)
        with open(path, "wb") as file:  # noqa: PTH123  # the same
            yield file
        if self._replaces and _alike(old, path):
            with suppress(OSError):
                os.link(old, f"{path}.same")
                os.replace(f"{path}.same", path)  # noqa: PTH105  # the same
                self.kept += 1
                return
        self.written += 1

    def _place(self, name: str) -> tuple[str, str]:
        """Return where a file of the site is written, in a folder that is there, and where the old site has it."""
        path = f"{self.folder}/{name}"
        parent = os.path.dirname(path)  # noqa: PTH120  # half the cost of pathlib, tens of thousands of times
        if parent not in self._made:
            try:  # nearly every page has a folder of its own, in one that is there
                os.mkdir(parent)  # noqa: PTH102  # the same
            except OSError:
                os.makedirs(parent, exist_ok=True)  # noqa: PTH103  # the same
            self._made.add(parent)
        return path, f"{self.target}/{name}"

    def take(self, folder: Path, prefix: str) -> None:
        """Put in everything below a folder, under a prefix."""
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                self.put(prefix + path.relative_to(folder).as_posix(), path.read_bytes())

    def swap(self) -> None:
        """Make the new site the site, in one step where the system can; the old one is removed afterwards.

        Where nothing was written and nothing is gone, the old site stays and the new one is removed.
        """
        if not self.written and self.kept == _count(self.target):
            shutil.rmtree(self.folder)
            return
        if not self.target.exists():
            self.folder.rename(self.target)
            return
        if not _exchange(self.folder, self.target):
            aside = self.target.with_name(f".{self.target.name}.old")
            self.target.rename(aside)
            self.folder.rename(self.target)
            self.folder = aside
        shutil.rmtree(self.folder)


@contextmanager
def beside(target: Path, marker: str = MARKER) -> Iterator[Beside]:
    """Give a folder beside `target` to build into; whatever goes wrong, `target` is left as it was.

    What is made carries the `marker`, and only what carries it is replaced.

    Raises:
        TargetError: `target` is not ours to replace, or another build is at work.
    """
    _check_ours(target, marker)
    target.parent.mkdir(parents=True, exist_ok=True)
    with _locked(target):
        _recover(target)
        _check_ours(target, marker)
        new = Beside(target)
        shutil.rmtree(new.folder, ignore_errors=True)
        try:
            new.put(marker, b"format: 1\n")
            yield new
        except BaseException:
            shutil.rmtree(new.folder, ignore_errors=True)
            raise


def _recover(target: Path) -> None:
    """Bring the old site back if a build was killed between the two steps of a swap."""
    aside = target.with_name(f".{target.name}.old")
    if aside.exists():
        if target.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(target)


def _check_ours(target: Path, marker: str) -> None:
    """Refuse to replace a folder that we did not make."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise TargetError("foreign", target)
    if target.exists() and any(target.iterdir()) and not (target / marker).is_file():
        raise TargetError("foreign", target)


def _same(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  # half the cost of pathlib
            return os.fstat(file.fileno()).st_size == len(content) and file.read() == content
    except OSError:
        return False


def _alike(one: str, other: str) -> bool:
    """Return whether two files hold the same, however large they are."""
    try:
        return filecmp.cmp(one, other, shallow=False)
    except OSError:
        return False


def _count(folder: Path) -> int:
    return sum(len(files) for _, _, files in os.walk(folder))


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; return whether the system could."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done: int = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    """Hold the lock on a target; the system lets go of it when the process ends, however it ends."""
    path = target.with_name(f".{target.name}.lock")
    with path.open("w") as file:
        if not _lock(file):
            raise TargetError("busy", target)
        yield


def _lock(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
