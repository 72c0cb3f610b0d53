"""New files on disk: written whole, and never in the place of one that is there."""

import os
from dataclasses import dataclass
from errno import ENOTDIR
from pathlib import Path

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.systemerrors import reason


@dataclass(eq=False)
class CannotCreate(Exception):
    """A file cannot be written, or is there already."""

    message: Message
    """What stands in the way."""


def create_file(root: Path, inside: Path, text: str) -> None:
    """Writes a new file inside the root, whole or not at all. Raises `CannotCreate`.

    Folders on the way are made; one that is a link is refused, because content behind a link
    is not read.
    """
    target = root / inside
    try:
        for folder in reversed(inside.parents[:-1]):
            if (root / folder).is_symlink():
                raise CannotCreate(message("`{path}` is a link", path=folder.as_posix()))
        _make_folder(target.parent)
        _create(target, text.encode("utf-8"))
    except FileExistsError as error:
        said = message("`{path}` exists: nothing was written", path=inside.as_posix())
        raise CannotCreate(said) from error
    except OSError as error:
        said = message(
            "cannot write `{path}`: {why}", path=inside.as_posix(), why=reason(error)
        )
        raise CannotCreate(said) from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:  # by its own name it would pass for the file itself
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR)) from error


def _create(target: Path, content: bytes) -> None:
    """Takes the name first, which only one of two runs can, and gives it back on failure."""
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        target.unlink(missing_ok=True)
        raise
