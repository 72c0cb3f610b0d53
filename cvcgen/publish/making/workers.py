"""Pieces made by several processes: forked ones, which have the whole site at hand.

The parent hands out numbers of pieces, the workers hand back files, through pipes. Whatever a
worker does not deliver (it failed, or it was killed) the parent makes itself, and so fails as
it would have without workers.
"""

import gc
import os
import selectors
import signal
import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from sys import intern

from cvcgen.forking import can_fork, fork, send
from cvcgen.publish.making.pieces import Made, Piece, make
from cvcgen.publish.views.context import SiteIndex

_FEWEST = 192
"""Pieces that one process makes as soon as several: each of these copies the memory that it
touches, and finds for itself what its pieces have in common."""
_MOST_SHARES = 4096
"""How many numbers may wait in a pipe that nobody reads yet, which holds at least 64 KiB."""
_SHARE = struct.Struct("<I")
_HEADER = struct.Struct("<III")
"""The piece's number, the bytes of the names that were read, the bytes of the file."""
_CHUNK = 1 << 20
Progress = Callable[[int], None]
"""Is told each time how many more files are made."""


def make_all(
    pieces: Sequence[Piece], index: SiteIndex, workers: int, progress: Progress
) -> Iterator[Made]:
    """The files of all pieces, in whatever order they are ready."""
    done: set[int] = set()
    if workers > 1 and len(pieces) >= _FEWEST and can_fork():
        for number, made in _gather(pieces, index, workers):
            done.add(number)
            progress(1)
            yield made
    for number, piece in enumerate(pieces):
        if number not in done:
            yield make(piece, index)
            progress(1)


@dataclass(slots=True)
class _Worker:
    """A forked process, seen from its parent."""

    process: int
    output: int
    """The pipe that its files come from."""
    waiting: bytearray = field(default_factory=bytearray)
    """What came of a file that is not whole yet."""


def _gather(
    pieces: Sequence[Piece], index: SiteIndex, workers: int
) -> Iterator[tuple[int, Made]]:
    size = -(-len(pieces) // _MOST_SHARES)
    shares = [range(at, min(at + size, len(pieces))) for at in range(0, len(pieces), size)]
    todo, tell = os.pipe()
    os.write(tell, b"".join(_SHARE.pack(number) for number in range(len(shares))))
    os.close(tell)
    started: list[_Worker] = []
    try:
        with selectors.DefaultSelector() as ready:
            gc.freeze()  # what exists is shared by all, as long as nobody touches it
            with suppress(OSError):  # as many as the system lets us have; the parent remains
                while len(started) < workers:
                    others = [worker.output for worker in started]
                    started.append(_start(todo, others, pieces, shares, index))
            for worker in started:
                ready.register(worker.output, selectors.EVENT_READ, worker)
            while ready.get_map():
                for key, _ in ready.select():
                    found = os.read(key.fd, _CHUNK)
                    if not found:
                        ready.unregister(key.fd)
                    key.data.waiting += found
                    yield from _unpack(key.data.waiting, pieces)
    finally:
        gc.unfreeze()
        os.close(todo)
        for worker in started:
            _stop(worker)


def _start(
    todo: int,
    others: Sequence[int],
    pieces: Sequence[Piece],
    shares: Sequence[range],
    index: SiteIndex,
) -> _Worker:
    """Raises `OSError` where there is no process or no pipe to be had."""
    output, tell = os.pipe()
    handles = (output, *others)
    try:
        process = fork(lambda: _work(todo, tell, handles, pieces, shares, index))
    except OSError:
        os.close(output)
        raise
    finally:
        os.close(tell)
    return _Worker(process, output)


def _work(  # noqa: PLR0913, PLR0917 - all that it inherits
    todo: int,
    tell: int,
    others: Sequence[int],
    pieces: Sequence[Piece],
    shares: Sequence[range],
    index: SiteIndex,
) -> None:
    """What a worker does: it makes pieces as long as there are some."""
    for handle in others:
        os.close(handle)
    while share := os.read(todo, _SHARE.size):
        for number in shares[_SHARE.unpack(share)[0]]:
            made = make(pieces[number], index)
            names = "\n".join(made.reads).encode()
            head = _HEADER.pack(number, len(names), len(made.draft))
            send(tell, b"".join((head, names, made.draft)))


def _unpack(waiting: bytearray, pieces: Sequence[Piece]) -> Iterator[tuple[int, Made]]:
    """The files that are whole by now, taken out of what waits."""
    at = 0
    while len(waiting) - at >= _HEADER.size:
        number, names, content = _HEADER.unpack_from(waiting, at)
        start = at + _HEADER.size
        end = start + names + content
        if len(waiting) < end:
            break
        reads = bytes(waiting[start : start + names]).decode()
        found = bytes(waiting[start + names : end])
        # The same names stand in many files; as they are sent, each would be held many times.
        told = frozenset(map(intern, reads.split("\n") if reads else ()))
        yield number, Made(pieces[number].path, found, told)
        at = end
    del waiting[:at]


def _stop(worker: _Worker) -> None:
    """Ends a worker that may still be at work, and waits for its end."""
    os.close(worker.output)
    with suppress(ProcessLookupError):
        os.kill(worker.process, signal.SIGKILL)
    with suppress(ChildProcessError):
        os.waitpid(worker.process, 0)
