"""One file as it was in several commits, and in the commits before each of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from cvcgen.sources.git.commits import Commit, read_commits
from cvcgen.sources.git.objects import Objects, open_objects
from cvcgen.sources.git.repository import Repository
from cvcgen.sources.git.trees import Trees
from cvcgen.sources.git.treetext import Form
from cvcgen.sources.snapshot import MAX_RAW_BYTES, Refusal, accept_content


@dataclass(frozen=True, slots=True)
class Version:
    """A file in one commit."""

    commit: Commit
    content: bytes | None
    """None where the commit has no such file, or one that is not read."""
    former: tuple[bytes | None, ...]
    """The file in each parent of the commit; none for a first commit."""


def read_versions(
    repository: Repository, wanted: Mapping[str, Sequence[Commit]]
) -> Mapping[str, tuple[Version, ...]]:
    """Each file in each of its commits, by path inside the site. Raises `GitError`."""
    with open_objects(repository) as objects:
        every = (commit for commits in wanted.values() for commit in commits)
        parents = list(dict.fromkeys(id for commit in every for id in commit.parents))
        trees = {commit.id: commit.tree for commit in read_commits(objects, parents)}
        files = _Files(objects)
        found = {}
        for path, commits in wanted.items():
            inside = repository.prefix / path
            found[path] = tuple(
                Version(
                    commit,
                    files.content(commit.tree, inside),
                    tuple(files.content(trees[id], inside) for id in commit.parents),
                )
                for commit in commits
            )
        return found


class _Files:
    """The contents of paths in trees."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._trees = Trees(objects)
        self._contents: dict[str, bytes | None] = {}

    def content(self, tree: str, path: PurePosixPath) -> bytes | None:
        """The file's bytes in that tree, as a snapshot keeps them."""
        id = next(self._blob(tree, path), None)
        if id is None:
            return None
        if id not in self._contents:
            self._contents[id] = self._read(id)
        return self._contents[id]

    def _blob(self, tree: str, path: PurePosixPath) -> Iterator[str]:
        """The id of the file, if it is one."""
        *folders, name = path.parts
        for part in folders:
            found = {entry.name: entry for entry in self._trees.read(tree)}.get(part)
            if found is None or found.form is not Form.FOLDER:
                return
            tree = found.id
        yield from (
            entry.id
            for entry in self._trees.read(tree)
            if entry.name == name and entry.form is Form.FILE
        )

    def _read(self, id: str) -> bytes | None:
        [size] = self._objects.sizes([id])
        if size > MAX_RAW_BYTES:
            return None
        [content] = self._objects.contents("blob", [id], MAX_RAW_BYTES)
        accepted = accept_content(content)
        return None if isinstance(accepted, Refusal) else accepted
