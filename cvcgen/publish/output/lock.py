"""One build at a time: a lock file beside the folder, gone when the build is done."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Final

from cvcgen.publish.output.beside import lock_path
from cvcgen.publish.output.problems import OutputError, Problem

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK})
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EINVAL})
"""What network file systems without locks answer: there we go on without one."""


_handles: Final[set[int]] = set()
"""The locks that this process holds."""


@contextmanager
def hold_lock(target: Path) -> Iterator[None]:
    """Holds the folder's lock; the system frees it even when the process is killed.

    Raises `OutputError` at once where another process holds it.
    """
    path = lock_path(target)
    handle = _acquire(path, target)
    _free_in_workers()
    _handles.add(handle)
    try:
        yield
    finally:
        _handles.discard(handle)
        # Removed while held, so that nobody locks a file that is about to vanish; Windows
        # removes no open file.
        if sys.platform != "win32":
            with suppress(OSError):
                path.unlink()
        with suppress(OSError):
            os.close(handle)
            if sys.platform == "win32":
                path.unlink()


@cache
def _free_in_workers() -> None:
    """From now on no forked process holds our locks: it may outlive us if we are killed."""
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=_let_go)


def _let_go() -> None:
    while _handles:
        os.close(_handles.pop())


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
