"""The repository that a site's folder lies in, as a value."""

import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cvcgen.sources.git.environment import (
    find_program,
    finding_environment,
    reading_environment,
)
from cvcgen.sources.git.errors import GitError, Problem
from cvcgen.sources.git.process import MAX_OUTPUT, SECONDS, Answer, Caller, run_git

OLDEST_GIT = (2, 32)
"""The first that can be told to leave the user's configuration aside."""

_FACTS = ("--is-bare-repository", "--is-shallow-repository")
_PATHS = ("--show-prefix", "--absolute-git-dir")
_VERSION = re.compile(r"git version (\d+)\.(\d+)\S*")
_UNSAFE = re.compile(
    r"dubious ownership in repository at '(.+?)'\n|unsafe repository \('(.+?)' is owned", re.S
)


@dataclass(frozen=True, slots=True)
class Repository:
    """Where git keeps the history of a site."""

    folder: Path
    """The site's folder, absolute."""
    git_dir: Path
    """What `GIT_DIR` names; of a linked worktree its own, not the shared one."""
    prefix: PurePosixPath
    """The site's folder inside the repository; `.` at its top and in a bare one."""
    bare: bool
    """Whether there is no working tree to read a site from."""
    shallow: bool
    """Whether the clone holds the last commits only."""
    program: str
    """The path of git."""
    seconds: float = SECONDS
    """The longest that one question to git may take."""

    def caller(self, subject: str) -> Caller:
        """How git is called to read this repository; `subject` is what errors name."""
        environment = reading_environment(os.environ, self.git_dir)
        return Caller(self.program, environment, self.git_dir, subject, self.seconds)

    def ask(
        self, subject: str, *arguments: str, given: bytes = b"", limit: int = MAX_OUTPUT
    ) -> Answer:
        """What git answers, whatever its status. Raises `GitError`."""
        return run_git(self.caller(subject), arguments, given=given, limit=limit)

    def demand(self, subject: str, *arguments: str, given: bytes = b"") -> bytes:
        """What git answers where it succeeds. Raises `GitError`."""
        answer = self.ask(subject, *arguments, given=given)
        if answer.status != 0:
            raise GitError(Problem.FAILED, subject, _last_word(answer))
        return answer.output


def open_repository(folder: Path, seconds: float = SECONDS) -> Repository:
    """The repository of the folder, which may be anywhere inside it, or be a bare one.

    The folder alone decides, not the environment (`GIT_DIR`), under the user's own
    configuration of what to trust. Nothing stays open; `seconds` bounds each question to git
    from now on. Raises `GitError`.
    """
    if not folder.is_dir():
        raise GitError(Problem.NOT_A_FOLDER, str(folder))
    where = Path(os.path.realpath(folder))
    program = find_program(os.environ)
    caller = Caller(program, finding_environment(os.environ), where, str(folder), seconds)
    _check_version(caller)
    bare, shallow, prefix, git_dir = _find_all(caller)
    return Repository(
        folder=where,
        git_dir=Path(git_dir),
        prefix=PurePosixPath(prefix),
        bare=bare == "true",
        shallow=shallow == "true",
        program=program,
        seconds=seconds,
    )


def explain_finding(folder: str, answer: Answer) -> GitError:
    """Why git found no repository that it would read."""
    unsafe = _UNSAFE.search(answer.complaint)
    if unsafe:
        import shlex  # noqa: PLC0415 - nearly never

        return GitError(Problem.UNSAFE_OWNER, folder, shlex.quote(unsafe[1] or unsafe[2]))
    if "not a git repository" in answer.complaint:
        return GitError(Problem.NOT_A_REPOSITORY, folder)
    return GitError(Problem.FAILED, folder, _last_word(answer))


def _check_version(caller: Caller) -> None:
    said = run_git(caller, ["--version"]).output.decode("utf-8", "replace")
    version = _VERSION.match(said)
    if version is None:
        raise GitError(Problem.FAILED, caller.program, said)
    if (int(version[1]), int(version[2])) < OLDEST_GIT:
        oldest = ".".join(str(number) for number in OLDEST_GIT)
        raise GitError(Problem.OLD_GIT, version[0].removeprefix("git version "), oldest)


def _find_all(caller: Caller) -> tuple[str, str, str, str]:
    """Whether it is bare and whether shallow, the prefix, and the path of git's folder."""
    bare, shallow, *paths = _find(caller, *_FACTS, *_PATHS).split("\n")
    if len(paths) != len(_PATHS):  # one of them holds a line end
        paths = [_find(caller, path) for path in _PATHS]
    prefix, git_dir = paths
    return bare, shallow, prefix, git_dir


def _find(caller: Caller, *questions: str) -> str:
    answer = run_git(caller, ["rev-parse", *questions])
    if answer.status != 0:
        raise explain_finding(caller.subject, answer)
    return os.fsdecode(answer.output).removesuffix("\n")


def _last_word(answer: Answer) -> str:
    """The last thing that git complained, on one line, else its status."""
    lines = answer.complaint.strip().splitlines()
    last = [at for at, line in enumerate(lines) if line.startswith(("fatal: ", "error: "))]
    # What a fault is about may stand on lines below it.
    said = lines[last[-1] :] if last else lines[-1:] or [f"status {answer.status}"]
    return " ".join(" ".join(said).split()).removeprefix("fatal: ").removeprefix("error: ")
