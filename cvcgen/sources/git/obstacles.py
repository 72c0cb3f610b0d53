"""Objects that git waits for without an end.

A pipe or a device stands in the place of one, or it ends before all that its head promises.
Git itself looks for neither. Looking takes longer than reading a revision, so it is done only
once an answer is late.
"""

import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cvcgen.core.diagnostics import Message, message

_MOST_OBJECTS = 20_000
"""How many loose objects are looked at: git packs them long before."""
_MOST_BYTES = 16 * 1024 * 1024
"""How much of what they hold is looked at."""
_PART = 64 * 1024
_FANS = [f"{number:02x}" for number in range(256)]
"""The folders of the loose objects."""
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """An object that git may never come to the end of."""

    id: str
    """Which one."""
    reason: Message
    """What is wrong with it."""


def find_obstacle(git_dir: Path) -> Obstacle | None:
    """The first such loose object of a repository, by id; None where there is none.

    Never waits for what it looks at. Objects beyond the limits, in packs or borrowed from
    elsewhere are not looked at. Raises `OSError` or `ValueError` where that is no repository.
    """
    left = _MOST_BYTES
    for number, entry in enumerate(_loose_objects(_shared(git_dir) / "objects")):
        if number == _MOST_OBJECTS:
            return None
        id = f"{Path(entry.path).parent.name}{entry.name}"
        if not entry.is_file():
            if entry.is_dir():  # which git complains of at once
                continue
            return Obstacle(id, message("a pipe or a device stands in its place"))
        with suppress(OSError, ValueError, zlib.error):  # git complains of that itself
            claimed, held = _lengths(entry.path, left)
            if held < claimed:
                return Obstacle(id, message("it holds less than it says"))
            left -= held
    return None


def _shared(git_dir: Path) -> Path:
    """The folder of git that a linked worktree has its objects in."""
    shared = git_dir / "commondir"
    if not shared.is_file():
        return git_dir
    return git_dir / os.fsdecode(shared.read_bytes()).removesuffix("\n")


def _loose_objects(objects: Path) -> Iterator[os.DirEntry[str]]:
    """By id."""
    for fan in _FANS:
        with suppress(OSError), os.scandir(objects / fan) as entries:
            yield from sorted(entries, key=lambda entry: entry.name)


def _lengths(path: str, limit: int) -> tuple[int, int]:
    """How many bytes the object says that it holds, and how many it does; both 0 if too many.

    Raises `OSError`, `ValueError` or `zlib.error` where it is no object.
    """
    with open(os.open(path, _READ), "rb") as stream:  # noqa: PTH123 - a pipe must not block
        inflating = zlib.decompressobj()
        start = inflating.decompress(stream.read(_PART), _PART)
        head, _, begun = start.partition(b"\0")
        claimed, held = int(head.partition(b" ")[2]), len(begun)
        if claimed > limit:
            return 0, 0
        while not inflating.eof and held <= claimed:
            packed = inflating.unconsumed_tail or stream.read(_PART)
            if not packed:
                raise ValueError(path)
            held += len(inflating.decompress(packed, _PART))
    return claimed, held
