"""What lies in the folder now: our files, and strangers' that must outlive the build."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cvcgen.core.diagnostics import message
from cvcgen.publish.artifacts import Seal
from cvcgen.publish.output.manifest import MANIFEST, read_manifest
from cvcgen.publish.output.plan import Plan, folders_above
from cvcgen.publish.output.problems import OutputError, Problem

_WELCOME = frozenset({".gitignore"})
"""What a folder without a manifest may hold and still be written: repositories commit it."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The files of a folder, by path with `/`."""

    ours: frozenset[str] = frozenset()
    """Plain files that the manifest names; the manifest is not among them."""
    strangers: tuple[str, ...] = ()
    """Every other file, link or special file."""
    folders: frozenset[str] = frozenset()
    """Every folder inside."""
    kept_folders: tuple[str, ...] = ()
    """Folders that strangers need, outermost first: theirs, and empty ones."""


class Entry(NamedTuple):
    """One thing inside a folder."""

    path: str
    """With `/`, from the folder that is walked."""
    is_folder: bool
    is_file: bool
    """A plain file; false for links."""
    is_empty: bool = False
    """A folder with nothing in it."""


def survey_folder(folder: Path) -> Survey:
    """What lies in the folder, or an empty survey where there is none.

    Raises `OutputError` for a folder that is not cvcgen's to write.
    """
    if not folder.exists():
        return Survey()
    named = read_manifest(folder)
    if named is None and any(path.name not in _WELCOME for path in folder.iterdir()):
        raise OutputError(Problem.NOT_OURS, folder)
    entries = [entry for entry in walk(folder) if entry.path != MANIFEST]
    ours = frozenset(e.path for e in entries if e.is_file and e.path in (named or ()))
    strangers = [e.path for e in entries if not e.is_folder and e.path not in ours]
    kept = {e.path for e in entries if e.is_empty}
    kept.update(above for path in [*strangers, *kept] for above in folders_above(path))
    return Survey(
        ours=ours,
        strangers=tuple(sorted(strangers)),
        folders=frozenset(e.path for e in entries if e.is_folder),
        kept_folders=tuple(sorted(kept)),
    )


def refuse_overwriting(plan: Plan, found: Survey, folder: Path) -> None:
    """Raises `OutputError` where a file of the plan would take a stranger's place."""
    strangers = frozenset(found.strangers)
    kept = frozenset(found.kept_folders)
    if not strangers and not kept:
        return
    for path in plan.digests:
        for above in folders_above(path):
            if above in strangers:
                raise OutputError(Problem.STRANGER, folder / above)
        if path in strangers or path in kept:
            raise OutputError(Problem.STRANGER, folder / path)


def seal_of(path: str) -> Seal | None:
    """How the plain file lies there, or None where there is none."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return seal(found) if stat.S_ISREG(found.st_mode) else None


def seal(status: os.stat_result) -> Seal:
    """What tells the file from one that somebody has changed since."""
    return Seal(status.st_size, status.st_mtime_ns, status.st_ino)


def walk(folder: Path) -> Iterator[Entry]:
    """Everything inside the folder, each folder before what is in it; follows no link.

    Raises `OutputError` at a folder that is a file system of its own, which could be neither
    carried over nor removed, and at one that may not be written.
    """
    device = folder.stat().st_dev
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        place = f"{folder}/{inside}"
        if os.stat(place).st_dev != device:  # noqa: PTH116 - a string, thousands of times
            raise OutputError(Problem.MOUNT, Path(place))
        if not os.access(place, os.W_OK):
            raise OutputError(Problem.PERMISSION, Path(place), message("read-only folder"))
        with os.scandir(place) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
        if inside:
            yield Entry(inside.rstrip("/"), is_folder=True, is_file=False, is_empty=not entries)
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{inside}{entry.name}/")
            else:
                is_file = entry.is_file(follow_symlinks=False)
                yield Entry(f"{inside}{entry.name}", is_folder=False, is_file=is_file)
