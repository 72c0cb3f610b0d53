"""When something of the site's folder may have changed: content, settings, own templates.

Each folder is watched for itself, not whole trees: neither `.git` nor the published site nor
what else lies beside the content. A file that is watched alone would be lost from sight as
soon as an editor puts another in its place; its folder is not. Links are not followed, as
nowhere else.
"""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

from watchfiles import Change, watch

from cvcgen.app.livesite import WATCHED_FILES, WATCHED_FOLDERS

STEP = 20
"""Milliseconds of quiet that end a save: editors write, rename and set modes at one go."""
LONGEST_SAVE = 200
"""Milliseconds after which a save that goes on is looked at as it stands."""
PATIENCE = 1
"""Seconds before another try, where the folder cannot be watched at all."""

_Folders = dict[Path, int]
"""Folders with their number on the disk: one that was replaced is another."""


def watch_site(root: Path, stop: threading.Event) -> Iterator[None]:
    """Once as soon as it watches, then after each change; ends when `stop` is set.

    What it announces may turn out to be no change at all.
    """
    root = root.resolve()
    poll: bool | None = None
    while not stop.is_set():
        folders = list_folders(root)
        try:
            for _ in _watch_folders(root, folders, stop, poll):
                yield
                if list_folders(root) != folders:
                    break
        except (FileNotFoundError, PermissionError):
            # A folder went between the listing and the watching, or the whole site did, or
            # may not be read now.
            stop.wait(PATIENCE)
        except OSError:
            # The system watches no more folders for us: then we look at them ourselves.
            poll = True
            stop.wait(PATIENCE)


def list_folders(root: Path) -> _Folders:
    """The folders to watch: the site's own, and those of the content and the templates."""
    found = {root: _number(root)}
    waiting = [root / name for name in WATCHED_FOLDERS]
    while waiting:
        folder = waiting.pop()
        if folder.is_dir() and not folder.is_symlink():
            found[folder] = _number(folder)
            waiting += _inner_folders(folder)
    return found


def concerns(root: Path, path: str) -> bool:
    """Whether a change of that path may be one of the site."""
    try:
        inside = Path(path).relative_to(root)
    except ValueError:
        return False
    if any(part.startswith(".") for part in inside.parts):
        return False
    return inside.as_posix() in WATCHED_FILES or inside.parts[:1] in {
        (name,) for name in WATCHED_FOLDERS
    }


def _watch_folders(
    root: Path, folders: _Folders, stop: threading.Event, poll: bool | None
) -> Iterator[None]:
    """Once as soon as these folders are watched, then after each change of the site."""

    def keep(_change: Change, path: str) -> bool:
        return concerns(root, path)

    is_first = True
    # A time-out as short as a step: the first one says that watching has begun.
    for changes in watch(
        *folders,
        watch_filter=keep,
        debounce=LONGEST_SAVE,
        step=STEP,
        stop_event=stop,
        rust_timeout=STEP,
        yield_on_timeout=True,
        recursive=False,
        force_polling=poll,
        # If permissions were ignored, a folder that is not there would be too.
        ignore_permission_denied=False,
    ):
        if changes or is_first:
            is_first = False
            yield


def _inner_folders(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return [
                folder / entry.name
                for entry in entries
                if entry.is_dir() and not entry.name.startswith(".")
            ]
    except OSError:
        return []


def _number(folder: Path) -> int:
    try:
        return folder.stat().st_ino
    except OSError:
        return 0
