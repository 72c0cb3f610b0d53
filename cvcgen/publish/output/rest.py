"""How a site lies that nobody has touched since it was written, told again at a glance.

Thousands of files are told in one text, and compared as one: with nothing changed, nothing of
it is taken apart but the paths.
"""

import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cvcgen.publish.output.beside import has_leftovers

if TYPE_CHECKING:
    from cvcgen.publish.artifacts import Seal

_SECOND = 1_000_000_000
_END_OF_PATHS = "\n\n"
"""No path has a line end in it, see `names`."""


def describe_rest(seals: "Mapping[str, Seal]") -> str:
    """How these files lie, by path; to be asked again by `lies_as`."""
    lines = (_line(seal.size, seal.modified, seal.number) for seal in seals.values())
    return "\n".join(seals) + _END_OF_PATHS + "\n".join(lines)


def lies_as(folder: Path, described: str) -> bool:
    """Whether the files lie in the folder as described, and no build works there.

    Nor was one killed. What else is in the folder does not count.
    """
    paths, _, lines = described.partition(_END_OF_PATHS)
    if folder.is_symlink() or has_leftovers(folder):
        return False
    return _describe(folder, paths.split("\n")) == lines


def is_exact(modified: int) -> bool:
    """Whether a time of change, in nanoseconds, tells a file from one changed right after.

    Not one of whole seconds: some file systems count no finer, and archives keep no finer.
    """
    return modified % _SECOND != 0


def _describe(folder: Path, paths: Iterable[str]) -> str | None:
    """A line for each of these plain files; None where one is none, or tells too little."""
    lines = []
    for path in paths:
        try:
            found = os.lstat(f"{folder}/{path}")
        except (OSError, ValueError):
            return None
        if not (stat.S_ISREG(found.st_mode) and is_exact(found.st_mtime_ns)):
            return None
        lines.append(_line(found.st_size, found.st_mtime_ns, found.st_ino))
    return "\n".join(lines)


def _line(size: int, modified: int, number: int) -> str:
    """What tells a file from one that somebody has changed since, see `artifacts.Seal`."""
    return f"{size} {modified} {number}"
