"""The revisions of a history to evaluated states, or to the reasons why there is none.

Each distinct file is read once, each scorecard scored once, and of each state only what
differs from the last sound one is judged.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing

from cvcgen.core.changes import State
from cvcgen.core.checks import check_catalogue
from cvcgen.core.checks.news import check_news
from cvcgen.core.diagnostics import (
    Diagnostic,
    Message,
    Severity,
    has_errors,
    message,
    sort_diagnostics,
)
from cvcgen.core.model import Origin
from cvcgen.core.ranking import evaluate
from cvcgen.core.reevaluation import reevaluate
from cvcgen.core.trend import Moment
from cvcgen.core.waivers import waiver_errors
from cvcgen.sources.git import GitError, Repository, Revision, read_revisions
from cvcgen.sources.git.errors import OF_ONE_CLONE
from cvcgen.sources.loader import load_catalogue
from cvcgen.sources.memory import Memory
from cvcgen.sources.snapshot import Snapshot


def read_moments(
    repository: Repository, revisions: Sequence[Revision], memory: Memory | None = None
) -> Iterator[Moment]:
    """The state of each revision, which come oldest first. Raises `GitError`."""
    memory = Memory() if memory is None else memory
    commits = [revision.commit for revision in revisions]
    former: State | None = None
    with closing(read_revisions(repository, commits)) as snapshots:
        for commit, snapshot in zip(commits, snapshots, strict=True):
            origin = Origin(commit.id[:10], commit.id, commit.committed_at)
            found = _evaluate(snapshot, memory, former)
            state, gap = (found, None) if isinstance(found, State) else (None, found)
            former = state or former
            lacking = isinstance(snapshot, GitError) and snapshot.problem in OF_ONE_CLONE
            yield Moment(origin, state, gap, commit.subject, commit.author, lacking)


def _evaluate(
    snapshot: Snapshot | GitError, memory: Memory, former: State | None
) -> State | Message:
    """The state, or why there is none; `former` is any earlier one."""
    if isinstance(snapshot, GitError):
        return snapshot.message
    loaded = load_catalogue(snapshot, memory)
    catalogue = loaded.catalogue
    judged = check_news(catalogue, former.catalogue) if former else check_catalogue(catalogue)
    committed_at = snapshot.origin.committed_at
    day = None if committed_at is None else committed_at[:10]
    faults = (*loaded.diagnostics, *judged, *waiver_errors(catalogue, day))
    if has_errors(faults):
        return _reason(faults)
    if former is None:
        return State(catalogue, evaluate(catalogue, snapshot.origin))
    return State(catalogue, reevaluate(catalogue, snapshot.origin, former))


def _reason(faults: Sequence[Diagnostic]) -> Message:
    errors = [fault for fault in sort_diagnostics(faults) if fault.severity is Severity.ERROR]
    first = errors[0]
    return message(
        "{where}: {code} {what} (errors in all: {count})",
        where=f"{first.location.path}:{first.location.line}",
        code=first.code,
        what=first.message,
        count=len(errors),
    )
