"""The bytes of a folder in a revision, to its entries.

Of a folder of hundreds of files a commit changes one or two: bytes that differ from those of
a folder read before in ids alone are compared with them, and only those entries are made anew.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import accumulate
from typing import NamedTuple

from cvcgen.core.diagnostics import message
from cvcgen.sources.git.errors import GitError, Problem

_ENTRY = {
    length: re.compile(rb"([0-7]{5,6}) ([^\x00/]+)\x00(.{%d})" % (length // 2), re.S)
    for length in (40, 64)
}
_Parts = tuple[bytes, bytes, bytes]
_MOST_MODELS = 64
"""How many folders are kept to compare others with."""
_MOST_DIFFERENCES = 32
"""With more of them, reading all anew is quicker."""


class Form(Enum):
    """What an entry of a folder is."""

    FILE = 0o100000
    LINK = 0o120000
    FOLDER = 0o040000
    SUBMODULE = 0o160000


class Entry(NamedTuple):
    """One name in a folder."""

    name: str
    """Bytes that are no UTF-8 stand as surrogates, as in a listing of the disk."""
    form: Form
    id: str


@dataclass(frozen=True, slots=True)
class _Model:
    """A folder that was read, to compare others with."""

    content: bytes
    entries: tuple[Entry, ...]
    """By name, which is the order of the content too."""
    ends: tuple[int, ...]
    """Where each of them ends in the content."""


class TreeParser:
    """Reads folders one after the other."""

    def __init__(self) -> None:
        # The last folder of each length in bytes: as a rule it was that of the commit before.
        self._models: dict[int, _Model] = {}

    def parse(self, id: str, content: bytes) -> tuple[Entry, ...]:
        """The entries that git's bytes list, by name. Raises `GitError`.

        An entry that is as it was in the last folder of that length is the same object.
        """
        model = self._models.get(len(content))
        entries = None if model is None else _edited(model, content, len(id) // 2)
        if model is not None and entries is not None:
            self._models[len(content)] = replace(model, content=content, entries=entries)
            return entries
        found = _split(id, content)
        listed = _entries(id, found)
        entries = tuple(sorted(listed))
        if [*entries] == listed and (model or len(self._models) < _MOST_MODELS):
            self._models[len(content)] = _Model(content, entries, _ends(found))
        return entries


def _split(id: str, content: bytes) -> list[_Parts]:
    """Mode, name and id of each entry, in git's own order."""
    found: list[_Parts] = _ENTRY[len(id)].findall(content)
    if (_ends(found) or (0,))[-1] != len(content):
        raise GitError(Problem.DAMAGED, id, message("a folder that is no list of names"))
    return found


def _ends(found: Sequence[_Parts]) -> tuple[int, ...]:
    sizes = (len(mode) + len(name) + len(key) + 2 for mode, name, key in found)
    return tuple(accumulate(sizes))


def _entries(id: str, found: Sequence[_Parts]) -> list[Entry]:
    try:
        entries = [_entry(mode, name, key) for mode, name, key in found]
    except ValueError as error:
        said = message("a folder with an entry of no kind: {error}", error=error)
        raise GitError(Problem.DAMAGED, id, said) from error
    if len({entry.name for entry in entries}) != len(entries):
        raise GitError(Problem.DAMAGED, id, message("a folder with one name twice"))
    return entries


def _edited(model: _Model, content: bytes, size: int) -> tuple[Entry, ...] | None:
    """The entries of a folder that has other ids than the model, if nothing else differs.

    `content` is as long as the model's, an id of `size` bytes.
    """
    entries, start = [*model.entries], 0
    for _ in range(_MOST_DIFFERENCES):
        at = _first_difference(model.content, content, start)
        if at == len(content):
            return tuple(entries)
        number = bisect_right(model.ends, at)
        start = model.ends[number]
        if at < start - size:
            return None
        entries[number] = entries[number]._replace(id=content[start - size : start].hex())
    return None


def _first_difference(one: bytes, other: bytes, start: int) -> int:
    """Where two texts of one length differ first, from `start` on; their length if nowhere."""
    if one[start:] == other[start:]:
        return len(one)
    alike, end = start, len(one)
    while end - alike > 1:
        middle = (alike + end) // 2
        if one[alike:middle] == other[alike:middle]:
            alike = middle
        else:
            end = middle
    return alike


def _entry(mode: bytes, name: bytes, key: bytes) -> Entry:
    form = Form(int(mode, 8) & 0o170000)
    return Entry(name.decode("utf-8", "surrogateescape"), form, key.hex())
