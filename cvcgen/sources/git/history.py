"""The commits behind a content: its first-parent line, and who changed which file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from cvcgen.sources.git.commits import Commit, read_commits
from cvcgen.sources.git.objects import Objects, open_objects
from cvcgen.sources.git.repository import Repository
from cvcgen.sources.git.revisions import MAX_COMMITS, first_parent_ids
from cvcgen.sources.git.trees import Trees
from cvcgen.sources.snapshot import CONFIGURATION, CONTENT

_AT_ONCE = 256
"""How many commits are read together: folders of more would fill the memory."""


@dataclass(frozen=True, slots=True)
class Content:
    """Which content a commit has: equal exactly where `cvcgen.yaml` and `content/` are."""

    configuration: str
    """The id of `cvcgen.yaml`."""
    records: str | None
    """The id of the folder `content/`, or None where there is none."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit, and which content it has."""

    commit: Commit
    content: Content | None
    """None where the commit has no site in that folder."""


def first_parent_history(
    repository: Repository, head: Commit, limit: int = MAX_COMMITS
) -> tuple[Revision, ...]:
    """The first-parent line to `head`, newest first, at most `limit` long.

    Of a shallow clone, as far as it goes (`Repository.shallow`). Raises `GitError`.
    """
    ids = first_parent_ids(repository, head, limit)
    history: list[Revision] = []
    with open_objects(repository) as objects:
        trees = Trees(objects)
        for start in range(0, len(ids), _AT_ONCE):
            commits = read_commits(objects, ids[start : start + _AT_ONCE])
            trees.prefetch([commit.tree for commit in commits])
            history.extend(
                Revision(commit, _content(trees, commit, repository.prefix))
                for commit in commits
            )
    return tuple(history)


def content_changes(history: Sequence[Revision]) -> tuple[Revision, ...]:
    """The revisions that have another content than the one before, newest first.

    The oldest of the history is one of them.
    """
    older = (*history[1:], None)
    return tuple(
        revision
        for revision, before in zip(history, older, strict=True)
        if before is None or revision.content != before.content
    )


def changed_paths(
    repository: Repository, base: Commit, head: Commit, opened: Objects | None = None
) -> Mapping[PurePosixPath, tuple[Commit, ...]]:
    """Who touched which file of the site from `base` to `head`, newest first.

    Paths are inside the site, sorted; renames are a removal and an addition; a merge counts
    where it differs from all its parents, and a branch whose changes a merge threw away does
    not count. Raises `GitError`.
    """
    where = [str(repository.prefix / path) for path in (CONFIGURATION, CONTENT)]
    order = ("--date-order", f"--max-count={MAX_COMMITS}")
    listed = repository.demand(
        head.id, "rev-list", *order, head.id, f"^{base.id}", "--", *where
    )
    touched = _touched(repository, listed, where)
    with open_objects(repository, opened) as objects:
        commits = {commit.id: commit for commit in read_commits(objects, list(touched))}
    by_path: dict[PurePosixPath, list[Commit]] = {}
    for id, paths in touched.items():
        for path in paths:
            by_path.setdefault(path, []).append(commits[id])
    return {path: tuple(by_path[path]) for path in sorted(by_path)}


def _touched(
    repository: Repository, listed: bytes, where: Sequence[str]
) -> dict[str, list[PurePosixPath]]:
    """The paths that each of the listed commits touched.

    `diff-tree` and not `log`, which runs `gpg.program` if the repository asks for it. The
    first commit of a shallow clone touches nothing: what it is compared with is not there.
    """
    options = ("--stdin", "-r", "-c", "--name-only", "--no-renames", "-z")
    root = () if repository.shallow else ("--root",)
    said = repository.demand(
        str(repository.folder), "diff-tree", *options, *root, "--", *where, given=listed
    )
    ids = set(listed.decode("ascii").split())
    touched: dict[str, list[PurePosixPath]] = {}
    current = ""
    for text in said.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        if text in ids:  # no path is one: all of them begin with a folder or are cvcgen.yaml
            current = text
        else:
            inside = PurePosixPath(text).relative_to(repository.prefix)
            touched.setdefault(current, []).append(inside)
    return touched


def _content(trees: Trees, commit: Commit, prefix: PurePosixPath) -> Content | None:
    configuration, content = trees.site(commit.tree, prefix)
    if configuration is None:
        return None
    return Content(configuration.id, content.id if content else None)
