"""A line that holds a key, such as `status: planned`, in the forms that `plaintree` reads.

A content has few different ones beside its texts: the same rating stands in hundreds of files.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from cvcgen.sources.plainflow import FLOW, KEY, QUOTED
from cvcgen.sources.quicktree import plain_meaning
from cvcgen.sources.tree import ScalarValue

FLOWS: Final = "[{"
BLOCKS: Final = "|>"
QUOTES: Final = "\"'"
MARKED: Final = frozenset((*FLOWS, *BLOCKS, *QUOTES))
"""What no text without quotes begins with."""
_WORDS = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`](?:[^:#]++|:(?=[^ ])|(?<! )#)*+(?<! )"
"""A text without quotes, on one line: nothing in it could begin anything else."""
_VALUE = rf"{_WORDS}|{QUOTED}|[|>]-?|{FLOW}"
is_value: Final = re.compile(_VALUE).fullmatch
_is_row: Final = re.compile(rf"( *)({KEY}):(?: ({_VALUE}))?").fullmatch
_SHORT: Final = 48
"""In characters: longer lines hold texts, and are not remembered."""
_MOST_ROWS: Final = 4096
"""How many lines are remembered."""


class Row(NamedTuple):
    """What such a line says."""

    indent: int
    """How far it is set in."""
    key: str
    value: str | None
    """What stands behind the key, as written."""
    meaning: ScalarValue
    """What plain words there mean; None where something else or nothing stands there."""


def read_row(line: str) -> Row | None:
    """What the line says, if it holds a key; None for any other.

    Raises `OddFormError` for words that readers of YAML disagree about.

    >>> read_row("  securite: 5")
    Row(indent=2, key='securite', value='5', meaning=Fraction(5, 1))
    >>> read_row("- securite") is None
    True
    """
    return _remembered(line) if len(line) <= _SHORT else _read(line)


def _read(line: str) -> Row | None:
    found = _is_row(line)
    if found is None:
        return None
    margin, key, value = found.groups()
    is_plain = value is not None and value[0] not in MARKED
    return Row(len(margin), key, value, plain_meaning(value) if is_plain else None)


_remembered = lru_cache(maxsize=_MOST_ROWS)(_read)
