"""What views remember of what they made, with the names of what they read for it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple

from cvcgen.publish.reading import Reading

Memory = dict[tuple[object, ...], tuple[Any, frozenset[str]]]
"""What was made, with the names of what was read for it, by function and arguments."""
_Page = TypeVar("_Page")
_Key = TypeVarTuple("_Key")
_Made = TypeVar("_Made")
MOST_REMEMBERED = 50_000
"""Results of one folder; beyond, all are forgotten: that costs time, never memory."""


def remember(
    reading: Reading, memory: Memory, make: Callable[..., object], page: object, *args: object
) -> tuple[Any, frozenset[str]]:
    """What the function makes, with the names of what it read, which is kept."""
    if len(memory) >= MOST_REMEMBERED:
        memory.clear()
    reading.begin()
    try:
        made = make(page, *args)
    finally:
        reads = reading.end()
    memory[make, *args] = made, reads
    return made, reads


def once(
    make: Callable[[_Page, *_Key], _Made],
    memory_of: Callable[[Any], Memory],
    strip: Callable[[Any], object],
) -> Callable[[_Page, *_Key], _Made]:
    """The function, remembered in one of the memories that pages share.

    It is given what `strip` leaves of a page: what all have in common that share the memory.
    """

    @wraps(make)
    def recall(page: Any, *args: *_Key) -> _Made:
        memory = memory_of(page)
        found = memory.get((make, *args))
        if found is None:
            found = remember(page.site.reading, memory, make, strip(page), *args)
        made: _Made
        made, reads = found
        if reads:
            page.site.reading.note_all(reads)
        return made

    return recall
