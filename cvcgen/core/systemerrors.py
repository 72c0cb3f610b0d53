"""Why the operating system refused, in words that can be translated: one place for all."""

import errno
from collections.abc import Mapping

from cvcgen.core.diagnostics import Message, message

_WORDING: Mapping[int, Message] = {
    errno.ENOENT: message("No such file or directory"),
    errno.EACCES: message("Permission denied"),
    errno.EPERM: message("Operation not permitted"),
    errno.EISDIR: message("Is a directory"),
    errno.ENOTDIR: message("Not a directory"),
    errno.ENOSPC: message("No space left on device"),
    errno.EROFS: message("Read-only file system"),
    errno.ENAMETOOLONG: message("File name too long"),
    errno.EFBIG: message("File too large"),
    errno.EMFILE: message("Too many open files"),
    errno.ELOOP: message("Too many levels of symbolic links"),
    errno.EIO: message("Input/output error"),
    errno.ENOMEM: message("Not enough memory"),
    errno.EAGAIN: message("Resource temporarily unavailable"),
    getattr(errno, "EDQUOT", -1): message("Disk quota exceeded"),  # missing on some systems
}


def reason(error: Exception) -> Message:
    """Why; what the system says itself where the cause is a rare one.

    >>> reason(FileNotFoundError(errno.ENOENT, "?")).text(str)
    'No such file or directory'
    """
    known = _WORDING.get(getattr(error, "errno", None) or 0)
    said = getattr(error, "strerror", None)
    if said is None and isinstance(error, OSError):
        said = str(error)  # raised by Python itself, with its words alone
    said = said or type(error).__name__
    return known or message("{why}", why=said)


def named_reason(error: OSError) -> Message:
    """Why, after the name of the file that it is about, where the system tells it."""
    why = reason(error)
    if not isinstance(error.filename, str):
        return why
    return message("`{path}`: {why}", path=error.filename, why=why)
