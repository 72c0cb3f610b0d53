"""The work folder beside the site: the new site is made in it, the former one ends in it.

Named `.<site>.cvcgen-new-…`, holding a marker, `new` (the site in the making; the former one
once they are exchanged), `old` (the former site put aside) and `trash` (what is going away).
A build that was killed leaves it; the next one knows it by its name and marker, brings back
what was put aside, and removes it.
"""

import os
import re
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cvcgen.publish.output.beside import find_work_folders, work_prefix
from cvcgen.publish.output.manifest import MANIFEST, read_manifest, read_regular
from cvcgen.publish.output.problems import OutputError
from cvcgen.publish.output.survey import walk

_MARKER = "cvcgen"
_MARKER_TEXT = "A build of cvcgen made this folder and was stopped. The next one removes it.\n"
_MARKER_BYTES = 200
_MARKER_FORM = re.compile(re.escape(_MARKER_TEXT) + r"new=([0-9]+)\n")


@dataclass(frozen=True, slots=True)
class Workspace:
    """One work folder."""

    folder: Path
    """Beside the site that is being made."""

    @property
    def new(self) -> Path:
        """The site in the making; after the exchange, the former one."""
        return self.folder / "new"

    @property
    def old(self) -> Path:
        """The former site, whole, put aside where folders cannot be exchanged."""
        return self.folder / "old"

    @property
    def trash(self) -> Path:
        """A former site that is being removed."""
        return self.folder / "trash"


def make_workspace(target: Path) -> Workspace:
    """An empty work folder for the site at `target`."""
    return Workspace(Path(tempfile.mkdtemp(prefix=work_prefix(target), dir=target.parent)))


def prepare(work: Workspace) -> None:
    """Makes an empty `new` and the marker in an empty work folder."""
    work.new.mkdir()
    # The number tells the site in the making from the former one after an exchange.
    marker = f"{_MARKER_TEXT}new={work.new.stat().st_ino}\n"
    (work.folder / _MARKER).write_text(marker, encoding="utf-8", newline="")


def find_workspaces(target: Path) -> tuple[Workspace, ...]:
    """The work folders beside the target: of killed builds, or of one that runs."""
    return tuple(map(Workspace, find_work_folders(target)))


def bring_back(work: Workspace, target: Path) -> None:
    """Gives a site its place where a build was stopped before any site had it.

    The former site if it was put aside, else the new one if it was complete: where folders
    cannot be renamed, it may be the only one that has the strangers' files.
    """
    if _made_number(work) is None or (target.exists() and any(target.iterdir())):
        return
    site = work.old if work.old.is_dir() else work.new
    if _is_complete(site) or site == work.old:
        if target.exists():
            target.rmdir()  # only POSIX renames onto an empty folder
        site.rename(target)


def _is_complete(site: Path) -> bool:
    """Whether the manifest, which is written last, is whole."""
    try:
        return read_manifest(site) is not None
    except OutputError:
        return False


def settle(work: Workspace, target: Path) -> None:
    """Removes a work folder, whatever state a build left it in; what is not ours stays.

    A stranger's file that came into the former site while the new one was made moves to the
    new one.
    """
    made = _made_number(work)
    if made is None:
        _remove_unfinished(work)
        return
    bring_back(work, target)
    if work.new.is_dir() and work.new.stat().st_ino != made:
        work.new.rename(work.old)  # exchanged: this is the former site
    if work.old.is_dir() and not work.trash.exists():
        work.old.rename(work.trash)
    if work.trash.is_dir():
        _empty_former(work.trash, target)
    if work.new.is_dir():
        shutil.rmtree(work.new)
    if not work.trash.exists():
        (work.folder / _MARKER).unlink()
        work.folder.rmdir()


def _made_number(work: Workspace) -> int | None:
    """The number of the `new` that a build made, or None where the folder is not ours.

    Not ours either is what another user planted under our name.
    """
    if hasattr(os, "geteuid") and work.folder.lstat().st_uid != os.geteuid():
        return None
    content = read_regular(work.folder / _MARKER, _MARKER_BYTES)
    match = _MARKER_FORM.fullmatch((content or b"").decode(errors="replace"))
    return int(match[1]) if match else None


def _remove_unfinished(work: Workspace) -> None:
    """Removes a work folder that was left before its marker was whole: nothing is in it yet."""
    with suppress(FileNotFoundError):
        work.new.rmdir()  # fails where there is something in it: then nothing is removed
    left = [path.name for path in work.folder.iterdir()]
    content = read_regular(work.folder / _MARKER, _MARKER_BYTES)
    if left == [_MARKER] and content is not None:
        begun = content[: len(_MARKER_TEXT)]
        if _MARKER_TEXT.encode().startswith(begun):
            (work.folder / _MARKER).unlink()
    work.folder.rmdir()


def _empty_former(former: Path, target: Path) -> None:
    """Removes a former site: its manifest's files, and the strangers that the new one has."""
    named = read_manifest(former) or frozenset()
    entries = list(walk(former))
    for entry in entries:
        if entry.is_folder or entry.path == MANIFEST:
            continue
        if entry.path in named and entry.is_file:
            os.unlink(f"{former}/{entry.path}")  # noqa: PTH108 - a string, thousands of times
        else:
            _hand_over(entry.path, former, target)
    for entry in reversed(entries):
        if entry.is_folder:
            with suppress(OSError):  # something stayed in it
                (former / entry.path).rmdir()
    if all(path.name == MANIFEST for path in former.iterdir()):
        (former / MANIFEST).unlink(missing_ok=True)
        former.rmdir()


def _hand_over(path: str, former: Path, target: Path) -> None:
    """Removes the former site's name of a stranger's file once the new site has the file.

    A file that was replaced while the new site was made wins over the one carried before;
    one whose place the new site has taken stays where it is.
    """
    stranger, place = former / path, target / path
    if not os.path.lexists(place):
        place.parent.mkdir(parents=True, exist_ok=True)
        stranger.rename(place)
    elif _is_same(stranger, place):
        stranger.unlink()
    elif path not in (read_manifest(target) or ()) and _is_newer(stranger, place):
        stranger.replace(place)


def _is_newer(one: Path, other: Path) -> bool:
    return one.lstat().st_mtime_ns >= other.lstat().st_mtime_ns


def _is_same(one: Path, other: Path) -> bool:
    first, second = one.lstat(), other.lstat()
    if os.path.samestat(first, second):
        return True
    if one.is_symlink() and other.is_symlink():
        return one.readlink() == other.readlink()
    content = read_regular(one, first.st_size)
    return content is not None and content == read_regular(other, first.st_size)
