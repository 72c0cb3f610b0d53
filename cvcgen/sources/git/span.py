"""What people write to name one state of the content, or a part of its history."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cvcgen.sources.git.commits import Commit
from cvcgen.sources.git.days import days_of
from cvcgen.sources.git.errors import GitError, Problem
from cvcgen.sources.git.history import Revision, content_changes, first_parent_history
from cvcgen.sources.git.repository import Repository, open_repository
from cvcgen.sources.git.revisions import is_date, resolve, revision_at
from cvcgen.sources.git.snapshots import read_revision
from cvcgen.sources.snapshot import Snapshot, read_directory

_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")
"""What is written like a date is one, or a mistake: no branch has such a name for long."""


@dataclass(frozen=True, slots=True)
class Span:
    """The revisions to read, and how the history goes on before them."""

    revisions: tuple[Revision, ...]
    """Those that have another content than the one before, oldest first, at least one."""
    whole: bool
    """Whether the first of them is the first of all."""
    identity: str
    """What tells this content from any other, whatever its age: the id of the first commit,
    and the site's folder inside the repository."""


def find_revision(repository: Repository, word: str) -> Commit:
    """The commit that a revision or a date such as 2022-09-01 names. Raises `GitError`.

    A date names the last commit of that day, or before it, on the first-parent line.
    """
    if _DATE.fullmatch(word):
        return revision_at(repository, word, resolve(repository, "HEAD"))
    return resolve(repository, word)


def read_state(folder: Path, word: str | None) -> Snapshot:
    """The content of a revision or date; of the folder as it stands where none is named.

    Raises `GitError` and `NoSite`.
    """
    if word is None:
        return read_directory(folder)
    repository = open_repository(folder)
    return read_revision(repository, find_revision(repository, word), word)


def read_span(
    repository: Repository,
    since: str | None = None,
    limit: int | None = None,
    head: str = "HEAD",
) -> Span:
    """The last `limit` changes of the content, none older than the revision or date `since`.

    They are those of the first-parent line that ends at `head`.
    One revision more is given where there is one: the state that the first change is told
    from. Raises `GitError`.
    """
    history = first_parent_history(repository, resolve(repository, head))
    changes = content_changes(history)
    kept = len(changes) if limit is None else min(limit, len(changes))
    if since is not None:
        kept = min(kept, _newer(repository, since, history, changes))
    revisions = tuple(reversed(changes[: kept + 1]))
    identity = f"{history[-1].commit.id}/{repository.prefix}"
    return Span(revisions, kept >= len(changes) and not repository.shallow, identity)


def _newer(
    repository: Repository,
    since: str,
    history: Sequence[Revision],
    changes: Sequence[Revision],
) -> int:
    """How many changes are newer than the state named by `since`."""
    if _DATE.fullmatch(since):
        if not is_date(since):
            raise GitError(Problem.BAD_DATE, since)
        days = days_of([revision.commit for revision in history])
        older = next((at for at, day in enumerate(days) if day < since), len(days))
        newer = frozenset(revision.commit.id for revision in history[:older])
        return sum(revision.commit.id in newer for revision in changes)
    commit = resolve(repository, since)
    line = [revision.commit.id for revision in history]
    if commit.id not in line:
        raise GitError(Problem.NOT_IN_HISTORY, since)
    newer = frozenset(line[: line.index(commit.id)])
    return sum(revision.commit.id in newer for revision in changes)
