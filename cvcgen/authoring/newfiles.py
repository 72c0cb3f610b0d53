"""New files on disk: written whole, and never in the place of one that is there."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from errno import ENOTDIR
from pathlib import Path

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.systemerrors import reason
from cvcgen.wholefile import take_name, write_new


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
    content = text.encode("utf-8")
    _enter(root, inside, lambda target: write_new(target, content))


def place_file(root: Path, inside: Path, source: Path) -> None:
    """Gives a finished file its place inside the root, as `create_file`, in one instant.

    The file is in the same file system, and may keep its own name. Raises `CannotCreate`.
    """
    _enter(root, inside, lambda target: take_name(source, target))


def _enter(root: Path, inside: Path, put: Callable[[Path], None]) -> None:
    """Makes the folders on the way, and says why where the file cannot be put there."""
    target = root / inside
    try:
        for folder in reversed(inside.parents[:-1]):
            if (root / folder).is_symlink():
                raise CannotCreate(message("`{path}` is a link", path=folder.as_posix()))
        _make_folder(target.parent)
        put(target)
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
