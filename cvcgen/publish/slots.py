r"""Slots: the places in a page of what is another at every commit, whatever the page shows.

A page is made with a mark in each slot, and filled last: a commit then costs no making of
pages, only their filling. Marks have control characters, which no content can have.

>>> filled = fill(b"of \x02source\x03.", {"source": b"main"})
>>> filled
Filled(content=b'of main.', at=((3, 'source'),))
>>> refill(filled.content, filled.at, {"source": b"main"}, {"source": b"4f2a9c"})
Filled(content=b'of 4f2a9c.', at=((3, 'source'),))
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

SOURCE = "source"
"""The slot of the revision or branch in links to files of the repository."""
_START, _END = "\x02", "\x03"
MARKS = f"{_START}{_END}"
"""The characters of marks."""
_FIRST = _START.encode()
_MARK = re.compile(rb"\x02([A-Za-z0-9-]+)\x03")


class Filled(NamedTuple):
    """A file with its slots filled."""

    content: bytes
    """The whole file."""
    at: tuple[tuple[int, str], ...]
    """Where each slot starts in it, in bytes, with the slot's name; in their order."""


def mark(slot: str) -> str:
    """What stands for a slot until it is filled."""
    return f"{_START}{slot}{_END}"


def origin_slot(language: str) -> str:
    """The slot of what a page says about the commit it was built from."""
    return f"origin-{language}"


def fill(draft: bytes, slots: Mapping[str, bytes]) -> Filled:
    """The file with what belongs into its slots; what is no slot stays."""
    found, at = [], draft.find(_FIRST)  # a twentieth of the time of looking for the pattern
    while at >= 0:
        one = _MARK.match(draft, at)
        if one and (name := one[1].decode()) in slots:
            found.append((at, one.end(), name))
        at = draft.find(_FIRST, at + 1)
    return _put_in(draft, found, slots)


def refill(
    content: bytes,
    at: tuple[tuple[int, str], ...],
    former: Mapping[str, bytes],
    slots: Mapping[str, bytes],
) -> Filled:
    """A filled file with something else in its slots; `former` is what is in them now."""
    found = [(start, start + len(former[name]), name) for start, name in at]
    return _put_in(content, found, slots)


def _put_in(
    content: bytes, found: list[tuple[int, int, str]], slots: Mapping[str, bytes]
) -> Filled:
    pieces, at, size, rest = [], [], 0, 0
    for start, end, name in found:
        before, new = content[rest:start], slots[name]
        at.append((size + len(before), name))
        pieces += [before, new]
        size += len(before) + len(new)
        rest = end
    pieces.append(content[rest:])
    return Filled(b"".join(pieces) if found else content, tuple(at))
