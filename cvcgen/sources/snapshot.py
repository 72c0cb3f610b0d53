"""The files of one state of the content, as a value: read once, nothing to close.

Only `cvcgen.yaml` and what lies under `content/` belongs to a snapshot. What cannot or must
not be read (a link, a device, a file over the limit) is part of it too, with the reason, so
that a folder and a revision of it tell the same.
"""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePosixPath

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.origin import Origin

CONFIGURATION = PurePosixPath("cvcgen.yaml")
"""The file that makes a folder a site."""
CONTENT = PurePosixPath("content")
"""The folder of the records."""
WORKING_TREE = "working tree"
"""The label of a folder as it stands; its name would make pages differ from place to place."""
MAX_BYTES = 256 * 1024
"""The largest file that is read; a line end counts as one byte."""
MAX_RAW_BYTES = 2 * MAX_BYTES
"""No larger file can be within the limit, even if every other byte ends a line."""
MAX_FILES = 100_000
"""The most files that a site may hold."""
_REFUSES_LINKS = hasattr(os, "O_NOFOLLOW")
_READ = os.O_RDONLY | sum(
    getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")
)


class Refusal(StrEnum):
    """Why a file was not read."""

    LINK = "link"
    SPECIAL = "special"
    """A device, a pipe or a socket."""
    TOO_LARGE = "too_large"
    NO_PERMISSION = "no_permission"
    VANISHED = "vanished"
    """It was listed, and then could not be found or read."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The content's files, by path inside the site."""

    origin: Origin
    files: Mapping[PurePosixPath, bytes]
    """By path, sorted; lines end with LF, as git keeps them, whatever the checkout made."""
    refused: Mapping[PurePosixPath, Refusal] = field(default_factory=dict)
    """What was found and not read, by path, sorted."""


@dataclass(eq=False)
class NoSite(Exception):
    """There is no `cvcgen.yaml` in the folder, or the folder cannot be listed."""

    folder: Path
    """The folder that should have been a site."""
    reason: str
    """`missing`, `not_a_folder`, `no_permission`, `unreadable` or `too_many_files`."""

    @property
    def message(self) -> Message:
        """What stands in the way, for the user."""
        said = message(_NO_SITE[self.reason].template, folder=f"`{self.folder}`")
        if self.reason != "missing":
            return said
        above = _site_above(self.folder)
        hint = _ELSEWHERE
        if above is not None:
            hint = message("a folder above has one: `-C {above}`", above=above)
        return message("{problem}; {hint}", problem=said, hint=hint)


_NO_SITE = {
    "missing": message("there is no `cvcgen.yaml` in {folder}"),
    "not_a_folder": message("{folder} is not a folder"),
    "no_permission": message("{folder} may not be read"),
    "unreadable": message("{folder} could not be read"),
    "too_many_files": message("{folder} holds too many files"),
}

_ELSEWHERE = message("`-C DIR` tells where the site is, `cvcgen init DIR` makes a new one")


def _site_above(folder: Path) -> str | None:
    """The way up to the nearest folder above that is a site; None where none is."""
    if not os.path.isdir(folder):  # noqa: PTH112 - as in read_directory
        return None
    inside = folder.resolve()
    for above in inside.parents:
        if os.path.lexists(above / CONFIGURATION):
            return Path(folder, os.path.relpath(above, inside)).as_posix()
    return None


def read_directory(root: Path) -> Snapshot:
    """The snapshot of a folder as it stands.

    Never follows a link and never waits for a pipe. Raises `NoSite`.
    """
    # Not Path.is_dir, which raises where a name is too long or a folder may not be entered.
    if not os.path.isdir(root):  # noqa: PTH112
        raise NoSite(root, "not_a_folder" if os.path.lexists(root) else "missing")
    files: dict[PurePosixPath, bytes] = {}
    refused: dict[PurePosixPath, Refusal] = {}
    for path in sorted(_list_files(root), key=lambda path: path.parts):
        content = read_file(f"{root}/{path}")
        if isinstance(content, Refusal):
            refused[path] = content
        else:
            files[path] = content
    if CONFIGURATION not in files and CONFIGURATION not in refused:
        raise NoSite(root, "missing")
    return Snapshot(Origin(label=WORKING_TREE), files, refused)


def accept_content(content: bytes) -> bytes | Refusal:
    """A file's bytes as a snapshot keeps them, or why it keeps none.

    Whether lines end with CRLF is a setting of the machine (`core.autocrlf`, `eol=crlf`) and
    never part of the content: a folder and a revision of it must tell the same.
    """
    unified = content.replace(b"\r\n", b"\n")
    return Refusal.TOO_LARGE if len(unified) > MAX_BYTES else unified


def _list_files(root: Path) -> list[PurePosixPath]:
    """Every path of a snapshot: files, links and special files, hidden ones left out."""
    found = [CONFIGURATION] if os.path.lexists(root / CONFIGURATION) else []
    folders = [CONTENT] if os.path.lexists(root / CONTENT) else []
    while folders:
        folder = folders.pop()
        if (root / folder).is_symlink() or not (root / folder).is_dir():
            found.append(folder)
            continue
        try:
            entries = list(os.scandir(root / folder))
        except PermissionError as error:
            raise NoSite(root / folder, "no_permission") from error
        except (FileNotFoundError, NotADirectoryError):
            found.append(folder)
            continue
        except OSError as error:
            raise NoSite(root / folder, "unreadable") from error
        for entry in entries:
            if entry.name.startswith("."):
                continue
            is_folder = entry.is_dir(follow_symlinks=False)
            (folders if is_folder else found).append(folder / entry.name)
        if len(found) > MAX_FILES:
            raise NoSite(root, "too_many_files")
    return found


def read_file(path: Path | str) -> bytes | Refusal:
    """The bytes of one file as a snapshot keeps them, or why it is not read."""
    try:
        if not _REFUSES_LINKS and os.path.islink(path):  # noqa: PTH114 - a string
            return Refusal.LINK
        handle = os.open(path, _READ)
    except PermissionError:
        return Refusal.NO_PERMISSION
    except OSError:
        return _why_shut(path)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return Refusal.SPECIAL
        content = _read_all(handle, status.st_size)
    except OSError:
        return Refusal.VANISHED
    finally:
        os.close(handle)
    return accept_content(content)


def _why_shut(path: Path | str) -> Refusal:
    """Why a file cannot be opened, where that is no matter of permissions."""
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return Refusal.VANISHED
    if stat.S_ISLNK(mode):
        return Refusal.LINK
    # A file like any other is not to blame: the disk fails, or too many files are open.
    return Refusal.VANISHED if stat.S_ISREG(mode) else Refusal.SPECIAL


def _read_all(handle: int, size: int) -> bytes:
    """What is in an open file, up to one byte more than any file may have.

    Where the system's word for its size proves right, nobody asks whether there is more.
    """
    content = os.read(handle, min(size, MAX_RAW_BYTES) + 1)
    while content and len(content) != size and len(content) <= MAX_RAW_BYTES:
        more = os.read(handle, MAX_RAW_BYTES + 1 - len(content))
        if not more:
            break
        content += more
    return content
