"""Renaming at once what must not be half renamed: Linux can, and Python has no name for it."""

import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_NOREPLACE = 1
_EXCHANGE = 2
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV})
"""What systems and file systems answer that cannot rename so."""


def exchange(one: Path, other: Path) -> bool:
    """Swaps two folders, or returns False where the system cannot. Raises `OSError`."""
    return _rename(one, other, _EXCHANGE)


def rename_to_free(draft: Path, target: Path) -> bool:
    """Renames the file to a name that is free, or returns False where the system cannot.

    Raises `FileExistsError` where the name is taken, and `OSError`.
    """
    return _rename(draft, target, _NOREPLACE)


def _rename(one: Path, other: Path, how: int) -> bool:
    if sys.platform != "linux":
        return False
    try:
        import ctypes  # noqa: PLC0415 - 10 ms, and few runs need it

        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (ImportError, AttributeError, OSError):  # no ctypes, an old C library
        return False
    flags = ctypes.c_uint(how)
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), flags) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
