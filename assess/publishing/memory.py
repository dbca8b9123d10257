"""The collector of memory while pages are made: by the thousand, and none leaves a cycle behind."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_OBJECTS: Final = 50_000
"""How many objects come to be, less those that go, until the youngest are looked through; 700 otherwise."""


@contextmanager
def looked_through_seldom() -> Iterator[None]:
    """Let what is loaded stay as it is, and what comes be looked through for cycles only now and then."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
