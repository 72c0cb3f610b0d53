"""What became of the scores, revision by revision, and what was drawn from it before."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cvcgen.app.failures import EnvironmentFailure
from cvcgen.core.diagnostics import message

if TYPE_CHECKING:
    from cvcgen.core.trend import Moment, Trend
    from cvcgen.reports.pieces import Pieces
    from cvcgen.sources.git import Repository, Span

STARTS_LATE = message("This clone holds the last commits only: the history starts late.")
"""What to say of a history that is not whole, though all of it was asked for."""


@dataclass(frozen=True, slots=True)
class Past:
    """The revisions that a history is to be told of, found and not yet read."""

    repository: "Repository"
    span: "Span"

    @property
    def key(self) -> str:
        """The same for the same history: the ids of commits say all that is in them."""
        commits = [revision.commit.id for revision in self.span.revisions]
        return " ".join((self.span.identity, str(self.span.whole), *commits))


@dataclass(frozen=True, slots=True)
class History:
    """What became of the scores, revision by revision."""

    trend: "Trend"
    whole: bool
    """Whether it goes back to the first revision of all."""
    identity: str
    """What tells this content from any other, whatever its age."""
    lasting: bool
    """Whether the same commits will always tell it: what this clone lacks, another may have."""


def history(
    root: Path, since: str | None = None, limit: int | None = None, head: str = "HEAD"
) -> History:
    """The scores over the first-parent history that ends at that revision.

    `since` (a revision or date) and `limit` are those of `read_span`. Raises
    `EnvironmentFailure`.
    """
    return tell_past(find_past(root, since, limit, head))


def find_past(
    root: Path, since: str | None = None, limit: int | None = None, head: str = "HEAD"
) -> Past:
    """The revisions of that history; quick. Raises `EnvironmentFailure`."""
    from cvcgen.sources.git import (  # noqa: PLC0415 - see render
        GitError,
        open_repository,
        read_span,
    )

    try:
        repository = open_repository(root)
        return Past(repository, read_span(repository, since, limit, head))
    except GitError as error:
        raise EnvironmentFailure(error.message) from error


def tell_past(past: Past, scores_alone: bool = False) -> History:
    """The scores of these revisions. Raises `EnvironmentFailure`.

    With `scores_alone` nothing is told of what was edited but the method: see `compare`.
    """
    from cvcgen.core.trend import trend  # noqa: PLC0415 - see render
    from cvcgen.sources.git import GitError  # noqa: PLC0415
    from cvcgen.sources.timeline import read_moments  # noqa: PLC0415

    lacking: list[Moment] = []
    moments = read_moments(past.repository, past.span.revisions)
    try:
        found = trend(_watched(moments, lacking), scores_alone)
    except GitError as error:
        raise EnvironmentFailure(error.message) from error
    return History(found, past.span.whole, past.span.identity, not lacking)


def recall(
    past: Past, asked: Sequence[str], draw: "Callable[[History], Pieces]"
) -> Iterator[str]:
    """What `draw` makes of the scores alone, or made of them in an earlier run, text by text.

    `asked` is all that the drawing depends on beside the history and the tool itself: the
    format, the language, what is wanted. Raises `EnvironmentFailure`, and what `draw` raises.
    """
    from cvcgen.app.packing import pack, unpack  # noqa: PLC0415 - for this alone
    from cvcgen.store import open_store  # noqa: PLC0415

    key = "\0".join((past.key, *asked))
    with open_store("history") as store:
        known = store.get(key)
    if known is None:  # the store is closed: it must not be carried into another process
        told = tell_past(past, scores_alone=True)
        known = pack(draw(told))
        if told.lasting:
            with open_store("history") as store:
                store.put(key, known)
    return unpack(known)


def _watched(moments: "Iterable[Moment]", lacking: "list[Moment]") -> "Iterator[Moment]":
    """The moments; those that this clone alone cannot read are noted."""
    for moment in moments:
        if moment.lacking:
            lacking.append(moment)
        yield moment
