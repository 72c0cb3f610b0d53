"""One build at a time: a lock file beside the folder, gone when the build is done."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cvcgen.publish.output.problems import OutputError, Problem

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK})
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EINVAL})
"""What network file systems without locks answer: there we go on without one."""


def lock_path(target: Path) -> Path:
    """Where the lock of a folder lies."""
    return target.with_name(f".{target.name}.cvcgen-lock")


@contextmanager
def hold_lock(target: Path) -> Iterator[None]:
    """Holds the folder's lock; the system frees it even when the process is killed.

    Raises `OutputError` at once where another process holds it.
    """
    path = lock_path(target)
    handle = _acquire(path, target)
    try:
        yield
    finally:
        # Removed while held, so that nobody locks a file that is about to vanish; Windows
        # removes no open file.
        if sys.platform != "win32":
            with suppress(OSError):
                path.unlink()
        with suppress(OSError):
            os.close(handle)
            if sys.platform == "win32":
                path.unlink()


def _acquire(path: Path, target: Path) -> int:
    while True:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(path, flags, 0o666)
        try:
            _lock(handle)
            if _is_still(handle, path):
                return handle
        except OSError as error:
            os.close(handle)
            if error.errno in _HELD:
                raise OutputError(Problem.LOCKED, target) from error
            raise
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)  # the former holder removed it between our opening and locking it


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise


def _is_still(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.lstat())
    except FileNotFoundError:
        return False
