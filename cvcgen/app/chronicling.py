"""What became of the scores, revision by revision."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cvcgen.app.failures import EnvironmentFailure

if TYPE_CHECKING:
    from cvcgen.core.trend import Trend


@dataclass(frozen=True, slots=True)
class History:
    """What became of the scores, revision by revision."""

    trend: "Trend"
    whole: bool
    """Whether it goes back to the first revision of all."""
    identity: str
    """What tells this content from any other, whatever its age."""


def history(root: Path, since: str | None = None, limit: int | None = None) -> History:
    """The scores over the first-parent history of `HEAD`.

    `since` (a revision or date) and `limit` are those of `read_span`. Raises
    `EnvironmentFailure`.
    """
    from cvcgen.core.trend import trend  # noqa: PLC0415 - see render
    from cvcgen.sources.git import GitError, open_repository, read_span  # noqa: PLC0415
    from cvcgen.sources.timeline import read_moments  # noqa: PLC0415

    try:
        repository = open_repository(root)
        span = read_span(repository, since, limit)
        found = trend(read_moments(repository, span.revisions))
        return History(found, span.whole, span.identity)
    except GitError as error:
        raise EnvironmentFailure(error.message) from error
