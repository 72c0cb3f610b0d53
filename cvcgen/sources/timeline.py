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
from cvcgen.sources.loader import Loaded, load_catalogue
from cvcgen.sources.memory import Memory
from cvcgen.sources.snapshot import Snapshot


def read_moments(repository: Repository, revisions: Sequence[Revision]) -> Iterator[Moment]:
    """The state of each revision, which come oldest first. Raises `GitError`."""
    evaluator = _Evaluator()
    commits = [revision.commit for revision in revisions]
    with closing(read_revisions(repository, commits)) as snapshots:
        for commit, snapshot in zip(commits, snapshots, strict=True):
            origin = Origin(commit.id[:10], commit.id, commit.committed_at)
            found = evaluator.evaluate(snapshot)
            state, gap = (found, None) if isinstance(found, State) else (None, found)
            lacking = isinstance(snapshot, GitError) and snapshot.problem in OF_ONE_CLONE
            yield Moment(origin, state, gap, commit.subject, commit.author, lacking)


class _Evaluator:
    """Evaluates one revision after the other, each by what differs from those before."""

    def __init__(self) -> None:
        self._memory = Memory()
        self._loaded: Loaded | None = None
        self._state: State | None = None

    def evaluate(self, snapshot: Snapshot | GitError) -> State | Message:
        """The state, or why there is none."""
        if isinstance(snapshot, GitError):
            return snapshot.message
        self._loaded = load_catalogue(snapshot, self._memory, self._loaded)
        found = _evaluate(self._loaded, snapshot.origin, self._state)
        if isinstance(found, State):
            self._state = found
        return found


def _evaluate(loaded: Loaded, origin: Origin, former: State | None) -> State | Message:
    """The state, or why there is none; `former` is any earlier one."""
    catalogue = loaded.catalogue
    judged = check_news(catalogue, former.catalogue) if former else check_catalogue(catalogue)
    day = None if origin.committed_at is None else origin.committed_at[:10]
    faults = (*loaded.diagnostics, *judged, *waiver_errors(catalogue, day))
    if has_errors(faults):
        return _reason(faults)
    if former is None:
        return State(catalogue, evaluate(catalogue, origin))
    return State(catalogue, reevaluate(catalogue, origin, former))


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
