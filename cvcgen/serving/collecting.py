"""Garbage collection that does not make a save wait.

Python looks through all objects again and again, and those of a large site are many: more
than half of the time between a save and its page went into that.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def spared() -> Iterator[None]:
    """What there is now is not looked through until the end of the block."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def paused() -> Iterator[None]:
    """Nothing is collected inside the block, which must be short."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
