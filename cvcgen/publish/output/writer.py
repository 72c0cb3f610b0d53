"""The steps of writing a site, in their order: judge, compare, lock, mend, make, swap, tidy."""

import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from cvcgen.publish.artifacts import Artifact
from cvcgen.publish.output.lock import hold_lock, lock_path
from cvcgen.publish.output.manifest import MANIFEST, read_manifest, read_regular
from cvcgen.publish.output.plan import Plan, folders_above, make_plan
from cvcgen.publish.output.problems import OutputError, Problem, explain
from cvcgen.publish.output.staging import (
    Workspace,
    bring_back,
    find_workspaces,
    make_workspace,
    prepare,
    settle,
)
from cvcgen.publish.output.survey import Survey, is_current, refuse_overwriting, survey_folder
from cvcgen.publish.output.swap import put_in_place, put_in_unmovable, sync_folder, sync_tree


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the folder, in files; the manifest is not counted."""

    written: int
    """New ones, and ones with other content than before."""
    unchanged: int
    """Ones that were there with the same content; they keep their times."""
    removed: int
    """Ones that the last build wrote and this one does not have."""


def write_site(
    artifacts: Iterable[Artifact], directory: Path, *, durable: bool = True
) -> Written:
    """Makes the folder hold exactly the artifacts, beside what strangers put there.

    All artifacts are made before the disk is touched. Killed at any instant, the folder is
    the former site or the new one, whole; where nothing changed, nothing is touched. With
    `durable`, that also holds for a loss of power. Raises `OutputError`, and then the former
    site is as it was.
    """
    plan = make_plan(artifacts)
    try:
        target = _locate(directory)
        if not _has_leftovers(target) and is_current(target, plan):
            return _unchanged(plan)
        target.parent.mkdir(parents=True, exist_ok=True)
        with hold_lock(target):
            _mend(target)
            if is_current(target, plan):
                return _unchanged(plan)
            with _same_current_folder(target):
                return _replace(target, plan, durable)
    except OSError as error:
        raise explain(error, directory) from error


def _locate(directory: Path) -> Path:
    """The folder's absolute place. Raises `OutputError` for what cannot be replaced."""
    named = directory.name not in {"", ".."}
    target = directory.parent.resolve() / directory.name if named else directory.resolve()
    if target.is_symlink():
        raise OutputError(Problem.LINK, directory)
    for folder in (target.parent, target):
        if folder.exists() and not folder.is_dir():
            raise OutputError(Problem.NOT_A_FOLDER, folder)
    if os.path.ismount(target):
        raise OutputError(Problem.MOUNT, directory)
    return target


def _has_leftovers(target: Path) -> bool:
    return os.path.lexists(lock_path(target)) or bool(find_workspaces(target))


def _mend(target: Path) -> None:
    """Brings back what a killed build put aside, and removes what it left."""
    works = find_workspaces(target)
    for work in works:
        bring_back(work, target)
    for work in works:
        _tidy(work, target)


def _tidy(work: Workspace, target: Path) -> None:
    with suppress(OSError, OutputError):  # what cannot be removed stays for the next build
        settle(work, target)


def _unchanged(plan: Plan) -> Written:
    return Written(written=0, unchanged=len(plan.files), removed=0)


def _replace(target: Path, plan: Plan, durable: bool) -> Written:
    found = survey_folder(target)
    refuse_overwriting(plan, found, target)
    work = make_workspace(target)
    try:
        prepare(work)
        written = _make_site(work.new, plan, target, found)
        if durable:
            sync_tree(work.new)
        _put_in_place(work, target)
        if durable:
            with suppress(OSError):  # the new site is there for all to see
                sync_folder(target.parent)
    finally:
        _tidy(work, target)
    return Written(
        written=written,
        unchanged=len(plan.files) - written,
        removed=len(found.ours - plan.files.keys()),
    )


def _put_in_place(work: Workspace, target: Path) -> None:
    try:
        put_in_place(work.new, target, work.old)
    except OSError as error:
        if error.errno != errno.EXDEV or read_manifest(target) is not None:
            raise
        put_in_unmovable(work.new, target)


def _make_site(new: Path, plan: Plan, former: Path, found: Survey) -> int:
    """Makes the whole new site in an empty folder; how many files had to be written."""
    if former.is_dir():
        _copy_folder_status(former, new)
    needed = {above for path in plan.files for above in folders_above(path)}
    for folder in sorted(needed.union(found.kept_folders)):
        (new / folder).mkdir()
        if folder in found.folders:
            _copy_folder_status(former / folder, new / folder)
    for path in found.strangers:
        _carry(f"{former}/{path}", f"{new}/{path}")
    written = 0
    for path, content in plan.files.items():
        same = path in found.ours and _has_content(f"{former}/{path}", content)
        if same:
            _carry(f"{former}/{path}", f"{new}/{path}")
        else:
            _write_file(f"{new}/{path}", content)
            written += 1
    _write_file(f"{new}/{MANIFEST}", plan.manifest)
    return written


def _has_content(path: str, content: bytes) -> bool:
    return read_regular(path, len(content)) == content


def _carry(source: str, target: str) -> None:
    """The same file under a second name; a copy where the file system has no hard links."""
    try:
        # Linux only gives a link itself a second name when told not to follow it.
        os.link(source, target, follow_symlinks=os.link not in os.supports_follow_symlinks)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _write_file(path: str, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)


def _copy_folder_status(source: Path, target: Path) -> None:
    """Gives a new folder the owner, permissions and attributes of the one it stands for."""
    status = source.stat()
    if hasattr(os, "chown"):
        with suppress(OSError):  # only root may give a folder away
            os.chown(target, status.st_uid, status.st_gid)
    shutil.copystat(source, target)


@contextmanager
def _same_current_folder(target: Path) -> Iterator[None]:
    """Keeps our own current folder valid where it lies in the folder that is exchanged."""
    try:
        here = Path.cwd()
    except OSError:
        here = target.parent
    try:
        yield
    finally:
        if here.is_relative_to(target) and target.is_dir():
            os.chdir(here if here.is_dir() else target)
