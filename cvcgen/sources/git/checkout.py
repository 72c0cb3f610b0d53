"""Which commit a folder was checked out from, and whether it is still the very same."""

from dataclasses import replace
from pathlib import Path

from cvcgen.sources.git.errors import GitError
from cvcgen.sources.git.repository import open_repository
from cvcgen.sources.git.revisions import resolve
from cvcgen.sources.git.snapshots import read_revision
from cvcgen.sources.snapshot import Snapshot


def with_commit(folder: Path, here: Snapshot) -> Snapshot:
    """The snapshot of the folder, with the origin of `HEAD` where it holds the very same.

    So that a page made from a clean checkout is the page made from its commit. A folder with
    changes, without git or without a commit is itself; that is no fault.
    """
    try:
        repository = open_repository(folder)
        committed = read_revision(repository, resolve(repository, "HEAD"), here=here.files)
    except GitError:
        return here
    same = (committed.files, committed.refused) == (here.files, here.refused)
    return replace(here, origin=committed.origin) if same else here


def head_day(folder: Path) -> str | None:
    """The day of the commit that is checked out, `YYYY-MM-DD` where it was made, or None."""
    try:
        return resolve(open_repository(folder), "HEAD").committed_at[:10]
    except GitError:
        return None
