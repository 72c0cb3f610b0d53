"""A git revision to a snapshot, and the commits behind it; nothing is run or written.

`repository` finds the repository of a site's folder, `revisions` turns names and dates into
commits, `snapshots` reads their content, `history` tells which commits changed what. Below
them `trees`, `commits` and `objects` read git's own objects by id; `process` is the only
place that runs git, `environment` what it is run with.
"""

from typing import TYPE_CHECKING

from cvcgen.latenames import load_late

if TYPE_CHECKING:
    from cvcgen.sources.git.checkout import head_day, with_commit
    from cvcgen.sources.git.endpoints import read_endpoints
    from cvcgen.sources.git.errors import GitError
    from cvcgen.sources.git.history import Revision
    from cvcgen.sources.git.repository import Repository, open_repository
    from cvcgen.sources.git.snapshots import read_revisions
    from cvcgen.sources.git.span import Span, read_span, read_state

__all__ = (
    "GitError",
    "Repository",
    "Revision",
    "Span",
    "head_day",
    "open_repository",
    "read_endpoints",
    "read_revisions",
    "read_span",
    "read_state",
    "with_commit",
)
_HOMES = {
    "cvcgen.sources.git.checkout": ("head_day", "with_commit"),
    "cvcgen.sources.git.endpoints": ("read_endpoints",),
    "cvcgen.sources.git.errors": ("GitError",),
    "cvcgen.sources.git.history": ("Revision",),
    "cvcgen.sources.git.repository": ("Repository", "open_repository"),
    "cvcgen.sources.git.snapshots": ("read_revisions",),
    "cvcgen.sources.git.span": ("Span", "read_span", "read_state"),
}
"""Where each name is at home; a build asks for one of them."""

if not TYPE_CHECKING:  # or else every name would pass for one of this package
    __getattr__ = load_late(__name__, _HOMES)
