"""A report to a file, whole or not at all.

Written beside its target, flushed to disk, then moved over it: a run that is killed or a
full disk leaves the old file as it was.
"""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.systemerrors import reason


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


def _replace(target: Path, content: Iterable[bytes], mode: int | None) -> None:
    beside = target.with_name(f".cvcgen-{os.getpid()}.tmp")
    # Created with 0666 so that the umask decides, as for any file people create.
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.writelines(content)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
