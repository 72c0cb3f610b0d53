"""How much one file may hold, whichever way it is read."""

from cvcgen.core.diagnostics import Message, message

MAX_DEPTH = 20
"""How deep lists and mappings may nest."""
MAX_NODES = 20_000
"""How many keys and values one file may hold."""
MAX_KEY = 1024
"""In characters: no reader of YAML takes a colon for that of a key that begins further back."""
MAX_FAULTS = 100
"""How many faults of form are reported for one file before reading it stops."""


def beyond_limits(depth: int, nodes: int, faults: int) -> Message | None:
    """What is too much in a file that holds so much so far; None where nothing is.

    >>> print(beyond_limits(depth=21, nodes=30, faults=0).text(str))
    nested deeper than 20 levels
    """
    if depth > MAX_DEPTH:
        return message("nested deeper than {limit} levels", limit=MAX_DEPTH)
    if nodes > MAX_NODES:
        return message("more than {limit} keys and values in one file", limit=MAX_NODES)
    if faults >= MAX_FAULTS:
        return message("{limit} faults in this file; the rest is not read", limit=MAX_FAULTS)
    return None
