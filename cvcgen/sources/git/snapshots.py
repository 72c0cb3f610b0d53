"""A commit to the snapshot of its content: what its clean checkout would be read as.

`read_directory` of a clean checkout and `read_revision` of its commit give the same files and
refusals, with three limits, all of them programs or settings that nothing here may follow:
what a smudge filter makes of a file (Git LFS), attributes that change the text
(`working-tree-encoding`, `ident`), and files inside a submodule that is checked out.
`export-ignore` means nothing here.
"""

from collections.abc import Generator, Iterable, Sequence
from contextlib import closing, suppress
from itertools import islice

from cvcgen.core.model import Origin
from cvcgen.sources.git.commits import Commit
from cvcgen.sources.git.errors import OF_ONE_REVISION, GitError, Problem
from cvcgen.sources.git.objects import Objects, open_objects
from cvcgen.sources.git.repository import Repository
from cvcgen.sources.git.trees import Form, Row, Trees
from cvcgen.sources.snapshot import (
    CONFIGURATION,
    MAX_RAW_BYTES,
    Refusal,
    Snapshot,
    accept_content,
)

MAX_SNAPSHOT_BYTES = 512 * 1024 * 1024
"""The most that all files of one revision may hold together."""
_MAX_REMEMBERED = 128 * 1024 * 1024
_AT_ONCE = 32
"""How many commits are read together."""
_REFUSED = {
    Form.LINK: Refusal.LINK,
    Form.FOLDER: Refusal.SPECIAL,
    Form.SUBMODULE: Refusal.SPECIAL,
}
"""What is no file; of the last two only `cvcgen.yaml`, which must be one."""


def read_revision(repository: Repository, commit: Commit, label: str | None = None) -> Snapshot:
    """The content as of that commit; `label` is what people call it. Raises `GitError`."""
    with closing(read_revisions(repository, [commit])) as snapshots:
        found = next(snapshots)
    if isinstance(found, GitError):
        raise found
    if label is None:
        return found
    origin = Origin(label, found.origin.revision, found.origin.committed_at)
    return Snapshot(origin, found.files, found.refused)


def read_revisions(
    repository: Repository, commits: Iterable[Commit]
) -> Generator[Snapshot | GitError]:
    """The content as of each commit, in order, or why that one cannot be read.

    Each distinct file is read once and is the same object in every snapshot that has it. Close
    the iterator, or exhaust it: git runs as long as it lives. Raises `GitError` for what is
    wrong with more than one revision.
    """
    with open_objects(repository) as objects:
        reader = _Reader(repository, objects)
        waiting = iter(commits)
        while group := list(islice(waiting, _AT_ONCE)):
            with suppress(GitError):  # it is met again, and raised, at its own commit
                reader.prefetch(group)
            for commit in group:
                yield reader.attempt(commit)


class _Reader:
    """What was read so far: folders, files and paths."""

    def __init__(self, repository: Repository, objects: Objects) -> None:
        self._repository = repository
        self._objects = objects
        self._trees = Trees(objects)
        self._blobs: dict[str, bytes | Refusal] = {}
        self._remembered = 0

    def prefetch(self, commits: Sequence[Commit]) -> None:
        """Reads what several commits hold, at once: a question costs more than its answer."""
        tops = [commit.tree for commit in commits]
        folders = self._trees.prefetch_sites(tops, self._repository.prefix)
        entries = (entry for folder in folders for entry in self._trees.read(folder))
        self._load([entry.id for entry in entries if entry.form is Form.FILE])

    def attempt(self, commit: Commit) -> Snapshot | GitError:
        """The commit's content, or why this one cannot be read."""
        try:
            return self.snapshot(commit)
        except GitError as error:
            if error.problem not in OF_ONE_REVISION:
                raise
            return error

    def snapshot(self, commit: Commit) -> Snapshot:
        """The commit's content. Raises `GitError`."""
        entries = self._entries(commit)
        self._load([entry.id for _, entry in entries if entry.form is Form.FILE])
        blobs = self._blobs
        contents = [
            blobs[entry.id] if entry.form is Form.FILE else _REFUSED[entry.form]
            for _, entry in entries
        ]
        found = [*zip(entries, contents, strict=True)]
        files = {row[0]: x for row, x in found if isinstance(x, bytes)}
        refused = {row[0]: x for row, x in found if isinstance(x, Refusal)}
        return Snapshot(Origin(commit.id[:10], commit.id, commit.committed_at), files, refused)

    def _entries(self, commit: Commit) -> list[Row]:
        """What the commit holds of the site, by path."""
        prefix = self._repository.prefix
        configuration, content = self._trees.site(commit.tree, prefix)
        if configuration is None:
            raise GitError(Problem.NO_SITE, commit.id[:10], str(prefix))
        found = self._trees.files(content) if content else []
        return [*found, (CONFIGURATION, configuration)]

    def _load(self, ids: Sequence[str]) -> None:
        """Reads the blobs that are not known yet, after asking how large they are."""
        unknown = [id for id in dict.fromkeys(ids) if id not in self._blobs]
        if not unknown:
            return
        sizes = dict(zip(unknown, self._objects.sizes(unknown), strict=True))
        small = [id for id, size in sizes.items() if size <= MAX_RAW_BYTES]
        coming = sum(sizes[id] for id in small)
        if self._remembered + coming > _MAX_REMEMBERED:
            self._forget_others(frozenset(ids))
        if self._remembered + coming > MAX_SNAPSHOT_BYTES:
            raise GitError(Problem.TOO_LARGE, str(self._repository.folder))
        contents = self._objects.contents("blob", small, MAX_RAW_BYTES)
        read = {id: accept_content(x) for id, x in zip(small, contents, strict=True)}
        self._blobs.update({id: read.get(id, Refusal.TOO_LARGE) for id in unknown})
        self._remembered += coming

    def _forget_others(self, wanted: frozenset[str]) -> None:
        self._blobs = {id: blob for id, blob in self._blobs.items() if id in wanted}
        kept = self._blobs.values()
        self._remembered = sum(len(blob) for blob in kept if isinstance(blob, bytes))
