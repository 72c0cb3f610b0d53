"""Puts a finished folder in another's place: at once where the system can."""

import errno
import os
import sys
from pathlib import Path

from cvcgen.renaming import exchange


def put_in_place(new: Path, target: Path, aside: Path) -> None:
    """Makes `new` the folder at `target`.

    The former folder is then at `new` (exchanged at once) or at `aside` (two renames; a
    process killed between them leaves no `target`, which the next start mends).
    """
    if not os.path.lexists(target):
        new.rename(target)
    elif not exchange(new, target):
        target.rename(aside)
        try:
            new.rename(target)
        except BaseException:
            aside.rename(target)
            raise


def put_in_unmovable(new: Path, target: Path) -> None:
    """Makes `new` the folder at `target` where the latter cannot be renamed, file by file.

    For a folder that holds no site yet, in a lower layer of an overlay (a repository copied
    into a container's image): nobody reads it, and `new` has all that is in it.
    """
    for path in tuple(target.iterdir()):
        path.unlink()
    target.rmdir()
    new.rename(target)


def sync_tree(folder: Path) -> None:
    """Returns once all that was written into the folder would outlive a loss of power.

    One call for the whole file system on Linux: thousands of files would each take their own
    time. Elsewhere file by file.
    """
    if sys.platform == "linux" and _sync_file_system(folder):
        return
    for root, _, names in os.walk(folder):
        for name in names:
            _sync(f"{root}/{name}")
        sync_folder(Path(root))


def sync_folder(folder: Path) -> None:
    """Returns once the names in the folder would outlive a loss of power."""
    if sys.platform != "win32":  # no handle on a folder there
        _sync(str(folder))


def _sync(path: str) -> None:
    flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(path, os.O_RDONLY | flags)
    except OSError:  # a stranger's link, pipe or locked file: nothing that we wrote
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_file_system(folder: Path) -> bool:
    try:
        import ctypes  # noqa: PLC0415 - as above

        syncfs = ctypes.CDLL(None, use_errno=True).syncfs
    except (ImportError, AttributeError, OSError):
        return False
    handle = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(handle) == 0:
            return True
        number = ctypes.get_errno()
    finally:
        os.close(handle)
    if number == errno.ENOSYS:
        return False
    raise OSError(number, os.strerror(number), str(folder))
