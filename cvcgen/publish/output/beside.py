"""What a build has beside the site while it works: a lock and a work folder, by their names."""

import os
import re
from pathlib import Path


def lock_path(target: Path) -> Path:
    """Where the lock of a folder lies."""
    return target.with_name(f".{target.name}.cvcgen-lock")


def work_prefix(target: Path) -> str:
    """What the names of a folder's work folders begin with."""
    return f".{target.name}.cvcgen-new-"


def find_work_folders(target: Path) -> tuple[Path, ...]:
    """The work folders beside the target: of killed builds, or of one that runs."""
    if not target.parent.is_dir():
        return ()
    form = re.compile(re.escape(work_prefix(target)) + r"[a-z0-9_]{8}")
    with os.scandir(target.parent) as beside:
        found = [entry for entry in beside if form.fullmatch(entry.name)]
    return tuple(Path(entry.path) for entry in found if entry.is_dir(follow_symlinks=False))


def has_leftovers(target: Path) -> bool:
    """Whether a build is at work beside the folder, or was killed."""
    return os.path.lexists(lock_path(target)) or bool(find_work_folders(target))
