"""Where the cache lies: a folder of the user's own, that nobody else may write."""

import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "CVCGEN_CACHE"
"""The environment variable that moves the cache to another absolute folder, or is `off`."""
OFF = "off"
"""What `CVCGEN_CACHE` says to keep nothing."""
_NAME = "cvcgen"


def cache_folder(environ: Mapping[str, str]) -> Path | None:
    """The folder for everything that cvcgen keeps, there or not; None where it keeps nothing.

    A relative folder would lie in whatever is worked on, so it counts as none.
    """
    chosen = environ.get(VARIABLE)
    if chosen:
        return _absolute(None if chosen == OFF else chosen)
    base = _absolute(environ.get("XDG_CACHE_HOME") or _platform_folder(environ))
    return base / _NAME if base else None


def make_private(folder: Path) -> bool:
    """Makes the folder if it is not there; whether it is ours alone. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return is_private(folder)


def is_private(path: Path) -> bool:
    """Whether a folder or file is there, belongs to us, and only we may write it."""
    try:
        found = path.lstat()
    except OSError:
        return False
    if not (stat.S_ISDIR(found.st_mode) or stat.S_ISREG(found.st_mode)):
        return False
    if not hasattr(os, "geteuid"):  # Windows: folders of a profile are the user's alone
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & 0o022


def _platform_folder(environ: Mapping[str, str]) -> str | None:
    home = environ.get("HOME")
    if sys.platform == "win32":
        return environ.get("LOCALAPPDATA")
    if sys.platform == "darwin":
        return f"{home}/Library/Caches" if home else None
    return f"{home}/.cache" if home else None


def _absolute(path: str | None) -> Path | None:
    return Path(path) if path and Path(path).is_absolute() else None
