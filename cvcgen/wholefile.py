"""A file on disk, whole or not at all.

Written beside its target, flushed to disk, then given its name: a run that is killed or a
full disk leaves what was there as it was. What a killed run has left beside goes with the next
file that is written into that folder.
"""

import errno
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.systemerrors import reason
from cvcgen.renaming import rename_to_free

if sys.platform != "win32":
    import fcntl

_DRAFT = re.compile(r"\.cvcgen-[0-9a-f]{16}\.tmp")
"""The name of a file that is being written; drawn by lot, since numbers of processes recur."""
_NO_HARD_LINKS = frozenset({errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What file systems answer that give a file one name only."""


class CannotWrite(Exception):
    """The file cannot be written."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.template)
        self.message = reason
        """What, and why."""


def write_whole(path: Path, text: str) -> None:
    """Writes the text as UTF-8 in place of the file. Raises `CannotWrite`."""
    write_whole_texts(path, (text,))


def write_whole_texts(path: Path, texts: Iterable[str]) -> None:
    """Writes the texts one after the other as UTF-8 in place of the file.

    Raises `CannotWrite`, and what the iterable raises.
    """
    _write(path, (text.encode("utf-8", "backslashreplace") for text in texts))


def write_whole_bytes(path: Path, content: bytes) -> None:
    """Writes the bytes in place of the file. Raises `CannotWrite`."""
    _write(path, (content,))


def _write(path: Path, content: Iterable[bytes]) -> None:
    try:
        target = path.resolve()  # a link stays a link: what it names is replaced
        mode = _mode(target)
        if mode is not None and stat.S_ISDIR(mode):
            raise CannotWrite(message("cannot write `{path}`: it is a folder", path=path))
        if mode is not None and not stat.S_ISREG(mode):
            with target.open("wb") as stream:  # a pipe or a terminal cannot be replaced
                stream.writelines(content)
        else:
            _replace(target, content, mode)
    except (OSError, ValueError, RuntimeError) as error:
        said = message("cannot write `{path}`: {why}", path=path, why=reason(error))
        raise CannotWrite(said) from error


def _mode(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def write_new(path: Path, content: bytes) -> None:
    """Writes a file that is not there yet.

    Raises `FileExistsError` where one is, which then stays, and `OSError`.
    """
    with _draft(path.parent, (content,)) as draft:
        take_name(draft, path)


def take_name(draft: Path, target: Path) -> None:
    """Gives a finished file a name that is free, in the same file system.

    Its own may stay. Raises `FileExistsError` where the name is taken, and `OSError`.
    """
    if sys.platform == "win32":
        draft.rename(target)  # replaces nothing there
        return
    try:
        os.link(draft, target)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        if not rename_to_free(draft, target):
            _fill_name(draft, target)


def _fill_name(draft: Path, target: Path) -> None:
    """Takes the name first, as only one of two runs can; killed then, it leaves it empty."""
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    try:
        draft.replace(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _replace(target: Path, content: Iterable[bytes], mode: int | None) -> None:
    with _draft(target.parent, content) as draft:
        if mode is not None:
            draft.chmod(stat.S_IMODE(mode))
        draft.replace(target)


@contextmanager
def _draft(folder: Path, content: Iterable[bytes]) -> Iterator[Path]:
    """The content in a file of its own, on disk; gone afterwards unless it got a name."""
    _remove_abandoned(folder)
    draft, handle = _begin(folder)
    try:
        # Held open, and so locked, until it has its name; Windows moves no open file.
        with os.fdopen(handle, "wb", closefd=sys.platform == "win32") as stream:
            stream.writelines(content)
            stream.flush()
            os.fsync(stream.fileno())
        yield draft
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        if sys.platform != "win32":
            os.close(handle)


def _begin(folder: Path) -> tuple[Path, int]:
    """A new file in the folder, and its handle, which holds it as long as this run lives."""
    while True:
        draft = folder / f".cvcgen-{os.urandom(8).hex()}.tmp"
        # Created with 0666 so that the umask decides, as for any file people create.
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        if sys.platform == "win32":
            return draft, handle
        with suppress(OSError):  # of a file system without locks, where nobody removes drafts
            fcntl.flock(handle, fcntl.LOCK_EX)
        if draft.exists():
            return draft, handle
        os.close(handle)  # another run has taken it for abandoned, just before we held it


@cache
def _remove_abandoned(folder: Path) -> None:
    """Removes the drafts of killed runs from the folder: nobody holds them any more.

    Not on Windows, which has no such locks. Once in a run is enough.
    """
    if sys.platform == "win32":
        return
    with suppress(OSError), os.scandir(folder) as entries:
        for name in [entry.name for entry in entries if _DRAFT.fullmatch(entry.name)]:
            with suppress(OSError):
                _remove_if_abandoned(folder / name)


def _remove_if_abandoned(draft: Path) -> None:
    """Raises `OSError` where another run holds the file, or nothing tells whether one does."""
    handle = os.open(draft, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        found = os.fstat(handle)
        if stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid():
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            draft.unlink()
    finally:
        os.close(handle)
