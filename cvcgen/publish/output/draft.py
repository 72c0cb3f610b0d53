"""The new site in the making: what is the same in the former one is only noted, for later.

Nothing is touched before the first file that differs; from then on the folder is locked.
"""

import hashlib
import os
import shutil
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from cvcgen.publish.artifacts import Artifact, Kept, Seal
from cvcgen.publish.output.beside import has_leftovers
from cvcgen.publish.output.lock import hold_lock
from cvcgen.publish.output.manifest import MANIFEST, read_regular
from cvcgen.publish.output.newfiles import NewFiles
from cvcgen.publish.output.plan import Plan, folders_above
from cvcgen.publish.output.problems import OutputError, Problem
from cvcgen.publish.output.staging import (
    Workspace,
    bring_back,
    find_workspaces,
    make_workspace,
    prepare,
    settle,
)
from cvcgen.publish.output.survey import (
    Survey,
    refuse_overwriting,
    seal_of,
    survey_folder,
)


class Draft:
    """The site that is to be at `target`; lock and work folder are left to `held`."""

    def __init__(self, target: Path, held: ExitStack) -> None:
        self.plan = Plan()
        """What has come so far."""
        self.same: dict[str, Seal] = {}
        """The files that lie at the target as they have to be, by path."""
        self.written: dict[str, Seal] = {}
        """The files that were written, by path."""
        self._target = target
        self._held = held
        self._locked = False
        self._work: tuple[Workspace, NewFiles] | None = None
        self._folders: set[str] = set()
        if has_leftovers(target):
            self._lock()
        self._is_first = not os.path.lexists(target)  # asked last: a killed build is mended

    def add(self, file: Artifact | Kept) -> None:
        """One more file. Raises `OutputError`."""
        if isinstance(file, Kept):
            self.plan.add(file.path, file.digest)
            self.same[file.path] = file.seal
            return
        path = str(file.path)
        self.plan.add(path, hashlib.sha256(file.content).hexdigest())
        lying = None if self._is_first else seal_of(f"{self._target}/{path}")
        if lying and read_regular(f"{self._target}/{path}", len(file.content)) == file.content:
            self.same[path] = lying
        else:
            self._write(path, file.content)

    def is_current(self) -> bool:
        """Whether the target is what all files together make, apart from strangers' files."""
        if self.written:
            return False
        manifest = self.plan.manifest()
        return read_regular(self._target / MANIFEST, len(manifest)) == manifest

    def finish(self) -> tuple[Workspace, Survey]:
        """The work folder with the whole new site in it, and what lies at the target."""
        work, files = self._open()
        found = survey_folder(self._target)
        refuse_overwriting(self.plan, found, self._target)
        if self._target.is_dir():
            _copy_folder_status(self._target, work.new)
        needed = {above for path in self.plan.digests for above in folders_above(path)}
        for folder in sorted(needed.union(found.kept_folders)):
            self._make_folder(work, folder)
            if folder in found.folders:
                _copy_folder_status(self._target / folder, work.new / folder)
        for path in found.strangers:
            _carry(f"{self._target}/{path}", f"{work.new}/{path}")
        new = str(work.new)
        for path, expected in self.same.items():
            self.same[path] = self._carry_same(path, expected, new)
        files.write(MANIFEST, self.plan.manifest())
        return work, found

    def seals(self) -> Mapping[str, Seal]:
        """How every file of the site lies once it is in place."""
        return self.same | self.written

    def _carry_same(self, path: str, expected: Seal, new: str) -> Seal:
        """Carries a file that was the same when it was looked at, and has to be so still."""
        source = f"{self._target}/{path}"
        with suppress(FileNotFoundError):
            _carry(source, f"{new}/{path}")
        carried = seal_of(f"{new}/{path}")
        # A second name of the very file is as it; of a copy, the file itself has to tell.
        if carried is None or (carried != expected and seal_of(source) != expected):
            raise OutputError(Problem.LOCKED, self._target)
        return carried

    def _write(self, path: str, content: bytes) -> None:
        work, files = self._open()
        if path.rpartition("/")[0] not in self._folders:
            for folder in folders_above(path):
                self._make_folder(work, folder)
        self.written[path] = files.write(path, content)

    def _make_folder(self, work: Workspace, folder: str) -> None:
        if folder not in self._folders:
            (work.new / folder).mkdir()
            self._folders.add(folder)

    def _open(self) -> tuple[Workspace, NewFiles]:
        """The work folder, made when it is needed first."""
        if self._work is None:
            self._target.parent.mkdir(parents=True, exist_ok=True)
            self._lock()
            survey_folder(self._target)  # what may not be written is told before all is made
            work = make_workspace(self._target)
            self._held.callback(tidy, work, self._target)
            prepare(work)
            files = NewFiles(str(work.new))
            self._held.callback(files.close)
            self._work = work, files
        return self._work

    def _lock(self) -> None:
        if not self._locked:
            self._held.enter_context(hold_lock(self._target))
            self._locked = True
            _mend(self._target)


def tidy(work: Workspace, target: Path) -> None:
    """Removes a work folder; what cannot be removed stays for the next build."""
    with suppress(OSError, OutputError):
        settle(work, target)


def _mend(target: Path) -> None:
    """Brings back what a killed build put aside, and removes what it left."""
    works = find_workspaces(target)
    for work in works:
        bring_back(work, target)
    for work in works:
        tidy(work, target)


def _carry(source: str, target: str) -> None:
    """The same file under a second name; a copy where the file system has no hard links."""
    try:
        # Linux only gives a link itself a second name when told not to follow it.
        os.link(source, target, follow_symlinks=os.link not in os.supports_follow_symlinks)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _copy_folder_status(source: Path, target: Path) -> None:
    """Gives a new folder the owner, permissions and attributes of the one it stands for."""
    status = source.stat()
    if hasattr(os, "chown"):
        with suppress(OSError):  # only root may give a folder away
            os.chown(target, status.st_uid, status.st_gid)
    shutil.copystat(source, target)
