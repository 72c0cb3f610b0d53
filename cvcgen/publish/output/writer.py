"""The steps of writing a site, in their order: compare, lock, mend, make, swap, tidy."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from cvcgen.publish.artifacts import Artifact, Kept
from cvcgen.publish.output.draft import Draft
from cvcgen.publish.output.manifest import MANIFEST, read_manifest
from cvcgen.publish.output.problems import OutputError, Problem, explain
from cvcgen.publish.output.staging import Workspace
from cvcgen.publish.output.survey import seal_of
from cvcgen.publish.output.swap import put_in_place, put_in_unmovable, sync_folder, sync_tree
from cvcgen.publish.output.written import Written


def write_site(
    files: Iterable[Artifact | Kept], directory: Path, *, durable: bool = True
) -> Written:
    """Makes the folder hold exactly the files, beside what strangers put there.

    The files are taken one by one, and each goes to a work folder beside the site, so that
    they need not be in memory together. Killed at any instant, the folder is the former site
    or the new one, whole; where nothing changed, nothing is touched. With `durable`, that
    also holds for a loss of power. Raises `OutputError`, or what making the files raises, and
    then the former site is as it was.
    """
    made = iter(files)
    with ExitStack() as held:
        with _explained(directory):
            target = _locate(directory)
            draft = Draft(target, held)
        for file in made:
            try:  # not around the making of files, whose failures are others
                draft.add(file)
            except OSError as error:
                raise explain(error, directory) from error
        with _explained(directory):
            if draft.is_current():
                return _sum_up(target, draft, 0)
            with _same_current_folder(target):
                return _replace(target, draft, durable)


def _locate(directory: Path) -> Path:
    """The folder's absolute place. Raises `OutputError` for what cannot be replaced."""
    named = directory.name not in {"", ".."}
    # Not Path.resolve, which fails where links go in circles.
    above = Path(os.path.realpath(directory.parent if named else directory))
    target = above / directory.name if named else above
    if target.is_symlink():
        raise OutputError(Problem.LINK, directory)
    for folder in (target.parent, target):
        if os.path.lexists(folder) and not folder.is_dir():
            raise OutputError(Problem.NOT_A_FOLDER, folder)
    if os.path.ismount(target):
        raise OutputError(Problem.MOUNT, directory)
    return target


def _replace(target: Path, draft: Draft, durable: bool) -> Written:
    work, found = draft.finish()
    if durable:
        sync_tree(work.new)
    _put_in_place(work, target)
    if durable:
        with suppress(OSError):  # the new site is there for all to see
            sync_folder(target.parent)
    return _sum_up(target, draft, len(found.ours - draft.plan.digests.keys()))


def _sum_up(target: Path, draft: Draft, removed: int) -> Written:
    return Written(
        written=len(draft.written),
        unchanged=len(draft.same),
        removed=removed,
        digests=draft.plan.digests,
        seals=draft.seals(),
        manifest=seal_of(f"{target}/{MANIFEST}"),
    )


def _put_in_place(work: Workspace, target: Path) -> None:
    try:
        put_in_place(work.new, target, work.old)
    except OSError as error:
        if error.errno != errno.EXDEV or read_manifest(target) is not None:
            raise
        put_in_unmovable(work.new, target)


@contextmanager
def _explained(directory: Path) -> Iterator[None]:
    """A block in which what the operating system refuses becomes an `OutputError`."""
    try:
        yield
    except OSError as error:
        raise explain(error, directory) from error


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
