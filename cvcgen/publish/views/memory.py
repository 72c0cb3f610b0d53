"""What views remember of what they made, with the names of what they read for it."""

from collections.abc import Callable
from typing import Any

from cvcgen.publish.reading import Reading

Memory = dict[tuple[object, ...], tuple[Any, frozenset[str]]]
"""What was made, with the names of what was read for it, by function and arguments."""
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
