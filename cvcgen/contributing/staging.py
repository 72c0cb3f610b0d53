"""Folders in which files are finished beside their places, and those that killed runs left."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl


@contextmanager
def staging_folder(folder: Path, prefix: str) -> Iterator[Path]:
    """A new folder in that one, held as long as this run lives, and removed afterwards."""
    staging, handle = _begin(folder, prefix)
    try:
        yield staging
    finally:
        # Interrupted, it may fail all the same: it closes its handles once too often.
        with suppress(OSError):
            shutil.rmtree(staging, ignore_errors=True)
        if handle is not None:
            os.close(handle)


@contextmanager
def abandoned(folder: Path, prefix: str) -> Iterator[tuple[Path, ...]]:
    """The folders that killed runs left there, which only this run holds now.

    They are removed afterwards.
    """
    held: list[tuple[Path, int]] = []
    try:
        for left in sorted(folder.glob(f"{prefix}*")):
            with suppress(OSError):
                handle = None if left.is_symlink() else lock_folder(left)
                if handle is not None:
                    held.append((left, handle))
        yield tuple(left for left, _ in held)
        for left, _ in held:
            shutil.rmtree(left, ignore_errors=True)
    finally:
        for _, handle in held:
            os.close(handle)


def lock_folder(folder: Path) -> int | None:
    """A lock on the folder, which ends with the process; None where another run has it.

    None on Windows too, which locks no folders: what a killed run left stays there.
    """
    if sys.platform == "win32":
        return None
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def _begin(folder: Path, prefix: str) -> tuple[Path, int | None]:
    while True:
        staging = Path(tempfile.mkdtemp(prefix=prefix, dir=folder))
        with suppress(FileNotFoundError):
            handle = lock_folder(staging)
            if staging.is_dir():
                return staging, handle
            if handle is not None:
                os.close(handle)
        # Another run has taken it for abandoned, before we held it: once more.
