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
    from cvcgen.sources.git.commits import Commit
    from cvcgen.sources.git.endpoints import Endpoints, read_endpoints
    from cvcgen.sources.git.errors import GitError, Problem
    from cvcgen.sources.git.history import (
        Content,
        Revision,
        changed_paths,
        content_changes,
        first_parent_history,
    )
    from cvcgen.sources.git.repository import Repository, open_repository
    from cvcgen.sources.git.revisions import (
        Range,
        default_branch,
        merge_base,
        parse_range,
        resolve,
        revision_at,
    )
    from cvcgen.sources.git.snapshots import read_revision, read_revisions
    from cvcgen.sources.git.span import Span, find_revision, read_span, read_state

__all__ = (
    "Commit",
    "Content",
    "Endpoints",
    "GitError",
    "Problem",
    "Range",
    "Repository",
    "Revision",
    "Span",
    "changed_paths",
    "content_changes",
    "default_branch",
    "find_revision",
    "first_parent_history",
    "head_day",
    "merge_base",
    "open_repository",
    "parse_range",
    "read_endpoints",
    "read_revision",
    "read_revisions",
    "read_span",
    "read_state",
    "resolve",
    "revision_at",
    "with_commit",
)
_HOMES = {
    "cvcgen.sources.git.checkout": ("head_day", "with_commit"),
    "cvcgen.sources.git.commits": ("Commit",),
    "cvcgen.sources.git.endpoints": ("Endpoints", "read_endpoints"),
    "cvcgen.sources.git.errors": ("GitError", "Problem"),
    "cvcgen.sources.git.history": (
        "Content",
        "Revision",
        "changed_paths",
        "content_changes",
        "first_parent_history",
    ),
    "cvcgen.sources.git.repository": ("Repository", "open_repository"),
    "cvcgen.sources.git.revisions": (
        "Range",
        "default_branch",
        "merge_base",
        "parse_range",
        "resolve",
        "revision_at",
    ),
    "cvcgen.sources.git.snapshots": ("read_revision", "read_revisions"),
    "cvcgen.sources.git.span": ("Span", "find_revision", "read_span", "read_state"),
}
"""Where each name is at home; a build asks for one of them."""

if not TYPE_CHECKING:  # or else every name would pass for one of this package
    __getattr__ = load_late(__name__, _HOMES)
