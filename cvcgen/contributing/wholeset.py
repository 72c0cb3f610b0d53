"""Several files of a site written together: all of them, or none where anything fails.

Everything is written beside its target first and flushed to disk; then the files take their
places one by one. A failure on the way puts back what was there. A run that is killed in that
moment leaves every file whole, each as before or as wanted, and running it again ends the work.
"""

import os
import shutil
import stat
from collections.abc import Mapping
from pathlib import Path

from cvcgen.contributing.staging import abandoned, staging_folder
from cvcgen.core.diagnostics import Message, message
from cvcgen.core.systemerrors import reason

_PREFIX = ".cvcgen-import-"
"""The name of the folder of what is not in its place yet; hidden ones are no content."""


class CannotWriteAll(Exception):
    """The files cannot be written; all are as they were."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.template)
        self.message = reason
        """What, and why."""


def write_together(folder: Path, files: Mapping[str, str]) -> None:
    """Writes the files of that folder, by name, in place of those that are there.

    Also with none to write, what killed runs have left goes. Raises `CannotWriteAll`.
    """
    try:
        if not files:
            with abandoned(folder, _PREFIX):
                return
        folder.mkdir(parents=True, exist_ok=True)
        for place in (folder, *(folder / name for name in files)):
            if place.is_symlink():
                raise CannotWriteAll(message("`{path}` is a link", path=place))
        with abandoned(folder, _PREFIX), staging_folder(folder, _PREFIX) as staging:
            _stage(staging, folder, files)
            _move(staging, folder, files)
    except OSError as error:
        said = message("cannot write `{path}`: {why}", path=folder, why=reason(error))
        raise CannotWriteAll(said) from error


def _stage(staging: Path, folder: Path, files: Mapping[str, str]) -> None:
    """Every file whole on disk, and a copy of each that is to be replaced."""
    for name, text in files.items():
        descriptor = os.open(staging / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(text.encode("utf-8"))
    for name in files:  # once all are written: the system then has much to write at once
        _flush(staging / name)
        target = folder / name
        if target.exists():
            (staging / name).chmod(stat.S_IMODE(target.stat().st_mode))
            shutil.copy2(target, staging / _former(name))


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _move(staging: Path, folder: Path, files: Mapping[str, str]) -> None:
    former = {name for name in files if (staging / _former(name)).exists()}
    try:
        for name in files:
            (staging / name).replace(folder / name)
    except BaseException:
        for name in files:
            if (staging / name).exists():
                continue  # it never took its place
            if name in former:
                (staging / _former(name)).replace(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        raise


def _former(name: str) -> str:
    return f"{name}.before"
