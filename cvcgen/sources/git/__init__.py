"""A git revision to a snapshot, and the commits behind it; nothing is run or written.

`repository` finds the repository of a site's folder, `revisions` turns names and dates into
commits, `snapshots` reads their content, `history` tells which commits changed what. Below
them `trees`, `commits` and `objects` read git's own objects by id; `process` is the only
place that runs git, `environment` what it is run with.
"""

from cvcgen.sources.git.commits import Commit
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

__all__ = [
    "Commit",
    "Content",
    "GitError",
    "Problem",
    "Range",
    "Repository",
    "Revision",
    "changed_paths",
    "content_changes",
    "default_branch",
    "first_parent_history",
    "merge_base",
    "open_repository",
    "parse_range",
    "read_revision",
    "read_revisions",
    "resolve",
    "revision_at",
]
