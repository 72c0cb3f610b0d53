"""Why git's objects could not be read, as facts, and what the user can do about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cvcgen.core.diagnostics import Message, message

_LONGEST_SHOWN = 120


class Problem(StrEnum):
    """What stood in the way; the repository is as it was in every case."""

    NO_GIT = "no_git"
    """There is no git on this machine."""
    OLD_GIT = "old_git"
    """`subject` is its version, `reason` the oldest that will do."""
    NOT_A_FOLDER = "not_a_folder"
    NOT_A_REPOSITORY = "not_a_repository"
    UNSAFE_OWNER = "unsafe_owner"
    """The repository belongs to another user; `reason` is its path for a command line."""
    BAD_REVISION = "bad_revision"
    """The text can never name a commit."""
    RANGE = "range"
    """The text is a range, where one commit is asked for."""
    BAD_RANGE = "bad_range"
    RANGE_AND_MORE = "range_and_more"
    """Two texts of which one is a range; `reason` is the second one."""
    UNKNOWN_REVISION = "unknown_revision"
    NOT_A_COMMIT = "not_a_commit"
    """The name is known, and is that of a file or a folder."""
    NO_ANCESTOR = "no_ancestor"
    """The name is known, and has fewer ancestors than asked for."""
    UNBORN = "unborn"
    """The repository has no commit yet."""
    NO_DEFAULT_BRANCH = "no_default_branch"
    UNRELATED = "unrelated"
    """Two commits without a common ancestor; `reason` is the second one."""
    BAD_DATE = "bad_date"
    BEFORE_HISTORY = "before_history"
    """No commit is that old; `reason` is the date of the first one."""
    NOT_IN_HISTORY = "not_in_history"
    """The commit is not on the first-parent line."""
    NO_SITE = "no_site"
    """The revision has no `cvcgen.yaml`; `reason` is the folder inside the repository."""
    SHALLOW = "shallow"
    """The clone was cut off, and what is asked for lies beyond."""
    PARTIAL = "partial"
    """The clone left out contents, and would have to fetch them."""
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    TOO_MANY_FILES = "too_many_files"
    TIMEOUT = "timeout"
    """`reason` is the time allowed, in seconds."""
    FAILED = "failed"
    """Anything else that git said."""


OF_ONE_REVISION = frozenset(
    {
        Problem.NO_SITE,
        Problem.SHALLOW,
        Problem.PARTIAL,
        Problem.DAMAGED,
        Problem.TOO_LARGE,
        Problem.TOO_MANY_FILES,
    }
)
"""What one revision may have without keeping the others from being read."""
OF_ONE_CLONE = frozenset({Problem.SHALLOW, Problem.PARTIAL, Problem.DAMAGED})
"""What one clone of a revision may lack and another have: it is worth trying again."""


@dataclass(eq=False)
class GitError(Exception):
    """What was asked for cannot be read from git."""

    problem: Problem
    subject: str
    """The folder, revision, date or object that the problem is about."""
    reason: str | Message = ""
    """What git said, or the second fact that `problem` names; words of ours are a message."""
    hint: Message | None = None
    """What may have been meant instead."""

    @property
    def message(self) -> Message:
        """What happened and what to do, for the user."""
        template = _WORDING[self.problem].template
        reason = shown(self.reason) if isinstance(self.reason, str) else self.reason
        said = message(template, subject=shown(self.subject), reason=reason)
        if self.hint is None:
            return said
        return message("{problem}; {hint}", problem=said, hint=self.hint)

    def __str__(self) -> str:
        return self.message.text(str)


def shown(text: str) -> str:
    """The text in a form that can be shown: not endless, and nothing invisible in it.

    >>> shown("main\\n\\x1b[2J")
    'main��[2J'
    """
    cut = text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in cut)


_WORDING: Mapping[Problem, Message] = {
    Problem.NO_GIT: message(
        "no git was found on this machine; install it, from https://git-scm.com/downloads for"
        " instance"
    ),
    Problem.OLD_GIT: message("git {subject} is too old; install git {reason} or a newer one"),
    Problem.NOT_A_FOLDER: message("`{subject}` is not a folder that can be read"),
    Problem.NOT_A_REPOSITORY: message(
        "`{subject}` is in no git repository; name a folder that is, or run `git init` and"
        " commit the content"
    ),
    Problem.UNSAFE_OWNER: message(
        "the git repository of `{subject}` belongs to another user, so git does not trust it;"
        " if you do, run `git config --global --add safe.directory {reason}`"
    ),
    Problem.BAD_REVISION: message(
        "`{subject}` cannot name a commit; write a branch, a tag or a commit, such as `main`,"
        " `v1.2`, `4f2a9c1` or `HEAD~3`"
    ),
    Problem.RANGE: message(
        "`{subject}` is a range, and one state is asked for here; write a branch, a tag or a"
        " commit, such as one end of it"
    ),
    Problem.BAD_RANGE: message(
        "`{subject}` is no range of two states; write `A..B`, or `A...B` to begin where B left"
        " A"
    ),
    Problem.RANGE_AND_MORE: message(
        "a range and a further revision are given, `{subject}` and `{reason}`; write two states"
        " alone, as `A B` or as `A..B`"
    ),
    Problem.UNKNOWN_REVISION: message(
        "`{subject}` is no branch, tag or commit of this repository"
    ),
    Problem.NOT_A_COMMIT: message("`{subject}` is a file or a folder in git, not a commit"),
    Problem.NO_ANCESTOR: message("`{subject}` goes back beyond the first commit"),
    Problem.UNBORN: message("the repository has no commit yet; commit the content first"),
    Problem.NO_DEFAULT_BRANCH: message(
        "nothing tells which branch is the main one; name the revision to compare with"
    ),
    Problem.UNRELATED: message("`{subject}` and `{reason}` have no commit in common"),
    Problem.BAD_DATE: message("`{subject}` is no date; write it like 2026-10-31"),
    Problem.BEFORE_HISTORY: message(
        "no commit is as old as {subject}; the first is of {reason}"
    ),
    Problem.NOT_IN_HISTORY: message(
        "`{subject}` is not on the line of first parents that leads to HEAD; name one of its"
        " commits, as `git log --first-parent` lists them, or a date"
    ),
    Problem.NO_SITE: message("there is no `cvcgen.yaml` in `{reason}` at {subject}"),
    Problem.SHALLOW: message(
        "`{subject}` is not in this clone, which holds the last commits only; run"
        " `git fetch --unshallow` (in GitHub Actions: `fetch-depth: 0`)"
    ),
    Problem.PARTIAL: message(
        "`{subject}` is not in this clone, which left out contents, and nothing is fetched from"
        " the network; run `git fetch --refetch --no-filter`, or clone without `--filter`"
    ),
    Problem.DAMAGED: message(
        "`{subject}` cannot be read from git ({reason}); `git fsck` tells more"
    ),
    Problem.TOO_LARGE: message("`{subject}` in git is too large to be read"),
    Problem.TOO_MANY_FILES: message("`{subject}` holds too many files"),
    Problem.TIMEOUT: message(
        "git took longer than {reason} seconds over `{subject}` and was stopped"
    ),
    Problem.FAILED: message("git could not read `{subject}`: {reason}"),
}
