"""A commit to the snapshot of its content: what its clean checkout would be read as.

`read_directory` of a clean checkout and `read_revision` of its commit give the same files and
refusals, with three limits, all of them programs or settings that nothing here may follow:
what a smudge filter makes of a file (Git LFS), attributes that change the text
(`working-tree-encoding`, `ident`), and files inside a submodule that is checked out.
`export-ignore` means nothing here.
"""

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath

from cvcgen.core.identity import changed_at
from cvcgen.core.origin import Origin
from cvcgen.sources.git.commits import Commit
from cvcgen.sources.git.errors import OF_ONE_REVISION, GitError, Problem
from cvcgen.sources.git.objects import Objects, name_object, open_objects
from cvcgen.sources.git.repository import Repository
from cvcgen.sources.git.trees import Row, Trees
from cvcgen.sources.git.treetext import Form
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


def read_revision(
    repository: Repository,
    commit: Commit,
    label: str | None = None,
    here: Mapping[PurePosixPath, bytes] | None = None,
) -> Snapshot:
    """The content as of that commit; `label` is what people call it. Raises `GitError`.

    Of files that are `here` already, as a snapshot keeps them, only the ids are compared.
    """
    known = name_blobs(here.values(), commit.id) if here else {}
    with closing(read_revisions(repository, [commit], known)) as snapshots:
        found = next(snapshots)
    if isinstance(found, GitError):
        raise found
    if label is None:
        return found
    origin = Origin(label, found.origin.revision, found.origin.committed_at)
    return Snapshot(origin, found.files, found.refused)


def read_revisions(
    repository: Repository,
    commits: Iterable[Commit],
    known: Mapping[str, bytes] | None = None,
    opened: Objects | None = None,
) -> Generator[Snapshot | GitError]:
    """The content as of each commit, in order, or why that one cannot be read.

    Each distinct file is read once and is the same object in every snapshot that has it. Close
    the iterator, or exhaust it: git runs as long as it lives. What is `known` by its id need
    not be read. Raises `GitError` for what is wrong with more than one revision.
    """
    with open_objects(repository, opened) as objects:
        reader = _Reader(repository, objects, known or {})
        waiting = iter(commits)
        while group := list(islice(waiting, _AT_ONCE)):
            reader.attempt_prefetch(group)
            for commit in group:
                yield reader.attempt(commit)


@dataclass(frozen=True, slots=True)
class _Read:
    """What one commit holds of the site."""

    rows: Sequence[Row]
    """By path, the settings last."""
    files: Mapping[PurePosixPath, bytes]
    """The content of those that are read."""
    refused: Mapping[PurePosixPath, Refusal]
    """Why the others are not."""


class _Reader:
    """What was read so far: folders, files and paths."""

    def __init__(
        self, repository: Repository, objects: Objects, known: Mapping[str, bytes]
    ) -> None:
        self._repository = repository
        self._objects = objects
        self._trees = Trees(objects)
        self._blobs: dict[str, bytes | Refusal] = {**known}
        self._remembered = 0
        self._last: _Read | None = None

    def prefetch(self, commits: Sequence[Commit]) -> None:
        """Reads what several commits hold, at once: a question costs more than its answer."""
        tops = [commit.tree for commit in commits]
        ids = self._trees.prefetch_sites(tops, self._repository.prefix)
        folders, blobs = [self._trees.read(id) for id in ids], self._blobs
        entries = [entry for folder in folders for entry in folder if entry.id not in blobs]
        self._load(
            [entry.id for entry in entries if entry.form is Form.FILE],
            (entry.id for folder in folders for entry in folder),
        )

    def attempt_prefetch(self, commits: Sequence[Commit]) -> None:
        """The same, but for what is wrong with one commit: that is met again at its own."""
        try:
            self.prefetch(commits)
        except GitError as error:
            if error.problem not in OF_ONE_REVISION:
                raise

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
        rows, last = self._rows(commit), self._last
        found = None if last is None else self._edited(last, rows)
        self._last = found = self._whole(rows) if found is None else found
        origin = Origin(commit.id[:10], commit.id, commit.committed_at)
        return Snapshot(origin, found.files, found.refused)

    def _rows(self, commit: Commit) -> Sequence[Row]:
        """What the commit holds of the site; a row as in the last commit is the same object."""
        prefix = self._repository.prefix
        configuration, content = self._trees.site(commit.tree, prefix)
        if configuration is None:
            raise GitError(Problem.NO_SITE, commit.id[:10], str(prefix))
        found = self._trees.files(content) if content else []
        row = (CONFIGURATION, configuration)
        known = self._last is not None and self._last.rows[-1] == row
        return [*found, self._last.rows[-1] if self._last and known else row]

    def _whole(self, rows: Sequence[Row]) -> _Read:
        """What is in these files."""
        ids = [entry.id for _, entry in rows if entry.form is Form.FILE]
        self._load(ids, ids)
        blobs = self._blobs
        contents = [
            blobs[entry.id] if entry.form is Form.FILE else _REFUSED[entry.form]
            for _, entry in rows
        ]
        found = [*zip(rows, contents, strict=True)]
        files = {row[0]: x for row, x in found if isinstance(x, bytes)}
        refused = {row[0]: x for row, x in found if isinstance(x, Refusal)}
        return _Read(rows, files, refused)

    def _edited(self, last: _Read, rows: Sequence[Row]) -> _Read | None:
        """What is in these files, if only some contents are others than in the last commit."""
        if len(rows) != len(last.rows):
            return None
        pairs = [(rows[at], last.rows[at]) for at in changed_at(rows, last.rows)]
        if not all(row[:1] == old[:1] and _is_file(row, old) for row, old in pairs):
            return None
        changed = [row for row, _ in pairs]
        self._load([entry.id for _, entry in changed], (entry.id for _, entry in rows))
        files = {**last.files}
        for path, entry in changed:
            content = self._blobs[entry.id]
            if path not in files or not isinstance(content, bytes):
                return None
            files[path] = content
        return _Read(rows, files, last.refused)

    def _load(self, ids: Sequence[str], wanted: Iterable[str]) -> None:
        """Reads the blobs that are not known yet, after asking how large they are.

        `wanted` are those that are not forgotten where room is needed, these included.
        """
        unknown = [id for id in dict.fromkeys(ids) if id not in self._blobs]
        if not unknown:
            return
        sizes = dict(zip(unknown, self._objects.sizes(unknown), strict=True))
        small = [id for id, size in sizes.items() if size <= MAX_RAW_BYTES]
        coming = sum(sizes[id] for id in small)
        if self._remembered + coming > _MAX_REMEMBERED:
            self._forget_others(frozenset(wanted))
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


def name_blobs(contents: Iterable[bytes], like: str) -> dict[str, bytes]:
    """The contents by the id that git gives them, with the hash that the id `like` is made by.

    >>> name_blobs([b""], "0" * 40)
    {'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391': b''}
    """
    return {name_object("blob", one, like): one for one in contents}


def _is_file(*rows: Row) -> bool:
    return all(entry.form is Form.FILE for _, entry in rows)
