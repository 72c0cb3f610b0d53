"""What people write to name a state of the content, to the commit that it names."""

import re
from dataclasses import dataclass
from datetime import date as Date

from cvcgen.core.diagnostics import Message, message, nearest
from cvcgen.sources.git.commits import Commit, read_commits
from cvcgen.sources.git.days import days_of
from cvcgen.sources.git.errors import GitError, Problem
from cvcgen.sources.git.objects import Objects, open_objects
from cvcgen.sources.git.repository import Repository

MAX_COMMITS = 100_000
"""The most commits that a history is followed."""

_MAX_LENGTH = 1000
_MAX_NAMES = 5000
_REVISION = re.compile(
    r"(?P<name>(?![-./])(?!.*(?:\.\.|@\{|//))"
    r"[^\x00-\x20\x7f~^:?*\[\\\ud800-\udc7f\udd00-\udfff]+)"
    r"(?:[~^][0-9]{0,6}|\^\{(?:commit)?\})*"
)
"""Names as git allows them, then steps back. Left out: what depends on this machine's
memory (`@{1}`), on the index (`:path`) or on a search (`:/text`)."""
_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DOTS = re.compile(r"\.{2,}(?!/)")
"""What stands between the ends of a range; `../main` is a path."""
_MAIN_BRANCHES = (
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
)


@dataclass(frozen=True, slots=True)
class Range:
    """Two states to compare, as written."""

    base: str
    """The older one, usually."""
    head: str | None = None
    """None where only one revision is written."""
    from_merge_base: bool = False
    """Whether to compare from where the two parted (`A...B`)."""


def parse_range(text: str) -> Range:
    """What `A...B`, `A..B` or `A` says; an empty side is `HEAD`. Raises `GitError`.

    >>> parse_range("main...")
    Range(base='main', head='HEAD', from_merge_base=True)
    """
    dots = _DOTS.search(text)
    if dots is None:
        return Range(text)
    base, head = text[: dots.start()], text[dots.end() :]
    if len(dots[0]) > 3 or ".." in head or not (base or head):
        raise GitError(Problem.BAD_RANGE, text)
    return Range(base or "HEAD", head or "HEAD", len(dots[0]) == 3)


def resolve(repository: Repository, revision: str, opened: Objects | None = None) -> Commit:
    """The commit that the revision names, never taken for an option or a range.

    It is read from the objects that are `opened`, if any are. Raises `GitError`, with the name
    that was probably meant.
    """
    written = _REVISION.fullmatch(revision) if len(revision) <= _MAX_LENGTH else None
    if written is None:
        problem = Problem.RANGE if is_range(revision) else Problem.BAD_REVISION
        raise GitError(problem, revision, hint=_hint(repository, revision))
    found = _object_id(repository, f"{revision}^{{commit}}")
    if found is None:
        raise _unresolved(repository, revision, written["name"])
    with open_objects(repository, opened) as objects:
        return read_commits(objects, [found])[0]


def is_range(text: str) -> bool:
    """Whether it is written as a range, and so names no single commit."""
    return _DOTS.search(text) is not None


def merge_base(
    repository: Repository, a: Commit, b: Commit, opened: Objects | None = None
) -> Commit:
    """The best common ancestor of the two. Raises `GitError`."""
    answer = repository.ask(a.id, "merge-base", a.id, b.id)
    found = answer.output.decode("ascii", "replace").strip()
    if _ID.fullmatch(found) is None:
        if repository.shallow:
            raise GitError(Problem.SHALLOW, f"merge-base {a.id[:10]} {b.id[:10]}")
        raise GitError(Problem.UNRELATED, a.id[:10], b.id[:10])
    with open_objects(repository, opened) as objects:
        return read_commits(objects, [found])[0]


def default_branch(repository: Repository) -> str:
    """The full name of the branch that work goes to. Raises `GitError`.

    What `origin` says it is; else `main`, else `master`, of `origin` before one's own, which
    may lag behind. No configuration is asked.
    """
    head = "refs/remotes/origin/HEAD"
    said = repository.demand(
        head, "for-each-ref", "--format=%(refname) %(symref)", head, *_MAIN_BRANCHES
    )
    targets = dict(line.split(" ", 1) for line in said.decode("utf-8", "replace").splitlines())
    target = targets.get(head, "")
    if target.startswith("refs/remotes/origin/"):
        return target
    for name in _MAIN_BRANCHES:
        if name in targets:
            return name
    if _is_unborn(repository):
        raise GitError(Problem.UNBORN, str(repository.folder))
    raise GitError(Problem.NO_DEFAULT_BRANCH, str(repository.folder))


