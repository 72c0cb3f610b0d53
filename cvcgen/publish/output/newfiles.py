"""New files in a folder, thousands of them, and how they lie."""

import os
from contextlib import suppress

from cvcgen.publish.artifacts import Seal
from cvcgen.publish.output.survey import seal

_KNOWS_HANDLES = os.open in os.supports_dir_fd
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class NewFiles:
    """A folder that files are written into.

    Held open where paths can start from it: the system then does not look up the way to it
    anew for each file.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._handle = os.open(folder, os.O_RDONLY) if _KNOWS_HANDLES else None

    def write(self, path: str, content: bytes) -> Seal:
        """Writes a file that is not there yet, in a folder that is."""
        if self._handle is None:
            handle = os.open(f"{self._folder}/{path}", _NEW, 0o666)
        else:
            handle = os.open(path, _NEW, 0o666, dir_fd=self._handle)
        try:
            at = os.write(handle, content)
            while at < len(content):
                at += os.write(handle, memoryview(content)[at:])
            return seal(os.fstat(handle))
        finally:
            os.close(handle)

    def close(self) -> None:
        """Leaves the folder to itself."""
        if self._handle is not None:
            with suppress(OSError):  # nothing was written through the folder's own handle
                os.close(self._handle)
