"""Work shared with forked processes: whether it may be, between how many, and how.

A process knows what it inherits, and sends what it has to tell through a pipe. It says nothing
else: its parent finds out what it has not done.
"""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import NoReturn


def count_cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_fork() -> bool:
    """Whether a forked process is sound here: libraries of macOS and threads are not."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def fork(work: Callable[[], None]) -> int:
    """The number of a new process that does this work and ends, with 0 where it was done.

    An interrupt ends it at once. Raises `OSError` where there is no process to be had.
    """
    # Interrupted between the fork and its own `try`, it would go on as its parent.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process = os.fork()
        if process == 0:
            _live(work)
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    return process


def send(pipe: int, content: bytes) -> None:
    """Writes all of it, however little the pipe takes at once."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(pipe, rest) :]


def _live(work: Callable[[], None]) -> NoReturn:
    """A process's whole life."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        gc.disable()
        work()
        os._exit(0)
    finally:
        # Not even the exception is told here, nor is anything that the parent has to flush.
        os._exit(1)
