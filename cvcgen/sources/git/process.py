"""Running git: the only place that starts a program.

Every call has a list of arguments, no terminal, a limit of time and a limit of output; what
it started is killed as a group.
"""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import IO, TYPE_CHECKING

from cvcgen.sources.git.environment import OPTIONS
from cvcgen.sources.git.errors import GitError, Problem

if TYPE_CHECKING:
    from cvcgen.sources.git.obstacles import Obstacle

SECONDS = 60
"""The longest that one question to git may take."""
MAX_OUTPUT = 64 * 1024 * 1024
"""The longest answer, in bytes."""
_MAX_COMPLAINT = 4096
_LATE = 5
"""After how many seconds somebody looks what git may be waiting for."""
_GLANCE = 0.5
"""How often, in seconds, somebody looks whether an answer is late."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Everything of a call but its command."""

    program: str
    """The executable's absolute path."""
    environment: Mapping[str, str] = field(repr=False)
    """Everything that git sees of ours."""
    folder: Path
    """Where git runs."""
    subject: str
    """What errors name."""
    seconds: float = SECONDS
    """How long the call may take."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command that ended has said."""

    status: int
    """The process's exit code; 0 is success."""
    output: bytes
    """All that it wrote to stdout."""
    complaint: str
    """The beginning of what it wrote to stderr."""


@dataclass(eq=False, slots=True)
class Running:
    """A git that runs, until the block that started it ends."""

    process: subprocess.Popen[bytes]
    """The one that was started."""
    caller: Caller
    given: IO[bytes]
    """Its standard input."""
    output: IO[bytes]
    """Its standard output."""
    """All that it wrote to stdout."""
    complaint: bytearray = field(default_factory=bytearray)
    """The beginning of what it wrote to stderr."""
    deadline: float | None = None
    """When the answer must be there; None while nothing is asked."""
    timed_out: bool = False
    """Whether it was ended for being late."""
    obstacle: "Obstacle | None" = None
    """What it was ended for before, since it would have waited for that for ever."""
    ended: Event = field(default_factory=Event)
    """Set once it is over."""

    def kill(self) -> None:
        """Ends it and whatever it started."""
        if self.process.returncode is not None:
            return
        if hasattr(os, "killpg"):
            with suppress(OSError):
                os.killpg(self.process.pid, signal.SIGKILL)
        with suppress(OSError):
            self.process.kill()

    @contextmanager
    def time_limit(self) -> Iterator[None]:
        """Raises `GitError` when the block lasts too long; the watch has killed git then.

        Nobody waits to the end where git waits for what never comes.
        """
        self.deadline = monotonic() + self.caller.seconds
        try:
            yield
        finally:
            self.deadline = None
            if self.obstacle is not None:
                raise GitError(Problem.FAILED, self.obstacle.id, self.obstacle.reason)
            if self.timed_out:
                seconds = f"{self.caller.seconds:g}"
                raise GitError(Problem.TIMEOUT, self.caller.subject, seconds)

    def said(self) -> str:
        """What it complained about so far, on one line."""
        return " ".join(self.complaint.decode("utf-8", "replace").split())


def run_git(
    caller: Caller, arguments: Sequence[str], *, given: bytes = b"", limit: int = MAX_OUTPUT
) -> Answer:
    """What the command answers to what it is given. Raises `GitError`."""
    with start_git(caller, arguments) as git, git.time_limit():
        feeder = _begin(caller, _feed, git.given, given)
        output = git.output.read(limit + 1)
        if len(output) > limit:
            raise GitError(Problem.TOO_LARGE, caller.subject)
        status = git.process.wait()
        feeder.join()
    return Answer(status, output, git.complaint.decode("utf-8", "replace"))


@contextmanager
def start_git(caller: Caller, arguments: Sequence[str]) -> Iterator[Running]:
    """A running git that is gone when the block ends. Raises `GitError`."""
    git = _start(caller, arguments)
    threads: list[Thread] = []
    try:
        for work in (_drain, _watch):
            threads.append(_begin(caller, work, git))  # one by one: each may be the last
        yield git
    finally:
        git.kill()
        git.ended.set()
        with suppress(OSError):
            git.given.close()
        git.output.close()
        git.process.wait()
        for thread in threads:
            thread.join()
        if not threads and git.process.stderr is not None:
            git.process.stderr.close()  # else _drain has


def _start(caller: Caller, arguments: Sequence[str]) -> Running:
    try:
        process = subprocess.Popen(
            [caller.program, *OPTIONS, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=caller.folder,
            env=caller.environment,
            start_new_session=True,  # no terminal to ask on, and one group to kill
        )
    except OSError as error:
        reason = error.strerror or str(error)
        raise GitError(Problem.FAILED, caller.subject, reason) from error
    assert process.stdin is not None  # asked for just above
    assert process.stdout is not None
    return Running(process, caller, process.stdin, process.stdout)


def _begin(caller: Caller, work: Callable[..., None], *given: object) -> Thread:
    """A thread at work. Raises `GitError` where the system has none to spare."""
    thread = Thread(target=work, args=given, daemon=True)
    try:
        thread.start()
    except RuntimeError as error:
        raise GitError(Problem.FAILED, caller.subject, str(error)) from error
    return thread


def _feed(stream: IO[bytes], given: bytes) -> None:
    with suppress(OSError, ValueError):  # git ended, or was killed, before it read all
        stream.write(given)
        stream.close()


def _drain(git: Running) -> None:
    """Reads all that git complains, so that it never waits for us, and keeps the beginning."""
    stream = git.process.stderr
    assert stream is not None  # asked for in _start
    with stream:
        while part := stream.read1(_MAX_COMPLAINT):  # type: ignore[attr-defined]
            git.complaint.extend(part[: _MAX_COMPLAINT - len(git.complaint)])


def _watch(git: Running) -> None:
    """Kills git when an answer is late: one thread for all questions, which are many."""
    looked = False
    while not git.ended.wait(min(_GLANCE, git.caller.seconds)):
        deadline, now = git.deadline, monotonic()
        if deadline is None:
            continue
        if now > deadline:
            git.timed_out = True
            git.kill()
        elif not looked and now > deadline - git.caller.seconds + _LATE:
            looked = True
            git.obstacle = _obstacle(git.caller)
            if git.obstacle is not None:
                git.kill()


def _obstacle(caller: Caller) -> "Obstacle | None":
    """What the git that is called so may wait for; None while no repository is known."""
    from cvcgen.sources.git.obstacles import find_obstacle  # noqa: PLC0415 - hardly ever needed

    git_dir = caller.environment.get("GIT_DIR")
    if git_dir is None:
        return None
    try:
        return find_obstacle(Path(git_dir))
    except (OSError, ValueError):
        return None
