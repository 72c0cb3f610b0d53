"""What people write to name two states of the content, to both, with who changed what."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from cvcgen.core.model import Origin
from cvcgen.sources.git.commits import Commit
from cvcgen.sources.git.errors import GitError, Problem
from cvcgen.sources.git.history import changed_paths
from cvcgen.sources.git.objects import Objects, open_objects
from cvcgen.sources.git.repository import Repository, open_repository
from cvcgen.sources.git.revisions import (
    Range,
    default_branch,
    is_range,
    merge_base,
    parse_range,
    resolve,
)
from cvcgen.sources.git.snapshots import read_revisions
from cvcgen.sources.snapshot import Snapshot, read_directory

_WHERE_BRANCHES_ARE = ("refs/remotes/", "refs/heads/")
_Names = tuple[str, ...]
"""What people call a commit: one name, or two of which it is the common ancestor."""


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Two states of the content, and the commits between them."""

    before: Snapshot
    after: Snapshot
    """A revision, or the folder as it stands."""
    commits: Mapping[str, tuple[Commit, ...]]
    """Who touched which file, newest first; empty where the clone does not tell."""
    repository: Repository
    """Where both were read."""
    uncommitted: frozenset[str]
    """The files that the working tree has otherwise than `HEAD`, if it is the state after."""


@dataclass(frozen=True, slots=True)
class _Named:
    """Two commits with what people call them; the second is None for the working tree."""

    base: Commit
    base_names: _Names
    head: Commit | None
    head_names: _Names


def read_endpoints(folder: Path, base: str | None = None, head: str | None = None) -> Endpoints:
    """The states that were named: `A B`, `A..B`, `A...B`, or `A` and the working tree.

    Without a name, where the current branch left the default one, and the working tree. A bare
    repository has no working tree: its `HEAD` stands in. Raises `GitError` and `NoSite`.
    """
    repository = open_repository(folder)
    with open_objects(repository) as objects:
        named = _name(repository, objects, base, head)
        tip = named.head or resolve(repository, "HEAD", objects)
        both = read_revisions(repository, [named.base, tip], opened=objects)
        with closing(both) as snapshots:
            before, committed = next(snapshots), next(snapshots)
        if isinstance(before, GitError):
            raise before
        commits = _commits(repository, objects, named.base, tip)
    relabelled = _relabel(before, named.base_names)
    if named.head is None:
        here = read_directory(folder)
        return Endpoints(relabelled, here, commits, repository, _uncommitted(committed, here))
    if isinstance(committed, GitError):
        raise committed
    after = _relabel(committed, named.head_names)
    return Endpoints(relabelled, after, commits, repository, frozenset())


def _name(
    repository: Repository, objects: Objects, base: str | None, head: str | None
) -> _Named:
    if base is None:
        branch = default_branch(repository)
        here = resolve(repository, "HEAD", objects)
        there = resolve(repository, branch, objects)
        parted = merge_base(repository, there, here, objects)
        names = (_short(branch),) if parted.id == there.id else (_short(branch), "HEAD")
        return _Named(parted, names, here if repository.bare else None, ("HEAD",))
    if head is not None and (is_range(base) or is_range(head)):
        raise GitError(Problem.RANGE_AND_MORE, base, head)
    written = parse_range(base) if head is None else Range(base, head)
    end = written.head or ("HEAD" if repository.bare else None)
    first = resolve(repository, written.base, objects)
    second = resolve(repository, end, objects) if end else None
    if end is None or second is None:
        return _Named(first, (written.base,), None, ())
    if not written.from_merge_base:
        return _Named(first, (written.base,), second, (end,))
    first = merge_base(repository, first, second, objects)
    return _Named(first, (written.base, end), second, (end,))


def _commits(
    repository: Repository, objects: Objects, base: Commit, tip: Commit
) -> Mapping[str, tuple[Commit, ...]]:
    """Who changed what, as far as the clone tells: the comparison does not need it."""
    if base.id == tip.id:
        return {}
    try:
        found = changed_paths(repository, base, tip, objects)
    except GitError:
        return {}
    return {str(path): commits for path, commits in found.items()}


def _uncommitted(committed: Snapshot | GitError, here: Snapshot) -> frozenset[str]:
    known = {} if isinstance(committed, GitError) else committed.files
    paths = known.keys() | here.files.keys()
    return frozenset(str(path) for path in paths if known.get(path) != here.files.get(path))


def _relabel(snapshot: Snapshot, names: _Names) -> Snapshot:
    known = snapshot.origin
    origin = Origin(names[0], known.revision, known.committed_at)
    if len(names) > 1:
        label = f"the common ancestor of {' and '.join(names)}"
        origin = replace(origin, label=label, ancestor_of=names)
    return replace(snapshot, origin=origin)


def _short(branch: str) -> str:
    """The branch as people call it: `origin/main`, `main`."""
    for prefix in _WHERE_BRANCHES_ARE:
        branch = branch.removeprefix(prefix)
    return branch