def revision_at(repository: Repository, date: str, head: Commit) -> Commit:
    """The last commit on the first-parent line to `head` that is of that day or older.

    Days are the committers' own, so that the answer is the same in every time zone; `days_of`
    says which they are where a clock was wrong. Raises `GitError`.
    """
    if not is_date(date):
        raise GitError(Problem.BAD_DATE, date)
    ids = first_parent_ids(repository, head, MAX_COMMITS)
    with open_objects(repository) as objects:
        line = read_commits(objects, ids)
    days = days_of(line)
    for commit, day in zip(line, days, strict=True):
        if day <= date:
            return commit
    if repository.shallow:
        raise GitError(Problem.SHALLOW, date)
    raise GitError(Problem.BEFORE_HISTORY, date, days[-1])


def first_parent_ids(repository: Repository, head: Commit, limit: int) -> list[str]:
    """The ids of the first-parent line to `head`, newest first. Raises `GitError`."""
    count = f"--max-count={limit}"
    said = repository.demand(head.id, "rev-list", "--first-parent", count, head.id)
    return said.decode("ascii").split()


def _object_id(repository: Repository, expression: str) -> str | None:
    answer = repository.ask(
        expression, "rev-parse", "--verify", "--quiet", "--end-of-options", expression
    )
    found = answer.output.decode("ascii", "replace").strip()
    return found if answer.status == 0 and _ID.fullmatch(found) else None


def _unresolved(repository: Repository, revision: str, name: str) -> GitError:
    """Why a well-formed revision names no commit."""
    # An id in full is one to git, whether there is such an object or not.
    found = None if _ID.fullmatch(revision) else _object_id(repository, revision)
    if found is not None and _object_id(repository, f"{revision}^{{object}}") is None:
        return _unreadable(repository, found)
    if name != revision and _object_id(repository, f"{name}^{{commit}}"):
        problem = Problem.SHALLOW if repository.shallow else Problem.NO_ANCESTOR
        return GitError(problem, revision)
    if _object_id(repository, f"{name}^{{object}}"):
        return GitError(Problem.NOT_A_COMMIT, revision)
    if name in {"HEAD", "@"} or _is_unborn(repository):
        return GitError(Problem.UNBORN, revision)
    hint = _hint(repository, name)
    if hint is None and repository.shallow:
        return GitError(Problem.SHALLOW, revision)
    return GitError(Problem.UNKNOWN_REVISION, revision, hint=hint)


def _unreadable(repository: Repository, id: str) -> GitError:
    """Why the commit cannot be read, of which git knows the id alone."""
    try:
        with open_objects(repository) as objects:
            read_commits(objects, [id])
    except GitError as error:
        return error
    return GitError(Problem.DAMAGED, id)


def _is_unborn(repository: Repository) -> bool:
    """Whether there is no commit that any name could name."""
    names = str(repository.folder)
    known = repository.demand(names, "for-each-ref", "--count=1", "--format=%(refname)")
    return not known.strip() and _object_id(repository, "HEAD") is None


def _hint(repository: Repository, written: str) -> Message | None:
    """What was probably meant: a path is told from a name that is nearly right."""
    try:
        is_path = bool(written) and (repository.folder / written).exists()
    except (OSError, ValueError):  # too long, or not to be written to the system
        is_path = False
    if is_path:
        return message("it is a path, and what is named is a state of the whole content")
    return _nearest_name(repository, written)


def _nearest_name(repository: Repository, written: str) -> Message | None:
    """The branch or tag that was probably meant."""
    said = repository.ask(
        str(repository.folder),
        "for-each-ref",
        f"--count={_MAX_NAMES}",
        "--format=%(refname:strip=2)",
        *("refs/heads", "refs/tags", "refs/remotes"),
    )
    names = said.output.decode("utf-8", "replace").splitlines()
    near = nearest(written, names) if written else None
    return message("did you mean `{name}`?", name=near) if near else None


def is_date(text: str) -> bool:
    """Whether the text is a day such as 2026-10-31."""
    try:
        return _DATE.fullmatch(text) is not None and bool(Date.fromisoformat(text))
    except ValueError:
        return False
