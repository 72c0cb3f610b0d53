"""A long report drawn and packed, by two processes where that is quicker, and unpacked.

Packed it is a tenth as long, so that no report of a hundred megabytes is ever held at once.
The latter half is drawn by a forked process, which has the history at hand; whatever that
does not hand over, its parent draws itself, and so fails as it would have alone.
"""

import gc
import os
import signal
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from cvcgen.forking import can_fork, count_cores, fork, send
from cvcgen.reports.pieces import Pieces

FEWEST = 4096
"""Less work, in the unit of `Pieces.sizes`, is done sooner than a process is started."""
_FAST = 1
"""How hard zlib tries."""
_SLICE = 1 << 14
"""How many packed bytes are unpacked at once."""


def pack(pieces: Pieces) -> bytes:
    """The whole report, to be read by `unpack`."""
    every = range(len(pieces.sizes))
    middle = _middle(pieces.sizes)
    many = sum(pieces.sizes) >= FEWEST and 0 < middle < len(every)
    if many and count_cores() > 1 and can_fork():
        return _packed_by_two(pieces, every[:middle], every[middle:])
    return _packed(pieces.texts(every))


def unpack(packed: bytes) -> Iterator[str]:
    """The report in texts that end with a line end, but for the last."""
    rest = b""
    for chunk in _chunks(packed):
        whole, end, begun = (rest + chunk).rpartition(b"\n")
        if end:
            yield (whole + end).decode("utf-8", "surrogatepass")
        rest = begun
    if rest:
        yield rest.decode("utf-8", "surrogatepass")


def _chunks(packed: bytes) -> Iterator[bytes]:
    """What was packed: one or two streams of zlib, one after the other."""
    unpacker = zlib.decompressobj()
    for at in range(0, len(packed), _SLICE):
        rest = packed[at : at + _SLICE]
        while rest:
            yield unpacker.decompress(rest)
            rest = unpacker.unused_data
            if unpacker.eof:
                unpacker = zlib.decompressobj()


def _middle(sizes: Sequence[int]) -> int:
    """The number of the first piece of the latter half of the work."""
    return bisect_left([2 * done for done in accumulate(sizes, initial=0)], sum(sizes))


def _packed(texts: Iterable[str]) -> bytes:
    packer = zlib.compressobj(_FAST)
    parts = [packer.compress(text.encode("utf-8", "surrogatepass")) for text in texts]
    return b"".join((*parts, packer.flush()))


@dataclass(frozen=True, slots=True)
class _Helper:
    """A forked process, seen from its parent."""

    process: int
    output: int
    """The pipe that its half comes from."""


def _packed_by_two(pieces: Pieces, mine: range, others: range) -> bytes:
    gc.freeze()  # what exists is shared, as long as nobody touches it
    try:
        helper = _start(pieces, others)
        first = _packed_beside(helper, pieces.texts(mine))
        second = None if helper is None else _receive(helper)
    finally:
        gc.unfreeze()
    return first + (_packed(pieces.texts(others)) if second is None else second)


def _packed_beside(helper: _Helper | None, texts: Iterable[str]) -> bytes:
    """One's own half; where that fails, nobody needs the other."""
    try:
        return _packed(texts)
    except BaseException:
        if helper is not None:
            os.kill(helper.process, signal.SIGKILL)
            _receive(helper)
        raise


def _receive(helper: _Helper) -> bytes | None:
    """The half that the helper has drawn; None where it could not."""
    try:
        with os.fdopen(helper.output, "rb") as stream:
            drawn = stream.read()
    finally:
        _, status = os.waitpid(helper.process, 0)
    return drawn if status == 0 else None


def _start(pieces: Pieces, numbers: range) -> _Helper | None:
    """Has these pieces drawn by another process; None where there is none to be had."""
    output, tell = os.pipe()
    try:
        process = fork(lambda: send(tell, _packed(pieces.texts(numbers))))
    except OSError:
        os.close(output)
        return None
    finally:
        os.close(tell)
    return _Helper(process, output)
