"""Objects by their ids: git's answers to «what is in this», many at a time.

Two processes serve a whole run: one tells types and sizes, one gives contents; so nothing too
large is ever asked for. Ids are hexadecimal throughout: no name ever reaches these processes.
Git does not look whether what it gives is what the id says; here that is looked at.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TypeVar

from cvcgen.core.diagnostics import message
from cvcgen.sources.git.errors import GitError, Problem
from cvcgen.sources.git.process import Running, start_git
from cvcgen.sources.git.repository import Repository

_BATCH_BYTES = 4096
"""What is asked before answers are read. Fits into any pipe, so that neither side waits."""
_T = TypeVar("_T")
_SHA1_DIGITS = 40
_PROMISORS = r"^(remote\..*\.promisor|extensions\.partialclone)$"


class Objects:
    """The objects of one repository; made by `open_objects`."""

    def __init__(self, repository: Repository, stack: ExitStack) -> None:
        self._repository = repository
        self._stack = stack
        self._running: dict[str, Running] = {}

    def sizes(self, ids: Sequence[str]) -> list[int]:
        """The size in bytes of each blob. Raises `GitError`."""
        return self._ask("--batch-check", ids, lambda git, id: self._header(git, id, b"blob"))

    def contents(self, kind: str, ids: Sequence[str], limit: int) -> list[bytes]:
        """What each object of that kind holds, in order.

        Raises `GitError` where one is missing, of another kind or content, or over the limit.
        """

        def read(git: Running, id: str) -> bytes:
            size = self._header(git, id, kind.encode())
            if size > limit:
                raise GitError(Problem.TOO_LARGE, id)
            content = git.output.read(size + 1)
            if len(content) != size + 1:
                raise self._broken_off(git, id)
            if name_object(kind, content[:-1], id) != id:
                raise GitError(Problem.DAMAGED, id, message("another content than its id says"))
            return content[:-1]

        return self._ask("--batch", ids, read)

    def _ask(
        self, mode: str, ids: Sequence[str], read: Callable[[Running, str], _T]
    ) -> list[_T]:
        answers: list[_T] = []
        for batch in _batches(ids):
            git = self._process(mode)
            try:
                with git.time_limit():
                    git.given.write("".join(f"{id}\n" for id in batch).encode())
                    git.given.flush()
                    answers.extend(read(git, id) for id in batch)
            except BaseException as error:
                git.kill()  # its answers are out of step with the questions
                del self._running[mode]
                if isinstance(error, OSError):
                    raise self._broken_off(git, batch[0]) from error
                raise
        return answers

    def _process(self, mode: str) -> Running:
        if mode not in self._running:
            caller = self._repository.caller(str(self._repository.folder))
            git = self._stack.enter_context(start_git(caller, ["cat-file", mode]))
            self._running[mode] = git
        return self._running[mode]

    def _header(self, git: Running, id: str, kind: bytes) -> int:
        """The size that the first line of an answer tells."""
        line = git.output.readline(_BATCH_BYTES)
        words = line.split()
        if len(words) == 3 and words[0] == id.encode() and words[1] == kind:
            return int(words[2])
        if words[1:] == [b"missing"]:
            raise self._missing(id)
        if not line.endswith(b"\n"):
            raise self._broken_off(git, id)
        raise GitError(Problem.DAMAGED, id, line.decode("utf-8", "replace").strip())

    def _broken_off(self, git: Running, id: str) -> GitError:
        """Why git stopped in the middle of an answer."""
        git.kill()
        missing = self._missing(id)
        if missing.problem is Problem.PARTIAL:
            return missing
        return GitError(Problem.DAMAGED, id, git.said())

    def _missing(self, id: str) -> GitError:
        """Why an object is not there; only a clone that was cut off may lack one."""
        asked = self._repository.ask(id, "config", "--get-regexp", _PROMISORS)
        if asked.output:
            return GitError(Problem.PARTIAL, id)
        if self._repository.shallow:
            return GitError(Problem.SHALLOW, id)
        return GitError(Problem.DAMAGED, id, message("it is missing"))


@contextmanager
def open_objects(repository: Repository, opened: Objects | None = None) -> Iterator[Objects]:
    """The repository's objects, as long as the block lasts; those `opened` already, if any.

    Starting git takes longer than most questions: who asks several hands the objects on.
    """
    if opened is not None:
        yield opened
        return
    with ExitStack() as stack:
        yield Objects(repository, stack)


def name_object(kind: str, content: bytes, like: str) -> str:
    """The id that git gives to it, with the hash that the id `like` is made by.

    >>> name_object("blob", b"", "0" * 40)
    'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'
    """
    from hashlib import sha1, sha256  # noqa: PLC0415 - 3 ms, for those who read git alone

    made_by = sha1 if len(like) == _SHA1_DIGITS else sha256
    head = f"{kind} {len(content)}\0".encode()
    return made_by(head + content, usedforsecurity=False).hexdigest()


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    size = _BATCH_BYTES // (len(ids[0]) + 1) if ids else 1
    for start in range(0, len(ids), size):
        yield ids[start : start + size]
